import { mergeFields, mergeSources } from '../core/merge/index.ts';
import type { Tie } from '../core/model/index.ts';
import { refuseTie, welcomeTie } from './acquaintances.ts';
import type { Database } from './schema.ts';
import { deleteTie, putTie } from './ties.ts';
import { type World, write } from './transaction.ts';

/**
 * Creates or replaces a tie; `false`, and nothing written, when an end of it is nobody. With `based`, the tie of which
 * this one was made, only what differs from it changes.
 */
export async function setTie(db: Database, world: World, tie: Tie, based?: Tie): Promise<boolean> {
  const ends = [tie.from, tie.to].filter((id) => id !== 'me');
  if (ends.length === 0 || tie.from === tie.to) return false;
  return write(db, world, ['contacts', 'ties', 'questions'], async (writing) => {
    const store = writing.transaction.objectStore('contacts');
    const there = await Promise.all(ends.map((id) => store.getKey(id)));
    if (there.includes(undefined)) return false;
    const known = await writing.transaction.objectStore('ties').get([tie.from, tie.to, tie.kind]);
    await welcomeTie(writing, tie);
    const wanted = known && based ? mergeFields(based, tie, known) : tie;
    const sources = mergeSources(known?.sources ?? [], wanted.sources ?? []);
    putTie(writing, sources.length === 0 ? wanted : { ...wanted, sources });
    return true;
  });
}

/** Takes a tie away, and pages are not believed when they say it again; answers it as it was, `undefined`: there is none. */
export async function removeTie(
  db: Database,
  world: World,
  tie: Pick<Tie, 'from' | 'to' | 'kind'>,
): Promise<Tie | undefined> {
  return write(db, world, ['contacts', 'ties', 'questions'], async (writing) => {
    const gone = await deleteTie(writing, tie);
    if (gone !== undefined) refuseTie(writing, gone);
    return gone;
  });
}
