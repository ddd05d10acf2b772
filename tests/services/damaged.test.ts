import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Backup, Contact } from '../../src/core/model/index.ts';
import type { MessageFailure } from '../../src/messaging/errors.ts';
import { createBackground } from '../../src/services/background.ts';
import { failureOf, handlersOf } from '../../src/services/handlers.ts';
import { keepOpen, openDatabase } from '../../src/storage/open.ts';
import { DATABASE_STORES, DATABASE_VERSION, type StoreName } from '../../src/storage/schema.ts';
import { usingFailure } from '../../src/storage/unavailable.ts';
import { makeCapture, makeContact, makeEnvironment, NOW } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

function openOver(name: string) {
  const { environment } = makeEnvironment(`unused-${name}`);
  environment.database.catch(() => {});
  const database = keepOpen((onClosed) => openDatabase(name, onClosed));
  const background = createBackground({
    ...environment,
    world: { ...environment.world, id: () => crypto.randomUUID() },
    database,
  });
  return { background, handlers: handlersOf(background) };
}

/** A database of the present layout but for what `change` takes away, with one contact in it. */
async function damaged(
  name: string,
  change: (db: Awaited<ReturnType<typeof openDB>>, store?: never) => void,
) {
  const whole = await openDatabase(`${name}-whole`);
  const old = await openDB(name, DATABASE_VERSION, {
    upgrade(db) {
      for (const store of DATABASE_STORES) {
        const known = whole.transaction(store).objectStore(store);
        const made = db.createObjectStore(store, {
          ...(known.keyPath !== null && { keyPath: known.keyPath as string }),
          autoIncrement: known.autoIncrement,
        });
        for (const index of known.indexNames) {
          const { keyPath, unique, multiEntry } = known.index(index as never);
          if (name !== 'no-index') made.createIndex(index, keyPath, { unique, multiEntry });
        }
      }
      change(db as never);
    },
  });
  if (old.objectStoreNames.contains('contacts')) await old.put('contacts', makeContact());
  if (old.objectStoreNames.contains('state')) await old.put('state', 1, 'contactCount');
  old.close();
  return openOver(name);
}

/** The kind under which a use case fails, as the server tells it; `null` when it does not. */
async function kindOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    const failure = error as MessageFailure;
    return failure.name === 'MessageFailure' ? failure.kind : failureOf(error);
  }
}

async function backupFrom(handlers: ReturnType<typeof handlersOf>) {
  const { id } = await handlers['export.begin']({ format: 'backup', redaction: 'full' }, POPUP);
  const part = await handlers['export.next']({ id }, POPUP);
  return { text: part.text, leftOut: part.leftOut ?? {} };
}

afterEach(() => void vi.restoreAllMocks());

describe('each state of a damaged database has its own kind', () => {
  it.each<[string, string]>([
    ['VersionError', 'storageNewer'],
    ['QuotaExceededError', 'storageFull'],
    ['InvalidStateError', 'storagePrivate'],
    ['SecurityError', 'storagePrivate'],
    ['UnknownError', 'storageBroken'],
  ])('when it does not open: %s is %s', async (name, kind) => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('x', name);
    });
    const { handlers } = openOver(`does-not-open-${name}`);
    expect(await kindOf(handlers['network.get']({}, POPUP))).toBe(kind);
  });

  it('when an older layout is not what its version says', async () => {
    const old = await openDB('older-hole', 1, { upgrade: (db) => void db.createObjectStore('contacts') });
    old.close();
    expect(await kindOf(openOver('older-hole').handlers['network.get']({}, POPUP))).toBe('storageMissing');
    expect((await openDB('older-hole')).version).toBe(1);
  });

  it.each<[StoreName, string]>([
    ['captures', 'contact.save'],
    ['contacts', 'contact.save'],
    ['segments', 'rows.index'],
    ['changes', 'backup.state'],
    ['state', 'network.get'],
  ])('when the store %s is missing', async (store, message) => {
    const { handlers } = await damaged(`no-${store}`, (db) => db.deleteObjectStore(store));
    const input = message === 'contact.save' ? { capture: makeCapture() } : {};
    const call = handlers[message as 'network.get'] as (input: object, from: object) => Promise<unknown>;
    expect(await kindOf(call(input, POPUP))).toBe('storageMissing');
  });

  it('when an index is missing: nobody is saved twice, and all can be taken out', async () => {
    const { handlers } = await damaged('no-index', () => {});
    expect(await kindOf(handlers['contact.save']({ capture: makeCapture() }, POPUP))).toBe('storageIndex');
    expect(JSON.parse((await backupFrom(handlers)).text).contacts).toHaveLength(1);
  });

  it.each([
    ['NotReadableError', 'damagedRow'],
    ['DataError', 'damagedRow'],
    ['QuotaExceededError', 'full'],
  ])('when a record cannot be read or written: %s', (name, kind) => {
    expect(usingFailure(new DOMException('x', name), null)?.kind).toBe(kind);
  });

  it('when a record is no contact any more; the others can be looked at', async () => {
    const { handlers, background } = openOver('odd-row');
    const db = await background.database;
    await db.put('contacts', makeContact());
    await db.put('contacts', { id: 'odd', keys: [] } as never);
    expect(await kindOf(handlers['contact.get']({ id: 'odd' }, POPUP))).toBe('storageRow');
    expect((await handlers['contact.get']({ id: 'c1' }, POPUP))?.contact.id).toBe('c1');
  });

  it('an error that is no state of it stays what it is', () => {
    expect(usingFailure(new Error('x'), null)).toBeNull();
    expect(failureOf(new Error('x'))).toBe('unknown');
  });
});

