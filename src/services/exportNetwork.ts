import { exportFile, exportFileName } from '../exchange/export/index.ts';
import type { Environment } from './environment.ts';
import { openSource } from './exportSource.ts';

/** The whole network as the text of one file, with the name under which it is offered. */
export async function exportNetwork(
  { database, world }: Environment,
  format: 'csv' | 'json',
): Promise<{ name: string; type: string; text: string }> {
  const now = world.now();
  const kind = format === 'json' ? 'backup' : 'csv';
  const pieces: string[] = [];
  for await (const piece of exportFile(kind, await openSource(await database, now)))
    if (typeof piece === 'string') pieces.push(piece);
  return {
    name: exportFileName(kind, now.toISOString().slice(0, 10)),
    type: format === 'json' ? 'application/json' : 'text/csv;charset=utf-8',
    text: pieces.join(''),
  };
}
