import type { Point } from './viewport.ts';

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/**
 * The next point in a direction: of those that lie within 60 degrees of it, the nearest, with what lies straight
 * ahead preferred. `null` when there is none. Index of the point.
 */
export function nextInDirection(
  points: readonly (Point | null)[],
  from: number,
  direction: Direction,
): number | null {
  const start = points[from];
  if (!start) return null;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  points.forEach((point, at) => {
    if (point === null || at === from) return;
    const [dx, dy] = [point.x - start.x, point.y - start.y];
    const [ahead, aside] =
      direction === 'ArrowRight'
        ? [dx, dy]
        : direction === 'ArrowLeft'
          ? [-dx, dy]
          : direction === 'ArrowUp'
            ? [-dy, dx]
            : [dy, dx];
    if (ahead <= 0 || Math.abs(aside) > ahead * SLOPE) return;
    const cost = Math.hypot(ahead, aside * ASIDE);
    if (cost < least) {
      least = cost;
      best = at;
    }
  });
  return best;
}

/** Tangent of 60 degrees. */
const SLOPE = Math.sqrt(3);
/** How much dearer a pixel to the side is than one straight ahead. */
const ASIDE = 1.6;

/** Whether a point lies inside a polygon (even-odd rule); fewer than three corners hold nothing. */
export function insidePolygon({ x, y }: Point, corners: readonly Point[]): boolean {
  if (corners.length < 3) return false;
  let inside = false;
  for (let at = 0, before = corners.length - 1; at < corners.length; before = at++) {
    const [a, b] = [corners[at] as Point, corners[before] as Point];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
