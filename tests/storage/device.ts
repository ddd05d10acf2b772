import { expect } from 'vitest';
import { joinContacts } from '../../src/core/merge/index.ts';
import type { Contact, Goal, Settings, Tie } from '../../src/core/model/index.ts';
import {
  canonical,
  type Entry,
  type Json,
  type Kind,
  registersOf,
  rowKey,
  type StampRow,
  stampWrite,
} from '../../src/core/sync/index.ts';
import { answerQuestion } from '../../src/storage/acquaintances.ts';
import { applyEntries } from '../../src/storage/apply.ts';
import { eachChange } from '../../src/storage/changes.ts';
import { putContact, updateContact } from '../../src/storage/contacts.ts';
import { type Deriver, digestsOf } from '../../src/storage/derived.ts';
import { beginSync, entryPages, settleFile, takeUnsent } from '../../src/storage/files.ts';
import { changeGoal, removeGoal } from '../../src/storage/goals.ts';
import { forgetContact, forgetContacts } from '../../src/storage/many.ts';
import { changeMe, changeSettings } from '../../src/storage/me.ts';
import { mergeContacts } from '../../src/storage/merges.ts';
import { openDatabase } from '../../src/storage/open.ts';
import { putQuestion } from '../../src/storage/questions.ts';
import type { Database, FileRow, SyncRecord } from '../../src/storage/schema.ts';
import { removeTie, setTie } from '../../src/storage/setTie.ts';
import { getState } from '../../src/storage/state.ts';
import { tieName, tiesOf } from '../../src/storage/ties.ts';
import { type Commit, write } from '../../src/storage/transaction.ts';
import { runUndo } from '../../src/storage/undo/run.ts';
import { makeContact, makeGoal, makeMe, NOW } from '../make.ts';

/** Tells of a contact who it is, at which revision, and whom it knows: stale wherever a write has passed it by. */
const deriver: Deriver = {
  version: 'test',
  derive: ({ id, rev, profile }, ties) =>
    ({
      career: { steps: [], current: {} },
      row: { id, name: profile.name.full, tags: [String(rev)] },
      digest: { id, name: profile.name.full, seen: rev, knows: ties.map(tieName).sort() },
    }) as unknown as ReturnType<Deriver['derive']>,
};

export const personOf = (id: string): Contact =>
  makeContact({ key: { site: 'web', id }, name: { full: id } }, id);

const MUCH = { records: 1_000, characters: 1_000_000 };

