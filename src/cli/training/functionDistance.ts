import { join } from 'node:path';
import type { TitleModel } from '../../core/classify/model.ts';
import { ISCO_UNIT_GROUPS } from '../../core/taxonomy/index.ts';
import { tableOf } from '../../core/text/table.ts';
import type { Corpus } from './corpus.ts';
import { readTabs } from './delimited.ts';
import { randomFrom } from './random.ts';

/** Numbers per unit group. */
const SIZE = 24;
/** Shares of the two likenesses that the vectors begin with. */
const SKILLS = 0.5;
const TITLES = 0.5;
/** Adjustment to related occupations: softmax temperature, pull back to the beginning, passes, step, pairs at once. */
const TEMPERATURE = 0.15;
const PULL = 4 / ISCO_UNIT_GROUPS.length;
const PASSES = 30;
const RATE = 0.02;
const BATCH = 512;
/** O*NET's tiers by how much they count. */
export const TIERS = tableOf({
  'Primary-Short': 1,
  'Primary-Long': 0.7,
  Supplemental: 0.5,
});

export interface RelatedPair {
  /** O*NET code of the occupation that the list belongs to. */
  occupation: string;
  a: string;
  b: string;
  tier: string;
}

/** The given half of O*NET's Related Occupations as pairs of ISCO-08 unit groups, by the crosswalk. */
export function readRelated(dataFolder: string, corpus: Corpus): RelatedPair[] {
  const isco = (onet: string) => corpus.concepts[corpus.byUri.get(`onet:${onet}`) ?? -1]?.isco4 ?? '';
  return readTabs(join(dataFolder, 'onet/Related Occupations (half).txt'))
    .slice(1)
    .map(([occupation = '', other = '', tier = '']) => ({
      occupation,
      a: isco(occupation),
      b: isco(other),
      tier,
    }))
    .filter(({ a, b }) => a !== '' && b !== '');
}

/** Unit vectors of the 436 unit groups, `SIZE` numbers each: near where work is alike. */
export function functionVectors(
  corpus: Corpus,
  model: TitleModel,
  related: readonly RelatedPair[],
  seed: number,
): { size: number; vectors: Float64Array } {
  const count = ISCO_UNIT_GROUPS.length;
  const skills = skillLikeness(corpus);
  const titles = titleLikeness(model);
  const likeness = skills.map((value, at) => SKILLS * value + TITLES * (titles[at] as number));
  const vectors = largestComponents(likeness, count, SIZE, seed);
  normaliseRows(vectors);
  adjust(vectors, related, seed);
  normaliseRows(vectors);
  return { size: SIZE, vectors };
}

/** Cosine of unit groups by ESCO skills: essential counts double, rare ones more (436 x 436). */
function skillLikeness(corpus: Corpus): Float64Array {
  const at = new Map(ISCO_UNIT_GROUPS.map((code, index) => [code, index]));
  const weights = ISCO_UNIT_GROUPS.map(() => new Map<number, number>());
  const members = new Float64Array(weights.length);
  for (const { source, isco4, essential, optional } of corpus.concepts) {
    const group = source === 'esco' ? at.get(isco4) : undefined;
    if (group === undefined) continue;
    members[group] = (members[group] as number) + 1;
    const own = weights[group] as Map<number, number>;
    for (const skill of optional) own.set(skill, (own.get(skill) ?? 0) + 1);
    for (const skill of essential) own.set(skill, (own.get(skill) ?? 0) + 2);
  }
  const holders = new Map<number, number>();
  for (const own of weights)
    for (const skill of own.keys()) holders.set(skill, (holders.get(skill) ?? 0) + 1);
  weights.forEach((own, group) => {
    let square = 0;
    for (const [skill, weight] of own) {
      const rarity = Math.log(weights.length / (holders.get(skill) ?? 1));
      const value = Math.sqrt(weight / (members[group] as number)) * rarity;
      own.set(skill, value);
      square += value * value;
    }
    for (const [skill, value] of own) own.set(skill, value / Math.sqrt(square));
  });
  return symmetric(weights.length, (i, k) => {
    let sum = 0;
    for (const [skill, value] of weights[i] as Map<number, number>) {
      sum += value * ((weights[k] as Map<number, number>).get(skill) ?? 0);
    }
    return sum;
  });
}

