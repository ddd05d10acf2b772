import { tombstoneHashes } from '../core/merge/index.ts';
import { Backup, CaptureRecord, Contact, Tie } from '../core/model/index.ts';
import { postpone } from './derived.ts';
import { questionRow } from './questions.ts';
import { Pace, unobserved, unwaited } from './requests.ts';
import type { CaptureRow, Database, TombstoneRow } from './schema.ts';
import { writeState } from './state.ts';
import { type World, write } from './transaction.ts';

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

/**
 * Puts the backup's state in place of everything that is stored, in one transaction: a restore that fails anywhere
 * leaves all as it was. Who was deleted stays deleted, whether the backup or the present
 * state knows of it, unless the backup itself holds the person. `onPart` hears how many rows of all are written, and
 * stops the whole by throwing.
 * @throws ZodError when `backup` does not fit the schema; nothing is written then.
 */
export async function restoreBackup(
  db: Database,
  world: World,
  backup: Backup,
  onPart: (written: number, of: number) => void = () => {},
): Promise<void> {
  const { contacts, ties, captures = [], ...rest } = backup;
  // The long lists are looked at as they are written: all at once would let nobody else have a turn.
  const state = Backup.parse({ ...rest, contacts: [], ties: [], captures: [] });
  const { goals, me, settings, questions = [], snapshots } = state;
  const all = contacts.length + ties.length + captures.length;
  await write(db, world, [...REPLACED], async (writing) => {
    const { transaction, revision, replaceAll } = writing;
    const present = await transaction.objectStore('tombstones').getAll();
    for (const store of REPLACED) unwaited(transaction.objectStore(store).clear());
    const pace = new Pace(writing);
    let before = 0;
    const bare = unobserved(transaction);
    const inParts = async <Row>(rows: readonly Row[], put: (row: Row) => void) => {
      await pace.each(rows, put, (written) => onPart(before + written, all));
      before += rows.length;
    };
    await inParts(contacts, (row) => void bare.objectStore('contacts').put(Contact.parse(row)));
    await postpone(
      transaction,
      revision,
      contacts.map(({ id }) => id),
    );
    await inParts(captures, (row) => void bare.objectStore('captures').put(CaptureRecord.parse(row)));
    await inParts(ties, (row) => void bare.objectStore('ties').put(Tie.parse(row)));
    for (const goal of goals) unwaited(transaction.objectStore('goals').put(goal));
    const ids = new Set(contacts.map(({ id }) => id));
    for (const row of questions.map(questionRow))
      if (row.people.every((id) => ids.has(id))) unwaited(transaction.objectStore('questions').put(row));
    for (const row of tombstonesAfter(present, state, contacts))
      unwaited(transaction.objectStore('tombstones').put(row));
    const values = transaction.objectStore('state');
    unwaited(writeState(transaction, 'settings', settings));
    unwaited(writeState(transaction, 'contactCount', contacts.length));
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
  });
}

/** The backup's tombstones, and those of now of whom the backup knows nothing. */
function tombstonesAfter(
  present: readonly TombstoneRow[],
  { tombstones = [] }: Backup,
  contacts: readonly Contact[],
) {
  const after = new Map(tombstones.map((row) => [row.hash, row]));
  if (present.length === 0) return [...after.values()];
  const alive = hashesOf(contacts);
  for (const row of present) if (!after.has(row.hash) && !alive.has(row.hash)) after.set(row.hash, row);
  return [...after.values()];
}

function hashesOf(contacts: readonly Contact[]): Set<string> {
  return new Set(contacts.flatMap((contact) => tombstoneHashes(contact)));
}
