/**
 * The rows with the highest values, best first, at most `most`; rows with `null` are left out. Equal values stand
 * in the order of `tie`, then of the rows. One pass, for any number of rows.
 */
export function bestRows(
  rows: number,
  most: number,
  valueAt: (row: number) => number | null,
  tie: (row: number) => string = () => '',
): number[] {
  const kept: { row: number; value: number; tie: string }[] = [];
  for (let row = 0; row < rows; row++) {
    const value = valueAt(row);
    if (value === null) continue;
    const last = kept[kept.length - 1];
    const full = kept.length >= most && last !== undefined;
    if (full && value < last.value) continue;
    const entry = { row, value, tie: tie(row) };
    if (full && !before(entry, last)) continue;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(kept[middle] as typeof entry, entry)) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, entry);
    if (kept.length > most) kept.pop();
  }
  return kept.map(({ row }) => row);
}

function before(a: { value: number; tie: string }, b: { value: number; tie: string }): boolean {
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
