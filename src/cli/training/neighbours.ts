import type { Corpus } from './corpus.ts';

/** An essential skill counts double. */
const ESSENTIAL = 2;
const OPTIONAL = 1;

/** Skills of each concept as weights (rarer skills count more), of length 1; empty where none are known. */
function skillVectors(corpus: Corpus): Map<number, number>[] {
  const holders = new Float64Array(corpus.skills.length);
  const raw = corpus.concepts.map(({ essential, optional }) => {
    const weights = new Map<number, number>();
    for (const skill of optional) weights.set(skill, OPTIONAL);
    for (const skill of essential) weights.set(skill, ESSENTIAL);
    for (const skill of weights.keys()) holders[skill] = (holders[skill] ?? 0) + 1;
    return weights;
  });
  const known = raw.filter((weights) => weights.size > 0).length;
  for (const weights of raw) {
    let square = 0;
    for (const [skill, weight] of weights) {
      const value = weight * Math.log(known / (holders[skill] ?? 1));
      weights.set(skill, value);
      square += value * value;
    }
    // Skills that everybody has weigh nothing: so may all of one's skills.
    const length = Math.sqrt(square) || 1;
    for (const [skill, weight] of weights) weights.set(skill, weight / length);
  }
  return raw;
}

/** For each concept the most alike by ESCO skills, with their cosine. */
export function neighboursBySkills(corpus: Corpus, most: number): [number, number][][] {
  const vectors = skillVectors(corpus);
  const bySkill: [number, number][][] = corpus.skills.map(() => []);
  vectors.forEach((weights, c) => {
    for (const [skill, weight] of weights) bySkill[skill]?.push([c, weight]);
  });
  const scores = new Float64Array(vectors.length);
  return vectors.map((weights, c) => {
    scores.fill(0);
    const touched = new Set<number>();
    for (const [skill, weight] of weights) {
      for (const [other, theirs] of bySkill[skill] ?? []) {
        scores[other] = (scores[other] ?? 0) + weight * theirs;
        touched.add(other);
      }
    }
    touched.delete(c);
    return [...touched]
      .map((other): [number, number] => [other, scores[other] ?? 0])
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most);
  });
}
