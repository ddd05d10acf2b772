import type { Locator, Page } from 'playwright-core';
import type { TroubleKind } from '../core/sync/index.ts';
import { ownValue } from '../core/text/table.ts';
import type { SyncState } from '../messaging/sync.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ago = (ms: number) => new Date(Date.now() - ms - 5_000).toISOString();

const IN_STEP: SyncState = {
  place: { kind: 'webdav', address: 'https://cloud.example.org/remote.php/dav/files/kim', user: 'kim' },
  space: '0123456789abcdef',
  device: 'aaaaaaaa',
  name: 'Laptop',
  devices: [
    { id: 'bbbbbbbb', name: 'Tablet', seen: ago(9 * MINUTE), missing: 0 },
    { id: 'cccccccc', name: 'Firefox unter Linux', seen: ago(3 * DAY), missing: 0 },
  ],
  last: ago(2 * MINUTE),
  waiting: 0,
  working: null,
  trouble: null,
  offset: 0,
  apart: 0,
  newCode: null,
};
const working = (what: 'publish' | 'takeOver', done: number, total: number | null) => ({
  working: { what, done, total },
});
const troubled = (kind: TroubleKind, more: object = {}, changes: Partial<SyncState> = {}) => ({
  trouble: { kind, since: ago(HOUR), by: 'Tablet', ...more },
  ...changes,
});

/** Each state of Settings > Devices that a person may see, by the name of its picture. */
const STATES: Readonly<Record<string, Partial<SyncState>>> = {
  inStep: {},
  alone: { devices: [] },
  waiting: { waiting: 12 },
  looking: { last: null },
  takingOver: working('takeOver', 34_000, 100_000),
  publishing: working('publish', 12_000, null),
  offline: troubled('offline', {}, { waiting: 12 }),
  password: troubled('password', {}, { waiting: 3 }),
  full: troubled('full', {}, { waiting: 3 }),
  odd: troubled('odd'),
  moved: troubled('moved'),
  busy: troubled('busy'),
  server: troubled('server'),
  newer: troubled('newer'),
  codeChanged: troubled('codeChanged', {}, { waiting: 2 }),
  wiped: troubled('wiped'),
  replaced: troubled('replaced'),
  crowded: troubled('crowded'),
  lossy: troubled('lossy', {}, { waiting: 1 }),
  damaged: troubled('damaged'),
  permission: troubled('permission'),
  massForget: troubled('massForget', { count: 312, of: 400 }),
  gap: { devices: [{ id: 'bbbbbbbb', name: 'Tablet', seen: ago(HOUR), missing: 2 }] },
  clock: { offset: -3 * HOUR },
  clockBehind: { offset: 5 * MINUTE },
  clockApart: { apart: 400 * DAY },
  codeGoing: { newCode: 'going', ...troubled('offline', {}, { waiting: 4 }) },
  codeUnseen: { newCode: 'unseen' },
};

/** The steps of setting up, each with what is pressed and typed on the way to it. */
const STEPS: Readonly<Record<string, { spaces: number; presses: readonly string[] }>> = {
  off: { spaces: 0, presses: [] },
  connect: { spaces: 0, presses: ['webdav'] },
  connectS3: { spaces: 0, presses: ['s3'] },
  first: { spaces: 0, presses: ['webdav', 'connect'] },
  further: { spaces: 1, presses: ['webdav', 'connect', 'haveCode'] },
  meeting: { spaces: 1, presses: ['webdav', 'connect', 'haveCode', 'compare'] },
  keepCode: { spaces: 0, presses: ['webdav', 'connect', 'makeCode'] },
};
const CODE = 'WB1-ABCDE-FGH1J-KMNPQ-RSTVW-XYZ01-2345S';
const ADDRESS = 'https://cloud.example.org/remote.php/dav/files/kim';

export const SYNC_SCREENS = [...Object.keys(STEPS), ...Object.keys(STATES)].map((name) => `devices-${name}`);

