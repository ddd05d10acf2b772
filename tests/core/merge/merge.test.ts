import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  createContact,
  diffProfile,
  effectiveProfile,
  joinContacts,
  keyOfUrl,
  localIdentity,
  mergeCapture,
  mergePositions,
  nameKey,
  redirectTies,
  sha256,
  suggestDuplicates,
  tombstoneHash,
  tombstoneHashes,
} from '../../../src/core/merge/index.ts';
import { Contact, currentPosition, type Position, type Profile } from '../../../src/core/model/index.ts';
import { contact, NOW, profile, someone } from '../../exchange/people.ts';

const LATER = '2027-03-01T08:00:00.000Z';
const RUNS = { seed: 11, numRuns: 200 };
const options = { now: LATER, deviceId: 'other' };

const recapture = (of: Contact, changes: Partial<Profile>) =>
  mergeCapture(
    of,
    { profile: { ...of.profile, ...changes }, provenance: { headline: 'card' }, reader: 'linkedin@2' },
    options,
  );

it('never touches the words of the user, whatever a page says', () => {
  fc.assert(
    fc.property(contact, profile, (saved, read) => {
      const { contact: merged } = mergeCapture(
        saved,
        { profile: read, provenance: {}, reader: 'x@1' },
        options,
      );
      expect(merged.own).toEqual(saved.own);
      expect(merged.rev).toBe(saved.rev + 1);
      expect(merged.keys).toEqual(expect.arrayContaining(saved.keys));
      expect(() => Contact.parse(merged)).not.toThrow();
    }),
    RUNS,
  );
});

it('finds nothing new in the same page twice', () => {
  fc.assert(
    fc.property(contact, profile, (saved, read) => {
      const capture = { profile: read, provenance: {}, reader: 'x@1' };
      const once = mergeCapture(saved, capture, options).contact;
      const twice = mergeCapture(once, capture, options);
      expect(twice.contact.profile).toEqual(once.profile);
      expect(twice.events).toEqual([]);
      expect(diffProfile(once.profile, twice.contact.profile)).toEqual([]);
    }),
    RUNS,
  );
});

it('keeps a field that the new page does not show', () => {
  const saved = someone('Ada Example', { headline: 'Engineer', about: 'Long text', skills: ['SQL'] });
  const { headline: _, about: __, ...bare } = saved.profile;
  const merged = mergeCapture(
    saved,
    { profile: { ...bare, skills: [] }, provenance: {}, reader: 'x@1' },
    options,
  ).contact;
  expect(merged.profile).toMatchObject({ headline: 'Engineer', about: 'Long text', skills: ['SQL'] });
});

const position = (title: string, company: string, parts: Partial<Position> = {}): Position => ({
  title,
  company,
  ...parts,
});

it.each<[string, Position[], Position[], Position[]]>([
  [
    'a details page adds earlier positions',
    [position('CTO', 'Acme', { end: null })],
    [
      position('CTO', 'Acme', { start: '2020', end: null }),
      position('Developer', 'Beta', { start: '2012', end: '2020' }),
    ],
    [
      position('CTO', 'Acme', { start: '2020', end: null }),
      position('Developer', 'Beta', { start: '2012', end: '2020' }),
    ],
  ],
  [
    'a card that shows the company alone changes nothing',
    [position('CTO', 'Acme GmbH', { start: '2020-03', end: null })],
    [{ company: 'ACME', end: null }],
    [{ title: 'CTO', company: 'ACME', start: '2020-03', end: null }],
  ],
  [
    'a new job ends the old one without inventing its end',
    [
      position('CTO', 'Acme', { start: '2020', end: null }),
      position('Developer', 'Beta', { start: '2012', end: '2020' }),
    ],
    [position('CEO', 'Gamma', { end: null })],
    [
      position('CEO', 'Gamma', { end: null }),
      position('CTO', 'Acme', { start: '2020' }),
      position('Developer', 'Beta', { start: '2012', end: '2020' }),
    ],
  ],
  [
    'of two current jobs a single row replaces the first only',
    [position('CTO', 'Acme', { end: null }), position('Lecturer', 'Uni', { end: null })],
    [position('CEO', 'Gamma', { end: null })],
    [
      position('CEO', 'Gamma', { end: null }),
      position('Lecturer', 'Uni', { end: null }),
      position('CTO', 'Acme'),
    ],
  ],
  [
    'a renamed title with the same start is the same job',
    [position('Dev', 'Acme', { start: '2020-01', end: null })],
    [position('Senior Developer', 'Acme', { start: '2020-01', end: null })],
    [position('Senior Developer', 'Acme', { start: '2020-01', end: null })],
  ],
  [
    'a year says no more than the month that is known',
    [position('Dev', 'Acme', { start: '2020-01', end: '2021-05' })],
    [position('Dev', 'Acme', { start: '2020', end: '2021' })],
    [position('Dev', 'Acme', { start: '2020-01', end: '2021-05' })],
  ],
  [
    'the same title twice at one company stays two',
    [
      position('Dev', 'Acme', { start: '2020', end: null }),
      position('Dev', 'Acme', { start: '2010', end: '2012' }),
    ],
    [position('Dev', 'Acme', { start: '2020', end: null })],
    [
      position('Dev', 'Acme', { start: '2020', end: null }),
      position('Dev', 'Acme', { start: '2010', end: '2012' }),
    ],
  ],
  [
    'the same title at another employer is another job',
    [position('Dev', 'Beta')],
    [position('Dev', 'Acme')],
    [position('Dev', 'Acme'), position('Dev', 'Beta')],
  ],
  [
    'another title at the same employer is another job',
    [position('CTO', 'Acme')],
    [position('CFO', 'Acme')],
    [position('CFO', 'Acme'), position('CTO', 'Acme')],
  ],
  [
    'a title without an employer is not that of any',
    [position('Dev', 'Beta')],
    [{ title: 'Dev' }],
    [{ title: 'Dev' }, position('Dev', 'Beta')],
  ],
  ['an empty page changes nothing', [position('Dev', 'Acme')], [], [position('Dev', 'Acme')]],
])('merges positions: %s', (_, older, newer, merged) => {
  expect(mergePositions(older, newer)).toEqual(merged);
});

