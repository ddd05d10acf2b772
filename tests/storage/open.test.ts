import { deleteDB, openDB } from 'idb';
import { afterEach, expect, it, vi } from 'vitest';
import { keepOpen, openDatabase } from '../../src/storage/open.ts';
import { write } from '../../src/storage/transaction.ts';
import { StorageUnavailable } from '../../src/storage/unavailable.ts';
import { NOW } from '../make.ts';

const world = { now: () => new Date(NOW), id: () => 'id' };

it('says that a newer version wrote the database, and leaves it alone', async () => {
  const newer = await openDB('newer', 99, { upgrade: (db) => void db.createObjectStore('x') });
  newer.close();
  await expect(openDatabase('newer')).rejects.toMatchObject({ kind: 'newerVersion' });
  const again = await openDB('newer');
  expect(again.version).toBe(99);
});

it('keeps nothing of a write that fails half-way', async () => {
  const db = await openDatabase('half');
  const failing = write(db, world, ['goals'], async ({ transaction, log }) => {
    log({ store: 'goals', id: 'g', kind: 'put', rev: 0 });
    await transaction.objectStore('tombstones' as never).count();
  });
  await expect(failing).rejects.toThrow();
  expect(await db.count('changes')).toBe(0);
  expect(await db.get('state', 'deviceId')).toBeUndefined();
});

it('lets go of the database when another page deletes or upgrades it', async () => {
  await openDatabase('shared');
  await expect(deleteDB('shared')).resolves.toBeUndefined();
});

it('says that the disk is full when a write does not fit, and keeps nothing of it', async () => {
  const db = await openDatabase('full');
  const failing = write(db, world, ['goals'], async ({ log }) => {
    log({ store: 'goals', id: 'g', kind: 'put', rev: 0 });
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(failing).rejects.toMatchObject({ name: 'StorageUnavailable', kind: 'full' });
  expect(await db.count('changes')).toBe(0);
});

/** A browser whose store fails to open so often before it does. */
function failing(times: number, name: string) {
  const open = IDBFactory.prototype.open;
  const deleted = vi.spyOn(IDBFactory.prototype, 'deleteDatabase');
  const opened = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (
    this: IDBFactory,
    ...args
  ) {
    if (opened.mock.calls.length <= times)
      throw new DOMException('Internal error opening backing store', name);
    return open.apply(this, args);
  });
  return { opened, deleted };
}
afterEach(() => void vi.restoreAllMocks());

it('tries three times to open a store that was shut down hard, and deletes nothing', async () => {
  const { opened, deleted } = failing(2, 'UnknownError');
  expect((await openDatabase('shut-down-hard')).version).toBe(6);
  expect(opened).toHaveBeenCalledTimes(3);
  vi.restoreAllMocks();
  const broken = failing(9, 'UnknownError');
  await expect(openDatabase('broken')).rejects.toMatchObject({ kind: 'broken' });
  expect(broken.opened).toHaveBeenCalledTimes(3);
  expect([deleted, broken.deleted].flatMap(({ mock }) => mock.calls)).toEqual([]);
});

it('does not try again where the disk is full', async () => {
  const { opened } = failing(9, 'QuotaExceededError');
  await expect(openDatabase('no-room')).rejects.toMatchObject({ kind: 'full' });
  expect(opened).toHaveBeenCalledTimes(1);
});

it('names a full disk', () => {
  expect(new StorageUnavailable('full')).toMatchObject({ name: 'StorageUnavailable', kind: 'full' });
});

it('opens again for whoever asks next, when it was closed or could not be opened', async () => {
  let opened = 0;
  const database = keepOpen((onClosed) => {
    opened += 1;
    if (opened === 1)
      return new Promise((_, reject) => setTimeout(() => reject(new StorageUnavailable('blocked'))));
    return openDatabase('kept-open', onClosed);
  });
  await expect(database).rejects.toMatchObject({ kind: 'blocked' });
  const first = await database;
  expect(await database).toBe(first);
  expect(opened).toBe(2);
  // Another page deletes it: the old handle is dead, the next question gets a new one.
  await deleteDB('kept-open');
  expect(() => first.transaction('state')).toThrow();
  expect(await (await database).count('contacts')).toBe(0);
  expect(opened).toBe(3);
});

it('lets go of nothing when a handle says late that it was closed, and another was opened meanwhile', async () => {
  const closed: (() => void)[] = [];
  const database = keepOpen((onClosed) => {
    closed.push(onClosed);
    return openDatabase(`handle-${closed.length}`, onClosed);
  });
  await database;
  closed[0]?.();
  const second = await database;
  closed[0]?.();
  expect(await database).toBe(second);
  expect(closed).toHaveLength(2);
});
