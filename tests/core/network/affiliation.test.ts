import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Affiliations, degreeOf, neighboursOf, type Stay } from '../../../src/core/network/index.ts';

const OPTIONS = {
  keyOf: (name: string) => name.toLowerCase(),
  idOf: (person: number) => String(person).padStart(4, '0'),
  fullYears: 5,
};

const NOBODY = { from: [], to: [] };

function graphOf(stays: readonly Stay[][], cohort = 15, acquainted: [number, number][] = []) {
  const affiliations = new Affiliations(OPTIONS);
  for (const [person, list] of stays.entries()) affiliations.add(person, list);
  return affiliations.graph(
    stays.length,
    stays.map((_, person) => person),
    { from: acquainted.map(([from]) => from), to: acquainted.map(([, to]) => to) },
    cohort,
  );
}

const at = (name: string, from: number | null, to: number): Stay => ({ name, from, to });

describe('who could know whom', () => {
  it('are those whose years at one organisation overlap, the more the longer', () => {
    const graph = graphOf([
      [at('Klinik', 2010, 2014)],
      [at('KLINIK', 2014, 2020)],
      [at('Klinik', 2015, 2019)],
      [at('Klinik', null, 0)],
      [at('Laden', 2010, 2020)],
    ]);
    expect([...neighboursOf(graph, 1)].sort()).toEqual([0, 2]);
    expect(graph.size).toBe(2);
    expect([...graph.weights].sort().map((weight) => Math.round(weight * 1e6) / 1e6)).toEqual([
      0.2, 0.2, 1, 1,
    ]);
  });

  it('are those of whom it was noted', () => {
    expect(
      graphOf([[], []], 15, [
        [0, 1],
        [1, 0],
        [0, 0],
      ]).size,
    ).toBe(1);
  });

  it('are not the same person twice at one place', () => {
    expect(graphOf([[at('Klinik', 2010, 2015), at('Klinik', 2012, 2020)], []]).size).toBe(0);
  });

  it('in a large organisation are the cohort alone', () => {
    const many = Array.from({ length: 100 }, (_, person) => [at('Konzern', 2000 + (person % 20), 2030)]);
    const graph = graphOf(many, 4);
    expect(graph.size).toBeLessThanOrEqual(400);
    for (let person = 0; person < 100; person++) expect(degreeOf(graph, person)).toBeLessThanOrEqual(8);
    expect(graphOf(many.slice(0, 5), 4).size).toBe(10);
  });

  it('are the same however the network came about', () => {
    const stay = fc.record({
      name: fc.constantFrom('A', 'B', 'C'),
      from: fc.option(fc.integer({ min: 2000, max: 2010 })),
      to: fc.integer({ min: 2000, max: 2012 }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(stay, { maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(7)),
        (stays, gone) => {
          const whole = new Affiliations(OPTIONS);
          for (const [person, list] of stays.entries()) whole.add(person, list);
          // Some leave and come back, with a look at the graph in between.
          for (const person of gone.filter((person) => person < stays.length)) {
            whole.remove(person, stays[person] ?? []);
            whole.graph(
              stays.length,
              stays.map((_, at) => at),
              NOBODY,
              3,
            );
            whole.add(person, stays[person] ?? []);
          }
          const again = whole.graph(
            stays.length,
            stays.map((_, person) => person),
            NOBODY,
            3,
          );
          const fresh = graphOf(stays, 3);
          for (let person = 0; person < stays.length; person++)
            expect([...neighboursOf(again, person)].sort()).toEqual([...neighboursOf(fresh, person)].sort());
          for (const [person, list] of stays.entries()) whole.remove(person, list);
          expect(whole.size).toBe(0);
        },
      ),
      { seed: 13, numRuns: 200 },
    );
  });
});
