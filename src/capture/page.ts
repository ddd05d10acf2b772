/**
 * What may be read of one page; it is hostile input. Lengths are UTF-16 code units.
 * Limits of single values stand in `LIMITS` of the model.
 */
export const PAGE_LIMITS = {
  /** Elements of a page, and how deep they nest; a page with more is refused. */
  elements: 150_000,
  depth: 1_000,
  /** Nodes that one reading of a section looks at. */
  nodes: 60_000,
  /** Text that one reading of a section takes. */
  text: 400_000,
  /** One line of text; the rest of the line is dropped. */
  line: 12_000,
  /** Lines that one reading of a section gives. */
  lines: 4_000,
  /** One embedded JSON document; a longer one is passed over. */
  json: 3_000_000,
  /** All embedded JSON of a page together. */
  jsonTotal: 8_000_000,
  /** Embedded JSON documents. */
  scripts: 400,
  /** Objects visited in one JSON document, and how deep. */
  jsonNodes: 100_000,
  jsonDepth: 60,
  /** Persons offered for choice. */
  candidates: 30,
} as const;

/** A line as a reader of the page sees it. */
export interface Line {
  text: string;
  /** The block that the text stands in. */
  block: Element;
  /** The innermost element that the text begins in: a link, a button, a span. */
  start: Element;
  /** The list item inside the root that holds it, if any. */
  item: Element | null;
  /** A rule (`<hr>`) stands before it. */
  ruled: boolean;
}

export interface LineOptions {
  /** `block`: a line is a block element. `leaf`: a line is any element with text of its own (spans too). */
  split?: 'block' | 'leaf';
  /** A link is a line of its own, even in the middle of text: for heads of pages, where links stand side by side. */
  linksApart?: boolean;
  /** Lines wanted at most; the walk ends with them. */
  most?: number;
  /** Elements to pass over, besides those that nobody sees. */
  skip?: (element: Element) => boolean;
}

const UNSEEN = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'SVG',
  'svg',
  'IFRAME',
  'OBJECT',
  'SELECT',
  'TEXTAREA',
  'CODE',
]);
const INLINE = new Set([
  'A',
  'B',
  'STRONG',
  'EM',
  'I',
  'U',
  'S',
  'SMALL',
  'MARK',
  'ABBR',
  'TIME',
  'SUB',
  'SUP',
  'FONT',
  'BDI',
  'BDO',
  'WBR',
  'CITE',
  'Q',
  'DATA',
]);
const UNSEEN_CLASS =
  /(?:^|[\s_-])(?:visually-?hidden|sr-only|screen-?reader(?:-text)?|a11y-text|hide-text)(?:$|[\s_-])/i;

/** The class `hidden` of utility style sheets, unless another one shows the element on wider windows (`md:block`). */
const HIDDEN_CLASS = /(?:^|\s)(?:hidden|d-none|display-none)(?:$|\s)/;
const SHOWN_WIDER =
  /(?:^|\s)(?:(?:xs|sm|md|lg|xl|2xl|print):|d-(?:sm|md|lg|xl)-)(?:block|flex|inline|grid|table|contents)/;

/** Is the element itself marked as not for the eye? (Ancestors are not asked.) */
export function isUnseen(element: Element): boolean {
  if (UNSEEN.has(element.tagName)) return true;
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  if (style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style.slice(0, 2_000)))
    return true;
  const names = element.getAttribute('class')?.slice(0, 2_000);
  if (names === undefined) return false;
  return UNSEEN_CLASS.test(names) || (HIDDEN_CLASS.test(names) && !SHOWN_WIDER.test(names));
}

/**
 * The visible text of an element, line by line in reading order. Walks without recursion and stops at
 * the limits of `PAGE_LIMITS`; forces no layout.
 */
