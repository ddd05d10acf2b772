import {
  DISTANCE_STEPS,
  type DistanceStep,
  functionDistance,
  industryDistance,
  placeDistance,
} from '../distance/index.ts';
import { currentPosition, type Goal, type Place, type Role, type Seniority } from '../model/index.ts';
import { companyKey } from '../text/companies.ts';
import { fold } from '../text/fold.ts';
import { wellNamed } from '../text/places.ts';
import type { StrategyContext } from './context.ts';
import { dayNumber } from './digest.ts';
import { PLACE_NEARNESS, ROLES_FOR_GOAL, type TargetPart } from './weights.ts';

/**
 * A context prepared for reading many contacts against it: whatever depends on the user and the goals alone is
 * worked out once, distances to a code when it is first met.
 */
export interface Viewpoint {
  context: StrategyContext;
  /** Days since 1970-01-01. */
  today: number;
  year: number;
  me: Mine | null;
  aims: readonly Aim[];
  /** A company's or school's key for comparison, remembered by its name as shown. */
  keyOf: (name: string) => string;
}

/** Distance from one fixed code to any other; `null` where either is unknown. */
export type DistanceFrom = (code: string | undefined) => number | null;

export interface Mine {
  isco: string | undefined;
  nace: string | undefined;
  seniority: Seniority | null;
  /** Key of the present employer. */
  employer: string | undefined;
  place: Place | undefined;
  country: string | undefined;
  toFunction: DistanceFrom;
  toIndustry: DistanceFrom;
  /** Positions that have ended, with their place in the user's career. */
  past: { step: number; toFunction: DistanceFrom; toIndustry: DistanceFrom }[];
  /** Employers and schools of the user by their key: the name as the user writes it, and the years spent there. */
  organisations: ReadonlyMap<string, { name: string; years: Years[] }>;
  /** Folded. */
  skills: ReadonlySet<string>;
}

/** From and to, both included; `null` where a year is not known. */
export type Years = readonly [from: number | null, to: number | null];

/** A goal prepared for matching. What the target leaves open is `null` or empty. */
export interface Aim {
  goal: Goal;
  toFunction: DistanceFrom | null;
  toIndustry: DistanceFrom | null;
  /** Key -> name as the user wrote it. */
  companies: ReadonlyMap<string, string>;
  place: Place | null;
  seniority: Seniority | null;
  /** The goal is to found or take over: the way leads to running a firm. */
  founds: boolean;
  /** `apart` stands between blanks, as in a text of words. */
  skills: readonly { folded: string; apart: string; shown: string }[];
  /** Those of them that the user has, as shown. */
  held: ReadonlySet<string>;
  /** The parts of the target that are set. */
  asks: readonly TargetPart[];
  /** The parts at which the user stands already. */
  there: ReadonlySet<TargetPart>;
  /** The parts at which the user does not stand yet; all of them when the user stands at all. */
  ahead: ReadonlySet<TargetPart>;
  /** Roles that this kind of goal lives on, and that its target lets us tell. */
  needed: ReadonlySet<Role>;
  /** All roles that the target and what is known of the user let us tell. */
  tellable: ReadonlySet<Role>;
  /** What stands between the user and the target. */
  move: readonly MovePart[];
}
export type MovePart = 'function' | 'industry' | 'company' | 'country' | 'seniority';

/** Prepares a context. `keyOf` may be handed in to share what it remembers. */
export function viewpointOf(context: StrategyContext, keyOf = rememberedKeys()): Viewpoint {
  const me = context.me === null ? null : mineOf(context.me, keyOf, context.now.getUTCFullYear());
  return {
    context,
    today: dayNumber(context.now.toISOString()) ?? 0,
    year: context.now.getUTCFullYear(),
    me,
    aims: context.goals.map((goal) => aimOf(goal, me, keyOf)),
    keyOf,
  };
}

/** `companyKey` that works each name out once. */
export function rememberedKeys(): (name: string) => string {
  const keys = new Map<string, string>();
  return (name) => {
    let key = keys.get(name);
    if (key === undefined) {
      key = companyKey(name);
      keys.set(name, key);
    }
    return key;
  };
}

/** The longest distance of each step. */
const UP_TO = Object.fromEntries(DISTANCE_STEPS.map(({ step, upTo }) => [step, upTo])) as Readonly<
  Record<DistanceStep, number>
>;

/** Is a known distance within a step? Unknown is not. */
export function within(distance: number | null, step: DistanceStep): boolean {
  return distance !== null && distance <= UP_TO[step];
}

/** Is a known distance beyond a step? Unknown is not. */
export function beyond(distance: number | null, step: DistanceStep): boolean {
  return distance !== null && !within(distance, step);
}

/**
 * Nearness to a place that a goal names, 0 to 1, graded only below what it names: a goal that names a country is
 * met anywhere in it. `null` where either place is not known well enough.
 */
