import { describe, expect, it } from 'vitest';
import type { Digest, FitPart, Goal } from '../../../src/core/model/index.ts';
import { monthsSince } from '../../../src/core/strategy/fit.ts';
import { createAnalysis, type MeInContext } from '../../../src/core/strategy/index.ts';
import { makeGoal, NOW } from '../../make.ts';
import { meOf, personOf } from './scenario.ts';

const TODAY = Math.floor(Date.parse(NOW) / 86_400_000);
const kim = meOf(personOf('me', 'Kim; 2411 professional; 41; Nordbau; Hamburg DE'));
const WIEN = { text: 'Wien', city: 'Wien', country: 'AT' };

function fitOf(
  target: object,
  person: Partial<Digest>,
  me: MeInContext | null = kim,
  kind: Goal['kind'] = 'changeJob',
) {
  const digest: Digest = { id: 'a', name: 'A', seen: 0, ...person };
  const [fit] = createAnalysis({ me, goals: [makeGoal(target, { kind })], now: new Date(NOW) }).read(
    digest,
  ).fits;
  if (fit === undefined) throw new Error('there is no goal');
  return fit;
}
const pointsOf = (fit: ReturnType<typeof fitOf>, part: FitPart['part']) =>
  fit.parts.find((one) => one.part === part)?.points;
const work = (isco: string, nace: string, more: Partial<Digest> = {}): Partial<Digest> => ({
  isco,
  nace,
  employer: 'Haus',
  steps: [{ to: null, isco, nace, company: 'Haus' }],
  ...more,
});