export function readLines(root: Element | null | undefined, options: LineOptions = {}): Line[] {
  const lines: Line[] = [];
  if (root === null || root === undefined) return lines;
  const most = Math.min(options.most ?? PAGE_LIMITS.lines, PAGE_LIMITS.lines);
  const how: Splitting = { leaf: options.split === 'leaf', linksApart: options.linksApart === true };
  /** The blocks and list items that the walk stands in, innermost last. */
  const blocks: Element[] = [root];
  const items: Element[] = [];
  let nodes = 0;
  let length = 0;
  let buffer = '';
  let bufferBlock: Element | null = null;
  let bufferStart: Element | null = null;
  let ruled = false;

  const flush = (): void => {
    if (bufferBlock !== null) {
      for (const piece of buffer.split('\n')) {
        const text = piece.replace(/\s+/g, ' ').trim();
        if (text === '') continue;
        const start = bufferStart ?? bufferBlock;
        lines.push({ text, block: bufferBlock, start, item: items[items.length - 1] ?? null, ruled });
        ruled = false;
      }
    }
    buffer = '';
    bufferBlock = null;
    bufferStart = null;
  };
  const enter = (element: Element): void => {
    if (isInline(element.tagName, how)) return;
    flush();
    blocks.push(element);
    if (element.tagName === 'LI') items.push(element);
  };
  const leave = (element: Element): void => {
    if (isInline(element.tagName, how)) return;
    flush();
    blocks.pop();
    if (element.tagName === 'LI') items.pop();
  };

  const walk: Level[] = [{ element: root, nodes: root.childNodes, next: 0, last: null }];
  for (let level = walk[0]; level !== undefined; level = walk[walk.length - 1]) {
    const node = level.nodes[level.next++];
    if (node === undefined) {
      walk.pop();
      if (walk.length > 0) leave(level.element);
      continue;
    }
    if (++nodes > PAGE_LIMITS.nodes || length >= PAGE_LIMITS.text || lines.length >= most) break;
    if (node.nodeType === 3) {
      const block = blocks[blocks.length - 1] ?? root;
      const data = (node.nodeValue ?? '').slice(0, PAGE_LIMITS.line);
      const isBlank = data.trim() === '';
      if (!isBlank || (data !== '' && block === bufferBlock)) {
        bufferBlock = block;
        if (!isBlank) bufferStart ??= level.element;
        if (buffer.length < PAGE_LIMITS.line) buffer += data.replace(/\s+/g, ' ');
        length += data.length;
      }
    } else if (node.nodeType === 1) {
      const element = node as Element;
      const tag = element.tagName;
      if (tag === 'BR') buffer += '\n';
      else if (tag === 'HR') {
        flush();
        ruled = true;
      } else if (!isUnseen(element) && !isTwin(level.last, element) && options.skip?.(element) !== true) {
        enter(element);
        walk.push({ element, nodes: element.childNodes, next: 0, last: null });
      }
      level.last = element;
    }
  }
  flush();
  return lines;
}

/** One level of a walk through the page, without recursion. */
interface Level {
  element: Element;
  nodes: NodeListOf<ChildNode>;
  next: number;
  /** The element met last on this level. */
  last: Element | null;
}

/** The same text once more, for eyes the one and for screen readers the other, whatever style hides it. */
function isTwin(before: Element | null, element: Element): boolean {
  if (before === null) return false;
  const silent = (one: Element): boolean => one.getAttribute('aria-hidden') === 'true';
  if (silent(before) === silent(element)) return false;
  const [a, b] = [before, element].map((one) => (one.textContent ?? '').slice(0, PAGE_LIMITS.line).trim());
  return a !== '' && a === b;
}

/** Does a page have more elements, or nest them deeper, than any real one? It is not read at all. */
export function isOversized(doc: Document): boolean {
  // A walker goes by the tree itself: a form with fields named `children` answers those for its children.
  const walker = doc.createTreeWalker(doc, 1);
  let count = 0;
  let depth = 0;
  for (;;) {
    if (walker.firstChild() !== null) depth++;
    else
      while (walker.nextSibling() === null) {
        if (depth-- === 0 || walker.parentNode() === null) return false;
      }
    if (++count > PAGE_LIMITS.elements || depth > PAGE_LIMITS.depth) return true;
  }
}

