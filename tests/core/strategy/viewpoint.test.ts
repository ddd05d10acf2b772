import { describe, expect, it } from 'vitest';
import type { Digest, Goal, Place } from '../../../src/core/model/index.ts';
import { accessOf, addsOf, coverageOf, isTied } from '../../../src/core/strategy/columns.ts';
import { createAnalysis } from '../../../src/core/strategy/index.ts';
import {
  type Aim,
  beyond,
  levelOf,
  reachedLevel,
  rememberedKeys,
  viewpointOf,
  within,
} from '../../../src/core/strategy/viewpoint.ts';
import { makeGoal, makeMe, NOW } from '../../make.ts';
import { meOf, personOf } from './scenario.ts';

const now = new Date(NOW);
const kim = meOf(personOf('me', 'Kim; 2411 professional; 41; Nordbau; Hamburg DE'));
const WIEN: Place = { text: 'Wien', city: 'Wien', country: 'AT' };
const HAMBURG: Place = { text: 'Hamburg', city: 'Hamburg', country: 'DE' };
const aimOf = (target: object, kind: Goal['kind'] = 'changeJob', me: typeof kim | null = kim): Aim =>
  viewpointOf({ me, goals: [makeGoal(target, { kind })], now }).aims[0] as Aim;

describe('where the user stands toward a target', () => {
  it.each<[string, object, there: string[], move: string[]]>([
    ['does the work, in another industry', { isco: '2411', nace2: '86' }, ['function'], ['industry']],
    ['could do the work', { isco: '2412', nace2: '41' }, ['function', 'industry'], []],
    ['could do the work, and does not manage it', { isco: '1211', nace2: '41' }, ['industry'], []],
    ['does work of another world', { isco: '2512', nace2: '41' }, ['industry'], ['function']],
    ['is in an industry near it', { nace2: '42' }, [], ['industry']],
    ['lives there', { place: HAMBURG }, ['place'], []],
    ['lives elsewhere in the country', { place: { text: 'Bremen', city: 'Bremen', country: 'DE' } }, [], []],
    ['lives in another country', { place: WIEN }, [], ['country']],
    ['stands at the level', { nace2: '41', seniority: 'professional' }, ['industry', 'seniority'], []],
    ['stands below the level', { nace2: '41', seniority: 'senior' }, ['industry'], ['seniority']],
    ['works for the company', { companies: ['NORDBAU GmbH'] }, ['company'], ['company']],
    ['works for another', { companies: ['Elbklinik'] }, [], ['company']],
    ['works for another, of another industry', { companies: ['Elbklinik'], nace2: '86' }, [], ['industry']],
    ['has skills to learn', { skills: ['Rust'] }, [], []],
  ])('%s', (_, target, there, move) => {
    const aim = aimOf(target);
    expect([[...aim.there], [...aim.move]]).toEqual([there, move]);
    const open = aim.asks.filter((part) => !aim.there.has(part));
    expect([...aim.ahead]).toEqual(open.length === 0 ? aim.asks : open);
  });

  it('of whom nothing is known is nowhere, and has nowhere to go', () => {
    const aim = aimOf(
      { isco: '2411', nace2: '86', companies: ['Nordbau'], seniority: 'intern' },
      'changeJob',
      null,
    );
    expect([[...aim.there], aim.move, [...aim.ahead]]).toEqual([
      [],
      [],
      ['function', 'industry', 'company', 'seniority'],
    ]);
    const bare = aimOf(
      { isco: '2411', nace2: '86', place: WIEN, seniority: 'lead' },
      'changeJob',
      meOf({ id: 'me', name: 'Kim', seen: 0 }),
    );
    expect([[...bare.there], bare.move]).toEqual([[], []]);
  });

  it.each<[string, object, Goal['kind'], boolean, tellable: string[], needed: string[]]>([
    [
      'a field',
      { isco: '2512', nace2: '86' },
      'changeJob',
      true,
      ['insider', 'expert', 'doorOpener', 'pathfinder', 'mentor', 'peer'],
      ['insider', 'doorOpener', 'pathfinder'],
    ],
    [
      'a field, of nobody',
      { isco: '2512', nace2: '86' },
      'changeJob',
      false,
      ['insider', 'expert', 'doorOpener'],
      ['insider', 'doorOpener'],
    ],
    [
      'skills',
      { skills: ['Rust'] },
      'buildKnowHow',
      true,
      ['expert', 'doorOpener', 'mentor', 'peer'],
      ['expert', 'peer'],
    ],
    ['skills, of nobody', { skills: ['Rust'] }, 'buildKnowHow', false, ['expert'], ['expert']],
    [
      'a place',
      { place: WIEN },
      'projectAbroad',
      false,
      ['insider', 'doorOpener'],
      ['insider', 'doorOpener'],
    ],
    ['a level, of nobody', { seniority: 'lead' }, 'takeLeadership', false, ['mentor'], ['mentor']],
    [
      'a company',
      { companies: ['Elbklinik'] },
      'reachPerson',
      true,
      ['insider', 'doorOpener', 'pathfinder', 'mentor', 'peer'],
      ['doorOpener'],
    ],
    ['nothing', {}, 'changeJob', true, [], []],
  ])('roles that can be told toward %s', (_, target, kind, known, tellable, needed) => {
    const aim = aimOf(target, kind, known ? kim : null);
    expect([[...aim.tellable], [...aim.needed]]).toEqual([tellable, needed]);
  });

  it('names companies and skills once, as the user writes them, and knows which skills they have', () => {
    const me = { ...kim, profile: makeMe({ ...kim.profile, skills: ['SQL', 'Über'] }) };
    const aim = aimOf(
      { companies: ['ACME GmbH', 'Acme', '---'], skills: ['Sql', 'über', 'Rust'] },
      'changeJob',
      me,
    );
    expect([...aim.companies]).toEqual([['acme', 'Acme']]);
    expect(aim.skills).toEqual([
      { folded: 'sql', apart: ' sql ', shown: 'Sql' },
      { folded: 'uber', apart: ' uber ', shown: 'über' },
      { folded: 'rust', apart: ' rust ', shown: 'Rust' },
    ]);
    expect([...aim.held]).toEqual(['Sql', 'über']);
    expect(aim.asks).toEqual(['company', 'skills']);
  });

  it('measures from a group as from what lies in it, and from nothing to nothing', () => {
    const { toFunction, toIndustry } = aimOf({ isco: '24', nace2: '86' });
    expect([
      toFunction?.('2411'),
      toFunction?.('2431'),
      toFunction?.(undefined),
      toFunction?.('9999'),
    ]).toEqual([0, 0, null, null]);
    expect(toFunction?.('2512')).toBeGreaterThan(0);
    expect([toIndustry?.('86'), toIndustry?.(undefined), toIndustry?.('00')]).toEqual([0, null, null]);
    expect([aimOf({}).toFunction, aimOf({}).toIndustry]).toEqual([null, null]);
    const view = viewpointOf({ me: meOf({ id: 'me', name: 'K', seen: 0 }), goals: [], now });
    expect([view.me?.toFunction('2411'), view.me?.toIndustry('86')]).toEqual([null, null]);
    expect([view.today, view.year]).toEqual([Math.floor(now.getTime() / 86_400_000), 2026]);
  });

  it('remembers the past that has ended, and where the user was in which years', () => {
    const me = meOf(
      personOf(
        'me',
        'Kim; 2411 professional; 41; Nordbau; Hamburg DE; since 2020, was 2512 senior 62 Soft 2010-2015',
      ),
    );
    const profile = makeMe({
      positions: [
        { company: 'Nordbau', start: '2020-03', end: null },
        { company: 'Soft AG', start: '2010', end: '2015-04' },
        { company: 'soft', end: '2003' },
        { title: 'x' },
      ],
      education: [{ school: 'TU', start: '2001' }],
    });
    const mine = viewpointOf({ me: { ...me, profile }, goals: [], now }).me;
    expect(
      mine?.past.map(({ step, toFunction, toIndustry }) => [step, toFunction('2512'), toIndustry('62')]),
    ).toEqual([[1, 0, 0]]);
    expect([...(mine?.organisations ?? [])]).toEqual([
      ['nordbau', { name: 'Nordbau', years: [[2020, 2026]] }],
      [
        'soft',
        {
          name: 'Soft AG',
          years: [
            [2010, 2015],
            [null, 2003],
          ],
        },
      ],
      ['tu', { name: 'TU', years: [[2001, null]] }],
    ]);
    expect([mine?.employer, mine?.country, mine?.isco, mine?.nace, mine?.seniority]).toEqual([
      'nordbau',
      'DE',
      '2411',
      '41',
      'professional',
    ]);
  });
});

