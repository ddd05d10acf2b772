import { describe, expect, it, vi } from 'vitest';
import { companyOf, suggestionsOf } from '../../src/services/addressBar.ts';
import type { Platform } from '../../src/services/platform.ts';
import { wake } from '../../src/services/wake.ts';
import { FORGET_UNDO_MS, purgeUndo } from '../../src/storage/undo/run.ts';
import { makeCapture, makeEnvironment, NOW } from '../make.ts';
import { MemoryCarrier } from '../servers/memory.ts';

type Listener = (...args: never[]) => unknown;

/** A browser of which only the listeners are real. */
function makePlatform() {
  const listeners: Record<string, Listener> = {};
  const event = (name: string) => ({
    addListener(listener: Listener) {
      listeners[name] = listener;
    },
  });
  const opened: string[] = [];
  const alarms = new Map<string, unknown>();
  const menus: { id: string; title: string }[] = [];
  const notified: { title: string; message: string }[] = [];
  const stored: Record<string, unknown> = {};
  const platform = {
    runtime: {
      id: 'own',
      getURL: (path: string) => `chrome-extension://own${path}`,
      onMessage: event('message'),
      onConnect: event('connect'),
      onInstalled: event('installed'),
      onStartup: event('startup'),
    },
    storage: {
      local: {
        get: async () => stored,
        set: async (values: object) => void Object.assign(stored, values),
        setAccessLevel: vi.fn(async () => {}),
      },
    },
    i18n: { getMessage: (key: string) => key },
    tabs: {
      create: async ({ url }: { url: string }) => void opened.push(url),
      update: async ({ url }: { url: string }) => void opened.push(`here ${url}`),
    },
    alarms: {
      create: (name: string, when: unknown) => void alarms.set(name, when),
      get: async (name: string) => alarms.get(name),
      clear: async (name: string) => alarms.delete(name),
      onAlarm: event('alarm'),
    },
    action: { openPopup: vi.fn(async () => {}) },
    commands: { onCommand: event('command') },
    contextMenus: {
      removeAll: async () => void menus.splice(0),
      create: (item: { id: string; title: string }) => void menus.push(item),
      onClicked: event('menu'),
    },
    omnibox: {
      setDefaultSuggestion: () => {},
      onInputChanged: event('typed'),
      onInputEntered: event('entered'),
    },
    notifications: {
      create: async (_id: string, shown: { title: string; message: string }) => void notified.push(shown),
      clear: async () => {},
      onClicked: event('notified'),
    },
    permissions: { onAdded: event('granted'), onRemoved: event('taken') },
    sidePanel: { open: vi.fn(async () => {}) },
  };
  const fire = (name: string, ...args: unknown[]) =>
    (listeners[name] as (...all: unknown[]) => unknown)(...args);
  return {
    platform: platform as unknown as Platform,
    listeners,
    fire,
    opened,
    alarms,
    menus,
    notified,
    raw: platform,
  };
}

function start() {
  const made = makeEnvironment(`wake-${Math.random()}`);
  const browser = makePlatform();
  wake(browser.platform, made.environment);
  const send = async (weitblick: string, input: object, page = 'popup') => {
    const answer = (await browser.fire(
      'message',
      { weitblick, input },
      { id: 'own', url: `chrome-extension://own/${page}.html` },
    )) as {
      ok: boolean;
      output: never;
    };
    expect(answer.ok).toBe(true);
    return answer.output;
  };
  return { ...made, ...browser, send };
}

