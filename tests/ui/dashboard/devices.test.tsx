import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { forgetFolder, pickedFolder, pickFolder } from '../../../src/browser/pickedFolder.ts';
import type { TroubleKind } from '../../../src/core/sync/index.ts';
import type { SyncState } from '../../../src/messaging/sync.ts';
import { NoteVersions } from '../../../src/ui/dashboard/rooms/contact/NoteVersions.tsx';
import { guessDeviceName } from '../../../src/ui/dashboard/rooms/settings/devices/deviceName.ts';
import { parseSetUpLine } from '../../../src/ui/dashboard/rooms/settings/devices/setUpLine.ts';
import { agoWords } from '../../../src/ui/dashboard/shared/days.ts';
import { lookAtOthers } from '../../../src/ui/dashboard/shared/syncState.ts';
import { enter, makeRow, type Stage } from './stage.tsx';

const CODE = 'WB1-ABCDE-FGHJK-MNPQR-STVWX-YZ012-34567';
const SPACE = '00112233445566aa';
const ADDRESS = 'https://cloud.example.org/dav';
/** That one server; Firefox is told the kind of data too. */
const STORAGE = expect.objectContaining({ origins: ['https://cloud.example.org/*'] });

/** Every instant of these states is so many minutes ago. */
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000 - 5_000).toISOString();

function makeState(changes: Partial<SyncState> = {}): SyncState & { on: true } {
  return {
    on: true,
    place: { kind: 'webdav', address: ADDRESS, user: 'kim' },
    space: SPACE,
    device: 'aaaaaaaa',
    name: 'Laptop',
    devices: [],
    last: ago(2),
    waiting: 0,
    working: null,
    trouble: null,
    offset: 0,
    apart: 0,
    newCode: null,
    ...changes,
  };
}
const troubled = (kind: TroubleKind, changes: Partial<SyncState> = {}, more = {}) =>
  makeState({ trouble: { kind, since: ago(60), by: 'Tablet', ...more }, ...changes });

let granted = true;
beforeEach(() => {
  vi.unstubAllGlobals();
  granted = true;
  browser.permissions = {
    contains: async () => true,
    getAll: async () => ({ origins: [] }),
    request: vi.fn(async () => granted),
    remove: vi.fn(async () => true),
    onAdded: { addListener() {}, removeListener() {} },
    onRemoved: { addListener() {}, removeListener() {} },
  } as never;
  HTMLElement.prototype.scrollIntoView = () => {};
});

