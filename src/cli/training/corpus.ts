import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDelimited, readTable, readTabs } from './delimited.ts';

/** One occupation of ESCO, one occupation of O*NET, or one group of ISCO-08, with all of its titles. */
export interface Concept {
  uri: string;
  source: 'esco' | 'onet' | 'isco';
  /** ISCO-08 code: four digits, fewer for groups; empty where unknown (O*NET). */
  isco: string;
  titles: { text: string; lang: string }[];
  /** English skills as indices into `Corpus.skills`. */
  essential: number[];
  optional: number[];
}

export interface Corpus {
  concepts: Concept[];
  /** English labels of ESCO skills. */
  skills: string[];
  /** Pairs of concept indices that the crosswalk declares alike, with a weight of 0 to 1. */
  links: { from: number; to: number; weight: number }[];
}

const ESCO_FILES: readonly [string, string][] = [
  ['en', 'esco12/occupations_en.csv'],
  ['de', 'esco12/occupations_de.csv'],
  ['es', 'esco12/occupations_es.csv'],
  ['fr', 'esco108/occupations_fr.csv'],
  ['it', 'esco108/occupations_it.csv'],
  ['nl', 'esco108/occupations_nl.csv'],
  ['pt', 'esco108/occupations_pt.csv'],
];
const MATCH_WEIGHTS: Readonly<Record<string, number>> = { exactMatch: 1, closeMatch: 0.7, narrowMatch: 0.4 };

/** Reads everything that the model learns titles from. Never opens the folder of the benchmarks. */
export function readCorpus(dataFolder: string): Corpus {
  const concepts: Concept[] = [];
  const byUri = new Map<string, number>();
  const concept = (uri: string, source: Concept['source'], isco: string): Concept => {
    let index = byUri.get(uri);
    if (index === undefined) {
      index = concepts.length;
      byUri.set(uri, index);
      concepts.push({ uri, source, isco, titles: [], essential: [], optional: [] });
    }
    return concepts[index] as Concept;
  };
  for (const [lang, file] of ESCO_FILES) {
    for (const row of readTable(join(dataFolder, file))) {
      const occupation = concept(row.conceptUri ?? '', 'esco', row.iscoGroup ?? '');
      const labels = `${row.preferredLabel}\n${row.altLabels}\n${row.hiddenLabels}`.split(
        /\n|(?<=\S)\/(?=\p{Lu}?\p{L}{3}\S* \S)/u,
      );
      addTitles(occupation, labels, lang);
    }
    const groups = file.replace('occupations', 'ISCOGroups');
    for (const row of readTable(join(dataFolder, groups))) {
      addTitles(concept(row.conceptUri ?? '', 'isco', row.code ?? ''), [row.preferredLabel ?? ''], lang);
    }
  }
  for (const [code = '', title = ''] of readTabs(join(dataFolder, 'onet/Occupation Data.txt')).slice(1)) {
    addTitles(concept(`onet:${code}`, 'onet', ''), [title], 'en');
  }
  for (const [code = '', title = '', short = ''] of readTabs(
    join(dataFolder, 'onet/Alternate Titles.txt'),
  ).slice(1)) {
    addTitles(concept(`onet:${code}`, 'onet', ''), [title, short === 'n/a' ? '' : short], 'en');
  }
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
  const links: Corpus['links'] = [];
  for (const row of readCrosswalk(join(dataFolder, 'onet/crosswalk_esco_onet.csv'))) {
    const from = byUri.get(`onet:${row.onet}`);
    const to = byUri.get(row.esco);
    const weight = MATCH_WEIGHTS[row.match];
    if (from !== undefined && to !== undefined && weight !== undefined) links.push({ from, to, weight });
  }
  return { concepts, skills, links };
}

function addTitles(concept: Concept, labels: readonly string[], lang: string): void {
  for (const label of labels) {
    const text = label.trim();
    if (text === '' || concept.titles.some((title) => title.text === text && title.lang === lang)) continue;
    concept.titles.push({ text, lang });
  }
}

/** Rows of the ESCO-O*NET crosswalk below its preamble. */
export function readCrosswalk(path: string): { onet: string; esco: string; match: string }[] {
  const rows = parseDelimited(readFileSync(path, 'utf8'));
  return rows
    .filter((cells) => /^\d\d-\d{4}/.test(cells[0] ?? ''))
    .map((cells) => ({ onet: cells[0] ?? '', esco: cells[3] ?? '', match: cells[6] ?? '' }));
}
