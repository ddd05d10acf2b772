import type { Contact } from '../core/model/index.ts';
import {
  type DeviceClock,
  EXISTENCE,
  endsOfTie,
  type Kind,
  opened,
  printStamp,
  registersOf,
  rowKey,
  type Stamp,
  type StampRow,
  stampWrite,
} from '../core/sync/index.ts';
import { unwaited } from './requests.ts';
import type { Change, SyncRecord, WriteTransaction } from './schema.ts';
import { parseSettings, readState, writeState } from './state.ts';

/** Something that a write changed and that no change row tells. */
export interface Marked {
  kind: 'never' | 'capture' | 'question';
  id: string;
}

/** What a write changed. `into`: the contact `was` lives on in another. */
export interface Changed {
  kind: Kind;
  id: string;
  was?: Contact;
  into?: string;
}

/** Records that are in memory at once. */
const AT_ONCE = 500;
const KIND_OF = { contacts: 'contact', ties: 'tie', goals: 'goal', me: 'me', settings: 'settings' } as const;

/**
 * The step of every write that keeps devices in step: whatever it changed gets its stamps, and is to be sent. Nothing
 * while the user has not set it up.
 */
export async function stampChanged(
  transaction: WriteTransaction,
  now: string,
  logged: readonly Pick<Change, 'store' | 'id'>[],
  others: readonly Changed[],
): Promise<void> {
  if (logged.length === 0 && others.length === 0) return;
  const sync = await readState(transaction, 'sync');
  if (sync === undefined) return;
  if (logged.some(({ store, id }) => store === 'settings' && id === 'restore')) {
    // Everything was put in place of everything: it is compared, and what is missing is read again, in the next round.
    unwaited(writeState(transaction, 'sync', { ...sync, stampAll: 'restored' }));
    return;
  }
  const changed = new Map<string, Changed>();
  for (const { store, id } of logged) {
    const one = { kind: KIND_OF[store], id };
    changed.set(rowKey(one.kind, id), one);
  }
  for (const one of others) changed.set(rowKey(one.kind, one.id), one);
  const clock = clockOf(sync, now);
  const all = [...changed.values()];
  for (let from = 0; from < all.length; from += AT_ONCE)
    await Promise.all(all.slice(from, from + AT_ONCE).map((one) => stampOne(transaction, one, clock)));
}

/** The time of this device as the carrier would tell it, and its name. */
export function clockOf({ offset, device }: Pick<SyncRecord, 'offset' | 'device'>, now: string): DeviceClock {
  return { wall: Date.parse(now) + offset, device };
}

async function stampOne(transaction: WriteTransaction, one: Changed, clock: DeviceClock): Promise<void> {
  const { kind, id, was, into } = one;
  const store = transaction.objectStore('registers');
  const key = rowKey(kind, id);
  if (kind === 'capture') {
    unwaited(store.put(captureRow(key, clock)));
    return;
  }
  const [known, record] = await Promise.all([store.get(key), recordWithin(transaction, kind, id)]);
  const written =
    into === undefined
      ? { ...registersOf(kind, record), there: record !== undefined }
      : { ...registersOf(kind, was), there: false, into };
  const row = stampWrite(known, key, written, clock);
  if (row === known) return;
  unwaited(store.put(row));
  if (row.dead && known?.dead !== true) await bury(transaction, id, clock);
}

/** A page that was read is sent once, and never changes. */
export function captureRow(key: string, { wall, device }: DeviceClock): StampRow {
  const stamp: Stamp = [Math.max(0, wall), 0, device];
  return opened({ key, life: 1, base: printStamp(stamp), cells: [], open: [], opens: [] }, [EXISTENCE]);
}

/** With somebody goes what is kept of them elsewhere: pages still to be sent, and those who were merged into them. */
export async function bury(transaction: WriteTransaction, id: string, clock: DeviceClock): Promise<void> {
  const store = transaction.objectStore('registers');
  unwaited(store.delete(IDBKeyRange.bound(`capture:${id}@`, `capture:${id}@\uffff`)));
  for (const row of await store.index('into').getAll(id)) {
    const { kept: _, into: __, note: ___, ...bare } = row;
    unwaited(store.put(stampWrite(bare, row.key, { values: new Map(), note: '', there: false }, clock)));
    await bury(transaction, row.key.slice(row.key.indexOf(':') + 1), clock);
  }
}

/**
 * A record by its kind and id, within a transaction over its store; `undefined`: there is none, as of every kind that a
 * newer program alone knows.
 */
export async function recordWithin(transaction: WriteTransaction, kind: Kind, id: string): Promise<unknown> {
  switch (kind) {
    case 'contact':
      return transaction.objectStore('contacts').get(id);
    case 'goal':
      return transaction.objectStore('goals').get(id);
    case 'never':
      return transaction.objectStore('tombstones').get(id);
    case 'me':
      return readState(transaction, 'me');
    case 'settings':
      return parseSettings(await readState(transaction, 'settings'));
    case 'capture': {
      const at = id.lastIndexOf('@');
      return transaction.objectStore('captures').get([id.slice(0, at), id.slice(at + 1)]);
    }
    case 'question':
      return transaction.objectStore('questions').get(id);
    case 'tie': {
      const ends = endsOfTie(id);
      if (ends === null) return undefined;
      return transaction.objectStore('ties').get([ends.from, ends.to, ends.kind]);
    }
  }
  return undefined;
}
