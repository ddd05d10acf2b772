import { BACKUP_VERSION, Backup, type Contact } from '../core/model/index.ts';
import { contactPages } from './contacts.ts';
import { listGoals } from './goals.ts';
import type { Database } from './schema.ts';
import { getSettings, getState, writeState } from './state.ts';
import { listTies } from './ties.ts';
import type { Writing } from './transaction.ts';

/** Everything that is the user's own, as one value. What is derived is left out: it can be computed again. */
export async function readBackup(db: Database, exportedAt: Date): Promise<Backup> {
  const contacts: Contact[] = [];
  for await (const page of contactPages(db)) contacts.push(...page);
  return {
    format: 'weitblick',
    version: BACKUP_VERSION,
    exportedAt: exportedAt.toISOString(),
    me: (await getState(db, 'me')) ?? null,
    goals: await listGoals(db),
    contacts,
    ties: await listTies(db),
    settings: await getSettings(db),
  };
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
] as const;

/**
 * Puts the backup's state in place of everything that is stored, within the caller's transaction: a restore
 * that fails anywhere leaves all as it was.
 * @throws ZodError when `backup` does not fit the schema; nothing is written then.
 */
export async function restoreBackup(writing: Writing, backup: Backup): Promise<void> {
  const { contacts, goals, ties, me, settings } = Backup.parse(backup);
  const { transaction } = writing;
  await Promise.all(BACKUP_STORES.map((store) => transaction.objectStore(store).clear()));
  const requests: Promise<unknown>[] = [
    ...contacts.map((contact) => transaction.objectStore('contacts').put(contact)),
    ...goals.map((goal) => transaction.objectStore('goals').put(goal)),
    ...ties.map((tie) => transaction.objectStore('ties').put(tie)),
    writeState(writing.transaction, 'settings', settings),
    writeState(writing.transaction, 'contactCount', contacts.length),
    me === null ? transaction.objectStore('state').delete('me') : writeState(transaction, 'me', me),
  ];
  writing.log({ store: 'settings', id: 'restore', kind: 'put', rev: 0 });
  await Promise.all(requests);
}
