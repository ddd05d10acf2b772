import { isUnseen, PAGE_LIMITS, pageTitle } from './page.ts';
import { readLinkedData } from './sources/jsonLd.ts';
import { foldName } from './sources/spelling.ts';
import { judgePage } from './sources/whosePage.ts';

/** Most elements, levels and characters of a report: enough to rebuild the place where a reader failed. */
const LIMITS = { elements: 400, depth: 14, text: 16_000, alike: 3 } as const;
const KEPT = ['itemprop', 'itemtype', 'property', 'typeof', 'rel', 'role', 'type'];
const PASSED = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'SVG',
  'svg',
  'IFRAME',
  'LINK',
  'BASE',
  'OBJECT',
  'CANVAS',
  'VIDEO',
  'AUDIO',
]);
const VOID = new Set(['IMG', 'BR', 'HR', 'INPUT', 'WBR', 'SOURCE', 'COL', 'AREA', 'EMBED', 'TRACK', 'META']);
/** Folders of addresses that say what kind of page it is, and nothing of anybody. */
const FOLDERS =
  /^(?:people|persons?|team|staff|members?|profiles?|users?|authors?|faculty|about|about-me|cv|resume|personen|mitarbeiter|ueber-mich|ueber-uns|lebenslauf|equipe|membres|annuaire|personas|equipo|persone|pessoas|in|pub|details|experience|education|skills|languages|[a-z]{2})$/;

/**
 * A report of a page that was read wrongly or not at all, to be sent to who mends the reader: site and version of
 * the reader, what it answered, what spoke for and against each name (the names left out), and the page's structure
 * as HTML. Every text is reduced to its form: `Xx Xx`, `0`, `x x x.`; no address, no name and no word of the page is
 * in it, and of classes and ids only words that spell no name found on the page.
 */
export function reportPage(doc: Document, url: URL, reader: string, answer: string): string {
  const judgement = judgePage(doc, url, readLinkedData(doc));
  const names = judgement.all.map(({ name }) => name);
  const lines = [
    `reader: ${reader}`,
    `answer: ${answer}`,
    `address: ${formOfPath(url)}`,
    `language: ${/^[a-z]{2,3}\b/i.exec(doc.documentElement?.getAttribute('lang') ?? '')?.[0] ?? 'not said'}`,
    ...judgement.all.slice(0, 5).map(({ kinds }, at) => `name ${at + 1}: ${[...kinds].join(' ')}`),
    `title: ${formOf(pageTitle(doc))}`,
  ];
  return `${lines.join('\n')}\n\n${structureOf(doc, names)}`.slice(0, LIMITS.text);
}

/** `/people/x/`: known folders as they are, everything else as its form. */
function formOfPath(url: URL): string {
  const pieces = url.pathname.split('/').slice(0, 8);
  const path = pieces.map((piece) =>
    piece === '' || FOLDERS.test(piece) ? piece : piece.startsWith('~') ? '~x' : 'x',
  );
  return `${path.join('/')}${url.search === '' ? '' : '?x'}`;
}

