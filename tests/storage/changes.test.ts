import { expect, it } from 'vitest';
import { CHANGES_KEPT, lastChange } from '../../src/storage/changes.ts';
import { changeGoal } from '../../src/storage/goals.ts';
import { openDatabase } from '../../src/storage/open.ts';
import type { ChangeRow } from '../../src/storage/schema.ts';
import { write } from '../../src/storage/transaction.ts';
import { makeGoal } from '../make.ts';

const world = { now: () => new Date('2026-11-24T10:00:00Z'), id: () => 'device' };
type Logged = Pick<ChangeRow, 'store' | 'id' | 'kind' | 'rev'>;

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

it('bounds them in a write of very many, too', async () => {
  const { db, log, revsOf } = await open();
  const many = Array.from({ length: 700 }, (_, i) => tie(`me>${i}:knows`));
  for (let i = 0; i < CHANGES_KEPT + 2; i++) await log(...many);
  expect(await revsOf('me>699:knows')).toHaveLength(CHANGES_KEPT);
  expect(await db.count('changes')).toBe(700 * CHANGES_KEPT);
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
