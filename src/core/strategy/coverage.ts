import { type Fact, type GoalCoverage, RECOGNISED_ROLES, ROLES, type Role } from '../model/index.ts';
import { type Columns, coverageOf, REACHES } from './columns.ts';
import { bestRows, rounded } from './ranking.ts';
import type { Aim, Viewpoint } from './viewpoint.ts';
import { NEAR_FROM } from './weights.ts';

/** What all contacts together hold, by goal and role (in the order of `ROLES`). */
export interface Tally {
  /** How many hold a role, and what they add together. */
  counts: number[][];
  sums: number[][];
  /** Rows of the holders, in no order that means anything. */
  holders: number[][][];
  /** How many of the holders there is contact with now; contacts of whom too little is known to say. */
  inContact: number[][];
  unjudged: number[][];
}

const ACTIVE = REACHES.indexOf('active');
const PEER = ROLES.indexOf('peer');

/** Finds all holders of all roles; one pass over the columns for each goal. */
export function tallyOf(columns: Columns): Tally {
  const tally: Tally = { counts: [], sums: [], holders: [], inContact: [], unjudged: [] };
  columns.roles.forEach((column, goal) => {
    const holders = ROLES.map((): number[] => []);
    const unjudged = ROLES.map(() => 0);
    const open = columns.unjudged[goal] as Uint16Array;
    for (let row = 0; row < columns.length; row++) {
      const bits = column[row] as number;
      const unknown = open[row] as number;
      if (unknown !== 0)
        for (let role = 0; role < unjudged.length; role++)
          if (unknown & (1 << role)) unjudged[role] = (unjudged[role] as number) + 1;
      if (bits === 0) continue;
      for (let role = 0; role < holders.length; role++) if (bits & (1 << role)) holders[role]?.push(row);
    }
    tally.holders.push(holders);
    tally.unjudged.push(unjudged);
    tally.counts.push(holders.map((rows) => rows.length));
    tally.inContact.push(
      holders.map((rows) => {
        let count = 0;
        for (const row of rows) if (columns.reach[row] === ACTIVE) count += 1;
        return count;
      }),
    );
    tally.sums.push(
      holders.map((rows, role) => {
        const adds = columns.adds[goal]?.[role] as Uint16Array;
        let sum = 0;
        for (const row of rows) sum += adds[row] as number;
        return sum;
      }),
    );
  });
  return tally;
}

/**
 * Coverage of a goal, 0 to 1: the mean over the roles it lives on of how strongly each is covered. `null` when no
 * role can be told. `sums` may be those of a network with somebody more or less.
 */
export function coveredBy(aim: Aim, sums: readonly number[]): number | null {
  if (aim.needed.size === 0) return null;
  let covered = 0;
  let others = aim.needed.size === 1 ? 1 : 0;
  ROLES.forEach((role, at) => {
    if (!aim.needed.has(role) || at === PEER) return;
    const strength = coverageOf(sums[at] ?? 0);
    covered += strength;
    others = Math.max(others, strength);
  });
  // People on the same path never cover a goal alone: they count no more than the best of the others.
  if (aim.needed.has('peer')) covered += Math.min(others, coverageOf(sums[PEER] ?? 0));
  return covered / aim.needed.size;
}

