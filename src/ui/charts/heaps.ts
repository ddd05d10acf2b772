import type { Point } from './viewport.ts';

/** Something to place: its cell's middle, and its radius, in pixels. */
export interface Placeable extends Point {
  radius: number;
}

/** How far a heap may reach from its middle, to the sides and up and down, in pixels. */
export interface Reach {
  x: number;
  y: number;
}

/** Free paper between two dots, in pixels, as long as there is room. */
const GAP = 3;
/** More quarters of a pixel than any picture is high: keeps the positions of heaps apart. */
const ROW_KEY = 2 ** 20;
/** The golden angle: points at its multiples never line up (Vogel 1979, sunflower heads). */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Area that a spiral of discs needs for each area of disc, so that no two touch. */
const PACKING = 1.7;

/**
 * Places many points that share few positions: each position becomes a heap in the order given, the first in the
 * middle, each dot with room of its own size, by the golden angle. A heap is round as long as its height suffices,
 * then it grows to the sides; it never goes beyond `reach`, and with too many dots becomes denser instead. The same
 * input gives the same picture: nothing is random. `hole` keeps the middle free at a position that something else
 * occupies.
 */
export function placeHeaps(
  items: readonly Placeable[],
  { reach, hole }: { reach: Reach; hole?: Point & { radius: number } },
): Point[] {
  const heaps = new Map<number, number[]>();
  items.forEach(({ x, y }, at) => {
    const key = Math.round(x * 4) * ROW_KEY + Math.round(y * 4);
    const heap = heaps.get(key);
    if (heap) heap.push(at);
    else heaps.set(key, [at]);
  });
  const placed: Point[] = items.map(({ x, y }) => ({ x, y }));
  for (const members of heaps.values()) {
    const centre = items[members[0] ?? 0] as Placeable;
    const inner = hole && Math.hypot(hole.x - centre.x, hole.y - centre.y) < 1 ? hole.radius : 0;
    if (members.length > 1 || inner > 0) placeHeap(centre, members, items, placed, inner, reach);
  }
  return placed;
}

function placeHeap(
  centre: Placeable,
  members: readonly number[],
  items: readonly Placeable[],
  placed: Point[],
  inner: number,
  reach: Reach,
): void {
  // Each dot takes the area of its disc with half a gap around it; the spiral grows by area.
  const areas = members.map((at) => ((items[at]?.radius ?? 0) + GAP / 2) ** 2 * PACKING);
  const total = areas.reduce((sum, area) => sum + area, 0);
  const largest = Math.max(...members.slice(0, 1000).map((at) => items[at]?.radius ?? 0));
  const room = { x: Math.max(1, reach.x - largest), y: Math.max(1, reach.y - largest) };
  const outer = Math.sqrt(inner ** 2 + total);
  const tall = Math.min(outer, room.y);
  const wide = Math.min(Math.max(outer ** 2 / tall, tall), room.x);
  const dense = Math.min(1, (tall * wide - inner ** 2) / total);
  const stretch = { x: Math.sqrt(wide / tall), y: Math.sqrt(tall / wide) };
  let before = 0;
  members.forEach((at, index) => {
    const area = areas[index] ?? 0;
    const middle = inner === 0 && index === 0 ? 0 : before + area / 2;
    const radius = Math.sqrt(inner ** 2 + middle * Math.max(0, dense));
    before += area;
    const angle = index * GOLDEN_ANGLE;
    placed[at] = {
      x: centre.x + radius * stretch.x * Math.cos(angle),
      y: centre.y - radius * stretch.y * Math.sin(angle),
    };
  });
}
