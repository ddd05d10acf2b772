import { dot } from '../../core/classify/concepts.ts';
import { titleFeatures, titleWords } from '../../core/classify/features.ts';
import type { Concept, Corpus } from './corpus.ts';
import { neighboursBySkills } from './neighbours.ts';
import { randomFrom } from './random.ts';

export interface TrainingOptions {
  seed: number;
  /** Numbers per vector. */
  size: number;
  /** Features that get a vector of their own; rarer ones are unknown to the model. */
  features: number;
  epochs: number;
  /** Concepts per step, each seen in two views. */
  batch: number;
  /** Softmax temperature of cosines. */
  temperature: number;
  learningRate: number;
  /** Share of a view's features that is left out in each step. */
  dropout: number;
  log(line: string): void;
  afterEpoch?(model: Embedding, epoch: number): void;
}

export interface Embedding {
  size: number;
  /** Hashes of the features, in the order of `rows`. */
  hashes: Uint32Array;
  /** One vector per feature; a title is the sum of its features' vectors. */
  rows: Float32Array;
  /** One vector per concept of the corpus, of length 1. */
  concepts: Float32Array;
}

/** Titles that are kept out of training: one in forty, of concepts that keep enough others. */
export function isHeldOut(concept: Concept, title: Concept['titles'][number]): boolean {
  return concept.source === 'esco' && !title.preferred && concept.titles.length >= 8 && title.key % 40 === 7;
}

/** Words of a description that one view shows. */
const DESCRIPTION_WORDS = 14;
const SKILLS_PER_VIEW = 4;
/** Which share of views shows a description, or skills, instead of a title. */
const DESCRIPTION_VIEWS = 0.15;
const SKILL_VIEWS = 0.12;
/** How a view's weight is spread over concepts: itself, its unit group, the crosswalk, those of like skills. */
const TARGET = { itself: 0.5, group: 0.06, linked: 0.16, likeSkills: 0.28 };
/** How much the agreement of two views counts against the agreement of view and concept. */
const PAIR_WEIGHT = 0.5;
/** Pushes smaller than this move nothing, and cost as much as the others. */
const NEGLIGIBLE = 4e-4;

/**
 * Learns vectors of title features and of concepts together: a softmax over concepts (with weight on neighbours,
 * so that the space knows relatedness), and a contrast of two views of one concept (any languages, descriptions,
 * skills) against the rest of the batch (InfoNCE; van den Oord et al. 2018).
 */
