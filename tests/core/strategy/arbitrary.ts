import fc from 'fast-check';
import {
  type Digest,
  GOAL_KINDS,
  Goal,
  LAYERS,
  type Place,
  SENIORITIES,
} from '../../../src/core/model/index.ts';
import type { StrategyContext } from '../../../src/core/strategy/index.ts';
import { NOW } from '../../make.ts';
import { meOf } from './scenario.ts';

/** Few codes, so that contacts, user and goals meet; among them some that are near each other, and one that is none. */
const iscos = fc.constantFrom('2512', '2511', '2521', '1330', '1221', '2421', '2221', '5223', '9999');
const naces = fc.constantFrom('62', '63', '64', '65', '86', '47', '99', '00');
const levels = fc.constantFrom(...SENIORITIES);
const companies = fc.constantFrom('Nordsoft GmbH', 'Nordsoft', 'Klinik Süd', 'Laden', 'x', '株式会社');
const places: fc.Arbitrary<Place> = fc.constantFrom(
  { text: 'Hamburg', city: 'Hamburg', country: 'DE' },
  { text: 'Wien', city: 'Wien', country: 'AT' },
  { text: 'US', country: 'US' },
  { text: 'Somewhere' },
  { text: 'Bayern', region: 'Bayern', country: 'DE' },
);
const years = fc.integer({ min: 1960, max: 2030 });
const skills = fc.constantFrom('rust', 'sql', 'law', '');
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');

const step = fc.record(
  {
    isco: iscos,
    nace: naces,
    seniority: levels,
    company: companies,
    country: fc.constantFrom('DE', 'AT', 'US'),
    from: years,
    to: fc.option(years),
  },
  { requiredKeys: [] },
);

/** Any digest, from one of which nothing is known to one that contradicts itself. */
export const digests: fc.Arbitrary<Digest> = fc.record(
  {
    id: ids,
    name: fc.string(),
    seen: fc.integer({ min: 0, max: 40_000 }),
    isco: iscos,
    nace: naces,
    seniority: levels,
    employer: companies,
    steps: fc.array(step, { maxLength: 4 }),
    schools: fc.array(fc.record({ name: companies, from: years, to: years }, { requiredKeys: ['name'] }), {
      maxLength: 2,
    }),
    place: places,
    skills: fc.array(skills, { maxLength: 3 }),
    followers: fc.nat(20_000),
    connections: fc.nat(500),
    mutual: fc.nat(300),
    degree: fc.constantFrom(1 as const, 2 as const, 3 as const),
    affiliations: fc.integer({ min: 2, max: 9 }),
    bridge: fc.constantFrom('board', 'recruiter'),
    tie: fc.record(
      {
        strength: fc.constantFrom('weak' as const, 'moderate' as const, 'strong' as const),
        label: fc.constantFrom('dayToDay' as const, 'personal' as const),
        last: fc.integer({ min: 0, max: 40_000 }),
        messages: fc.nat(),
      },
      { requiredKeys: [] },
    ),
    ownLayer: fc.constantFrom(...LAYERS),
    ownHub: fc.boolean(),
    introduced: fc.array(ids, { maxLength: 3 }),
    knows: fc.array(ids, { maxLength: 3 }),
  },
  { requiredKeys: ['id', 'name', 'seen'] },
);

export const networks = fc.uniqueArray(digests, { selector: ({ id }) => id, maxLength: 8 });

const goals: fc.Arbitrary<Goal> = fc
  .record({
    kind: fc.constantFrom(...GOAL_KINDS),
    horizon: fc.constantFrom('present', 'future'),
    weight: fc.integer({ min: 1, max: 3 }),
    target: fc.record(
      {
        isco: fc.constantFrom('2512', '25', '1', '1330', '2421'),
        nace2: fc.constantFrom('62', '86', '64'),
        companies: fc.array(companies, { maxLength: 2 }),
        place: places,
        seniority: levels,
        skills: fc.array(skills, { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
  })
  .map((goal) => Goal.parse({ id: 'g', title: 'goal', createdAt: NOW, updatedAt: NOW, ...goal }));

export const contexts: fc.Arbitrary<StrategyContext> = fc.record({
  me: fc.option(digests.map(meOf)),
  goals: fc
    .array(goals, { maxLength: 3 })
    .map((list) => list.map((goal, at): Goal => ({ ...goal, id: `g${at}` }))),
  now: fc.constant(new Date(NOW)),
});
