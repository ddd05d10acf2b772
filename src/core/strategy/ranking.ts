/**
 * The rows with the highest values, best first, at most `most`; rows with `null` are left out. Equal values stand
 * in the order of `tie`. One pass over the candidates, for any number of them.
 */
export function bestRows(
  candidates: Iterable<number>,
  most: number,
  valueAt: (row: number) => number | null,
  tie: (row: number) => string,
): number[] {
  const kept: Entry[] = [];
  let last: Entry | undefined;
  for (const row of candidates) {
    const value = valueAt(row);
    if (value === null || (last !== undefined && value < last.value)) continue;
    const entry = { row, value, tie: tie(row) };
    if (last !== undefined && !before(entry, last)) continue;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(kept[middle] as Entry, entry)) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, entry);
    if (kept.length > most) kept.pop();
    // Whoever comes after a full list must be better than its last.
    if (kept.length === most) last = kept[most - 1];
  }
  return kept.map(({ row }) => row);
}

interface Entry {
  row: number;
  value: number;
  tie: string;
}

function before(a: Entry, b: Entry): boolean {
  return a.value !== b.value ? a.value > b.value : a.tie <= b.tie;
}

/** Two decimals, as figures are shown and compared. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Six decimals: what is left of a sum whatever the order of its addends. */
export function precise(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
