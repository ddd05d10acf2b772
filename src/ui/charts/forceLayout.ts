import { type QuadtreeInternalNode, type QuadtreeLeaf, quadtree } from 'd3-quadtree';
import type { Point } from './viewport.ts';

export interface LayoutGraph {
  /** Number of nodes. */
  count: number;
  /** Pairs of node numbers: from, to, from, to … */
  edges: ArrayLike<number>;
  /** Weight of each edge, above 0 to 1. */
  weights: ArrayLike<number>;
  /** Number of the group of each node, -1 for none: where nodes begin, so that groups find together sooner. */
  groups: ArrayLike<number>;
  /** Width of the picture by its height: a wide one is used in full. */
  aspect: number;
}

/** Rest length of an edge of full weight. */
const LENGTH = 34;
const REPULSION = 420;
/** A cell of the tree is taken as one body when it looks smaller than this (Barnes and Hut 1986). */
const THETA = 0.9;
const GRAVITY = 0.02;
const STEPS = 220;
/** Share of the speed that stays from one step to the next. */
const INERTIA = 0.6;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Places a graph by forces: edges pull, nodes push each other away (approximated by Barnes and Hut), a weak pull
 * holds all together. Begins on spirals by group and uses no chance at all: the same graph, the same picture.
 * Yields the positions (x, y, x, y …; one array, changed in place) and the share of the way done after each step.
 */
export function* forceLayout(graph: LayoutGraph): Generator<{ positions: Float64Array; done: number }> {
  const { count, aspect } = graph;
  const positions = beginnings(graph);
  const speeds = new Float64Array(count * 2);
  const springs = springsOf(graph);
  for (let step = 1; step <= STEPS; step++) {
    const heat = (1 - step / (STEPS + 1)) ** 1.5;
    pull(springs, positions, speeds, heat);
    push(count, positions, speeds, heat);
    for (let at = 0; at < count * 2; at++) {
      const speed =
        (speeds[at] as number) - (positions[at] as number) * GRAVITY * heat * (at % 2 === 0 ? 1 : aspect);
      const moved = Math.max(-LIMIT, Math.min(LIMIT, speed));
      positions[at] = (positions[at] as number) + moved;
      speeds[at] = moved * INERTIA;
    }
    yield { positions, done: step / STEPS };
  }
}

/** The furthest that a node moves in one step. */
const LIMIT = 40;

