import {
  type Career,
  type Contact,
  type Digest,
  type LightRow,
  packRows,
  type Tie,
  unpackRows,
} from '../core/model/index.ts';
import { Turns, unobserved, unwaited } from './requests.ts';
import type {
  CareerRow,
  Database,
  DigestRow,
  PendingRow,
  SegmentRow,
  StoreName,
  WriteTransaction,
} from './schema.ts';
import { readState, writeState } from './state.ts';
import { tiesWithin } from './ties.ts';

/** Makes a contact's derived rows. Pure and at once: it is called while a transaction waits. */
export interface Deriver {
  /** Raised whenever the same contact may be derived differently. */
  version: string;
  derive(contact: Contact, ties: readonly Tie[]): Derived;
}

export interface Derived {
  career: Career;
  row: LightRow;
  digest: Digest;
}

/** What a write did to the derived rows. */
export interface DerivedChanges {
  /** The segments that were rewritten, as they are now. */
  segments: { rows: SegmentRow; digests: DigestRow }[];
  put: Digest[];
  removed: string[];
  /** Some contacts' rows are still to be made. */
  pending: boolean;
}

export const NOTHING_DERIVED: DerivedChanges = { segments: [], put: [], removed: [], pending: false };

/** Stores of which a write needs all when it changes contacts or ties. */
export const DERIVED_STORES = [
  'contacts',
  'ties',
  'careers',
  'segments',
  'digests',
  'pending',
] as const satisfies StoreName[];

/** Rows in one segment. One save rewrites one segment; a hundred thousand contacts are some four hundred. */
export const SEGMENT_ROWS = 256;
/** So many contacts are derived within the write that changed them; of more, each is put down as pending. */
const AT_ONCE = 500;
/** The version of a segment whose rows are of several. */
const MIXED = 'mixed';
/** Contacts that are read together, and whole in memory. */
const SLICE = 32;
/** Of a range of keys, so many times as many rows as are wanted are read in one request; else each by itself. */
const SPARSE = 2;
/** Pending rows that are read at once. */
const PENDING_PAGE = 64;
/** Ties of a slice's contacts that are read in one request; of more, each contact's by themselves. */
const TIES_AT_ONCE = 16 * SLICE;

/** The contacts whose derived rows a write makes stale. */
export interface Touched {
  ids: ReadonlySet<string>;
  /** Those of them who are not there any more. */
  gone: ReadonlySet<string>;
}

/**
 * Brings the derived rows of changed contacts up to date within the transaction that changed them, so that no
 * list ever disagrees with the contacts: each is derived, or put down as pending.
 */
export async function deriveChanged(
  transaction: WriteTransaction,
  deriver: Deriver | null,
  revision: number,
  { ids, gone }: Touched,
): Promise<DerivedChanges> {
  if (ids.size === 0) return NOTHING_DERIVED;
  const edits = new Edits(transaction, revision, deriver?.version ?? '');
  if (deriver === null || ids.size > AT_ONCE) {
    const alive = [...ids].filter((id) => !gone.has(id));
    await removeAll(transaction, edits, [...gone]);
    const there = ids.size > AT_ONCE ? alive : await whoIsThere(transaction, edits, alive);
    await postpone(transaction, revision, there);
    return { ...(await edits.write()), pending: there.length > 0 };
  }
  // In the order of their keys those of one write stand together, and are read together.
  const all = [...ids].sort();
  const pending = transaction.objectStore('pending');
  const reader = new SliceReader(transaction);
  const turns = new Turns(transaction);
  const made = new Map<string, () => void>();
  const slices = Array.from({ length: Math.ceil(all.length / SLICE) }, (_, i) =>
    all.slice(i * SLICE, (i + 1) * SLICE),
  );
  // The next is read while one is derived.
  let reading = reader.read(slices[0] ?? []);
  for (let at = 0; at < slices.length; at++) {
    const found = await reading;
    if (at + 1 < slices.length) reading = reader.read(slices[at + 1] ?? []);
    for (const { id, contact, career, ties, waits } of found) {
      if (contact !== undefined) {
        const { rev } = contact;
        const derived = deriver.derive(contact, ties);
        made.set(id, () => edits.put({ id, rev }, derived, career));
      } else if (career !== undefined) edits.remove(career);
      if (waits) unwaited(pending.delete(id));
      if (turns.due) await turns.give();
    }
  }
  // As they were written, so they stand in the list.
  for (const id of ids) made.get(id)?.();
  return { ...(await edits.write()), pending: false };
}

