import type { StressChange } from '../core/model/index.ts';
import { type FailureKind, MessageFailure } from '../messaging/errors.ts';
import type { Handlers } from '../messaging/protocol.ts';
import { listCaptures } from '../storage/contacts.ts';
import { getSettings } from '../storage/state.ts';
import {
  NotStorable,
  StorageUnavailable,
  type UnavailableKind,
  usingFailure,
} from '../storage/unavailable.ts';
import { runUndo } from '../storage/undo/run.ts';
import { type Background, createBackground } from './background.ts';
import { createBackups } from './backups.ts';
import { badgeFor, savedBadge } from './badge.ts';
import { addToDoNotSave } from './doNotSave.ts';
import type { Environment } from './environment.ts';
import { createExports } from './exportFiles.ts';
import { createImports } from './importFiles.ts';
import { forgetMany, setMany } from './many.ts';
import { createMerges } from './mergeContacts.ts';
import { readNetwork, removeGoal, rowSegment, setGoal, setMe, setSettings } from './network.ts';
import { eraseEverything, listTags, storedData } from './privacy.ts';
import { dueUntil, reviewsDue } from './reminders.ts';
import {
  forgetContact,
  logContact,
  marginalOf,
  previewCapture,
  saveCapture,
  setOwnWords,
  viewContact,
} from './save.ts';
import { savePage } from './saveTab.ts';
import { removeTie, setTie } from './ties.ts';

/** One use case for each message of the protocol. A missing one does not compile. */
export function createHandlers(given: Environment): Handlers {
  return handlersOf(createBackground(given));
}

/** The use cases over one background. */
export function handlersOf(background: Background): Handlers {
  const imports = createImports(background);
  const exports = createExports(background);
  const backups = createBackups(background);
  const merges = createMerges(background);
  const handlers: Handlers = {
    async 'page.state'({ url, texts }, sender) {
      // The address within a site changes before the browser reports it; another site's is not believed.
      const key = new URL(url).origin === new URL(sender.url).origin ? background.identify(url) : null;
      const [badge, settings] = await Promise.all([
        badgeFor(background, key),
        getSettings(await background.database),
      ]);
      if (sender.tab !== null) await background.showBadge(sender.tab, badge);
      const text = settings.language === 'auto' ? null : await background.texts(settings.language);
      return {
        state: badge.state,
        quiet: settings.quiet,
        texts: text === null ? null : Object.fromEntries(texts.map((key) => [key, text(key)])),
      };
    },
    async 'page.save'(_input, sender) {
      if (sender.tab === null) throw new MessageFailure('notAllowed');
      return savePage(background, sender.tab);
    },
    async 'contact.save'({ capture, edits, corrections, tab }) {
      const { contact, created, reading } = await saveCapture(background, capture, { edits, corrections });
      if (tab !== undefined) await background.showBadge(tab, savedBadge(reading));
      return { id: contact.id, created };
    },
    'contact.preview': ({ capture, corrections }) => previewCapture(background, capture, corrections),
    'contact.get': ({ id }) => viewContact(background, id),
    'rows.get': ({ segment }) => rowSegment(background, segment),
    'rows.index': () => background.rows.index(),
    'rows.packed': ({ segments }) => background.rows.packed(segments),
    'rows.of': ({ ids }) => background.rows.rowsOf(ids),
    'review.get': () => reviewsDue(background),
    'contact.log': (entry) => logContact(background, entry),
    'loss.dismiss': async () => {
      await background.loss.dismiss();
      return null;
    },
    'due.get': ({ until }) => dueUntil(background, until),
    'contact.search': ({ query, limit }) => background.rows.search(query, limit),
    'contact.history': async ({ id }) => ({
      captures: (await listCaptures(await background.database, id)).map(({ at, reader, url }) => ({
        at,
        reader,
        url,
      })),
    }),
    'contact.setTie': ({ tie }) => setTie(background, tie),
    'contact.removeTie': (tie) => removeTie(background, tie),
    'contact.setMany': (change) => setMany(background, change),
    'contact.forgetMany': ({ ids }) => forgetMany(background, ids),
    'undo.run': async ({ id }) => ({
      restored: await runUndo(await background.database, background.world, id),
    }),
    'contact.marginal': (of) => marginalOf(background, of),
    'analysis.get': () => background.analysis.get(),
    'analysis.months': () => background.analysis.months(),
    'analysis.test': ({ change }) => background.analysis.test(change as StressChange),
    'analysis.whatIf': ({ me }) => background.analysis.whatIf(me),
    'graph.get': () => background.analysis.graph(),
    'tags.get': () => listTags(background),
    'privacy.get': () => storedData(background),
    'privacy.erase': () => eraseEverything(background),
    'contact.setOwn': ({ id, own, clear }) => setOwnWords(background, id, own, clear),
    'contact.forget': async ({ id }) => ({ forgotten: await forgetContact(background, id) }),
    'network.get': () => readNetwork(background),
    'me.set': ({ me }) => setMe(background, me),
    'goal.set': ({ goal }) => setGoal(background, goal),
    'goal.delete': ({ id }) => removeGoal(background, id),
    'site.add': async ({ host }) => {
      await background.addSite(host);
      return null;
    },
    'settings.set': ({ settings }) => setSettings(background, settings),
    'doNotSave.add': ({ address }) => addToDoNotSave(background, address),
    'import.begin': imports.begin,
    'import.part': imports.part,
    'import.read': imports.read,
    'import.confirm': imports.confirm,
    'import.cancel': imports.cancel,
    'restore.confirm': imports.restore,
    'undo.list': imports.steps,
    'export.begin': exports.begin,
    'export.next': exports.next,
    'export.cancel': exports.cancel,
    'export.report': exports.report,
    'backup.state': backups.state,
    'backup.seal': backups.seal,
    'backup.now': backups.now,
    'merge.suggest': merges.suggest,
    'merge.run': merges.run,
    'merge.dismiss': merges.dismiss,
  };
  return naming(handlers, background);
}

/** The kind under which an error crosses to the sender. */
export function failureOf(error: unknown): FailureKind {
  if (error instanceof NotStorable) return 'notStorable';
  return error instanceof StorageUnavailable ? STORAGE_FAILURES[error.kind] : 'unknown';
}

const STORAGE_FAILURES = {
  full: 'storageFull',
  newerVersion: 'storageNewer',
  blocked: 'storageBlocked',
  broken: 'storageBroken',
  private: 'storagePrivate',
  missingStore: 'storageMissing',
  missingIndex: 'storageIndex',
  damagedRow: 'storageRow',
} as const satisfies Record<UnavailableKind, FailureKind>;

/** Says of what a browser's database throws which state of it that is, so that each has its own sentence. */
function naming(handlers: Handlers, { database }: Pick<Environment, 'database'>): Handlers {
  const named = Object.entries(handlers).map(([name, handler]) => [
    name,
    (...sent: Parameters<Handlers[keyof Handlers]>) =>
      (handler as (...sent: unknown[]) => Promise<unknown>)(...sent).catch(async (error: unknown) => {
        throw usingFailure(error, await Promise.resolve(database).catch(() => null)) ?? error;
      }),
  ]);
  return Object.fromEntries(named) as Handlers;
}
