import {
  type BlindSpot,
  type Digest,
  type Fact,
  type NextMove,
  type RedundancyGroup,
  ROLES,
  type Role,
} from '../model/index.ts';
import { ownValue } from '../text/table.ts';
import { targetOf } from './blindSpots.ts';
import { type Columns, coverageOf, REACHES } from './columns.ts';
import type { Tally } from './coverage.ts';
import { monthsSince } from './fit.ts';
import { hubEvidence } from './hub.ts';
import { bestRows } from './ranking.ts';
import { rolesToward, standingOf } from './roles.ts';
import { type SearchFor, searchLinks } from './searchLinks.ts';
import type { Aim, Viewpoint } from './viewpoint.ts';
import {
  CHANCE,
  CROWDED_FROM,
  EFFORT,
  ENOUGH,
  EXPECTED_HOLDER,
  GOAL_WEIGHT_MOST,
  HOLDER_MOST,
  HORIZON,
  LEAST_GAIN,
  MOVES,
  REACH,
  UNPLACED_FROM,
} from './weights.ts';

interface Found {
  blindSpots: readonly BlindSpot[];
  redundancy: readonly RedundancyGroup[];
}

/**
 * What to do next, the highest expected gain for the effort first, at most `MOVES.most`. Gain is the rise in the
 * goal's coverage, 0 to 1, times how likely the move brings it. Moves that the user refused, or put off to a later
 * day, are left out. The names of what to do and why are facts; nothing is done by itself.
 */
export function nextMoves(columns: Columns, view: Viewpoint, tally: Tally, found: Found): NextMove[] {
  const moves = [
    ...completions(columns, view),
    ...view.aims.flatMap((aim, goal) => {
      if (aim.needed.size === 0) return [];
      const sums = tally.sums[goal] ?? [];
      const holders = tally.holders[goal] ?? [];
      return [
        ...reactivations(columns, view, aim, goal, sums, holders),
        ...introductions(columns, aim, goal, sums, holders),
        ...searches(view, aim, sums, tally.counts[goal] ?? [], found.blindSpots),
      ];
    }),
    ...pauses(columns, found.redundancy),
  ];
  return chosen(moves, view);
}

function chosen(moves: readonly NextMove[], { context, aims }: Viewpoint): NextMove[] {
  const today = context.now.toISOString().slice(0, 10);
  const refused = (id: string) => {
    const until = ownValue(context.moves ?? {}, id);
    return until !== undefined && (until === 'never' || until > today);
  };
  const weightOf = new Map(
    aims.map(({ goal }) => [goal.id, (goal.weight / GOAL_WEIGHT_MOST) * HORIZON[goal.horizon]] as const),
  );
  const value = ({ gain, effort, goalId }: NextMove) =>
    (gain * (goalId === undefined ? 1 : (weightOf.get(goalId) ?? 1))) / effort;
  const used = new Map<string, number>();
  const within = (name: string, most: number) => {
    const count = used.get(name) ?? 0;
    if (count >= most) return false;
    used.set(name, count + 1);
    return true;
  };
  return moves
    .filter(({ id }) => !refused(id))
    .sort((a, b) => value(b) - value(a))
    .filter(
      ({ goalId, kind }) =>
        goalId === undefined || (within(`${goalId}:${kind}`, MOVES.perKind) && within(goalId, MOVES.perGoal)),
    )
    .slice(0, MOVES.most);
}

/** What the user alone can add, without which the analysis stays blind. */
function completions(columns: Columns, { me, aims }: Viewpoint): NextMove[] {
  const move = (id: string, gain: number, facts: Fact[], more: Partial<NextMove> = {}): NextMove => ({
    id: `complete:${id}`,
    kind: 'complete',
    gain,
    effort: EFFORT.complete,
    facts,
    links: [],
    ...more,
  });
  const moves: NextMove[] = [];
  if (me === null) moves.push(move('me', 1, [{ key: 'factMoveCompleteMe' }, { key: 'factMeMissing' }]));
  else {
    if (me.isco === undefined) moves.push(move('me:function', 0.9, [{ key: 'factMoveCompleteFunction' }]));
    if (me.nace === undefined) moves.push(move('me:industry', 0.9, [{ key: 'factMoveCompleteIndustry' }]));
  }
  if (aims.length === 0)
    moves.push(move('goal', 1, [{ key: 'factMoveCompleteGoal' }, { key: 'factGoalMissing' }]));
  for (const { goal, asks } of aims)
    if (asks.length === 0)
      moves.push(
        move(`goal:${goal.id}`, 0.9, [{ key: 'factGoalWithoutTarget', values: { goal: goal.id } }], {
          goalId: goal.id,
        }),
      );
  let unplaced = 0;
  for (let row = 0; row < columns.length; row++)
    if (columns.digests[row] !== undefined && ((columns.isco[row] ?? 0) < 0 || (columns.nace[row] ?? 0) < 0))
      unplaced += 1;
  const share = columns.size === 0 ? 0 : unplaced / columns.size;
  if (share >= UNPLACED_FROM)
    moves.push(
      move('contacts', share * 0.1, [{ key: 'factMoveCompleteContacts', values: { count: unplaced } }]),
    );
  return moves;
}

