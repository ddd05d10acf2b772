import { tombstoneHashes } from '../core/merge/index.ts';
import { Backup, type BackupHead, type BackupRow, type Contact } from '../core/model/index.ts';
import { postpone } from './derived.ts';
import { questionRow } from './questions.ts';
import { Pace, unobserved, unwaited } from './requests.ts';
import type { CaptureRow, Database, TombstoneRow } from './schema.ts';
import { writeState } from './state.ts';
import { type World, write } from './transaction.ts';

/** Rows with a whole career that are read at once: all that are read in one go come in one go, with no turn between. */
export const WHOLE_ROWS = 200;

/** All captured pages, in the order of contacts and time. */
export async function* capturePages(db: Database): AsyncGenerator<CaptureRow[]> {
  let after: IDBKeyRange | null = null;
  for (;;) {
    const page: CaptureRow[] = await db.getAll('captures', after, WHOLE_ROWS);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = IDBKeyRange.lowerBound([last.contactId, last.at], true);
  }
}

/** Some contacts, and some captured pages, so many at most: how large they are tells how large all are. */
export async function sampleContacts(db: Database, most: number): Promise<Contact[]> {
  return db.getAll('contacts', null, most);
}

export async function sampleCaptures(db: Database, most: number): Promise<CaptureRow[]> {
  return db.objectStoreNames.contains('captures') ? db.getAll('captures', null, most) : [];
}

/** The hashes of all who were deleted. */
export async function listTombstones(db: Database): Promise<TombstoneRow[]> {
  return db.getAll('tombstones');
}

/** What a restore empties: everything but the single values, of which it says each for itself. */
const REPLACED = [
  'contacts',
  'captures',
  'careers',
  'goals',
  'ties',
  'questions',
  'tombstones',
  'undo',
  'segments',
  'digests',
  'readings',
  'pending',
  // Whoever follows the change log begins anew with what is restored.
  'changes',
] as const;

/** A backup to be put back: what of it is short, and its rows in any order, some at a time. */
export interface RestoreSource {
  head: BackupHead;
  /** How many rows there are. */
  rows: number;
  read(): AsyncIterable<readonly BackupRow[]>;
}

/** A backup that is held as a whole. */
export function heldBackup(backup: Backup): RestoreSource {
  const { contacts, ties, captures = [], ...head } = Backup.parse(backup);
  return {
    head,
    rows: contacts.length + ties.length + captures.length,
    async *read() {
      for (let at = 0; at < contacts.length; at += WHOLE_ROWS)
        yield contacts.slice(at, at + WHOLE_ROWS).map((row) => ({ list: 'contacts', row }) as const);
      yield captures.map((row) => ({ list: 'captures', row }) as const);
      yield ties.map((row) => ({ list: 'ties', row }) as const);
    },
  };
}

/**
 * Puts the backup's state in place of everything that is stored, in one transaction, which is kept open while the next
 * rows are read: a restore that fails anywhere, or whose background is stopped, leaves all as it was. Who was deleted
 * stays deleted, whether the backup or the present state knows of it, unless the backup itself holds the person. The
 * rows have passed their schemas. `onPart` hears how many rows of all are written, and stops the whole by throwing.
 * Answers how many contacts there are.
 */
export async function restoreBackup(
  db: Database,
  world: World,
  source: RestoreSource,
  onPart: (written: number, of: number) => void = () => {},
): Promise<number> {
  const { goals, me, settings, questions = [], snapshots, tombstones = [] } = source.head;
  return write(db, world, [...REPLACED], async (writing) => {
    const { transaction, revision, replaceAll } = writing;
    const present = await transaction.objectStore('tombstones').getAll();
    for (const store of REPLACED) unwaited(transaction.objectStore(store).clear());
    const pace = new Pace(writing);
    const bare = unobserved(transaction);
    // Whoever was deleted here and is in the backup is back.
    const deleted = new Map([...present, ...tombstones].map((row) => [row.hash, row]));
    const told = new Set(tombstones.map(({ hash }) => hash));
    const hidden = present.some(({ hash }) => !told.has(hash));
    const ids: string[] = [];
    const put = ({ list, row }: BackupRow) => {
      if (list === 'ties') bare.objectStore('ties').put(row);
      if (list === 'captures') bare.objectStore('captures').put(row);
      if (list !== 'contacts') return;
      bare.objectStore('contacts').put(row);
      ids.push(row.id);
      if (hidden) for (const hash of tombstoneHashes(row)) if (!told.has(hash)) deleted.delete(hash);
    };
    await eachBatch(source, pace, (rows, before) =>
      pace.each(rows, put, (written) => onPart(before + written, source.rows)),
    );
    await postpone(transaction, revision, ids);
    for (const goal of goals) unwaited(transaction.objectStore('goals').put(goal));
    const alive = new Set(ids);
    for (const row of questions.map(questionRow))
      if (row.people.every((id) => alive.has(id))) unwaited(transaction.objectStore('questions').put(row));
    for (const row of deleted.values()) unwaited(transaction.objectStore('tombstones').put(row));
    const values = transaction.objectStore('state');
    unwaited(writeState(transaction, 'settings', settings));
    unwaited(writeState(transaction, 'contactCount', ids.length));
    unwaited(values.delete('openSegment'));
    unwaited(values.delete('packedChanges'));
    unwaited(values.delete('analysis'));
    // What was typed and never saved belongs to the state that goes; it may be about people who go with it.
    unwaited(values.delete('drafts'));
    unwaited(
      snapshots === undefined ? values.delete('months') : writeState(transaction, 'months', snapshots),
    );
    unwaited(me === null ? values.delete('me') : writeState(transaction, 'me', me));
    replaceAll('put');
    return ids.length;
  });
}

/**
 * Hands the rows of a backup to `work` some at a time, with how many came before, within a transaction that stays open
 * meanwhile; the next are being read while it works.
 */
export async function eachBatch(
  source: RestoreSource,
  pace: Pace,
  work: (rows: readonly BackupRow[], before: number) => Promise<void>,
): Promise<void> {
  const batches = source.read()[Symbol.asyncIterator]();
  let before = 0;
  try {
    for (let next = batches.next(); ; ) {
      const { done, value } = await pace.waitFor(next);
      if (done) return;
      next = batches.next();
      // Told when it is asked for.
      next.catch(() => {});
      await work(value, before);
      before += value.length;
    }
  } finally {
    // Whoever stops early lets go of the file.
    void batches.return?.(undefined).catch(() => {});
  }
}
