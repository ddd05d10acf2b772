import { functionDistance, industryDistance, placeDistance } from '../distance/index.ts';
import {
  type EndReason,
  type Fact,
  type Goal,
  type HelpWay,
  ROLES,
  type SituationNeed,
  type StressChange,
  type StressTest,
} from '../model/index.ts';
import { type Columns, REACHES, UNKNOWN } from './columns.ts';
import { bestRows, rounded } from './ranking.ts';
import { type Aim, levelOf, type Viewpoint } from './viewpoint.ts';
import {
  ACCESS,
  FRIEND_HELPS,
  HELPS_FROM,
  SERVES_FROM,
  SHARED,
  SINGLE_POINT,
  STRANGER_HELPS,
} from './weights.ts';

/** Where somebody works: what each contact's help is measured from. By number of the columns. */
interface Situation {
  /** Number of the employer; `UNKNOWN` without one. */
  employer: number;
  /** Nearness, 0 to 1, by number of the code or place; unknown codes count as 0. */
  functions: Float64Array;
  industries: Float64Array;
  places: Float64Array;
  /** What becomes of each goal. */
  goals: readonly GoalFate[];
}

/** `open`: untouched by the change. `reached`: it comes true with it. `left`: its field is left behind. */
type GoalFate = 'open' | 'reached' | 'left';

/** The standard changes: company, function, industry and place alone and together, then each goal come true. */
export function standardChanges(view: Viewpoint): { change: StressChange; goalId?: string }[] {
  const aims = [...view.aims].sort((a, b) => urgency(b.goal) - urgency(a.goal));
  const goals = aims.map(({ goal }) => goal);
  const aimed = (name: 'function' | 'industry' | 'place') => {
    for (const { goal, there } of aims) {
      // Where the user stands already there is nothing to change.
      const part = there.has(name) ? undefined : changeTo(goal)[name];
      if (part !== undefined) return { change: { [name]: part } as StressChange, goalId: goal.id };
    }
    return { change: { [name]: true } as StressChange };
  };
  const alone = [
    { change: { company: true } as StressChange },
    aimed('function'),
    aimed('industry'),
    aimed('place'),
  ];
  const together = { change: { company: true, function: true, industry: true, place: true } as StressChange };
  const reached = goals
    .map((goal) => ({ change: changeTo(goal), goalId: goal.id }))
    .filter(({ change }) => Object.keys(change).length > 1);
  return [...alone, together, ...reached];
}

/** The change by which a goal comes true, as far as its target names one. */
function changeTo({ target, kind }: Goal): StressChange {
  const [company] = target.companies;
  return {
    ...(company !== undefined && kind === 'changeJob' && { company: { to: company } }),
    ...(target.isco !== undefined && { function: { isco: target.isco } }),
    ...(target.nace2 !== undefined && { industry: { nace2: target.nace2 } }),
    ...(target.place !== undefined && { place: { place: target.place } }),
  };
}

function urgency({ weight, horizon }: Goal): number {
  return weight * 2 + Number(horizon === 'present');
}

/** Works out once what each could help before, for any number of tests. `null` while the user is unknown. */
export function stressTests(
  columns: Columns,
  view: Viewpoint,
): { test(change: StressChange, goalId?: string): StressTest } | null {
  const today = situationOf(columns, view, {});
  if (today === null) return null;
  const before = helpIn(columns, today, today);
  return {
    test(change, goalId) {
      const then = situationOf(columns, view, change, today);
      const after = then === null ? before : helpIn(columns, then, today);
      return {
        ...compare(columns, change, goalId, before, after, today),
        there: then === null ? [] : needsOf(columns, view, change, today, then),
      };
    },
  };
}

/** Nearness of two places in one country (`placeDistance`); below it they are abroad from each other. */
const SAME_COUNTRY = 0.5;

/** Help is kept in whole parts of so many, so that sums do not depend on their order. */
const PARTS = 10_000;

/** How far every contact could help in a situation, in parts, and the way of it. */
interface Help {
  parts: Int32Array;
  /** Index in `WAYS`. */
  ways: Uint8Array;
}

const WAYS: readonly HelpWay[] = ['person', 'goal', 'work', 'field', 'roof', 'place'];
const [PERSON, GOAL, WORK, IN_FIELD, ROOF, PLACE] = [0, 1, 2, 3, 4, 5];
const ACTIVE = REACHES.indexOf('active');

