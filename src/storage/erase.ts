import { unwaited } from './requests.ts';
import type { Database, StoreName } from './schema.ts';
import { type World, write } from './transaction.ts';

/**
 * Empties every store in one transaction: all of it, or nothing. The revision goes on, so that pages notice. A
 * database of which stores are missing is emptied as far as it is there.
 */
export async function eraseAll(db: Database, world: World): Promise<void> {
  const stores = [...db.objectStoreNames] as StoreName[];
  await write(db, world, stores, async ({ transaction, replaceAll }) => {
    const revision = await transaction.objectStore('state').get('revision');
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
    if (revision !== undefined) unwaited(transaction.objectStore('state').put(revision, 'revision'));
    replaceAll('delete');
  });
}
