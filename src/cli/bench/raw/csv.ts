import Papa from 'papaparse';
import { csvRows } from '../../../exchange/csv.ts';
import { IMPORT_LIMITS } from '../../../exchange/limits.ts';
import { median } from '../row.ts';
import { variedConnections } from './people.ts';
import type { Measured } from './table.ts';

/** The reader of tables beside Papa Parse, in Node, on the same text. */
export function readTables(size: number, runs: number): Measured {
  const text = variedConnections(size);
  const timed = (read: () => number) => {
    const start = performance.now();
    if (read() !== size + 1) throw new Error('a reader lost rows');
    return performance.now() - start;
  };
  const [own, theirs]: [number[], number[]] = [[], []];
  const chunks = Array.from({ length: Math.ceil(text.length / 65_536) }, (_, i) =>
    text.slice(i * 65_536, (i + 1) * 65_536),
  );
  for (let turn = 0; turn <= runs; turn++) {
    own.push(
      timed(() => {
        let rows = 0;
        for (const _ of csvRows(chunks, { separator: ',', maxRows: IMPORT_LIMITS.rows })) rows += 1;
        return rows;
      }),
    );
    theirs.push(timed(() => Papa.parse<string[]>(text, { delimiter: ',' }).data.length));
  }
  // The first turn is the compiler's.
  return new Map([
    ['Papa Parse', median(theirs.slice(1))],
    ['csv', median(own.slice(1))],
  ]);
}
