import { describe, expect, it } from 'vitest';
import { diffProfile, eventsOf, type ProfileChange, positionText } from '../../../src/core/merge/diff.ts';
import type { Place, Position, Profile } from '../../../src/core/model/index.ts';
import { makeProfile } from '../../make.ts';

const place = (text: string, city?: string, country?: string): Place => ({
  text,
  ...(city !== undefined && { city }),
  ...(country !== undefined && { country }),
});
const withPositions = (...positions: Position[]) => makeProfile({ positions });
const job = (
  title: string | undefined,
  company: string | undefined,
  more: Partial<Position> = {},
): Position => ({
  ...(title !== undefined && { title }),
  ...(company !== undefined && { company }),
  ...more,
});

describe('the differences between two states of a profile', () => {
  it.each<[string, Partial<Profile>, Partial<Profile>, ProfileChange[]]>([
    ['nothing', { headline: 'Nurse' }, { headline: 'Nurse' }, []],
    ['another spelling', { headline: 'Pflege für alle' }, { headline: 'PFLEGE FÜR ALLE' }, []],
    [
      'a headline',
      { headline: 'Nurse' },
      { headline: 'Head nurse' },
      [{ kind: 'text', field: 'headline', from: 'Nurse', to: 'Head nurse' }],
    ],
    ['a first headline', {}, { headline: 'Nurse' }, [{ kind: 'text', field: 'headline', to: 'Nurse' }]],
    ['no headline any more', { headline: 'Nurse' }, {}, [{ kind: 'text', field: 'headline', from: 'Nurse' }]],
    [
      'an industry and a text',
      { industry: 'Hospitals', about: 'one' },
      { industry: 'Banks', about: 'two' },
      [
        { kind: 'text', field: 'industry', from: 'Hospitals', to: 'Banks' },
        { kind: 'text', field: 'about', from: 'one', to: 'two' },
      ],
    ],
    [
      'a name',
      { name: { full: 'Leyla Brandt' } },
      { name: { full: 'Leyla Ahrens' } },
      [{ kind: 'text', field: 'name', from: 'Leyla Brandt', to: 'Leyla Ahrens' }],
    ],
    [
      'counts',
      { connections: 10, followers: 1, mutualConnections: 0 },
      { connections: 11, followers: 1, mutualConnections: 2, degree: 2 },
      [
        { kind: 'count', field: 'connections', from: 10, to: 11 },
        { kind: 'count', field: 'mutualConnections', from: 0, to: 2 },
        { kind: 'count', field: 'degree', to: 2 },
      ],
    ],
    ['a count that is shown no more', { degree: 1 }, {}, [{ kind: 'count', field: 'degree', from: 1 }]],
    [
      'lists',
      {
        education: [{ school: 'TU Musterstadt', degree: 'MSc' }],
        skills: ['SQL', 'R'],
        languages: [{ name: 'German' }],
        links: ['https://a.example/'],
      },
      {
        education: [{ school: 'TU Musterstadt', degree: 'MSc' }, { school: 'Uni Beispiel' }],
        skills: ['sql', 'Python'],
        languages: [{ name: 'German', level: 'native' }, { name: 'Dutch' }],
      },
      [
        { kind: 'list', field: 'education', added: ['Uni Beispiel'], removed: [] },
        { kind: 'list', field: 'skills', added: ['Python'], removed: ['R'] },
        { kind: 'list', field: 'languages', added: ['Dutch'], removed: [] },
        { kind: 'list', field: 'links', added: [], removed: ['https://a.example/'] },
      ],
    ],
  ])('%s', (_, older, newer, expected) => {
    expect(diffProfile(makeProfile(older), makeProfile(newer))).toStrictEqual(expected);
  });

  it.each<[string, Place | undefined, Place | undefined, boolean]>([
    ['the same words', place('Köln'), place('KOLN'), true],
    [
      'town and country agree',
      place('Köln, NRW', 'Köln', 'DE'),
      place('Köln, Deutschland', 'KOLN', 'DE'),
      true,
    ],
    [
      'another country',
      place('Frankfurt, DE', 'Frankfurt', 'DE'),
      place('Frankfurt, US', 'Frankfurt', 'US'),
      false,
    ],
    ['another town', place('Köln, DE', 'Köln', 'DE'), place('Bonn, DE', 'Bonn', 'DE'), false],
    ['no town is known', place('Rheinland', undefined, 'DE'), place('Saarland', undefined, 'DE'), false],
    ['no country is known', place('Köln am Rhein', 'Köln'), place('Köln, NRW', 'Köln'), false],
    ['only one town is known', place('Köln, DE', 'Köln', 'DE'), place('Deutschland', undefined, 'DE'), false],
    ['none before', undefined, place('Köln'), false],
    ['none now', place('Köln'), undefined, false],
    ['never any', undefined, undefined, true],
  ])('places: %s', (_, before, now, same) => {
    const of = (location: Place | undefined) => makeProfile(location === undefined ? {} : { location });
    const changes = diffProfile(of(before), of(now));
    expect(changes).toStrictEqual(
      same
        ? []
        : [
            {
              kind: 'text',
              field: 'location',
              ...(before !== undefined && { from: before.text }),
              ...(now !== undefined && { to: now.text }),
            },
          ],
    );
    const isNews = !same && before !== undefined && now !== undefined;
    expect(eventsOf(of(before), of(now), 'now').map(({ kind }) => kind)).toEqual(isNews ? ['place'] : []);
  });

  it.each<[string, Position[], Position[], [change: string, from: Position | undefined, to?: Position][]]>([
    [
      'a new job',
      [],
      [job('Nurse', 'A', { end: null })],
      [['started', undefined, job('Nurse', 'A', { end: null })]],
    ],
    ['an earlier job', [], [job('Nurse', 'A')], [['added', undefined, job('Nurse', 'A')]]],
    [
      'a job that ended',
      [job('Nurse', 'A', { end: null })],
      [job('Nurse', 'A', { end: '2024' })],
      [['ended', job('Nurse', 'A', { end: null }), job('Nurse', 'A', { end: '2024' })]],
    ],
    [
      'a job that is shown no more, and an ended one that is not',
      [job('Nurse', 'A', { end: null }), job('Cook', 'B', { end: '2020' })],
      [],
      [['ended', job('Nurse', 'A', { end: null })]],
    ],
    [
      'another title from the same start on',
      [job('Nurse', 'A', { start: '2020', end: null })],
      [job('Head nurse', 'A', { start: '2020', end: null })],
      [
        [
          'changed',
          job('Nurse', 'A', { start: '2020', end: null }),
          job('Head nurse', 'A', { start: '2020', end: null }),
        ],
      ],
    ],
    [
      'another title of another time is another job',
      [job('Nurse', 'A', { start: '2020', end: '2022' })],
      [job('Head nurse', 'A', { start: '2022', end: '2024' })],
      [['added', undefined, job('Head nurse', 'A', { start: '2022', end: '2024' })]],
    ],
    ['another spelling', [job('Nurse', 'Acme GmbH')], [job('NURSE', 'Acme GmbH')], []],
    [
      'that it goes on',
      [job('Nurse', 'A', { start: '2020' })],
      [job('Nurse', 'A', { start: '2020', end: null })],
      [['changed', job('Nurse', 'A', { start: '2020' }), job('Nurse', 'A', { start: '2020', end: null })]],
    ],
    [
      'another beginning',
      [job('Nurse', 'A', { start: '2019', end: null })],
      [job('Nurse', 'A', { start: '2020', end: null })],
      [
        [
          'changed',
          job('Nurse', 'A', { start: '2019', end: null }),
          job('Nurse', 'A', { start: '2020', end: null }),
        ],
      ],
    ],
    [
      'since when',
      [job('Nurse', 'A', { end: null })],
      [job('Nurse', 'A', { start: '2020', end: null })],
      [['changed', job('Nurse', 'A', { end: null }), job('Nurse', 'A', { start: '2020', end: null })]],
    ],
    [
      'other dates',
      [job('Nurse', 'A', { start: '2020', end: '2021' })],
      [job('Nurse', 'A', { start: '2020', end: '2022' })],
      [
        [
          'changed',
          job('Nurse', 'A', { start: '2020', end: '2021' }),
          job('Nurse', 'A', { start: '2020', end: '2022' }),
        ],
      ],
    ],
    [
      'another description',
      [job('Nurse', 'A', { description: 'x' })],
      [job('Nurse', 'A', { description: 'y' })],
      [],
    ],
    [
      'a title where there was the company alone',
      [job(undefined, 'A')],
      [job('Nurse', 'A')],
      [['changed', job(undefined, 'A'), job('Nurse', 'A')]],
    ],
    [
      'a company where there was the title alone',
      [job('Nurse', undefined)],
      [job('Nurse', 'A')],
      [['changed', job('Nurse', undefined), job('Nurse', 'A')]],
    ],
    [
      'the same title elsewhere',
      [job('Nurse', 'A')],
      [job('Nurse', 'B')],
      [['added', undefined, job('Nurse', 'B')]],
    ],
    [
      'two times at one company, told apart by their start',
      [job('Nurse', 'A', { start: '2010', end: '2012' }), job('Nurse', 'A', { start: '2020', end: null })],
      [job('Nurse', 'A', { start: '2020', end: null }), job('Nurse', 'A', { start: '2010', end: '2012' })],
      [],
    ],
  ])('positions: %s', (_, before, now, expected) => {
    const changes = diffProfile(withPositions(...before), withPositions(...now));
    expect(changes).toStrictEqual(
      expected.map(([change, from, to]) => ({
        kind: 'position',
        change,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      })),
    );
  });
});