/** Roles of those who stand at the target itself: when a goal comes true, they are the people there. */
const STANDING_THERE = (['insider', 'expert', 'doorOpener', 'mentor'] as const).reduce(
  (bits, role) => bits | (1 << ROLES.indexOf(role)),
  0,
);

/**
 * What is shared in a situation, as far as there is access; or the fit to a goal that the situation leaves open; or
 * a friendship, which hangs on no situation. When a goal comes true its fit saves nobody any more: those who stand
 * there themselves help, if they are known at all. `today` says who is a colleague.
 */
function helpIn(columns: Columns, situation: Situation, today: Situation): Help {
  const { employer, functions, industries, places, goals } = situation;
  const parts = new Int32Array(columns.length);
  const ways = new Uint8Array(columns.length);
  for (let row = 0; row < columns.length; row++) {
    if (columns.digests[row] === undefined) continue;
    const [isco, nace, place] = [
      columns.isco[row] as number,
      columns.nace[row] as number,
      columns.place[row] as number,
    ];
    const work = isco >= 0 ? SHARED.function * (functions[isco] as number) : 0;
    const field = nace >= 0 ? SHARED.industry * (industries[nace] as number) : 0;
    const near = place >= 0 ? SHARED.place * (places[place] as number) : 0;
    let access = (columns.access[row] as number) / 100;
    const theirs = columns.employer[row] as number;
    const colleague = today.employer !== UNKNOWN && theirs === today.employer;
    const friend = columns.friend[row] === 1 || (access >= ACCESS.strong && !colleague);
    if (colleague && !friend) access = Math.min(access, ACCESS.colleague);
    let roof = false;
    if (employer !== UNKNOWN && theirs === employer) {
      const abroad = place >= 0 && (places[place] as number) < SAME_COUNTRY;
      access = Math.max(access, abroad ? ACCESS.employerAbroad : ACCESS.employer);
      roof = true;
    }
    let help = (work + field + near) * access;
    let way = roof ? ROOF : work >= field && work >= near ? WORK : field >= near ? IN_FIELD : PLACE;
    // Under one roof the work itself brings people together, whatever each of them does.
    if (roof && access >= ACCESS.employer) help = Math.max(help, HELPS_FROM);
    if (friend && help < FRIEND_HELPS) {
      help = FRIEND_HELPS;
      way = PERSON;
    }
    const served = servedIn(columns, row, goals, colleague && !roof);
    if (served > help) {
      help = served;
      way = GOAL;
    }
    parts[row] = Math.round(help * PARTS);
    ways[row] = way;
  }
  return { parts, ways };
}

/** Help by the goals that somebody serves: half from the points on from which they serve, and rising with the fit. */
function servedIn(columns: Columns, row: number, goals: readonly GoalFate[], roofGone: boolean): number {
  let best = 0;
  for (let goal = 0; goal < goals.length; goal++) {
    if (columns.serves[goal]?.[row] !== 1) continue;
    const fate = goals[goal];
    if (fate === 'left') continue;
    if (fate === 'reached' && ((columns.roles[goal]?.[row] ?? 0) & STANDING_THERE) === 0) continue;
    const fit = Math.max(SERVES_FROM, columns.fit[goal]?.[row] ?? UNKNOWN);
    best = Math.max(best, HELPS_FROM + ((fit - SERVES_FROM) / (100 - SERVES_FROM)) * (1 - HELPS_FROM));
  }
  if (best === 0) return 0;
  const access = columns.access[row] as number;
  // A colleague whom the roof alone made one is gone with it; and of whom a page was read there is no way to.
  if (roofGone && access < ACCESS.moderate * 100) return best * STRANGER_HELPS;
  return access <= ACCESS.unknown * 100 ? best * STRANGER_HELPS : best;
}

/**
 * The user's situation after a change. A change that names no aim takes the shared part away: the new place is not
 * known, only that it is not this one. Another industry means another employer. Tables of what stays are taken over
 * from `today`.
 */
