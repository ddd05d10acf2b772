import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { titleKey, titleWords } from '../../core/classify/features.ts';
import { readPhrases } from '../../core/classify/phrases.ts';
import { BARE_WORDS } from '../../core/tables/bareWords.ts';
import { TITLE_LEXICON } from '../../core/tables/titles.ts';
import { tableOf } from '../../core/text/table.ts';
import { parseDelimited, readTable, readTabs } from './delimited.ts';
import { isKeptOut, readGermanTypes } from './kldb.ts';

/**
 * One occupation of ESCO, one occupation of O*NET, one unit group of ISCO-08, with all that is written of it, one type
 * of the German KldB within a unit group, or what the project's own lexicon adds to a unit group.
 */
export interface Concept {
  uri: string;
  source: 'esco' | 'onet' | 'isco' | 'kldb' | 'own';
  /** ISCO-08 unit group; empty where none is known. */
  isco4: string;
  titles: Title[];
  /** Descriptions, whole; several languages. */
  descriptions: string[];
  /** Skills as indices into `Corpus.skills`. */
  essential: number[];
  optional: number[];
}

export interface Title {
  text: string;
  lang: string;
  words: readonly string[];
  key: number;
  preferred: boolean;
}

/** Titles that are kept out of training: one in forty, of concepts that keep enough others; of the German list one in ten. */
export function isHeldOut(concept: Concept, title: Concept['titles'][number]): boolean {
  if (concept.source === 'kldb') return isKeptOut(title.words);
  return concept.source === 'esco' && !title.preferred && concept.titles.length >= 8 && title.key % 40 === 7;
}

export interface Corpus {
  concepts: Concept[];
  byUri: ReadonlyMap<string, number>;
  /** English labels of ESCO skills. */
  skills: string[];
  /** O*NET and ESCO concepts that the crosswalk declares alike, with a weight of 0 to 1. */
  links: { onet: number; esco: number; weight: number }[];
}

const ESCO_FILES: readonly (readonly [string, string])[] = [
  ['en', 'esco12/occupations_en.csv'],
  ['de', 'esco12/occupations_de.csv'],
  ['es', 'esco12/occupations_es.csv'],
  ['fr', 'esco108/occupations_fr.csv'],
  ['it', 'esco108/occupations_it.csv'],
  ['nl', 'esco108/occupations_nl.csv'],
  ['pt', 'esco108/occupations_pt.csv'],
];
const MATCH_WEIGHTS = tableOf({
  exactMatch: 1,
  closeMatch: 0.7,
  narrowMatch: 0.5,
  broadMatch: 0.3,
});

/** Reads everything that the model learns titles from. Never opens the folder of the benchmarks. */
export function readCorpus(dataFolder: string): Corpus {
  const concepts: Concept[] = [];
  const byUri = new Map<string, number>();
  const concept = (uri: string, source: Concept['source'], isco4: string): Concept => {
    let index = byUri.get(uri);
    if (index === undefined) {
      index = concepts.length;
      byUri.set(uri, index);
      concepts.push({ uri, source, isco4, titles: [], descriptions: [], essential: [], optional: [] });
    }
    return concepts[index] as Concept;
  };
  for (const [lang, file] of ESCO_FILES) {
    for (const row of readTable(join(dataFolder, file))) {
      const occupation = concept(row.conceptUri ?? '', 'esco', row.iscoGroup ?? '');
      addTitles(occupation, [row.preferredLabel ?? ''], lang, true);
      addTitles(occupation, `${row.altLabels}\n${row.hiddenLabels}`.split('\n'), lang, false);
      if (row.description) occupation.descriptions.push(row.description);
    }
  }
  for (const [lang, file] of ESCO_FILES) {
    for (const row of readTable(join(dataFolder, file.replace('occupations', 'ISCOGroups')))) {
      if (!/^\d{4}$/.test(row.code ?? '')) continue;
      const group = concept(row.conceptUri ?? '', 'isco', row.code ?? '');
      addTitles(group, [row.preferredLabel ?? ''], lang, true);
      const [tasks = '', examples = ''] = (row.description ?? '').split(
        /Examples of the occupations classified here:?/,
      );
      if (tasks !== '') group.descriptions.push(tasks.replace(/Tasks include[ -]*|\([a-z]\)/g, ' '));
      addTitles(group, examplesIn(examples.split(/Some related occupations|Notes?\b/)[0] ?? ''), lang, false);
    }
  }
  for (const [code = '', title = '', about = ''] of readTabs(
    join(dataFolder, 'onet/Occupation Data.txt'),
  ).slice(1)) {
    const occupation = concept(`onet:${code}`, 'onet', '');
    addTitles(occupation, [title], 'en', true);
    occupation.descriptions.push(about);
  }
  for (const [code = '', title = '', short = ''] of readTabs(
    join(dataFolder, 'onet/Alternate Titles.txt'),
  ).slice(1)) {
    addTitles(concept(`onet:${code}`, 'onet', ''), [title, short === 'n/a' ? '' : short], 'en', false);
  }
  for (const { isco4, kldb3, titles, descriptions } of readGermanTypes(dataFolder)) {
    const type = concept(`kldb:${kldb3}:${isco4}`, 'kldb', isco4);
    addTitles(
      type,
      titles.flatMap(({ forms }) => forms),
      'de',
      false,
    );
    type.descriptions.push(...descriptions);
  }
  for (const [code, titles] of ownTitles()) {
    addTitles(concept(`own:${code}`, 'own', code), titles, 'own', false);
  }
  const links = linkOnet(concepts, byUri, join(dataFolder, 'onet/crosswalk_esco_onet.csv'));
  return { concepts, byUri, skills: readSkills(dataFolder, concepts, byUri), links };
}

