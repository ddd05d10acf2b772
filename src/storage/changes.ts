import { unwaited } from './requests.ts';
import type { ChangeRow, Database, WriteTransaction } from './schema.ts';
import type { Writing } from './writing.ts';

/**
 * How many changes of one contact, goal or tie the log keeps. Another device that follows needs the last one alone;
 * the others tell how it came about, as far back as the pages that are kept of a contact (`CAPTURES_KEPT`).
 */
export const CHANGES_KEPT = 20;
/** Looked up at once: bounds memory while a whole archive is written. */
const AT_ONCE = 500;

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

/** Takes away the oldest changes of what this transaction has changed, beyond `CHANGES_KEPT` of each. */
export async function pruneChanges(
  transaction: WriteTransaction,
  changes: readonly Pick<ChangeRow, 'store' | 'id' | 'rev'>[],
): Promise<void> {
  const store = transaction.objectStore('changes');
  const index = store.index('of');
  for (const [kind, written] of Map.groupBy(changes, (change) => change.store)) {
    const ids = new Set<string>();
    // Each write of a contact raises its `rev`: with a lower one it has no history of that length.
    for (const { id, rev } of written) if (kind !== 'contacts' || rev >= CHANGES_KEPT) ids.add(id);
    // A first import writes tens of thousands of ties, and there is nothing before them.
    if (ids.size > AT_ONCE && (await index.count(IDBKeyRange.bound([kind], [kind, []]))) === written.length)
      continue;
    const all = [...ids];
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const found = await Promise.all(
        all.slice(from, from + AT_ONCE).map((id) => index.getAllKeys(IDBKeyRange.only([kind, id]))),
      );
      for (const seqs of found) for (const seq of seqs.slice(0, -CHANGES_KEPT)) unwaited(store.delete(seq));
    }
  }
}
