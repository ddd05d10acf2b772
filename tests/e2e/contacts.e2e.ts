import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ExtensionBrowser } from '../../src/cli/chromium.ts';
import { send } from '../../src/cli/seed/seed.ts';
import { launchSeeded } from './launch.ts';

let browser: ExtensionBrowser;
let page: Page;

beforeAll(async () => {
  ({ browser, page } = await launchSeeded(40));
});
afterAll(() => browser?.close());
afterEach(() => expect(browser.problems.splice(0)).toEqual([]));

const grid = () => page.getByRole('grid');
const names = () => page.locator('[role=row] .contacts-name a').allTextContents();
const hash = () => page.evaluate(() => decodeURIComponent(location.hash.replaceAll('+', ' ')));

async function enter(address = '#/contacts'): Promise<void> {
  await page.goto(`${browser.origin}/dashboard.html${address}`);
  await page.reload();
  await grid().waitFor();
  await page.getByText(/^\d+( of \d+)? contacts$/).waitFor();
}

it('searches with each key, and keeps the search in the address', async () => {
  await enter();
  await page.getByRole('searchbox').pressSequentially('klinik elb');
  await expect.poll(names).toEqual(['Dr. Amir Haddad', 'Leyla Brandt', 'Tomasz Wiśniewski']);
  expect(await hash()).toBe('#/contacts?q=klinik elb');
  await page.reload();
  await expect.poll(names).toHaveLength(3);
  await page.getByRole('searchbox').fill('wisniewski');
  await expect.poll(names).toEqual(['Tomasz Wiśniewski']);
});

it('filters, names what holds, goes back, and says what to do when nobody is left', async () => {
  await enter();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByLabel('Country').selectOption({ label: 'Germany' });
  const inGermany = (await page.getByText(/of 40 contacts/).textContent()) ?? '';
  await page.locator('select').filter({ hasText: 'operational' }).selectOption('personal');
  await expect
    .poll(() => page.getByRole('list', { name: 'Active filters' }).textContent())
    .toMatch(/personal[\s\S]*Germany/);
  await page.goBack();
  await page.getByText(inGermany).waitFor();
  await page.getByRole('searchbox').fill('nobody of this name');
  await page.getByText('Nobody matches this search').waitFor();
  await page.getByRole('button', { name: 'Show everybody' }).last().click();
  await page.getByText('40 contacts', { exact: true }).waitFor();
});

it('sorts by a column, and once more the other way round', async () => {
  await enter();
  const heading = page.getByRole('columnheader', { name: 'Fit to a goal' });
  await heading.getByRole('button').click();
  await expect.poll(() => heading.getAttribute('aria-sort')).toBe('descending');
  const fits = (await page.locator('.contacts-fit strong').allTextContents()).map(Number);
  expect(fits).toEqual([...fits].sort((a, b) => b - a));
  await heading.getByRole('button').click();
  await expect.poll(() => heading.getAttribute('aria-sort')).toBe('ascending');
});

it('is walked by keyboard: opens a contact, closes it, and is where it was', async () => {
  await enter();
  await grid().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Beatriz Almeida' });
  await dialog.getByRole('heading', { name: 'Career' }).waitFor();
  expect(await hash()).toMatch(/contact=/);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  await page.keyboard.press('End');
  await expect.poll(names).toContain('ليلى عبد الرحمن');
  await page.keyboard.press('Space');
  await page.getByText('1 selected').waitFor();
});

it('tags many at once, and takes it back', async () => {
  await enter('#/contacts?q=hanseatische');
  const boxes = page.locator('.contacts-row input[type=checkbox]');
  await boxes.nth(0).click();
  await boxes.nth(3).click({ modifiers: ['Shift'] });
  await page.getByText('4 selected').waitFor();
  await page.getByRole('button', { name: /^Select all \d+ found$/ }).click();
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByLabel('Add tags, separated by commas').fill('colleagues');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText(/^\d+ contacts changed\.$/).waitFor();
  await page.goto(`${browser.origin}/dashboard.html#/contacts?tag=colleagues`);
  await expect.poll(async () => (await names()).length).toBeGreaterThan(5);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Nobody matches this search').waitFor();
});

it('forgets, and brings back', async () => {
  await enter('#/contacts?q=ricarda');
  await page.getByRole('link', { name: 'Ricarda Thoma' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ricarda Thoma' });
  await dialog.getByRole('button', { name: 'Forget' }).click();
  await page.getByText('Nobody matches this search').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(names).toEqual(['Ricarda Thoma']);
});

it('keeps what is written in the panel, and whom one was introduced by', async () => {
  await enter('#/contacts?q=leyla');
  await page.getByRole('link', { name: 'Leyla Brandt' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leyla Brandt' });
  await dialog.getByLabel('Your note').fill('Likes straight questions');
  // Closed while still in the field: what was typed is kept.
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Leyla Brandt' }).click();
  await dialog.getByRole('combobox', { name: 'Another of your contacts' }).fill('hartung');
  await dialog.getByRole('option', { name: /Jonas Hartung/ }).click();
  await dialog
    .locator('li.chip')
    .filter({ has: page.locator('button') })
    .getByRole('link', { name: 'Jonas Hartung' })
    .waitFor();
  await page.reload();
  await dialog
    .locator('li.chip')
    .filter({ has: page.locator('button') })
    .getByRole('link', { name: 'Jonas Hartung' })
    .waitFor();
  expect(await dialog.getByLabel('Your note').inputValue()).toBe('Likes straight questions');
});

it('takes a tie away by keyboard, and brings it back', async () => {
  await enter('#/contacts?q=leyla');
  await page.getByRole('link', { name: 'Leyla Brandt' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leyla Brandt' });
  const tie = dialog
    .locator('li.chip')
    .filter({ has: page.locator('button') })
    .getByRole('link', { name: 'Jonas Hartung' });
  await tie.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('The tie to Jonas Hartung is removed.').waitFor();
  await tie.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.nodeName)).toBe('BUTTON');
  await page.getByRole('button', { name: 'Undo' }).click();
  await tie.waitFor();
});

it('keeps a view under a name', async () => {
  await enter('#/contacts?layer=strategic&sort=-fit');
  await page.getByText('Views', { exact: true }).click();
  await page.getByLabel('Keep this view as').fill('Who helps');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByText('Views (1)').waitFor();
  await enter();
  await page.getByText('Views (1)').click();
  await page.getByRole('link', { name: 'Who helps' }).click();
  await expect.poll(hash).toBe('#/contacts?layer=strategic&sort=-fit');
});

it('chooses columns', async () => {
  await enter();
  await page.locator('summary', { hasText: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Tags' }).check();
  await page.getByRole('columnheader', { name: 'Tags' }).waitFor();
  await page.getByRole('checkbox', { name: 'Industry' }).uncheck();
  await expect.poll(hash).toBe('#/contacts?columns=function layer fit last tags');
});

it('has no findings of axe, in light and dark', { timeout: 180_000 }, async () => {
  const { rows } = (await send(page, 'rows.get', { segment: 0 })) as { rows: { id: string }[] };
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const address of ['#/contacts', '#/contacts?layer=strategic', `#/contacts?contact=${rows[0]?.id}`]) {
      await enter(address);
      if (address.includes('contact='))
        await page.getByRole('dialog').getByRole('heading', { name: 'Source and links' }).waitFor();
      const { violations } = await new AxeBuilder({ page: page as never }).analyze();
      expect(violations.map(({ id, nodes }) => `${address}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
  }
});