/** The settings over a background that keeps a state; `answers` takes the place of single answers. */
async function open(
  state: (SyncState & { on: true }) | null,
  answers: Parameters<typeof enter>[1] extends { answers?: infer A } | undefined ? A : never = {},
): Promise<Stage> {
  let now: object = state ?? { on: false };
  const inStep = () => {
    now = makeState();
    return now;
  };
  const stage = await enter('#/settings/devices', {
    answers: {
      'privacy.get': () => ({
        contacts: 0,
        captures: 0,
        ties: 0,
        goals: 0,
        forgotten: 0,
        oldest: null,
        forReview: 0,
      }),
      'sync.status': () => now,
      'sync.now': inStep,
      'sync.password': inStep,
      'sync.publishAgain': inStep,
      'sync.massForget': inStep,
      'sync.enterCode': () => {
        inStep();
        return { ok: true };
      },
      'sync.check': () => ({ ok: true, spaces: 0 }),
      'sync.setUp': () => {
        inStep();
        return { ok: true, code: CODE };
      },
      'sync.meet': () => ({ ok: true, meeting: { here: 812, there: 790, same: 770 } }),
      'sync.join': () => {
        inStep();
        return { ok: true };
      },
      'sync.code': () => ({ code: CODE, line: `${ADDRESS} kim ${SPACE} ${CODE}` }),
      'sync.changeCode': () => ({ ok: true, code: CODE }),
      'sync.leave': () => {
        now = { on: false };
        return { ok: true };
      },
      ...answers,
    },
  });
  await vi.waitFor(() => expect(stage.text()).toMatch(/Keep several browsers in step|Sync now/));
  return stage;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const submit = (label: string) =>
  fireEvent.submit((screen.getByLabelText(label) as HTMLInputElement).form as HTMLFormElement);
const inputs = ({ sent }: Stage, message: string) =>
  sent.filter(({ name }) => name === message).map(({ input }) => input);
const said = (stage: Stage, text: string | RegExp) => vi.waitFor(() => expect(stage.text()).toMatch(text));

describe('while it is off', () => {
  it('says what it is and what whoever runs the storage sees, and sends nothing', async () => {
    const stage = await open(null);
    expect(stage.text()).toContain('What is stored there is encrypted; whoever runs it cannot read it.');
    expect(stage.sent.filter(({ name }) => /^sync\.(?!status)/.test(name))).toEqual([]);
  });

  const fill = async (stage: Stage, address = `${ADDRESS}/`) => {
    press('WebDAV (Nextcloud …)');
    await said(stage, 'Connect a WebDAV storage');
    type('Address', address);
    type('User', 'kim');
    type('App password', 'app-password');
  };

  it('asks for that one server in the click, tries it, and makes a code that has to be kept', async () => {
    const stage = await open(null);
    await fill(stage);
    press('Connect');
    // Nothing was awaited: a later question is none of the click's.
    expect(browser.permissions.request).toHaveBeenCalledWith(STORAGE);
    await said(stage, 'Is this the first device?');
    expect(document.activeElement?.textContent).toBe('Is this the first device?');
    const place = { kind: 'webdav', url: `${ADDRESS}/`, user: 'kim', password: 'app-password' };
    expect(inputs(stage, 'sync.check')).toEqual([{ place }]);
    type('Name of this device', 'Laptop');
    press('Make a code');
    await said(stage, CODE);
    expect(inputs(stage, 'sync.setUp')).toEqual([{ place, name: 'Laptop' }]);
    press('I have kept it');
    await said(stage, 'All devices are in step. Last: 2 minutes ago.');
    expect(stage.container.innerHTML).not.toContain('app-password');
  });

  it('offers a folder where the browser can pick one, and else says who can', async () => {
    const without = await open(null);
    expect(screen.queryByRole('button', { name: /^Folder/ })).toBeNull();
    expect(without.text()).toContain('This browser lets no extension write into a folder.');
    const picker = vi.fn(async () => ({ kind: 'directory', name: 'Syncthing' }));
    vi.stubGlobal('showDirectoryPicker', picker);
    const stage = await open(null);
    expect(stage.text()).not.toContain('This browser lets no extension');
    press('Folder (Syncthing, Dropbox …)');
    await said(stage, 'The browser asks whether Weitblick may change files in that folder.');
    press('Choose a folder …');
    // Nothing was awaited: browsers show their window in the click alone.
    expect(picker).toHaveBeenCalledWith({ id: 'weitblick', mode: 'readwrite' });
    await said(stage, 'Is this the first device?');
    expect(inputs(stage, 'sync.check')).toEqual([{ place: { kind: 'folder', name: 'Syncthing' } }]);
    expect(browser.permissions.request).not.toHaveBeenCalled();
    expect(await pickedFolder()).toMatchObject({ name: 'Syncthing' });
    // Whoever turns back has picked it for nothing.
    press('Back');
    await vi.waitFor(async () => expect(await pickedFolder()).toBeNull());
    picker.mockRejectedValueOnce(new DOMException('closed', 'AbortError'));
    press('Choose a folder …');
    await vi.waitFor(() => expect(picker).toHaveBeenCalledTimes(2));
    expect(stage.text()).not.toContain('Is this the first device?');
    expect(inputs(stage, 'sync.check')).toHaveLength(1);
  });

  it('asks for the folder again in the click, and lets it go with the set-up', async () => {
    const stage = await open(
      troubled('permission', { place: { kind: 'folder', address: 'Syncthing', user: '' } }),
    );
    await said(stage, 'The browser asks anew before Weitblick may use the folder.');
    vi.stubGlobal('showDirectoryPicker', async () => ({ kind: 'directory', name: 'Syncthing' }));
    await pickFolder();
    press('Allow the folder again');
    await said(stage, 'All devices are in step.');
    expect(browser.permissions.request).not.toHaveBeenCalled();
    await forgetFolder();
  });

  it('shows the counts of both sides before a further device is joined', async () => {
    const stage = await open(null, { 'sync.check': () => ({ ok: true, spaces: 1 }) });
    await fill(stage);
    press('Connect');
    await said(stage, 'A network is there already');
    type('Name of this device', 'Tablet');
    press('I have a code');
    await vi.waitFor(() => screen.getByLabelText('Sync code'));
    type('Sync code', CODE);
    submit('Sync code');
    await said(stage, 'Contacts here: 812, there: 790. 770 people are in both.');
    expect(stage.text()).toContain('In all: 832.');
    expect(inputs(stage, 'sync.join')).toEqual([]);
    press('Join');
    await said(stage, 'All devices are in step.');
    expect(inputs(stage, 'sync.join')).toMatchObject([{ name: 'Tablet', code: CODE }]);
  });

  it('fills the form from the line that another device copied', async () => {
    const stage = await open(null);
    press('WebDAV (Nextcloud …)');
    await said(stage, 'Connect a WebDAV storage');
    type('Address', `${ADDRESS} Kim Sommer ${SPACE} ${CODE}`);
    const value = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value;
    await vi.waitFor(() => expect(value('Address')).toBe(ADDRESS));
    expect([value('User'), value('App password')]).toEqual(['Kim Sommer', '']);
    type('App password', 'app-password');
    press('Connect');
    await said(stage, 'Is this the first device?');
    expect(value('Sync code')).toBe(CODE);
  });

  it('asks of S3 what S3 needs, its bucket from a copied line', async () => {
    const stage = await open(null);
    press('S3');
    await said(stage, 'Connect an S3 storage');
    type('Address of the server', `https://s3.example.org/network key-id ${SPACE} ${CODE}`);
    type('Secret key', 'secret');
    press('Connect');
    await said(stage, 'Is this the first device?');
    expect(inputs(stage, 'sync.check')).toEqual([
      {
        place: {
          ...{ kind: 's3', url: 'https://s3.example.org', bucket: 'network' },
          ...{ region: 'auto', keyId: 'key-id', secret: 'secret' },
        },
      },
    ]);
  });

  it.each([
    ['http://cloud.example.org/dav', 'It begins with https://.'],
    ['ftp://cloud.example.org', 'It begins with https://.'],
    ['https://kim:secret@cloud.example.org', 'It begins with https://.'],
  ])('neither asks for nor sends to %s', async (address, sentence) => {
    const stage = await open(null);
    await fill(stage, address);
    press('Connect');
    await said(stage, sentence);
    expect(browser.permissions.request).not.toHaveBeenCalled();
    expect(inputs(stage, 'sync.check')).toEqual([]);
  });

  it('sends nothing where the browser was not allowed to', async () => {
    granted = false;
    const stage = await open(null);
    await fill(stage);
    press('Connect');
    await said(stage, 'The browser was not allowed to reach cloud.example.org.');
    expect(inputs(stage, 'sync.check')).toEqual([]);
  });

  it.each([
    ['offline', 'Nobody answers at this address.'],
    ['password', 'The server does not accept the password.'],
    ['odd', 'This network answers in place of the server'],
    ['full', 'The storage is full.'],
    ['moved', 'The server points to another address.'],
    ['busy', 'The server wants to be left alone'],
  ])('says why the storage was of no use: %s', async (trouble, sentence) => {
    const stage = await open(null, { 'sync.check': () => ({ ok: false, trouble }) });
    await fill(stage);
    press('Connect');
    await said(stage, sentence);
    expect(screen.getByRole('button', { name: 'Connect' })).toHaveProperty('disabled', false);
  });

  it.each([
    ['badCode', 'That is no sync code'],
    ['wrongCode', 'This code opens nothing there.'],
    ['nothingThere', 'Nothing of Weitblick is stored there yet.'],
    ['newer', 'Another device uses a newer Weitblick.'],
  ])('joins nothing with a code that opens nothing: %s', async (trouble, sentence) => {
    const stage = await open(null, { 'sync.meet': () => ({ ok: false, trouble }) });
    await fill(stage);
    press('Connect');
    await said(stage, 'Is this the first device?');
    type('Name of this device', 'Tablet');
    press('I have a code');
    await vi.waitFor(() => screen.getByLabelText('Sync code'));
    type('Sync code', 'WB1-0');
    submit('Sync code');
    await said(stage, sentence);
    expect(inputs(stage, 'sync.join')).toEqual([]);
  });

  it('gives the permission back when the person turns round', async () => {
    const stage = await open(null);
    await fill(stage);
    press('Connect');
    await said(stage, 'Is this the first device?');
    press('Back');
    await said(stage, 'Connect a WebDAV storage');
    expect(browser.permissions.remove).toHaveBeenCalledWith(STORAGE);
  });
});

describe('while it is on', () => {
  const waiting = { waiting: 12 };
  it.each<[string, SyncState & { on: true }, RegExp]>([
    ['in step', makeState(), /All devices are in step\. Last: 2 minutes ago\./],
    [
      'taking over',
      makeState({ working: { what: 'takeOver', done: 34_000, total: 100_000 } }),
      /34,000 of 100,000.* You can go on working\./,
    ],
    ['publishing', makeState({ working: { what: 'publish', done: 500, total: null } }), /500 so far/],
    ['waiting', makeState(waiting), /12 changes wait here\./],
    ['offline', troubled('offline', waiting), /No connection\. 12 changes wait here\./],
    ['refused', troubled('password'), /does not accept the password\. Nothing is lost; enter a new one\./],
    ['full', troubled('full'), /The storage is full\. Changes of others still arrive; yours wait here\./],
    ['odd', troubled('odd'), /answers in place of the server \(a login page\?\)/],
    ['newer', troubled('newer'), /Another device uses a newer Weitblick\. Update here to go on\./],
    ['code changed', troubled('codeChanged'), /The code was changed on Tablet\. Enter the new one\./],
    ['wiped', troubled('wiped'), /The storage is empty.*Wrong address, or publish again\?/],
    ['mass', troubled('massForget', {}, { count: 312, of: 400 }), /Tablet has deleted 312 of 400 contacts\./],
    [
      'gap',
      makeState({ devices: [{ id: 'b', name: 'Tablet', seen: ago(9), missing: 2 }] }),
      /Tablet wrote something that never arrived \(2 files\)\. Open Weitblick there\./,
    ],
    ['clock', makeState({ offset: -3 * 3_600_000 }), /clock is 3 hours ahead; sync corrects for it\./],
    ['clock, a little', makeState({ offset: 5 * 60_000 }), /clock is 5 minutes behind/],
    [
      'clock, beyond belief',
      makeState({ apart: 400 * 86_400_000 }),
      /are 400 days apart\. Weitblick goes by this/,
    ],
    ['replaced', troubled('replaced'), /something under another code is\. Was the code changed/],
    ['crowded', troubled('crowded'), /Far more lies in the storage than Weitblick ever puts there\./],
    ['lossy', troubled('lossy'), /does not keep files as they were sent\. Nothing is lost/],
    ['code going', makeState({ newCode: 'going' }), /The code is being changed\./],
    ['code unseen', makeState({ newCode: 'unseen' }), /A new code was made on this device\. Show it here/],
  ])('says how it stands: %s', async (_, state, sentence) => {
    expect((await open(state)).text()).toMatch(sentence);
  });

  it.each<[TroubleKind, string, string, object]>([
    ['massForget', 'Delete them here too', 'sync.massForget', { answer: 'forget' }],
    ['massForget', 'Bring them back everywhere', 'sync.massForget', { answer: 'keep' }],
    ['wiped', 'Publish again', 'sync.publishAgain', {}],
    ['replaced', 'Publish again', 'sync.publishAgain', {}],
    ['permission', 'Connect again', 'sync.now', {}],
    ['offline', 'Sync now', 'sync.now', {}],
  ])('where it is %s, “%s” is an answer', async (kind, button, message, input) => {
    const stage = await open(troubled(kind));
    expect(inputs(stage, message)).toEqual([]);
    press(button);
    await said(stage, 'All devices are in step.');
    expect(inputs(stage, message)).toEqual([input]);
  });

  it.each<[TroubleKind, string, string, object]>([
    ['password', 'New app password', 'sync.password', { password: 'another' }],
    ['codeChanged', 'New sync code', 'sync.enterCode', { code: 'another' }],
    ['replaced', 'New sync code', 'sync.enterCode', { code: 'another' }],
  ])('where it is %s, a new one is entered', async (kind, label, message, input) => {
    const stage = await open(troubled(kind));
    type(label, 'another');
    submit(label);
    await said(stage, 'All devices are in step.');
    expect(inputs(stage, message)).toEqual([input]);
  });

  it('asks the browser again for the server that was taken away', async () => {
    const stage = await open(troubled('permission'));
    granted = false;
    press('Connect again');
    expect(browser.permissions.request).toHaveBeenCalledWith(STORAGE);
    await vi.waitFor(() => expect(inputs(stage, 'sync.status').length).toBeGreaterThan(1));
    expect(inputs(stage, 'sync.now')).toEqual([]);
  });

  it('moves to another address with what is known, and keeps the code', async () => {
    const stage = await open(troubled('moved'));
    press('Another address');
    await said(stage, 'Connect a WebDAV storage');
    expect(inputs(stage, 'sync.leave')).toEqual([{ remove: false }]);
    expect((screen.getByLabelText('Address') as HTMLInputElement).value).toBe(ADDRESS);
    press('Connect');
    await said(stage, 'Is this the first device?');
    expect((screen.getByLabelText('Sync code') as HTMLInputElement).value).toBe(CODE);
  });

  it('names the devices, this one first, and when the others were seen', async () => {
    const stage = await open(
      makeState({ devices: [{ id: 'b', name: 'Tablet', seen: ago(3 * 60), missing: 0 }] }),
    );
    expect(stage.text()).toMatch(/Laptop \(this device\).*Tablet.*last seen 3 hours ago/);
  });

  it('shows code and line only when asked, and never a password', async () => {
    const stage = await open(makeState());
    expect(stage.text()).not.toContain(CODE);
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
    press('Show the code');
    await said(stage, CODE);
    await vi.waitFor(() => press('Copy set-up'));
    await said(stage, 'Copied.');
    expect(copied).toEqual([`${ADDRESS} kim ${SPACE} ${CODE}`]);
    expect(parseSetUpLine(copied[0] ?? '')).toEqual({ address: ADDRESS, user: 'kim', code: CODE });
    press('Hide the code');
    await vi.waitFor(() => expect(stage.text()).not.toContain(CODE));
  });

  const answer = (title: string) => {
    const heading = screen.getByRole('heading', { name: title, level: 2, hidden: true });
    fireEvent.submit(heading.closest('form') as HTMLFormElement);
  };

  it('changes the code after a question, and shows the new one', async () => {
    const stage = await open(makeState());
    press('Change the code');
    expect(inputs(stage, 'sync.changeCode')).toEqual([]);
    answer('Change the code');
    await said(stage, 'Keep this code');
    expect(stage.text()).toContain(CODE);
  });

  it('says why the code could not be changed, and stays', async () => {
    const stage = await open(makeState(), {
      'sync.changeCode': () => ({ ok: false, trouble: 'codeChanged' }),
    });
    press('Change the code');
    answer('Change the code');
    await said(stage, 'The code was changed on another device.');
  });

  it.each([false, true])('leaves after a question, the storage removed: %s', async (remove) => {
    const stage = await open(makeState());
    press('Stop on this device');
    if (remove) fireEvent.click(screen.getByRole('checkbox', { name: /^Also remove/, hidden: true }));
    answer('Stop keeping this device in step?');
    await said(stage, 'Keep several browsers in step');
    expect(inputs(stage, 'sync.leave')).toEqual([{ remove }]);
    expect(browser.permissions.remove).toHaveBeenCalledWith(STORAGE);
  });

  it('stays where the storage could not be removed', async () => {
    const stage = await open(makeState(), { 'sync.leave': () => ({ ok: false, trouble: 'password' }) });
    press('Stop on this device');
    answer('Stop keeping this device in step?');
    await said(stage, 'The server does not accept the password.');
    expect(browser.permissions.remove).not.toHaveBeenCalled();
    expect(stage.text()).toContain('Sync now');
  });
});

describe('as the dashboard is opened', () => {
  it.each<[string, object, number]>([
    ['off', { on: false }, 0],
    ['in step', makeState(), 1],
    ['offline', troubled('offline'), 1],
    ['full', troubled('full'), 1],
    ['running', makeState({ working: { what: 'round', done: 0, total: null } }), 0],
    // Each further try with a refused password may lock the account.
    ...(['password', 'busy', 'codeChanged', 'wiped', 'massForget', 'newer', 'permission'] as const).map(
      (kind): [string, object, number] => [kind, troubled(kind), 0],
    ),
  ])('a round begins where it may help: %s', async (_, status, rounds) => {
    const stage = await enter('#/me', { answers: { 'sync.status': () => status, 'sync.now': () => status } });
    await lookAtOthers();
    expect(inputs(stage, 'sync.now')).toHaveLength(rounds);
  });

  it.each<[string, object, RegExp | null]>([
    ['wiped', troubled('wiped'), /The storage is empty.*Devices/],
    ['offline', troubled('offline'), null],
    ['in step', makeState(), null],
    ['off', { on: false }, null],
  ])('the letter of today asks only what only the person can do: %s', async (_, status, line) => {
    const stage = await enter('#/today', {
      rows: [makeRow('a', 'Kim Sommer')],
      answers: { 'sync.status': () => status },
    });
    await vi.waitFor(() => expect(inputs(stage, 'sync.status')).toHaveLength(1));
    await new Promise((shown) => setTimeout(shown, 20));
    const link = stage.container.querySelector('a[href="#/settings/devices"]');
    if (line === null) expect(link).toBeNull();
    else expect(link?.parentElement?.textContent).toMatch(line);
  });
});

describe('a note', () => {
  const versions = [
    { text: 'of the <b>tablet</b>', at: ago(5), by: 'Tablet' },
    { text: 'of the laptop', at: ago(90), by: null },
  ];
  it('in two versions shows both, whose and when, and keeps the one that is chosen', async () => {
    await enter('#/me', { answers: { 'sync.note': () => ({ versions }) } });
    const kept: string[] = [];
    const { container } = render(<NoteVersions id="a" note="both" onKeep={(text) => kept.push(text)} />);
    await vi.waitFor(() => expect(container.textContent).toContain('2 versions of this note'));
    const lines = [...container.querySelectorAll('li')].map((line) => line.textContent);
    expect(lines).toEqual([
      'Tablet, 5 minutes agoof the <b>tablet</b>Keep only this one',
      '1 hour agoof the laptopKeep only this one',
    ]);
    fireEvent.click(container.querySelectorAll('li button')[1] as Element);
    expect(kept).toEqual(['of the laptop']);
  });

  it.each([0, 1])('in %i versions says nothing', async (count) => {
    const stage = await enter('#/me', {
      answers: { 'sync.note': () => ({ versions: versions.slice(0, count) }) },
    });
    const { container } = render(<NoteVersions id="a" note="one" onKeep={() => {}} />);
    await vi.waitFor(() => expect(inputs(stage, 'sync.note')).toHaveLength(1));
    await new Promise((shown) => setTimeout(shown, 20));
    expect(container.textContent).toBe('');
  });
});

it.each([
  [`${ADDRESS} kim ${SPACE} ${CODE}`, 'kim'],
  [`  ${ADDRESS}\tkim  sommer ${SPACE} ${CODE.toLowerCase()}\n`, 'kim sommer'],
  [`${ADDRESS} ${SPACE} ${CODE}`, ''],
  [ADDRESS, null],
  [CODE, null],
  [`${ADDRESS} kim ${CODE}`, null],
  [`${ADDRESS} kim ${SPACE} WB2-ABCDE`, null],
  ['', null],
])('reads the line of another device: %j', (text, user) => {
  expect(parseSetUpLine(text)?.user ?? null).toBe(user);
});

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36', 'Chrome on Linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0 Safari/537.36 Edg/150.0', 'Edge on Windows'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:142.0) Gecko/20100101 Firefox/142.0',
    'Firefox on macOS',
  ],
  ['Mozilla/5.0 (Linux; Android 15) Chrome/150.0.0.0 Mobile Safari/537.36', 'Chrome on Android'],
  ['something else', ''],
])('guesses what a device may be called: %s', async (agent, name) => {
  await enter('#/me');
  expect(guessDeviceName(agent)).toBe(name);
});

it.each([
  [0, 'less than a minute ago'],
  [-60, 'less than a minute ago'],
  [2, '2 minutes ago'],
  [59, '59 minutes ago'],
  [60, '1 hour ago'],
  [24 * 60, 'yesterday'],
  [3 * 24 * 60, '3 days ago'],
  [90 * 24 * 60, '2 months ago'],
])('says how long ago %i minutes are', async (minutes, words) => {
  await enter('#/me');
  const now = Date.UTC(2026, 10, 28, 12);
  expect(agoWords(new Date(now - minutes * 60_000).toISOString(), now)).toBe(words);
});
