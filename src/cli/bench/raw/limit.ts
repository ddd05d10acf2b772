import type { Contact, Tie } from '../../../core/model/index.ts';
import { parseFiles } from '../../../exchange/import/index.ts';
import { planImport } from '../../../exchange/plan.ts';
import { RAW_DATABASE } from './names.ts';
import { variedConnections } from './people.ts';

/**
 * Runs in a page: what the browser itself needs for the records of an import, with nothing around it. The same file is
 * read by the same reader, so that the records are the same as those that the extension stores.
 */
let contacts: Contact[] = [];
let ties: Tie[] = [];

async function prepare(count: number): Promise<void> {
  const bytes = new TextEncoder().encode(variedConnections(count));
  const plan = planImport([], await parseFiles([{ name: 'Connections.csv', bytes }]), {
    now: new Date().toISOString(),
    deviceId: crypto.randomUUID(),
    newId: () => crypto.randomUUID(),
  });
  ({ create: contacts } = plan);
  ({ after: ties } = plan.ties);
}

/** Milliseconds to put the contacts, and no index. */
const put = () => written((db) => void db.createObjectStore('contacts', { keyPath: 'id' }), ['contacts']);

/** The same with the index by which a person is found again. */
const putIndexed = () => written(withContacts, ['contacts']);

/** The same with the ties of the import, which are found from both ends: all that an import has to say. */
const putAll = () =>
  written(
    (db) => {
      withContacts(db);
      db.createObjectStore('ties', { keyPath: ['from', 'to', 'kind'] }).createIndex('to', 'to');
    },
    ['contacts', 'ties'],
  );

function withContacts(db: IDBDatabase): void {
  const store = db.createObjectStore('contacts', { keyPath: 'id' });
  store.createIndex('keys', 'keys', { multiEntry: true, unique: true });
}

async function written(layout: (db: IDBDatabase) => void, stores: string[]): Promise<number> {
  const db = await open(layout);
  const start = performance.now();
  const transaction = db.transaction(stores, 'readwrite', { durability: 'relaxed' });
  for (const contact of contacts) transaction.objectStore('contacts').put(contact);
  if (stores.includes('ties')) for (const tie of ties) transaction.objectStore('ties').put(tie);
  await done(transaction);
  const took = performance.now() - start;
  db.close();
  return took;
}

async function getAll(): Promise<number> {
  const db = await open(null);
  const start = performance.now();
  await answer(db.transaction('contacts').objectStore('contacts').getAll());
  const took = performance.now() - start;
  db.close();
  return took;
}

async function cursor(): Promise<number> {
  const db = await open(null);
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    const request = db.transaction('contacts').objectStore('contacts').openCursor();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => (request.result === null ? resolve() : request.result.continue());
  });
  const took = performance.now() - start;
  db.close();
  return took;
}

/** Milliseconds from a message to a worker that has nothing else to do until its answer. */
async function ask(kind: 'get' | 'change'): Promise<number> {
  const { id } = contacts[Math.floor(Math.random() * contacts.length)] as Contact;
  const start = performance.now();
  await (globalThis as unknown as Chrome).chrome.runtime.sendMessage({ kind, id });
  return performance.now() - start;
}

/** A new database with this layout; `null`: the one that is there. */
async function open(layout: ((db: IDBDatabase) => void) | null): Promise<IDBDatabase> {
  if (layout !== null) await answer(indexedDB.deleteDatabase(RAW_DATABASE));
  const request = indexedDB.open(RAW_DATABASE, 1);
  request.onupgradeneeded = () => layout?.(request.result);
  const db = await answer(request);
  db.onversionchange = () => db.close();
  return db;
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

interface Chrome {
  chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
}

export const limit = { prepare, put, putIndexed, putAll, getAll, cursor, ask };
Object.assign(globalThis, { limit });
