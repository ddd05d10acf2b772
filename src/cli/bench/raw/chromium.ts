import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bundleScript } from '../../bundle.ts';
import { type ExtensionBrowser, launchChromium, stopWorker } from '../../chromium.ts';
import { root } from '../../root.ts';
import { pageOf } from '../../seed/page.ts';
import { SYNTHETIC_GOALS, SYNTHETIC_ME, SYNTHETIC_PEOPLE } from '../../seed/people.ts';
import { captureOf, send } from '../../seed/seed.ts';
import { watchBackground } from '../background.ts';
import { openOnce } from '../popup.ts';
import { median } from '../row.ts';
import type { limit } from './limit.ts';
import type { ours } from './ours.ts';
import { BACKENDS, type Backend } from './runs.ts';
import type { Measured, Section } from './table.ts';

/** A cold start is another each time. */
const COLD_RUNS = 5;
const CHANGES = 15;
/** Each cold start takes some seconds; what it depends on shows up to here. */
const POPUP_UP_TO = 10_000;
/** A browser that has stopped answering holds the rest up no longer; a hundred thousand take some minutes. */
const PATIENCE_MS = 12 * 60_000;

/** The extension that is compared with: a worker that does next to nothing, with the same model. */
export async function rawExtension(folder: string): Promise<string> {
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

interface Run {
  /** The folder of the extension that is compared with. */
  beside: string;
  backend: Backend;
  size: number;
  only: ReadonlySet<Section>;
  /** A build to be measured; absent: the last one. */
  extension: string | undefined;
  /** Hears of a part that came to nothing; the others are measured all the same. */
  failed(part: string, error: unknown): void;
}

/** One run in a Chromium of its own, put down in `measured` as it goes; answers the browser's name and version. */
export async function inChromium(run: Run, measured: Measured): Promise<string> {
  const { beside, backend, size, only, extension = join(root, '.output', 'chrome-mv3') } = run;
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
  const watchdog = setTimeout(() => void browser.close(), PATIENCE_MS);
  try {
    const raw = await rawPage(browser);
    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/dashboard.html#/settings`);
    await page.evaluate(await bundleScript(root, join(root, 'src/cli/bench/raw/ours.ts')));
    await least(raw, size, measured);
    await imported(browser, page, size, measured);
    const tried = async (section: Section, work: () => Promise<void>) => {
      if (only.has(section)) await work().catch((error: unknown) => run.failed(section, error));
    };
    const own = (what: keyof Ours, ...input: unknown[]) => inPage(page, 'ours', what, input);
    await tried('letter', async () => {
      measured.set('letter', await own('letter'));
    });
    await tried('list', async () => {
      measured.set('list, readings new', await own('list'));
      measured.set('list', await own('list'));
    });
    await tried('save', async () => {
      measured.set('get and put', await repeated(CHANGES, () => inPage(raw, 'limit', 'ask', ['change'])));
      measured.set('save', await repeated(CHANGES, () => own('change')));
    });
    await tried('export', async () => {
      measured.set('export', await own('exported', 'csv'));
    });
    if (only.has('restore') || only.has('derive'))
      await restored(browser, page, measured).catch((error: unknown) => run.failed('restore', error));
    if (size <= POPUP_UP_TO)
      await tried('popup', () => popups(browser, raw, page, captureOf(person.profile), sample.url, measured));
    return `Chromium ${browser.context.browser()?.version() ?? ''}`.trim();
  } finally {
    clearTimeout(watchdog);
    await browser.close().catch(() => {});
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

/** What the browser itself needs. */
async function least(raw: Page, size: number, measured: Measured): Promise<void> {
  const ask = (what: keyof Limit, ...input: unknown[]) => inPage(raw, 'limit', what, input);
  await ask('prepare', size);
  // The first write lays out the disk.
  await ask('put');
  measured.set('put', await ask('put'));
  measured.set('put with index', await ask('putIndexed'));
  measured.set('put with ties', await ask('putAll'));
  measured.set('getAll', await ask('getAll'));
  measured.set('cursor', await ask('cursor'));
}

async function imported(
  browser: ExtensionBrowser,
  page: Page,
  size: number,
  measured: Measured,
): Promise<void> {
  const own = (what: keyof Ours, ...input: unknown[]) => inPage(page, 'ours', what, input);
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
}

/** A backup of all, and all of it in place of what is there; then everybody is derived anew. */
async function restored(browser: ExtensionBrowser, page: Page, measured: Measured): Promise<void> {
  const own = (what: keyof Ours, ...input: unknown[]) => inPage(page, 'ours', what, input);
  await own('exported', 'backup');
  const restoring = await watchBackground(browser, page);
  measured.set('read backup', await own('readBackup'));
  measured.set('restore', await own('restore'));
  measured.set('derive', await own('derived'));
  const { heap, blocked } = await restoring();
  measured.set('restore: heap', heap);
  measured.set('restore: blocked', blocked);
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