export function trainEmbedding(corpus: Corpus, options: TrainingOptions): Embedding {
  const { size, log } = options;
  const random = randomFrom(options.seed);
  const vocabulary = chooseFeatures(corpus, options.features);
  log(`${vocabulary.size} features`);
  const views = indexViews(corpus, vocabulary);
  const targets = softTargets(corpus);
  const count = corpus.concepts.length;
  const rows = gaussian(vocabulary.size * size, 0.1, random);
  const concepts = gaussian(count * size, 1, random);
  normaliseRows(concepts, size);
  const model: Embedding = { size, hashes: Uint32Array.from(vocabulary.keys()), rows, concepts };
  const rowSquares = new Float32Array(vocabulary.size).fill(1e-6);
  const conceptSquares = new Float32Array(count).fill(1e-6);

  const pool: number[] = [];
  for (let c = 0; c < count; c++) if ((views.titles[c] as Int32Array[]).length > 0) pool.push(c);
  const cumulative = new Float64Array(pool.length);
  let total = 0;
  let titles = 0;
  pool.forEach((c, at) => {
    const own = (views.titles[c] as Int32Array[]).length;
    titles += own;
    total += own ** 0.75;
    cumulative[at] = total;
  });
  const byGroup = Map.groupBy(pool, (c) => corpus.concepts[c]?.isco4.slice(0, 3) ?? '');
  const drawConcept = () => pool[lowerBound(cumulative, random() * total)] as number;

  const steps = Math.ceil(titles / (options.batch * 2));
  const { batch } = options;
  const width = batch * 2;
  const sums = new Float32Array(width * size);
  const units = new Float32Array(width * size);
  const norms = new Float32Array(width);
  const gradients = new Float32Array(width * size);
  const features: Int32Array[] = new Array(width);
  const place = new Int32Array(count).fill(-1);

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let lossConcepts = 0;
    let lossPairs = 0;
    const started = Date.now();
    for (let step = 0; step < steps; step++) {
      const progress = (epoch * steps + step) / (options.epochs * steps);
      const rate = options.learningRate * Math.max(0.02, 1 - progress);
      // Half of a batch are neighbours of the other half: what must be told apart is seen together.
      const chosen: number[] = [];
      while (chosen.length < batch) {
        const c = drawConcept();
        chosen.push(c);
        const siblings = byGroup.get(corpus.concepts[c]?.isco4.slice(0, 3) ?? '') ?? [];
        if (chosen.length < batch && siblings.length > 1) {
          chosen.push(siblings[Math.floor(random() * siblings.length)] as number);
        }
      }
      for (let i = 0; i < width; i++) {
        const c = chosen[i % batch] as number;
        features[i] = dropped(views.draw(c, random), options.dropout, random);
        sumRows(rows, features[i] as Int32Array, sums, i * size, size);
        norms[i] = normalised(sums, units, i * size, size);
      }
      gradients.fill(0);

      const candidates: number[] = [];
      const add = (c: number) => {
        if (place[c] !== -1) return;
        place[c] = candidates.length;
        candidates.push(c);
      };
      for (const c of chosen) {
        for (const [near] of targets[c] as [number, number][]) if (near === c || random() < 0.35) add(near);
      }
      for (let extra = 0; extra < batch; extra++) add(drawConcept());
      lossConcepts += conceptLoss({
        units,
        gradients,
        concepts,
        conceptSquares,
        candidates,
        place,
        size,
        rate,
        targets: chosen.map((c) => targets[c] as [number, number][]),
        temperature: options.temperature,
        width,
      });
      for (const c of candidates) place[c] = -1;
      lossPairs += pairLoss(units, gradients, chosen, size, options.temperature);

      for (let i = 0; i < width; i++) {
        const list = features[i] as Int32Array;
        const norm = norms[i] as number;
        if (norm === 0) continue;
        const at = i * size;
        // Through the normalisation: only what is across the vector turns it.
        let along = 0;
        for (let d = 0; d < size; d++) along += (gradients[at + d] as number) * (units[at + d] as number);
        let square = 0;
        for (let d = 0; d < size; d++) {
          const g = ((gradients[at + d] as number) - along * (units[at + d] as number)) / norm;
          gradients[at + d] = g;
          square += g * g;
        }
        square /= size;
        for (const row of list) {
          rowSquares[row] = (rowSquares[row] as number) + square;
          const pace = rate / Math.sqrt(rowSquares[row] as number);
          const start = row * size;
          for (let d = 0; d < size; d++) {
            rows[start + d] = (rows[start + d] as number) - pace * (gradients[at + d] as number);
          }
        }
      }
    }
    log(
      `epoch ${epoch + 1}: concepts ${(lossConcepts / steps).toFixed(3)}, pairs ${(lossPairs / steps).toFixed(3)}, ` +
        `${Math.round((Date.now() - started) / 1000)} s`,
    );
    options.afterEpoch?.(model, epoch + 1);
  }
  return model;
}

interface ConceptStep {
  units: Float32Array;
  gradients: Float32Array;
  concepts: Float32Array;
  conceptSquares: Float32Array;
  candidates: readonly number[];
  place: Int32Array;
  size: number;
  rate: number;
  targets: readonly [number, number][][];
  temperature: number;
  width: number;
}

/** Softmax of view against candidate concepts; adds to `gradients`, moves the concepts, answers the mean loss. */
function conceptLoss(step: ConceptStep): number {
  const { units, gradients, concepts, candidates, place, size, width } = step;
  const scale = 1 / step.temperature;
  const many = candidates.length;
  const logits = new Float32Array(many);
  const pulled = new Float32Array(many * size);
  const local = new Float32Array(many * size);
  candidates.forEach((c, at) => {
    local.set(concepts.subarray(c * size, (c + 1) * size), at * size);
  });
  let loss = 0;
  for (let i = 0; i < width; i++) {
    const at = i * size;
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < many; k++) {
      const value = dot(units, at, local, k * size, size) * scale;
      logits[k] = value;
      if (value > top) top = value;
    }
    let sum = 0;
    for (let k = 0; k < many; k++) {
      const value = Math.exp((logits[k] as number) - top);
      logits[k] = value;
      sum += value;
    }
    const wanted = step.targets[i % step.targets.length] as [number, number][];
    let mass = 0;
    for (const [c, weight] of wanted) if (place[c] !== -1) mass += weight;
    for (let k = 0; k < many; k++) logits[k] = (logits[k] as number) / sum;
    for (const [c, weight] of wanted) {
      const k = place[c] as number;
      if (k === -1) continue;
      loss -= (weight / mass) * Math.log(Math.max(1e-9, logits[k] as number));
    }
    for (const [c, weight] of wanted) {
      const k = place[c] as number;
      if (k !== -1) logits[k] = (logits[k] as number) - weight / mass;
    }
    for (let k = 0; k < many; k++) {
      const push = (logits[k] as number) * scale;
      if (push < NEGLIGIBLE && push > -NEGLIGIBLE) continue;
      const from = k * size;
      for (let d = 0; d < size; d++) {
        gradients[at + d] = (gradients[at + d] as number) + push * (local[from + d] as number);
        pulled[from + d] = (pulled[from + d] as number) + push * (units[at + d] as number);
      }
    }
  }
  candidates.forEach((c, k) => {
    let square = 0;
    for (let d = 0; d < size; d++) square += (pulled[k * size + d] as number) ** 2;
    step.conceptSquares[c] = (step.conceptSquares[c] as number) + square / size;
    const pace = step.rate / Math.sqrt(step.conceptSquares[c] as number);
    for (let d = 0; d < size; d++) {
      concepts[c * size + d] = (concepts[c * size + d] as number) - pace * (pulled[k * size + d] as number);
    }
    normaliseRow(concepts, c * size, size);
  });
  return loss / width;
}

