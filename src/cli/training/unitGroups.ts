import { titleFeatures } from '../../core/classify/features.ts';
import { STRETCH } from '../../core/classify/model.ts';
import { type Codebooks, type CodedRows, createCoder, learnCodebooks } from './codebooks.ts';
import { type Corpus, isHeldOut } from './corpus.ts';
import { createGatheredPulls } from './gatheredPulls.ts';
import { randomFrom } from './random.ts';

export interface UnitGroupOptions {
  seed: number;
  /** Numbers per vector, a multiple of `STRETCH`. */
  size: number;
  epochs: number;
  /** Epochs after these in which the features' vectors are as coarse as in the file, and the groups' adapt to them. */
  settlingEpochs: number;
  /** Features, the first ones, that have a vector; the others speak for no group. */
  taught: number;
  /** Titles per step. */
  batch: number;
  learningRate: number;
  /** Share of a title's features that is left out in each step. */
  dropout: number;
  log(line: string): void;
}

/** What tells the unit group of a title apart from all others, beside the vectors that tell what is near. */
export interface UnitGroupModel {
  size: number;
  /** Features that the file keeps, the first ones; how many of them are taught, `codes` tells. */
  features: number;
  /** Unit groups of ISCO-08 in rising order. */
  groups: string[];
  /** The vectors of the taught features. */
  coded: CodedRows;
  codebooks: Codebooks;
  /** For each group `size` weights and a constant. */
  weights: Int16Array;
  weightUnit: number;
}

/**
 * How often a title is drawn: those of O*NET are half of what is English; of those of other lists there are some of each
 * group in many languages, while the German one names trades that no other does.
 */
const DRAWS_OF = { kldb: 1, esco: 0.6, isco: 0.6, own: 0.6, onet: 0.3 };
/** Draws of an epoch, as a share of all titles. */
const DRAWS = 0.85;
/** How fast the groups' weights learn against the rows. */
const OF_WEIGHTS = 0.25;
/** What is under the root of AdaGrad from the beginning. */
const TINY = 1e-9;
/** The inverse document frequency of a usual feature. */
const USUAL_RARITY = 6;
/** Groups this improbable push nothing. */
const NEGLIGIBLE = 1e-4;

/**
 * Learns to tell the 436 unit groups of ISCO-08 apart by a title's features: their vectors' sum, by the root of their
 * number, goes through one layer of weights (softmax; the bag of features of Joulin et al. 2017, "fastText"). It sees
 * nothing of what is kept out.
 */
export function trainUnitGroups(
  corpus: Corpus,
  hashes: Uint32Array,
  options: UnitGroupOptions,
): UnitGroupModel {
  const { size, batch, log } = options;
  const random = randomFrom(options.seed);
  const groups = [...new Set(corpus.concepts.map(({ isco4 }) => isco4))].filter((code) => code !== '').sort();
  const taught = Math.min(options.taught, hashes.length);
  const titles = titlesOf(corpus, hashes, taught, groups);
  log(`${titles.length} titles of ${groups.length} unit groups`);
  // What no title teaches must say nothing: rows begin with nothing, and the groups' weights with anything.
  const rows = new Float32Array(taught * size);
  const weights = Float32Array.from({ length: groups.length * (size + 1) }, (_, at) =>
    at % (size + 1) === size ? 0 : random() - 0.5,
  );
  const weightGradients = new Float32Array(weights.length);
  const weightSquares = new Float32Array(weights.length);
  const pace = paces(titles, taught);
  const pulls = createGatheredPulls(taught, size);
  const rowSquares = new Float32Array(rows.length);
  const draw = drawer(titles);
  const seen = new Int32Array(titles.reduce((most, { features }) => Math.max(most, features.length), 0));
  const pushes = new Float32Array(groups.length);
  const sum = new Float32Array(size);
  const pulled = new Float32Array(size);
  const steps = Math.ceil((titles.length * DRAWS) / batch);
  const epochs = options.epochs + options.settlingEpochs;
  const coded = { codes: new Uint8Array((taught * size) / STRETCH), scales: new Uint8Array(taught) };
  let codebooks: Codebooks | undefined;
  const code = () => {
    codebooks = learnCodebooks(rows, size, random);
    const codeRow = createCoder(codebooks, size);
    for (let row = 0; row < taught; row++) codeRow(rows, row, coded, rows);
    return codebooks;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (epoch === options.epochs) code();
    let loss = 0;
    const started = Date.now();
    for (let step = 0; step < steps; step++) {
      const rate = options.learningRate * Math.max(0.05, 1 - (epoch * steps + step) / (epochs * steps));
      for (let view = 0; view < batch; view++) {
        const { features, untaught, group } = titles[draw(random)] as LearnedTitle;
        const many = chooseSome(features, options.dropout, random, seen);
        // Of the features without a vector as many are left out.
        const share = 1 / Math.sqrt(many * (1 + untaught / features.length));
        sum.fill(0);
        for (let k = 0; k < many; k++) {
          const from = (seen[k] as number) * size;
          for (let d = 0; d < size; d++) sum[d] = (sum[d] as number) + (rows[from + d] as number);
        }
        for (let d = 0; d < size; d++) sum[d] = (sum[d] as number) * share;
        loss += pushesOf(group, sum, weights, pushes);
        pulled.fill(0);
        for (let g = 0; g < groups.length; g++) {
          if (Math.abs(pushes[g] as number) < NEGLIGIBLE) continue;
          const push = (pushes[g] as number) / batch;
          const from = g * (size + 1);
          for (let d = 0; d < size; d++) {
            pulled[d] = (pulled[d] as number) + push * (weights[from + d] as number);
            weightGradients[from + d] = (weightGradients[from + d] as number) + push * (sum[d] as number);
          }
          weightGradients[from + size] = (weightGradients[from + size] as number) + push;
        }
        for (let d = 0; d < size; d++) pulled[d] = (pulled[d] as number) * share;
        if (codebooks !== undefined) continue;
        for (let k = 0; k < many; k++) pulls.add(seen[k] as number, pulled, 0);
      }
      descend(weights, 0, weightGradients, 0, weights.length, weightSquares, OF_WEIGHTS * rate);
      weightGradients.fill(0);
      pulls.each((row, sums, from) =>
        descend(rows, row * size, sums, from, size, rowSquares, rate * (pace[row] as number)),
      );
    }
    log(
      `epoch ${epoch + 1} of unit groups: ${(loss / steps / batch).toFixed(3)}, ` +
        `${Math.round((Date.now() - started) / 1000)} s`,
    );
  }
  const weightUnit = largestOf(weights) / 32_767;
  return {
    size,
    features: hashes.length,
    groups,
    coded,
    codebooks: codebooks ?? code(),
    weights: Int16Array.from(weights, (value) => Math.round(value / weightUnit)),
    weightUnit,
  };
}

