import { type BlindSpot, type Fact, RECOGNISED_ROLES, ROLES } from '../model/index.ts';
import { type Columns, UNKNOWN } from './columns.ts';
import { bestFits, type Tally } from './coverage.ts';
import { rounded } from './ranking.ts';
import { type Aim, placeNearness, type Viewpoint, within } from './viewpoint.ts';
import { FIELD, GOAL_WEIGHT_MOST, NEEDS } from './weights.ts';

/**
 * Needs of the goals that nobody covers, the severest first: roles that can be told and have no holder, and named
 * parts of the target where nobody stands. One holder closes a spot; how strongly, the coverage says.
 */
export function blindSpots(columns: Columns, view: Viewpoint, tally: Tally): BlindSpot[] {
  return view.aims
    .flatMap((aim, goal) => {
      if (aim.asks.length === 0) return [];
      const contactIds = bestFits(columns, goal, 5);
      return [...openRoles(aim, goal, tally), ...openParts(aim, columns, view)].map(
        (spot): BlindSpot => ({ ...spot, contactIds }),
      );
    })
    .sort((a, b) => b.severity - a.severity || (a.id < b.id ? -1 : 1));
}

type Spot = Omit<BlindSpot, 'contactIds'>;

/** Roles without anybody, and needed roles whose people are merely known: only contact closes a gap. */
function openRoles(aim: Aim, goal: number, tally: Tally): Spot[] {
  const { id } = aim.goal;
  return RECOGNISED_ROLES.flatMap((role, at): Spot[] => {
    if (!aim.tellable.has(role)) return [];
    const count = tally.counts[goal]?.[at] ?? 0;
    const unjudged = tally.unjudged[goal]?.[at] ?? 0;
    const spot = { goalId: id, role, ...targetOf(aim) };
    if (count === 0) {
      const facts: Fact[] = [{ key: `factBlind_${role}`, values: { goal: id } }];
      if (unjudged > 0) facts.push({ key: 'factBlindUnjudged', values: { count: unjudged } });
      return [
        {
          ...spot,
          id: `role:${id}:${role}`,
          kind: 'role',
          severity: severity(aim, aim.needed.has(role) ? NEEDS.role : NEEDS.otherRole),
          facts,
        },
      ];
    }
    if (!aim.needed.has(role) || (tally.inContact[goal]?.[at] ?? 0) > 0) return [];
    return [
      {
        ...spot,
        id: `contact:${id}:${role}`,
        kind: 'contact',
        severity: severity(aim, NEEDS.contact),
        facts: [{ key: `factUnfilled_${role}`, values: { count, goal: id } }],
      },
    ];
  });
}

/** What a search for somebody in the target would name. */
export function targetOf({
  goal: { target },
  place,
}: Aim): Pick<BlindSpot, 'isco' | 'nace2' | 'place' | 'seniority'> {
  return {
    ...(target.isco !== undefined && { isco: target.isco }),
    ...(target.nace2 !== undefined && { nace2: target.nace2 }),
    ...(target.seniority !== undefined && { seniority: target.seniority }),
    ...(place !== null && { place }),
  };
}

function openParts(aim: Aim, columns: Columns, view: Viewpoint): Spot[] {
  const { goal, place } = aim;
  const spots: Spot[] = [];
  const open = (
    kind: BlindSpot['kind'] & keyof typeof NEEDS,
    name: string,
    fact: Fact,
    what: Partial<Spot>,
  ) =>
    spots.push({
      id: `${kind}:${goal.id}:${name}`,
      goalId: goal.id,
      kind,
      ...what,
      severity: severity(aim, NEEDS[kind]),
      facts: [fact],
    });

  const { isco, nace2 } = goal.target;
  if (isco !== undefined && nace2 !== undefined && !someoneInField(aim, columns))
    open(
      'field',
      `${isco}:${nace2}`,
      { key: 'factBlindField', values: { isco, nace: nace2, goal: goal.id } },
      { isco, nace2 },
    );
  for (const [key, company] of aim.companies)
    if (!columns.worksAt(key, view.keyOf))
      open('company', key, { key: 'factBlindCompany', values: { company, goal: goal.id } }, { company });
  if (place !== null && !someoneAt(aim, columns))
    open(
      'place',
      place.text,
      { key: 'factBlindPlace', values: { place: place.text, goal: goal.id } },
      { place },
    );
  for (const { folded, shown } of aim.skills)
    if (!columns.digests.some((digest) => digest?.skills?.includes(folded)))
      open(
        'skill',
        folded,
        { key: 'factBlindSkill', values: { skill: shown, goal: goal.id } },
        { skill: shown },
      );
  if (aim.seniority !== null && !aim.needed.has('mentor') && !someoneAbove(aim, columns, view))
    open(
      'seniority',
      aim.seniority,
      { key: 'factBlindSeniority', values: { seniority: aim.seniority, goal: goal.id } },
      { seniority: aim.seniority },
    );
  return spots;
}

function severity(aim: Aim, need: number): number {
  return rounded((need * aim.goal.weight) / GOAL_WEIGHT_MOST);
}

/** Does anybody stand where the target's function and industry cross? */
function someoneInField({ toFunction, toIndustry }: Aim, columns: Columns): boolean {
  const functions = columns.functions.values.map((code) =>
    within(toFunction?.(code) ?? null, FIELD.function),
  );
  const industries = columns.industries.values.map((code) => within(toIndustry?.(code) ?? null, 'same'));
  for (let row = 0; row < columns.length; row++) {
    if (columns.digests[row] === undefined) continue;
    const isco = columns.isco[row] ?? UNKNOWN;
    const nace = columns.nace[row] ?? UNKNOWN;
    if (isco >= 0 && nace >= 0 && functions[isco] && industries[nace]) return true;
  }
  return false;
}

function someoneAt({ place }: Aim, columns: Columns): boolean {
  if (place === null) return true;
  const there = columns.placeValues.map((other) => placeNearness(place, other) === 1);
  for (let row = 0; row < columns.length; row++) {
    const at = columns.place[row] ?? UNKNOWN;
    if (columns.digests[row] !== undefined && at >= 0 && there[at]) return true;
  }
  return false;
}

/** Does anybody play the mentor, that is, stand at the target level in the target's world? */
function someoneAbove(aim: Aim, columns: Columns, view: Viewpoint): boolean {
  const goal = view.aims.indexOf(aim);
  const bit = 1 << ROLES.indexOf('mentor');
  for (let row = 0; row < columns.length; row++)
    if (columns.digests[row] !== undefined && ((columns.roles[goal]?.[row] ?? 0) & bit) !== 0) return true;
  return false;
}