/** The first elements of a page with this tag, in document order. The browser keeps this list, unlike that of a selector. */
export function elementsOf(root: Document | Element, tag: string, most: number): Element[] {
  const found = root.getElementsByTagName(tag);
  const kept: Element[] = [];
  for (let at = 0; at < most; at++) {
    const element = found[at];
    if (element === undefined) break;
    kept.push(element);
  }
  return kept;
}

/** The visible text of one element as one line; `undefined` when there is none. */
export function textOf(element: Element | null | undefined): string | undefined {
  const text = readLines(element)
    .map((line) => line.text)
    .join(' ');
  return text === '' ? undefined : text;
}

/** The visible text of the first element that matches and has any. */
export function firstText(root: ParentNode | null | undefined, ...selectors: string[]): string | undefined {
  for (const selector of selectors) {
    for (const element of root?.querySelectorAll(selector) ?? []) {
      const text = textOf(element);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/** An element's text with its line breaks kept, as a paragraph is read. */
export function paragraphsOf(
  element: Element | null | undefined,
  options: LineOptions = {},
): string | undefined {
  const text = readLines(element, options)
    .map((line) => line.text)
    .join('\n');
  return text === '' ? undefined : text;
}

/** The content of a `<meta>` by `name` or `property`. */
export function metaContent(doc: Document, name: string): string | undefined {
  for (const meta of elementsOf(doc, 'meta', 500)) {
    if (meta.getAttribute('property') !== name && meta.getAttribute('name') !== name) continue;
    const content = meta.getAttribute('content')?.slice(0, PAGE_LIMITS.line).trim();
    return content === '' ? undefined : content;
  }
  return undefined;
}

/** The page's title without unread counters such as `(3) `. */
export function pageTitle(doc: Document): string {
  const text = doc.querySelector('title')?.firstChild?.nodeValue ?? '';
  return text
    .slice(0, 1_000)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\(\d{1,4}\+?\)\s*/, '');
}

/** An absolute http(s) address without its fragment, or `undefined` for anything else (`javascript:` too). */
export function webUrl(href: string | null | undefined, base: URL): URL | undefined {
  if (href === null || href === undefined || href === '' || href.length > 4_000) return undefined;
  try {
    const url = new URL(href, base);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
    url.hash = '';
    url.username = '';
    url.password = '';
    return url;
  } catch {
    return undefined;
  }
}

/** A path piece decoded once, in NFC; `null` when malformed or encoded twice. */
export function decodeOnce(piece: string): string | null {
  try {
    const text = decodeURIComponent(piece).normalize('NFC');
    return /%[0-9a-f]{2}/i.test(text) || /[\s\p{Cc}/\\]/u.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** `12.5K`, `2 Mio.`, `3,4 Tsd.`: a number with a word for thousands or millions behind it. */
const ROUNDED = /(\d{1,4})(?:[.,](\d{1,2}))?\s?(k|tsd|mille|mil|m|mio|mln|mill)\.?(?![\p{L}\d])/iu;

/**
 * The first number of a text, thousands grouped as in any of the known languages; `500+` is 500, and a number
 * that the page rounded (`6K`, `2,5 Mio.`) is what it says.
 */
export function countIn(text: string): number | undefined {
  const shown = text.slice(0, 500);
  const match = /\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)|\d+/.exec(shown);
  if (match === null) return undefined;
  const rounded = ROUNDED.exec(shown);
  if (rounded !== null && rounded.index === match.index) {
    const [, whole = '', part = '', unit = ''] = rounded;
    const scale = /^(?:k|tsd|mil|mille)$/i.test(unit) ? 1_000 : 1_000_000;
    return Math.round(Number(`${whole}.${part || '0'}`) * scale);
  }
  const value = Number(match[0].replace(/\D/g, ''));
  return Number.isSafeInteger(value) ? value : undefined;
}

interface Splitting {
  leaf: boolean;
  linksApart: boolean;
}

function isInline(tag: string, { leaf, linksApart }: Splitting): boolean {
  if (linksApart && tag === 'A') return false;
  return INLINE.has(tag) || (!leaf && tag === 'SPAN') || tag === 'BR';
}
