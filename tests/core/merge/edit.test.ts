import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENTS_KEPT } from '../../../src/core/merge/capture.ts';
import {
  editContact,
  effectiveEmails,
  effectiveProfile,
  effectiveSource,
  joinContacts,
  mergeCapture,
} from '../../../src/core/merge/index.ts';
import { Contact, type Edits, type Profile } from '../../../src/core/model/index.ts';
import { makeContact, makeProfile, NOW } from '../../make.ts';

const LATER = '2026-12-24T10:00:00.000Z';
const by = { now: LATER, deviceId: 'd1' };

const saved = (): Contact => ({
  ...makeContact({
    headline: 'Head of Data',
    location: { text: 'Hamburg', city: 'Hamburg', country: 'DE' },
    education: [{ school: 'Universität Musterstadt' }],
    skills: ['SQL', 'Python'],
    links: ['https://leyla.example/'],
  }),
  emails: ['leyla@old.example'],
});

/** Each field: what the user types over it, and what then is to be seen; a page goes on showing something else. */
const TYPED: { edits: Edits; seen: Partial<Profile>; gone?: (keyof Profile)[] }[] = [
  { edits: { name: { full: 'Leyla Sommer' } }, seen: { name: { full: 'Leyla Sommer' } } },
  { edits: { headline: 'Advises hospitals' }, seen: { headline: 'Advises hospitals' } },
  { edits: { headline: null }, seen: {}, gone: ['headline'] },
  { edits: { location: { text: 'Ulm' } }, seen: { location: { text: 'Ulm' } } },
  { edits: { location: null }, seen: {}, gone: ['location'] },
  {
    edits: { positions: [{ title: 'Chief Data Officer', company: 'Elbhöhe', end: null }] },
    seen: { positions: [{ title: 'Chief Data Officer', company: 'Elbhöhe', end: null }] },
  },
  { edits: { positions: [] }, seen: { positions: [] } },
  { edits: { education: [] }, seen: { education: [] } },
  {
    edits: { education: [{ school: 'TU Elbe', end: '2012' }] },
    seen: { education: [{ school: 'TU Elbe', end: '2012' }] },
  },
  { edits: { skills: [] }, seen: { skills: [] } },
  { edits: { skills: ['SQL', 'Care'] }, seen: { skills: ['SQL', 'Care'] } },
  { edits: { links: ['https://new.example/'] }, seen: { links: ['https://new.example/'] } },
  { edits: { links: [] }, seen: {}, gone: ['links'] },
];

const page = makeProfile({
  name: { full: 'Leyla M. Brandt' },
  headline: 'Vice President Data',
  location: { text: 'Berlin', city: 'Berlin', country: 'DE' },
  positions: [{ title: 'Vice President', company: 'Spreeklinik', start: '2026-11', end: null }],
  education: [{ school: 'Hochschule Spree' }],
  skills: ['Leadership'],
  links: ['https://page.example/'],
});

