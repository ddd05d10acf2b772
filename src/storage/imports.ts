import type { UndoRecord } from '../core/merge/index.ts';
import type { Contact, Goal, Me, Tie } from '../core/model/index.ts';
import { lastChangeWithin } from './changes.ts';
import { countContacts, writeContact } from './contacts.ts';
import { putGoal } from './goals.ts';
import { writeMe } from './me.ts';
import type { Database } from './schema.ts';
import { putTie } from './ties.ts';
import { type World, type Writing, write } from './transaction.ts';
import { putUndo } from './undo/rows.ts';

/** Contacts written before progress is told and a cancellation is heard. */
const AT_ONCE = 500;

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
 * `planned`. `onPart` hears how many contacts are written, and stops the whole by throwing.
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
    for (let from = 0; from < contacts.length; from += AT_ONCE) {
      const part = contacts.slice(from, from + AT_ONCE);
      for (const { contact, before } of part) writeContact(writing, { ...contact, deviceId }, before);
      await taken(writing);
      onPart(from + part.length);
    }
    for (const [at, tie] of ties.entries()) {
      putTie(writing, tie);
      if (at % AT_ONCE === 0) await taken(writing);
    }
    for (const goal of goals) putGoal(writing, goal);
    if (me !== null) writeMe(writing, me);
    await countContacts(writing, create.length);
    putUndo(writing, { ...undo, at: writing.now });
    return true;
  });
}

/** Waits until the browser has taken what was written so far: what comes next does not pile up on it. */
async function taken({ transaction }: Writing): Promise<void> {
  await transaction.objectStore('state').getKey('revision');
}
