import {
  arrived,
  type Entry,
  EXISTENCE,
  entryOf,
  isShown,
  type Json,
  NOTE,
  ofKey,
  opened,
  PAGES_READ,
  printStamp,
  registersOf,
  rowKey,
  type StampRow,
  stateOf,
  taken,
  unsentPaths,
} from '../core/sync/index.ts';
import { readClose } from './close.ts';
import { unwaited } from './requests.ts';
import type { CaptureRow, Database, FileRow, SyncRecord, WriteTransaction } from './schema.ts';
import { recordWithin } from './stamping.ts';

/** What a step of sync reads or writes. */
export const SYNC_STORES = [
  'registers',
  'files',
  'contacts',
  'ties',
  'goals',
  'tombstones',
  'state',
  'captures',
  'questions',
] as const;
/** Rows read at once. */
const PAGE = 500;

export async function listFiles(db: Database): Promise<FileRow[]> {
  return db.getAll('files');
}

export async function putFile(db: Database, row: FileRow): Promise<void> {
  await db.put('files', row);
}

export async function dropFiles(db: Database, names: readonly string[]): Promise<void> {
  const transaction = db.transaction('files', 'readwrite');
  for (const name of names) unwaited(transaction.store.delete(name));
  await transaction.done;
}

/** Changes the record of keeping in step in a transaction of its own; `undefined` ends it. Answers what it is now. */
export async function changeSync(
  db: Database,
  change: (known: SyncRecord) => SyncRecord | undefined,
): Promise<SyncRecord | undefined> {
  const transaction = db.transaction('state', 'readwrite');
  const known = (await transaction.store.get('sync')) as SyncRecord | undefined;
  const next = known === undefined ? undefined : change(known);
  if (known !== undefined)
    unwaited(next === undefined ? transaction.store.delete('sync') : transaction.store.put(next, 'sync'));
  await transaction.done;
  return next;
}

/** Begins, or ends, keeping in step: what an earlier time knew of files and stamps goes. */
export async function beginSync(db: Database, record: SyncRecord | undefined): Promise<void> {
  const transaction = db.transaction(['state', 'registers', 'files'], 'readwrite');
  unwaited(transaction.objectStore('registers').clear());
  unwaited(transaction.objectStore('files').clear());
  const state = transaction.objectStore('state');
  unwaited(record === undefined ? state.delete('sync') : state.put(record, 'sync'));
  await transaction.done;
}

/** How many records are to be sent. */
export async function countUnsent(db: Database): Promise<number> {
  return db.countFromIndex('registers', 'opens', IDBKeyRange.only(''));
}

/**
 * Takes what is to be sent, so many records and characters at most, and puts down that the file has it; `null`: there
 * is nothing. Whatever changes again meanwhile is to be sent again.
 */
export async function takeUnsent(
  db: Database,
  file: Pick<FileRow, 'name' | 'by' | 'firstSeen'>,
  most: { records: number; characters: number },
): Promise<string[] | null> {
  const transaction = db.transaction([...SYNC_STORES], 'readwrite');
  const store = transaction.objectStore('registers');
  const rows = await store.index('opens').getAll(IDBKeyRange.only(''), most.records);
  const lines: [string, string][] = [];
  let characters = 0;
  let forgets = false;
  for (let from = 0; from < rows.length && characters < most.characters; from += PAGE) {
    const page = rows.slice(from, from + PAGE);
    const entries = await entriesWithin(transaction, page, unsentPaths);
    for (const [i, entry] of entries.entries()) {
      const row = page[i];
      if (row === undefined || characters >= most.characters) break;
      unwaited(store.put(taken(row, file.name)));
      if (entry === null) continue;
      const line = JSON.stringify(entry);
      characters += line.length;
      forgets ||= entry.x === 1;
      lines.push([orderOf(entry), line]);
    }
  }
  if (rows.length > 0)
    unwaited(
      transaction
        .objectStore('files')
        .put({ ...file, state: 'sent', bytes: 0, ...(forgets && { forgets: true as const }) }),
    );
  await transaction.done;
  return rows.length === 0
    ? null
    : lines.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, line]) => line);
}

/** First what makes room, then those who take it, then what hangs on them. */
function orderOf(entry: Entry): string {
  const rank = entry.x === 1 ? 0 : entry.k === 'contact' ? (entry.r?.into === undefined ? 2 : 1) : 3;
  return `${entry.k === 'capture' ? 9 : rank}`;
}