describe('a level', () => {
  type Rank = Parameters<typeof reachedLevel>[0];
  it.each<[string, Rank, object, Goal['kind'], boolean | null]>([
    ['is not asked', { seniority: 'executive' }, { nace2: '86' }, 'changeJob', null],
    ['is not known', {}, { seniority: 'lead' }, 'changeJob', null],
    ['is reached', { seniority: 'lead' }, { seniority: 'lead' }, 'changeJob', true],
    ['is passed', { seniority: 'owner' }, { seniority: 'lead' }, 'changeJob', true],
    ['is not reached', { seniority: 'senior' }, { seniority: 'lead' }, 'changeJob', false],
    ['is that of whoever heads a house', { head: true }, { seniority: 'executive' }, 'changeJob', true],
    [
      'is reached by the managing function itself',
      { seniority: 'manager', isco: '1211' },
      { seniority: 'director', isco: '1211' },
      'changeJob',
      true,
    ],
    [
      'is not by another',
      { seniority: 'manager', isco: '1212' },
      { seniority: 'director', isco: '1211' },
      'changeJob',
      false,
    ],
    [
      'is not below a manager',
      { seniority: 'lead', isco: '1211' },
      { seniority: 'director', isco: '1211' },
      'changeJob',
      false,
    ],
    [
      'is not by managing whatever',
      { seniority: 'manager', isco: '1211' },
      { seniority: 'director', isco: '12' },
      'changeJob',
      false,
    ],
    [
      'is by managing a part of it',
      { seniority: 'manager', isco: '1211' },
      { seniority: 'director', isco: '121' },
      'changeJob',
      true,
    ],
    [
      'is not by work that is not managing',
      { seniority: 'manager', isco: '2411' },
      { seniority: 'director', isco: '2411' },
      'changeJob',
      false,
    ],
    [
      'of founders is reached by whoever runs a firm',
      { seniority: 'executive', isco: '1120' },
      { nace2: '86' },
      'foundOrInvest',
      true,
    ],
    [
      'of founders by whoever keeps a shop or an inn',
      { seniority: 'owner', isco: '1411' },
      { nace2: '86' },
      'foundOrInvest',
      true,
    ],
    [
      'of founders by an owner of whose work nothing is known',
      { seniority: 'owner' },
      { nace2: '86' },
      'foundOrInvest',
      true,
    ],
    [
      'of founders not on one’s own account alone',
      { seniority: 'owner', isco: '2512' },
      { nace2: '86' },
      'foundOrInvest',
      false,
    ],
    [
      'of founders not by a director',
      { seniority: 'director', isco: '1120' },
      { nace2: '86' },
      'foundOrInvest',
      false,
    ],
    ['of founders is not known', { isco: '1120' }, { nace2: '86' }, 'foundOrInvest', null],
    [
      'of founders is that of whoever heads a house',
      { head: true, isco: '2512' },
      { nace2: '86' },
      'foundOrInvest',
      true,
    ],
  ])('%s', (_, rank, target, kind, reached) => {
    expect(reachedLevel(rank, aimOf(target, kind), { seniority: 'professional' })).toBe(reached);
  });

  it('of managers is reached only above the user', () => {
    const aim = aimOf({ seniority: 'director', isco: '1211' });
    const manager: Rank = { seniority: 'manager', isco: '1211' };
    expect([
      reachedLevel(manager, aim, { seniority: 'manager' }),
      reachedLevel(manager, aim, { seniority: 'lead' }),
      reachedLevel(manager, aim, null),
    ]).toEqual([false, true, true]);
    expect([levelOf('owner'), levelOf('executive'), levelOf('intern')]).toEqual([7, 7, 0]);
  });
});

