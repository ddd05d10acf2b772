import { conceptFinderOf, largest } from './concepts.ts';
import { dot, dotsOfRows } from './dots.ts';
import { stem, titleKey, titleWords } from './features.ts';
import type { TitleModel } from './model.ts';
import { createTitleClassifier } from './title.ts';

/** A title of the corpus; several titles may share one id, the best of them counts. */
export interface RankedTitle {
  id: string;
  title: string;
}

/**
 * Weights of the signals: coordinate steps from those of a softmax regression, over the first 400 titles of each query
 * of four languages of MELO, of TalentCLEF and of JobBERT at once; no set may lose (docs/model.md).
 */
const WEIGHT = {
  /** Share of the title's words that find a partner in the query, by spelling or by meaning: it says nothing else. */
  titleCovered: 0.6,
  /** Share of the query's words that find one in the title: less, for titles of lists are longer than what they mean. */
  queryCovered: 0.3,
  /** The same in both directions (harmonic mean). */
  bothCovered: 0.1,
  /** The likeness of what the query's first word finds: in Romance languages the role stands first … */
  queryFirst: 0.1,
  /** … and of the title's last word: in Germanic ones it stands last. */
  titleLast: 0.1,
  /** Cosine of the query and the occupation that bears the title; of both titles where none is known to. */
  nearness: 0.4,
  /** Cosine of both titles: an occupation has narrower titles too, of which its own vector knows nothing. */
  titleNearness: 0.35,
  /** Overlap of the occupations that both titles may stand for, and of their unit groups. */
  occupations: 0.1,
  unitGroups: 0.4,
  /** Share of the unit group that the classifier, with its lexicon, is sure the query belongs to. */
  judged: 0.05,
  /** That group is among those the title may stand for at all. */
  judgedPossible: 0.2,
  /** The name of a whole group of occupations (`Chemists`) is no title of a single one (`chemist`). */
  groupName: -0.25,
  /** A list names an occupation itself for both genders (`cuoco/cuoca`); what names one only is a variant of that. */
  bothGenders: 0.2,
} as const;
/** Of the cosine of letter groups and word stems (TF-IDF), where titles are chosen that are compared word by word. */
const SPELLING_OF_CHOICE = 0.35;

/** Titles per query that are compared word by word. */
const COMPARED_WORD_BY_WORD = 300;
/** Softmax temperature over occupations; broad, because related titles are wanted too. */
const OCCUPATION_TEMPERATURE = 0.08;
const OCCUPATIONS_KEPT = 60;
const GROUPS_LOOKED_INTO = 40;
/** Share of the occupations that bear exactly the title. */
const EXACT_SHARE = 0.75;
/** Words whose vectors have a smaller cosine than this have nothing in common. */
const UNRELATED = 0.3;
const SAME_STEM = 0.97;
/** No two different words are worth more than this. */
const ALIKE = 0.9;
/** Rows of word similarities that are kept. */
const ROWS_KEPT = 2000;

/**
 * Ranks the titles of a corpus by how near in function they are to a query, in any of the model's languages;
 * without a model by spelling alone. The rarity of words is counted in the corpus itself.
 */
export function createRanker(
  corpus: readonly RankedTitle[],
  model: TitleModel | null,
): (query: string, top: number) => { id: string; score: number }[] {
  const words = corpus.map(({ title }) => titleWords(title));
  const spelling = createSpelling(words);
  const meaning = model === null ? null : createMeaning(words, model);
  const wordByWord = createWordByWord(words, model);
  const ofBothGenders = [...corpus.keys()].filter((at) =>
    namesBothGenders((corpus[at] as RankedTitle).title),
  );

  return (query, top) => {
    const queryWords = withoutNumbers(titleWords(query));
    const spelt = spelling(queryWords);
    const scores = spelt.map((value) => value * SPELLING_OF_CHOICE);
    meaning?.(query, queryWords, scores);
    for (const at of ofBothGenders) scores[at] = (scores[at] as number) + WEIGHT.bothGenders;
    const compared = largest(scores, COMPARED_WORD_BY_WORD);
    const partners = wordByWord(queryWords);
    for (const at of compared) {
      const { there, back, queryFirst, titleLast } = partners(at);
      const both = there + back > 0 ? (2 * there * back) / (there + back) : 0;
      scores[at] =
        (scores[at] as number) -
        SPELLING_OF_CHOICE * (spelt[at] as number) +
        WEIGHT.titleCovered * back +
        WEIGHT.queryCovered * there +
        WEIGHT.bothCovered * both +
        WEIGHT.queryFirst * queryFirst +
        WEIGHT.titleLast * titleLast;
    }
    // What was not compared word by word comes after what was.
    const best = new Map<string, number>();
    // Some more than asked for: an id may stand for several titles.
    const order = Int32Array.from(largest(scores, Math.max(COMPARED_WORD_BY_WORD, top * 6))).sort(
      (a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
    );
    for (const at of order) {
      const { id } = corpus[at] as RankedTitle;
      if (best.has(id)) continue;
      best.set(id, scores[at] as number);
      if (best.size >= top) break;
    }
    return Array.from(best, ([id, score]) => ({ id, score }));
  };
}

interface Partners {
  there: number;
  back: number;
  queryFirst: number;
  titleLast: number;
}

/** Pay, places of a building, shifts: numbers in a title say nothing of the function. */
function withoutNumbers(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !/^\d/.test(word));
  return kept.length > 0 ? kept : words;
}

