import { functionDistance, industryDistance, placeDistance } from '../distance/index.ts';
import type { Fact, Goal, StressChange, StressTest } from '../model/index.ts';
import { type Columns, UNKNOWN } from './columns.ts';
import { bestRows, rounded } from './ranking.ts';
import type { Viewpoint } from './viewpoint.ts';
import { SINGLE_POINT, USEFUL, USEFUL_FROM } from './weights.ts';

/** Where somebody works: what each contact's usefulness is measured from. By number of the columns. */
interface Situation {
  /** Number of the employer; `UNKNOWN` without one. */
  employer: number;
  /** Nearness, 0 to 1, by number of the code or place; unknown codes count as 0. */
  functions: Float32Array;
  industries: Float32Array;
  places: Float32Array;
}

/** The standard changes: company, function, industry and place alone and together, then each goal come true. */
export function standardChanges(view: Viewpoint): { change: StressChange; goalId?: string }[] {
  const goals = view.aims.map(({ goal }) => goal).sort((a, b) => urgency(b) - urgency(a));
  const aimed = (name: 'function' | 'industry' | 'place') => {
    for (const goal of goals) {
      const part = changeTo(goal)[name];
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

/** Works out usefulness before once, for any number of tests. `null` while the user is unknown. */
export function stressTests(
  columns: Columns,
  view: Viewpoint,
): { before: Float32Array; test(change: StressChange, goalId?: string): StressTest } | null {
  const today = situationOf(columns, view, {});
  if (today === null) return null;
  const before = usefulness(columns, today);
  return {
    before,
    test(change, goalId) {
      const then = situationOf(columns, view, change);
      const after = then === null ? before : usefulness(columns, then);
      return compare(columns, change, goalId, before, after);
    },
  };
}

/** Usefulness of every contact, 0 to 1: what is shared in a situation, or the fit to the best served goal if more. */
function usefulness(columns: Columns, { employer, functions, industries, places }: Situation): Float32Array {
  const useful = new Float32Array(columns.length);
  for (let row = 0; row < columns.length; row++) {
    if (columns.digests[row] === undefined) continue;
    const shared =
      (employer !== UNKNOWN && columns.employer[row] === employer ? USEFUL.employer : 0) +
      USEFUL.function * nearness(functions, columns.isco[row]) +
      USEFUL.industry * nearness(industries, columns.nace[row]) +
      USEFUL.place * nearness(places, columns.place[row]) +
      (USEFUL.tie * (columns.lasting[row] ?? 0)) / 100;
    useful[row] = Math.max(shared, columns.bestFit(row) / 100);
  }
  return useful;
}

function nearness(table: Float32Array, number = UNKNOWN): number {
  return number < 0 ? 0 : (table[number] ?? 0);
}

/**
 * The user's situation after a change. A change that names no aim takes the shared part away: the new place is not
 * known, only that it is not this one. Another industry means another employer.
 */
function situationOf(columns: Columns, { me, keyOf }: Viewpoint, change: StressChange): Situation | null {
  if (me === null) return null;
  const leaves = change.company !== undefined || change.industry !== undefined;
  const to = typeof change.company === 'object' ? keyOf(change.company.to) : undefined;
  const isco = change.function === true ? undefined : (change.function?.isco ?? me.isco);
  const nace = change.industry === true ? undefined : (change.industry?.nace2 ?? me.nace);
  const place = change.place === true ? undefined : (change.place?.place ?? me.place);
  return {
    employer: columns.employers.find(leaves ? to : me.employer),
    functions: Float32Array.from(columns.functions.values, (code) =>
      isco !== undefined && code.startsWith(isco) ? 1 : 1 - (functionDistance(isco, code) ?? 1),
    ),
    industries: Float32Array.from(
      columns.industries.values,
      (code) => 1 - (industryDistance(nace, code) ?? 1),
    ),
    places: Float32Array.from(
      columns.placeValues,
      (other) => 1 - (placeDistance(place, other)?.distance ?? 1),
    ),
  };
}

function compare(
  columns: Columns,
  change: StressChange,
  goalId: string | undefined,
  before: Float32Array,
  after: Float32Array,
): StressTest {
  let [sum, left, gained] = [0, 0, 0];
  const counts = { stay: 0, lose: 0, gain: 0 };
  const byIndustry = new Map<number, { stay: number; lose: number; gain: number }>();
  const byEmployer = new Map<number, number>();
  const state = new Uint8Array(columns.length);
  for (let row = 0; row < columns.length; row++) {
    if (columns.digests[row] === undefined) continue;
    const [was, is] = [before[row] ?? 0, after[row] ?? 0];
    if (was >= USEFUL_FROM) {
      sum += was;
      if (is >= USEFUL_FROM) {
        const kept = Math.min(was, is);
        left += kept;
        counts.stay += 1;
        industryOf(byIndustry, columns.nace[row]).stay += 1;
        state[row] = 1;
        const employer = columns.employer[row] ?? UNKNOWN;
        if (employer !== UNKNOWN) byEmployer.set(employer, (byEmployer.get(employer) ?? 0) + kept);
      } else {
        counts.lose += 1;
        industryOf(byIndustry, columns.nace[row]).lose += 1;
        state[row] = 2;
      }
    } else if (is >= USEFUL_FROM) {
      gained += is - was;
      counts.gain += 1;
      industryOf(byIndustry, columns.nace[row]).gain += 1;
      state[row] = 3;
    }
  }
  const ids = (wanted: number, values: Float32Array) =>
    bestRows(
      columns.length,
      50,
      (row) => (state[row] === wanted ? (values[row] ?? 0) : null),
      (row) => columns.id(row),
    ).map((row) => columns.id(row));
  const stay = ids(1, after);
  const share = sum === 0 ? null : left / sum;
  const singlePoints = singlePointsOf(columns, stay, before, after, left, counts.stay, byEmployer);
  return {
    change,
    ...(goalId !== undefined && { goalId }),
    before: rounded(sum),
    after: rounded(left),
    share: share === null ? null : rounded(share),
    gained: rounded(gained),
    stay,
    lose: ids(2, before),
    gain: ids(3, after),
    counts,
    groups: groupsOf(columns, byIndustry),
    singlePoints,
    facts: factsOf(change, goalId, counts, singlePoints),
  };
}

type Counts = StressTest['counts'];

/** The counts of an industry (number of the column), begun at nothing. */
function industryOf(byIndustry: Map<number, Counts>, nace = UNKNOWN): Counts {
  const known = byIndustry.get(nace);
  if (known !== undefined) return known;
  const counts = { stay: 0, lose: 0, gain: 0 };
  byIndustry.set(nace, counts);
  return counts;
}

/** The counts by industry, the largest first. */
function groupsOf(
  columns: Columns,
  byIndustry: ReadonlyMap<number, Counts>,
): NonNullable<StressTest['groups']> {
  const size = ({ stay, lose, gain }: Counts) => stay + lose + gain;
  return [...byIndustry]
    .map(([nace, counts]) => ({ nace2: columns.industries.values[nace] ?? null, ...counts }))
    .sort((a, b) => size(b) - size(a) || ((a.nace2 ?? '') < (b.nace2 ?? '') ? -1 : 1));
}

function singlePointsOf(
  columns: Columns,
  stay: readonly string[],
  before: Float32Array,
  after: Float32Array,
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
  singlePoints: StressTest['singlePoints'],
): Fact[] {
  if (stay + lose + gain === 0) return [{ key: 'factStressNobody' }];
  const facts: Fact[] = [sentenceOf(change, goalId, { count: stay, of: stay + lose })];
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
