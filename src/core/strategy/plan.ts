import { type Plan, RECOGNISED_ROLES, type RecognisedRole } from '../model/index.ts';
import { type KnownTies, pathsTo } from './acquaintances.ts';
import { type Columns, REACHES } from './columns.ts';
import type { Tally } from './coverage.ts';
import { bestRows } from './ranking.ts';
import type { Viewpoint } from './viewpoint.ts';
import { PLAN } from './weights.ts';

const UNKNOWN_REACH = REACHES.indexOf('unknown');
/** A gap is a bit: as many as a number holds. */
const MOST_GAPS = 30;

/**
 * The fewest conversations that close the most gaps, within the hours that the user gives a month. A gap is a role
 * that a goal lives on and that nobody fills with whom there is contact. Exact for few candidates, greedy for many.
 */
export function planOf(columns: Columns, view: Viewpoint, tally: Tally, known: KnownTies): Plan {
  const hours = view.context.hoursPerMonth ?? PLAN.hoursPerMonth;
  const within = Math.max(1, Math.floor(hours / PLAN.hours));
  const gaps: { goal: number; goalId: string; role: RecognisedRole; at: number }[] = [];
  view.aims.forEach((aim, goal) => {
    RECOGNISED_ROLES.forEach((role, at) => {
      if (aim.needed.has(role) && (tally.inContact[goal]?.[at] ?? 0) === 0)
        gaps.push({ goal, goalId: aim.goal.id, role, at });
    });
  });
  const open = gaps.slice(0, MOST_GAPS);
  const closes = new Map<number, number>();
  const strangers = new Map<number, number>();
  open.forEach(({ goal, at }, gap) => {
    for (const row of tally.holders[goal]?.[at] ?? []) {
      if ((columns.roles[goal]?.[row] ?? 0) === 0) continue;
      // Somebody with whom there is no tie at all cannot simply be talked to, but may be introduced.
      const into = columns.reach[row] === UNKNOWN_REACH ? strangers : closes;
      into.set(row, (into.get(row) ?? 0) | (1 << gap));
    }
  });
  const through = introducers(columns, known, strangers.keys());
  for (const row of through.keys()) closes.set(row, strangers.get(row) ?? 0);
  // Of two who close as much, whoever can be talked to at once comes first.
  const value = (row: number) =>
    countBits(closes.get(row) ?? 0) * 1_000 +
    Math.max(0, columns.bestFit(row)) -
    (through.has(row) ? 500 : 0);
  const candidates = withoutDominated(
    bestRows(closes.keys(), PLAN.candidates, value, (row) => columns.id(row)),
    closes,
  );
  const chosen =
    candidates.length <= PLAN.exact
      ? exact(candidates, closes, within)
      : greedy(candidates, closes, Math.min(within, PLAN.most));
  chosen.sort((a, b) => value(b) - value(a) || (columns.id(a) < columns.id(b) ? -1 : 1));
  let covered = 0;
  const conversations = chosen.map((row) => {
    const fresh = (closes.get(row) ?? 0) & ~covered;
    covered |= fresh;
    const helper = through.get(row);
    return {
      contactId: columns.id(row),
      ...(helper !== undefined && { through: helper }),
      closes: open.filter((_, gap) => fresh & (1 << gap)).map(({ goalId, role }) => ({ goalId, role })),
    };
  });
  const closed = countBits(covered);
  return {
    gaps: gaps.length,
    conversations,
    closes: closed,
    within,
    facts:
      gaps.length === 0
        ? view.aims.some(({ needed }) => needed.size > 0)
          ? [{ key: 'factPlanNoGaps' }]
          : []
        : conversations.length === 0
          ? [{ key: 'factPlanNobody', values: { count: gaps.length } }]
          : [{ key: 'factPlan', values: { count: conversations.length, closes: closed, of: gaps.length } }],
  };
}

/** Who can introduce the user to each of the best of these, by the row of the other. */
function introducers(columns: Columns, known: KnownTies, strangers: Iterable<number>): Map<number, string> {
  const found = new Map<number, string>();
  const idOf = (row: number) => columns.id(row);
  for (const row of bestRows(strangers, PLAN.introduced, (one) => Math.max(0, columns.bestFit(one)), idOf)) {
    const [path] = pathsTo(columns, known, row, { most: 1 });
    const [helper] = path?.through ?? [];
    if (helper !== undefined && path?.through.length === 1) found.set(row, helper);
  }
  return found;
}

/** Leaves out whoever closes nothing that an earlier one does not close as well. The best stand first. */
function withoutDominated(rows: readonly number[], closes: ReadonlyMap<number, number>): number[] {
  const kept: number[] = [];
  for (const row of rows) {
    const own = closes.get(row) ?? 0;
    if (!kept.some((other) => ((closes.get(other) ?? 0) | own) === closes.get(other))) kept.push(row);
  }
  return kept;
}

/** All choices of at most `most` rows: the one that closes the most with the fewest; of equals the first. */
function exact(rows: readonly number[], closes: ReadonlyMap<number, number>, most: number): number[] {
  let best: number[] = [];
  let bestClosed = 0;
  const chosen: number[] = [];
  const visit = (from: number, covered: number): void => {
    const closed = countBits(covered);
    if (closed > bestClosed || (closed === bestClosed && chosen.length < best.length)) {
      best = [...chosen];
      bestClosed = closed;
    }
    if (chosen.length === most) return;
    for (let at = from; at < rows.length; at++) {
      const row = rows[at] as number;
      const next = covered | (closes.get(row) ?? 0);
      if (next === covered) continue;
      chosen.push(row);
      visit(at + 1, next);
      chosen.pop();
    }
  };
  visit(0, 0);
  return best;
}

/** One after the other whoever closes the most that is still open: at worst 63 % of the best choice (Nemhauser 1978). */
function greedy(rows: readonly number[], closes: ReadonlyMap<number, number>, most: number): number[] {
  const chosen: number[] = [];
  let covered = 0;
  while (chosen.length < most) {
    let best = -1;
    let gain = 0;
    for (const row of rows) {
      const fresh = countBits((closes.get(row) ?? 0) & ~covered);
      if (fresh > gain) [best, gain] = [row, fresh];
    }
    if (best < 0) break;
    chosen.push(best);
    covered |= closes.get(best) ?? 0;
  }
  return chosen;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
