import { type Graph, neighboursOf } from './graph.ts';

/** The parts of a graph that hang together: the part of each node, and the size of each part. */
export function componentsOf(graph: Graph): { of: Int32Array; sizes: number[] } {
  const of = new Int32Array(graph.order).fill(-1);
  const sizes: number[] = [];
  const waiting: number[] = [];
  for (let start = 0; start < graph.order; start++) {
    if ((of[start] as number) >= 0) continue;
    const part = sizes.length;
    let size = 0;
    of[start] = part;
    waiting.push(start);
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      size += 1;
      for (const neighbour of neighboursOf(graph, node)) {
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
  const { order } = graph;
  const { of, sizes } = componentsOf(graph);
  const entered = new Int32Array(order).fill(-1);
  const lowest = new Int32Array(order);
  const below = new Int32Array(order).fill(1);
  const parent = new Int32Array(order).fill(-1);
  const cursor = new Int32Array(order);
  /** Nodes that hang on a node alone, together and in the largest branch. */
  const hanging = new Int32Array(order);
  const largest = new Int32Array(order);
  const branches = new Int32Array(order);
  const path: number[] = [];
  let time = 0;
  for (let root = 0; root < order; root++) {
    if ((entered[root] as number) >= 0) continue;
    path.push(root);
    entered[root] = lowest[root] = time++;
    while (path.length > 0) {
      const node = path[path.length - 1] as number;
      const neighbours = neighboursOf(graph, node);
      const place = cursor[node] as number;
      if (place < neighbours.length) {
        cursor[node] = place + 1;
        const next = neighbours[place] as number;
        if ((entered[next] as number) < 0) {
          parent[next] = node;
          entered[next] = lowest[next] = time++;
          path.push(next);
        } else if (next !== (parent[node] as number)) {
          lowest[node] = Math.min(lowest[node] as number, entered[next] as number);
        }
        continue;
      }
      path.pop();
      const up = parent[node] as number;
      if (up < 0) continue;
      lowest[up] = Math.min(lowest[up] as number, lowest[node] as number);
      below[up] = (below[up] as number) + (below[node] as number);
      if ((lowest[node] as number) >= (entered[up] as number)) {
        branches[up] = (branches[up] as number) + 1;
        hanging[up] = (hanging[up] as number) + (below[node] as number);
        largest[up] = Math.max(largest[up] as number, below[node] as number);
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
