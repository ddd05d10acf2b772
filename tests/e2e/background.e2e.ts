import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExtensionBrowser } from '../../src/cli/chromium.ts';
import { root } from '../../src/cli/root.ts';
import { beginDeriving, pendingIn, whenDerived, writeContacts } from '../../src/cli/seed/fill.ts';
import { SYNTHETIC_GOALS, SYNTHETIC_ME, SYNTHETIC_PEOPLE } from '../../src/cli/seed/people.ts';
import { captureOf, send } from '../../src/cli/seed/seed.ts';
import type { Network, RowIndex } from '../../src/messaging/protocol.ts';
import { launchBuilt } from './launch.ts';

const COUNT = 3_000;

/** Chromium stores databases in one of two ways, and which one a user has cannot be foretold. */
const BACKENDS = [
  { backend: 'LevelDB', features: undefined },
  {
    backend: 'SQLite',
    features: 'IdbSqliteBackingStore,IdbSqliteOnDiskRollout:stage/UseSqliteOnly',
  },
];

describe.each(BACKENDS)('the background over $backend', ({ backend, features }) => {
  let browser: ExtensionBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBuilt({
      ...(features !== undefined && { features }),
    });
    page = await browser.context.newPage();
    await page.goto(`${browser.origin}/dashboard.html#/settings`);
  });
  afterAll(() => browser?.close());

  const network = async () => (await send(page, 'network.get', {})) as Network;

  it(`stores in ${backend}`, async () => {
    await send(page, 'me.set', { me: SYNTHETIC_ME });
    const folder = join(browser.profile, 'Default', 'IndexedDB');
    const leveldb = existsSync(folder) && readdirSync(folder).some((name) => /leveldb$/.test(name));
    expect(leveldb).toBe(backend === 'LevelDB');
  });

  it('goes on with a long task when it is killed in the middle, and answers meanwhile', async () => {
    await send(page, 'goal.set', { goal: SYNTHETIC_GOALS[0] as object });
    await writeContacts(root, page, COUNT);
    expect(await pendingIn(page)).toBe(COUNT);
    await beginDeriving(page);
    await expect.poll(() => pendingIn(page), { timeout: 20_000, interval: 20 }).toBeLessThan(COUNT);
    const { id } = (await send(page, 'contact.save', {
      capture: captureOf((SYNTHETIC_PEOPLE[0] as (typeof SYNTHETIC_PEOPLE)[number]).profile),
    })) as { id: string };
    // It was answered meanwhile: the long task had not to end first.
    expect(await pendingIn(page)).toBeGreaterThan(0);
    await kill();
    const left = await pendingIn(page);
    expect(left).toBeGreaterThan(0);
    // Any message wakes it; it then goes on by itself.
    expect(await send(page, 'contact.get', { id })).not.toBeNull();
    await whenDerived(page, COUNT + 1);
    const index = (await send(page, 'rows.index', {})) as RowIndex;
    const ids = new Set<string>();
    for (const { segment } of index.segments) {
      const { parts } = (await send(page, 'rows.packed', { segments: [segment] })) as {
        parts: { rows: { columns: { id: string } } }[];
      };
      for (const part of parts) for (const one of part.rows.columns.id.split('\t')) ids.add(one);
    }
    expect(ids.size).toBe(COUNT + 1);
    expect((await network()).contactCount).toBe(COUNT + 1);
  });

  it('has the last analysis at once after a new start', async () => {
    await expect
      .poll(async () => ((await send(page, 'analysis.get', {})) as { state: string }).state, {
        timeout: 30_000,
      })
      .toBe('current');
    await kill();
    const answer = (await send(page, 'analysis.get', {})) as {
      state: string;
      analysis: { contacts: number } | null;
    };
    expect(answer).toMatchObject({ state: 'current', analysis: { contacts: COUNT + 1 } });
  });

  it('lets another page raise the database, and says that it is newer, with nothing lost', async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const open = indexedDB.open('weitblick', 99);
          open.onerror = () => reject(open.error);
          open.onblocked = () => reject(new Error('the background did not let go'));
          open.onsuccess = () => {
            open.result.close();
            resolve();
          };
        }),
    );
    await expect(send(page, 'network.get', {})).rejects.toThrow(/storageNewer/);
    await kill();
    await expect(send(page, 'network.get', {})).rejects.toThrow(/storageNewer/);
  });

  it('tells that contacts were lost, when the browser has begun a new database', async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const gone = indexedDB.deleteDatabase('weitblick');
          gone.onerror = () => reject(gone.error);
          gone.onsuccess = () => resolve();
        }),
    );
    await kill();
    expect(await network()).toMatchObject({ contactCount: 0, lost: { count: COUNT + 1 } });
    await send(page, 'loss.dismiss', {});
    await kill();
    expect((await network()).lost).toBeNull();
  });

  /** Stops the background as the browser does after half a minute of rest. */
  async function kill(): Promise<void> {
    const session = await browser.context.newCDPSession(page);
    const { targetInfos } = await session.send('Target.getTargets');
    for (const { targetId, type } of targetInfos)
      if (type === 'service_worker') await session.send('Target.closeTarget', { targetId });
    await session.detach();
  }
});

describe('what the browser offers', () => {
  it('keeps the alarms, the menus and the side panel', async () => {
    const browser = await launchBuilt();
    try {
      interface Chrome {
        alarms: { getAll(): Promise<{ name: string }[]> };
        commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
      }
      const read = () =>
        browser.worker.evaluate(async () => {
          const { chrome } = globalThis as unknown as { chrome: Chrome };
          return {
            alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
            commands: (await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]),
          };
        });
      await expect.poll(read, { timeout: 5_000 }).toMatchObject({ alarms: ['remind'] });
      // The browser has bound the suggested keys, not merely read them.
      expect((await read()).commands.sort()).toEqual([
        ['_execute_action', expect.stringMatching(/K$/)],
        ['save', expect.stringMatching(/S$/)],
      ]);
      const panel = await browser.context.newPage();
      await panel.goto(`${browser.origin}/sidepanel.html`);
      await panel.locator('main:not([aria-busy])').waitFor();
      expect(browser.problems).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
