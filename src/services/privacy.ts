import type { StoredData } from '../messaging/protocol.ts';
import { countStored } from '../storage/counts.ts';
import { eraseAll } from '../storage/erase.ts';
import { getSettings } from '../storage/state.ts';
import type { Background } from './background.ts';

const MONTH_MS = 30.44 * 24 * 60 * 60 * 1000;

/** What is stored, counted, and what has gone without news for longer than the user wants. */
export async function storedData(background: Background): Promise<StoredData> {
  const db = await background.database;
  const [counts, settings] = await Promise.all([countStored(db), getSettings(db)]);
  const since = new Date(background.world.now().getTime() - settings.reviewMonths * MONTH_MS).toISOString();
  let oldest: string | null = null;
  let [contacts, forReview] = [0, 0];
  for await (const rows of background.rows.light()) {
    for (const { seen } of rows) {
      contacts += 1;
      if (oldest === null || seen < oldest) oldest = seen;
      if (seen < since) forReview += 1;
    }
  }
  return { contacts, ...counts, oldest, forReview };
}

/** Every tag with its number of contacts, the commonest first, then by name. */
export async function listTags(background: Background): Promise<{ tags: { name: string; count: number }[] }> {
  const counts = new Map<string, number>();
  for await (const rows of background.rows.light())
    for (const { tags } of rows) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const tags = [...counts].map(([name, count]) => ({ name, count }));
  return { tags: tags.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name)) };
}

/** Empties every store; what the extension holds is then what it held when it was installed. */
export async function eraseEverything(background: Background): Promise<null> {
  await background.loss.erasing(async () => eraseAll(await background.database, background.world));
  await background.folder?.forget();
  return null;
}
