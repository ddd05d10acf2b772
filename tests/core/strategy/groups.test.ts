import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../src/core/model/index.ts';
import { type ReachStep, reachOf } from '../../../src/core/strategy/columns.ts';
import { createAnalysis } from '../../../src/core/strategy/index.ts';
import { CROWDED_FROM, DORMANT, REACH, REDUNDANT_FROM } from '../../../src/core/strategy/weights.ts';
import { makeGoal, NOW } from '../../make.ts';
import { meOf } from './scenario.ts';

const TODAY = Math.floor(Date.parse(NOW) / 86_400_000);
const context = {
  me: meOf({ id: 'me', name: 'Kim Sommer', seen: 0, isco: '2521', nace: '65', employer: 'Hanse AG' }),
  goals: [makeGoal({ isco: '2521', nace2: '86' })],
  now: new Date(NOW),
};

function told(people: readonly Digest[]) {
  const engine = createAnalysis(context);
  for (const digest of people) engine.put(digest);
  return engine.result();
}

/** So many people of one field, numbered in the order of their ids. */
function crowd(count: number, more: Partial<Digest> & { of?: string } = {}): Digest[] {
  const { of = 'p', ...rest } = more;
  return Array.from({ length: count }, (_, at) => {
    const id = `${of}${String(at).padStart(3, '0')}`;
    return { id, name: `Name ${id}`, seen: 20_700, isco: '2411', nace: '65', ...rest };
  });
}

describe('people who open the same doors', () => {
  const told3 = (people: readonly Digest[]) =>
    told(people).redundancy.map(({ id, company, count }) => [id, company, count]);

  it.each<[string, Digest[], ReturnType<typeof told3>]>([
    ['too few at one employer', crowd(REDUNDANT_FROM - 1, { employer: 'Haus' }), []],
    [
      'enough at one employer',
      crowd(REDUNDANT_FROM, { employer: 'Haus' }),
      [['same:241:65:haus', 'Haus', REDUNDANT_FROM]],
    ],
    ['too few of no known employer', crowd(CROWDED_FROM - 1), []],
    ['enough of no known employer', crowd(CROWDED_FROM), [['same:241:65:', null, CROWDED_FROM]]],
    [
      'enough across employers, half of them at one',
      [...crowd(CROWDED_FROM / 2, { employer: 'Haus' }), ...crowd(CROWDED_FROM / 2, { of: 'q' })],
      [['same:241:65:haus', 'Haus', CROWDED_FROM / 2]],
    ],
    [
      'enough across employers, fewer than half of them at one',
      [...crowd(CROWDED_FROM / 2, { employer: 'Haus' }), ...crowd(CROWDED_FROM / 2 + 1, { of: 'q' })],
      [
        ['same:241:65:', null, CROWDED_FROM + 1],
        ['same:241:65:haus', 'Haus', CROWDED_FROM / 2],
      ],
    ],
    ['of no known function', crowd(CROWDED_FROM, { isco: undefined as never }), []],
    ['of no known industry', crowd(CROWDED_FROM, { nace: undefined as never }), []],
    [
      'of functions that differ in the last digit alone',
      [
        ...crowd(2, { employer: 'Haus' }),
        ...crowd(2, { of: 'q', isco: '2412', employer: 'Haus' }),
        ...crowd(3, { of: 'r', isco: '2421', employer: 'Haus' }),
      ],
      [['same:241:65:haus', 'Haus', 4]],
    ],
  ])('%s', (_, people, groups) => {
    expect(told3(people)).toEqual(groups);
    expect(told3(people.toReversed())).toEqual(groups);
  });

  it('are named by count, field and employer, with fifty of them in the order of their ids', () => {
    const [group] = told(crowd(60, { employer: 'Haus' }).toReversed()).redundancy;
    expect(group).toMatchObject({ isco: '241', nace2: '65', company: 'Haus', count: 60 });
    expect(group?.facts).toEqual([
      { key: 'factSameDoorsAt', values: { count: 60, isco: '241', nace: '65', company: 'Haus' } },
    ]);
    expect(group?.contactIds).toHaveLength(50);
    expect(group?.contactIds).toEqual(group?.contactIds.toSorted());
    const [across] = told(crowd(CROWDED_FROM)).redundancy;
    expect(across?.facts).toEqual([
      { key: 'factSameDoors', values: { count: CROWDED_FROM, isco: '241', nace: '65' } },
    ]);
    expect(across?.contactIds).toEqual(crowd(CROWDED_FROM).map(({ id }) => id));
  });

  it('are at most twenty groups, the largest first, equal ones by what they are', () => {
    const employers = Array.from({ length: 22 }, (_, at) => `Haus ${String.fromCharCode(97 + at)}`);
    const people = employers.flatMap((employer, at) =>
      crowd(at === 21 ? REDUNDANT_FROM + 1 : REDUNDANT_FROM, { of: employer, employer }),
    );
    // Across employers stands the whole field, before all of them.
    const named = [null, employers[21], ...employers.slice(0, 18)];
    for (const order of [people, people.toReversed()])
      expect(told(order).redundancy.map(({ company }) => company)).toEqual(named);
  });
});

