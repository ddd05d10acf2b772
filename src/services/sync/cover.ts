import { changeSync, countLiving, dropFiles, entryPages, listFiles, putFile } from '../../storage/files.ts';
import type { Database, SyncRecord } from '../../storage/schema.ts';
import { getState } from '../../storage/state.ts';
import type { Listing } from '../../sync/carrier.ts';
import { FILE_LIMITS } from '../../sync/file.ts';
import { parseName } from '../../sync/names.ts';
import { nextFile, RoundStop, type Space, writeLines } from './space.ts';

const DAY_MS = 86_400_000;

/** When what lies on the carrier is put in order, and how long what was put in order stays. */
export const TIDY = {
  /** More files than this make every listing long. */
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
 * Writes everything that is here as parts and a cover over them, and goes on where it was stopped. In restic's order:
 * parts, a listing that shows them whole, the cover. Answers its name; `null` when a part did not arrive: it begins
 * anew with the next round.
 * @throws RoundStop `damaged` when there are fewer contacts than there should be.
 */
export async function writeCover(
  db: Database,
  space: Space,
  {
    now,
    covers,
    progress,
  }: { now: () => Date; covers: readonly string[]; progress?: (done: number) => void },
): Promise<string | null> {
  const living = await countLiving(db);
  const last = (await getState(db, 'sync'))?.covered;
  if (living.rows !== living.contacts) throw new RoundStop('damaged');
  if (last !== undefined && living.contacts + living.dead + living.merged < last.alive + last.dead)
    throw new RoundStop('damaged');
  const since = now().toISOString();
  const begun = await changeSync(db, (sync) =>
    sync.cover === undefined ? { ...sync, cover: { parts: [], covers: [...covers], since } } : sync,
  );
  let cover = begun?.cover;
  if (cover === undefined) return null;
  let done = 0;
  let lines: string[] = [];
  let characters = 0;
  const flush = async (after: string) => {
    const { name, header } = await nextFile(db, 'p', now().toISOString());
    const row = { name, state: 'applied' as const, firstSeen: now().toISOString(), by: header.dev };
    const bytes = await writeLines(db, space, row, header, lines);
    const next = await changeSync(db, (sync) => ({
      ...sync,
      ...(sync.cover && { cover: { ...sync.cover, after, parts: [...sync.cover.parts, { name, bytes }] } }),
    }));
    cover = next?.cover ?? cover;
    [lines, characters] = [[], 0];
  };
  let at = cover.after;
  for await (const { entries, last: end } of entryPages(db, cover.after)) {
    for (const entry of entries) {
      const line = JSON.stringify(entry);
      lines.push(line);
      characters += line.length + 1;
    }
    done += entries.length;
    progress?.(done);
    at = end;
    if (characters >= FILE_LIMITS.written || lines.length >= FILE_LIMITS.records) await flush(end);
  }
  if (lines.length > 0) await flush(at ?? '');
  const listing = await space.list();
  if (!cover.parts.every(({ name, bytes }) => listing?.files.get(name) === bytes)) {
    await dropCover(db);
    return null;
  }
  return finish(db, space, cover, living, now().toISOString());
}

async function finish(
  db: Database,
  space: Space,
  { parts, covers }: NonNullable<SyncRecord['cover']>,
  { contacts: alive, dead }: { contacts: number; dead: number },
  at: string,
): Promise<string> {
  const { name, header } = await nextFile(db, 'c', at);
  const row = {
    name,
    state: 'applied' as const,
    firstSeen: at,
    by: header.dev,
    parts: parts.map((part) => part.name),
    covers,
  };
  const bytes = await writeLines(db, space, row, { ...header, parts: row.parts, covers, alive, dead }, []);
  for (const file of await listFiles(db))
    if (covers.includes(file.name)) await putFile(db, { ...file, coveredBy: name });
  await changeSync(db, ({ cover: _, tidyAt: __, setBack: ___, ...sync }) => ({
    ...sync,
    covered: { name, bytes: bytes + parts.reduce((sum, part) => sum + part.bytes, 0), alive, dead, at },
  }));
  return name;
}

async function dropCover(db: Database): Promise<void> {
  await changeSync(db, ({ cover: _, ...sync }) => ({
    ...sync,
    cover: { parts: [], covers: [], since: '' },
  }));
}

/**
 * Is it time to write a cover? Only after a round in which nothing was new. The first to come does it; each device
 * waits its own time before.
 */
export async function coverIsDue(
  db: Database,
  sync: SyncRecord,
  listing: Listing,
  now: Date,
): Promise<boolean> {
  const files = new Map((await listFiles(db)).map((file) => [file.name, file]));
  const live = [...listing.files].filter(([name]) => parseName(name) !== null);
  const loose = live.filter(([name]) => name.startsWith('d-') && files.get(name)?.coveredBy === undefined);
  const bytes = loose.reduce((sum, [, length]) => sum + length, 0);
  const most = Math.max(TIDY.looseBytes, (sync.covered?.bytes ?? 0) / 4);
  const uncovered = loose.filter(([name]) => files.get(name)?.coveredBy === undefined);
  const forgotten = uncovered.some(([name]) => {
    const file = files.get(name);
    return file?.forgets && now.getTime() - Date.parse(file.firstSeen) > TIDY.forgottenMs;
  });
  const due = live.length - countParts(live) > TIDY.files || bytes > most || forgotten;
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

function countParts(live: readonly [string, number][]): number {
  return live.filter(([name]) => name.startsWith('p-')).length;
}

/** Takes away what a cover has long stood in place of, and parts of this device that no cover ever named. */
export async function removeCovered(
  db: Database,
  space: Space,
  device: string,
  listing: Listing,
  now: Date,
): Promise<void> {
  const files = await listFiles(db);
  const byName = new Map(files.map((file) => [file.name, file]));
  const named = new Set(files.flatMap(({ parts = [] }) => parts));
  const sync = await getState(db, 'sync');
  const making = new Set(sync?.cover?.parts.map(({ name }) => name));
  const age = (at: string | undefined) => (at === undefined ? 0 : now.getTime() - Date.parse(at));
  for (const file of files) {
    const covered = file.coveredBy === undefined ? undefined : byName.get(file.coveredBy);
    const orphan =
      file.by === device && file.name.startsWith('p-') && !named.has(file.name) && !making.has(file.name);
    const old =
      covered !== undefined
        ? age(covered.firstSeen) > (file.name.startsWith('d-') ? TIDY.graceMs : TIDY.netMs)
        : orphan && age(file.firstSeen) > TIDY.graceMs;
    if (!old) continue;
    if (listing.files.has(file.name)) await space.remove(file.name);
    else await dropFiles(db, [file.name]);
  }
}
