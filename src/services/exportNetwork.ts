import { writeCsv } from '../exchange/export/csv.ts';
import { readBackup } from '../storage/backup.ts';
import { contactPages } from '../storage/contacts.ts';
import type { Database } from '../storage/schema.ts';
import { listTies } from '../storage/ties.ts';
import type { Environment } from './environment.ts';

/** The whole network as the text of one file, with the name under which it is offered. */
export async function exportNetwork(
  { database, world }: Environment,
  format: 'csv' | 'json',
): Promise<{ name: string; type: string; text: string }> {
  const db = await database;
  const now = world.now();
  const name = `weitblick-${now.toISOString().slice(0, 10)}.${format}`;
  if (format === 'json') {
    return {
      name,
      type: 'application/json',
      text: `${JSON.stringify(await readBackup(db, now), null, 2)}\n`,
    };
  }
  const pieces: string[] = [];
  for await (const piece of writeCsv(everyContact(db), await listTies(db))) pieces.push(piece);
  return { name, type: 'text/csv;charset=utf-8', text: pieces.join('') };
}

async function* everyContact(db: Database) {
  for await (const page of contactPages(db)) yield* page;
}
