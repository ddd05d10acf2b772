import type { Analysis, Fact, Snapshot } from '../../../core/model/index.ts';
import { type GoalProgress, progressOf, snapshotOf } from '../../../core/strategy/progress.ts';

/**
 * What there is to say of the months: of every goal since the last one, and since the goal began where that is longer
 * ago. `null` while there is nothing earlier to compare with.
 */
export function toldProgress(
  months: readonly Snapshot[],
  analysis: Analysis,
): { conversations: number; sinceLast: Fact[]; sinceStart: Fact[] } | null {
  const { sinceLast, sinceStart, conversations } = progressOf(months, snapshotOf(analysis));
  const last = new Map(sinceLast.map(({ goalId, since }) => [goalId, since]));
  const longer = sinceStart.filter(({ goalId, since }) => since !== last.get(goalId));
  if (sinceLast.length === 0 && longer.length === 0) return null;
  const facts = (goals: GoalProgress[]) => goals.flatMap((goal) => goal.facts);
  return { conversations, sinceLast: facts(sinceLast), sinceStart: facts(longer) };
}
