import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { strToU8, zipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ExtensionBrowser, until } from '../../src/cli/chromium.ts';
import { send } from '../../src/cli/seed/seed.ts';
import type { Backup } from '../../src/core/model/index.ts';
import { BUILT, launchBuilt } from './launch.ts';

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const row = (i: number) =>
  `Person,No${i},https://www.linkedin.com/in/no-${i},,Company ${i % 50},Nurse,1 Mar 2024`;
const rows = (count: number) => [HEADER, ...Array.from({ length: count }, (_, i) => row(i))].join('\n');

/** An invented archive as it comes from LinkedIn, in a folder of its own, with a preamble. */
const ARCHIVE = Buffer.from(
  zipSync({
    'Export/Connections.csv': strToU8(
      `Notes:\r\n"Some emails are missing, ""as you know""."\r\n\r\n${rows(3)}\n`,
    ),
    'Export/Profile.csv': strToU8(
      'First Name,Last Name,Headline,Summary,Industry,Geo Location\nKim,Sommer,Data Engineer,x,Insurance,"Hamburg, Germany"\n',
    ),
    'Export/Jobs/Job Seeker Preferences.csv': strToU8(
      'Locations,Industries,Job Titles,Dream Companies\n"Berlin, Germany",Hospitals and Health Care,Software Engineer,Charité\n',
    ),
    'Export/Media/picture.png': new Uint8Array([1, 2, 3]),
  }),
);

let browser: ExtensionBrowser;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'weitblick-'));
  browser = await launchBuilt({ extension: withDownloads() });
  page = await browser.context.newPage();
  await page.goto(`${browser.origin}/dashboard.html`);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await restore(EMPTY);
  await open('');
});
afterEach(() => expect(browser.problems.splice(0)).toEqual([]));

/** No program can answer the browser's question for `downloads`: a copy of the build has it granted. */
function withDownloads(): string {
  const copy = join(folder, 'extension');
  cpSync(BUILT, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] };
  manifest.permissions.push('downloads');
  writeFileSync(file, JSON.stringify(manifest));
  return copy;
}

const EMPTY = {
  format: 'weitblick',
  version: 1,
  exportedAt: '2026-11-24T10:00:00.000Z',
  me: null,
  goals: [],
  contacts: [],
  ties: [],
  settings: { onboarding: 'done' },
};

async function restore(backup: object): Promise<void> {
  const text = JSON.stringify(backup);
  const { id } = await send(page, 'import.begin', {
    files: [{ name: 'b.json', size: text.length }],
  });
  await send(page, 'import.part', { id, file: 0, data: Buffer.from(text).toString('base64') });
  await send(page, 'import.read', { id });
  await send(page, 'restore.confirm', { id });
}

const saved = async () => (await send(page, 'network.get', {})).contactCount;

async function open(section: string): Promise<void> {
  await page.goto(`${browser.origin}/dashboard.html#/files${section}`);
  await page.reload();
  await page.locator('nav.tabs').waitFor();
}

const choose = (name: string, content: string | Buffer) =>
  page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(content) });

/** Stops the background as the browser does after 30 s of rest. */
async function killWorker(): Promise<void> {
  const session = await browser.context.newCDPSession(page);
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { targetId, type } of targetInfos)
    if (type === 'service_worker') await session.send('Target.closeTarget', { targetId });
  await session.detach();
}

async function contentOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

it('imports an archive after a preview, says who the user is, and takes it all back after a restart', async () => {
  await choose('archive.zip', ARCHIVE);
  await page.getByRole('heading', { name: '3 new people would join your network.' }).waitFor();
  expect(await page.getByText('Kim Sommer · Data Engineer').isVisible()).toBe(false);
  expect(await page.getByRole('checkbox', { name: /Kim Sommer/ }).isChecked()).toBe(true);
  expect(await page.getByRole('checkbox', { name: /Software Engineer/ }).isChecked()).toBe(true);
  expect(await saved()).toBe(0);
  await page.getByRole('button', { name: 'Save 3 people' }).click();
  await page.getByRole('heading', { name: /3 people have joined your network/ }).waitFor();
  const network = await send(page, 'network.get', {});
  expect([network.contactCount, network.me?.name, network.goals.length]).toEqual([3, 'Kim Sommer', 1]);
  await killWorker();
  await open('');
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByText('Taken back: 3 contacts are as they were.').waitFor();
  expect(await saved()).toBe(0);
});

it('takes the focus along from step to step, for who has only the keyboard', async () => {
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const isAt = (text: string) => until(`the focus on ${text}`, async () => (await focused())?.includes(text));
  await page.locator('input[type=file]').focus();
  await choose('Connections.csv', rows(2));
  await isAt('2 new people would join your network.');
  await page.getByRole('button', { name: 'Save 2 people' }).press('Enter');
  await isAt('2 people have joined your network');
  await page.getByRole('button', { name: 'Take it all back' }).press('Enter');
  await isAt('Import more');
});

it('goes on when the background was stopped between preview and confirmation', async () => {
  await choose('Connections.csv', rows(5));
  const confirm = page.getByRole('button', { name: 'Save 5 people' });
  await confirm.waitFor();
  await killWorker();
  await confirm.click();
  await page.getByRole('heading', { name: /5 people have joined/ }).waitFor();
  expect(await saved()).toBe(5);
});

it('leaves nothing half-written when the background is killed in the middle', async () => {
  await choose('Connections.csv', rows(4_000));
  const confirm = page.getByRole('button', { name: 'Save 4,000 people' });
  await confirm.waitFor();
  await confirm.click();
  await page.waitForTimeout(150);
  await killWorker();
  // The page hands the files over again and finishes, or says that nothing was changed.
  await page.locator('.actions').waitFor();
  await until('a settled number', async () => ([0, 4_000].includes(await saved()) ? true : undefined));
  browser.problems.splice(0);
});

