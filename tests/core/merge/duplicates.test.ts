import { describe, expect, it } from 'vitest';
import {
  duplicateSteps,
  nameKey,
  nameKeys,
  pairKey,
  sameName,
  suggestDuplicates,
} from '../../../src/core/merge/duplicates.ts';
import type { Contact, Profile } from '../../../src/core/model/index.ts';
import { makeContact } from '../../make.ts';

/** Somebody of that name of whom nothing else is known. */
function person(
  id: string,
  full: string,
  profile: Partial<Profile> = {},
  more: Partial<Contact> = {},
): Contact {
  const bare = { key: { site: 'web', id }, name: { full }, positions: [], ...profile };
  return { ...makeContact(bare, id), emails: [], ...more };
}

const found = (...contacts: Contact[]) =>
  suggestDuplicates(contacts).map(({ a, b, reasons }) => [
    `${a} ${b}`,
    ...reasons.map(({ reason }) => reason),
  ]);

describe('two contacts may be one person', () => {
  it.each<[string, Contact, Contact, string[]]>([
    ['a name alone says nothing', person('a', 'Leyla Brandt'), person('b', 'Leyla Brandt'), []],
    [
      'a company of both',
      person('a', 'Leyla Brandt', { positions: [{ company: 'Acme GmbH' }] }),
      person('b', 'Brandt, Leyla', {
        positions: [{ company: 'Beispiel AG', end: null }, { company: 'ACME' }],
      }),
      ['sameNameAndCompany'],
    ],
    [
      'a school of both',
      person('a', 'Leyla Brandt', { education: [{ school: 'TU Musterstadt' }] }),
      person('b', 'Leyla Brandt', { education: [{ school: 'Uni' }, { school: 'tu musterstadt' }] }),
      ['sameNameAndSchool'],
    ],
    [
      'a town of both',
      person('a', 'Leyla Brandt', { location: { text: 'Hamburg, Germany', city: 'Hamburg' } }),
      person('b', 'Leyla Brandt', { location: { text: 'hamburg' } }),
      ['sameNameAndPlace'],
    ],
    [
      'another name at one company',
      person('a', 'Leyla Brandt', { positions: [{ company: 'Acme' }] }),
      person('b', 'Jonas Wirth', { positions: [{ company: 'Acme' }] }),
      [],
    ],
    [
      'a link to the other’s page',
      person('a', 'Leyla Brandt', { links: ['https://www.linkedin.com/in/leyla-b/'] }),
      person('b', 'L. B.', {}, { keys: ['linkedin:leyla-b'] }),
      ['profileLink'],
    ],
    [
      'a link to the own page',
      person(
        'a',
        'Leyla Brandt',
        { links: ['https://www.linkedin.com/in/leyla-b/'] },
        { keys: ['linkedin:leyla-b'] },
      ),
      person('b', 'L. B.'),
      [],
    ],
    [
      'an address of both',
      person('a', 'Leyla Brandt', {}, { emails: ['x@example.org', 'office@example.org'] }),
      person('b', 'Jonas Wirth', {}, { emails: ['office@example.org'] }),
      ['sameEmail'],
    ],
    [
      'everything at once, each reason once',
      person(
        'a',
        'Leyla Brandt',
        {
          positions: [{ company: 'Acme' }, { company: 'Acme' }],
          education: [{ school: 'TU' }],
          location: { text: 'Hamburg' },
        },
        { emails: ['x@example.org'] },
      ),
      person(
        'b',
        'Leyla Brandt',
        {
          positions: [{ company: 'Acme' }],
          education: [{ school: 'TU' }],
          location: { text: 'Hamburg' },
        },
        { emails: ['x@example.org'] },
      ),
      ['sameEmail', 'sameNameAndCompany', 'sameNameAndSchool', 'sameNameAndPlace'],
    ],
  ])('%s', (_, one, other, reasons) => {
    const pairs = reasons.length === 0 ? [] : [['a b', ...reasons]];
    expect(found(one, other)).toEqual(pairs);
    expect(found(other, one)).toEqual(pairs);
  });

  it('and are told with what both have, the strongest reasons first', () => {
    const company = { positions: [{ company: 'Acme' }] };
    const place = { location: { text: 'Hamburg' } };
    const pairs = suggestDuplicates([
      person('a', 'Anna Klee', place),
      person('b', 'Anna Klee', place),
      person('c', 'Bodo Berg', { ...company, ...place }),
      person('d', 'Bodo Berg', company),
      person('e', 'Carl Cohn', { ...company, ...place }),
      person('f', 'Carl Cohn', { ...company, ...place }),
      person('g', 'Dora', {}, { emails: ['x@example.org'] }),
      person('h', 'Ernst', {}, { emails: ['x@example.org'] }),
    ]);
    expect(pairs.map(({ a, b }) => a + b)).toEqual(['gh', 'ef', 'cd', 'ab']);
    expect(pairs[1]?.reasons).toEqual([
      { reason: 'sameNameAndCompany', value: 'Acme' },
      { reason: 'sameNameAndPlace', value: 'Hamburg' },
    ]);
    expect(pairs[0]?.reasons).toEqual([{ reason: 'sameEmail', value: 'x@example.org' }]);
  });

  it('unless the user has said no', () => {
    const place = { location: { text: 'Hamburg' } };
    const both = [person('b', 'Anna Klee', place), person('a', 'Anna Klee', place)];
    expect(suggestDuplicates(both)).toHaveLength(1);
    expect(suggestDuplicates(both, new Set([pairKey('b', 'a')]))).toEqual([]);
  });

  it.each([
    [20, 190],
    [21, 0],
  ])('%s of one name, or of one address, make %s pairs', (count, pairs) => {
    const place = { location: { text: 'Hamburg' } };
    const namesakes = Array.from({ length: count }, (_, i) => person(`p${i}`, 'Anna Klee', place));
    expect(suggestDuplicates(namesakes)).toHaveLength(pairs);
    const mailbox = Array.from({ length: count }, (_, i) =>
      person(
        `p${i}`,
        `Person ${'abcdefghijklmnopqrstuv'.charAt(i).repeat(3)}`,
        {},
        { emails: ['office@example.org'] },
      ),
    );
    expect(suggestDuplicates(mailbox)).toHaveLength(pairs);
  });
});

