import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import type { Page } from 'playwright-core';
import { extractProfile } from '../../capture/registry.ts';
import { type ExtensionBrowser, launchChromium } from '../chromium.ts';
import { RefusedError } from '../command.ts';
import { root } from '../root.ts';
import { readSamples, type Sample } from '../samples.ts';
import { generatePages, judge } from './pages/judge.ts';
import { median, type Row } from './row.ts';

/** Fresh pages that each sample is read in, and readings of one page after its first. */
const COLD_RUNS = 5;
const WARM_RUNS = 15;
const PAGE_BYTES = 1_000_000;
const PAGE_ELEMENTS = 10_000;
const NAVIGATIONS = 200;
/** Rounds of the written pages, each in every language of its template. */
const ROUNDS = 3;
const SEED = 20_261_128;
/** Runs the build's own reader, in slices as the click does, to its end; in the page, by its source. */
const READ = 'globalThis.eval(globalThis.reader).then(() => undefined)';

/**
 * How long a capture keeps a page's main thread busy, in Chromium: the whole reader of the build is evaluated and
 * run as the click does it, on the sample pages and on the same pages grown to 1 MB and 10 000 elements. `first`
 * is a page that was never read (compiling the reader included), `again` a later reading of it; both are the time
 * that the main thread worked, with 1 to 2 ms for asking. Before them what is read of written pages of persons and
 * of nobody, in the manner of many templates (half of them were held out of the reader's making). Then the memory
 * of a page with the content script, before and after 200 navigations inside the site.
 */
export async function run(): Promise<Row[]> {
  const build = join(root, '.output', 'chrome-mv3');
  let reader: string;
  try {
    reader = readFileSync(join(build, 'capture.js'), 'utf8');
  } catch {
    throw new RefusedError('There is no build to measure: run "npm run build" first.');
  }
  const samples = readSamples(root);
  const browser = await launchChromium({ extension: build, samples, headless: true });
  try {
    const rows: Row[] = writtenPages();
    for (const sample of samples) {
      rows.push(...(await timesOf(browser, sample, reader)));
      rows.push(...(await timesOf(browser, grown(sample), reader)));
    }
    const profile = samples.find(({ page }) => page === 'linkedin/classic-en');
    if (profile !== undefined) rows.push(...(await memoryOf(browser, profile)));
    return rows;
  } finally {
    await browser.close();
  }
}

async function timesOf(
  browser: ExtensionBrowser,
  { url, about, html }: Sample,
  reader: string,
): Promise<Row[]> {
  const first: number[] = [];
  const again: number[] = [];
  for (let run = 0; run < COLD_RUNS; run++) {
    const page = await browser.context.newPage();
    await page.route(/^https:/, (route) =>
      route.request().resourceType() === 'document'
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort(),
    );
    await page.goto(url);
    const clock = await clockOf(page);
    // Handed over before the clock starts; only evaluating and running it is measured.
    await page.evaluate((source) => void Object.assign(globalThis, { reader: source }), reader);
    for (let reading = 0; reading <= WARM_RUNS; reading++) {
      const start = await clock();
      await page.evaluate(READ);
      (reading === 0 ? first : again).push((await clock()) - start);
    }
    await page.close();
  }
  return [
    ms(`${about}, first, median of ${COLD_RUNS}`, median(first)),
    ms(`${about}, first, slowest of ${COLD_RUNS}`, Math.max(...first)),
    ms(`${about}, again, median of ${COLD_RUNS * WARM_RUNS}`, median(again)),
  ];
}

