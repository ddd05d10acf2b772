export interface RowWindow {
  /** Index of the first row drawn. */
  first: number;
  /** How many rows are drawn. */
  shown: number;
  /** Pixels of the first row that are scrolled out. */
  shift: number;
}

/**
 * Which rows of fixed height fill a window of this height at this scroll position: always enough to fill it as long
 * as there are any, never beyond the last.
 */
export function rowWindow(count: number, rowHeight: number, scrollTop: number, height: number): RowWindow {
  const most = Math.max(0, count * rowHeight - height);
  const top = Math.min(most, Math.max(0, scrollTop));
  const first = Math.min(Math.floor(top / rowHeight), Math.max(0, count - 1));
  const shift = top - first * rowHeight;
  const shown = Math.min(count - first, Math.ceil((height + shift) / rowHeight));
  return { first, shown: Math.max(0, shown), shift };
}
