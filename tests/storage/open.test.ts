import { deleteDB, openDB } from 'idb';
import { expect, it } from 'vitest';
import { openDatabase, StorageUnavailable } from '../../src/storage/open.ts';
import { write } from '../../src/storage/transaction.ts';
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

it('names a full disk', () => {
  expect(new StorageUnavailable('full')).toMatchObject({ name: 'StorageUnavailable', kind: 'full' });
});
