import { describe, expect, it } from 'vitest';
import type { Digest, Layer } from '../../../src/core/model/index.ts';
import { createAnalysis } from '../../../src/core/strategy/index.ts';
import { sharedPast } from '../../../src/core/strategy/layer.ts';
import { viewpointOf } from '../../../src/core/strategy/viewpoint.ts';
import { BALANCE } from '../../../src/core/strategy/weights.ts';
import { makeGoal, makeMe, NOW } from '../../make.ts';
import { meOf } from './scenario.ts';

const now = new Date(NOW);

describe('a shared past', () => {
  const profile = makeMe({
    positions: [
      { company: 'Hanse AG', start: '2015', end: null },
      { company: 'Nordsoft', start: '2010-03', end: '2014-09' },
      { company: 'Nordsoft', start: '2004', end: '2005' },
      { company: 'Later', start: '2028', end: '2030' },
      { title: 'Freelancer', start: '2008', end: '2010' },
    ],
    education: [{ school: 'TU Musterstadt' }],
  });
  const view = viewpointOf({ me: { ...meOf({ id: 'me', name: 'Kim', seen: 0 }), profile }, goals: [], now });
  const past = (more: Partial<Digest>, of = view) =>
    sharedPast({ id: 'a', name: 'A', seen: 0, ...more }, of) ?? null;
  const stay = (from: number | undefined, to: number | null | undefined, company = 'NORDSOFT GmbH') => ({
    company,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });

  it.each<[string, Partial<Digest>, string | null]>([
    ['in the same years', { steps: [stay(2010, 2014)] }, 'Nordsoft'],
    ['that ends as the user begins', { steps: [stay(2008, 2010)] }, 'Nordsoft'],
    ['that ends the year before', { steps: [stay(2008, 2009)] }, null],
    ['that begins as the user ends', { steps: [stay(2014, 2016)] }, 'Nordsoft'],
    ['that begins the year after', { steps: [stay(2015, 2016)] }, null],
    ['that begins after and goes on', { steps: [stay(2015, null)] }, null],
    ['that goes on from before', { steps: [stay(2009, null)] }, 'Nordsoft'],
    ['of unknown years', { steps: [stay(undefined, undefined)] }, 'Nordsoft'],
    ['of which the end alone is known, before', { steps: [stay(undefined, 2003)] }, null],
    ['of which the beginning alone is known, after', { steps: [stay(2015, undefined)] }, null],
    ['in the first of two', { steps: [stay(2003, 2004)] }, 'Nordsoft'],
    ['that goes on today, where the user will come later', { steps: [stay(2020, null, 'Later')] }, null],
    [
      'at the user’s employer, of somebody who comes next year',
      { steps: [stay(2027, null, 'Hanse AG')] },
      null,
    ],
    ['at another company', { steps: [stay(2010, 2014, 'Other')] }, null],
    [
      'at a second company',
      { steps: [{ to: null }, stay(2010, 2014, 'Other'), stay(2010, 2014)] },
      'Nordsoft',
    ],
    ['at the employer of both today', { employer: 'Hanse', steps: [stay(2020, null, 'Hanse AG')] }, null],
    [
      'at the user’s employer, of somebody who has left',
      { steps: [stay(2016, 2020, 'Hanse AG')] },
      'Hanse AG',
    ],
    ['at the user’s employer before the user came', { steps: [stay(2009, 2014, 'Hanse AG')] }, null],
    ['at a school', { schools: [{ name: 'Uni' }, { name: 'tu musterstadt' }] }, 'TU Musterstadt'],
    ['at none', {}, null],
  ])('is a stay %s', (_, more, shared) => {
    expect(past(more)).toBe(shared);
  });

  it('is none of a user of whom nothing is known', () => {
    const steps = [stay(2010, 2014)];
    expect(past({ steps }, viewpointOf({ me: null, goals: [], now }))).toBeNull();
    const bare = viewpointOf({ me: meOf({ id: 'me', name: 'Kim', seen: 0 }), goals: [], now });
    expect(past({ steps }, bare)).toBeNull();
  });
});

