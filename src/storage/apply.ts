import { mergeTies } from '../core/merge/index.ts';
import {
  CaptureRecord,
  type Contact,
  fitted,
  Goal,
  Me,
  Settings,
  type Tie,
  type TieQuestion,
  Tombstone,
} from '../core/model/index.ts';
import {
  absorb,
  type DeviceClock,
  type Entry,
  EXISTENCE,
  elder,
  endsOfTie,
  INTO,
  isKind,
  type Json,
  join,
  latestIn,
  NOTE,
  NOTHING,
  nextStamp,
  ofKey,
  opened,
  recordOf,
  registersOf,
  rowKey,
  rowOf,
  type Stamp,
  type StampRow,
  type State,
  sameState,
  shownNote,
  stampWrite,
  stateOf,
  stateOfEntry,
  type Values,
  type Written,
  writeNote,
} from '../core/sync/index.ts';
import { readClose } from './close.ts';
import {
  CAPTURES_KEPT,
  CONTACT_STORES,
  capturesOf,
  countContacts,
  deleteContacts,
  writeContact,
} from './contacts.ts';
import { forgetWithin } from './forget.ts';
import { deleteGoal, putGoal } from './goals.ts';
import { FORGET } from './many.ts';
import { writeMe } from './me.ts';
import { moveCaptures } from './merges.ts';
import {
  deleteQuestion,
  forgetQuestions,
  putQuestion,
  type QuestionChanges,
  questionRow,
  redirectQuestions,
} from './questions.ts';
import { unobserved, unwaited } from './requests.ts';
import type { Database, FileRow } from './schema.ts';
import { bury, captureRow, clockOf, recordWithin } from './stamping.ts';
import { readState, writeState } from './state.ts';
import { deleteTie, putTie, tieName, tiesWithin } from './ties.ts';
import { type World, write } from './transaction.ts';
import { putUndo } from './undo/rows.ts';
import type { Writing } from './writing.ts';

/** Entries in one transaction: other writes get a turn between two, and a killed background repeats no more. */
export const APPLIED_AT_ONCE = 1_000;

/**
 * Joins what another device tells with what is here. The derived rows follow as with every write. `file`: with it the
 * file is whole, and is put down as read in the same transaction. `keep`: nobody is forgotten by it; who was to be
 * comes back everywhere.
 */
export async function applyEntries(
  db: Database,
  world: World,
  entries: readonly Entry[],
  { file, keep = false }: { file?: FileRow; keep?: boolean } = {},
): Promise<void> {
  // The last part of a file is marked with it: what a power cut takes is read again.
  const durability = file === undefined ? 'relaxed' : 'strict';
  await applying(db, world, { keep, durability }, async (one, writing) => {
    await one.run(entries, file?.by ?? '');
    if (file !== undefined) unwaited(writing.transaction.objectStore('files').put(file));
  });
}

/** Applies within one transaction of its own; nothing while sync is off. */
async function applying(
  db: Database,
  world: World,
  { keep = false, durability = 'strict' }: { keep?: boolean; durability?: IDBTransactionDurability },
  work: (one: Applying, writing: Writing) => Promise<void>,
): Promise<void> {
  await write(
    db,
    world,
    [...CONTACT_STORES, 'registers', 'files'],
    async (writing) => {
      const sync = await readState(writing.transaction, 'sync');
      if (sync === undefined) return;
      await work(new Applying(writing, clockOf(sync, writing.now), keep), writing);
    },
    { told: true, durability },
  );
}

/** Shows what waited for somebody who has come back by a write of this device. */
export async function releaseWaiting(db: Database, world: World): Promise<void> {
  const waited = await db.transaction('registers').store.index('waits').getAll();
  const ids = await livingAmong(db, [...new Set(waited.flatMap(({ waits = [] }) => waits))]);
  if (ids.length === 0) return;
  await applying(db, world, {}, (one) => one.release(ids));
}

/** Rows looked at, and shown, in one transaction. */
const KEPT_AT_ONCE = 500;

/**
 * After an update: shows what newer programs had written and the older one here only kept. Can be stopped anywhere and
 * begun anew.
 */
export async function showKept(db: Database, world: World): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db.getAll('registers', IDBKeyRange.lowerBound(after, true), KEPT_AT_ONCE);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.key;
    const keys = rows.filter(({ kept, into }) => kept !== undefined && into === undefined);
    if (keys.length === 0) continue;
    await applying(db, world, {}, (one) => one.showKept(keys.map(({ key }) => key)));
  }
}

