import type { Graph } from './graph.ts';

/** The parts of a graph that hang together: the part of each node, and the size of each part. */
export function componentsOf({ order, offsets, targets }: Graph): { of: Int32Array; sizes: number[] } {
  const of = new Int32Array(order).fill(-1);
  const sizes: number[] = [];
  const waiting: number[] = [];
  for (let start = 0; start < order; start++) {
    if ((of[start] as number) >= 0) continue;
    const part = sizes.length;
    let size = 0;
    of[start] = part;
    waiting.push(start);
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      size += 1;
      for (let i = offsets[node] as number; i < (offsets[node + 1] as number); i++) {
        const neighbour = targets[i] as number;
        if ((of[neighbour] as number) >= 0) continue;
        of[neighbour] = part;
        waiting.push(neighbour);
      }
    }
    sizes.push(size);
  }
  return { of, sizes };
}

/**
 * Nodes without which their part of the graph would fall apart (articulation points; Hopcroft and Tarjan 1973),
 * with how many nodes would be cut off from the largest rest; the most first, at the same number by node.
 */
export function bridgesOf(graph: Graph): { node: number; cutOff: number }[] {
  const { order, offsets, targets } = graph;
  const { of, sizes } = componentsOf(graph);
  const entered = new Int32Array(order).fill(-1);
  const lowest = new Int32Array(order);
  const below = new Int32Array(order).fill(1);
  const parent = new Int32Array(order).fill(-1);
  const cursor = offsets.slice(0, order);
  /** Nodes that hang on a node alone, together and in the largest branch; and how many branches hang there. */
  const hanging = new Int32Array(order);
  const largest = new Int32Array(order);
  const branches = new Int32Array(order);
  const path = new Int32Array(order);
  let time = 0;
  for (let root = 0; root < order; root++) {
    if ((entered[root] as number) >= 0) continue;
    let depth = 0;
    path[0] = root;
    entered[root] = lowest[root] = time++;
    while (depth >= 0) {
      const node = path[depth] as number;
      const place = cursor[node] as number;
      if (place < (offsets[node + 1] as number)) {
        cursor[node] = place + 1;
        const next = targets[place] as number;
        const seen = entered[next] as number;
        if (seen < 0) {
          parent[next] = node;
          entered[next] = lowest[next] = time++;
          path[++depth] = next;
        } else if (next !== parent[node] && seen < (lowest[node] as number)) lowest[node] = seen;
        continue;
      }
      depth -= 1;
      const up = parent[node] as number;
      if (up < 0) continue;
      const low = lowest[node] as number;
      const size = below[node] as number;
      if (low < (lowest[up] as number)) lowest[up] = low;
      below[up] = (below[up] as number) + size;
      if (low >= (entered[up] as number)) {
        branches[up] = (branches[up] as number) + 1;
        hanging[up] = (hanging[up] as number) + size;
        if (size > (largest[up] as number)) largest[up] = size;
      }
    }
  }
  const bridges: { node: number; cutOff: number }[] = [];
  for (let node = 0; node < order; node++) {
    // A root is one when it holds two branches; its whole part hangs on it.
    if ((branches[node] as number) < ((parent[node] as number) < 0 ? 2 : 1)) continue;
    const others = (sizes[of[node] as number] ?? 1) - 1;
    const rest = others - (hanging[node] as number);
    bridges.push({ node, cutOff: others - Math.max(rest, largest[node] as number) });
  }
  return bridges.sort((a, b) => b.cutOff - a.cutOff || a.node - b.node);
}
