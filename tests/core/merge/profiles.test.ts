import { describe, expect, it } from 'vitest';
import {
  fillProfile,
  mergePositions,
  mergeProfiles,
  mergeProvenance,
  unite,
} from '../../../src/core/merge/profiles.ts';
import type { Education, Position, Profile } from '../../../src/core/model/index.ts';
import { makeProfile } from '../../make.ts';

const job = (title: string, company: string, more: Partial<Position> = {}): Position => ({
  title,
  company,
  ...more,
});
const local = { key: { site: 'local', id: 'x' }, url: 'https://local.invalid/x' };
const onXing = { key: { site: 'xing', id: 'y' }, url: 'https://www.xing.com/profile/y' };

describe('two readings of one person', () => {
  it.each<[string, Partial<Profile>, Partial<Profile>, Partial<Profile>]>([
    ['the newer word', { headline: 'then', degree: 1 }, { headline: 'now' }, { headline: 'now', degree: 1 }],
    [
      'every single word',
      {},
      {
        about: 'a',
        connections: 0,
        followers: 2,
        mutualConnections: 3,
        industry: 'i',
        location: { text: 'Ulm' },
      },
      {
        about: 'a',
        connections: 0,
        followers: 2,
        mutualConnections: 3,
        industry: 'i',
        location: { text: 'Ulm' },
      },
    ],
    ['a member’s number of the same site', {}, { memberId: 'm2' }, { memberId: 'm2' }],
    ['none of another site', { memberId: 'm1' }, { ...onXing, memberId: 'm2' }, { memberId: 'm1' }],
    [
      'links, each once',
      { links: ['https://a.example/'] },
      { links: ['https://b.example/', 'https://a.example/'] },
      { links: ['https://b.example/', 'https://a.example/'] },
    ],
    ['no link', {}, {}, {}],
    [
      'skills, schools and languages of both, the newer first',
      {
        skills: ['SQL', 'R'],
        languages: [{ name: 'German', level: 'native' }],
        education: [{ school: 'TU', start: '2010' }],
      },
      {
        skills: ['Python', 'sql'],
        languages: [{ name: 'Dutch' }, { name: 'german' }],
        education: [
          { school: 'tu', start: '2010-10', degree: 'MSc' },
          { school: 'TU', start: '2010-04', end: '2014' },
        ],
      },
      {
        skills: ['Python', 'sql', 'R'],
        languages: [{ name: 'Dutch' }, { name: 'german', level: 'native' }],
        education: [
          { school: 'tu', start: '2010-10', degree: 'MSc' },
          { school: 'TU', start: '2010-04', end: '2014' },
        ],
      },
    ],
  ])('keep %s', (_, older, newer, expected) => {
    expect(mergeProfiles(makeProfile(older), makeProfile(newer))).toStrictEqual(makeProfile(expected));
  });

  it('keep the page of the site on which the person was found, and take the first one that there is', () => {
    const page = ({ key, url }: Profile) => ({ key, url });
    const other = { key: { site: 'linkedin', id: 'new' }, url: 'https://www.linkedin.com/in/new/' };
    expect(page(mergeProfiles(makeProfile(), makeProfile(other)))).toEqual(other);
    expect(page(mergeProfiles(makeProfile(), makeProfile(onXing)))).toEqual(page(makeProfile()));
    expect(page(mergeProfiles(makeProfile(local), makeProfile(onXing)))).toEqual(onXing);
    expect(page(mergeProfiles(makeProfile(), makeProfile(local)))).toEqual(page(makeProfile()));
  });

  it.each<[string, Partial<Profile>, Partial<Profile>, Partial<Profile>]>([
    ['what is there', { headline: 'CTO' }, { headline: 'Engineer' }, { headline: 'CTO' }],
    ['what only the file knows', {}, { headline: 'Engineer' }, { headline: 'Engineer' }],
    ['the page that is known', onXing, {}, onXing],
    ['the page that is known, of two of one site', {}, { ...makeProfile(), url: 'https://x.example/' }, {}],
    ['the first page that there is', local, onXing, onXing],
    ['the positions that are known, whole', {}, { positions: [job('CEO', 'Delta')] }, {}],
    [
      'positions where none are known',
      { positions: [] },
      { positions: [job('CEO', 'Delta')] },
      { positions: [job('CEO', 'Delta')] },
    ],
  ])('of which the later is an older file keep %s', (_, known, file, expected) => {
    expect(fillProfile(makeProfile(known), makeProfile(file))).toStrictEqual(makeProfile(expected));
  });

  it.each([
    ['Jana Bergmann', 'Jana B.', 'Jana Bergmann'],
    ['Jana Bergmann', 'jana b', 'Jana Bergmann'],
    ['Jana Bergmann', 'J. Bergmann', 'Jana Bergmann'],
    ['Jana Bergmann', 'Jana C.', 'Jana C.'],
    ['Jana Bergmann', 'Jana Berg', 'Jana Berg'],
    ['Jana Bergmann', 'JANA BERGMANN', 'JANA BERGMANN'],
    ['Jana Maria Bergmann', 'Jana B.', 'Jana B.'],
    ['Jana B.', 'Jana Bergmann', 'Jana Bergmann'],
  ])('of the names %s and %s keep %s', (known, shown, expected) => {
    const { name } = mergeProfiles(
      makeProfile({ name: { full: known } }),
      makeProfile({ name: { full: shown } }),
    );
    expect(name.full).toBe(expected);
  });

  it('believe a guess only where nothing is known', () => {
    const known = makeProfile({
      headline: 'known',
      education: [{ school: 'TU' }],
      positions: [job('a', 'A')],
    });
    const guess = makeProfile({
      name: { full: 'Guessed' },
      headline: 'guess',
      about: 'guess',
      education: [{ school: 'Uni' }],
      positions: [job('b', 'B')],
    });
    const all = ['name', 'headline', 'about', 'education', 'positions'];
    expect(mergeProfiles(known, guess, all)).toStrictEqual({ ...known, about: 'guess' });
    const merged = mergeProfiles(known, guess, ['education']);
    expect([merged.headline, merged.education.length, merged.positions.length, merged.name.full]).toEqual([
      'guess',
      1,
      2,
      'Guessed',
    ]);
    const bare = makeProfile({ education: [], positions: [] });
    expect(mergeProfiles(bare, guess, all)).toMatchObject({
      education: guess.education,
      positions: guess.positions,
    });
  });
});

