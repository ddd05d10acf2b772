import { type Graph, graphOf } from './graph.ts';

/** Gains smaller than this are rounding. */
const LEAST = 1e-12;

/**
 * Groups of nodes that hang together more closely than with others, by node (Louvain; Blondel, Guillaume, Lambiotte
 * and Lefebvre 2008): each node moves to the neighbouring group that raises the modularity most, until none gains;
 * then the groups are the nodes of a smaller graph, and so on. Nodes are visited in their order, so the same graph
 * always falls into the same groups. Groups are numbered in the order of their first node; nodes without ties stand
 * alone.
 */
export function communitiesOf(graph: Graph): Int32Array {
  const of = Int32Array.from({ length: graph.order }, (_, node) => node);
  let current = graph;
  let loops: Float64Array = new Float64Array(graph.order);
  for (;;) {
    const { group, groups, moved } = movedNodes(current, loops);
    for (let node = 0; node < of.length; node++) of[node] = group[of[node] as number] as number;
    if (!moved || groups === current.order) break;
    ({ graph: current, loops } = contracted(current, loops, group, groups));
  }
  return of;
}

/** One pass of moves over a graph whose nodes carry loops (the weight inside what they stand for, counted twice). */
function movedNodes(
  { order, offsets, targets, weights }: Graph,
  loops: Float64Array,
): { group: Int32Array; groups: number; moved: boolean } {
  const group = Int32Array.from({ length: order }, (_, node) => node);
  const strength = Float64Array.from(loops);
  for (let node = 0; node < order; node++)
    for (let i = offsets[node] as number; i < (offsets[node + 1] as number); i++)
      strength[node] = (strength[node] as number) + (weights[i] as number);
  const total = strength.reduce((sum, value) => sum + value, 0);
  const inGroup = Float64Array.from(strength);
  const toGroup = new Float64Array(order);
  const met: number[] = [];
  let moved = false;
  for (let changes = total === 0 ? 0 : 1, pass = 0; changes > 0 && pass < 100; pass++) {
    changes = 0;
    for (let node = 0; node < order; node++) {
      const own = group[node] as number;
      const mine = strength[node] as number;
      met.length = 0;
      for (let i = offsets[node] as number; i < (offsets[node + 1] as number); i++) {
        const other = group[targets[i] as number] as number;
        if (toGroup[other] === 0) met.push(other);
        toGroup[other] = (toGroup[other] as number) + (weights[i] as number);
      }
      inGroup[own] = (inGroup[own] as number) - mine;
      let best = own;
      let most = (toGroup[own] as number) - (mine * (inGroup[own] as number)) / total;
      for (const other of met) {
        const gain = (toGroup[other] as number) - (mine * (inGroup[other] as number)) / total;
        if (gain > most + LEAST) [best, most] = [other, gain];
      }
      for (const other of met) toGroup[other] = 0;
      inGroup[best] = (inGroup[best] as number) + mine;
      if (best !== own) {
        group[node] = best;
        changes += 1;
        moved = true;
      }
    }
  }
  // Numbered anew in the order of the first node.
  const number = new Int32Array(order).fill(-1);
  let groups = 0;
  for (let node = 0; node < order; node++) {
    const old = group[node] as number;
    if (number[old] === -1) number[old] = groups++;
    group[node] = number[old] as number;
  }
  return { group, groups, moved };
}

/** The graph of groups: ties between them add up, ties within become loops. */
function contracted(
  { order, offsets, targets, weights }: Graph,
  loops: Float64Array,
  group: Int32Array,
  groups: number,
): { graph: Graph; loops: Float64Array } {
  const inner = new Float64Array(groups);
  const between = new Map<number, number>();
  for (let node = 0; node < order; node++) {
    const own = group[node] as number;
    inner[own] = (inner[own] as number) + (loops[node] as number);
    for (let i = offsets[node] as number; i < (offsets[node + 1] as number); i++) {
      const other = group[targets[i] as number] as number;
      if (other === own) inner[own] = (inner[own] as number) + (weights[i] as number);
      else if (own < other) {
        const pair = own * groups + other;
        between.set(pair, (between.get(pair) ?? 0) + (weights[i] as number));
      }
    }
  }
  const pairs = [...between.keys()];
  return {
    graph: graphOf(
      groups,
      pairs.map((pair) => Math.floor(pair / groups)),
      pairs.map((pair) => pair % groups),
      [...between.values()],
    ),
    loops: inner,
  };
}
