import { type Digest, LAYERS, type Place, ROLES, type Role } from '../model/index.ts';
import type { ReadingAlone } from './read.ts';
import { textSharing } from './sharing.ts';
import type { Viewpoint } from './viewpoint.ts';
import { ACCESS, HOLDER_MOST, REACH } from './weights.ts';

/** Values by number: each different value gets the next number, from 0. */
export interface Numbering<T> {
  of(value: T | undefined): number;
  /** The number of a value, `UNKNOWN` when it has none. */
  find(value: T | undefined): number;
  readonly values: T[];
}

/** The number for what is not known, in every column of numbers. */
export const UNKNOWN = -1;

/** The layer column's value for contacts whose layer is not known. */
export const UNKNOWN_LAYER = LAYERS.length;

/** How easily a contact can be asked; the order of the `reach` column. */
export const REACHES = ['active', 'connected', 'dormant', 'unknown'] as const;
export type ReachStep = (typeof REACHES)[number];

/**
 * What a role's holder adds to its coverage is kept as a whole number, the negative logarithm of what they leave
 * open in these parts, so that adding and taking away are exact, in any order.
 */
const LEAVES_OPEN_PARTS = 10_000;

/**
 * All contacts, one row each, one typed column for each thing that the analysis counts or compares. Passing over
 * a column costs nanoseconds a contact; the digests are only asked for what is shown of few. A row without a
 * digest is free.
 */
export class Columns {
  readonly rows = new Map<string, number>();
  readonly digests: (Digest | undefined)[] = [];
  private readonly free: number[] = [];
  private readonly share = textSharing();
  private capacity = 0;
  goals = 0;

  readonly functions: Numbering<string> = numbering();
  readonly industries: Numbering<string> = numbering();
  readonly countries: Numbering<string> = numbering();
  /** Employers by their key; `employerNames` as first shown. */
  readonly employers: Numbering<string> = numbering();
  readonly employerNames: string[] = [];
  readonly places: Numbering<string> = numbering();
  readonly placeValues: Place[] = [];

  isco = new Int16Array(0);
  nace = new Int16Array(0);
  country = new Int16Array(0);
  employer = new Int32Array(0);
  place = new Int32Array(0);
  reach = new Uint8Array(0);
  /** The way to the contact that the tie alone gives, in hundredths. */
  access = new Uint8Array(0);
  /** 1: labelled a friend. */
  friend = new Uint8Array(0);
  /** 1: the user and the contact know each other. */
  tied = new Uint8Array(0);
  /** Day of the last contact; 0 when none is noted. */
  lastContact = new Uint16Array(0);

  /** What follows depends on the context; `read` says whether it is up to date. */
  read = new Uint8Array(0);
  layer = new Uint8Array(0);
  /** 1 same employer as the user, 0 another, `UNKNOWN`. */
  internal = new Int8Array(0);
  hub = new Uint8Array(0);
  isHub = new Uint8Array(0);
  /** By goal: fit in points or `UNKNOWN`; roles as bits of `ROLES`; what each role's holder adds. */
  fit: Int8Array[] = [];
  roles: Uint16Array[] = [];
  /** Roles of which too little is known, as the same bits; and whether the contact serves the goal. */
  unjudged: Uint16Array[] = [];
  serves: Uint8Array[] = [];
  adds: Uint16Array[][] = [];

  constructor(goals: number) {
    this.resetReadings(goals);
  }

  /** Number of rows, free ones among them. */
  get length(): number {
    return this.digests.length;
  }

  get size(): number {
    return this.rows.size;
  }

  /** Puts a digest in its row, which is then unread; answers the row. */
  put(digest: Digest, { keyOf, today }: Viewpoint): number {
    const row = this.rows.get(digest.id) ?? this.free.pop() ?? this.digests.length;
    if (row >= this.capacity) this.grow(Math.max(64, this.capacity * 2, row + 1));
    this.rows.set(digest.id, row);
    this.digests[row] = this.share(digest);
    this.isco[row] = this.functions.of(digest.isco);
    this.nace[row] = this.industries.of(digest.nace);
    this.country[row] = this.countries.of(digest.place?.country);
    const employer = this.employers.of(digest.employer === undefined ? undefined : keyOf(digest.employer));
    this.employer[row] = employer;
    if (employer >= 0) this.employerNames[employer] ??= digest.employer ?? '';
    const { place } = digest;
    const number = this.places.of(
      place === undefined ? undefined : JSON.stringify([place.city, place.region, place.country]),
    );
    this.place[row] = number;
    if (number >= 0 && place !== undefined) this.placeValues[number] ??= place;
    this.reach[row] = REACHES.indexOf(reachOf(digest, today));
    this.access[row] = accessOf(digest);
    this.friend[row] = Number(digest.tie?.label === 'personal');
    this.tied[row] = Number(isTied(digest));
    this.lastContact[row] = Math.min(65_535, Math.max(0, digest.tie?.last ?? 0));
    this.read[row] = 0;
    return row;
  }