/** Rows as entries, in their order; `pathsOf`: of each these registers alone. */
async function entriesWithin(
  transaction: WriteTransaction,
  rows: readonly StampRow[],
  pathsOf?: (row: StampRow) => readonly string[],
): Promise<(Entry | null)[]> {
  const ids = rows.map(({ key }) => ofKey(key)).flatMap(({ kind, id }) => (kind === 'contact' ? [id] : []));
  const [contacts, others] = await Promise.all([
    readClose(transaction.objectStore('contacts'), ids, ({ id }) => id),
    Promise.all(
      rows.map(({ key }) => {
        const { kind, id } = ofKey(key);
        return kind === 'contact' ? undefined : recordWithin(transaction, kind, id);
      }),
    ),
  ]);
  return rows.map((row, i) => {
    const { kind, id } = ofKey(row.key);
    const record = kind === 'contact' ? contacts.get(id) : others[i];
    if (kind === 'capture') return captureEntry(row, id, record);
    return entryOf(kind, id, stateOf(row, registersOf(kind, record)), pathsOf?.(row));
  });
}

function captureEntry(row: StampRow, id: string, record: unknown): Entry | null {
  const page = record ?? new Map(row.kept).get('page');
  return page === undefined ? null : { k: 'capture', i: id, t: row.base, r: { page: page as Json } };
}

/** A file is whole on the carrier, or (`again`) is not: what names it is sent, or is to be sent again. */
export async function settleFile(db: Database, name: string, again: boolean): Promise<void> {
  const transaction = db.transaction(['registers', 'files'], 'readwrite');
  const store = transaction.objectStore('registers');
  for (const row of await store.index('opens').getAll(IDBKeyRange.only(name))) {
    const next = arrived(row, name, again);
    const done = row.key.startsWith('capture:') && next.open.length === 0 && next.kept === undefined;
    unwaited(done ? store.delete(row.key) : store.put(next));
  }
  const files = transaction.objectStore('files');
  const file = await files.get(name);
  if (file !== undefined)
    unwaited(
      files.put(
        again ? { ...file, state: 'odd', missed: (file.missed ?? 0) + 1 } : { ...file, state: 'applied' },
      ),
    );
  await transaction.done;
}

/**
 * Everything as entries: first in the order of the rows' keys, then the pages that were read. `last` is where to go on
 * (`after`) when it was stopped there; no more than `most` come at once.
 */
export async function* entryPages(
  db: Database,
  after = '',
  most: number = PAGE,
): AsyncGenerator<{ entries: Entry[]; last: string }> {
  const size = Math.min(PAGE, most);
  for (let from = after; !from.startsWith(PAGES_READ); ) {
    const transaction = db.transaction([...SYNC_STORES], 'readonly') as unknown as WriteTransaction;
    const rows = await transaction.objectStore('registers').getAll(IDBKeyRange.lowerBound(from, true), size);
    const last = rows.at(-1);
    if (last === undefined) break;
    // A page that waits for somebody stands in its row alone.
    const named = rows.filter(({ key, kept }) => !key.startsWith('capture:') || kept !== undefined);
    const found = await entriesWithin(transaction, named);
    yield { entries: found.filter((entry) => entry !== null), last: last.key };
    from = last.key;
  }
  const [id = '', at = ''] = after.startsWith(PAGES_READ) ? after.slice(1).split('@') : [];
  for (let from: [string, string] = [id, at]; ; ) {
    const pages: CaptureRow[] = await db.getAll(
      'captures',
      IDBKeyRange.lowerBound(from, true),
      Math.ceil(size / 5),
    );
    const last = pages.at(-1);
    if (last === undefined) return;
    yield {
      entries: pages.map(pageEntry),
      last: `${PAGES_READ}${last.contactId}@${last.at}`,
    };
    from = [last.contactId, last.at];
  }
}

function pageEntry(page: CaptureRow): Entry {
  return {
    k: 'capture',
    i: `${page.contactId}@${page.at}`,
    t: printStamp([Math.max(0, Date.parse(page.at) || 0), 0, '00000000']),
    r: { page: page as unknown as Json },
  };
}

/**
 * Some records as entries, as they stand here now: those of the places given, in that order. Of what is nowhere any
 * more there is none; a page of somebody who was merged away is told as the other's.
 */
