import { tombstoneHashes } from '../core/merge/index.ts';
import { Backup, type Contact } from '../core/model/index.ts';
import type { CaptureRow, Database, TombstoneRow } from './schema.ts';
import { writeState } from './state.ts';
import type { Writing } from './transaction.ts';

/** Rows read at once: bounds memory while running over a large network. */
const PAGE = 1_000;

/** All captured pages, in the order of contacts and time. */
export async function* capturePages(db: Database): AsyncGenerator<CaptureRow[]> {
  let after: IDBKeyRange | null = null;
  for (;;) {
    const page: CaptureRow[] = await db.getAll('captures', after, PAGE);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = IDBKeyRange.lowerBound([last.contactId, last.at], true);
  }
}

/** The hashes of all who were deleted. */
export async function listTombstones(db: Database): Promise<TombstoneRow[]> {
  return db.getAll('tombstones');
}

/** Stores needed by `restoreBackup`. */
export const BACKUP_STORES = [
  'contacts',
  'captures',
  'careers',
  'goals',
  'ties',
  'tombstones',
  'undo',
  'segments',
  'digests',
  'readings',
  'pending',
] as const;

/**
 * Puts the backup's state in place of everything that is stored, within the caller's transaction: a restore
 * that fails anywhere leaves all as it was. Who was deleted stays deleted, whether the backup or the present
 * state knows of it, unless the backup itself holds the person.
 * @throws ZodError when `backup` does not fit the schema; nothing is written then.
 */
export async function restoreBackup(writing: Writing, backup: Backup): Promise<void> {
  const state = Backup.parse(backup);
  const { contacts, goals, ties, me, settings, captures = [] } = state;
  const { transaction } = writing;
  const present = await transaction.objectStore('tombstones').getAll();
  // The change log too: whoever follows it begins anew with what is restored.
  const replaced = [...BACKUP_STORES, 'changes'] as const;
  await Promise.all(replaced.map((store) => transaction.objectStore(store).clear()));
  const requests: Promise<unknown>[] = [
    ...contacts.map((contact) => transaction.objectStore('contacts').put(contact)),
    ...contacts.map(({ id }) => transaction.objectStore('pending').put({ id })),
    ...captures.map((capture) => transaction.objectStore('captures').put(capture)),
    ...goals.map((goal) => transaction.objectStore('goals').put(goal)),
    ...ties.map((tie) => transaction.objectStore('ties').put(tie)),
    ...tombstonesAfter(present, state).map((row) => transaction.objectStore('tombstones').put(row)),
    writeState(transaction, 'settings', settings),
    writeState(transaction, 'contactCount', contacts.length),
    transaction.objectStore('state').delete('openSegment'),
    transaction.objectStore('state').delete('analysis'),
    me === null ? transaction.objectStore('state').delete('me') : writeState(transaction, 'me', me),
  ];
  writing.log({ store: 'settings', id: 'restore', kind: 'put', rev: 0 });
  await Promise.all(requests);
}

/** The backup's tombstones, and those of now of whom the backup knows nothing. */
function tombstonesAfter(present: readonly TombstoneRow[], { contacts, tombstones = [] }: Backup) {
  const after = new Map(tombstones.map((row) => [row.hash, row]));
  if (present.length === 0) return [...after.values()];
  const alive = hashesOf(contacts);
  for (const row of present) if (!after.has(row.hash) && !alive.has(row.hash)) after.set(row.hash, row);
  return [...after.values()];
}

function hashesOf(contacts: readonly Contact[]): Set<string> {
  return new Set(contacts.flatMap((contact) => tombstoneHashes(contact)));
}