const FRESH = REACH.freshMonths * 30.44;

it.each<[string, Partial<Digest>, ReachStep]>([
  ['was spoken to today', { tie: { last: TODAY } }, 'active'],
  ['was spoken to lately', { tie: { last: Math.ceil(TODAY - FRESH + 1) } }, 'active'],
  [
    'was not spoken to for long, however close',
    { tie: { last: Math.floor(TODAY - FRESH), label: 'personal' } },
    'dormant',
  ],
  ['is of the day’s work', { tie: { label: 'dayToDay' } }, 'active'],
  ['is known well', { tie: { strength: 'moderate' } }, 'active'],
  ['is known a little', { tie: { strength: 'weak' } }, 'connected'],
  ['is known, no more is said', { tie: {} }, 'connected'],
  ['is connected on a site', { degree: 1 }, 'connected'],
  ['is connected to others whom the user knows', { mutual: 1 }, 'connected'],
  ['has nobody in common', { mutual: 0 }, 'unknown'],
  ['is two steps away', { degree: 2 }, 'unknown'],
])('somebody who %s', (_, more, reach) => {
  expect(reachOf({ id: 'a', name: 'A', seen: 0, ...more }, TODAY)).toBe(reach);
});

describe('ties that fell asleep', () => {
  const asleep = { tie: { last: TODAY - 900 } };
  const target = { isco: '2521', nace: '86' };

  it.each<[string, Partial<Digest>, string[] | null]>([
    ['somebody of the target', { ...target, ...asleep }, ['factServesGoal']],
    ['a key person', { ...asleep, ownHub: true }, ['factKeyPerson']],
    [
      'a key person of the target',
      { ...target, ...asleep, ownHub: true },
      ['factServesGoal', 'factKeyPerson'],
    ],
    ['a friend', { tie: { ...asleep.tie, label: 'personal' } }, []],
    ['anybody else', asleep, null],
    ['somebody of the target who is awake', { ...target, tie: { last: TODAY } }, null],
    ['somebody of the target who is not known', target, null],
  ])('are told of %s', (_, more, facts) => {
    const [person] = crowd(1, { isco: '9112', nace: '01', ...more }) as [Digest];
    const found = told([person]).dormant;
    expect(found.map((one) => one.facts.map(({ key }) => key))).toEqual(facts === null ? [] : [facts]);
    for (const one of found) expect(one).toMatchObject({ contactId: 'p000', months: 29 });
  });

  it('are at most so many, the most useful first, equal ones by id', () => {
    const people = [
      ...crowd(DORMANT + 5, { ...target, ...asleep }),
      ...crowd(1, { of: 'a', isco: '9112', nace: '01', tie: { ...asleep.tie, label: 'personal' } }),
    ];
    for (const order of [people, people.toReversed()])
      expect(told(order).dormant.map(({ contactId }) => contactId)).toEqual(
        crowd(DORMANT).map(({ id }) => id),
      );
  });
});
