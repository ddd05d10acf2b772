import { openDB } from 'idb';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { accepted } from '../../src/storage/accept.ts';
import { eraseAll } from '../../src/storage/erase.ts';
import { openDatabase } from '../../src/storage/open.ts';
import { DATABASE_INDEXES, DATABASE_STORES, type Database } from '../../src/storage/schema.ts';
import { changeBackupRecord, getSettings, getState, putState } from '../../src/storage/state.ts';
import {
  NotStorable,
  openingFailure,
  StorageUnavailable,
  usingFailure,
} from '../../src/storage/unavailable.ts';
import { makeContact, NOW } from '../make.ts';

const named = (name: string) => new DOMException('said by the browser', name);

it.each<[string, boolean, string]>([
  ['VersionError', false, 'newerVersion'],
  ['QuotaExceededError', false, 'full'],
  ['NotFoundError', false, 'missingStore'],
  ['InvalidStateError', false, 'private'],
  ['SecurityError', false, 'private'],
  ['ReferenceError', false, 'private'],
  ['TypeError', false, 'private'],
  ['UnknownError', false, 'broken'],
  ['AbortError', false, 'broken'],
  ['QuotaExceededError', true, 'full'],
  ['NotFoundError', true, 'missingStore'],
  // A fault of a migration of ours says nothing of the browser.
  ['TypeError', true, 'broken'],
  ['VersionError', true, 'broken'],
  ['SecurityError', true, 'broken'],
])(
  'a database that does not open with %s (while it is brought up to date: %s) is %s',
  (name, upgrading, kind) => {
    const error = named(name);
    const failure = openingFailure(error, upgrading);
    expect([failure.kind, failure.cause, failure.name]).toEqual([kind, error, 'StorageUnavailable']);
    expect(failure.message).toContain(kind);
  },
);

it('what is no error of a browser is a database that is broken, and what is told already is told as it is', () => {
  expect(openingFailure(undefined).kind).toBe('broken');
  expect(openingFailure({ name: 'VersionError' }).kind).toBe('broken');
  expect(openingFailure(new TypeError('no indexedDB')).kind).toBe('private');
  const known = new StorageUnavailable('blocked');
  expect([openingFailure(known), openingFailure(known, true), usingFailure(known, null)]).toEqual([
    known,
    known,
    known,
  ]);
});

it('in an open database an error is what of it is the database’s state, and nothing else', async () => {
  const whole = await openDatabase('unavailable-whole');
  const part = { objectStoreNames: { contains: (store: string) => store !== 'undo' } } as unknown as Database;
  const kindOf = (name: string, db: Database | null) => usingFailure(named(name), db)?.kind ?? null;
  expect(kindOf('QuotaExceededError', whole)).toBe('full');
  expect([
    kindOf('NotFoundError', whole),
    kindOf('NotFoundError', part),
    kindOf('NotFoundError', null),
  ]).toEqual(['missingIndex', 'missingStore', 'missingStore']);
  expect([kindOf('NotReadableError', whole), kindOf('DataError', whole)]).toEqual([
    'damagedRow',
    'damagedRow',
  ]);
  expect([kindOf('AbortError', whole), usingFailure('words', whole)]).toEqual([null, null]);
});

it('what a schema refuses is refused with the place, and never with the value', () => {
  const schema = z.strictObject({ own: z.object({ tags: z.array(z.string()) }) });
  const refused = (value: unknown) => {
    try {
      accepted(schema, value);
    } catch (error) {
      return error as NotStorable;
    }
    return undefined;
  };
  expect(accepted(schema, { own: { tags: ['a'] } })).toEqual({ own: { tags: ['a'] } });
  const error = refused({ own: { tags: ['a', 7] } });
  expect(error).toBeInstanceOf(NotStorable);
  expect([error?.place, error?.name, error?.message]).toEqual([
    'own.tags.1',
    'NotStorable',
    'does not fit the schema: own.tags.1',
  ]);
  expect(refused('secret words')?.place).toBe('');
});

it('stores and indexes are named as the database has them', async () => {
  const db = await openDatabase('unavailable-layout');
  expect([...db.objectStoreNames].sort()).toEqual([...DATABASE_STORES].sort());
  const indexes = [...db.objectStoreNames].flatMap((store) =>
    [...db.transaction(store).store.indexNames].map((index) => `${store} ${String(index)}`),
  );
  expect(indexes.sort()).toEqual(DATABASE_INDEXES.map(([store, index]) => `${store} ${index}`).sort());
});

const world = { now: () => new Date(NOW), id: () => 'id' };
it('an erased database is empty, and its revision goes on', async () => {
  const commits: unknown[] = [];
  const db = await openDatabase('unavailable-erased');
  await db.put('contacts', makeContact());
  await putState(db, 'me', {} as never);
  await putState(db, 'revision', 7);
  await eraseAll(db, {
    ...world,
    wrote: ({ replaced, revision }) => void commits.push([replaced, revision]),
  });
  for (const store of DATABASE_STORES) {
    const left = await db.count(store);
    expect([store, left]).toEqual([store, store === 'state' ? 1 : store === 'changes' ? 1 : 0]);
  }
  expect([await getState(db, 'revision'), commits]).toEqual([8, [[true, 8]]]);
  expect((await db.getAll('changes')).map(({ store, id, kind }) => [store, id, kind])).toEqual([
    ['settings', 'restore', 'delete'],
  ]);
});

it.each([...DATABASE_INDEXES.map(([store, index]) => [store, index] as const), ['undo', null] as const])(
  'a database that has lost a part is removed when it is erased: %s %s',
  async (store, index) => {
    const name = `unavailable-lost-${store}-${index}`;
    (await openDatabase(name)).close();
    const damaged = await openDB(name, 99, {
      upgrade: (db, _old, _new, transaction) =>
        index === null ? db.deleteObjectStore(store) : transaction.objectStore(store).deleteIndex(index),
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    await eraseAll(damaged as unknown as Database, world);
    const names = (await indexedDB.databases()).map(({ name: one }) => one);
    expect(names).not.toContain(name);
  },
);

it('single values are written, taken away, and changed', async () => {
  const db = await openDatabase('unavailable-state');
  await putState(db, 'remindedOn', '2026-11-24');
  expect(await getState(db, 'remindedOn')).toBe('2026-11-24');
  await putState(db, 'remindedOn', undefined);
  expect([await getState(db, 'remindedOn'), await db.getAllKeys('state')]).toEqual([undefined, []]);
  await changeBackupRecord(db, (known) => ({ ...known, seq: known.seq + 1 }));
  await changeBackupRecord(db, (known) => ({ ...known, at: NOW }));
  expect(await getState(db, 'backup')).toEqual({ at: NOW, seq: 1 });
  expect((await getSettings(db)).reviewMonths).toBe(18);
  expect([await db.count('changes'), await getState(db, 'revision')]).toEqual([0, undefined]);
});
