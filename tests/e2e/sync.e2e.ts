import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, stopWorker } from '../../src/cli/chromium.ts';
import { SYNTHETIC_PEOPLE } from '../../src/cli/seed/people.ts';
import { captureOf, send } from '../../src/cli/seed/seed.ts';
import type { ContactView } from '../../src/messaging/protocol.ts';
import type { SyncAnswer, SyncStatus } from '../../src/messaging/sync.ts';
import { type DavServer, startApache } from '../servers/apache.ts';
import { startFaults } from '../servers/faults.ts';
import { launchBuilt } from './launch.ts';

const HOSTS = ['http://127.0.0.1/*'];

async function open(): Promise<{ browser: ExtensionBrowser; page: Page }> {
  const browser = await launchBuilt({ hosts: HOSTS });
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/dashboard.html#/settings`);
  return { browser, page };
}

describe('two browsers over one WebDAV server', () => {
  let server: DavServer;
  let door: Awaited<ReturnType<typeof startFaults>>;
  let laptop: { browser: ExtensionBrowser; page: Page };
  let tablet: { browser: ExtensionBrowser; page: Page };
  let place: object;

  beforeAll(async () => {
    server = await startApache();
    door = await startFaults(server.url);
    place = { kind: 'webdav', url: door.url, user: server.user, password: server.password };
    [laptop, tablet] = await Promise.all([open(), open()]);
  });
  afterAll(async () => {
    await Promise.all([laptop?.browser.close(), tablet?.browser.close()]);
    await door?.stop();
    await server?.stop();
  });

  const save = async ({ page }: { page: Page }, at: number) => {
    const profile = (SYNTHETIC_PEOPLE[at] as (typeof SYNTHETIC_PEOPLE)[number]).profile;
    return ((await send(page, 'contact.save', { capture: captureOf(profile) })) as { id: string }).id;
  };
  const now = async ({ page }: { page: Page }) => (await send(page, 'sync.now', {})) as SyncStatus;
  const note = async ({ page }: { page: Page }, id: string) =>
    ((await send(page, 'contact.get', { id })) as ContactView | null)?.contact.own.note;
  let id = '';

  it('send nothing before it is set up, and no page ever does', async () => {
    id = await save(laptop, 0);
    await laptop.page.waitForTimeout(500);
    expect(door.asked).toEqual([]);
    // The background may reach the server; a page of the extension is shut by its own policy.
    const tried = await laptop.page.evaluate(
      (url) => fetch(url).then(String, (error: Error) => error.name),
      door.url,
    );
    expect(tried).toBe('TypeError');
    expect(door.asked).toEqual([]);
    laptop.browser.problems.length = 0;
  });

  it('are in step: what one publishes the other takes over', async () => {
    expect(await send(laptop.page, 'sync.check', { place })).toEqual({ ok: true, spaces: 0 });
    const made = (await send(laptop.page, 'sync.setUp', { place, name: 'Laptop' })) as SyncAnswer<{
      code: string;
    }>;
    if (!made.ok) throw new Error(made.trouble);
    expect(await now(laptop)).toMatchObject({ on: true, trouble: null, waiting: 0 });
    const joined = await send(tablet.page, 'sync.join', { place, name: 'Tablet', code: made.code });
    expect(joined).toEqual({ ok: true });
    await now(tablet);
    expect(((await send(tablet.page, 'contact.get', { id })) as ContactView | null)?.contact.id).toBe(id);
    await send(tablet.page, 'contact.setOwn', { id, own: { note: 'of the tablet' } });
    await now(tablet);
    await now(laptop);
    expect(await note(laptop, id)).toBe('of the tablet');
  });

  it('go on where the background was killed, and both notes of an offline day stand', async () => {
    await send(laptop.page, 'contact.setOwn', { id, own: { note: 'laptop' } });
    await send(tablet.page, 'contact.setOwn', { id, own: { note: 'tablet' } });
    await stopWorker(laptop.browser, laptop.page);
    await now(laptop);
    await now(tablet);
    await now(laptop);
    const texts = (await note(laptop, id))?.split('\n\n').sort();
    expect(texts).toEqual(['laptop', 'tablet']);
    expect(await note(tablet, id)).toBe(await note(laptop, id));
  });

  it('meet the one address alone, and leave nothing there that could be read', async () => {
    expect([laptop.browser.problems, tablet.browser.problems]).toEqual([[], []]);
    expect(door.asked.length).toBeGreaterThan(10);
    expect(door.asked.filter((line) => !/^\w+ \/Weitblick\//.test(line))).toEqual([]);
    const name = (SYNTHETIC_PEOPLE[0] as (typeof SYNTHETIC_PEOPLE)[number]).profile.name.full;
    const found = execFileSync('sh', ['-c', 'grep -rlaF -- "$0" . || true', name], { cwd: server.files });
    expect(found.toString()).toBe('');
  });
});
