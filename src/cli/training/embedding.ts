import { dot } from '../../core/classify/dots.ts';
import { titleFeatures, titleWords } from '../../core/classify/features.ts';
import { STRETCH } from '../../core/classify/model.ts';
import { type Codebooks, type CodedRows, createCoder, learnCodebooks } from './codebooks.ts';
import { type Corpus, isHeldOut } from './corpus.ts';
import { createGatheredPulls } from './gatheredPulls.ts';
import { neighboursBySkills } from './neighbours.ts';
import { randomFrom } from './random.ts';
import { chooseFeatures, wordsOfText } from './vocabulary.ts';

export interface TrainingOptions {
  seed: number;
  /** Numbers per vector. */
  size: number;
  /** Features that get a vector of their own; rarer ones are unknown to the model. */
  features: number;
  epochs: number;
  /** Epochs after these in which the features' vectors are as coarse as in the file, and the concepts' adapt to them. */
  settlingEpochs: number;
  /** Concepts per step, each seen in two views; an even number. */
  batch: number;
  /** Softmax temperature of cosines. */
  temperature: number;
  learningRate: number;
  /** Share of a view's features that is left out in each step. */
  dropout: number;
  log(line: string): void;
}

export interface Embedding {
  size: number;
  /** Hashes of the features, in the order of their vectors. */
  hashes: Uint32Array;
  /** One vector per feature, coded; a title is the sum of its features' vectors. */
  coded: CodedRows;
  codebooks: Codebooks;
  /** One vector per concept of the corpus, of length 1. */
  concepts: Float32Array;
}

/** Words of a description that one view shows. */
const DESCRIPTION_WORDS = 14;
const SKILLS_PER_VIEW = 4;
/** The German list names many trades that are gone: it is drawn less often than its titles are many. */
const DRAWS_OF_GERMAN_LIST = 0.6;
/** Which share of views shows a description, or skills, instead of a title. */
const DESCRIPTION_VIEWS = 0.15;
const SKILL_VIEWS = 0.12;
/** How a view's weight is spread over concepts: itself, its unit group, the crosswalk, those of like skills. */
const TARGET = { itself: 0.5, group: 0.06, groupOfGermanType: 0.15, linked: 0.16, likeSkills: 0.28 };
/** How much the agreement of two views counts against the agreement of view and concept. */
const PAIR_WEIGHT = 0.5;
/**
 * Pushes of four views together that are smaller than this are left out. It must be small: thousands of small pushes
 * away from what has nothing to do with a title add up.
 */
const NEGLIGIBLE = 2e-5;

/**
 * Learns vectors of title features and of concepts together: a softmax over concepts (with weight on neighbours,
 * so that the space knows relatedness), and a contrast of two views of one concept (any languages, descriptions,
 * skills) against the rest of the batch (InfoNCE; van den Oord et al. 2018).
 */
export function trainEmbedding(corpus: Corpus, options: TrainingOptions): Embedding {
  const { size, log } = options;
  const random = randomFrom(options.seed);
  const hashes = chooseFeatures(corpus, options.features);
  const vocabulary = new Map(Array.from(hashes, (hash, row) => [hash, row]));
  log(`${vocabulary.size} features`);
  const views = indexViews(corpus, vocabulary);
  const targets = softTargets(corpus);
  const count = corpus.concepts.length;
  const rows = gaussian(vocabulary.size * size, 0.1, random);
  const concepts = gaussian(count * size, 1, random);
  normaliseRows(concepts, size);
  const coded = {
    codes: new Uint8Array((vocabulary.size * size) / STRETCH),
    scales: new Uint8Array(vocabulary.size),
  };
  let codebooks: Codebooks | undefined;
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
    total += (corpus.concepts[c]?.source === 'kldb' ? DRAWS_OF_GERMAN_LIST : 1) * own ** 0.75;
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
  const logits = new Float32Array(width * count);
  const pulls = createGatheredPulls(vocabulary.size, size);

  const epochs = options.epochs + options.settlingEpochs;
  for (let epoch = 0; epoch <= epochs; epoch++) {
    if (epoch === options.epochs) {
      codebooks = learnCodebooks(rows, size, random);
      const code = createCoder(codebooks, size);
      for (let row = 0; row < vocabulary.size; row++) code(rows, row, coded, rows);
    }
    if (epoch === epochs) break;
    let lossConcepts = 0;
    let lossPairs = 0;
    const started = Date.now();
    for (let step = 0; step < steps; step++) {
      const progress = (epoch * steps + step) / (epochs * steps);
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

      lossConcepts += conceptLoss({
        units,
        gradients,
        concepts,
        conceptSquares,
        size,
        rate,
        targets: chosen.map((c) => targets[c] as [number, number][]),
        temperature: options.temperature,
        logits,
      });
      if (codebooks !== undefined) continue;
      lossPairs += pairLoss(units, gradients, chosen, size, options.temperature);
      throughNormalisation(gradients, units, norms, size);
      for (let i = 0; i < width; i++) {
        if ((norms[i] as number) === 0) continue;
        for (const row of features[i] as Int32Array) pulls.add(row, gradients, i * size);
      }
      pulls.each((row, sums, from) => moveRow(rows, row, size, sums, from, rowSquares, rate));
    }
    log(
      `epoch ${epoch + 1}: concepts ${(lossConcepts / steps).toFixed(3)}, pairs ${(lossPairs / steps).toFixed(3)}, ` +
        `${Math.round((Date.now() - started) / 1000)} s`,
    );
  }
  return { size, hashes, coded, codebooks: codebooks as Codebooks, concepts };
}