/** Cosine of unit groups by the mean vector of their occupations in the title model (436 x 436). */
function titleLikeness(model: TitleModel): Float64Array {
  const { size } = model.facts;
  const at = new Map(ISCO_UNIT_GROUPS.map((code, index) => [code, index]));
  const means = new Float64Array(ISCO_UNIT_GROUPS.length * size);
  model.isco4.forEach((code, concept) => {
    const group = at.get(code);
    if (group === undefined) return;
    for (let d = 0; d < size; d++) {
      means[group * size + d] =
        (means[group * size + d] as number) + (model.conceptVectors[concept * size + d] as number);
    }
  });
  normaliseRows(means, size);
  return symmetric(ISCO_UNIT_GROUPS.length, (i, k) => {
    let sum = 0;
    for (let d = 0; d < size; d++) sum += (means[i * size + d] as number) * (means[k * size + d] as number);
    return sum;
  });
}

function symmetric(count: number, value: (i: number, k: number) => number): Float64Array {
  const matrix = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k <= i; k++) {
      const v = value(i, k);
      matrix[i * count + k] = v;
      matrix[k * count + i] = v;
    }
  }
  return matrix;
}

/** The `size` largest components of a symmetric matrix, scaled by the roots of their values (orthogonal iteration). */
function largestComponents(matrix: Float64Array, count: number, size: number, seed: number): Float64Array {
  const random = randomFrom(seed);
  let basis = Float64Array.from({ length: count * size }, () => random() - 0.5);
  const values = new Float64Array(size);
  for (let step = 0; step < 150; step++) {
    const next = new Float64Array(count * size);
    for (let i = 0; i < count; i++) {
      for (let k = 0; k < count; k++) {
        const m = matrix[i * count + k] as number;
        for (let d = 0; d < size; d++) {
          next[i * size + d] = (next[i * size + d] as number) + m * (basis[k * size + d] as number);
        }
      }
    }
    // Gram-Schmidt.
    for (let d = 0; d < size; d++) {
      for (let e = 0; e < d; e++) {
        let along = 0;
        for (let i = 0; i < count; i++)
          along += (next[i * size + d] as number) * (next[i * size + e] as number);
        for (let i = 0; i < count; i++) {
          next[i * size + d] = (next[i * size + d] as number) - along * (next[i * size + e] as number);
        }
      }
      let square = 0;
      for (let i = 0; i < count; i++) square += (next[i * size + d] as number) ** 2;
      values[d] = Math.sqrt(square);
      for (let i = 0; i < count; i++) next[i * size + d] = (next[i * size + d] as number) / Math.sqrt(square);
    }
    basis = next;
  }
  return basis.map((value, at) => value * Math.sqrt(values[at % size] as number));
}