/** What is read of the written pages, without a browser. */
function writtenPages(): Row[] {
  const pages = generatePages(SEED, ROUNDS).map((page) => {
    const { document, close } = parseHtml(page.html, page.url);
    const verdict = judge(extractProfile(document, page.url), page.truth);
    close();
    return { ...page, ...verdict };
  });
  const share = (of: typeof pages, goal: number, what: string): Row => ({
    what: `${what}, ${of.length} pages of ${new Set(of.map(({ template }) => template)).size} templates`,
    figure: Math.round((of.filter(({ right }) => right).length / of.length) * 1_000) / 1_000,
    unit: 'share',
    goal: `at least ${goal}`,
  });
  return [false, true].flatMap((heldOut) => {
    const mine = pages.filter((page) => page.heldOut === heldOut);
    const persons = mine.filter(({ truth }) => truth.person !== null);
    const teams = mine.filter(({ truth }) => truth.person === null && (truth.candidates?.length ?? 0) > 0);
    const nobody = mine.filter(({ truth }) => truth.person === null && (truth.candidates?.length ?? 0) === 0);
    const fields = persons.reduce((sum, page) => sum + page.fields, 0);
    const outOf = persons.reduce((sum, page) => sum + page.outOf, 0);
    const kind = heldOut ? 'templates held out' : 'templates known';
    return [
      share(persons, 0.95, `person right, ${kind}`),
      share(teams, 0.95, `all members offered, ${kind}`),
      share(nobody, 0.99, `refused, ${kind}`),
      {
        what: `values right, ${kind}, of ${outOf}`,
        figure: Math.round((fields / outOf) * 1_000) / 1_000,
        unit: 'share',
        goal: 'at least 0.93',
      },
    ];
  });
}

function parseHtml(html: string, url: string): { document: Document; close: () => void } {
  const window = new Window({ url });
  const document = new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
  return { document, close: () => void window.happyDOM.abort() };
}

/** Time that the page's main thread has worked so far, in milliseconds; other programs on the machine don't count. */
async function clockOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1_000;
  };
}

/** Heap and nodes of a page with the content script, garbage collected, before and after moving about inside the site. */
async function memoryOf(browser: ExtensionBrowser, { url }: Sample): Promise<Row[]> {
  const page = await browser.context.newPage();
  await page.goto(url);
  await moveAbout(page, 20);
  const before = await measure(page);
  await moveAbout(page, NAVIGATIONS);
  const after = await measure(page);
  await page.close();
  return [
    { what: `heap before ${NAVIGATIONS} navigations`, figure: kB(before.heap), unit: 'kB' },
    {
      what: `heap more after them`,
      figure: kB(after.heap - before.heap),
      unit: 'kB',
      goal: 'below 100 kB, 0.5 kB a navigation',
    },
    { what: 'nodes more after them', figure: after.nodes - before.nodes, unit: 'nodes', goal: 'below 10' },
    {
      what: 'listeners more after them',
      figure: after.listeners - before.listeners,
      unit: 'listeners',
      goal: 'below 10',
    },
  ];
}

/** Changes the address as the site does, from person to person and to pages of nobody, and back at the end. */
async function moveAbout(page: Page, times: number): Promise<void> {
  const home = new URL(page.url()).pathname;
  for (let step = 1; step <= times; step++) {
    const path = step === times ? home : step % 3 === 0 ? '/feed/' : `/in/invented-${step}/`;
    await page.evaluate((address) => history.pushState({}, '', address), path);
    await page.waitForTimeout(25);
  }
  await page.waitForTimeout(500);
}

async function measure(page: Page): Promise<{ heap: number; nodes: number; listeners: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (let round = 0; round < 3; round++) {
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(200);
  }
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners') };
}

/** The same page at its own address with a feed of other people's posts in it: 1 MB, 10 000 elements. */
function grown(sample: Sample): Sample {
  const elements = sample.html.split('<').length / 2;
  const posts = Math.ceil((PAGE_ELEMENTS - elements) / 8);
  const filler = Math.max(40, Math.floor((PAGE_BYTES - sample.html.length) / posts) - 260);
  const post = (index: number) =>
    `<li class="_a${index}"><div class="feed-item" data-id="urn:li:activity:${index}"><a href="/in/other-${index}/"><span aria-hidden="true">Other Person ${index}</span></a><p>${'words of somebody else '.repeat(Math.ceil(filler / 23)).slice(0, filler)}</p><span>${index} comments</span><button><span>Like</span></button></div></li>`;
  const feed = `<section><h2>Activity</h2><ul>${Array.from({ length: posts }, (_, index) => post(index)).join('')}</ul></section>`;
  const end = sample.html.includes('</main>') ? '</main>' : '</body>';
  return {
    ...sample,
    about: `${sample.about}, 1 MB and 10 000 elements`,
    html: sample.html.replace(end, `${feed}${end}`),
  };
}

function ms(what: string, time: number): Row {
  return { what, figure: Math.round(time * 10) / 10, unit: 'ms', goal: 'below 50 ms' };
}

function kB(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}
