import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../src/cli/root.ts';
import { readSamples, type Sample } from '../../src/cli/samples.ts';
import { SYNTHETIC_PEOPLE } from '../../src/cli/seed/people.ts';
import { captureOf } from '../../src/cli/seed/seed.ts';
import { type ExtensionFirefox, launchFirefox } from './launch.ts';

const [jana] = readSamples(root) as [Sample];

let firefox: ExtensionFirefox;
let page: Page;

beforeAll(async () => {
  firefox = await launchFirefox();
  ({ page } = firefox);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url() === jana.url)
      void request.respond({ contentType: 'text/html; charset=utf-8', body: jana.html });
    else void request.abort();
  });
});
afterAll(() => firefox?.close());

const label = () =>
  page.evaluate(
    () =>
      document.querySelector('[data-weitblick]')?.shadowRoot?.querySelector('button')?.textContent ?? null,
  );

it('saves a contact by a click on the page, and shows it in the dashboard', async () => {
  await page.goto(jana.url);
  await expect.poll(label, { timeout: 20_000 }).toBe('Save contact');
  const box = await page.evaluate(() =>
    document.querySelector('[data-weitblick]')?.getBoundingClientRect().toJSON(),
  );
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);

  const dashboard = await page.browser().newPage();
  await dashboard.goto(`${firefox.origin}/dashboard.html#/contacts`, { waitUntil: [] });
  await expect
    .poll(() => dashboard.evaluate(() => document.body?.textContent ?? ''), { timeout: 20_000 })
    .toContain('Jana Bergmann');
  // Firefox that opens no popup by itself says it at the toolbar; the page says nothing.
  expect(await label()).toBe('Save contact');
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

it('judges a title that no word list knows by the shipped model', async () => {
  const [{ profile }] = SYNTHETIC_PEOPLE as [(typeof SYNTHETIC_PEOPLE)[number]];
  const capture = captureOf({
    ...profile,
    headline: 'Volcanologist',
    positions: [{ title: 'Volcanologist', company: 'Dornfeld & Partner', start: '2020', end: null }],
  });
  const sidebar = await page.browser().newPage();
  await sidebar.goto(`${firefox.origin}/sidepanel.html`, { waitUntil: [] });
  await expect.poll(() => sidebar.evaluate(() => 'browser' in globalThis), { timeout: 20_000 }).toBe(true);
  const view = await sidebar.evaluate(async (input) => {
    interface Firefox {
      runtime: { sendMessage(message: object): Promise<{ output: never }> };
    }
    const { browser: firefox } = globalThis as unknown as { browser: Firefox };
    const send = async (weitblick: string, body: object) =>
      (await firefox.runtime.sendMessage({ weitblick, input: body })).output;
    const { id } = (await send('contact.save', { capture: input })) as { id: string };
    const { reading } = (await send('contact.get', { id })) as { reading: { career: { current: object } } };
    await send('contact.forget', { id });
    return reading.career.current;
  }, capture);
  expect(view).toMatchObject({ function: { isco4: '2114' } });
  await sidebar.close();
});

it('searches, analyses, keeps its alarms, and shows the view for the sidebar', async () => {
  const sidebar = await page.browser().newPage();
  await sidebar.goto(`${firefox.origin}/sidepanel.html`, { waitUntil: [] });
  await expect
    .poll(() => sidebar.evaluate(() => document.querySelector('main:not([aria-busy])') !== null), {
      timeout: 20_000,
    })
    .toBe(true);
  const told = await sidebar.evaluate(async () => {
    interface Firefox {
      alarms: { getAll(): Promise<{ name: string }[]> };
      runtime: { sendMessage(message: object): Promise<{ output: never }> };
    }
    const { browser: firefox } = globalThis as unknown as { browser: Firefox };
    const send = async (weitblick: string, input: object) =>
      (await firefox.runtime.sendMessage({ weitblick, input })).output;
    const { rows } = (await send('contact.search', { query: 'jana', limit: 5 })) as {
      rows: { name: string }[];
    };
    let state = '';
    for (let i = 0; i < 100 && state !== 'current'; i++) {
      ({ state } = (await send('analysis.get', {})) as { state: string });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return { alarms: (await firefox.alarms.getAll()).map(({ name }) => name).sort(), rows, state };
  });
  // Somebody was forgotten above: `purge` takes away what was kept for taking that back.
  expect(told).toMatchObject({
    alarms: ['purge', 'remind'],
    rows: [{ name: 'Jana Bergmann' }],
    state: 'current',
  });
});