describe('what the user types over a field', () => {
  it.each(TYPED)(
    '$edits stands, is called typed, and is kept when the page is read again',
    ({ edits, seen, gone = [] }) => {
      const typed = editContact(saved(), { edits }, NOW);
      const again = mergeCapture(
        typed,
        { profile: page, provenance: { headline: 'card' }, reader: 'x@1' },
        by,
      ).contact;
      for (const contact of [typed, again]) {
        const profile = effectiveProfile(contact);
        expect(profile).toMatchObject(seen);
        for (const field of gone) expect(profile).not.toHaveProperty(field);
        const [field] = Object.keys(edits) as (keyof Edits)[];
        expect(effectiveSource(contact, field as never)).toBe('typed');
        expect(Contact.safeParse(contact).success).toBe(true);
      }
      // The rest follows the page, and what it shows is there when the user's own word is taken back.
      const back = editContact(again, { edits: {}, back: Object.keys(edits) as never }, LATER);
      expect(effectiveProfile(back)).toEqual(back.profile);
      expect(effectiveProfile(back).headline).toBe('Vice President Data');
    },
  );

  it('leaves the other fields to the page', () => {
    const typed = editContact(saved(), { edits: { headline: 'Mine' } }, NOW);
    const again = mergeCapture(typed, { profile: page, provenance: {}, reader: 'x@1' }, by).contact;
    expect(effectiveProfile(again).location?.text).toBe('Berlin');
  });

  it.each([
    ['a page said', { headline: 'Mine' }, 'location', 'card'],
    ['the user typed over what a page said', { headline: 'Mine' }, 'headline', 'typed'],
    ['the user emptied', { headline: null }, 'headline', 'typed'],
    ['nobody said', { headline: 'Mine' }, 'skills', undefined],
  ] as const)('tells where a field that %s comes from', (_, edits, field, source) => {
    const read = { ...saved(), provenance: { headline: 'title', location: 'card' } as const };
    expect(effectiveSource(editContact(read, { edits }, NOW), field)).toBe(source);
  });

  it('is no word of theirs where it says what stands there anyway', () => {
    const { own } = editContact(
      saved(),
      { edits: { headline: 'Head of Data', skills: ['SQL', 'Python'] } },
      NOW,
    );
    expect(own.edits).toEqual({});
  });

  it('keeps another job, headline and place as history, once', () => {
    const typed = editContact(
      saved(),
      {
        edits: {
          positions: [{ title: 'Vice President', company: 'Spreeklinik', end: null }],
          headline: 'Vice President Data',
          location: { text: 'Berlin', city: 'Berlin', country: 'DE' },
        },
      },
      NOW,
    );
    expect(typed.events.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['position', 'Head of Data Platforms, Klinikum Musterstadt', 'Vice President, Spreeklinik'],
      ['headline', 'Head of Data', 'Vice President Data'],
      ['place', 'Hamburg', 'Berlin'],
    ]);
    // The page says the same a month later: no news.
    const { events } = mergeCapture(typed, { profile: page, provenance: {}, reader: 'x@1' }, by);
    expect(events).toEqual([]);
    // It goes on to something that neither has said: news, though the user's word stands.
    const other = { ...page, headline: 'On leave' };
    expect(mergeCapture(typed, { profile: other, provenance: {}, reader: 'x@1' }, by).events).toEqual([
      { at: LATER, kind: 'headline', from: 'Vice President Data', to: 'On leave' },
    ]);
  });

  it('replaces the addresses that are shown; by those of before the person is still known', () => {
    const typed = editContact(saved(), { edits: { emails: ['Leyla@New.example', 'none'] } }, NOW);
    expect(effectiveEmails(typed)).toEqual(['leyla@new.example']);
    expect(typed.emails).toEqual(['leyla@old.example', 'leyla@new.example']);
    const again = mergeCapture(
      typed,
      { profile: page, provenance: {}, reader: 'x@1', emails: ['x@file.example'] },
      by,
    );
    expect(effectiveEmails(again.contact)).toEqual(['leyla@new.example']);
  });

  it('loses nothing of a list that another page has changed meanwhile', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{3}$/), { minLength: 2, maxLength: 6 }),
        (skills) => {
          const based = { skills: skills.slice(0, -1) };
          const contact = { ...makeContact({ skills: based.skills }) };
          const theirs = editContact(contact, { edits: { skills: [...based.skills, 'theirs'] }, based }, NOW);
          const [first, ...rest] = based.skills;
          const mine = editContact(theirs, { edits: { skills: [...rest, 'mine1'] }, based }, NOW);
          const seen = effectiveProfile(mine).skills;
          expect(seen).toEqual(expect.arrayContaining([...rest, 'theirs', 'mine1']));
          expect(seen).not.toContain(first);
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });
});

describe('a merge of two who were typed over', () => {
  it('keeps the addresses of both, and one place on each list and board', () => {
    const one = editContact(saved(), { edits: { emails: ['a@one.example'] } }, NOW);
    const two: Contact = {
      ...makeContact({ key: { site: 'xing', id: 'two' } }, 'c2'),
      emails: ['b@two.example'],
      own: {
        tags: [],
        log: [{ day: '2026-11-01', text: 'Lunch', kind: 'met' }],
        edits: { skills: ['Care'] },
        birthday: '--02-29',
        lists: [
          ['l1', 3],
          ['l2', 4],
        ],
        boards: [['g1', 'asked', 1]],
      },
    };
    const kept: Contact = {
      ...one,
      own: {
        ...one.own,
        log: [{ day: '2026-11-01', text: 'Lunch' }],
        lists: [['l1', 7]],
        boards: [['g1', 'met', 2]],
      },
    };
    const { own, ...joined } = joinContacts(kept, two, by);
    expect(effectiveEmails({ ...joined, own })).toEqual(['a@one.example', 'b@two.example']);
    expect(own.edits.skills).toEqual(['Care']);
    expect(own.birthday).toBe('--02-29');
    expect(own.lists).toEqual([
      ['l1', 7],
      ['l2', 4],
    ]);
    expect(own.boards).toEqual([['g1', 'met', 2]]);
    // Of another kind it is another thing that happened.
    expect(own.log).toHaveLength(2);
  });
});

it('keeps the newest events when somebody with many is edited', () => {
  const events = Array.from({ length: EVENTS_KEPT }, (_, at) => ({
    at: NOW,
    kind: 'position' as const,
    from: `post ${at}`,
    to: `post ${at + 1}`,
  }));
  const edited = editContact({ ...saved(), events }, { edits: { headline: 'Chief of Data' } }, LATER);
  expect(edited.events).toHaveLength(EVENTS_KEPT);
  expect(edited.events[0]).toEqual(events[1]);
  expect(edited.events.at(-1)).toMatchObject({ at: LATER, to: 'Chief of Data' });
});
