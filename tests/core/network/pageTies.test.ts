import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeSources, mergeTies, redirectTies, sourceKey } from '../../../src/core/merge/index.ts';
import type { Acquaintance, Tie, TieSource } from '../../../src/core/model/index.ts';
import { LIMITS } from '../../../src/core/model/index.ts';
import { certaintyOf } from '../../../src/core/network/certainty.ts';
import { type Match, tiesOfPage } from '../../../src/core/network/pageTies.ts';

const PAGE = { site: 'linkedin', url: 'https://www.linkedin.com/in/y/', on: '2026-11-03' };
const said = (name: string, url?: string): Acquaintance => ({
  name,
  relation: 'commonContact',
  ...(url !== undefined && { url }),
});

it('makes one tie of somebody who is named three times, by the surest match, and counts whom it does not know', () => {
  const names = [
    said('Xaver'),
    said('Xaver', 'https://x.example'),
    said('Xaver'),
    said('Nora'),
    said('nora'),
    said('Me'),
  ];
  const matches: Match[] = [
    { kind: 'contact', id: 'x', matchedBy: 'name' },
    { kind: 'contact', id: 'x', matchedBy: 'address' },
    { kind: 'contact', id: 'x', matchedBy: 'name' },
    { kind: 'nobody' },
    { kind: 'nobody' },
    { kind: 'self' },
  ];
  const page = tiesOfPage({ ...PAGE, total: 14 }, names, matches);
  expect([...(page?.ties ?? [])]).toEqual([
    ['x', { relation: 'commonContact', ...PAGE, matchedBy: 'address' }],
  ]);
  expect(page?.named).toEqual({
    url: PAGE.url,
    on: PAGE.on,
    relation: 'commonContact',
    named: 14,
    unsaved: 1,
  });
});

it('asks once about namesakes, and not where one of them is tied already', () => {
  const matches: Match[] = [
    { kind: 'several', ids: ['b', 'a'] },
    { kind: 'several', ids: ['a', 'b'] },
    { kind: 'several', ids: ['c', 'd'] },
    { kind: 'contact', id: 'd', matchedBy: 'address' },
  ];
  const page = tiesOfPage(
    PAGE,
    ['A', 'A', 'C', 'D'].map((name) => said(name)),
    matches,
  );
  expect(page?.questions.map(({ candidates }) => candidates)).toEqual([['a', 'b']]);
});

it('says nothing for a page that names nobody but the reader', () => {
  expect(tiesOfPage(PAGE, [said('Me')], [{ kind: 'self' }])).toBeNull();
  expect(tiesOfPage(PAGE, [], [])).toBeNull();
});

const source: fc.Arbitrary<TieSource> = fc.record(
  {
    relation: fc.constantFrom(
      'commonContact' as const,
      'coauthor' as const,
      'follows' as const,
      'said' as const,
    ),
    on: fc.constantFrom('2026-01-05', '2026-03-01', '2026-11-03'),
    matchedBy: fc.constantFrom('address' as const, 'name' as const, 'user' as const),
    site: fc.constantFrom('linkedin', 'xing'),
    url: fc.constantFrom('https://a.example', 'https://b.example', 'https://c.example'),
  },
  { requiredKeys: ['relation', 'on', 'matchedBy'] },
);

it('keeps each source once, the newest first, the limit, and always the user’s word', () => {
  fc.assert(
    fc.property(fc.array(source, { maxLength: 40 }), fc.array(source, { maxLength: 40 }), (a, b) => {
      const merged = mergeSources(a, b);
      expect(new Set(merged.map(sourceKey)).size).toBe(merged.length);
      expect(merged.map(({ on }) => on)).toEqual(
        merged
          .map(({ on }) => on)
          .sort()
          .reverse(),
      );
      const pages = merged.filter(({ relation }) => relation !== 'said');
      expect(pages.length).toBeLessThanOrEqual(LIMITS.tieSources);
      const spoke = [...a, ...b].some(({ relation }) => relation === 'said');
      expect(merged.some(({ relation }) => relation === 'said')).toBe(spoke);
      // Saying it again changes nothing.
      expect(mergeSources(merged, merged)).toEqual(merged);
    }),
  );
});

it('makes one of two ties whose ends become one person, with the sources of both', () => {
  const tie = (from: string, on: string): Tie => ({
    from,
    to: 'z',
    kind: 'knows',
    sources: [
      { relation: 'commonContact', site: 'xing', url: `https://${from}.example/`, on, matchedBy: 'name' },
    ],
  });
  const [merged, ...others] = redirectTies([tie('a', '2026-01-05'), tie('b', '2026-02-01')], 'b', 'a');
  expect(others).toEqual([]);
  expect(merged?.sources?.map(({ url }) => url)).toEqual(['https://b.example/', 'https://a.example/']);
});

it('takes a tie of earlier data for the user’s word beside what a page says', () => {
  const page: TieSource = {
    relation: 'follows',
    site: 'github',
    url: 'https://github.com/x',
    on: '2026-02-01',
    matchedBy: 'address',
  };
  const merged = mergeTies(
    { from: 'a', to: 'b', kind: 'knows' },
    { from: 'a', to: 'b', kind: 'knows', sources: [page] },
  );
  expect(merged.sources?.map(({ relation }) => relation).sort()).toEqual(['follows', 'said']);
  expect(certaintyOf(merged)).toBe(1);
  expect(certaintyOf({ sources: [page] })).toBe(0.3);
  expect(certaintyOf({})).toBe(1);
});
