import { execFileSync } from 'node:child_process';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExtensionBrowser } from '../../src/cli/chromium.ts';
import { SYNTHETIC_PEOPLE } from '../../src/cli/seed/people.ts';
import { captureOf, send } from '../../src/cli/seed/seed.ts';
import type { ContactView } from '../../src/messaging/protocol.ts';
import { type DavServer, startApache } from '../servers/apache.ts';
import { startFaults } from '../servers/faults.ts';
import { launchBuilt } from './launch.ts';

interface Device {
  browser: ExtensionBrowser;
  page: Page;
}

async function open(): Promise<Device> {
  const browser = await launchBuilt({ hosts: ['http://127.0.0.1/*'] });
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/dashboard.html#/settings/devices`);
  return { browser, page };
}

describe('a second device, set up through Settings > Devices alone', () => {
  let server: DavServer;
  let door: Awaited<ReturnType<typeof startFaults>>;
  let laptop: Device;
  let tablet: Device;
  let line = '';
  let code = '';

  beforeAll(async () => {
    server = await startApache();
    door = await startFaults(server.url);
    [laptop, tablet] = await Promise.all([open(), open()]);
  });
  afterAll(async () => {
    await Promise.all([laptop?.browser.close(), tablet?.browser.close()]);
    await door?.stop();
    await server?.stop();
  });

  const devices = ({ page }: Device): Locator =>
    page.locator('.settings > section').filter({ has: page.locator('h2', { hasText: /^Devices$/ }) });
  const press = (device: Device, name: string) =>
    devices(device).getByRole('button', { name, exact: true }).click();
  const type = (device: Device, label: string, text: string) =>
    devices(device).getByLabel(label, { exact: true }).fill(text);
  const see = (device: Device, text: string | RegExp) => devices(device).getByText(text).first().waitFor();
  const save = async ({ page }: Device, at: number) => {
    const profile = (SYNTHETIC_PEOPLE[at] as (typeof SYNTHETIC_PEOPLE)[number]).profile;
    return ((await send(page, 'contact.save', { capture: captureOf(profile) })) as { id: string }).id;
  };
  /** What stands there can be read by everybody, in both schemes and at twice the size. */
  async function nothingToMend({ page }: Device): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(250);
      const { violations } = await new AxeBuilder({ page: page as never }).analyze();
      expect(violations.map(({ id, nodes }) => `${colorScheme}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
    await page.setViewportSize({ width: 640, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(640);
    await page.setViewportSize({ width: 1280, height: 800 });
  }

  it('the first connects, and makes a code', async () => {
    await save(laptop, 0);
    await save(laptop, 1);
    await see(laptop, 'Keep several browsers in step');
    await nothingToMend(laptop);
    await press(laptop, 'WebDAV (Nextcloud …)');
    await type(laptop, 'Address', door.url);
    await type(laptop, 'User', server.user);
    await type(laptop, 'App password', 'wrong');
    await nothingToMend(laptop);
    await press(laptop, 'Connect');
    await see(laptop, 'The server does not accept the password.');
    await type(laptop, 'App password', server.password);
    await laptop.page.keyboard.press('Enter');
    await see(laptop, 'Is this the first device?');
    await see(laptop, 'Nothing of Weitblick is there yet.');
    expect(await laptop.page.evaluate('document.activeElement.textContent')).toBe(
      'Is this the first device?',
    );
    await nothingToMend(laptop);
    await type(laptop, 'Name of this device', 'Laptop');
    await press(laptop, 'Make a code');
    await see(laptop, 'Keep this code');
    code = (await devices(laptop).locator('code').textContent()) ?? '';
    expect(code).toMatch(/^WB1(-[0-9A-Z]{5}){6}$/);
    await nothingToMend(laptop);
    await press(laptop, 'I have kept it');
    await see(laptop, 'All devices are in step.');
    await nothingToMend(laptop);
    const kept = (await send(laptop.page, 'sync.code', {})) as { line: string };
    line = kept.line;
  });

  it('the second enters it, sees both sides first, and has everybody', async () => {
    await save(tablet, 1);
    await save(tablet, 2);
    await press(tablet, 'WebDAV (Nextcloud …)');
    await type(tablet, 'Address', line);
    await type(tablet, 'App password', server.password);
    await press(tablet, 'Connect');
    await see(tablet, 'A network is there already');
    await type(tablet, 'Name of this device', 'Tablet');
    expect(await devices(tablet).getByLabel('Sync code').inputValue()).toBe(code);
    await press(tablet, 'Compare');
    await see(tablet, 'Contacts here: 2, there: 2. 1 person is in both.');
    await nothingToMend(tablet);
    await press(tablet, 'Join');
    await see(tablet, 'All devices are in step.');
    await see(tablet, 'Laptop');
    await press(laptop, 'Sync now');
    await see(laptop, 'Tablet');
    for (const { page } of [laptop, tablet])
      await expect
        .poll(async () => ((await send(page, 'privacy.get', {})) as { contacts: number }).contacts)
        .toBe(3);
  });

  it('a note written on both stands in both versions, and one of them may be kept', async () => {
    const { rows } = (await send(laptop.page, 'rows.get', { segment: 0 })) as { rows: { id: string }[] };
    const id = rows[0]?.id ?? '';
    await send(laptop.page, 'contact.setOwn', { id, own: { note: 'of the laptop' } });
    await send(tablet.page, 'contact.setOwn', { id, own: { note: 'of the tablet' } });
    for (const device of [laptop, tablet, laptop]) await send(device.page, 'sync.now', {});
    await laptop.page.goto(`${laptop.browser.origin}/dashboard.html#/contacts?contact=${id}`);
    const versions = laptop.page.locator('details', { hasText: '2 versions of this note' });
    await versions.locator('summary').click();
    await nothingToMend(laptop);
    await versions
      .locator('li', { hasText: 'of the tablet' })
      .getByRole('button', { name: 'Keep only this one' })
      .click();
    await versions.waitFor({ state: 'detached' });
    const view = (await send(laptop.page, 'contact.get', { id })) as ContactView;
    expect(view.contact.own.note).toBe('of the tablet');
  });

  it('a changed code stops the others until it is entered', async () => {
    await laptop.page.goto(`${laptop.browser.origin}/dashboard.html#/settings/devices`);
    await press(laptop, 'Change the code');
    await laptop.page.locator('dialog[open]').getByRole('button', { name: 'Change the code' }).click();
    await see(laptop, 'Keep this code');
    const changed = (await devices(laptop).locator('code').textContent()) ?? '';
    expect(changed).not.toBe(code);
    await press(laptop, 'I have kept it');
    await see(laptop, 'All devices are in step.');
    await press(tablet, 'Sync now');
    await see(tablet, 'The code was changed on Laptop. Enter the new one.');
    await nothingToMend(tablet);
    await tablet.page.goto(`${tablet.browser.origin}/dashboard.html#/today`);
    await tablet.page.getByText('The code was changed on Laptop.').waitFor();
    await tablet.page.getByRole('link', { name: 'Devices', exact: true }).click();
    await type(tablet, 'New sync code', code);
    await press(tablet, 'Go on with it');
    await see(tablet, 'This code opens nothing there.');
    await type(tablet, 'New sync code', changed);
    await press(tablet, 'Go on with it');
    await see(tablet, 'All devices are in step.');
  });

  it('whoever leaves keeps everybody, and may take the storage along', async () => {
    await press(tablet, 'Stop on this device');
    await nothingToMend(tablet);
    const dialog = tablet.page.locator('dialog[open]');
    await dialog.getByLabel('Also remove what is in the storage').check();
    await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
    await see(tablet, 'Keep several browsers in step');
    expect(await send(tablet.page, 'privacy.get', {})).toMatchObject({ contacts: 3 });
    await press(laptop, 'Sync now');
    await see(laptop, 'The storage is empty, though this device has synced there.');
    await press(laptop, 'Publish again');
    await see(laptop, 'All devices are in step.');
  });

  it('only the one address was met, and nothing that lies there can be read', () => {
    expect([laptop.browser.problems, tablet.browser.problems]).toEqual([[], []]);
    expect(door.asked.filter((asked) => !/^\w+ \/Weitblick\/?/.test(asked))).toEqual([]);
    const name = (SYNTHETIC_PEOPLE[0] as (typeof SYNTHETIC_PEOPLE)[number]).profile.name.full;
    const found = execFileSync('sh', ['-c', 'grep -rlaF -- "$0" . || true', name], { cwd: server.files });
    expect(found.toString()).toBe('');
  });
});
