import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import puppeteer, { type Browser, type Page as FirefoxPage } from 'puppeteer-core';
import { findBrowser } from '../../src/cli/browsers.js';
import { type ExtensionBrowser, launchChromium, openButton } from '../../src/cli/chromium.ts';
import { root } from '../../src/cli/root.ts';
import { seed } from '../../src/cli/seed/seed.ts';

/** The build that the suites look at. */
export const BUILT = join(root, '.output', 'chrome-mv3');

/** Chromium with the extension as it was built, in English; unless told otherwise without any page to read. */
export function launchBuilt(
  options: Partial<Parameters<typeof launchChromium>[0]> = {},
): Promise<ExtensionBrowser> {
  return launchChromium({ extension: BUILT, samples: [], headless: true, ...options });
}

/** The same with a page of the extension over a synthetic network of so many contacts. */
export async function launchSeeded(count: number): Promise<{ browser: ExtensionBrowser; page: Page }> {
  const browser = await launchBuilt();
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/dashboard.html#/settings`);
  await seed(page, count);
  return { browser, page };
}

export interface ExtensionFirefox {
  page: FirefoxPage;
  /** `moz-extension://…`, without a slash at the end. */
  origin: string;
  close(): Promise<void>;
}

/** Firefox with a copy of the extension as it was built, whose button on pages can be looked into. */
export async function launchFirefox(): Promise<ExtensionFirefox> {
  const uuid = '7d2f0c5e-4a51-4f0e-9f44-2f7c0a4b7e11';
  const folder = mkdtempSync(join(tmpdir(), 'weitblick-firefox-'));
  const browser: Browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox') ?? '',
    headless: true,
    enableExtensions: true,
    userDataDir: join(folder, 'profile'),
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ 'weitblick@weitblick.example': uuid }),
      'intl.locale.requested': 'en-US',
    },
  });
  const extension = join(folder, 'weitblick');
  cpSync(join(root, '.output', 'firefox-mv3'), extension, { recursive: true });
  openButton(extension);
  await browser.installExtension(extension);
  return {
    page: await browser.newPage(),
    origin: `moz-extension://${uuid}`,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
