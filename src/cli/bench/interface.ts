import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { buildExtension } from '../build.ts';
import { type ExtensionBrowser, launchChromium } from '../chromium.ts';
import { root } from '../root.ts';
import { fill } from '../seed/fill.ts';
import type { Row } from './row.ts';

/** `WEITBLICK_BENCH_CONTACTS=10000` measures other sizes. */
const SIZES = (process.env.WEITBLICK_BENCH_CONTACTS ?? '10000,100000').split(',').map(Number);
/** Typed letter by letter; each key is one measurement. */
const TYPED = ['jorg falk', 'head of data', 'klinikum', 'zurich'];

/** What hands and eyes feel: keys of the search, scrolling, frames of the map, over synthetic contacts in Chromium. */
export async function run(): Promise<Row[]> {
  buildExtension(root);
  const rows: Row[] = [];
  for (const size of SIZES) {
    const browser = await launchChromium({
      extension: join(root, '.output', 'chrome-mv3'),
      samples: [],
      headless: true,
    });
    try {
      const page = await browser.context.newPage();
      await page.goto(`${browser.origin}/dashboard.html#/settings`);
      await fill(root, page, size);
      rows.push(...(await search(browser, page, size)));
      rows.push(...(await scroll(page, size)));
      rows.push(...(await map(browser, page, size)));
    } finally {
      await browser.close();
    }
  }
  return rows;
}

async function search(browser: ExtensionBrowser, page: Page, size: number): Promise<Row[]> {
  await page.goto(`${browser.origin}/dashboard.html#/contacts`);
  await page.reload();
  await allThere(page, size);
  // In the page: from the key until the list is drawn anew and laid out, without waiting for the next frame.
  const times = await page.evaluate(async (queries) => {
    const input = document.querySelector('input[role=searchbox]') as HTMLInputElement;
    const measured: number[] = [];
    for (const query of ['warm up', ...queries]) {
      for (let length = 1; length <= query.length; length++) {
        input.value = query.slice(0, length);
        const start = performance.now();
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        // The new state is applied in microtasks.
        for (let turn = 0; turn < 10; turn++) await Promise.resolve();
        document.querySelector('[role=grid]')?.getBoundingClientRect();
        if (query !== 'warm up') measured.push(performance.now() - start);
        await new Promise((done) => setTimeout(done, 120));
      }
    }
    return measured;
  }, TYPED);
  times.sort((a, b) => a - b);
  return [
    {
      what: `${size}: search, median of ${times.length} keys`,
      figure: tenth(middle(times)),
      unit: 'ms',
      goal: 'at most 16 ms',
    },
    {
      what: `${size}: search, slowest of 20 keys`,
      figure: tenth(times[Math.floor(times.length * 0.95)] ?? 0),
      unit: 'ms',
    },
  ];
}

async function scroll(page: Page, size: number): Promise<Row[]> {
  await page.locator('input[role=searchbox]').fill('');
  await page.waitForTimeout(500);
  // Wild scrolling: each frame somewhere else, and after each frame a look at what is drawn.
  const { blank, frames } = await page.evaluate(async () => {
    const table = document.querySelector('[role=grid]') as HTMLElement;
    const { top, bottom, left } = table.getBoundingClientRect();
    let blank = 0;
    const frames: number[] = [];
    let last = performance.now();
    for (let step = 0; step < 120; step++) {
      table.scrollTop = (table.scrollHeight * ((step * 37) % 100)) / 100 + step;
      await new Promise((done) => requestAnimationFrame(done));
      await new Promise((done) => setTimeout(done, 0));
      frames.push(performance.now() - last);
      last = performance.now();
      for (let y = top + 60; y < bottom - 10; y += 50) {
        if (document.elementFromPoint(left + 100, y)?.closest('[role=row]') === null) blank += 1;
      }
    }
    return { blank, frames: frames.sort((a, b) => a - b) };
  });
  return [
    {
      what: `${size}: blank places in 120 frames of wild scrolling`,
      figure: blank,
      unit: 'places',
      goal: 'none',
    },
    { what: `${size}: frame while scrolling, median`, figure: tenth(middle(frames)), unit: 'ms' },
  ];
}

async function map(browser: ExtensionBrowser, page: Page, size: number): Promise<Row[]> {
  const start = performance.now();
  await page.goto(`${browser.origin}/dashboard.html#/map`);
  await page.reload({ waitUntil: 'commit' });
  await page.locator('.chart canvas').waitFor();
  const first = performance.now() - start;
  await page.locator('.map-arriving').waitFor({ state: 'detached' });
  const whole = performance.now() - start;
  await page.waitForTimeout(500);
  const zooming = await framesOf(page, 60, { wheel: true });
  const hovering = await framesOf(page, 60, { wheel: false });
  return [
    { what: `${size}: map, first picture`, figure: Math.round(first), unit: 'ms' },
    { what: `${size}: map, everybody on it`, figure: Math.round(whole), unit: 'ms' },
    {
      what: `${size}: map, work of a frame while zooming, median`,
      figure: tenth(middle(zooming)),
      unit: 'ms',
      goal: 'at most 16 ms',
    },
    {
      what: `${size}: map, work of a frame while zooming, slowest of 20`,
      figure: tenth(zooming[Math.floor(zooming.length * 0.95)] ?? 0),
      unit: 'ms',
    },
    {
      what: `${size}: map, work of a frame while the pointer moves, median`,
      figure: tenth(middle(hovering)),
      unit: 'ms',
      goal: 'at most 16 ms',
    },
  ];
}

/** Milliseconds of work for each frame, sorted: handling the event, drawing, and the raster (a pixel is read). */
function framesOf(page: Page, count: number, { wheel }: { wheel: boolean }): Promise<number[]> {
  return page.evaluate(
    async ([frames, zoom]) => {
      const chart = document.querySelector('.chart') as HTMLElement;
      const canvas = chart.querySelector('canvas') as HTMLCanvasElement;
      chart.focus();
      let work = 0;
      const real = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (callback) =>
        real((time) => {
          const start = performance.now();
          callback(time);
          canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
          work += performance.now() - start;
        });
      const { left, top, width, height } = chart.getBoundingClientRect();
      const times: number[] = [];
      for (let step = 0; step < frames; step++) {
        const at = {
          clientX: left + width * (0.3 + 0.04 * ((step * 7) % 10)),
          clientY: top + height * (0.2 + 0.05 * ((step * 3) % 10)),
          bubbles: true,
          cancelable: true,
        };
        work = 0;
        const start = performance.now();
        chart.dispatchEvent(
          zoom
            ? new WheelEvent('wheel', { ...at, deltaY: step % 30 < 15 ? -160 : 160 })
            : new PointerEvent('pointermove', { ...at, pointerType: 'mouse' }),
        );
        // The new state is applied in microtasks.
        for (let turn = 0; turn < 10; turn++) await Promise.resolve();
        work += performance.now() - start;
        await new Promise<void>((done) => real(() => real(() => done())));
        times.push(work);
      }
      window.requestAnimationFrame = real;
      return times.sort((a, b) => a - b);
    },
    [count, wheel] as const,
  );
}

async function allThere(page: Page, size: number): Promise<void> {
  const count = new Intl.NumberFormat('en').format(size);
  await page.getByText(`${count} contacts`, { exact: true }).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1_000);
}

const middle = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)] ?? 0;
const tenth = (value: number) => Math.round(value * 10) / 10;
