import { expect, it } from 'vitest';
import type { Contact } from '../../src/core/model/index.ts';
import { NOTE, PAGES_READ, type StampRow, unsentPaths } from '../../src/core/sync/index.ts';
import { putContact } from '../../src/storage/contacts.ts';
import {
  beginSync,
  changeSync,
  countLiving,
  countUnsent,
  dropFiles,
  entriesAt,
  entryPages,
  listFiles,
  noteVersions,
  openAll,
  putFile,
  renameDevice,
  settleFile,
  takeUnsent,
} from '../../src/storage/files.ts';
import { putGoal } from '../../src/storage/goals.ts';
import { forgetContact } from '../../src/storage/many.ts';
import { openDatabase } from '../../src/storage/open.ts';
import type { FileRow, SyncRecord } from '../../src/storage/schema.ts';
import { getState } from '../../src/storage/state.ts';
import { putTie } from '../../src/storage/ties.ts';
import { write } from '../../src/storage/transaction.ts';
import { makeContact, makeGoal, NOW } from '../make.ts';

const RECORD = { device: '0000000a', name: 'Laptop', seq: 4, prev: 'before', offset: 0, devices: [] };
const MUCH = { records: 1_000, characters: 1_000_000 };
const file = (name: string) => ({ name, by: '0000000a', firstSeen: NOW });

let databases = 0;
/** A device that is kept in step, with these contacts. */
async function open(ids: readonly string[] = []) {
  const db = await openDatabase(`files-${databases++}`);
  let [ms, last] = [Date.parse(NOW), 0];
  const world = { now: () => new Date(++ms), id: () => `id-${++last}` };
  await beginSync(db, RECORD as unknown as SyncRecord);
  const save = (id: string, change: (contact: Contact) => Contact = (contact) => contact) =>
    write(db, world, ['contacts', 'captures'], (writing) =>
      putContact(
        writing,
        [`web:${id}`],
        (known) => change(known ?? makeContact({ key: { site: 'web', id }, name: { full: id } }, id)),
        {
          url: `https://example.org/${id}`,
          reader: 'r@1',
          profile: makeContact().profile,
          provenance: {},
        },
      ),
    );
  for (const id of ids) await save(id);
  const row = async (id: string) => (await db.get('registers', `contact:${id}`)) as StampRow;
  const read = async (lines: readonly string[] | null) =>
    (lines ?? []).map((line) => {
      const { k, i } = JSON.parse(line) as { k: string; i: string };
      return k === 'capture' ? k : `${k} ${i}`;
    });
  return { db, world, save, row, read };
}

it('what is to be sent is taken once, first who makes room, then who takes it, then what hangs on them', async () => {
  const { db, world, read } = await open(['ada', 'bea']);
  await write(db, world, ['contacts', 'ties'], async (writing) =>
    putTie(writing, { from: 'ada', to: 'me', kind: 'knows' }),
  );
  await write(db, world, ['goals'], async (writing) => putGoal(writing, makeGoal()));
  await forgetContact(db, world, 'bea');
  const before = await countUnsent(db);
  expect(before).toBeGreaterThan(4);
  const lines = await takeUnsent(db, file('f1'), MUCH);
  const told = await read(lines);
  expect(told.slice(0, 2)).toEqual(['contact bea', 'contact ada']);
  expect(told.slice(2, -1)).toEqual(expect.arrayContaining(['goal g1', expect.stringMatching(/^tie /)]));
  expect(told.at(-1)).toBe('capture');
  expect(await countUnsent(db)).toBe(0);
  expect(await listFiles(db)).toEqual([{ ...file('f1'), state: 'sent', bytes: 0, forgets: true }]);
  expect(await takeUnsent(db, file('f2'), MUCH)).toBeNull();
  expect(await listFiles(db)).toHaveLength(1);
});

it.each<[most: { records: number; characters: number }, taken: number]>([
  [{ records: 4, characters: 1_000_000 }, 4],
  [{ records: 1_000, characters: 1 }, 1],
  [{ records: 1_000, characters: 0 }, 0],
])('no more is taken than fits into a file: %o', async (most, taken) => {
  const { db } = await open(['ada', 'bea', 'cem', 'dora']);
  const all = await countUnsent(db);
  expect(await takeUnsent(db, file('f1'), most)).toHaveLength(taken);
  expect(await countUnsent(db)).toBe(all - taken);
  const [row] = await listFiles(db);
  expect(row).not.toHaveProperty('forgets');
});

