import { describe, expect, it } from 'vitest';
import { type SearchFor, searchLinks } from '../../../src/core/strategy/searchLinks.ts';
import {
  FUNCTION_FAMILIES,
  INDUSTRY_SECTORS,
  ISCO_UNIT_GROUPS,
  NACE_CODES,
} from '../../../src/core/taxonomy/index.ts';

function wordsOf(wanted: SearchFor, language: 'en' | 'de' = 'en'): string | null {
  const [linkedin, xing] = searchLinks(wanted, language);
  if (linkedin === undefined || xing === undefined) return null;
  const words = new URL(linkedin.url).searchParams.get('keywords');
  expect(new URL(xing.url).searchParams.get('keywords')).toBe(words);
  return words;
}

describe('people searches', () => {
  it.each<[SearchFor, string, string]>([
    [{ role: 'insider', isco: '2423', nace2: '86' }, 'HR hospital', 'Personal Klinik'],
    [{ role: 'mentor', isco: '2512', nace2: '64' }, 'Head Software bank', 'Leitung Software Bank'],
    [{ role: 'doorOpener', nace2: '94' }, 'Board NGO', 'Beirat Verband'],
    [{ role: 'expert', skill: 'Embedded Linux' }, 'Embedded Linux', 'Embedded Linux'],
    [
      { role: 'insider', company: 'Brot & Brunnen', place: { text: 'x', city: 'Köln' } },
      'Brot & Brunnen Köln',
      'Brot & Brunnen Köln',
    ],
    [
      { role: 'insider', nace2: '28', place: { text: 'NL', country: 'NL' } },
      'machinery Netherlands',
      'Maschinenbau Niederlande',
    ],
    [{ role: 'pathfinder', seniority: 'director', nace2: '64' }, 'Head bank', 'Leitung Bank'],
  ])('%j', (wanted, en, de) => {
    expect(wordsOf(wanted, 'en')).toBe(en);
    expect(wordsOf(wanted, 'de')).toBe(de);
  });

  it('never end in the middle of a character', () => {
    const half = `${'a'.repeat(199)}😀`;
    expect(wordsOf({ role: 'expert', skill: half })).toBe('a'.repeat(199));
    expect(wordsOf({ role: 'expert', skill: 'a\ud83d' })).toBe('a\ufffd');
  });

  it('are not offered when there is nothing to search by', () => {
    expect(searchLinks({ role: 'peer' }, 'en')).toEqual([]);
  });

  it('go to the two networks and nowhere else, whatever a goal says', () => {
    const hostile = searchLinks(
      { role: 'insider', company: '"><script>&x=1#a /../', place: { text: 'javascript:1' } },
      'de',
    );
    expect(hostile.map(({ url }) => new URL(url).origin + new URL(url).pathname)).toEqual([
      'https://www.linkedin.com/search/results/people/',
      'https://www.xing.com/search/members',
    ]);
    expect(new URL(hostile[0]?.url ?? '').hash).toBe('');
  });

  it('have a word for every function and industry, in both languages', () => {
    for (const language of ['en', 'de'] as const) {
      expect(ISCO_UNIT_GROUPS.filter((isco) => wordsOf({ isco }, language) === null)).toEqual([]);
      expect(NACE_CODES.filter((nace2) => wordsOf({ nace2 }, language) === null)).toEqual([]);
    }
    expect(Object.keys(FUNCTION_FAMILIES).length + Object.keys(INDUSTRY_SECTORS).length).toBeGreaterThan(40);
  });
});
