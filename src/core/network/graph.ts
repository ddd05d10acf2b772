/**
 * An undirected graph over the nodes 0 to `order - 1` as a compressed list of neighbours: those of node `i` stand
 * at `offsets[i]` to `offsets[i + 1]` of `targets`, with the weight of their edge. Each edge stands there twice.
 * Flat arrays instead of a graph library's objects: 100 000 contacts must fit into a background with room to spare,
 * and the measures that are needed (Burt's constraint, effective size) no kept library offers for the browser.
 */
export interface Graph {
  order: number;
  /** Number of edges. */
  size: number;
  offsets: Int32Array;
  targets: Int32Array;
  weights: Float32Array;
}

/** A graph with the edge, as it was given, behind each neighbour; negative (`~edge`) seen from its `to`. */
export interface TracedGraph extends Graph {
  edges: Int32Array;
}

/**
 * A graph of edges `[from[i], to[i]]`. Loops are left out; of edges between the same two nodes the heaviest stays.
 * Without `weight` each edge weighs 1. Throws on a node beyond `order`.
 */
export function graphOf(
  order: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  weight?: ArrayLike<number>,
): Graph {
  const { edges: _, ...graph } = tracedGraphOf(order, from, to, weight);
  return graph;
}

/** The same with the edge that each neighbour comes from; of equally heavy ones the first. */
export function tracedGraphOf(
  order: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  weight?: ArrayLike<number>,
): TracedGraph {
  const ends = new Int32Array(order + 1);
  for (let i = 0; i < from.length; i++) {
    const [a, b] = [from[i] as number, to[i] as number];
    if (!(a >= 0 && a < order && b >= 0 && b < order)) throw new RangeError(`edge ${i} leaves the graph`);
    if (a === b) continue;
    ends[a + 1] = (ends[a + 1] as number) + 1;
    ends[b + 1] = (ends[b + 1] as number) + 1;
  }
  for (let node = 0; node < order; node++)
    ends[node + 1] = (ends[node + 1] as number) + (ends[node] as number);
  const raw = new Int32Array(ends[order] as number);
  const rawEdges = new Int32Array(raw.length);
  const next = ends.slice(0, order);
  const put = (node: number, target: number, edge: number) => {
    const place = next[node] as number;
    raw[place] = target;
    rawEdges[place] = edge;
    next[node] = place + 1;
  };
  for (let i = 0; i < from.length; i++) {
    const [a, b] = [from[i] as number, to[i] as number];
    if (a === b) continue;
    put(a, b, i);
    put(b, a, ~i);
  }
  return withoutDoubles(order, ends, raw, rawEdges, weight);
}

function withoutDoubles(
  order: number,
  ends: Int32Array,
  raw: Int32Array,
  rawEdges: Int32Array,
  weight: ArrayLike<number> | undefined,
): TracedGraph {
  const weightOf = (edge: number): number =>
    weight === undefined ? 1 : (weight[edge < 0 ? ~edge : edge] as number);
  const offsets = new Int32Array(order + 1);
  const seen = new Int32Array(order).fill(-1);
  let kept = 0;
  for (let node = 0; node < order; node++) {
    const start = kept;
    for (let i = ends[node] as number; i < (ends[node + 1] as number); i++) {
      const target = raw[i] as number;
      const edge = rawEdges[i] as number;
      const place = seen[target] as number;
      if (place >= start) {
        if (weightOf(edge) > weightOf(rawEdges[place] as number)) rawEdges[place] = edge;
        continue;
      }
      seen[target] = kept;
      raw[kept] = target;
      rawEdges[kept] = edge;
      kept += 1;
    }
    offsets[node + 1] = kept;
  }
  // Copies, unless nothing was left out: a part of an array would hold on to the whole.
  const targets = kept === raw.length ? raw : raw.slice(0, kept);
  const edges = kept === raw.length ? rawEdges : rawEdges.slice(0, kept);
  return { order, size: kept / 2, offsets, targets, edges, weights: Float32Array.from(edges, weightOf) };
}

/** A node's neighbours. */
export function neighboursOf(graph: Graph, node: number): Int32Array {
  return graph.targets.subarray(graph.offsets[node] as number, graph.offsets[node + 1] as number);
}

/** The number of a node's neighbours. */
export function degreeOf(graph: Graph, node: number): number {
  return (graph.offsets[node + 1] as number) - (graph.offsets[node] as number);
}
