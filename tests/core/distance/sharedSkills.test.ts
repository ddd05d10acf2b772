import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  functionDistance,
  industryEvidence,
  SKILL_GROUPS,
  sharedSkills,
} from '../../../src/core/distance/index.ts';
import { ISCO_UNIT_GROUPS, NACE_CODES } from '../../../src/core/taxonomy/index.ts';

/**
 * Pairs of functions and what they share, any of the groups: written from the work itself, not from the table. Of 78
 * such pairs four are missing (statisticians with three, two kinds of mechanics): there ESCO says something else.
 */
const SHARED: readonly [string, string, ...(typeof SKILL_GROUPS)[number][]][] = [
  ['2221', '3258', 'patientCare', 'emergencyCare'],
  ['2221', '5321', 'patientCare'],
  ['2221', '2222', 'patientCare'],
  ['2212', '2211', 'diagnosis', 'patientCare'],
  ['2262', '3213', 'medicines'],
  ['2264', '3255', 'rehabilitation'],
  ['2261', '3251', 'dentalCare'],
  ['2250', '3240', 'animalCare'],
  ['6121', '2250', 'animalCare', 'livestock'],
  ['2411', '3313', 'accounting'],
  ['2411', '2413', 'financialAnalysis', 'accounting', 'audit'],
  ['2411', '1211', 'accounting', 'financialAnalysis', 'budgeting'],
  ['2412', '3311', 'investment'],
  ['3312', '4211', 'banking'],
  ['3321', '3315', 'insurance'],
  ['2512', '2511', 'programming', 'softwareDesign'],
  ['2512', '2514', 'programming'],
  ['2512', '2521', 'programming', 'databases'],
  ['2522', '2523', 'networks', 'itSystems'],
  ['2166', '2513', 'graphicDesign', 'websites'],
  ['5120', '7512', 'cooking', 'baking', 'foodHygiene', 'foodProduction'],
  ['5120', '3434', 'cooking'],
  ['5131', '5132', 'tableService', 'drinks'],
  ['2310', '2330', 'teaching'],
  ['2341', '5311', 'childCare', 'teaching'],
  ['2635', '3412', 'socialWork'],
  ['2634', '2635', 'counselling', 'psychology'],
  ['2611', '2612', 'law', 'courts'],
  ['2611', '3411', 'law', 'courts'],
  ['5412', '5414', 'security', 'policing'],
  ['5411', '3258', 'emergencyCare', 'rescue'],
  ['7212', '7214', 'welding', 'metalwork'],
  ['7223', '7222', 'machining', 'metalwork'],
  ['7411', '7412', 'electricalInstallation'],
  ['2151', '2152', 'electricalEngineering', 'electronics'],
  ['2144', '3115', 'mechanicalEngineering'],
  ['2142', '2161', 'building', 'architecture'],
  ['2431', '2432', 'marketing', 'publicRelations'],
  ['1221', '3322', 'sales'],
  ['2423', '1212', 'personnel'],
  ['3331', '4323', 'freight', 'customs'],
  ['4321', '9333', 'warehousing', 'freight'],
  ['8322', '8332', 'driving'],
  ['3153', '3154', 'aviation'],
  ['3151', '3152', 'seafaring'],
  ['6111', '6113', 'crops', 'gardening'],
  ['5141', '5142', 'hairAndBeauty'],
  ['2652', '2655', 'stage'],
  ['2642', '2641', 'writing', 'journalism'],
  ['2643', '2641', 'writing', 'languages'],
  ['2621', '2622', 'collections'],
  ['7115', '7522', 'woodwork'],
  ['7531', '7533', 'sewing'],
  ['7112', '7114', 'building'],
  ['2131', '2133', 'biology', 'environment'],
  ['2113', '3111', 'laboratory', 'chemistry'],
  ['1120', '1213', 'strategy'],
  ['4110', '4120', 'office'],
  ['2120', '2631', 'statistics'],
  ['2422', '1112', 'publicPolicy'],
  ['2421', '1213', 'strategy'],
  ['2512', '1330', 'softwareDesign', 'itSystems', 'programming'],
  ['2145', '2113', 'chemistry'],
  ['2161', '2162', 'architecture'],
  ['2166', '2651', 'graphicDesign'],
  ['5221', '5223', 'retail', 'sales'],
  ['1420', '5221', 'retail', 'sales'],
  ['4311', '2411', 'accounting'],
  ['3343', '4120', 'office'],
  ['2654', '3521', 'film', 'sound'],
  ['7126', '7127', 'plumbing'],
  ['9112', '5151', 'cleaning', 'hotels'],
  ['2632', '2633', 'research', 'socialSciences'],
  ['2433', '2434', 'sales'],
];

