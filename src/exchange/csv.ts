import { ImportError } from './errors.ts';
import { IMPORT_LIMITS } from './limits.ts';

export interface CsvRow {
  /** As spreadsheets count: the first row is 1; a line break within quotes begins no row. */
  row: number;
  cells: string[];
}

/** Where in a cell the reader stands. */
type State = 'start' | 'plain' | 'quoted' | 'quoteInQuoted';

export interface CsvOptions {
  separator: string;
  /** More rows than this are refused. */
  maxRows: number;
  /** Rows of notes and header that are let pass besides. */
  before?: number;
}

/**
 * The rows of a CSV text (RFC 4180; CRLF, LF or CR), read piece by piece as they are asked for, so that
 * neither the text nor the rows need to be held at once. Blank rows count but are not handed out.
 * A quote within an unquoted cell is a plain character, as spreadsheets read it.
 * @throws ImportError `unclosedQuote` with the row where the quote was opened, `tooManyRows`, `cellTooLong`.
 */
export function* csvRows(
  chunks: Iterable<string>,
  { separator, maxRows, before = 0 }: CsvOptions,
): Generator<CsvRow> {
  let row = 1;
  let cells: string[] = [];
  let cell = '';
  let state = 'start' as State;
  let afterReturn = false;

  const closeCell = () => {
    if (cells.length >= IMPORT_LIMITS.columns) throw new ImportError('cellTooLong', { row });
    cells.push(cell);
    cell = '';
    state = 'start';
  };
  const closeRow = (): CsvRow | null => {
    closeCell();
    const done = cells;
    cells = [];
    const number = row;
    row += 1;
    if (number > maxRows + before) throw new ImportError('tooManyRows', { count: maxRows });
    return done.length === 1 && done[0] === '' ? null : { row: number, cells: done };
  };

  for (const chunk of chunks) {
    let from = 0;
    // Up to here the letters are looked at one by one.
    let slowUntil = 0;
    // The next quote and the next carriage return; beyond the chunk where there is none.
    let [quote, back] = [-1, -1];
    for (let i = 0; i < chunk.length; i++) {
      // Nearly every row is one line without a quote: it is cut as a whole.
      while (state === 'start' && i >= slowUntil && cells.length === 0 && !afterReturn) {
        const end = chunk.indexOf('\n', i);
        if (quote < i) quote = place(chunk, '"', i);
        if (back < i) back = place(chunk, '\r', i);
        const length = Math.min(end, back) - i;
        if (end === -1 || quote < end || back < end - 1 || length > IMPORT_LIMITS.cell) {
          slowUntil = end === -1 ? chunk.length : end + 1;
          break;
        }
        cells = chunk.slice(i, i + length).split(separator);
        if (cells.length > IMPORT_LIMITS.columns) throw new ImportError('cellTooLong', { row });
        if (row > maxRows + before) throw new ImportError('tooManyRows', { count: maxRows });
        if (length > 0) yield { row, cells };
        row += 1;
        cells = [];
        i = end + 1;
        from = i;
      }
      if (i >= chunk.length) break;
      const char = chunk.charAt(i);
      if (state === 'quoted') {
        // Copy whole runs: most characters of a quoted cell are plain.
        const quote = chunk.indexOf('"', i);
        const until = quote === -1 ? chunk.length : quote;
        cell += chunk.slice(i, until);
        if (cell.length > IMPORT_LIMITS.cell) throw new ImportError('unclosedQuote', { row });
        if (quote !== -1) state = 'quoteInQuoted';
        i = until;
        from = until + 1;
        afterReturn = false;
        continue;
      }
      if (state === 'quoteInQuoted') {
        from = i;
        if (char === '"') {
          cell += '"';
          state = 'quoted';
          from = i + 1;
          continue;
        }
        state = 'plain';
      }
      if (char === separator || char === '\n' || char === '\r') {
        if (char === '\n' && afterReturn) {
          afterReturn = false;
          from = i + 1;
          continue;
        }
        cell += chunk.slice(from, i);
        from = i + 1;
        afterReturn = char === '\r';
        if (char === separator) closeCell();
        else {
          const done = closeRow();
          if (done !== null) yield done;
        }
        continue;
      }
      afterReturn = false;
      if (state === 'start') {
        if (char === '"') {
          state = 'quoted';
          from = i + 1;
          continue;
        }
        state = 'plain';
      }
    }
    if (state === 'plain') cell += chunk.slice(from);
    if (cell.length > IMPORT_LIMITS.cell) throw new ImportError('cellTooLong', { row });
  }
  if (state === 'quoted') throw new ImportError('unclosedQuote', { row });
  if (cells.length > 0 || cell !== '' || state === 'quoteInQuoted') {
    const done = closeRow();
    if (done !== null) yield done;
  }
}

/** Where a letter stands next; beyond all ends where it does not. */
function place(text: string, letter: string, from: number): number {
  const at = text.indexOf(letter, from);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}

/** One row of CSV with its CRLF; cells are quoted where they must be. */
export function csvLine(cells: readonly string[], separator: string): string {
  const special = separator === ';' ? /^ |[";\r\n]| $/ : separator === ',' ? /^ |[",\r\n]| $/ : null;
  const needsQuotes = (cell: string) =>
    cell !== '' &&
    (special === null ? /^ |["\r\n]| $/.test(cell) || cell.includes(separator) : special.test(cell));
  // A lone empty cell would read as a blank row.
  if (cells.length === 1 && cells[0] === '') return '""\r\n';
  return `${cells.map((cell) => (needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator)}\r\n`;
}
