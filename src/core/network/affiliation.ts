import { at, type Graph, graphOf } from './graph.ts';

/** Somebody's time at an organisation; both are numbers of the caller. Years are whole and both included. */
export interface Membership {
  person: number;
  organisation: number;
  from: number;
  to: number;
}

export interface AffiliationBounds {
  /** Of those who came next, how many each is linked with. */
  cohort: number;
  /** Edges in all; the cohort shrinks where there would be more. */
  edges: number;
  /** Years together from which an edge has its full weight. */
  fullYears: number;
}

/**
 * Who could know whom: persons who were at the same organisation in overlapping years, each linked with those
 * of their cohort, and the pairs in `acquainted` (introductions, ties that the user knows of) with full weight. An
 * estimate by construction. Weights rise with the years together, above 0 to 1. Takes time and space linear in
 * the number of memberships and pairs. `cohort` of the answer is the one that was used.
 */
export function affiliationGraph(
  persons: number,
  memberships: readonly Membership[],
  acquainted: readonly (readonly [number, number])[],
  bounds: AffiliationBounds,
): { graph: Graph; cohort: number } {
  const cohort = Math.max(
    1,
    Math.min(bounds.cohort, Math.floor(bounds.edges / Math.max(1, memberships.length))),
  );
  const sorted = [...memberships].sort(
    (a, b) => a.organisation - b.organisation || a.from - b.from || a.person - b.person,
  );
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    const one = sorted[i] as Membership;
    let linked = 0;
    for (let j = i + 1; j < sorted.length && linked < cohort; j++) {
      const other = sorted[j] as Membership;
      // The later ones began later still: nobody after this one was there in time.
      if (other.organisation !== one.organisation || other.from > one.to) break;
      linked += 1;
      if (other.person === one.person) continue;
      const years = Math.min(one.to, other.to) - other.from + 1;
      if (years < 1) continue;
      from.push(one.person);
      to.push(other.person);
      weight.push(Math.min(1, years / bounds.fullYears));
    }
  }
  for (const [a, b] of acquainted) {
    from.push(a);
    to.push(b);
    weight.push(1);
  }
  return { graph: graphOf(persons, from, to, weight), cohort };
}

/** The part of a graph between chosen nodes, which are renumbered in their order. */
export function subgraph(graph: Graph, nodes: ArrayLike<number>): Graph {
  const place = new Int32Array(graph.order).fill(-1);
  for (let i = 0; i < nodes.length; i++) place[at(nodes, i)] = i;
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = at(nodes, i);
    for (let edge = at(graph.offsets, node); edge < at(graph.offsets, node + 1); edge++) {
      const target = at(graph.targets, edge);
      if (node < target && at(place, target) >= 0) {
        from.push(i);
        to.push(at(place, target));
        weight.push(at(graph.weights, edge));
      }
    }
  }
  return graphOf(nodes.length, from, to, weight);
}
