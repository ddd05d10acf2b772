import { industrySector, NACE_CODES, naceDivision, naceSection } from '../taxonomy/index.ts';
import { INDUSTRY_FLOWS } from './industryFlows.ts';
import { bytesOf, distanceOfShare, numbersOf, shareBelow } from './steps.ts';

/**
 * Distance of two industries, 0 the same to 1, by how usual it is to move from one to the other: labour flows
 * between industries against what their sizes let expect, shrunk toward the tree of NACE Rev. 2 where few or no
 * moves are known (docs/model.md). Sections, divisions, groups and classes; two classes are compared as classes,
 * everything else by its division. `null` when a code is not one of NACE Rev. 2.
 */
export function industryDistance(a: string | null | undefined, b: string | null | undefined): number | null {
  const left = a ? industryOf(a) : null;
  const right = b ? industryOf(b) : null;
  if (left === null || right === null) return null;
  if (left.code === right.code) return 0;
  table ??= readTable();
  if (left.level === 'class' && right.level === 'class') return table.ofClasses(left.code, right.code);
  const distances: number[] = [];
  for (const x of left.divisions) {
    for (const y of right.divisions) distances.push(x === y ? 0 : table.ofDivisions(x, y));
  }
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
}

/**
 * What the distance of two divisions rests on: known moves, `often` as many as their sizes let expect or `seldom`;
 * without known moves the same `sector` of the economy, or nothing (`unknown`).
 */
export type IndustryEvidence = 'often' | 'seldom' | 'sector' | 'unknown';

/** The evidence between two divisions, or classes by their divisions; `null` for the same one, sections, unknown codes. */
export function industryEvidence(
  a: string | null | undefined,
  b: string | null | undefined,
): IndustryEvidence | null {
  const [x, more] = (a ? industryOf(a) : null)?.divisions ?? [];
  const [y, others] = (b ? industryOf(b) : null)?.divisions ?? [];
  if (x === undefined || y === undefined || more !== undefined || others !== undefined || x === y)
    return null;
  table ??= readTable();
  return table.evidence(x, y);
}

/**
 * How much the sizes of two industries count: at 0 only moves against expectation would, at 1 the bare number of
 * moves. Half of it (the mean share of those who leave one for the other) tells the flows of later years best;
 * among divisions less, or every industry would be nearest to the largest ones.
 */
export const SIZE_WEIGHT = { class: 0.5, division: 0.25 } as const;

/** Two different industries are at least this far from each other. */
const LEAST = 0.01;

interface Industry {
  level: 'section' | 'division' | 'class';
  code: string;
  divisions: readonly string[];
}

function industryOf(text: string): Industry | null {
  const code = text.trim().toUpperCase().replaceAll('.', '');
  if (/^[A-U]$/.test(code)) {
    const divisions = NACE_CODES.filter((division) => naceSection(division) === code);
    return divisions.length === 0 ? null : { level: 'section', code, divisions };
  }
  const digits = code.replace(/^[A-U]/, '');
  const division = naceDivision(digits);
  if (division === null || !/^\d{2,5}$/.test(digits)) return null;
  if (digits.length > 2) {
    deeperCodes ??= new Set(INDUSTRY_FLOWS.classes.split(' ').flatMap((code) => [code.slice(0, 3), code]));
    if (!deeperCodes.has(digits.slice(0, 4))) return null;
  }
  return digits.length >= 4
    ? { level: 'class', code: digits.slice(0, 4), divisions: [division] }
    : { level: 'division', code: division, divisions: [division] };
}

/** All groups (three digits) and classes (four) of NACE Rev. 2. */
let deeperCodes: ReadonlySet<string> | undefined;

interface Table {
  ofClasses(a: string, b: string): number;
  ofDivisions(a: string, b: string): number;
  evidence(a: string, b: string): IndustryEvidence;
}

let table: Table | undefined;

function readTable(): Table {
  const { classes, log } = INDUSTRY_FLOWS;
  const toLog = (byte: number) => log.least + (byte * (log.most - log.least)) / 255;
  const masses = Float64Array.from(bytesOf(INDUSTRY_FLOWS.masses), toLog);
  const massOf = new Map(classes.split(' ').map((code, at) => [code, masses[at] as number]));
  const divisionMasses = Float64Array.from(bytesOf(INDUSTRY_FLOWS.divisionMasses), toLog);
  const divisionAt = new Map(NACE_CODES.map((code, at) => [code, at]));
  const ratios = Float64Array.from(bytesOf(INDUSTRY_FLOWS.divisionRatios), toLog);
  const ratioOf = (x: string, y: string) => {
    const i = divisionAt.get(x) ?? 0;
    const k = divisionAt.get(y) ?? 0;
    const [low, high] = i < k ? [i, k] : [k, i];
    return ratios[(high * (high + 1)) / 2 + low] as number;
  };
  const observed = new Map<number, number>();
  const withMoves = new Set<number>();
  const codes = classes.split(' ');
  const pairs = bytesOf(INDUSTRY_FLOWS.pairs);
  for (let at = 0; at < pairs.length; at += 5) {
    const i = (pairs[at] as number) | ((pairs[at + 1] as number) << 8);
    const k = (pairs[at + 2] as number) | ((pairs[at + 3] as number) << 8);
    const [a = '', b = ''] = [codes[i], codes[k]];
    observed.set(pairKey(a, b), toLog(pairs[at + 4] as number));
    withMoves.add(pairKey(a.slice(0, 2), b.slice(0, 2)));
  }
  const classKnots = numbersOf(INDUSTRY_FLOWS.classKnots);
  const divisionKnots = numbersOf(INDUSTRY_FLOWS.divisionKnots);
  const distanceIn = (knots: Float64Array, unrelatedness: number) =>
    Math.max(LEAST, distanceOfShare(shareBelow(knots, unrelatedness), 'industry'));
  return {
    ofClasses(a, b) {
      const x = a.slice(0, 2);
      const y = b.slice(0, 2);
      // Within one group (three digits) more is exchanged than within the division.
      const sameGroup = a.slice(0, 3) === b.slice(0, 3) ? Math.log(INDUSTRY_FLOWS.sameGroup) : 0;
      const ratio = observed.get(pairKey(a, b)) ?? ratioOf(x, y) + sameGroup;
      const mass = (massOf.get(a) ?? log.least) + (massOf.get(b) ?? log.least);
      return distanceIn(classKnots, -(ratio + SIZE_WEIGHT.class * mass));
    },
    ofDivisions(x, y) {
      const mass =
        (divisionMasses[divisionAt.get(x) ?? 0] ?? 0) + (divisionMasses[divisionAt.get(y) ?? 0] ?? 0);
      return distanceIn(divisionKnots, -(ratioOf(x, y) + SIZE_WEIGHT.division * mass));
    },
    evidence(x, y) {
      if (withMoves.has(pairKey(x, y))) return ratioOf(x, y) > 0 ? 'often' : 'seldom';
      const same = industrySector(x) === industrySector(y) || naceSection(x) === naceSection(y);
      return same ? 'sector' : 'unknown';
    },
  };
}

function pairKey(a: string, b: string): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  return Number(low) * 10_000 + Number(high);
}
