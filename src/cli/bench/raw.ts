import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension } from '../build.ts';
import { root } from '../root.ts';
import { say } from '../saying.ts';
import { inChromium, rawExtension } from './raw/chromium.ts';
import { readTables } from './raw/csv.ts';
import { inFirefox } from './raw/firefox.ts';
import { withTables } from './raw/markdown.ts';
import {
  addBrowser,
  addRun,
  emptyRecord,
  mediansOf,
  RECORD,
  readRecord,
  type SpeedRecord,
  writeRecord,
} from './raw/record.ts';
import { type Options, type Runs, readOptions } from './raw/runs.ts';
import { growthOf, type Measured, rowsOf } from './raw/table.ts';
import type { Row } from './row.ts';

/** Import, deriving, restore and the rest beside the least that the browser itself needs for the same records. */
export async function run(args: string[] = []): Promise<Row[]> {
  const options = readOptions(args);
  const record = options.from === undefined ? await measured(options) : readRecord(options.from);
  if (options.write) writePages(record);
  for (const { what, why } of record.failures) say(`raw: not measured: ${what}: ${why}`);
  return rowsOfRecord(record);
}

/** Measures part by part; what fails is put down, and the rest goes on. After each part the result so far is saved. */
async function measured(options: Options): Promise<SpeedRecord> {
  const record = emptyRecord();
  const soFar = join(root, '.output', 'speed.json');
  mkdirSync(join(root, '.output'), { recursive: true });
  const tried = async (what: string, work: () => Promise<void> | void) => {
    try {
      await work();
    } catch (error) {
      record.failures.push({ what, why: firstLine(error) });
      say(`raw: ${what} failed: ${firstLine(error)}`);
    }
    writeRecord(soFar, record);
  };
  for (const size of options.csv)
    await tried(`tables of ${size} rows`, () =>
      addRun(record, { browser: 'node', size }, readTables(size, options.csvTimes)),
    );
  if (options.runs.length === 0) return record;
  if (options.extension === undefined) buildExtension(root);
  const folder = mkdtempSync(join(tmpdir(), 'weitblick-raw-'));
  try {
    const beside = await rawExtension(folder);
    const started = performance.now();
    for (const runs of options.runs)
      for (let turn = 1; turn <= runs.times; turn++) {
        const minutes = Math.round((performance.now() - started) / 60_000);
        const what = `${runs.browser}, ${runs.size} people, run ${turn} of ${runs.times}`;
        say(`raw: ${what}, after ${minutes} min`);
        await tried(what, () => oneRun(record, runs, what, beside, options));
      }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(`raw: saved in ${soFar}`);
  return record;
}

async function oneRun(
  record: SpeedRecord,
  { browser, size }: Runs,
  what: string,
  beside: string,
  { only, extension }: Options,
): Promise<void> {
  const of: Measured = new Map();
  const inside = (part: string, error: unknown) =>
    record.failures.push({ what: `${what}: ${part}`, why: firstLine(error) });
  try {
    const version =
      browser === 'firefox'
        ? await inFirefox(size, of)
        : await inChromium({ beside, backend: browser, size, only, extension, failed: inside }, of);
    addBrowser(record, version);
  } finally {
    // What was measured before something failed stands.
    if (of.size > 0) addRun(record, { browser, size }, of);
  }
}

function rowsOfRecord(record: SpeedRecord): Row[] {
  const all = mediansOf(record);
  return [
    ...all.flatMap(({ browser, size, of }) => rowsOf(`${size}, ${browser}`, of)),
    ...[...Map.groupBy(all, ({ browser }) => browser)].flatMap(([browser, sizes]) =>
      growthOf(
        browser,
        sizes.toSorted((a, b) => a.size - b.size),
      ),
    ),
  ];
}

/** Puts a result and its tables in place of those that stand in README and docs. */
function writePages(record: SpeedRecord): void {
  const [readme, speed] = [join(root, 'README.md'), join(root, 'docs', 'speed.md')];
  const pages = withTables(
    { readme: readFileSync(readme, 'utf8'), speed: readFileSync(speed, 'utf8') },
    record,
  );
  writeFileSync(readme, pages.readme);
  writeFileSync(speed, pages.speed);
  writeRecord(join(root, RECORD), record);
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? '';
}
