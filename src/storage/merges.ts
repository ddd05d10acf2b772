import { redirectTies, tieKey } from '../core/merge/index.ts';
import type { Contact, Tie } from '../core/model/index.ts';
import { capturesOf, countContacts, writeContact } from './contacts.ts';
import { redirectQuestions } from './questions.ts';
import { unwaited } from './requests.ts';
import type { CaptureRow, Database, UndoRow } from './schema.ts';
import { deleteTie, putTie, tiesWithin } from './ties.ts';
import { type World, write } from './transaction.ts';
import { putUndo } from './undo/rows.ts';
import type { Writing } from './writing.ts';

/**
 * Makes one contact of two: `combine` says what becomes of the kept one; the other goes, and its ties and captures
 * go over. Answers the step by which it is taken back; `null`, and nothing written, when one of the two is gone.
 */
export async function mergeContacts(
  db: Database,
  world: World,
  of: { kept: string; other: string },
  combine: (kept: Contact, other: Contact, by: Pick<Writing, 'now' | 'deviceId'>) => Contact,
): Promise<string | null> {
  const undo = world.id();
  return write(db, world, ['contacts', 'captures', 'ties', 'questions', 'undo'], async (writing) => {
    const contacts = writing.transaction.objectStore('contacts');
    const [kept, other] = await Promise.all([contacts.get(of.kept), contacts.get(of.other)]);
    if (kept === undefined || other === undefined || of.kept === of.other) return null;
    // First the one goes: the other takes over its keys, which must be nobody's then.
    unwaited(contacts.delete(other.id));
    writing.log({ store: 'contacts', id: other.id, kind: 'delete', rev: other.rev + 1 });
    const merged = writeContact(writing, combine(kept, other, writing), kept);
    const ties = await moveTies(writing, other.id, kept.id);
    const questions = await redirectQuestions(writing, other.id, kept.id);
    const moved = await moveCaptures(writing, other.id, kept.id);
    await countContacts(writing, -1);
    putUndo(writing, {
      id: undo,
      at: writing.now,
      kind: 'merge',
      label: merged.profile.name.full,
      created: [],
      before: [kept],
      removed: [other],
      ties,
      ...(questions && { questions }),
      ...moved,
    });
    return undo;
  });
}

/** Points the ties of the one to the other. */
async function moveTies(writing: Writing, from: string, to: string): Promise<UndoRow['ties']> {
  const { transaction } = writing;
  const before = unique([...(await tiesWithin(transaction, from)), ...(await tiesWithin(transaction, to))]);
  const after = redirectTies(before, from, to);
  const stays = new Set(after.map(tieKey));
  for (const tie of before) if (!stays.has(tieKey(tie))) await deleteTie(writing, tie);
  for (const tie of after) putTie(writing, tie);
  return { before, created: after };
}

function unique(ties: readonly Tie[]): Tie[] {
  return [...new Map(ties.map((tie) => [tieKey(tie), tie])).values()];
}

/** Gives the captures of the one to the other. */
async function moveCaptures(
  { transaction }: Writing,
  from: string,
  to: string,
): Promise<{ captures: CaptureRow[]; moved: [string, string][] }> {
  const store = transaction.objectStore('captures');
  const captures = await store.getAll(capturesOf(from));
  const taken = new Set((await store.getAllKeys(capturesOf(to))).map(([, at]) => at));
  const moved: [string, string][] = [];
  for (const capture of captures) {
    unwaited(store.delete([from, capture.at]));
    if (taken.has(capture.at)) continue;
    moved.push([to, capture.at]);
    unwaited(store.put({ ...capture, contactId: to }));
  }
  return { captures, moved };
}
