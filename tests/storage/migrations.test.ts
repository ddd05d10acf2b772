import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/open.ts';
import type { Database } from '../../src/storage/schema.ts';
import { makeContact } from '../make.ts';

/** The first layout as it was shipped, written out: migrations are tested on it, not on what the code makes today. */
function createStoresOfVersion1(db: IDBPDatabase): void {
  db.createObjectStore('contacts', { keyPath: 'id' }).createIndex('keys', 'keys', {
    multiEntry: true,
    unique: true,
  });
  db.createObjectStore('captures', { keyPath: ['contactId', 'at'] });
  db.createObjectStore('careers', { keyPath: 'contactId' });
  db.createObjectStore('goals', { keyPath: 'id' });
  db.createObjectStore('ties', { keyPath: ['from', 'to', 'kind'] }).createIndex('to', 'to');
  db.createObjectStore('changes', { keyPath: 'seq', autoIncrement: true });
  db.createObjectStore('tombstones', { keyPath: 'hash' });
  db.createObjectStore('undo', { keyPath: 'id' });
  db.createObjectStore('state');
}

async function frozenVersion1(name: string): Promise<IDBPDatabase> {
  return openDB(name, 1, {
    upgrade(db) {
      createStoresOfVersion1(db);
    },
  });
}

it('keeps everything of version 1, and puts each contact down for its derived rows', async () => {
  const old = await frozenVersion1('frozen');
  const [ada, bea] = [makeContact({}, 'a'), makeContact({ key: { site: 'xing', id: 'bea' } }, 'b')];
  await old.put('contacts', ada);
  await old.put('contacts', bea);
  await old.put('ties', { from: 'me', to: 'a', kind: 'knows' });
  await old.put('state', 2, 'contactCount');
  await old.put('state', 'device', 'deviceId');
  await old.add('changes', { store: 'contacts', id: 'a', kind: 'put', rev: 0 });
  await old.put('careers', { contactId: 'a', career: {} });
  old.close();

  const db = await openDatabase('frozen');
  expect(db.version).toBe(7);
  expect(await db.getAll('contacts')).toEqual([ada, bea]);
  expect(await db.getAll('ties')).toHaveLength(1);
  expect(await db.getAll('changes')).toHaveLength(1);
  expect([await db.get('state', 'contactCount'), await db.get('state', 'deviceId')]).toEqual([2, 'device']);
  expect(await db.getAllKeys('pending')).toEqual(['a', 'b']);
  expect([await db.count('careers'), await db.count('segments')]).toEqual([0, 0]);
});

it('opens a new database at once, with nothing pending', async () => {
  const db = await openDatabase('new');
  expect(db.version).toBe(7);
  expect(await db.count('pending')).toBe(0);
});

it('keeps the last twenty changes of each thing of version 2, and everything else', async () => {
  const old = await openDB('frozen-2', 2, {
    upgrade(db) {
      createStoresOfVersion1(db);
      db.createObjectStore('segments', { keyPath: 'segment' });
      db.createObjectStore('digests', { keyPath: 'segment' });
      db.createObjectStore('readings', { keyPath: 'segment' });
      db.createObjectStore('pending', { keyPath: 'id' });
    },
  });
  await old.put('contacts', makeContact({}, 'a'));
  for (let rev = 0; rev < 30; rev++) {
    await old.add('changes', { store: 'contacts', id: 'a', kind: 'put', rev });
    if (rev < 5) await old.add('changes', { store: 'ties', id: 'a', kind: 'put', rev: 0 });
  }
  old.close();

  const db = await openDatabase('frozen-2');
  const changes = await db.getAll('changes');
  const of = (store: string) => changes.filter((change) => change.store === store);
  expect(of('contacts').map(({ rev }) => rev)).toEqual(Array.from({ length: 20 }, (_, i) => i + 10));
  expect(of('ties')).toHaveLength(5);
  expect(changes.at(-1)?.seq).toBe(35);
  expect([await db.count('contacts'), await db.count('pending')]).toEqual([1, 0]);
});

