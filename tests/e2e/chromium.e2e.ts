import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type ExtensionBrowser, openedPopup, openRealPopup } from '../../src/cli/chromium.ts';
import { root } from '../../src/cli/root.ts';
import { readSamples, type Sample } from '../../src/cli/samples.ts';
import { send } from '../../src/cli/seed/seed.ts';
import { launchBuilt } from './launch.ts';

const [jana, ruetli] = readSamples(root) as [Sample, Sample];
/** The page of one person at the address of another, and pages that are nobody's. */
const OTHER: Sample = { ...jana, url: 'https://www.linkedin.com/in/somebody-else/' };
const WALL: Sample = {
  ...jana,
  url: 'https://www.linkedin.com/authwall',
  html: '<title>Sign Up | LinkedIn</title><h1>Join</h1>',
};
const LOADING: Sample = {
  ...jana,
  url: 'https://www.linkedin.com/in/still-loading/',
  html: '<title>LinkedIn</title><main></main>',
};

let browser: ExtensionBrowser;
let page: Page;
let dashboard: Page;

beforeAll(async () => {
  browser = await launchBuilt({
    samples: [...readSamples(root), OTHER, WALL, LOADING],
    standInForToolbarClick: true,
  });
  page = await browser.context.newPage();
  dashboard = await browser.context.newPage();
  await dashboard.goto(`${browser.origin}/dashboard.html`);
});
afterAll(() => browser?.close());
afterEach(() => expect(browser.problems.splice(0)).toEqual([]));

const saved = async () => (await send(dashboard, 'network.get', {})).contactCount;

async function visit(url: string): Promise<void> {
  await page.bringToFront();
  await page.goto(url);
}

async function badge(): Promise<string> {
  return dashboard.evaluate(async () => {
    interface Chrome {
      tabs: { query(filter: object): Promise<{ id: number }[]> };
      action: { getBadgeText(of: { tabId: number }): Promise<string> };
    }
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab ? chrome.action.getBadgeText({ tabId: tab.id }) : 'no tab';
  });
}

/** Clicks as a person does; answers what the popup says of it, which opens by itself. */
async function clickFor(text: string, click = () => saveButton().click()): Promise<void> {
  await click();
  const popup = await openedPopup(browser, dashboard);
  await popup.waitForText(text);
  await popup.close();
  expect(await saveButton().count()).toBe(1);
}

const saveButton = () => page.getByRole('button', { name: 'Save contact', exact: true });

/** Stops the background as the browser does after 30 s of rest. */
async function killWorker(): Promise<void> {
  const session = await browser.context.newCDPSession(dashboard);
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { targetId, type } of targetInfos) {
    if (type === 'service_worker') await session.send('Target.closeTarget', { targetId });
  }
}

it('marks an unsaved profile, saves it once for two quick clicks, and shows the fit', async () => {
  await send(dashboard, 'goal.set', {
    goal: {
      id: 'g1',
      kind: 'changeJob',
      title: 'Into energy',
      target: { nace2: '35', companies: [], skills: [] },
      horizon: 'present',
      weight: 2,
      state: 'active',
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    },
  });
  await visit(jana.url);
  await saveButton().waitFor();
  await expect.poll(badge).toBe('+');
  await clickFor('Saved from', () => saveButton().dblclick());
  expect(Number(await badge())).toBeGreaterThan(50);
  expect(await saved()).toBe(1);
});

it('loses nothing when the background dies between click and popup', async () => {
  await killWorker();
  await page.bringToFront();
  const popup = await openRealPopup(browser, dashboard);
  await popup.waitForText('Jana Bergmann');
  await popup.waitForText('Into energy');
  await popup.waitForText('Saved from');
  expect(await popup.evaluate('document.scripts.length')).toBe(1);
  await popup.evaluate('window.close()');
  expect(await saved()).toBe(1);
});

it('saves anew from a saved profile, by keyboard', async () => {
  await visit(jana.url);
  await expect.poll(badge).toMatch(/\d/);
  await saveButton().focus();
  await clickFor('Saved from', () => page.keyboard.press('Enter'));
  expect(await saved()).toBe(1);
});

it('ignores clicks that a script of the page makes', async () => {
  await visit(ruetli.url);
  await page.getByRole('button', { name: 'Save contact' }).waitFor();
  await page.evaluate(() =>
    document.querySelector('[data-weitblick]')?.shadowRoot?.querySelector('button')?.click(),
  );
  await page.waitForTimeout(300);
  expect(await page.getByRole('button', { name: 'Save contact' }).count()).toBe(1);
  expect(await saved()).toBe(1);
});

