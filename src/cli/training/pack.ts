import { crc32, writePacked, writeRising } from '../../core/classify/bytes.ts';
import {
  bitsOf,
  HEADER_BYTES,
  MODEL_FORMAT,
  MODEL_MAGIC,
  type ModelFacts,
  STRETCH,
} from '../../core/classify/model.ts';
import { type Corpus, isHeldOut } from './corpus.ts';
import type { Embedding } from './embedding.ts';
import type { UnitGroupModel } from './unitGroups.ts';

const FEATURE_BITS = 27;
const KEY_BITS = 30;
/** Occupations that one title may stand for in the dictionary. */
const MOST_MEANINGS = 3;

export interface CompanyEntry {
  /** Hash of the company's key, 32 bits. */
  hash: number;
  nace2: string;
}

/** The model file: coded vectors, of as many features as `groups` says, the dictionary of titles, the table of companies. */
export function packModel(
  corpus: Corpus,
  embedding: Embedding,
  groups: UnitGroupModel,
  companies: readonly CompanyEntry[],
  calibration: Pick<ModelFacts, 'temperature' | 'groupShare' | 'confidence'>,
): Uint8Array {
  const { size } = embedding;
  const rows = new Map<number, number>();
  embedding.hashes.subarray(0, groups.features).forEach((hash, row) => {
    const short = hash >>> (32 - FEATURE_BITS);
    if (!rows.has(short)) rows.set(short, row);
  });
  const order = [...rows].sort((a, b) => a[0] - b[0]).map(([short, row]) => ({ short, row }));
  const dictionary = titleEntries(corpus);
  const companyEntries = shortened(companies.map(({ hash, nace2 }) => [hash, Number(nace2)]));
  const facts: ModelFacts = {
    size,
    groupSize: groups.size,
    features: order.length,
    concepts: corpus.concepts.length,
    titles: dictionary.length,
    companies: companyEntries.length,
    centreUnit: embedding.codebooks.unit,
    groupCentreUnit: groups.codebooks.unit,
    groupWeightUnit: groups.weightUnit,
    featureBits: FEATURE_BITS,
    keyBits: KEY_BITS,
    ...calibration,
  };
  const parts: [string, Uint8Array][] = [
    ['facts', new TextEncoder().encode(JSON.stringify(facts))],
    ['hashes', writeRising(order.map(({ short }) => short))],
    ['centres', new Uint8Array(embedding.codebooks.centres.buffer)],
    ['codes', codesInOrder(embedding.coded.codes, size, order)],
    ['scales', Uint8Array.from(order, ({ row }) => embedding.coded.scales[row] as number)],
    ...groupParts(groups, order),
    ['concepts', signedBytes(embedding.concepts, size)],
    ['isco', new Uint8Array(codesOf(corpus).buffer)],
    ['keys', writeRising(dictionary.map(([key]) => key))],
    [
      'keyConcepts',
      writePacked(
        dictionary.map(([, concept]) => concept),
        bitsOf(corpus.concepts.length),
      ),
    ],
    ['companies', writeRising(companyEntries.map(([key]) => key))],
    ['companyDivisions', Uint8Array.from(companyEntries, ([, division]) => division)],
  ];
  return join(parts);
}

/** A feature of the file: the bits of its hash that are kept, and its place among those that were learned. */
interface Placed {
  short: number;
  row: number;
}

/** What unit groups are told apart by: which features have a vector, its codes, their centres, the groups' weights. */
export function groupParts(groups: UnitGroupModel, order: readonly Placed[]): [string, Uint8Array][] {
  const { coded, codebooks } = groups;
  const many = coded.scales.length;
  const taught = new Uint8Array(Math.ceil(order.length / 8));
  order.forEach(({ row }, at) => {
    if (row < many) taught[at >>> 3] = (taught[at >>> 3] as number) | (1 << (at & 7));
  });
  const ofTaught = order.filter(({ row }) => row < many);
  return [
    ['groupRows', taught],
    ['groupCentres', new Uint8Array(codebooks.centres.buffer)],
    ['groupCodes', codesInOrder(coded.codes, groups.size, ofTaught)],
    ['groupScales', Uint8Array.from(ofTaught, ({ row }) => coded.scales[row] as number)],
    ['groupWeights', new Uint8Array(groups.weights.buffer)],
  ];
}

function codesInOrder(codes: Uint8Array, size: number, order: readonly Placed[]): Uint8Array {
  const stretches = size / STRETCH;
  const all = new Uint8Array(order.length * stretches);
  order.forEach(({ row }, at) => {
    all.set(codes.subarray(row * stretches, (row + 1) * stretches), at * stretches);
  });
  return all;
}

/** Unit group of each concept (9999: none known), bit 14 set for groups of ISCO-08. */
function codesOf(corpus: Corpus): Uint16Array {
  return Uint16Array.from(
    corpus.concepts,
    ({ isco4, source }) => (isco4 === '' ? 9999 : Number(isco4)) | (source === 'isco' ? 0x4000 : 0),
  );
}

/** Key and concept of every title, by rising key; preferred labels and ESCO come first among equals. */
function titleEntries(corpus: Corpus): [number, number][] {
  const meanings = new Map<number, Map<number, number>>();
  corpus.concepts.forEach((concept, c) => {
    for (const title of concept.titles) {
      // What is kept out of the German list is new to the dictionary too.
      if (concept.source === 'kldb' && isHeldOut(concept, title)) continue;
      const key = title.key >>> (32 - KEY_BITS);
      const votes = meanings.get(key) ?? new Map<number, number>();
      const vote = (title.preferred ? 3 : 1) * (concept.source === 'onet' ? 0.5 : 1);
      votes.set(c, (votes.get(c) ?? 0) + vote);
      meanings.set(key, votes);
    }
  });
  const entries: [number, number][] = [];
  for (const [key, votes] of [...meanings].sort((a, b) => a[0] - b[0])) {
    const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_MEANINGS);
    for (const [concept] of best) entries.push([key, concept]);
  }
  return entries;
}

function shortened(entries: [number, number][]): [number, number][] {
  const byKey = new Map<number, number>();
  for (const [hash, value] of entries) byKey.set(hash >>> (32 - KEY_BITS), value);
  return [...byKey].sort((a, b) => a[0] - b[0]);
}

/** Unit vectors as signed bytes, each row by its own largest number. */
function signedBytes(vectors: Float32Array, size: number): Uint8Array {
  const bytes = new Int8Array(vectors.length);
  for (let at = 0; at < vectors.length; at += size) {
    const row = vectors.subarray(at, at + size);
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
    row.forEach((value, d) => {
      bytes[at + d] = Math.round((value / largest) * 127);
    });
  }
  return new Uint8Array(bytes.buffer);
}

/** Header, table of parts, parts. */
export function join(parts: readonly [string, Uint8Array][]): Uint8Array {
  const table = new TextEncoder().encode(JSON.stringify(parts.map(([name, bytes]) => [name, bytes.length])));
  const length = parts.reduce((sum, [, bytes]) => sum + bytes.length, HEADER_BYTES + table.length);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode(MODEL_MAGIC));
  view.setUint32(4, MODEL_FORMAT, true);
  view.setUint32(12, table.length, true);
  file.set(table, HEADER_BYTES);
  let at = HEADER_BYTES + table.length;
  for (const [, bytes] of parts) {
    file.set(bytes, at);
    at += bytes.length;
  }
  view.setUint32(8, crc32(file.subarray(HEADER_BYTES)), true);
  return file;
}
