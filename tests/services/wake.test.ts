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

describe('an alarm', () => {
  const stepOf = async ({ send }: ReturnType<typeof start>, due: string) => {
    const { id } = (await send('contact.save', { capture: makeCapture() })) as { id: string };
    await send('contact.setOwn', { id, own: { nextStep: { text: 'Call', due } } });
    await send('settings.set', { settings: { reminders: true } });
    return id;
  };

  it('is set once, with its rhythm: an earlier start’s runs on', async () => {
    const { alarms } = start();
    await vi.waitFor(() => expect(alarms.get('remind')).toEqual({ delayInMinutes: 1, periodInMinutes: 60 }));
    const made = makeEnvironment(`wake-${Math.random()}`);
    const browser = makePlatform();
    for (const name of ['remind', 'sync', 'resume']) browser.alarms.set(name, 'of before');
    wake(browser.platform, made.environment);
    // Nothing is left to do and nothing is kept in step: nobody is woken for it.
    await vi.waitFor(() => expect([...browser.alarms]).toEqual([['remind', 'of before']]));
  });

  it.each<[name: string, told: number]>([
    ['remind', 1],
    ['purge', 0],
    ['resume', 0],
    ['sync', 0],
    ['of another', 0],
  ])('%s reminds of what is due %i times', async (name, told) => {
    const started = start();
    await stepOf(started, '2026-11-24');
    started.fire('alarm', { name });
    await vi.waitFor(() => expect(started.notified).toHaveLength(told));
    await settled();
    expect(started.notified).toHaveLength(told);
  });

  it.each<[name: string, left: number]>([
    ['remind', 0],
    ['purge', 0],
    ['resume', 1],
    ['sync', 1],
  ])('%s takes away what can no longer be taken back, or leaves it: %i', async (name, left) => {
    const { send, fire, environment, platform } = start();
    const clear = vi.spyOn(platform.alarms, 'clear');
    const { id } = (await send('contact.save', { capture: makeCapture() })) as { id: string };
    await send('contact.forgetMany', { ids: [id] }, 'dashboard');
    // Until the start is over: it takes away, too.
    await vi.waitFor(() => expect(clear).toHaveBeenCalledWith('sync'));
    const db = await environment.database;
    const [row] = await db.getAll('undo');
    await db.clear('undo');
    await db.put('undo', { ...(row as NonNullable<typeof row>), id: 'forget:2026-11-24T09:00:00.000Z' });
    fire('alarm', { name });
    await vi.waitFor(async () => expect(await db.count('undo')).toBe(left));
    await settled();
    expect(await db.count('undo')).toBe(left);
  });

  it.each<[name: string, saved: number]>([
    ['remind', 1],
    ['purge', 0],
    ['resume', 0],
    ['sync', 0],
  ])('%s makes the backup that is due, or leaves it: %i', async (name, saved) => {
    const made = makeEnvironment(`wake-${Math.random()}`);
    const browser = makePlatform();
    const files: string[] = [];
    const background = {
      ...made.environment,
      files: {
        allowed: async () => true,
        save: async (file: string, _type: string, pieces: AsyncIterable<unknown>) => {
          for await (const _ of pieces);
          files.push(file);
        },
      },
    };
    wake(browser.platform, background as never);
    const ask = (weitblick: string, input: object) =>
      browser.fire('message', { weitblick, input }, { id: 'own', url: 'chrome-extension://own/popup.html' });
    await ask('contact.save', { capture: makeCapture() });
    await ask('backup.when', { everyChanges: 1 });
    browser.fire('alarm', { name });
    await vi.waitFor(() => expect(files).toHaveLength(saved));
    await settled();
    expect(files).toHaveLength(saved);
  });

  it('for other devices is there while devices are kept in step, and looks what they have written', async () => {
    const carrier = new MemoryCarrier();
    const list = vi.spyOn(carrier, 'list');
    const made = makeEnvironment(`wake-${Math.random()}`);
    const browser = makePlatform();
    const environment = { ...made.environment, carrierOf: () => carrier, pause: async () => {} };
    wake(browser.platform, environment);
    const ask = (weitblick: string, input: object) =>
      browser.fire(
        'message',
        { weitblick, input },
        { id: 'own', url: 'chrome-extension://own/dashboard.html' },
      );
    const place = { kind: 'webdav', url: 'https://dav.example.org', user: 'kim', password: 'p' };
    await vi.waitFor(() => expect(browser.alarms.has('remind')).toBe(true));
    browser.fire('alarm', { name: 'sync' });
    await settled();
    expect(list).not.toHaveBeenCalled();
    expect(await ask('sync.setUp', { place, name: 'Laptop' })).toMatchObject({ output: { ok: true } });
    const rhythm = { delayInMinutes: 5, periodInMinutes: 5 };
    expect(browser.alarms.get('sync')).toEqual(rhythm);
    // Until the round that the set-up began is over.
    await ask('sync.now', {});
    for (const [name, looks] of [
      ['purge', false],
      ['resume', false],
      ['sync', true],
    ] as const) {
      list.mockClear();
      browser.fire('alarm', { name });
      await (looks ? vi.waitFor(() => expect(list).toHaveBeenCalled()) : settled());
      expect(list.mock.calls.length > 0, name).toBe(looks);
    }
    // The next start sets it where the browser has lost it, and looks at once.
    const later = makePlatform();
    list.mockClear();
    wake(later.platform, environment);
    await vi.waitFor(() => expect(list).toHaveBeenCalled());
    expect(later.alarms.get('sync')).toEqual(rhythm);
    const { ok } = (await browser.fire(
      'message',
      { weitblick: 'sync.leave', input: {} },
      { id: 'own', url: 'chrome-extension://own/dashboard.html' },
    )) as { ok: boolean };
    expect(ok).toBe(true);
    await vi.waitFor(() => expect(browser.alarms.has('sync')).toBe(false));
  });

  it('goes on with a long task, and ends with it', async () => {
    const { environment, platform, fire, alarms } = start();
    const create = vi.spyOn(platform.alarms, 'create');
    await vi.waitFor(() => expect(alarms.has('remind')).toBe(true));
    await settled();
    create.mockClear();
    fire('alarm', { name: 'resume' });
    await settled();
    expect(create).not.toHaveBeenCalled();
    const db = await environment.database;
    await db.put('pending', { id: 'gone meanwhile' });
    fire('alarm', { name: 'resume' });
    await vi.waitFor(() =>
      expect(create.mock.calls).toEqual([['resume', { delayInMinutes: 0.5, periodInMinutes: 0.5 }]]),
    );
    await vi.waitFor(async () =>
      expect([await db.count('pending'), alarms.has('resume')]).toEqual([0, false]),
    );
  });
});

