import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type ExtensionBrowser, launchChromium } from '../chromium.ts';
import { RefusedError } from '../command.ts';
import { root } from '../root.ts';
import { fill } from '../seed/fill.ts';
import { watchBackground } from './background.ts';
import { connections } from './connections.ts';
import { countRead } from './countRead.ts';
import type { Row } from './row.ts';

const CONNECTIONS = 30_000;
const EXPORTED = 100_000;

/**
 * The room "Files" in Chromium, as a person uses it: a LinkedIn archive's 30 000 connections chosen, previewed,
 * confirmed, and read until every one is classified; and 100 000 contacts taken out as a table.
 */
export async function run(): Promise<Row[]> {
  const extension = join(root, '.output', 'chrome-mv3');
  if (!existsSync(extension))
    throw new RefusedError('There is no build to measure: run "npm run build" first.');
  return [...(await inChromium(extension, importing)), ...(await inChromium(extension, exporting))];
}

async function inChromium(
  extension: string,
  measure: (browser: ExtensionBrowser, page: Page) => Promise<Row[]>,
): Promise<Row[]> {
  const browser = await launchChromium({ extension, samples: [], headless: true });
  try {
    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/dashboard.html#/files`);
    return await measure(browser, page);
  } finally {
    await browser.close();
  }
}

async function importing(browser: ExtensionBrowser, page: Page): Promise<Row[]> {
  const watched = await watchBackground(browser, page);
  const start = performance.now();
  await page.setInputFiles('input[type=file]', {
    name: 'Connections.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(connections(CONNECTIONS)),
  });
  const confirm = page.locator('.actions button.primary');
  await confirm.waitFor({ timeout: 120_000 });
  const previewed = performance.now();
  await confirm.click();
  await page.locator('.actions a.primary').waitFor({ timeout: 120_000 });
  const saved = performance.now();
  await waitForAll(page, CONNECTIONS);
  const classified = performance.now();
  const { heap, blocked } = await watched();
  const seconds = (from: number, to: number) => Math.round((to - from) / 100) / 10;
  return [
    { what: '30 000 connections: chosen until the preview', figure: seconds(start, previewed), unit: 's' },
    { what: '30 000 connections: confirmed until saved', figure: seconds(previewed, saved), unit: 's' },
    {
      what: '30 000 connections: saved until classified and read',
      figure: seconds(saved, classified),
      unit: 's',
    },
    {
      what: '30 000 connections, all of it',
      figure: seconds(start, classified),
      unit: 's',
      goal: 'at most 30 s',
    },
    { what: "the background's heap at its highest", figure: heap, unit: 'MB', goal: 'under 300 MB' },
    { what: 'the background: longest without a turn for others', figure: blocked, unit: 'ms' },
  ];
}

async function exporting(browser: ExtensionBrowser, page: Page): Promise<Row[]> {
  await fill(root, page, EXPORTED);
  await page.goto(`${browser.origin}/dashboard.html#/files/export`);
  await page.reload();
  const button = page.locator('.actions button.primary');
  await button.waitFor();
  const take = async () => {
    const download = page.waitForEvent('download', { timeout: 120_000 });
    await button.click();
    await download;
  };
  const watched = await watchBackground(browser, page);
  const start = performance.now();
  await take();
  const took = Math.round((performance.now() - start) / 100) / 10;
  const { rise } = await watched();
  // Once more: to sweep before each look takes time.
  const swept = await watchBackground(browser, page, { sweep: true });
  await take();
  return [
    {
      what: '100 000 contacts to CSV, clicked until handed over',
      figure: took,
      unit: 's',
      goal: 'at most 10 s',
    },
    { what: "export: the background's heap, highest above the start", figure: rise, unit: 'MB' },
    {
      what: 'export: the same without what is garbage already (a second export)',
      figure: (await swept()).rise,
      unit: 'MB',
    },
  ];
}

/** Waits until every contact stands in the rows that lists read, classified. */
async function waitForAll(page: Page, count: number): Promise<void> {
  const end = Date.now() + 300_000;
  for (;;) {
    const left = await countRead(page);
    if (left >= count) return;
    if (Date.now() > end) throw new Error(`only ${left} of ${count} were classified`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