/** Whether a title is one occupation's name for a man and for a woman: `cuoco/cuoca`, `actor de cine/actriz de cine`. */
function namesBothGenders(title: string): boolean {
  const [one = [], other = [], ...more] = title.split('/').map(titleWords);
  if (more.length > 0 || one.length === 0 || one.length !== other.length) return false;
  return one.every((word, k) => word.slice(0, SAME_BEGINNING) === other[k]?.slice(0, SAME_BEGINNING));
}
/** Letters in which the forms for a man and a woman begin alike. */
const SAME_BEGINNING = 3;

/** TF-IDF cosine over letter groups of three to five and word stems (which count double). */
function createSpelling(corpus: readonly (readonly string[])[]): (words: readonly string[]) => Float32Array {
  const postings = new Map<string, { at: number[]; weight: number[] }>();
  const counted = corpus.map(countTerms);
  const holders = new Map<string, number>();
  for (const terms of counted)
    for (const term of terms.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const weigh = (terms: ReadonlyMap<string, number>): Map<string, number> => {
    const weights = new Map<string, number>();
    let square = 0;
    for (const [term, count] of terms) {
      const rarity = Math.log((1 + corpus.length) / (1 + (holders.get(term) ?? 0))) + 1;
      const weight = (1 + Math.log(count)) * rarity;
      weights.set(term, weight);
      square += weight * weight;
    }
    for (const [term, weight] of weights) weights.set(term, weight / Math.sqrt(square));
    return weights;
  };
  counted.forEach((terms, at) => {
    for (const [term, weight] of weigh(terms)) {
      const posting = postings.get(term) ?? { at: [], weight: [] };
      posting.at.push(at);
      posting.weight.push(weight);
      postings.set(term, posting);
    }
  });
  return (words) => {
    const scores = new Float32Array(corpus.length);
    for (const [term, weight] of weigh(countTerms(words))) {
      const posting = postings.get(term);
      if (posting === undefined) continue;
      for (let k = 0; k < posting.at.length; k++) {
        const at = posting.at[k] as number;
        scores[at] = (scores[at] as number) + weight * (posting.weight[k] as number);
      }
    }
    return scores;
  };
}

function countTerms(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string, times: number) => counts.set(term, (counts.get(term) ?? 0) + times);
  for (const word of words) {
    add(`#${stem(word)}`, 2);
    for (const part of letterGroups(word, 3, 5)) add(part, 1);
  }
  return counts;
}

function letterGroups(word: string, shortest: number, longest: number): string[] {
  const bordered = `<${word}>`;
  const groups: string[] = [];
  for (let length = shortest; length <= longest; length++) {
    for (let at = 0; at + length <= bordered.length; at++) groups.push(bordered.slice(at, at + length));
  }
  return groups;
}

