import type { Draft } from '../draft.ts';
import { outermost } from '../entries.ts';
import { isUnseen, type Line, readLines, textOf } from '../page.ts';
import { type Entry, languagesIn, readJob, readSchool, skillsIn } from './sectionEntries.ts';
import { labelOf, type SectionLabel } from './sectionLabels.ts';

const HEADINGS =
  'h1,h2,h3,h4,h5,h6,dt,th,legend,summary,p > strong:only-child,p > b:only-child,[role="heading"],div[class*="title" i],div[class*="heading" i],span[class*="title" i]';
const CHROME = 'nav,footer,form,dialog,[class*="sidebar-nav" i],.menu';
const MAX_HEADINGS = 600;
const MAX_ELEMENTS = 400;

interface Section {
  label: SectionLabel;
  /** The elements between this heading and the next one. */
  parts: Element[];
}

/**
 * Offers what stands under headings such as `Experience` or `Berufserfahrung`, whatever form it has: lists,
 * definition lists, tables, timelines, cards of several lines. The last rung, so all of it is doubtful.
 */
export function offerLabelledSections(draft: Draft, root: Element | null, { name = '' } = {}): void {
  const sections = sectionsIn(root);
  const of = (label: SectionLabel): Section[] => sections.filter((section) => section.label === label);
  const entries = (label: SectionLabel): Entry[] => of(label).flatMap(({ parts }) => entriesIn(parts));
  const about = of('about')
    .map(({ parts }) =>
      parts
        .flatMap((part) => readLines(part))
        .map(({ text }) => text)
        .join('\n'),
    )
    .find((text) => text !== '' && text !== name);
  draft.offer('about', about, 'label', true);
  draft.offer(
    'positions',
    entries('positions').flatMap((entry) => readJob(entry) ?? []),
    'label',
    true,
  );
  draft.offer(
    'education',
    entries('education').flatMap((entry) => readSchool(entry) ?? []),
    'label',
    true,
  );
  draft.offer(
    'skills',
    of('skills').flatMap(({ parts }) => skillsIn(linesIn(parts))),
    'label',
    true,
  );
  draft.offer(
    'languages',
    languagesIn(of('languages').flatMap(({ parts }) => linesIn(parts))),
    'label',
    true,
  );
}

function linesIn(parts: Element[]): Line[] {
  return parts.flatMap((part) => readLines(part, { split: 'leaf' })).slice(0, 600);
}

/** The page's labelled sections, in document order. */
function sectionsIn(root: Element | null): Section[] {
  const headings = [...(root?.querySelectorAll(HEADINGS) ?? [])].slice(0, MAX_HEADINGS).flatMap((element) => {
    if (element.closest(CHROME) !== null || isUnseen(element) || element.childElementCount > 6) return [];
    const text = textOf(element) ?? '';
    const label = text.length > 80 ? undefined : labelOf(text);
    // What merely looks like a heading counts only when it names a section.
    return label === undefined && !/^H[1-6]$/.test(element.tagName) ? [] : [{ element, label }];
  });
  return headings.flatMap(({ element, label }, at) =>
    label === undefined ? [] : [{ label, parts: partsAfter(element, headings.slice(at + 1), root) }],
  );
}

/**
 * What stands between a heading and the next one of its rank, or the next one that names a section; a heading
 * alone in its box heads what follows the box.
 */
function partsAfter(
  heading: Element,
  following: { element: Element; label: SectionLabel | undefined }[],
  root: Element | null,
): Element[] {
  const isNext = (other: { element: Element; label: SectionLabel | undefined }): boolean =>
    (other.label !== undefined && !(rankOf(other.element) > rankOf(heading) && other.label === 'other')) ||
    rankOf(other.element) <= rankOf(heading);
  const next = following.find(isNext)?.element;
  if (heading.tagName === 'TH')
    return [...(heading.parentElement?.querySelectorAll('td') ?? [])].slice(0, 20);
  let node: Element = heading;
  for (let depth = 0; node.nextElementSibling === null && depth < 4; depth++) {
    if (node.parentElement === null || node.parentElement === root || node.parentElement.tagName === 'BODY')
      break;
    node = node.parentElement;
  }
  const parts: Element[] = [];
  for (
    let after = node.nextElementSibling;
    after !== null && parts.length < MAX_ELEMENTS;
    after = after.nextElementSibling
  ) {
    if (next !== undefined && (after === next || after.contains(next))) {
      parts.push(...piecesBefore(after, next));
      break;
    }
    if (heading.tagName === 'DT' && after.tagName === 'DT') break;
    if (/^(?:NAV|FOOTER|ASIDE|FORM)$/.test(after.tagName)) continue;
    parts.push(after);
  }
  return parts;
}

/** Where the next heading stands deep inside the box that follows: what of the box comes before it. */
function piecesBefore(box: Element, next: Element): Element[] {
  const pieces: Element[] = [];
  let at: Element = box;
  for (let depth = 0; at !== next && depth < 6; depth++) {
    let inner: Element | null = null;
    for (const child of [...at.children].slice(0, MAX_ELEMENTS)) {
      if (child === next || child.contains(next)) {
        inner = child;
        break;
      }
      pieces.push(child);
    }
    if (inner === null) break;
    at = inner;
  }
  return pieces;
}

function rankOf(heading: Element): number {
  return /^H[1-6]$/.test(heading.tagName) ? Number(heading.tagName[1]) : 7;
}

