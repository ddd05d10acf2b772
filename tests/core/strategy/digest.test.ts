import { describe, expect, it } from 'vitest';
import type { Career, Contact, Digest, Position, Profile, Tie } from '../../../src/core/model/index.ts';
import { dayNumber, digestOf } from '../../../src/core/strategy/index.ts';
import { makeContact } from '../../make.ts';

const NOBODY: Career = {
  current: { function: null, industry: null, seniority: null, evidence: [] },
  steps: [],
} as unknown as Career;
const code = (isco4: string, confidence: number) => ({
  isco4,
  isco3: isco4.slice(0, 3),
  name: '',
  confidence,
  alternatives: [],
});

/** A contact of whom nothing is known but what is named. */
function contact(profile: Partial<Profile> = {}, own: Partial<Contact['own']> = {}): Contact {
  const made = makeContact({ positions: [], ...profile });
  return { ...made, own: { ...made.own, ...own } };
}
const digest = (
  profile: Partial<Profile>,
  more: { own?: Partial<Contact['own']>; ties?: Tie[]; career?: Career } = {},
) => digestOf(contact(profile, more.own), more.career ?? NOBODY, more.ties ?? []);
const held = (title: string | undefined, company?: string): Position => ({
  ...(title !== undefined && { title }),
  ...(company !== undefined && { company }),
  end: null,
});
const BARE = { id: 'c1', name: 'Leyla Brandt', seen: dayNumber('2026-11-24') };

it('counts whole days, and knows what is no date', () => {
  expect([
    dayNumber('1970-01-02'),
    dayNumber('1970-01-02T23:59:59Z'),
    dayNumber('1969-12-31T12:00:00Z'),
  ]).toEqual([1, 1, -1]);
  expect(dayNumber('soon')).toBeUndefined();
});

describe('what the engine keeps of a contact', () => {
  it('is next to nothing of one of whom nothing is known', () => {
    expect(digest({})).toStrictEqual(BARE);
  });

  it('is every field, each from its place', () => {
    const career = {
      current: {
        function: code('2521', 0.9),
        industry: { nace2: '86', name: '', confidence: 0.8, alternatives: [] },
        seniority: 'lead',
        evidence: [],
      },
      steps: [
        { isco4: '2521', nace2: '86', seniority: 'lead', company: 'as judged', start: '2020-03', end: null },
        { isco4: null, nace2: null, seniority: null, company: 'Laden', start: '2015', end: '2019-06' },
        { isco4: null, nace2: null, seniority: null },
      ],
    } as unknown as Career;
    const place = { text: 'Hamburg, Deutschland', city: 'Hamburg', country: 'DE' };
    expect(
      digest(
        {
          headline: 'Data Engineer at Klinik',
          location: place,
          positions: [
            {
              title: 'Data Engineer',
              company: 'Klinik',
              start: '2020-03',
              end: null,
              location: 'Wien, Österreich',
            },
            { title: 'Verkäufer', start: '2015', end: '2019-06' },
          ],
          education: [
            { school: 'TU Musterstadt', start: '2010-10', end: '2014' },
            { school: 'Uni', start: '2009', end: null },
          ],
          skills: ['SQL', 'Zürich'],
          followers: 3,
          connections: 4,
          mutualConnections: 5,
          degree: 2,
        },
        {
          career,
          own: {
            layer: 'beyond',
            hub: false,
            roles: [{ goalId: 'g', role: 'mentor', is: true }],
            looksFor: 'x'.repeat(300),
            offer: 'y'.repeat(300),
          },
        },
      ),
    ).toStrictEqual({
      ...BARE,
      isco: '2521',
      iscoSure: 0.9,
      nace: '86',
      naceSure: 0.8,
      seniority: 'lead',
      employer: 'Klinik',
      steps: [
        {
          isco: '2521',
          nace: '86',
          seniority: 'lead',
          company: 'Klinik',
          country: 'AT',
          from: 2020,
          to: null,
        },
        { company: 'Laden', from: 2015, to: 2019 },
        {},
      ],
      schools: [
        { name: 'TU Musterstadt', from: 2010, to: 2014 },
        { name: 'Uni', from: 2009 },
      ],
      place,
      skills: ['sql', 'zurich'],
      topics: ' data engineer at klinik data engineer ',
      followers: 3,
      connections: 4,
      mutual: 5,
      degree: 2,
      ownLayer: 'beyond',
      ownHub: false,
      ownRoles: [{ goalId: 'g', role: 'mentor', is: true }],
      looksFor: 'x'.repeat(200),
      offer: 'y'.repeat(200),
    });
  });

  it('follows what the user has typed over', () => {
    expect(digest({ skills: ['SQL'] }, { own: { edits: { skills: ['R'] } } }).skills).toEqual(['r']);
  });

  it.each<[string, Partial<Profile>, Partial<Digest>]>([
    ['topics are words without marks', { headline: ' C++ / Rust -- C#! ' }, { topics: ' c++ rust c# ' }],
    ['topics have an end', { headline: 'x'.repeat(400) }, { topics: ` ${'x'.repeat(200)} ` }],
    [
      'skills have an end',
      { skills: Array.from({ length: 60 }, () => 'a') },
      { skills: Array.from({ length: 50 }, () => 'a') },
    ],
    ['out of service by the headline', { headline: 'Retired teacher' }, { retired: true }],
    ['out of service by a post of today', { positions: [held('Im Ruhestand')] }, { retired: true }],
    ['heads a house', { positions: [held('Inhaberin', 'Laden')] }, { head: true }],
    ['heads a house by the headline where no post is held', { headline: 'Inhaberin' }, { head: true }],
    ['learns', { headline: 'Aspiring nurse' }, { learning: true }],
    [
      'two organisations',
      { positions: [held('Chefin', 'Laden'), held('Rätin', 'Klinik')] },
      { affiliations: 2 },
    ],
    [
      'one organisation in two posts',
      { positions: [held('Chefin', 'Laden'), held('Rätin', 'LADEN'), held('Wirtin')] },
      {},
    ],
    [
      'an organisation that is left',
      { positions: [held('Chefin', 'Laden'), { title: 'Rätin', company: 'Klinik', end: '2020' }] },
      {},
    ],
    [
      'a post that stands between groups',
      { positions: [held('Professorin', 'Uni')] },
      { bridge: 'Professorin' },
    ],
    ['a former one does not', { positions: [{ title: 'Professorin', end: '2020' }] }, {}],
    ['a partner of a business does not', { headline: 'HR Business Partner' }, {}],
    ['a partner does', { headline: 'Lawyer and Partner' }, { bridge: 'Partner' }],
    ['finds people for others', { headline: 'Recruiter' }, { hinge: 'recruiter', bridge: 'Recruiter' }],
  ])('%s', (_, profile, expected) => {
    const { topics, employer, skills, head, steps, ...found } = digest(profile);
    const all = { topics, employer, skills, head, steps, ...found };
    for (const field of [
      'topics',
      'skills',
      'retired',
      'head',
      'learning',
      'affiliations',
      'bridge',
      'hinge',
    ] as const)
      if (field in expected || !['topics', 'head'].includes(field))
        expect(all[field], field).toEqual(expected[field]);
  });

  it('heads a house in an earlier post too', () => {
    const career = { ...NOBODY, steps: [{ isco4: null, nace2: null, seniority: null }] } as unknown as Career;
    const past = { title: 'Inhaberin', company: 'Laden', end: '2020' };
    expect(digest({ positions: [past] }, { career }).steps).toEqual([{ head: true, company: 'Laden' }]);
  });
});

