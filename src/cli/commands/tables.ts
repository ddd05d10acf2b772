import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { readArguments } from '../arguments.ts';
import { defineCommand, EXIT, RefusedError } from '../command.ts';
import {
  generatedOf,
  readRows,
  sourceOf,
  TABLES,
  TableError,
  type TableSource,
  tableModule,
} from '../tables.ts';

export default defineCommand({
  summary: 'Make the tables of src/core/tables from the rows that people edit in data/',
  usage: `tables [--check]

Reads data/*.tsv (one row a line, as people write it), checks that every code exists and that no row is there twice,
sorts the rows of each file by code and text, and writes src/core/tables. A wrong row is named with its line.

  --check   write nothing; exit 1 when a file would change`,
  async run(args) {
    const { values } = readArguments({ args, options: { check: { type: 'boolean' } } });
    const changed = TABLES.flatMap((table) => {
      const rows = rowsOf(table);
      return [
        [sourceOf(table), sorted(table, rows)] as const,
        [generatedOf(table), tableModule(table, rows)] as const,
      ];
    }).filter(([path, text]) => contentOf(path) !== text);
    if (values.check === true) {
      for (const [path] of changed) process.stderr.write(`${path} is not up to date: run "tables".\n`);
      return changed.length === 0 ? EXIT.done : EXIT.refused;
    }
    for (const [path, text] of changed) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      process.stdout.write(`${path} is written.\n`);
    }
    return EXIT.done;
  },
});

function rowsOf(table: TableSource): string[][] {
  try {
    return readRows(table);
  } catch (error) {
    if (error instanceof TableError) throw new RefusedError(error.message);
    throw error;
  }
}

/** The file with its rows in order: by code, then by text. */
function sorted({ columns, shape }: TableSource, rows: string[][]): string {
  const lines = rows.map((cells) => ({
    line: cells.join('\t'),
    by: [...cells.slice(1), cells[0]].join('\t'),
  }));
  if (shape === 'phrases') lines.sort((a, b) => (a.by < b.by ? -1 : 1));
  return `${[columns.join('\t'), ...lines.map(({ line }) => line)].join('\n')}\n`;
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