it('what has arrived is sent; what has not, or has changed meanwhile, is to be sent again', async () => {
  const { db, save, row } = await open(['ada', 'bea']);
  await takeUnsent(db, file('f1'), MUCH);
  await settleFile(db, 'another', false);
  expect((await row('ada')).opens).toEqual(['f1']);
  await settleFile(db, 'f1', true);
  expect(await countUnsent(db)).toBe(4);
  expect(await listFiles(db)).toMatchObject([{ name: 'f1', state: 'odd', missed: 1 }]);
  await settleFile(db, 'f1', true);
  expect(await listFiles(db)).toMatchObject([{ missed: 2 }]);
  await takeUnsent(db, file('f2'), MUCH);
  await save('bea', (contact) => ({ ...contact, own: { ...contact.own, hub: true } }));
  await settleFile(db, 'f2', false);
  expect((await listFiles(db)).map(({ name, state }) => `${name} ${state}`)).toEqual([
    'f1 odd',
    'f2 applied',
  ]);
  expect((await row('ada')).open).toEqual([]);
  expect(unsentPaths(await row('bea'))).not.toEqual([]);
  // Pages that were read are known by themselves: once they are sent no row stands for them.
  const captures = (await db.getAllKeys('registers')).filter((key) => key.startsWith('capture:ada'));
  expect(captures).toEqual([]);
});

it('a file row is kept until it is dropped', async () => {
  const { db } = await open();
  const row = (name: string): FileRow => ({ ...file(name), state: 'applied', bytes: 1 });
  for (const name of ['a', 'b', 'c']) await putFile(db, row(name));
  await dropFiles(db, ['a', 'c', 'unknown']);
  expect(await listFiles(db)).toEqual([row('b')]);
});

it('the record of keeping in step is changed where there is one, and ends', async () => {
  const { db } = await open(['ada']);
  await putFile(db, { ...file('a'), state: 'applied', bytes: 1 });
  const next = await changeSync(db, (known) => ({ ...known, seq: known.seq + 1 }));
  expect(next).toMatchObject({ seq: 5, name: 'Laptop' });
  expect(await getState(db, 'sync')).toEqual(next);
  expect(await changeSync(db, () => undefined)).toBeUndefined();
  expect(await getState(db, 'sync')).toBeUndefined();
  expect(
    await changeSync(db, () => {
      throw new Error('there is nothing to change');
    }),
  ).toBeUndefined();
  expect(await getState(db, 'sync')).toBeUndefined();
  await beginSync(db, next);
  expect([await db.count('registers'), await db.count('files'), await getState(db, 'sync')]).toEqual([
    0,
    0,
    next,
  ]);
  await beginSync(db, undefined);
  expect(await db.getAllKeys('state')).not.toContain('sync');
});

it.each([1, 2, 3, 500])(
  'everything is told in pages of %i, and goes on where it was stopped',
  async (most) => {
    const { db, world } = await open(['ada', 'bea', 'cem']);
    await write(db, world, ['goals'], async (writing) => putGoal(writing, makeGoal()));
    const collect = async (after?: string) => {
      const found: string[] = [];
      const lasts: string[] = [];
      for await (const { entries, last } of entryPages(db, after, most)) {
        expect(entries.length).toBeLessThanOrEqual(most);
        found.push(...entries.map(({ k, i }) => `${k} ${i}`));
        lasts.push(last);
      }
      return { found, lasts };
    };
    const { found, lasts } = await collect();
    expect(new Set(found).size).toBe(found.length);
    expect(found.filter((one) => one.startsWith('contact'))).toEqual([
      'contact ada',
      'contact bea',
      'contact cem',
    ]);
    expect(found.filter((one) => one.startsWith('capture'))).toHaveLength(3);
    expect(found).toContain('goal g1');
    expect(found.at(-1)).toMatch(/^capture cem@/);
    let told = 0;
    for await (const { entries, last } of entryPages(db, '', most)) {
      told += entries.length;
      expect((await collect(last)).found).toEqual(found.slice(told));
    }
    expect(lasts.length).toBeGreaterThan(0);
  },
);

it('pages are told of everybody, whatever their id begins with', async () => {
  const { db } = await open(['!', '0', 'Z', 'a', '~x']);
  for (const most of [1, 500]) {
    const found: string[] = [];
    for await (const { entries } of entryPages(db, '', most))
      found.push(...entries.filter(({ k }) => k === 'capture').map(({ i }) => i.split('@')[0] ?? ''));
    expect(found).toEqual(['!', '0', 'Z', 'a', '~x']);
  }
});