/** Adds what the model knows to the scores: nearness, common occupations and unit groups, names of groups. */
function createMeaning(
  corpus: readonly (readonly string[])[],
  model: TitleModel,
): (query: string, words: readonly string[], scores: Float32Array) => void {
  const { size, concepts } = model.facts;
  const { nearest: near } = conceptFinderOf(model);
  const classifyTitle = createTitleClassifier(model);
  const vectors = new Float32Array(corpus.length * size);
  const bearers: (readonly number[])[] = [];
  const occupations = createOverlap<number>();
  const unitGroups = createOverlap<string>();
  const groupNames: number[] = [];
  const forms = formsByKey(corpus);
  corpus.forEach((words, at) => {
    const same = model.lookUp(words);
    bearers.push(same);
    if (isGroupName(words, same)) groupNames.push(at);
    const title = model.embed(words);
    if (title === null) return;
    vectors.set(title.vector, at * size);
    const shares = occupationsOf(title.vector, same);
    occupations.hold(at, shares);
    unitGroups.hold(at, byUnitGroup(shares));
  });

  const cosines = new Float32Array(concepts);
  return (query, words, scores) => {
    const title = model.embed(words);
    if (title !== null) {
      dotsOfRows(title.vector, model.conceptVectors, size, cosines);
      bearers.forEach((same, at) => {
        const ofTitles = dot(title.vector, 0, vectors, at * size, size);
        const nearness =
          same.length > 0 ? same.reduce((most, c) => Math.max(most, cosines[c] as number), -1) : ofTitles;
        scores[at] = (scores[at] as number) + WEIGHT.nearness * nearness + WEIGHT.titleNearness * ofTitles;
      });
      const shares = occupationsOf(title.vector, model.lookUp(words));
      occupations.add(shares, WEIGHT.occupations, scores);
      unitGroups.add(byUnitGroup(shares), WEIGHT.unitGroups, scores);
    }
    const judged = classifyTitle(query, 'title')?.result;
    if (judged !== undefined) {
      unitGroups.favour(judged.isco4, WEIGHT.judged * judged.confidence, WEIGHT.judgedPossible, scores);
    }
    for (const at of groupNames) scores[at] = (scores[at] as number) + WEIGHT.groupName;
  };

  /** Groups and their occupations often differ in number alone: then the plural is the group's. */
  function isGroupName(words: readonly string[], same: readonly number[]): boolean {
    if (!same.some((c) => model.isGroup[c])) return false;
    if (same.every((c) => model.isGroup[c])) return true;
    return (forms.get(titleKey(words)) ?? []).some((form) => isPluralOf(words, form));
  }

  function occupationsOf(vector: Float32Array, same: readonly number[]): Map<number, number> {
    const { concepts: found, cosines: like, nearest } = near(vector, GROUPS_LOOKED_INTO);
    const shares = new Map<number, number>();
    let sum = 0;
    for (const at of largest(like, OCCUPATIONS_KEPT)) {
      const share = Math.exp(((like[at] as number) - nearest) / OCCUPATION_TEMPERATURE);
      shares.set(found[at] as number, share);
      sum += share;
    }
    const rest = same.length > 0 ? 1 - EXACT_SHARE : 1;
    for (const [concept, share] of shares) shares.set(concept, (share / sum) * rest);
    for (const concept of same) {
      shares.set(concept, (shares.get(concept) ?? 0) + EXACT_SHARE / same.length);
    }
    return shares;
  }

  function byUnitGroup(shares: ReadonlyMap<number, number>): Map<string, number> {
    const groups = new Map<string, number>();
    for (const [concept, share] of shares) {
      const group = model.isco4[concept] as string;
      groups.set(group, (groups.get(group) ?? 0) + share);
    }
    return groups;
  }
}

/**
 * Distributions of titles over keys, indexed by key: `add` adds their Bhattacharyya coefficients with another one,
 * `favour` their shares of one key, and something for having any.
 */
function createOverlap<K>() {
  const holders = new Map<K, { at: number[]; root: number[] }>();
  return {
    hold(at: number, shares: ReadonlyMap<K, number>): void {
      for (const [key, share] of shares) {
        const holder = holders.get(key) ?? { at: [], root: [] };
        holder.at.push(at);
        holder.root.push(Math.sqrt(share));
        holders.set(key, holder);
      }
    },
    favour(key: K, weight: number, any: number, scores: Float32Array): void {
      const holder = holders.get(key);
      holder?.at.forEach((at, k) => {
        scores[at] = (scores[at] as number) + weight * (holder.root[k] as number) ** 2 + any;
      });
    },
    add(shares: ReadonlyMap<K, number>, weight: number, scores: Float32Array): void {
      for (const [key, share] of shares) {
        const holder = holders.get(key);
        if (holder === undefined) continue;
        const root = weight * Math.sqrt(share);
        for (let k = 0; k < holder.at.length; k++) {
          const at = holder.at[k] as number;
          scores[at] = (scores[at] as number) + root * (holder.root[k] as number);
        }
      }
    },
  };
}

/** Titles of the corpus by their key: what differs in gender or number only stands together. */
function formsByKey(corpus: readonly (readonly string[])[]): Map<number, (readonly string[])[]> {
  const forms = new Map<number, (readonly string[])[]>();
  for (const words of corpus) {
    const key = titleKey(words);
    const known = forms.get(key);
    if (known === undefined) forms.set(key, [words]);
    else if (!known.some((form) => form.every((word, k) => word === words[k]))) known.push(words);
  }
  return forms;
}

