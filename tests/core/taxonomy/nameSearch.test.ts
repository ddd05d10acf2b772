import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { functionName } from '../../../src/core/taxonomy/index.ts';
import { NameSearch, whatMatched } from '../../../src/core/taxonomy/nameSearch.ts';
import { isFoundInside, searchWords } from '../../../src/core/text/packedSearch.ts';
import { makeRow } from '../../ui/dashboard/row.ts';

const PEOPLE = [
  { text: 'Ada Universitätsklinikum Musterstadt', isco4: '2212', nace2: '86' },
  { text: 'Bo Kliniken AG bo@firm.example', isco4: '2512', nace2: '62' },
  { text: '山田 大学病院', isco4: null, nace2: null },
];

function find(query: string, people = PEOPLE): number[] | null {
  const search = new NameSearch();
  search.add(people.map((person) => ({ ...person, text: searchWords(person.text) })));
  const found = search.find(query, { inside: true });
  return found === null ? null : people.flatMap((_, at) => (found[at] === 1 ? [at] : []));
}

describe('a search', () => {
  it.each<[string, number[]]>([
    ['klinik', [0, 1]],
    ['KLINIKUM', [0]],
    ['versitats', [0]],
    ['bo@firm', [1]],
    ['firm.example', [1]],
    // Two letters stand within nearly everything: they begin a word.
    ['ik', []],
    ['kl', [1]],
    ['病院', [2]],
    // ISCO 2212 and NACE 86 in both languages.
    ['gesundheit', [0]],
    ['health', [0]],
    ['specialist', [0]],
    ['software', [1]],
    // One word of the text, one of the industry's name.
    ['ada gesundheit', [0]],
    ['bo gesundheit', []],
    ['gesundheit health ada', [0]],
  ])('for %s', (query, expected) => expect(find(query)).toEqual(expected));

  it('for nothing asks nothing', () => expect(find(' - ')).toBeNull());

  it('finds the same among what a shorter one found, where its last word is long enough', () => {
    const word = fc.string({ minLength: 1, maxLength: 7, unit: fc.constantFrom(...'abcklinik') });
    const person = fc.record({
      text: fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
      isco4: fc.constantFrom(null, '2212', '2512'),
      nace2: fc.constantFrom(null, '86', '62'),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 20 }), word, word, (people, query, more) => {
        const search = new NameSearch();
        search.add(people);
        const within = search.find(query, { inside: true });
        if (within === null || !isFoundInside(query)) return;
        for (const longer of [query + more, `${query} ${more}`])
          expect(search.find(longer, { inside: true, within })).toEqual(
            search.find(longer, { inside: true }),
          );
      }),
      { numRuns: 500 },
    );
  });

  it('finds what a look at each finds', () => {
    const word = fc.string({ minLength: 3, maxLength: 4, unit: fc.constantFrom(...'abc') });
    const texts = fc.array(
      fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
      {
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(texts, fc.array(word, { minLength: 1, maxLength: 2 }), (all, words) => {
        const people = all.map((text) => ({ text, isco4: null, nace2: null }));
        expect(find(words.join(' '), people)).toEqual(
          all.flatMap((text, at) => (words.every((one) => text.includes(one)) ? [at] : [])),
        );
      }),
    );
  });
});

describe('what was found', () => {
  const row = makeRow({
    place: 'Hamburg',
    tags: ['Beirat', 'alumni'],
    emails: 'leyla@firm.example l@home.example',
    note: 'We met at the fair in Graz and spoke about the registry of rare diseases for long',
  });
  it.each([
    ['leyla', null],
    ['klinik', null],
    ['home.ex', { field: 'email', text: 'l@home.example' }],
    ['beirat', { field: 'tag', text: 'Beirat' }],
    ['leyla hamb', { field: 'place', text: 'Hamburg' }],
    ['registry', { field: 'note', text: '… spoke about the registry of rare diseases for long' }],
    ['gesundheit', { field: 'industry', text: 'Gesundheitswesen' }],
    ['nothing', null],
    ['', null],
  ])('by %s', (query, expected) => expect(whatMatched(row, query, 'en')).toEqual(expected));

  it('is said in the language of the interface where both have the word', () => {
    const said = (language: 'en' | 'de') =>
      whatMatched(makeRow({ isco4: '2512', nace2: null, title: '' }), 'software', language);
    expect([said('en'), said('de')]).toEqual([
      { field: 'function', text: functionName('2512', 'en') },
      { field: 'function', text: functionName('2512', 'de') },
    ]);
    expect(said('de')?.text).not.toBe(said('en')?.text);
  });
});
