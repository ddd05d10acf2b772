/** One measured figure; `goal` says what it must reach, in words. */
export interface Row {
  what: string;
  figure: number;
  unit: string;
  goal?: string;
}

/** The upper median; not a number when nothing was measured. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
