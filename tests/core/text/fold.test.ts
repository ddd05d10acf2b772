import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../../src/core/text/fold.ts';

/** What folding means, told slowly. */
function slowly(text: string): string {
  const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
  return text
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđı]/g, (letter) => letters[letter] as string)
    .replace(/\s+/g, ' ')
    .trim();
}

it.each([
  ['Geschäftsführerin  Straße', 'geschaftsfuhrerin strasse'],
  ['\tĐorđe Łukasz\n', 'dorde lukasz'],
  ['İstanbul', 'istanbul'],
  ['ﬁnance oﬃcer', 'finance officer'],
  ['𝗦𝗼𝗳𝘁𝘄𝗮𝗿𝗲', 'software'],
  ['e\u0301cole', 'ecole'],
  ['ΟΔΟΣ É', 'οδος e'],
])('%j is folded to %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

it('every character is folded as the slow way folds it, alone and among others', () => {
  const wrong: string[] = [];
  for (let code = 0; code < 0x2100; code++) {
    const letter = String.fromCharCode(code);
    for (const text of [
      letter,
      `b${letter}`,
      `Ab${letter}C`,
      ` ${letter} ${letter}`,
      `É${letter}`,
      `${letter}É`,
    ])
      if (fold(text) !== slowly(text)) wrong.push(text);
  }
  expect(wrong).toEqual([]);
});

it('any text is folded as the slow way folds it', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 1 }),
    fc.integer({ min: 0, max: 0x370 }).map((code) => String.fromCharCode(code)),
    fc.constantFrom(' ', '\t', '\u00a0', '\u0301', 'ß', 'Σ'),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const text = units.join('');
      expect(fold(text)).toBe(slowly(text));
    }),
  );
});
