import { fold } from '../core/text/fold.ts';
import type { ContactRow } from '../messaging/protocol.ts';
import type { Environment } from './environment.ts';
import { allRows } from './network.ts';

/**
 * Contacts of whom every word of the query begins a word of name, company, title, place, tags or note, accents
 * aside; those whose name matches stand first.
 */
export async function searchContacts(
  environment: Environment,
  query: string,
  limit: number,
): Promise<{ rows: ContactRow[] }> {
  const words = fold(query)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return { rows: [] };
  const inAll = (text: string) => words.every((word) => ` ${fold(text)}`.includes(` ${word}`));
  const rows = (await allRows(environment)).filter((row) =>
    inAll([row.name, row.company, row.title, row.place, ...row.tags, row.note].join(' ')),
  );
  return { rows: rows.sort((a, b) => Number(inAll(b.name)) - Number(inAll(a.name))).slice(0, limit) };
}
