import { Me, Settings } from '../core/model/index.ts';
import { accepted } from './accept.ts';
import { unwaited } from './requests.ts';
import type { Database } from './schema.ts';
import { parseSettings, readState, writeState } from './state.ts';
import { type World, write } from './transaction.ts';
import type { Writing } from './writing.ts';

/** Makes the user's own profile of the present one, in one transaction; `null`: they have not said who they are. */
export async function changeMe(
  db: Database,
  world: World,
  change: (known: Me | undefined) => Me | null,
): Promise<Me | null> {
  return write(db, world, [], async (writing) => {
    const me = change(await readState(writing.transaction, 'me'));
    writeMe(writing, me);
    return me;
  });
}

/**
 * The same within a transaction; `null` takes it away.
 * @throws NotStorable
 */
export function writeMe(writing: Writing, me: Me | null): void {
  const { transaction } = writing;
  unwaited(
    me === null
      ? transaction.objectStore('state').delete('me')
      : writeState(transaction, 'me', accepted(Me, me)),
  );
  writing.log({ store: 'me', id: 'me', kind: 'put', rev: 0 });
}

/** Makes new settings of the present ones, in one transaction: of two changes at once, neither takes the other back. */
export async function changeSettings(
  db: Database,
  world: World,
  change: (known: Settings) => Settings,
): Promise<Settings> {
  return write(db, world, [], async (writing) => {
    const { transaction } = writing;
    const settings = accepted(Settings, change(parseSettings(await readState(transaction, 'settings'))));
    unwaited(writeState(transaction, 'settings', settings));
    writing.log({ store: 'settings', id: 'settings', kind: 'put', rev: 0 });
    return settings;
  });
}
