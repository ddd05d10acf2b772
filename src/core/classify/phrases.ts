import { fold } from '../text/fold.ts';

/** Phrases by code, ready to be looked for in folded words. */
export interface PhraseTable {
  /** Phrases of whole words, joined by a blank. */
  phrases: ReadonlyMap<string, string>;
  /** Beginnings and endings of single words, the longest first. */
  prefixes: readonly (readonly [string, string])[];
  suffixes: readonly (readonly [string, string])[];
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
  const prefixes: [string, string][] = [];
  const suffixes: [string, string][] = [];
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
      longest = Math.max(longest, phrase.split(' ').length);
    }
  }
  const longestFirst = (a: [string, string], b: [string, string]): number => b[0].length - a[0].length;
  return { phrases, prefixes: prefixes.sort(longestFirst), suffixes: suffixes.sort(longestFirst), longest };
}

/** A value that is made when it is first asked for: tables cost milliseconds that most starts of a worker do not need. */
export function whenAsked<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function withoutFillers(phrase: string): string {
  return phrase.includes(' ')
    ? phrase
        .split(' ')
        .filter((word) => !FILLERS.has(word))
        .join(' ')
    : phrase;
}

export interface Found {
  code: string;
  phrase: string;
  /** Place of its first word. */
  at: number;
  /** Words covered, and all words there were. */
  words: number;
  of: number;
}

/** The longest phrase in `words`, the earliest among equals; word parts count less than whole words. */
export function findPhrase(words: readonly string[], table: PhraseTable): Found | null {
  for (let length = Math.min(table.longest, words.length); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const phrase = words.slice(at, at + length).join(' ');
      const code = table.phrases.get(phrase);
      if (code !== undefined) return { code, phrase, at, words: length, of: words.length };
    }
  }
  for (const [at, word] of words.entries()) {
    const part =
      table.suffixes.find(([end]) => word.length > end.length && word.endsWith(end)) ??
      table.prefixes.find(([start]) => word.length > start.length && word.startsWith(start));
    if (part !== undefined) return { code: part[1], phrase: word, at, words: 0.5, of: words.length };
  }
  return null;
}

/** Folded words of a title or name; gender forms (`:in`, `/in`, `*in`, `(m/w/d)`) and signs are off. */
export function wordsOf(text: string): string[] {
  return fold(text.slice(0, 500))
    .replace(/\((?:[mwfdxi] ?[/|,.] ?){1,3}(?:[mwfdxi]|divers|div)\)|\((?:gn|all genders?)\)/g, ' ')
    .replace(/\b[mwf] ?[/|] ?[mwfdx](?: ?[/|] ?[mwfdx])?\b|\b[mwf] [mwf] [dx]\b/g, ' ')
    .replace(/([a-z])(?::|\/-?|\*|_)in(?:nen)?(?![a-z])/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !FILLERS.has(word));
}

/** Words that carry nothing in titles and labels. `of` stays: "head of" means something. */
const FILLERS: ReadonlySet<string> = new Set(['the', 'a', 'an', 'der', 'die', 'das', 'fur', 'for']);