describe('small measures', () => {
  it.each([
    [null, false, false],
    [0, true, false],
    [0.3, true, false],
    [0.31, false, true],
    [1, false, true],
  ])('a distance of %s is near: %s, and beyond that: %s', (distance, near, far) => {
    expect([within(distance, 'near'), beyond(distance, 'near')]).toEqual([near, far]);
  });

  it('a name is compared by its key, however often', () => {
    const keyOf = rememberedKeys();
    expect([keyOf('ACME GmbH'), keyOf('ACME GmbH'), keyOf('Acme')]).toEqual(['acme', 'acme', 'acme']);
  });

  it.each<[string, Partial<Digest>, access: number, tied: boolean]>([
    ['nothing', {}, 20, false],
    ['a tie', { tie: {} }, 35, true],
    ['a weak tie', { tie: { strength: 'weak' } }, 35, true],
    ['a moderate tie', { tie: { strength: 'moderate' } }, 70, true],
    ['a strong tie', { tie: { strength: 'strong' } }, 100, true],
    ['a friend', { tie: { label: 'personal', strength: 'weak' } }, 100, true],
    ['somebody of every day', { tie: { label: 'dayToDay', strength: 'strong' } }, 35, true],
    ['a connection', { degree: 1 }, 35, true],
    ['a connection of a connection', { degree: 2, mutual: 5 }, 20, false],
    ['somebody who introduced others', { introduced: ['x'] }, 20, true],
  ])('the way to %s', (_, more, access, tied) => {
    const digest: Digest = { id: 'a', name: 'A', seen: 0, ...more };
    expect([accessOf(digest), isTied(digest)]).toEqual([access, tied]);
  });

  it('what holders add makes coverage: of one 0.6, of two 0.84', () => {
    const one = addsOf(1, 1);
    expect([
      coverageOf(0),
      coverageOf(one).toFixed(3),
      coverageOf(2 * one).toFixed(3),
      coverageOf(addsOf(0.5, 0.5)).toFixed(3),
    ]).toEqual([0, '0.600', '0.840', '0.150']);
  });
});