describe('what a digest keeps of ties', () => {
  const tie = (from: string, to: string, more: Partial<Tie> = {}): Tie => ({
    from,
    to,
    kind: 'knows',
    ...more,
  });
  const tieOf = (ties: Tie[], log: Contact['own']['log'] = []) => digest({}, { ties, own: { log } }).tie;

  it.each<[string, Tie[], Digest['tie']]>([
    ['none', [], undefined],
    ['of the user, as far as is known', [tie('me', 'c1')], {}],
    ['the other way round', [tie('c1', 'me', { strength: 'weak' })], { strength: 'weak' }],
    ['who introduced somebody is no tie', [tie('me', 'c1', { kind: 'introduced' })], undefined],
    ['nor is one between others', [tie('c1', 'x')], undefined],
    [
      'the user’s own word first, then the other direction',
      [
        tie('c1', 'me', { strength: 'weak', label: 'personal', messages: 4 }),
        tie('me', 'c1', { strength: 'strong' }),
      ],
      { strength: 'strong', label: 'personal', messages: 4 },
    ],
    [
      'the last day of both',
      [tie('me', 'c1', { lastContact: '1970-01-03' }), tie('c1', 'me', { lastContact: '1970-01-09' })],
      { last: 8 },
    ],
    [
      'the year of the connection',
      [tie('me', 'c1', { connectedOn: '2011-05-01', since: '2001' })],
      { since: 2011 },
    ],
    ['the year that the user says', [tie('me', 'c1', { since: '2001-04' })], { since: 2001 }],
  ])('%s', (_, ties, expected) => {
    expect(tieOf(ties)).toStrictEqual(expected);
  });

  it('knows the day of the log, with a tie or without', () => {
    const log = [
      { day: '1970-01-05', text: 'note', kind: 'note' as const },
      { day: '1970-01-04', text: 'lunch' },
    ];
    expect(tieOf([], log)).toStrictEqual({ last: 3 });
    expect(tieOf([tie('me', 'c1', { lastContact: '1970-01-02' })], log)).toStrictEqual({ last: 3 });
    expect(tieOf([tie('me', 'c1', { lastContact: '1970-01-09' })], log)).toStrictEqual({ last: 8 });
  });

  it('names whom they introduced and whom they know, not the user and not themselves', () => {
    const ties = [
      tie('c1', 'a'),
      tie('c1', 'me'),
      tie('c1', 'c1'),
      tie('b', 'c1'),
      tie('c1', 'd', { kind: 'introduced' }),
      tie('c1', 'me', { kind: 'introduced' }),
      tie('e', 'c1', { kind: 'introduced' }),
    ];
    const { introduced, knows, knowsBy, acquainted } = digest({}, { ties });
    expect({ introduced, knows, knowsBy, acquainted }).toEqual({
      introduced: ['d'],
      knows: ['a'],
      acquainted: 2,
    });
  });

  it('counts of the acquaintances those who are sure enough, at either end', () => {
    const source = (relation: 'commonContact' | 'follows') => ({
      sources: [{ relation, site: 'web', on: '2026-01-01', matchedBy: 'address' as const }],
    });
    const ties = [tie('c1', 'a', source('follows')), tie('b', 'c1', source('commonContact')), tie('c1', 'b')];
    const found = digest({}, { ties });
    expect(found.acquainted).toBe(1);
    expect(found.knows).toEqual(['a', 'b']);
    expect(found.knowsBy?.map((code) => code.split('|')[0])).toEqual(['follows', '']);
    expect(digest({}, { ties: ties.slice(0, 1) })).not.toHaveProperty('acquainted');
  });
});
