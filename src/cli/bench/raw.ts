import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { csvRows } from '../../exchange/csv.ts';
import { IMPORT_LIMITS } from '../../exchange/limits.ts';
import { readArguments } from '../arguments.ts';
import { buildExtension } from '../build.ts';
import { bundleScript } from '../bundle.ts';
import { type ExtensionBrowser, launchChromium, stopWorker } from '../chromium.ts';
import { UsageError } from '../command.ts';
import { launchFirefox } from '../firefox.ts';
import { root } from '../root.ts';
import { pageOf } from '../seed/page.ts';
import { SYNTHETIC_GOALS, SYNTHETIC_ME, SYNTHETIC_PEOPLE } from '../seed/people.ts';
import { captureOf, send } from '../seed/seed.ts';
import { watchBackground } from './background.ts';
import { openOnce } from './popup.ts';
import type { limit } from './raw/limit.ts';
import type { ours } from './raw/ours.ts';
import { variedConnections } from './raw/people.ts';
import { growthOf, type Measured, rowsOf, SECTIONS, type Section } from './raw/table.ts';
import { median, type Row } from './row.ts';

/** How to have Chromium keep its databases in SQLite, as it will; without, in LevelDB, as it did. */
const BACKENDS = {
  leveldb: undefined,
  sqlite: 'IdbSqliteBackingStore,IdbSqliteOnDiskRollout:stage/UseSqliteOnly',
} as const;
type Backend = keyof typeof BACKENDS;

/** A cold start is another each time. */
const COLD_RUNS = 5;
const CHANGES = 15;

interface Options {
  sizes: number[];
  only: Set<Section>;
  backends: Backend[];
  runs: number;
  firefox: boolean;
  /** A build to be measured; absent: of the present code. */
  extension: string | undefined;
}

