import { existsSync, readFileSync } from 'node:fs';
import { loadModel } from '../../core/classify/model.ts';
import { functionDistance, industryDistance, sharedSkills } from '../../core/distance/index.ts';
import { functionTreeDistance, industryTreeDistance } from '../../core/distance/tree.ts';
import { ISCO_UNIT_GROUPS } from '../../core/taxonomy/index.ts';
import { RefusedError } from '../command.ts';
import { DATA_FOLDER, MODEL_FILE } from '../model.ts';
import { readCorpus } from '../training/corpus.ts';
import { functionVectors, type RelatedPair, readRelated, TIERS } from '../training/functionDistance.ts';
import { readClasses, readFlows } from '../training/industryFlows.ts';
import { randomFrom } from '../training/random.ts';
import type { Row } from './row.ts';

const SEED = 7;
/** One occupation in four is kept out when the method is measured. */
const FOLDS = 4;
const RANDOM_PAIRS = 20_000;

/**
 * Function distance against O*NET's Related Occupations: the shipped table (which was adjusted to these lists), and
 * the same method adjusted without a quarter of the occupations and measured on that quarter.
 */
export async function runFunction(): Promise<Row[]> {
  needData();
  const corpus = readCorpus(DATA_FOLDER);
  const related = readRelated(DATA_FOLDER, corpus);
  const occupations = [...new Set(related.map(({ occupation }) => occupation))].sort();
  const random = randomFrom(SEED);
  const out = new Set(occupations.filter(() => random() < 1 / FOLDS));
  const kept = related.filter(({ occupation }) => !out.has(occupation));
  const tested = related.filter(({ occupation }) => out.has(occupation));
  const codes = corpus.concepts.flatMap(({ source, isco4 }) =>
    source === 'onet' && isco4 !== '' ? [isco4] : [],
  );
  const starts = tested.map(({ a }) => a);
  const byChance = Array.from({ length: RANDOM_PAIRS }, () => ({
    a: starts[Math.floor(random() * starts.length)] ?? '',
    b: codes[Math.floor(random() * codes.length)] ?? '',
  }));
  const model = loadModel(readFileSync(MODEL_FILE));
  const { size, vectors } = functionVectors(corpus, model, kept, SEED);
  const place = new Map(ISCO_UNIT_GROUPS.map((code, at) => [code, at * size]));
  const unseen = (a: string, b: string) => {
    let cosine = 0;
    const [i, k] = [place.get(a) ?? 0, place.get(b) ?? 0];
    for (let d = 0; d < size; d++) cosine += (vectors[i + d] as number) * (vectors[k + d] as number);
    return 1 - cosine;
  };
  return [
    ...measured('occupations kept out', tested, byChance, unseen, 'goal .92, tiers rising'),
    ...measured('tree alone', tested, byChance, (a, b) => functionTreeDistance(a, b) ?? 1),
    ...measured('shipped table, which knows these', tested, byChance, (a, b) => functionDistance(a, b) ?? 1),
    ...Array.from(TIERS.keys(), (tier) =>
      row(
        `pairs with a shared group of skills, ${tier}`,
        shareWithSkills(related.filter((pair) => pair.tier === tier)),
      ),
    ),
    row('pairs with a shared group of skills, random', shareWithSkills(byChance)),
  ];
}

/** Of pairs of different functions; the groups of skills know nothing of the Related Occupations. */
function shareWithSkills(pairs: readonly { a: string; b: string }[]): number {
  const different = pairs.filter(({ a, b }) => a !== b);
  return different.filter(({ a, b }) => sharedSkills(a, b).length > 0).length / different.length;
}

