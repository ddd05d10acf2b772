import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from './browsers.js';
import { grant, openButton } from './chromium.ts';
import { root } from './root.ts';

export interface ExtensionFirefox {
  page: Page;
  /** `moz-extension://…`, without a slash at the end. */
  origin: string;
  /** The browser's name and version. */
  version(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Firefox with a copy of the extension as it was built, whose button on pages can be looked into. `hosts`: patterns
 * that the copy has as if they had been granted; what a browser asks cannot be clicked without a screen.
 */
export async function launchFirefox({ hosts = [] as readonly string[] } = {}): Promise<ExtensionFirefox> {
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
  grant(extension, hosts);
  await browser.installExtension(extension);
  return {
    page: await browser.newPage(),
    origin: `moz-extension://${uuid}`,
    version: async () => (await browser.version()).replace(/^firefox\//i, 'Firefox '),
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
