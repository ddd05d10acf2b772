import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type ExtensionBrowser,
  launchChromium,
  openButton,
  openedPopup,
  openRealPopup,
} from '../../src/cli/chromium.ts';
import { MODEL_FILE } from '../../src/cli/model.ts';
import { root } from '../../src/cli/root.ts';
import { whenDerived, writeContacts } from '../../src/cli/seed/fill.ts';
import { pageOf } from '../../src/cli/seed/page.ts';
import { SYNTHETIC_GOALS, SYNTHETIC_ME, SYNTHETIC_PEOPLE } from '../../src/cli/seed/people.ts';
import { captureOf, send } from '../../src/cli/seed/seed.ts';
import type { ContactRow, Network } from '../../src/messaging/protocol.ts';

/** Enough for a dozen batches of reclassification. */
const COUNT = 3_000;
const DAMAGED = /Titles are judged by a word list alone/;

const [{ profile }] = SYNTHETIC_PEOPLE as [(typeof SYNTHETIC_PEOPLE)[number]];
/** Somebody whose title the lexicon does not know, and somebody whose title it knows. */
const unlisted = named('Runa Kessel', 'Volcanologist');
const listed = named('Bo Falkner', 'Software Developer');

function named(full: string, title: string): typeof profile {
  const id = full.toLowerCase().replace(' ', '-');
  const [given = '', family = ''] = full.split(' ');
  return {
    ...profile,
    key: { site: 'linkedin', id },
    url: `https://www.linkedin.com/in/${id}/`,
    name: { full, given, family },
    headline: title,
    positions: [{ title, company: 'Dornfeld & Partner', start: '2020', end: null }],
  };
}

/** Copies of the extension: as it was built, and with its model cut off, as by a failing disk. */
let whole: string;
let damaged: string;
let browser: ExtensionBrowser;
let page: Page;
let dashboard: Page;

beforeAll(() => {
  whole = copy();
  damaged = copy();
  writeFileSync(join(damaged, 'titles.bin'), readFileSync(MODEL_FILE).subarray(0, 1_000_000));
});
afterAll(async () => {
  await browser?.close();
  for (const folder of [whole, damaged]) rmSync(folder, { recursive: true, force: true });
});

/** A copy whose button in pages can be looked into, and whose background counts what it fetches. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weitblick-model-'));
  cpSync(join(root, '.output', 'chrome-mv3'), folder, { recursive: true });
  openButton(folder);
  const background = join(folder, 'background.js');
  writeFileSync(background, `${COUNT_FETCHES}${readFileSync(background, 'utf8')}`);
  return folder;
}
const COUNT_FETCHES = `{
  const fetch = globalThis.fetch;
  globalThis.fetched = [];
  globalThis.fetch = (what, ...more) => {
    globalThis.fetched.push(String(what?.url ?? what));
    return fetch(what, ...more);
  };
}
`;

async function open(extension: string): Promise<void> {
  await browser?.close();
  browser = await launchChromium({
    extension,
    samples: [pageOf(unlisted), pageOf(listed)],
    headless: true,
  });
  page = await browser.context.newPage();
  dashboard = await browser.context.newPage();
  await dashboard.goto(`${browser.origin}/dashboard.html#/settings`);
}

/** Saves the person by the button in their page, and answers the function that was found. */
async function saveFromPage(person: typeof profile): Promise<string | null> {
  await page.bringToFront();
  await page.goto(person.url);
  await page.getByRole('button', { name: 'Save contact' }).click();
  const popup = await openedPopup(browser, dashboard);
  await popup.waitForText('Saved from');
  await popup.close();
  return functionOf(person);
}

async function functionOf({ name: { full } }: typeof profile): Promise<string | null> {
  const { rows } = (await send(dashboard, 'contact.search', { query: full, limit: 5 })) as {
    rows: ContactRow[];
  };
  // Others have parts of the name within words of theirs.
  expect(rows[0]?.name).toBe(full);
  return rows[0]?.isco4 ?? null;
}

/** How often the living background has read the model's file. */
const loads = () =>
  browser.worker.evaluate(
    () =>
      (globalThis as unknown as { fetched: string[] }).fetched.filter((url) => url.endsWith('/titles.bin'))
        .length,
  );

/** Stops the background at once: open pages may wake it again a moment later. */
async function kill(): Promise<void> {
  const session = await browser.context.newCDPSession(dashboard);
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { targetId, type } of targetInfos)
    if (type === 'service_worker') await session.send('Target.closeTarget', { targetId });
  await session.detach();
}