/** Industry distance on the published flows between classes, as shipped and with a fifth of the pairs kept out. */
export async function runIndustry(): Promise<Row[]> {
  needData();
  const { fold } = await import('../training/industryFold.ts');
  const flows = readFlows(DATA_FOLDER);
  const classes = readClasses(DATA_FOLDER, flows);
  const random = randomFrom(SEED);
  const seen = new Set(flows.map(({ a, b }) => `${a} ${b}`));
  const active = [...new Set(flows.flatMap(({ a, b }) => [a, b]))].sort();
  const unseenPairs = (pool: readonly string[]) => {
    const pairs: { a: string; b: string }[] = [];
    while (pairs.length < RANDOM_PAIRS) {
      const [a = '', b = ''] = [0, 0].map(() => pool[Math.floor(random() * pool.length)] ?? '').sort();
      if (a !== b && !seen.has(`${a} ${b}`)) pairs.push({ a, b });
    }
    return pairs;
  };
  const out = flows.filter(() => random() < 0.2);
  const outSet = new Set(out);
  const unseen = fold(
    classes,
    flows.filter((flow) => !outSet.has(flow)),
  );
  const rows: Row[] = [];
  for (const [what, pool] of [
    ['all classes', classes],
    ['classes with any flow', active],
  ] as const) {
    const others = unseenPairs(pool);
    const area = (pairs: readonly { a: string; b: string }[], distance: (a: string, b: string) => number) =>
      auc(
        pairs.map(({ a, b }) => distance(a, b)),
        others.map(({ a, b }) => distance(a, b)),
      );
    rows.push(
      row(`flows kept out against unseen pairs of ${what}, AUC`, area(out, unseen), 'goal .85'),
      row(
        `the same, tree alone`,
        area(out, (a, b) => industryTreeDistance(a, b) ?? 1),
      ),
      row(
        `all flows, shipped table, AUC`,
        area(flows, (a, b) => industryDistance(a, b) ?? 1),
      ),
    );
  }
  const divisions = new Set(flows.map(({ a, b }) => [a.slice(0, 2), b.slice(0, 2)].sort().join(' ')));
  const names = [...new Set(classes.map((code) => code.slice(0, 2)))].sort();
  const pairs = names.flatMap((a, at) => names.slice(at + 1).map((b) => ({ a, b })));
  const [known, unknown] = [true, false].map((flow) =>
    pairs.filter(({ a, b }) => divisions.has(`${a} ${b}`) === flow),
  ) as [typeof pairs, typeof pairs];
  for (const [what, distance] of [
    ['divisions with flows against the others, shipped table, AUC', industryDistance],
    ['the same, tree alone', industryTreeDistance],
  ] as const) {
    const of = ({ a, b }: { a: string; b: string }) => distance(a, b) ?? 1;
    rows.push(row(what, auc(known.map(of), unknown.map(of))));
  }
  return rows;
}

function needData(): void {
  if (!existsSync(DATA_FOLDER)) throw new RefusedError(`There is no data in ${DATA_FOLDER}.`);
}

function measured(
  name: string,
  related: readonly RelatedPair[],
  byChance: readonly { a: string; b: string }[],
  distance: (a: string, b: string) => number,
  goal?: string,
): Row[] {
  const others = byChance.map(({ a, b }) => distance(a, b));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [
    row(
      `${name}, AUC`,
      auc(
        related.map(({ a, b }) => distance(a, b)),
        others,
      ),
      goal,
    ),
    ...Array.from(TIERS.keys(), (tier) =>
      row(
        `${name}, mean of ${tier}`,
        mean(related.filter((pair) => pair.tier === tier).map(({ a, b }) => distance(a, b))),
      ),
    ),
    row(`${name}, mean of random pairs`, mean(others)),
  ];
}

/** Probability that a related pair is nearer than another one; half for equal distances. */
export function auc(related: number[], others: number[]): number {
  const sorted = Float64Array.from(others).sort();
  const place = (value: number, after: boolean) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = sorted[middle] as number;
      if (at < value || (after && at === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = related.reduce(
    (sum, value) => sum + others.length - (place(value, false) + place(value, true)) / 2,
    0,
  );
  return wins / (related.length * others.length);
}

function row(what: string, figure: number, goal?: string): Row {
  return { what, figure: Math.round(figure * 1000) / 1000, unit: '', ...(goal !== undefined && { goal }) };
}
