import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ExtensionBrowser } from '../../src/cli/chromium.ts';
import { send } from '../../src/cli/seed/seed.ts';
import type { Contact } from '../../src/core/model/index.ts';
import type { ContactView } from '../../src/messaging/protocol.ts';
import { makeCapture, makeGoal, makeMe } from '../make.ts';
import { launchBuilt } from './launch.ts';
import { expectNothingToMend } from './nothingToMend.ts';

let browser: ExtensionBrowser;
let page: Page;
const ids: Record<string, string> = {};

beforeAll(async () => {
  browser = await launchBuilt({ keepWelcome: true });
  page = await browser.context.newPage();
});
afterAll(() => browser?.close());
afterEach(() => expect(browser.problems.splice(0)).toEqual([]));

const go = async (place: string) => {
  await page.goto(`${browser.origin}/dashboard.html#/${place}`);
};
const contact = async (name: string): Promise<Contact> =>
  ((await send(page, 'contact.get', { id: ids[name] ?? '' })) as ContactView).contact;
const capture = (id: string, name: string) =>
  makeCapture({
    key: { site: 'linkedin', id },
    url: `https://www.linkedin.com/in/${id}/`,
    name: { full: name },
  });

describe('after installing', () => {
  it('opens one page, once, that says where the icon is and offers the archive first', async () => {
    const welcome = browser.context.pages().filter((other) => other.url().endsWith('#/welcome'));
    expect(welcome).toHaveLength(1);
    const [first] = welcome;
    await first?.getByRole('heading', { name: 'Where the icon is' }).waitFor();
    await first?.getByRole('link', { name: 'Import a file' }).waitFor();
    expect(await first?.locator('.welcome-steps li').allTextContents()).toHaveLength(4);
    expect(await first?.locator('.welcome-steps [aria-current=step]').textContent()).toContain('archive');
    await first?.close();
  });

  it.each([
    [1440, 900],
    [1280, 720],
  ])('shows the primary button of each step without scrolling at %i × %i', async (width, height) => {
    await page.setViewportSize({ width, height });
    for (const step of ['archive', 'me', 'goal', 'contact']) {
      await go(`welcome/${step}`);
      if (step === 'goal') await page.getByRole('radio', { name: /Change of job/ }).check();
      const primary = page.locator('.welcome .primary:visible').first();
      await primary.waitFor();
      const box = await primary.boundingBox();
      expect(box && box.y + box.height, step).toBeLessThanOrEqual(height);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});

describe('a new contact', () => {
  it('is typed in, kept while it is typed, and asked about when there is somebody alike', async () => {
    await go('settings');
    await send(page, 'me.set', { me: makeMe() });
    await send(page, 'goal.set', { goal: makeGoal() });
    for (const [id, name] of [
      ['leyla-brandt', 'Leyla Brandt'],
      ['bea-costa', 'Bea Costa'],
      ['cem-demir', 'Cem Demir'],
    ] as const)
      ids[name] = ((await send(page, 'contact.save', { capture: capture(id, name) })) as { id: string }).id;
    await go('contacts');
    await page.getByRole('link', { name: 'New contact' }).click();
    const form = page.locator('.contacts-new');
    await form.getByLabel('Name', { exact: true }).fill('Dr. Leyla Brandt');
    await form.getByLabel('Company').fill('Elbhöhe');
    await expectNothingToMend(page, 'new contact');
    await page.reload();
    await expect.poll(() => form.getByLabel('Company').inputValue()).toBe('Elbhöhe');
    await form.getByRole('button', { name: 'Save contact' }).click();
    await form.getByRole('button', { name: /Leyla Brandt · Head of Data Platforms/ }).waitFor();
    await expectNothingToMend(page, 'alike');
    await form.getByLabel('Name', { exact: true }).fill('Ada Moll');
    await form.getByLabel('E-mail address (optional)').fill('ada@moll.example');
    await form.getByRole('button', { name: 'Save contact' }).click();
    await page.getByRole('dialog').getByRole('heading', { name: 'Ada Moll', exact: true }).waitFor();
    await page.getByRole('dialog').getByRole('link', { name: 'ada@moll.example' }).waitFor();
  });
});

describe('a saved contact', () => {
  it('is edited by hand; what is typed comes back after the page was gone', async () => {
    await go(`contacts?contact=${ids['Leyla Brandt']}`);
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Edit', exact: true }).click();
    await sheet.getByLabel('Headline').fill('Advises hospitals on data');
    await page.reload();
    await sheet.getByRole('button', { name: 'Edit', exact: true }).click();
    await expect.poll(() => sheet.getByLabel('Headline').inputValue()).toBe('Advises hospitals on data');
    await expectNothingToMend(page, 'edit');
    await sheet.getByRole('button', { name: 'Add a position' }).click();
    const post = sheet.locator('.edit-item').first();
    await post.getByLabel('Title').fill('Chief Data Officer');
    await post.getByLabel('Company').fill('Elbhöhe');
    await post.getByLabel('from').fill('2026-10');
    const former = sheet.locator('.edit-item').nth(1);
    await former.getByLabel('to this day').uncheck();
    await former.getByLabel('to', { exact: true }).fill('2026-09');
    await sheet.getByRole('combobox', { name: 'Place' }).fill('Ulm, Germany');
    await sheet.getByLabel(/^Skills/).fill('SQL, Care');
    await sheet.getByLabel('E-mail addresses, one a line').fill('leyla@elbhoehe');
    await sheet.getByLabel('Day', { exact: true }).fill('29');
    await sheet.getByLabel('Month').selectOption('February');
    await sheet.getByRole('button', { name: 'Save changes' }).click();
    await sheet.getByRole('alert').getByText('is not an e-mail address').waitFor();
    await sheet.getByLabel('E-mail addresses, one a line').fill('leyla@elbhoehe.example');
    await sheet.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Leyla Brandt: your changes are saved.').waitFor();
    await sheet.getByText('Chief Data Officer · Elbhöhe').waitFor();
    await sheet.getByText('Birthday: February 29').waitFor();
    const saved = await contact('Leyla Brandt');
    expect(saved.events.map(({ kind }) => kind)).toEqual(['position']);
    expect(saved.own).toMatchObject({
      birthday: '--02-29',
      edits: {
        headline: 'Advises hospitals on data',
        location: { city: 'Ulm', country: 'DE' },
        skills: ['SQL', 'Care'],
        emails: ['leyla@elbhoehe.example'],
      },
    });
    // The page is read again: what was typed stays.
    await send(page, 'contact.save', { capture: capture('leyla-brandt', 'Leyla Brandt') });
    await sheet.getByText('Chief Data Officer · Elbhöhe').waitFor();
    await sheet.getByRole('button', { name: 'Edit', exact: true }).click();
    await sheet.locator('.edit-typed').first().getByRole('button').click();
    await page.getByText('the field follows pages and files again').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    expect((await contact('Leyla Brandt')).own.edits.headline).toBe('Advises hospitals on data');
    await sheet.getByRole('button', { name: 'Close', exact: true }).last().click();
  });

  it('has dated entries of a kind, each of which can be changed and deleted', async () => {
    await go(`contacts?contact=${ids['Bea Costa']}`);
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('What was it?').selectOption('called');
    await sheet.getByLabel('When?').fill('2026-10-02');
    await sheet.getByLabel('What was it about?').fill('The new clinic');
    await page.reload();
    await expect.poll(() => sheet.getByLabel('What was it about?').inputValue()).toBe('The new clinic');
    await sheet.getByRole('button', { name: 'Add to the log' }).click();
    await sheet.getByText('called · The new clinic').waitFor();
    await sheet.getByRole('button', { name: /^Edit the entry/ }).click();
    await sheet.locator('.log textarea').fill('The new clinic in Ulm');
    await sheet.getByRole('button', { name: 'Save entry' }).click();
    await sheet.getByText('called · The new clinic in Ulm').waitFor();
    await expectNothingToMend(page, 'log');
    await sheet.getByRole('button', { name: /^Delete the entry/ }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await sheet.getByText('called · The new clinic in Ulm').waitFor();
    expect((await contact('Bea Costa')).own.log).toEqual([
      { day: '2026-10-02', kind: 'called', text: 'The new clinic in Ulm' },
    ]);
  });
});

describe('lists', () => {
  const order = () => page.locator('.own-list .name').allTextContents();

  it('are made, filled, and put in order with the keyboard and the pointer', async () => {
    await go('lists');
    await page.getByLabel('New list').fill('Dinner');
    await page.getByRole('button', { name: 'Create list' }).click();
    await page.getByRole('heading', { name: 'Dinner' }).waitFor();
    for (const name of ['Leyla', 'Bea', 'Cem']) {
      await page.getByRole('combobox', { name: 'Add somebody' }).fill(name);
      await page.getByRole('option', { name: new RegExp(name) }).click();
      await page.locator('.own-list .name', { hasText: name }).waitFor();
    }
    expect(await order()).toEqual(['Leyla Brandt', 'Bea Costa', 'Cem Demir']);
    await expectNothingToMend(page, 'list');
    await page.getByRole('button', { name: 'Move Cem Demir up' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(order).toEqual(['Leyla Brandt', 'Cem Demir', 'Bea Costa']);
    await page.locator('.own-list li').last().dragTo(page.locator('.own-list li').first());
    await expect.poll(order).toEqual(['Bea Costa', 'Leyla Brandt', 'Cem Demir']);
    await page.reload();
    await expect.poll(order).toEqual(['Bea Costa', 'Leyla Brandt', 'Cem Demir']);
    await page.getByRole('button', { name: 'Take Leyla Brandt off the list' }).click();
    await page.getByText('Leyla Brandt is off the list “Dinner”.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(order).toEqual(['Bea Costa', 'Leyla Brandt', 'Cem Demir']);
  });

  it('go, and come back whole', async () => {
    await page.getByRole('button', { name: 'Delete list' }).click();
    await page.getByText('No list yet').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'Dinner' }).waitFor();
    await expect.poll(order).toEqual(['Bea Costa', 'Leyla Brandt', 'Cem Demir']);
  });
});

describe('the board of a goal', () => {
  const column = (name: string) =>
    page.locator('.board-column', { has: page.getByRole('heading', { name, exact: true }) });
  const cards = (name: string) => column(name).locator('.board-name').allTextContents();

  it('takes people through its columns by select, keyboard and pointer', async () => {
    await go('goals');
    await page.getByRole('link', { name: 'Board' }).click();
    for (const name of ['Leyla', 'Bea']) {
      await page.getByRole('combobox', { name: 'Add somebody' }).fill(name);
      await page.getByRole('option', { name: new RegExp(name) }).click();
      await column('To ask').locator('.board-name', { hasText: name }).waitFor();
    }
    await expectNothingToMend(page, 'board');
    await page.getByLabel('How far you are with Leyla Brandt').selectOption('Asked');
    await expect.poll(() => cards('Asked')).toEqual(['Leyla Brandt']);
    await page.getByText('Leyla Brandt is now under “Asked”.').waitFor();
    await page.getByRole('link', { name: 'Leyla Brandt' }).focus();
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => cards('Met')).toEqual(['Leyla Brandt']);
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Leyla Brandt');
    await page.locator('.board-card', { hasText: 'Bea' }).dragTo(column('Thanked'));
    await expect.poll(() => cards('Thanked')).toEqual(['Bea Costa']);
    await page.getByText('Bea Costa is now under “Thanked”.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => cards('To ask')).toEqual(['Bea Costa']);
    await page.reload();
    await expect.poll(() => cards('Met')).toEqual(['Leyla Brandt']);
  });
});

it('puts off until tomorrow what is due, and says so', async () => {
  const today = new Date().toISOString().slice(0, 10);
  await send(page, 'contact.setOwn', {
    id: ids['Cem Demir'],
    own: { nextStep: { text: 'Call about the clinic', due: today } },
  });
  await go('today');
  await page.getByRole('button', { name: /^Put off until tomorrow: Call about the clinic/ }).click();
  await page.getByText(/Cem Demir: put off until/).waitFor();
  await page.locator('.due').getByText('tomorrow').waitFor();
  expect((await contact('Cem Demir')).own).toMatchObject({
    nextStep: { due: today },
    snoozed: [['nextStep', new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)]],
  });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
  expect((await contact('Cem Demir')).own.snoozed).toBeUndefined();
});

it('says why it offers what it offers, keeps the word beside it, and with Escape too', async () => {
  await go('me');
  const field = page.getByRole('combobox', { name: 'Function' });
  await field.fill('Contr');
  const first = page.getByRole('option').first();
  await first.getByText('also called: Controller').waitFor();
  await page.keyboard.press('Escape');
  expect(await field.inputValue()).toBe('Contr');
  await page.keyboard.press('Tab');
  expect(await field.inputValue()).toBe('Contr');
  await page.getByText('“Contr” is not matched yet').waitFor();
  await expectNothingToMend(page, 'open word');
  await field.fill('Contr');
  await page.keyboard.press('Enter');
  await page.getByText('You wrote: Contr').waitFor();
});
