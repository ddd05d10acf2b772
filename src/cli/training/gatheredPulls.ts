/** What a step pulls some rows of a large table to, gathered so that each row is moved once: frequent ones stand in hundreds of titles. */
export interface GatheredPulls {
  /** Adds the `size` numbers from `at` to what pulls a row. */
  add(row: number, pull: Float32Array, at: number): void;
  /** Calls back with each row that something pulls and with the place of its sum; begins anew. */
  each(move: (row: number, sums: Float32Array, from: number) => void): void;
}

/** `many` rows of `size` numbers. */
export function createGatheredPulls(many: number, size: number): GatheredPulls {
  const slots = new Int32Array(many).fill(-1);
  const pulled: number[] = [];
  let sums = new Float32Array(size * 4096);
  return {
    add(row, pull, at) {
      let slot = slots[row] as number;
      if (slot < 0) {
        slot = pulled.length;
        slots[row] = slot;
        pulled.push(row);
        if (pulled.length * size > sums.length) {
          const larger = new Float32Array(sums.length * 2);
          larger.set(sums);
          sums = larger;
        }
        sums.fill(0, slot * size, (slot + 1) * size);
      }
      const from = slot * size;
      for (let d = 0; d < size; d++) sums[from + d] = (sums[from + d] as number) + (pull[at + d] as number);
    },
    each(move) {
      pulled.forEach((row, slot) => {
        move(row, sums, slot * size);
        slots[row] = -1;
      });
      pulled.length = 0;
    },
  };
}
