import { existsSync, readdirSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { startApache } from '../../../tests/servers/apache.ts';
import { startFaults } from '../../../tests/servers/faults.ts';
import type { SyncAnswer, SyncStatus } from '../../messaging/sync.ts';
import { type ExtensionBrowser, launchChromium } from '../chromium.ts';
import { RefusedError } from '../command.ts';
import { root } from '../root.ts';
import { fill, pendingIn, writeContacts } from '../seed/fill.ts';
import { syntheticContact } from '../seed/many.ts';
import { SYNTHETIC_PEOPLE } from '../seed/people.ts';
import { captureOf, send } from '../seed/seed.ts';
import { watchBackground } from './background.ts';
import { countRead } from './countRead.ts';
import { processorSeconds } from './processor.ts';
import { median, type Row } from './row.ts';

/** `WEITBLICK_BENCH_CONTACTS=1000,100000` measures other sizes. */
const SIZES = (process.env.WEITBLICK_BENCH_CONTACTS ?? '1000,10000').split(',').map(Number);

interface Budget {
  publish: number;
  stored: number;
  first?: number;
  derived?: number;
  megabytes?: number;
}
/** Seconds, and megabytes on the storage; of other sizes none is set. */
const BUDGETS = new Map<number, Budget>([
  [1_000, { publish: 3, stored: 3 }],
  [100_000, { publish: 75, stored: 120, first: 10, derived: 300, megabytes: 60 }],
]);
const CHANGES_MS = 300;
const CHANGES_REQUESTS = 5;
const LISTING_BYTES = 25_000;
const BYTES = { one: 400, ten: 1_200, person: 700 } as const;
const HEAP_MB = 250;
const SAVE_MS = 2;
/** So many are looked for when somebody takes over a large network. */
const FIRST = 5_000;
/** Above this the laptop's rows are not derived before it publishes: nothing of it is needed. */
const MANY = 20_000;

/**
 * Two headless Chromium profiles over Apache on this machine: publishing, taking over, changes, nothing new, a save.
 * Clock and processor are said: where the load is high the clock tells of the machine.
 */
export async function run(): Promise<Row[]> {
  const extension = process.env.WEITBLICK_BENCH_BUILD ?? join(root, '.output', 'chrome-mv3');
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
    return { browser, page };
  };
  const add = (what: string, figure: number, unit: string, most?: number) => {
    const rounded = Math.round(figure * 100) / 100;
    const goal = most === undefined ? {} : { goal: `at most ${most} ${unit}` };
    process.stderr.write(`sync: ${size}: ${what}: ${rounded} ${unit} (load ${loadavg()[0]?.toFixed(1)})\n`);
    rows.push({ what: `${size}: ${what}`, figure: rounded, unit, ...goal });
  };
  /** Measures by the clock and by the processor until the work is done. */
  const timed = async (
    what: string,
    { profile }: ExtensionBrowser,
    most: number | undefined,
    work: () => Promise<unknown>,
  ) => {
    const [start, before] = [performance.now(), processorSeconds(profile)];
    await work();
    add(what, (performance.now() - start) / 1000, 's', most);
    const after = processorSeconds(profile);
    if (before !== null && after !== null) add(`${what}, processor of the browser`, after - before, 's');
  };
  try {
    const [laptop, tablet] = [await open(), await open()];
    const budget = BUDGETS.get(size);
    if (size < MANY) await fill(root, laptop.page, size);
    else await writeContacts(root, laptop.page, size);
    const ids = Array.from({ length: 10 }, (_, i) => syntheticContact(i * 7, size).id);
    const [one = ''] = ids;
    const off = await saves(laptop.page, one);

    const publishing = await watchBackground(laptop.browser, laptop.page);
    let code = '';
    await timed('publish', laptop.browser, budget?.publish, async () => {
      const made = (await send(laptop.page, 'sync.setUp', { place, name: 'A' })) as SyncAnswer<{
        code: string;
      }>;
      if (!made.ok) throw new RefusedError(made.trouble);
      code = made.code;
      await inStep(laptop.page);
    });
    add('publish: heap of the background', (await publishing()).heap, 'MB', HEAP_MB);
    add('on the storage', lengthOf(server.files) / 1e6, 'MB', budget?.megabytes);

    const taking = await watchBackground(tablet.browser, tablet.page);
    const start = performance.now();
    const seconds = () => (performance.now() - start) / 1000;
    await send(tablet.page, 'sync.join', { place: counted, name: 'B', code });
    const first = shown(tablet.page, Math.min(FIRST, size)).then(seconds);
    await timed('take over: stored', tablet.browser, budget?.stored, () => inStep(tablet.page));
    add(`take over: first ${Math.min(FIRST, size)} shown`, await first, 's', budget?.first);
    await shown(tablet.page, size);
    while ((await pendingIn(tablet.page)) > 0) await pause(200);
    add('take over: derived', seconds(), 's', budget?.derived);
    add('take over: heap of the background', (await taking()).heap, 'MB', HEAP_MB);

    const times: number[] = [];
    let requests = 0;
    for (let turn = 0; turn < 5; turn++) {
      for (const id of ids) await edit(laptop.page, id, `turn ${turn}`);
      const begun = performance.now();
      await send(laptop.page, 'sync.now', {});
      door.asked.length = 0;
      await send(tablet.page, 'sync.now', {});
      requests = Math.max(requests, door.asked.length + 3);
      times.push(performance.now() - begun);
    }
    add('ten changes out and in', median(times), 'ms', CHANGES_MS);
    add('ten changes out and in: requests', requests, 'requests', CHANGES_REQUESTS);
    add('ten changes: bytes', newest(server.files), 'B', BYTES.ten);
    await edit(laptop.page, one, 'call again in May');
    await send(laptop.page, 'sync.now', {});
    add('one change: bytes', newest(server.files), 'B', BYTES.one);
    const [person] = SYNTHETIC_PEOPLE;
    if (person !== undefined) {
      await send(laptop.page, 'contact.save', { capture: captureOf(person.profile) });
      await send(laptop.page, 'sync.now', {});
      add('a new contact with the page read: bytes', newest(server.files), 'B');
    }
    await send(tablet.page, 'sync.now', {});
    door.asked.length = 0;
    door.bytes = 0;
    await send(tablet.page, 'sync.now', {});
    add('nothing new: requests', door.asked.length, 'requests', 1);
    add('nothing new: bytes', door.bytes, 'B', LISTING_BYTES);
    const on = await saves(laptop.page, one);
    add('one save: more than without sync', on - off, 'ms', SAVE_MS);
    return rows;
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await door.stop();
    await server.stop();
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function edit(page: Page, id: string, text: string): Promise<unknown> {
  return send(page, 'contact.setOwn', { id, own: { nextStep: { text } } });
}

/** The median time of a save, in milliseconds; the first, in which everything is met anew, are none. */
async function saves(page: Page, id: string): Promise<number> {
  const times: number[] = [];
  for (let i = -20; i < 60; i++) {
    const start = performance.now();
    await edit(page, id, `save ${i}`);
    if (i >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

/** Waits until a round has ended with nothing left to do. */
async function inStep(page: Page): Promise<void> {
  for (;;) {
    const status = (await send(page, 'sync.now', {})) as SyncStatus;
    if (!status.on || status.trouble !== null) throw new RefusedError(JSON.stringify(status));
    if (status.waiting === 0 && status.working === null && status.last !== null) return;
  }
}

/** Waits until so many contacts stand in the lists. */
async function shown(page: Page, count: number): Promise<void> {
  while ((await countRead(page)) < count) await pause(250);
}

function filesUnder(folder: string): { name: string; bytes: number; at: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.wb'))
    .map((entry) => {
      const { size, mtimeMs } = statSync(join(entry.parentPath, entry.name));
      return { name: entry.name, bytes: size, at: mtimeMs };
    });
}

function lengthOf(folder: string): number {
  return filesUnder(folder).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The length of the changes that were sent last. */
function newest(folder: string): number {
  const changes = filesUnder(folder).filter(({ name }) => name.startsWith('d-'));
  return changes.sort((a, b) => b.at - a.at)[0]?.bytes ?? 0;
}