interface LearnedTitle {
  features: Int32Array;
  /** Features that are known and have no vector here. */
  untaught: number;
  group: number;
  draws: number;
}

function titlesOf(
  corpus: Corpus,
  hashes: Uint32Array,
  taught: number,
  groups: readonly string[],
): LearnedTitle[] {
  const rowOf = new Map(Array.from(hashes, (hash, row) => [hash, row]));
  const placeOf = new Map(groups.map((code, place) => [code, place]));
  return corpus.concepts.flatMap((concept) => {
    const group = placeOf.get(concept.isco4);
    if (group === undefined) return [];
    const draws = DRAWS_OF[concept.source];
    return concept.titles.flatMap((title) => {
      if (isHeldOut(concept, title)) return [];
      const rows: number[] = [];
      let untaught = 0;
      titleFeatures(title.words, (hash) => {
        const row = rowOf.get(hash);
        if (row === undefined) return;
        if (row < taught) rows.push(row);
        else untaught++;
      });
      return rows.length > 0 ? [{ features: Int32Array.from(rows), untaught, group, draws }] : [];
    });
  });
}

/** How fast each row learns: the fewer titles hold its feature, the faster (inverse document frequency). */
function paces(titles: readonly LearnedTitle[], taught: number): Float32Array {
  const holding = new Float32Array(taught);
  for (const { features } of titles) for (const row of features) holding[row] = (holding[row] as number) + 1;
  return holding.map((many) => Math.log(1 + titles.length / (1 + many)) / USUAL_RARITY);
}

/** Draws titles as often as they should be. */
function drawer(titles: readonly LearnedTitle[]): (random: () => number) => number {
  return (random) => {
    for (;;) {
      const at = Math.floor(random() * titles.length);
      if (random() < (titles[at] as LearnedTitle).draws) return at;
    }
  };
}

/** Writes into `into` the features that are not left out, all of them where none would be; answers how many. */
function chooseSome(features: Int32Array, leftOut: number, random: () => number, into: Int32Array): number {
  let many = 0;
  for (let k = 0; k < features.length; k++) if (random() >= leftOut) into[many++] = features[k] as number;
  if (many > 0) return many;
  into.set(features);
  return features.length;
}

/** Fills `pushes` with how much each group's probability is too high; answers the loss. */
function pushesOf(group: number, sum: Float32Array, weights: Float32Array, pushes: Float32Array): number {
  const size = sum.length;
  let most = Number.NEGATIVE_INFINITY;
  for (let g = 0; g < pushes.length; g++) {
    const from = g * (size + 1);
    let value = weights[from + size] as number;
    for (let d = 0; d < size; d++) value += (weights[from + d] as number) * (sum[d] as number);
    pushes[g] = value;
    if (value > most) most = value;
  }
  let all = 0;
  for (let g = 0; g < pushes.length; g++) {
    pushes[g] = Math.exp((pushes[g] as number) - most);
    all += pushes[g] as number;
  }
  for (let g = 0; g < pushes.length; g++) pushes[g] = (pushes[g] as number) / all;
  const probability = pushes[group] as number;
  pushes[group] = probability - 1;
  return -Math.log(Math.max(1e-9, probability));
}

/** One step of AdaGrad (Duchi, Hazan and Singer 2011) of the `many` values from `at`; their squares stand beside them. */
function descend(
  values: Float32Array,
  at: number,
  gradients: Float32Array,
  from: number,
  many: number,
  squares: Float32Array,
  rate: number,
): void {
  for (let d = 0; d < many; d++) {
    const slope = gradients[from + d] as number;
    if (slope === 0) continue;
    squares[at + d] = (squares[at + d] as number) + slope * slope;
    values[at + d] =
      (values[at + d] as number) - (rate * slope) / Math.sqrt((squares[at + d] as number) + TINY);
  }
}

function largestOf(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
}
