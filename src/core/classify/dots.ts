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