describe('the balance of a network', () => {
  const me = meOf({ id: 'me', name: 'Kim', seen: 0, isco: '2521', nace: '65', employer: 'Hanse AG' });
  const balanceOf = (people: Partial<Digest>[], goals = [] as ReturnType<typeof makeGoal>[]) => {
    const engine = createAnalysis({ me, goals, now });
    people.forEach((more, at) => {
      engine.put({ id: `p${at}`, name: `Name ${at}`, seen: 20_700, ...more });
    });
    return engine.result().balance;
  };
  const of = (count: number, more: Partial<Digest>) => Array.from({ length: count }, () => more);
  const keys = (people: Partial<Digest>[]) => balanceOf(people).facts.map(({ key }) => key);
  const [inside, outside] = [{ employer: 'Hanse AG' }, { employer: 'Other' }];
  const layer = (ownLayer: Layer, more: Partial<Digest> = {}) => ({ ownLayer, ...more });

  it.each<[string, Partial<Digest>[], string[]]>([
    ['nobody', [], []],
    ['too few of one layer', of(BALANCE.from - 1, layer('personal')), []],
    ['enough of one layer', of(BALANCE.from, layer('personal')), ['factBalance_personal']],
    [
      'just enough of a share',
      [...of(6, layer('beyond')), ...of(4, layer('personal'))],
      ['factBalance_beyond'],
    ],
    ['too small a share', [...of(5, layer('beyond')), ...of(4, layer('personal'))], []],
    ['those of whom no layer is known', of(2, {}), ['factBalanceUnknown']],
    [
      'a share of those alone of whom it is known',
      [...of(6, layer('strategic')), ...of(4, layer('personal')), ...of(4, {})],
      ['factBalance_strategic', 'factBalanceUnknown'],
    ],
  ])('tells of layers: %s', (_, people, told) => {
    expect(keys(people)).toEqual(told);
  });

  const spread = (insiders: number, outsiders: number) =>
    [...of(insiders, inside), ...of(outsiders, outside)].map((more, at) => ({
      ...more,
      ownLayer: (['personal', 'strategic', 'beyond', 'operational'] as const)[at % 4] as Layer,
    }));
  it.each<[number, number, number, string[]]>([
    [3, 1, -0.5, []],
    [6, 2, -0.5, ['factBalanceInside']],
    [5, 2, -0.43, []],
    [4, 4, 0, []],
    [0, 4, 1, []],
    [0, 5, 1, ['factBalanceOutside']],
    [1, 7, 0.75, []],
  ])('tells of %i inside and %i outside', (insiders, outsiders, eiIndex, told) => {
    const found = balanceOf([...spread(insiders, outsiders), layer('personal')]);
    expect(found).toMatchObject({ internal: insiders, external: outsiders, unknownEmployer: 1, eiIndex });
    expect(found.facts.map(({ key }) => key)).toEqual(told);
    const percent = Math.round((100 * insiders) / (insiders + outsiders));
    if (told[0] === 'factBalanceInside') expect(found.facts[0]?.values).toEqual({ percent });
  });

  it('knows of no index without a known employer', () => {
    expect(balanceOf(of(3, layer('personal'))).eiIndex).toBeNull();
  });

  it('counts who serves now, by goals or today’s work, and who serves later', () => {
    const present = makeGoal({ nace2: '86' }, { id: 'g1', horizon: 'present' });
    const future = makeGoal({ nace2: '01' }, { id: 'g2', horizon: 'future' });
    const doctor = { isco: '2211', nace: '86', employer: 'Klinik' };
    const farmer = { isco: '6130', nace: '01', employer: 'Hof' };
    const counts = (...people: Partial<Digest>[]) => {
      const found = balanceOf(people, [present, future]);
      return [found.present, found.future, found.facts.some(({ key }) => key === 'factBalanceNoFuture')];
    };
    expect(counts()).toEqual([0, 0, false]);
    expect(counts(doctor)).toEqual([1, 0, true]);
    expect(counts(doctor, farmer)).toEqual([1, 1, false]);
    expect(counts(layer('operational'), layer('personal'))).toEqual([1, 0, true]);
    expect(balanceOf([doctor], [present]).facts.map(({ key }) => key)).not.toContain('factBalanceNoFuture');
  });
});

it.each<[string, Partial<Digest>, string, string[]]>([
  ['a key person of nobody knows what', { ownHub: true }, 'strategic', ['factKeyPerson']],
  [
    'a key person of another world',
    { ownHub: true, isco: '2221', nace: '86' },
    'strategic',
    ['factKeyPerson', 'factOpensFunction', 'factOpensIndustry'],
  ],
  [
    'somebody of another world',
    { isco: '2221', nace: '86' },
    'beyond',
    ['factOpensFunction', 'factOpensIndustry'],
  ],
  ['somebody of the user’s field', { isco: '2521', nace: '65' }, 'operational', ['factSameField']],
  [
    'a colleague of another world',
    { isco: '2221', nace: '65', employer: 'HANSE' },
    'operational',
    ['factSameCompany'],
  ],
  [
    'a colleague of the user’s world',
    { isco: '2512', nace: '65', employer: 'HANSE' },
    'operational',
    ['factSameCompanyNearFunction'],
  ],
])('%s stands in a layer, with why', (_, more, layer, facts) => {
  const me = meOf({ id: 'me', name: 'Kim', seen: 0, isco: '2521', nace: '65', employer: 'Hanse AG' });
  const reading = createAnalysis({ me, goals: [], now }).read({ id: 'a', name: 'A', seen: 0, ...more });
  expect([reading.layer.value, reading.layer.facts.map(({ key }) => key)]).toEqual([layer, facts]);
});