/** From now on the page's questions about sync are answered by what `showState` says, and by nobody else. */
export async function standInForSync(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        runtime: { sendMessage(message: { weitblick?: string }): Promise<unknown> };
        permissions: { request(): Promise<boolean>; remove(): Promise<boolean> };
      };
    };
    const answers = () =>
      new Map<string, unknown>(Object.entries(JSON.parse(sessionStorage.getItem('sync') ?? '{}')));
    const ask = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = async (message) => {
      const output = answers().get(message.weitblick ?? '');
      return output === undefined ? ask(message) : { ok: true, output };
    };
    if (sessionStorage.getItem('sync') !== null) chrome.permissions.request = async () => true;
  });
}

/** Photographs every wanted step and state of Settings > Devices. */
export async function photographSync(
  page: Page,
  origin: string,
  {
    wanted,
    enter,
    keep,
  }: {
    wanted: (name: string) => boolean;
    enter: (page: Page, url: string) => Promise<void>;
    keep: (name: string, picture: Buffer) => void;
  },
): Promise<void> {
  const room = `${origin}/dashboard.html#/settings/devices`;
  const show = async (answers: object) => {
    await page.evaluate((text) => sessionStorage.setItem('sync', text), JSON.stringify(answers));
    await enter(page, room);
  };
  for (const [name, { spaces, presses }] of Object.entries(STEPS)) {
    if (!wanted(`devices-${name}`)) continue;
    const meeting = { here: 812, there: 790, same: 770 };
    await show({
      'sync.status': { on: false },
      'sync.check': { ok: true, spaces },
      'sync.meet': { ok: true, meeting },
      'sync.setUp': { ok: true, code: CODE },
      'sync.code': { code: CODE, line: `${ADDRESS} kim 0123456789abcdef ${CODE}` },
    });
    const devices = devicesIn(page);
    for (const press of presses) await ownValue(PRESS, press)?.(devices);
    await page.waitForTimeout(300);
    keep(`devices-${name}`, await devices.screenshot());
  }
  for (const [name, changes] of Object.entries(STATES)) {
    if (!wanted(`devices-${name}`)) continue;
    const status = { on: true, ...IN_STEP, ...changes };
    await show({ 'sync.status': status, 'sync.now': status });
    keep(`devices-${name}`, await devicesIn(page).screenshot());
  }
  await page.evaluate(() => sessionStorage.removeItem('sync'));
}

/** The part of the settings that is about devices, whatever the language. */
function devicesIn(page: Page): Locator {
  return page
    .locator('.settings > section')
    .filter({ has: page.locator('h2', { hasText: /^(?:Devices|Geräte)$/ }) });
}

const PRESS: Readonly<Record<string, (devices: Locator) => Promise<void>>> = {
  webdav: (devices) => devices.getByRole('button', { name: 'WebDAV (Nextcloud …)' }).click(),
  s3: (devices) => devices.getByRole('button', { name: 'S3' }).click(),
  async connect(devices) {
    for (const [at, text] of [ADDRESS, 'kim', 'an app password'].entries())
      await devices.locator('input').nth(at).fill(text);
    await devices.locator('button[type=submit]').click();
    await devices.getByRole('button', { name: /^(?:Make a code|Code erzeugen)$/ }).waitFor();
  },
  haveCode: (devices) =>
    devices.getByRole('button', { name: /^(?:I have a code|Ich habe einen Code)$/ }).click(),
  async compare(devices) {
    await devices.locator('input').last().fill(CODE);
    await devices.locator('button[type=submit]').click();
    await devices.getByRole('button', { name: /^(?:Join|Zusammenführen)$/ }).waitFor();
  },
  async makeCode(devices) {
    await devices.getByRole('button', { name: /^(?:Make a code|Code erzeugen)$/ }).click();
    await devices.locator('code').waitFor();
  },
};
