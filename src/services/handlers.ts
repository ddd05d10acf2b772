import { keyText } from '../core/model/index.ts';
import { type FailureKind, MessageFailure } from '../messaging/errors.ts';
import type { Handlers } from '../messaging/protocol.ts';
import { findContact } from '../storage/contacts.ts';
import { StorageUnavailable } from '../storage/open.ts';
import { getSettings } from '../storage/state.ts';
import { badgeFor, savedBadge } from './badge.ts';
import type { Environment } from './environment.ts';
import { exportNetwork } from './exportNetwork.ts';
import { listRows, readNetwork, removeGoal, setGoal, setMe, setSettings } from './network.ts';
import { forgetContact, previewCapture, saveCapture, setOwnWords, viewContact } from './save.ts';

/** One use case for each message of the protocol. A missing one does not compile. */
export function createHandlers(environment: Environment): Handlers {
  return {
    async 'page.state'({ key }, sender) {
      const db = await environment.database;
      const [contact, settings] = await Promise.all([findContact(db, [keyText(key)]), getSettings(db)]);
      if (sender.tab !== null) await environment.showBadge(sender.tab, await badgeFor(environment, key));
      return { saved: contact !== undefined, quiet: settings.quiet };
    },
    async 'contact.save'({ capture, edits, tab }, sender) {
      const { key } = capture.profile;
      const shown = sender.kind === 'page' ? environment.identify(sender.url) : key;
      // A page may only be saved under the address that its tab shows.
      if (shown === null || keyText(shown) !== keyText(key)) throw new MessageFailure('otherPerson');
      const { contact, created, reading } = await saveCapture(
        environment,
        capture,
        sender.kind === 'page' ? {} : edits,
      );
      const shownIn = sender.kind === 'page' ? sender.tab : (tab ?? null);
      if (shownIn !== null) await environment.showBadge(shownIn, savedBadge(reading));
      return { id: contact.id, created };
    },
    'contact.preview': ({ capture }) => previewCapture(environment, capture),
    'contact.get': ({ id }) => viewContact(environment, id),
    'contact.list': ({ after }) => listRows(environment, after),
    'contact.setOwn': ({ id, own, clear }) => setOwnWords(environment, id, own, clear),
    'contact.forget': async ({ id }) => ({ forgotten: await forgetContact(environment, id) }),
    'network.get': () => readNetwork(environment),
    'me.set': ({ me }) => setMe(environment, me),
    'goal.set': ({ goal }) => setGoal(environment, goal),
    'goal.delete': ({ id }) => removeGoal(environment, id),
    'settings.set': ({ settings }) => setSettings(environment, settings),
    'network.export': ({ format }) => exportNetwork(environment, format),
  };
}

/** The kind under which an error crosses to the sender. */
export function failureOf(error: unknown): FailureKind {
  if (!(error instanceof StorageUnavailable)) return 'unknown';
  const kinds = {
    full: 'storageFull',
    newerVersion: 'storageNewer',
    blocked: 'storageBlocked',
    broken: 'storageBroken',
  } as const;
  return kinds[error.kind];
}
