import { Turns, unwaited } from './requests.ts';
import type { Change, ChangeRow, Database, WriteTransaction } from './schema.ts';
import { readState, writeState } from './state.ts';
import type { Writing } from './writing.ts';

/**
 * How many changes of one contact, goal or tie the log keeps. Another device that follows needs the last one alone;
 * the others tell how it came about, as far back as the pages that are kept of a contact (`CAPTURES_KEPT`).
 */
export const CHANGES_KEPT = 20;
/** A write of more changes than this packs them: a row for each would take longer than the contacts themselves. */
export const PACKED_FROM = 500;
/** Changes in one packed row; some 300 kB, which take some milliseconds to hand over. */
const IN_ONE_ROW = 4_000;
/** What a packed row says of itself. */
const PACKED = { store: 'packed', id: '', kind: 'put', rev: 0 } as const;
/** Packed rows that are kept as they are; of more, each thing's last change stays alone. */
export const PACKED_KEPT = 64;
/** Looked up at once: bounds memory while a whole archive is written. */
const AT_ONCE = 500;

/** Number of the last written change; 0 when nothing was ever written. Tells whether anything has changed since. */
export async function lastChange(db: Database): Promise<number> {
  const cursor = await db.transaction('changes').store.openKeyCursor(null, 'prev');
  return cursor?.primaryKey ?? 0;
}

/** The same within a transaction, before it has logged anything itself. */
export async function lastChangeWithin({ transaction }: Writing): Promise<number> {
  const cursor = await transaction.objectStore('changes').openKeyCursor(null, 'prev');
  return cursor?.primaryKey ?? 0;
}

/** The changes of rows of the log, one by one in the order of writing: for whoever follows it. */
export function* eachChange(rows: Iterable<ChangeRow>): Generator<Change> {
  for (const { store, id, kind, rev, changes = [] } of rows) {
    if (store === 'packed') yield* changes;
    else yield { store, id, kind, rev };
  }
}

/** Writes the changes of a transaction into the log, in their order, and keeps the log bounded. */
export async function logChanges(
  transaction: WriteTransaction,
  changes: readonly Change[],
  by: Pick<ChangeRow, 'updatedAt' | 'deviceId'>,
): Promise<void> {
  const store = transaction.objectStore('changes');
  if (changes.length < PACKED_FROM) {
    for (const change of changes) unwaited(store.add({ ...change, ...by }));
    await pruneChanges(transaction, changes);
    return;
  }
  const [first, ...others] = changes as [Change, ...Change[]];
  // The store alone knows the next number, also when the log has begun anew.
  let seq = await store.add({ ...first, ...by });
  const turns = new Turns(transaction);
  for (let from = 0; from < others.length; from += IN_ONE_ROW) {
    const part = others.slice(from, from + IN_ONE_ROW);
    seq += part.length;
    unwaited(store.add({ seq, ...PACKED, changes: part, ...by }));
    if (turns.due) await turns.give();
  }
  await pruneChanges(transaction, [first]);
  await prunePacked(transaction);
}

/**
 * Packed rows become fewer when there are many: each thing's last change stays. Waits until there are twice as many as
 * were left the last time, so that a network with long lists is not gone through with each import.
 */
async function prunePacked(transaction: WriteTransaction): Promise<void> {
  const store = transaction.objectStore('changes');
  const seqs = await store.index('of').getAllKeys(IDBKeyRange.only(['packed', '']));
  const left = (await readState(transaction, 'packedChanges')) ?? 0;
  if (seqs.length <= Math.max(PACKED_KEPT, 2 * left)) return;
  const known = new Set<string>();
  let rows = 0;
  // From the newest to the oldest.
  for (const seq of seqs.reverse()) {
    const row = await store.get(seq);
    if (row === undefined) continue;
    const last: Change[] = [];
    for (const change of (row.changes ?? []).reverse()) {
      const thing = `${change.store} ${change.id}`;
      if (!known.has(thing)) last.push(change);
      known.add(thing);
    }
    rows += last.length > 0 ? 1 : 0;
    unwaited(last.length === 0 ? store.delete(seq) : store.put({ ...row, changes: last.reverse() }));
  }
  unwaited(writeState(transaction, 'packedChanges', rows));
}

/** Takes away the oldest changes of what this transaction has changed, beyond `CHANGES_KEPT` of each. */
async function pruneChanges(
  transaction: WriteTransaction,
  changes: readonly Pick<Change, 'store' | 'id' | 'rev'>[],
): Promise<void> {
  const store = transaction.objectStore('changes');
  const index = store.index('of');
  for (const [kind, written] of Map.groupBy(changes, (change) => change.store)) {
    const ids = new Set<string>();
    // Each write of a contact raises its `rev`: with a lower one it has no history of that length.
    for (const { id, rev } of written) if (kind !== 'contacts' || rev >= CHANGES_KEPT) ids.add(id);
    const all = [...ids];
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const found = await Promise.all(
        all.slice(from, from + AT_ONCE).map((id) => index.getAllKeys(IDBKeyRange.only([kind, id]))),
      );
      for (const seqs of found) for (const seq of seqs.slice(0, -CHANGES_KEPT)) unwaited(store.delete(seq));
    }
  }
}
