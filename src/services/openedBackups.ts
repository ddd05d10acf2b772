import { tombstoneHashes } from '../core/merge/index.ts';
import type { Backup, BackupRow, Contact, LeftOut } from '../core/model/index.ts';
import { type BackupFile, openBackupFile } from '../exchange/backupFile.ts';
import { ImportError } from '../exchange/errors.ts';
import { type FileSummary, fileErrorOf, type ParsedImport } from '../exchange/import/index.ts';
import { ComingContacts, planRestore, type RestorePlan } from '../exchange/restore.ts';
import { heldBackup, listTombstones, type RestoreSource, WHOLE_ROWS } from '../storage/backup.ts';
import { contactPages } from '../storage/contacts.ts';
import { countStored } from '../storage/counts.ts';
import type { Database } from '../storage/schema.ts';
import { getState } from '../storage/state.ts';
import type { Environment } from './environment.ts';
import type { HandedFile } from './handedFile.ts';
import { breather } from './slices.ts';

/** A backup that was read to its end and can be put back, and what is held of it for comparing. */
export interface OpenedBackup {
  source: RestoreSource;
  /** The same, with the contacts before what hangs on them. */
  joinable: RestoreSource;
  coming: ComingContacts;
  ties: number;
  leftOut: LeftOut;
}

/** Files sorted into the first backup, what is said of backups, and all others. */
export interface OpenedFiles {
  backup: OpenedBackup | undefined;
  files: FileSummary[];
  fileErrors: ParsedImport['fileErrors'];
  others: HandedFile[];
}

/** Rows between two reports of how far the reading is. */
const TOLD_EVERY = 500;

/** Reads the backups among the files to their end, piece by piece, and leaves the other files to their readers. */
export async function openBackups(
  handed: readonly HandedFile[],
  { database }: Pick<Environment, 'database'>,
  how: {
    passphrase?: string;
    signal: AbortSignal;
    limits: { fileBytes: number; record: number };
    onRows(rows: number): void;
  },
): Promise<OpenedFiles> {
  const opened: OpenedFiles = { backup: undefined, files: [], fileErrors: [], others: [] };
  const isForgotten = await forgottenHere(await database);
  for (const file of handed) {
    const coming = new ComingContacts(isForgotten);
    let rows = 0;
    const onRow = (row: BackupRow) => {
      coming.add(row);
      rows += 1;
      if (rows % TOLD_EVERY === 0) how.onRows(rows);
    };
    try {
      const backup = await openBackupFile(file, { ...how, breathe: breather() }, onRow);
      if (backup === null) {
        opened.others.push(file);
        continue;
      }
      const { format, leftOut, survey } = backup;
      const { contacts, ties, captures } = survey.counts;
      opened.files.push({ ...summaryOf(file.name), format });
      const { head, contactsFirst } = survey;
      const source = { head, rows: contacts + ties + (captures ?? 0), read: () => backup.rows() };
      opened.backup ??= {
        source,
        joinable: contactsFirst ? source : { ...source, read: () => inOrder(backup) },
        coming,
        ties,
        leftOut,
      };
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      // An editor may have saved it in its own letters.
      if (error.kind === 'wrongEncoding') opened.others.push(file);
      else opened.fileErrors.push(fileErrorOf(file.name, error));
    }
  }
  return opened;
}

/** The rows of a backup in which contacts stand behind what hangs on them: it is read twice. */
async function* inOrder(backup: BackupFile): AsyncGenerator<BackupRow[]> {
  for await (const rows of backup.rows()) yield rows.filter(({ list }) => list === 'contacts');
  for await (const rows of backup.rows()) yield rows.filter(({ list }) => list !== 'contacts');
}

/** A backup out of an archive, which is held as a whole. */
export async function heldOf(
  backup: Backup,
  leftOut: LeftOut = {},
  { database }: Pick<Environment, 'database'>,
): Promise<OpenedBackup> {
  const coming = new ComingContacts(await forgottenHere(await database));
  for (const row of backup.contacts) coming.add({ list: 'contacts', row });
  const source = heldBackup(backup);
  return { source, joinable: source, coming, ties: backup.ties.length, leftOut };
}

/** What putting it back would do. */
export async function planOf(
  db: Database,
  { source, coming, ties, leftOut }: OpenedBackup,
): Promise<RestorePlan> {
  const [stored, me] = await Promise.all([countStored(db), getState(db, 'me')]);
  const present = { contacts: each(db), ties: stored.ties, goals: stored.goals, me: me ?? null };
  return planRestore(present, { head: source.head, ties, leftOut }, coming);
}

export function tooLargeFor(fileBytes: number): ImportError {
  return new ImportError('tooLarge', { megabytes: Math.floor(fileBytes / 2 ** 20) });
}

async function* each(db: Database): AsyncGenerator<Contact> {
  const breathe = breather();
  for await (const page of contactPages(db, WHOLE_ROWS))
    for (const contact of page) {
      yield contact;
      await breathe();
    }
}

/** Whether somebody was forgotten here; nobody asks for hashes where nobody was. */
async function forgottenHere(db: Database): Promise<(contact: Contact) => boolean> {
  const hashes = new Set((await listTombstones(db)).map(({ hash }) => hash));
  return hashes.size === 0
    ? () => false
    : (contact) => tombstoneHashes(contact).some((hash) => hashes.has(hash));
}

function summaryOf(file: string): Omit<FileSummary, 'format'> {
  return { file, rows: 0, persons: 0, ignored: 0, encoding: 'utf-8', encodingBy: 'shown' };
}