it('single places are told in their order, as they stand; of what is nowhere there is none', async () => {
  const { db } = await open(['ada', 'bea']);
  const [capture] = (await db.getAllKeys('captures')).map(([id, at]) => `${id}@${at}`);
  const places = ['contact:bea', 'contact:nobody', `${PAGES_READ}${capture}`, 'contact:ada'];
  for (const most of [1, 2, 500]) {
    const found: string[] = [];
    for await (const entries of entriesAt(db, places, most))
      found.push(...entries.map(({ k, i }) => `${k} ${i}`));
    expect(found).toEqual(['contact bea', `capture ${capture}`, 'contact ada']);
  }
});

it('the living, the dead and those who were merged away are counted', async () => {
  const { db, world, row } = await open(['ada', 'bea', 'cem', 'dora']);
  expect(await countLiving(db)).toEqual({ rows: 4, contacts: 4, dead: 0, merged: 0 });
  await forgetContact(db, world, 'bea');
  expect(await countLiving(db)).toEqual({ rows: 3, contacts: 3, dead: 1, merged: 0 });
  await db.put('registers', { ...(await row('cem')), cells: [], into: 'ada' });
  expect(await countLiving(db)).toEqual({ rows: 2, contacts: 3, dead: 1, merged: 1 });
  const ada = await row('ada');
  for (let i = 0; i < 1_001; i++) await db.put('registers', { ...ada, key: `contact:x${i}` });
  await db.put('registers', { ...ada, key: 'goal:g' });
  expect(await countLiving(db)).toEqual({ rows: 1_003, contacts: 3, dead: 1, merged: 1 });
});

it('everything is to be sent once more, except a page that waits for its contact', async () => {
  const { db, row } = await open(['ada', 'bea']);
  await takeUnsent(db, file('f1'), MUCH);
  await settleFile(db, 'f1', false);
  const waits: StampRow = {
    key: 'capture:gone@1',
    life: 1,
    base: '0.0.00000000',
    cells: [],
    open: [],
    opens: [],
    waits: ['gone'],
  };
  await db.put('registers', waits);
  await db.put('registers', { ...waits, key: 'tie:gone' });
  expect(await countUnsent(db)).toBe(0);
  await openAll(db);
  const { cells } = await row('ada');
  expect(unsentPaths(await row('ada')).sort()).toEqual(['', ...cells.map(([path]) => path)].sort());
  expect(await db.get('registers', waits.key)).toEqual(waits);
  expect(await db.get('registers', 'tie:gone')).toMatchObject({ opens: [''] });
  expect(await countUnsent(db)).toBe(3);
});

it('a device that is called otherwise takes its unsent versions of notes with it, and no others', async () => {
  const { db, row } = await open(['ada', 'bea', 'cem']);
  const heads: [string, string][] = [
    ['1.0.0000000a', 'mine'],
    ['2.0.0000000b', 'another’s'],
  ];
  const seen = ['1.0.0000000a', '3.0.0000000c'];
  const put = async (id: string, changes: Partial<StampRow>) => {
    const next = { ...(await row(id)), ...changes };
    await db.put('registers', next);
    return next;
  };
  const ada = await put('ada', { note: { heads, seen }, open: [[NOTE, '']], opens: [''] });
  const bea = await put('bea', { note: { heads, seen }, open: [['x', '']], opens: [''] });
  const cem = await put('cem', { open: [[NOTE, '']], opens: [''] });
  await renameDevice(db, '0000000f');
  const { prev: _, ...rest } = RECORD;
  expect(await getState(db, 'sync')).toEqual({ ...rest, device: '0000000f', seq: 0 });
  expect(await row('ada')).toEqual({
    ...ada,
    note: {
      heads: [
        ['1.0.0000000f', 'mine'],
        ['2.0.0000000b', 'another’s'],
      ],
      seen: ['1.0.0000000f', '3.0.0000000c'],
    },
  });
  expect([await row('bea'), await row('cem')]).toEqual([bea, cem]);
  expect(await noteVersions(db, 'bea')).toEqual(heads);
  await put('bea', { note: { heads: [...heads, ['4.0.0000000b', '']], seen } });
  expect(await noteVersions(db, 'bea')).toEqual(heads);
  expect(await noteVersions(db, 'nobody')).toEqual([]);
  await changeSync(db, () => undefined);
  await renameDevice(db, '0000000e');
  expect(await getState(db, 'sync')).toBeUndefined();
});