function situationOf(
  columns: Columns,
  { me, keyOf, aims }: Viewpoint,
  change: StressChange,
  today?: Situation,
): Situation | null {
  if (me === null) return null;
  const leaves = change.company !== undefined || change.industry !== undefined;
  const to = typeof change.company === 'object' ? keyOf(change.company.to) : undefined;
  const isco = change.function === true ? undefined : (change.function?.isco ?? me.isco);
  const nace = change.industry === true ? undefined : (change.industry?.nace2 ?? me.nace);
  const place = change.place === true ? undefined : (change.place?.place ?? me.place);
  const keeps = <K extends keyof Situation>(table: K, changed: unknown): Situation[K] | undefined =>
    changed === undefined ? today?.[table] : undefined;
  return {
    employer: columns.employers.find(leaves ? to : me.employer),
    goals: aims.map((aim) => fateOf(aim, change, to)),
    functions:
      keeps('functions', change.function) ??
      Float64Array.from(columns.functions.values, (code) =>
        isco !== undefined && code.startsWith(isco) ? 1 : 1 - (functionDistance(isco, code) ?? 1),
      ),
    industries:
      keeps('industries', change.industry) ??
      Float64Array.from(columns.industries.values, (code) => 1 - (industryDistance(nace, code) ?? 1)),
    places:
      keeps('places', change.place) ??
      Float64Array.from(columns.placeValues, (other) => 1 - (placeDistance(place, other)?.distance ?? 1)),
  };
}

/** What becomes of a goal when the change has come. */
function fateOf(
  { goal: { target }, companies, there }: Aim,
  change: StressChange,
  to: string | undefined,
): GoalFate {
  let reached = false;
  const touch = (named: boolean, same: boolean) => {
    if (!named) return true;
    if (same) reached = true;
    return same;
  };
  const { function: what, industry, place, company } = change;
  if (what !== undefined && !touch(target.isco !== undefined, what !== true && what.isco === target.isco))
    return 'left';
  if (
    industry !== undefined &&
    !touch(target.nace2 !== undefined, industry !== true && industry.nace2 === target.nace2)
  )
    return 'left';
  if (
    place !== undefined &&
    !touch(target.place !== undefined, place !== true && place.place.text === target.place?.text)
  )
    return 'left';
  if (company !== undefined && companies.size > 0) {
    if (to !== undefined && companies.has(to)) reached = true;
    else if (there.has('company')) return 'left';
  }
  return reached ? 'reached' : 'open';
}

function compare(
  columns: Columns,
  change: StressChange,
  goalId: string | undefined,
  { parts: before, ways: waysBefore }: Help,
  { parts: after, ways }: Help,
  today: Situation,
): Omit<StressTest, 'there'> {
  let [sum, left, gained] = [0, 0, 0];
  const byEmployer = new Map<number, number>();
  const rows = { stay: [] as number[], lose: [] as number[], gain: [] as number[] };
  for (let row = 0; row < columns.length; row++) {
    if (columns.digests[row] === undefined) continue;
    const was = before[row] as number;
    const is = after[row] as number;
    if (was >= HELPS_FROM * PARTS) {
      sum += was;
      if (is >= HELPS_FROM * PARTS) {
        const kept = Math.min(was, is);
        left += kept;
        rows.stay.push(row);
        const employer = columns.employer[row] ?? UNKNOWN;
        if (employer !== UNKNOWN) byEmployer.set(employer, (byEmployer.get(employer) ?? 0) + kept);
      } else {
        rows.lose.push(row);
      }
    } else if (is >= HELPS_FROM * PARTS) {
      gained += is - was;
      rows.gain.push(row);
    }
  }
  const best = (of: readonly number[], values: Int32Array) =>
    bestRows(
      of,
      50,
      (row) => values[row] as number,
      (row) => columns.id(row),
    );
  const idsOf = (of: readonly number[]) => of.map((row) => columns.id(row));
  const counts = { stay: rows.stay.length, lose: rows.lose.length, gain: rows.gain.length };
  const [stayRows, loseRows] = [best(rows.stay, after), best(rows.lose, before)];
  const stay = idsOf(stayRows);
  const share = sum === 0 ? null : left / sum;
  const singlePoints = singlePointsOf(columns, stay, before, after, left, counts.stay, byEmployer);
  return {
    change,
    ...(goalId !== undefined && { goalId }),
    before: rounded(sum / PARTS),
    after: rounded(left / PARTS),
    share: share === null ? null : rounded(share),
    gained: rounded(gained / PARTS),
    stay,
    lose: idsOf(loseRows),
    gain: idsOf(best(rows.gain, after)),
    counts,
    groups: groupsOf(columns, rows),
    singlePoints,
    helps: stayRows.map((row) => ({
      contactId: columns.id(row),
      by: WAYS[ways[row] ?? PERSON] ?? 'person',
    })),
    ends: loseRows.map((row) => ({
      contactId: columns.id(row),
      by: endOf(columns, row, waysBefore[row] ?? WORK, change, today),
    })),
    facts: factsOf(change, goalId, counts, stay, singlePoints),
  };
}

