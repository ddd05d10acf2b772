import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { loadModel, readParts } from '../../core/classify/model.ts';
import { TITLE_LEXICON } from '../../core/tables/titles.ts';
import { defineCommand, EXIT, RefusedError, UsageError } from '../command.ts';
import { DATA_FOLDER, MODEL_FILE } from '../model.ts';
import { root } from '../root.ts';
import { calibrate } from '../training/calibrate.ts';
import { readCompanies } from '../training/companies.ts';
import { type Corpus, readCorpus } from '../training/corpus.ts';
import { trainEmbedding } from '../training/embedding.ts';
import { functionVectors, functionVectorsSource, readRelated } from '../training/functionDistance.ts';
import { functionSkills, functionSkillsSource } from '../training/functionSkills.ts';
import { withGermanTitles } from '../training/germanDictionary.ts';
import { flowTables, industryFlowsSource, readClasses, readFlows } from '../training/industryFlows.ts';
import { readGermanTitles } from '../training/kldb.ts';
import { packModel } from '../training/pack.ts';
import { partShares, partSharesSource } from '../training/partShares.ts';
import { changedSources } from '../training/sources.ts';
import { trainUnitGroups } from '../training/unitGroups.ts';
import { chooseFeatures } from '../training/vocabulary.ts';
import { withFacts, withUnitGroups } from '../training/withUnitGroups.ts';

/** What the shipped model was trained with; an option of the command line replaces one of them. */
const SETTINGS = {
  seed: 1,
  size: 64,
  features: 258_000,
  epochs: 4,
  settlingEpochs: 1,
  batch: 256,
  temperature: 0.07,
  learningRate: 0.1,
  dropout: 0.25,
};

/** The same of what tells unit groups apart; `features` of the embedding's are kept in the file. */
const GROUP_SETTINGS = {
  seed: 1,
  size: 32,
  features: 215_000,
  taught: 115_000,
  epochs: 8,
  settlingEpochs: 2,
  batch: 512,
  learningRate: 0.3,
  dropout: 0.3,
};

export default defineCommand({
  summary: 'Train the title model and the distances from the data beside the project',
  usage: `train [titles|distances|groups|dictionary|parts|bridge] [--data FOLDER] [--epochs N]

Reads ../shared/data (or FOLDER), never its benchmarks. "titles" writes public/titles.bin and docs/model.json
(settings, counts, calibration, hash); "distances" writes the tables of src/core/distance from the title model and
the data; without a word, both. "groups" trains only what tells the unit groups of ISCO-08 apart, for the model that
ships. "dictionary" trains
nothing: it adds the German list to the dictionary of the model that ships. "parts" measures how far each
phrase of the lexicons carries as a part of longer German titles. "bridge" trains nothing: it lists, as
a table for reading, the titles of the German list whose equals in ESCO stand in another unit group than the published
bridge of their type. The same data, settings and seed give the same files.`,
  async run(args) {
    const { data, epochs, parts } = parseOptions(args);
    if (!existsSync(join(data, 'esco12'))) throw new RefusedError(`There is no training data in "${data}".`);
    if (parts.has('bridge')) return listDisagreements(data);
    for (const changed of changedSources(data)) log(changed);
    if (parts.has('dictionary')) return addGermanTitles(data);
    if (parts.has('parts')) return writePartShares(data);
    const corpus = readCorpus(data);
    if (parts.has('groups')) addUnitGroups(corpus);
    if (parts.has('titles')) trainTitles(corpus, data, epochs ?? SETTINGS.epochs);
    if (parts.has('distances')) trainDistances(corpus, data);
    return EXIT.done;
  },
});

/** Titles of which the bridge and ESCO say different things; the bridge is followed, so that somebody should read them. */
function listDisagreements(data: string): number {
  process.stdout.write('title\tkldb\tbridge\tesco\n');
  for (const { title, kldb5, bridge, esco } of readGermanTitles(data).disagreements)
    process.stdout.write(`${[title, kldb5, bridge.join(' '), esco.join(' ')].join('\t')}\n`);
  return EXIT.done;
}

/** Writes how far each phrase of the lexicons carries as a part of longer titles. */
function writePartShares(data: string): number {
  const source = partSharesSource(partShares(data));
  writeFileSync(join(root, 'src', 'core', 'classify', 'partShares.ts'), source);
  return EXIT.done;
}

/** Writes the shipped model anew with the German list in its dictionary, and notes it in the record. */
function addGermanTitles(data: string): number {
  const bytes = withGermanTitles(new Uint8Array(readFileSync(MODEL_FILE)), readGermanTitles(data).titles);
  replaceModel(bytes, {
    dictionary: { command: 'npm run -s cli -- train dictionary', titles: loadModel(bytes).facts.titles },
  });
  return EXIT.done;
}

