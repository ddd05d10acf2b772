import type { Judgement } from '../../core/classify/judge.ts';
import { createJudge } from '../../core/classify/judge.ts';
import type { ModelFacts, TitleModel } from '../../core/classify/model.ts';
import { type Corpus, isHeldOut } from './corpus.ts';
import { randomFrom } from './random.ts';

/** Shares of the groups' scores that are tried. */
const GROUP_SHARES = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1];
const TEMPERATURES = [0.02, 0.025, 0.03, 0.035, 0.04, 0.045, 0.05, 0.06, 0.07, 0.08];
/** Probability of an answer that is not among those listed. */
const UNLISTED = 0.003;
/** Nonsense titles per title kept out of training: what the model must not be sure of. */
const NONSENSE_SHARE = 0.3;
const STEPS = 4000;
const RATE = 0.3;

export interface Calibration extends Pick<ModelFacts, 'temperature' | 'groupShare' | 'confidence'> {
  /** Titles kept out, their share with the right unit group first, and the expected calibration error. */
  heldOut: number;
  accuracy: number;
  calibrationError: number;
}

/** Makes the model's probabilities honest on the titles that were kept out of training, and on nonsense. */
export function calibrate(corpus: Corpus, model: TitleModel, seed: number): Calibration {
  // The dictionary knows these titles; here they must be new.
  const withoutDictionary: TitleModel = { ...model, facts: { ...model.facts }, lookUp: () => [] };
  const heldOut = corpus.concepts.flatMap((concept) =>
    concept.titles
      .filter((title) => concept.source !== 'kldb' && isHeldOut(concept, title))
      .map(({ words }) => ({ words, isco4: concept.isco4 })),
  );
  const judgeAll = () => {
    const judge = createJudge(withoutDictionary);
    return heldOut.map(({ words, isco4 }) => ({ judgement: judge(words), isco4 }));
  };
  const lossOf = (temperature: number, groupShare: number) => {
    withoutDictionary.facts = { ...model.facts, temperature, groupShare };
    return judgeAll().reduce((sum, { judgement, isco4 }) => {
      const given = judgement?.groups.find((group) => group.isco4 === isco4)?.probability ?? UNLISTED;
      return sum - Math.log(Math.max(UNLISTED, given));
    }, 0);
  };
  const tried = TEMPERATURES.flatMap((temperature) =>
    GROUP_SHARES.map((groupShare) => ({ temperature, groupShare, loss: lossOf(temperature, groupShare) })),
  );
  const { temperature, groupShare } = tried.reduce((best, one) => (one.loss < best.loss ? one : best));
  withoutDictionary.facts = { ...model.facts, temperature, groupShare };
  const judge = createJudge(withoutDictionary);
  const samples: { x: number[]; right: boolean }[] = [];
  let rightOnes = 0;
  for (const { judgement, isco4 } of judgeAll()) {
    if (judgement === null) continue;
    const right = judgement.groups[0]?.isco4 === isco4;
    if (right) rightOnes++;
    samples.push({ x: inputs(judgement), right });
  }
  const random = randomFrom(seed);
  for (const { words } of heldOut) {
    if (random() >= NONSENSE_SHARE) continue;
    const judgement = judge(words.map((word) => shuffled(word, random)));
    if (judgement !== null) samples.push({ x: inputs(judgement), right: false });
  }
  const confidence = logistic(samples);
  return {
    temperature,
    groupShare,
    confidence,
    heldOut: heldOut.length,
    accuracy: rightOnes / heldOut.length,
    calibrationError: calibrationError(samples, confidence),
  };
}

function inputs({ groups, nearness, known }: Judgement): number[] {
  const first = Math.min(0.999, Math.max(0.001, groups[0]?.probability ?? 0));
  return [1, Math.log(first / (1 - first)), nearness, known];
}

function shuffled(word: string, random: () => number): string {
  const letters = [...word];
  for (let at = letters.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [letters[at], letters[other]] = [letters[other] as string, letters[at] as string];
  }
  return letters.join('');
}

/** Logistic regression by gradient descent. */
function logistic(samples: readonly { x: number[]; right: boolean }[]): ModelFacts['confidence'] {
  const weights = [0, 1, 0, 0];
  for (let step = 0; step < STEPS; step++) {
    const gradient = [0, 0, 0, 0];
    for (const { x, right } of samples) {
      const error =
        sigmoid(x.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)) - (right ? 1 : 0);
      x.forEach((value, k) => {
        gradient[k] = (gradient[k] ?? 0) + error * value;
      });
    }
    gradient.forEach((value, k) => {
      weights[k] = (weights[k] ?? 0) - (RATE * value) / samples.length;
    });
  }
  const rounded = weights.map((weight) => Math.round(weight * 1000) / 1000);
  return rounded as unknown as ModelFacts['confidence'];
}

/** Mean difference of promised and kept, over ten equal bands of confidence. */
function calibrationError(
  samples: readonly { x: number[]; right: boolean }[],
  weights: ModelFacts['confidence'],
): number {
  const bands = Array.from({ length: 10 }, () => ({ many: 0, promised: 0, kept: 0 }));
  for (const { x, right } of samples) {
    const promised = sigmoid(x.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0));
    const band = bands[Math.min(9, Math.floor(promised * 10))];
    if (band === undefined) continue;
    band.many++;
    band.promised += promised;
    band.kept += right ? 1 : 0;
  }
  return bands.reduce((sum, { promised, kept }) => sum + Math.abs(promised - kept), 0) / samples.length;
}

function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
