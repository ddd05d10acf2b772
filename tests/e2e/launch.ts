import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type ExtensionBrowser, launchChromium } from '../../src/cli/chromium.ts';
import { root } from '../../src/cli/root.ts';
import { seed } from '../../src/cli/seed/seed.ts';

export { type ExtensionFirefox, launchFirefox } from '../../src/cli/firefox.ts';

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
