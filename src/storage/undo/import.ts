import { type Present, planUndo, tieKey, type UndoRecord } from '../../core/merge/index.ts';
import type { Contact, Tie } from '../../core/model/index.ts';
import { deleteContacts, writeContact } from '../contacts.ts';
import { forgetWithin } from '../forget.ts';
import { deleteGoal } from '../goals.ts';
import { writeMe } from '../me.ts';
import { forgetQuestions } from '../questions.ts';

import { readState } from '../state.ts';
import { deleteTie, putTie } from '../ties.ts';
import type { Writing } from '../transaction.ts';

/** Takes an import back as `planUndo` says; answers how many contacts are as they were before it. */
export async function takeBackImport(writing: Writing, row: UndoRecord): Promise<number> {
  const { transaction, now, deviceId } = writing;
  const store = transaction.objectStore('contacts');
  const ids = [...row.created, ...row.before.map((contact) => contact.id)];
  const found = await Promise.all(ids.map((id) => store.get(id)));
  const current = new Map<string, Contact>();
  for (const contact of found) if (contact !== undefined) current.set(contact.id, contact);
  const ties = transaction.objectStore('ties');
  const [me, goals, known] = await Promise.all([
    readState(transaction, 'me'),
    transaction.objectStore('goals').getAll(),
    Promise.all(
      [...row.ties.before, ...row.ties.created].map(({ from, to, kind }) => ties.get([from, to, kind])),
    ),
  ]);
  const tiesByKey = new Map<string, Tie>();
  for (const tie of known) if (tie !== undefined) tiesByKey.set(tieKey(tie), tie);
  const present: Present = {
    contact: (id) => current.get(id),
    tie: (tie) => tiesByKey.get(tieKey(tie)),
    goal: (id) => goals.find((goal) => goal.id === id),
    me: me ?? null,
  };
  const plan = planUndo(row, present, { now, deviceId });
  // An import that is taken back was never wanted: no hash keeps the same people from coming again.
  await forgetQuestions(writing, plan.delete);
  const gone = await deleteContacts(writing, plan.delete, { tombstones: false });
  for (const contact of plan.restore) writeContact(writing, contact, contact);
  await Promise.all(plan.ties.delete.map((tie) => deleteTie(writing, tie)));
  for (const tie of plan.ties.restore) putTie(writing, tie);
  if (plan.me !== undefined) writeMe(writing, plan.me);
  for (const id of plan.deleteGoals) deleteGoal(writing, id);
  await forgetWithin(
    writing,
    gone.map(({ contact }) => contact),
    row.id,
  );
  return plan.delete.length + plan.restore.length;
}