/** Those of the ids that are contacts here. */
export async function livingAmong(db: Database, ids: readonly string[]): Promise<string[]> {
  const { store } = db.transaction('contacts');
  const found = await Promise.all(ids.map((id) => store.getKey(id)));
  return ids.filter((_, i) => found[i] !== undefined);
}

/** A record with its row, and what becomes of both. */
interface One {
  id: string;
  known: StampRow | undefined;
  record: unknown;
  state: State;
  /** What was told of it. */
  told?: State;
}

/** A record's row and the record, as they are read. */
type Fetched = [row: StampRow | undefined, record: unknown];

const NOT_SHOWN: Values = { values: new Map(), note: '' };

class Applying {
  readonly #writing: Writing;
  readonly #clock: DeviceClock;
  readonly #keep: boolean;
  readonly #created: string[] = [];
  /** Whom another device has forgotten, and the person wants back. */
  readonly #kept = new Set<string>();
  readonly #touched = new Set<string>();
  readonly #rawRows: IDBObjectStore;
  /** What was asked for before it is needed. */
  readonly #early = new Map<string, Promise<Fetched>>();
  /** Whose a key is, as far as it was asked; `null`: nobody's. */
  readonly #owners = new Map<string, string | null>();
  readonly #there = new Map<string, boolean>();
  #count = 0;
  #aliases = true;
  #waiting = true;

  constructor(writing: Writing, clock: DeviceClock, keep: boolean) {
    this.#writing = writing;
    this.#clock = clock;
    this.#keep = keep;
    this.#rawRows = unobserved(writing.transaction).objectStore('registers');
  }

