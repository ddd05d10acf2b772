import { quadtree } from 'd3-quadtree';
import type { Point } from './viewport.ts';

/** Something to place: its honest position, and its radius, in pixels. */
export interface Placeable extends Point {
  id: string;
  radius: number;
}

/** Positions nearer to each other than this are one place, in pixels; distances come in steps anyway. */
const SAME_PLACE = 3;
/** Free paper between two dots, in pixels, as long as there is room. */
const GAP = 3;
/** The golden angle: points at its multiples never line up (Vogel 1979, sunflower heads). */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Places many points that share few positions: each position becomes a round heap in the order given, the first in
 * the middle, each dot with room of its own size, by the golden angle. A heap never reaches beyond half the way to
 * the next one nor beyond `reach`; with too many dots it becomes denser instead. The same input gives the same
 * picture: nothing is random. `hole` keeps the middle of heaps free at a position that something else occupies.
 */
export function placeHeaps(
  items: readonly Placeable[],
  { reach, hole }: { reach: number; hole?: Point & { radius: number } },
): Point[] {
  const places = new Map<string, { x: number; y: number; members: number[] }>();
  items.forEach((item, at) => {
    const key = `${Math.round(item.x / SAME_PLACE)} ${Math.round(item.y / SAME_PLACE)}`;
    const place = places.get(key);
    if (place) place.members.push(at);
    else places.set(key, { x: item.x, y: item.y, members: [at] });
  });
  const centres = [...places.values()];
  const placed: Point[] = items.map(({ x, y }) => ({ x, y }));
  for (const centre of centres) {
    const inner = hole && Math.hypot(hole.x - centre.x, hole.y - centre.y) < 1 ? hole.radius : 0;
    if (centre.members.length === 1 && inner === 0) continue;
    const room = Math.min(reach, nearestOther(centres, centre) / 2);
    placeHeap(centre, centre.members, items, placed, inner, Math.max(room, inner + 6));
  }
  return placed;
}

function placeHeap(
  centre: Point,
  members: readonly number[],
  items: readonly Placeable[],
  placed: Point[],
  inner: number,
  room: number,
): void {
  // Each dot takes the area of its own disc and half a gap around it; the spiral grows by area.
  const areas = members.map((at) => ((items[at]?.radius ?? 0) + GAP / 2) ** 2);
  const total = areas.reduce((sum, area) => sum + area, 0);
  const wanted = Math.sqrt(inner ** 2 + total * PACKING);
  const available = Math.max(room - GAP, inner);
  const dense = wanted <= available ? 1 : Math.max(0, (available ** 2 - inner ** 2) / (total * PACKING));
  let before = 0;
  members.forEach((at, index) => {
    const area = areas[index] ?? 0;
    const radius = Math.sqrt(
      inner ** 2 + (before + (inner === 0 && index === 0 ? 0 : area / 2)) * PACKING * dense,
    );
    before += area;
    const angle = index * GOLDEN_ANGLE;
    placed[at] = { x: centre.x + radius * Math.cos(angle), y: centre.y - radius * Math.sin(angle) };
  });
}

/** Area that a spiral of discs needs for each area of disc. */
const PACKING = 1.35;

function nearestOther(centres: readonly Point[], centre: Point): number {
  const tree = indexOf(centres);
  tree.remove(centre);
  const found = tree.find(centre.x, centre.y);
  tree.add(centre);
  return found ? Math.hypot(found.x - centre.x, found.y - centre.y) : Number.POSITIVE_INFINITY;
}

const trees = new WeakMap<readonly Point[], ReturnType<typeof quadtree<Point>>>();
function indexOf(centres: readonly Point[]) {
  let tree = trees.get(centres);
  if (tree === undefined) {
    tree = quadtree(
      [...centres],
      ({ x }) => x,
      ({ y }) => y,
    );
    trees.set(centres, tree);
  }
  return tree;
}
