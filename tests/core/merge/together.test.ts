import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFields, mergeTexts, same } from '../../../src/core/merge/together.ts';
import { makeGoal } from '../../make.ts';

describe('a text of two writers', () => {
  it.each([
    ['only mine', 'Met in Ulm.', 'Met in Ulm. Likes data.', 'Met in Ulm.', 'Met in Ulm. Likes data.'],
    ['only theirs', 'Met in Ulm.', 'Met in Ulm.', 'Met in Bonn.', 'Met in Bonn.'],
    ['the same of both', 'a', 'ab', 'ab', 'ab'],
    [
      'begin and end',
      'Met in Ulm.',
      'We met in Ulm.',
      'Met in Ulm. Likes data.',
      'We met in Ulm. Likes data.',
    ],
    ['both at the end', 'Met.', 'Met.\nMine', 'Met.\nTheirs', 'Met.\nTheirs\nMine'],
    ['both from nothing', '', 'mine', 'theirs', 'theirs\nmine'],
    ['mine emptied, theirs goes on', 'old', '', 'old and new', ' and new'],
    ['the same word twice', 'red', 'green', 'blue', 'blue\ngreen'],
    ['halves of characters', '😀', '😁', '😀!', '😁!'],
    ['characters that begin alike', '😀', '😁😀', '😂😀', '😂\n😁😀'],
    // The first and the last half that there is, of both kinds.
    ['the first of first halves', '\u{10000}', '\u{10001}', '\u{10002}', '\u{10002}\n\u{10001}'],
    ['the last of first halves', '\u{10fc00}', '\u{10fc01}', '\u{10fc02}', '\u{10fc02}\n\u{10fc01}'],
    ['the first of last halves', '\u{10000}', '\u{10400}', '\u{10800}', '\u{10800}\n\u{10400}'],
    ['the last of last halves', '\u{103ff}', '\u{107ff}', '\u{10bff}', '\u{10bff}\n\u{107ff}'],
    ['letters beside the halves', '\ud7ff\ue000', '\ud7ff-\ue000', '\ud7ff\ue000!', '\ud7ff-\ue000!'],
    ['a word put in, and one taken away behind it', 'a b c', 'a x b c', 'a b', 'a x b'],
    ['a word put in where one is taken away', 'a b c', 'a x b c', 'a c', 'a x c'],
    ['a line break between two ends', 'a', 'a\nb', 'a c', 'a c\nb'],
    ['blanks between two ends', 'a', 'a b', 'a c ', 'a c  b'],
    ['words that touch', 'ab', 'aXb', 'abY', 'aXbY'],
    [
      'end and begin',
      'Met in Ulm.',
      'Met in Ulm. Likes data.',
      'We met in Ulm.',
      'We met in Ulm. Likes data.',
    ],
    ['mine taken away, theirs in its place', 'x red', 'x ', 'x blue', 'x blue'],
    ['theirs taken away, mine in its place', 'x red', 'x blue', 'x ', 'x blue'],
    ['both in front', 'z', 'mine z', 'theirs z', 'theirs mine z'],
  ])('%s', (_, base, mine, theirs, merged) => {
    expect(mergeTexts(base, mine, theirs)).toBe(merged);
  });

  it('keeps each word that either has added, once', () => {
    const words = fc.array(fc.constantFrom<string>('lake', 'hill', 'road', 'tree', 'ö', '😀'), {
      maxLength: 6,
    });
    const change = fc.record({ at: fc.nat(6), remove: fc.nat(2) });
    fc.assert(
      fc.property(words, change, change, (base, a, b) => {
        const changed = ({ at, remove }: typeof a, word: string) =>
          base.toSpliced(Math.min(at, base.length), remove, word).join(' ');
        const merged = mergeTexts(base.join(' '), changed(a, 'MINE'), changed(b, 'THEIRS'));
        expect(merged.split('MINE')).toHaveLength(2);
        expect(merged.split('THEIRS')).toHaveLength(2);
        expect(merged.isWellFormed()).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is mine where theirs is the base, and theirs where mine is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (base, other) => {
        expect(mergeTexts(base, other, base)).toBe(other);
        expect(mergeTexts(base, base, other)).toBe(other);
      }),
    );
  });
});

describe('a record of two writers', () => {
  it.each([
    ['different fields', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 3 }, { a: 2, b: 3 }],
    ['the same field: the later word', { a: 1 }, { a: 2 }, { a: 3 }, { a: 2 }],
    ['a field taken away', { a: 1, b: 1 }, { b: 1 }, { a: 1, b: 2 }, { b: 2 }],
    ['a field that is new', { a: 1 }, { a: 1, c: 9 }, { a: 4 }, { a: 4, c: 9 }],
    ['items of a list', { l: ['x', 'y'] }, { l: ['x', 'y', 'm'] }, { l: ['y', 't'] }, { l: ['y', 't', 'm'] }],
    [
      'an item changed in its place',
      { l: ['x', 'y'] },
      { l: ['z', 'y'] },
      { l: ['x', 'y', 't'] },
      { l: ['z', 'y', 't'] },
    ],
    ['an item in front', { l: ['b'] }, { l: ['a', 'b'] }, { l: ['b', 'c'] }, { l: ['a', 'b', 'c'] }],
    ['an item at the end', { l: ['b'] }, { l: ['b', 'a'] }, { l: ['b', 'c'] }, { l: ['b', 'c', 'a'] }],
    [
      'an item in place of the first that was taken away',
      { l: ['a', 'b'] },
      { l: ['b', 'c'] },
      { l: ['a', 'b', 'd'] },
      { l: ['c', 'b', 'd'] },
    ],
    ['an item of both', { l: ['b'] }, { l: ['b', 'a'] }, { l: ['a', 'b'] }, { l: ['a', 'b'] }],
    [
      'an item taken away by both',
      { l: ['a', 'b', 'c'] },
      { l: ['b'] },
      { l: ['b', 'c', 'd'] },
      { l: ['b', 'd'] },
    ],
    ['a list in another order', { l: ['a', 'b'] }, { l: ['b', 'a'] }, { l: ['a', 'b'] }, { l: ['b', 'a'] }],
    [
      'a list in another order, where the other adds',
      { l: ['a', 'b'] },
      { l: ['b', 'a'] },
      { l: ['a', 'b', 'c'] },
      { l: ['a', 'b', 'c'] },
    ],
    [
      'items that are records',
      { l: [{ a: 1, b: 2 }] },
      { l: [] },
      { l: [{ b: 2, a: 1 }, { a: 2 }] },
      { l: [{ a: 2 }] },
    ],
    [
      'two items in place of one',
      { l: ['a', 'b', 'c'] },
      { l: ['a', 'x', 'y', 'c'] },
      { l: ['a', 'b', 'c', 'd'] },
      { l: ['a', 'x', 'y', 'c', 'd'] },
    ],
    ['a list where there was none', {}, { l: ['a'] }, { l: ['b'] }, { l: ['a'] }],
    ['no list any more', { l: ['a'] }, {}, { l: ['a', 'b'] }, {}],
    [
      'a record within, where it is not named',
      { r: { a: 1, b: 1 } },
      { r: { a: 2, b: 1 } },
      { r: { a: 1, b: 3 } },
      { r: { a: 2, b: 1 } },
    ],
    [
      'names of every object',
      { constructor: 1 },
      { constructor: 2, toString: 5 },
      { constructor: 1 },
      { constructor: 2, toString: 5 },
    ],
  ])('%s', (_, base, mine, theirs, merged) => {
    expect(mergeFields<object>(base, mine, theirs)).toEqual(merged);
  });

  it('merges what is named within field by field', () => {
    const base = makeGoal({ nace2: '86', skills: ['sql'] });
    const mine = { ...base, target: { ...base.target, isco: '2511' } };
    const theirs = { ...base, title: 'Another', target: { ...base.target, nace2: '65' } };
    expect(mergeFields(base, mine, theirs, ['target'])).toMatchObject({
      title: 'Another',
      target: { isco: '2511', nace2: '65', skills: ['sql'] },
    });
  });

  it('merges a record within only where all three are records', () => {
    const base = { t: { a: 1, b: 1 } };
    for (const [mine, theirs, merged] of [
      [{ t: { a: 2, b: 1 } }, { t: { a: 1, b: 3, c: 4 } }, { t: { a: 2, b: 3, c: 4 } }],
      [{ t: { b: 1 } }, { t: { a: 1, b: 3 } }, { t: { b: 3 } }],
      [{ t: null }, { t: { a: 1, b: 3 } }, { t: null }],
      [{ t: { a: 2, b: 1 } }, { t: null }, { t: { a: 2, b: 1 } }],
      [{ t: { a: 2, b: 1 } }, {}, { t: { a: 2, b: 1 } }],
      [{ t: ['a'] }, { t: { a: 1, b: 3 } }, { t: ['a'] }],
    ] as const)
      expect(mergeFields<object>(base, mine, theirs, ['t' as never])).toEqual(merged);
  });

  it('compares whatever the order of fields', () => {
    expect(same({ a: 1, b: { c: [1] } }, { b: { c: [1] }, a: 1 })).toBe(true);
    expect(same({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(same([1, 2], [2, 1])).toBe(false);
    expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    for (const [one, other] of [
      [null, {}],
      [undefined, {}],
      [null, undefined],
      [[], {}],
      [[1], [1, 2]],
      [1, '1'],
      [{ a: null }, {}],
      [{ a: 1 }, { b: 1 }],
      [{ a: { b: 1 } }, { a: { b: 2 } }],
    ]) {
      expect([one, other, same(one, other)]).toEqual([one, other, false]);
      expect(same(other, one)).toBe(false);
      expect(same([one], [structuredClone(one)])).toBe(true);
    }
  });
});
