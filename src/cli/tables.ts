import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SENIORITIES } from '../core/model/index.ts';
import { ISCO_UNIT_GROUPS, NACE_CODES } from '../core/taxonomy/index.ts';
import { employerKey } from '../core/text/companies.ts';
import { fold } from '../core/text/fold.ts';
import { root } from './root.ts';

/** A table of `data/` that people edit, and what the product makes of it. */
export interface TableSource {
  /** `data/<name>.tsv`, and `src/core/tables/<file>.ts`. */
  name: string;
  file: string;
  /** The exported constant. */
  constant: string;
  columns: readonly string[];
  /** What the generated table is, for its head. */
  about: string;
  /** How the first column is written for looking up; rows that fold alike are one row. */
  key: (text: string) => string;
  /** What is wrong with the other columns of a row, as a sentence; `null` when nothing is. */
  check: (cells: readonly string[]) => string | null;
  /** The order of the groups; without it, by code. */
  order?: readonly string[];
  /** `pipes`: a line for each row, in the order of the file, its codes first. */
  shape: 'phrases' | 'pipes';
}

/** A row that cannot stand as it is. */
export class TableError extends Error {
  override name = 'TableError';
}

const iscos = new Set(ISCO_UNIT_GROUPS);
const divisions = new Set(NACE_CODES);
const levels = ['none', 'intern', 'owner', 'professional', 'executive', 'director', 'manager', 'lead'];
const LEVELS = [...levels, ...SENIORITIES.filter((level) => !levels.includes(level)).reverse()];

const isIsco = (code = ''): string | null =>
  iscos.has(code) ? null : `"${code}" is no unit group of ISCO-08`;
const isNace = (code = ''): string | null =>
  divisions.has(code) ? null : `"${code}" is no division of NACE`;

/** Words as titles are read: folded, without signs; a hyphen at either end marks a part of a word. */
function phraseKey(text: string): string {
  const [start = '', end = ''] = [/^-/.exec(text)?.[0], /-$/.exec(text)?.[0]];
  return start + spelt(text) + end;
}

