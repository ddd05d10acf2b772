import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { UndoRecord } from '../../src/core/merge/index.ts';
import type { Tie } from '../../src/core/model/index.ts';
import { writeImport } from '../../src/storage/imports.ts';
import { forgetContact } from '../../src/storage/many.ts';
import { openDatabase } from '../../src/storage/open.ts';
import { changeContact } from '../../src/storage/save.ts';
import { setTie } from '../../src/storage/setTie.ts';
import { importOf, importRows, listUndo } from '../../src/storage/undo/rows.ts';
import { runUndo } from '../../src/storage/undo/run.ts';
import { makeContact, NOW } from '../make.ts';

const tie = (id: string): Tie => ({ from: 'me', to: id, kind: 'knows' });
const ids = (count: number, begin = 'p') => Array.from({ length: count }, (_, i) => `${begin}${i}`);
const record = (created: number, before: number, ties: [before: number, after: number, created: number]) =>
  ({
    id: 'step',
    at: NOW,
    label: 'Connections.csv',
    created: ids(created),
    before: ids(before, 'b').map((id) => makeContact({}, id)),
    ties: {
      before: ids(ties[0], 'b').map(tie),
      after: ids(ties[1], 'b').map(tie),
      created: ids(ties[2]).map(tie),
    },
    goals: ['g'],
  }) satisfies UndoRecord;

it('keeps an import as one record, in however many rows', () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.nat(450), fc.nat(2_500), fc.nat(20_000), (created, before, tied, made) => {
      const whole = record(created, before, [tied, tied, made]);
      const rows = [...importRows(whole)];
      expect(importOf(rows)).toEqual(whole);
      // No row grows with the import.
      for (const row of rows) {
        const size = row.created.length / 8 + 5 * row.before.length + row.ties.created.length;
        expect(size).toBeLessThanOrEqual(3_000);
      }
    }),
    { numRuns: 30 },
  );
});

it('keeps a small import in one row', () => {
  expect([...importRows(record(10, 2, [1, 1, 10]))]).toHaveLength(1);
});

const world = { now: () => new Date(NOW), id: () => crypto.randomUUID() };
const MANY = 2_300;

async function imported() {
  const db = await openDatabase(`undo-rows-${Math.random()}`);
  const create = ids(MANY).map((id) => ({ ...makeContact({}, id), keys: [`linkedin:${id}`] }));
  const undo = { ...record(0, 0, [0, 0, 0]), created: ids(MANY), goals: [] };
  undo.ties.created = ids(MANY).map(tie);
  await writeImport(
    db,
    world,
    { create, update: [], ties: undo.ties.created, goals: [], me: null, undo },
    0,
    () => {},
  );
  return db;
}

it('lists a large import once, with the numbers of all its rows', async () => {
  const db = await imported();
  expect(await db.count('undo')).toBeGreaterThan(2);
  expect(await listUndo(db)).toEqual([
    { id: 'step', at: NOW, label: 'Connections.csv', created: MANY, changed: 0 },
  ]);
  await forgetContact(db, world, 'p7');
  expect((await listUndo(db))[0]?.created).toBe(MANY - 1);
});

it('takes a large import back as one: who was worked on since stays with their tie', async () => {
  const db = await imported();
  await changeContact(db, world, 'p1', (contact) => ({ ...contact, own: { ...contact.own, note: 'met' } }));
  await setTie(db, world, { ...tie('p2'), strength: 'strong' });
  expect(await runUndo(db, world, 'step')).toBe(MANY - 2);
  expect((await db.getAllKeys('contacts')).sort()).toEqual(['p1', 'p2']);
  expect((await db.getAll('ties')).map(({ to }) => to).sort()).toEqual(['p1', 'p2']);
  expect(await db.count('undo')).toBe(0);
});
