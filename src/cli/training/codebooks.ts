import { CODES, STRETCH, scaleCode, scaleOf } from '../../core/classify/model.ts';

/**
 * Product quantisation (Jégou, Douze and Schmid 2011): the direction of a row is cut into stretches of `STRETCH`
 * numbers, each replaced by the nearest of 256 centres of its place; the row's length is one byte more.
 */
export interface Codebooks {
  /** For each stretch 256 centres of `STRETCH` whole numbers of -127 to 127, … */
  centres: Int8Array;
  /** … times this, are parts of unit vectors. */
  unit: number;
}

const SAMPLE = 30_000;
const ROUNDS = 12;

/** Centres by k-means over the directions of the longest rows (short ones say little). */
export function learnCodebooks(rows: Float32Array, size: number, random: () => number): Codebooks {
  const stretches = size / STRETCH;
  const sample = longestRows(rows, size, SAMPLE);
  const centres = new Float32Array(stretches * CODES * STRETCH);
  for (let stretch = 0; stretch < stretches; stretch++) {
    const points = new Float32Array(sample.length * STRETCH);
    sample.forEach((row, at) => {
      const start = row * size;
      const length = norm(rows, start, size);
      for (let d = 0; d < STRETCH; d++) {
        points[at * STRETCH + d] = (rows[start + stretch * STRETCH + d] as number) / length;
      }
    });
    centres.set(kMeans(points, random), stretch * CODES * STRETCH);
  }
  const unit = centres.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127;
  return { centres: Int8Array.from(centres, (value) => Math.round(value / unit)), unit };
}

/** Rows as codes and scales. */
export interface CodedRows {
  codes: Uint8Array;
  scales: Uint8Array;
}

/** Codes the row at `row` of `rows` and writes what is left of it into `into`. */
export function createCoder(
  books: Codebooks,
  size: number,
): (rows: Float32Array, row: number, coded: CodedRows, into: Float32Array) => void {
  const stretches = size / STRETCH;
  const centres = Float32Array.from(books.centres, (value) => value * books.unit);
  const halfSquares = new Float32Array(stretches * CODES);
  for (let at = 0; at < halfSquares.length; at++)
    halfSquares[at] = norm(centres, at * STRETCH, STRETCH) ** 2 / 2;
  return (rows, row, coded, into) => {
    const start = row * size;
    const length = norm(rows, start, size) || 1e-9;
    let along = 0;
    let square = 0;
    for (let stretch = 0; stretch < stretches; stretch++) {
      const from = start + stretch * STRETCH;
      let best = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let code = 0; code < CODES; code++) {
        const place = stretch * CODES + code;
        const centre = place * STRETCH;
        let like = 0;
        for (let d = 0; d < STRETCH; d++)
          like += (rows[from + d] as number) * (centres[centre + d] as number);
        like = like / length - (halfSquares[place] as number);
        if (like > most) {
          most = like;
          best = code;
        }
      }
      coded.codes[row * stretches + stretch] = best;
      along += (most + (halfSquares[stretch * CODES + best] as number)) * length;
      square += 2 * (halfSquares[stretch * CODES + best] as number);
    }
    const code = Math.max(0, Math.min(255, Math.round(scaleCode(Math.max(1e-9, along / (square || 1))))));
    const scale = scaleOf(code);
    coded.scales[row] = code;
    for (let stretch = 0; stretch < stretches; stretch++) {
      const centre = (stretch * CODES + (coded.codes[row * stretches + stretch] as number)) * STRETCH;
      for (let d = 0; d < STRETCH; d++) {
        into[start + stretch * STRETCH + d] = (centres[centre + d] as number) * scale;
      }
    }
  };
}

/** Lloyd's algorithm from `CODES` points drawn at random; a centre that lost its points stays where it is. */
function kMeans(points: Float32Array, random: () => number): Float32Array {
  const many = points.length / STRETCH;
  const centres = new Float32Array(CODES * STRETCH);
  for (let code = 0; code < CODES; code++) {
    const point = Math.floor(random() * many) * STRETCH;
    centres.set(points.subarray(point, point + STRETCH), code * STRETCH);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float64Array(CODES * STRETCH);
    const counts = new Uint32Array(CODES);
    for (let point = 0; point < many; point++) {
      let best = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let code = 0; code < CODES; code++) {
        let distance = 0;
        for (let d = 0; d < STRETCH; d++) {
          distance +=
            ((points[point * STRETCH + d] as number) - (centres[code * STRETCH + d] as number)) ** 2;
        }
        if (distance < least) {
          least = distance;
          best = code;
        }
      }
      counts[best] = (counts[best] as number) + 1;
      for (let d = 0; d < STRETCH; d++) {
        const at = best * STRETCH + d;
        sums[at] = (sums[at] as number) + (points[point * STRETCH + d] as number);
      }
    }
    for (let code = 0; code < CODES; code++) {
      const count = counts[code] as number;
      if (count === 0) continue;
      for (let d = code * STRETCH; d < (code + 1) * STRETCH; d++) centres[d] = (sums[d] as number) / count;
    }
  }
  return centres;
}

function longestRows(rows: Float32Array, size: number, most: number): number[] {
  const lengths = Array.from({ length: rows.length / size }, (_, row) => norm(rows, row * size, size));
  return [...lengths.keys()]
    .filter((row) => (lengths[row] as number) > 0)
    .sort((a, b) => (lengths[b] as number) - (lengths[a] as number) || a - b)
    .slice(0, most);
}

function norm(values: Float32Array, start: number, size: number): number {
  let square = 0;
  for (let d = start; d < start + size; d++) square += (values[d] as number) ** 2;
  return Math.sqrt(square);
}
