import { logChanges } from './changes.ts';
import {
  DERIVED_STORES,
  type DerivedChanges,
  type Deriver,
  deriveChanged,
  NOTHING_DERIVED,
  type Pending,
  type Touched,
} from './derived.ts';
import { Turns, unwaited } from './requests.ts';
import type { Change, Database, StoreName, WriteTransaction } from './schema.ts';
import { type Changed, stampChanged } from './stamping.ts';
import { readState, writeState } from './state.ts';
import { tieEnds } from './ties.ts';
import { StorageUnavailable } from './unavailable.ts';
import type { Writing } from './writing.ts';

export type { Writing } from './writing.ts';

/** Clock and ids, handed in so that everything that is stored can be foretold in tests. */
export interface World {
  now(): Date;
  id(): string;
  /** How derived rows are made; `null` when that cannot be told now: they are then made later. */
  deriver?(): Promise<Deriver | null>;
  /** Told after each write that was kept: what changed, and the revision that it made. */
  wrote?(commit: Commit): void;
}

/** A write that was kept. */
export interface Commit {
  revision: number;
  changes: readonly Change[];
  /** What that did to the derived rows. */
  derived: DerivedChanges;
  /** Everything was put in place of what was there: whoever holds something of it lets go. */
  replaced: boolean;
  /** Persons are gone for good: whatever names them must go too. */
  forgotten: boolean;
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
  // Strict: a click on Save that was answered survives a power cut; costs under 0.2 ms a save.
  // `told`: another device has told it, with its stamps.
  { durability = 'strict' as IDBTransactionDurability, told = false } = {},
): Promise<T> {
  const derives = stores.some((store) => store === 'contacts' || store === 'ties');
  // Before the transaction begins: it would end while a model is loaded.
  const deriver = derives ? ((await world.deriver?.()) ?? null) : null;
  const names = [
    ...new Set<StoreName>([...stores, 'changes', 'state', 'registers', ...(derives ? DERIVED_STORES : [])]),
  ];
  const transaction = db.transaction(names, 'readwrite', { durability });
  const done = transaction.done;
  done.catch(() => {}); // Reported below; without this an abort would also count as unhandled.
  try {
    const now = world.now().toISOString();
    const [known, last] = await Promise.all([
      readState(transaction, 'deviceId'),
      readState(transaction, 'revision'),
    ]);
    const revision = (last ?? 0) + 1;
    unwaited(writeState(transaction, 'revision', revision));
    let deviceId = known;
    if (deviceId === undefined) {
      deviceId = world.id();
      unwaited(writeState(transaction, 'deviceId', deviceId));
    }
    const changes: Change[] = [];
    const touched: string[] = [];
    const stamped: Changed[] = [];
    const said = { replaced: false, forgotten: false };
    const writing: Writing = {
      transaction,
      revision,
      now,
      deviceId,
      id: () => world.id(),
      log: (change) => void changes.push(change),
      touch: (contactId) => void touched.push(contactId),
      replaceAll(kind) {
        said.replaced = true;
        writing.log({ store: 'settings', id: 'restore', kind, rev: 0 });
      },
      forget() {
        said.forgotten = true;
      },
      mergedAway: (was, into) => void stamped.push({ kind: 'contact', id: was.id, was, into }),
      mark: (marked) => void stamped.push(marked),
    };
    const result = await work(writing);
    // None of them needs what another writes: what they read is on its way together.
    const [derived] = await Promise.all([
      derives
        ? touchedBy(transaction, changes, touched).then((stale) =>
            deriveChanged(transaction, deriver, revision, stale),
          )
        : NOTHING_DERIVED,
      logChanges(transaction, changes, { updatedAt: now, deviceId }),
      told ? undefined : stampChanged(transaction, now, changes, stamped),
    ]);
    commit(transaction);
    await done;
    world.wrote?.({ revision, changes, derived, ...said });
    return result;
  } catch (error) {
    abort(transaction);
    const cause = transaction.error ?? error;
    if (cause instanceof Error && cause.name === 'QuotaExceededError')
      throw new StorageUnavailable('full', cause);
    throw error;
  }
}

/** Makes the derived rows of some contacts again, though nothing else has changed, and takes their pending rows away. */
export async function deriveAgain(
  db: Database,
  world: World,
  ids: readonly string[],
  pending: Pending['rows'] = [],
): Promise<void> {
  await write(
    db,
    world,
    ['contacts'],
    async ({ touch, transaction }) => {
      for (const id of ids) touch(id);
      for (const row of pending) unwaited(transaction.objectStore('pending').delete(row));
    },
    // Derived rows can be made again: nothing is lost with the power.
    { durability: 'relaxed' },
  );
}

/** The contacts whose derived rows a write makes stale: those that it changed, and both ends of changed ties. */
async function touchedBy(
  transaction: WriteTransaction,
  changes: readonly Change[],
  touched: readonly string[],
): Promise<Touched> {
  const ids = new Set(touched);
  const gone = new Set<string>();
  await new Turns(transaction).each(changes, ({ store, id, kind }) => {
    if (store === 'contacts') {
      ids.add(id);
      if (kind === 'delete') gone.add(id);
      else gone.delete(id);
    }
    if (store === 'ties') for (const end of tieEnds(id)) ids.add(end);
  });
  ids.delete('me');
  return { ids, gone };
}

/** Nothing more is asked of it: it need not wait for the answers to what was put last. */
function commit(transaction: WriteTransaction): void {
  try {
    transaction.commit();
  } catch {
    // It has failed, which its end tells.
  }
}

function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // Already over: nothing of it was kept.
  }
}
