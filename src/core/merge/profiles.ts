import {
  type Education,
  LIMITS,
  type Position,
  type Profile,
  type Provenance,
  type Source,
} from '../model/index.ts';
import { companyKey } from '../text/companies.ts';
import { fold } from '../text/fold.ts';
import { isLocal } from './keys.ts';

/** Fields that say one thing, where the newer word replaces the older. */
const SINGLE = [
  'headline',
  'location',
  'about',
  'connections',
  'followers',
  'mutualConnections',
  'degree',
  'industry',
] as const satisfies readonly (keyof Profile)[];

/**
 * One profile of two readings of the same person. A field that the newer one does not show stays as it was;
 * lists are united, because a page shows a part of them; positions are matched one by one. Fields in `doubtful`
 * (a guess of the newer reading) fill what was unknown and replace nothing.
 */
export function mergeProfiles(older: Profile, reading: Profile, doubtful: readonly string[] = []): Profile {
  const newer = withoutGuesses(older, reading, doubtful);
  const merged: Profile = { ...older, name: fullerName(older.name, newer.name) };
  for (const field of SINGLE) copyField(merged, newer, field);
  if (!isLocal(newer)) {
    const sameSite = older.key.site === newer.key.site;
    if (sameSite || isLocal(older)) {
      merged.key = newer.key;
      merged.url = newer.url;
      copyField(merged, newer, 'memberId');
    }
  }
  merged.positions = mergePositions(older.positions, newer.positions);
  merged.education = unite(newer.education, older.education, educationKey, LIMITS.education);
  merged.skills = unite(newer.skills, older.skills, fold, LIMITS.skills);
  merged.languages = unite(newer.languages, older.languages, ({ name }) => fold(name), LIMITS.languages);
  const links = unite(newer.links ?? [], older.links ?? [], (link) => link, LIMITS.links);
  if (links.length > 0) merged.links = links;
  return merged;
}

/** The newer reading, with what is only guessed put back to what is known. */
function withoutGuesses(older: Profile, newer: Profile, doubtful: readonly string[]): Profile {
  if (doubtful.length === 0) return newer;
  const sure: Profile = { ...newer };
  if (doubtful.includes('name')) sure.name = older.name;
  for (const field of SINGLE) if (doubtful.includes(field) && older[field] !== undefined) delete sure[field];
  for (const field of ['positions', 'education'] as const)
    if (doubtful.includes(field) && older[field].length > 0) sure[field] = [];
  return sure;
}

/** A site shows strangers an abbreviated name (`Jana B.`): it does not replace the whole one. */
function fullerName(known: Profile['name'], shown: Profile['name']): Profile['name'] {
  const before = fold(known.full).split(' ');
  const now = fold(shown.full).split(' ');
  const isShort = (short: string, long: string | undefined) =>
    short === long || (/^\p{L}\.?$/u.test(short) && long?.startsWith(short.charAt(0)) === true);
  const abbreviates =
    now.length === before.length &&
    now.every((word, at) => isShort(word, before[at])) &&
    now.some((word, at) => word.length < (before[at]?.length ?? 0));
  return abbreviates ? known : shown;
}

/** What `newer` knows and `older` does not; where both speak, `older` stays (a file older than a capture). */
export function fillProfile(older: Profile, newer: Profile): Profile {
  const merged = mergeProfiles(newer, older);
  if (older.positions.length > 0) merged.positions = older.positions;
  return isLocal(older) ? merged : { ...merged, key: older.key, url: older.url };
}

/** The source of each field of `merged`: that of `newer` for what it shows, else what was known before. */
export function mergeProvenance(older: Provenance, newer: Provenance, shown: Profile): Provenance {
  const provenance = new Map<string, Source>(Object.entries(older));
  for (const [field, source] of Object.entries(newer)) {
    const value: unknown = Object.hasOwn(shown, field) ? Reflect.get(shown, field) : undefined;
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) provenance.set(field, source);
  }
  return Object.fromEntries(provenance);
}

/**
 * Positions of an older and a newer reading, most recent first. A position that both know takes the newer
 * words and keeps what only the older one says. When the newer reading shows a current position that was
 * not known, an older one that it does not show is no longer current; its end stays open until a page says it.
 */