/** Turns the vectors so that related groups come nearer than the others (softmax over all groups, Adam). */
function adjust(vectors: Float64Array, related: readonly RelatedPair[], seed: number): void {
  const random = randomFrom(seed + 1);
  const at = new Map(ISCO_UNIT_GROUPS.map((code, index) => [code, index]));
  const pairs = related.flatMap(({ a, b, tier }) => {
    const i = at.get(a);
    const k = at.get(b);
    return i === undefined || k === undefined || i === k ? [] : [{ i, k, weight: TIERS.get(tier) ?? 0 }];
  });
  const count = ISCO_UNIT_GROUPS.length;
  const start = vectors.slice();
  const first = new Float64Array(vectors.length);
  const second = new Float64Array(vectors.length);
  const units = new Float64Array(vectors.length);
  const logits = new Float64Array(count);
  let steps = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    for (let n = pairs.length - 1; n > 0; n--) {
      const other = Math.floor(random() * (n + 1));
      const pair = pairs[n] as (typeof pairs)[number];
      pairs[n] = pairs[other] as typeof pair;
      pairs[other] = pair;
    }
    for (let from = 0; from < pairs.length; from += BATCH) {
      const batch = pairs.slice(from, from + BATCH);
      units.set(vectors);
      normaliseRows(units);
      const gradient = new Float64Array(vectors.length);
      for (const { i, k, weight } of batch) {
        let top = Number.NEGATIVE_INFINITY;
        for (let g = 0; g < count; g++) {
          let cosine = 0;
          for (let d = 0; d < SIZE; d++)
            cosine += (units[i * SIZE + d] as number) * (units[g * SIZE + d] as number);
          logits[g] = g === i ? Number.NEGATIVE_INFINITY : cosine / TEMPERATURE;
          top = Math.max(top, logits[g] as number);
        }
        let sum = 0;
        for (let g = 0; g < count; g++) {
          logits[g] = Math.exp((logits[g] as number) - top);
          sum += logits[g] as number;
        }
        for (let g = 0; g < count; g++) {
          const push =
            (((logits[g] as number) / sum - (g === k ? 1 : 0)) * weight) / TEMPERATURE / batch.length;
          for (let d = 0; d < SIZE; d++) {
            gradient[i * SIZE + d] =
              (gradient[i * SIZE + d] as number) + push * (units[g * SIZE + d] as number);
            gradient[g * SIZE + d] =
              (gradient[g * SIZE + d] as number) + push * (units[i * SIZE + d] as number);
          }
        }
      }
      steps++;
      const pace = RATE * (1 - pass / PASSES);
      for (let g = 0; g < count; g++) {
        const row = g * SIZE;
        let along = 0;
        let square = 0;
        for (let d = row; d < row + SIZE; d++) {
          along += (gradient[d] as number) * (units[d] as number);
          square += (vectors[d] as number) ** 2;
        }
        for (let d = row; d < row + SIZE; d++) {
          const across = ((gradient[d] as number) - along * (units[d] as number)) / Math.sqrt(square);
          const slope = across + PULL * ((vectors[d] as number) - (start[d] as number));
          first[d] = 0.9 * (first[d] as number) + 0.1 * slope;
          second[d] = 0.99 * (second[d] as number) + 0.01 * slope * slope;
          const mean = (first[d] as number) / (1 - 0.9 ** steps);
          const spread = Math.sqrt((second[d] as number) / (1 - 0.99 ** steps));
          vectors[d] = (vectors[d] as number) - (pace * mean) / (spread + 1e-6);
        }
      }
    }
  }
}

function normaliseRows(vectors: Float64Array, size = SIZE): void {
  for (let at = 0; at < vectors.length; at += size) {
    let square = 0;
    for (let d = at; d < at + size; d++) square += (vectors[d] as number) ** 2;
    const length = Math.sqrt(square) || 1;
    for (let d = at; d < at + size; d++) vectors[d] = (vectors[d] as number) / length;
  }
}

const KNOTS = 200;

/** Source text of `core/distance/functionVectors.ts`. */
export function functionVectorsSource({ size, vectors }: { size: number; vectors: Float64Array }): string {
  const bytes = Int8Array.from(vectors, (value) => Math.round(value * 127));
  const count = vectors.length / size;
  const gaps: number[] = [];
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < i; k++) {
      let cosine = 0;
      for (let d = 0; d < size; d++)
        cosine += (vectors[i * size + d] as number) * (vectors[k * size + d] as number);
      gaps.push(1 - cosine);
    }
  }
  return [
    '// Made by `npm run -s cli -- train`. Do not edit.',
    '// Computed from ESCO skills and titles (European Commission) and O*NET Related Occupations (U.S. Department of',
    '// Labor, CC BY 4.0, modified); see public/NOTICE.txt.',
    '/** One vector of signed bytes per ISCO-08 unit group, in the order of `ISCO_UNIT_GROUPS`, as base64. */',
    'export const FUNCTION_VECTORS = {',
    `  size: ${size},`,
    '  /** Rising quantiles of 1 - cosine over all pairs of unit groups. */',
    '  knots:',
    `    '${quantiles(gaps, KNOTS).join(' ')}',`,
    '  vectors:',
    `    '${Buffer.from(bytes.buffer).toString('base64')}',`,
    '};',
    '',
  ].join('\n');
}

/** `count + 1` rising quantiles, the finest for the smallest values is not needed: straight lines do. */
export function quantiles(values: number[], count: number): number[] {
  const sorted = Float64Array.from(values).sort();
  return Array.from({ length: count + 1 }, (_, at) => {
    const value = sorted[Math.min(sorted.length - 1, Math.round((at / count) * (sorted.length - 1)))] ?? 0;
    return Math.round(value * 1e4) / 1e4;
  });
}
