import { unwaited } from './requests.ts';
import type { Database, UndoRow } from './schema.ts';
import type { Writing } from './transaction.ts';

/** The rows of one step, the first with its name; empty when it is gone or was taken back already. */
export async function undoRows(db: Database, id: string): Promise<UndoRow[]> {
  const first = await db.get('undo', id);
  if (first === undefined) return [];
  const parts = await db.getAll('undo', IDBKeyRange.bound(`${id}/`, `${id}/\uffff`));
  return [first, ...parts];
}

/** Writes one row of a step that can be taken back, in the step's own transaction. */
export function putUndo(writing: Writing, row: UndoRow): void {
  unwaited(writing.transaction.objectStore('undo').put(row));
}

/** Takes a step's rows away: it can be taken back once. */
export function deleteUndo(writing: Writing, id: string): void {
  const store = writing.transaction.objectStore('undo');
  unwaited(store.delete(id));
  unwaited(store.delete(IDBKeyRange.bound(`${id}/`, `${id}/\uffff`)));
}
