import { afterEach, expect, it, vi } from 'vitest';
import { logChanges } from '../../src/storage/changes.ts';
import { deriveChanged, postpone } from '../../src/storage/derived.ts';
import { openDatabase } from '../../src/storage/open.ts';
import { Turns } from '../../src/storage/requests.ts';
import { type Change, DATABASE_STORES, type WriteTransaction } from '../../src/storage/schema.ts';
import { makeContact, NOW } from '../make.ts';

afterEach(() => vi.restoreAllMocks());

let databases = 0;

/** The transaction of a write, and how many turns others were given in it, on a clock that jumps at each look. */
async function open(step: number) {
  const db = await openDatabase(`turns-${databases++}`);
  for (let i = 0; i < PEOPLE; i++) await db.put('contacts', { ...makeContact({}, id(i)), keys: [id(i)] });
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += step));
  const transaction = db.transaction([...DATABASE_STORES], 'readwrite') as never as WriteTransaction;
  const asked = vi.spyOn(IDBObjectStore.prototype, 'getKey');
  return { db, transaction, turns: () => asked.mock.calls.filter(([key]) => key === 'revision').length };
}

const PEOPLE = 40;
const id = (i: number) => `p${String(i).padStart(2, '0')}`;
const ids = Array.from({ length: PEOPLE }, (_, i) => id(i));
const many = Array.from({ length: 20_000 }, (_, i) => `${String(i % 97)}-${i}`);
const changes = many.map((name): Change => ({ store: 'contacts', id: name, kind: 'put', rev: 0 }));
const by = { updatedAt: NOW, deviceId: 'd' };
const deriver = {
  version: 'v',
  derive: (contact: { id: string }) => ({
    career: { steps: [], current: {} },
    row: { id: contact.id, tags: [] },
    digest: { id: contact.id },
  }),
};

it.each<[string, (transaction: WriteTransaction) => Promise<unknown>, number]>([
  ['the log of very many changes', (transaction) => logChanges(transaction, changes, by), 5],
  [
    'very many who are still to be derived',
    (transaction) => postpone(transaction, 1, many.slice(0, 2_000)),
    2_000 + 97 + 8,
  ],
  [
    'contacts that are derived',
    (transaction) => deriveChanged(transaction, deriver as never, 1, { ids: new Set(ids), gone: new Set() }),
    PEOPLE,
  ],
])('%s: others have turns in between', async (_, work, times) => {
  // Every look at the clock finds the time over.
  const { transaction, turns } = await open(1_000);
  await work(transaction);
  await transaction.done;
  expect(turns()).toBe(times);
});

it('nobody is asked for a turn while the time is not over', async () => {
  const { transaction, turns } = await open(0);
  await logChanges(transaction, changes, by);
  await postpone(transaction, 1, many);
  expect(turns()).toBe(0);
});

it('a turn lets others run, and the transaction goes on after it', async () => {
  const { db, transaction } = await open(1_000);
  let others = 0;
  let over = false;
  const other = () => {
    others += 1;
    if (!over) setImmediate(other);
  };
  setImmediate(other);
  await new Turns(transaction).each(ids, (one) => {
    transaction.objectStore('tombstones').put({ hash: one, contactId: one, at: NOW });
  });
  await transaction.done;
  over = true;
  expect(others).toBeGreaterThan(PEOPLE / 2);
  expect(await db.count('tombstones')).toBe(PEOPLE);
});

it('those who are still to be derived stand in the order of their keys, whatever their names begin with', async () => {
  const { db, transaction } = await open(1_000);
  const names = ['b', 'a', '', 'ab', 'aa', 'abc', 'ä', '\u{1f600}x', '\uffee', ...many];
  await postpone(transaction, 1, names);
  await transaction.done;
  const rows = await db.getAll('pending');
  expect(rows.flatMap((row) => ('ids' in row ? row.ids : [row.id]))).toEqual(names.toSorted());
});
