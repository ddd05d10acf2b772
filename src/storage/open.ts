import { openDB } from 'idb';
import { first } from './migrations/001-first.ts';
import { segments } from './migrations/002-segments.ts';
import { history } from './migrations/003-history.ts';
import { DATABASE_NAME, DATABASE_VERSION, type Database, type Schema } from './schema.ts';

/** The database could not be opened; `kind` says why, the person's data is untouched. */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable';
  readonly kind: 'newerVersion' | 'full' | 'blocked' | 'broken';
  constructor(kind: StorageUnavailable['kind'], cause?: unknown) {
    super(`storage unavailable: ${kind}`, { cause });
    this.kind = kind;
  }
}

/** A backing store that was shut down hard often opens at the second try (Expensify/App#87862). */
const ATTEMPTS = 3;
/** Another page of ours holds an old version open and does not let go. */
const BLOCKED_MS = 5_000;

/**
 * Opens the database and brings it up to date. Never deletes anything. `onClosed` is called when it was closed
 * under us: another page raises or deletes it, or the browser let go of it.
 * @throws StorageUnavailable
 */
export async function openDatabase(
  name: string = DATABASE_NAME,
  onClosed: () => void = () => {},
): Promise<Database> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await openOnce(name, onClosed);
    } catch (error) {
      const failure = asUnavailable(error);
      if (failure.kind !== 'broken' || attempt === ATTEMPTS) throw failure;
    }
  }
}

/**
 * The database for as long as the background lives: opened at once, and again by whoever next awaits it when that
 * failed or when it was closed meanwhile.
 */
export function keepOpen(open: (onClosed: () => void) => Promise<Database>): Promise<Database> {
  let current: Promise<Database> | null = null;
  const get = (): Promise<Database> => {
    if (current === null) {
      const opened = open(() => {
        if (current === opened) current = null;
      });
      current = opened;
      opened.catch(() => {
        if (current === opened) current = null;
      });
    }
    return current;
  };
  get();
  return {
    // biome-ignore lint/suspicious/noThenProperty: to be awaited is what it is for.
    then: (onOpen, onFailure) => get().then(onOpen, onFailure),
    catch: (onFailure) => get().catch(onFailure),
    finally: (onEnd) => get().finally(onEnd),
    [Symbol.toStringTag]: 'Database',
  };
}

async function openOnce(name: string, onClosed: () => void): Promise<Database> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failedUpgrade: unknown;
  const { promise: blocked, reject: giveUp } = Promise.withResolvers<never>();
  const opened = openDB<Schema>(name, DATABASE_VERSION, {
    async upgrade(db, oldVersion, _newVersion, transaction) {
      try {
        if (oldVersion < 1) first(db);
        if (oldVersion < 2) await segments(transaction);
        if (oldVersion < 3) await history(transaction);
      } catch (error) {
        // idb does not await `upgrade`: without this a half-made layout would be committed.
        failedUpgrade = error;
        transaction.abort();
      }
    },
    blocked() {
      timer = setTimeout(() => giveUp(new StorageUnavailable('blocked')), BLOCKED_MS);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    // The browser has closed it, as when the user clears its data.
    terminated: onClosed,
  });
  try {
    return await Promise.race([opened, blocked]);
  } catch (error) {
    throw failedUpgrade ?? error;
  } finally {
    clearTimeout(timer);
  }
}

function asUnavailable(error: unknown): StorageUnavailable {
  if (error instanceof StorageUnavailable) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'VersionError') return new StorageUnavailable('newerVersion', error);
  if (name === 'QuotaExceededError') return new StorageUnavailable('full', error);
  return new StorageUnavailable('broken', error);
}
