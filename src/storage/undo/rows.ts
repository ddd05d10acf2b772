import { unwaited } from '../requests.ts';
import type { Database, UndoRow } from '../schema.ts';
import type { Writing } from '../transaction.ts';

/** The steps that can be taken back, each by its first row. */
export async function listUndo(db: Database): Promise<UndoRow[]> {
  return (await db.getAll('undo')).filter(({ id }) => !/\/\d+$/.test(id));
}

/** The rows of one step, the first with its name; empty when it is gone or was taken back already. */
export async function undoRows({ transaction }: Writing, id: string): Promise<UndoRow[]> {
  const store = transaction.objectStore('undo');
  const [first, parts] = await Promise.all([store.get(id), store.getAll(partsOf(id))]);
  return first === undefined ? [] : [first, ...parts];
}

/** Writes one row of a step that can be taken back, in the step's own transaction. */
export function putUndo(writing: Writing, row: UndoRow): void {
  unwaited(writing.transaction.objectStore('undo').put(row));
}

/** Takes a step's rows away: it can be taken back once. */
export function deleteUndo(writing: Writing, id: string): void {
  const store = writing.transaction.objectStore('undo');
  unwaited(store.delete(id));
  unwaited(store.delete(partsOf(id)));
}

/** The name of the step that a row belongs to: further rows are named `step/1` and so on. */
export function stepOf(id: string): string {
  return id.replace(/\/\d+$/, '');
}

function partsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound(`${id}/`, `${id}/\uffff`);
}