it('finds who stands on a list after the indexes came to version 1', async () => {
  const old = await frozenVersion1('frozen-lists');
  await old.put('contacts', makeContact({}, 'a'));
  old.close();

  const db = await openDatabase('frozen-lists');
  expect(await db.getAllKeysFromIndex('contacts', 'lists')).toEqual([]);
  const contact = makeContact({}, 'a');
  await db.put('contacts', {
    ...contact,
    own: {
      ...contact.own,
      lists: [['l', 2]],
      boards: [['g', 'asked', 1]],
      snoozed: [['review', '2027-01-01']],
    },
  });
  const names = ['lists', 'boards', 'snoozed'] as const;
  for (const name of names) expect(await db.getAllKeysFromIndex('contacts', name)).toEqual(['a']);
});

async function frozenVersion3(name: string): Promise<IDBPDatabase> {
  return openDB(name, 3, {
    upgrade(db, _old, _new, transaction) {
      createStoresOfVersion1(db);
      transaction.objectStore('changes').createIndex('of', ['store', 'id']);
      db.createObjectStore('segments', { keyPath: 'segment' });
      db.createObjectStore('digests', { keyPath: 'segment' });
      db.createObjectStore('readings', { keyPath: 'segment' });
      db.createObjectStore('pending', { keyPath: 'id' });
    },
  });
}

it('puts what the user said of companies in version 3 under the keys of today', async () => {
  const old = await frozenVersion3('frozen-3');
  const at = (id: string, ...companies: string[]) =>
    makeContact(
      { key: { site: 'xing', id }, positions: companies.map((company) => ({ company, end: null })) },
      id,
    );
  await old.put('contacts', at('a', 'Nubes S.A. de C.V.', 'Fjordheim NV Schweiz'));
  await old.put('contacts', at('b', 'Nordsø A/S'));
  await old.put('contacts', at('c', 'Kachelwerk GmbH'));
  const goal = { id: 'g', target: { companies: ['Ostrava a.s. Holding Sp. z o.o.'], skills: [] } };
  await old.put('goals', goal);
  const search = (key: string) => `search:g:company:g:${key}`;
  await old.put(
    'state',
    {
      language: 'de',
      companies: {
        'nubes de cv': '62',
        'nordso a s': '03',
        'fjordheim schweiz': '35',
        kachelwerk: '23',
        'verlag z o o': '58',
        constructor: '41',
      },
      moves: {
        'pause:same:2512:62:nubes de cv': 'never',
        [search('ostrava holding sp z oo')]: '2027-01-01',
        'search:g:insider': 'never',
      },
    },
    'settings',
  );
  old.close();

  const settings = await (await openDatabase('frozen-3')).get('state', 'settings');
  expect(settings).toEqual({
    language: 'de',
    companies: {
      nubes: '62',
      nordso: '03',
      'fjordheim nv schweiz': '35',
      kachelwerk: '23',
      verlag: '58',
      constructor: '41',
    },
    moves: {
      'pause:same:2512:62:nubes': 'never',
      [search('ostrava holding')]: '2027-01-01',
      'search:g:insider': 'never',
    },
  });
});

it('leaves settings of version 3 without such words as they are', async () => {
  const old = await frozenVersion3('frozen-3-plain');
  await old.put('state', { language: 'de' }, 'settings');
  old.close();
  expect(await (await openDatabase('frozen-3-plain')).get('state', 'settings')).toEqual({ language: 'de' });
});

it('gives version 5 an empty place for what keeps devices in step, and changes nothing else', async () => {
  const old = await openDB('frozen-5', 5, {
    upgrade(db, _old, _new, transaction) {
      createStoresOfVersion1(db);
      transaction.objectStore('changes').createIndex('of', ['store', 'id']);
      for (const name of ['segments', 'digests', 'readings'])
        db.createObjectStore(name, { keyPath: 'segment' });
      db.createObjectStore('pending', { keyPath: 'id' });
      db.createObjectStore('questions', { keyPath: 'id' }).createIndex('people', 'people', {
        multiEntry: true,
      });
    },
  });
  await old.put('contacts', makeContact({}, 'a'));
  old.close();

  const db = await openDatabase('frozen-5');
  expect(await db.count('contacts')).toBe(1);
  expect([await db.count('registers'), await db.count('files')]).toEqual([0, 0]);
  const { indexNames } = db.transaction('registers').store;
  expect([...indexNames]).toEqual(['into', 'opens', 'waits']);
  expect(await db.get('state', 'sync')).toBeUndefined();
});

