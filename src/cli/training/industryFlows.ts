import { join } from 'node:path';
import { SIZE_WEIGHT } from '../../core/distance/industry.ts';
import { industryTreeDistance } from '../../core/distance/tree.ts';
import { NACE_CODES, naceDivision } from '../../core/taxonomy/index.ts';
import { readTable } from './delimited.ts';
import { quantiles } from './functionDistance.ts';

/** Moves of people between two classes of industry, both directions together. */
export interface Flow {
  a: string;
  b: string;
  moves: number;
}

/** How many times as many moves as by chance the tree alone lets expect, by its distance. */
const EXPECTED_BY_TREE: readonly (readonly [number, number])[] = [
  [0.15, 20],
  [0.3, 10],
  [0.5, 5],
  [0.7, 1.8],
  [1, 0.35],
];
/** Moves that the tree's expectation counts as, between divisions and between classes. */
const DIVISION_PRIOR = 200;
const CLASS_PRIOR = 20;
/** Moves that every class is given beforehand: cells under ten are not published. */
const CLASS_MASS = 20;
const LOG = { least: -5, most: 13 } as const;

/** Published flows between different classes (UK, SIC 2007, which is NACE Rev. 2 to four digits). */
export function readFlows(dataFolder: string): Flow[] {
  const moves = new Map<string, number>();
  for (const row of readTable(join(dataFolder, 'relatedness/uk_labour_flows_2009_2013_sic2007.csv'))) {
    const [a = '', b = ''] = [row.StartIndst, row.FinalIndst]
      .map((code) => (code ?? '').padStart(4, '0'))
      .sort();
    const count = Number(row.Counts);
    if (a === b || !Number.isFinite(count) || naceDivision(a) === null || naceDivision(b) === null) continue;
    moves.set(`${a} ${b}`, (moves.get(`${a} ${b}`) ?? 0) + count);
  }
  return [...moves].map(([pair, count]) => {
    const [a = '', b = ''] = pair.split(' ');
    return { a, b, moves: count };
  });
}

/** All classes (four digits) of NACE Rev. 2, and those that the flows name besides. */
export function readClasses(dataFolder: string, flows: readonly Flow[]): string[] {
  const classes = new Set(flows.flatMap(({ a, b }) => [a, b]));
  for (const { code } of readTable(join(dataFolder, 'noga/DV_NOGA_CLASS.tsv'), '\t') as { code?: string }[]) {
    if (code !== undefined && naceDivision(code) !== null) classes.add(code);
  }
  return [...classes].sort();
}

export interface FlowTables {
  classes: string[];
  /** Logarithms: moves of each class; of each division; of moves against expectation by pair of divisions (triangle). */
  masses: number[];
  divisionMasses: number[];
  divisionRatios: number[];
  /** Pairs of classes with published moves, as places in `classes`, with the logarithm of moves against expectation. */
  pairs: { i: number; k: number; ratio: number }[];
}

/** Moves against what the sizes let expect, shrunk toward the tree where few are known. */
export function flowTables(classes: readonly string[], flows: readonly Flow[]): FlowTables {
  const mass = new Map(classes.map((code) => [code, CLASS_MASS]));
  const between = new Map<string, number>();
  for (const { a, b, moves } of flows) {
    mass.set(a, (mass.get(a) ?? CLASS_MASS) + moves);
    mass.set(b, (mass.get(b) ?? CLASS_MASS) + moves);
    const key = [a.slice(0, 2), b.slice(0, 2)].sort().join(' ');
    between.set(key, (between.get(key) ?? 0) + moves * (a.slice(0, 2) === b.slice(0, 2) ? 2 : 1));
  }
  const divisionMass = new Map(NACE_CODES.map((code) => [code, 0]));
  let total = 0;
  for (const [code, moves] of mass) {
    divisionMass.set(code.slice(0, 2), (divisionMass.get(code.slice(0, 2)) ?? 0) + moves);
    total += moves;
  }
  const massOf = (division: string) => Math.max(CLASS_MASS, divisionMass.get(division) ?? 0);
  const ratioOf = (x: string, y: string) => {
    const expected = (massOf(x) * massOf(y)) / total;
    const byTree = expectedByTree(x === y ? 0.3 : (industryTreeDistance(x, y) ?? 1));
    return (
      ((between.get([x, y].sort().join(' ')) ?? 0) + DIVISION_PRIOR * byTree) / (expected + DIVISION_PRIOR)
    );
  };
  const places = new Map(classes.map((code, at) => [code, at]));
  return {
    classes: [...classes],
    masses: classes.map((code) => Math.log(mass.get(code) ?? CLASS_MASS)),
    divisionMasses: NACE_CODES.map((code) => Math.log(massOf(code))),
    divisionRatios: NACE_CODES.flatMap((y, high) =>
      NACE_CODES.slice(0, high + 1).map((x) => Math.log(ratioOf(x, y))),
    ),
    pairs: flows.map(({ a, b, moves }) => {
      const expected = ((mass.get(a) ?? 0) * (mass.get(b) ?? 0)) / total;
      const prior =
        ratioOf(a.slice(0, 2), b.slice(0, 2)) * (a.slice(0, 3) === b.slice(0, 3) ? SAME_GROUP : 1);
      const ratio = (moves + CLASS_PRIOR * prior) / (expected + CLASS_PRIOR);
      return { i: places.get(a) ?? 0, k: places.get(b) ?? 0, ratio: Math.log(ratio) };
    }),
  };
}