describe('positions of two readings', () => {
  it.each<[string, Position[], Position[], Position[]]>([
    [
      'a job that has ended ends no other',
      [job('CTO', 'Acme', { end: null })],
      [job('Dev', 'Beta', { start: '2010', end: '2012' })],
      [job('CTO', 'Acme', { end: null }), job('Dev', 'Beta', { start: '2010', end: '2012' })],
    ],
    [
      'one that was known and goes on ends no other',
      [job('CTO', 'Acme', { end: null }), job('Lecturer', 'Uni', { end: null })],
      [job('Lecturer', 'Uni', { end: null })],
      [job('Lecturer', 'Uni', { end: null }), job('CTO', 'Acme', { end: null })],
    ],
    [
      'a list of several with a new one ends all that it does not show',
      [job('CTO', 'Acme', { end: null }), job('Lecturer', 'Uni', { end: null })],
      [job('CEO', 'Gamma', { end: null }), job('Dev', 'Beta', { end: '2012' })],
      [
        job('CEO', 'Gamma', { end: null }),
        job('Dev', 'Beta', { end: '2012' }),
        job('CTO', 'Acme'),
        job('Lecturer', 'Uni'),
      ],
    ],
    [
      'former ones stand where their start belongs',
      [
        job('B', 'B', { start: '2015', end: '2016' }),
        job('D', 'D', { start: '2009', end: '2010' }),
        job('E', 'E'),
      ],
      [
        job('A', 'A', { start: '2018', end: null }),
        job('C', 'C', { start: '2012', end: '2013' }),
        job('F', 'F', { end: '2001' }),
      ],
      [
        job('A', 'A', { start: '2018', end: null }),
        job('B', 'B', { start: '2015', end: '2016' }),
        job('C', 'C', { start: '2012', end: '2013' }),
        job('F', 'F', { end: '2001' }),
        job('D', 'D', { start: '2009', end: '2010' }),
        job('E', 'E'),
      ],
    ],
    [
      'of the same job twice at one company the one of the same start is meant',
      [
        job('Dev', 'Acme', { start: '2010', end: '2012' }),
        job('Dev', 'Acme', { start: '2020', description: 'x' }),
      ],
      [job('Dev', 'Acme', { start: '2020-04' })],
      [
        job('Dev', 'Acme', { start: '2020-04', description: 'x' }),
        job('Dev', 'Acme', { start: '2010', end: '2012' }),
      ],
    ],
    [
      'a company alone is not the job of another start there',
      [job('Dev', 'Acme', { start: '2010', end: '2012' })],
      [{ company: 'Acme', start: '2015', end: '2016' }],
      [{ company: 'Acme', start: '2015', end: '2016' }, job('Dev', 'Acme', { start: '2010', end: '2012' })],
    ],
    [
      'a company alone is first of all the one that stands alone',
      [job('CTO', 'Acme'), { company: 'Acme', description: 'x' }],
      [{ company: 'Acme' }],
      [{ company: 'Acme', description: 'x' }, job('CTO', 'Acme')],
    ],
    [
      'a title without a company is the same without one',
      [{ title: 'Dev', start: '2010' }],
      [{ title: 'DEV', end: '2012' }],
      [{ title: 'DEV', start: '2010', end: '2012' }],
    ],
    [
      'a later end is news where the known one does not begin so',
      [job('Dev', 'Acme', { start: '2010', end: '2012-05' })],
      [job('Dev', 'Acme', { start: '2010', end: '2013' })],
      [job('Dev', 'Acme', { start: '2010', end: '2013' })],
    ],
  ])('%s', (_, older, newer, merged) => {
    const before = structuredClone(older);
    expect(mergePositions(older, newer)).toStrictEqual(merged);
    expect(older).toStrictEqual(before);
  });

  it('are at most as many as are kept, the newest', () => {
    const many = (count: number, from: number) =>
      Array.from({ length: count }, (_, i) =>
        job(`t${from + i}`, 'A', { start: String(2000 - from - i), end: '2001' }),
      );
    const merged = mergePositions(many(80, 80), many(80, 0));
    expect(merged).toHaveLength(100);
    expect(merged[0]?.title).toBe('t0');
  });
});