export function placeNearness(target: Place, place: Place | undefined): number | null {
  const met = placeDistance(target, place);
  if (met === null) return null;
  const finest = target.city !== undefined ? 'city' : target.region !== undefined ? 'region' : 'country';
  const steps = Object.keys(PLACE_NEARNESS);
  return steps.indexOf(met.step) <= steps.indexOf(finest) ? 1 : PLACE_NEARNESS[met.step];
}

function mineOf(
  { profile, career }: NonNullable<StrategyContext['me']>,
  keyOf: Viewpoint['keyOf'],
  year: number,
): Mine {
  const isco = career.current.function?.isco4;
  const nace = career.current.industry?.nace2;
  const employer = currentPosition(profile)?.company;
  const organisations = new Map<string, { name: string; years: Years[] }>();
  const enter = (name: string | undefined, start: string | undefined, end: string | null | undefined) => {
    const key = name === undefined ? '' : keyOf(name);
    if (name === undefined || key === '') return;
    const known = organisations.get(key) ?? { name, years: [] };
    known.years.push([yearIn(start), end === null ? year : yearIn(end)]);
    organisations.set(key, known);
  };
  for (const { company, start, end } of profile.positions) enter(company, start, end);
  for (const { school, start, end } of profile.education) enter(school, start, end);
  return {
    isco,
    nace,
    seniority: career.current.seniority,
    employer: employer === undefined ? undefined : keyOf(employer),
    place: profile.place,
    country: profile.place?.country,
    toFunction: functionFrom(isco),
    toIndustry: industryFrom(nace),
    past: career.steps.flatMap((past, step) =>
      past.end === null
        ? []
        : [
            {
              step,
              toFunction: functionFrom(past.isco4 ?? undefined),
              toIndustry: industryFrom(past.nace2 ?? undefined),
            },
          ],
    ),
    organisations,
    skills: new Set(profile.skills.map(fold)),
  };
}

function yearIn(date: string | undefined): number | null {
  return date === undefined ? null : Number(date.slice(0, 4));
}

function aimOf(goal: Goal, me: Mine | null, keyOf: Viewpoint['keyOf']): Aim {
  const { target } = goal;
  const place = target.place === undefined ? null : wellNamed(target.place);
  const companies = new Map(
    target.companies.map((name) => [keyOf(name), name] as const).filter(([key]) => key !== ''),
  );
  const asks: TargetPart[] = [];
  if (target.isco !== undefined) asks.push('function');
  if (target.nace2 !== undefined) asks.push('industry');
  if (companies.size > 0) asks.push('company');
  if (place !== null) asks.push('place');
  if (target.seniority !== undefined) asks.push('seniority');
  if (target.skills.length > 0) asks.push('skills');
  const aim = {
    goal,
    toFunction: target.isco === undefined ? null : functionFrom(target.isco),
    toIndustry: target.nace2 === undefined ? null : industryFrom(target.nace2),
    companies,
    place,
    seniority: target.seniority ?? null,
    founds: goal.kind === 'foundOrInvest',
    skills: target.skills.map((shown) => {
      const folded = fold(shown);
      return { folded, apart: ` ${folded} `, shown };
    }),
    held: new Set(target.skills.filter((shown) => me?.skills.has(fold(shown)))),
    asks,
  };
  const there = arrivedParts(aim, me);
  const open = asks.filter((part) => !there.has(part));
  const move = moveOf(aim, me);
  const tellable = tellableRoles(asks, me, move);
  return {
    ...aim,
    there,
    ahead: new Set(open.length === 0 ? asks : open),
    move,
    tellable,
    needed: new Set(ROLES_FOR_GOAL[goal.kind].filter((role) => tellable.has(role))),
  };
}

/** The parts of a target at which the user stands today. */
function arrivedParts(
  { toFunction, toIndustry, companies, place, seniority, goal }: Target & Pick<Aim, 'goal'>,
  me: Mine | null,
): Set<TargetPart> {
  const there = new Set<TargetPart>();
  if (me === null) return there;
  if (toFunction !== null && doesTheWork(toFunction(me.isco), goal.target.isco, me.isco))
    there.add('function');
  if (toIndustry !== null && within(toIndustry(me.nace), 'same')) there.add('industry');
  if (me.employer !== undefined && companies.has(me.employer)) there.add('company');
  if (place !== null && placeNearness(place, me.place) === 1) there.add('place');
  if (seniority !== null && me.seniority !== null && levelOf(me.seniority) >= levelOf(seniority))
    there.add('seniority');
  return there;
}

/** Could somebody of this function do the target's work already? A managing function is another, however near. */
function doesTheWork(distance: number | null, target: string | undefined, isco: string | undefined): boolean {
  if (within(distance, 'same')) return true;
  const rises = target?.startsWith('1') === true && isco?.startsWith('1') !== true;
  return !rises && within(distance, 'near');
}