/** Writes a model that was made from the one that ships, and what is new of it into the record. */
function replaceModel(bytes: Uint8Array, news: object): void {
  writeFileSync(MODEL_FILE, bytes);
  const record = JSON.parse(readFileSync(join(root, 'docs', 'model.json'), 'utf8')) as object;
  writeRecord({
    ...record,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...news,
  });
}

function writeRecord(record: object): void {
  const text = JSON.stringify(record, null, 2).replace(/\[[^[\]{}]*\]/g, (list) =>
    list.replace(/\s+/g, ' ').replace(/^\[ | \]$/g, (end) => end.trim()),
  );
  writeFileSync(join(root, 'docs', 'model.json'), `${text}\n`);
  log(text);
}

/** Writes the shipped model anew with what tells unit groups apart, and notes it in the record. */
function addUnitGroups(corpus: Corpus): void {
  const hashes = chooseFeatures(corpus, GROUP_SETTINGS.features);
  const groups = trainUnitGroups(corpus, hashes, { ...GROUP_SETTINGS, log });
  const draft = withUnitGroups(new Uint8Array(readFileSync(MODEL_FILE)), hashes, groups);
  const model = loadModel(draft);
  const { temperature, groupShare, confidence, ...measured } = calibrate(corpus, model, GROUP_SETTINGS.seed);
  const facts = { ...model.facts, temperature, groupShare, confidence };
  const bytes = withFacts([...readParts(draft)], facts);
  replaceModel(bytes, {
    groups: { command: 'npm run -s cli -- train groups', settings: GROUP_SETTINGS },
    calibration: { temperature, groupShare, confidence, ...measured },
  });
}

function trainTitles(corpus: Corpus, data: string, epochs: number): void {
  const settings = { ...SETTINGS, epochs };
  const titles = corpus.concepts.reduce((sum, concept) => sum + concept.titles.length, 0);
  log(`${corpus.concepts.length} concepts, ${titles} titles`);
  const companies = readCompanies(data);
  log(`${companies.length} companies`);
  const embedding = trainEmbedding(corpus, { ...settings, log });
  const kept = embedding.hashes.subarray(0, GROUP_SETTINGS.features);
  const groups = trainUnitGroups(corpus, kept, { ...GROUP_SETTINGS, log });
  const draft = packModel(corpus, embedding, groups, companies, {
    temperature: 0.05,
    groupShare: 0.5,
    confidence: [0, 1, 0, 0],
  });
  const { temperature, groupShare, confidence, ...measured } = calibrate(
    corpus,
    loadModel(draft),
    settings.seed,
  );
  const bytes = packModel(corpus, embedding, groups, companies, { temperature, groupShare, confidence });
  writeFileSync(MODEL_FILE, bytes);
  const record = {
    command: 'npm run -s cli -- train titles',
    file: 'public/titles.bin',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    settings,
    groups: { settings: GROUP_SETTINGS },
    inputs: {
      sources: 'data/SOURCES.json',
      titles: createHash('sha256').update(TITLE_LEXICON).digest('hex'),
    },
    trainedOn: { concepts: corpus.concepts.length, titles, companies: companies.length },
    calibration: { temperature, groupShare, confidence, ...measured },
  };
  writeRecord(record);
}

function trainDistances(corpus: Corpus, data: string): void {
  const folder = join(root, 'src', 'core', 'distance');
  const model = loadModel(readFileSync(MODEL_FILE));
  const vectors = functionVectors(corpus, model, readRelated(data, corpus), SETTINGS.seed);
  writeFileSync(join(folder, 'functionVectors.ts'), functionVectorsSource(vectors));
  writeFileSync(join(folder, 'functionSkills.ts'), functionSkillsSource(functionSkills(corpus)));
  const flows = readFlows(data);
  const tables = flowTables(readClasses(data, flows), flows);
  writeFileSync(join(folder, 'industryFlows.ts'), industryFlowsSource(tables));
  log('the tables of src/core/distance are written');
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

function parseOptions(args: string[]): { data: string; epochs: number | undefined; parts: Set<string> } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { data: { type: 'string', default: DATA_FOLDER }, epochs: { type: 'string' } },
    });
    const epochs = values.epochs === undefined ? undefined : Number(values.epochs);
    if (epochs !== undefined && (!Number.isInteger(epochs) || epochs < 1)) {
      throw new UsageError('--epochs takes a whole number above 0.');
    }
    if (
      positionals.some(
        (part) => !['titles', 'distances', 'groups', 'dictionary', 'parts', 'bridge'].includes(part),
      )
    ) {
      throw new UsageError(
        'train takes "titles", "distances", "groups", "dictionary", "parts", "bridge", or nothing for the first two.',
      );
    }
    const parts = new Set(positionals.length > 0 ? positionals : ['titles', 'distances']);
    return { data: values.data, epochs, parts };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
