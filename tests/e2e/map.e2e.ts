import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ExtensionBrowser } from '../../src/cli/chromium.ts';
import { launchSeeded } from './launch.ts';

let browser: ExtensionBrowser;
let page: Page;

beforeAll(async () => {
  ({ browser, page } = await launchSeeded(40));
});
afterAll(() => browser?.close());
afterEach(() => expect(browser.problems.splice(0)).toEqual([]));

const picture = () => page.getByRole('application');

async function enter(address: string): Promise<void> {
  await page.goto(`${browser.origin}/dashboard.html${address}`);
  await page.reload();
  await picture().waitFor();
  await page.waitForTimeout(300);
}

/** How many different colours a part of the picture shows: blank paper has one. */
async function coloursOf(): Promise<number> {
  return page.locator('.chart canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const seen = new Set<number>();
    for (let at = 0; at < data.length; at += 4)
      seen.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
    return seen.size;
  });
}

it('draws the picture, and says the same in words', async () => {
  await enter('#/map');
  expect(await coloursOf()).toBeGreaterThan(20);
  const counts = await page.locator('.map-words a[href*="distance="]').allTextContents();
  expect(counts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(40);
  await page.locator('.map-words a[href*="dailyWork"]').click();
  await page.getByText(/of 40 contacts/).waitFor();
});

it('is walked by keyboard, says who stands there, and opens them', async () => {
  await enter('#/map');
  await picture().focus();
  await page.keyboard.press('Home');
  const said = page.getByRole('status').filter({ hasText: 'Same function' });
  await expect.poll(() => said.textContent()).toMatch(/, Same function, Same industry$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('heading', { name: 'Career' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('application');
});

it('selects with a box, and hands those to the list', async () => {
  await enter('#/map');
  const box = await picture().boundingBox();
  if (box === null) throw new Error('the map has no place');
  await page.getByRole('button', { name: 'Select with a box' }).click();
  await page.mouse.move(box.x + 130, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 400, box.y + 200);
  await page.mouse.move(box.x + box.width - 10, box.y + box.height * 0.85);
  await page.mouse.up();
  const selected = page.getByText(/^\d+ selected$/);
  const count = Number.parseInt((await selected.textContent()) ?? '', 10);
  expect(count).toBeGreaterThan(10);
  await page.getByRole('link', { name: 'Show in Contacts' }).click();
  await page.getByText(`${count} of 40 contacts`).waitFor();
  await page.getByText('picked elsewhere').waitFor();
});

it('shows one layer, and those who serve one goal', async () => {
  await enter('#/map');
  const before = await page.locator('.map-words a[href*="dailyWork"]').textContent();
  await page.getByRole('button', { name: 'operational' }).click();
  expect(page.url()).toContain('layer=personal%2Cstrategic');
  await expect.poll(() => page.locator('.map-words a[href*="dailyWork"]').textContent()).not.toBe(before);
  await page
    .getByLabel('Contacts who serve this goal stand out')
    .selectOption({ label: 'Lead a team by 2028' });
  expect(page.url()).toContain('goal=synthetic-lead');
});

it('zooms by button and key, and back to the whole', async () => {
  await enter('#/map');
  const whole = await page.locator('.chart canvas').screenshot();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await picture().focus();
  await page.keyboard.press('+');
  await page.waitForTimeout(150);
  expect(whole.equals(await page.locator('.chart canvas').screenshot())).toBe(false);
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.mouse.move(0, 0);
  await expect.poll(async () => whole.equals(await page.locator('.chart canvas').screenshot())).toBe(true);
});

it('saves the picture as SVG that needs nothing, and as PNG', async () => {
  await enter('#/map');
  for (const format of ['SVG', 'PNG'] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Save the picture as ${format}` }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^weitblick-map-\d{4}-\d{2}-\d{2}\.(svg|png)$/);
    const bytes = readFileSync(await file.path());
    if (format === 'PNG') expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    else {
      const text = bytes.toString('utf8');
      expect(text).toContain('Leyla Brandt');
      expect(text.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|href|<script|NaN/);
    }
  }
});

it('lays out the affiliations in a worker, as an estimate', async () => {
  await enter('#/map/affiliations');
  await page.getByText('This is an estimate').waitFor();
  await expect.poll(coloursOf, { timeout: 10_000 }).toBeGreaterThan(10);
  await picture().focus();
  await page.keyboard.press('Home');
  await expect
    .poll(() => page.locator('p.hidden[role=status]').textContent())
    .toMatch(/employer or school, \d+ contacts/);
  await page.keyboard.press('Enter');
  await page.getByText(/^\d+ selected$/).waitFor();
});

it('has no findings of axe, in light and dark', { timeout: 180_000 }, async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const address of ['#/map', '#/map/affiliations']) {
      await enter(address);
      const { violations } = await new AxeBuilder({ page: page as never }).analyze();
      expect(violations.map(({ id, nodes }) => `${address}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
  }
});
