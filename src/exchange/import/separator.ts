import type { Separator } from '../../core/model/index.ts';
import { csvRows } from '../csv.ts';
import { ImportError } from '../errors.ts';
import { columnsOf } from './columns.ts';
import { isComment } from './table.ts';

const CANDIDATES: readonly Separator[] = [',', ';', '\t', '|'];

/** Rows that are looked at, and cells of each. */
const ROWS = 200;
const CELLS = 200;
/** The header stands among the first rows. */
const HEADERS = 25;
/** So many names of columns are no accident. */
const KNOWN = 2;

/**
 * The separator of a CSV text by its beginning: the one by which the most rows have as many cells as their header,
 * before all others one by which a row names columns that are known. A lone cell full of commas decides nothing.
 */
export function guessSeparator(head: string): string {
  const declared = /^\uFEFF?"?sep=(.)"?\r?\n/i.exec(head)?.[1];
  if (declared !== undefined) return declared;
  let best: string = ',';
  let most = 0;
  for (const separator of CANDIDATES) {
    const points = score(firstRows(head, separator));
    if (points > most) [best, most] = [separator, points];
  }
  return best;
}

/** Between 0 and 1 the share of rows of one width; 1 more for a header that is known. */
function score(rows: readonly string[][]): number {
  const widths = new Map<number, number>();
  for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  if (widths.size === 0) return 0;
  const known = rows
    .slice(0, HEADERS)
    .some((cells) => cells.length > 1 && columnsOf(cells.slice(0, CELLS)).known >= KNOWN);
  return Math.max(...widths.values()) / rows.length + Number(known);
}

function firstRows(head: string, separator: string): string[][] {
  const rows: string[][] = [];
  try {
    for (const { cells } of csvRows([head], { separator, maxRows: ROWS }))
      if (!isComment(cells)) rows.push(cells);
  } catch (error) {
    // The beginning of a text ends anywhere, also within quotes.
    if (!(error instanceof ImportError)) throw error;
  }
  return rows;
}
