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

  it('compares whatever the order of fields', () => {
    expect(same({ a: 1, b: { c: [1] } }, { b: { c: [1] }, a: 1 })).toBe(true);
    expect(same({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(same([1, 2], [2, 1])).toBe(false);
  });
});
