import { crc32, readPacked, readRising } from './bytes.ts';
import { dotsOfRows } from './dots.ts';
import { pairFeature, stem, titleKey, wordFeatures } from './features.ts';
import { rememberedText } from './remembered.ts';

/** The model file cannot be used: cut off, altered, or of another format. */
export class ModelDamagedError extends Error {
  override name = 'ModelDamagedError';
}

export const MODEL_MAGIC = 'WBTM';
export const MODEL_FORMAT = 3;
/** A feature's vector is cut into stretches of so many numbers … */
export const STRETCH = 8;
/** … and each stretch is one of so many centres (product quantisation; Jégou, Douze and Schmid 2011). */
export const CODES = 256;
/** Bytes before the parts: magic, format, CRC-32 of all that follows it, length of the table of parts. */
export const HEADER_BYTES = 16;

/** Values that belong to one trained model; written by training, read as they are. */
export interface ModelFacts {
  /** Numbers per vector. */
  size: number;
  /** Numbers of the vector that unit groups are told apart by. */
  groupSize: number;
  features: number;
  concepts: number;
  titles: number;
  companies: number;
  /** What the centres, whole numbers in the file, are multiplied by. */
  centreUnit: number;
  /** The same for the centres of the vectors that unit groups are told apart by, and for the groups' weights. */
  groupCentreUnit: number;
  groupWeightUnit: number;
  /** How much the groups' scores count beside the nearness of their occupations. */
  groupShare: number;
  /** Upper bits of a feature's hash that the file keeps. */
  featureBits: number;
  /** Upper bits of a title's or company's key that the file keeps. */
  keyBits: number;
  /** Softmax temperature over concepts that makes probabilities honest on titles kept out of training. */
  temperature: number;
  /** Logistic regression of "the first answer is right": constant, logit of its probability, nearness, share known. */
  confidence: readonly [number, number, number, number];
}

/** What the model knows of one title. */
export interface TitleVector {
  /** Unit vector: what is near. */
  vector: Float32Array;
  /** The sum that tells the unit group, by the root of how many features are known. */
  groupVector: Float32Array;
  /** Share of the title's features that the model knows, 0 to 1. */
  known: number;
}

/** A trained model in memory. Vectors are unit vectors of `facts.size` numbers. */
export interface TitleModel {
  facts: ModelFacts;
  /** CRC-32 of the file, as eight hexadecimal digits: names this model. */
  id: string;
  /** The title's vector; `null` when none of its features is known. */
  embed(words: readonly string[]): TitleVector | null;
  /** Concepts that bear exactly this title (but for gender and number); empty when none does. */
  lookUp(words: readonly string[]): number[];
  /** The unit groups of ISCO-08 that the concepts are of, in rising order. */
  unitGroups: readonly string[];
  /** For each unit group the logarithm of how much speaks for it, but for a constant; by a title's `groupVector`. */
  scoreGroups(groupVector: Float32Array): Float32Array;
  /** ISCO-08 unit group of each concept. */
  isco4: readonly string[];
  /** Whether the concept is a group of ISCO-08, and not an occupation. */
  isGroup: readonly boolean[];
  /** One unit vector per concept, in a row. */
  conceptVectors: Float32Array;
  /** NACE division of a listed company by its key's hash; `null` when it is not in the file. */
  company(hash: number): string | null;
}