function beginnings({ count, groups }: LayoutGraph): Float64Array {
  const sizes = new Map<number, number>();
  for (let node = 0; node < count; node++) {
    const group = groups[node] ?? -1;
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  // Largest group in the middle, the others around it on a spiral that leaves room for each.
  const order = [...sizes].sort(([a, many], [b, more]) => more - many || a - b);
  const centres = new Map<number, Point>();
  let before = 0;
  order.forEach(([group, size], at) => {
    const radius = at === 0 ? 0 : Math.sqrt(before + size / 2) * LENGTH * 0.9;
    before += size;
    centres.set(group, { x: radius * Math.cos(at * GOLDEN_ANGLE), y: radius * Math.sin(at * GOLDEN_ANGLE) });
  });
  const seen = new Map<number, number>();
  const positions = new Float64Array(count * 2);
  for (let node = 0; node < count; node++) {
    const group = groups[node] ?? -1;
    const index = seen.get(group) ?? 0;
    seen.set(group, index + 1);
    const centre = centres.get(group) ?? { x: 0, y: 0 };
    const radius = Math.sqrt(index + 0.5) * LENGTH * 0.5;
    positions[node * 2] = centre.x + radius * Math.cos(index * GOLDEN_ANGLE);
    positions[node * 2 + 1] = centre.y + radius * Math.sin(index * GOLDEN_ANGLE);
  }
  return positions;
}

interface Spring {
  from: number;
  to: number;
  strength: number;
  length: number;
}

function springsOf({ count, edges, weights }: LayoutGraph): Spring[] {
  const degrees = new Float64Array(count);
  for (let at = 0; at < edges.length; at++) degrees[edges[at] ?? 0] = (degrees[edges[at] ?? 0] ?? 0) + 1;
  return Array.from({ length: edges.length / 2 }, (_, at) => {
    const [from, to] = [edges[at * 2] ?? 0, edges[at * 2 + 1] ?? 0];
    const least = Math.min(degrees[from] ?? 1, degrees[to] ?? 1);
    const most = Math.max(degrees[from] ?? 1, degrees[to] ?? 1);
    return {
      from,
      to,
      strength: (0.3 + 0.7 * (weights[at] ?? 1)) / least,
      // Many around one organisation need a wider ring.
      length: LENGTH * (0.7 + 0.16 * Math.sqrt(most)),
    };
  });
}

function pull(springs: readonly Spring[], positions: Float64Array, speeds: Float64Array, heat: number): void {
  for (const { from, to, strength, length } of springs) {
    const dx = (positions[to * 2] as number) - (positions[from * 2] as number);
    const dy = (positions[to * 2 + 1] as number) - (positions[from * 2 + 1] as number);
    const distance = Math.hypot(dx, dy) || 1e-6;
    const force = ((distance - length) / distance) * strength * heat * 0.5;
    speeds[from * 2] = (speeds[from * 2] as number) + dx * force;
    speeds[from * 2 + 1] = (speeds[from * 2 + 1] as number) + dy * force;
    speeds[to * 2] = (speeds[to * 2] as number) - dx * force;
    speeds[to * 2 + 1] = (speeds[to * 2 + 1] as number) - dy * force;
  }
}

/** A cell of the tree with the number of nodes in it and their middle. */
type Cell = (QuadtreeInternalNode<number> | QuadtreeLeaf<number>) & { mass?: number; x?: number; y?: number };

function push(count: number, positions: Float64Array, speeds: Float64Array, heat: number): void {
  const nodes = Array.from({ length: count }, (_, node) => node);
  const tree = quadtree<number>(
    nodes,
    (node) => positions[node * 2] as number,
    (node) => positions[node * 2 + 1] as number,
  );
  tree.visitAfter((cell) => weigh(cell as Cell, positions));
  for (const node of nodes) {
    const [x, y] = [positions[node * 2] as number, positions[node * 2 + 1] as number];
    tree.visit((visited, left, _top, right) => {
      const cell = visited as Cell;
      const dx = (cell.x ?? 0) - x;
      const dy = (cell.y ?? 0) - y;
      const squared = dx * dx + dy * dy;
      const far = ((right - left) * (right - left)) / (THETA * THETA) < squared;
      if (cell.length !== undefined && !far) return false;
      if (squared > FURTHEST * FURTHEST) return true;
      if (far || cell.length === undefined) {
        const mass =
          cell.length === undefined && !far
            ? (cell.mass ?? 1) - (holds(cell, node) ? 1 : 0)
            : (cell.mass ?? 1);
        // Nodes in the same place part in a direction that their numbers decide.
        const [ax, ay] = squared < 1e-9 ? [Math.cos(node), Math.sin(node)] : [dx, dy];
        const force = (-REPULSION * mass * heat) / Math.max(squared, 64) / Math.sqrt(Math.max(squared, 1));
        speeds[node * 2] = (speeds[node * 2] as number) + ax * force * 4;
        speeds[node * 2 + 1] = (speeds[node * 2 + 1] as number) + ay * force * 4;
      }
      return true;
    });
  }
}

/** Bodies further away than this no longer push. */
const FURTHEST = 900;

function weigh(cell: Cell, positions: Float64Array): void {
  let [mass, x, y] = [0, 0, 0];
  if (cell.length === undefined) {
    for (let leaf: QuadtreeLeaf<number> | undefined = cell; leaf; leaf = leaf.next) {
      mass += 1;
      x += positions[leaf.data * 2] as number;
      y += positions[leaf.data * 2 + 1] as number;
    }
  } else {
    for (let at = 0; at < 4; at++) {
      const part = cell[at] as Cell | undefined;
      if (part === undefined) continue;
      mass += part.mass ?? 0;
      x += (part.x ?? 0) * (part.mass ?? 0);
      y += (part.y ?? 0) * (part.mass ?? 0);
    }
  }
  cell.mass = mass;
  cell.x = mass === 0 ? 0 : x / mass;
  cell.y = mass === 0 ? 0 : y / mass;
}

function holds(cell: Cell, node: number): boolean {
  if (cell.length !== undefined) return false;
  for (let leaf: QuadtreeLeaf<number> | undefined = cell; leaf; leaf = leaf.next)
    if (leaf.data === node) return true;
  return false;
}
