import { at, type Graph, neighboursOf } from './graph.ts';

/** The parts of a graph that hang together: the part of each node, and the size of each part. */
export function componentsOf(graph: Graph): { of: Int32Array; sizes: number[] } {
  const of = new Int32Array(graph.order).fill(-1);
  const sizes: number[] = [];
  const waiting: number[] = [];
  for (let start = 0; start < graph.order; start++) {
    if (at(of, start) >= 0) continue;
    const part = sizes.length;
    let size = 0;
    of[start] = part;
    waiting.push(start);
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      size += 1;
      for (const neighbour of neighboursOf(graph, node)) {
        if (at(of, neighbour) >= 0) continue;
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
    if (at(entered, root) >= 0) continue;
    path.push(root);
    entered[root] = lowest[root] = time++;
    while (path.length > 0) {
      const node = path[path.length - 1] as number;
      const neighbours = neighboursOf(graph, node);
      const place = at(cursor, node);
      if (place < neighbours.length) {
        cursor[node] = place + 1;
        const next = at(neighbours, place);
        if (at(entered, next) < 0) {
          parent[next] = node;
          entered[next] = lowest[next] = time++;
          path.push(next);
        } else if (next !== at(parent, node)) {
          lowest[node] = Math.min(at(lowest, node), at(entered, next));
        }
        continue;
      }
      path.pop();
      const up = at(parent, node);
      if (up < 0) continue;
      lowest[up] = Math.min(at(lowest, up), at(lowest, node));
      below[up] = at(below, up) + at(below, node);
      if (at(lowest, node) >= at(entered, up)) {
        branches[up] = at(branches, up) + 1;
        hanging[up] = at(hanging, up) + at(below, node);
        largest[up] = Math.max(at(largest, up), at(below, node));
      }
    }
  }
  const bridges: { node: number; cutOff: number }[] = [];
  for (let node = 0; node < order; node++) {
    // A root is one when it holds two branches; its whole part hangs on it.
    if (at(branches, node) < (at(parent, node) < 0 ? 2 : 1)) continue;
    const others = (sizes[at(of, node)] ?? 1) - 1;
    const rest = others - at(hanging, node);
    bridges.push({ node, cutOff: others - Math.max(rest, at(largest, node)) });
  }
  return bridges.sort((a, b) => b.cutOff - a.cutOff || a.node - b.node);
}
