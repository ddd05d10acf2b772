import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  functionDistance,
  industryDistance,
  placeDistance,
  seniorityGap,
} from '../../../src/core/distance/index.ts';
import { ISCO_UNIT_GROUPS, NACE_CODES } from '../../../src/core/taxonomy/index.ts';

describe.each([
  ['function', functionDistance, ISCO_UNIT_GROUPS],
  ['industry', industryDistance, NACE_CODES],
] as const)('%s distance', (_name, distance, codes) => {
  it('is symmetric, 0 for equal, and within 0 to 1', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.constantFrom(...codes), (a, b) => {
        const there = distance(a, b);
        expect(there).toBe(distance(b, a));
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
        expect(distance(a, a)).toBe(0);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('is unknown when an end is unknown', () => {
    expect(distance(undefined, codes[0])).toBeNull();
    expect(distance('xx', codes[0])).toBeNull();
    expect(distance('', '')).toBeNull();
  });
});

it('is smaller for neighbours', () => {
  const near = functionDistance('2512', '2511') ?? 9;
  expect(near).toBeLessThan(functionDistance('2512', '2611') ?? 0);
  expect(industryDistance('64', '65') ?? 9).toBeLessThan(industryDistance('64', '86') ?? 0);
});

it.each([
  ['2512', '2519', '2512', '2611'],
  ['2221', '2222', '2221', '7231'],
  ['25', '35', '25', '92'],
])('function %s is nearer to %s than %s to %s', (a, b, c, d) => {
  expect(functionDistance(a, b) ?? 9).toBeLessThan(functionDistance(c, d) ?? 0);
});

it.each([
  ['62', '63', '62', '10'],
  ['64.19', '65.12', '64.19', '10.11'],
  ['J', '62', 'J', 'A'],
  ['8610', '8621', '8610', '2410'],
])('industry %s is nearer to %s than %s to %s', (a, b, c, d) => {
  expect(industryDistance(a, b) ?? 9).toBeLessThan(industryDistance(c, d) ?? 0);
});

it('reads codes as they are written: with dots, letters, any depth', () => {
  expect(industryDistance('J62.01', '6201')).toBe(0);
  expect(industryDistance('62.0', '62')).toBe(0);
  expect(industryDistance('62', 'x')).toBeNull();
  for (const unknown of ['99999', '6299', '9999', '00', '629', '6', '620100'])
    expect([unknown, industryDistance('62', unknown)]).toEqual([unknown, null]);
  expect(industryDistance('62010', '6201')).toBe(0);
  for (const unknown of ['9999', '2599', '99', '4x', 'x', '251x'])
    expect([unknown, functionDistance('2511', unknown)]).toEqual([unknown, null]);
  expect(functionDistance('251', '2512')).toBeGreaterThan(0);
});

it.each([
  [{ text: 'a', city: 'Zürich', country: 'CH' }, { text: 'b', city: 'Zurich' }, 'city'],
  [{ text: 'a', city: 'Ulm', country: 'DE' }, { text: 'b', city: 'Kiel', country: 'DE' }, 'country'],
  [{ text: 'a', country: 'DE' }, { text: 'b', country: 'FR' }, 'continent'],
  [{ text: 'a', country: 'DE' }, { text: 'b', country: 'JP' }, 'elsewhere'],
] as const)('%j and %j: %s', (a, b, step) => {
  expect(placeDistance(a, b)?.step).toBe(step);
});

it('does not guess places', () => {
  expect(placeDistance({ text: 'Somewhere' }, { text: 'Elsewhere' })).toBeNull();
});

it('counts levels, the owner beside the executive', () => {
  expect(seniorityGap('senior', 'manager')).toBe(2);
  expect(seniorityGap('executive', 'owner')).toBe(0);
  expect(seniorityGap(null, 'owner')).toBeNull();
});

it('reads places that are a text alone before it compares them', () => {
  expect(placeDistance({ text: 'Elbhöhe' }, { text: 'elbhöhe' })).toEqual({ step: 'city', distance: 0 });
  expect(placeDistance({ text: 'Hamburg' }, { text: 'Wien', city: 'Wien' })?.step).toBe('continent');
});
