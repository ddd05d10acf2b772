import { expect, it } from 'vitest';
import { CHANGES_KEPT, eachChange, lastChange, PACKED_FROM, PACKED_KEPT } from '../../src/storage/changes.ts';
import { changeGoal } from '../../src/storage/goals.ts';
import { openDatabase } from '../../src/storage/open.ts';
import type { Change } from '../../src/storage/schema.ts';
import { write } from '../../src/storage/transaction.ts';
import { makeGoal } from '../make.ts';

const world = { now: () => new Date('2026-11-24T10:00:00Z'), id: () => 'device' };
type Logged = Change;

let databases = 0;
async function open() {
  const db = await openDatabase(`changes-${databases++}`);
  const log = (...changes: Logged[]) =>
    write(db, world, [], async (writing) => {
      for (const change of changes) writing.log(change);
    });
  const revsOf = async (id: string) =>
    (await db.getAll('changes')).filter((change) => change.id === id).map(({ rev }) => rev);
  return { db, log, revsOf };
}
const contact = (id: string, rev: number): Logged => ({ store: 'contacts', id, kind: 'put', rev });
const tie = (id: string): Logged => ({ store: 'ties', id, kind: 'put', rev: 0 });

it('keeps the last changes of each contact, whatever happens to others', async () => {
  const { db, log, revsOf } = await open();
  await log(contact('b', 0));
  for (let rev = 0; rev < CHANGES_KEPT + 5; rev++) await log(contact('a', rev));
  expect(await revsOf('a')).toEqual(Array.from({ length: CHANGES_KEPT }, (_, i) => i + 5));
  expect(await revsOf('b')).toEqual([0]);
  // Its number goes on: whether anything has changed is told by it.
  expect(await lastChange(db)).toBe(CHANGES_KEPT + 6);
});

it('bounds ties and goals as well, which have no revisions', async () => {
  const { db, log } = await open();
  for (let i = 0; i < CHANGES_KEPT + 3; i++) {
    await log(tie('me>a:knows'));
    await changeGoal(db, world, 'g1', () => makeGoal());
  }
  expect(await db.count('changes')).toBe(2 * CHANGES_KEPT);
});

/** A write of so many ties at once, each time the same ones. */
const many = (count: number) => Array.from({ length: count }, (_, i) => tie(`me>${i}:knows`));

it('packs a write of very many, in their order and counted, without a row for each', async () => {
  const { db, log } = await open();
  const changes = [contact('a', 0), ...many(PACKED_FROM), { ...contact('a', 1), kind: 'delete' as const }];
  await log(...changes);
  await log(contact('b', 0));
  const rows = await db.getAll('changes');
  expect(rows.length).toBeLessThan(5);
  expect([...eachChange(rows)]).toEqual([...changes, contact('b', 0)]);
  expect(await lastChange(db)).toBe(changes.length + 1);
});

it('bounds what is packed, and knows the last change of each', async () => {
  const { db, log } = await open();
  await log(...many(PACKED_FROM), contact('once', 0), contact('gone', 0));
  let most = 0;
  for (let rev = 0; rev < 3 * PACKED_KEPT; rev++) {
    await log(...many(PACKED_FROM), contact('often', rev), { ...contact('gone', rev), kind: 'delete' });
    most = Math.max(most, await db.count('changes'));
  }
  // Besides the single row that each write begins with, of which those of its own tie are bounded as ever.
  expect(most).toBeLessThanOrEqual(PACKED_KEPT + 1 + CHANGES_KEPT);
  const last = new Map([...eachChange(await db.getAll('changes'))].map((change) => [change.id, change]));
  expect([...last.keys()].filter((id) => id.startsWith('me>'))).toHaveLength(PACKED_FROM);
  expect([last.get('once'), last.get('often')?.rev, last.get('gone')?.kind]).toEqual([
    contact('once', 0),
    3 * PACKED_KEPT - 1,
    'delete',
  ]);
});

it('goes on with its numbers where the log has begun anew', async () => {
  const { db, log } = await open();
  await log(...many(PACKED_FROM));
  const before = await lastChange(db);
  await db.clear('changes');
  await log(...many(PACKED_FROM));
  expect(await lastChange(db)).toBe(before + PACKED_FROM);
});

it('takes nothing away when the write fails', async () => {
  const { db, log } = await open();
  for (let rev = 0; rev < CHANGES_KEPT; rev++) await log(contact('a', rev));
  const failing = write(db, world, [], async (writing) => {
    writing.log(contact('a', CHANGES_KEPT));
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect((await db.getAll('changes')).map(({ rev }) => rev)).toEqual(
    Array.from({ length: CHANGES_KEPT }, (_, i) => i),
  );
});
