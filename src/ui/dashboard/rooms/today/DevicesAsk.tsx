import { t } from '../../../../browser/text.ts';
import { linkTo } from '../../links.ts';
import { stateSentences, useSyncStatus } from '../../shared/syncState.ts';

/** One line of the letter, while devices are out of step and only the person can help. */
export function DevicesAsk() {
  const { status } = useSyncStatus();
  const asked = status?.on ? stateSentences(status).find(({ asks }) => asks) : undefined;
  if (asked === undefined) return null;
  return (
    <section class="today-part">
      <p>
        {asked.text} <a href={linkTo('settings', ['devices'])}>{t('sync_toDevices')}</a>
      </p>
    </section>
  );
}
