import { DATABASE_STORES, type Database } from './schema.ts';

/**
 * Why the database, or a part of it, cannot be used. What is stored is untouched in each of these states.
 * - `newerVersion`: a newer program has written it.
 * - `full`: the disk is full.
 * - `blocked`: another page of ours holds an older layout open.
 * - `private`: this browser lets nothing be stored (always-private mode, site data forbidden).
 * - `missingStore`, `missingIndex`: a part of the layout is gone; the rest can be read.
 * - `damagedRow`: a record cannot be read, or is not what was written.
 * - `broken`: it does not open at all.
 */
export type UnavailableKind =
  | 'newerVersion'
  | 'full'
  | 'blocked'
  | 'private'
  | 'missingStore'
  | 'missingIndex'
  | 'damagedRow'
  | 'broken';

/** The database could not be used; `kind` says why, the person's data is untouched. */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable';
  readonly kind: UnavailableKind;
  constructor(kind: UnavailableKind, cause?: unknown) {
    super(`storage unavailable: ${kind}`, { cause });
    this.kind = kind;
  }
}

/** A value that the schema refuses was to be written; nothing was. `place` names the field, never its value. */
export class NotStorable extends Error {
  override name = 'NotStorable';
  readonly place: string;
  constructor(place: string, cause?: unknown) {
    super(`does not fit the schema: ${place}`, { cause });
    this.place = place;
  }
}

/** Why the database does not open; `upgrading`: a migration of ours failed, not the browser. */
export function openingFailure(error: unknown, upgrading = false): StorageUnavailable {
  if (error instanceof StorageUnavailable) return error;
  const name = nameOf(error);
  if (upgrading && name !== 'NotFoundError' && name !== 'QuotaExceededError')
    return new StorageUnavailable('broken', error);
  switch (name) {
    case 'VersionError':
      return new StorageUnavailable('newerVersion', error);
    case 'QuotaExceededError':
      return new StorageUnavailable('full', error);
    // A step of a migration looks for a store or an index that an older layout had.
    case 'NotFoundError':
      return new StorageUnavailable('missingStore', error);
    // Firefox: always-private mode, and site data forbidden; without `indexedDB` there is nothing to call.
    case 'InvalidStateError':
    case 'SecurityError':
    case 'ReferenceError':
    case 'TypeError':
      return new StorageUnavailable('private', error);
    default:
      return new StorageUnavailable('broken', error);
  }
}

/** Why something in an open database cannot be read or written; `null` for an error that is no state of it. */
export function usingFailure(error: unknown, db: Pick<Database, 'objectStoreNames'> | null) {
  if (error instanceof StorageUnavailable) return error;
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return new StorageUnavailable('full', error);
    case 'NotFoundError': {
      const whole = db !== null && DATABASE_STORES.every((store) => db.objectStoreNames.contains(store));
      return new StorageUnavailable(whole ? 'missingIndex' : 'missingStore', error);
    }
    // What Chromium says of a value whose file is gone or that it cannot read back.
    case 'NotReadableError':
    case 'DataError':
      return new StorageUnavailable('damagedRow', error);
    default:
      return null;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
