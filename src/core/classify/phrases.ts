import { fold } from '../text/fold.ts';
import { rememberedText } from './remembered.ts';

/** Part of a word and its code. */
type WordPart = readonly [part: string, code: string];
const LONGEST_PHRASE = 30;

/** Phrases by code, ready to be looked for in folded words. */
export interface PhraseTable {
  /** Phrases of whole words, joined by a blank. */
  phrases: ReadonlyMap<string, string>;
  /** For each word that begins phrases, in how many words: bit `n` for `n` of them, at most `LONGEST_PHRASE`. */
  lengths: ReadonlyMap<string, number>;
  /** Beginnings and endings of single words by their outer two letters, the longest first. */
  prefixes: ReadonlyMap<string, readonly WordPart[]>;
  suffixes: ReadonlyMap<string, readonly WordPart[]>;
  longest: number;
}

/**
 * Reads a table of lines `code: phrase, phrase, …`; the first line that names a phrase keeps it. Phrases that are to be
 * found in `wordsOf` a text are kept without its fillers (`assistenz der leitung` as `assistenz leitung`).
 */
export function readPhrases(
  text: string,
  fillers: 'without fillers' | 'with fillers' = 'without fillers',
): PhraseTable {
  const phrases = new Map<string, string>();
  const lengths = new Map<string, number>();
  const prefixes: WordPart[] = [];
  const suffixes: WordPart[] = [];
  let longest = 1;
  for (const line of text.trim().split('\n')) {
    const colon = line.indexOf(':');
    const code = line.slice(0, colon);
    for (const part of line.slice(colon + 1).split(',')) {
      const phrase = fillers === 'with fillers' ? part.trim() : withoutFillers(part.trim());
      if (phrase === '') continue;
      if (phrase.startsWith('-')) suffixes.push([phrase.slice(1), code]);
      else if (phrase.endsWith('-')) prefixes.push([phrase.slice(0, -1), code]);
      else if (!phrases.has(phrase)) phrases.set(phrase, code);
      const words = phrase.split(' ');
      const first = words[0] as string;
      lengths.set(first, (lengths.get(first) ?? 0) | (1 << Math.min(LONGEST_PHRASE, words.length)));
      longest = Math.max(longest, words.length);
    }
  }
  return {
    phrases,
    lengths,
    prefixes: byOuterLetters(prefixes, firstTwo),
    suffixes: byOuterLetters(suffixes, lastTwo),
    longest: Math.min(LONGEST_PHRASE, longest),
  };
}

const firstTwo = (word: string): string => word.slice(0, 2);
const lastTwo = (word: string): string => word.slice(-2);

function byOuterLetters(
  parts: WordPart[],
  outer: (word: string) => string,
): ReadonlyMap<string, readonly WordPart[]> {
  return Map.groupBy(
    parts.sort((a, b) => b[0].length - a[0].length),
    ([part]) => outer(part),
  );
}

/** A phrase as `wordsOf` leaves it: without its fillers, unless it is nothing else. */
export function withoutFillers(phrase: string): string {
  return phrase.includes(' ')
    ? phrase
        .split(' ')
        .filter((word) => !FILLERS.has(word))
        .join(' ')
    : phrase;
}

export interface Found {
  code: string;
  /** What answered, where it is not the table of titles. */
  by?: string;
  phrase: string;
  /** The letters that answered, where they are the end of a compound. */
  end?: string;
  /** Place of its first word. */
  at: number;
  /** Words covered, and all words there were. */
  words: number;
  of: number;
}

/** All phrases of whole words in `words`, the longest first, the earliest among equals. */
export function* phrasesIn(
  words: readonly string[],
  table: PhraseTable,
): Generator<{ code: string; phrase: string; at: number; length: number }> {
  const lengths = lengthsAt(words, table);
  if (lengths === null) return;
  const all = lengths.reduce((some, one) => some | one, 0);
  for (let length = Math.min(table.longest, words.length); length > 0; length--) {
    if ((all & (1 << length)) === 0) continue;
    for (let at = 0; at + length <= words.length; at++) {
      if (((lengths[at] as number) & (1 << length)) === 0) continue;
      const phrase = length === 1 ? (words[at] as string) : words.slice(at, at + length).join(' ');
      const code = table.phrases.get(phrase);
      if (code !== undefined) yield { code, phrase, at, length };
    }
  }
}

/** The first of `phrasesIn`. */
function longestPhrase(words: readonly string[], table: PhraseTable): Found | null {
  const lengths = lengthsAt(words, table);
  if (lengths === null) return null;
  for (let length = Math.min(table.longest, words.length); length > 0; length--) {
    const bit = 1 << length;
    for (let at = 0; at + length <= words.length; at++) {
      if (((lengths[at] as number) & bit) === 0) continue;
      const phrase = length === 1 ? (words[at] as string) : words.slice(at, at + length).join(' ');
      const code = table.phrases.get(phrase);
      if (code !== undefined) return { code, phrase, at, words: length, of: words.length };
    }
  }
  return null;
}

/** In how many words the phrases are that each word begins (`PhraseTable.lengths`); `null` where none begins any. */
function lengthsAt(words: readonly string[], table: PhraseTable): number[] | null {
  let lengths: number[] | null = null;
  for (let at = 0; at < words.length; at++) {
    const own = table.lengths.get(words[at] as string);
    if (own === undefined) continue;
    lengths ??= new Array<number>(words.length).fill(0);
    lengths[at] = own;
  }
  return lengths;
}

/** The longest phrase in `words`, the earliest among equals; word parts count less than whole words. */
export function findPhrase(words: readonly string[], table: PhraseTable): Found | null {
  const whole = longestPhrase(words, table);
  if (whole !== null) return whole;
  for (const [at, word] of words.entries()) {
    const part =
      table.suffixes.get(lastTwo(word))?.find(([end]) => word.length > end.length && word.endsWith(end)) ??
      table.prefixes
        .get(firstTwo(word))
        ?.find(([start]) => word.length > start.length && word.startsWith(start));
    if (part !== undefined) return { code: part[1], phrase: word, at, words: 0.5, of: words.length };
  }
  return null;
}

/**
 * Folded words of a title or name; gender forms (`:in`, `/in`, `*in`, `(m/w/d)`) and signs are off. Rules ask for the
 * words of the same role one after the other: the last ones are kept.
 */
export const wordsOf: (text: string) => readonly string[] = rememberedText(readWords, 256);

function readWords(text: string): string[] {
  return fold(text.slice(0, 500))
    .replace(/\((?:[mwfdxi] ?[/|,.] ?){1,3}(?:[mwfdxi]|divers|div)\)|\((?:gn|all genders?)\)/g, ' ')
    .replace(/\b[mwf] ?[/|] ?[mwfdx](?: ?[/|] ?[mwfdx])?\b|\b[mwf] [mwf] [dx]\b/g, ' ')
    .replace(/([a-z])(?::|\/-?|\*|_)in(?:nen)?(?![a-z])/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !FILLERS.has(word));
}

/** Words that carry nothing in titles and labels. `of` stays: "head of" means something. */
const FILLERS: ReadonlySet<string> = new Set(['the', 'a', 'an', 'der', 'die', 'das', 'fur', 'for']);
