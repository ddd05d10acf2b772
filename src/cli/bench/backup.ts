import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Locator, Page } from 'playwright-core';
import {
  BACKUP_VERSION,
  type CaptureRecord,
  type Contact,
  Settings,
  type Tie,
} from '../../core/model/index.ts';
import { writeBackup } from '../../exchange/export/backup.ts';
import { readArguments } from '../arguments.ts';
import { buildExtension } from '../build.ts';
import { type ExtensionBrowser, launchChromium } from '../chromium.ts';
import { UsageError } from '../command.ts';
import { root } from '../root.ts';
import { watchBackground, watchPage } from './background.ts';
import { people } from './exchange.ts';
import type { Row } from './row.ts';

const NOW = '2026-11-24T10:00:00.000Z';
const PASSPHRASE = 'a passphrase of nobody';
/** Milliseconds that a step may take before the browser is given up. */
const PATIENCE = 900_000;

/** A backup of people with their history goes in, out, and in again, plain and encrypted, as a person does it. */
export async function run(args: string[] = []): Promise<Row[]> {
  const { values } = readArguments({
    args,
    options: { people: { type: 'string', default: '100000' }, extension: { type: 'string' } },
  });
  const count = Number(values.people);
  if (!Number.isInteger(count) || count < 1) throw new UsageError('--people takes a whole number above 0.');
  if (values.extension === undefined) buildExtension(root);
  const extension = values.extension ?? join(root, '.output', 'chrome-mv3');
  const folder = mkdtempSync(join(tmpdir(), 'weitblick-backup-'));
  try {
    const plain = join(folder, 'backup.json');
    await pipeline(Readable.from(written(count)), createWriteStream(plain));
    const rows: Row[] = [{ what: `${count} people with history`, figure: megabytes(plain), unit: 'MB' }];
    const sealed = join(folder, 'out.json.age');
    await inChromium(extension, async (browser, page) => {
      rows.push(await resting(browser, page));
      rows.push(...(await restored(browser, page, plain, count)));
      rows.push(...(await takenOut(browser, page, sealed, PASSPHRASE)));
      rows.push(...(await takenOut(browser, page, join(folder, 'out.json'), '')));
    });
    await inChromium(extension, async (browser, page) => {
      rows.push(...(await restored(browser, page, sealed, count)));
    });
    rows.push(await byCommand(plain, 'encryptedBackup', join(folder, 'cli.age')));
    rows.push(await byCommand(join(folder, 'cli.age'), 'backup', join(folder, 'cli.json')));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The backup of invented people: careers of four stations, a log, a page that was read, ties. */
async function* written(count: number): AsyncGenerator<string> {
  yield* writeBackup({
    format: 'weitblick',
    version: BACKUP_VERSION,
    exportedAt: NOW,
    me: null,
    goals: [],
    settings: Settings.parse({ onboarding: 'done' }),
    contacts: withLog(people(count)),
    ties: () => tiesOf(count),
    captures: pagesOf(people(count)),
    tombstones: [],
  });
}

function* withLog(contacts: Iterable<Contact>): Generator<Contact> {
  for (const contact of contacts)
    yield {
      ...contact,
      own: {
        ...contact.own,
        log: Array.from({ length: 4 }, (_, line) => ({
          day: `2026-0${9 - line}-12`,
          text: 'Talked about who might know somebody in the team, and what became of the last idea.',
          kind: 'met' as const,
        })),
      },
    };
}

function* pagesOf(contacts: Iterable<Contact>): Generator<CaptureRecord> {
  for (const { id, profile, provenance, source } of contacts)
    yield {
      contactId: id,
      at: NOW,
      url: source.url,
      reader: source.reader,
      // What the first page of a search shows of somebody.
      profile: { ...profile, positions: profile.positions.slice(0, 1), skills: [] },
      provenance,
    };
}

function* tiesOf(count: number): Generator<Tie> {
  for (let i = 0; i < count; i++) {
    yield { from: 'me', to: `contact-${i}`, kind: 'knows', connectedOn: '2024-03-01', messages: i % 40 };
    if (i % 4 === 0) yield { from: `contact-${i}`, to: `contact-${(i + 1) % count}`, kind: 'knows' };
  }
}

async function inChromium(
  extension: string,
  measure: (browser: ExtensionBrowser, page: Page) => Promise<void>,
): Promise<void> {
  const browser = await launchChromium({ extension, samples: [], headless: true });
  try {
    const page = await browser.context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await measure(browser, page);
  } finally {
    await browser.close();
  }
}

/** Has a command write what its heap and the buffers beside it took at their highest to its fourth stream. */
const TELL_PEAK = `data:text/javascript,import { writeSync } from 'node:fs';
let most = 0;
setInterval(() => {
  const { heapUsed, external } = process.memoryUsage();
  most = Math.max(most, heapUsed + external);
}, 50).unref();
process.on('exit', () => writeSync(3, most + '\\n'));`;

/** The same with the command line. */
async function byCommand(from: string, format: string, to: string): Promise<Row> {
  const command = spawn(
    process.execPath,
    [
      ...['--import', TELL_PEAK, join(root, 'src', 'cli', 'main.ts'), 'export', from],
      ...['--format', format, '--out', to, '--passphrase-env', 'BENCH_PASSPHRASE'],
    ],
    { stdio: ['ignore', 'ignore', 'inherit', 'pipe'], env: { ...process.env, BENCH_PASSPHRASE: PASSPHRASE } },
  );
  let told = '';
  (command.stdio[3] as Readable).on('data', (piece) => {
    told += piece;
  });
  await once(command, 'close');
  const what = `command line, to ${format} (${megabytes(to)} MB): memory at its highest`;
  return { what, figure: Math.round(Number(told) / 2 ** 20), unit: 'MB', goal: 'under 300 MB' };
}

/** How long a background that does nothing goes without a turn: what other programs on the machine take. */
async function resting(browser: ExtensionBrowser, page: Page): Promise<Row> {
  await page.goto(`${browser.origin}/dashboard.html#/files`);
  const background = await watchBackground(browser, page);
  await new Promise((turn) => setTimeout(turn, 10_000));
  const { blocked } = await background();
  return { what: 'for comparison, at rest: longest without a turn for others', figure: blocked, unit: 'ms' };
}

/** The file is chosen, opened, looked at, and put in place of nothing. */
async function restored(browser: ExtensionBrowser, page: Page, file: string, count: number): Promise<Row[]> {
  await page.goto(`${browser.origin}/dashboard.html#/files`);
  const sealed = file.endsWith('.age');
  const what = `${sealed ? 'encrypted' : 'plain'} backup`;
  const go = page.locator('.actions button.primary');
  const { rows: reading, seconds: read } = await watched(browser, page, `${what}, read`, async () => {
    await page.setInputFiles('input[type=file]', file);
    if (sealed) {
      await page.locator('input[type=password]').fill(PASSPHRASE);
      await page.locator('form button.primary').click();
    }
    await go.waitFor();
  });
  const { rows: writing, seconds: put } = await watched(browser, page, `${what}, restored`, async () => {
    await go.click();
    await page.locator('.actions a.primary').waitFor();
  });
  const there = await countOf(page, 'contacts');
  if (there !== count) throw new Error(`${there} of ${count} came back`);
  // Judging everybody anew is measured elsewhere.
  while ((await countOf(page, 'careers')) < count) await new Promise((turn) => setTimeout(turn, 500));
  return [
    { what: `${what}: chosen until the preview`, figure: read, unit: 's' },
    { what: `${what}: confirmed until restored`, figure: put, unit: 's' },
    ...reading,
    ...writing,
  ];
}

async function takenOut(
  browser: ExtensionBrowser,
  page: Page,
  to: string,
  passphrase: string,
): Promise<Row[]> {
  await page.goto(`${browser.origin}/dashboard.html#/files/backup`);
  await page.reload();
  const go: Locator = page.locator('.actions button.primary');
  await go.waitFor();
  if (passphrase !== '') await page.locator('input[type=password]').first().fill(passphrase);
  const what = `${passphrase === '' ? 'plain' : 'encrypted'} backup`;
  const { rows, seconds } = await watched(browser, page, `${what}, written`, async () => {
    const download = page.waitForEvent('download', { timeout: PATIENCE });
    await go.click();
    await (await download).saveAs(to);
  });
  return [
    { what: `${what}: clicked until handed over (${megabytes(to)} MB)`, figure: seconds, unit: 's' },
    ...rows,
  ];
}

async function watched(
  browser: ExtensionBrowser,
  page: Page,
  what: string,
  work: () => Promise<void>,
): Promise<{ rows: Row[]; seconds: number }> {
  process.stderr.write(`backup: ${what}\n`);
  const [background, shown] = [await watchBackground(browser, page), await watchPage(browser, page)];
  const start = performance.now();
  await work();
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  const { memory, blocked } = await background();
  const goal = 'under 300 MB';
  return {
    seconds,
    rows: [
      { what: `${what}: the background's memory at its highest`, figure: memory, unit: 'MB', goal },
      { what: `${what}: the page's`, figure: await shown(), unit: 'MB', goal },
      {
        what: `${what}: longest without a turn for others`,
        figure: blocked,
        unit: 'ms',
        goal: 'at most 50 ms',
      },
    ],
  };
}

/** Looks at the disk, where nothing is in memory. */
function countOf(page: Page, store: 'contacts' | 'careers'): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const open = indexedDB.open('weitblick');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const request = open.result.transaction(name).objectStore(name).count();
          request.onsuccess = () => {
            open.result.close();
            resolve(request.result);
          };
        };
      }),
    store,
  );
}

function megabytes(file: string): number {
  return Math.round(statSync(file).size / 2 ** 20);
}