/** Contacts who could do more for a goal if the user were in touch with them. */
function reactivations(
  columns: Columns,
  view: Viewpoint,
  aim: Aim,
  goal: number,
  sums: readonly number[],
  holders: Tally['holders'][number],
): NextMove[] {
  const needed = ROLES.map((role, at) => ({
    role,
    adds: columns.adds[goal]?.[at] as Uint16Array,
    open: sums[at] ?? 0,
  })).filter(({ role }) => aim.needed.has(role));
  const gainOf = (row: number) => {
    const step = REACHES[columns.reach[row] as number] ?? 'unknown';
    let gain = 0;
    for (const { adds, open } of needed) {
      const added = adds[row] as number;
      if (added === 0) continue;
      // What the contact covers today, and would when in touch, of what the others leave open.
      const today = coverageOf(added);
      const then = Math.min(HOLDER_MOST, today / REACH[step]);
      gain += (1 - coverageOf(open - added)) * (then - today);
    }
    return (gain * CHANCE.reactivate) / aim.needed.size;
  };
  const asleep: number[] = [];
  const steps = [REACHES.indexOf('dormant'), REACHES.indexOf('connected')];
  const seen = new Uint8Array(columns.length);
  for (const role of aim.needed)
    for (const row of holders[ROLES.indexOf(role)] ?? []) {
      if (seen[row] === 1 || !steps.includes(columns.reach[row] as number)) continue;
      seen[row] = 1;
      asleep.push(row);
    }
  const best = bestRows(asleep, MOVES.perKind, gainOf, (row) => columns.id(row));
  return best.flatMap((row) => {
    const gain = gainOf(row);
    if (gain < LEAST_GAIN) return [];
    const digest = columns.digests[row];
    if (digest === undefined) return [];
    const goalId = aim.goal.id;
    return {
      id: `reactivate:${goalId}:${digest.id}`,
      kind: 'reactivate',
      goalId,
      contactId: digest.id,
      gain,
      effort: isTied(digest) ? EFFORT.reactivate : EFFORT.meet,
      facts: [
        {
          key: isTied(digest) ? 'factMoveReactivate' : 'factMoveMeet',
          values: { contact: digest.id, goal: goalId },
        },
        ...rolesToward(digest, aim, standingOf(digest, aim, view), view, hubEvidence(digest))
          .filter(({ role }) => aim.needed.has(role))
          .flatMap(({ facts }) => facts),
        lastContact(digest, view.today),
      ],
      links: [],
    } satisfies NextMove;
  });
}

/** Do the two know each other at all? Mutual connections alone make no acquaintance. */
function isTied({ tie, degree, introduced }: Digest): boolean {
  return tie !== undefined || degree === 1 || introduced !== undefined;
}

function lastContact({ tie }: Digest, today: number): Fact {
  return tie?.last === undefined
    ? { key: 'factNoContactNoted' }
    : { key: 'factLastContact', values: { count: monthsSince(tie.last, today) } };
}

/** A key person near the target can introduce somebody for the role that is covered least. */
function introductions(
  columns: Columns,
  aim: Aim,
  goal: number,
  sums: readonly number[],
  holders: Tally['holders'][number],
): NextMove[] {
  const wanted = openRoles(aim, sums).filter(({ role }) => role !== 'doorOpener');
  const goalId = aim.goal.id;
  const opener = ROLES.indexOf('doorOpener');
  const hubs = bestRows(
    holders[opener] ?? [],
    wanted.length,
    (row) => (columns.adds[goal]?.[opener]?.[row] ?? 0) * 128 + (columns.hub[row] ?? 0),
    (row) => columns.id(row),
  );
  return hubs.flatMap((row, at) => {
    const digest = columns.digests[row];
    // The best key person is asked for what is missing most.
    const need = wanted[at];
    if (digest === undefined || need === undefined) return [];
    const gain = (need.open * EXPECTED_HOLDER * CHANCE.introduction) / aim.needed.size;
    if (gain < LEAST_GAIN) return [];
    return {
      id: `introduction:${goalId}:${need.role}:${digest.id}`,
      kind: 'introduction',
      goalId,
      contactId: digest.id,
      role: need.role,
      ...targetOf(aim),
      gain,
      effort: isTied(digest) ? EFFORT.introduction : EFFORT.introductionCold,
      facts: [
        {
          key: isTied(digest) ? `factMoveIntroduction_${need.role}` : 'factMoveMeetKeyPerson',
          values: { contact: digest.id, goal: goalId },
        },
        ...hubEvidence(digest)
          .evidence.slice(0, 2)
          .map(({ fact }) => fact),
      ],
      links: [],
    } satisfies NextMove;
  });
}

