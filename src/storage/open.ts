import { openDB } from 'idb';
import { first } from './migrations/001-first.ts';
import { segments } from './migrations/002-segments.ts';
import { history } from './migrations/003-history.ts';
import { companyKeys } from './migrations/004-company-keys.ts';
import { questions } from './migrations/005-questions.ts';
import { ownLists } from './migrations/006-own-lists.ts';
import { DATABASE_NAME, DATABASE_VERSION, type Database, type Schema } from './schema.ts';
import { openingFailure, StorageUnavailable } from './unavailable.ts';

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
      const failure = openingFailure(error);
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
      // Its end is that of the opening, which reports it.
      transaction.done.catch(() => {});
      try {
        if (oldVersion < 1) first(db);
        if (oldVersion < 2) await segments(transaction);
        if (oldVersion < 3) await history(transaction);
        if (oldVersion < 4) await companyKeys(transaction);
        if (oldVersion < 5) questions(transaction);
        if (oldVersion < 6) ownLists(transaction);
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
    throw failedUpgrade === undefined ? error : openingFailure(failedUpgrade, true);
  } finally {
    clearTimeout(timer);
  }
}
