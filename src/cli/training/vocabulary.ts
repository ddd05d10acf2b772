import { titleFeatures, titleWords } from '../../core/classify/features.ts';
import { type Corpus, isHeldOut } from './corpus.ts';

/** What a title, a description, a skill count when features are chosen; texts a little, so that their words are known too. */
const WEIGHT = { title: 1, description: 0.15, skill: 0.05 };
const LEAST_WEIGHT = 2;

/** The features that get a vector: hashes, by how many titles hold them, at most `most`. */
export function chooseFeatures(corpus: Corpus, most: number): Uint32Array {
  const counts = new Map<number, number>();
  const seen = new Set<number>();
  const count = (words: readonly string[], weight: number) => {
    seen.clear();
    titleFeatures(words, (hash) => seen.add(hash));
    for (const hash of seen) counts.set(hash, (counts.get(hash) ?? 0) + weight);
  };
  for (const concept of corpus.concepts) {
    for (const title of concept.titles) if (!isHeldOut(concept, title)) count(title.words, WEIGHT.title);
    for (const text of concept.descriptions) count(wordsOfText(text), WEIGHT.description);
    for (const skill of concept.essential) count(titleWords(corpus.skills[skill] ?? ''), WEIGHT.skill);
  }
  const kept = [...counts]
    .filter(([, weight]) => weight >= LEAST_WEIGHT)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, most);
  return Uint32Array.from(kept, ([hash]) => hash);
}

/** Words of a text, sentence by sentence. */
export function wordsOfText(text: string): string[] {
  const words: string[] = [];
  for (const sentence of text.split(/[.\n;]/)) words.push(...titleWords(sentence));
  return words;
}
