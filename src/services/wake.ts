import { watchPresence } from '../messaging/presence.ts';
import { serve } from '../messaging/server.ts';
import { getState } from '../storage/state.ts';
import { FORGET_UNDO_MS, purgeUndo } from '../storage/undo/run.ts';
import { listenToAddressBar } from './addressBar.ts';
import { type Background, createBackground } from './background.ts';
import { createBackups } from './backups.ts';
import type { Environment } from './environment.ts';
import { failureOf, handlersOf } from './handlers.ts';
import { createMenus, MENU_ITEMS, type MenuItem } from './menus.ts';
import { notifierOf, REMINDER } from './notify.ts';
import type { Platform, Tab } from './platform.ts';
import { remind } from './reminders.ts';
import { TabSaves } from './saveTab.ts';
import { followGrants } from './sites.ts';
import type { WitnessStand } from './witnessStand.ts';

/** The alarms by which the browser wakes the background. */
const ALARMS = {
  /** Looks what is due, and whether a backup is. The browser may be closed for days, so it looks often and tells once a day. */
  remind: { delayInMinutes: 1, periodInMinutes: 60 },
  /** Goes on with a long task whose background was killed; a browser fires no oftener than every half minute. */
  resume: { delayInMinutes: 0.5, periodInMinutes: 0.5 },
  /** Looks what other devices have written; told of by a write, it looks sooner. */
  sync: { delayInMinutes: 5, periodInMinutes: 5 },
  /** Takes away what was kept of forgotten people so that it could be taken back. */
  purge: { delayInMinutes: FORGET_UNDO_MS / 60_000 + 0.5 },
} as const;

/**
 * Registers everything that wakes the background. All of it at once, before anything is awaited: the browser
 * starts the background for an event only when its listener was there in the first turn.
 */
export function wake(platform: Platform, given: Omit<Environment, 'witness'>): void {
  const environment: Environment = {
    ...given,
    witness: witnessIn(platform),
    openPopup: async () => platform.action.openPopup?.(),
    syncTurned: (on) => {
      if (on) platform.alarms.create('sync', ALARMS.sync);
      else void platform.alarms.clear('sync');
      // Until now the storage was a granted site like any other.
      watch(followGrants(environment));
    },
    world: {
      ...given.world,
      wrote(commit) {
        given.world.wrote?.(commit);
        // Before the work begins: a background that is killed in the middle is woken for the rest.
        const corrected = commit.changes.some(({ store }) => store === 'settings');
        if (commit.derived.pending || corrected) platform.alarms.create('resume', ALARMS.resume);
        if (commit.forgotten) platform.alarms.create('purge', ALARMS.purge);
      },
    },
  };
  const background = createBackground(environment);
  const backups = createBackups(background);
  const saves = new TabSaves(background);
  const { runtime, alarms, commands, contextMenus } = platform;
  const own = { id: runtime.id, origin: runtime.getURL('/').replace(/\/$/, '') };
  runtime.onMessage.addListener(serve(handlersOf(background, saves), own, failureOf));
  runtime.onConnect.addListener(watchPresence(own, (writer) => background.typing.left(writer)));
  runtime.onInstalled.addListener(({ reason }) => {
    // Once: whoever has just installed it is shown where it is, and the quickest way in.
    if (reason === 'install') watch(openDashboard(platform, '#/welcome'));
    watch(createMenus(platform));
    // A new version may bring a new model.
    watch(background.deriving.renew());
  });
  alarms.onAlarm.addListener(({ name }) => {
    if (name === 'remind') {
      watch(remind(background, notifierOf(platform, environment)));
      watch(backups.check());
      watch(purge(background));
    }
    if (name === 'purge') watch(purge(background));
    if (name === 'sync') watch(background.sync.round());
    if (name === 'resume') watch(resume(background, platform));
  });
  commands?.onCommand.addListener((command, tab) => {
    if (command === 'save') saveTab(saves, tab);
  });
  contextMenus?.onClicked.addListener(({ menuItemId }, tab) => {
    if ((MENU_ITEMS as readonly unknown[]).includes(menuItemId))
      watch(chooseMenu(saves, platform, menuItemId as MenuItem, tab));
  });
  listenToNotifications(platform);
  // The user has just allowed them: the next start would listen by itself.
  platform.permissions?.onAdded.addListener(({ permissions, origins = [] }) => {
    if (permissions?.includes('notifications')) listenToNotifications(platform);
    if (origins.length > 0) watch(followGrants(environment));
  });
  platform.permissions?.onRemoved.addListener(({ origins = [] }) => {
    if (origins.length > 0) watch(followGrants(environment));
  });
  listenToAddressBar(background, platform);
  // How many contacts there are is no business of the scripts in pages.
  watch(Promise.resolve(platform.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
  // The model is read while the database opens: a popup that waits for both waits for the longer one.
  watch(environment.classifier({}));
  watch(begin(background, platform));
}

function listenToNotifications(platform: Platform): void {
  platform.notifications?.onClicked.addListener((id) => {
    if (id === REMINDER) watch(openDashboard(platform, '#/today'));
  });
}

/** The browser's own small store: damage to the database does not reach it. */
function witnessIn({ storage }: Pick<Platform, 'storage'>): WitnessStand {
  return {
    read: async () => (await storage.local.get('witness')).witness,
    write: (witness) => storage.local.set({ witness }),
  };
}

/** What every start of the background looks after. */
async function begin(background: Background, platform: Platform): Promise<void> {
  if ((await platform.alarms.get('remind')) === undefined) platform.alarms.create('remind', ALARMS.remind);
  await followGrants(background);
  await background.typing.recover();
  await purge(background);
  await resume(background, platform);
  await followSync(background, platform);
}

/** While devices are kept in step an alarm sees to it; whoever has not set it up is never woken for it. */
async function followSync({ sync, database }: Background, { alarms }: Platform): Promise<void> {
  if ((await getState(await database, 'sync')) === undefined) {
    await alarms.clear('sync');
    return;
  }
  if ((await alarms.get('sync')) === undefined) alarms.create('sync', ALARMS.sync);
  await sync.round({ started: true });
}

async function purge({ database, world }: Background): Promise<void> {
  await purgeUndo(await database, world.now());
}

/** Goes on with what is left to do; while there is something, an alarm sees to it that it is done. */
async function resume({ deriving }: Background, { alarms }: Platform): Promise<void> {
  if (!(await deriving.isLeft())) {
    await alarms.clear('resume');
    return;
  }
  alarms.create('resume', ALARMS.resume);
  await deriving.run();
  await alarms.clear('resume');
}

function saveTab(saves: TabSaves, tab: Tab | undefined): void {
  if (tab?.id !== undefined) void saves.start(tab.id);
}

async function chooseMenu(
  saves: TabSaves,
  platform: Platform,
  item: MenuItem,
  tab: Tab | undefined,
): Promise<void> {
  if (item === 'save') saveTab(saves, tab);
  if (item === 'dashboard') await openDashboard(platform, '');
  // Without awaiting anything before: a browser opens its side only while it still knows of the click.
  if (item === 'side')
    await (platform.sidePanel === undefined
      ? platform.sidebarAction?.open()
      : tab?.windowId !== undefined && platform.sidePanel.open({ windowId: tab.windowId }));
}

async function openDashboard({ runtime, tabs }: Platform, place: string): Promise<void> {
  await tabs.create({ url: runtime.getURL(`/dashboard.html${place}`) });
}

/** Nobody waits for what the browser began: a failure is told where developers look. */
function watch(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error(error));
}