let databases = 0;
/** A database that is kept in step under this name (8 hexadecimal digits), with a clock that never stands. */
export async function openDevice(device: string, { derives = true, begins = NOW } = {}) {
  const db = await openDatabase(`device-${databases++}`);
  let [ms, last] = [Date.parse(begins), 0];
  const now = () => {
    ms += 1_000;
    return new Date(ms);
  };
  const commits: Commit[] = [];
  const world = {
    now,
    id: () => `${device}-${++last}`,
    ...(derives && { deriver: async () => deriver }),
    wrote: (commit: Commit) => void commits.push(commit),
  };
  const record = { device, name: device, seq: 0, offset: 0, devices: [] };
  await beginSync(db, record as unknown as SyncRecord);
  const own = (id: string, change: (own: Contact['own']) => Contact['own']) =>
    write(db, world, ['contacts'], (writing) =>
      updateContact(writing, id, (contact) => ({ ...contact, own: change(contact.own) })),
    );
  return {
    db,
    world,
    commits,
    own,
    /** Saves a page of somebody, new or known, and what `change` makes of them. */
    save: (id: string, change: (contact: Contact) => Contact = (contact) => contact, keys = [`web:${id}`]) =>
      write(db, world, ['contacts', 'captures', 'ties', 'questions'], (writing) =>
        putContact(
          writing,
          keys,
          (known) => {
            const next = change(known ?? { ...personOf(id), keys, createdAt: writing.now });
            return known === undefined ? next : { ...next, rev: known.rev + 1, updatedAt: writing.now };
          },
          { url: `https://example.org/${id}`, reader: 'r@1', profile: personOf(id).profile, provenance: {} },
        ),
      ),
    note: (id: string, note: string) =>
      own(id, ({ note: _, ...rest }) => ({ ...rest, ...(note && { note }) })),
    tie: (from: string, to: string, more: Partial<Tie> = {}) =>
      setTie(db, world, { from, to, kind: 'knows', ...more }),
    untie: (from: string, to: string) => removeTie(db, world, { from, to, kind: 'knows' }),
    ask: (subject: string, ...candidates: string[]) =>
      write(db, world, ['contacts', 'questions'], async (writing) =>
        putQuestion(writing, {
          subject,
          candidates,
          source: { relation: 'colleague', site: 'web', url: 'https://example.org/a', on: '2026-11-24' },
        }),
      ),
    answer: (id: string, contact: string | null) => answerQuestion(db, world, id, contact),
    goal: (id: string, changes: Partial<Goal> = {}) =>
      changeGoal(db, world, id, (known) => ({ ...(known ?? makeGoal({}, { id })), ...changes })),
    dropGoal: (id: string) => removeGoal(db, world, id),
    me: (headline: string | null) =>
      changeMe(db, world, () => (headline === null ? null : makeMe({ headline }))),
    settings: (changes: Partial<Settings>) =>
      changeSettings(db, world, (known) => ({ ...known, ...changes })),
    merge: (kept: string, other: string) =>
      mergeContacts(db, world, { kept, other }, (one, gone, made) => joinContacts(one, gone, made)),
    forget: (id: string) => forgetContact(db, world, id),
    forgetMany: (...ids: string[]) => forgetContacts(db, world, ids),
    undo: (step: string) => runUndo(db, world, step),
    contact: (id: string) => db.get('contacts', id),
    row: (kind: Kind, id: string) => db.get('registers', rowKey(kind, id)) as Promise<StampRow | undefined>,
    /** All that is known here, as it would be told to a device that knows nothing. */
    entries: async () => {
      const found: Entry[] = [];
      for await (const page of entryPages(db)) found.push(...page.entries);
      return found;
    },
    /** What no other device has yet, as one file of it tells; it counts as arrived. */
    news: async () => {
      const name = `${device}-${++last}`;
      const lines = await takeUnsent(db, { name, by: device, firstSeen: NOW }, MUCH);
      await settleFile(db, name, false);
      return (lines ?? []).map((line) => JSON.parse(line) as Entry);
    },
    apply: (told: readonly Entry[], how: { file?: FileRow; keep?: boolean } = {}) =>
      applyEntries(db, world, told, how),
  };
}
export type Device = Awaited<ReturnType<typeof openDevice>>;

/** Each tells the others everything, until all are at rest. */
export async function inStep(...devices: Device[]): Promise<void> {
  for (let turn = 0; turn < 4; turn++)
    for (const from of devices) {
      const told = await from.entries();
      for (const to of devices) if (to !== from) await to.apply(told);
    }
}

/** Each tells the other its news, until neither has any. */
export async function inStepByNews(one: Device, other: Device): Promise<void> {
  for (let turn = 0, told = 1; told > 0 && turn < 20; turn++) {
    told = 0;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const news = await from.news();
      await to.apply(news);
      told += news.length;
    }
  }
}

/** What people see of a database, without what each device counts for itself. */
export async function viewOf(db: Database) {
  const [contacts, ties, captures, questions, goals, tombstones, me, settings] = await Promise.all([
    db.getAll('contacts'),
    db.getAll('ties'),
    db.getAll('captures'),
    db.getAll('questions'),
    db.getAll('goals'),
    db.getAll('tombstones'),
    getState(db, 'me'),
    getState(db, 'settings'),
  ]);
  const sorted = (items: readonly string[] = []) => [...items].sort();
  return {
    contacts: contacts.map(
      ({ rev: _, updatedAt: __, deviceId: ___, source: ____, keys, emails, ...rest }) => ({
        ...rest,
        own: { ...rest.own, tags: sorted(rest.own.tags) },
        keys: sorted(keys),
        emails: sorted(emails),
      }),
    ),
    ties,
    captures,
    questions,
    goals,
    tombstones,
    me,
    settings: settings && { ...settings, notDuplicates: sorted(settings.notDuplicates) },
  };
}

/** What each record's account is, whoever tells it: equal on two devices that know the same. */
export function accountsOf(entries: readonly Entry[]): Map<string, string> {
  return new Map(
    entries.map(({ k, i, t, r = {}, s = {}, ...rest }) => {
      const told = Object.entries(r).map(
        ([path, value]): Json => [path, Object.hasOwn(s, path) ? (s[path] ?? null) : t, value],
      );
      const sorted = told.map((one) => canonical(one)).sort();
      return [`${k} ${i}`, canonical({ ...(rest as { [name: string]: Json }), registers: sorted })];
    }),
  );
}

