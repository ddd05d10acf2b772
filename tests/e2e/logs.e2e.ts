import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ExtensionBrowser, openRealPopup, until } from '../../src/cli/chromium.ts';
import { send } from '../../src/cli/seed/seed.ts';
import { Settings } from '../../src/core/model/index.ts';
import { makeContact } from '../make.ts';
import { launchBuilt } from './launch.ts';

const LEYLA = {
  ...makeContact(
    { positions: [{ title: 'Head of Data', company: 'Universitätsklinikum Musterstadt', end: null }] },
    'leyla',
  ),
  emails: ['leyla@uk.example'],
};
const BO = makeContact(
  {
    key: { site: 'linkedin', id: 'bo' },
    url: 'https://www.linkedin.com/in/bo/',
    name: { full: 'Bo Adler' },
    positions: [{ title: 'Buyer', company: 'Acme', end: null }],
  },
  'bo',
);
const BACKUP = {
  format: 'weitblick',
  version: 1,
  exportedAt: '2026-11-24T10:00:00.000Z',
  me: null,
  goals: [],
  contacts: [LEYLA, { ...BO, own: { ...BO.own, nextStep: { text: 'Send the deck', due: '2099-12-01' } } }],
  ties: [],
  settings: Settings.parse({ onboarding: 'done' }),
};
const CALENDAR = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTART;TZID=Nowhere:20260305T100000',
  'RRULE:FREQ=WEEKLY;COUNT=2',
  'SUMMARY:Plan for the registry',
  'ATTENDEE;CN=Leyla:mailto:Leyla@uk.example',
  'ATTENDEE:mailto:nobody@x.example',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

let browser: ExtensionBrowser;
let page: Page;

beforeAll(async () => {
  browser = await launchBuilt();
  page = await browser.context.newPage();
  await page.goto(`${browser.origin}/dashboard.html`);
});
afterAll(() => browser?.close());
beforeEach(async () => {
  const text = JSON.stringify(BACKUP);
  const bytes = Buffer.from(text);
  const { id } = await send(page, 'import.begin', { files: [{ name: 'b.json', size: bytes.length }] });
  await send(page, 'import.part', { id, file: 0, data: bytes.toString('base64') });
  await send(page, 'import.read', { id });
  await send(page, 'restore.confirm', { id });
});
afterEach(() => expect(browser.problems.splice(0)).toEqual([]));

async function open(place: string): Promise<void> {
  await page.goto(`${browser.origin}/dashboard.html#/${place}`);
  await page.reload();
}

it('imports a calendar after a preview: meetings stand in the log, and say when the last contact was', async () => {
  await open('files');
  await page.setInputFiles('input[type=file]', {
    name: 'calendar.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(CALENDAR),
  });
  await page.getByRole('heading', { name: 'Meetings and messages with 1 of your contacts.' }).waitFor();
  await page.getByRole('row', { name: /Leyla Brandt 2 0 0/ }).waitFor();
  await page.getByText('1 address is of nobody in your network').waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Save 1 person' }).click();
  await page.getByRole('heading', { name: /1 contact was brought up to date/ }).waitFor();

  await open('contacts?contact=leyla');
  await until('both lines of the log', async () =>
    (await page.getByText('Plan for the registry').count()) === 2 ? true : undefined,
  );
  const view = await send(page, 'contact.get', { id: 'leyla' });
  expect(view?.contact.own.log.map(({ day }) => day)).toEqual(['2026-03-12', '2026-03-05']);
  expect(view?.ties.find(({ to }) => to === 'leyla')).toMatchObject({
    lastContact: '2026-03-12',
    strength: 'moderate',
  });

  await open('files');
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByText('Taken back: 1 contact').waitFor();
  expect((await send(page, 'contact.get', { id: 'leyla' }))?.contact.own.log).toEqual([]);
});

it('counts a mailbox, and once more with the addresses that the user names', async () => {
  const mail = (from: string, to: string) =>
    `From x\nFrom: ${from}\nTo: ${to}\nDate: Tue, 5 Mar 2024 10:00:00 +0100\nSubject: secret\n\nsecret\n\n`;
  await open('files');
  await page.setInputFiles('input[type=file]', {
    name: 'INBOX',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(mail('leyla@uk.example', 'me@home.example')),
  });
  const own = page.getByLabel('Your own e-mail addresses');
  await own.fill('me@home.example');
  await page.getByRole('button', { name: 'Count again' }).click();
  await page.getByRole('row', { name: /Leyla Brandt 0 0 1/ }).waitFor();
  await page.getByRole('button', { name: 'Save 1 person' }).click();
  await page.getByRole('heading', { name: /1 contact was brought up to date/ }).waitFor();
  const view = await send(page, 'contact.get', { id: 'leyla' });
  expect(view?.contact.own.log).toMatchObject([{ day: '2024-03-05', text: 'E-mail' }]);
  expect(JSON.stringify(view)).not.toContain('secret');
});

it('exports what is due as a calendar that another program reads, from Files and from the contact', async () => {
  const summaries = (text: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((event) => `${event.getFirstPropertyValue('dtstart')} ${event.getFirstPropertyValue('summary')}`);
  const taken = async (click: () => Promise<void>) => {
    const download = page.waitForEvent('download');
    await click();
    return readFileSync(await (await download).path(), 'utf8');
  };
  await open('files/export');
  await page.getByRole('radio', { name: /^Calendar/ }).check();
  const all = await taken(() => page.getByRole('button', { name: 'Export the calendar' }).click());
  expect(summaries(all)).toEqual(['2099-12-01 Bo Adler: Send the deck']);

  await open('contacts?contact=bo');
  const one = await taken(() => page.getByRole('button', { name: 'Put in calendar' }).click());
  const uid = (text: string) => /^UID:(.*)$/m.exec(text)?.[1];
  expect(summaries(one)).toEqual(summaries(all));
  expect(uid(one)).toBe(uid(all));
});

it('finds within words and by e-mail, and says by what; the popup is ready to type', async () => {
  await open('contacts');
  const search = page.getByRole('searchbox');
  await search.fill('klinik');
  await page.getByRole('row', { name: /Leyla Brandt/ }).waitFor();
  await until('one row', async () =>
    (await page.locator('.contacts-row').count()) === 1 ? true : undefined,
  );
  await search.fill('uk.exam');
  await page.getByText('E-mail: leyla@uk.example').waitFor();

  const other = await browser.context.newPage();
  await other.goto('about:blank');
  const popup = await openRealPopup(browser, page);
  await until('the field to have the keyboard', async () =>
    (await popup.evaluate('document.activeElement?.getAttribute("role") ?? ""')) === 'combobox'
      ? true
      : undefined,
  );
  for (const key of 'klinik') await popup.press(key);
  await until('Leyla to be found', async () =>
    String(await popup.evaluate('document.querySelector("[role=option]")?.textContent')).includes('Leyla')
      ? true
      : undefined,
  );
  await popup.close();
  await other.close();
});
