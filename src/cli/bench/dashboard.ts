import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import type { AnalysisState, MessageName } from '../../messaging/protocol.ts';
import { buildExtension } from '../build.ts';
import { type ExtensionBrowser, launchChromium, stopWorker, until } from '../chromium.ts';
import { root } from '../root.ts';
import { fill } from '../seed/fill.ts';
import { syntheticContact } from '../seed/many.ts';
import { captureOf, send } from '../seed/seed.ts';
import { median, type Row } from './row.ts';

/** `WEITBLICK_BENCH_CONTACTS=10000,100000` measures other sizes. */
const SIZES = (process.env.WEITBLICK_BENCH_CONTACTS ?? '10000,100000').split(',').map(Number);
const GOALS: Record<number, string> = { 10000: 'at most 1 000 ms', 100000: 'at most 2 000 ms' };
const QUERIES = ['jorg', 'ber', 'head of data', 'klinikum grun', 'zurich law', 'conference'];

/** The dashboard and the background over synthetic contacts in headless Chromium. */
export async function run(): Promise<Row[]> {
  buildExtension(root);
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(...(await measure(size)));
  return rows;
}

async function measure(size: number): Promise<Row[]> {
  const browser = await launchChromium({
    extension: join(root, '.output', 'chrome-mv3'),
    samples: [],
    headless: true,
  });
  const rows: Row[] = [];
  const add = (what: string, figure: number, goal?: string) =>
    rows.push({
      what: `${size}: ${what}`,
      figure: Math.round(figure * 10) / 10,
      unit: 'ms',
      ...(goal && { goal }),
    });
  try {
    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/dashboard.html#/settings`);
    const { written, derived } = await fill(root, page, size);
    add('contacts written', written);
    add('derived in the background (classify, rows, digests)', derived);
    await stopWorker(browser, page);
    const first = await timeToRows(browser, size);
    add('cold dashboard, readings new: first row shown', first.first);
    add('cold dashboard, readings new: all rows there', first.all);
    await page.waitForTimeout(2_000);
    await stopWorker(browser, page);
    const again = await timeToRows(browser, size);
    add('cold dashboard: first row shown', again.first, GOALS[size]);
    add('cold dashboard: all rows there', again.all, GOALS[size]);
    const warm = await timeToRows(browser, size);
    add('warm dashboard: all rows there', warm.all);
    add('warm dashboard: processor time of the page', warm.processor);
    await cold(browser, page, add);
    await searches(page, add);
    await saves(page, add);
    await rooms(browser, page, add, GOALS[size]);
  } finally {
    await browser.close();
  }
  return rows;
}

/** From navigation to the first row on the screen, and to the moment when the list says how many there are. */
async function timeToRows(
  browser: ExtensionBrowser,
  size: number,
): Promise<{ first: number; all: number; processor: number }> {
  const page = await browser.context.newPage();
  try {
    const session = await browser.context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const start = performance.now();
    await page.goto(`${browser.origin}/dashboard.html#/contacts`, { waitUntil: 'commit' });
    await page.locator('[role=row] >> nth=1').or(page.locator('tbody tr').first()).waitFor();
    const first = performance.now() - start;
    const digits = new Intl.NumberFormat('en').format(size);
    await page.getByText(digits).first().waitFor({ timeout: 60_000 });
    const all = performance.now() - start;
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    return { first, all, processor: seconds * 1_000 };
  } finally {
    await page.close();
  }
}

/** What a popup asks, of a background that was stopped. */
async function cold(
  browser: ExtensionBrowser,
  page: Page,
  add: (what: string, figure: number, goal?: string) => void,
): Promise<void> {
  const profile = syntheticContact(3, 100).profile;
  const timed = async (name: MessageName, input: object) => {
    const start = await now(page);
    await send(page, name, input);
    return (await now(page)) - start;
  };
  await stopWorker(browser, page);
  add('cold background: the state of the network', await timed('network.get', {}), 'at most 400 ms');
  add('then: how a saved profile reads', await timed('contact.preview', { capture: captureOf(profile) }));
  add('then: what saving it would add', await timed('contact.marginal', { capture: captureOf(profile) }));
  add('warm: the state of the network', await timed('network.get', {}), 'at most 150 ms');
  await send(page, 'analysis.get', {});
  const start = performance.now();
  let slowest = 0;
  let state = '';
  while (state !== 'current' && performance.now() - start < 120_000) {
    slowest = Math.max(slowest, await timed('contact.get', { id: 'synthetic-1' }));
    ({ state } = (await send(page, 'analysis.get', {})) as { state: string });
    await page.waitForTimeout(20);
  }
  add('analysis of the whole network', performance.now() - start);
  add('a contact asked for meanwhile, slowest', slowest);
}

async function searches(
  page: Page,
  add: (what: string, figure: number, goal?: string) => void,
): Promise<void> {
  const times: number[] = [];
  await send(page, 'contact.search', { query: 'warm up', limit: 10 });
  for (const query of QUERIES) {
    const start = await now(page);
    await send(page, 'contact.search', { query, limit: 10 });
    times.push((await now(page)) - start);
  }
  add('search, median with the message', median(times), 'at most 16 ms');
  add('search, slowest', Math.max(...times));
}

async function saves(page: Page, add: (what: string, figure: number, goal?: string) => void): Promise<void> {
  const times: number[] = [];
  const nothing: number[] = [];
  for (let i = 0; i < 20; i++) {
    let start = await now(page);
    await send(page, 'contact.get', { id: 'nobody' });
    nothing.push((await now(page)) - start);
    start = await now(page);
    await send(page, 'contact.setOwn', { id: `synthetic-${i * 7}`, own: { note: `measured ${i}` } });
    times.push((await now(page)) - start);
    await page.waitForTimeout(300);
  }
  add('a message that finds nobody, median', median(nothing));
  add('one change of a contact, median with the message', median(times));
  add('one change of a contact, slowest', Math.max(...times));
}

/** From navigation, with the background stopped before, until a room that tells of the network is there as a whole. */
async function rooms(
  browser: ExtensionBrowser,
  page: Page,
  add: (what: string, figure: number, goal?: string) => void,
  goal: string | undefined,
): Promise<void> {
  await until('the analysis', async () => {
    const { state } = (await send(page, 'analysis.get', {})) as AnalysisState;
    return state === 'current' || undefined;
  });
  for (const room of ['today', 'goals', 'test', 'key', 'moves']) {
    await stopWorker(browser, page);
    const fresh = await browser.context.newPage();
    const start = performance.now();
    await fresh.goto(`${browser.origin}/dashboard.html#/${room}`, { waitUntil: 'commit' });
    await fresh.locator('main > :not(h1, .today-date, .loading)').first().waitFor();
    await fresh.waitForFunction(() => document.querySelector('.loading, [aria-busy=true]') === null);
    add(`cold dashboard: the room “${room}” is there as a whole`, performance.now() - start, goal);
    await fresh.close();
  }
}

const now = (page: Page) => page.evaluate(() => performance.now());
