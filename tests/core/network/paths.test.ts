import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokeredPairs, tracedGraphOf, type Way, waysTo } from '../../../src/core/network/index.ts';

type Edge = [from: number, to: number, weight: number];

const ORDER = 9;
const edges: fc.Arbitrary<Edge[]> = fc.array(
  fc.tuple(fc.nat(ORDER - 1), fc.nat(ORDER - 1), fc.constantFrom(0.3, 0.5, 0.85, 1)),
  { maxLength: 25 },
);
const accesses = fc.array(fc.constantFrom(0, 0, 0.35, 0.7, 1), { minLength: ORDER, maxLength: ORDER });

function graphOf(list: readonly Edge[]) {
  return tracedGraphOf(
    ORDER,
    list.map(([from]) => from),
    list.map(([, to]) => to),
    list.map(([, , weight]) => weight),
  );
}

function ways(list: readonly Edge[], access: readonly number[], target: number, most = 9): Way[] {
  return waysTo(graphOf(list), target, {
    access: (node) => access[node] ?? 0,
    further: 0.25,
    most,
    idOf: (node) => `p${node}`,
  });
}

const asTold = (found: readonly Way[]) => found.map(({ through, value }) => ({ through, value }));

describe('ways to somebody', () => {
  it('lead through whoever knows them, by the tie to that one and the sureness of theirs', () => {
    const list: Edge[] = [
      [1, 0, 1],
      [0, 2, 0.85],
      [3, 0, 0.3],
    ];
    const found = ways(list, [0, 0.35, 1, 0.7, 0, 0, 0, 0, 0], 0);
    expect(asTold(found)).toEqual([
      { through: [2], value: expect.closeTo(0.85) },
      { through: [1], value: expect.closeTo(0.35) },
      { through: [3], value: expect.closeTo(0.21) },
    ]);
    // The edge is told from the one who is asked: as it was given, or turned.
    expect(found.map(({ edges: [edge] }) => edge)).toEqual([~1, 0, 2]);
  });

  it('lead through two only where there is nobody in between alone', () => {
    const list: Edge[] = [
      [0, 1, 1],
      [1, 2, 1],
      [2, 3, 1],
    ];
    expect(asTold(ways(list, [0, 0, 1, 1, 0, 0, 0, 0, 0], 0))).toEqual([{ through: [2, 1], value: 0.25 }]);
    expect(asTold(ways(list, [0, 0.35, 1, 1, 0, 0, 0, 0, 0], 0))).toEqual([
      { through: [1], value: expect.closeTo(0.35) },
    ]);
    // Three are too many.
    expect(ways(list, [0, 0, 0, 1, 0, 0, 0, 0, 0], 0)).toEqual([]);
  });

  it('never grow shorter nor better when a tie goes', () => {
    fc.assert(
      fc.property(edges, accesses, fc.nat(ORDER - 1), fc.nat(), (list, access, target, which) => {
        fc.pre(list.length > 0);
        const before = ways(list, access, target);
        const after = ways(list.toSpliced(which % list.length, 1), access, target);
        const [first, then] = [before[0], after[0]];
        if (then === undefined) return;
        expect(first).toBeDefined();
        expect(first?.through.length).toBeLessThanOrEqual(then.through.length);
        if (first?.through.length === then.through.length)
          expect(first?.value).toBeGreaterThanOrEqual(then.value);
      }),
      { seed: 18, numRuns: 1_000 },
    );
  });

  it('are the same whichever of the two was read, and in whatever order', () => {
    fc.assert(
      fc.property(edges, accesses, fc.nat(ORDER - 1), (list, access, target) => {
        const turned = list.map(([from, to, weight]): Edge => [to, from, weight]).reverse();
        expect(asTold(ways(turned, access, target))).toEqual(asTold(ways(list, access, target)));
      }),
      { seed: 18, numRuns: 500 },
    );
  });

  it('begin with somebody of one’s own, end at the target, and name nobody twice', () => {
    fc.assert(
      fc.property(edges, accesses, fc.nat(ORDER - 1), (list, access, target) => {
        const firsts = new Set<number>();
        for (const { through, edges: steps, value } of ways(list, access, target)) {
          expect(access[through[0] ?? -1]).toBeGreaterThan(0);
          expect(firsts.has(through[0] ?? -1)).toBe(false);
          firsts.add(through[0] ?? -1);
          expect(new Set([...through, target]).size).toBe(through.length + 1);
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThanOrEqual(1);
          const stops = [...through, target];
          steps.forEach((edge, at) => {
            const [from, to] = list[edge < 0 ? ~edge : edge] ?? [];
            const told = edge < 0 ? [to, from] : [from, to];
            expect(told).toEqual([stops[at], stops[at + 1]]);
          });
        }
      }),
      { seed: 18, numRuns: 500 },
    );
  });
});

it('somebody stands between all pairs of theirs that do not know each other', () => {
  fc.assert(
    fc.property(edges, (list) => {
      const known = (a: number, b: number) =>
        list.some(([from, to]) => (from === a && to === b) || (from === b && to === a));
      const work = brokeredPairs(graphOf(list), 3);
      let step = work.next();
      while (!step.done) step = work.next();
      const pairs = step.value;
      for (let node = 0; node < ORDER; node++) {
        const others = Array.from({ length: ORDER }, (_, at) => at).filter(
          (at) => at !== node && known(node, at),
        );
        let apart = 0;
        for (const a of others) for (const b of others) if (a < b && !known(a, b)) apart += 1;
        expect(pairs[node]).toBe(apart);
      }
    }),
    { seed: 18, numRuns: 500 },
  );
});