/** InfoNCE between the first and the second views of a batch; views of one concept are no negatives of each other. */
function pairLoss(
  units: Float32Array,
  gradients: Float32Array,
  chosen: readonly number[],
  size: number,
  temperature: number,
): number {
  const batch = chosen.length;
  const scale = 1 / temperature;
  const logits = new Float32Array(batch);
  let loss = 0;
  for (let i = 0; i < batch; i++) {
    const at = i * size;
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < batch; k++) {
      const same = k !== i && chosen[k] === chosen[i];
      const value = same ? Number.NEGATIVE_INFINITY : dot(units, at, units, (batch + k) * size, size) * scale;
      logits[k] = value;
      if (value > top) top = value;
    }
    let sum = 0;
    for (let k = 0; k < batch; k++) {
      logits[k] = Math.exp((logits[k] as number) - top);
      sum += logits[k] as number;
    }
    loss -= Math.log(Math.max(1e-9, (logits[i] as number) / sum));
    for (let k = 0; k < batch; k++) {
      const push = PAIR_WEIGHT * scale * ((logits[k] as number) / sum - (k === i ? 1 : 0));
      if (push < NEGLIGIBLE && push > -NEGLIGIBLE) continue;
      const other = (batch + k) * size;
      for (let d = 0; d < size; d++) {
        gradients[at + d] = (gradients[at + d] as number) + push * (units[other + d] as number);
        gradients[other + d] = (gradients[other + d] as number) + push * (units[at + d] as number);
      }
    }
  }
  return loss / batch;
}

/** Features by how many titles hold them; descriptions count a little, so that their words are known too. */
function chooseFeatures(corpus: Corpus, most: number): Map<number, number> {
  const counts = new Map<number, number>();
  const seen = new Set<number>();
  const count = (words: readonly string[], weight: number) => {
    seen.clear();
    titleFeatures(words, (hash) => seen.add(hash));
    for (const hash of seen) counts.set(hash, (counts.get(hash) ?? 0) + weight);
  };
  for (const concept of corpus.concepts) {
    for (const title of concept.titles) if (!isHeldOut(concept, title)) count(title.words, 1);
    for (const text of concept.descriptions) count(wordsOfText(text), 0.15);
    for (const skill of concept.essential) count(titleWords(corpus.skills[skill] ?? ''), 0.05);
  }
  const kept = [...counts]
    .filter(([, weight]) => weight >= 2)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, most);
  return new Map(kept.map(([hash], row) => [hash, row]));
}

function wordsOfText(text: string): string[] {
  const words: string[] = [];
  for (const sentence of text.split(/[.\n;]/)) words.push(...titleWords(sentence));
  return words;
}

interface Views {
  /** Rows of the features of each title, by concept. */
  titles: Int32Array[][];
  draw(concept: number, random: () => number): Int32Array;
}

