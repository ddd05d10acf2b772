import { changeSync, countLiving, dropFiles, entryPages } from '../../storage/files.ts';
import type { Database, FileRow, SyncRecord } from '../../storage/schema.ts';
import { getState } from '../../storage/state.ts';
import type { Listing } from '../../sync/carrier.ts';
import { parseName } from '../../sync/names.ts';
import { PartWriter, putCover } from './parts.ts';
import { RoundStop, type Space } from './space.ts';

const DAY_MS = 86_400_000;

/** When what lies on the carrier is put in order, and how long what was put in order stays. */
export const TIDY = {
  /** More loose files than this make every listing long. */
  files: 200,
  /** Loose changes beyond this, or beyond a quarter of the last cover. */
  looseBytes: 2_000_000,
  /** A forgotten person is out of the live files after these two together. */
  forgottenMs: 7 * DAY_MS,
  /** Covered changes stay for devices that are reading just now. */
  graceMs: 7 * DAY_MS,
  /** The cover before the last is a net. */
  netMs: 30 * DAY_MS,
  /** Whoever comes first: devices wait up to so long, each its own time. */
  spreadMs: 30 * 60_000,
} as const;

/**
 * Writes everything that is here as parts and a cover over them, and goes on where it was stopped. Answers its name;
 * `null` when something did not arrive: it begins anew with the next round.
 * @throws RoundStop `damaged` when there are fewer contacts than there should be.
 */
export async function writeCover(
  db: Database,
  space: Space,
  {
    now,
    covers,
    partRecords,
    progress,
  }: {
    now: () => Date;
    covers: readonly string[];
    partRecords?: number | undefined;
    progress?: (done: number) => void;
  },
): Promise<string | null> {
  const living = await wholeHere(db);
  const since = now().toISOString();
  const begun = await changeSync(db, (sync) =>
    sync.cover === undefined ? { ...sync, cover: { parts: [], covers: [...covers], since } } : sync,
  );
  let cover = begun?.cover;
  if (cover === undefined) return null;
  let done = 0;
  const writer = new PartWriter(partRecords);
  const flush = async (after: string) => {
    const part = await writer.write(db, space, now().toISOString());
    const next = await changeSync(db, (sync) => ({
      ...sync,
      ...(sync.cover && { cover: { ...sync.cover, after, parts: [...sync.cover.parts, part] } }),
    }));
    cover = next?.cover ?? cover;
  };
  let at = cover.after;
  for await (const { entries, last: end } of entryPages(db, cover.after, partRecords)) {
    for (const entry of entries) writer.add(entry);
    done += entries.length;
    progress?.(done);
    at = end;
    if (writer.isFull) await flush(end);
  }
  if (!writer.isEmpty) await flush(at ?? '');
  const name = await putCover(
    db,
    space,
    { parts: cover.parts, covers: cover.covers, ...living },
    now().toISOString(),
  );
  if (name === null) await dropCover(db);
  else await changeSync(db, ({ cover: _, tidyAt: __, setBack: ___, ...sync }) => sync);
  return name;
}

/**
 * How many live here and were forgotten.
 * @throws RoundStop `damaged` when there are fewer than there should be: what is missing would be missing in a cover.
 */
export async function wholeHere(db: Database): Promise<{ alive: number; dead: number }> {
  const living = await countLiving(db);
  const last = (await getState(db, 'sync'))?.covered;
  if (living.rows !== living.contacts) throw new RoundStop('damaged');
  if (last !== undefined && living.contacts + living.dead + living.merged < last.alive + last.dead)
    throw new RoundStop('damaged');
  return { alive: living.contacts, dead: living.dead };
}

async function dropCover(db: Database): Promise<void> {
  await changeSync(db, ({ cover: _, ...sync }) => ({
    ...sync,
    cover: { parts: [], covers: [], since: '' },
  }));
}

/** Changes that were applied here, and that no cover stands in place of yet. */
export function looseFiles(files: ReadonlyMap<string, FileRow>, listing: Listing): string[] {
  return [...listing.files.keys()].filter((name) => {
    const file = files.get(name);
    return parseName(name)?.kind === 'd' && file?.state === 'applied' && file.coveredBy === undefined;
  });
}

/**
 * Is it time to write a cover? Only after a round in which nothing was new. The first to come does it; each device
 * waits its own time before.
 */
export async function coverIsDue(
  db: Database,
  sync: SyncRecord,
  { files, listing, now }: { files: ReadonlyMap<string, FileRow>; listing: Listing; now: Date },
): Promise<boolean> {
  const loose = looseFiles(files, listing).filter((name) => files.get(name)?.more !== true);
  const bytes = loose.reduce((sum, name) => sum + (listing.files.get(name) ?? 0), 0);
  const most = Math.max(TIDY.looseBytes, (sync.covered?.bytes ?? 0) / 4);
  const forgotten = loose.some((name) => {
    const file = files.get(name);
    return file?.forgets && now.getTime() - Date.parse(file.firstSeen) > TIDY.forgottenMs;
  });
  const due = loose.length > TIDY.files || bytes > most || forgotten;
  if (!due) {
    if (sync.tidyAt !== undefined) await changeSync(db, ({ tidyAt: _, ...rest }) => rest);
    return false;
  }
  if (sync.tidyAt !== undefined) return now.toISOString() >= sync.tidyAt;
  const wait = Number.parseInt(sync.device, 16) % TIDY.spreadMs;
  const tidyAt = new Date(now.getTime() + wait).toISOString();
  await changeSync(db, (known) => ({ ...known, tidyAt }));
  return false;
}

/** Takes away what a cover has long stood in place of, and parts of this device that no cover ever named. */
export async function removeCovered(
  db: Database,
  space: Space,
  device: string,
  { files, listing, now }: { files: ReadonlyMap<string, FileRow>; listing: Listing; now: Date },
): Promise<void> {
  const named = new Set([...files.values()].flatMap(({ parts = [] }) => parts));
  const sync = await getState(db, 'sync');
  const making = new Set(sync?.cover?.parts.map(({ name }) => name));
  for (const file of files.values()) {
    const orphan =
      file.by === device && file.name.startsWith('p-') && !named.has(file.name) && !making.has(file.name);
    const since = file.coveredBy === undefined ? file.firstSeen : files.get(file.coveredBy)?.firstSeen;
    if (file.coveredBy === undefined && !orphan) continue;
    // The cover that stood in its place is gone itself: that was long ago.
    if (since !== undefined && now.getTime() - Date.parse(since) <= stays(file, files)) continue;
    if (listing.files.has(file.name)) await space.remove(file.name);
    else await dropFiles(db, [file.name]);
  }
}

/** How long a covered file stays. The cover before the last of everything is a net, with its parts. */
function stays({ name, coveredBy }: FileRow, files: ReadonlyMap<string, FileRow>): number {
  const coverer = coveredBy === undefined ? undefined : files.get(coveredBy);
  const isNet = !name.startsWith('d-') && coverer?.coveredBy === undefined && coverer?.small !== true;
  return coveredBy !== undefined && isNet ? TIDY.netMs : TIDY.graceMs;
}
