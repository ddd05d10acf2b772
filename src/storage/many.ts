import type { Contact, OwnWords } from '../core/model/index.ts';
import { CONTACT_STORES, deleteContacts, updateContact } from './contacts.ts';
import { forgetWithin } from './forget.ts';
import { forgetQuestions } from './questions.ts';
import type { Database, UndoRow } from './schema.ts';
import { type World, write } from './transaction.ts';
import { putUndo } from './undo/rows.ts';
import type { Writing } from './writing.ts';

/** Contacts that are in memory at once while many are changed. */
const AT_ONCE = 500;
/** Steps that forget begin so, followed by their time: the old ones are found by their names alone. */
export const FORGET = 'forget:';

/** A step over many contacts: how many there were, and the name by which it is taken back. */
export interface ManyDone {
  count: number;
  undo: string;
}

/** The same change of own words to many contacts, all or nothing. */
export async function changeMany(
  db: Database,
  world: World,
  ids: readonly string[],
  change: (own: OwnWords) => OwnWords,
): Promise<ManyDone> {
  const undo = world.id();
  return write(db, world, ['contacts', 'undo'], (writing) =>
    inParts(writing, 'setMany', undo, ids, async (part) => {
      const own: UndoRow['own'] = [];
      await Promise.all(
        part.map((id) =>
          updateContact(writing, id, (contact) => {
            own.push({ id, rev: contact.rev + 1, own: contact.own });
            return { ...contact, own: change(contact.own) };
          }),
        ),
      );
      return { count: own.length, row: { own } };
    }),
  );
}

/** Forgets one contact for good; answers whether there was one. */
export async function forgetContact(db: Database, world: World, id: string): Promise<boolean> {
  return write(db, world, [...CONTACT_STORES], async (writing) => {
    await forgetQuestions(writing, [id]);
    const gone = (await deleteContacts(writing, [id])).map(({ contact }) => contact);
    await forgetWithin(writing, gone);
    return gone.length > 0;
  });
}

/** Forgets many contacts, all or nothing; until the step expires it can be taken back. */
export async function forgetContacts(db: Database, world: World, ids: readonly string[]): Promise<ManyDone> {
  const undo = `${FORGET}${world.now().toISOString()}:${world.id()}`;
  return write(db, world, [...CONTACT_STORES], async (writing) => {
    const gone: Contact[] = [];
    const done = await inParts(writing, 'forgetMany', undo, ids, async (part) => {
      const questions = await forgetQuestions(writing, part);
      const whole = await deleteContacts(writing, part);
      for (const { contact } of whole) gone.push(contact);
      return {
        count: whole.length,
        row: {
          before: whole.map(({ contact }) => contact),
          captures: whole.flatMap(({ captures }) => captures),
          ties: { before: whole.flatMap(({ ties }) => ties), created: [] },
          ...(questions && { questions }),
        },
      };
    });
    await forgetWithin(writing, gone, undo);
    return done;
  });
}

/** Parts of the ids one after the other, each with an undo row of its own. */
async function inParts(
  writing: Writing,
  kind: NonNullable<UndoRow['kind']>,
  undo: string,
  ids: readonly string[],
  work: (ids: string[]) => Promise<{ count: number; row: Partial<UndoRow> }>,
): Promise<ManyDone> {
  const unique = [...new Set(ids)];
  let count = 0;
  for (let from = 0, part = 0; from < unique.length; from += AT_ONCE, part += 1) {
    const done = await work(unique.slice(from, from + AT_ONCE));
    count += done.count;
    putUndo(writing, {
      at: writing.now,
      label: '',
      kind,
      created: [],
      before: [],
      ties: { before: [], created: [] },
      ...done.row,
      id: part === 0 ? undo : `${undo}/${part}`,
    });
  }
  return { count, undo };
}
