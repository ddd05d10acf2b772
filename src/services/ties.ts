import { mergeFields } from '../core/merge/index.ts';
import type { Tie } from '../core/model/index.ts';
import type { ContactView } from '../messaging/protocol.ts';
import { deleteTie, putTie, tieWithin } from '../storage/ties.ts';
import { write } from '../storage/transaction.ts';
import type { Background } from './background.ts';
import type { Environment } from './environment.ts';
import { viewContact } from './save.ts';

/**
 * What the user says about how two people know each other. With `based`, the tie as the page held it, only what
 * differs from it changes. Answers the contact's view, `null` when it is gone.
 */
export async function setTie(background: Background, tie: Tie, based?: Tie): Promise<ContactView | null> {
  const ends = [tie.from, tie.to].filter((id) => id !== 'me');
  const [subject] = ends;
  if (subject === undefined || tie.from === tie.to) return null;
  const done = await write(
    await background.database,
    background.world,
    ['contacts', 'ties'],
    async (writing) => {
      const there = await Promise.all(
        ends.map((id) => writing.transaction.objectStore('contacts').getKey(id)),
      );
      if (there.includes(undefined)) return false;
      const known = based === undefined ? undefined : await tieWithin(writing, tie);
      await putTie(writing, known && based ? mergeFields(based, tie, known) : tie);
      return true;
    },
  );
  return done ? viewContact(background, subject) : null;
}

/** Takes a tie away. Answers it as it was, so that `setTie` can bring it back; `null` when there is none. */
export async function removeTie(
  { database, world }: Environment,
  tie: Pick<Tie, 'from' | 'to' | 'kind'>,
): Promise<{ removed: Tie | null }> {
  const removed = await write(await database, world, ['contacts', 'ties'], (writing) =>
    deleteTie(writing, tie),
  );
  return { removed: removed ?? null };
}