/** Reads a model file. Throws `ModelDamagedError`; anything it answers is whole. */
export function loadModel(file: Uint8Array): TitleModel {
  // A plain view: a Node buffer's `slice` would share memory instead of copying it.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const parts = readParts(bytes);
  const part = (name: string): Uint8Array => {
    const found = parts.get(name);
    if (found === undefined) throw new ModelDamagedError(`the part "${name}" is missing`);
    return found;
  };
  const facts = JSON.parse(new TextDecoder().decode(part('facts'))) as ModelFacts;
  const { size, groupSize, features, concepts } = facts;
  const scaled = size / STRETCH;
  const ofGroups = groupSize / STRETCH;
  const { codes, scales: scaleCodes } = sideBySide(
    { codes: part('codes'), scales: part('scales'), stretches: scaled },
    { codes: part('groupCodes'), scales: part('groupScales'), stretches: ofGroups },
    part('groupRows'),
  );
  const centres = joined(
    Float32Array.from(signed(part('centres')), (value) => value * facts.centreUnit),
    Float32Array.from(signed(part('groupCentres')), (value) => value * facts.groupCentreUnit),
  );
  const scales = Float32Array.from({ length: 256 }, (_, code) => scaleOf(code));
  // What has no vector has the code 0, which is nothing.
  scales[0] = 0;
  const hashes = readRising(part('hashes'), features);
  const placeOfHash = createPlaceFinder(hashes, facts.featureBits);
  const featureShift = 32 - facts.featureBits;
  const keyShift = 32 - facts.keyBits;
  const width = size + groupSize;
  const stretches = scaled + ofGroups;
  const conceptVectors = unitRows(part('concepts'), size);
  const groups = uint16(part('isco'));
  const isco4 = Array.from({ length: concepts }, (_, c) => unitGroup((groups[c] ?? 0) & 0x3fff));
  const unitGroups = [...new Set(isco4)].filter((code) => code !== '').sort();
  const scoreGroups = groupScorer(
    new Int16Array(part('groupWeights').slice().buffer),
    facts,
    unitGroups.length,
  );
  const isGroup = Array.from({ length: concepts }, (_, c) => ((groups[c] ?? 0) & 0x4000) !== 0);
  const keys = readRising(part('keys'), facts.titles);
  const keyConcepts = readPacked(part('keyConcepts'), facts.titles, bitsOf(concepts));
  const placeOfKey = createPlaceFinder(keys, facts.keyBits);
  const companies = readRising(part('companies'), facts.companies);
  const placeOfCompany = createPlaceFinder(companies, facts.keyBits);
  const companyDivisions = part('companyDivisions');

  /** Adds a feature's vector to the numbers from `at`; answers how many the model knows, 1 or 0. */
  const addFeature = (hash: number, into: Float32Array, at: number): number => {
    const kept = hash >>> featureShift;
    const row = placeOfHash(kept);
    if (hashes[row] !== kept) return 0;
    let scale = scales[scaleCodes[2 * row] as number] as number;
    for (let stretch = 0; stretch < stretches; stretch++) {
      if (stretch === scaled) scale = scales[scaleCodes[2 * row + 1] as number] as number;
      const centre = (stretch * CODES + (codes[row * stretches + stretch] as number)) * STRETCH;
      const d = at + stretch * STRETCH;
      // `STRETCH` numbers, written out: a loop of its own takes as long again.
      into[d] = (into[d] as number) + (centres[centre] as number) * scale;
      into[d + 1] = (into[d + 1] as number) + (centres[centre + 1] as number) * scale;
      into[d + 2] = (into[d + 2] as number) + (centres[centre + 2] as number) * scale;
      into[d + 3] = (into[d + 3] as number) + (centres[centre + 3] as number) * scale;
      into[d + 4] = (into[d + 4] as number) + (centres[centre + 4] as number) * scale;
      into[d + 5] = (into[d + 5] as number) + (centres[centre + 5] as number) * scale;
      into[d + 6] = (into[d + 6] as number) + (centres[centre + 6] as number) * scale;
      into[d + 7] = (into[d + 7] as number) + (centres[centre + 7] as number) * scale;
    }
    return 1;
  };
  const wordOf = rememberedWords(width, addFeature);
  const sum = new Float32Array(width);

  return {
    facts,
    id: checksumOf(bytes).toString(16).padStart(8, '0'),
    unitGroups,
    scoreGroups,
    isco4,
    isGroup,
    conceptVectors,
    embed(words) {
      sum.fill(0);
      let all = 0;
      let known = 0;
      let before: string | undefined;
      for (const word of words) {
        const { root, vector, features: own, known: ownKnown } = wordOf(word);
        for (let d = 0; d < width; d++) sum[d] = (sum[d] as number) + (vector[d] as number);
        all += own;
        known += ownKnown;
        if (before !== undefined) {
          all++;
          known += addFeature(pairFeature(before, root), sum, 0);
        }
        before = root;
      }
      if (known === 0) return null;
      const vector = sum.slice(0, size);
      if (normalise(vector, 0, size) === 0) return null;
      const groupVector = sum.slice(size);
      const share = 1 / Math.sqrt(known);
      for (let d = 0; d < groupSize; d++) groupVector[d] = (groupVector[d] as number) * share;
      return { vector, groupVector, known: known / all };
    },
    lookUp(words) {
      const key = titleKey(words) >>> keyShift;
      const found: number[] = [];
      for (let at = placeOfKey(key); keys[at] === key; at++) found.push(keyConcepts[at] as number);
      return found;
    },
    company(hash) {
      const key = hash >>> keyShift;
      const at = placeOfCompany(key);
      return companies[at] === key ? String(companyDivisions[at]).padStart(2, '0') : null;
    },
  };
}