it('tells a change of job as news, and the first word about one not', () => {
  const saved = someone('Ada Example', { positions: [position('CTO', 'Acme', { end: null })] });
  const changed = recapture(saved, {
    positions: [position('CEO', 'Gamma', { end: null })],
    headline: 'CEO at Gamma',
  });
  expect(changed.events).toEqual([{ at: LATER, kind: 'position', from: 'CTO, Acme', to: 'CEO, Gamma' }]);
  expect(changed.contact.events).toEqual(changed.events);
  expect(diffProfile(saved.profile, changed.contact.profile)).toEqual([
    { kind: 'position', change: 'started', to: position('CEO', 'Gamma', { end: null }) },
    {
      kind: 'position',
      change: 'ended',
      from: position('CTO', 'Acme', { end: null }),
      to: position('CTO', 'Acme'),
    },
    { kind: 'text', field: 'headline', to: 'CEO at Gamma' },
  ]);
});

it('shows the edits of the user in place of what was captured', () => {
  const saved = someone('Ada Example', { headline: 'Old' });
  const edited = { ...saved, own: { ...saved.own, edits: { headline: 'Mine' } } };
  const merged = recapture(edited, { headline: 'New' }).contact;
  expect(merged.profile.headline).toBe('New');
  expect(effectiveProfile(merged).headline).toBe('Mine');
});

it('lets an older reading fill gaps only', () => {
  const saved = someone('Ada Example', {
    headline: 'Now',
    positions: [position('CTO', 'Acme', { end: null })],
  });
  const { contact: merged, events } = mergeCapture(
    saved,
    {
      profile: {
        ...saved.profile,
        headline: 'Then',
        about: 'Text',
        positions: [position('Dev', 'Beta', { end: null })],
      },
      provenance: { about: 'import' },
      reader: 'import',
    },
    { ...options, fillOnly: true },
  );
  expect(merged.profile).toMatchObject({
    headline: 'Now',
    about: 'Text',
    positions: saved.profile.positions,
  });
  expect(events).toEqual([]);
  expect(merged.source).toEqual(saved.source);
});

it('gives a person without a page the address of the first page that is read', () => {
  const typed = createContact({
    profile: { ...someone('Ada Example').profile, ...localIdentity('x1') },
    provenance: {},
    reader: 'typed',
    now: NOW,
    id: 'a',
    deviceId: 'd',
  });
  const { contact: merged } = mergeCapture(
    typed,
    { profile: someone('Ada Example', { id: 'ada' }).profile, provenance: {}, reader: 'linkedin@1' },
    options,
  );
  expect(merged.profile.url).toBe('https://www.linkedin.com/in/ada/');
  expect(merged.keys).toEqual(['local:x1', 'linkedin:ada']);
});

it.each([
  ['https://www.linkedin.com/in/J%C3%B6rg-M/', 'linkedin:jörg-m'],
  ['linkedin.com/in/ada?trk=x', 'linkedin:ada'],
  ['https://de.linkedin.com/in/ada/details/experience', 'linkedin:ada'],
  ['https://www.xing.com/profile/Ada_Example', 'xing:ada_example'],
  ['https://www.linkedin.com/company/acme', null],
  ['https://linkedin.com.evil.example/in/ada', null],
  ['https://notlinkedin.com/in/ada', null],
  ['javascript:alert(1)//linkedin.com/in/ada', null],
  ['ada at linkedin', null],
  ['', null],
])('reads the person out of %s', (url, key) => {
  const found = keyOfUrl(url);
  expect(found === null ? null : `${found.site}:${found.id}`).toBe(key);
});

