import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUDGETS_KB } from '../src/cli/sizes.ts';
import { readRows, TABLES } from '../src/cli/tables.ts';
import { EXPORT_FORMATS, GOAL_KINDS } from '../src/core/model/index.ts';
import config from '../wxt.config.ts';

const README = readFileSync('README.md', 'utf8');
const MODEL = readFileSync('docs/model.md', 'utf8');
const PACKAGE = JSON.parse(readFileSync('package.json', 'utf8'));
const NUMBERS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value]),
);

/** What a text says in the place that an expression catches; fails when the place is gone. */
function said(text: string, where: RegExp): string {
  const found = where.exec(text)?.[1];
  if (found === undefined)
    throw new Error(`Nothing matches ${where}: has the sentence changed? So must this test.`);
  return found;
}

/** The number there, in digits or as a word. */
function numberIn(where: RegExp): number {
  const text = said(README, where).toLowerCase();
  return NUMBERS.get(text) ?? Number(text.replace(/ /g, ''));
}

/** The first cells of a table's rows, by its first heading. */
function firstCells(heading: string): string[] {
  const [, rows = ''] = README.split(new RegExp(`^\\| ${heading} .*\\n\\|[-| ]+\\|\\n`, 'm'));
  return [...(rows.split('\n\n')[0] ?? '').matchAll(/^\| ([^|]+?) +\|/gm)].map(([, cell = '']) => cell);
}

const columnsOf = (name: string) =>
  readFileSync(`data/${name}.tsv`, 'utf8').split('\n')[0]?.split('\t').length ?? 0;
const pages = globSync('tests/fixtures/sites/*/*.html');
const manifest = (config.manifest as unknown as (of: { browser: string }) => Record<string, unknown>)({
  browser: 'firefox',
});

describe('README', () => {
  it.each<[string, number, number]>([
    ['pages that are read', numberIn(/^(\d+) invented pages of/m), pages.length],
    [
      'sites with a reader of their own',
      numberIn(/invented pages of (\w+) sites/),
      globSync('src/capture/sites/*.ts').length,
    ],
    [
      'worked scenarios',
      numberIn(/^.*?(\w+) worked scenarios of/m),
      globSync('tests/fixtures/scenarios/*.yaml').length,
    ],
    ['kinds of goals', numberIn(/\*\*Goals\*\* of (\w+) kinds/), GOAL_KINDS.length],
    [
      'languages of the interface',
      numberIn(/\*\*Settings\*\*: (\w+) languages/),
      readdirSync('public/_locales').length,
    ],
    [
      "languages of LinkedIn's industries",
      numberIn(/LinkedIn's in (\w+) languages/),
      columnsOf('linkedin-industries') - 1,
    ],
    ["languages of XING's industries", numberIn(/XING's in (\w+)\)/), columnsOf('xing-industries') - 1],
    [
      'the oldest Firefox',
      numberIn(/Firefox (\d+) or newer/),
      Math.floor(Number.parseFloat(oldestFirefox())),
    ],
    ['the oldest Node', numberIn(/Node (\d+) or newer/), Number(PACKAGE.engines.node.replace(/\D+/, ''))],
    ['the pinned Node', numberIn(/Node (\d+) is pinned/), Number.parseInt(PACKAGE.devDependencies.node, 10)],
  ])('counts %s', (_, told, counted) => {
    expect(told).toBe(counted);
  });

  it('counts employers to the nearest hundred', () => {
    const table = TABLES.find(({ name }) => name === 'employers');
    if (table === undefined) throw new Error('There is no table of employers.');
    expect(numberIn(/about ([\d ]+) employers/)).toBe(Math.round(readRows(table).length / 100) * 100);
  });

  it('bounds the model that ships', () => {
    const megabytes = numberIn(/model of less than (\w+) megabytes/);
    const { length } = readFileSync('public/titles.bin');
    expect(length).toBeLessThan(megabytes * 1_000_000);
    expect(length).toBeGreaterThan((megabytes - 1) * 1_000_000);
  });

  it.each(Object.entries(BUDGETS_KB))('names the budget of the %s', (surface, budget) => {
    expect(said(README, new RegExp(`^\\| ${surface}, [^|]*gzipped *\\|[^|]*\\| (\\d+) kB`, 'm'))).toBe(
      String(budget),
    );
  });

  it('lists every dependency of the running extension, and no other', () => {
    expect(firstCells('package').sort()).toEqual(Object.keys(PACKAGE.dependencies).sort());
  });

  it('lists every permission', () => {
    const told = firstCells('permission').join(', ');
    const asked = [manifest.permissions, manifest.optional_permissions].flat() as string[];
    expect(asked.filter((permission) => !told.includes(permission))).toEqual([]);
  });

  it('names every format that goes out', () => {
    const names: Record<(typeof EXPORT_FORMATS)[number], string> = {
      csv: 'CSV',
      vcard3: 'vCard',
      vcard4: 'vCard',
      jscontact: 'JSContact',
      jsonld: 'JSON-LD',
      gexf: 'GEXF',
      graphml: 'GraphML',
      markdown: 'Markdown',
      backup: 'lossless backup',
      encryptedBackup: 'encrypted',
      ics: 'calendar',
    };
    const told = said(README, /Take everything out: ([^\n]*)/);
    expect(EXPORT_FORMATS.filter((format) => !told.includes(names[format]))).toEqual([]);
  });

  it('and docs/formats.md has a row for each', () => {
    const told = readFileSync('docs/formats.md', 'utf8');
    expect(EXPORT_FORMATS.filter((format) => !told.includes(`\`${format}\``))).toEqual([]);
  });

  it('rounds what docs/model.md measured', () => {
    const rounded = (where: RegExp) => Number(said(MODEL, where)).toFixed(2).slice(1);
    expect(said(README, /under the curve of (\.\d+)/)).toBe(rounded(/out: (\.\d+) \(tree alone/));
    expect(said(README, /under the curve of \.\d+ \(tree alone (\.\d+)\)/)).toBe(
      rounded(/out: \.\d+ \(tree alone (\.\d+)/),
    );
    expect(said(README, /kept-out flows with (\.\d+) to/)).toBe(rounded(/known flow: \.\d+, and\s+(\.\d+)/));
    expect(said(README, /kept-out flows with \.\d+ to (\.\d+)/)).toBe(rounded(/without known flow: (\.\d+)/));
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('%s names no file that is gone', (page) => {
    const text = readFileSync(page, 'utf8');
    const named = [...text.matchAll(/[`(]((?:src|tests|docs|data|public)\/[\w./-]+\.\w+)[`)]/g)].map(
      ([, path = '']) => path,
    );
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((path) => globSync(path).length === 0)).toEqual([]);
  });

  it('names every command', () => {
    const told = said(README, /^### Command line\n\n([^\n]*)/m);
    const commands = globSync('src/cli/commands/*.ts').map((path) => basename(path, '.ts'));
    // `start` and `test` are the two commands of everybody, `newSite` has a section of its own.
    const apart = new Set(['start', 'test', 'newSite']);
    expect(commands.filter((name) => !apart.has(name) && !told.includes(`\`${name}\``))).toEqual([]);
  });
});

function oldestFirefox(): string {
  const { gecko } = manifest.browser_specific_settings as { gecko: { strict_min_version: string } };
  return gecko.strict_min_version;
}
