import { redirectTies, tieKey } from '../../core/merge/index.ts';
import { stable } from '../../core/model/stable.ts';
import { countContacts, writeContact } from '../contacts.ts';
import { forgetWithin } from '../forget.ts';
import { restoreQuestions } from '../questions.ts';
import { unwaited } from '../requests.ts';
import type { UndoRow } from '../schema.ts';
import { deleteTie, putTie, tiesWithin } from '../ties.ts';
import type { Writing } from '../transaction.ts';

/**
 * Takes a merge back: both persons are again as they were. Answers 0, and changes nothing, when the merged contact
 * was worked on since; the other then is gone for good. A tie that was said anew since stays as it was said, at the
 * kept one.
 */
export async function takeBackMerge(writing: Writing, row: UndoRow): Promise<number> {
  const { transaction, now: updatedAt, deviceId } = writing;
  const [kept] = row.before;
  const [other] = row.removed ?? [];
  if (kept === undefined || other === undefined) return 0;
  const present = await transaction.objectStore('contacts').get(kept.id);
  if (present === undefined || present.rev !== Math.max(kept.rev, other.rev) + 1) {
    // Its keys live on in the merged contact: of the steps before only what was said under its own id goes.
    await forgetWithin(writing, [other], row.id, { keysLiveOn: true });
    return 0;
  }
  // The kept one first: it gives back the keys that the other needs.
  writeContact(writing, { ...kept, rev: present.rev + 1, updatedAt, deviceId }, kept);
  writeContact(writing, { ...other, rev: other.rev + 2, updatedAt, deviceId }, other);
  const later = new Map((await tiesWithin(transaction, kept.id)).map((tie) => [tieKey(tie), tie]));
  const restated = new Set<string>();
  for (const tie of row.ties.created) {
    const known = later.get(tieKey(tie));
    if (known === undefined) continue;
    if (stable(known) === stable(tie)) await deleteTie(writing, tie);
    else restated.add(tieKey(tie));
  }
  for (const tie of row.ties.before) {
    if (restated.has(tieKey(tie))) continue;
    // What was removed since, or ended at somebody who was forgotten since, stays away.
    const [moved] = redirectTies([tie], other.id, kept.id);
    if (moved === undefined || later.has(tieKey(moved))) putTie(writing, tie);
  }
  if (row.questions) await restoreQuestions(writing, row.questions);
  const captures = transaction.objectStore('captures');
  for (const key of row.moved ?? []) unwaited(captures.delete(key));
  for (const capture of row.captures ?? []) {
    unwaited(captures.put(capture));
    writing.mark({ kind: 'capture', id: `${capture.contactId}@${capture.at}` });
  }
  await countContacts(writing, +1);
  return 2;
}