export const SAME_GROUP = expectedByTree(0.15) / expectedByTree(0.3);

function expectedByTree(distance: number): number {
  return EXPECTED_BY_TREE.find(([upTo]) => distance <= upTo)?.[1] ?? 0.35;
}

const KNOTS = 100;

/** Source text of `core/distance/industryFlows.ts`. */
export function industryFlowsSource(tables: FlowTables): string {
  const { classes, masses, divisionMasses, divisionRatios, pairs } = tables;
  const byte = (log: number) =>
    Math.max(0, Math.min(255, Math.round(((log - LOG.least) / (LOG.most - LOG.least)) * 255)));
  const base64 = (values: readonly number[]) => Buffer.from(values).toString('base64');
  const ratioAt = (x: number, y: number) => divisionRatios[(y * (y + 1)) / 2 + x] as number;
  const ofDivisions: number[] = [];
  for (let y = 0; y < NACE_CODES.length; y++) {
    for (let x = 0; x < y; x++) {
      ofDivisions.push(
        -(
          ratioAt(x, y) +
          SIZE_WEIGHT.division * ((divisionMasses[x] as number) + (divisionMasses[y] as number))
        ),
      );
    }
  }
  const observed = new Map(pairs.map(({ i, k, ratio }) => [`${i} ${k}`, ratio]));
  const ofClasses: number[] = [];
  for (let k = 0; k < classes.length; k++) {
    for (let i = 0; i < k; i++) {
      const [a = '', b = ''] = [classes[i], classes[k]];
      const [x, y] = [NACE_CODES.indexOf(a.slice(0, 2)), NACE_CODES.indexOf(b.slice(0, 2))].sort(
        (p, q) => p - q,
      );
      const group = a.slice(0, 3) === b.slice(0, 3) ? Math.log(SAME_GROUP) : 0;
      const ratio = observed.get(`${i} ${k}`) ?? ratioAt(x ?? 0, y ?? 0) + group;
      ofClasses.push(-(ratio + SIZE_WEIGHT.class * ((masses[i] as number) + (masses[k] as number))));
    }
  }
  const knots = (values: number[]) => quantiles(values, KNOTS).join(' ');
  return [
    '// Made by `npm run -s cli -- train`. Do not edit.',
    '// Computed from labour flows between industries in the United Kingdom 2009-2013 (The Alan Turing Institute,',
    '// KnowledgeFlows) and the tree of NACE Rev. 2; see public/NOTICE.txt. Derived values only.',
    'export const INDUSTRY_FLOWS = {',
    '  /** Bytes stand for logarithms between these two. */',
    `  log: { least: ${LOG.least}, most: ${LOG.most} },`,
    '  /** So many times as many moves are expected of classes that share three digits as of others of the division. */',
    `  sameGroup: ${SAME_GROUP},`,
    '  /** Rising quantiles of unrelatedness over all pairs of divisions, and of classes. */',
    '  divisionKnots:',
    `    '${knots(ofDivisions)}',`,
    '  classKnots:',
    `    '${knots(ofClasses)}',`,
    '  classes:',
    `    '${classes.join(' ')}',`,
    '  /** Moves of each class, then of each division. */',
    '  masses:',
    `    '${base64(masses.map(byte))}',`,
    '  divisionMasses:',
    `    '${base64(divisionMasses.map(byte))}',`,
    '  /** Moves against expectation by pair of divisions, lower triangle. */',
    '  divisionRatios:',
    `    '${base64(divisionRatios.map(byte))}',`,
    '  /** Pairs of classes with published moves: two places of two bytes, moves against expectation. */',
    '  pairs:',
    `    '${base64(pairs.flatMap(({ i, k, ratio }) => [i & 255, i >> 8, k & 255, k >> 8, byte(ratio)]))}',`,
    '};',
    '',
  ].join('\n');
}