/** Holds of every database at every moment, whatever was written and by whom. */
export async function expectWhole({ db }: Device): Promise<void> {
  const contacts = await db.getAll('contacts');
  const ids = new Set(contacts.map(({ id }) => id));
  expect((await getState(db, 'contactCount')) ?? 0).toBe(contacts.length);
  // What hangs on somebody hangs on nobody who is gone.
  const ties = await db.getAll('ties');
  for (const end of ties.flatMap(({ from, to }) => [from, to]))
    expect(end === 'me' || ids.has(end)).toBe(true);
  for (const { people } of await db.getAll('questions'))
    for (const id of people) expect([...ids]).toContain(id);
  for (const [id] of await db.getAllKeys('captures')) expect([...ids]).toContain(id);
  // What is derived is what would be derived anew.
  const digests = (await db.getAll('digests')).flatMap(digestsOf).sort((a, b) => (a.id < b.id ? -1 : 1));
  const anew = await Promise.all(
    contacts.map(async (one) => deriver.derive(one, await tiesOf(db, one.id)).digest),
  );
  expect(digests).toEqual(anew);
  expect(await db.count('pending')).toBe(0);
  expect((await db.getAll('careers')).map(({ contactId, contactRev }) => [contactId, contactRev])).toEqual(
    contacts.map(({ id, rev }) => [id, rev]),
  );
  // Whoever follows the log ends where the stores stand.
  const last = new Map(
    [...eachChange(await db.getAll('changes'))].map((one) => [`${one.store} ${one.id}`, one]),
  );
  for (const { id, rev } of contacts) expect(last.get(`contacts ${id}`)).toMatchObject({ kind: 'put', rev });
  for (const tie of ties) expect(last.get(`ties ${tieName(tie)}`)).toMatchObject({ kind: 'put' });
  const there = new Set(
    [...ids].map((id) => `contacts ${id}`).concat(ties.map((tie) => `ties ${tieName(tie)}`)),
  );
  for (const [name, { store, kind }] of last)
    if ((store === 'contacts' || store === 'ties') && !there.has(name))
      expect([name, kind]).toEqual([name, 'delete']);
  await expectStamped(db);
}

/** Everything that stands here stands in the rows as it stands, and nothing else is said to be there. */
async function expectStamped(db: Database): Promise<void> {
  if ((await getState(db, 'sync')) === undefined) return;
  const rows = new Map((await db.getAll('registers')).map((row) => [row.key, row]));
  const clock = { wall: Date.parse('2030-01-01'), device: '0000000f' };
  const look = (kind: Kind, id: string, record: unknown) => {
    const key = rowKey(kind, id);
    const row = rows.get(key);
    rows.delete(key);
    // Of two who were merged into each other at once, one stays.
    if (row?.into !== undefined && rows.get(rowKey(kind, row.into))?.into === id) return;
    const again = stampWrite(row, key, { ...registersOf(kind, record), there: true }, clock);
    expect([key, again]).toEqual([key, row]);
    expect([key, row?.waits, row?.dead, row?.into]).toEqual([key, undefined, undefined, undefined]);
  };
  for (const contact of await db.getAll('contacts')) look('contact', contact.id, contact);
  for (const tie of await db.getAll('ties')) look('tie', tieName(tie), tie);
  for (const goal of await db.getAll('goals')) look('goal', goal.id, goal);
  for (const question of await db.getAll('questions')) look('question', question.id, question);
  for (const tombstone of await db.getAll('tombstones')) look('never', tombstone.hash, tombstone);
  for (const name of ['me', 'settings'] as const) {
    const record = await getState(db, name);
    if (record !== undefined) look(name, name, record);
  }
  // Of what is left it is said that it is gone, lives on in another, or waits.
  for (const row of rows.values()) {
    if (row.key.startsWith('contact:'))
      expect([row.key, row.dead ?? row.into]).not.toEqual([row.key, undefined]);
    for (const id of row.waits ?? [])
      expect([row.key, await db.getKey('contacts', id)]).toEqual([row.key, undefined]);
  }
}
