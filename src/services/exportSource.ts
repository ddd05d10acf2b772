import type { ExportSource } from '../exchange/export/index.ts';
import { capturePages, listTombstones } from '../storage/backup.ts';
import { contactPages } from '../storage/contacts.ts';
import { listGoals } from '../storage/goals.ts';
import type { Database } from '../storage/schema.ts';
import { getSettings, getState } from '../storage/state.ts';
import { listTies } from '../storage/ties.ts';

/** Everything that is the user's own, to be written to files; contacts and captures are read page by page. */
export async function openSource(db: Database, exportedAt: Date): Promise<ExportSource> {
  const [me, goals, ties, settings, tombstones] = await Promise.all([
    getState(db, 'me'),
    listGoals(db),
    listTies(db),
    getSettings(db),
    listTombstones(db),
  ]);
  return {
    contacts: eachOf(contactPages(db)),
    captures: eachOf(capturePages(db)),
    exportedAt: exportedAt.toISOString(),
    me: me ?? null,
    goals,
    ties,
    settings,
    tombstones,
  };
}

/** One by one; the next page is already being read while this one is written. */
async function* eachOf<Item>(pages: AsyncGenerator<Item[]>): AsyncGenerator<Item> {
  let ahead = pages.next();
  for (;;) {
    const { done, value } = await ahead;
    if (done) return;
    ahead = pages.next();
    // Whoever stops early does not ask for it; a failure is then nobody's.
    ahead.catch(() => {});
    yield* value;
  }
}