it.each<[string, Partial<Education>, Partial<Education>, boolean]>([
  ['the same school', {}, {}, true],
  [
    'another spelling of school and degree',
    { degree: 'MSc Physik' },
    { school: 'TU MUSTERSTADT', degree: 'msc physik' },
    true,
  ],
  ['another degree', { degree: 'MSc' }, { degree: 'BSc' }, false],
  ['a degree that was not shown', {}, { degree: 'BSc' }, false],
  ['another month of one year', { start: '2010-10' }, { start: '2010' }, true],
  ['another year', { start: '2010' }, { start: '2011' }, false],
  ['a year that was not shown', {}, { start: '2011' }, false],
])('education is one or two: %s', (_, older, newer, same) => {
  const at = (more: Partial<Education>) =>
    makeProfile({ education: [{ school: 'TU Musterstadt', ...more }] });
  expect(mergeProfiles(at(older), at(newer)).education).toHaveLength(same ? 1 : 2);
});

it('a source follows what is shown', () => {
  const shown = makeProfile({ headline: 'x', skills: [] });
  expect(
    mergeProvenance(
      { headline: 'import', about: 'import' },
      { headline: 'jsonLd', skills: 'card', about: 'card', name: 'title' },
      shown,
    ),
  ).toEqual({ headline: 'jsonLd', about: 'import', name: 'title' });
});

it('lists are united up to a number of entries', () => {
  expect(unite(['a', 'b'], ['B', 'c', 'd'], (word) => word.toLowerCase(), 3)).toEqual(['a', 'b', 'c']);
  expect(unite([{ id: 1, a: 'x' }], [{ id: 1, b: 'y', a: 'z' }], ({ id }) => String(id), 9)).toEqual([
    { id: 1, a: 'x', b: 'y' },
  ]);
});
