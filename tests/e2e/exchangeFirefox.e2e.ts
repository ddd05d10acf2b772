import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExtensionFirefox, launchFirefox } from './launch.ts';

const CONNECTIONS = [
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
  'Leyla,Brandt,https://www.linkedin.com/in/leyla-b,,Acme,Nurse,1 Mar 2024',
  'Tom,Example,https://www.linkedin.com/in/tom-e,,Acme,Buyer,1 Mar 2024',
].join('\n');

let firefox: ExtensionFirefox;
let page: Page;

beforeAll(async () => {
  firefox = await launchFirefox();
  ({ page } = firefox);
});
afterAll(() => firefox?.close());

const text = () => page.evaluate(() => document.body?.textContent ?? '');
const click = (words: string) =>
  page.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>('main button, main a')];
    all.find((element) => element.textContent?.trim() === wanted)?.click();
  }, words);

async function open(section: string): Promise<void> {
  await page.goto(`${firefox.origin}/dashboard.html#/files${section}`, { waitUntil: [] });
}

/** Files as the dialogue would hand them over. */
const choose = (name: string, content: string) =>
  page.evaluate(
    ([title, body]) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const files = new DataTransfer();
      files.items.add(new File([body], title));
      if (input === null) throw new Error('there is no field for files');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [name, content] as const,
  );

it('imports, takes back, and seals a backup in Firefox', async () => {
  await open('');
  await expect.poll(text, { timeout: 20_000 }).toContain('Choose files');
  await choose('Connections.csv', CONNECTIONS);
  await expect.poll(text, { timeout: 20_000 }).toContain('2 new people would join your network.');
  await click('Save 2 people');
  await expect.poll(text, { timeout: 20_000 }).toContain('2 people have joined your network.');

  await open('/backup');
  await expect.poll(text, { timeout: 20_000 }).toContain('You have no backup yet');
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('input[type=password]');
    if (field === null) throw new Error('there is no field for the passphrase');
    field.value = 'correct horse';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect.poll(text).toContain('Back up, encrypted');
  await click('Back up, encrypted');
  await expect.poll(text, { timeout: 20_000 }).toContain('was handed to your downloads');

  await open('');
  await expect.poll(text, { timeout: 20_000 }).toContain('Take back');
  await click('Take back');
  await expect.poll(text, { timeout: 20_000 }).toContain('Taken back: 2 contacts are as they were.');
});
