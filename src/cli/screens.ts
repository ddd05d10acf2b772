import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOM_NAMES } from '../ui/dashboard/links.ts';
import { type ExtensionBrowser, launchChromium, openRealPopup, type RealPopup } from './chromium.ts';
import type { Sample } from './samples.ts';
import { pageOf } from './seed/page.ts';
import { SYNTHETIC_PEOPLE } from './seed/people.ts';
import { STAGES, seed, send } from './seed/seed.ts';
import { photographSync, SYNC_SCREENS, standInForSync } from './syncScreens.ts';

export const COUNTS = STAGES;

interface ScreensOptions {
  /** Beginnings of screens' names; `['']` for all. */
  only: readonly string[];
  counts: readonly number[];
  languages: readonly ('en' | 'de')[];
  schemes: readonly ('light' | 'dark')[];
  /** 1 is 100 %. */
  zoom: number;
}

const person = (name: string) => {
  const found = SYNTHETIC_PEOPLE.find(({ profile }) => profile.name.full.includes(name));
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found.profile;
};
const first = person('Leyla Brandt');
/** Somebody who is never saved, so that there is an unsaved profile at every stage. */
const STRANGER = {
  ...first,
  key: { site: 'linkedin', id: 'ruben-castell' },
  url: 'https://www.linkedin.com/in/ruben-castell/',
  name: { full: 'Ruben Castell', given: 'Ruben', family: 'Castell' },
  headline: 'Data Engineer at Klinikum Elbhöhe',
  positions: [
    { title: 'Data Engineer', company: 'Klinikum Elbhöhe', start: '2023-05', end: null },
    { title: 'Data Engineer', company: 'Alster Versicherung AG', start: '2018-01', end: '2023-04' },
  ],
};

/** Each picture of the popup: on which page, from which stage on, what to do before. */
const POPUPS: Readonly<
  Record<string, { page: Sample | string | null; from: number; wait: string; act?: string }>
> = {
  'popup-elsewhere': { page: null, from: 0, wait: '.elsewhere' },
  'popup-unsaved': { page: pageOf(STRANGER), from: 0, wait: '[data-screen=unsaved]' },
  'popup-saved': { page: pageOf(first), from: 1, wait: '[data-screen=saved]' },
  'popup-opened': {
    page: pageOf(first),
    from: 1,
    wait: '[data-screen=saved]',
    act: `document.querySelectorAll('details').forEach((details) => { details.open = true });
      document.querySelector('.classified').click(); document.querySelector('.layer-button').click()`,
  },
  'popup-hub': { page: pageOf(person('Friederike Voss')), from: 40, wait: '[data-screen=saved]' },
  'popup-colleague': { page: pageOf(person('Jonas Hartung')), from: 40, wait: '[data-screen=saved]' },
  'popup-long': { page: pageOf(person('Maximiliane')), from: 40, wait: '[data-screen=saved]' },
  'popup-arabic': { page: pageOf(person('ليلى')), from: 40, wait: '[data-screen=saved]' },
  'popup-changed': {
    page: pageOf(person('Sophie Laurent'), {
      headline: 'Head of Data at Clinique Saint-Rivage',
      location: { text: 'Paris, France' },
      positions: [
        { title: 'Head of Data', company: 'Clinique Saint-Rivage', start: '2026-10', end: null },
        { title: 'Data Engineer', company: 'Clinique Saint-Rivage', start: '2021-01', end: '2026-09' },
      ],
    }),
    from: 40,
    wait: '[data-screen=saved]',
  },
  'popup-doubtful': { page: 'web/open-graph-profile', from: 0, wait: '[data-screen=unsaved]' },
  'popup-company': {
    page: {
      page: 'klinikum-elbhoehe',
      about: 'a company (synthetic)',
      url: 'https://www.linkedin.com/company/klinikum-elbhoehe/',
      html: `<!doctype html><html lang="en"><title>Klinikum Elbhöhe | LinkedIn</title><h1>Klinikum Elbhöhe</h1>
<dl><dt>Industry</dt><dd>Hospitals and Health Care</dd></dl>`,
    },
    from: 40,
    wait: '[data-screen=company] h2',
  },
  'popup-persons': { page: 'web/team-json-ld', from: 0, wait: '.picker' },
};
const BUTTON = 'button-save';
/** A company at which there are people, and others who know somebody there. */
const COMPANY = 'company/Klinikum%20Elbh%C3%B6he';