function spelt(text: string): string {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

const phrases = (
  name: string,
  file: string,
  constant: string,
  columns: readonly [string, string],
  about: string,
  check: (code?: string) => string | null,
  key = phraseKey,
): TableSource => ({
  name,
  file,
  constant,
  columns,
  about,
  key,
  check: ([code]) => check(code),
  shape: 'phrases',
});

/** Every table that people edit. */
export const TABLES: readonly TableSource[] = [
  phrases(
    'titles',
    'titles',
    'TITLE_LEXICON',
    ['title', 'isco08'],
    'Titles by unit group of ISCO-08, and ends (`-end`) and beginnings of compounds',
    isIsco,
  ),
  {
    ...phrases(
      'levels',
      'levels',
      'SENIORITY_LEXICON',
      ['words', 'level'],
      'Words that say a level. The longest decides, then the line that stands first',
      (level = '') => (LEVELS.includes(level) ? null : `"${level}" is no level`),
    ),
    order: LEVELS,
  },
  {
    name: 'fields',
    file: 'fields',
    constant: 'FIELDS',
    columns: ['field', 'managers', 'professionals', 'clerks'],
    about: 'Fields of work by the unit groups of who manages them, works in them, does their paper work',
    key: phraseKey,
    check: (cells) =>
      cells
        .flatMap((cell) => cell.replace('*', '').split('/'))
        .filter((code) => code !== '-')
        .map(isIsco)
        .find((wrong) => wrong !== null) ?? null,
    shape: 'phrases',
  },
  phrases(
    'bare-words',
    'bareWords',
    'BARE_WORDS',
    ['word', 'kind'],
    'Words that name a rank, a status or a thing of every trade: a title of nothing else says no function',
    (kind = '') => (/^(?:rank|status|thing)$/.test(kind) ? null : `"${kind}" is no kind of bare word`),
  ),
  phrases(
    'employers',
    'employers',
    'EMPLOYERS',
    ['employer', 'nace'],
    'Well-known employers by NACE division, as `employerKey` writes them',
    isNace,
    employerKey,
  ),
  phrases(
    'company-words',
    'companyWords',
    'COMPANY_NAME_RULES',
    ['words', 'nace'],
    "Words of companies' names by NACE division",
    isNace,
  ),
  phrases(
    'text-words',
    'textWords',
    'TEXT_RULES',
    ['words', 'nace'],
    'Words of headlines and texts by NACE division',
    isNace,
  ),
  phrases(
    'industry-labels',
    'industryLabels',
    'INDUSTRY_LABELS',
    ['label', 'nace'],
    'Labels of sites and of everyday speech by NACE division',
    isNace,
  ),
  {
    name: 'linkedin-industries',
    file: 'linkedinIndustries',
    constant: 'LINKEDIN_INDUSTRIES',
    columns: ['nace', 'en', 'de', 'fr', 'es'],
    about:
      "LinkedIn's industries (the current 434 and the older ones); `~` marks a label so broad that the division is only its most likely reading",
    key: (code) => code,
    check: () => null,
    shape: 'pipes',
  },
  {
    name: 'xing-industries',
    file: 'xingIndustries',
    constant: 'XING_INDUSTRIES',
    columns: ['nace', 'de', 'en'],
    about: "XING's industries; `~` as with LinkedIn's",
    key: (code) => code,
    check: () => null,
    shape: 'pipes',
  },
];

/** Where a table of people's stands. */
export function sourceOf({ name }: Pick<TableSource, 'name'>): string {
  return join(root, 'data', `${name}.tsv`);
}

/** Where what is made of it stands. */
export function generatedOf({ file }: Pick<TableSource, 'file'>): string {
  return join(root, 'src', 'core', 'tables', `${file}.ts`);
}

/**
 * The rows of a table, as written.
 * @throws TableError with the line for a wrong number of cells, an unknown code, or a row that is there twice.
 */
export function readRows(table: TableSource, text = readFileSync(sourceOf(table), 'utf8')): string[][] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  if (head !== table.columns.join('\t'))
    throw new TableError(`data/${table.name}.tsv: its first line is not ${table.columns.join(', ')}`);
  const seen = new Map<string, number>();
  return lines.map((line, at) => {
    const where = `data/${table.name}.tsv, line ${at + 2}`;
    const cells = line.split('\t');
    const [first = '', ...rest] = cells;
    if (cells.length !== table.columns.length || cells.some((cell) => cell.trim() === ''))
      throw new TableError(`${where}: ${table.columns.length} cells, apart by tabs, none of them empty`);
    if (table.shape === 'pipes') {
      const wrong = isNace(first.replace('~', ''));
      if (wrong !== null) throw new TableError(`${where}: ${wrong}`);
      return cells;
    }
    const wrong = table.check(rest);
    if (wrong !== null) throw new TableError(`${where}: ${wrong}`);
    const key = table.key(first);
    if (/^-*$/.test(key)) throw new TableError(`${where}: "${first}" holds no word`);
    const before = seen.get(key);
    if (before !== undefined) throw new TableError(`${where}: "${first}" stands in line ${before} already`);
    seen.set(key, at + 2);
    return cells;
  });
}

/** The source of the generated table: the same rows give the same text, in whatever order they stand. */
export function tableModule(table: TableSource, rows: readonly (readonly string[])[]): string {
  const lines =
    table.shape === 'pipes'
      ? rows.map((cells) => cells.join('|'))
      : [...Map.groupBy(rows, ([, ...codes]) => codes.join(' '))]
          .sort(([a], [b]) => placeOf(table, a) - placeOf(table, b) || (a < b ? -1 : 1))
          .map(
            ([code, group]) =>
              `${code}: ${group
                .map(([text = '']) => table.key(text))
                .sort()
                .join(', ')}`,
          );
  return `// Generated from data/${table.name}.tsv by \`npm run -s cli -- tables\`: do not edit.
/** ${table.about}. */
export const ${table.constant} = \`
${lines.join('\n').replace(/[\\`$]/g, '\\$&')}
\`;
`;
}

function placeOf({ order }: TableSource, code: string): number {
  return order === undefined ? 0 : order.indexOf(code);
}
