import { fold } from '../../core/text/fold.ts';
import { csvRows } from '../csv.ts';
import type { Findings } from './parsed.ts';

export interface TableRow {
  row: number;
  cells: string[];
  /** The first non-empty cell under any of these headers, trimmed; empty when there is none. */
  get(...headers: string[]): string;
}

export interface Table {
  header: string[];
  headerRow: number;
  separator: string;
  rows: Iterable<TableRow | RepeatedHeader | OverlongRow>;
}

/** The header again, further down: two files were put into one. */
export interface RepeatedHeader {
  row: number;
  repeatedHeader: true;
}

/** More cells than the header has: an unquoted separator, so that no cell can be trusted. */
export interface OverlongRow {
  row: number;
  tooManyCells: string;
}

/** Files begin with notes of varying length; the header is looked for this far down. */
const HEADER_WITHIN = 25;
/** Lines that say of themselves that they are notes are let pass besides. */
const NOTES_WITHIN = 60;

/** Rows between two breaths that are offered: some milliseconds. */
const BREATH = 50;

/** Tells a header by its names in comparable form, or as they stand. */
export type IsHeader = (keys: ReadonlySet<string>, cells: readonly string[]) => boolean;

/** A header for comparison: folded, letters and digits only (`E-mail 1 - Value` is `email1value`). */
export function headerKey(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * A CSV text as a table: the header is the first row that `isHeader` accepts (given in comparable form),
 * after notes of any length. `null` when there is none near the top.
 */
export function openTable(
  chunks: Iterable<string>,
  isHeader: IsHeader,
  { separator, maxRows }: { separator: string; maxRows: number },
): Table | null {
  const iterator = chunks[Symbol.iterator]();
  const first = iterator.next();
  const head = first.done ? '' : first.value;
  const rows = csvRows(joined(withoutBom(head), iterator), { separator, maxRows, before: NOTES_WITHIN });
  let notes = 0;
  // Not `for … of`: leaving such a loop would close the rows.
  for (let next = rows.next(); !next.done; next = rows.next()) {
    const { row, cells } = next.value;
    if (isHeader(new Set(cells.map(headerKey)), cells))
      return { header: cells, headerRow: row, separator, rows: tableRows(cells, rows, isHeader) };
    if (isComment(cells)) notes += 1;
    if (row - notes >= HEADER_WITHIN || row >= NOTES_WITHIN) return null;
  }
  return null;
}

/** `# exported by …`: a line for people, above the header or below the rows. */
export function isComment([first = '']: readonly string[]): boolean {
  return /^\s*(?:#|\/\/)\s*[^\s#]/.test(first);
}

/** The rows with cells that can be trusted, one by one; the others go to the findings as errors of their row. */
export async function* readableRows(
  { rows }: Table,
  findings: Pick<Findings, 'breathe' | 'rowError'>,
): AsyncGenerator<TableRow> {
  for (const row of rows) {
    if (row.row % BREATH === 0) await findings.breathe(row.row);
    if ('repeatedHeader' in row) findings.rowError(row.row, 'repeatedHeader');
    else if ('tooManyCells' in row) findings.rowError(row.row, 'tooManyCells', row.tooManyCells);
    else yield row;
  }
}

function* tableRows(
  header: string[],
  rows: Iterable<{ row: number; cells: string[] }>,
  isHeader: IsHeader,
): Generator<TableRow | RepeatedHeader | OverlongRow> {
  let columns = indexHeader(header);
  let width = header.length;
  for (const { row, cells } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length < width && isComment(cells)) continue;
    if (columns.has(headerKey(cells[0] ?? '')) && isHeader(new Set(cells.map(headerKey)), cells)) {
      columns = indexHeader(cells);
      width = cells.length;
      yield { row, repeatedHeader: true };
      continue;
    }
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
      yield { row, tooManyCells: cells.join(' ').slice(0, 80) };
      continue;
    }
    const index = columns;
    yield {
      row,
      cells,
      get: (...headers) => {
        for (const name of headers) {
          const column = index.get(name);
          const cell = column === undefined ? '' : (cells[column] ?? '').trim();
          if (cell !== '') return cell;
        }
        return '';
      },
    };
  }
}

function indexHeader(header: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [i, name] of header.entries()) {
    const key = headerKey(name);
    // LinkedIn repeats column names; the first one counts.
    if (!columns.has(key)) columns.set(key, i);
  }
  return columns;
}

function withoutBom(text: string): string {
  const start = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return start.replace(/^"?sep=."?\r?\n/i, '');
}

function* joined(head: string, rest: Iterator<string>): Generator<string> {
  yield head;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
