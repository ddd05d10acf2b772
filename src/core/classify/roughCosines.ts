/**
 * Cosines of one unit vector with many, to a known error and several times as fast: of those that are far from the
 * best no more need be known.
 */
export interface RoughCosines {
  /** Fills `into` with one rough cosine a row and answers the largest error that any of them may have. */
  (vector: Float32Array): number;
  into: Float64Array;
}

/** Three whole numbers are kept in one of double precision, so many bits apart, and multiplied at once. */
const LANES = 3;
const LANE = 2 ** 18;
/**
 * Numbers of a unit vector are rounded to multiples of a part of this: products of two such vectors of up to 64 numbers
 * stay below half a lane, ((355 + 4)² < 2¹⁷), so that no sum runs over into the next.
 */
const PARTS = 355;
const MOST_NUMBERS = 64;

/** `rows` are unit vectors of `size` numbers, at most 64. */
export function createRoughCosines(rows: Float32Array, size: number): RoughCosines {
  if (size > MOST_NUMBERS) throw new RangeError('the vectors are too long to be compared roughly');
  const many = rows.length / size;
  // Four columns are added up side by side.
  const columns = Math.ceil(many / LANES / 4) * 4;
  const packed = new Float64Array(columns * size);
  let ofRows = 0;
  for (let row = 0; row < many; row++) {
    const column = Math.floor(row / LANES);
    const unit = LANE ** (row % LANES);
    let square = 0;
    for (let d = 0; d < size; d++) {
      const value = rows[row * size + d] as number;
      const whole = Math.round(value * PARTS);
      square += (value - whole / PARTS) ** 2;
      packed[column * size + d] = (packed[column * size + d] as number) + whole * unit;
    }
    ofRows = Math.max(ofRows, Math.sqrt(square));
  }
  const query = new Float64Array(size);
  const sums = new Float64Array(columns);
  const into = new Float64Array(many);

  const compare = (vector: Float32Array): number => {
    let square = 0;
    for (let d = 0; d < size; d++) {
      const value = vector[d] as number;
      const whole = Math.round(value * PARTS);
      square += (value - whole / PARTS) ** 2;
      query[d] = whole;
    }
    for (let column = 0; column < columns; column += 4) {
      const c0 = column * size;
      const c1 = c0 + size;
      const c2 = c1 + size;
      const c3 = c2 + size;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let d = 0; d < size; d++) {
        const value = query[d] as number;
        s0 += value * (packed[c0 + d] as number);
        s1 += value * (packed[c1 + d] as number);
        s2 += value * (packed[c2 + d] as number);
        s3 += value * (packed[c3 + d] as number);
      }
      sums[column] = s0;
      sums[column + 1] = s1;
      sums[column + 2] = s2;
      sums[column + 3] = s3;
    }
    for (let row = 0; row < many; row += LANES) {
      let sum = sums[row / LANES] as number;
      const third = Math.round(sum / LANE ** 2);
      sum -= third * LANE ** 2;
      const second = Math.round(sum / LANE);
      into[row] = (sum - second * LANE) / PARTS ** 2;
      if (row + 1 < many) into[row + 1] = second / PARTS ** 2;
      if (row + 2 < many) into[row + 2] = third / PARTS ** 2;
    }
    const ofVector = Math.sqrt(square);
    return ofVector + (1 + ofVector) * ofRows;
  };
  return Object.assign(compare, { into });
}
