import { type Fact, type GoalCoverage, ROLES } from '../model/index.ts';
import { type Columns, coverageOf, hasRole } from './columns.ts';
import { bestRows, rounded } from './ranking.ts';
import type { Aim, Viewpoint } from './viewpoint.ts';

/** What all contacts together hold: by goal and role (in the order of `ROLES`), how many hold it and what they add. */
export interface Tally {
  counts: number[][];
  sums: number[][];
}

/** Counts all holders of all roles; one pass over the columns. */
export function tallyOf(columns: Columns): Tally {
  const counts: number[][] = [];
  const sums: number[][] = [];
  for (let goal = 0; goal < columns.goals; goal++) {
    counts.push(ROLES.map(() => 0));
    sums.push(ROLES.map(() => 0));
    ROLES.forEach((_, role) => {
      const column = columns.adds[goal]?.[role];
      const bits = columns.roles[goal];
      if (column === undefined || bits === undefined) return;
      let count = 0;
      let sum = 0;
      for (let row = 0; row < columns.length; row++) {
        if (columns.digests[row] === undefined || ((bits[row] ?? 0) & (1 << role)) === 0) continue;
        count += 1;
        sum += column[row] ?? 0;
      }
      setAt(counts[goal], role, count);
      setAt(sums[goal], role, sum);
    });
  }
  return { counts, sums };
}

/**
 * Coverage of a goal, 0 to 1: the mean over the roles it lives on of how strongly each is covered. `null` when no
 * role can be told. `sums` may be those of a network with somebody more or less.
 */
export function coveredBy(aim: Aim, sums: readonly number[]): number | null {
  if (aim.needed.size === 0) return null;
  let covered = 0;
  ROLES.forEach((role, at) => {
    if (aim.needed.has(role)) covered += coverageOf(sums[at] ?? 0);
  });
  return covered / aim.needed.size;
}

/** Who fills which role toward each goal, and how strongly. */
export function coverage(columns: Columns, view: Viewpoint, tally: Tally): GoalCoverage[] {
  return view.aims.map((aim, goal) => {
    const sums = tally.sums[goal] ?? [];
    const covered = coveredBy(aim, sums);
    return {
      goalId: aim.goal.id,
      covered: covered === null ? null : rounded(covered),
      roles: ROLES.map((role, at) => ({
        role,
        needed: aim.needed.has(role),
        strength: rounded(coverageOf(sums[at] ?? 0)),
        contactIds: bestRows(
          columns.length,
          20,
          (row) =>
            columns.digests[row] !== undefined && hasRole(columns, goal, role, row)
              ? (columns.adds[goal]?.[at]?.[row] ?? 0) * 128 + (columns.fit[goal]?.[row] ?? 0)
              : null,
          (row) => columns.id(row),
        ).map((row) => columns.id(row)),
        count: tally.counts[goal]?.[at] ?? 0,
      })),
      contactIds: bestFits(columns, goal, 20),
      facts: factsOf(aim, tally.counts[goal] ?? []),
    };
  });
}

/** Ids of who fits a goal best; nobody who does not fit at all. */
export function bestFits(columns: Columns, goal: number, most: number): string[] {
  return bestRows(
    columns.length,
    most,
    (row) => {
      const fit = columns.fit[goal]?.[row] ?? 0;
      return columns.digests[row] !== undefined && fit > 0 ? fit : null;
    },
    (row) => columns.id(row),
  ).map((row) => columns.id(row));
}

function factsOf(aim: Aim, counts: readonly number[]): Fact[] {
  const goal = aim.goal.id;
  if (aim.asks.length === 0) return [{ key: 'factGoalWithoutTarget', values: { goal } }];
  if (aim.needed.size === 0) return [{ key: 'factGoalNotTellable', values: { goal } }];
  let filled = 0;
  ROLES.forEach((role, at) => {
    if (aim.needed.has(role) && (counts[at] ?? 0) > 0) filled += 1;
  });
  return [{ key: 'factRolesFilled', values: { count: filled, of: aim.needed.size } }];
}

function setAt(list: number[] | undefined, at: number, value: number): void {
  if (list !== undefined) list[at] = value;
}