/** Puts contacts down as those whose derived rows are still to be made, some hundred of them in one row. */
export async function postpone(
  transaction: WriteTransaction,
  revision: number,
  ids: readonly string[],
): Promise<void> {
  const pending = transaction.objectStore('pending');
  if (ids.length <= AT_ONCE) {
    for (const id of ids) unwaited(pending.put({ id }));
    return;
  }
  const turns = new Turns(transaction);
  const sorted = await inOrder(turns, ids);
  for (let from = 0; from < sorted.length; from += SEGMENT_ROWS) {
    const id: PendingRow['id'] = [revision, from / SEGMENT_ROWS];
    unwaited(pending.put({ id, ids: sorted.slice(from, from + SEGMENT_ROWS) }));
    if (turns.due) await turns.give();
  }
}

/**
 * Ids in the order of their keys, so that those of one row stand together on the disk and are read together. Sorted by
 * their beginnings first: all at once would let nobody have a turn.
 */
async function inOrder(turns: Turns, ids: readonly string[]): Promise<string[]> {
  const byBeginning = new Map<string, string[]>();
  await turns.each(ids, (id) => {
    const beginning = id.slice(0, 2);
    const known = byBeginning.get(beginning);
    if (known === undefined) byBeginning.set(beginning, [id]);
    else known.push(id);
  });
  const sorted: string[] = [];
  await turns.each([...byBeginning.keys()].sort(), (beginning) => {
    for (const id of (byBeginning.get(beginning) ?? []).sort()) sorted.push(id);
  });
  return sorted;
}

async function removeAll(transaction: WriteTransaction, edits: Edits, ids: readonly string[]): Promise<void> {
  const careers = transaction.objectStore('careers');
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part = ids.slice(from, from + AT_ONCE);
    const found = await Promise.all(part.map((id) => careers.get(id)));
    for (const career of found) if (career !== undefined) edits.remove(career);
    for (const id of part) unwaited(transaction.objectStore('pending').delete(id));
  }
}

/** Those of the contacts who are there; the rows of the others go. */
async function whoIsThere(
  transaction: WriteTransaction,
  edits: Edits,
  ids: readonly string[],
): Promise<string[]> {
  const contacts = transaction.objectStore('contacts');
  const keys = await Promise.all(ids.map((id) => contacts.getKey(id)));
  await removeAll(
    transaction,
    edits,
    ids.filter((_, i) => keys[i] === undefined),
  );
  return ids.filter((_, i) => keys[i] !== undefined);
}

interface Found {
  id: string;
  contact: Contact | undefined;
  career: CareerRow | undefined;
  ties: Tie[];
  /** Is put down as pending by itself. */
  waits: boolean;
}

/** Reads what contacts are derived of: by ranges of keys where they stand together, else one by one. */
class SliceReader {
  readonly #transaction: WriteTransaction;
  #scattered = false;

  constructor(transaction: WriteTransaction) {
    this.#transaction = transaction;
  }