describe('the match with a target', () => {
  // Of 50 points, by the shares 3 (function), 3 (industry), 2 (company), 2 (place), 1 (level), 2 (skills).
  it.each<[string, object, Partial<Digest>, points: number, confidence: number, facts: string[]]>([
    [
      'in function and industry',
      { isco: '2512', nace2: '86' },
      work('2512', '86'),
      50,
      1,
      ['factInTargetFunction', 'factInTargetIndustry'],
    ],
    [
      'in the industry, the function is not known',
      { isco: '2512', nace2: '86' },
      { nace: '86' },
      (50 * (3 + 0.9)) / 6,
      0.5,
      ['factInTargetIndustry'],
    ],
    [
      'near in function and industry',
      { isco: '2512', nace2: '86' },
      work('2511', '87'),
      (50 * (3 * 0.97 + 3 * 0.94)) / 6,
      1,
      ['factNearTargetFunction', 'factNearTargetIndustry'],
    ],
    [
      'at the place',
      { nace2: '86', place: WIEN },
      work('5223', '86', { place: WIEN }),
      50,
      1,
      ['factInTargetIndustry', 'factNearTargetPlace'],
    ],
    [
      'elsewhere in the country',
      { nace2: '86', place: WIEN },
      work('5223', '86', { place: { text: 'Graz', city: 'Graz', country: 'AT' } }),
      (50 * (3 + 1)) / 5,
      1,
      ['factInTargetIndustry', 'factNearTargetPlace'],
    ],
    [
      'abroad',
      { nace2: '86', place: WIEN },
      work('5223', '86', { place: { text: 'Lima', city: 'Lima', country: 'PE' } }),
      (50 * 3) / 5,
      1,
      ['factInTargetIndustry'],
    ],
    [
      'nobody knows where',
      { nace2: '86', place: WIEN },
      work('5223', '86'),
      (50 * 3.6) / 5,
      0.6,
      ['factInTargetIndustry'],
    ],
    [
      'at the level',
      { nace2: '86', seniority: 'director' },
      work('5223', '86', { seniority: 'executive' }),
      50,
      1,
      ['factInTargetIndustry', 'factHasTargetSeniority'],
    ],
    [
      'a step below',
      { nace2: '86', seniority: 'director' },
      work('5223', '86', { seniority: 'manager' }),
      (50 * 3.75) / 4,
      1,
      ['factInTargetIndustry', 'factHasTargetSeniority'],
    ],
    [
      'four steps below',
      { nace2: '86', seniority: 'director' },
      work('5223', '86', { seniority: 'professional' }),
      (50 * 3) / 4,
      1,
      ['factInTargetIndustry'],
    ],
    [
      'five steps below',
      { nace2: '86', seniority: 'director' },
      work('5223', '86', { seniority: 'junior' }),
      (50 * 3) / 4,
      1,
      ['factInTargetIndustry'],
    ],
    [
      'with half of the skills',
      { nace2: '86', skills: ['Rust', 'SQL'] },
      work('5223', '86', { skills: ['sql', 'law'] }),
      (50 * 4) / 5,
      1,
      ['factInTargetIndustry', 'factHasTargetSkill'],
    ],
    [
      'with other skills',
      { nace2: '86', skills: ['Rust', 'SQL'] },
      work('5223', '86', { skills: ['law'] }),
      (50 * 3) / 5,
      1,
      ['factInTargetIndustry'],
    ],
    [
      'with skills that are not known',
      { nace2: '86', skills: ['Rust', 'SQL'] },
      work('5223', '86'),
      (50 * 3.6) / 5,
      0.6,
      ['factInTargetIndustry'],
    ],
    [
      'at the company, whatever is known of its industry',
      { nace2: '86', companies: ['Elbklinik'] },
      { isco: '5223', employer: 'Elbklinik', steps: [{ to: null, company: 'Elbklinik' }] },
      50,
      1,
      ['factInTargetIndustry', 'factInTargetCompany'],
    ],
    [
      'once at the company',
      { nace2: '86', companies: ['Elbklinik'] },
      work('5223', '86', {
        steps: [{ to: null, company: 'Haus' }, { company: 'x' }, { company: 'ELBKLINIK', to: 2010 }],
      }),
      (50 * 4) / 5,
      1,
      ['factInTargetIndustry', 'factWasInTargetCompany'],
    ],
    [
      'never at the company',
      { nace2: '86', companies: ['Elbklinik'] },
      work('5223', '86'),
      (50 * 3) / 5,
      1,
      ['factInTargetIndustry'],
    ],
    [
      'at no company that is known',
      { nace2: '86', companies: ['Elbklinik'] },
      { isco: '5223', nace: '86' },
      (50 * 3.6) / 5,
      0.6,
      ['factInTargetIndustry'],
    ],
  ])('%s', (_, target, person, points, confidence, facts) => {
    const fit = fitOf(target, person);
    expect([pointsOf(fit, 'target'), Number(fit.confidence.toFixed(3))]).toEqual([
      Math.round(points),
      confidence,
    ]);
    expect(fit.parts[0]?.facts.map(({ key }) => key)).toEqual(facts);
    expect(fit.parts.map(({ of }) => of)).toEqual([50, 25, 10, 10, 5]);
  });

  it.each<[string, object, Partial<Digest>, points: number]>([
    // Where the user stands already, whoever shares what the user must leave counts by a third there.
    [
      'does the user’s work where the user is',
      { isco: '2411', nace2: '86' },
      work('2411', '41'),
      (50 * (1 + 3 * 0.14)) / 6,
    ],
    [
      'does it in an industry that is nearer',
      { isco: '2411', nace2: '86' },
      work('2411', '85'),
      (50 * (3 + 3 * 0.68)) / 6,
    ],
    [
      'does it at the user’s employer',
      { isco: '2411', companies: ['Elbklinik'] },
      { isco: '2411', employer: 'NORDBAU' },
      (50 * 1) / 5,
    ],
    [
      'does it at another company',
      { isco: '2411', companies: ['Elbklinik'] },
      work('2411', '41'),
      (50 * 3) / 5,
    ],
    [
      'is in the user’s industry, no nearer to the function',
      { isco: '2512', nace2: '41' },
      work('2411', '41'),
      (50 * (1 + 3 * 0.12)) / 6,
    ],
    [
      'is no higher than the user',
      { nace2: '41', seniority: 'lead' },
      work('2411', '41', { seniority: 'professional' }),
      (50 * (1 + 0.5)) / 4,
    ],
    [
      'is higher than the user',
      { nace2: '41', seniority: 'lead' },
      work('2411', '41', { seniority: 'senior' }),
      (50 * (3 + 0.75)) / 4,
    ],
    [
      'is where the user lives',
      { nace2: '41', place: WIEN },
      work('2411', '41', { place: { text: 'Hamburg', city: 'Hamburg', country: 'DE' } }),
      (50 * (1 + 0.2)) / 5,
    ],
    [
      'is nearer to the place',
      { nace2: '41', place: WIEN },
      work('2411', '41', { place: { text: 'Graz', city: 'Graz', country: 'AT' } }),
      (50 * (3 + 1)) / 5,
    ],
  ])('of what the user has: %s', (_, target, person, points) => {
    expect(pointsOf(fitOf(target, person), 'target')).toBe(Math.round(points));
  });

  it('is told from three tenths of what is asked on, and of the company at once', () => {
    const target = { isco: '2512', nace2: '86', seniority: 'lead' };
    const level = fitOf(target, { seniority: 'lead' });
    expect([level.value, level.parts, level.serves, Number(level.confidence.toFixed(3))]).toEqual([
      null,
      [],
      false,
      0.143,
    ]);
    expect(fitOf(target, { isco: '2512' }).value).not.toBeNull();
    const asked = { ...target, companies: ['Elbklinik'], place: WIEN, skills: ['Rust'] };
    expect(
      fitOf(asked, { employer: 'Elbklinik', steps: [{ to: null, company: 'Elbklinik' }] }).value,
    ).not.toBeNull();
    const own = { ownRoles: [{ goalId: 'g1', role: 'sponsor', is: true } as const] };
    expect(fitOf(target, { ...own }).serves).toBe(true);
    expect(fitOf(target, { ownRoles: [{ goalId: 'g1', role: 'peer', is: true }] }).serves).toBe(false);
    expect(
      fitOf(target, { ...work('2512', '86'), ownRoles: [{ goalId: 'g1', role: 'peer', is: true }] }).serves,
    ).toBe(true);
  });
});