/** Addresses within rooms that look different. */
const WITHIN_ROOMS = [
  'map/affiliations',
  'contacts/new',
  'welcome/archive',
  'welcome/me',
  'welcome/goal',
  'welcome/contact',
];

/** Screens beside the dashboard's rooms. */
export const SCREENS = [
  'panel',
  'panel-edit',
  'way-map',
  'way-panel',
  ...Object.keys(POPUPS),
  BUTTON,
  ...SYNC_SCREENS,
];

/** Photographs every wanted screen; answers console errors and requests that left the machine. */
export async function takeScreens(
  root: string,
  options: ScreensOptions,
  keep: (name: string, picture: Buffer) => void,
): Promise<string[]> {
  const wanted = (name: string) => options.only.some((beginning) => name.startsWith(beginning));
  const problems: string[] = [];
  for (const count of options.counts) {
    const pages = Object.values(POPUPS).map(({ page }) =>
      typeof page === 'string' ? fixture(root, page) : page,
    );
    const browser = await launchChromium({
      extension: join(root, '.output', 'chrome-mv3'),
      samples: pages.filter((page) => page !== null),
      headless: true,
      standInForToolbarClick: true,
    });
    try {
      await photographStage(browser, count);
      problems.push(...browser.problems);
    } finally {
      await browser.close();
    }
  }
  return problems;

  async function photographStage(browser: ExtensionBrowser, count: number): Promise<void> {
    const { context, origin } = browser;
    const { zoom } = options;
    const page = context.pages()[0] ?? (await context.newPage());
    const dashboard = await context.newPage();
    await dashboard.setViewportSize({ width: Math.round(1280 / zoom), height: Math.round(860 / zoom) });
    const withSync = count === options.counts[0] && SYNC_SCREENS.some(wanted);
    if (withSync) await standInForSync(dashboard);
    await dashboard.goto(`${origin}/dashboard.html#/settings`);
    await seed(dashboard, count);
    const opened = await firstContact(dashboard);
    const board = await putInOrder(dashboard);
    for (const language of options.languages) {
      await send(dashboard, 'settings.set', { settings: { language } });
      for (const scheme of options.schemes) {
        const name = (screen: string) => `${screen}.${count}.${language}.${scheme}`;
        await dashboard.emulateMedia({ colorScheme: scheme });
        await page.emulateMedia({ colorScheme: scheme });
        await dashboard.bringToFront();
        for (const room of [...ROOM_NAMES, ...WITHIN_ROOMS, COMPANY, ...board].filter(wanted)) {
          await enter(dashboard, `${origin}/dashboard.html#/${room}`);
          keep(
            name(
              room === COMPANY
                ? 'company-people'
                : room.replace(/\/[^/]+\/board$/, '-board').replaceAll('/', '-'),
            ),
            await dashboard.screenshot({ fullPage: true }),
          );
        }
        if (withSync)
          await photographSync(dashboard, origin, {
            wanted,
            enter,
            keep: (screen, picture) => keep(name(screen), picture),
          });
        const wantedId = wanted('way') ? await idOf(dashboard, 'Amir Haddad') : null;
        if (wantedId !== null) {
          await enter(dashboard, `${origin}/dashboard.html#/map/affiliations?to=${wantedId}`);
          await dashboard.waitForTimeout(2_500);
          keep(name('way-map'), await dashboard.screenshot({ fullPage: true }));
          await enter(dashboard, `${origin}/dashboard.html#/contacts?contact=${wantedId}`);
          await dashboard.locator('.ways').waitFor();
          await dashboard.locator('.ways').scrollIntoViewIfNeeded();
          keep(name('way-panel'), await dashboard.screenshot());
        }
        if (wanted('panel') && opened !== null) {
          await enter(dashboard, `${origin}/dashboard.html#/contacts?contact=${opened}`);
          keep(name('panel'), await dashboard.screenshot());
        }
        if (wanted('panel-edit') && opened !== null) {
          await enter(dashboard, `${origin}/dashboard.html#/contacts?contact=${opened}`);
          await dashboard.locator('.panel-edit').click();
          await dashboard.locator('.edit-contact').waitFor();
          keep(name('panel-edit'), await dashboard.screenshot());
          await dashboard.locator('.panel').evaluate((panel) => panel.scrollBy(0, panel.clientHeight - 120));
          keep(name('panel-edit-below'), await dashboard.screenshot());
        }
        for (const [screen, { page: sample, from, wait, act }] of Object.entries(POPUPS)) {
          if (!wanted(screen) || count < from) continue;
          await page.bringToFront();
          const at = typeof sample === 'string' ? fixture(root, sample) : sample;
          await page.goto(at?.url ?? 'about:blank');
          const popup = await openRealPopup(browser, dashboard);
          try {
            await popup.emulateScheme(scheme);
            await appear(popup, wait);
            if (act !== undefined) await popup.evaluate(act);
            await popup.evaluate('new Promise((shown) => setTimeout(shown, 300))');
            keep(name(screen), await popup.screenshot());
            for (let below = 1; await scrollOn(popup); below++)
              keep(name(`${screen}-below${below}`), await popup.screenshot());
          } finally {
            await popup.close();
          }
        }
        if (wanted(BUTTON)) {
          await page.bringToFront();
          await page.goto(STRANGER.url);
          await page.locator('[data-weitblick]').waitFor({ state: 'attached' });
          await page.mouse.move(0, 0);
          keep(name(BUTTON), await page.screenshot());
        }
      }
    }
  }
}

