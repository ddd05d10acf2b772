import type { Database } from './schema.ts';

/**
 * How much is stored of what; `forgotten` are hashes by which forgotten people stay forgotten. Of a store that a
 * damaged database has lost there is nothing.
 */
export async function countStored(
  db: Database,
): Promise<{ captures: number; goals: number; ties: number; forgotten: number }> {
  const count = async (store: 'captures' | 'goals' | 'ties' | 'tombstones') =>
    db.objectStoreNames.contains(store) ? db.count(store) : 0;
  const [captures, goals, ties, forgotten] = await Promise.all([
    count('captures'),
    count('goals'),
    count('ties'),
    count('tombstones'),
  ]);
  return { captures, goals, ties, forgotten };
}
