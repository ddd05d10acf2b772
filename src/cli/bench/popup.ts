import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { buildExtension } from '../build.ts';
import { type ExtensionBrowser, launchChromium, openRealPopup, stopWorker } from '../chromium.ts';
import { root } from '../root.ts';
import { fill } from '../seed/fill.ts';
import { pageOf } from '../seed/page.ts';
import { SYNTHETIC_PEOPLE } from '../seed/people.ts';
import { captureOf, seed, send } from '../seed/seed.ts';
import { type PopupTimes, popupTimes } from './popupTimes.ts';
import type { Row } from './row.ts';

/** `WEITBLICK_BENCH_CONTACTS=100000` measures other sizes. */
const SIZES = (process.env.WEITBLICK_BENCH_CONTACTS ?? '40,10000').split(',').map(Number);
const RUNS = 7;

/**
 * How soon the real popup of a saved contact paints and answers, in Chromium over a synthetic network: with the
 * background running (warm) and after the browser has stopped it (cold). Medians of seven.
 */
export async function run(): Promise<Row[]> {
  buildExtension(root);
  const [person] = SYNTHETIC_PEOPLE;
  if (person === undefined) throw new Error('the synthetic network is empty');
  const sample = pageOf(person.profile);
  const rows: Row[] = [];
  for (const size of SIZES) {
    const browser = await launchChromium({
      extension: join(root, '.output', 'chrome-mv3'),
      samples: [sample],
      headless: true,
      standInForToolbarClick: true,
    });
    try {
      const page = await browser.context.newPage();
      const own = await browser.context.newPage();
      await own.goto(`${browser.origin}/dashboard.html#/settings`);
      if (size <= SYNTHETIC_PEOPLE.length) await seed(own, size);
      else await fill(root, own, size);
      await send(own, 'contact.save', { capture: captureOf(person.profile) });
      await page.goto(sample.url);
      for (const state of ['warm', 'cold'] as const) {
        const times: PopupTimes[] = [];
        for (let turn = 0; turn < RUNS; turn++) {
          if (state === 'cold') await stopWorker(browser, own);
          times.push(await openOnce(browser, page, own));
        }
        const of = (what: keyof PopupTimes) => Math.round(middle(times.map((time) => time[what])));
        rows.push(
          {
            what: `${size} contacts, ${state}: first paint`,
            figure: of('paint'),
            unit: 'ms',
            goal: state === 'warm' ? 'at most 150 ms' : 'at most 400 ms',
          },
          { what: `${size} contacts, ${state}: the contact stands there`, figure: of('answer'), unit: 'ms' },
        );
      }
    } finally {
      await browser.close();
    }
  }
  return rows;
}

/** Opens the real popup once over the page of a saved contact; `own` is any page of the extension. */
export async function openOnce(browser: ExtensionBrowser, page: Page, own: Page): Promise<PopupTimes> {
  await page.bringToFront();
  const popup = await openRealPopup(browser, own);
  // Looked for in the popup itself: asked from here it would be seen some fifty milliseconds later.
  const answer = await popup.evaluate(`new Promise((seen) => {
    const end = performance.now() + 20_000;
    (function look() {
      if (document.querySelector('[data-screen=saved]') !== null) seen(performance.now());
      else if (performance.now() > end) seen(undefined);
      else setTimeout(look, 2);
    })();
  })`);
  if (typeof answer !== 'number') throw new Error('waited in vain for the contact in the popup');
  const times = { ...(await popupTimes(popup)), answer };
  await popup.close();
  return times;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
