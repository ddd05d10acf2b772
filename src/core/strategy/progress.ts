import { type Analysis, type Fact, LAYERS, MOST_SNAPSHOTS, type Snapshot } from '../model/index.ts';

/** The state of a month in a few figures, from an analysis. */
export function snapshotOf(analysis: Analysis): Snapshot {
  const layers = Object.fromEntries(
    LAYERS.map((layer) => [layer, analysis.balance.layers[layer]]),
  ) as Snapshot['layers'];
  return {
    month: analysis.at.slice(0, 7),
    at: analysis.at,
    contacts: analysis.contacts,
    layers,
    conversations: analysis.conversations,
    goals: analysis.coverage.slice(0, 50).map(({ goalId, covered, filled, needed }) => ({
      id: goalId,
      covered,
      filled,
      of: needed,
      gaps: analysis.blindSpots
        .filter((spot) => spot.goalId === goalId)
        .slice(0, 50)
        .map(({ id }) => id.slice(0, 400)),
    })),
  };
}

/** The snapshots with this month's: of every month the last state is kept, at most five years of them. */
export function withSnapshot(known: readonly Snapshot[], fresh: Snapshot): Snapshot[] {
  return [...known.filter(({ month }) => month !== fresh.month), fresh]
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .slice(-MOST_SNAPSHOTS);
}

/** What has changed toward a goal since an earlier state. */
export interface GoalProgress {
  goalId: string;
  /** Day from which is counted: the end of an earlier month, or the first state in which the goal is known. */
  since: string;
  filled: { from: number; to: number; of: number };
  /** Blind spots that have closed, and that have opened. */
  closed: string[];
  opened: string[];
  facts: Fact[];
}

/**
 * Progress toward each goal of the present state: since the last month before it, and since the goal's first state.
 * Goals of which nothing earlier is known are left out.
 */
export function progressOf(
  snapshots: readonly Snapshot[],
  now: Snapshot,
): { sinceLast: GoalProgress[]; sinceStart: GoalProgress[]; conversations: number } {
  const earlier = snapshots.filter(({ month }) => month < now.month);
  const compare = (from: Snapshot | undefined, goal: Snapshot['goals'][number]): GoalProgress[] => {
    const before = from?.goals.find(({ id }) => id === goal.id);
    if (from === undefined || before === undefined) return [];
    const closed = before.gaps.filter((id) => !goal.gaps.includes(id));
    const opened = goal.gaps.filter((id) => !before.gaps.includes(id));
    return [
      {
        goalId: goal.id,
        since: from.at.slice(0, 10),
        filled: { from: before.filled, to: goal.filled, of: goal.of },
        closed,
        opened,
        facts: sentences(goal.id, before.filled, goal.filled, closed.length, opened.length),
      },
    ];
  };
  return {
    sinceLast: now.goals.flatMap((goal) => compare(earlier.at(-1), goal)),
    sinceStart: now.goals.flatMap((goal) =>
      compare(
        earlier.find(({ goals }) => goals.some(({ id }) => id === goal.id)),
        goal,
      ),
    ),
    conversations: now.conversations,
  };
}

function sentences(goal: string, from: number, to: number, closed: number, opened: number): Fact[] {
  const facts: Fact[] = [];
  if (to > from) facts.push({ key: 'factProgressFilled', values: { count: to - from, goal } });
  if (to < from) facts.push({ key: 'factProgressEmptied', values: { count: from - to, goal } });
  if (closed > 0) facts.push({ key: 'factProgressClosed', values: { count: closed, goal } });
  if (opened > 0) facts.push({ key: 'factProgressOpened', values: { count: opened, goal } });
  return facts.length === 0 ? [{ key: 'factProgressNone', values: { goal } }] : facts;
}