describe('what wakes the background', () => {
  it('is all registered before anything is awaited', () => {
    const { listeners } = start();
    expect(Object.keys(listeners).sort()).toEqual(
      [
        'alarm',
        'command',
        'connect',
        'entered',
        'granted',
        'installed',
        'menu',
        'message',
        'notified',
        'taken',
        'typed',
      ].sort(),
    );
  });

  it('puts the button on what was granted, whoever asked, and on what was granted while it slept', async () => {
    const granted = ['before.example'];
    const shown = ['given-back.example'];
    const made = makeEnvironment(`wake-${Math.random()}`);
    const browser = makePlatform();
    wake(browser.platform, {
      ...made.environment,
      grantedSites: async () => [...granted],
      buttonSites: async () => [...shown],
      addSite: async (host) => void shown.push(host),
      takeButton: async (host) => void shown.splice(shown.indexOf(host), 1),
    });
    await vi.waitFor(() => expect(shown).toEqual(['before.example']));
    granted.push('now.example');
    browser.fire('granted', { origins: ['https://now.example/*'] });
    await vi.waitFor(() => expect(shown).toEqual(['before.example', 'now.example']));
    granted.shift();
    browser.fire('taken', { origins: ['https://before.example/*'] });
    await vi.waitFor(() => expect(shown).toEqual(['now.example']));
  });

  it('takes the button off the storage that was granted for sync, as soon as it is set up', async () => {
    const granted = ['before.example'];
    const shown: string[] = [];
    const made = makeEnvironment(`wake-${Math.random()}`);
    const browser = makePlatform();
    wake(browser.platform, {
      ...made.environment,
      carrierOf: () => new MemoryCarrier(),
      grantedSites: async () => [...granted],
      buttonSites: async () => [...shown],
      addSite: async (host) => void shown.push(host),
      takeButton: async (host) => void shown.splice(shown.indexOf(host), 1),
    });
    await vi.waitFor(() => expect(shown).toEqual(['before.example']));
    granted.push('dav.example.org');
    browser.fire('granted', { origins: ['https://dav.example.org/*'] });
    await vi.waitFor(() => expect(shown).toContain('dav.example.org'));
    const place = { kind: 'webdav', url: 'https://dav.example.org', user: 'kim', password: 'p' };
    const answer = await browser.fire(
      'message',
      { weitblick: 'sync.setUp', input: { place, name: 'Laptop' } },
      { id: 'own', url: 'chrome-extension://own/dashboard.html' },
    );
    expect(answer).toMatchObject({ ok: true, output: { ok: true } });
    await vi.waitFor(() => expect(shown).toEqual(['before.example']));
  });

  it('writes what was typed in a page that is gone; a stranger tells it nothing', async () => {
    const { send, fire } = start();
    const { id } = (await send('contact.save', { capture: makeCapture() })) as { id: string };
    const what = { field: 'tag', text: 'health' };
    await send('contact.typed', { id, writer: 'w', what });
    const tags = async () =>
      ((await send('contact.get', { id })) as { contact: { own: { tags: string[] } } }).contact.own.tags;
    const leave = (sender: object) => {
      let gone = () => {};
      const onDisconnect = {
        addListener(listener: () => void) {
          gone = listener;
        },
      };
      fire('connect', { name: 'present:w', sender, onDisconnect });
      gone();
    };
    leave({ id: 'own', url: 'https://www.linkedin.com/in/leyla-brandt/' });
    leave({ id: 'another', url: 'chrome-extension://own/popup.html' });
    await send('network.get', {});
    expect(await tags()).toEqual([]);
    leave({ id: 'own', url: 'chrome-extension://own/popup.html' });
    await vi.waitFor(async () => expect(await tags()).toEqual(['health']));
  });

  it('saves the open profile by the keyboard, and opens the popup whatever comes of it', async () => {
    const { fire, pages, badges, raw } = start();
    pages.push({ url: 'https://www.linkedin.com/in/leyla-brandt/', ok: true, capture: makeCapture() });
    fire('command', 'save', { id: 7 });
    // At once: some browsers open it only while they still know of the key, and its moment tells the page nothing.
    expect(raw.action.openPopup).toHaveBeenCalledTimes(1);
    await vi.waitFor(() => expect(badges).toEqual([[7, expect.objectContaining({ state: 'saved' })]]));
    pages.push({ url: '', ok: false, reason: 'notAProfile' });
    fire('command', 'save', { id: 7 });
    expect(raw.action.openPopup).toHaveBeenCalledTimes(2);
    await vi.waitFor(() =>
      expect(badges.at(-1)).toEqual([7, { state: 'failed', sentence: 'reason_notAProfile' }]),
    );
  });

  it('opens the way in once, when it was installed, and not for an update', async () => {
    const { fire, opened } = start();
    fire('installed', { reason: 'update' });
    fire('installed', { reason: 'chrome_update' });
    fire('installed', { reason: 'install' });
    await vi.waitFor(() => expect(opened).toEqual(['chrome-extension://own/dashboard.html#/welcome']));
  });

  it('refuses by menu whoever the page shows to themselves, unless they were saved by hand', async () => {
    const { fire, pages, badges, send } = start();
    const capture = makeCapture();
    pages.push({ url: 'https://www.linkedin.com/in/leyla-brandt/', ok: true, capture, own: true });
    fire('menu', { menuItemId: 'save' }, { id: 3 });
    await vi.waitFor(() =>
      expect(badges).toMatchObject([[3, { state: 'failed', sentence: 'error_ownProfile' }]]),
    );
    await send('contact.save', { capture });
    fire('menu', { menuItemId: 'save' }, { id: 3 });
    await vi.waitFor(() => expect(badges.at(-1)).toMatchObject([3, { state: 'saved' }]));
  });

  it('saves and opens by the menus', async () => {
    const { fire, pages, badges, raw, menus, opened } = start();
    fire('installed', { reason: 'install' });
    await vi.waitFor(() => expect(menus.map(({ id }) => id)).toEqual(['save', 'side', 'dashboard']));
    pages.push({ url: 'https://www.linkedin.com/in/leyla-brandt/', ok: true, capture: makeCapture() });
    fire('menu', { menuItemId: 'save' }, { id: 3 });
    await vi.waitFor(() => expect(badges).toHaveLength(1));
    fire('menu', { menuItemId: 'side' }, { id: 3, windowId: 9 });
    // At once: a browser opens its side only while it still knows of the click.
    expect(raw.sidePanel.open).toHaveBeenCalledWith({ windowId: 9 });
    fire('menu', { menuItemId: 'dashboard' }, { id: 3 });
    await vi.waitFor(() => expect(opened.at(-1)).toBe('chrome-extension://own/dashboard.html'));
    fire('menu', { menuItemId: 'of another extension' }, { id: 3 });
  });

  it('searches from the address bar, and shows hostile names as text', async () => {
    const { fire, send, opened } = start();
    const capture = makeCapture({ name: { full: 'Eve <b>&"Evil"' } });
    const { id } = (await send('contact.save', { capture })) as { id: string };
    const found = await new Promise<{ content: string; description: string }[]>((resolve) =>
      fire('typed', 'eve', resolve),
    );
    expect(found[0]?.description).toContain('Eve &lt;b&gt;&amp;&quot;Evil&quot;');
    fire('entered', found[0]?.content, 'newForegroundTab');
    fire('entered', 'something else', 'currentTab');
    await vi.waitFor(() =>
      expect(opened).toEqual([
        `chrome-extension://own/dashboard.html#/contacts?contact=${id}`,
        'here chrome-extension://own/dashboard.html#/contacts?q=something+else',
      ]),
    );
  });

  it('leaves out of the address bar what no XML may hold: one such name would take all suggestions away', async () => {
    const { fire, send } = start();
    await send('contact.save', { capture: makeCapture({ name: { full: 'Eve\ufffe \ud83d\u0001Evil' } }) });
    const found = await new Promise<{ description: string }[]>((resolve) => fire('typed', 'eve', resolve));
    expect(found[0]?.description).toMatch(/^Eve ?Evil/);
  });

  it('keeps its small store from scripts in pages, where the browser can', () => {
    const { raw } = start();
    expect(raw.storage.local.setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });

  it('reminds by the alarm, and leads to the day when clicked', async () => {
    const { fire, send, notified, alarms, opened } = start();
    await vi.waitFor(() => expect(alarms.has('remind')).toBe(true));
    const { id } = (await send('contact.save', { capture: makeCapture() })) as { id: string };
    await send('contact.setOwn', { id, own: { nextStep: { text: 'Call', due: '2026-11-24' } } });
    await send('settings.set', { settings: { reminders: true } });
    fire('alarm', { name: 'remind' });
    await vi.waitFor(() => expect(notified).toHaveLength(1));
    expect(notified[0]).toMatchObject({ title: 'factDueSteps 1', message: 'notify_step Leyla Brandt Call' });
    fire('notified', 'weitblick-due');
    await vi.waitFor(() => expect(opened).toEqual(['chrome-extension://own/dashboard.html#/today']));
  });

  it('sets the alarm that takes away the last of the forgotten only where somebody was forgotten', async () => {
    const { send, alarms } = start();
    const { id } = await send('contact.save', { capture: makeCapture() });
    expect([...alarms.keys()]).not.toContain('purge');
    await send('contact.forget', { id });
    expect(alarms.get('purge')).toEqual({ delayInMinutes: expect.any(Number) });
  });

  it('goes on with what an earlier background left undone', async () => {
    const { fire, environment, alarms, send } = start();
    const db = await environment.database;
    await db.put('pending', { id: 'gone meanwhile' });
    fire('alarm', { name: 'resume' });
    await vi.waitFor(async () => expect(await db.count('pending')).toBe(0));
    await vi.waitFor(() => expect(alarms.has('resume')).toBe(false));
    // A correction begins a long task: whoever kills the background in the middle does not end it.
    await send('company.set', { company: 'charite', nace2: '86' });
    expect(alarms.has('resume')).toBe(true);
  });
});

it.each([
  ['kli', 'Klinikum Süd'],
  ['KLINIKUM SÜD', 'Klinikum Süd'],
  ['kl', null],
  ['nik', null],
  ['', null],
])('the address bar offers the company that %j begins', (typed, company) => {
  expect(companyOf([{ company: '' }, { company: 'Klinikum Süd' }], typed)).toBe(company);
});

it('tells apart people who look the same in the address bar', () => {
  const same = { name: 'A', title: '', company: 'X', place: '' };
  expect(
    suggestionsOf([
      { id: '1', ...same },
      { id: '2', ...same },
    ]).map(({ content }) => content),
  ).toEqual(['A · X', 'A · X (2)']);
});

it('sees to it that nothing of forgotten people is kept longer than it can be taken back', async () => {
  const { send, alarms, fire, environment } = start();
  const { id } = (await send('contact.save', { capture: makeCapture() })) as { id: string };
  expect(alarms.has('purge')).toBe(false);
  await send('contact.forgetMany', { ids: [id] }, 'dashboard');
  expect(alarms.get('purge')).toEqual({ delayInMinutes: FORGET_UNDO_MS / 60_000 + 0.5 });
  const db = await environment.database;
  await fire('alarm', { name: 'purge' });
  // Not yet: the clock of this test stands still.
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await db.count('undo')).toBe(1);
  await purgeUndo(db, new Date(Date.parse(NOW) + FORGET_UNDO_MS - 1));
  expect(await db.count('undo')).toBe(1);
  await purgeUndo(db, new Date(Date.parse(NOW) + FORGET_UNDO_MS + 1));
  expect(await db.count('undo')).toBe(0);
});
