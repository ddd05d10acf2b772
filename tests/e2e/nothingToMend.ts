import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** No finding of axe in light and dark, and nothing wider than half a window: 200 % of one 1280 pixels wide. */
export async function expectNothingToMend(page: Page, place: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(250);
    const { violations } = await new AxeBuilder({ page: page as never }).analyze();
    expect(violations.map(({ id, nodes }) => `${place}, ${colorScheme}: ${id} ${nodes[0]?.html}`)).toEqual(
      [],
    );
  }
  await page.setViewportSize({ width: 640, height: 800 });
  expect(
    await page.evaluate('document.documentElement.scrollWidth'),
    `${place} is too wide`,
  ).toBeLessThanOrEqual(640);
  await page.setViewportSize({ width: 1280, height: 800 });
}
