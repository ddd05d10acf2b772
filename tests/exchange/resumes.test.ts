import { describe, expect, it } from 'vitest';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { file } from './people.ts';

/* Résumés and JSContact cards as programs write them; all people are invented. */

const read = (value: unknown) => parseFiles([file('x.json', JSON.stringify(value))]);

async function only(value: unknown) {
  const parsed = await read(value);
  expect([parsed.fileErrors, parsed.rowErrors]).toEqual([[], []]);
  expect(parsed.persons).toHaveLength(1);
  const [person] = parsed.persons;
  if (person === undefined) throw new Error('nobody');
  return person;
}

describe('JSON Resume', () => {
  it.each([
    [
      { countryCode: 'US', address: 'Bern, Switzerland' },
      { text: 'Bern, Switzerland', city: 'Bern', country: 'CH' },
    ],
    [
      { countryCode: 'US', address: 'Hamburg' },
      { text: 'Hamburg', city: 'Hamburg', country: 'DE' },
    ],
    [{ countryCode: 'CH' }, { text: 'Switzerland', country: 'CH' }],
    [{ countryCode: 'UK' }, { text: 'United Kingdom', country: 'GB' }],
    [
      { countryCode: 'CH', address: 'Moosweg 4' },
      { text: 'Switzerland', country: 'CH' },
    ],
    [
      { address: 'Moosweg 4, 3011 Bern, Switzerland', countryCode: 'DE' },
      { text: 'Bern, Switzerland', city: 'Bern', country: 'CH' },
    ],
    [
      { address: 'Moosweg 4', city: 'Bern', countryCode: 'CH' },
      { text: 'Bern', city: 'Bern', country: 'CH' },
    ],
    [
      { city: 'Bern, Switzerland', countryCode: 'US' },
      { text: 'Bern, Switzerland', city: 'Bern', country: 'CH' },
    ],
    ['Lyon, France', { text: 'Lyon, France', city: 'Lyon', country: 'FR' }],
    [{ countryCode: 'XX' }, undefined],
    [{ address: 'Moosweg 4' }, undefined],
  ])('reads the place %j', async (location, place) => {
    const { profile } = await only({ basics: { name: 'Runa Feld', location }, work: [] });
    expect(profile.location).toEqual(place);
  });

  it.each([
    [undefined, null],
    ['', null],
    ['Present', null],
    ['present', null],
    ['heute', null],
    ['2020-05-31', '2020-05'],
    ['May 2020', '2020-05'],
    ['2020', '2020'],
    ['0000-00-00', undefined],
    ['soon', undefined],
  ])('takes %j as the end %j', async (endDate, end) => {
    const { profile } = await only({
      basics: { firstName: 'Runa', lastName: 'Feld' },
      work: [{ name: 'Moos AG', position: 'Lead', startDate: '2019-01-15', endDate }],
    });
    expect(profile.positions).toEqual([
      { title: 'Lead', company: 'Moos AG', start: '2019-01', ...(end !== undefined && { end }) },
    ]);
  });
});

const position = { title: 'Head of QA', company: 'Moos AG', start: '2020-01', end: null };
const school = { school: 'Uni Bern', degree: 'MSc', field: 'Physics', start: '2010', end: '2014' };