/** Import, deriving, restore and the rest beside the least that the browser itself needs for the same records. */
export async function run(args: string[] = []): Promise<Row[]> {
  const options = readOptions(args);
  const rows: Row[] = [];
  if (options.only.has('csv')) for (const size of options.sizes) rows.push(...csv(size, options.runs));
  if (options.only.size === 1 && options.only.has('csv')) return rows;
  if (options.extension === undefined) buildExtension(root);
  const folder = mkdtempSync(join(tmpdir(), 'weitblick-raw-'));
  try {
    const beside = await rawExtension(folder);
    for (const backend of options.backends) {
      const medians: { size: number; of: Measured }[] = [];
      for (const size of options.sizes) {
        const all: Measured[] = [];
        for (let turn = 0; turn < options.runs; turn++) {
          process.stderr.write(`raw: ${backend}, ${size} people, run ${turn + 1} of ${options.runs}\n`);
          all.push(await inChromium(beside, backend, size, options));
        }
        const of: Measured = new Map();
        for (const what of new Set(all.flatMap((one) => [...one.keys()])))
          of.set(what, median(all.flatMap((one) => one.get(what) ?? [])));
        medians.push({ size, of });
        rows.push(...rowsOf(`${size}, ${backend}`, of));
      }
      rows.push(...growthOf(backend, medians));
    }
    if (options.firefox) {
      const size = options.sizes.includes(10_000) ? 10_000 : (options.sizes[0] as number);
      process.stderr.write(`raw: Firefox, ${size} people\n`);
      rows.push(...rowsOf(`${size}, Firefox`, await inFirefox(size)));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

function readOptions(args: string[]): Options {
  const { values } = readArguments({
    args,
    allowNegative: true,
    options: {
      sizes: { type: 'string', default: '1000,10000,100000' },
      only: { type: 'string', default: SECTIONS.join(',') },
      backends: { type: 'string', default: 'leveldb,sqlite' },
      runs: { type: 'string', default: '3' },
      firefox: { type: 'boolean', default: true },
      extension: { type: 'string' },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const runs = Number(values.runs);
  if (![...sizes, runs].every((number) => Number.isInteger(number) && number > 0))
    throw new UsageError('--sizes and --runs take whole numbers above 0.');
  return {
    sizes,
    runs,
    firefox: values.firefox,
    extension: values.extension,
    only: new Set(chosen('--only', values.only, SECTIONS)),
    backends: chosen('--backends', values.backends, Object.keys(BACKENDS) as Backend[]),
  };
}

function chosen<Word extends string>(option: string, text: string, words: readonly Word[]): Word[] {
  return text.split(',').map((said) => {
    const word = words.find((one) => one === said);
    if (word === undefined) throw new UsageError(`${option} takes ${words.join(', ')}.`);
    return word;
  });
}

/** The extension that is compared with: a worker that does next to nothing, with the same model. */
async function rawExtension(folder: string): Promise<string> {
  const to = join(folder, 'raw');
  mkdirSync(to);
  const manifest = {
    manifest_version: 3,
    name: 'raw',
    version: '1',
    permissions: ['unlimitedStorage'],
    background: { service_worker: 'raw.js' },
  };
  writeFileSync(join(to, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(to, 'raw.html'), '<!doctype html><title>raw</title>');
  writeFileSync(join(to, 'raw.js'), await bundleScript(root, join(root, 'src/cli/bench/raw/worker.ts')));
  cpSync(join(root, 'public', 'titles.bin'), join(to, 'titles.bin'));
  return to;
}

async function inChromium(
  beside: string,
  backend: Backend,
  size: number,
  { only, extension = join(root, '.output', 'chrome-mv3') }: Options,
): Promise<Measured> {
  const [person] = SYNTHETIC_PEOPLE;
  if (person === undefined) throw new Error('the synthetic network is empty');
  const sample = pageOf(person.profile);
  const features = BACKENDS[backend];
  const browser = await launchChromium({
    extension,
    samples: [sample],
    headless: true,
    standInForToolbarClick: true,
    beside,
    ...(features !== undefined && { features }),
  });
  try {
    const raw = await rawPage(browser);
    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/dashboard.html#/settings`);
    await page.evaluate(await bundleScript(root, join(root, 'src/cli/bench/raw/ours.ts')));
    const measured = await measure(browser, raw, page, size, only);
    if (only.has('popup')) await popups(browser, raw, page, captureOf(person.profile), sample.url, measured);
    return measured;
  } finally {
    await browser.close();
  }
}

async function rawPage(browser: ExtensionBrowser): Promise<Page> {
  const isRaw = (worker: { url(): string }) => worker.url().endsWith('/raw.js');
  const worker =
    browser.context.serviceWorkers().find(isRaw) ??
    (await browser.context.waitForEvent('serviceworker', { predicate: isRaw }));
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/raw.html`);
  await page.evaluate(await bundleScript(root, join(root, 'src/cli/bench/raw/limit.ts')));
  return page;
}

type Limit = typeof limit;
type Ours = typeof ours;

async function measure(
  browser: ExtensionBrowser,
  raw: Page,
  page: Page,
  size: number,
  only: ReadonlySet<Section>,
): Promise<Measured> {
  const measured: Measured = new Map();
  const least = (what: keyof Limit, ...input: unknown[]) => inPage(raw, 'limit', what, input);
  const own = (what: keyof Ours, ...input: unknown[]) => inPage(page, 'ours', what, input);
  await least('prepare', size);
  // The first write lays out the disk.
  await least('put');
  measured.set('put', await least('put'));
  measured.set('put with index', await least('putIndexed'));
  measured.set('put with ties', await least('putAll'));
  measured.set('getAll', await least('getAll'));
  measured.set('cursor', await least('cursor'));
  await send(page, 'me.set', { me: SYNTHETIC_ME });
  for (const goal of SYNTHETIC_GOALS) await send(page, 'goal.set', { goal });
  await send(page, 'settings.set', { settings: { onboarding: 'done' } });
  const importing = await watchBackground(browser, page);
  measured.set('read', await own('read', size));
  const saved = await own('confirm');
  measured.set('saved', saved);
  measured.set('classified', saved + (await own('derived')));
  const { heap, blocked } = await importing();
  measured.set('import: heap', heap);
  measured.set('import: blocked', blocked);
  if (only.has('letter')) measured.set('letter', await own('letter'));
  if (only.has('list')) {
    measured.set('list, readings new', await own('list'));
    measured.set('list', await own('list'));
  }
  if (only.has('save')) {
    measured.set('get and put', await repeated(CHANGES, () => least('ask', 'change')));
    measured.set('save', await repeated(CHANGES, () => own('change')));
  }
  if (only.has('export')) measured.set('export', await own('exported', 'csv'));
  if (only.has('restore') || only.has('derive')) {
    await own('exported', 'backup');
    const restoring = await watchBackground(browser, page);
    measured.set('read backup', await own('readBackup'));
    measured.set('restore', await own('restore'));
    measured.set('derive', await own('derived'));
    const after = await restoring();
    measured.set('restore: heap', after.heap);
    measured.set('restore: blocked', after.blocked);
  }
  return measured;
}

async function popups(
  browser: ExtensionBrowser,
  raw: Page,
  own: Page,
  capture: ReturnType<typeof captureOf>,
  url: string,
  measured: Measured,
): Promise<void> {
  const ask = () => inPage(raw, 'limit', 'ask', ['get']);
  measured.set('round trip', await repeated(COLD_RUNS, ask));
  const cold: number[] = [];
  for (let turn = 0; turn < COLD_RUNS; turn++) {
    await stopWorker(browser, raw);
    cold.push(await ask());
  }
  measured.set('cold round trip', median(cold));
  await send(own, 'contact.save', { capture });
  const page = await browser.context.newPage();
  await page.goto(url);
  await openOnce(browser, page, own);
  for (const state of ['warm', 'cold'] as const) {
    const paints: number[] = [];
    const answers: number[] = [];
    for (let turn = 0; turn < COLD_RUNS; turn++) {
      if (state === 'cold') await stopWorker(browser, own);
      const { paint, answer } = await openOnce(browser, page, own);
      paints.push(paint);
      answers.push(answer);
    }
    measured.set(`popup, ${state}`, median(paints));
    measured.set(`popup, ${state}: contact`, median(answers));
  }
}

async function inFirefox(size: number): Promise<Measured> {
  buildExtension(root, 'firefox');
  const firefox = await launchFirefox();
  try {
    const { page } = firefox;
    await page.goto(`${firefox.origin}/dashboard.html#/settings`, { waitUntil: [] });
    while (!(await page.evaluate(() => 'browser' in globalThis)))
      await new Promise((turn) => setTimeout(turn, 100));
    for (const name of ['limit', 'ours'])
      await page.evaluate(await bundleScript(root, join(root, `src/cli/bench/raw/${name}.ts`)));
    const ask = (part: 'limit' | 'ours', what: string, ...input: unknown[]) =>
      page.evaluate(
        (of, name, given) => Reflect.get(Reflect.get(globalThis, of), name)(...given) as Promise<number>,
        part,
        what,
        input,
      );
    const measured: Measured = new Map();
    await ask('limit', 'prepare', size);
    measured.set('put', await ask('limit', 'put'));
    measured.set('put with index', await ask('limit', 'putIndexed'));
    measured.set('put with ties', await ask('limit', 'putAll'));
    measured.set('getAll', await ask('limit', 'getAll'));
    measured.set('read', await ask('ours', 'read', size));
    const saved = await ask('ours', 'confirm');
    measured.set('saved', saved);
    measured.set('classified', saved + (await ask('ours', 'derived')));
    return measured;
  } finally {
    await firefox.close();
  }
}

/** Calls a function of a script that was put into a page. */
function inPage(page: Page, part: 'limit' | 'ours', what: string, input: unknown[]): Promise<number> {
  return page.evaluate(
    ([of, name, given]) => Reflect.get(Reflect.get(globalThis, of), name)(...given) as Promise<number>,
    [part, what, input] as const,
  );
}

async function repeated(times: number, once: () => Promise<number>): Promise<number> {
  await once();
  const all: number[] = [];
  for (let turn = 0; turn < times; turn++) all.push(await once());
  return median(all);
}

/** The reader of tables beside Papa Parse, in Node, on the same text. */
function csv(size: number, runs: number): Row[] {
  const text = variedConnections(size);
  const timed = (read: () => number) => {
    const start = performance.now();
    if (read() !== size + 1) throw new Error('a reader lost rows');
    return performance.now() - start;
  };
  const [own, theirs]: [number[], number[]] = [[], []];
  const chunks = Array.from({ length: Math.ceil(text.length / 65_536) }, (_, i) =>
    text.slice(i * 65_536, (i + 1) * 65_536),
  );
  for (let turn = 0; turn <= runs; turn++) {
    own.push(
      timed(() => {
        let rows = 0;
        for (const _ of csvRows(chunks, { separator: ',', maxRows: IMPORT_LIMITS.rows })) rows += 1;
        return rows;
      }),
    );
    theirs.push(timed(() => Papa.parse<string[]>(text, { delimiter: ',' }).data.length));
  }
  // The first turn is the compiler's.
  const measured: Measured = new Map([
    ['Papa Parse', median(theirs.slice(1))],
    ['csv', median(own.slice(1))],
  ]);
  return rowsOf(`${size} rows`, measured);
}
