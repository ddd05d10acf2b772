import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tombstoneHashes } from '../../src/core/merge/index.ts';
import type { Backup } from '../../src/core/model/index.ts';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { heldBackup, restoreBackup } from '../../src/storage/backup.ts';
import type { Database } from '../../src/storage/schema.ts';
import { backupOf, historyOf, network } from '../exchange/people.ts';
import { makeContact, makeEnvironment } from '../make.ts';

async function open() {
  const { environment } = makeEnvironment();
  const db = await environment.database;
  const restore = (backup: Backup) => restoreBackup(db, environment.world, heldBackup(backup));
  return { db, restore };
}

async function stateOf(db: Database) {
  const [contacts, captures, ties, tombstones] = await Promise.all([
    db.getAll('contacts'),
    db.getAll('captures'),
    db.getAll('ties'),
    db.getAll('tombstones'),
  ]);
  return { contacts, captures, ties, tombstones };
}

const sorted = <Item extends object>(items: readonly Item[] = []) =>
  [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const keyOf = (item: object) =>
  ['id', 'contactId', 'to', 'hash'].map((name) => Reflect.get(item, name) ?? '').join(' ');

it('restores every backup to the same state, history and deletions included', async () => {
  await fc.assert(
    fc.asyncProperty(
      network.chain((state) =>
        historyOf(state.contacts).map((history) => ({ ...backupOf(state), ...history })),
      ),
      async (backup) => {
        const { db, restore } = await open();
        await restore(backup);
        const { contacts, captures, ties, tombstones } = await stateOf(db);
        expect(sorted(contacts)).toEqual(sorted(backup.contacts));
        expect(sorted(captures)).toEqual(sorted(backup.captures));
        expect(sorted(ties)).toEqual(sorted(backup.ties));
        expect(sorted(tombstones)).toEqual(sorted(unique(backup.tombstones)));
        expect(await db.get('state', 'contactCount')).toBe(contacts.length);
      },
    ),
    { seed: 3, numRuns: 40 },
  );
});

it('does not forget who was deleted, whatever the backup knows of it', async () => {
  const { db, restore } = await open();
  const [gone] = tombstoneHashes(makeContact({ key: { site: 'linkedin', id: 'gone' } }));
  const [back] = tombstoneHashes(makeContact());
  for (const hash of [gone, back])
    await db.put('tombstones', { hash: String(hash), contactId: 'x', at: '2026-11-01T00:00:00.000Z' });
  await restore(backupOf({ contacts: [makeContact()], ties: [] }));
  expect((await stateOf(db)).tombstones.map(({ hash }) => hash)).toEqual([gone]);
});

it('leaves everything as it was when a backup does not fit', async () => {
  const { db, restore } = await open();
  await restore(backupOf({ contacts: [makeContact()], ties: [] }));
  const twice = [makeContact({}, 'a'), makeContact({}, 'b')];
  await expect(restore(backupOf({ contacts: twice, ties: [] }))).rejects.toThrow();
  expect((await stateOf(db)).contacts.map(({ id }) => id)).toEqual(['c1']);
});

it('reads a backup of before history and deletions were kept, and refuses one of a newer version', async () => {
  const old = backupOf({ contacts: [makeContact()], ties: [] });
  const read = (backup: object) =>
    parseFiles([{ name: 'b.json', bytes: new TextEncoder().encode(JSON.stringify(backup)) }]);
  expect((await read(old)).backups).toEqual([old]);
  const { backups, fileErrors } = await read({ ...old, version: 99 });
  expect(backups).toEqual([]);
  expect(fileErrors[0]).toMatchObject({ kind: 'newerVersion', values: { version: 99 } });
});

function unique(rows: Backup['tombstones'] = []) {
  return [...new Map(rows.map((row) => [row.hash, row])).values()];
}
