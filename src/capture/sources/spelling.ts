import { parseName } from '../../core/text/names.ts';

/** Lower case without accents and titles' dots; letters of other scripts as they are; words parted by one blank. */
export function foldName(text: string): string {
  return text
    .slice(0, 400)
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

/** The same, with umlauts as addresses spell them: `ä` as `ae`. */
function spelledOut(text: string): string {
  return foldName(
    text
      .slice(0, 400)
      .normalize('NFC')
      .replace(/ä/gi, 'ae')
      .replace(/ö/gi, 'oe')
      .replace(/ü/gi, 'ue')
      .replace(/å/gi, 'aa')
      .replace(/ø/gi, 'oe')
      .replace(/æ/gi, 'ae'),
  );
}

interface Parts {
  given: string[];
  family: string[];
}

function partsOf(name: string, fold: (text: string) => string): Parts {
  const parsed = parseName(name);
  return {
    given: fold(parsed?.given ?? '')
      .split(' ')
      .filter(Boolean),
    family: fold(parsed?.family ?? '')
      .split(' ')
      .filter(Boolean),
  };
}

/**
 * Two spellings of one person's name: titles, order, accents and middle names aside; an initial stands for a given
 * name. Names of one word, and of scripts without blanks, are the same when they are written the same.
 */
export function sameName(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (foldName(a) === foldName(b)) return true;
  const [one, other] = [partsOf(a, foldName), partsOf(b, foldName)];
  const words = [...one.given, ...one.family];
  const others = [...other.given, ...other.family];
  if (words.length < 2 || others.length < 2) return false;
  const [short, long] = words.length <= others.length ? [words, others] : [others, words];
  return (
    short.filter((word) => word.length > 1).length > 0 &&
    short.every((word) =>
      long.some((known) => known === word || (word.length === 1 && known.startsWith(word))),
    ) &&
    short.some((word) => word.length > 1 && one.family.includes(word) === other.family.includes(word))
  );
}

/**
 * How well a piece of an address spells a name: 2 given and family name, 1 the family name alone or with an
 * initial, 0 not at all. At most four other characters may stand beside it.
 */
export function spells(piece: string, name: string): 0 | 1 | 2 {
  if (piece.length > 100) return 0;
  let best: 0 | 1 | 2 = 0;
  for (const fold of [foldName, spelledOut]) {
    const plain = foldName(piece)
      .replaceAll(' ', '')
      .replace(/\d{1,4}$/, '');
    if (plain.length < 3) continue;
    const { given, family } = partsOf(name, fold);
    const last = family.join('');
    const end = family.at(-1) ?? '';
    const first = given[0] ?? '';
    const left = (part: string): number =>
      part.length > 1 && plain.includes(part) ? plain.length - part.length : 99;
    if (first.length > 1 && end.length > 1 && plain.includes(first) && plain.includes(end)) {
      const rest = plain.length - first.length - end.length;
      if (rest <= 4 + given.slice(1).join('').length + last.length - end.length) return 2;
    }
    const family1 = Math.min(left(last), left(end));
    if (end.length > 2 && (family1 === 0 || (family1 <= 3 && initialsOf(plain, end, given)))) best = 1;
  }
  return best;
}

/** Are the letters beside the family name the initials of the given ones, or their beginning? */
function initialsOf(plain: string, family: string, given: string[]): boolean {
  const rest = plain.replace(family, '');
  const initials = given.map((word) => word.charAt(0)).join('');
  return rest === '' || initials.startsWith(rest) || (given[0] ?? '').startsWith(rest);
}
