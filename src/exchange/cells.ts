import type { Education, Position } from '../core/model/index.ts';

/** A cell that a spreadsheet would run as a formula, also behind white space or behind our own mark. */
const FORMULA = /^'*[\s\0]*[=+\-@＝＋－＠]|^'*[\t\r\0]/;

/** Marks a cell that a spreadsheet would run (OWASP: CSV injection) with an apostrophe. */
export function neutralise(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Takes back what `neutralise` added, and nothing else. */
export function restore(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** Several texts in one cell: `a; b`, with `\;`, `\\` and `\n` within. */
export function joinList(items: readonly string[]): string {
  return items.map((item) => escapeText(item, ';')).join('; ');
}

/** Takes a list cell apart again; a list typed by hand with commas or line breaks stays one item. */
export function splitList(cell: string): string[] {
  return cell.trim() === '' ? [] : cutAt(cell, ';').map(unescapeText);
}

/**
 * Positions of one cell, one a line: `2019-03 – 2021-05 | Title | Company | Place`.
 * A dash without an end is today, no dash is "not said".
 */
export function joinPositions(positions: readonly Position[]): string {
  return positions
    .map(({ start, end, title, company, location }) => fields([span(start, end), title, company, location]))
    .join('\n');
}

/** What `joinPositions` has joined; parts that are missing stay away. */
export function splitPositions(cell: string): Position[] {
  return splitLines(cell).map(([dates = '', title, company, location]) => ({
    ...readSpan(dates),
    ...(title && { title }),
    ...(company && { company }),
    ...(location && { location }),
  }));
}

/** Educations of one cell, one a line: `2010 – 2014 | School | Degree | Field`. */
export function joinEducation(education: readonly Education[]): string {
  return education
    .map(({ start, end, school, degree, field }) => fields([span(start, end), school, degree, field]))
    .join('\n');
}

/** What `joinEducation` has joined; lines without a school are passed over. */
export function splitEducation(cell: string): Education[] {
  return splitLines(cell).flatMap(([dates = '', school, degree, field]) =>
    school ? [{ school, ...readSpan(dates), ...(degree && { degree }), ...(field && { field }) }] : [],
  );
}

/** Pairs of one cell: `German: native; French`. */
export function joinPairs(pairs: readonly (readonly [string, string | undefined])[]): string {
  return pairs
    .map((pair) => pair.flatMap((part) => (part === undefined ? [] : [escapeText(part, ':;')])).join(': '))
    .join('; ');
}

/** What `joinPairs` has joined; pairs without a first part are passed over. */
export function splitPairs(cell: string): [string, string | undefined][] {
  return cutAt(cell, ';').flatMap((item): [string, string | undefined][] => {
    const [first = '', second] = cutAt(item, ':').map(unescapeText);
    return first === '' ? [] : [[first, second]];
  });
}

function fields(parts: readonly (string | undefined)[]): string {
  const cells = parts.map((part) => escapeText(part ?? '', '|'));
  while (cells.length > 1 && cells[cells.length - 1] === '') cells.pop();
  return cells.join(' | ');
}

function span(start: string | undefined, end: string | null | undefined): string {
  if (end === undefined) return start ?? '';
  return [start, '–', end ?? undefined].filter((part) => part !== undefined).join(' ');
}

function readSpan(text: string): { start?: string; end?: string | null } {
  const match = /^(\d{4}(?:-(?:0[1-9]|1[0-2]))?)?\s*(?:([–-])\s*)?(\d{4}(?:-(?:0[1-9]|1[0-2]))?)?$/.exec(
    text.trim(),
  );
  if (match === null) return {};
  const [, start, dash, end] = match;
  return { ...(start && { start }), ...(dash !== undefined && { end: end ?? null }) };
}

function splitLines(cell: string): string[][] {
  return cell
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .map((line) => cutAt(line, '|').map(unescapeText));
}

function escapeText(text: string, separators: string): string {
  // Nearly every text is plain.
  if (!/[\\;:|\r\n]/.test(text)) return text;
  let safe = text.replaceAll('\\', '\\\\').replace(/\r\n|\n|\r/g, '\\n');
  for (const separator of separators) safe = safe.replaceAll(separator, `\\${separator}`);
  return safe;
}

function unescapeText(text: string): string {
  return text.trim().replace(/\\(.)/gs, (_, char: string) => (char === 'n' ? '\n' : char));
}

function cutAt(text: string, separator: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charAt(i) === '\\') i += 1;
    else if (text.charAt(i) === separator) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