describe('a backup of what is damaged', () => {
  it('holds what is whole, names the rest, and can be restored', async () => {
    const { handlers, background } = openOver('odd-rows');
    const db = await background.database;
    await handlers['contact.save']({ capture: makeCapture() }, POPUP);
    await db.put('contacts', { id: 'odd', keys: ['web:odd'] } as never);
    const long = makeContact({ headline: 'x'.repeat(700), key: { site: 'web', id: 'long' } }, 'long');
    await db.put('contacts', long);
    await db.put('captures', { contactId: 'odd', at: NOW } as never);
    await db.put('tombstones', { hash: 'no hash', contactId: 'x', at: NOW });
    await db.put('ties', { from: 'me', to: 'long', kind: 'envies' } as never);
    const { text, leftOut } = await backupFrom(handlers);
    expect(leftOut).toEqual({ contacts: 1, captures: 1, tombstones: 1, ties: 1, fields: 1 });
    const backup = Backup.parse(JSON.parse(text));
    expect(backup.contacts).toHaveLength(2);
    expect(backup.captures).toHaveLength(1);
    expect(await handlers['backup.state']({}, POPUP)).toMatchObject({ lastAt: NOW });
  });

  it.each([
    ['captures', { captures: 'all' }],
    ['tombstones', { tombstones: 'all' }],
    ['goals', { goals: 'all' }],
    ['changes', {}],
    ['segments', {}],
  ] as const)('is made without the store %s', async (store, leftOut) => {
    const { handlers } = await damaged(`out-${store}`, (db) => db.deleteObjectStore(store));
    const made = await backupFrom(handlers);
    expect(made.leftOut).toEqual(leftOut);
    expect(Backup.parse(JSON.parse(made.text)).contacts).toHaveLength(1);
  });

  it.each(['no-index', 'erase-captures', 'erase-changes', 'erase-state'])(
    'goes back after everything was erased: %s',
    async (name) => {
      const store = name.split('-')[1] as StoreName;
      const { handlers } = await damaged(name, (db) => {
        if (store !== ('index' as never)) db.deleteObjectStore(store);
      });
      await handlers['privacy.erase']({ everything: true }, POPUP);
      expect((await handlers['contact.save']({ capture: makeCapture() }, POPUP)).created).toBe(true);
      expect((await handlers['network.get']({}, POPUP)).contactCount).toBe(1);
      await deleteDB(name);
    },
  );
});

describe('what is stored can be read in a backup', () => {
  it('refuses what does not fit, and writes nothing of it', async () => {
    const { handlers, background } = openOver('refuses');
    const { id } = await handlers['contact.save']({ capture: makeCapture() }, POPUP);
    const db = await background.database;
    const before = await db.getAll('contacts');
    const log = await db.count('changes');
    expect(await kindOf(handlers['contact.setOwn']({ id, own: { note: 'x'.repeat(20_001) } }, POPUP))).toBe(
      'notStorable',
    );
    expect([await db.getAll('contacts'), await db.count('changes')]).toEqual([before, log]);
  });

  it('lets a contact of an earlier program be changed, cut to what fits', async () => {
    const { handlers, background } = openOver('earlier');
    const db = await background.database;
    await db.put('contacts', makeContact({ headline: 'x'.repeat(700) }));
    const view = await handlers['contact.setOwn']({ id: 'c1', own: { note: 'tea' } }, POPUP);
    expect([view?.contact.own.note, view?.contact.profile.headline?.length]).toEqual(['tea', 500]);
  });

  it('whatever is said', async () => {
    const { handlers, background } = openOver('whatever');
    const db = await background.database;
    const { id } = await handlers['contact.save']({ capture: makeCapture() }, POPUP);
    const word = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constant('x'.repeat(600)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          {
            note: word,
            tags: fc.array(word, { maxLength: 60 }),
            rhythmDays: fc.integer(),
            reviewedOn: word,
            nextStep: fc.record({ text: word, due: fc.oneof(word, fc.constant('2026-01-01')) }),
            edits: fc.record({ headline: word, skills: fc.array(word) }, { requiredKeys: [] }),
          },
          { requiredKeys: [] },
        ),
        async (own) => {
          await handlers['contact.setOwn']({ id, own }, POPUP).catch(() => null);
          for (const contact of await db.getAll('contacts'))
            expect(Contact.safeParse(JSON.parse(JSON.stringify(contact))).success).toBe(true);
        },
      ),
      { seed: 11, numRuns: 60 },
    );
    expect((await backupFrom(handlers)).leftOut).toEqual({});
  });
});