/** Lines such as `- Nuclear power plant operator`. */
function examplesIn(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /^\s*[-–•]/.test(line))
    .map((line) => line.replace(/^\s*[-–•]\s*/, '').trim());
}

function addTitles(to: Concept, labels: readonly string[], lang: string, preferred: boolean): void {
  for (const label of labels) {
    // `Koch/Köchin` names two titles; `Lehrer/in` one.
    const parts = /\p{L}{3}\/\p{L}{4}/u.test(label) ? label.split('/') : [label];
    for (const part of parts) {
      const text = part.trim();
      const words = titleWords(text);
      if (words.length === 0 || (to.source !== 'own' && isBare(words))) continue;
      const key = titleKey(words);
      if (to.titles.some((title) => title.key === key && title.lang === lang)) continue;
      to.titles.push({ text, lang, words, key, preferred });
    }
  }
}

/** Whether a title is a mere rank or status: lists of occupations name them, each under some trade. */
function isBare(words: readonly string[]): boolean {
  return words.every((word) => bareWords.has(word) || /^\d+$/.test(word));
}
const bareWords = readPhrases(BARE_WORDS, 'with fillers').phrases;

/** Titles of the project's own lexicon that the classifications lack, by unit group; parts of words are no titles. */
function ownTitles(): [code: string, titles: string[]][] {
  return TITLE_LEXICON.trim()
    .split('\n')
    .map((line) => {
      const [code = '', phrases = ''] = line.split(': ');
      const titles = phrases.split(',').map((phrase) => phrase.trim());
      return [code, titles.filter((title) => !/^-|-$/.test(title))];
    });
}

/** Links of the crosswalk; gives each O*NET occupation the unit group that its links weigh most for. */
function linkOnet(concepts: Concept[], byUri: ReadonlyMap<string, number>, path: string): Corpus['links'] {
  const links: Corpus['links'] = [];
  const groups = new Map<Concept, Map<string, number>>();
  for (const cells of parseDelimited(readFileSync(path, 'utf8'))) {
    if (!/^\d\d-\d{4}/.test(cells[0] ?? '')) continue;
    const onet = byUri.get(`onet:${cells[0]}`);
    const esco = byUri.get(cells[3] ?? '');
    const weight = MATCH_WEIGHTS.get(cells[6]?.trim() ?? '');
    if (onet === undefined || esco === undefined || weight === undefined) continue;
    links.push({ onet, esco, weight });
    const from = concepts[onet] as Concept;
    const votes = groups.get(from) ?? new Map<string, number>();
    const isco4 = concepts[esco]?.isco4 ?? '';
    votes.set(isco4, (votes.get(isco4) ?? 0) + weight);
    groups.set(from, votes);
  }
  for (const [occupation, votes] of groups) {
    occupation.isco4 = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
  }
  return links;
}

function readSkills(dataFolder: string, concepts: Concept[], byUri: ReadonlyMap<string, number>): string[] {
  const skills: string[] = [];
  const skillIndex = new Map<string, number>();
  for (const row of readTable(join(dataFolder, 'esco111/skills_en.csv'))) {
    skillIndex.set(row.conceptUri ?? '', skills.length);
    skills.push(row.preferredLabel ?? '');
  }
  for (const row of readTable(join(dataFolder, 'esco111/occupationSkillRelations.csv'))) {
    const occupation = concepts[byUri.get(row.occupationUri ?? '') ?? -1];
    const skill = skillIndex.get(row.skillUri ?? '');
    if (occupation === undefined || skill === undefined) continue;
    (row.relationType === 'essential' ? occupation.essential : occupation.optional).push(skill);
  }
  return skills;
}
