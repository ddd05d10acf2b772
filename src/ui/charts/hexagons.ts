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
  const hexagons = new Map<string, Hexagon>();
  points.forEach(({ x, y }, at) => {
    const row = Math.floor(y / rise);
    // The nearest centre is in this row or the next; rows are shifted by half a hexagon.
    let best: { row: number; column: number; x: number; y: number; distance: number } | null = null;
    for (const candidate of [row, row + 1]) {
      const shift = candidate % 2 === 0 ? 0 : width / 2;
      const column = Math.round((x - shift) / width);
      const centre = { x: column * width + shift, y: candidate * rise };
      const distance = Math.hypot(centre.x - x, centre.y - y);
      if (best === null || distance < best.distance) best = { row: candidate, column, ...centre, distance };
    }
    if (best === null) return;
    const key = `${best.row} ${best.column}`;
    const hexagon = hexagons.get(key);
    if (hexagon) hexagon.members.push(at);
    else hexagons.set(key, { x: best.x, y: best.y, members: [at] });
  });
  return [...hexagons.values()];
}

/** The six corners of a hexagon with a corner at the top. */
export function cornersOf({ x, y }: Point, radius: number): Point[] {
  return Array.from({ length: 6 }, (_, at) => {
    const angle = (Math.PI / 3) * at - Math.PI / 2;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}
