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
  let plain = true;
  let single = true;
  let before = SPACE;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= LATIN_END) return foldAnything(text);
    if (code > 127) plain = false;
    else if (code <= SPACE && (code !== SPACE || before === SPACE)) single = false;
    before = code;
  }
  // Almost every title and company is of plain or of accented letters: skip the costly normalisation for them.
  const folded = plain ? text.toLowerCase() : foldLatin(text);
  return plain && single && before !== SPACE ? folded : withSingleSpaces(folded);
}

const SPACE = 0x20;
/** Behind the blocks of Latin letters with accents: each of their characters is folded by itself. */
const LATIN_END = 0x250;

/** What each of those characters is folded to; made when it is first met. */
const latin: string[] = [];

function foldLatin(text: string): string {
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 127) continue;
    latin[code] ??= withoutMarks(text[at] as string);
    folded += text.slice(from, at).toLowerCase() + latin[code];
    from = at + 1;
  }
  return folded + text.slice(from).toLowerCase();
}

function foldAnything(text: string): string {
  return withSingleSpaces(withoutMarks(text));
}

function withoutMarks(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize('NFKD')
      // Decorated capitals (𝗦) have no small letters of their own.
      .toLowerCase()
      .replace(/\p{M}+/gu, '')
      .replace(/[ßæœøłđı]/g, (letter) => SPECIAL.get(letter) ?? letter)
  );
}

function withSingleSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
