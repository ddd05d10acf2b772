import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bridgesOf,
  communitiesOf,
  componentsOf,
  constraint,
  degreeOf,
  effectiveSize,
  egoMeasures,
  type Graph,
  graphOf,
  hierarchy,
  neighboursOf,
} from '../../../src/core/network/index.ts';

/** Zachary's karate club (1977), 34 members, nodes from 0. */
const KARATE =
  '0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 1-17 1-19 1-21 1-30 ' +
  '2-3 2-7 2-8 2-9 2-13 2-27 2-28 2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 5-16 6-16 8-30 8-32 8-33 9-33 13-33 14-32 ' +
  '14-33 15-32 15-33 18-32 18-33 19-33 20-32 20-33 22-32 22-33 23-25 23-27 23-29 23-32 23-33 24-25 24-27 24-31 ' +
  '25-31 26-29 26-33 27-33 28-31 28-33 29-32 29-33 30-32 30-33 31-32 31-33 32-33';

function graph(text: string): Graph {
  const edges = text.split(' ').map((edge) => edge.split('-').map(Number));
  const order = Math.max(...edges.flat()) + 1;
  return graphOf(
    order,
    edges.map(([from = 0]) => from),
    edges.map(([, to = 0]) => to),
  );
}

/** Newman's modularity of a division of an unweighted graph. */
function modularity(whole: Graph, groups: Int32Array): number {
  let sum = 0;
  for (let a = 0; a < whole.order; a++)
    for (let b = 0; b < whole.order; b++) {
      if (groups[a] !== groups[b]) continue;
      const tied = neighboursOf(whole, a).includes(b) ? 1 : 0;
      sum += tied - (degreeOf(whole, a) * degreeOf(whole, b)) / (2 * whole.size || 1);
    }
  return whole.size === 0 ? 0 : sum / (2 * whole.size);
}

// Values of networkx 3.6.1 (nx.effective_size, nx.constraint); hierarchy from its local constraints.
describe('structural holes', () => {
  const [e, a, b, c] = [0, 1, 2, 3];
  const small = graph('0-1 0-2 0-3 1-2');

  it.each([
    ['e', e, 0.611111, 2.333333],
    ['a', a, 1.006944, 1],
    ['b', b, 1.006944, 1],
    ['c', c, 1, 1],
  ])('of node %s in a graph of four', (_, node, constrained, size) => {
    expect(constraint(small, node)).toBeCloseTo(constrained, 6);
    expect(effectiveSize(small, node)).toBeCloseTo(size, 6);
  });

  const karate = graph(KARATE);
  it.each([
    [0, 0.155423, 13.75],
    [33, 0.156419, 15.235294],
    [2, 0.185177, 7.8],
    [11, 1, 1],
  ])('of member %i of the karate club', (node, constrained, size) => {
    expect(constraint(karate, node)).toBeCloseTo(constrained, 6);
    expect(effectiveSize(karate, node)).toBeCloseTo(size, 6);
  });

  it('counts double edges and loops once and never', () => {
    expect(constraint(graph('0-1 1-0 0-2 0-3 1-2 3-3'), 0)).toBeCloseTo(0.611111, 6);
  });

  it('knows no measure of somebody alone', () => {
    const alone = graphOf(2, [], []);
    expect([effectiveSize(alone, 0), constraint(alone, 0), hierarchy(alone, 0)]).toEqual([null, null, null]);
    expect(egoMeasures(graphOf(1, [], []))).toBeNull();
  });

  it('finds no hierarchy among equals', () => {
    expect(hierarchy(graph('0-1 0-2 0-3'), 0)).toBeCloseTo(0, 12);
    expect(hierarchy(small, 0)).toBeGreaterThan(0);
  });

  it('measures the user among their contacts as a node tied to all of them', () => {
    const alters = graph('0-1 2-3 3-4 1-5 6-6');
    const whole = graph('0-1 2-3 3-4 1-5 7-0 7-1 7-2 7-3 7-4 7-5 7-6');
    const measured = egoMeasures(alters);
    expect(measured?.effectiveSize).toBeCloseTo(effectiveSize(whole, 7) ?? 0, 12);
    expect(measured?.constraint).toBeCloseTo(constraint(whole, 7) ?? 0, 12);
    expect(measured?.hierarchy).toBeCloseTo(hierarchy(whole, 7) ?? 0, 12);
  });
});

describe('parts, bridges and groups', () => {
  // Two triangles that hang together by 2-3, a pair, and somebody alone.
  const apart = graph('0-1 1-2 2-0 2-3 3-4 4-5 5-3 6-7 8-8');

  it('tells what hangs together', () => {
    expect(componentsOf(apart).sizes).toEqual([6, 2, 1]);
  });

  it('names who alone holds parts together, and how many would be cut off', () => {
    expect(bridgesOf(apart)).toEqual([
      { node: 2, cutOff: 2 },
      { node: 3, cutOff: 2 },
    ]);
    expect(bridgesOf(graph('0-1 0-2 0-3'))).toEqual([{ node: 0, cutOff: 2 }]);
    expect(bridgesOf(graph('0-1 1-2 2-0'))).toEqual([]);
  });

  it('finds the same bridges as taking each node out', () => {
    const karate = graph(KARATE);
    const found = new Set(bridgesOf(karate).map(({ node }) => node));
    for (let node = 0; node < karate.order; node++) {
      const edges = KARATE.split(' ')
        .map((edge) => edge.split('-').map(Number))
        .filter((edge) => !edge.includes(node));
      const rest = graphOf(
        karate.order,
        edges.map(([from = 0]) => from),
        edges.map(([, to = 0]) => to),
      );
      expect(componentsOf(rest).sizes.length > 2, `node ${node}`).toBe(found.has(node));
    }
  });

  it('finds groups of nearly the best modularity known', () => {
    const karate = graph(KARATE);
    // The best division has .4198 (Brandes et al. 2008), found by exhaustive search; Louvain comes near it.
    expect(modularity(karate, communitiesOf(karate))).toBeGreaterThan(0.41);
  });

  it('leaves nobody in a group that they would gain by leaving for another', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 40 }), (edges) => {
        const any = graphOf(
          12,
          edges.map(([from]) => from),
          edges.map(([, to]) => to),
        );
        const groups = communitiesOf(any);
        const found = modularity(any, groups);
        for (const other of new Set(groups)) {
          // Everybody in one group, or everybody alone, is never better.
          expect(modularity(any, new Int32Array(12).fill(other))).toBeLessThanOrEqual(found + 1e-9);
        }
        expect(
          modularity(
            any,
            Int32Array.from({ length: 12 }, (_, node) => node),
          ),
        ).toBeLessThanOrEqual(found + 1e-9);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('groups the two triangles, each time alike', () => {
    const groups = [...communitiesOf(apart)];
    expect(groups[0]).toBe(groups[1]);
    expect(groups[0]).toBe(groups[2]);
    expect(groups[3]).toBe(groups[5]);
    expect(groups[0]).not.toBe(groups[3]);
    expect([...communitiesOf(apart)]).toEqual(groups);
  });
});
