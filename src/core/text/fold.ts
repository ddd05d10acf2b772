import { tableOf } from './table.ts';

const SPECIAL = tableOf({
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
});

/**
 * Text for comparison: lower case, accents off (NFKD), `ß` as `ss`, white space collapsed and trimmed.
 * Any input is allowed; other scripts stay as they are.
 */
export function fold(text: string): string {
  let folded = text.toLowerCase();
  // Almost every title and company is plain ASCII: skip the costly normalisation for them.
  for (let i = 0; i < folded.length; i++) {
    if (folded.charCodeAt(i) > 127) {
      folded = folded
        .normalize('NFKD')
        // Decorated capitals (𝗦) have no small letters of their own.
        .toLowerCase()
        .replace(/\p{M}+/gu, '')
        .replace(/[ßæœøłđı]/g, (letter) => SPECIAL.get(letter) ?? letter);
      break;
    }
  }
  return folded.replace(/\s+/g, ' ').trim();
}
