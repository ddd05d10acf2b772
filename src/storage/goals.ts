import type { Goal } from '../core/model/index.ts';
import type { Database } from './schema.ts';
import type { Writing } from './transaction.ts';

export async function listGoals(db: Database): Promise<Goal[]> {
  const goals = await db.getAll('goals');
  return goals.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

/** The goal as it stands within a transaction; `undefined` when there is none. */
export function goalWithin({ transaction }: Writing, id: string): Promise<Goal | undefined> {
  return transaction.objectStore('goals').get(id);
}

/** Creates or replaces a goal. */
export async function putGoal(writing: Writing, goal: Goal): Promise<void> {
  await writing.transaction.objectStore('goals').put(goal);
  writing.log({ store: 'goals', id: goal.id, kind: 'put', rev: 0 });
}

/** Deletes a goal; one that is not there is no error. */
export async function deleteGoal(writing: Writing, id: string): Promise<void> {
  await writing.transaction.objectStore('goals').delete(id);
  writing.log({ store: 'goals', id, kind: 'delete', rev: 0 });
}
