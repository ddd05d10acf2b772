import type { Tie } from '../core/model/index.ts';
import type { ContactView } from '../messaging/protocol.ts';
import * as storage from '../storage/setTie.ts';
import type { Background } from './background.ts';
import type { Environment } from './environment.ts';
import { viewContact } from './save.ts';

/**
 * What the user says about how two people know each other. With `based`, the tie as the page held it, only what
 * differs from it changes. Answers the contact's view, `null` when it is gone.
 */
export async function setTie(background: Background, tie: Tie, based?: Tie): Promise<ContactView | null> {
  const subject = tie.from === 'me' ? tie.to : tie.from;
  const said = saidToday(tie, background.world.now());
  const done = await storage.setTie(await background.database, background.world, said, based);
  return done ? viewContact(background, subject) : null;
}

/** What the user says of two contacts keeps its day, beside what pages say of them. */
function saidToday(tie: Tie, now: Date): Tie {
  if (tie.kind !== 'knows' || tie.sources !== undefined || tie.from === 'me' || tie.to === 'me') return tie;
  const on = now.toISOString().slice(0, 10);
  return { ...tie, sources: [{ relation: 'said', on, matchedBy: 'user' }] };
}

/** Takes a tie away. Answers it as it was, so that `setTie` can bring it back; `null` when there is none. */
export async function removeTie(
  { database, world }: Environment,
  tie: Pick<Tie, 'from' | 'to' | 'kind'>,
): Promise<{ removed: Tie | null }> {
  return { removed: (await storage.removeTie(await database, world, tie)) ?? null };
}
