import { CONTACT_STORES, restoreContacts, restoreTies, updateContact } from '../contacts.ts';
import { EDIT } from '../edits.ts';
import { FORGET } from '../many.ts';
import { restoreList } from '../orders.ts';
import { restoreQuestions } from '../questions.ts';
import type { Database, UndoRow } from '../schema.ts';
import { type World, type Writing, write } from '../transaction.ts';
import { takeBackImport } from './import.ts';
import { takeBackMerge } from './merge.ts';
import { deleteUndo, importOf, undoRows } from './rows.ts';

/**
 * Takes a step back: an import, a merge, an edit, a change or a forgetting of many. What the user has worked on since stays.
 * Answers how many contacts (and lists) are as they were; 0 when the step is gone.
 */
export async function runUndo(db: Database, world: World, id: string): Promise<number> {
  // A glance first, so that a step that is gone writes nothing.
  if ((await db.getKey('undo', id)) === undefined) return 0;
  return write(db, world, [...CONTACT_STORES], async (writing) => {
    const rows = await undoRows(writing, id);
    const count = await takeBack(writing, rows);
    deleteUndo(writing, id);
    return count;
  });
}

/** Steps that took contacts away can be taken back for so long; then nothing of the forgotten is left. */
export const FORGET_UNDO_MS = 10 * 60_000;

/** Takes away what is kept of forgotten and of edited contacts for undoing, once that time is over. */
export async function purgeUndo(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - FORGET_UNDO_MS).toISOString();
  for (const begins of [FORGET, EDIT])
    await db.delete('undo', IDBKeyRange.bound(begins, `${begins}${before}`));
}

async function takeBack(writing: Writing, rows: readonly UndoRow[]): Promise<number> {
  const kind = rows[0]?.kind;
  if (kind === 'forgetMany') return takeBackForgotten(writing, rows);
  if (kind === undefined && rows.length > 0) return takeBackImport(writing, importOf(rows));
  let count = 0;
  for (const row of rows) {
    if (row.list !== undefined) {
      await restoreList(writing, row.list);
      count += 1;
    }
    if (kind === 'setMany') count += await takeBackOwn(writing, row.own ?? []);
    else if (kind === 'merge') count += await takeBackMerge(writing, row);
    else count += await takeBackImport(writing, row);
  }
  return count;
}

async function takeBackOwn(writing: Writing, own: NonNullable<UndoRow['own']>): Promise<number> {
  let count = 0;
  await Promise.all(
    own.map(({ id, rev, own: before }) =>
      updateContact(writing, id, (contact) => {
        if (contact.rev !== rev) return null;
        count += 1;
        return { ...contact, own: before };
      }),
    ),
  );
  return count;
}

async function takeBackForgotten(writing: Writing, rows: readonly UndoRow[]): Promise<number> {
  const back: string[] = [];
  for (const row of rows) {
    const capturesBy = Map.groupBy(row.captures ?? [], ({ contactId }) => contactId);
    const whole = row.before.map((contact) => ({ contact, captures: capturesBy.get(contact.id) ?? [] }));
    for (const id of await restoreContacts(writing, whole)) back.push(id);
  }
  // When all are there: a tie may lead from one part of the step to another.
  await restoreTies(
    writing,
    rows.flatMap(({ ties }) => ties.before),
    back,
  );
  for (const { questions } of rows) if (questions) await restoreQuestions(writing, questions);
  return back.length;
}
