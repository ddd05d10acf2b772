import type { UndoRecord } from '../../core/merge/index.ts';
import { unwaited } from '../requests.ts';
import type { Database, UndoRow } from '../schema.ts';
import type { Writing } from '../transaction.ts';

/** Rows that are read at once: one may hold some hundred contacts. */
const PAGE = 4;
/** Names in one row of a step, and ties; whole contacts are fewer. Each takes some milliseconds to be put. */
const IDS_IN_ONE_ROW = 8_000;
const TIES_IN_ONE_ROW = 1_000;
const CONTACTS_IN_ONE_ROW = 200;

/** A step that can be taken back, and how many contacts it made and changed. */
export interface ListedStep extends Pick<UndoRow, 'id' | 'at' | 'kind' | 'label'> {
  created: number;
  changed: number;
}

/** The steps that can be taken back, in the order of their names. */
export async function listUndo(db: Database): Promise<ListedStep[]> {
  const steps = new Map<string, ListedStep>();
  let after: IDBKeyRange | null = null;
  for (;;) {
    const rows: UndoRow[] = await db.getAll('undo', after, PAGE);
    const last = rows.at(-1);
    if (last === undefined) return [...steps.values()];
    for (const { id, at, kind, label, created, before } of rows) {
      const known = steps.get(stepOf(id)) ?? {
        id: stepOf(id),
        at,
        label,
        ...(kind !== undefined && { kind }),
        created: 0,
        changed: 0,
      };
      known.created += created.length;
      known.changed += before.length;
      steps.set(known.id, known);
    }
    after = IDBKeyRange.lowerBound(last.id, true);
  }
}

/** The record of an import as rows that are put one by one: what a large one holds would be one row without bound. */
export function* importRows(record: UndoRecord): Generator<UndoRow> {
  if (isSmall(record)) {
    yield record;
    return;
  }
  const { created, before, ties, ...rest } = record;
  const parts = [
    ...chunks(created, IDS_IN_ONE_ROW).map((part) => ({ created: part })),
    ...chunks(before, CONTACTS_IN_ONE_ROW).map((part) => ({ before: part })),
    // What took the place of a tie stands with it.
    ...chunks(ties.before, TIES_IN_ONE_ROW).map((part) => ({ ties: { before: part, created: [] } })),
    ...chunks(ties.after ?? [], TIES_IN_ONE_ROW).map((part) => ({
      ties: { before: [], after: part, created: [] },
    })),
    ...chunks(ties.created, TIES_IN_ONE_ROW).map((part) => ({ ties: { before: [], created: part } })),
  ];
  const empty = { created: [], before: [], ties: { before: [], created: [] } };
  yield { ...empty, ...rest };
  const { id, at, label } = record;
  for (const [i, part] of parts.entries()) yield { ...empty, id: `${id}/${i + 1}`, at, label, ...part };
}

/** The rows of an import as the record that they were made of. */
export function importOf(rows: readonly UndoRow[]): UndoRecord {
  const [first] = rows;
  if (first === undefined) throw new Error('a step has a row at least');
  if (rows.length === 1) return first;
  const all = <Item>(of: (row: UndoRow) => readonly Item[] | undefined) =>
    rows.flatMap((row) => of(row) ?? []);
  return {
    ...first,
    created: all((row) => row.created),
    before: all((row) => row.before),
    ties: {
      before: all((row) => row.ties.before),
      after: all((row) => row.ties.after),
      created: all((row) => row.ties.created),
    },
  };
}

function isSmall({ created, before, ties }: UndoRecord): boolean {
  return (
    created.length <= IDS_IN_ONE_ROW &&
    before.length <= CONTACTS_IN_ONE_ROW &&
    ties.before.length + (ties.after ?? []).length + ties.created.length <= TIES_IN_ONE_ROW
  );
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
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