/** What a word adds to every title that holds it. */
interface WordSum {
  root: string;
  /** Sum of the vectors of its features. */
  vector: Float32Array;
  features: number;
  known: number;
}

/** Words whose sums are kept: titles repeat them far more than themselves. 1.6 MB of vectors. */
const WORDS_KEPT = 4096;

function rememberedWords(
  width: number,
  addFeature: (hash: number, into: Float32Array, at: number) => number,
): (word: string) => WordSum {
  return rememberedText((word: string): WordSum => {
    const vector = new Float32Array(width);
    let features = 0;
    let known = 0;
    wordFeatures(word, (hash) => {
      features++;
      known += addFeature(hash, vector, 0);
    });
    return { root: stem(word), vector, features, known };
  }, WORDS_KEPT / 2);
}

/** One layer of weights: for each unit group as many as a vector has numbers, and a constant. */
function groupScorer(
  weights: Int16Array,
  { groupSize, groupWeightUnit }: ModelFacts,
  groups: number,
): TitleModel['scoreGroups'] {
  if (weights.length !== groups * (groupSize + 1))
    throw new ModelDamagedError('the weights of groups are not whole');
  const rows = new Float32Array(groups * groupSize);
  const constants = new Float32Array(groups);
  for (let g = 0; g < groups; g++) {
    const from = g * (groupSize + 1);
    for (let d = 0; d < groupSize; d++)
      rows[g * groupSize + d] = (weights[from + d] as number) * groupWeightUnit;
    constants[g] = (weights[from + groupSize] as number) * groupWeightUnit;
  }
  return (groupVector) => {
    const scores = new Float32Array(groups);
    dotsOfRows(groupVector, rows, groupSize, scores);
    for (let g = 0; g < groups; g++) scores[g] = (scores[g] as number) + (constants[g] as number);
    return scores;
  };
}

interface CodedVectors {
  /** `stretches` codes a feature. */
  codes: Uint8Array;
  scales: Uint8Array;
  stretches: number;
}

/** The codes of each feature's two vectors side by side, and the scales of both; of the second one only `taught` features have some. */
function sideBySide(
  first: CodedVectors,
  second: CodedVectors,
  taught: Uint8Array,
): Omit<CodedVectors, 'stretches'> {
  const features = first.scales.length;
  const width = first.stretches + second.stretches;
  const codes = new Uint8Array(features * width);
  const scales = new Uint8Array(features * 2);
  let next = 0;
  for (let row = 0; row < features; row++) {
    const to = row * width;
    scales[2 * row] = first.scales[row] as number;
    for (let stretch = 0; stretch < first.stretches; stretch++)
      codes[to + stretch] = first.codes[row * first.stretches + stretch] as number;
    if ((((taught[row >>> 3] as number) >>> (row & 7)) & 1) === 0) continue;
    scales[2 * row + 1] = second.scales[next] as number;
    for (let stretch = 0; stretch < second.stretches; stretch++)
      codes[to + first.stretches + stretch] = second.codes[next * second.stretches + stretch] as number;
    next++;
  }
  if (next !== second.scales.length || next * second.stretches !== second.codes.length)
    throw new ModelDamagedError('the vectors of groups are not whole');
  return { codes, scales };
}

