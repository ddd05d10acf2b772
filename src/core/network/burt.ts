import { type Graph, neighboursOf } from './graph.ts';

/**
 * Measures of structural holes (Burt, Structural Holes, 1992) for one node of an undirected graph.
 * With p_ij the share of i's ties that goes to j, by weight:
 * local constraint c_ij = (p_ij + sum over q of p_iq p_qj)^2, over q other than i and j.
 */

/**
 * Effective size, unweighted (Borgatti 1997): n - 2t / n with n neighbours and t ties among them; 0 to n.
 * `null` for a node without neighbours.
 */
export function effectiveSize(graph: Graph, node: number): number | null {
  const neighbours = neighboursOf(graph, node);
  const n = neighbours.length;
  if (n === 0) return null;
  const isNeighbour = new Set(neighbours);
  let ends = 0;
  for (const neighbour of neighbours)
    for (const other of neighboursOf(graph, neighbour)) if (isNeighbour.has(other)) ends += 1;
  // Each tie among neighbours was met from both ends.
  return n - ends / n;
}

/** Constraint: the sum of the local constraints over all neighbours; `null` for a node without neighbours. */
export function constraint(graph: Graph, node: number): number | null {
  const local = localConstraints(graph, node);
  return local.length === 0 ? null : local.reduce((sum, value) => sum + value, 0);
}

/**
 * Hierarchy: how far the constraint comes from few neighbours, 0 to 1 (Coleman and Theil's index of disorder over
 * the local constraints). 0 with one neighbour; `null` without any.
 */
export function hierarchy(graph: Graph, node: number): number | null {
  return hierarchyOf(localConstraints(graph, node));
}

/** The hierarchy of given local constraints. */
function hierarchyOf(local: ArrayLike<number>): number | null {
  const n = local.length;
  if (n === 0) return null;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += local[i] as number;
  if (n === 1 || sum === 0) return 0;
  let disorder = 0;
  for (let i = 0; i < n; i++) {
    const relative = (local[i] as number) / (sum / n);
    if (relative > 0) disorder += relative * Math.log(relative);
  }
  return Math.max(0, disorder / (n * Math.log(n)));
}

/** The local constraint of each neighbour, in the order of the neighbours. */
function localConstraints(graph: Graph, node: number): number[] {
  const { offsets, targets, weights } = graph;
  const invested = new Map<number, number>();
  const own = strengthOf(graph, node);
  for (let i = offsets[node] as number; i < (offsets[node + 1] as number); i++)
    invested.set(targets[i] as number, (weights[i] as number) / own);
  return [...invested].map(([neighbour, direct]) => {
    let share = direct;
    for (let i = offsets[neighbour] as number; i < (offsets[neighbour + 1] as number); i++) {
      const between = targets[i] as number;
      const through = invested.get(between);
      if (through !== undefined) share += through * ((weights[i] as number) / strengthOf(graph, between));
    }
    return share * share;
  });
}

function strengthOf({ offsets, weights }: Graph, node: number): number {
  let sum = 0;
  for (let i = offsets[node] as number; i < (offsets[node + 1] as number); i++) sum += weights[i] as number;
  return sum;
}

/**
 * The same measures for somebody who is tied to all nodes of a graph that they are not part of: the user among
 * their contacts. All ties count alike. Linear in the number of edges. `null` with fewer than two nodes.
 */
export function egoMeasures(
  alters: Graph,
): { effectiveSize: number; efficiency: number; constraint: number; hierarchy: number } | null {
  const n = alters.order;
  if (n < 2) return null;
  const { offsets, targets } = alters;
  // What a neighbour gives each of its own ties: those among alters, and the one to the user.
  const given = new Float64Array(n);
  for (let node = 0; node < n; node++)
    given[node] = 1 / ((offsets[node + 1] as number) - (offsets[node] as number) + 1);
  const local = new Float64Array(n);
  let sum = 0;
  for (let node = 0; node < n; node++) {
    let share = 1;
    for (let i = offsets[node] as number; i < (offsets[node + 1] as number); i++)
      share += given[targets[i] as number] as number;
    const constrained = (share / n) ** 2;
    local[node] = constrained;
    sum += constrained;
  }
  const size = n - (2 * alters.size) / n;
  return { effectiveSize: size, efficiency: size / n, constraint: sum, hierarchy: hierarchyOf(local) ?? 0 };
}
