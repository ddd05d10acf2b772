import type { Contact } from '../core/model/index.ts';
import { updateContact } from './contacts.ts';
import type { Database } from './schema.ts';
import { type World, write } from './transaction.ts';
import { putUndo } from './undo/rows.ts';

/** Steps of one edited contact begin so, followed by their time: the old ones are found by their names alone. */
export const EDIT = 'edit:';

/**
 * Changes what is known of one contact by the user's own hand, as a step that can be taken back. `undefined`, and
 * nothing written, when the contact is gone.
 */
export async function editContact(
  db: Database,
  world: World,
  id: string,
  change: (contact: Contact, now: string) => Contact,
): Promise<{ contact: Contact; undo: string } | undefined> {
  const undo = `${EDIT}${world.now().toISOString()}:${world.id()}`;
  return write(db, world, ['contacts', 'undo'], async (writing) => {
    let before: Contact | undefined;
    const contact = await updateContact(writing, id, (existing) => {
      before = existing;
      return change(existing, writing.now);
    });
    if (contact === undefined || before === undefined) return undefined;
    putUndo(writing, {
      id: undo,
      at: writing.now,
      label: '',
      kind: 'edit',
      created: [],
      before: [before],
      ties: { before: [], created: [] },
    });
    return { contact, undo };
  });
}