/** Bits that places among so many need. */
export function bitsOf(many: number): number {
  return Math.max(1, Math.ceil(Math.log2(many)));
}

function joined(first: Float32Array, second: Float32Array): Float32Array {
  const all = new Float32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** The parts of a file by name; checks format, length and checksum first. */
export function readParts(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes.length < HEADER_BYTES) throw new ModelDamagedError('the file is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== MODEL_MAGIC) throw new ModelDamagedError('this is no model file');
  if (view.getUint32(4, true) !== MODEL_FORMAT) throw new ModelDamagedError('the file is of another format');
  if (checksumOf(bytes) !== crc32(bytes.subarray(HEADER_BYTES))) {
    throw new ModelDamagedError('the file is altered or cut off');
  }
  const tableEnd = HEADER_BYTES + view.getUint32(12, true);
  const table = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER_BYTES, tableEnd))) as [
    string,
    number,
  ][];
  const parts = new Map<string, Uint8Array>();
  let at = tableEnd;
  for (const [name, length] of table) {
    parts.set(name, bytes.subarray(at, at + length));
    at += length;
  }
  return parts;
}

/** The checksum that the file itself tells; `readParts` has compared it. */
function checksumOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(8, true);
}

/**
 * Finds among rising numbers of `bits` bits the place of the first that is not below a value: hashes lie evenly, so
 * their upper bits tell the place but for a step or two.
 */
function createPlaceFinder(rising: Uint32Array, bits: number): (value: number) => number {
  const upper = Math.min(bits, Math.max(1, Math.ceil(Math.log2(rising.length + 1))));
  const lower = bits - upper;
  const starts = new Uint32Array(2 ** upper + 1);
  let filled = 0;
  for (let at = 0; at < rising.length; at++) {
    const stretch = (rising[at] as number) >>> lower;
    while (filled <= stretch) starts[filled++] = at;
  }
  starts.fill(rising.length, filled);
  return (value) => {
    const stretch = value >>> lower;
    let at = starts[stretch] as number;
    const end = starts[stretch + 1] as number;
    while (at < end && (rising[at] as number) < value) at++;
    return at;
  };
}

/** 9999 stands for "none known". */
function unitGroup(code: number): string {
  return code === 9999 ? '' : String(code).padStart(4, '0');
}

function signed(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Signed bytes as unit vectors. */
function unitRows(bytes: Uint8Array, size: number): Float32Array {
  const vectors = Float32Array.from(signed(bytes));
  for (let at = 0; at < vectors.length; at += size) normalise(vectors, at, size);
  return vectors;
}

/** Gives the vector at `at` the length 1; answers the length it had. */
function normalise(vectors: Float32Array, at: number, size: number): number {
  let square = 0;
  for (let d = at; d < at + size; d++) square += (vectors[d] as number) ** 2;
  const length = Math.sqrt(square);
  if (length > 0) for (let d = at; d < at + size; d++) vectors[d] = (vectors[d] as number) / length;
  return length;
}

const SMALLEST_SCALE = 1e-3;
const SCALE_STEP = 1.05;

/** Scales of vectors are kept as one byte each, in steps of 5 %. */
export function scaleOf(code: number): number {
  return SMALLEST_SCALE * SCALE_STEP ** code;
}

/** The inverse of `scaleOf`, not rounded. */
export function scaleCode(scale: number): number {
  return Math.log(scale / SMALLEST_SCALE) / Math.log(SCALE_STEP);
}

/** Little-endian numbers, copied because a part may begin at any byte. */
function uint16(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.slice().buffer);
}
