import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { titleWords } from '../../core/classify/features.ts';
import { splitRoles } from '../../core/classify/headlineParts.ts';
import { createClassifier } from '../../core/classify/index.ts';
import { loadModel, type TitleModel } from '../../core/classify/model.ts';
import { createRanker, type RankedTitle } from '../../core/classify/rank.ts';
import { RefusedError } from '../command.ts';
import { DATA_FOLDER, MODEL_FILE } from '../model.ts';
import { readCorpus } from '../training/corpus.ts';
import { parseDelimited, readTable, readTabs } from '../training/delimited.ts';
import { isKeptOut, readGermanTitles } from '../training/kldb.ts';
import type { Row } from './row.ts';

const MELO = ['esp_q_es_c_es', 'nld_q_nl_c_nl', 'ita_q_it_c_it', 'prt_q_pt_c_pt'] as const;
/** Places that are looked at; what comes later changes no figure in its third digit. */
const DEPTH = 2000;
/** The validation part of JobBERT has 15 463 noisy titles; every tenth is measured. */
const JOBBERT_STEP = 10;

/** Passes over the titles before the one that is timed: what a worker does in its first second is not its speed. */
const WARM_PASSES = 3;

/** Of more queries than this, every fourth is measured. */
const MANY_QUERIES = 2000;

