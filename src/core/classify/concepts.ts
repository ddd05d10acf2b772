import { whenAsked } from '../text/whenAsked.ts';
import { dot, dotsOfRows } from './dots.ts';
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

export interface ConceptFinder {
  /** The occupations of the `groups` unit groups whose centres are nearest. */
  nearest(vector: Float32Array, groups: number): NearConcepts;
  /** The occupations of unit groups, by their places among the model's. */
  ofGroups(vector: Float32Array, places: readonly number[]): NearConcepts;
}

const finders = new WeakMap<TitleModel, ConceptFinder>();

/**
 * Finds the concepts near a title without comparing all of them: those of the unit groups of ISCO-08 that may be
 * meant. One finder serves all who use a model.
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
  const codes = model.unitGroups;
  const byGroup = new Map<string, number[]>(codes.map((code) => [code, []]));
  model.isco4.forEach((code, c) => {
    byGroup.get(code)?.push(c);
  });
  const members = [...byGroup.values()].map((list) => Int32Array.from(list));
  const nearestGroups = whenAsked(() => createNearestRows(centresOf(members, vectors, size), size));

  const ofGroups = (vector: Float32Array, places: readonly number[]): NearConcepts => {
    const many = places.reduce((sum, g) => sum + (members[g] as Int32Array).length, 0);
    const concepts = new Int32Array(many);
    const cosines = new Float32Array(many);
    let end = 0;
    const groups = places.map((g) => {
      const own = members[g] as Int32Array;
      concepts.set(own, end);
      end += own.length;
      return { isco4: codes[g] as string, end };
    });
    dotsOfRows(vector, vectors, size, cosines, concepts);
    let nearest = -1;
    for (const cosine of cosines) if (cosine > nearest) nearest = cosine;
    return { concepts, cosines, groups, nearest };
  };
  return { nearest: (vector, groups) => ofGroups(vector, nearestGroups()(vector, groups)), ofGroups };
}

/** The middle of each group's concepts, as a unit vector. */
function centresOf(members: readonly Int32Array[], vectors: Float32Array, size: number): Float32Array {
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
  return centres;
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
export function nthLargest(values: Float32Array | Float64Array, n: number): number {
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
