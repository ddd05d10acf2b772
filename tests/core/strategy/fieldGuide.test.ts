import { describe, expect, it } from 'vitest';
import { fieldGuide } from '../../../src/core/strategy/fieldGuide.ts';

const LANGUAGES = ['en', 'de'] as const;
const codes = (digits: number) =>
  Array.from({ length: 10 ** digits }, (_, code) => String(code).padStart(digits, '0'));

describe('where to look for people of a field', () => {
  it.each(LANGUAGES)('is said in %s of every family of functions that is known, in words', (language) => {
    const posts = new Set(codes(4).map((isco) => fieldGuide(isco, undefined, language).posts.join('|')));
    posts.delete('');
    expect(posts.size).toBe(24);
    for (const listed of posts) for (const post of listed.split('|')) expect(post.trim()).toMatch(/\p{Lu}/u);
  });

  it.each(LANGUAGES)('is said in %s of every sector, associations and events', (language) => {
    const guides = codes(2)
      .map((nace) => fieldGuide(undefined, nace, language))
      .filter(({ associations, events }) => associations.length + events.length > 0);
    expect(new Set(guides.map(({ associations }) => associations.join('|'))).size).toBe(22);
    for (const { associations, events } of guides) {
      expect(associations.length, JSON.stringify(events)).toBeGreaterThan(0);
      expect(events.length, JSON.stringify(associations)).toBeGreaterThan(0);
      for (const name of [...associations, ...events]) expect(name).toMatch(/\p{L}{2}/u);
    }
  });

  it('is empty where nothing is named or known', () => {
    const nothing = { posts: [], associations: [], events: [] };
    expect(fieldGuide(undefined, undefined, 'en')).toEqual(nothing);
    expect(fieldGuide('9999', '00', 'de')).toEqual(nothing);
  });

  it('names them one by one, in the language that is asked for', () => {
    expect(fieldGuide('2512', '64', 'en')).toEqual({
      posts: ['Software Engineer', 'Data Scientist', 'Engineering Manager'],
      associations: ['Association of British Insurers', 'UK Finance'],
      events: ['Money20/20'],
    });
    expect(fieldGuide('2512', '64', 'de').associations).toEqual(['GDV', 'BdB']);
  });
});
