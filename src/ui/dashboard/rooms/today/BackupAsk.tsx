import { useEffect, useState } from 'preact/hooks';
import { formatDay, t } from '../../../../browser/text.ts';
import { call } from '../../../../messaging/client.ts';
import type { BackupState } from '../../../../messaging/files.ts';
import { linkTo } from '../../links.ts';

/** From here on there is something to lose: saved people, and changes that no backup holds. */
const MUCH = { contacts: 10, changes: 30 };
/** Days after which a backup with many changes since is asked for again. */
const OLD = 30;
const DAY = 86_400_000;

/**
 * Is a backup to be asked for? Never was one made of a network of some people, a rhythm that the user chose has
 * passed, the last one failed, or much has changed in a month.
 */
export function backupWanted(
  { lastAt, changesSince, due, failure }: Pick<BackupState, 'lastAt' | 'changesSince' | 'due' | 'failure'>,
  contacts: number,
  now: number,
): boolean {
  if (contacts < MUCH.contacts) return false;
  if (lastAt === null || due || failure !== null) return true;
  return changesSince >= MUCH.changes && now - Date.parse(lastAt) >= OLD * DAY;
}

/** One quiet line of the letter, while there is something to lose. */
export function BackupAsk({ contacts }: { contacts: number }) {
  const [state, setState] = useState<BackupState | null>(null);
  useEffect(() => {
    let left = false;
    call('backup.state', {}).then(
      (answer) => !left && setState(answer),
      // The letter stands without it.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, []);
  if (state === null || !backupWanted(state, contacts, Date.now())) return null;
  return (
    <section class="today-part">
      <p>
        {state.lastAt === null
          ? t('backup_never')
          : t('backup_last', { day: formatDay(state.lastAt), count: state.changesSince })}{' '}
        <a href={linkTo('files', ['backup'])}>{t('backup_title')}</a>
      </p>
    </section>
  );
}
