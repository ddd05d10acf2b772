import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { between, longTable, sentence, shortTable, withTables } from '../../src/cli/bench/raw/markdown.ts';
import {
  addBrowser,
  addRun,
  emptyRecord,
  mediansOf,
  RECORD,
  readRecord,
} from '../../src/cli/bench/raw/record.ts';
import { readOptions, WHOLE } from '../../src/cli/bench/raw/runs.ts';
import { rowsOf, timesOf } from '../../src/cli/bench/raw/table.ts';

/** A result in which every figure of the runs over `size` people is so many times the raw put. */
function resultOf(...runs: [browser: 'leveldb' | 'sqlite', size: number, saved: number][]) {
  const record = emptyRecord();
  for (const [browser, size, saved] of runs)
    addRun(
      record,
      { browser, size },
      new Map([
        ['put with index', size / 10],
        ['saved', saved],
        ['classified', 2 * saved],
      ]),
    );
  return record;
}
const cellsOf = (line: string | undefined) => (line ?? '').split('|').map((cell) => cell.trim());

describe('the record of a measuring', () => {
  it('is what README and docs/speed.md show', () => {
    const pages = {
      readme: readFileSync('README.md', 'utf8'),
      speed: readFileSync('docs/speed.md', 'utf8'),
    };
    expect(withTables(pages, readRecord(RECORD))).toEqual(pages);
  });

  it('names no machine, no person and no day', () => {
    expect(readFileSync(RECORD, 'utf8')).not.toMatch(/\/(tmp|home|work)\/|20\d\d-\d\d/);
  });

  it('names each browser once', () => {
    const record = emptyRecord();
    for (const name of ['Chromium 1', 'Firefox 2', 'Chromium 1']) addBrowser(record, name);
    expect(record.machine.browsers).toBe('Chromium 1, Firefox 2');
  });

  it('takes the median of runs that are alike, and keeps those apart that are not', () => {
    const record = resultOf(['leveldb', 1_000, 300], ['leveldb', 1_000, 100], ['leveldb', 1_000, 200]);
    addRun(record, { browser: 'sqlite', size: 1_000 }, new Map([['saved', 7.126]]));
    const all = mediansOf(record);
    expect(all.map(({ browser, times, of }) => [browser, times, of.get('saved')])).toEqual([
      ['leveldb', 3, 200],
      ['sqlite', 1, 7.13],
    ]);
  });
});

describe('its tables', () => {
  it('say how many times the raw limit each is, by browser and size, and leave out what nobody measured', () => {
    const lines = shortTable(
      resultOf(['sqlite', 10_000, 1_500], ['leveldb', 10_000, 2_000], ['leveldb', 1_000, 250]),
    ).split('\n');
    expect(cellsOf(lines[0])).toEqual([
      '',
      'what',
      '1 000, LevelDB',
      '10 000, LevelDB',
      '10 000, SQLite',
      'goal',
      '',
    ]);
    expect(cellsOf(lines[2])).toEqual([
      '',
      'import until saved, times a raw put',
      '2.5',
      '2.0',
      '1.5',
      '3',
      '',
    ]);
    expect(lines).toHaveLength(4);
    // Each line as wide as the others.
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
  });

  it('put what is measured without a browser beside the same size', () => {
    const record = resultOf(['leveldb', 1_000, 250]);
    addRun(
      record,
      { browser: 'node', size: 1_000 },
      new Map([
        ['Papa Parse', 10],
        ['csv', 12],
      ]),
    );
    const last = shortTable(record).split('\n').at(-1);
    expect(cellsOf(last)).toEqual(['', 'a table read, times Papa Parse', '1.2', '1.5', '']);
    expect(longTable(record)).toContain('Papa Parse');
  });

  it('say what came to nothing', () => {
    const record = resultOf(['leveldb', 1_000, 250]);
    record.failures.push({ what: 'firefox, 10000 people, run 1 of 1', why: 'no Firefox' });
    expect(sentence(record)).toContain('Not measured: firefox, 10000 people, run 1 of 1 (no Firefox).');
  });

  it('stand between their marks, and nothing else of the page changes', () => {
    const page = 'before\n<!-- x -->\nold\n<!-- /x -->\nafter';
    const once = between(page, 'x', 'new');
    expect(once).toBe('before\n<!-- x -->\n\nnew\n\n<!-- /x -->\nafter');
    expect(between(once, 'x', 'new')).toBe(once);
    expect(() => between('no marks', 'x', 'new')).toThrow('<!-- x -->');
  });
});

it('compares a figure less what it may take besides', () => {
  const measured = new Map([
    ['cold round trip', 200],
    ['popup, cold: contact', 330],
  ]);
  expect(timesOf('popup, cold: contact', measured)?.times).toBe(1.2);
  expect(timesOf('saved', measured)).toBeNull();
  expect(rowsOf('x', measured).map(({ figure }) => figure)).toEqual([200, 330, 1.2]);
});

describe('the options of bench raw', () => {
  it('ask for all of it when they say nothing', () => {
    expect(readOptions([]).runs).toEqual(WHOLE);
    expect(readOptions(['--write', '--no-firefox']).runs).toEqual(
      WHOLE.filter(({ browser }) => browser !== 'firefox'),
    );
  });

  it('choose sizes, browsers and how often', () => {
    expect(readOptions(['--sizes', '5000', '--backends', 'sqlite', '--runs', '2']).runs).toEqual([
      { browser: 'sqlite', size: 5_000, times: 2 },
      { browser: 'firefox', size: 5_000, times: 1 },
    ]);
  });

  it('start no browser for the reader of tables', () => {
    const { runs, csv } = readOptions(['--only', 'csv', '--sizes', '1000']);
    expect([runs, csv]).toEqual([[], [1_000]]);
  });

  it.each([
    ['--sizes', '0'],
    ['--sizes', 'many'],
    ['--runs', '1.5'],
    ['--backends', 'files'],
    ['--only', 'everything'],
  ])('refuse %s %s', (option, value) => {
    expect(() => readOptions([option, value])).toThrow(option.replace('--runs', '--sizes and --runs'));
  });
});
