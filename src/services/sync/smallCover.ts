import { type Entry, PAGES_READ, placeOf } from '../../core/sync/index.ts';
import { entriesAt } from '../../storage/files.ts';
import type { Database, FileRow } from '../../storage/schema.ts';
import type { Listing } from '../../sync/carrier.ts';
import { parseName } from '../../sync/names.ts';
import { lengthOf, type Part, PartWriter, putCover } from './parts.ts';
import { type Opened, readLines, type Space } from './space.ts';

/** Small covers that are longer together than this share of the last one of everything give way to a new one of everything. */
const SMALL_SHARE = 0.5;
/** Requests at once. */
const AT_ONCE = 3;

/** What a small cover is made of. */
export interface Loose {
  now: () => Date;
  partRecords?: number | undefined;
  /** Every file that this device knows. */
  files: ReadonlyMap<string, FileRow>;
  listing: Listing;
  /** Changes that were applied and that no cover stands in place of yet. */
  loose: readonly string[];
  living: { alive: number; dead: number };
}

/**
 * Writes the records that loose files name, as they stand here now, as a cover of those files alone; of each person
 * whom one of them forgets also the parts that hold something of them are written anew, so that nobody stays in a cover
 * of everything. `large`: there is none yet, or small ones would be too long beside it. `null`: it did not arrive.
 */
export async function writeSmallCover(
  db: Database,
  space: Space,
  { now, partRecords, files, listing, loose, living }: Loose,
): Promise<string | null | 'large'> {
  const covers = [...files.values()].filter(
    (file) => file.coveredBy === undefined && listing.files.has(file.name),
  );
  const standing = (cover: FileRow) =>
    (cover.parts ?? []).filter((part) => files.get(part)?.coveredBy === undefined);
  const length = (names: readonly string[]) =>
    lengthOf(names.map((name) => ({ bytes: listing.files.get(name) ?? 0 })));
  const whole = covers.filter(({ small }) => small !== true).flatMap(standing);
  const small = covers.filter((cover) => cover.small === true).flatMap(standing);
  const most = length(whole) * SMALL_SHARE - length(small);
  if (whole.length === 0 || most <= 0) return 'large';

  const names = new Set<string>();
  const forgotten = new Set<string>();
  const covered: string[] = [];
  for await (const [name, { header, entries }] of openAll(space, loose)) {
    // Lines of a newer program would be lost with the file.
    if (entries.length < header.n) continue;
    covered.push(name);
    for (const entry of entries) {
      names.add(placeOf(entry));
      if (entry.k === 'contact' && entry.x === 1) forgotten.add(entry.i);
    }
  }
  if (covered.length === 0) return null;
  // Many files may tell of few records: what they are together is no longer than those are in a cover of everything.
  const share = names.size / Math.max(1, living.alive + living.dead);
  const left = most - Math.min(length(covered), length(whole) * share);
  const candidates = [...whole, ...small].filter((part) => mayHold(files.get(part), forgotten));
  const renewed: string[] = [];
  for await (const [name, { header, entries }] of openAll(space, candidates)) {
    if (entries.length < header.n || !entries.some((entry) => tellsOf(entry, forgotten))) continue;
    renewed.push(name);
    for (const entry of entries) names.add(placeOf(entry));
    if (length(renewed) > left) return 'large';
  }

  if (left < 0) return 'large';

  const parts: Part[] = [];
  const writer = new PartWriter(partRecords);
  const at = () => now().toISOString();
  for await (const entries of entriesAt(db, [...names].sort(), partRecords)) {
    for (const entry of entries) writer.add(entry);
    if (writer.isFull) parts.push(await writer.write(db, space, at()));
  }
  if (!writer.isEmpty) parts.push(await writer.write(db, space, at()));
  return putCover(
    db,
    space,
    { parts, covers: [...covered, ...renewed], small: true as const, ...living },
    at(),
  );
}

/** Files as they are opened, some at once; those that do not open are left out. */
async function* openAll(space: Space, names: readonly string[]): AsyncGenerator<[string, Opened]> {
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE);
    const read = await Promise.all(some.map((name) => space.read(name)));
    for (const [i, name] of some.entries()) {
      const [parsed, text] = [parseName(name), read[i]?.text];
      const opened = parsed === null || text == null ? null : readLines(parsed, text);
      if (opened !== null) yield [name, opened];
    }
  }
}

/** Can a part hold something of one of these persons? A part that does not say from where to where can. */
function mayHold({ from, to }: Pick<FileRow, 'from' | 'to'> = {}, ids: ReadonlySet<string>): boolean {
  if (ids.size === 0) return false;
  if (from === undefined || to === undefined) return true;
  const meets = (first: string, last: string) => from <= last && first <= to;
  // Ties name both of their ends, in whatever order.
  if (meets('tie:', 'tie:~')) return true;
  for (const id of ids)
    if (meets(`contact:${id}`, `contact:${id}`) || meets(`${PAGES_READ}${id}@`, `${PAGES_READ}${id}@~`))
      return true;
  return false;
}

function tellsOf({ k, i }: Entry, ids: ReadonlySet<string>): boolean {
  if (k === 'contact') return ids.has(i);
  if (k === 'capture') return ids.has(i.slice(0, i.lastIndexOf('@')));
  if (k !== 'tie') return false;
  const [from = '', to = ''] = i.slice(0, i.lastIndexOf(':')).split('>');
  return ids.has(from) || ids.has(to);
}