it.each([
  [
    'Reactive Resume 3',
    {
      basics: {
        name: 'Runa Feld',
        headline: 'Tester',
        summary: 'I **test**.',
        email: 'runa@moos.example',
        location: { city: 'Bern', country: 'Switzerland', address: 'Moosweg 4' },
        profiles: [{ network: 'LinkedIn', username: 'runa-feld', url: '' }],
      },
      sections: {
        work: {
          items: [{ name: 'Moos AG', position: 'Head of QA', date: { start: '2020-01-01', end: '' } }],
        },
        education: {
          items: [
            { institution: 'Uni Bern', degree: 'MSc', area: 'Physics', date: { start: '2010', end: '2014' } },
          ],
        },
        skills: { items: [{ name: 'Testing', keywords: ['Vitest'] }] },
        languages: { items: [{ name: 'German', level: 'native' }] },
      },
      metadata: { template: 'x' },
    },
  ],
  [
    'Reactive Resume 4',
    {
      basics: {
        name: 'Runa Feld',
        headline: 'Tester',
        email: 'runa@moos.example',
        location: 'Bern, Switzerland',
        url: { label: '', href: '' },
        customFields: [],
      },
      sections: {
        summary: { content: '<p>I **test**.</p>' },
        profiles: { items: [{ network: 'LinkedIn', username: 'runa-feld', url: { href: '' } }] },
        experience: {
          items: [
            {
              company: 'Moos AG',
              position: 'Head of QA',
              date: 'January 2020 - Present',
              summary: '',
              visible: true,
            },
            { company: 'Hidden AG', position: 'Secret', date: '2001', summary: '', visible: false },
          ],
        },
        education: {
          items: [{ institution: 'Uni Bern', studyType: 'MSc', area: 'Physics', date: '2010 - 2014' }],
        },
        skills: { items: [{ name: 'Testing', keywords: ['Vitest'] }] },
        languages: { items: [{ name: 'German', description: 'native' }] },
      },
      metadata: {},
    },
  ],
  [
    'Reactive Resume 5',
    {
      basics: {
        name: 'Runa Feld',
        headline: 'Tester',
        email: 'runa@moos.example',
        location: 'Bern, Switzerland',
      },
      summary: { content: '<p>I **test**.</p>' },
      sections: {
        profiles: { items: [{ network: 'LinkedIn', username: 'runa-feld', website: { url: '' } }] },
        experience: {
          items: [
            { company: 'Moos AG', position: 'Head of QA', period: 'Jan 2020 – Present', hidden: false },
          ],
        },
        education: { items: [{ school: 'Uni Bern', degree: 'MSc', area: 'Physics', period: '2010 – 2014' }] },
        skills: { items: [{ name: 'Testing', keywords: ['Vitest'] }] },
        languages: { items: [{ language: 'German', fluency: 'native' }] },
      },
    },
  ],
  [
    'FRESH',
    {
      name: 'Runa Feld',
      meta: { format: 'FRESH@0.6.0' },
      info: { label: 'Tester', brief: 'I **test**.' },
      contact: { email: 'runa@moos.example' },
      location: { city: 'Bern', country: 'Switzerland' },
      employment: { history: [{ employer: 'Moos AG', position: 'Head of QA', start: '2020-01' }] },
      education: {
        history: [{ institution: 'Uni Bern', studyType: 'MSc', area: 'Physics', start: '2010', end: '2014' }],
      },
      skills: { sets: [{ name: 'QA', skills: ['Testing', 'Vitest'] }] },
      languages: [{ language: 'German', level: 'native' }],
      social: [{ network: 'LinkedIn', user: 'runa-feld', url: 'https://www.linkedin.com/in/runa-feld' }],
    },
  ],
])('reads the whole career of a résumé of %s', async (_, resume) => {
  const { profile, emails } = await only(resume);
  expect(profile).toMatchObject({
    key: { site: 'linkedin', id: 'runa-feld' },
    name: { full: 'Runa Feld' },
    headline: 'Tester',
    about: 'I **test**.',
    location: { city: 'Bern', country: 'CH' },
    positions: [position],
    education: [school],
    skills: ['Testing', 'Vitest'],
    languages: [{ name: 'German', level: 'native' }],
  });
  expect([emails, profile.positions.length]).toEqual([['runa@moos.example'], 1]);
});

describe('JSContact', () => {
  const card = (parts: object) => ({
    '@type': 'Card',
    version: '1.0',
    uid: 'u1',
    name: { full: 'Runa Feld' },
    ...parts,
  });

  it.each([
    [{ service: 'LinkedIn', user: 'runa-feld' }],
    [{ service: 'linkedin', user: 'runa-feld', uri: 'x-apple:runa-feld' }],
    [{ service: 'LinkedIn', uri: 'https://www.linkedin.com/in/runa-feld/' }],
  ])('knows the person by the service %j', async (service) => {
    const { profile } = await only(card({ onlineServices: { a: { service: 'GitHub' }, b: service } }));
    expect(profile.key).toEqual({ site: 'linkedin', id: 'runa-feld' });
  });

  it('takes what is for work before what is private, and the preferred first of all', async () => {
    const emails = {
      a: { address: 'home@moos.example', contexts: { private: true } },
      b: { address: 'work@moos.example', contexts: { work: true } },
      c: { address: 'best@moos.example', contexts: { private: true }, pref: 1 },
    };
    const at = (locality: string, context: string, countryCode: string) => ({
      components: [{ kind: 'locality', value: locality }],
      contexts: { [context]: true },
      countryCode,
    });
    const person = await only(
      card({ emails, addresses: { a: at('Bern', 'private', 'ch'), b: at('London', 'work', 'uk') } }),
    );
    expect(person.emails).toEqual(['best@moos.example', 'work@moos.example', 'home@moos.example']);
    expect(person.profile.location).toEqual({ text: 'London', city: 'London', country: 'GB' });
  });

  it('takes no code that is none for a country, and no street for a place', async () => {
    const one = await only(
      card({ addresses: { a: { full: 'Moosweg 4\n3011 Bern\nSwitzerland', countryCode: 'XX' } } }),
    );
    expect(one.profile.location).toEqual({ text: 'Bern, Switzerland', city: 'Bern', country: 'CH' });
  });

  it('passes over companies, groups and own groups of programs, and tells of a card without a name', async () => {
    const parsed = await read([
      card({ name: { full: 'Kachelwerk GmbH' }, organizations: { o: { name: 'Kachelwerk GmbH' } } }),
      card({ kind: 'org' }),
      card({ name: {}, emails: { a: { address: 'jo@moos.example' } } }),
      card({ name: {} }),
      card({ keywords: { myContacts: true, Team: true } }),
      card({ uid: 'u2', name: {}, nicknames: { n: { name: 'Ole' } } }),
    ]);
    expect(parsed.persons.map(({ profile, own }) => [profile.name.full, own.tags])).toEqual([
      ['Runa Feld', ['Team']],
      ['Ole', undefined],
    ]);
    expect(parsed.rowErrors).toMatchObject([{ row: 3, kind: 'noName', value: 'jo@moos.example' }]);
    expect(parsed.files).toMatchObject([{ persons: 2, ignored: 3 }]);
  });
});
