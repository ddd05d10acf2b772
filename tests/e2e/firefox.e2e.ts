import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../../src/cli/browsers.js';
import { readSamples, type Sample } from '../../src/cli/samples.ts';

const root = join(import.meta.dirname, '..', '..');
const [jana] = readSamples(root) as [Sample];
const UUID = '7d2f0c5e-4a51-4f0e-9f44-2f7c0a4b7e11';

let browser: Browser;
let page: Page;
let profile: string;

beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'weitblick-firefox-'));
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox') ?? '',
    headless: true,
    enableExtensions: true,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ 'weitblick@weitblick.example': UUID }),
      'intl.locale.requested': 'en-US',
    },
  });
  await browser.installExtension(join(root, '.output', 'firefox-mv3'));
  page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url() === jana.url)
      void request.respond({ contentType: 'text/html; charset=utf-8', body: jana.html });
    else void request.abort();
  });
});
afterAll(async () => {
  await browser?.close();
  rmSync(profile, { recursive: true, force: true });
});

const label = () =>
  page.evaluate(
    () => document.querySelector('weitblick-save')?.shadowRoot?.querySelector('button')?.textContent ?? null,
  );

it('saves a contact by a click on the page, and shows it in the dashboard', async () => {
  await page.goto(jana.url);
  await expect.poll(label, { timeout: 20_000 }).toBe('Save contact');
  const box = await page.evaluate(() =>
    document.querySelector('weitblick-save')?.getBoundingClientRect().toJSON(),
  );
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(label, { timeout: 20_000 }).toBe('Saved');

  const dashboard = await browser.newPage();
  await dashboard.goto(`moz-extension://${UUID}/dashboard.html`, { waitUntil: [] });
  await expect
    .poll(() => dashboard.evaluate(() => document.body?.textContent ?? ''), { timeout: 20_000 })
    .toContain('Jana Bergmann');
  const badges = await dashboard.evaluate(async () => {
    interface Firefox {
      tabs: { query(filter: object): Promise<{ id: number }[]> };
      action: { getBadgeText(of: { tabId: number }): Promise<string> };
    }
    const { browser: firefox } = globalThis as unknown as { browser: Firefox };
    const tabs = await firefox.tabs.query({});
    return Promise.all(tabs.map(({ id }) => firefox.action.getBadgeText({ tabId: id })));
  });
  expect(badges).toContain('·');
});
