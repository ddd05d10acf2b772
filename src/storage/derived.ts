import {
  type Career,
  type Contact,
  type Digest,
  type LightRow,
  packRows,
  type Tie,
  unpackRows,
} from '../core/model/index.ts';
import { unwaited } from './requests.ts';
import type { CareerRow, Database, DigestRow, SegmentRow, StoreName, WriteTransaction } from './schema.ts';
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
/** Contacts that are whole in memory, and derived in one go, before other work gets a turn. */
const SLICE = 25;

/**
 * Brings the derived rows of changed contacts up to date within the transaction that changed them, so that no
 * list ever disagrees with the contacts: each is derived, or put down as pending.
 */
export async function deriveChanged(
  transaction: WriteTransaction,
  deriver: Deriver | null,
  revision: number,
  ids: ReadonlySet<string>,
): Promise<DerivedChanges> {
  if (ids.size === 0) return NOTHING_DERIVED;
  const careers = transaction.objectStore('careers');
  const contacts = transaction.objectStore('contacts');
  const pending = transaction.objectStore('pending');
  const edits = new Edits(transaction, revision, deriver?.version ?? '');
  const later = deriver === null || ids.size > AT_ONCE;
  let postponed = false;
  const all = [...ids];
  // Of what is put off nothing is read but whether it is still there.
  const size = later ? AT_ONCE : SLICE;
  for (let from = 0; from < all.length; from += size) {
    const slice = all.slice(from, from + size);
    const found = await Promise.all(
      slice.map(async (id) => {
        if (later) {
          const exists = (await contacts.getKey(id)) !== undefined;
          const career = exists ? undefined : await careers.get(id);
          return { id, exists, career, contact: undefined, ties: [] };
        }
        const [career, contact, ties] = await Promise.all([
          careers.get(id),
          contacts.get(id),
          tiesWithin(transaction, id),
        ]);
        return { id, exists: contact !== undefined, career, contact, ties };
      }),
    );
    for (const { id, exists, career, contact, ties } of found) {
      if (!exists) {
        if (career !== undefined) edits.remove(career);
        unwaited(pending.delete(id));
      } else if (contact === undefined || deriver === null) {
        unwaited(pending.put({ id }));
        postponed = true;
      } else {
        edits.put(contact, deriver.derive(contact, ties), career);
        unwaited(pending.delete(id));
      }
    }
  }
  return { ...(await edits.write()), pending: postponed };
}

/** Contacts whose rows are still to be made, so many at most. */
export async function pendingIds(db: Database, most: number): Promise<string[]> {
  return db.getAllKeys('pending', null, most);
}

/** How many contacts' rows are still to be made. */
export async function countPending(db: Database): Promise<number> {
  return db.count('pending');
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

/** Collects what changes in which segment, and writes each segment once. */
class Edits {
  readonly #transaction: WriteTransaction;
  readonly #revision: number;
  readonly #version: string;
  readonly #put = new Map<string, Derived>();
  /** Contacts that stand in a segment, by segment; `null` takes one out. */
  readonly #placed = new Map<number, Map<string, Derived | null>>();
  readonly #fresh: { contact: Contact; derived: Derived }[] = [];
  readonly #removed: string[] = [];

  constructor(transaction: WriteTransaction, revision: number, version: string) {
    this.#transaction = transaction;
    this.#revision = revision;
    this.#version = version;
  }

  put(contact: Contact, derived: Derived, career: CareerRow | undefined): void {
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

  #career({ id, rev }: Contact, segment: number): void {
    const row = { contactId: id, contactRev: rev, classifier: this.#version, segment };
    unwaited(this.#transaction.objectStore('careers').put(row));
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