  remove(id: string): boolean {
    const row = this.rows.get(id);
    if (row === undefined) return false;
    this.rows.delete(id);
    this.digests[row] = undefined;
    // A free row fits nothing, plays no role and is no key person: passes need not look at the digest.
    for (const column of this.fit) column[row] = UNKNOWN;
    for (const columns of [this.roles, this.unjudged, this.serves])
      for (const column of columns) column[row] = 0;
    this.isHub[row] = 0;
    this.free.push(row);
    return true;
  }

  /** Enters what a reading says. */
  enter(row: number, reading: ReadingAlone): void {
    const { layer, distances, hub, fits } = reading;
    this.layer[row] = layer.known ? LAYERS.indexOf(layer.value) : UNKNOWN_LAYER;
    this.internal[row] = distances.internal === null ? UNKNOWN : Number(distances.internal);
    this.hub[row] = Math.round(hub.strength * 100);
    this.isHub[row] = Number(hub.isHub);
    const reach = REACH[REACHES[this.reach[row] ?? 0] ?? 'unknown'];
    fits.forEach((fit, goal) => {
      set(this.fit[goal], row, fit.value ?? UNKNOWN);
      let bits = 0;
      for (const column of this.adds[goal] ?? []) column[row] = 0;
      for (const { role, strength } of fit.roles) {
        const bit = ROLES.indexOf(role);
        bits |= 1 << bit;
        set(this.adds[goal]?.[bit], row, addsOf(strength, reach));
      }
      set(this.roles[goal], row, bits);
      let unjudged = 0;
      for (const role of fit.unjudged) unjudged |= 1 << ROLES.indexOf(role);
      set(this.unjudged[goal], row, unjudged);
      set(this.serves[goal], row, Number(fit.serves));
    });
    this.read[row] = 1;
  }

  /** All readings are to be made again, against so many goals. Reach is measured anew from `today`, if given. */
  resetReadings(goals: number, today?: number): void {
    this.goals = goals;
    this.read = new Uint8Array(this.capacity);
    this.fit = Array.from({ length: goals }, () => new Int8Array(this.capacity).fill(UNKNOWN));
    this.roles = Array.from({ length: goals }, () => new Uint16Array(this.capacity));
    this.unjudged = Array.from({ length: goals }, () => new Uint16Array(this.capacity));
    this.serves = Array.from({ length: goals }, () => new Uint8Array(this.capacity));
    this.adds = Array.from({ length: goals }, () => Array.from(ROLES, () => new Uint16Array(this.capacity)));
    if (today === undefined) return;
    this.digests.forEach((digest, row) => {
      if (digest !== undefined) this.reach[row] = REACHES.indexOf(reachOf(digest, today));
    });
  }

  /** The best fit to any goal, in points; `UNKNOWN` when no goal can say anything. */
  bestFit(row: number): number {
    let best = UNKNOWN;
    for (let goal = 0; goal < this.fit.length; goal++) {
      const value = (this.fit[goal] as Int8Array)[row] as number;
      if (value > best) best = value;
    }
    return best;
  }

  /** Does the contact of a row serve any goal? */
  servesAny(row: number): boolean {
    for (const column of this.serves) if (column[row] === 1) return true;
    return false;
  }

  /** Numbers of all rows that hold a contact. */
  *held(): Generator<number, void, void> {
    for (let row = 0; row < this.digests.length; row++) if (this.digests[row] !== undefined) yield row;
  }

  /** Does anybody work for the employer with this key? */
  worksAt(key: string, keyOf: (name: string) => string): boolean {
    const number = this.employers.find(key);
    for (let row = 0; row < this.length; row++) {
      const digest = this.digests[row];
      if (digest === undefined || digest.retired === true) continue;
      if (number !== UNKNOWN && this.employer[row] === number) return true;
      // A second post counts as the first.
      if (
        digest.affiliations !== undefined &&
        digest.steps?.some(
          ({ to, company }) => to === null && company !== undefined && keyOf(company) === key,
        )
      )
        return true;
    }
    return false;
  }

