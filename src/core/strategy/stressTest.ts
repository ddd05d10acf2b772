import { functionDistance, industryDistance, placeDistance } from '../distance/index.ts';
import type { Fact, Goal, StressChange, StressTest } from '../model/index.ts';
import { type Columns, UNKNOWN } from './columns.ts';
import { bestRows, rounded } from './ranking.ts';
import type { Viewpoint } from './viewpoint.ts';
import { ACCESS, HELPS_FROM, SERVES_FROM, SHARED, SINGLE_POINT } from './weights.ts';

/** Where somebody works: what each contact's help is measured from. By number of the columns. */
interface Situation {
  /** Number of the employer; `UNKNOWN` without one. */
  employer: number;
  /** Nearness, 0 to 1, by number of the code or place; unknown codes count as 0. */
  functions: Float64Array;
  industries: Float64Array;
  places: Float64Array;
}

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
): { before: Int32Array; test(change: StressChange, goalId?: string): StressTest } | null {
  const today = situationOf(columns, view, {});
  if (today === null) return null;
  const before = helpIn(columns, today);
  return {
    before,
    test(change, goalId) {
      const then = situationOf(columns, view, change, today);
      const after = then === null ? before : helpIn(columns, then);
      return compare(columns, change, goalId, before, after);
    },
  };
}

/** Nearness of two places in one country (`placeDistance`); below it they are abroad from each other. */
const SAME_COUNTRY = 0.5;

/** Help is kept in whole parts of so many, so that sums do not depend on their order. */
const PARTS = 10_000;

/** How far every contact could help, in parts: what is shared in a situation, or the fit to the best served goal if more. */
function helpIn(columns: Columns, situation: Situation): Int32Array {
  const { employer, functions, industries, places } = situation;
  const help = new Int32Array(columns.length);
  for (let row = 0; row < columns.length; row++) {
    if (columns.digests[row] === undefined) continue;
    const [isco, nace, place] = [
      columns.isco[row] as number,
      columns.nace[row] as number,
      columns.place[row] as number,
    ];
    let shared = 0;
    if (isco >= 0) shared += SHARED.function * (functions[isco] as number);
    if (nace >= 0) shared += SHARED.industry * (industries[nace] as number);
    if (place >= 0) shared += SHARED.place * (places[place] as number);
    let access = (columns.access[row] as number) / 100;
    if (employer !== UNKNOWN && columns.employer[row] === employer) {
      const abroad = place >= 0 && (places[place] as number) < SAME_COUNTRY;
      access = Math.max(access, abroad ? ACCESS.employerAbroad : ACCESS.employer);
    }
    const served = Math.min(1, (columns.bestFit(row) / SERVES_FROM) * HELPS_FROM);
    help[row] = Math.round(Math.max(shared * access, served) * PARTS);
  }
  return help;
}

/**
 * The user's situation after a change. A change that names no aim takes the shared part away: the new place is not
 * known, only that it is not this one. Another industry means another employer. Tables of what stays are taken over
 * from `today`.
 */
function situationOf(
  columns: Columns,
  { me, keyOf }: Viewpoint,
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

function compare(
  columns: Columns,
  change: StressChange,
  goalId: string | undefined,
  before: Int32Array,
  after: Int32Array,
): StressTest {
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
  const ids = (of: readonly number[], values: Int32Array) =>
    bestRows(
      of,
      50,
      (row) => values[row] as number,
      (row) => columns.id(row),
    ).map((row) => columns.id(row));
  const counts = { stay: rows.stay.length, lose: rows.lose.length, gain: rows.gain.length };
  const stay = ids(rows.stay, after);
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
    lose: ids(rows.lose, before),
    gain: ids(rows.gain, after),
    counts,
    groups: groupsOf(columns, rows),
    singlePoints,
    facts: factsOf(change, goalId, counts, singlePoints),
  };
}

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