describe('shares of the network', () => {
  const told = (people: Partial<Digest>[], by: string) => {
    const engine = createAnalysis({ me: kim, goals: [], now });
    for (const [at, one] of people.entries()) engine.put({ id: `p${at}`, name: 'N', seen: 0, ...one });
    const { dependence, diversity } = engine.result();
    return { ...dependence.find((one) => one.by === by), hill: diversity.find((one) => one.by === by)?.hill };
  };
  const many = (count: number, one: Partial<Digest>) => Array.from({ length: count }, () => one);
  it.each<[string, Partial<Digest>[], string, string]>([
    ['too few', many(9, { nace: '86' }), 'industry', 'unknown'],
    ['enough', many(10, { nace: '86' }), 'industry', 'much'],
    [
      'too many of whom it is not known',
      [...many(10, { nace: '86' }), ...many(21, {})],
      'industry',
      'unknown',
    ],
    ['a third of whom it is known', [...many(10, { nace: '86' }), ...many(20, {})], 'industry', 'much'],
    ['half of one kind', [...many(5, { nace: '86' }), ...many(5, { nace: '41' })], 'industry', 'much'],
    [
      'less than half of one kind',
      [...many(5, { nace: '86' }), ...many(4, { nace: '41' }), ...many(3, { nace: '47' })],
      'industry',
      'some',
    ],
    [
      'three kinds alike',
      [...many(4, { nace: '86' }), ...many(4, { nace: '41' }), ...many(4, { nace: '47' })],
      'industry',
      'even',
    ],
    [
      'three tenths of one employer',
      [...many(3, { employer: 'Haus' }), ...[1, 2, 3, 4, 5, 6, 7].map((i) => ({ employer: `E${i}` }))],
      'employer',
      'much',
    ],
    [
      'two tenths of one employer',
      [...many(2, { employer: 'Haus' }), ...[1, 2, 3, 4, 5, 6, 7, 8].map((i) => ({ employer: `E${i}` }))],
      'employer',
      'some',
    ],
    [
      'functions that differ in the last digit alone',
      [...many(5, { isco: '2411' }), ...many(5, { isco: '2412' })],
      'function',
      'much',
    ],
    [
      'eight tenths of one country',
      [...many(8, { place: HAMBURG }), ...many(2, { place: WIEN })],
      'place',
      'some',
    ],
    [
      'nine tenths of one country',
      [...many(9, { place: HAMBURG }), ...many(1, { place: WIEN })],
      'place',
      'much',
    ],
  ])('say something of a network with %s', (_, people, by, verdict) => {
    expect(told(people, by).verdict).toBe(verdict);
  });

  it('are those of the largest first, equal ones by their keys, with what is not known beside', () => {
    const found = told(
      [
        ...many(6, { employer: 'Haus GmbH' }),
        ...many(3, { employer: 'HAUS' }),
        { employer: 'B' },
        { employer: 'A' },
        ...many(12, {}),
      ],
      'employer',
    );
    expect([found.largest, found.known, found.unknown, found.herfindahl?.toFixed(3)]).toEqual([
      [
        { key: 'haus', label: 'Haus GmbH', count: 9, share: 0.82 },
        { key: 'a', label: 'A', count: 1, share: 0.09 },
        { key: 'b', label: 'B', count: 1, share: 0.09 },
      ],
      11,
      12,
      '0.686',
    ]);
    expect(found.facts).toEqual([
      { key: 'factDepends_employer', values: { percent: 82, company: 'Haus GmbH' } },
      { key: 'factSharesUnknown', values: { count: 12 } },
    ]);
    expect(told([], 'employer')).toMatchObject({
      herfindahl: null,
      hill: null,
      largest: [],
      verdict: 'unknown',
      facts: [],
    });
    expect(told([...many(5, { nace: '86' }), ...many(5, { nace: '41' })], 'industry')).toMatchObject({
      hill: [2, 2, 2],
      facts: [{ key: 'factDepends_industry', values: { percent: 50, nace: '41' } }],
    });
    expect(told(many(10, { isco: '2411' }), 'function').facts).toEqual([
      { key: 'factDepends_function', values: { percent: 100, isco: '241' } },
    ]);
    expect(told(many(10, { place: WIEN }), 'place').facts).toEqual([
      { key: 'factDepends_place', values: { percent: 100, country: 'AT' } },
    ]);
    expect(
      told(
        Array.from({ length: 12 }, (_, i) => ({ employer: `E${i}` })),
        'employer',
      ).largest,
    ).toHaveLength(8);
  });
});
