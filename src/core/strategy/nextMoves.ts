import {
  type BlindSpot,
  type Digest,
  type Fact,
  type NextMove,
  RECOGNISED_ROLES,
  type RecognisedRole,
  type RedundancyGroup,
  ROLES,
  type RoleFound,
} from '../model/index.ts';
import { ownValue } from '../text/table.ts';
import { type KnownTies, leadsTo, outOfReach, pathsTo } from './acquaintances.ts';
import { targetOf } from './blindSpots.ts';
import { type Columns, coverageOf, isTied, REACHES } from './columns.ts';
import type { Tally } from './coverage.ts';
import { fieldGuide } from './fieldGuide.ts';
import { monthsSince } from './fit.ts';
import { hubEvidence } from './hub.ts';
import { messageTo } from './message.ts';
import { bestRows } from './ranking.ts';
import { rolesToward, standingOf } from './roles.ts';
import { type SearchFor, searchLinks } from './searchLinks.ts';
import type { Aim, Viewpoint } from './viewpoint.ts';
import {
  CHANCE,
  COMPLETE_FIRST,
  CROWDED_FROM,
  EFFORT,
  ENOUGH,
  EXPECTED_HOLDER,
  GOAL_WEIGHT_MOST,
  HOLDER_MOST,
  HORIZON,
  LEAST_GAIN,
  LEAST_TALK,
  MOVE_AFTER_DAYS,
  MOVES,
  REACH,
  UNPLACED_FROM,
} from './weights.ts';

interface Found {
  blindSpots: readonly BlindSpot[];
  redundancy: readonly RedundancyGroup[];
  known: KnownTies;
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
        ...people(columns, view, aim, goal, sums),
        ...paths(columns, view, aim, goal, sums, found.known),
        ...introductions(columns, view, aim, goal, sums, holders),
        ...searches(view, aim, sums, tally.counts[goal] ?? [], found.blindSpots),
      ];
    }),
    ...pauses(columns, found.redundancy),
  ];
  return chosen(moves, view);
}

/** People whom one has come first, then those to whom one can be led, then those who must be looked for. */
const ORDER: Readonly<Record<NextMove['kind'], number>> = {
  complete: 0,
  reactivate: 1,
  introduction: 2,
  search: 3,
  pause: 4,
};

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
  // What the user must complete is urgent only while nothing can be told without it.
  const order = ({ kind, gain }: NextMove) =>
    kind === 'complete' && gain < COMPLETE_FIRST ? 3 : ORDER[kind];
  const used = new Map<string, number>();
  const within = (name: string, most: number) => {
    const count = used.get(name) ?? 0;
    if (count >= most) return false;
    used.set(name, count + 1);
    return true;
  };
  return moves
    .filter(({ id }) => !refused(id))
    .sort((a, b) => order(a) - order(b) || value(b) - value(a) || (a.id < b.id ? -1 : 1))
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

/** The best of those who serve a goal and to whom one has not spoken lately. */
function people(
  columns: Columns,
  view: Viewpoint,
  aim: Aim,
  goal: number,
  sums: readonly number[],
): NextMove[] {
  const rows: number[] = [];
  /** Those with whom one has just spoken, of other things for all that is known. */
  const lately: number[] = [];
  const { tied, lastContact: last } = columns;
  const serves = columns.serves[goal] as Uint8Array;
  for (let row = 0; row < columns.length; row++) {
    if (serves[row] !== 1 || tied[row] !== 1) continue;
    // Whom one meets every day needs no message.
    if (columns.digests[row]?.tie?.label === 'dayToDay') continue;
    const day = last[row] as number;
    if (day === 0 || view.today - day >= MOVE_AFTER_DAYS) rows.push(row);
    else if (columns.internal[row] !== 1) lately.push(row);
  }
  const talk = rows.length === 0;
  if (talk) rows.push(...lately);
  const fits = columns.fit[goal] as Int8Array;
  const best = bestRows(
    rows,
    MOVES.perKind,
    (row) => fits[row] as number,
    (row) => columns.id(row),
  );
  const goalId = aim.goal.id;
  return best.flatMap((row) => {
    const digest = columns.digests[row];
    if (digest === undefined) return [];
    const roles = rolesOf(digest, aim, view);
    const [role] = roles;
    const gain = gainOf(columns, aim, goal, sums, row);
    // What a talk with the best fit brings is more than coverage: never less than the fit says.
    const least = ((fits[row] as number) / 100) * LEAST_TALK;
    return {
      id: `reactivate:${goalId}:${digest.id}`,
      kind: 'reactivate',
      goalId,
      contactId: digest.id,
      ...(role !== undefined && { role: role.role }),
      gain: Math.max(gain, least),
      effort: EFFORT.reactivate,
      facts: [
        { key: talk ? 'factMoveTalk' : 'factMoveWrite', values: { contact: digest.id, goal: goalId } },
        ...roles.flatMap(({ facts }) => facts),
        lastTalk(digest, view.today),
      ],
      ...messageTo(digest, aim, role?.role, view),
      links: [],
    } satisfies NextMove;
  });
}

