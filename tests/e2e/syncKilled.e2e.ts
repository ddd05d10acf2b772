import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExtensionBrowser } from '../../src/cli/chromium.ts';
import { root } from '../../src/cli/root.ts';
import { writeContacts } from '../../src/cli/seed/fill.ts';
import { send } from '../../src/cli/seed/seed.ts';
import type { SyncAnswer, SyncStatus } from '../../src/messaging/sync.ts';
import { randomFrom } from '../core/sync/histories.ts';
import { type DavServer, startApache } from '../servers/apache.ts';
import { launchBuilt } from './launch.ts';

const CONTACTS = 5_000;
/** Of publishing, and as many of taking over. */
const KILLS = 15;
/** The longest that a background lives between two kills. */
const LIFE_MS = 1_200;

interface Device {
  browser: ExtensionBrowser;
  page: Page;
}

async function open(): Promise<Device> {
  const browser = await launchBuilt({ hosts: ['http://127.0.0.1/*'] });
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/dashboard.html#/settings`);
  return { browser, page };
}

/** Ends the background at once, wherever it is. Answers whether one was running. */
async function kill({ browser, page }: Device): Promise<boolean> {
  const session = await browser.context.newCDPSession(page);
  const { targetInfos } = await session.send('Target.getTargets');
  const workers = targetInfos.filter(({ type }) => type === 'service_worker');
  for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId });
  await session.detach();
  return workers.length > 0;
}

/** Begins a round and ends the background at a random moment of it, again and again; then lets it go on to the end. */
async function roundsKilled(device: Device, random: () => number): Promise<number> {
  let kills = 0;
  for (let i = 0; i < KILLS; i++) {
    // Nobody answers: whoever would have is ended.
    void send(device.page, 'sync.now', {}).catch(() => null);
    await device.page.waitForTimeout(random() * LIFE_MS);
    kills += (await kill(device)) ? 1 : 0;
  }
  await expect
    .poll(() => send(device.page, 'sync.now', {}).catch(() => null), { timeout: 90_000, interval: 300 })
    .toMatchObject({ on: true, trouble: null, waiting: 0, working: null });
  return kills;
}

/** The number of contacts, of files that are known, and one figure over everything that is not the device's own. */
const sumOf = ({ page }: Device) =>
  page.evaluate(async () => {
    const request = indexedDB.open('weitblick');
    const db = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const all = (store: string) => {
      const got = db.transaction(store).objectStore(store).getAll();
      return new Promise<object[]>((resolve) => {
        got.onsuccess = () => resolve(got.result);
      });
    };
    const local = new Set(['rev', 'updatedAt', 'deviceId']);
    const inOrder = (one: unknown): unknown => {
      if (Array.isArray(one)) return one.map((inner) => JSON.stringify(inOrder(inner))).sort();
      if (typeof one !== 'object' || one === null) return one;
      const fields = Object.entries(one).filter(([name]) => !local.has(name));
      return Object.fromEntries(
        fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, inOrder(inner)]),
      );
    };
    const contacts = await all('contacts');
    const lines: string[] = [];
    for (const store of ['contacts', 'ties', 'goals', 'captures'])
      for (const one of await all(store)) lines.push(JSON.stringify(inOrder(one)));
    const bytes = new TextEncoder().encode(lines.sort().join('\n'));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const registers = (await all('registers')) as { open: unknown[] }[];
    db.close();
    return {
      contacts: contacts.length,
      open: registers.filter(({ open }) => open.length > 0).length,
      sum: Array.from(digest, (byte) => byte.toString(16)).join(''),
    };
  });

describe(`a background that is killed ${2 * KILLS} times`, () => {
  let server: DavServer;
  let laptop: Device;
  let tablet: Device;

  beforeAll(async () => {
    server = await startApache();
    [laptop, tablet] = await Promise.all([open(), open()]);
  });
  afterAll(async () => {
    await Promise.all([laptop?.browser.close(), tablet?.browser.close()]);
    await server?.stop();
  });

  it(`publishes ${CONTACTS} contacts and takes them over all the same, each once`, async () => {
    const random = randomFrom(5);
    await writeContacts(root, laptop.page, CONTACTS);
    const before = await sumOf(laptop);
    expect(before.contacts).toBe(CONTACTS);
    const place = { kind: 'webdav', url: server.url, user: server.user, password: server.password };
    const made = (await send(laptop.page, 'sync.setUp', { place, name: 'Laptop' })) as SyncAnswer<{
      code: string;
    }>;
    if (!made.ok) throw new Error(made.trouble);
    expect(await roundsKilled(laptop, random)).toBeGreaterThan(KILLS / 2);
    expect(await sumOf(laptop)).toEqual(before);
    const joined = await send(tablet.page, 'sync.join', { place, name: 'Tablet', code: made.code });
    expect(joined).toEqual({ ok: true });
    expect(await roundsKilled(tablet, random)).toBeGreaterThan(KILLS / 2);
    expect(await sumOf(tablet)).toEqual(before);
    const status = (await send(laptop.page, 'sync.now', {})) as SyncStatus;
    expect(status).toMatchObject({ trouble: null, waiting: 0 });
    expect(await sumOf(laptop)).toEqual(before);
  }, 180_000);
});
