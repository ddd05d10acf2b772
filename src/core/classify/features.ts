import { fold } from '../text/fold.ts';

/** Titles longer than this are cut: nothing that names a function stands further behind. */
const LONGEST_TITLE = 300;
const MOST_WORDS = 40;

/** Folded words of a title for the model: gender forms and bracketed `(m/w/d)` off, other signs are borders. */
export function titleWords(title: string): string[] {
  return fold(title.slice(0, LONGEST_TITLE))
    .replace(/\((?:[mwfdxhvioa]{1,2} ?[/|,.] ?){1,3}[mwfdxhvnoa]{1,2}\)/g, ' ')
    .replace(/\b([mwfdxhv]\/){1,2}[mwfdxhv]\b/g, ' ')
    .replace(/([a-z])(?::|\/-?|\*|_|\(-?)in(?:nen)?\)?(?![a-z])/g, '$1')
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
}

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Different starts keep a word, a part of a word and a pair of words apart, even when spelt alike. */
const WORD = FNV_START ^ 0x57;
const PAIR = FNV_START ^ 0x50a1;
const PART = FNV_START ^ 0xc4c3;

/**
 * Features of a title as 32-bit FNV-1a hashes: its words, pairs of neighbouring words, and all parts of three to
 * five characters of each word with its borders. `emit` is called once per feature with its hash.
 */
export function titleFeatures(words: readonly string[], emit: (hash: number) => void): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    emit(hashOf(word, WORD));
    const next = words[at + 1];
    if (next !== undefined) emit(hashOf(next, hashOf(word, PAIR) ^ 0x20));
    const bordered = `<${word.slice(0, 40)}>`;
    for (let start = 0; start + 3 <= bordered.length; start++) {
      let hash = PART;
      for (let length = 1; length <= 5 && start + length <= bordered.length; length++) {
        hash = Math.imul(hash ^ bordered.charCodeAt(start + length - 1), FNV_PRIME);
        if (length >= 3) emit((hash ^ (length << 24)) >>> 0);
      }
    }
  }
}

function hashOf(text: string, start: number): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash >>> 0;
}
