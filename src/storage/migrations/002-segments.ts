import type { Upgrade } from '../schema.ts';

/**
 * The second layout: what lists and analyses read stands in segments of some hundred contacts, so that a save
 * rewrites one of them and a list of a hundred thousand reads few rows. Frozen. Everything in these stores is
 * derived: each contact that is there is put down as pending, and the background makes its rows.
 */
export async function segments(transaction: Upgrade): Promise<void> {
  const { db } = transaction;
  db.createObjectStore('segments', { keyPath: 'segment' });
  db.createObjectStore('digests', { keyPath: 'segment' });
  db.createObjectStore('readings', { keyPath: 'segment' });
  const pending = db.createObjectStore('pending', { keyPath: 'id' });
  // Nobody wrote careers in the first layout; their rows now also say in which segment a contact stands.
  await transaction.objectStore('careers').clear();
  const ids = await transaction.objectStore('contacts').getAllKeys();
  for (const id of ids) pending.put({ id }).catch(() => {});
}
