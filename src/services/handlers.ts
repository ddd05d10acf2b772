import { keyText } from '../core/model/index.ts';
import { type FailureKind, MessageFailure } from '../messaging/errors.ts';
import { Capture, type Handlers } from '../messaging/protocol.ts';
import { listCaptures } from '../storage/contacts.ts';
import { StorageUnavailable } from '../storage/open.ts';
import { getSettings } from '../storage/state.ts';
import { createAnnouncer } from './announcer.ts';
import { badgeFor, savedBadge } from './badge.ts';
import type { Environment } from './environment.ts';
import { exportNetwork } from './exportNetwork.ts';
import { forgetMany, runUndo, setMany } from './many.ts';
import {
  dueUntil,
  readNetwork,
  removeGoal,
  rowSegment,
  rowsOf,
  setGoal,
  setMe,
  setSettings,
} from './network.ts';
import { forgetContact, previewCapture, saveCapture, setOwnWords, setTie, viewContact } from './save.ts';
import { searchContacts } from './search.ts';

/** One use case for each message of the protocol. A missing one does not compile. */
export function createHandlers(given: Environment): Handlers {
  const changed = createAnnouncer(given.announce);
  const environment: Environment = {
    ...given,
    world: {
      ...given.world,
      wrote(commit) {
        given.world.wrote?.(commit);
        changed(commit.revision);
      },
    },
  };
  return {
    async 'page.state'({ url }, sender) {
      // The address within a site changes before the browser reports it; another site's is not believed.
      const key = new URL(url).origin === new URL(sender.url).origin ? environment.identify(url) : null;
      const [badge, settings] = await Promise.all([
        badgeFor(environment, key),
        getSettings(await environment.database),
      ]);
      if (sender.tab !== null) await environment.showBadge(sender.tab, badge);
      return { state: badge.state, quiet: settings.quiet };
    },
    async 'page.save'(_input, sender) {
      if (sender.tab === null) throw new MessageFailure('notAllowed');
      const page = await environment.readPage(sender.tab);
      if (!page.ok) return { ok: false, reason: page.reason };
      const capture = Capture.safeParse(page.capture);
      if (!capture.success)
        throw new MessageFailure('badMessage', capture.error.issues[0]?.path.join('.') ?? '');
      const shown = environment.identify(page.url);
      // What was read must be the person that the tab's address names.
      if (shown === null || keyText(shown) !== keyText(capture.data.profile.key))
        throw new MessageFailure('otherPerson');
      const { reading } = await saveCapture(environment, capture.data);
      await environment.showBadge(sender.tab, savedBadge(reading));
      return { ok: true };
    },
    async 'contact.save'({ capture, edits, tab }) {
      const { contact, created, reading } = await saveCapture(environment, capture, edits);
      if (tab !== undefined) await environment.showBadge(tab, savedBadge(reading));
      return { id: contact.id, created };
    },
    'contact.preview': ({ capture }) => previewCapture(environment, capture),
    'contact.get': ({ id }) => viewContact(environment, id),
    'rows.get': ({ segment }) => rowSegment(environment, segment),
    'rows.of': ({ ids }) => rowsOf(environment, ids),
    'due.get': ({ until }) => dueUntil(environment, until),
    'contact.search': ({ query, limit }) => searchContacts(environment, query, limit),
    'contact.history': async ({ id }) => ({
      captures: (await listCaptures(await environment.database, id)).map(({ at, reader, url }) => ({
        at,
        reader,
        url,
      })),
    }),
    'contact.setTie': ({ tie }) => setTie(environment, tie),
    'contact.setMany': (change) => setMany(environment, change),
    'contact.forgetMany': ({ ids }) => forgetMany(environment, ids),
    'undo.run': ({ id }) => runUndo(environment, id),
    'analysis.get': async () => ({ analysis: null, state: 'none' }),
    'analysis.test': notYet,
    'graph.get': notYet,
    'contact.setOwn': ({ id, own, clear }) => setOwnWords(environment, id, own, clear),
    'contact.forget': async ({ id }) => ({ forgotten: await forgetContact(environment, id) }),
    'network.get': () => readNetwork(environment),
    'me.set': ({ me }) => setMe(environment, me),
    'goal.set': ({ goal }) => setGoal(environment, goal),
    'goal.delete': ({ id }) => removeGoal(environment, id),
    'site.add': async ({ host }) => {
      await environment.addSite(host);
      return null;
    },
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

async function notYet(): Promise<never> {
  throw new MessageFailure('unknown', 'not there yet');
}
