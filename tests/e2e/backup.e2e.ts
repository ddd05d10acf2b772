import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExtensionBrowser, stopWorker, until } from '../../src/cli/chromium.ts';
import { send } from '../../src/cli/seed/seed.ts';
import type { Backup } from '../../src/core/model/index.ts';
import { makeContact } from '../make.ts';
import { launchBuilt } from './launch.ts';

/** More than a part that is handed over, and more than a batch that is written. */
const PEOPLE = 1_500;
const contacts = Array.from({ length: PEOPLE }, (_, i) => ({
  ...makeContact(
    {
      key: { site: 'linkedin', id: `person-${i}` },
      url: `https://www.linkedin.com/in/person-${i}/`,
      name: { full: `Zoë Muster-${i}` },
    },
    `c${String(i).padStart(5, '0')}`,
  ),
  own: {
    note: `Größe 日本 👩‍💻 ${'met in Rome. '.repeat(20)}`,
    tags: ['met'],
    log: [{ day: '2026-10-12', text: 'Talked about the team.', kind: 'met' as const }],
    edits: {},
  },
}));
const BACKUP: Backup = {
  format: 'weitblick',
  version: 1,
  exportedAt: '2026-11-24T10:00:00.000Z',
  me: null,
  goals: [],
  settings: { onboarding: 'done' } as Backup['settings'],
  contacts,
  ties: contacts.map(({ id }, i) => ({ from: 'me', to: id, kind: 'knows', messages: i })),
  captures: contacts.map(({ id, profile, source }) => ({
    contactId: id,
    at: '2026-10-01T10:00:00.000Z',
    url: source.url,
    reader: 'linkedin@1',
    profile,
    provenance: {},
  })),
  tombstones: [],
};

let folder: string;
const browsers: ExtensionBrowser[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weitblick-'));
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The room Files of a new profile. */
async function newProfile(): Promise<{ browser: ExtensionBrowser; page: Page }> {
  const browser = await launchBuilt();
  browsers.push(browser);
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/dashboard.html#/files`);
  await page.locator('nav.tabs').waitFor();
  return { browser, page };
}

const inRoom = async (page: Page, section: string) => {
  await page.goto(`${page.url().split('#')[0]}#/files${section}`);
  await page.reload();
  await page.locator('nav.tabs').waitFor();
};
const saved = async (page: Page) => (await send(page, 'network.get', {})).contactCount;

async function takenOut(page: Page, to: string, passphrase: string): Promise<void> {
  await inRoom(page, '/backup');
  if (passphrase !== '')
    await page.getByLabel('Passphrase (if the file is to be encrypted)').fill(passphrase);
  const download = page.waitForEvent('download', { timeout: 120_000 });
  await page
    .getByRole('button', { name: passphrase === '' ? 'Back up' : 'Back up, encrypted', exact: true })
    .click();
  await (await download).saveAs(to);
}

it('brings a network with its history from one profile to a new one, sealed on the way', async () => {
  const [plain, sealed, again] = ['plain.json', 'out.json.age', 'again.json'].map((name) =>
    join(folder, name),
  );
  writeFileSync(plain as string, JSON.stringify(BACKUP));
  const first = await newProfile();
  await first.page.setInputFiles('input[type=file]', plain as string);
  await first.page.getByRole('button', { name: 'Restore', exact: true }).click();
  await first.page.getByRole('heading', { name: 'Restored: 1,500 contacts are back.' }).waitFor();
  await takenOut(first.page, sealed as string, 'correct horse');
  expect(first.browser.problems).toEqual([]);

  const second = await newProfile();
  await second.page.setInputFiles('input[type=file]', sealed as string);
  await second.page.getByLabel('Passphrase').fill('correct horse');
  await second.page.getByRole('button', { name: 'Open' }).click();
  const go = second.page.getByRole('button', { name: 'Restore', exact: true });
  await go.waitFor();
  expect(await saved(second.page)).toBe(0);

  // A background that is stopped in the middle leaves all or nothing; the page then hands the file over once more.
  await go.click();
  await second.page.waitForTimeout(300);
  await stopWorker(second.browser, second.page);
  await until('all or nothing', async () =>
    [0, PEOPLE].includes(await saved(second.page)) ? true : undefined,
  );
  second.browser.problems.splice(0);
  await inRoom(second.page, '');
  await send(second.page, 'privacy.erase', { everything: true });
  await inRoom(second.page, '');
  await second.page.setInputFiles('input[type=file]', sealed as string);
  await second.page.getByLabel('Passphrase').fill('correct horse');
  await second.page.getByRole('button', { name: 'Open' }).click();
  await go.click();
  await second.page.getByRole('heading', { name: 'Restored: 1,500 contacts are back.' }).waitFor();
  await takenOut(second.page, again as string, '');
  const {
    exportedAt: _,
    settings: __,
    ...back
  } = JSON.parse(readFileSync(again as string, 'utf8')) as Backup;
  const { exportedAt: ___, settings: ____, ...was } = BACKUP;
  const byEnd = <Tie extends { to: string }>(ties: readonly Tie[]) =>
    ties.toSorted((a, b) => (a.to < b.to ? -1 : 1));
  expect({ ...back, ties: byEnd(back.ties) }).toEqual({ ...was, ties: byEnd(was.ties) });
  expect(second.browser.problems).toEqual([]);
});

it('adds a backup to what is here, with numbers first, and takes it back', async () => {
  const { browser, page } = await newProfile();
  const restored = async (backup: object) => {
    const file = join(folder, 'here.json');
    writeFileSync(file, JSON.stringify(backup));
    await page.setInputFiles('input[type=file]', file);
  };
  const here = contacts.slice(0, 12).map((contact) => ({
    ...contact,
    rev: 5,
    updatedAt: '2026-11-30T10:00:00.000Z',
    own: { ...contact.own, note: 'noted since' },
  }));
  await restored({ ...BACKUP, contacts: here, ties: [], captures: [] });
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByRole('heading', { name: 'Restored: 12 contacts are back.' }).waitFor();
  await send(page, 'contact.forget', { id: 'c00003' });

  await inRoom(page, '');
  await restored({
    ...BACKUP,
    contacts: contacts.slice(2, 20),
    ties: BACKUP.ties.slice(2, 20),
    captures: [],
  });
  await page
    .getByText('Here: 11 contacts. In the file: 18; 9 of them are people you have here too.')
    .waitFor();
  expect(await page.getByRole('radio', { name: /Add to what is here/ }).isChecked()).toBe(true);
  await page.getByText('8 people join your network.').waitFor();
  await page.getByText('2 people who are only here stay.').waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.getByRole('radio', { name: /Put it in place of everything/ }).check();
  await page.getByText('2 contacts that you have now are not in the backup and will be lost.').waitFor();
  await page.getByRole('radio', { name: /Add to what is here/ }).check();
  await page.getByRole('button', { name: 'Add the backup' }).click();
  await page.getByRole('heading', { name: '8 people have joined your network.' }).waitFor();
  expect(await saved(page)).toBe(19);
  const joined = await send(page, 'contact.get', { id: 'c00005' });
  expect(joined?.contact.own.note?.startsWith('noted since\n\n')).toBe(true);
  expect(await send(page, 'contact.get', { id: 'c00003' })).toBeNull();
  await page.getByRole('button', { name: 'Take it all back' }).click();
  await page.getByText(/^Taken back: 17 contacts/).waitFor();
  expect(await saved(page)).toBe(11);
  expect((await send(page, 'contact.get', { id: 'c00005' }))?.contact.own.note).toBe('noted since');
  expect(browser.problems).toEqual([]);
});
