import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type ExtensionBrowser, openRealPopup, type RealPopup, until } from '../../src/cli/chromium.ts';
import { root } from '../../src/cli/root.ts';
import type { Sample } from '../../src/cli/samples.ts';
import { send } from '../../src/cli/seed/seed.ts';
import type { ContactView } from '../../src/messaging/protocol.ts';
import { makeCapture } from '../make.ts';
import { launchBuilt } from './launch.ts';

const axe = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

function fixture(name: string): Sample {
  const read = (ending: string) => readFileSync(join(root, `tests/fixtures/sites/${name}.${ending}`), 'utf8');
  return { page: name, about: name, url: JSON.parse(read('json')).url as string, html: read('html') };
}

const YVONNE = fixture('linkedin/cards-mutual-names');
const CONTACTS = fixture('linkedin/search-connections-cards');
const PAPER = fixture('web/paper-authors');

let browser: ExtensionBrowser;
let page: Page;
let dashboard: Page;
let popup: RealPopup | null = null;
let xaver: string;

beforeAll(async () => {
  browser = await launchBuilt({ samples: [YVONNE, CONTACTS, PAPER], standInForToolbarClick: true });
  page = await browser.context.newPage();
  dashboard = await browser.context.newPage();
  await dashboard.goto(`${browser.origin}/dashboard.html#/settings`);
  xaver = await save('Xaver Yoldas', 'xaver-yoldas');
  await save('Zoe Zimmer', 'zoe-zimmer', 'ACoAAB7zoe_Zimmer-9');
});
afterAll(() => browser?.close());
afterEach(async () => {
  await popup?.close();
  popup = null;
  expect(browser.problems.splice(0)).toEqual([]);
});

async function save(full: string, id: string, memberId?: string): Promise<string> {
  const capture = makeCapture({
    key: { site: 'linkedin', id },
    url: `https://www.linkedin.com/in/${id}/`,
    name: { full },
    ...(memberId !== undefined && { memberId }),
  });
  return ((await send(dashboard, 'contact.save', { capture })) as { id: string }).id;
}

async function open(sample: Sample, selector: string): Promise<RealPopup> {
  await page.bringToFront();
  await page.goto(sample.url);
  popup = await openRealPopup(browser, dashboard);
  await see(popup, selector);
  return popup;
}

async function see(shown: RealPopup, selector: string): Promise<void> {
  await until(
    `${selector} in the popup`,
    async () =>
      (await shown.evaluate(`document.querySelector(${JSON.stringify(selector)}) !== null`)) || undefined,
  );
}

const click = (shown: RealPopup, selector: string) =>
  shown.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);

async function view(id: string): Promise<ContactView | null> {
  return (await send(dashboard, 'contact.get', { id })) as ContactView | null;
}

async function idOf(name: string): Promise<string | undefined> {
  const { rows } = (await send(dashboard, 'contact.search', { query: name, limit: 1 })) as {
    rows: { id: string }[];
  };
  return rows[0]?.id;
}

async function hasNoFaults(shown: RealPopup): Promise<void> {
  await shown.evaluate(axe);
  const found = (await shown.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
  )) as string[];
  expect(found).toEqual([]);
}

it('saves whom a page names as ties of its person, and shows them on the contact', async () => {
  const shown = await open(YVONNE, '[data-screen=unsaved] .named-here');
  // Whom it names is looked up once the screen is there.
  for (const name of ['Xaver Yoldas', 'Zoe Zimmer']) await shown.waitForText(name);
  await hasNoFaults(shown);
  await click(shown, 'button[type=submit]');
  await see(shown, '[data-screen=saved]');
  const yvonne = await until('Yvonne saved', () => idOf('Yvonne'));
  const saved = await view(yvonne);
  expect(
    saved?.ties
      .filter(({ from }) => from !== 'me')
      .map(({ to, sources }) => [to === xaver, sources?.[0]?.site]),
  ).toEqual(expect.arrayContaining([[true, 'linkedin']]));
  expect(saved?.ties).toHaveLength(2);
  await shown.close();
  popup = null;

  await dashboard.bringToFront();
  await dashboard.goto(`${browser.origin}/dashboard.html#/contacts?contact=${encodeURIComponent(yvonne)}`);
  await dashboard.getByRole('link', { name: 'Xaver Yoldas' }).first().waitFor();
  await dashboard
    .getByRole('button', { name: /linkedin\.com/ })
    .first()
    .waitFor();
});

it('gives each of an open list a tick, and writes nothing without the click', async () => {
  const yvonne = (await idOf('Yvonne')) ?? '';
  const before = (await view(yvonne))?.ties;
  await send(dashboard, 'contact.removeTie', { from: yvonne, to: xaver, kind: 'knows' });
  const shown = await open(CONTACTS, '[data-screen=people] input[type=checkbox]');
  expect(await shown.evaluate(`document.querySelector('h1').textContent`)).toMatch(/2.*Yvonne Aalto.*2/);
  await hasNoFaults(shown);
  expect((await view(yvonne))?.ties).toHaveLength((before?.length ?? 0) - 1);
  await click(shown, '.sticky-bar .primary');
  const tied = await until('the tie', async () =>
    (await view(xaver))?.ties.find(({ sources }) =>
      sources?.some(({ url }) => url?.includes('connectionOf')),
    ),
  );
  expect([tied.from, tied.to, tied.sources?.[0]?.matchedBy]).toEqual([yvonne, xaver, 'address']);
});

it('asks of a paper who knows the others', async () => {
  const shown = await open(PAPER, '[data-screen=people] select');
  await hasNoFaults(shown);
  expect(await shown.evaluate(`document.querySelectorAll('select option').length`)).toBe(3);
});

it('leaves nothing of it when one of the two is forgotten', async () => {
  const yvonne = (await idOf('Yvonne')) ?? '';
  await send(dashboard, 'contact.forget', { id: xaver });
  expect(JSON.stringify((await view(yvonne))?.ties)).not.toContain(xaver);
  await dashboard.bringToFront();
  await dashboard.goto(`${browser.origin}/dashboard.html#/contacts?contact=${encodeURIComponent(yvonne)}`);
  await dashboard.getByRole('link', { name: 'Zoe Zimmer' }).first().waitFor();
  // The contact that is open hears of it too.
  await until(
    'Xaver gone',
    async () => (await dashboard.getByRole('link', { name: 'Xaver Yoldas' }).count()) === 0 || undefined,
  );
});
