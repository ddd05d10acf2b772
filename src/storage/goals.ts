import { Goal } from '../core/model/index.ts';
import { accepted } from './accept.ts';
import { unwaited } from './requests.ts';
import type { Database } from './schema.ts';
import { type World, write } from './transaction.ts';
import type { Writing } from './writing.ts';

export async function listGoals(db: Database): Promise<Goal[]> {
  const goals = await db.getAll('goals');
  return goals.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

/**
 * Creates or replaces a goal.
 * @throws NotStorable
 */
export function putGoal(writing: Writing, goal: Goal): void {
  unwaited(writing.transaction.objectStore('goals').put(accepted(Goal, goal)));
  writing.log({ store: 'goals', id: goal.id, kind: 'put', rev: 0 });
}

/** Deletes a goal; one that is not there is no error. */
export function deleteGoal(writing: Writing, id: string): void {
  unwaited(writing.transaction.objectStore('goals').delete(id));
  writing.log({ store: 'goals', id, kind: 'delete', rev: 0 });
}

/** Makes a goal of the one that is there (`undefined`: none yet), as a write of its own. */
export async function changeGoal(
  db: Database,
  world: World,
  id: string,
  change: (known: Goal | undefined) => Goal,
): Promise<Goal> {
  return write(db, world, ['goals'], async (writing) => {
    const goal = change(await writing.transaction.objectStore('goals').get(id));
    putGoal(writing, goal);
    return goal;
  });
}

/** Deletes a goal, as a write of its own; one that is not there is no error. */
export async function removeGoal(db: Database, world: World, id: string): Promise<void> {
  await write(db, world, ['goals'], async (writing) => deleteGoal(writing, id));
}
