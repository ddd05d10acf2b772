import type { AffiliationGraph, Fact, Structure } from '../../../../core/model/index.ts';
import type { LayoutGraph } from '../../../charts/forceLayout.ts';
import type { Box, Point } from '../../../charts/viewport.ts';

export interface AffiliationNode {
  id: string;
  kind: 'person' | 'organisation';
  label: string;
  group: string | null;
  /** Numbers of the nodes it is tied to. */
  neighbours: number[];
}

export interface AffiliationModel {
  nodes: AffiliationNode[];
  /** Pairs of node numbers. */
  edges: (readonly [number, number])[];
  weights: number[];
  /** Of each edge between two persons: what shows that they know each other; else the edge is an estimate. */
  shown: (Fact | undefined)[];
  /** Persons who share no known employer or school with anybody else, and no introduction. */
  alone: { id: string; label: string }[];
  /** Groups by id, with their names; the largest first. */
  groups: { id: string; label: string; count: number }[];
  leftOut: number;
}

/**
 * What is drawn of the affiliation graph: persons and organisations that are tied to somebody other than the user.
 * The user is tied to everybody and would only cover the picture.
 */
export function affiliationModel(graph: AffiliationGraph, groups: Structure['groups']): AffiliationModel {
  const numbers = new Map<string, number>();
  const tied = new Set(
    graph.edges.filter(({ from, to }) => from !== 'me' && to !== 'me').flatMap(({ from, to }) => [from, to]),
  );
  const nodes: AffiliationNode[] = [];
  const alone: AffiliationModel['alone'] = [];
  for (const { id, kind, label, group } of graph.nodes) {
    if (kind === 'me') continue;
    if (!tied.has(id)) {
      if (kind === 'person') alone.push({ id, label });
      continue;
    }
    numbers.set(id, nodes.length);
    nodes.push({ id, kind, label, group, neighbours: [] });
  }
  const edges: [number, number][] = [];
  const weights: number[] = [];
  const shown: (Fact | undefined)[] = [];
  const known = new Set<string>();
  for (const { from, to, weight, fact } of graph.edges) {
    const [a, b] = [numbers.get(from), numbers.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (known.has(key)) continue;
    known.add(key);
    edges.push([a, b]);
    weights.push(Math.min(1, Math.max(0.05, weight)));
    shown.push(fact);
    nodes[a]?.neighbours.push(b);
    nodes[b]?.neighbours.push(a);
  }
  const drawn = new Set(nodes.map(({ group }) => group));
  return {
    nodes,
    edges,
    weights,
    shown,
    alone,
    groups: groups.filter(({ id }) => drawn.has(id)).map(({ id, label, count }) => ({ id, label, count })),
    leftOut: graph.leftOut,
  };
}

/** The same as numbers, for the layout. Organisations stand with the group of most of their people. */
export function layoutGraph({ nodes, edges, weights }: AffiliationModel, aspect: number): LayoutGraph {
  const numbers = new Map<string, number>();
  const numberOf = (group: string) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  };
  return {
    count: nodes.length,
    edges: edges.flat(),
    weights,
    aspect,
    groups: nodes.map((node) => {
      const group = node.group ?? commonest(node.neighbours.map((at) => nodes[at]?.group ?? null));
      return group === null ? -1 : numberOf(group);
    }),
  };
}

function commonest(groups: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  let best: string | null = null;
  for (const group of groups) {
    if (group === null) continue;
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    if (best === null || count > (counts.get(best) ?? 0)) best = group;
  }
  return best;
}

/** Positions (x, y, x, y …) fitted into a box, both axes alike; one node alone stands in the middle. */
export function fitted(positions: ArrayLike<number>, { left, top, right, bottom }: Box): Point[] {
  const count = positions.length / 2;
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < count; at++) {
    const [x, y] = [positions[at * 2] ?? 0, positions[at * 2 + 1] ?? 0];
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  const scale = Math.min(
    LARGEST,
    (right - left) / Math.max(1, maxX - minX),
    (bottom - top) / Math.max(1, maxY - minY),
  );
  const [midX, midY] = [(minX + maxX) / 2, (minY + maxY) / 2];
  return Array.from({ length: count }, (_, at) => ({
    x: (left + right) / 2 + ((positions[at * 2] ?? 0) - midX) * scale,
    y: (top + bottom) / 2 + ((positions[at * 2 + 1] ?? 0) - midY) * scale,
  }));
}

/** A few nodes are not blown up to the size of the page. */
const LARGEST = 3;