it.each<[what: string, Contact[], turns: number]>([
  ['nobody', [], 0],
  ['31 people', Array.from({ length: 31 }, (_, i) => person(`p${i}`, `Person${i} Klee`)), 0],
  ['64 people', Array.from({ length: 64 }, (_, i) => person(`p${i}`, `Person${i} Klee`)), 2],
  // Sixteen people in eight names of two each.
  [
    'eight names that several have',
    Array.from({ length: 16 }, (_, i) => person(`p${i}`, `Person${i % 8} Klee`)),
    2,
  ],
])('others have a turn while duplicates are looked for among %s', (_, people, turns) => {
  const steps = duplicateSteps(people);
  let given = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) given += 1;
  expect([given, step.value]).toEqual([turns, suggestDuplicates(people)]);
});

describe('names that are compared', () => {
  it.each([
    ['Brandt, Leyla', 'brandt leyla'],
    ['Leyla M. Brandt', 'brandt leyla'],
    ['L. Brandt', 'brandt l'],
    ['Leyla', 'leyla'],
    ['L M', 'l m'],
    ['Ünal-Özcan  (Ayşe)', nameKey('Ayse Unal Ozcan')],
    ['---', ''],
  ])('%s', (full, key) => {
    expect(nameKey(full)).toBe(key);
  });

  it('as they are shown, and without the titles that they are shown with', () => {
    expect(nameKeys({ full: 'Dr. Leyla Brandt', given: 'Leyla', family: 'Brandt' })).toEqual([
      'brandt dr leyla',
      'brandt leyla',
    ]);
    expect(nameKeys({ full: 'Leyla Brandt', given: 'Leyla', family: 'Brandt' })).toEqual(['brandt leyla']);
    expect(nameKeys({ full: 'Leyla Brandt', given: 'Leyla' })).toEqual(['brandt leyla']);
    expect(nameKeys({ full: 'Leyla Brandt', family: 'Other' })).toEqual(['brandt leyla']);
  });

  it('are those of one person when one form of them agrees', () => {
    const plain = { full: 'Leyla Brandt' };
    expect(sameName(plain, { full: 'Dr. Leyla Brandt', given: 'Leyla', family: 'Brandt' })).toBe(true);
    expect(sameName(plain, { full: 'Leyla Ahrens' })).toBe(false);
  });

  it('and pairs are one in either order', () => {
    expect([pairKey('a', 'b'), pairKey('b', 'a')]).toEqual(['a b', 'a b']);
  });
});
