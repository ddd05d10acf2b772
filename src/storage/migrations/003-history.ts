import type { Upgrade } from '../schema.ts';

/** As it was in this layout: how many changes of one thing were kept. */
const KEPT = 20;

/**
 * The third layout: the change log is found by what was changed, so that each thing's history stays bounded. Frozen.
 * Of what earlier versions have gathered without bound, the last changes of each thing stay.
 */
export async function history(transaction: Upgrade): Promise<void> {
  const store = transaction.objectStore('changes');
  const index = store.createIndex('of', ['store', 'id']);
  let thing = '';
  let seen = 0;
  // From the newest to the oldest change of each.
  for (let cursor = await index.openKeyCursor(null, 'prev'); cursor; cursor = await cursor.continue()) {
    const key = cursor.key.join(' ');
    seen = key === thing ? seen + 1 : 1;
    thing = key;
    if (seen > KEPT) store.delete(cursor.primaryKey).catch(() => {});
  }
}