it('gives version 4 a place for questions of whom a page means, and changes nothing else', async () => {
  const old = await openDB('frozen-4', 4, {
    upgrade(db, _old, _new, transaction) {
      createStoresOfVersion1(db);
      transaction.objectStore('changes').createIndex('of', ['store', 'id']);
      for (const store of ['segments', 'digests', 'readings'])
        db.createObjectStore(store, { keyPath: 'segment' });
      db.createObjectStore('pending', { keyPath: 'id' });
    },
  });
  const tie = { from: 'a', to: 'b', kind: 'knows' };
  await old.put('contacts', makeContact({}, 'a'));
  await old.put('ties', tie);
  old.close();

  const db = await openDatabase('frozen-4');
  expect([await db.getAll('ties'), await db.count('contacts'), await db.count('pending')]).toEqual([
    [tie],
    1,
    0,
  ]);
  const source = { relation: 'coauthor', on: '2026-11-03' } as const;
  await db.put('questions', {
    id: 'q',
    subject: 'a',
    candidates: ['b', 'c'],
    people: ['a', 'b', 'c'],
    source,
  });
  expect(await db.getAllKeysFromIndex('questions', 'people', 'c')).toEqual(['q']);
});

/** What each version added to the layout, written out as it was shipped. */
const STEPS: ((
  db: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void)[] = [
  createStoresOfVersion1,
  (db) => {
    for (const store of ['segments', 'digests', 'readings'])
      db.createObjectStore(store, { keyPath: 'segment' });
    db.createObjectStore('pending', { keyPath: 'id' });
  },
  (_, transaction) => void transaction.objectStore('changes').createIndex('of', ['store', 'id']),
  () => {},
  (db) =>
    void db
      .createObjectStore('questions', { keyPath: 'id' })
      .createIndex('people', 'people', { multiEntry: true }),
  (_, transaction) => {
    for (const name of ['lists', 'boards', 'snoozed'])
      transaction.objectStore('contacts').createIndex(name, `own.${name}`, { multiEntry: true });
  },
];
function layoutOf(db: Database): string[] {
  return [...db.objectStoreNames].flatMap((name) => {
    const { store } = db.transaction(name);
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, multiEntry, unique } = store.index(index);
      return `${name} ${String(index)} ${JSON.stringify([keyPath, multiEntry, unique])}`;
    });
    return [`${name} ${JSON.stringify([store.keyPath, store.autoIncrement])}`, ...indexes];
  });
}

it.each(STEPS.map((_, at) => at + 1))(
  'of version %i has the layout of today afterwards, whatever is in it',
  async (version) => {
    const name = `frozen-layout-${version}`;
    const old = await openDB(name, version, {
      upgrade: (db, _old, _new, transaction) => {
        for (const step of STEPS.slice(0, version)) step(db, transaction as never);
      },
    });
    await old.put('contacts', makeContact({}, 'a'));
    old.close();
    const db = await openDatabase(name);
    expect([db.version, await db.count('contacts')]).toEqual([7, 1]);
    expect(layoutOf(db)).toEqual(layoutOf(await openDatabase('layout-of-today')));
  },
);

it('moves what was said of a company at which the user alone is, and of one that a goal names', async () => {
  const old = await openDB('frozen-3-me', 3, {
    upgrade: (db, _old, _new, transaction) => {
      for (const step of STEPS.slice(0, 3)) step(db, transaction as never);
    },
  });
  await old.put(
    'state',
    { companies: { 'nordso a s': '03', 'accell group': '30', other: '62' }, moves: {} },
    'settings',
  );
  await old.put('state', { positions: [{ company: 'Nordsø A/S' }] }, 'me');
  await old.put('goals', { id: 'g', target: { companies: ['Accell NV Group'] } });
  old.close();
  const db = await openDatabase('frozen-3-me');
  const { companies } = (await db.get('state', 'settings')) as { companies: object };
  expect(companies).toEqual({ nordso: '03', 'accell nv group': '30', other: '62' });
});
