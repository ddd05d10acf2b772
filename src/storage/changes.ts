import type { Database } from './schema.ts';
import type { Writing } from './transaction.ts';

/** Number of the last written change; 0 when nothing was ever written. Tells whether anything has changed since. */
export async function lastChange(db: Database): Promise<number> {
  const cursor = await db.transaction('changes').store.openKeyCursor(null, 'prev');
  return cursor?.primaryKey ?? 0;
}

/** The same within a transaction, before it has logged anything itself. */
export async function lastChangeWithin({ transaction }: Writing): Promise<number> {
  const cursor = await transaction.objectStore('changes').openKeyCursor(null, 'prev');
  return cursor?.primaryKey ?? 0;
}
