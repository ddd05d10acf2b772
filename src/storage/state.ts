import { Settings } from '../core/model/index.ts';
import type { Database, StateValues, WriteTransaction } from './schema.ts';

type StateReader = { get(key: string): Promise<unknown> };

/** A single value, or `undefined` when it was never written. */
export async function getState<K extends keyof StateValues>(
  db: Database,
  name: K,
): Promise<StateValues[K] | undefined> {
  return (await db.get('state', name)) as StateValues[K] | undefined;
}

/** The settings, with the schema's defaults for everything that was never set. */
export async function getSettings(db: Database): Promise<Settings> {
  return Settings.parse((await db.get('state', 'settings')) ?? {});
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
