import {
  arrived,
  type DeviceClock,
  isKind,
  type Kind,
  ofKey,
  registersOf,
  rowKey,
  type Stamp,
  type StampRow,
  stampWrite,
} from '../core/sync/index.ts';
import { readClose } from './close.ts';
import { SYNC_STORES } from './files.ts';
import { unobserved, unwaited } from './requests.ts';
import type { Database, StoreName, WriteTransaction } from './schema.ts';
import { captureRow, clockOf, recordWithin } from './stamping.ts';
import { getState } from './state.ts';
import { tieName } from './ties.ts';

/** Records in one transaction: other writes get a turn between two. */
const PAGE = 500;

/**
 * Stamps everything that was never stamped: with the day on which it was last changed, as this device's. `send`: and
 * puts it down to be sent (a cover sends it otherwise). After a restore: also whatever differs from what was stamped,
 * as written now; of what is missing the row goes, so that it is read again. Can be stopped anywhere and begun anew.
 */
export async function stampAll(
  db: Database,
  now: string,
  { send, restored }: { send: boolean; restored: boolean },
  progress: (done: number) => void = () => {},
): Promise<void> {
  const sync = await getState(db, 'sync');
  if (sync === undefined) return;
  const how = { send, restored, clock: clockOf(sync, now) };
  let done = 0;
  for (const store of ['contacts', 'ties', 'goals', 'tombstones', 'questions'] as const) {
    for (let after: IDBValidKey | null = null; ; ) {
      const transaction = db.transaction([...SYNC_STORES], 'readwrite', { durability: 'relaxed' });
      const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
      const records: unknown[] = await transaction.objectStore(store).getAll(range as never, PAGE);
      const named = records.map((record) => ({ record, key: rowKey(...nameOf(store, record)) }));
      const keys = named.map(({ key }) => key);
      const rows = await readClose(transaction.objectStore('registers'), keys, ({ key }) => key);
      for (const { record, key } of named)
        stampOf(transaction, key, record, { ...how, known: rows.get(key) });
      const last = records.at(-1);
      await transaction.done;
      done += records.length;
      progress(done);
      if (last === undefined || records.length < PAGE) break;
      after = keyIn(store, last);
    }
  }
  const transaction = db.transaction([...SYNC_STORES], 'readwrite', { durability: 'relaxed' });
  for (const kind of ['me', 'settings'] as const) {
    const record = await recordWithin(transaction, kind, kind);
    const key = rowKey(kind, kind);
    const known = await transaction.objectStore('registers').get(key);
    if (record !== undefined) stampOf(transaction, key, record, { ...how, known });
  }
  await transaction.done;
  if (send) await sendPages(db, how.clock);
  if (restored) await readAgain(db);
}

/** Pages that were read are sent too; a device that has one already passes it over. */
async function sendPages(db: Database, clock: DeviceClock): Promise<void> {
  for (let after: [string, string] = ['', '']; ; ) {
    const transaction = db.transaction(['registers', 'captures'], 'readwrite', { durability: 'relaxed' });
    const range = IDBKeyRange.lowerBound(after, true);
    const keys: [string, string][] = await transaction.objectStore('captures').getAllKeys(range, PAGE);
    for (const [id, at] of keys)
      unwaited(transaction.objectStore('registers').put(captureRow(rowKey('capture', `${id}@${at}`), clock)));
    await transaction.done;
    const last = keys.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

interface How {
  send: boolean;
  restored: boolean;
  clock: DeviceClock;
}

function stampOf(
  transaction: WriteTransaction,
  key: string,
  record: unknown,
  { send, restored, clock, known }: How & { known: StampRow | undefined },
): void {
  if (known !== undefined && !restored) return;
  const written = { ...registersOf(ofKey(key).kind, record), there: true };
  const base: Stamp | undefined = known === undefined ? [updatedAt(record), 0, clock.device] : undefined;
  const row = stampWrite(known, key, written, clock, base);
  if (row !== known)
    unobserved(transaction)
      .objectStore('registers')
      .put(send || known !== undefined ? row : settled(row));
}

/** A row of which nothing is to be sent: the cover that is being written holds it. */
function settled(row: StampRow): StampRow {
  return arrived(row, '');
}

function updatedAt(record: unknown): number {
  const { updatedAt: changed, at } = record as { updatedAt?: string; at?: string };
  const ms = Date.parse(changed ?? at ?? '');
  return Number.isNaN(ms) ? 0 : Math.max(0, ms);
}

function keyIn(store: StoreName, record: unknown): IDBValidKey {
  const { id, hash, from, to, kind } = record as Record<string, string>;
  if (store === 'ties') return [from ?? '', to ?? '', kind ?? ''];
  return (store === 'tombstones' ? hash : id) ?? '';
}

function nameOf(store: StoreName, record: unknown): [Kind, string] {
  const { id = '', hash = '' } = record as Record<string, string>;
  if (store === 'ties') return ['tie', tieName(record as never)];
  if (store === 'tombstones') return ['never', hash];
  if (store === 'questions') return ['question', id];
  return [store === 'goals' ? 'goal' : 'contact', id];
}

/** Of what a restore has taken away here the rows go, and every file is read once more: it comes back from there. */
async function readAgain(db: Database): Promise<void> {
  for (let after = ''; ; ) {
    const transaction = db.transaction([...SYNC_STORES], 'readwrite', { durability: 'relaxed' });
    const rows = transaction.objectStore('registers');
    const page = await rows.getAll(IDBKeyRange.lowerBound(after, true), PAGE);
    await Promise.all(
      page.map(async (row) => {
        const { kind, id } = ofKey(row.key);
        // Of a newer program's kinds nothing is in a backup, and nothing was taken away here.
        if (row.dead || row.into !== undefined || !isKind(kind)) return;
        if (kind === 'settings' || kind === 'capture') return;
        if ((await recordWithin(transaction, kind, id)) === undefined) unwaited(rows.delete(row.key));
      }),
    );
    await transaction.done;
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.key;
  }
  const transaction = db.transaction('files', 'readwrite');
  for (const file of await transaction.store.getAll())
    if (file.state === 'applied') unwaited(transaction.store.put({ ...file, state: 'again' }));
  await transaction.done;
}
