import { ISCO_UNIT_GROUPS, iscoGroup } from '../taxonomy/index.ts';
import { FUNCTION_VECTORS } from './functionVectors.ts';
import { bytesOf, distanceOfShare, numbersOf, shareBelow } from './steps.ts';

/**
 * Distance of two functions, 0 the same to 1, by what their work has in common: vectors of ISCO-08 unit groups from
 * shared ESCO skills and alike titles, adjusted to half of O*NET's Related Occupations (docs/model.md). Codes of one
 * to four digits; a group stands where its unit groups stand on average. `null` when a code is not one of ISCO-08.
 */
export function functionDistance(a: string | null | undefined, b: string | null | undefined): number | null {
  const left = a ? groupOf(a) : null;
  const right = b ? groupOf(b) : null;
  if (left === null || right === null) return null;
  if (left === right) return 0;
  table ??= readTable();
  const u = table.vectorOf(left);
  const v = table.vectorOf(right);
  let cosine = 0;
  for (let d = 0; d < u.length; d++) cosine += (u[d] as number) * (v[d] as number);
  // Knots are of rising `1 - cosine`. Different functions never get the distance of equal ones.
  const distance = distanceOfShare(shareBelow(table.knots, 1 - cosine), 'function');
  return Math.max(LEAST, distance);
}

/** The group of a code that is one of ISCO-08 at its own depth; a code deeper than four digits counts by its unit group. */
function groupOf(code: string): string | null {
  const group = iscoGroup(code);
  return group === code.slice(0, 4) ? group : null;
}

/** Two different functions are at least this far from each other. */
const LEAST = 0.01;

interface Table {
  vectorOf(code: string): Float32Array;
  /** Rising quantiles of `1 - cosine` over all pairs of unit groups. */
  knots: Float64Array;
}

/** Decoded with the first use, so that whoever needs the words alone does not pay for the table. */
let table: Table | undefined;

function readTable(): Table {
  const { size } = FUNCTION_VECTORS;
  const bytes = new Int8Array(bytesOf(FUNCTION_VECTORS.vectors).buffer);
  const known = new Map<string, Float32Array>();
  return {
    knots: numbersOf(FUNCTION_VECTORS.knots),
    vectorOf(code) {
      const found = known.get(code);
      if (found !== undefined) return found;
      const mean = new Float32Array(size);
      ISCO_UNIT_GROUPS.forEach((group, at) => {
        if (!group.startsWith(code)) return;
        const own = bytes.subarray(at * size, (at + 1) * size);
        const length = Math.hypot(...own);
        own.forEach((value, d) => {
          mean[d] = (mean[d] as number) + value / length;
        });
      });
      const length = Math.hypot(...mean);
      const unit = mean.map((value) => value / length);
      known.set(code, unit);
      return unit;
    },
  };
}
