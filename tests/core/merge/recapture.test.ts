import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffProfile, joinContacts, mergeCapture, mergeProfiles } from '../../../src/core/merge/index.ts';
import { currentPosition, type Position, type Profile } from '../../../src/core/model/index.ts';
import { contact, profile, someone } from '../../exchange/people.ts';

const options = { now: '2027-03-01T08:00:00.000Z', deviceId: 'other' };
const cto: Position = { title: 'CTO', company: 'Acme GmbH', start: '2019-05', end: null };
const engineer: Position = { title: 'Engineer', company: 'Beta', start: '2012', end: '2019-04' };
const saved = someone('Jana Bergmann', {
  headline: 'CTO at Acme',
  location: { text: 'Hamburg, Hamburg, Germany', city: 'Hamburg', region: 'Hamburg', country: 'DE' },
  positions: [cto, engineer],
  skills: ['SQL', 'Rail'],
  about: 'Long text',
});
const capture = (changes: Partial<Profile>, doubtful?: string[]) =>
  mergeCapture(
    saved,
    {
      profile: { ...bare(), ...changes },
      provenance: { name: 'title', positions: 'card' },
      reader: 'linkedin@2',
      doubtful,
    },
    options,
  );

/** A page that shows the name alone. */
function bare(): Profile {
  const { key, url, name } = saved.profile;
  return { key, url, name, positions: [], education: [], skills: [], languages: [] };
}

describe('a guess of the reader', () => {
  it('of a name replaces no known name', () => {
    const { contact: merged } = capture({ name: { full: 'Jana Bergmann 4b2a' } }, ['name']);
    expect(merged.profile.name).toEqual(saved.profile.name);
    expect(merged.provenance.name).toBe(saved.provenance.name);
  });

  it('of an employer replaces no known career and is no news', () => {
    const { contact: merged, events } = capture({ positions: [{ company: 'Gamma', end: null }] }, [
      'positions',
    ]);
    expect(merged.profile.positions).toEqual([cto, engineer]);
    expect(events).toEqual([]);
  });

  it.each([
    ['of a text that is known', 'headline', { headline: 'Guess' }, 'card'],
    ['of a list that is known', 'skills', { skills: ['Guess'] }, 'card'],
    ['of a text that is not known', 'about', { about: 'Guess' }, 'title'],
    ['of a list that holds nothing', 'education', { education: [{ school: 'Guess' }] }, 'title'],
  ] as const)('%s leaves its source, but where nothing was known', (_, field, shown, source) => {
    const known = someone('Ada Example', { headline: 'CTO', skills: ['SQL'] });
    const read = (doubtful: string[]) =>
      mergeCapture(
        { ...known, provenance: { headline: 'card', skills: 'card' } },
        {
          profile: { ...known.profile, ...shown } as Profile,
          provenance: { [field]: 'title' },
          reader: 'x@1',
          doubtful,
        },
        options,
      ).contact.provenance;
    expect(read([field])[field]).toBe(source);
    expect(read(['name'])[field]).toBe('title');
  });

  it('fills what was unknown', () => {
    const unknown = someone('Ada Example', {});
    const merged = mergeProfiles(
      unknown.profile,
      { ...unknown.profile, positions: [{ company: 'Gamma', end: null }], headline: 'Guess' },
      ['positions', 'headline'],
    );
    expect([merged.positions[0]?.company, merged.headline]).toEqual(['Gamma', 'Guess']);
  });
});

it.each([
  ['Jana B.', 'Jana Bergmann'],
  ['J. Bergmann', 'Jana Bergmann'],
  ['Jana Berg', 'Jana Berg'],
  ['Jana Holm', 'Jana Holm'],
  ['Jana Bergmann-Holm', 'Jana Bergmann-Holm'],
])('a page that calls the person "%s" leaves the name "%s"', (shown, kept) => {
  expect(capture({ name: { full: shown } }).contact.profile.name.full).toBe(kept);
});

it('keeps positions and skills when only the top card was loaded, and adds those of a details page later', () => {
  const top = capture({ headline: 'CTO at Acme' }).contact;
  expect(top.profile).toMatchObject({
    positions: [cto, engineer],
    skills: ['SQL', 'Rail'],
    about: 'Long text',
  });
  const trainee: Position = { title: 'Trainee', company: 'Gamma', start: '2010', end: '2012' };
  const later = mergeCapture(
    top,
    { profile: { ...bare(), positions: [cto, engineer, trainee] }, provenance: {}, reader: 'linkedin@2' },
    options,
  ).contact;
  expect(later.profile.positions).toEqual([cto, engineer, trainee]);
  expect(later.profile.skills).toEqual(['SQL', 'Rail']);
});