/** The entries of a section: rows, terms with their descriptions, list items, boxes of one kind, else its lines. */
function entriesIn(parts: Element[]): Entry[] {
  const entries: Entry[] = [];
  const loose: Line[] = [];
  const flush = (): void => {
    entries.push(...byDates(loose));
    loose.length = 0;
  };
  const inner = unwrapped(parts);
  for (const part of inner) {
    const boxes = isBox(part, inner) ? [[part]] : boxesIn(part);
    if (boxes === null) {
      loose.push(...readLines(part, { split: 'leaf' }));
      continue;
    }
    flush();
    for (const box of boxes) {
      const lines = box.flatMap((element) => readLines(element, { split: 'leaf' }));
      if (lines.length > 0)
        entries.push({
          lines: lines.slice(0, 60),
          whole: box.flatMap((element) => readLines(element)).slice(0, 60),
        });
    }
  }
  flush();
  return entries.slice(0, 200);
}

/** One of several neighbours of one kind that hold more than a line: an entry. */
function isBox(part: Element, parts: Element[]): boolean {
  if (!/^(?:DIV|ARTICLE|SECTION|LI|A)$/.test(part.tagName)) return false;
  const kind = kindOf(part);
  return (
    parts.filter((other) => kindOf(other) === kind).length > 1 &&
    boxesIn(part) === null &&
    readLines(part, { split: 'leaf' }).length > 1
  );
}

function kindOf(element: Element): string {
  return `${element.tagName}.${(element.getAttribute('class') ?? '').slice(0, 100).split(/\s+/)[0]}`;
}

/** A lone wrapper around everything is no entry. */
function unwrapped(parts: Element[]): Element[] {
  let inner = parts;
  for (let depth = 0; depth < 5; depth++) {
    const [only] = inner;
    if (inner.length !== 1 || only === undefined || !/^(?:DIV|SECTION|ARTICLE|MAIN)$/.test(only.tagName))
      break;
    if (only.children.length === 0 || boxesIn(only) !== null) break;
    inner = [...only.children];
  }
  return inner;
}

/** The elements of each entry of a box; `null` for a box that is no list. */
function boxesIn(part: Element): Element[][] | null {
  if (/^(?:UL|OL)$/.test(part.tagName)) return [...part.children].slice(0, 200).map((item) => [item]);
  if (part.tagName === 'DL') return termsIn(part);
  if (/^(?:TABLE|TBODY)$/.test(part.tagName))
    return outermost([...part.querySelectorAll('tr')].slice(0, 200))
      .filter((row) => row.querySelector('td') !== null)
      .map((row) => [row]);
  const children = [...part.children].filter((child) => !isUnseen(child));
  // One list and nothing else but perhaps a line before it.
  const [list] = children.filter((child) => /^(?:UL|OL|DL|TABLE)$/.test(child.tagName));
  if (list !== undefined && children.length <= 2 && textOf(part)?.length === textOf(list)?.length)
    return boxesIn(list);
  const kinds = new Map<string, Element[]>();
  for (const child of children.slice(0, 200)) {
    const kind = kindOf(child);
    kinds.set(kind, [...(kinds.get(kind) ?? []), child]);
  }
  const [alike] = [...kinds.values()].sort((a, b) => b.length - a.length);
  if (
    alike !== undefined &&
    alike.length >= 2 &&
    alike.length >= children.length * 0.6 &&
    /^(?:DIV|ARTICLE|SECTION|LI)$/.test(alike[0]?.tagName ?? '') &&
    alike.every((child) => readLines(child, { split: 'leaf' }).length >= 1) &&
    alike.some((child) => readLines(child, { split: 'leaf' }).length >= 2)
  )
    return alike.map((child) => [child]);
  return null;
}

/** Each term with the descriptions that follow it; several terms in a row belong together. */
function termsIn(list: Element): Element[][] {
  const groups: Element[][] = [];
  const children = [...list.children].flatMap((child) =>
    child.tagName === 'DIV' ? [...child.children] : [child],
  );
  for (const [at, child] of children.slice(0, 400).entries()) {
    const opens = child.tagName === 'DT' && children[at - 1]?.tagName !== 'DT';
    if (opens || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(child);
  }
  return groups;
}

/**
 * Lines without boxes: a heading opens an entry; else a line with a span does, with the lines around it that have
 * none; lines that each say a whole entry are entries of their own.
 */
function byDates(lines: Line[]): Entry[] {
  if (lines.length === 0) return [];
  const blocks: Line[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const isSame = last !== undefined && last[0] !== undefined && blockOf(last[0]) === blockOf(line);
    if (isSame) last.push(line);
    else blocks.push([line]);
  }
  const isHeading = (block: Line[]): boolean =>
    block[0] !== undefined && /^H[1-6]$/.test(blockOf(block[0]).tagName);
  const hasYear = (block: Line[]): boolean =>
    block.some(({ text }) => /(?:^|\D)(?:19|20)\d\d(?:\D|$)/.test(text));
  const groups: Line[][][] = [];
  const headed = blocks.filter(isHeading).length > 0;
  for (const [at, block] of blocks.entries()) {
    const last = groups.at(-1);
    const before = blocks[at - 1];
    const opens = headed
      ? isHeading(block) &&
        (before === undefined ||
          !isHeading(before) ||
          rankOf(blockOf(block[0] as Line)) <= rankOf(blockOf(before[0] as Line)))
      : hasYear(block) && last?.some(hasYear) === true;
    if (last === undefined || opens) groups.push([block]);
    else last.push(block);
  }
  return groups.map((group) => {
    const all = group.flat();
    return { lines: all, whole: all };
  });
}

/** The block that a line stands in: an inline element's nearest block. */
function blockOf(line: Line): Element {
  return line.block.closest('p,li,h1,h2,h3,h4,h5,h6,div,td,dd,dt,section,article') ?? line.block;
}