describe('what makes a match easier to use', () => {
  const target = { nace2: '86' };
  const used = (more: Partial<Digest>) => fitOf(target, work('5223', '86', more));
  it.each<[string, Partial<Digest>, points: number, fact: string | undefined]>([
    ['no tie', {}, 0, undefined],
    ['a weak tie', { tie: { strength: 'weak' } }, 8, 'factTieStrength'],
    ['a moderate tie', { tie: { strength: 'moderate' }, mutual: 90 }, 10, 'factTieStrength'],
    ['a strong tie', { tie: { strength: 'strong' } }, 8, 'factTieStrength'],
    ['a tie', { tie: {} }, 5, 'factConnected'],
    ['a connection', { degree: 1 }, 5, 'factConnected'],
    ['a connection of a connection', { degree: 2 }, 0, undefined],
    ['no mutual connection', { mutual: 0, tie: {} }, 5, 'factConnected'],
    ['one mutual connection', { mutual: 1 }, 4.6, 'factMutualConnections'],
    ['five mutual connections', { mutual: 5, tie: {} }, 7, 'factMutualConnections'],
    ['ten', { mutual: 10 }, 10, 'factMutualConnections'],
    ['thirty', { mutual: 30 }, 7.5, 'factMutualConnections'],
    ['fifty', { mutual: 50 }, 5, 'factMutualConnections'],
    ['a hundred', { mutual: 100 }, 5, 'factMutualConnections'],
  ])('%s', (_, more, points, fact) => {
    const found = used(more).parts.find(({ part }) => part === 'tie');
    expect([found?.points, found?.facts[0]?.key]).toEqual([Math.round(points), fact]);
  });

  it.each<[string, Partial<Digest>, number, object]>([
    ['today', { tie: { last: TODAY } }, 5, { key: 'factLastContact', values: { count: 0 } }],
    [
      'a year and a half ago',
      { tie: { last: TODAY - 18 * 31 } },
      3,
      { key: 'factLastContact', values: { count: 18 } },
    ],
    ['three years ago', { tie: { last: TODAY - 37 * 31 } }, 0, { key: 'factLastContact' }],
    ['nobody knows when', { tie: {} }, 2, { key: 'factNoContactNoted' }],
    ['connected alone', { degree: 1 }, 2, { key: 'factNoContactNoted' }],
    ['never', {}, 0, { key: 'factNoContactNoted' }],
  ])('the last talk: %s', (_, more, points, fact) => {
    const found = used(more).parts.find(({ part }) => part === 'recency');
    expect(found?.points).toBe(points);
    expect(found?.facts[0]).toMatchObject(fact);
  });

  it('counts by how much there is to use, and a role in full where the goal lives on it', () => {
    const hub = fitOf(target, work('5223', '86', { ownHub: true, tie: { strength: 'moderate' } }));
    expect(hub.parts.map(({ points }) => points)).toEqual([50, 25, 10, 10, 2]);
    expect([hub.value, hub.serves]).toEqual([97, true]);
    // Four shares of ten of a match, and no role at all: four parts of ten of everything else.
    const far = fitOf(
      { nace2: '86', companies: ['Elbklinik'] },
      work('5223', '41', { ownHub: true, tie: { strength: 'moderate' } }),
      null,
    );
    expect(far.parts[0]?.points).toBe(Math.round((50 * 3 * 0.14) / 5));
    expect(far.parts.slice(1).map(({ points }) => points)).toEqual([0, 1, 1, 0]);
    expect(far.serves).toBe(false);
    // Of an expert in an industry a change of jobs does not live: half of the points.
    const senior = fitOf(target, work('5223', '86', { seniority: 'senior', retired: true }));
    expect(senior.roles.map(({ role, strength }) => [role, strength])).toEqual([['expert', 0.8]]);
    expect(pointsOf(senior, 'role')).toBe(10);
    const expert = fitOf({ isco: '2512' }, { ...work('2512', '62', { seniority: 'senior' }), retired: true });
    expect([expert.roles.map(({ role }) => role), pointsOf(expert, 'role')]).toEqual([['expert'], 13]);
  });

  it('months are whole, and none of a day to come', () => {
    expect([
      monthsSince(100, 130),
      monthsSince(100, 131),
      monthsSince(100, 161),
      monthsSince(131, 100),
    ]).toEqual([0, 1, 2, 0]);
  });
});