it('judges a title that no word list knows by the model, read once in the life of the background', async () => {
  await open(whole);
  expect(await saveFromPage(unlisted)).toBe('2114');
  expect(await saveFromPage(listed)).toBe('2512');
  await send(dashboard, 'analysis.get', {});
  expect(await loads()).toBe(1);
  await kill();
  expect(await functionOf(unlisted)).toBe('2114');
  expect(await loads()).toBe(1);
  const { sentences } = (await send(dashboard, 'network.get', {})) as Network;
  expect(sentences.map(({ key }) => key)).not.toContain('factModelDamaged');
  expect(browser.problems).toEqual([]);
});

it('works by the word list when the model is damaged, and says so where the user looks', async () => {
  await open(damaged);
  expect(await saveFromPage(unlisted)).toBeNull();
  expect(await saveFromPage(listed)).toBe('2512');
  const { sentences } = (await send(dashboard, 'network.get', {})) as Network;
  expect(sentences.filter(({ key }) => key === 'factModelDamaged')).toHaveLength(1);
  await dashboard.reload();
  await dashboard.getByText(DAMAGED).waitFor();
  await page.bringToFront();
  await page.goto('about:blank');
  const popup = await openRealPopup(browser, dashboard);
  await popup.waitForText('Titles are judged by a word list alone');
  await popup.close();
  // The one thing that is told to developers, at every start.
  expect(browser.problems.filter((problem) => !/title model cannot be used/.test(problem))).toEqual([]);
});

it('judges everybody anew once the model is whole, goes on when killed in the middle, and shows how far', async () => {
  await send(dashboard, 'me.set', { me: SYNTHETIC_ME });
  await send(dashboard, 'goal.set', { goal: SYNTHETIC_GOALS[0] as object });
  await writeContacts(root, dashboard, COUNT);
  await send(dashboard, 'settings.set', { settings: { quiet: false } });
  await whenDerived(dashboard, COUNT + 2);
  const [old, ...others] = await versions();
  expect(others).toEqual([]);
  expect(old).not.toContain('+');

  writeFileSync(join(damaged, 'titles.bin'), readFileSync(MODEL_FILE));
  await dashboard.evaluate(() => {
    interface Chrome {
      runtime: { onMessage: { addListener(hear: (message: never) => void): void } };
    }
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    Object.assign(globalThis, { heard: [] });
    chrome.runtime.onMessage.addListener((message) =>
      (globalThis as unknown as { heard: unknown[] }).heard.push(message),
    );
  });
  await kill();
  // Any message wakes it; it begins by itself, and is killed with part of the work done.
  await send(dashboard, 'network.get', {});
  await expect.poll(async () => (await versions()).length, { timeout: 30_000, interval: 10 }).toBe(2);
  await kill();
  expect(await versions()).toHaveLength(2);

  expect(await send(dashboard, 'network.get', {})).toMatchObject({ contactCount: COUNT + 2 });
  await expect.poll(versions, { timeout: 60_000 }).not.toContain(old);
  expect(await versions()).toHaveLength(1);
  expect(await functionOf(unlisted)).toBe('2114');
  const heard = JSON.stringify(
    await dashboard.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard),
  );
  expect(heard).toMatch(/"kind":"classify","state":"running"/);
  expect(heard).toMatch(/"kind":"classify","state":"done"/);
  const { sentences } = (await send(dashboard, 'network.get', {})) as Network;
  expect(sentences.map(({ key }) => key)).not.toContain('factModelDamaged');
});

it('does a correction of a company whose background was killed at once', async () => {
  await send(dashboard, 'contact.save', { capture: captureOf(listed) });
  const [before] = await versions();
  await send(dashboard, 'company.set', { company: 'dornfeld partner', nace2: '86' });
  await kill();
  await send(dashboard, 'network.get', {});
  await expect.poll(versions, { timeout: 60_000 }).not.toContain(before);
  expect(await versions()).toHaveLength(1);
  for (const person of [unlisted, listed]) {
    const { rows } = (await send(dashboard, 'contact.search', {
      query: person.name.full,
      limit: 5,
    })) as { rows: ContactRow[] };
    expect(rows[0]?.nace2).toBe('86');
  }
});

/** The versions by which the stored rows were derived, each once. */
function versions(): Promise<string[]> {
  return dashboard.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const open = indexedDB.open('weitblick');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const request = open.result.transaction('segments').objectStore('segments').getAll();
          request.onsuccess = () => {
            open.result.close();
            resolve([...new Set(request.result.map(({ version }: { version: string }) => version))]);
          };
        };
      }),
  );
}
