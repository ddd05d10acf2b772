import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, openRealPopup, type RealPopup, until } from '../../src/cli/chromium.ts';
import { pageOf } from '../../src/cli/seed/page.ts';
import { SYNTHETIC_PEOPLE } from '../../src/cli/seed/people.ts';
import { seed, send } from '../../src/cli/seed/seed.ts';
import type { ContactView } from '../../src/messaging/protocol.ts';
import { launchBuilt } from './launch.ts';

const [leyla] = SYNTHETIC_PEOPLE.map(({ profile }) => profile);
if (leyla === undefined) throw new Error('the synthetic network is empty');
const LEYLA = pageOf(leyla);
/** Somebody whom the synthetic network does not hold. */
const RUBEN = pageOf(leyla, { name: { full: 'Ruben Castell' } });
RUBEN.url = 'https://www.linkedin.com/in/ruben-castell/';

let browser: ExtensionBrowser;
let page: Page;
let dashboard: Page;

beforeAll(async () => {
  browser = await launchBuilt({ samples: [LEYLA, RUBEN], standInForToolbarClick: true });
  page = await browser.context.newPage();
  dashboard = await browser.context.newPage();
  await dashboard.goto(`${browser.origin}/dashboard.html#/settings`);
  await seed(dashboard, 10);
});
afterAll(() => browser?.close());
afterEach(() => expect(browser.problems.splice(0)).toEqual([]));

async function leylaView(): Promise<ContactView> {
  const { rows } = (await send(dashboard, 'contact.search', { query: 'Leyla', limit: 1 })) as {
    rows: { id: string }[];
  };
  return (await send(dashboard, 'contact.get', { id: rows[0]?.id ?? '' })) as ContactView;
}
const untilOwn = (what: string, holds: (own: ContactView['contact']['own']) => boolean) =>
  until(what, async () => (holds((await leylaView()).contact.own) ? true : undefined));

async function open(url: string, selector: string): Promise<RealPopup> {
  await page.bringToFront();
  await page.goto(url);
  const popup = await openRealPopup(browser, dashboard);
  await see(popup, selector);
  return popup;
}
const see = (popup: RealPopup, selector: string) =>
  until(
    selector,
    async () =>
      (await popup.evaluate(`document.querySelector(${JSON.stringify(selector)}) !== null`)) || undefined,
  );
async function type(popup: RealPopup, selector: string, text: string): Promise<void> {
  await see(popup, selector);
  await popup.evaluate(
    `(field => { field.focus(); field.setSelectionRange?.(field.value.length, field.value.length); })(document.querySelector(${JSON.stringify(selector)}))`,
  );
  for (const letter of text) await popup.press(letter);
}

describe('a popup that vanishes in the middle of a word', () => {
  it.each([
    [
      'a note',
      '.own textarea',
      ' Likes lakes',
      (own: ContactView['contact']['own']) => own.note?.endsWith(' Likes lakes'),
    ],
    [
      'a next step',
      '.next-step input',
      ' soon',
      (own: ContactView['contact']['own']) => own.nextStep?.text.endsWith(' soon'),
    ],
  ] as const)('keeps %s', async (what, selector, text, holds) => {
    const popup = await open(LEYLA.url, '[data-screen=saved]');
    await type(popup, selector, text);
    await popup.vanish();
    await untilOwn(what, (own) => holds(own) === true);
    const again = await open(LEYLA.url, selector);
    expect(await again.evaluate(`document.querySelector(${JSON.stringify(selector)}).value`)).toMatch(
      new RegExp(`${text}$`),
    );
    await again.close();
  });

  it('keeps a tag that was not confirmed', async () => {
    const popup = await open(LEYLA.url, '[data-screen=saved]');
    await see(popup, '.chip.add');
    await popup.evaluate(`document.querySelector('.chip.add').click()`);
    await type(popup, '[role=combobox]', 'lakes');
    await popup.vanish();
    await untilOwn('the tag', ({ tags }) => tags.includes('lakes'));
  });

  it('keeps what was typed about somebody who is not saved yet, and saves it with them', async () => {
    const popup = await open(RUBEN.url, '[data-screen=unsaved]');
    await popup.evaluate(`document.querySelector('details.more summary').click()`);
    await type(popup, '.own textarea', 'met at the fair');
    await popup.vanish();
    const again = await open(RUBEN.url, '.own textarea');
    await until(
      'the draft',
      async () =>
        (await again.evaluate(`document.querySelector('.own textarea').value`)) === 'met at the fair' ||
        undefined,
    );
    await again.evaluate(`document.querySelector('.sticky-bar .primary').click()`);
    await see(again, '[data-screen=saved] .own textarea');
    expect(await again.evaluate(`document.querySelector('.own textarea').value`)).toBe('met at the fair');
    await again.close();
  });
});

it('two dashboards lose nothing of each other, nor by a reload in the middle of a word', async () => {
  const { contact } = await leylaView();
  const address = `${browser.origin}/dashboard.html#/contacts?contact=${contact.id}`;
  const pages = [await browser.context.newPage(), await browser.context.newPage()] as const;
  for (const one of pages) await one.goto(address);
  for (const [at, one] of pages.entries()) {
    await one.bringToFront();
    const note = one.locator('.panel').getByLabel('Your note');
    await note.focus();
    await note.press('Control+End');
    await note.pressSequentially(` Said on page ${at}.`);
    await one.locator('.panel .log-line input').fill(`Talk ${at}`);
    await one.locator('.panel .log-line button').click();
  }
  await untilOwn('both', ({ note = '', log }) =>
    [0, 1].every(
      (at) => note.includes(`Said on page ${at}.`) && log.some(({ text }) => text === `Talk ${at}`),
    ),
  );
  const [first, second] = pages;
  await first.bringToFront();
  await until(
    'what the other page wrote',
    async () =>
      (await first.locator('.panel').getByLabel('Your note').inputValue()).includes('Said on page 1.') ||
      undefined,
  );
  await first.locator('.panel').getByLabel('Your note').press('Control+End');
  await first.locator('.panel').getByLabel('Your note').pressSequentially(' Last words');
  await first.locator('.panel .log-line input').fill('half a line');
  await first.reload();
  await untilOwn('the last words', ({ note }) => note?.endsWith(' Last words') === true);
  await until(
    'the draft of the log',
    async () => (await first.locator('.panel .log-line input').inputValue()) === 'half a line' || undefined,
  );
  await first.close();
  await second.close();
});