/** What ends with the change for somebody who can no longer help. */
function endOf(
  columns: Columns,
  row: number,
  way: number,
  change: StressChange,
  today: Situation,
): EndReason {
  const leaves = change.company !== undefined || change.industry !== undefined;
  if (leaves && today.employer !== UNKNOWN && columns.employer[row] === today.employer) return 'roof';
  if (way === GOAL) return 'goal';
  if (change.function !== undefined && way === WORK) return 'work';
  if (change.industry !== undefined) return 'field';
  if (change.function !== undefined) return 'work';
  return change.place !== undefined ? 'place' : 'roof';
}

/** Contacts of each need that are listed. */
const LISTED = 5;

/**
 * What a new situation asks for, as far as the change names it: people in its field, somebody who knows its work, a
 * key person, people of the place, somebody on the same step. Each with who would fill it today: those with whom
 * there is contact, then those who are merely known.
 */
function needsOf(
  columns: Columns,
  { me, keyOf }: Viewpoint,
  change: StressChange,
  today: Situation,
  then: Situation,
): SituationNeed[] {
  if (me === null) return [];
  const { function: what, industry, place, company } = change;
  const functionNamed = what !== true && (what !== undefined || me.isco !== undefined);
  const industryNamed = industry !== true && (industry !== undefined || me.nace !== undefined);
  const leaves = company !== undefined || industry !== undefined;
  const own = leaves ? today.employer : UNKNOWN;
  const to = typeof company === 'object' ? columns.employers.find(keyOf(company.to)) : UNKNOWN;
  const level = me.seniority === null ? null : levelOf(me.seniority);
  const found: Record<SituationNeed['need'], number[]> = {
    insider: [],
    expert: [],
    keyPerson: [],
    place: [],
    peer: [],
  };
  for (let row = 0; row < columns.length; row++) {
    const digest = columns.digests[row];
    if (digest === undefined || digest.retired === true) continue;
    const employer = columns.employer[row] as number;
    // Who is left with the employer is no one there.
    if (own !== UNKNOWN && employer === own && employer !== to) continue;
    const isco = columns.isco[row] as number;
    const nace = columns.nace[row] as number;
    const at = columns.place[row] as number;
    const inField = industryNamed && nace >= 0 && (then.industries[nace] as number) >= 1;
    const sameWork = functionNamed && isco >= 0 && (then.functions[isco] as number) >= NEAR_WORK;
    const there = typeof place !== 'object' || (at >= 0 && (then.places[at] as number) >= SAME_COUNTRY);
    if (to !== UNKNOWN ? employer === to : inField && there) found.insider.push(row);
    if (sameWork && (industryNamed ? inField || what !== undefined : true)) found.expert.push(row);
    if (columns.isHub[row] === 1 && (inField || sameWork)) found.keyPerson.push(row);
    if (typeof place === 'object' && there) found.place.push(row);
    if (sameWork && inField && level !== null && digest.seniority !== undefined)
      if (Math.abs(levelOf(digest.seniority) - level) <= 1) found.peer.push(row);
  }
  const asked: SituationNeed['need'][] = [
    ...(industryNamed || to !== UNKNOWN ? (['insider'] as const) : []),
    ...(functionNamed ? (['expert'] as const) : []),
    ...(functionNamed || industryNamed ? (['keyPerson'] as const) : []),
    ...(typeof place === 'object' ? (['place'] as const) : []),
    ...(functionNamed && industryNamed ? (['peer'] as const) : []),
  ];
  return asked.map((need) => {
    const rows = found[need];
    const touched = rows.filter((row) => columns.reach[row] === ACTIVE);
    const known = rows.filter((row) => columns.reach[row] !== ACTIVE);
    const ids = (of: readonly number[]) =>
      bestRows(
        of,
        LISTED,
        (row) => (columns.access[row] as number) * 2 + (columns.hub[row] as number),
        (row) => columns.id(row),
      ).map((row) => columns.id(row));
    return {
      need,
      inContact: ids(touched),
      known: ids(known),
      counts: { inContact: touched.length, known: known.length },
    };
  });
}

/** Nearness of two functions from which the one knows the other's work (the step `near`). */
const NEAR_WORK = 0.7;

type Counts = StressTest['counts'];