/** The roles of a contact that a goal lives on, the strongest first; all but peer where it lives on none of them. */
function rolesOf(digest: Digest, aim: Aim, view: Viewpoint): RoleFound[] {
  const { roles } = rolesToward(digest, aim, standingOf(digest, aim, view), view, hubEvidence(digest));
  const needed = roles.filter(({ role }) => aim.needed.has(role));
  return needed.length > 0 ? needed : roles.filter(({ role }) => role !== 'peer');
}

/** By how much the coverage of a goal would rise if the user were in touch. */
function gainOf(columns: Columns, aim: Aim, goal: number, sums: readonly number[], row: number): number {
  const step = REACHES[columns.reach[row] as number] ?? 'unknown';
  let gain = 0;
  ROLES.forEach((role, at) => {
    const added = columns.adds[goal]?.[at]?.[row] ?? 0;
    if (added === 0 || !aim.needed.has(role)) return;
    // What the contact covers today, and would when in touch, of what the others leave open.
    const today = coverageOf(added);
    const then = Math.min(HOLDER_MOST, today / REACH[step]);
    gain += (1 - coverageOf((sums[at] ?? 0) - added)) * (then - today);
  });
  return (gain * CHANCE.reactivate) / aim.needed.size;
}

/** Somebody who serves the goal and to whom there is no tie, or none but a connection: whom among one's own to ask for an introduction, by name. */
function paths(
  columns: Columns,
  view: Viewpoint,
  aim: Aim,
  goal: number,
  sums: readonly number[],
  known: KnownTies,
): NextMove[] {
  const goalId = aim.goal.id;
  const strangers: number[] = [];
  const serves = columns.serves[goal] as Uint8Array;
  for (let row = 0; row < columns.length; row++)
    if (serves[row] === 1 && outOfReach(columns, row)) strangers.push(row);
  if (strangers.length === 0) return [];
  const fits = columns.fit[goal] as Int8Array;
  const best = bestRows(
    strangers,
    MOVES.perKind,
    (row) => fits[row] as number,
    (row) => columns.id(row),
  );
  return best.flatMap((row) => {
    const digest = columns.digests[row];
    if (digest === undefined) return [];
    const roles = rolesOf(digest, aim, view);
    const [role] = roles;
    // Only who knows them can introduce them.
    const [way] = pathsTo(columns, known, row, {
      most: 1,
      through: (helper) => leadsTo(columns, helper, row),
    });
    const path = way?.through.length === 1 ? way : undefined;
    const gain = Math.max(
      gainOf(columns, aim, goal, sums, row),
      ((fits[row] as number) / 100) * LEAST_TALK * CHANCE.introduction,
    );
    const why = roles.flatMap(({ facts }) => facts);
    const shared = { goalId, ...(role !== undefined && { role: role.role }), gain, links: [] };
    const helper =
      path === undefined ? undefined : columns.digests[columns.rows.get(path.through[0] ?? '') ?? -1];
    // Somebody merely known can be written to as well; without a helper nothing is added.
    if (helper === undefined && columns.tied[row] === 1) return [];
    if (helper === undefined)
      return {
        ...shared,
        id: `reactivate:${goalId}:${digest.id}`,
        kind: 'reactivate' as const,
        contactId: digest.id,
        effort: EFFORT.meet,
        facts: [
          { key: 'factMoveMeet', values: { contact: digest.id, goal: goalId } },
          ...why,
          // Through two: no introduction to ask for yet, but a way by name.
          ...(way?.facts ?? []),
          lastTalk(digest, view.today),
        ],
        ...messageTo(digest, aim, role?.role, view),
      } satisfies NextMove;
    return {
      ...shared,
      id: `introduction:${goalId}:path:${helper.id}:${digest.id}`.slice(0, 200),
      kind: 'introduction' as const,
      contactId: helper.id,
      effort: EFFORT.introduction,
      facts: [
        { key: 'factMovePath', values: { contact: helper.id, other: digest.id, goal: goalId } },
        ...(path?.facts ?? []).slice(1),
        ...why,
      ],
      occasion: { key: 'factOccasionPath', values: { other: digest.id } },
      question: { key: 'factQuestionPath', values: { other: digest.id, goal: goalId } },
      give: messageTo(helper, aim, undefined, view).give,
    } satisfies NextMove;
  });
}

function lastTalk({ tie }: Digest, today: number): Fact {
  return tie?.last === undefined
    ? { key: 'factNoContactNoted' }
    : { key: 'factLastContact', values: { count: monthsSince(tie.last, today) } };
}

/** A key person near the target can introduce somebody for the role that is covered least. */
function introductions(
  columns: Columns,
  view: Viewpoint,
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
      ...messageTo(digest, aim, 'doorOpener', view),
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
    links: searchLinks({ ...wanted, words: aim.goal.words }, language),
    guide: fieldGuide(wanted.isco ?? aim.goal.target.isco, wanted.nace2 ?? aim.goal.target.nace2, language),
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
function openRoles(aim: Aim, sums: readonly number[]): { role: RecognisedRole; open: number }[] {
  return RECOGNISED_ROLES.map((role, at) => ({ role, open: 1 - coverageOf(sums[at] ?? 0) }))
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
