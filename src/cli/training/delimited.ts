import { readFileSync } from 'node:fs';

/** Rows of a comma-separated file (RFC 4180: quotes, doubled quotes, line breaks inside quotes). */
export function parseDelimited(text: string, separator = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const quote = text.indexOf('"', at);
        const end = quote < 0 ? text.length : quote;
        value += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        value += '"';
        at++;
      }
    } else {
      const start = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n') at++;
      value = text.slice(start, at).replace(/\r$/, '');
    }
    row.push(value);
    if (text[at] === '\r') at++;
    if (text[at] === separator) {
      at++;
      if (at === text.length) row.push('');
      continue;
    }
    at++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** Rows of a file with a header line, as objects by column name; absent cells are empty strings. */
export function readTable(path: string, separator = ','): Record<string, string>[] {
  const [header = [], ...rows] = parseDelimited(readFileSync(path, 'utf8'), separator);
  return rows
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])));
}

/** Rows of a plain tab-separated file without quotes, the header line included. */
export function readTabs(path: string): string[][] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}