describe('what the user clicks in the browser', () => {
  const clicked = (more: object, item: string, tab: object | undefined) => {
    const made = makeEnvironment(`wake-${Math.random()}`);
    const browser = makePlatform();
    const sidebar = { open: vi.fn(async () => {}) };
    const readPage = vi.fn(async () => ({ url: '', ok: false, reason: 'unreadable' }) as const);
    wake({ ...browser.platform, sidebarAction: sidebar, ...more } as never, {
      ...made.environment,
      readPage,
    });
    browser.fire('menu', { menuItemId: item }, tab);
    return { ...browser, sidebar, readPage };
  };

  it.each<[string, object, string, object | undefined, [panel: number, sidebar: number, read: number]]>([
    ['the side', {}, 'side', { id: 1, windowId: 9 }, [1, 0, 0]],
    ['the side of no window', {}, 'side', { id: 1 }, [0, 0, 0]],
    ['the side of no tab', {}, 'side', undefined, [0, 0, 0]],
    ['the side of Firefox', { sidePanel: undefined }, 'side', { id: 1 }, [0, 1, 0]],
    ['save', {}, 'save', { id: 1 }, [0, 0, 1]],
    ['save where is no tab', {}, 'save', undefined, [0, 0, 0]],
    ['save of no page', {}, 'save', {}, [0, 0, 0]],
    ['the dashboard', {}, 'dashboard', { id: 1, windowId: 9 }, [0, 0, 0]],
    ['another’s item', {}, 'other', { id: 1, windowId: 9 }, [0, 0, 0]],
  ])('opens or saves by the menu: %s', async (_what, more, item, tab, [panel, side, read]) => {
    const { raw, sidebar, readPage, opened } = clicked(more, item, tab);
    await vi.waitFor(() => expect(readPage).toHaveBeenCalledTimes(read));
    await settled();
    expect(raw.sidePanel.open).toHaveBeenCalledTimes(panel);
    expect(sidebar.open).toHaveBeenCalledTimes(side);
    expect(readPage.mock.calls).toEqual(read === 0 ? [] : [[1]]);
    expect(opened).toEqual(item === 'dashboard' ? ['chrome-extension://own/dashboard.html'] : []);
  });

  it('leads nowhere from another’s notification, and by another’s key', async () => {
    const { fire, opened, badges, raw } = start();
    fire('notified', 'of another');
    fire('command', 'another', { id: 7 });
    fire('command', 'save', undefined);
    await settled();
    expect([opened, badges, raw.action.openPopup.mock.calls]).toEqual([[], [], []]);
  });

  it('listens to notifications as soon as they are allowed, not before', () => {
    const made = makeEnvironment(`wake-${Math.random()}`);
    const browser = makePlatform();
    const { notifications, ...without } = browser.raw;
    const platform = { ...without } as Record<string, unknown>;
    wake(platform as never, made.environment);
    expect(browser.listeners).not.toHaveProperty('notified');
    platform.notifications = notifications;
    browser.fire('granted', { permissions: ['downloads'] });
    expect(browser.listeners).not.toHaveProperty('notified');
    browser.fire('granted', { permissions: ['notifications'] });
    expect(browser.listeners).toHaveProperty('notified');
  });

  it('looks at the granted sites only when sites were granted or taken', async () => {
    const made = makeEnvironment(`wake-${Math.random()}`);
    const browser = makePlatform();
    const grantedSites = vi.fn(async () => []);
    wake(browser.platform, { ...made.environment, grantedSites });
    await vi.waitFor(() => expect(grantedSites).toHaveBeenCalledTimes(1));
    for (const [name, event, times] of [
      ['granted', { permissions: ['notifications'] }, 1],
      ['granted', { permissions: [], origins: [] }, 1],
      ['taken', { permissions: ['notifications'] }, 1],
      ['taken', { origins: [] }, 1],
      ['taken', { origins: ['https://a.example/*'] }, 2],
      ['granted', { origins: ['https://a.example/*'] }, 3],
    ] as const) {
      browser.fire(name, event);
      await vi.waitFor(() => expect(grantedSites).toHaveBeenCalledTimes(times));
      await settled();
      expect(grantedSites, `${name} ${JSON.stringify(event)}`).toHaveBeenCalledTimes(times);
    }
  });

  it.each(['install', 'update'])(
    'makes the menus, and derives anew what is old, at an %s',
    async (reason) => {
      const { fire, menus, send, environment } = start();
      await send('contact.save', { capture: makeCapture() });
      await settled();
      const db = await environment.database;
      const [segment] = await db.getAll('segments');
      if (segment === undefined) throw new Error('nothing was derived');
      await db.put('segments', { ...segment, version: 'old' });
      fire('installed', { reason });
      await vi.waitFor(() => expect(menus).toHaveLength(3));
      await vi.waitFor(async () =>
        expect((await db.get('segments', segment.segment))?.version).toBe(segment.version),
      );
    },
  );
});

it('what fails in the background’s own work is told where developers look', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const made = makeEnvironment(`wake-${Math.random()}`);
  const browser = makePlatform();
  const failure = new Error('no tab');
  browser.raw.tabs.create = async () => {
    throw failure;
  };
  wake(browser.platform, made.environment);
  browser.fire('notified', 'weitblick-due');
  await vi.waitFor(() => expect(told.mock.calls).toEqual([[failure]]));
  told.mockRestore();
});

it('the witness stands in the browser’s own small store', async () => {
  const { send, raw } = start();
  const stored = (await raw.storage.local.get()) as Record<string, unknown>;
  await send('loss.dismiss', {});
  expect(stored.witness).toMatchObject({ count: 0 });
  Object.assign(stored, { witness: { database: 'another', count: 7, revision: 1, at: NOW } });
  const again = start();
  Object.assign((await again.raw.storage.local.get()) as object, stored);
  expect(await again.send('network.get', {})).toMatchObject({ lost: { count: 7, at: NOW } });
});

/** Lets the background finish what it has begun, as far as its database and promises go. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60));
}
