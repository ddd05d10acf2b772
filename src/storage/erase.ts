import { deleteDB } from 'idb';
import { unwaited } from './requests.ts';
import { DATABASE_INDEXES, DATABASE_STORES, type Database, type StoreName } from './schema.ts';
import { type World, write } from './transaction.ts';

/**
 * Empties every store in one transaction: all of it, or nothing. The revision goes on, so that pages notice. A
 * database of which a part is missing is removed instead, and made anew by whoever opens it next.
 */
export async function eraseAll(db: Database, world: World): Promise<void> {
  // Asks every connection to close first; ours then tells whoever keeps it open.
  if (!isWhole(db)) return deleteDB(db.name);
  const stores = [...db.objectStoreNames] as StoreName[];
  await write(db, world, stores, async ({ transaction, revision, replaceAll }) => {
    for (const store of stores) unwaited(transaction.objectStore(store).clear());
    unwaited(transaction.objectStore('state').put(revision, 'revision'));
    replaceAll('delete');
  });
}

/** Are all stores and indexes of the present layout there? */
function isWhole(db: Database): boolean {
  if (!DATABASE_STORES.every((store) => db.objectStoreNames.contains(store))) return false;
  return DATABASE_INDEXES.every(([store, index]) =>
    db
      .transaction(store)
      .objectStore(store)
      .indexNames.contains(index as never),
  );
}