it('ignores clicks while the page hides the button under something else', async () => {
  await page.evaluate(() => {
    document.documentElement.style.opacity = '0.01';
  });
  await page.getByRole('button', { name: 'Save contact' }).click();
  await page.waitForTimeout(300);
  expect(await saved()).toBe(1);
});

it.each([
  ['moves it under the pointer', "host.style.setProperty('left', '600px', 'important')"],
  ['makes it invisible', "host.style.setProperty('filter', 'opacity(0.01)', 'important')"],
  ['puts it into something of its own', 'document.body.append(host)'],
])('ignores clicks while the page %s', async (_, trick) => {
  await visit(ruetli.url);
  const button = page.getByRole('button', { name: 'Save contact' });
  await button.waitFor();
  await page.evaluate(`{ const host = document.querySelector('[data-weitblick]'); ${trick}; }`);
  await button.click();
  await page.waitForTimeout(300);
  expect(await saved()).toBe(1);
});

it('follows navigation within the site', async () => {
  await visit(jana.url);
  await saveButton().waitFor();
  await page.evaluate(() => history.pushState(null, '', '/feed/'));
  await expect.poll(() => page.locator('[data-weitblick]').count(), { timeout: 5000 }).toBe(0);
  await page.evaluate(() => history.pushState(null, '', '/in/matthias-ruetli/'));
  await page.getByRole('button', { name: 'Save contact' }).waitFor();
});

it('refuses the page of one person at the address of another', async () => {
  await saveButton().click();
  const popup = await openedPopup(browser, dashboard);
  await expect
    .poll(() => popup.evaluate('document.body.innerText'))
    .toMatch(/a different person than its address|still loading/);
  await popup.close();
  expect(await badge()).toBe('!');
  await visit(OTHER.url);
  await clickFor('another person than its address');
  expect(await saved()).toBe(1);
});

it('says that a page is still loading, and shows nothing on a sign-in wall', async () => {
  await visit(LOADING.url);
  await clickFor('still loading');
  await visit(WALL.url);
  await page.waitForTimeout(500);
  expect(await page.locator('[data-weitblick]').count()).toBe(0);
  expect(await saved()).toBe(1);
});

it('refuses somebody on the list of people who are never saved', async () => {
  const before = await saved();
  const { settings } = await send(dashboard, 'network.get', {});
  const listed = await send(dashboard, 'doNotSave.add', { address: ruetli.url });
  const [address = ''] = listed.doNotSave.filter((one) => !settings.doNotSave.includes(one));
  await visit(ruetli.url);
  await clickFor('on your list of people who are never saved');
  expect(await badge()).toBe('!');
  expect(await saved()).toBe(before);
  await send(dashboard, 'doNotSave.remove', { address });
});

it('puts the button on a further site that the user has granted', async () => {
  const personal = readSamples(root).find(({ page: name }) => name.startsWith('web/')) as Sample;
  await send(dashboard, 'site.add', { host: new URL(personal.url).hostname });
  await visit(personal.url);
  await clickFor('Saved from');
  expect(await saved()).toBe(2);
});

it('inserts nothing in quiet mode', async () => {
  await send(dashboard, 'settings.set', { settings: { quiet: true } });
  await visit(ruetli.url);
  await page.waitForTimeout(500);
  expect(await page.locator('[data-weitblick]').count()).toBe(0);
  await send(dashboard, 'settings.set', { settings: { quiet: false } });
});

it('has no findings of axe on any room of the dashboard, in light and dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await dashboard.emulateMedia({ colorScheme });
    for (const room of ['contacts', 'goals', 'me', 'files', 'settings']) {
      await dashboard.goto(`${browser.origin}/dashboard.html#/${room}`);
      await dashboard.getByRole('heading', { level: 1 }).waitFor();
      const { violations } = await new AxeBuilder({ page: dashboard as never }).analyze();
      expect(violations.map(({ id, nodes }) => `${room}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
  }
});

// The last one: it ends the extension's own pages.
it('says to reload the page when the extension was replaced under it', async () => {
  await visit(ruetli.url);
  const button = page.getByRole('button', { name: 'Save contact' });
  await button.waitFor();
  const closed = dashboard.waitForEvent('close');
  await dashboard
    .evaluate(() =>
      (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload(),
    )
    .catch(() => {});
  await closed;
  await button.click();
  await page.getByRole('button', { name: 'Reload the page' }).waitFor();
});