/** Who fills which role toward each goal, and how strongly. */
export function coverage(columns: Columns, view: Viewpoint, tally: Tally): GoalCoverage[] {
  return view.aims.map((aim, goal) => {
    const sums = tally.sums[goal] ?? [];
    const covered = coveredBy(aim, sums);
    const counts = tally.counts[goal] ?? [];
    const contacts = tally.inContact[goal] ?? [];
    const needed = ROLES.map((role, at) => ({ role, at })).filter(({ role }) => aim.needed.has(role));
    return {
      goalId: aim.goal.id,
      covered: covered === null ? null : rounded(covered),
      filled: needed.filter(({ at }) => (contacts[at] ?? 0) > 0).length,
      available: needed.filter(({ at }) => (counts[at] ?? 0) > 0).length,
      needed: needed.length,
      roles: ROLES.map((role, at) => ({ role, at }))
        .filter(shown)
        .map(({ role, at }) => ({
          role,
          needed: aim.needed.has(role),
          strength: rounded(coverageOf(sums[at] ?? 0)),
          contactIds: bestRows(
            tally.holders[goal]?.[at] ?? [],
            20,
            (row) => (columns.adds[goal]?.[at]?.[row] ?? 0) * 128 + (columns.fit[goal]?.[row] ?? 0),
            (row) => columns.id(row),
          ).map((row) => columns.id(row)),
          count: counts[at] ?? 0,
          inContact: contacts[at] ?? 0,
          available: (counts[at] ?? 0) - (contacts[at] ?? 0),
          unjudged: tally.unjudged[goal]?.[at] ?? 0,
        })),
      contactIds: whoServes(columns, goal, 20),
      facts: factsOf(aim, counts, contacts),
    };

    /** Roles that the user alone gives are shown where they were given, or where leading asks for them. */
    function shown({ role, at }: { role: Role; at: number }): boolean {
      return (
        (RECOGNISED_ROLES as readonly Role[]).includes(role) ||
        aim.goal.kind === 'takeLeadership' ||
        (counts[at] ?? 0) > 0
      );
    }
  });
}

/** Ids of those who serve a goal, the best fits first. */
function whoServes(columns: Columns, goal: number, most: number): string[] {
  const [fits, serves] = [columns.fit[goal], columns.serves[goal]];
  if (fits === undefined || serves === undefined) return [];
  const rows: number[] = [];
  for (let row = 0; row < columns.length; row++) if (serves[row] === 1) rows.push(row);
  return bestRows(
    rows,
    most,
    (row) => fits[row] as number,
    (row) => columns.id(row),
  ).map((row) => columns.id(row));
}

/** Ids of who fits a goal best; nobody whose fit is too far from serving it to be named as near. */
export function bestFits(columns: Columns, goal: number, most: number): string[] {
  const fits = columns.fit[goal];
  if (fits === undefined) return [];
  const best = bestRows(
    rowsFrom(fits, columns.length, most),
    most,
    (row) => fits[row] as number,
    (row) => columns.id(row),
  );
  return best.filter((row) => (fits[row] as number) >= NEAR_FROM).map((row) => columns.id(row));
}

/** Rows among which the `most` highest values above 0 of a column are: those at or above the lowest of them. */
export function rowsFrom(column: Int8Array | Uint8Array, length: number, most: number): number[] {
  const times = new Int32Array(128);
  for (let row = 0; row < length; row++) {
    const value = column[row] as number;
    if (value > 0) times[value] = (times[value] as number) + 1;
  }
  let least = 127;
  for (let found = times[least] as number; found < most && least > 1; found += times[least] as number)
    least -= 1;
  const rows: number[] = [];
  for (let row = 0; row < length; row++) if ((column[row] as number) >= least) rows.push(row);
  return rows;
}

function factsOf(aim: Aim, counts: readonly number[], contacts: readonly number[]): Fact[] {
  const goal = aim.goal.id;
  if (aim.asks.length === 0) return [{ key: 'factGoalWithoutTarget', values: { goal } }];
  if (aim.needed.size === 0) return [{ key: 'factGoalNotTellable', values: { goal } }];
  if (aim.move.length === 0 && aim.asks.every((part) => aim.there.has(part)))
    return [{ key: 'factGoalIsWhereIStand', values: { goal } }];
  let [filled, available] = [0, 0];
  ROLES.forEach((role, at) => {
    if (!aim.needed.has(role)) return;
    if ((contacts[at] ?? 0) > 0) filled += 1;
    else if ((counts[at] ?? 0) > 0) available += 1;
  });
  const facts: Fact[] = [{ key: 'factRolesFilled', values: { count: filled, of: aim.needed.size } }];
  if (available > 0) facts.push({ key: 'factRolesAvailable', values: { count: available } });
  return facts;
}