export function mergePositions(older: readonly Position[], newer: readonly Position[]): Position[] {
  if (newer.length === 0) return [...older];
  const remaining = [...older];
  const merged: Position[] = [];
  let startedAnew = false;
  for (const position of newer) {
    const index = findPosition(remaining, position);
    const [known] = index === -1 ? [] : remaining.splice(index, 1);
    if (known === undefined && position.end === null) startedAnew = true;
    merged.push(known === undefined ? position : joinPositions(known, position));
  }
  if (startedAnew) {
    // A card or a file row shows one position of perhaps several: it replaces the first, not all.
    let retire = newer.length === 1 ? 1 : remaining.length;
    for (const [index, position] of remaining.entries()) {
      if (position.end !== null || retire === 0) continue;
      const { end: _, ...open } = position;
      // Without any date it would still read as current (see `currentPosition`) only beside no current one.
      remaining[index] = open;
      retire -= 1;
    }
  }
  for (const position of remaining) merged.splice(placeFor(merged, position), 0, position);
  return merged.slice(0, LIMITS.positions);
}

function joinPositions(older: Position, newer: Position): Position {
  const joined = { ...older, ...newer };
  // A year alone is no news where the month is known.
  for (const edge of ['start', 'end'] as const) {
    const known = older[edge];
    const shown = newer[edge];
    if (typeof known === 'string' && typeof shown === 'string' && known.startsWith(shown))
      joined[edge] = known;
  }
  return joined;
}

function findPosition(among: readonly Position[], wanted: Position): number {
  const company = wanted.company === undefined ? undefined : companyKey(wanted.company);
  const title = wanted.title === undefined ? undefined : fold(wanted.title);
  const matches = (test: (position: Position) => boolean) => among.findIndex(test);
  const sameCompany = ({ company: other }: Position) =>
    company === undefined ? other === undefined : other !== undefined && companyKey(other) === company;
  const sameTitle = ({ title: other }: Position) =>
    title === undefined ? other === undefined : other !== undefined && fold(other) === title;
  // The same job twice at one company is told apart by its start.
  const exact = matches((p) => sameCompany(p) && sameTitle(p) && agrees(p.start, wanted.start, true));
  if (exact !== -1) return exact;
  const named = matches((p) => sameCompany(p) && sameTitle(p) && agrees(p.start, wanted.start, false));
  if (named !== -1) return named;
  if (company === undefined) return -1;
  return matches(
    (p) =>
      sameCompany(p) &&
      // A renamed title with the same start, or a reading that shows the company alone.
      (agrees(p.start, wanted.start, true) ||
        ((title === undefined || p.title === undefined) && agrees(p.start, wanted.start, false))),
  );
}

/** Can both dates be the same? `certain`: they are given and are. A year agrees with each of its months. */
function agrees(a: string | undefined, b: string | undefined, certain: boolean): boolean {
  if (a === undefined || b === undefined) return !certain;
  return a.startsWith(b) || b.startsWith(a);
}

function placeFor(sorted: readonly Position[], position: Position): number {
  if (position.end === null) return sorted.filter((other) => other.end === null).length;
  const { start } = position;
  if (start === undefined) return sorted.length;
  const index = sorted.findIndex(
    (other) => other.start !== undefined && other.end !== null && other.start < start,
  );
  return index === -1 ? sorted.length : index;
}

function educationKey({ school, degree, start }: Education): string {
  return JSON.stringify([fold(school), degree === undefined ? '' : fold(degree), start?.slice(0, 4) ?? '']);
}

/** Two lists as one: what `first` says stands, what it leaves open comes from `second`, its other items follow. */
export function unite<Item>(
  first: readonly Item[],
  second: readonly Item[],
  key: (item: Item) => string,
  limit: number,
): Item[] {
  const items = new Map<string, Item>();
  for (const item of first) items.set(key(item), item);
  for (const item of second) {
    const shown = items.get(key(item));
    // What the newer entry leaves open (a level, an end) the older one may know.
    items.set(
      key(item),
      shown === undefined || typeof shown !== 'object' ? (shown ?? item) : { ...item, ...shown },
    );
  }
  return [...items.values()].slice(0, limit);
}

function copyField<Field extends keyof Profile>(to: Profile, from: Profile, field: Field): void {
  if (from[field] !== undefined) to[field] = from[field];
}