/** The counts by industry, the largest first; without an industry those of whom it is not known. */
function groupsOf(
  columns: Columns,
  rows: Readonly<Record<keyof Counts, readonly number[]>>,
): NonNullable<StressTest['groups']> {
  // One place more, for those whose industry is not known.
  const byIndustry: (Counts | undefined)[] = new Array(columns.industries.values.length + 1);
  for (const state of ['stay', 'lose', 'gain'] as const)
    for (const row of rows[state]) {
      const place = (columns.nace[row] as number) + 1;
      let counts = byIndustry[place];
      if (counts === undefined) {
        counts = { stay: 0, lose: 0, gain: 0 };
        byIndustry[place] = counts;
      }
      counts[state] += 1;
    }
  const size = ({ stay, lose, gain }: Counts) => stay + lose + gain;
  return byIndustry
    .flatMap((counts, place) =>
      counts === undefined ? [] : { nace2: columns.industries.values[place - 1] ?? null, ...counts },
    )
    .sort((a, b) => size(b) - size(a) || ((a.nace2 ?? '') < (b.nace2 ?? '') ? -1 : 1));
}

function singlePointsOf(
  columns: Columns,
  stay: readonly string[],
  before: Int32Array,
  after: Int32Array,
  left: number,
  staying: number,
  byEmployer: ReadonlyMap<number, number>,
): StressTest['singlePoints'] {
  if (left === 0) return [];
  const points: StressTest['singlePoints'] = [];
  if (staying >= SINGLE_POINT.from)
    for (const [employer, kept] of byEmployer)
      if (kept / left >= SINGLE_POINT.employer)
        points.push({
          kind: 'employer',
          name: columns.employerNames[employer] ?? '',
          share: rounded(kept / left),
        });
  for (const contactId of stay.slice(0, Math.ceil(1 / SINGLE_POINT.person))) {
    const row = columns.rows.get(contactId) ?? UNKNOWN;
    const kept = Math.min(before[row] ?? 0, after[row] ?? 0);
    if (kept / left >= SINGLE_POINT.person)
      points.push({
        kind: 'person',
        name: columns.digests[row]?.name ?? '',
        contactId,
        share: rounded(kept / left),
      });
  }
  return points.sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
}

function factsOf(
  change: StressChange,
  goalId: string | undefined,
  { stay, lose, gain }: StressTest['counts'],
  named: readonly string[],
  singlePoints: StressTest['singlePoints'],
): Fact[] {
  if (stay + lose + gain === 0) return [{ key: 'factStressNobody' }];
  const facts: Fact[] = [sentenceOf(change, goalId, { count: stay, of: stay + lose })];
  const [first, second] = named;
  if (first !== undefined && stay === 1) facts.push({ key: 'factStressStays1', values: { contact: first } });
  else if (first !== undefined && second !== undefined)
    facts.push(
      stay === 2
        ? { key: 'factStressStays2', values: { contact: first, other: second } }
        : { key: 'factStressStays', values: { contact: first, other: second, count: stay - 2 } },
    );
  if (gain > 0) facts.push({ key: 'factStressGain', values: { count: gain } });
  for (const { kind, name, contactId, share } of singlePoints.slice(0, 3)) {
    const percent = Math.round(share * 100);
    facts.push(
      kind === 'employer'
        ? { key: 'factStressEmployer', values: { company: name, percent } }
        : { key: 'factStressPerson', values: { contact: contactId ?? '', percent } },
    );
  }
  return facts;
}

function sentenceOf(
  { company, function: what, industry, place }: StressChange,
  goalId: string | undefined,
  values: { count: number; of: number },
): Fact {
  const changes = [company, what, industry, place].filter((part) => part !== undefined).length;
  if (changes > 1)
    return goalId === undefined
      ? { key: 'factStressAll', values }
      : { key: 'factStressGoal', values: { ...values, goal: goalId } };
  if (typeof what === 'object')
    return { key: 'factStressFunctionTo', values: { ...values, isco: what.isco } };
  if (typeof industry === 'object')
    return { key: 'factStressIndustryTo', values: { ...values, nace: industry.nace2 } };
  if (typeof place === 'object')
    return { key: 'factStressPlaceTo', values: { ...values, place: place.place.text } };
  if (typeof company === 'object')
    return { key: 'factStressCompanyTo', values: { ...values, company: company.to } };
  if (what !== undefined) return { key: 'factStressFunction', values };
  if (industry !== undefined) return { key: 'factStressIndustry', values };
  return place !== undefined ? { key: 'factStressPlace', values } : { key: 'factStressCompany', values };
}