  async run(entries: readonly Entry[], by: string): Promise<void> {
    const rows = this.#rows;
    [this.#aliases, this.#waiting] = await Promise.all([
      rows.index('into').count().then(Boolean),
      rows.index('waits').count().then(Boolean),
    ]);
    const news = new Map<string, State>();
    for (const entry of entries) {
      const key = rowKey(entry.k, entry.i);
      const told = stateOfEntry(entry);
      const known = news.get(key);
      news.set(key, known === undefined ? told : join(known, told));
    }
    const of = (kind: string) => [...news].filter(([key]) => key.startsWith(`${kind}:`));
    await this.#contacts(of('contact'), by);
    const ties = of('tie');
    this.#ask(ties);
    const ends = ties.map(([key]) => endsOfTie(ofKey(key).id)).filter((tie) => tie !== null);
    await Promise.all(ends.flatMap(({ from, to }) => [this.#isThere(from), this.#isThere(to)]));
    for (const [key, told] of ties) await this.#tie(await this.#join(key, told));
    for (const [key, told] of of('question')) await this.#question(await this.#join(key, told));
    for (const [key, told] of news) if (!isKind(ofKey(key).kind)) await this.#passOn(key, told);
    for (const kind of ['goal', 'me', 'settings', 'never'])
      for (const [key, told] of of(kind)) await this.#plain(kind as 'goal', await this.#join(key, told));
    await this.#captures(of('capture'));
    await this.release(this.#created);
    await countContacts(this.#writing, this.#count);
  }

  /** What this program does not know how to show is kept as it came, and stands in the covers that are written here. */
  async #passOn(key: string, told: State): Promise<void> {
    const one = await this.#join(key, told);
    if (one !== null) this.#put(rowOf(key, one.state, NOT_SHOWN, one.known));
  }

  /** Shows what stood in rows alone: a newer program knows what an older one only kept. */
  async showKept(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const { kind, id } = ofKey(key);
      const one = { id, ...(await this.#read(key)) };
      if (one.known === undefined || one.known.waits !== undefined) continue;
      if (kind === 'contact' && intoOf(one.state) === null && !one.state.dead) await this.#show(one);
      else if (kind === 'tie') await this.#tie(one);
      else if (kind === 'question') await this.#question(one);
      else if (kind === 'goal' || kind === 'me' || kind === 'settings' || kind === 'never')
        await this.#plain(kind, one);
    }
    await this.release(this.#created);
    await countContacts(this.#writing, this.#count);
  }

  get #rows() {
    return this.#writing.transaction.objectStore('registers');
  }

  #put(row: StampRow): void {
    this.#early.delete(row.key);
    this.#rawRows.put(row);
  }

  /** Asks for records at once, which are then read one after the other. */
  #ask(news: readonly [string, State][]): void {
    for (const [key] of news) this.#early.set(key, this.#lookUp(key));
  }

  #lookUp(key: string): Promise<Fetched> {
    const { kind, id } = ofKey(key);
    return Promise.all([this.#rows.get(key), recordWithin(this.#writing.transaction, kind, id)]);
  }

  async #read(key: string): Promise<Omit<One, 'id' | 'told'>> {
    const early = this.#early.get(key);
    this.#early.delete(key);
    return this.#known(key, await (early ?? this.#lookUp(key)));
  }

  #known(key: string, [row, record]: Fetched): Omit<One, 'id' | 'told'> {
    const values = registersOf(ofKey(key).kind, record);
    // It was here before devices were kept in step: with the day of its last change.
    const known =
      row === undefined && record !== undefined
        ? stampWrite(undefined, key, { ...values, there: true }, this.#clock, [
            Date.parse((record as { updatedAt?: string }).updatedAt ?? '') || 0,
            0,
            this.#clock.device,
          ])
        : row;
    return { known, record, state: known === undefined ? NOTHING : stateOf(known, values) };
  }

  /** What is known with what is told; `null`: nothing is new. */
  async #join(key: string, told: State): Promise<One | null> {
    return joinOne(key, told, await this.#read(key));
  }

  async #contacts(news: readonly [string, State][], by: string): Promise<void> {
    const near = await this.#near(news.map(([key]) => ofKey(key).id));
    const found = news.map(([key, told]) => joinOne(key, told, this.#known(key, near(ofKey(key).id))));
    const all = found.filter((one) => one !== null);
    await this.#askForOwners(all);
    const dead = all.filter(({ state }) => state.dead);
    await this.#forget(dead, by);
    const alive = all.filter(({ state }) => !state.dead);
    const { away, here, coming } = Object.groupBy(alive, ({ state, record }) => {
      if (intoOf(state) !== null) return 'away';
      return record === undefined ? 'coming' : 'here';
    });
    // First what gives keys free, then who may take them.
    for (const one of away ?? []) await this.#fresh(one, (now) => this.#away(now));
    for (const one of [...(here ?? []), ...(coming ?? [])]) await this.#fresh(one, (now) => this.#show(now));
  }

  /** The rows and records of contacts, of which most stand close together. */
  async #near(ids: readonly string[]): Promise<(id: string) => Fetched> {
    const keys = ids.map((id) => rowKey('contact', id));
    const [rows, records] = await Promise.all([
      readClose(this.#rows, keys, ({ key }) => key),
      readClose(this.#writing.transaction.objectStore('contacts'), ids, ({ id }) => id),
    ]);
    for (const id of ids) this.#there.set(id, records.has(id));
    return (id) => [rows.get(rowKey('contact', id)), records.get(id)];
  }

  /** Who has the keys that contacts are told to have: asked for all at once. */
  async #askForOwners(all: readonly One[]): Promise<void> {
    const index = this.#writing.transaction.objectStore('contacts').index('keys');
    const asked = new Set<string>();
    for (const { record, state } of all) {
      const known = new Set((record as Contact | undefined)?.keys);
      for (const [path, { value }] of state.registers)
        if (path.startsWith('keys/') && typeof value === 'string' && !known.has(value)) asked.add(value);
    }
    const keys = [...asked];
    const owners = await Promise.all(keys.map((key) => index.getKey(key)));
    for (const [i, key] of keys.entries()) this.#owners.set(key, owners[i] ?? null);
  }

  /** Somebody before may have changed them too, as the same person. */
  async #fresh(one: One, work: (now: One) => Promise<void>): Promise<void> {
    if (!this.#touched.has(one.id)) return work(one);
    const now = await this.#join(rowKey('contact', one.id), one.told ?? NOTHING);
    if (now === null || now.state.dead) return;
    return intoOf(now.state) === null ? this.#show(now) : this.#away(now);
  }

  async #forget(dead: readonly One[], by: string): Promise<void> {
    const here = dead.filter(({ record }) => record !== undefined);
    if (this.#keep) {
      for (const { id, known, record, state } of here) {
        const gone = rowOf(rowKey('contact', id), state, NOT_SHOWN, known);
        this.#kept.add(id);
        this.#put(
          stampWrite(gone, gone.key, { ...registersOf('contact', record), there: true }, this.#clock),
        );
      }
    }
    const going = this.#keep ? dead.filter(({ record }) => record === undefined) : dead;
    for (const { id, known, state } of going) {
      this.#put(rowOf(rowKey('contact', id), state, NOT_SHOWN, known));
      await bury(this.#writing.transaction, id, this.#clock);
    }
    if (this.#keep || here.length === 0) return;
    const ids = here.map(({ id }) => id);
    const questions = await forgetQuestions(this.#writing, ids);
    if (questions !== undefined) await this.#stampQuestions(questions);
    const whole = await deleteContacts(this.#writing, ids, { tombstones: false });
    for (const { contact } of whole) this.#goes(contact);
    const ties = new Map(whole.flatMap((one) => one.ties).map((tie) => [tieName(tie), tie]));
    for (const [name, tie] of ties) {
      const row = await this.#rows.get(rowKey('tie', name));
      if (row === undefined) continue;
      const ends = [tie.from, tie.to].filter((id) => ties.size > 0 && here.some((one) => one.id === id));
      this.#put({ ...rowOf(row.key, stateOf(row, registersOf('tie', tie)), NOT_SHOWN, row), waits: ends });
    }
    const undo = `${FORGET}${this.#writing.now}:${this.#writing.id()}`;
    putUndo(this.#writing, {
      id: undo,
      at: this.#writing.now,
      kind: 'forgetMany',
      label: by,
      created: [],
      before: whole.map(({ contact }) => contact),
      captures: whole.flatMap(({ captures }) => captures),
      ties: { before: [...ties.values()], created: [] },
      ...(questions !== undefined && { questions }),
    });
    await forgetWithin(
      this.#writing,
      whole.map(({ contact }) => contact),
      undo,
    );
    // What the settings held of them has gone with them, and all are told: theirs may hold it still.
    await this.#stamp('settings', 'settings');
  }

  /** Shows what a contact's state says; whoever already has one of its keys is the same person. */
  async #show(one: One, fresh: readonly string[] = []): Promise<void> {
    const { id, known, state } = one;
    this.#touched.add(id);
    const present = one.record as Contact | undefined;
    const key = rowKey('contact', id);
    const made = recordOf('contact', id, valuesOf(state), present) as Contact | null;
    if (made === null) {
      this.#put(
        opened(rowOf(key, state, present ? registersOf('contact', present) : NOT_SHOWN, known), fresh),
      );
      return;
    }
    // Pages of an earlier life went with it; those of the new one are told anew.
    if (known !== undefined && known.life < state.life)
      unwaited(this.#writing.transaction.objectStore('captures').delete(capturesOf(id)));
    const owner = await this.#ownerOf(made, present);
    if (owner !== null) return this.#same(one, owner);
    const { now: updatedAt, deviceId } = this.#writing;
    const rev = (present?.rev ?? 0) + 1;
    const written = writeContact(this.#writing, { ...made, rev, updatedAt, deviceId }, present, {
      fits: true,
    });
    this.#comes(written, present);
    this.#put(opened(rowOf(key, state, registersOf('contact', written), known), fresh));
    if (present === undefined) {
      this.#count += 1;
      this.#created.push(id);
      await this.#takeBackPages(id, known);
    }
  }

  /** What is remembered of who is there, and of whose keys are whose, follows each write. */
  #comes({ id, keys }: Contact, before: Contact | undefined): void {
    for (const key of before?.keys ?? []) this.#owners.set(key, null);
    for (const key of keys) this.#owners.set(key, id);
    this.#there.set(id, true);
  }

  #goes({ id, keys }: Contact): void {
    for (const key of keys) this.#owners.set(key, null);
    this.#there.set(id, false);
  }

