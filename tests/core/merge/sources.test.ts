import { describe, expect, it } from 'vitest';
import { isRefused, joinNamedOnPages, withNamedOnPage } from '../../../src/core/merge/namedOnPages.ts';
import { rankBefore, renumbered } from '../../../src/core/merge/rank.ts';
import { mergeSources, sourceKey, sourcesOf } from '../../../src/core/merge/tieSources.ts';
import { LIMITS, type NamedOnPage, type TieSource } from '../../../src/core/model/index.ts';

const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}`;
const source = (on: number, more: Partial<TieSource> = {}): TieSource => ({
  relation: 'coauthor',
  site: 'web',
  url: `https://example.org/${on}`,
  on: day(on),
  matchedBy: 'name',
  ...more,
});
const said = (on: number): TieSource => ({ relation: 'said', on: day(on), matchedBy: 'user' });

describe('who says that two know each other', () => {
  it('stands from the newest to the oldest', () => {
    expect(mergeSources([source(2)], [source(3), source(1)]).map(({ on }) => on)).toEqual([
      day(3),
      day(2),
      day(1),
    ]);
  });

  it.each<[string, TieSource, TieSource, TieSource]>([
    ['the last day', source(1), { ...source(1), on: day(5) }, { ...source(1), on: day(5) }],
    [
      'the last day, whichever comes first',
      { ...source(1), on: day(5) },
      source(1),
      { ...source(1), on: day(5) },
    ],
    [
      'the surer match',
      source(1),
      { ...source(1), matchedBy: 'address' },
      { ...source(1), matchedBy: 'address' },
    ],
    [
      'the surer match with the last day',
      { ...source(1), matchedBy: 'user' },
      { ...source(1), on: day(2) },
      { ...source(1), matchedBy: 'user', on: day(2) },
    ],
  ])('says once what one page says twice, with %s', (_, known, news, merged) => {
    expect(mergeSources([known], [news])).toEqual([merged]);
  });

  it('is apart by what is said, site and page', () => {
    const others = [
      source(1),
      source(1, { relation: 'colleague' }),
      source(1, { site: 'xing' }),
      source(1, { url: 'https://example.org/other' }),
    ];
    expect(mergeSources([], others)).toHaveLength(4);
    expect(sourceKey({ relation: 'said', on: day(1), matchedBy: 'user' })).toBe('["said","",""]');
  });

  it('is at most so many, and the user’s own word among them however old', () => {
    const pages = Array.from({ length: LIMITS.tieSources + 4 }, (_, i) => source(i + 2));
    const kept = mergeSources([said(1)], pages);
    expect(kept).toHaveLength(LIMITS.tieSources);
    expect(kept.at(-1)).toEqual(said(1));
    expect(kept[0]?.on).toBe(day(LIMITS.tieSources + 5));
    expect(mergeSources([], pages).map(({ on }) => on)).toEqual(
      Array.from({ length: LIMITS.tieSources }, (_, i) => day(LIMITS.tieSources + 5 - i)),
    );
  });

  it('is the user where a tie names nobody, but for who introduced whom', () => {
    expect(sourcesOf({ kind: 'knows' }, day(3))).toEqual([said(3)]);
    expect(sourcesOf({ kind: 'knows', sources: [] }, day(3))).toEqual([said(3)]);
    expect(sourcesOf({ kind: 'introduced' }, day(3))).toEqual([]);
    expect(sourcesOf({ kind: 'knows', sources: [source(1)] }, day(3))).toEqual([source(1)]);
  });
});

describe('how many acquaintances pages name', () => {
  const page = (n: number, more: Partial<NamedOnPage> = {}): NamedOnPage => ({
    url: `https://example.org/${n}`,
    on: day(n),
    relation: 'colleague',
    named: n,
    unsaved: 0,
    ...more,
  });

  it('is what each page said last, the newest first', () => {
    const after = withNamedOnPage({ namedOnPages: [page(3), page(1)] }, page(1, { on: day(5), named: 9 }));
    expect(after.namedOnPages).toEqual([page(1, { on: day(5), named: 9 }), page(3)]);
    expect(withNamedOnPage<{ namedOnPages?: NamedOnPage[] }>({}, page(1)).namedOnPages).toStrictEqual([
      page(1),
    ]);
  });

  it('stays refused when the page says it again', () => {
    const refused = { namedOnPages: [page(1, { refused: true })] };
    expect(withNamedOnPage(refused, page(1, { on: day(2) })).namedOnPages).toEqual([
      page(1, { on: day(2), refused: true }),
    ]);
    expect([
      isRefused(refused, page(1).url),
      isRefused(refused, page(2).url),
      isRefused({}, page(1).url),
    ]).toEqual([true, false, false]);
    expect(isRefused({ namedOnPages: [page(1, { refused: false })] }, page(1).url)).toBe(false);
  });

  it('of two who are one is each page once, and what is refused outlives what is newer', () => {
    expect(joinNamedOnPages([page(2)], [page(2, { named: 9 }), page(4)])).toEqual([page(4), page(2)]);
    expect(joinNamedOnPages()).toEqual([]);
    const many = Array.from({ length: LIMITS.namedOnPages + 3 }, (_, i) => page(i + 2));
    const kept = joinNamedOnPages(many, [page(1, { refused: true })]);
    expect(kept).toHaveLength(LIMITS.namedOnPages);
    expect(kept.at(-1)).toEqual(page(1, { refused: true }));
    expect(kept[0]).toEqual(page(LIMITS.namedOnPages + 4));
    expect(kept.some(({ named }) => named === 4)).toBe(false);
  });
});

describe('a place in an order', () => {
  const order = (...ranks: number[]) => ranks.map((rank, at) => ({ id: 'abc'.charAt(at), rank }));
  it.each<[string, number[], string | null, number | null]>([
    ['the first of all', [], null, 0],
    ['at the end', [0, 4.5], null, 5],
    ['before one who is gone', [0, 4], 'x', 5],
    ['before the first', [2.5, 4], 'a', 2],
    ['between two', [1, 2], 'b', 1.5],
    ['where there is just room', [1, 1.000002], 'b', 1.000001],
    ['where there is none', [1, 1.0000005], 'b', null],
  ])('%s', (_, ranks, before, rank) => {
    const found = rankBefore(order(...ranks), before);
    if (rank === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(rank, 9);
  });

  it('is numbered anew in whole steps', () => {
    expect(renumbered(order(0.5, 0.75, 9))).toEqual([
      { id: 'a', rank: 0 },
      { id: 'b', rank: 1 },
      { id: 'c', rank: 2 },
    ]);
  });
});
