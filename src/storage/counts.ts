import type { Database } from './schema.ts';

/** How much is stored of what; `forgotten` are hashes by which forgotten people stay forgotten. */
export async function countStored(
  db: Database,
): Promise<{ captures: number; goals: number; ties: number; forgotten: number }> {
  const [captures, goals, ties, forgotten] = await Promise.all([
    db.count('captures'),
    db.count('goals'),
    db.count('ties'),
    db.count('tombstones'),
  ]);
  return { captures, goals, ties, forgotten };
}
