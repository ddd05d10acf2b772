import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ExtensionBrowser } from '../../src/cli/chromium.ts';
import { pageOf } from '../../src/cli/seed/page.ts';
import { SYNTHETIC_PEOPLE } from '../../src/cli/seed/people.ts';
import { send } from '../../src/cli/seed/seed.ts';
import type { Network } from '../../src/messaging/protocol.ts';
import { launchBuilt } from './launch.ts';
import { expectNothingToMend } from './nothingToMend.ts';

const [leyla] = SYNTHETIC_PEOPLE;
if (leyla === undefined) throw new Error('the synthetic network is empty');
/** As if Leyla were the user: her page is open in another tab. */
const OWN = pageOf(leyla.profile);

let browser: ExtensionBrowser;
let page: Page;

beforeAll(async () => {
  browser = await launchBuilt({
    samples: [OWN],
    openButton: true,
  });
  page = await browser.context.newPage();
});
afterAll(() => browser?.close());
afterEach(() => expect(browser.problems.splice(0)).toEqual([]));

const network = async () => (await send(page, 'network.get', {})) as Network;
const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor();

it('leads a first visit into a few steps, the archive first', async () => {
  await page.goto(`${browser.origin}/dashboard.html`);
  await heading('Welcome');
  await page.getByRole('link', { name: 'Import a file' }).waitFor();
  await expectNothingToMend(page, 'welcome, archive');
  await page.getByRole('button', { name: 'Go on without it' }).click();
  await page.getByLabel('Your position').waitFor();
  await expectNothingToMend(page, 'welcome, me');
});

it('reads the own profile from an open tab, by a click', async () => {
  const own = await browser.context.newPage();
  await own.goto(OWN.url);
  await page.bringToFront();
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.getByRole('button', { name: /Leyla Brandt/ }).click();
  await expect.poll(() => page.getByLabel('Your position').inputValue()).toBe('Head of Data Platforms');
  expect((await network()).me?.positions).toHaveLength(2);
  await own.close();
});

it('goes on by the keyboard alone, and resumes where it was left', async () => {
  await page.getByRole('combobox', { name: 'Industry' }).focus();
  await page.keyboard.type('hospitals');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save and go on' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: /Change of job/ }).waitFor();
  expect((await network()).me?.nace2).toBe('86');
  await expectNothingToMend(page, 'welcome, goal');
  await page.goto(`${browser.origin}/dashboard.html#/welcome`);
  await page.reload();
  await page.getByRole('radio', { name: /Change of job/ }).waitFor();
  await page.goBack();
});

it('lets every step be skipped', async () => {
  await page.goto(`${browser.origin}/dashboard.html#/welcome/me`);
  await page.getByRole('button', { name: 'Skip for now' }).click();
  await page.getByRole('radio', { name: /Change of job/ }).waitFor();
  await page.getByRole('button', { name: 'Skip for now' }).click();
  await heading('Save from a page');
  await expectNothingToMend(page, 'welcome, contact');
});

it('saves a contact that is typed', async () => {
  await page.getByText('Type a contact').click();
  await page.getByLabel('Name', { exact: true }).fill('Ada Moll');
  await page.getByLabel('Title', { exact: true }).fill('Pflegedirektorin');
  await page.getByLabel('Company', { exact: true }).fill('Klinikum Elbhöhe');
  await page.getByRole('button', { name: 'Save contact' }).click();
  await page.getByRole('dialog').getByRole('heading', { name: 'Ada Moll', exact: true }).waitFor();
  expect((await network()).contactCount).toBe(1);
  await page.goto(`${browser.origin}/dashboard.html#/welcome/contact`);
  await page.getByRole('button', { name: 'To my network' }).click();
  await heading('Today');
  expect((await network()).settings.onboarding).toBe('done');
});

it('speaks German from one click on, everywhere', async () => {
  await page.goto(`${browser.origin}/dashboard.html#/settings`);
  await page.getByLabel('Language').selectOption('de');
  await heading('Einstellungen');
  await expectNothingToMend(page, 'settings');
  await page.goto(`${browser.origin}/dashboard.html#/me`);
  await heading('Ich');
  await expectNothingToMend(page, 'me');
  const own = await browser.context.newPage();
  await own.goto(OWN.url);
  await own.getByRole('button', { name: 'Kontakt sichern' }).waitFor();
  await own.close();
  await page.goto(`${browser.origin}/dashboard.html#/settings`);
  await page.getByLabel('Sprache').selectOption('en');
  await heading('Settings');
});

it('erases everything only after the word was typed', async () => {
  await page.getByRole('button', { name: 'Erase everything …' }).click();
  const erase = page.getByRole('button', { name: 'Erase for good' });
  await expectNothingToMend(page, 'erase');
  expect(await erase.isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  expect((await network()).contactCount).toBe(1);
  await page.getByRole('button', { name: 'Erase everything …' }).click();
  await page.getByLabel('Type “erase” to confirm').fill('erase');
  await erase.click();
  await heading('Welcome');
  await page.getByRole('button', { name: 'Go on without it' }).waitFor();
  expect(await network()).toMatchObject({ me: null, goals: [], contactCount: 0 });
});
