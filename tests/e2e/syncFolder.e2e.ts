import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, stopWorker } from '../../src/cli/chromium.ts';
import { SYNTHETIC_PEOPLE } from '../../src/cli/seed/people.ts';
import { captureOf, send } from '../../src/cli/seed/seed.ts';
import type { ContactView } from '../../src/messaging/protocol.ts';
import type { SyncStatus } from '../../src/messaging/sync.ts';
import { launchBuilt } from './launch.ts';

/**
 * No program can answer the browser's window for picking: the private file system stands for the folder. It is a real
 * one, written by the background, which finds it in the database as it finds a picked one.
 */
describe('devices over a folder that a sync program carries', () => {
  let browser: ExtensionBrowser;
  let page: Page;
  let code = '';
  let id = '';

  beforeAll(async () => {
    browser = await launchBuilt();
    await browser.context.addInitScript(() => {
      Object.assign(globalThis, { showDirectoryPicker: () => navigator.storage.getDirectory() });
    });
    page = await browser.context.newPage();
    await page.goto(`${browser.origin}/dashboard.html#/settings/devices`);
    await send(page, 'settings.set', { settings: { onboarding: 'done' } });
  });
  afterAll(async () => {
    await browser?.close();
  });

  const devices = () =>
    page.locator('.settings > section').filter({ has: page.locator('h2', { hasText: /^Devices$/ }) });
  const press = (name: string) => devices().getByRole('button', { name, exact: true }).click();
  const see = (text: string | RegExp) => devices().getByText(text).first().waitFor();
  const pick = async () => {
    await press('Folder (Syncthing, Dropbox …)');
    await press('Choose a folder …');
    await see('Is this the first device?');
  };
  /** The paths of the files in the folder, with their lengths. */
  const files = () =>
    page.evaluate(async () => {
      const found: [string, number][] = [];
      const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
        for await (const handle of (
          folder as unknown as { values(): AsyncIterable<FileSystemHandle> }
        ).values())
          if (handle.kind === 'directory')
            await walk(handle as FileSystemDirectoryHandle, `${path}/${handle.name}`);
          else
            found.push([`${path}/${handle.name}`, (await (handle as FileSystemFileHandle).getFile()).size]);
      };
      await walk(await navigator.storage.getDirectory(), '');
      return found;
    });

  it('are set up by picking it: the background writes there, and asks no server for anything', async () => {
    const profile = (SYNTHETIC_PEOPLE[0] as (typeof SYNTHETIC_PEOPLE)[number]).profile;
    id = ((await send(page, 'contact.save', { capture: captureOf(profile) })) as { id: string }).id;
    await press('Folder (Syncthing, Dropbox …)');
    await see('carries to your other computers');
    const { violations } = await new AxeBuilder({ page: page as never }).analyze();
    expect(violations.map(({ id: rule, nodes }) => `${rule} ${nodes[0]?.html}`)).toEqual([]);
    await press('Back');
    await pick();
    await press('Make a code');
    await see(/^WB1-/);
    code = (await devices().getByText(/^WB1-/).first().textContent()) ?? '';
    await press('I have kept it');
    await see('All devices are in step.');
    const names = await files();
    expect(names.map(([path]) => path).filter((path) => /\/c-[0-9a-f]{8}-/.test(path))).toHaveLength(1);
    expect(names.filter(([, length]) => length === 0)).toEqual([]);
  });

  it('go on in a background that was killed, which finds the folder again', async () => {
    const before = (await files()).length;
    await stopWorker(browser, page);
    await send(page, 'contact.setOwn', { id, own: { note: 'after the end' } });
    expect((await send(page, 'sync.now', {})) as SyncStatus).toMatchObject({ trouble: null, waiting: 0 });
    expect(await files()).toHaveLength(before + 1);
  });

  it('bring everything back with the folder and the code, and forget the folder when they are left', async () => {
    await send(page, 'privacy.erase', { everything: true } as never);
    await page.reload();
    expect(await send(page, 'contact.get', { id })).toBeNull();
    const kept = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const open = indexedDB.open('weitblick-folder');
          open.onsuccess = () => {
            const asked = open.result.transaction('folder').objectStore('folder').count();
            asked.onsuccess = () => {
              open.result.close();
              resolve(asked.result);
            };
          };
        }),
    );
    expect(kept).toBe(0);
    await page.goto(`${browser.origin}/dashboard.html#/settings/devices`);
    await see('Keep several browsers in step');
    await pick();
    await press('I have a code');
    await devices().getByLabel('Sync code', { exact: true }).fill(code);
    await press('Compare');
    await press('Join');
    await see('All devices are in step.');
    const { contact } = (await send(page, 'contact.get', { id })) as ContactView;
    expect(contact.own.note).toBe('after the end');
    expect(browser.problems).toEqual([]);
  });
});
