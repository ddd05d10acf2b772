import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { at, type Graph } from './graph.ts';

/**
 * Groups of nodes that hang together more closely than with others (Louvain; Blondel et al. 2008), by node. The
 * order of visits is fixed: the same graph always falls into the same groups. Nodes without ties stand alone.
 */
export function communitiesOf(graph: Graph): Int32Array {
  const of = new Int32Array(graph.order);
  if (graph.size === 0) return of.map((_, node) => node);
  const copy = new UndirectedGraph();
  for (let node = 0; node < graph.order; node++) copy.addNode(node);
  for (let node = 0; node < graph.order; node++)
    for (let i = at(graph.offsets, node); i < at(graph.offsets, node + 1); i++) {
      const target = at(graph.targets, i);
      if (node < target) copy.addEdge(node, target, { weight: at(graph.weights, i) });
    }
  const groups = louvain(copy, { randomWalk: false, getEdgeWeight: 'weight' });
  for (let node = 0; node < graph.order; node++) of[node] = groups[node] ?? 0;
  return of;
}