/** Of gradients of unit vectors those of the sums they come from: only what is across a vector turns it. */
function throughNormalisation(
  gradients: Float32Array,
  units: Float32Array,
  norms: Float32Array,
  size: number,
): void {
  norms.forEach((norm, i) => {
    if (norm === 0) return;
    const at = i * size;
    let along = 0;
    for (let d = 0; d < size; d++) along += (gradients[at + d] as number) * (units[at + d] as number);
    for (let d = 0; d < size; d++) {
      gradients[at + d] = ((gradients[at + d] as number) - along * (units[at + d] as number)) / norm;
    }
  });
}

/** One step of AdaGrad (Duchi, Hazan and Singer 2011) with one pace for a row; `slopes` has the row's from `from`. */
function moveRow(
  rows: Float32Array,
  row: number,
  size: number,
  slopes: Float32Array,
  from: number,
  squares: Float32Array,
  rate: number,
): void {
  let square = 0;
  for (let d = from; d < from + size; d++) square += (slopes[d] as number) ** 2;
  squares[row] = (squares[row] as number) + square / size;
  const pace = rate / Math.sqrt(squares[row] as number);
  const start = row * size;
  for (let d = 0; d < size; d++) {
    rows[start + d] = (rows[start + d] as number) - pace * (slopes[from + d] as number);
  }
}

interface ConceptStep {
  units: Float32Array;
  gradients: Float32Array;
  concepts: Float32Array;
  conceptSquares: Float32Array;
  size: number;
  rate: number;
  targets: readonly [number, number][][];
  temperature: number;
  /** Room for one number per view and concept. */
  logits: Float32Array;
}

/** Softmax of each view over all concepts; adds to `gradients`, moves the concepts, answers the mean loss. */
function conceptLoss(step: ConceptStep): number {
  const { units, gradients, concepts, size, logits } = step;
  const scale = 1 / step.temperature;
  const width = units.length / size;
  const many = concepts.length / size;
  cosinesOfAll(units, concepts, size, logits);
  let loss = 0;
  for (let i = 0; i < width; i++) {
    const own = logits.subarray(i * many, (i + 1) * many);
    let sum = 0;
    // Cosines are at most 1: what is subtracted need not be the largest one.
    for (let c = 0; c < many; c++) {
      const value = Math.exp(((own[c] as number) - 1) * scale);
      own[c] = value;
      sum += value;
    }
    const factor = scale / sum;
    for (let c = 0; c < many; c++) own[c] = (own[c] as number) * factor;
    for (const [c, weight] of step.targets[i % step.targets.length] as [number, number][]) {
      loss -= weight * Math.log(Math.max(1e-9, (own[c] as number) / scale));
      own[c] = (own[c] as number) - weight * scale;
    }
  }
  const pulled = new Float32Array(concepts.length);
  pullTogether(logits, units, concepts, size, gradients, pulled);
  for (let c = 0; c < many; c++) {
    const from = c * size;
    let square = 0;
    for (let d = from; d < from + size; d++) square += (pulled[d] as number) ** 2;
    step.conceptSquares[c] = (step.conceptSquares[c] as number) + square / size;
    const pace = step.rate / Math.sqrt(step.conceptSquares[c] as number);
    for (let d = from; d < from + size; d++)
      concepts[d] = (concepts[d] as number) - pace * (pulled[d] as number);
    normaliseRow(concepts, from, size);
  }
  return loss / width;
}