  /** @param ids in order, some */
  async read(ids: readonly string[]): Promise<Found[]> {
    const [first, last] = [ids[0], ids.at(-1)];
    if (first === undefined || last === undefined) return [];
    if (this.#scattered || ids.length < SLICE / 4) return Promise.all(ids.map((id) => this.#one(id)));
    const range = IDBKeyRange.bound(first, last);
    const most = SPARSE * ids.length;
    const ties = this.#transaction.objectStore('ties');
    const [contacts, careers, pending, incoming, outgoing] = await Promise.all([
      this.#transaction.objectStore('contacts').getAll(range, most),
      this.#transaction.objectStore('careers').getAll(range, most),
      this.#transaction.objectStore('pending').getAllKeys(range, most),
      ties.index('to').getAll(range, TIES_AT_ONCE),
      ties.getAll(IDBKeyRange.bound([first], [last, []]), TIES_AT_ONCE),
    ]);
    const whole =
      Math.max(contacts.length, careers.length, pending.length) < most &&
      Math.max(incoming.length, outgoing.length) < TIES_AT_ONCE;
    if (!whole) {
      this.#scattered = contacts.length === most;
      return Promise.all(ids.map((id) => this.#one(id)));
    }
    const contactOf = new Map(contacts.map((contact) => [contact.id, contact]));
    const careerOf = new Map(careers.map((career) => [career.contactId, career]));
    const waiting = new Set(pending);
    const to = Map.groupBy(incoming, (tie) => tie.to);
    const from = Map.groupBy(outgoing, (tie) => tie.from);
    return ids.map((id) => ({
      id,
      contact: contactOf.get(id),
      career: careerOf.get(id),
      ties: [...(to.get(id) ?? []), ...(from.get(id) ?? [])],
      waits: waiting.has(id),
    }));
  }

  async #one(id: string): Promise<Found> {
    const [contact, career, pending, ties] = await Promise.all([
      this.#transaction.objectStore('contacts').get(id),
      this.#transaction.objectStore('careers').get(id),
      this.#transaction.objectStore('pending').getKey(id),
      tiesWithin(this.#transaction, id),
    ]);
    return { id, contact, career, ties, waits: pending !== undefined };
  }
}

/** Contacts whose rows are still to be made, and the rows that say so. */
export interface Pending {
  rows: PendingRow['id'][];
  ids: string[];
}

/** Some of the contacts whose rows are still to be made; `null`: there are none. */
export async function nextPending(db: Database): Promise<Pending | null> {
  const keys = await db.getAllKeys('pending', null, SEGMENT_ROWS);
  // Single ones stand first.
  const single = keys.filter((key) => typeof key === 'string');
  if (single.length > 0) return { rows: single, ids: single };
  const [many] = keys;
  if (many === undefined) return null;
  return { rows: [many], ids: idsOfPending(await db.get('pending', many)) };
}

/** Is there anybody whose rows are still to be made? */
export async function hasPending(db: Database): Promise<boolean> {
  return (await db.getAllKeys('pending', null, 1)).length > 0;
}

/** How many contacts' rows are still to be made. */
export async function countPending(db: Database): Promise<number> {
  let count = 0;
  let after: IDBKeyRange | null = null;
  for (;;) {
    const rows: PendingRow[] = await db.getAll('pending', after, PENDING_PAGE);
    const last = rows.at(-1);
    if (last === undefined) return count;
    for (const row of rows) count += idsOfPending(row).length;
    after = IDBKeyRange.lowerBound(last.id, true);
  }
}

/** The contacts of a row of `pending`. */
export function idsOfPending(row: PendingRow | undefined): string[] {
  if (row === undefined) return [];
  return 'ids' in row ? row.ids : [row.id];
}

/** The segments in which contacts stand, each once; of whom nothing is derived yet there is none. */
export async function segmentsOf(db: Database, ids: readonly string[]): Promise<number[]> {
  const careers = await Promise.all(ids.map((id) => db.get('careers', id)));
  return [...new Set(careers.filter((row) => row !== undefined).map(({ segment }) => segment))];
}

/** Says that a segment's rows are the same in this version. */
export async function restamp(db: Database, segment: number, version: string): Promise<void> {
  const transaction = db.transaction('segments', 'readwrite', { durability: 'relaxed' });
  const known = await transaction.store.get(segment);
  if (known !== undefined) transaction.store.put({ ...known, version }).catch(() => {});
  await transaction.done;
}

function linesOf(row: DigestRow | undefined): string[] {
  return row === undefined || row.lines === '' ? [] : row.lines.split('\n');
}

/** The digests of a segment. */
export function digestsOf(row: DigestRow): Digest[] {
  return row.lines === '' ? [] : (JSON.parse(`[${row.lines.replaceAll('\n', ',')}]`) as Digest[]);
}

/** The digests of these contacts, in no order that means anything; ids of nobody are left out. */
export async function digestsById(db: Database, ids: readonly string[]): Promise<Digest[]> {
  const wanted = new Set(ids);
  const segments = await segmentsOf(db, [...wanted]);
  const rows = await Promise.all(segments.map((segment) => db.get('digests', segment)));
  // A line begins with the contact's id: most of the others of the segment need not be read.
  const begun = (line: string) => /^\{"id":"([^"\\]*)"/.exec(line)?.[1];
  return rows.flatMap((row) =>
    linesOf(row)
      .filter((line) => wanted.has(begun(line) ?? '') || begun(line) === undefined)
      .map((line) => JSON.parse(line) as Digest)
      .filter(({ id }) => wanted.has(id)),
  );
}

type Saved = Pick<Contact, 'id' | 'rev'>;

/** Collects what changes in which segment, and writes each segment once. */
class Edits {
  readonly #transaction: WriteTransaction;
  readonly #revision: number;
  readonly #version: string;
  readonly #put = new Map<string, Derived>();
  /** Contacts that stand in a segment, by segment; `null` takes one out. */
  readonly #placed = new Map<number, Map<string, Derived | null>>();
  readonly #fresh: { contact: Saved; derived: Derived }[] = [];
  readonly #removed: string[] = [];

  constructor(transaction: WriteTransaction, revision: number, version: string) {
    this.#transaction = transaction;
    this.#revision = revision;
    this.#version = version;
  }

  put(contact: Saved, derived: Derived, career: CareerRow | undefined): void {
    this.#put.set(contact.id, derived);
    if (career === undefined) this.#fresh.push({ contact, derived });
    else {
      this.#place(career.segment, contact.id, derived);
      this.#career(contact, career.segment);
    }
  }

  remove(career: CareerRow): void {
    this.#removed.push(career.contactId);
    this.#place(career.segment, career.contactId, null);
    unwaited(this.#transaction.objectStore('careers').delete(career.contactId));
  }

  async write(): Promise<Omit<DerivedChanges, 'pending'>> {
    await this.#placeFresh();
    const segments = await Promise.all(
      [...this.#placed].map(([segment, changes]) => this.#rewrite(segment, changes)),
    );
    return {
      segments,
      put: [...this.#put.values()].map(({ digest }) => digest),
      removed: this.#removed,
    };
  }

  #place(segment: number, id: string, derived: Derived | null): void {
    const changes = this.#placed.get(segment);
    if (changes === undefined) this.#placed.set(segment, new Map([[id, derived]]));
    else changes.set(id, derived);
  }

  #career({ id, rev }: Saved, segment: number): void {
    const row = { contactId: id, contactRev: rev, classifier: this.#version, segment };
    unobserved(this.#transaction).objectStore('careers').put(row);
  }

  /** New contacts fill the open segment, and then the next. */
  async #placeFresh(): Promise<void> {
    if (this.#fresh.length === 0) return;
    const open = (await readState(this.#transaction, 'openSegment')) ?? { segment: 0, count: 0 };
    for (const { contact, derived } of this.#fresh) {
      if (open.count >= SEGMENT_ROWS) {
        open.segment += 1;
        open.count = 0;
      }
      open.count += 1;
      this.#place(open.segment, contact.id, derived);
      this.#career(contact, open.segment);
    }
    unwaited(writeState(this.#transaction, 'openSegment', open));
  }

  async #rewrite(
    segment: number,
    changes: ReadonlyMap<string, Derived | null>,
  ): Promise<{ rows: SegmentRow; digests: DigestRow }> {
    const segments = this.#transaction.objectStore('segments');
    const store = this.#transaction.objectStore('digests');
    const [known, knownDigests] = await Promise.all([segments.get(segment), store.get(segment)]);
    const rows = new Map((known ? unpackRows(known.rows) : []).map((row) => [row.id, row]));
    const lines = linesOf(knownDigests);
    const digests = new Map([...rows.keys()].map((id, i) => [id, lines[i] ?? '']));
    let kept = rows.size;
    for (const [id, derived] of changes) {
      if (rows.has(id)) kept -= 1;
      if (derived === null) {
        rows.delete(id);
        digests.delete(id);
      } else {
        rows.set(id, derived.row);
        digests.set(id, JSON.stringify(derived.digest));
      }
    }
    const whole = kept === 0 || known === undefined || known.version === this.#version;
    // Rows of two versions in one segment: all of it is made again, at the next start at the latest.
    if (!whole) unwaited(writeState(this.#transaction, 'deriving', true));
    const made = {
      rows: {
        segment,
        revision: this.#revision,
        version: whole ? this.#version : MIXED,
        rows: packRows([...rows.values()]),
      },
      digests: { segment, revision: this.#revision, lines: [...digests.values()].join('\n') },
    };
    unwaited(segments.put(made.rows));
    unwaited(store.put(made.digests));
    return made;
  }
}
