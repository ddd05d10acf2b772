import { Settings } from '../core/model/index.ts';
import { unwaited } from './requests.ts';
import type { BackupRecord, Database, StateValues, WriteTransaction } from './schema.ts';

type StateReader = { get(key: string): Promise<unknown> };

/** A single value, or `undefined` when it was never written. */
export async function getState<K extends keyof StateValues>(
  db: Database,
  name: K,
): Promise<StateValues[K] | undefined> {
  return (await db.get('state', name)) as StateValues[K] | undefined;
}

/**
 * Writes a single value on its own; `undefined` takes it away. For what can be made again: it enters no change log
 * and raises no revision.
 */
export async function putState<K extends keyof StateValues>(
  db: Database,
  name: K,
  value: StateValues[K] | undefined,
): Promise<void> {
  const transaction = db.transaction('state', 'readwrite', { durability: 'relaxed' });
  if (value === undefined) await transaction.store.delete(name);
  else await transaction.store.put(value, name);
  await transaction.done;
}

/** Changes what is known of the last backup, and leaves the rest of it. */
export async function changeBackupRecord(
  db: Database,
  change: (known: BackupRecord) => BackupRecord,
): Promise<void> {
  const transaction = db.transaction('state', 'readwrite');
  const known = (await transaction.store.get('backup')) as BackupRecord | undefined;
  unwaited(transaction.store.put(change(known ?? { at: null, seq: 0 }), 'backup'));
  await transaction.done;
}

/** The settings, with the schema's defaults for everything that was never set. */
export async function getSettings(db: Database): Promise<Settings> {
  return parseSettings(await db.get('state', 'settings'));
}

/** Stored settings with every default filled in. */
export function parseSettings(stored: unknown): Settings {
  return Settings.parse(stored ?? {});
}

/** Within a transaction that holds `state`. */
export async function readState<K extends keyof StateValues>(
  transaction: WriteTransaction,
  name: K,
): Promise<StateValues[K] | undefined> {
  return (await (transaction.objectStore('state') as StateReader).get(name)) as StateValues[K] | undefined;
}

/** Within a transaction that holds `state`. */
export function writeState<K extends keyof StateValues>(
  transaction: WriteTransaction,
  name: K,
  value: StateValues[K],
): Promise<unknown> {
  return transaction.objectStore('state').put(value, name);
}