it('keeps a new job as an event, once', () => {
  const ceo: Position = { title: 'CEO', company: 'Delta', start: '2027-01', end: null };
  const page = { positions: [ceo, { ...cto, end: '2026-12' }] };
  const { contact: merged, events } = capture(page);
  expect(events).toEqual([{ at: options.now, kind: 'position', from: 'CTO, Acme GmbH', to: 'CEO, Delta' }]);
  expect(currentPosition(merged.profile)).toEqual(ceo);
  const again = mergeCapture(
    merged,
    { profile: { ...bare(), ...page }, provenance: {}, reader: 'linkedin@2' },
    options,
  );
  expect(again.events).toEqual([]);
});

describe('the differences that a person is shown', () => {
  const differences = (changes: Partial<Profile>) =>
    diffProfile(saved.profile, mergeProfiles(saved.profile, { ...saved.profile, ...changes }));

  it.each<[string, Partial<Profile>]>([
    [
      'the place in another language',
      { location: { text: 'Hamburg, Deutschland', city: 'Hamburg', country: 'DE' } },
    ],
    ['another wording of a description', { positions: [{ ...cto, description: 'New words' }, engineer] }],
    [
      'the legal form of a company',
      { positions: [{ ...cto, company: 'Acme GmbH', location: 'Hamburg' }, engineer] },
    ],
    ['white space and capitals', { headline: 'CTO  at ACME' }],
    ['a year where the month was known', { positions: [{ ...cto, start: '2019' }, engineer] }],
    ['skills in another order', { skills: ['Rail', 'SQL'] }],
  ])('%s is none', (_, changes) => {
    expect(differences(changes)).toEqual([]);
  });

  it('a new job, a new title and a move are three', () => {
    const changes = differences({
      headline: 'CEO at Delta',
      location: { text: 'Oslo, Norway', city: 'Oslo', country: 'NO' },
      positions: [
        { title: 'CEO', company: 'Delta', start: '2027-01', end: null },
        { ...cto, end: '2026-12' },
        engineer,
      ],
    });
    expect(
      changes.map((change) => ('change' in change ? change.change : 'field' in change && change.field)),
    ).toEqual(['started', 'ended', 'headline', 'location']);
  });
});

it('never loses a position, a school, a skill or a language, whatever part of a page is read', () => {
  fc.assert(
    fc.property(
      contact,
      profile,
      fc.subarray(['positions', 'education', 'skills', 'languages']),
      (known, page, shown) => {
        const partial = { ...page, key: known.profile.key, url: known.profile.url };
        for (const field of ['positions', 'education', 'skills', 'languages'] as const)
          if (!shown.includes(field)) partial[field] = [];
        const merged = mergeProfiles(known.profile, partial);
        for (const field of ['positions', 'education', 'skills', 'languages'] as const) {
          if (shown.includes(field)) continue;
          expect(merged[field]).toEqual(known.profile[field]);
        }
        for (const skill of known.profile.skills)
          expect(merged.skills.map((name) => name.toLowerCase())).toContain(skill.toLowerCase());
      },
    ),
    { seed: 11, numRuns: 100 },
  );
});

it('keeps the newest of what has happened to a person, and of two who became one', () => {
  let person = saved;
  const at = (i: number) => new Date(Date.UTC(2027, 0, 1 + i)).toISOString();
  for (let i = 0; i < 205; i++)
    person = mergeCapture(
      person,
      { profile: { ...bare(), headline: `Headline ${i}` }, provenance: {}, reader: 'linkedin@2' },
      { now: at(i), deviceId: 'd' },
    ).contact;
  expect(person.events).toHaveLength(200);
  expect(person.events.at(-1)).toMatchObject({ at: at(204), to: 'Headline 204' });
  const joined = joinContacts(person, someone('Bo Wy'), { now: at(400), deviceId: 'd' });
  expect(joined.events).toHaveLength(200);
  expect(joined.events.at(-1)).toMatchObject({ kind: 'merge', from: 'Bo Wy' });
});

it('keeps every word on a role when two contacts become one; of two on the same role the kept one', () => {
  const word = (goalId: string, is: boolean) => ({ goalId, role: 'mentor' as const, is });
  const [kept, other] = [someone('Ada Ex'), someone('Ada Example')];
  const joined = joinContacts(
    { ...kept, own: { ...kept.own, roles: [word('g1', true)], offer: 'a talk' } },
    { ...other, own: { ...other.own, roles: [word('g1', false), word('g2', false)], offer: 'data' } },
    { now: '2026-11-24T10:00:00.000Z', deviceId: 'd' },
  );
  expect(joined.own.roles).toEqual([word('g1', true), word('g2', false)]);
  expect(joined.own.offer).toBe('a talk; data');
});