it('names what cannot be read by its row, and goes on with the rest only when told', async () => {
  await choose('Connections.csv', `${rows(2)}\n,,https://www.linkedin.com/in/x,,Acme,Lead,1 Jan 2020`);
  await page.getByText('Row 4 of Connections.csv has no name (Lead).').waitFor();
  const confirm = page.getByRole('button', { name: 'Save 2 people' });
  expect(await confirm.isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: /Import what can be read/ }).check();
  await confirm.click();
  await page.getByRole('heading', { name: /2 people have joined/ }).waitFor();
});

it('reads an unknown table by the columns that the user names', async () => {
  await choose('leute.csv', 'Wer;Wo\nJo Ex;Acme\n');
  await page.getByLabel('What column Wer holds').selectOption('fullName');
  await page.getByLabel('What column Wo holds').selectOption('company');
  await page.getByRole('button', { name: 'Read with these columns' }).click();
  await page.getByRole('row', { name: /Jo Ex Acme/ }).waitFor();
});

it('exports a table, and a backup that comes back only with its passphrase', async () => {
  await choose('Connections.csv', rows(3));
  await page.getByRole('button', { name: 'Save 3 people' }).click();
  await page.getByRole('heading', { name: /3 people have joined/ }).waitFor();

  await open('/export');
  let download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export 3 contacts' }).click();
  const table = await download;
  expect(table.suggestedFilename()).toMatch(/^weitblick-contacts-\d{4}-\d\d-\d\d\.csv$/);
  expect((await contentOf(table)).trim().split('\r\n')).toHaveLength(4);

  await open('/backup');
  await page.getByLabel('Passphrase (if the file is to be encrypted)').fill('correct horse');
  download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up, encrypted' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^weitblick-backup-\d{4}-\d\d-\d\d\.json\.age$/);
  const sealed = readFileSync(await file.path());
  expect(sealed.toString('latin1')).not.toContain('no-1');

  await restore(EMPTY);
  await open('');
  await choose('backup.json.age', sealed);
  await page.getByLabel('Passphrase').fill('wrong');
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByText('This passphrase does not open backup.json.age').waitFor();
  await page.getByLabel('Passphrase').fill('correct horse');
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('heading', { name: /^Backup of / }).waitFor();
  expect(await saved()).toBe(0);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByRole('heading', { name: 'Restored: 3 contacts are back.' }).waitFor();
  expect(await saved()).toBe(3);
});

it('exports the contacts that another room hands over, and those alone', async () => {
  await choose('Connections.csv', rows(3));
  await page.getByRole('button', { name: 'Save 3 people' }).click();
  await page.getByRole('heading', { name: /3 people have joined/ }).waitFor();
  const { rows: found } = await send(page, 'rows.get', { segment: 0 });
  await open(`?ids=${found[0]?.id},${found[1]?.id}`);
  await page.getByText('2 selected contacts.').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export 2 contacts' }).click();
  expect((await contentOf(await download)).trim().split('\r\n')).toHaveLength(3);
  await page.getByRole('button', { name: 'Everybody instead' }).click();
  await page.getByText('All 3 contacts.').waitFor();
});

it('makes the automatic backup by itself, through the browser’s downloads', async () => {
  await choose('Connections.csv', rows(3));
  await page.getByRole('button', { name: 'Save 3 people' }).click();
  await page.getByRole('heading', { name: /3 people have joined/ }).waitFor();
  const download = page.context().waitForEvent('download' as never) as Promise<unknown>;
  const path = join(folder, 'downloads');
  const session = await browser.context.newCDPSession(page);
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: path,
    eventsEnabled: true,
  });
  download.catch(() => {});
  const state = await send(page, 'backup.now', {});
  expect(state).toMatchObject({ changesSince: 0, failure: null });
  const found = await page.evaluate(async () => {
    interface Downloads {
      search(query: object): Promise<{ filename: string; state: string; fileSize: number }[]>;
    }
    const { downloads } = (globalThis as unknown as { chrome: { downloads: Downloads } }).chrome;
    return downloads.search({ orderBy: ['-startTime'], limit: 1 });
  });
  expect(found[0]?.state).toBe('complete');
  const backup = JSON.parse(readFileSync(found[0]?.filename ?? '', 'utf8')) as Backup;
  expect(backup.contacts).toHaveLength(3);
  await session.detach();
});

it('merges two contacts by the choices of the user, and parts them again', async () => {
  const card = (lines: string) =>
    `BEGIN:VCARD\nVERSION:3.0\nFN:Leyla Brandt\nORG:Acme\n${lines}\nEND:VCARD\n`;
  await choose(
    'a.vcf',
    card('URL:https://www.linkedin.com/in/leyla\nTITLE:Head of Data') +
      card('TITLE:Leiterin\nNOTE:met in Rome'),
  );
  await page.getByRole('button', { name: 'Save 2 people' }).click();
  await page.getByRole('link', { name: 'Look at 1 possible duplicate' }).click();
  await page.getByText('Same name, same company: Acme').waitFor();
  await page.getByRole('button', { name: 'One person: merge' }).click();
  await page.getByRole('heading', { name: 'No duplicates' }).waitFor();
  expect(await saved()).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: '1 pair may be one person' }).waitFor();
  expect(await saved()).toBe(2);
  await page.getByRole('button', { name: 'Two people' }).click();
  await page.getByRole('heading', { name: 'No duplicates' }).waitFor();
});

it.each(['', '/export', '/backup', '/duplicates'])('is usable by everybody (#/files%s)', async (section) => {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await open(section);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
});