/** Everything a concept can show itself by, as rows of features. */
function indexViews(corpus: Corpus, vocabulary: ReadonlyMap<number, number>): Views {
  const rowsOf = (words: readonly string[]): Int32Array => {
    const rows: number[] = [];
    titleFeatures(words, (hash) => {
      const row = vocabulary.get(hash);
      if (row !== undefined) rows.push(row);
    });
    return Int32Array.from(rows);
  };
  const skillRows = corpus.skills.map((skill) => rowsOf(titleWords(skill)));
  const titles: Int32Array[][] = [];
  const byLanguage: Int32Array[][][] = [];
  const texts: Int32Array[][][] = [];
  for (const concept of corpus.concepts) {
    const own: Int32Array[] = [];
    const languages = new Map<string, Int32Array[]>();
    for (const title of concept.titles) {
      if (isHeldOut(concept, title)) continue;
      const rows = rowsOf(title.words);
      if (rows.length === 0) continue;
      own.push(rows);
      const list = languages.get(title.lang) ?? [];
      list.push(rows);
      languages.set(title.lang, list);
    }
    titles.push(own);
    byLanguage.push([...languages.values()]);
    texts.push(concept.descriptions.map((text) => wordsOfText(text).map((word) => rowsOf([word]))));
  }
  const pick = <T>(list: readonly T[], random: () => number) => list[Math.floor(random() * list.length)] as T;
  const joined = (parts: readonly Int32Array[]) => {
    const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  };
  return {
    titles,
    draw(c, random) {
      const kind = random();
      const descriptions = texts[c] as Int32Array[][];
      if (kind < DESCRIPTION_VIEWS && descriptions.length > 0) {
        const words = pick(descriptions, random);
        const rows = joined(
          Array.from({ length: DESCRIPTION_WORDS }, () => pick(words, random) ?? new Int32Array()),
        );
        if (rows.length > 0) return rows;
      }
      const skills = corpus.concepts[c]?.essential ?? [];
      if (kind > 1 - SKILL_VIEWS && skills.length > 0) {
        return joined(
          Array.from({ length: SKILLS_PER_VIEW }, () => skillRows[pick(skills, random)] as Int32Array),
        );
      }
      // Half of the time every language is as likely as any other.
      return kind < 0.5
        ? pick(titles[c] as Int32Array[], random)
        : pick(pick(byLanguage[c] as Int32Array[][], random), random);
    },
  };
}

/** The concepts that a view of each concept should point to, with weights that add up to 1. */
function softTargets(corpus: Corpus): [number, number][][] {
  const near = neighboursBySkills(corpus, 8);
  const linked: [number, number][][] = corpus.concepts.map(() => []);
  for (const { onet, esco, weight } of corpus.links) {
    linked[onet]?.push([esco, weight]);
    linked[esco]?.push([onet, weight]);
  }
  return corpus.concepts.map((concept, c) => {
    const targets = new Map<number, number>([[c, TARGET.itself]]);
    const spread = (list: readonly [number, number][], share: number) => {
      const sum = list.reduce((all, [, weight]) => all + weight, 0);
      for (const [other, weight] of list)
        targets.set(other, (targets.get(other) ?? 0) + (share * weight) / sum);
    };
    spread(linked[c] ?? [], TARGET.linked);
    spread(near[c] ?? [], TARGET.likeSkills);
    const group = corpus.byUri.get(`http://data.europa.eu/esco/isco/C${concept.isco4}`);
    if (group !== undefined && group !== c) targets.set(group, TARGET.group);
    return [...targets];
  });
}

function dropped(rows: Int32Array, share: number, random: () => number): Int32Array {
  const kept = rows.filter(() => random() >= share);
  return kept.length > 0 ? kept : rows;
}

function sumRows(rows: Float32Array, list: Int32Array, into: Float32Array, at: number, size: number): void {
  into.fill(0, at, at + size);
  for (const row of list) {
    const start = row * size;
    for (let d = 0; d < size; d++) into[at + d] = (into[at + d] as number) + (rows[start + d] as number);
  }
}

/** Writes the vector at `at` with length 1 into `units`; answers its length. */
function normalised(from: Float32Array, units: Float32Array, at: number, size: number): number {
  const norm = Math.sqrt(dot(from, at, from, at, size));
  for (let d = 0; d < size; d++) units[at + d] = norm > 0 ? (from[at + d] as number) / norm : 0;
  return norm;
}

function normaliseRow(vectors: Float32Array, at: number, size: number): void {
  normalised(vectors, vectors, at, size);
}

function normaliseRows(vectors: Float32Array, size: number): void {
  for (let at = 0; at < vectors.length; at += size) normaliseRow(vectors, at, size);
}

function gaussian(length: number, deviation: number, random: () => number): Float32Array {
  const values = new Float32Array(length);
  for (let at = 0; at < length; at++) {
    values[at] = deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  }
  return values;
}

function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
