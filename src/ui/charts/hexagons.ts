import type { Point } from './viewport.ts';

/** A hexagon of a regular tiling, and which points lie in it. */
export interface Hexagon extends Point {
  /** Indices of the points, in their order. */
  members: number[];
}

/**
 * Counts points into hexagons with a corner at the top; `radius` is that of the circle around one. Each point
 * belongs to the hexagon whose centre is nearest. The tiling is tied to the origin, so panning does not recount.
 */
export function binIntoHexagons(points: readonly Point[], radius: number): Hexagon[] {
  const width = radius * Math.sqrt(3);
  const rise = radius * 1.5;
  const hexagons = new Map<number, Hexagon>();
  for (let at = 0; at < points.length; at++) {
    const { x, y } = points[at] as Point;
    // The nearest centre is in the row below or above; every other row is shifted by half a hexagon.
    const low = Math.floor(y / rise);
    const lowColumn = Math.round((x - shiftOf(low, width)) / width);
    const highColumn = Math.round((x - shiftOf(low + 1, width)) / width);
    const lowX = lowColumn * width + shiftOf(low, width);
    const highX = highColumn * width + shiftOf(low + 1, width);
    const toLow = (lowX - x) ** 2 + (low * rise - y) ** 2;
    const toHigh = (highX - x) ** 2 + ((low + 1) * rise - y) ** 2;
    const [row, column, centre] = toLow <= toHigh ? [low, lowColumn, lowX] : [low + 1, highColumn, highX];
    const key = row * COLUMNS + column;
    const hexagon = hexagons.get(key);
    if (hexagon) hexagon.members.push(at);
    else hexagons.set(key, { x: centre, y: row * rise, members: [at] });
  }
  return [...hexagons.values()];
}

/** More columns than any picture has: keeps the numbers of hexagons apart. */
const COLUMNS = 2 ** 24;

function shiftOf(row: number, width: number): number {
  return row % 2 === 0 ? 0 : width / 2;
}

/** The six corners of a hexagon with a corner at the top. */
export function cornersOf({ x, y }: Point, radius: number): Point[] {
  return Array.from({ length: 6 }, (_, at) => {
    const angle = (Math.PI / 3) * at - Math.PI / 2;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}