  /** A merge was taken back: the pages that went over with it come back too. */
  async #takeBackPages(id: string, known: StampRow | undefined): Promise<void> {
    const store = this.#writing.transaction.objectStore('captures');
    for (const at of known?.moved ?? []) {
      const capture = known?.into === undefined ? undefined : await store.get([known.into, at]);
      if (capture === undefined) continue;
      unwaited(store.delete([capture.contactId, at]));
      unwaited(store.put({ ...capture, contactId: id }));
    }
  }

  async #ownerOf(made: Contact, present: Contact | undefined): Promise<string | null> {
    const index = this.#writing.transaction.objectStore('contacts').index('keys');
    const known = new Set(present?.keys);
    for (const key of made.keys) {
      if (known.has(key)) continue;
      const owner = this.#owners.has(key) ? this.#owners.get(key) : await index.getKey(key);
      if (owner !== undefined && owner !== null && owner !== made.id) return owner;
    }
    return null;
  }

  /** Two contacts under one key are one person: the elder stays and takes over what is later in the other. */
  async #same(one: One, ownerId: string): Promise<void> {
    const other: One = { id: ownerId, ...(await this.#read(rowKey('contact', ownerId))) };
    const born = ({ id, state }: One) => ({
      id,
      createdAt: String(state.registers.get('createdAt')?.value ?? ''),
    });
    const [kept, gone] = elder(born(one), born(other)).id === one.id ? [one, other] : [other, one];
    const { state } = absorb(kept.state, gone.state, null, this.#clock);
    const stamp = nextStamp(gone.known && latestIn(gone.known), this.#clock);
    const registers = new Map(gone.state.registers);
    registers.set(INTO, { stamp, value: { id: kept.id, all: true } });
    await this.#hide({ ...gone, state: { ...gone.state, registers } }, kept.id, { tell: true });
    await this.#show({ ...kept, state }, changedPaths(kept.state, state));
  }

  /**
   * Takes a contact out of sight that lives on in another: pages and ties go over, the rest stays in its row; so does
   * the note while the other has not come (`waits`).
   */
  async #hide(one: One, into: string, { tell = false, waits = false }): Promise<void> {
    const { id, known, record, state } = one;
    this.#touched.add(id);
    const noted = !waits && shownNote(state.note) !== '';
    const note = noted ? writeNote(state.note, '', this.#clock) : state.note;
    const row = rowOf(rowKey('contact', id), { ...state, note }, NOT_SHOWN, known);
    this.#aliases = true;
    if (record !== undefined) {
      unwaited(this.#writing.transaction.objectStore('contacts').delete(id));
      this.#goes(record as Contact);
      this.#writing.log({ store: 'contacts', id, kind: 'delete', rev: (record as Contact).rev + 1 });
      this.#count -= 1;
    }
    const moved = (await moveCaptures(this.#writing, id, into)).moved.map(([, at]) => at);
    // Pages that nobody else has yet are told of as the other's.
    for (const at of moved) {
      const old = rowKey('capture', `${id}@${at}`);
      if ((await this.#rows.getKey(old)) === undefined) continue;
      unwaited(this.#rows.delete(old));
      this.#put(captureRow(rowKey('capture', `${into}@${at}`), this.#clock));
    }
    const fresh = [...(tell ? [INTO] : []), ...(noted ? [NOTE] : [])];
    const over = [...(known?.moved ?? []), ...moved];
    this.#put({ ...opened(row, fresh), ...(over.length > 0 && { moved: over }) });
    for (const tie of await tiesWithin(this.#writing.transaction, id))
      await this.#redirect(tie, id, into, tell);
    const questions = await redirectQuestions(this.#writing, id, into);
    if (questions !== undefined) await this.#stampQuestions(questions);
  }

  /** Another device says of a contact that it lives on in another. */
  async #away(one: One): Promise<void> {
    const { id, state } = one;
    const target = await this.#standsFor(id, state);
    // Merged both ways at once: this one stays.
    if (target === id) return this.#show(one);
    const other: One = { id: target, ...(await this.#read(rowKey('contact', target))) };
    if (other.known?.dead) {
      // Whom they live on in was forgotten: so are they, and all are told.
      await this.#forget([{ ...one, state: { ...NOTHING, life: state.life, dead: true } }], '');
      const row = await this.#rows.get(rowKey('contact', id));
      if (row !== undefined) this.#put(opened(row, [EXISTENCE]));
      return;
    }
    await this.#hide(one, target, { waits: other.known === undefined });
    // Merged the other way round here before, it is out of sight.
    if (other.known !== undefined) await this.#takeOver(other, state, other.record === undefined);
  }

  async #takeOver(kept: One, gone: State, hidden = false): Promise<void> {
    const into = gone.registers.get(INTO);
    const all = typeof into?.value === 'object' && into.value !== null && 'all' in into.value;
    const { state, changed } = absorb(kept.state, gone, all ? null : (into?.stamp ?? null), this.#clock);
    if (changed || hidden) await this.#show({ ...kept, state }, changedPaths(kept.state, state));
  }

  async #standsFor(id: string, state: State): Promise<string> {
    const way = [id];
    for (let next = intoOf(state); next !== null; ) {
      const seen = way.indexOf(next);
      if (seen >= 0) return way.slice(seen).sort()[0] ?? id;
      way.push(next);
      next = (await this.#rows.get(rowKey('contact', next)))?.into ?? null;
    }
    return way.at(-1) ?? id;
  }

  async #tie(one: One | null): Promise<void> {
    if (one === null) return;
    const { id, known, state } = one;
    const present = one.record as Tie | undefined;
    const key = rowKey('tie', id);
    const made = recordOf('tie', id, valuesOf(state), present) as Tie | null;
    if (made === null) {
      const ends = endsOfTie(id);
      if (present !== undefined && this.#isKept([present.from, present.to]))
        return this.#keepIt(key, one, { ...registersOf('tie', present), there: true });
      if (present !== undefined && ends !== null) await deleteTie(this.#writing, present);
      this.#put(rowOf(key, state, registersOf('tie', undefined), known));
      return;
    }
    for (const end of [made.from, made.to]) {
      if (end === 'me' || (await this.#isThere(end))) continue;
      const row = await this.#rows.get(rowKey('contact', end));
      const stands = row?.into === undefined ? end : await this.#standsFor(end, stateOf(row, NOT_SHOWN));
      if (present !== undefined) await deleteTie(this.#writing, present);
      const hidden = rowOf(key, state, NOT_SHOWN, known);
      if (stands !== end && (await this.#isThere(stands))) {
        this.#put(hidden);
        return this.#redirect(made, end, stands);
      }
      this.#put({ ...hidden, waits: [end] });
      this.#waiting = true;
      return;
    }
    putTie(this.#writing, made);
    this.#put(rowOf(key, state, registersOf('tie', made), known));
  }

  /** A tie to a contact that lives on in another is the other's: a write of this device, that all are told. */
  async #redirect(tie: Tie, from: string, to: string, coming = false): Promise<void> {
    const old = rowKey('tie', tieName(tie));
    await deleteTie(this.#writing, tie);
    const known = await this.#rows.get(old);
    this.#put(stampWrite(known, old, { ...registersOf('tie', undefined), there: false }, this.#clock));
    const moved: Tie = { ...tie, from: tie.from === from ? to : tie.from, to: tie.to === from ? to : tie.to };
    if (moved.from === moved.to) return;
    const key = rowKey('tie', tieName(moved));
    const { known: row, record } = await this.#read(key);
    const joined = record === undefined ? moved : mergeTies(record as Tie, moved);
    const written = stampWrite(row, key, { ...registersOf('tie', joined), there: true }, this.#clock);
    if (written === row) return;
    for (const end of [joined.from, joined.to]) {
      if (end === 'me' || (coming && end === to) || (await this.#isThere(end))) continue;
      const hidden = rowOf(key, stateOf(written, registersOf('tie', joined)), NOT_SHOWN, written);
      this.#put({ ...hidden, waits: [end] });
      this.#waiting = true;
      return;
    }
    putTie(this.#writing, joined);
    this.#put(written);
  }

  /** A question of whom a page means is asked, or settled, where everybody whom it is about is. */
  async #question(one: One | null): Promise<void> {
    if (one === null) return;
    const { id, known, record, state } = one;
    const key = rowKey('question', id);
    const made = recordOf('question', id, valuesOf(state), record) as TieQuestion | null;
    if (made === null) {
      const people = (record as { people?: string[] } | undefined)?.people;
      if (people !== undefined && this.#isKept(people))
        return this.#keepIt(key, one, { ...registersOf('question', record), there: true });
      if (record !== undefined) deleteQuestion(this.#writing, { id });
      this.#put(rowOf(key, state, registersOf('question', undefined), known));
      return;
    }
    for (const person of new Set([made.subject, ...made.candidates])) {
      if (await this.#isThere(person)) continue;
      const row = await this.#rows.get(rowKey('contact', person));
      const stands =
        row?.into === undefined ? person : await this.#standsFor(person, stateOf(row, NOT_SHOWN));
      if (record !== undefined) deleteQuestion(this.#writing, { id });
      const hidden = rowOf(key, state, NOT_SHOWN, known);
      if (stands !== person && (await this.#isThere(stands))) {
        this.#put(hidden);
        return this.#askAbout(id, made, person, stands);
      }
      // Whoever was forgotten is asked about no more; somebody who has not come yet is waited for.
      this.#put(row?.dead ? hidden : { ...hidden, waits: [person] });
      this.#waiting ||= !row?.dead;
      return;
    }
    putQuestion(this.#writing, made);
    this.#put(rowOf(key, state, registersOf('question', made), known));
  }

  /** A question about somebody who lives on in another is about the other: a write of this device, that all are told. */
  async #askAbout(id: string, question: TieQuestion, from: string, to: string): Promise<void> {
    const old = rowKey('question', id);
    const known = await this.#rows.get(old);
    this.#put(stampWrite(known, old, { ...registersOf('question', undefined), there: false }, this.#clock));
    const instead = (one: string) => (one === from ? to : one);
    const subject = instead(question.subject);
    const candidates = question.candidates.map(instead).filter((one) => one !== subject);
    if (candidates.length === 0) return;
    const moved = questionRow({ ...question, subject, candidates });
    const row = await this.#rows.get(rowKey('question', moved.id));
    const written = stampWrite(
      row,
      rowKey('question', moved.id),
      { ...registersOf('question', moved), there: true },
      this.#clock,
    );
    this.#put(written);
    await this.#question({ ...(await this.#read(written.key)), id: moved.id });
  }

  /** What forgetting or a merge here has done to questions is told to all. */
  async #stampQuestions({ before, created }: QuestionChanges): Promise<void> {
    for (const id of new Set([...before.map((row) => row.id), ...created])) await this.#stamp('question', id);
  }

  /** What this device itself has changed of a record gets its stamps, as with every write. */
  async #stamp(kind: 'question' | 'settings', id: string): Promise<void> {
    const key = rowKey(kind, id);
    const [known, record] = await Promise.all([
      this.#rows.get(key),
      recordWithin(this.#writing.transaction, kind, id),
    ]);
    const written = { ...registersOf(kind, record), there: record !== undefined };
    const row = stampWrite(known, key, written, this.#clock);
    if (row !== known) this.#put(row);
  }

  #isKept(ids: readonly string[]): boolean {
    return ids.some((id) => this.#kept.has(id));
  }

  /** What hangs on somebody who is kept stays with them, and all are told. */
  #keepIt(key: string, { known, state }: One, written: Written): void {
    this.#put(stampWrite(rowOf(key, state, NOT_SHOWN, known), key, written, this.#clock));
  }

  async #isThere(id: string): Promise<boolean> {
    const known = this.#there.get(id);
    if (known !== undefined) return known;
    const there = (await this.#writing.transaction.objectStore('contacts').getKey(id)) !== undefined;
    this.#there.set(id, there);
    return there;
  }

  async #plain(kind: 'goal' | 'me' | 'settings' | 'never', one: One | null): Promise<void> {
    if (one === null) return;
    const { id, known, record, state } = one;
    const made = recordOf(kind, id, valuesOf(state), record);
    const { transaction } = this.#writing;
    if (kind === 'goal') {
      if (made !== null) putGoal(this.#writing, Goal.parse(made));
      else if (record !== undefined) deleteGoal(this.#writing, id);
    } else if (kind === 'me') {
      if (made !== null || record !== undefined)
        writeMe(this.#writing, made === null ? null : Me.parse(made));
    } else if (kind === 'settings') {
      if (made !== null) {
        unwaited(writeState(transaction, 'settings', Settings.parse(made)));
        this.#writing.log({ store: 'settings', id: 'settings', kind: 'put', rev: 0 });
      }
    } else {
      const tombstones = transaction.objectStore('tombstones');
      const hash = made as Tombstone | null;
      if (hash !== null && this.#kept.has(hash.contactId)) {
        const shown = rowOf(rowKey(kind, id), state, registersOf(kind, hash), known);
        this.#put(
          stampWrite(shown, shown.key, { ...registersOf(kind, undefined), there: false }, this.#clock),
        );
        unwaited(tombstones.delete(id));
        return;
      }
      unwaited(made === null ? tombstones.delete(id) : tombstones.put(Tombstone.parse(made)));
    }
    this.#put(rowOf(rowKey(kind, id), state, registersOf(kind, made ?? undefined), known));
  }

  /** Pages of different people have nothing to do with each other; those of somebody merged into another come after. */
  async #captures(news: readonly [string, State][]): Promise<void> {
    const personOf = (key: string) => key.slice('capture:'.length, key.lastIndexOf('@'));
    const people = [...Map.groupBy(news, ([key]) => personOf(key))];
    const keys = people.map(([id]) => rowKey('contact', id));
    const rows = await readClose(this.#rows, keys, ({ key }) => key);
    const row = (id: string) => rows.get(rowKey('contact', id));
    const read = async (id: string, pages: typeof news) => {
      for (const [key, told] of pages)
        await this.#capture(ofKey(key).id, told.registers.get('page')?.value, row(id));
    };
    const merged = people.filter(([id]) => row(id)?.into !== undefined);
    await Promise.all(people.filter((one) => !merged.includes(one)).map(([id, pages]) => read(id, pages)));
    for (const [id, pages] of merged) await read(id, pages);
  }

  async #capture(id: string, page: Json | undefined, row: StampRow | undefined): Promise<void> {
    const at = id.lastIndexOf('@');
    const contactId = id.slice(0, at);
    if (page === undefined || row?.dead) return;
    const capture = fitted(CaptureRecord, { ...(page as object), contactId, at: id.slice(at + 1) })?.value;
    if (capture === undefined) return;
    const stands =
      row?.into === undefined ? contactId : await this.#standsFor(contactId, stateOf(row, NOT_SHOWN));
    if (!(await this.#isThere(stands))) {
      const key = rowKey('capture', id);
      const base = '0.0.00000000';
      this.#put({
        key,
        life: 1,
        base,
        cells: [],
        open: [],
        opens: [],
        kept: [['page', page]],
        waits: [contactId],
      });
      this.#waiting = true;
      return;
    }
    const store = this.#writing.transaction.objectStore('captures');
    const kept = await store.getAllKeys(capturesOf(stands));
    if (kept.some(([, time]) => time === capture.at)) return;
    unwaited(store.put({ ...capture, contactId: stands }));
    // Of the newest twenty, whichever device read them.
    const times = [...kept.map(([, time]) => time), capture.at].sort();
    for (const time of times.slice(0, Math.max(0, times.length - CAPTURES_KEPT)))
      unwaited(store.delete([stands, time]));
  }

  /** Whoever has just come may be waited for: by those who were merged into them, by ties, by pages that were read. */
  async release(ids: readonly string[]): Promise<void> {
    if (!this.#aliases && !this.#waiting) return;
    for (const id of ids) {
      if (this.#aliases)
        for (const row of await this.#rows.index('into').getAll(id)) {
          const kept = await this.#read(rowKey('contact', id));
          const gone = stateOf(row, NOT_SHOWN);
          await this.#takeOver({ id, ...kept }, gone);
          // The note has gone over now: what is written over it there stays so.
          if (shownNote(gone.note) === '') continue;
          const note = writeNote(gone.note, '', this.#clock);
          const bare = opened(rowOf(row.key, { ...gone, note }, NOT_SHOWN, row), [NOTE]);
          this.#put({ ...bare, ...(row.moved !== undefined && { moved: row.moved }) });
        }
      if (!this.#waiting) continue;
      for (const row of await this.#rows.index('waits').getAll(id)) {
        const { kind, id: name } = ofKey(row.key);
        const { waits: _, ...rest } = row;
        if (kind === 'tie' || kind === 'question') {
          const { record, state } = await this.#read(row.key);
          const one = { id: name, known: rest, record, state };
          await (kind === 'tie' ? this.#tie(one) : this.#question(one));
        } else {
          unwaited(this.#rows.delete(row.key));
          const person = await this.#rows.get(rowKey('contact', name.slice(0, name.lastIndexOf('@'))));
          await this.#capture(name, new Map(row.kept).get('page'), person);
        }
      }
    }
  }
}

/** What is known with what is told; `null`: nothing is new. */
function joinOne(key: string, told: State, { known, record, state }: Omit<One, 'id' | 'told'>): One | null {
  const joined = join(state, told);
  if (known !== undefined && sameState(state, joined)) return null;
  return { id: ofKey(key).id, known, record, state: joined, told };
}

function valuesOf({ registers, note }: State): Values {
  return {
    values: new Map([...registers].map(([path, { value }]) => [path, value])),
    note: shownNote(note),
  };
}

function intoOf({ registers }: State): string | null {
  const into = registers.get(INTO)?.value;
  if (typeof into !== 'object' || into === null || !('id' in into)) return null;
  return typeof into.id === 'string' ? into.id : null;
}

/** The paths of which the later state says something else. */
function changedPaths(before: State, after: State): string[] {
  const stampOf = (stamp: Stamp | undefined) => stamp?.join('.');
  const paths = [...after.registers].filter(
    ([path, { stamp }]) => stampOf(before.registers.get(path)?.stamp) !== stampOf(stamp),
  );
  const noted = JSON.stringify(before.note) !== JSON.stringify(after.note);
  return [...paths.map(([path]) => path), ...(noted ? [NOTE] : [])];
}