export async function* entriesAt(
  db: Database,
  places: readonly string[],
  most: number = PAGE,
): AsyncGenerator<Entry[]> {
  const size = Math.min(PAGE, most);
  for (let from = 0; from < places.length; from += size) {
    const transaction = db.transaction([...SYNC_STORES], 'readonly') as unknown as WriteTransaction;
    const found = await Promise.all(
      places.slice(from, from + size).map((place) => {
        if (place.startsWith(PAGES_READ)) return pageWithin(transaction, place.slice(PAGES_READ.length));
        return entryOfKey(transaction, place);
      }),
    );
    yield found.filter((entry) => entry !== null);
  }
}

async function entryOfKey(transaction: WriteTransaction, key: string): Promise<Entry | null> {
  const row = await transaction.objectStore('registers').get(key);
  const [entry = null] = row === undefined ? [] : await entriesWithin(transaction, [row]);
  return entry;
}

async function pageWithin(transaction: WriteTransaction, id: string): Promise<Entry | null> {
  const at = id.slice(id.lastIndexOf('@') + 1);
  const rows = transaction.objectStore('registers');
  let contactId = id.slice(0, id.lastIndexOf('@'));
  for (const way = new Set<string>(); !way.has(contactId); ) {
    const page = await transaction.objectStore('captures').get([contactId, at]);
    if (page !== undefined) return pageEntry(page);
    way.add(contactId);
    contactId = (await rows.get(rowKey('contact', contactId)))?.into ?? contactId;
  }
  return entryOfKey(transaction, rowKey('capture', id));
}

/** How many rows stand for living contacts, and how many contacts there are: unequal, the database is damaged. */
export async function countLiving(db: Database): Promise<{
  rows: number;
  contacts: number;
  dead: number;
  merged: number;
}> {
  let [rows, dead, merged] = [0, 0, 0];
  const range = IDBKeyRange.bound('contact:', 'contact:\uffff');
  for (let from = range; ; ) {
    const page = await db.getAll('registers', from, PAGE);
    for (const row of page) {
      if (row.dead) dead += 1;
      else if (row.into !== undefined && !isShown(row)) merged += 1;
      else if (isShown(row)) rows += 1;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    from = IDBKeyRange.bound(last.key, range.upper, true);
  }
  return { rows, dead, merged, contacts: await db.count('contacts') };
}

/** Everything is to be sent once more: to a place where nothing of it is. */
export async function openAll(db: Database): Promise<void> {
  for (let after = ''; ; ) {
    const transaction = db.transaction('registers', 'readwrite', { durability: 'relaxed' });
    const rows = await transaction.store.getAll(IDBKeyRange.lowerBound(after, true), PAGE);
    for (const row of rows)
      if (row.waits === undefined || !row.key.startsWith('capture:'))
        unwaited(transaction.store.put(opened(row, [EXISTENCE, ...row.cells.map(([path]) => path)])));
    await transaction.done;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.key;
  }
}

/**
 * This device is called otherwise from now on: another one writes under its name (a copied profile). Versions of notes
 * that nobody has yet become the new device's own, so that neither hides the other's.
 */
export async function renameDevice(db: Database, device: string): Promise<void> {
  const transaction = db.transaction(['registers', 'state'], 'readwrite');
  const sync = (await transaction.objectStore('state').get('sync')) as SyncRecord | undefined;
  if (sync === undefined) return;
  const { prev: _, ...rest } = sync;
  unwaited(transaction.objectStore('state').put({ ...rest, device, seq: 0 }, 'sync'));
  const store = transaction.objectStore('registers');
  for (const row of await store.index('opens').getAll()) {
    if (row.note === undefined || !row.open.some(([path]) => path === NOTE)) continue;
    const mine = (stamp: string) => stamp.endsWith(`.${sync.device}`);
    const renamed = (stamp: string) =>
      mine(stamp) ? `${stamp.slice(0, stamp.lastIndexOf('.') + 1)}${device}` : stamp;
    const { heads, seen } = row.note;
    const note = {
      heads: heads.map(([stamp, text]): [string, string] => [renamed(stamp), text]),
      seen: seen.map(renamed),
    };
    unwaited(store.put({ ...row, note }));
  }
  await transaction.done;
}

/** The versions of a contact's note; one or none: there is nothing to choose. */
export async function noteVersions(db: Database, id: string): Promise<[stamp: string, text: string][]> {
  const row = await db.get('registers', `contact:${id}`);
  return (row?.note?.heads ?? []).filter(([, text]) => text !== '');
}
