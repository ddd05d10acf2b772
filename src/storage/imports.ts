import type { UndoRecord } from '../core/merge/index.ts';
import type { Contact, Goal, Me, Tie } from '../core/model/index.ts';
import { lastChangeWithin } from './changes.ts';
import { countContacts, writeContact } from './contacts.ts';
import { putGoal } from './goals.ts';
import { writeMe } from './me.ts';
import { Pace, Turns } from './requests.ts';
import type { Database } from './schema.ts';
import { putTie } from './ties.ts';
import { type World, write } from './transaction.ts';
import { importRows, putUndo } from './undo/rows.ts';

/** What an import writes, and the record by which it is taken back. */
export interface ImportWrite {
  create: readonly Contact[];
  update: readonly { before: Contact; after: Contact }[];
  ties: readonly Tie[];
  goals: readonly Goal[];
  /** `null`: the own profile stays as it is. */
  me: Me | null;
  undo: UndoRecord;
}

/**
 * Writes an import as one transaction. `false`, and nothing written: the network has changed since the change
 * `planned`. `onPart` hears how many contacts and ties are written, and stops the whole by throwing.
 */
export async function writeImport(
  db: Database,
  world: World,
  { create, update, ties, goals, me, undo }: ImportWrite,
  planned: number,
  onPart: (written: number) => void,
): Promise<boolean> {
  return write(db, world, ['contacts', 'ties', 'goals', 'undo'], async (writing) => {
    if ((await lastChangeWithin(writing)) !== planned) return false;
    const { deviceId } = writing;
    const contacts = [
      ...create.map((contact) => ({ contact, before: undefined })),
      ...update.map(({ before, after }) => ({ contact: after, before })),
    ];
    const pace = new Pace(writing);
    await pace.each(
      contacts,
      ({ contact, before }) => writeContact(writing, { ...contact, deviceId }, before),
      onPart,
    );
    await pace.each(
      ties,
      (tie) => putTie(writing, tie),
      (written) => onPart(contacts.length + written),
    );
    for (const goal of goals) putGoal(writing, goal);
    if (me !== null) writeMe(writing, me);
    await countContacts(writing, create.length);
    await new Turns(writing.transaction).each(importRows({ ...undo, at: writing.now }), (row) =>
      putUndo(writing, row),
    );
    return true;
  });
}