/** Loads a room anew, and waits until it has stopped saying that it is loading. */
async function enter(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page
    .waitForFunction(() => document.querySelector('[aria-busy=true], .loading') === null)
    .catch(() => {});
  await page.waitForTimeout(250);
}

async function appear(popup: RealPopup, selector: string): Promise<void> {
  await popup.evaluate(`new Promise((seen, failed) => {
    const end = Date.now() + 8000;
    (function look() {
      if (document.querySelector(${JSON.stringify(selector)})) seen(true);
      else if (Date.now() > end) seen(false);
      else setTimeout(look, 20);
    })();
  })`);
}

/** Scrolls the popup on by what it shows at once; answers `false` at its end. */
async function scrollOn(popup: RealPopup): Promise<boolean> {
  return Boolean(
    await popup.evaluate(`(() => {
      const main = document.querySelector('main');
      const before = main.scrollTop;
      main.scrollTop += main.clientHeight - 24;
      return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(main.scrollTop - before > 8), 60)));
    })()`),
  );
}

const firstContact = (page: Page): Promise<string | null> => idOf(page, first.name.full);

/** Puts a few people on a list and on the board of a goal; answers the board's address, where there is a goal. */
async function putInOrder(page: Page): Promise<string[]> {
  const { rows } = (await send(page, 'rows.get', { segment: 0 })) as { rows: { id: string }[] };
  const { goals } = (await send(page, 'network.get', {})) as { goals: { id: string }[] };
  const ids = rows.slice(0, 6).map(({ id }) => id);
  const [goal] = goals;
  if (ids.length > 0) {
    for (const [id, list] of [
      ['dinner', 'Dinner in spring'],
      ['clinic', 'Data in clinics'],
    ])
      await send(page, 'list.name', { id, name: list });
    await send(page, 'list.add', { list: 'dinner', ids });
  }
  if (goal === undefined) return [];
  for (const [at, id] of ids.entries())
    await send(page, 'board.place', { goal: goal.id, id, stage: STAGES_SHOWN[at % STAGES_SHOWN.length] });
  return [`goals/${goal.id}/board`];
}

/** More to ask than has been asked, as it is. */
const STAGES_SHOWN = ['toAsk', 'asked', 'toAsk', 'met', 'toAsk', 'thanked'];

/** The id of the contact whose name has these words; `null` when there is nobody. */
async function idOf(page: Page, words: string): Promise<string | null> {
  const { rows } = (await send(page, 'rows.get', { segment: 0 })) as { rows: { id: string; name: string }[] };
  return rows.find(({ name }) => name.includes(words))?.id ?? null;
}

function fixture(root: string, page: string): Sample {
  const file = join(root, 'tests', 'fixtures', 'sites', page);
  const { url } = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as { url: string };
  return { page, about: page, url, html: readFileSync(`${file}.html`, 'utf8') };
}
