import type { TitleModel } from './model.ts';
import { createRoughCosines } from './roughCosines.ts';

/** Concepts near a title, with their cosine; in no order. */
export interface NearConcepts {
  concepts: Int32Array;
  cosines: Float32Array;
  /** The unit groups of ISCO-08 that they are of: those of one stand together, up to its `end`. */
  groups: readonly { isco4: string; end: number }[];
  /** The largest cosine. */
  nearest: number;
}

type ConceptFinder = (vector: Float32Array, groups: number) => NearConcepts;

const finders = new WeakMap<TitleModel, ConceptFinder>();

/**
 * Finds the concepts near a title without comparing all of them: the unit groups of ISCO-08 are compared by their
 * centres first, then the occupations of the `groups` nearest ones. One finder serves all who use a model.
 */
export function conceptFinderOf(model: TitleModel): ConceptFinder {
  const known = finders.get(model);
  if (known !== undefined) return known;
  const finder = createConceptFinder(model);
  finders.set(model, finder);
  return finder;
}

function createConceptFinder(model: TitleModel): ConceptFinder {
  const { size } = model.facts;
  const vectors = model.conceptVectors;
  const byGroup = new Map<string, number[]>();
  model.isco4.forEach((code, c) => {
    if (code === '') return;
    const list = byGroup.get(code);
    if (list === undefined) byGroup.set(code, [c]);
    else list.push(c);
  });
  const codes = [...byGroup.keys()];
  const members = [...byGroup.values()].map((list) => Int32Array.from(list));
  const centres = new Float32Array(members.length * size);
  members.forEach((list, g) => {
    for (const c of list) {
      for (let d = 0; d < size; d++) {
        centres[g * size + d] = (centres[g * size + d] as number) + (vectors[c * size + d] as number);
      }
    }
    const length = Math.sqrt(dot(centres, g * size, centres, g * size, size));
    for (let d = g * size; d < (g + 1) * size; d++) centres[d] = (centres[d] as number) / length;
  });
  const nearestGroups = createNearestRows(centres, size);

  return (vector, groups) => {
    const looked = nearestGroups(vector, groups);
    const many = looked.reduce((sum, g) => sum + (members[g] as Int32Array).length, 0);
    const concepts = new Int32Array(many);
    const cosines = new Float32Array(many);
    let end = 0;
    const ofGroups = looked.map((g) => {
      const own = members[g] as Int32Array;
      concepts.set(own, end);
      end += own.length;
      return { isco4: codes[g] as string, end };
    });
    dotsOfRows(vector, vectors, size, cosines, concepts);
    let nearest = -1;
    for (const cosine of cosines) if (cosine > nearest) nearest = cosine;
    return { concepts, cosines, groups: ofGroups, nearest };
  };
}

/** Finds the rows of the largest cosines, as `largest` chooses; only those that may be among them are compared exactly. */
function createNearestRows(
  rows: Float32Array,
  size: number,
): (vector: Float32Array, most: number) => number[] {
  const rough = createRoughCosines(rows, size);
  const cosines = rough.into;
  const many = cosines.length;
  const exact = new Float32Array(many);
  const possible = new Int32Array(many);
  return (vector, most) => {
    const error = rough(vector);
    const least = nthLargest(cosines, most) - 2 * error - 1 / BANDS_PER_UNIT;
    let found = 0;
    for (let row = 0; row < many; row++) if ((cosines[row] as number) >= least) possible[found++] = row;
    const compared = exact.subarray(0, found);
    dotsOfRows(vector, rows, size, compared, possible);
    const chosen = largest(compared, most);
    for (let at = 0; at < chosen.length; at++) chosen[at] = possible[chosen[at] as number] as number;
    return chosen;
  };
}

/** The `n`th largest of some values, each of several equal ones counted; the least of all where there are fewer. */
function nthLargest(values: Float64Array, n: number): number {
  /** The largest so far, the least of them first. */
  const top = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value <= (top[0] as number)) continue;
    let place = 0;
    for (; place + 1 < n && (top[place + 1] as number) < value; place++)
      top[place] = top[place + 1] as number;
    top[place] = value;
  }
  return top[0] as number;
}

/**
 * Inner products of a vector with rows of its length, the `chosen` ones or as many as there is room for; four rows at a
 * time, so that each of its numbers is fetched once for them.
 */
export function dotsOfRows(
  vector: Float32Array,
  rows: Float32Array,
  size: number,
  into: Float32Array,
  chosen?: Int32Array,
): void {
  const many = into.length;
  let at = 0;
  for (; at + 4 <= many; at += 4) {
    const r0 = (chosen === undefined ? at : (chosen[at] as number)) * size;
    const r1 = (chosen === undefined ? at + 1 : (chosen[at + 1] as number)) * size;
    const r2 = (chosen === undefined ? at + 2 : (chosen[at + 2] as number)) * size;
    const r3 = (chosen === undefined ? at + 3 : (chosen[at + 3] as number)) * size;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let d = 0; d < size; d++) {
      const value = vector[d] as number;
      s0 += value * (rows[r0 + d] as number);
      s1 += value * (rows[r1 + d] as number);
      s2 += value * (rows[r2 + d] as number);
      s3 += value * (rows[r3 + d] as number);
    }
    into[at] = s0;
    into[at + 1] = s1;
    into[at + 2] = s2;
    into[at + 3] = s3;
  }
  for (; at < many; at++)
    into[at] = dot(vector, 0, rows, (chosen === undefined ? at : (chosen[at] as number)) * size, size);
}

/** Inner product of `size` numbers (a multiple of four) from `i` in `a` and from `k` in `b`. */
export function dot(a: Float32Array, i: number, b: Float32Array, k: number, size: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let d = 0; d < size; d += 4) {
    s0 += (a[i + d] as number) * (b[k + d] as number);
    s1 += (a[i + d + 1] as number) * (b[k + d + 1] as number);
    s2 += (a[i + d + 2] as number) * (b[k + d + 2] as number);
    s3 += (a[i + d + 3] as number) * (b[k + d + 3] as number);
  }
  return s0 + s1 + s2 + s3;
}

/** Indices of about the `most` largest values of -1 to 1 and above, in no order; those that share the last band come along. */
export function largest(values: Float32Array, most: number): number[] {
  if (values.length <= most) return [...values.keys()];
  // Counting by bands is far cheaper than sorting.
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at++) if ((values[at] as number) > top) top = values[at] as number;
  BANDS.fill(0);
  const last = BANDS.length - 1;
  for (let at = 0; at < values.length; at++) {
    const band = Math.min(last, ((top - (values[at] as number)) * BANDS_PER_UNIT) | 0);
    BANDS[band] = (BANDS[band] as number) + 1;
  }
  let band = 0;
  for (let taken = BANDS[0] as number; taken < most && band < last; ) taken += BANDS[++band] as number;
  const chosen: number[] = [];
  const border: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const own = Math.min(last, ((top - (values[at] as number)) * BANDS_PER_UNIT) | 0);
    if (own < band) chosen.push(at);
    else if (own === band && border.length < most) border.push(at);
  }
  for (const at of border) chosen.push(at);
  return chosen;
}
const BANDS = new Int32Array(1024);
const BANDS_PER_UNIT = 512;
