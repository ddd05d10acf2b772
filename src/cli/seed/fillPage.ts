import { openDatabase } from '../../storage/open.ts';
import { unwaited } from '../../storage/requests.ts';
import { readState, writeState } from '../../storage/state.ts';
import { putTie } from '../../storage/ties.ts';
import { write } from '../../storage/transaction.ts';
import { syntheticContact, syntheticTie } from './many.ts';

/**
 * Runs in a page of the extension: writes synthetic contacts `from` to `to` (of `of`) through the storage layer, as
 * an import does. Their derived rows are made by the background.
 */
export async function fillPage(from: number, to: number, of: number): Promise<void> {
  const db = await openDatabase();
  const world = { now: () => new Date('2026-11-24T10:00:00Z'), id: () => crypto.randomUUID() };
  await write(
    db,
    world,
    ['contacts', 'ties'],
    async (writing) => {
      const { transaction, log } = writing;
      for (let i = from; i < to; i++) {
        const contact = syntheticContact(i, of);
        unwaited(transaction.objectStore('contacts').put(contact));
        log({ store: 'contacts', id: contact.id, kind: 'put', rev: contact.rev });
        const tie = syntheticTie(i);
        if (tie !== null) putTie(writing, tie);
      }
      const count = (await readState(transaction, 'contactCount')) ?? 0;
      unwaited(writeState(transaction, 'contactCount', count + to - from));
    },
    { durability: 'relaxed' },
  );
  db.close();
}

Object.assign(globalThis, { fillPage });