/**
 * Whether a word has the ending of a plural where another form of the same title has none. Italian plurals are no
 * longer than their singulars (`professori`, `professore`), and feminine forms often longer (`professora`).
 */
function isPluralOf(words: readonly string[], form: readonly string[]): boolean {
  return words.some((word, k) => word !== form[k] && PLURAL.test(word) && !PLURAL.test(form[k] ?? ''));
}
/** `-s`, `-i`, `-en`, `-innen`; `-in` is a woman in German. */
const PLURAL = /(?:s|i|[^i]n)$/;

/**
 * How well two titles' words find partners in each other: of the query's words (`there`) and of the title's (`back`),
 * 0 to 1, rare words count more; of the query's first and the title's last word alone (`queryFirst`, `titleLast`); like the late interaction of ColBERT (Khattab and Zaharia 2020) with word vectors.
 */
function createWordByWord(
  corpus: readonly (readonly string[])[],
  model: TitleModel | null,
): (words: readonly string[]) => (at: number) => Partners {
  const numbers = new Map<string, number>();
  const titles = corpus.map((words) =>
    Int32Array.from(new Set(words), (word) => {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, numbers.size);
      return numbers.size - 1;
    }),
  );
  const vocabulary = [...numbers.keys()];
  const stems = vocabulary.map(stem);
  const holders = new Map<string, number>();
  for (const title of titles) {
    for (const root of new Set(Array.from(title, (word) => stems[word] as string))) {
      holders.set(root, (holders.get(root) ?? 0) + 1);
    }
  }
  const rarity = (root: string) => Math.log((corpus.length + 1) / ((holders.get(root) ?? 0) + 1)) + 0.2;
  const rarities = Float32Array.from(stems, rarity);
  const groups = vocabulary.map((word) => new Set(letterGroups(word, 3, 4)));
  const byGroup = new Map<string, number[]>();
  groups.forEach((own, word) => {
    for (const group of own) {
      const list = byGroup.get(group);
      if (list === undefined) byGroup.set(group, [word]);
      else list.push(word);
    }
  });
  const size = model?.facts.size ?? 0;
  const vectors = new Float32Array(vocabulary.length * size);
  vocabulary.forEach((word, at) => {
    const found = model?.embed([word]);
    if (found) vectors.set(found.vector, at * size);
  });
  const rows = new Map<string, Float32Array>();

  /** Likeness of a query's word to every word of the corpus, 0 to 1. */
  const likeness = (word: string): Float32Array => {
    const known = rows.get(word);
    if (known !== undefined) return known;
    const row = new Float32Array(vocabulary.length);
    const own = new Set(letterGroups(word, 3, 4));
    for (const group of own) for (const at of byGroup.get(group) ?? []) row[at] = (row[at] as number) + 1;
    const vector = model?.embed([word])?.vector;
    const root = stem(word);
    for (let at = 0; at < row.length; at++) {
      // Dice coefficient of letter groups, or cosine of word vectors, whichever sees more.
      const spelt = (2 * (row[at] as number)) / (own.size + (groups[at] as Set<string>).size);
      const meant =
        vector === undefined ? 0 : (dot(vector, 0, vectors, at * size, size) - UNRELATED) / (1 - UNRELATED);
      row[at] = vocabulary[at] === word ? 1 : stems[at] === root ? SAME_STEM : ALIKE * Math.max(spelt, meant);
    }
    if (rows.size >= ROWS_KEPT) rows.clear();
    rows.set(word, row);
    return row;
  };

  return (words) => {
    const query = [...new Set(words)];
    const likenesses = query.map(likeness);
    const weights = query.map((word) => rarity(stem(word)));
    const weight = weights.reduce((sum, value) => sum + value, 0);
    return (at) => {
      const title = titles[at] as Int32Array;
      const found = new Float32Array(title.length);
      let there = 0;
      let queryFirst = 0;
      likenesses.forEach((row, q) => {
        let best = 0;
        for (let k = 0; k < title.length; k++) {
          const like = row[title[k] as number] as number;
          if (like > best) best = like;
          if (like > (found[k] as number)) found[k] = like;
        }
        if (q === 0) queryFirst = best;
        there += best * (weights[q] as number);
      });
      let back = 0;
      let total = 0;
      for (let k = 0; k < title.length; k++) {
        const rare = rarities[title[k] as number] as number;
        back += (found[k] as number) * rare;
        total += rare;
      }
      return {
        there: weight > 0 ? there / weight : 0,
        back: total > 0 ? back / total : 0,
        queryFirst,
        titleLast: found.at(-1) ?? 0,
      };
    };
  };
}