  id(row: number): string {
    return this.digests[row]?.id ?? '';
  }

  private grow(capacity: number): void {
    this.capacity = capacity;
    this.isco = grown(this.isco, new Int16Array(capacity));
    this.nace = grown(this.nace, new Int16Array(capacity));
    this.country = grown(this.country, new Int16Array(capacity));
    this.employer = grown(this.employer, new Int32Array(capacity));
    this.place = grown(this.place, new Int32Array(capacity));
    this.reach = grown(this.reach, new Uint8Array(capacity));
    this.access = grown(this.access, new Uint8Array(capacity));
    this.friend = grown(this.friend, new Uint8Array(capacity));
    this.tied = grown(this.tied, new Uint8Array(capacity));
    this.lastContact = grown(this.lastContact, new Uint16Array(capacity));
    this.read = grown(this.read, new Uint8Array(capacity));
    this.layer = grown(this.layer, new Uint8Array(capacity));
    this.internal = grown(this.internal, new Int8Array(capacity));
    this.hub = grown(this.hub, new Uint8Array(capacity));
    this.isHub = grown(this.isHub, new Uint8Array(capacity));
    this.fit = this.fit.map((column) => grown(column, new Int8Array(capacity)));
    this.roles = this.roles.map((column) => grown(column, new Uint16Array(capacity)));
    this.unjudged = this.unjudged.map((column) => grown(column, new Uint16Array(capacity)));
    this.serves = this.serves.map((column) => grown(column, new Uint8Array(capacity)));
    this.adds = this.adds.map((columns) => columns.map((column) => grown(column, new Uint16Array(capacity))));
  }
}

/** What a holder adds to a role, in whole parts; `reach` 0 to 1. */
export function addsOf(strength: number, reach: number): number {
  return Math.round(-Math.log(1 - HOLDER_MOST * strength * reach) * LEAVES_OPEN_PARTS);
}

/** The coverage, 0 to 1, of the sum of what the holders add. */
export function coverageOf(sum: number): number {
  return 1 - Math.exp(-sum / LEAVES_OPEN_PARTS);
}

/** How easily a contact can be asked, by what is known of the tie. */
export function reachOf({ tie, degree, mutual }: Digest, today: number): ReachStep {
  if (tie?.last !== undefined) return today - tie.last < REACH.freshMonths * 30.44 ? 'active' : 'dormant';
  if (tie?.label !== undefined || (tie?.strength !== undefined && tie.strength !== 'weak')) return 'active';
  return tie !== undefined || degree === 1 || (mutual ?? 0) > 0 ? 'connected' : 'unknown';
}

/** Do the two know each other at all? Mutual connections alone make no acquaintance. */
export function isTied({ tie, degree, introduced }: Digest): boolean {
  return tie !== undefined || degree === 1 || introduced !== undefined;
}

/** The way to a contact that the tie alone gives, in hundredths. */
export function accessOf({ tie, degree }: Digest): number {
  if (tie?.label === 'personal') return ACCESS.strong * 100;
  // The day's work makes such a tie, and takes it along.
  if (tie?.label === 'dayToDay') return ACCESS.known * 100;
  if (tie?.strength === 'strong' || tie?.strength === 'moderate')
    return Math.round(ACCESS[tie.strength] * 100);
  return (tie !== undefined || degree === 1 ? ACCESS.known : ACCESS.unknown) * 100;
}

/** Does the contact of a row have the role toward the goal with this number? */
export function hasRole(columns: Columns, goal: number, role: Role, row: number): boolean {
  return ((columns.roles[goal]?.[row] ?? 0) & (1 << ROLES.indexOf(role))) !== 0;
}

function numbering<T>(): Numbering<T> {
  const numbers = new Map<T, number>();
  const values: T[] = [];
  return {
    values,
    find: (value) => (value === undefined ? UNKNOWN : (numbers.get(value) ?? UNKNOWN)),
    of(value) {
      if (value === undefined) return UNKNOWN;
      let number = numbers.get(value);
      if (number === undefined) {
        number = values.length;
        numbers.set(value, number);
        values.push(value);
      }
      return number;
    },
  };
}

function set(column: { [row: number]: number } | undefined, row: number, value: number): void {
  if (column !== undefined) column[row] = value;
}

function grown<T extends { set(old: T): void }>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
