import { readPacked, readRising, writePacked, writeRising } from '../../core/classify/bytes.ts';
import { titleKey, titleWords } from '../../core/classify/features.ts';
import { bitsOf, loadModel, readParts } from '../../core/classify/model.ts';
import { type GermanTitle, isKeptOut } from './kldb.ts';
import { join } from './pack.ts';

/**
 * A trained model whose dictionary knows the German list too: each title that it did not know stands for the unit group
 * of ISCO-08 that its type is. Vectors stay as they are. Titles that are kept out to measure with stay out.
 */
export function withGermanTitles(file: Uint8Array, titles: readonly GermanTitle[]): Uint8Array {
  const { facts, isco4, isGroup } = loadModel(file);
  const parts = new Map(readParts(file));
  const groups = new Map(
    isco4.flatMap((code, concept) => (isGroup[concept] ? [[code, concept] as const] : [])),
  );
  const keys = readRising(parts.get('keys') as Uint8Array, facts.titles);
  const bits = bitsOf(facts.concepts);
  const concepts = readPacked(parts.get('keyConcepts') as Uint8Array, facts.titles, bits);
  const known = new Set(keys);
  const votes = new Map<number, Map<number, number>>();
  for (const { forms, isco4: code } of titles) {
    const concept = groups.get(code);
    if (concept === undefined) continue;
    for (const form of forms) {
      const words = titleWords(form);
      const key = titleKey(words) >>> (32 - facts.keyBits);
      if (words.length === 0 || known.has(key) || isKeptOut(words)) continue;
      const of = votes.get(key) ?? new Map<number, number>();
      of.set(concept, (of.get(concept) ?? 0) + 1);
      votes.set(key, of);
    }
  }
  const entries = [...keys].map((key, at): [number, number] => [key, concepts[at] as number]);
  for (const [key, of] of votes)
    entries.push([key, [...of].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] as number]);
  entries.sort((a, b) => a[0] - b[0]);
  parts.set('keys', writeRising(entries.map(([key]) => key)));
  parts.set(
    'keyConcepts',
    writePacked(
      entries.map(([, concept]) => concept),
      bits,
    ),
  );
  parts.set('facts', new TextEncoder().encode(JSON.stringify({ ...facts, titles: entries.length })));
  return join([...parts]);
}