type Target = Pick<Aim, 'toFunction' | 'toIndustry' | 'companies' | 'place' | 'seniority'>;

function moveOf(
  {
    toFunction,
    toIndustry,
    companies,
    place,
    seniority,
    founds,
    goal,
  }: Target & Pick<Aim, 'founds' | 'goal'>,
  me: Mine | null,
): MovePart[] {
  if (me === null) return [];
  const parts: MovePart[] = [];
  if (toFunction !== null && me.isco !== undefined && !within(toFunction(me.isco), 'near'))
    parts.push('function');
  if (toIndustry !== null && me.nace !== undefined && !within(toIndustry(me.nace), 'same'))
    parts.push('industry');
  if (place?.country !== undefined && me.country !== undefined && place.country !== me.country)
    parts.push('country');
  const rank = { seniority: me.seniority ?? undefined, isco: me.isco };
  if (founds ? reachedLevel(rank, { seniority, founds, goal }, me) === false : rises(me, seniority))
    parts.push('seniority');
  if (parts.length === 0 && companies.size > 0) parts.push('company');
  return parts;
}

function rises(me: Mine, seniority: Seniority | null): boolean {
  return seniority !== null && me.seniority !== null && levelOf(me.seniority) < levelOf(seniority);
}

function tellableRoles(asks: readonly TargetPart[], me: Mine | null, move: readonly MovePart[]): Set<Role> {
  const names = (...parts: TargetPart[]) => parts.some((part) => asks.includes(part));
  const roles = new Set<Role>();
  if (names('company', 'industry', 'function', 'place')) roles.add('insider');
  if (names('function', 'skills', 'industry')) roles.add('expert');
  if (names('company', 'industry', 'function', 'place') || (asks.length > 0 && me?.isco !== undefined))
    roles.add('doorOpener');
  if (move.length > 0) roles.add('pathfinder');
  if (asks.length > 0 && (names('seniority') || (me?.seniority ?? null) !== null)) roles.add('mentor');
  if (asks.length > 0 && me !== null) roles.add('peer');
  return roles;
}

/** Distance from a function; a group that was named as a whole (`25`) is at no distance from what lies in it. */
function functionFrom(code: string | undefined): DistanceFrom {
  return remembered((other) =>
    code !== undefined && code !== '' && other.startsWith(code) && functionDistance(code, other) !== null
      ? 0
      : functionDistance(code, other),
  );
}

function industryFrom(code: string | undefined): DistanceFrom {
  return remembered((other) => industryDistance(code, other));
}

function remembered(distance: (code: string) => number | null): DistanceFrom {
  const known = new Map<string, number | null>();
  return (code) => {
    if (code === undefined) return null;
    let found = known.get(code);
    if (found === undefined) {
      found = distance(code);
      known.set(code, found);
    }
    return found;
  };
}

/** What is told of a level: of a contact's post, or of the user. */
interface Rank {
  seniority?: Seniority | undefined;
  isco?: string | undefined;
  head?: boolean | undefined;
}

/** Has somebody risen to where the goal leads? `null` when it is not known, or the goal leads no higher. */
export function reachedLevel(
  { seniority, isco, head }: Rank,
  aim: Pick<Aim, 'seniority' | 'founds' | 'goal'>,
  me: Pick<Mine, 'seniority'> | null,
): boolean | null {
  if (aim.founds) return head === true || (seniority === undefined ? null : runsAFirm(seniority, isco));
  if (aim.seniority === null) return null;
  // Whoever heads a house has nobody above them there.
  if (head === true) return true;
  if (seniority === undefined) return null;
  const level = levelOf(seniority);
  if (level >= levelOf(aim.seniority)) return true;
  // Heads are called by many words: whoever holds the managing function itself, above me, has reached it.
  const { isco: target } = aim.goal.target;
  const mine = me?.seniority ?? null;
  return (
    target !== undefined &&
    target.length >= 3 &&
    target.startsWith('1') &&
    isco?.startsWith(target) === true &&
    level >= LEVELS.manager &&
    (mine === null || level > levelOf(mine))
  );
}

/** Owners by their work: who works on their own account alone (a freelance developer) has founded nothing yet. */
function runsAFirm(seniority: Seniority, isco: string | undefined): boolean {
  return levelOf(seniority) >= LEVELS.executive && (isco === undefined || /^1[14]/.test(isco));
}

/** A level as a number, for comparing alone; `owner` stands beside `executive`. */
export function levelOf(seniority: Seniority): number {
  return LEVELS[seniority];
}
const LEVELS: Readonly<Record<Seniority, number>> = {
  intern: 0,
  junior: 1,
  professional: 2,
  senior: 3,
  lead: 4,
  manager: 5,
  director: 6,
  executive: 7,
  owner: 7,
};
