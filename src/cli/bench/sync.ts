import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { startApache } from '../../../tests/servers/apache.ts';
import { startFaults } from '../../../tests/servers/faults.ts';
import type { SyncAnswer, SyncStatus } from '../../messaging/sync.ts';
import { type ExtensionBrowser, launchChromium } from '../chromium.ts';
import { RefusedError } from '../command.ts';
import { root } from '../root.ts';
import { fill } from '../seed/fill.ts';
import { send } from '../seed/seed.ts';
import type { Row } from './row.ts';

/** `WEITBLICK_BENCH_CONTACTS=1000,100000` measures other sizes. */
const SIZES = (process.env.WEITBLICK_BENCH_CONTACTS ?? '1000,10000').split(',').map(Number);

/** Seconds that publishing and taking over may last; of other sizes none is set. */
const BUDGETS = new Map([
  [1_000, { publish: 3, takeOver: 3 }],
  [100_000, { publish: 75, takeOver: 120 }],
]);
const CHANGES_MS = 300;
const LISTING_BYTES = 25_000;

/** Two headless Chromium profiles over Apache on this machine: publishing, taking over, ten changes, nothing new. */
export async function run(): Promise<Row[]> {
  const extension = join(root, '.output', 'chrome-mv3');
  if (!existsSync(extension))
    throw new RefusedError('There is no build to measure: run "npm run build" first.');
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(...(await measure(extension, size)));
  return rows;
}

async function measure(extension: string, size: number): Promise<Row[]> {
  const rows: Row[] = [];
  const server = await startApache();
  const door = await startFaults(server.url);
  const place = { kind: 'webdav', url: server.url, user: server.user, password: server.password };
  const counted = { ...place, url: door.url };
  const hosts = ['http://127.0.0.1/*'];
  const browsers: ExtensionBrowser[] = [];
  const open = async () => {
    const browser = await launchChromium({ extension, samples: [], headless: true, hosts });
    browsers.push(browser);
    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/dashboard.html#/settings`);
    return page;
  };
  const add = (what: string, figure: number, unit: string, most?: number) =>
    rows.push({
      what: `${size}: ${what}`,
      figure: Math.round(figure * 100) / 100,
      unit,
      ...(most !== undefined && { goal: `at most ${most} ${unit}` }),
    });
  try {
    const [laptop, tablet] = [await open(), await open()];
    await fill(root, laptop, size);
    const budget = BUDGETS.get(size);
    let start = performance.now();
    const made = (await send(laptop, 'sync.setUp', { place, name: 'A' })) as SyncAnswer<{ code: string }>;
    if (!made.ok) throw new RefusedError(made.trouble);
    await inStep(laptop);
    add('publish', (performance.now() - start) / 1000, 's', budget?.publish);
    start = performance.now();
    await send(tablet, 'sync.join', { place: counted, name: 'B', code: made.code });
    await inStep(tablet);
    add('take over: stored', (performance.now() - start) / 1000, 's', budget?.takeOver);
    const ids = await someIds(laptop);
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      for (const id of ids)
        await send(laptop, 'contact.setOwn', { id, own: { nextStep: { text: `turn ${turn}` } } });
      start = performance.now();
      await send(laptop, 'sync.now', {});
      await send(tablet, 'sync.now', {});
      times.push(performance.now() - start);
    }
    add('ten changes out and in', times.sort((a, b) => a - b)[2] ?? 0, 'ms', CHANGES_MS);
    door.asked.length = 0;
    door.bytes = 0;
    await send(tablet, 'sync.now', {});
    add('nothing new: requests', door.asked.length, 'requests', 1);
    add('nothing new: bytes', door.bytes, 'B', LISTING_BYTES);
    return rows;
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await door.stop();
    await server.stop();
  }
}

/** Waits until a round has ended with nothing left to do. */
async function inStep(page: Page): Promise<void> {
  for (;;) {
    const status = (await send(page, 'sync.now', {})) as SyncStatus;
    if (!status.on || status.trouble !== null) throw new RefusedError(JSON.stringify(status));
    if (status.waiting === 0 && status.working === null && status.last !== null) return;
  }
}

async function someIds(page: Page): Promise<string[]> {
  const { rows } = (await send(page, 'contact.search', { query: 'a', limit: 10 })) as {
    rows: { id: string }[];
  };
  return rows.map(({ id }) => id);
}