/** Pairs that share nothing one could name. */
const NOTHING = [
  ['7131', '2612'],
  ['3153', '2411'],
  ['5120', '2512'],
  ['6111', '2611'],
  ['2221', '7212'],
  ['2652', '7126'],
  ['2261', '2423'],
  ['8111', '2341'],
  ['2643', '8332'],
  ['5141', '2142'],
  ['2512', '5321'],
  ['3521', '6210'],
  ['2411', '2611'],
] as const;

it.each(SHARED)('functions %s and %s share %s', (a, b, ...groups) => {
  const shared = sharedSkills(a, b);
  expect(shared.filter((group) => groups.includes(group))).not.toEqual([]);
});

it.each(NOTHING)('functions %s and %s share nothing', (a, b) => {
  expect(sharedSkills(a, b)).toEqual([]);
});

const codes = [
  ...ISCO_UNIT_GROUPS,
  ...new Set(ISCO_UNIT_GROUPS.flatMap((code) => [code.slice(0, 2), code.slice(0, 3)])),
];

it('is symmetric, at most three different groups, none for the same function', () => {
  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.constantFrom(...codes), (a, b) => {
      const shared = sharedSkills(a, b);
      expect(shared).toEqual(sharedSkills(b, a));
      expect(shared.length).toBeLessThanOrEqual(3);
      expect(new Set(shared).size).toBe(shared.length);
      expect(shared.every((group) => SKILL_GROUPS.includes(group))).toBe(true);
      expect(sharedSkills(a, a)).toEqual([]);
    }),
    { seed: 1, numRuns: 500 },
  );
});

it('names nothing where a code is unknown', () => {
  for (const unknown of ['9999', '99', 'x', '', '251x', undefined, null])
    expect(sharedSkills('2512', unknown)).toEqual([]);
});

it('finds a reason for most near functions, and for few far ones', () => {
  const withReason = { near: [0, 0], far: [0, 0] } as Record<'near' | 'far', [number, number]>;
  ISCO_UNIT_GROUPS.forEach((a, at) => {
    for (const b of ISCO_UNIT_GROUPS.slice(0, at)) {
      const distance = functionDistance(a, b) ?? 0;
      const counts = distance <= 0.3 ? withReason.near : distance > 0.85 ? withReason.far : null;
      if (counts === null) continue;
      counts[1]++;
      if (sharedSkills(a, b).length > 0) counts[0]++;
    }
  });
  expect(withReason.near[0] / withReason.near[1]).toBeGreaterThan(0.9);
  expect(withReason.far[0] / withReason.far[1]).toBeLessThan(0.15);
});

it('needs every group of skills', () => {
  const named = new Set(ISCO_UNIT_GROUPS.flatMap((a) => ISCO_UNIT_GROUPS.flatMap((b) => sharedSkills(a, b))));
  expect(SKILL_GROUPS.filter((group) => !named.has(group))).toEqual([]);
});

describe('the evidence of an industry distance', () => {
  it.each([
    ['49', '52', 'often'],
    ['86', '87', 'often'],
    ['64', '86', 'seldom'],
    ['10', '13', 'sector'],
    ['01', '55', 'unknown'],
    ['J62.01', '63', 'often'],
  ])('%s and %s: %s', (a, b, evidence) => {
    expect(industryEvidence(a, b)).toBe(evidence);
    expect(industryEvidence(b, a)).toBe(evidence);
  });

  it('is none for the same division, for sections and for unknown codes', () => {
    for (const [a, b] of [
      ['62', '6201'],
      ['J', '62'],
      ['62', 'xx'],
      ['62', undefined],
      ['', ''],
    ] as const)
      expect([a, b, industryEvidence(a, b)]).toEqual([a, b, null]);
    expect(NACE_CODES.filter((code) => industryEvidence('01', code) === null)).toEqual(['01']);
  });
});
