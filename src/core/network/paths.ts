import type { TracedGraph } from './graph.ts';

/** A way to somebody through people in between. */
export interface Way {
  /** The nodes between the user and the target, the one to ask first; one or two. */
  through: number[];
  /** The edges from each of them to the next, as `TracedGraph.edges` has them: the last one reaches the target. */
  edges: number[];
  /** Above 0 to 1, for comparing alone: the tie to the first times the weight of each edge. */
  value: number;
}

interface WaysOptions {
  /** How well the user can ask a node, 0 to 1; 0: not one of theirs. */
  access: (node: number) => number;
  /** What a second person in between leaves of a way's value, 0 to 1. */
  further: number;
  /** Ways that are answered at most. */
  most: number;
  /** Puts ways of the same value in an order that does not depend on that of the nodes. */
  idOf: (node: number) => string;
}

/**
 * The ways from the user to a node: through one person who knows it, or, only where there is nobody, through two. The
 * best first; each first person stands in one way. Linear in the edges of the target and of its neighbours.
 */
export function waysTo(graph: TracedGraph, target: number, options: WaysOptions): Way[] {
  const { access, further, most, idOf } = options;
  const best = new Map<number, Way>();
  const take = (way: Way) => {
    const [first] = way.through as [number];
    const known = best.get(first);
    if (known === undefined || better(way, known, idOf)) best.set(first, way);
  };
  const { offsets, targets, edges, weights } = graph;
  const from = offsets[target] as number;
  const to = offsets[target + 1] as number;
  for (let i = from; i < to; i++) {
    const node = targets[i] as number;
    const asked = access(node);
    // Seen from the other end: an edge is told from the one who is asked toward the target.
    if (asked > 0)
      take({ through: [node], edges: [~(edges[i] as number)], value: asked * (weights[i] as number) });
  }
  if (best.size === 0)
    for (let i = from; i < to; i++) {
      const between = targets[i] as number;
      const last = (weights[i] as number) * further;
      for (let j = offsets[between] as number; j < (offsets[between + 1] as number); j++) {
        const node = targets[j] as number;
        const asked = node === target ? 0 : access(node);
        if (asked > 0)
          take({
            through: [node, between],
            edges: [~(edges[j] as number), ~(edges[i] as number)],
            value: asked * (weights[j] as number) * last,
          });
      }
    }
  return [...best.values()].sort((a, b) => (better(a, b, idOf) ? -1 : 1)).slice(0, most);
}

function better(a: Way, b: Way, idOf: WaysOptions['idOf']): boolean {
  if (a.value !== b.value) return a.value > b.value;
  const name = ({ through }: Way) => through.map(idOf).join(' ');
  return name(a) < name(b);
}

/**
 * Pairs of a node's neighbours that do not know each other, as far as the graph tells: between whom it alone stands
 * (brokerage; Gould and Fernandez 1989, without their kinds). One number a node. Each triangle is found once, from
 * its node of the least degree: about edges times the root of edges, with a pause after every `pieces` edges or so.
 */
export function* brokeredPairs(
  { order, offsets, targets }: TracedGraph,
  pieces = Number.POSITIVE_INFINITY,
): Generator<void, Float64Array, void> {
  const degree = (node: number) => (offsets[node + 1] as number) - (offsets[node] as number);
  const pairs = new Float64Array(order);
  for (let node = 0; node < order; node++)
    if (degree(node) > 1) pairs[node] = (degree(node) * (degree(node) - 1)) / 2;
  const before = (a: number, b: number) => degree(a) - degree(b) || a - b;
  /** For a node: the neighbours that come after it. */
  const marked = new Int32Array(order).fill(-1);
  let looked = 0;
  for (let node = 0; node < order; node++) {
    const [from, to] = [offsets[node] as number, offsets[node + 1] as number];
    if (looked > pieces) {
      looked = 0;
      yield;
    }
    for (let i = from; i < to; i++) {
      const one = targets[i] as number;
      if (before(node, one) < 0) marked[one] = node;
    }
    for (let i = from; i < to; i++) {
      const one = targets[i] as number;
      if (before(node, one) >= 0) continue;
      looked += degree(one);
      for (let j = offsets[one] as number; j < (offsets[one + 1] as number); j++) {
        const other = targets[j] as number;
        if (before(one, other) >= 0 || marked[other] !== node) continue;
        for (const corner of [node, one, other]) pairs[corner] = (pairs[corner] as number) - 1;
      }
    }
  }
  return pairs;
}
