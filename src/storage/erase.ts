import type { Database, StoreName } from './schema.ts';
import { unwaited, type World, write } from './transaction.ts';

/** Empties every store in one transaction: all of it, or nothing. The revision goes on, so that pages notice. */
export async function eraseAll(db: Database, world: World): Promise<void> {
  const stores = [...db.objectStoreNames] as StoreName[];
  await write(db, world, stores, async ({ transaction, log }) => {
    const revision = await transaction.objectStore('state').get('revision');
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
    if (revision !== undefined) unwaited(transaction.objectStore('state').put(revision, 'revision'));
    // Whoever holds something of the old state lets go of it, as after a restore.
    log({ store: 'settings', id: 'restore', kind: 'delete', rev: 0 });
  });
}
