import { StorageUnavailable } from './open.ts';
import type { ChangeRow, Database, StoreName, WriteTransaction } from './schema.ts';
import { readState, writeState } from './state.ts';

/** Clock and ids, handed in so that everything that is stored can be foretold in tests. */
export interface World {
  now(): Date;
  id(): string;
  /** Told after each write that was kept: what changed, and the revision that it made. */
  wrote?(commit: Commit): void;
}

/** A write that was kept. */
export interface Commit {
  revision: number;
  changes: readonly Logged[];
}

type Logged = Pick<ChangeRow, 'store' | 'id' | 'kind' | 'rev'>;

/** What one write hands to its steps: the transaction, its time, and the change log. */
export interface Writing {
  transaction: WriteTransaction;
  now: string;
  deviceId: string;
  id(): string;
  log(change: Logged): void;
}

/**
 * Runs `work` in one readwrite transaction over `stores`, the change log and the state: all of it or nothing.
 * `work` must await nothing but the transaction's own requests.
 * @throws StorageUnavailable of kind `full` when the disk is full; every other error as it came.
 */
export async function write<T>(
  db: Database,
  world: World,
  stores: StoreName[],
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  const names = [...new Set<StoreName>([...stores, 'changes', 'state'])];
  // Strict: a click on Save that was answered survives a power cut; costs under 0.2 ms a save.
  const transaction = db.transaction(names, 'readwrite', { durability: 'strict' });
  const done = transaction.done;
  done.catch(() => {}); // Reported below; without this an abort would also count as unhandled.
  try {
    const now = world.now().toISOString();
    let deviceId = await readState(transaction, 'deviceId');
    if (deviceId === undefined) {
      deviceId = world.id();
      unwaited(writeState(transaction, 'deviceId', deviceId));
    }
    const device = deviceId;
    const changes: Logged[] = [];
    const result = await work({
      transaction,
      now,
      deviceId,
      id: () => world.id(),
      log: (change) => {
        changes.push(change);
        unwaited(transaction.objectStore('changes').add({ ...change, updatedAt: now, deviceId: device }));
      },
    });
    const revision = ((await readState(transaction, 'revision')) ?? 0) + 1;
    unwaited(writeState(transaction, 'revision', revision));
    await done;
    world.wrote?.({ revision, changes });
    return result;
  } catch (error) {
    abort(transaction);
    const cause = transaction.error ?? error;
    if (cause instanceof Error && cause.name === 'QuotaExceededError')
      throw new StorageUnavailable('full', cause);
    throw error;
  }
}

/** For a request whose failure aborts the transaction, which then reports it: waiting for each costs time. */
export function unwaited(request: Promise<unknown>): void {
  request.catch(() => {});
}

function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // Already over: nothing of it was kept.
  }
}