it('suggests duplicates with their reasons, and joins nobody by a name alone', () => {
  const a = someone('Ada M. Example', { id: 'a', positions: [position('CTO', 'Acme GmbH', { end: null })] });
  const b = someone('Example, Ada', { id: 'b', positions: [position('Dev', 'ACME')] });
  const c = someone('Ada Example', { id: 'c' });
  const d = { ...someone('Info Desk', { id: 'd' }), emails: ['info@acme.example'] };
  const e = { ...someone('Bo Other', { id: 'e' }), emails: ['info@acme.example'] };
  const f = someone('Bo O.', { id: 'f', links: ['https://www.linkedin.com/in/e'] });
  expect(suggestDuplicates([a, b, c, d, e, f])).toEqual([
    { a: 'e', b: 'f', reasons: [{ reason: 'profileLink', value: 'linkedin:e' }] },
    { a: 'd', b: 'e', reasons: [{ reason: 'sameEmail', value: 'info@acme.example' }] },
    { a: 'a', b: 'b', reasons: [{ reason: 'sameNameAndCompany', value: 'ACME' }] },
  ]);
  expect(suggestDuplicates([a, b, c, d, e, f], new Set(['a b', 'd e', 'e f']))).toEqual([]);
});

it.each([
  ['Ada M. Example', 'Example Ada'],
  ['José Núñez', 'jose nunez'],
  ['Müller, Jörg', 'Jörg Müller'],
])('takes %s and %s for one name', (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

it('joins two contacts without losing a word of the user', () => {
  fc.assert(
    fc.property(contact, contact, (a, b) => {
      const joined = joinContacts(a, b, options);
      expect(joined.id).toBe(a.id);
      expect(new Set(joined.keys)).toEqual(new Set([...a.keys, ...b.keys]));
      for (const tag of [...a.own.tags, ...b.own.tags]) expect(joined.own.tags).toContain(tag);
      for (const note of [a.own.note, b.own.note]) if (note) expect(joined.own.note).toContain(note);
      for (const entry of [...a.own.log, ...b.own.log]) expect(joined.own.log).toContainEqual(entry);
      expect(() => Contact.parse(joined)).not.toThrow();
    }),
    RUNS,
  );
});

it('points ties to the contact that stays, each once, none to itself', () => {
  expect(
    redirectTies(
      [
        { from: 'me', to: 'a', kind: 'knows', connectedOn: '2020-01-01' },
        { from: 'me', to: 'b', kind: 'knows', connectedOn: '2019-01-01', messages: 4 },
        { from: 'a', to: 'b', kind: 'knows' },
      ],
      'b',
      'a',
    ),
  ).toEqual([{ from: 'me', to: 'a', kind: 'knows', connectedOn: '2019-01-01', messages: 4 }]);
});

it('hashes as SHA-256 does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text.toWellFormed()).digest('hex'));
    }),
    RUNS,
  );
  for (const length of [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 1000])
    expect(sha256('x'.repeat(length))).toBe(createHash('sha256').update('x'.repeat(length)).digest('hex'));
});

it('leaves of a deleted person nothing but salted hashes', () => {
  const gone = { keys: ['linkedin:ada'], emails: ['ada@mail.example'] };
  expect(tombstoneHashes(gone, 'salt')).toEqual([
    tombstoneHash('linkedin:ada', 'salt'),
    tombstoneHash('email:ada@mail.example', 'salt'),
  ]);
  expect(tombstoneHash('linkedin:ada', 'salt')).toMatch(/^[0-9a-f]{32}$/);
  expect(tombstoneHash('linkedin:ada', 'other')).not.toBe(tombstoneHash('linkedin:ada', 'salt'));
});

it('knows the deleted again on every machine', () => {
  const hash = createHash('sha256').update('weitblick-tombstone\nweitblick\nlinkedin:ada').digest('hex');
  expect(tombstoneHash('linkedin:ada')).toBe(hash.slice(0, 32));
  expect(tombstoneHashes({ keys: ['linkedin:ada'], emails: [] })).toEqual([hash.slice(0, 32)]);
});

it('keeps the current position current', () => {
  fc.assert(
    fc.property(contact, profile, (saved, read) => {
      const shown = read.positions.find(({ end }) => end === null);
      const { profile: merged } = mergeCapture(
        saved,
        { profile: read, provenance: {}, reader: 'x@1' },
        options,
      ).contact;
      if (shown) expect(currentPosition(merged)?.title).toBe(shown.title);
    }),
    RUNS,
  );
});
