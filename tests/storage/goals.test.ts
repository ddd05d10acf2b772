import { expect, it } from 'vitest';
import { changeGoal, listGoals, removeGoal } from '../../src/storage/goals.ts';
import { makeEnvironment, makeGoal } from '../make.ts';

async function open() {
  const { environment } = makeEnvironment();
  return { db: await environment.database, world: environment.world };
}

const dayOf = (id: string, day: string) => ({ ...makeGoal({}), id, createdAt: `${day}T08:00:00.000Z` });

it('lists goals from the oldest to the newest, whatever their ids', async () => {
  const { db, world } = await open();
  for (const [id, day] of [
    ['a', '2026-11-03'],
    ['b', '2026-11-01'],
    ['c', '2026-11-02'],
  ] as const) {
    await changeGoal(db, world, id, () => dayOf(id, day));
  }
  expect((await listGoals(db)).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});

it('makes a goal of the one that is there, and logs what became of it', async () => {
  const { db, world } = await open();
  const known: unknown[] = [];
  for (const day of ['2026-11-01', '2026-11-02']) {
    await changeGoal(db, world, 'a', (before) => {
      known.push(before?.createdAt);
      return dayOf('a', day);
    });
  }
  expect(known).toEqual([undefined, '2026-11-01T08:00:00.000Z']);
  await removeGoal(db, world, 'a');
  await removeGoal(db, world, 'nobody');
  expect(await listGoals(db)).toEqual([]);
  const log = (await db.getAll('changes')).map(({ id, kind }) => `${kind} ${id}`);
  expect(log.sort()).toEqual(['delete a', 'delete nobody', 'put a', 'put a']);
});

it('keeps no goal that the schema refuses', async () => {
  const { db, world } = await open();
  const wrong = changeGoal(db, world, 'a', () => ({ ...dayOf('a', '2026-11-01'), kind: 'none' as never }));
  await expect(wrong).rejects.toThrow();
  expect(await listGoals(db)).toEqual([]);
  expect(await db.count('changes')).toBe(0);
});