interface Task {
  queries: RankedTitle[];
  corpus: RankedTitle[];
  relevant: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Ranking and classification of titles on the development benchmarks; none of them is trained on. */
export async function run(): Promise<Row[]> {
  if (!existsSync(join(DATA_FOLDER, 'bench')))
    throw new RefusedError(`There are no benchmarks in ${DATA_FOLDER}.`);
  const bytes = readFileSync(MODEL_FILE);
  const model = loadModel(bytes);
  const isco = iscoByUri();
  const rows: Row[] = [];
  for (const name of MELO) {
    const task = readMelo(name);
    const concepts = new Map(
      readTabs(join(DATA_FOLDER, 'bench/melo', name, 'concept_mapping.tsv')).map(([id = '', uri = '']) => [
        id,
        uri,
      ]),
    );
    const iscoOf = (id: string) => isco.get(concepts.get(id) ?? '') ?? '';
    const first = new Map<string, string>();
    const measured = measure(task, model, (query, found) => first.set(query, found[0] ?? ''));
    const lexical = measure(task, null);
    const goals =
      name === MELO[0] ? [', goal .52 (7-billion-parameter embedding .556)', ', goal .68'] : ['', ''];
    rows.push(
      row(`MELO ${name}, MRR`, measured.mrr, `spelling alone ${round(lexical.mrr)}${goals[0]}`),
      row(`MELO ${name}, hits in 10`, measured.hits10),
      row(
        `MELO ${name}, ISCO-3 of the first`,
        share(task.queries, ({ id }) => agrees(iscoOf(first.get(id) ?? ''), task.relevant.get(id), iscoOf)),
        `by rank${goals[1]}`,
      ),
    );
    const classifier = createClassifier({ model });
    const judged = task.queries.map(({ id, title }) => {
      const isco4 = classifier.classify({ title }).function?.isco4 ?? '';
      return { isco4, right: agrees(isco4, task.relevant.get(id), iscoOf) };
    });
    rows.push(
      row(
        `MELO ${name}, ISCO-3 by classify`,
        share(judged, ({ right }) => right),
        'abstentions count as wrong',
      ),
      row(
        `MELO ${name}, ISCO-3 by classify, of the answered`,
        share(
          judged.filter(({ isco4 }) => isco4 !== ''),
          ({ right }) => right,
        ),
      ),
    );
  }
  const talent = readTalentClef();
  const spanish = measure(talent, model);
  rows.push(
    row(
      'TalentCLEF es, MAP',
      spanish.map,
      `spelling alone ${round(measure(talent, null).map)}, goal .42 (JobBERT-V3 .509)`,
    ),
    row('TalentCLEF es, MAP of 100', spanish.map100, 'as rank prints by default'),
  );
  for (const [name, alternatives] of [
    ['JobBERT, preferred labels', false],
    ['JobBERT, all labels', true],
  ] as const) {
    const task = readJobBert(alternatives);
    const found = measure(task, model);
    const lexical = measure(task, null);
    rows.push(
      row(
        `${name}, MRR`,
        found.mrr,
        `every ${JOBBERT_STEP}th; spelling alone ${round(lexical.mrr)}, goal .36`,
      ),
      row(`${name}, R@5`, found.hits5, `spelling alone ${round(lexical.hits5)}, goal .48`),
    );
  }
  return [...rows, ...germanList(model), dropped(), ...limits(bytes)];
}

/** The tenth of the German list that training and dictionary never saw: both genders, by their code in ISCO-08. */
function germanList(model: TitleModel): Row[] {
  const { titles } = readGermanTitles(DATA_FOLDER);
  const classifier = createClassifier({ model });
  const judged = titles
    .flatMap(({ forms, isco4 }) => forms.slice(0, 2).map((title) => ({ title, isco4 })))
    .filter(({ title }) => isKeptOut(titleWords(title)))
    .map(({ title, isco4 }) => ({ found: classifier.classify({ title }).function?.isco4, isco4 }));
  const answered = judged.filter(({ found }) => found !== undefined);
  return [
    row(
      `German list, kept out (${judged.length}), ISCO-3 of the answered`,
      share(answered, ({ found, isco4 }) => found?.slice(0, 3) === isco4.slice(0, 3)),
      'goal .80',
    ),
    row('German list, kept out, answered', answered.length / judged.length, 'goal .95'),
  ];
}

/** Titles of the occupation lists of which nothing is left when slogans, wishes and the past are taken off. */
function dropped(): Row {
  const titles = new Set(
    readCorpus(DATA_FOLDER).concepts.flatMap((concept) => concept.titles.map(({ text }) => text)),
  );
  const lost = [...titles].filter((title) => splitRoles(title).length === 0);
  return {
    what: `titles of the lists (${titles.size}) taken for slogans, wishes or the past`,
    figure: lost.length,
    unit: lost.slice(0, 3).join(', '),
    goal: 'goal: "Ex Chef" alone, an executive chef to O*NET and a former one to everybody else',
  };
}

/** Size, loading and speed of the model as it ships. */
function limits(bytes: Uint8Array): Row[] {
  const started = performance.now();
  loadModel(bytes);
  const loading = performance.now() - started;
  const titles = readMelo(MELO[0]).queries;
  // A classifier remembers what it has judged, and a model its words: each pass has its own, so that all is judged anew.
  const pass = () => {
    const classifier = createClassifier({ model: loadModel(bytes) });
    classifier.classify({ title: '' });
    // Time of the processor, so that a busy machine does not count.
    const before = process.cpuUsage();
    for (const { title } of titles) classifier.classify({ title });
    return process.cpuUsage(before);
  };
  for (let warm = 0; warm < WARM_PASSES; warm++) pass();
  const { user, system } = pass();
  const each = (user + system) / titles.length;
  return [
    { what: 'model file', figure: statSync(MODEL_FILE).size, unit: 'bytes', goal: 'at most 4 MB' },
    { what: 'loading', figure: Math.round(loading), unit: 'ms', goal: 'at most 150 ms' },
    { what: 'one title, one core', figure: Math.round(each), unit: 'µs', goal: 'at most 100 µs' },
  ];
}

interface Measures {
  mrr: number;
  map: number;
  map100: number;
  hits5: number;
  hits10: number;
}

/** Mean over the queries that have an answer. */
function measure(
  task: Task,
  model: TitleModel | null,
  see?: (query: string, found: readonly string[]) => void,
): Measures {
  const rank = createRanker(task.corpus, model);
  const sum: Measures = { mrr: 0, map: 0, map100: 0, hits5: 0, hits10: 0 };
  const queries = task.queries.filter(({ id }) => task.relevant.has(id));
  for (const { id, title } of queries) {
    const relevant = task.relevant.get(id) as ReadonlySet<string>;
    const found = rank(title, DEPTH).map((entry) => entry.id);
    see?.(id, found);
    let hits = 0;
    let precision = 0;
    let precision100 = 0;
    found.forEach((entry, at) => {
      if (!relevant.has(entry)) return;
      hits++;
      if (hits === 1) {
        sum.mrr += 1 / (at + 1);
        if (at < 5) sum.hits5++;
        if (at < 10) sum.hits10++;
      }
      precision += hits / (at + 1);
      if (at < 100) precision100 += hits / (at + 1);
    });
    sum.map += precision / relevant.size;
    sum.map100 += precision100 / relevant.size;
  }
  const mean = (value: number) => value / queries.length;
  return {
    mrr: mean(sum.mrr),
    map: mean(sum.map),
    map100: mean(sum.map100),
    hits5: mean(sum.hits5),
    hits10: mean(sum.hits10),
  };
}

function agrees(
  isco: string,
  relevant: ReadonlySet<string> | undefined,
  iscoOf: (id: string) => string,
): boolean {
  return isco !== '' && [...(relevant ?? [])].some((id) => iscoOf(id).slice(0, 3) === isco.slice(0, 3));
}

function readMelo(name: string): Task {
  const folder = join(DATA_FOLDER, 'bench/melo', name);
  const queries = titlesOf(readTabs(join(folder, 'queries.tsv')));
  return {
    queries: queries.length > MANY_QUERIES ? queries.filter((_, at) => at % 4 === 0) : queries,
    corpus: titlesOf(readTabs(join(folder, 'corpus_elements.tsv'))),
    relevant: relevantOf(readTabs(join(folder, 'annotations.tsv'))),
  };
}

function readTalentClef(): Task {
  const folder = join(DATA_FOLDER, 'bench/talentclef');
  return {
    queries: titlesOf(readTabs(join(folder, 'val_spanish_queries.tsv')).slice(1)),
    corpus: titlesOf(readTabs(join(folder, 'val_spanish_corpus_elements.tsv')).slice(1)),
    relevant: relevantOf(readTabs(join(folder, 'val_spanish_qrels.tsv'))),
  };
}

/** Vacancies against ESCO's occupations, by their preferred English label or by all English labels. */
function readJobBert(alternatives: boolean): Task {
  const queries: RankedTitle[] = [];
  const relevant = new Map<string, Set<string>>();
  parseDelimited(readFileSync(join(DATA_FOLDER, 'bench/jobbert/validation.csv'), 'utf8'))
    .slice(1)
    .forEach(([, title = '', uri = ''], at) => {
      if (at % JOBBERT_STEP !== 0) return;
      queries.push({ id: String(at), title });
      relevant.set(String(at), new Set([uri]));
    });
  const corpus = readTable(join(DATA_FOLDER, 'esco12/occupations_en.csv')).flatMap((row) => {
    const labels = alternatives ? `${row.preferredLabel}\n${row.altLabels}` : (row.preferredLabel ?? '');
    return labels
      .split('\n')
      .filter((label) => label !== '')
      .map((title) => ({ id: row.conceptUri ?? '', title }));
  });
  return { queries, corpus, relevant };
}

/** ISCO-08 code of every concept of ESCO, groups included. */
function iscoByUri(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const file of ['esco108/occupations_fr.csv', 'esco12/occupations_en.csv']) {
    for (const row of readTable(join(DATA_FOLDER, file)))
      codes.set(row.conceptUri ?? '', row.iscoGroup ?? '');
  }
  for (const row of readTable(join(DATA_FOLDER, 'esco12/ISCOGroups_en.csv'))) {
    codes.set(row.conceptUri ?? '', row.code ?? '');
  }
  return codes;
}

function titlesOf(rows: string[][]): RankedTitle[] {
  return rows.map(([id = '', title = '']) => ({ id, title }));
}

function relevantOf(rows: string[][]): Map<string, Set<string>> {
  const relevant = new Map<string, Set<string>>();
  for (const [query = '', , id = ''] of rows) {
    const ids = relevant.get(query);
    if (ids === undefined) relevant.set(query, new Set([id]));
    else ids.add(id);
  }
  return relevant;
}

function share<T>(list: readonly T[], holds: (entry: T) => boolean): number {
  return list.filter(holds).length / list.length;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function row(what: string, figure: number, goal?: string): Row {
  return { what, figure: round(figure), unit: '', ...(goal !== undefined && { goal }) };
}