describe('the news of a contact', () => {
  const news = (before: Position, now: Position) =>
    eventsOf(withPositions(before), withPositions(now), '2026-11-24T10:00:00.000Z');
  it.each<[string, Position, Position, boolean]>([
    ['the same job in other letters', job('Nurse', 'Acme'), job('NURSE', 'ACME'), false],
    ['a title that was not known', job(undefined, 'Acme'), job('Nurse', 'Acme'), false],
    ['a company that is not shown', job('Nurse', 'Acme'), job('Nurse', undefined), false],
    ['another title', job('Nurse', 'Acme'), job('Cook', 'Acme'), true],
    ['another company', job('Nurse', 'Acme'), job('Nurse', 'Beispiel'), true],
  ])('a job: %s', (_, before, now, told) => {
    const [before0, now0] = [
      { ...before, end: null },
      { ...now, end: null },
    ];
    expect(news(before0, now0)).toEqual(
      told
        ? [
            {
              at: '2026-11-24T10:00:00.000Z',
              kind: 'position',
              from: positionText(before),
              to: positionText(now),
            },
          ]
        : [],
    );
  });

  it('is a headline in other words, and none that was not known', () => {
    const of = (headline?: string) => makeProfile(headline === undefined ? {} : { headline });
    expect(eventsOf(of('One'), of('Two'), 'now')).toEqual([
      { at: 'now', kind: 'headline', from: 'One', to: 'Two' },
    ]);
    for (const [before, now] of [
      ['One', 'one'],
      [undefined, 'One'],
      ['One', undefined],
    ] as const)
      expect(eventsOf(of(before), of(now), 'now')).toEqual([]);
  });
});