/** A text as its form: each word is `Xx` or `x`, each number `0`; marks stay. */
export function formOf(text: string): string {
  const words = text.slice(0, PAGE_LIMITS.line).trim().split(/\s+/).slice(0, 24);
  const forms = words.map((word) =>
    word
      .slice(0, 80)
      .replace(/[\p{L}\p{M}]+|\p{N}+/gu, (piece) =>
        /^\p{N}/u.test(piece) ? '0' : /^\p{Lu}/u.test(piece) ? 'Xx' : 'x',
      )
      .replace(/[^\p{P}\p{S}Xx0]/gu, '')
      .slice(0, 20),
  );
  return forms.join(' ').replace(/[<>&"]/g, '·');
}

function structureOf(doc: Document, names: readonly string[]): string {
  const out: string[] = [];
  let count = 0;
  for (const meta of [...doc.querySelectorAll('meta[property], meta[name]')].slice(0, 40)) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? '';
    const content = meta.getAttribute('content') ?? '';
    const shown = /^(?:og:type|generator)$/i.test(name)
      ? content.slice(0, 40).replace(/[^\w .:-]/g, '')
      : formOf(content.slice(0, 200));
    if (/^[\w:.-]{1,40}$/.test(name)) out.push(`<meta name="${name}" content="${shown}">`);
  }
  for (const script of [...doc.querySelectorAll('script[type*="ld+json" i]')].slice(0, 10))
    out.push(`<script type="application/ld+json">${formOfData(script.textContent ?? '')}</script>`);
  const visit = (element: Element, depth: number): void => {
    if (count++ >= LIMITS.elements || depth > LIMITS.depth) return;
    const pad = ' '.repeat(depth);
    const hidden = isUnseen(element) ? ' hidden' : '';
    const open = `${pad}<${element.tagName.toLowerCase()}${attributesOf(element, names)}${hidden}>`;
    const text = [...element.childNodes]
      .slice(0, 200)
      .filter((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '')
      .map((node) => formOf((node.nodeValue ?? '').slice(0, 300)))
      .join(' … ')
      .slice(0, 120);
    const close = VOID.has(element.tagName) ? '' : `</${element.tagName.toLowerCase()}>`;
    const children = [...element.children].slice(0, 200).filter((child) => !PASSED.has(child.tagName));
    if (children.length === 0 || depth === LIMITS.depth) {
      out.push(`${open}${text}${close}`);
      return;
    }
    out.push(`${open}${text}`);
    const seen = new Map<string, number>();
    for (const child of children) {
      // Of many neighbours of one kind three show what they are like.
      const kind = `${child.tagName}.${child.getAttribute('class')?.slice(0, 60) ?? ''}`;
      const times = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, times);
      if (times <= LIMITS.alike) visit(child, depth + 1);
      else if (times === LIMITS.alike + 1) out.push(`${pad} <!-- and more of the same -->`);
    }
    if (close !== '') out.push(`${pad}${close}`);
  };
  if (doc.body !== null) visit(doc.body, 0);
  return out.join('\n');
}

function attributesOf(element: Element, names: readonly string[]): string {
  const safe = (text: string): string =>
    text
      .slice(0, 300)
      .split(/\s+/)
      .filter((word) => /^[A-Za-z][A-Za-z_-]{1,40}$/.test(word) && !isPartOf(word, names))
      .slice(0, 6)
      .join(' ');
  const kept = ['class', 'id'].flatMap((name) => {
    const words = safe(element.getAttribute(name) ?? '');
    return words === '' ? [] : [` ${name}="${words}"`];
  });
  const marks = KEPT.flatMap((name) => {
    const value = element.getAttribute(name)?.slice(0, 80);
    return value === undefined ||
      !/^[\w:/. ~-]+$/.test(value) ||
      (/[/.]/.test(value) && !/schema\.org/.test(value))
      ? []
      : [` ${name}="${value}"`];
  });
  const alt = element.getAttribute('alt');
  const href = element.getAttribute('href') ?? '';
  const target = /^mailto:/i.test(href)
    ? ' href="mailto:x"'
    : /^tel:/i.test(href)
      ? ' href="tel:0"'
      : /^https?:/i.test(href)
        ? ' href="https://x"'
        : href === ''
          ? ''
          : ' href="x"';
  return `${kept.join('')}${marks.join('')}${alt === null ? '' : ` alt="${formOf(alt.slice(0, 120))}"`}${target}`;
}

/** Does a class or an id hold a word of a name found on the page? */
function isPartOf(word: string, names: readonly string[]): boolean {
  const plain = foldName(word).replaceAll(' ', '');
  return names.some((name) =>
    foldName(name)
      .split(' ')
      .some((part) => part.length > 2 && plain.includes(part)),
  );
}

/** The keys of linked data, its types as they are, its values as their form. */
function formOfData(source: string): string {
  try {
    const data: unknown = JSON.parse(source.slice(0, 200_000));
    return JSON.stringify(data, (key, value: unknown) =>
      typeof value !== 'string'
        ? value
        : key === '@type' || key === '@context'
          ? value.slice(0, 60).replace(/[^\w:/.]/g, '')
          : formOf(value.slice(0, 120)),
    ).slice(0, 3_000);
  } catch {
    return '(cannot be read)';
  }
}
