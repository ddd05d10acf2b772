import { fold } from '../text/fold.ts';
import { rememberedText } from './remembered.ts';

/** Titles longer than this are cut: nothing that names a function stands further behind. */
const LONGEST_TITLE = 300;
const MOST_WORDS = 40;
const LONGEST_WORD = 30;

/**
 * Folded words of a title for the model: gender forms and bracketed `(m/w/d)` off, other signs are borders. The last
 * ones are kept, for a role is asked for more than once.
 */
export const titleWords: (title: string) => readonly string[] = rememberedText(readWords, 64);

function readWords(title: string): string[] {
  const words = fold(title.slice(0, LONGEST_TITLE))
    .replace(/\((?:[mwfdxhvioa]{1,2} ?[/|,.] ?){1,3}[mwfdxhvnoa]{1,2}\)/g, ' ')
    .replace(/\b(?:[mwfdxhv]\/){1,2}[mwfdxhv]\b/g, ' ')
    .replace(/([a-z])(?::|\/-?|\*|_|\(-?)in(?:nen)?\)?(?![a-z])/g, '$1')
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));
  return withoutListing(words);
}

/**
 * What lists of occupations add to titles so that nothing is left out, in the languages of the model: `in general`,
 * `not elsewhere classified`, `and related`, `other`. It says nothing of the function.
 */
function withoutListing(words: string[]): string[] {
  const kept = words
    .join(' ')
    .replace(LISTING, ' ')
    .split(' ')
    .filter((word) => word !== '');
  return kept.length > 0 ? kept : words;
}
const LISTING = new RegExp(
  `(?<![^ ])(?:${[
    'en general|in genere|in generale|em geral',
    'n e c|nec|n c a|n c o p|a n g|o n a|n e g|not elsewhere classified|non classes ailleurs',
    'no clasificad[oa]s (?:en otra parte|bajo otros epigrafes)|non altrimenti classificat[ei]',
    'nao classificad[oa]s? (?:noutra parte|em outra parte)|nicht anderweitig genannt|niet elders genoemd',
    '(?:y|e|ed|y o|et|and|und|en) (?:afines|similares|assimilati|affini|simili|assimilad[oa]s|equiparados)',
    '(?:et|and|und|en|e) (?:assimiles|verwandte|verwante|related workers|professioni assimilate)',
    'otr[oa]s|outr[oa]s|altr[ie]|overige|sonstige|ubrige|autres|other',
  ].join('|')})(?![^ ])`,
  'g',
);

/** A word without one ending of gender or number, the same rule for all European languages; four letters stay. */
export function stem(word: string): string {
  for (const ending of ENDINGS) {
    const end = word.length - ending.length;
    if (end >= SHORTEST_STEM && word.endsWith(ending)) return word.slice(0, end);
  }
  return word;
}
const SHORTEST_STEM = 4;
const ENDINGS = ['innen', 'in', 'es', 'os', 'as', 'en', 's', 'e', 'a', 'o', 'i', 'n'] as const;

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Different starts keep a word, a stem, a pair of stems and a part of a word apart, even when spelt alike. */
const WORD = FNV_START ^ 0x57;
const STEM = FNV_START ^ 0x3e91;
const PAIR = FNV_START ^ 0x50a1;
const PART = FNV_START ^ 0xc4c3;
const TITLE = FNV_START ^ 0x7171;

const SHORTEST_PART = 3;
const LONGEST_PART = 6;

/**
 * Features of a title as 32-bit FNV-1a hashes: its words, their stems, pairs of neighbouring stems, and all parts
 * of three to six characters of each word with its borders. `emit` is called once per feature with its hash.
 */
export function titleFeatures(words: readonly string[], emit: (hash: number) => void): void {
  let previous: string | undefined;
  for (const word of words) {
    const root = stem(word);
    emit(hashOf(word, WORD));
    emit(hashOf(root, STEM));
    if (previous !== undefined) emit(pairFeature(previous, root));
    previous = root;
    emitParts(word, emit);
  }
}

/** The features of `titleFeatures` that a word has wherever it stands: itself, its stem, its parts. */
export function wordFeatures(word: string, emit: (hash: number) => void): void {
  emit(hashOf(word, WORD));
  emit(hashOf(stem(word), STEM));
  emitParts(word, emit);
}

/** The feature of two words that stand side by side, by their stems. */
export function pairFeature(stemBefore: string, ownStem: string): number {
  return hashOf(ownStem, hashOf(stemBefore, PAIR) ^ 0x20);
}

function emitParts(word: string, emit: (hash: number) => void): void {
  const bordered = `<${word}>`;
  for (let start = 0; start + SHORTEST_PART <= bordered.length; start++) {
    let hash = PART;
    for (let length = 1; length <= LONGEST_PART && start + length <= bordered.length; length++) {
      hash = Math.imul(hash ^ bordered.charCodeAt(start + length - 1), FNV_PRIME);
      if (length >= SHORTEST_PART) emit((hash ^ (length << 24)) >>> 0);
    }
  }
}

/** Key of a whole title in the model's dictionary: equal for titles that differ in gender or number only. */
export function titleKey(words: readonly string[]): number {
  let hash = TITLE;
  for (const word of words) hash = hashOf(stem(word), hash ^ 0x20);
  // FNV's last byte hardly reaches the upper bits: mix (MurmurHash3's finaliser).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hashOf(text: string, start: number): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash >>> 0;
}