/** Somebody new: for each role that is not yet covered, and for companies and skills that nobody stands for. */
function searches(
  { context }: Viewpoint,
  aim: Aim,
  sums: readonly number[],
  counts: readonly number[],
  blindSpots: readonly BlindSpot[],
): NextMove[] {
  const language = context.language ?? 'en';
  const goalId = aim.goal.id;
  const move = (id: string, gain: number, facts: Fact[], wanted: SearchFor): NextMove => ({
    id: `search:${goalId}:${id}`,
    kind: 'search',
    goalId,
    ...wanted,
    gain,
    effort: EFFORT.search,
    facts,
    links: searchLinks(wanted, language),
  });
  const [company] = aim.companies.values();
  const [skill] = aim.skills;
  const byRole = openRoles(aim, sums).map(({ role, open }) => {
    const gain = (open * EXPECTED_HOLDER * CHANCE.search) / aim.needed.size;
    const count = counts[ROLES.indexOf(role)] ?? 0;
    const why: Fact =
      count === 0
        ? { key: `factBlind_${role}`, values: { goal: goalId } }
        : { key: 'factThinlyCovered', values: { count } };
    const { seniority, isco, ...target } = targetOf(aim);
    return move(role, gain, [{ key: `factMoveSearch_${role}`, values: { goal: goalId } }, why], {
      role,
      ...target,
      // Doors need opening where the user does not stand yet.
      ...(isco !== undefined && (role !== 'doorOpener' || aim.ahead.has('function')) && { isco }),
      ...(seniority !== undefined && role === 'mentor' && { seniority }),
      ...(company !== undefined && role === 'insider' && { company }),
      ...(skill !== undefined && role === 'expert' && { skill: skill.shown }),
    });
  });
  const byPart = blindSpots
    .filter((spot) => spot.goalId === goalId && (spot.kind === 'company' || spot.kind === 'skill'))
    .map((spot) => {
      const weight = aim.goal.weight / GOAL_WEIGHT_MOST;
      const gain = ((spot.severity / weight) * EXPECTED_HOLDER * CHANCE.search) / (aim.needed.size + 1);
      return move(spot.id.slice(0, 80), gain, spot.facts, {
        ...(spot.company !== undefined && { company: spot.company }),
        ...(spot.skill !== undefined && { skill: spot.skill }),
        ...(aim.place !== null && { place: aim.place }),
      });
    });
  return [...byRole, ...byPart].filter(({ gain }) => gain >= LEAST_GAIN);
}

/** Roles that the goal lives on and that are not yet well covered, the most open first. */
function openRoles(aim: Aim, sums: readonly number[]): { role: Role; open: number }[] {
  return ROLES.map((role, at) => ({ role, open: 1 - coverageOf(sums[at] ?? 0) }))
    .filter(({ role, open }) => aim.needed.has(role) && 1 - open < ENOUGH)
    .sort((a, b) => b.open - a.open);
}

/** Nobody is let go; but where many open the same doors, one more adds little. */
function pauses(columns: Columns, redundancy: readonly RedundancyGroup[]): NextMove[] {
  return redundancy
    .filter(({ count }) => count >= CROWDED_FROM)
    .slice(0, 2)
    .map(({ id, isco, nace2, count }) => ({
      id: `pause:${id}`.slice(0, 200),
      kind: 'pause',
      ...(isco !== null && { isco }),
      ...(nace2 !== null && { nace2 }),
      gain: 0,
      effort: EFFORT.pause,
      facts: [
        { key: 'factMovePause', values: { count, isco: isco ?? '', nace: nace2 ?? '' } },
        {
          key: 'factShareOfNetwork',
          values: { percent: Math.max(1, Math.round((100 * count) / Math.max(1, columns.size))) },
        },
      ],
      links: [],
    }));
}
