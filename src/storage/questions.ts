import { TieQuestion } from '../core/model/index.ts';
import { accepted } from './accept.ts';
import { unwaited } from './requests.ts';
import type { Database, QuestionRow, UndoRow, WriteTransaction } from './schema.ts';
import type { Writing } from './writing.ts';

/** Every question and every settled one, in no order that means anything. */
export async function listQuestions(db: Database): Promise<TieQuestion[]> {
  return (await db.getAll('questions')).map(questionOf);
}

/** The question of a row. */
export function questionOf({ id: _id, people: _people, ...question }: QuestionRow): TieQuestion {
  return question;
}

/** A question as it is stored: one for each subject and set of candidates, found by all of them. */
export function questionRow(question: TieQuestion): QuestionRow {
  const { subject, candidates } = question;
  const sorted = [...new Set(candidates)].sort();
  return {
    ...question,
    candidates: sorted,
    id: JSON.stringify([subject, ...sorted]),
    people: [...new Set([subject, ...sorted])],
  };
}

/** The questions that are about a contact, as subject or as one who may be meant. */
export function questionsWithin(transaction: WriteTransaction, contactId: string): Promise<QuestionRow[]> {
  return transaction.objectStore('questions').index('people').getAll(contactId);
}

/**
 * Asks, or puts the question in place of the same one.
 * @throws NotStorable
 */
export function putQuestion(writing: Writing, question: TieQuestion): void {
  putRow(writing, questionRow(accepted(TieQuestion, question)));
}

export function deleteQuestion({ transaction, mark }: Writing, { id }: Pick<QuestionRow, 'id'>): void {
  unwaited(transaction.objectStore('questions').delete(id));
  mark({ kind: 'question', id });
}

function putRow({ transaction, mark }: Writing, row: QuestionRow): void {
  unwaited(transaction.objectStore('questions').put(row));
  mark({ kind: 'question', id: row.id });
}

/** What was done to questions in a step that can be taken back. */
export type QuestionChanges = NonNullable<UndoRow['questions']>;

/**
 * Contacts are gone: their questions go, and of others' they are no candidates any more. One who is left alone is not
 * asked about: whom the name meant can no longer be told.
 */
export async function forgetQuestions(
  writing: Writing,
  ids: readonly string[],
): Promise<QuestionChanges | undefined> {
  const gone = new Set(ids);
  const before = await questionsOf(writing, ids);
  const created: string[] = [];
  for (const row of before) {
    deleteQuestion(writing, row);
    const candidates = row.candidates.filter((id) => !gone.has(id));
    if (gone.has(row.subject) || candidates.length < (row.answer === undefined ? 2 : 1)) continue;
    const left = questionRow({ ...questionOf(row), candidates });
    putRow(writing, left);
    created.push(left.id);
  }
  return before.length === 0 ? undefined : { before, created };
}

/** One contact became another: its questions are about that one now. */
export async function redirectQuestions(
  writing: Writing,
  from: string,
  to: string,
): Promise<QuestionChanges | undefined> {
  const before = await questionsOf(writing, [from]);
  const moved = (id: string) => (id === from ? to : id);
  const created: string[] = [];
  for (const row of before) {
    deleteQuestion(writing, row);
    const subject = moved(row.subject);
    const candidates = row.candidates.map(moved).filter((id) => id !== subject);
    if (candidates.length === 0) continue;
    const left = questionRow({ ...questionOf(row), subject, candidates });
    putRow(writing, left);
    created.push(left.id);
  }
  return before.length === 0 ? undefined : { before, created };
}

/** The questions of a step as they were, where everybody whom they are about is there. */
export async function restoreQuestions(
  writing: Writing,
  { before, created }: QuestionChanges,
): Promise<void> {
  const { transaction } = writing;
  for (const id of created) deleteQuestion(writing, { id });
  const ends = [...new Set(before.flatMap(({ people }) => people))];
  const contacts = transaction.objectStore('contacts');
  const there = await Promise.all(ends.map((id) => contacts.getKey(id)));
  const known = new Set(ends.filter((_, i) => there[i] !== undefined));
  for (const row of before) if (row.people.every((id) => known.has(id))) putRow(writing, row);
}

/** Each once, whatever it shares with others. */
async function questionsOf({ transaction }: Writing, ids: readonly string[]): Promise<QuestionRow[]> {
  const found = await Promise.all(ids.map((id) => questionsWithin(transaction, id)));
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}
