import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/core/text/fold.ts';
import { PackedSearch } from '../../../src/core/text/packedSearch.ts';

function find(texts: readonly string[], query: string): string[] | null {
  const search = new PackedSearch();
  search.add(texts);
  const found = search.find(query);
  return found === null ? null : texts.filter((_, at) => found[at] === 1);
}

const PEOPLE = [
  'Jörg Weiß Leiter Einkauf Müller-Lüdenscheidt GmbH München',
  'José Núñez C++ developer Acme Madrid',
  'ليلى عبد الرحمن مهندسة برمجيات Amman',
  'Łukasz Nowak Head of Data Kraków team/berlin',
];

describe('PackedSearch', () => {
  it.each([
    ['jorg', [0]],
    ['jörg weiss', [0]],
    ['WEIß', [0]],
    ['ludens', [0]],
    ['mull jor', [0]],
    ['org', []],
    ['c++', [1]],
    ['nunez acme', [1]],
    ['nunez munch', []],
    ['ليلى', [2]],
    ['lukasz', [3]],
    ['berlin', [3]],
  ])('%s', (query, expected) => {
    expect(find(PEOPLE, query)).toEqual(expected.map((at) => PEOPLE[at]));
  });

  it.each(['', '   ', '--'])('asks nothing with the query "%s"', (query) => {
    expect(find(PEOPLE, query)).toBeNull();
  });

  const word = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'abäßÉ1+ł') });
  const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));

  it('finds what a word-by-word look finds, in one part or several', () => {
    const wordsOf = (of: string) =>
      fold(of)
        .split(/[^\p{L}\p{N}+#]+/u)
        .filter((part) => part !== '');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), text, fc.nat(20), (texts, query, cut) => {
        const search = new PackedSearch();
        search.add(texts.slice(0, cut));
        search.add(texts.slice(cut));
        const asked = wordsOf(query);
        const expected = texts.map((of) =>
          Number(asked.every((start) => wordsOf(of).some((known) => known.startsWith(start)))),
        );
        const found = search.find(query);
        expect(found === null ? null : [...found]).toEqual(asked.length === 0 ? null : expected);
      }),
    );
  });

  it('finds the same within what a shorter query found', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 20 }),
        text,
        fc.string({ maxLength: 3, unit: fc.constantFrom(...'abä 1') }),
        (texts, query, more) => {
          const search = new PackedSearch();
          search.add(texts);
          const shorter = search.find(query);
          if (shorter !== null)
            expect(search.find(query + more, { within: shorter })).toEqual(search.find(query + more));
        },
      ),
    );
  });

  it('finds no more with a longer query', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), text, word, (texts, query, more) => {
        const search = new PackedSearch();
        search.add(texts);
        const [few, many] = [search.find(`${query} ${more}`), search.find(query)];
        if (few === null || many === null) return;
        for (const [at, hit] of few.entries()) expect(hit).toBeLessThanOrEqual(many[at] ?? 0);
      }),
    );
  });
});
