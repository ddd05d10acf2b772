import { Me, Settings } from '../core/model/index.ts';
import { accepted } from './accept.ts';
import { unwaited } from './requests.ts';
import type { Database } from './schema.ts';
import { parseSettings, readState, writeState } from './state.ts';
import { type World, type Writing, write } from './transaction.ts';

/** Replaces the user's own profile. */
export async function putMe(db: Database, world: World, me: Me): Promise<void> {
  await write(db, world, [], async (writing) => writeMe(writing, me));
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