/** Adds to the gradients of views and of concepts what each pair's `pushes` says; four views at a time. */
function pullTogether(
  pushes: Float32Array,
  units: Float32Array,
  concepts: Float32Array,
  size: number,
  gradients: Float32Array,
  pulled: Float32Array,
): void {
  const width = units.length / size;
  const many = concepts.length / size;
  for (let i = 0; i < width; i += 4) {
    const u0 = i * size;
    const u1 = u0 + size;
    const u2 = u1 + size;
    const u3 = u2 + size;
    for (let c = 0; c < many; c++) {
      const p0 = pushes[i * many + c] as number;
      const p1 = pushes[(i + 1) * many + c] as number;
      const p2 = pushes[(i + 2) * many + c] as number;
      const p3 = pushes[(i + 3) * many + c] as number;
      if (Math.abs(p0) + Math.abs(p1) + Math.abs(p2) + Math.abs(p3) < NEGLIGIBLE) continue;
      const from = c * size;
      for (let d = 0; d < size; d++) {
        const value = concepts[from + d] as number;
        pulled[from + d] =
          (pulled[from + d] as number) +
          p0 * (units[u0 + d] as number) +
          p1 * (units[u1 + d] as number) +
          p2 * (units[u2 + d] as number) +
          p3 * (units[u3 + d] as number);
        gradients[u0 + d] = (gradients[u0 + d] as number) + p0 * value;
        gradients[u1 + d] = (gradients[u1 + d] as number) + p1 * value;
        gradients[u2 + d] = (gradients[u2 + d] as number) + p2 * value;
        gradients[u3 + d] = (gradients[u3 + d] as number) + p3 * value;
      }
    }
  }
}

/** All inner products of views and concepts; four views at a time, so that each concept is fetched once for them. */
function cosinesOfAll(units: Float32Array, concepts: Float32Array, size: number, into: Float32Array): void {
  const width = units.length / size;
  const many = concepts.length / size;
  for (let i = 0; i < width; i += 4) {
    const u0 = i * size;
    const u1 = u0 + size;
    const u2 = u1 + size;
    const u3 = u2 + size;
    for (let c = 0; c < many; c++) {
      const from = c * size;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let d = 0; d < size; d++) {
        const value = concepts[from + d] as number;
        s0 += value * (units[u0 + d] as number);
        s1 += value * (units[u1 + d] as number);
        s2 += value * (units[u2 + d] as number);
        s3 += value * (units[u3 + d] as number);
      }
      into[i * many + c] = s0;
      into[(i + 1) * many + c] = s1;
      into[(i + 2) * many + c] = s2;
      into[(i + 3) * many + c] = s3;
    }
  }
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
      const other = (batch + k) * size;
      for (let d = 0; d < size; d++) {
        gradients[at + d] = (gradients[at + d] as number) + push * (units[other + d] as number);
        gradients[other + d] = (gradients[other + d] as number) + push * (units[at + d] as number);
      }
    }
  }
  return loss / batch;
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
export function softTargets(corpus: Corpus): [number, number][][] {
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
      if (sum === 0) return;
      for (const [other, weight] of list)
        targets.set(other, (targets.get(other) ?? 0) + (share * weight) / sum);
    };
    spread(linked[c] ?? [], TARGET.linked);
    spread(near[c] ?? [], TARGET.likeSkills);
    const group = corpus.byUri.get(`http://data.europa.eu/esco/isco/C${concept.isco4}`);
    if (group !== undefined && group !== c)
      targets.set(group, concept.source === 'kldb' ? TARGET.groupOfGermanType : TARGET.group);
    const sum = [...targets.values()].reduce((all, weight) => all + weight, 0);
    return Array.from(targets, ([other, weight]): [number, number] => [other, weight / sum]);
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
