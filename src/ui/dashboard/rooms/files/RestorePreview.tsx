import { useState } from 'preact/hooks';
import { formatDay, formatNumber, t } from '../../../../browser/text.ts';
import type { RestorePreview as Restore } from '../../../../messaging/files.ts';
import type { Network } from '../../../../messaging/protocol.ts';
import { errorText } from '../../../errorText.ts';
import { fetchExport, offerDownload } from '../../shared/transfer.ts';
import { leftOutText } from './leftOut.ts';

/** What putting a backup in place of everything would do, with a way to keep the present first. */
export function RestorePreview({
  restore,
  network,
  onConfirm,
  onLeave,
}: {
  restore: Restore;
  network: Network;
  onConfirm: () => void;
  onLeave: () => void;
}) {
  const [message, setMessage] = useState('');
  const { contacts, goals, ties, lastChange } = restore;
  const older = lastChange.now !== null && (lastChange.after === null || lastChange.after < lastChange.now);
  const damaged = leftOutText(restore.leftOut);
  const empty = contacts.now === 0 && goals.now === 0 && network.me === null;

  async function keepPresent(): Promise<void> {
    try {
      const { name, blob } = await fetchExport(
        { format: 'backup', redaction: 'full' },
        () => {},
        new AbortController().signal,
      );
      offerDownload(name, blob);
      setMessage(t('files_done', { name }));
    } catch (error) {
      setMessage(errorText(error));
    }
  }

  return (
    <div class="stack wide">
      <section class="stack">
        <h2 class="import-verdict" tabIndex={-1}>
          {t('restore_title', { day: formatDay(restore.exportedAt) })}
        </h2>
        <p class="measure">{empty ? t('restore_empty') : t('restore_what')}</p>
      </section>
      <table class="restore">
        <thead>
          <tr>
            <td />
            <th scope="col" class="figure">
              {t('restore_now')}
            </th>
            <th scope="col" class="figure">
              {t('restore_after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(
            [
              ['contacts', contacts],
              ['goals', goals],
              ['ties', ties],
            ] as const
          ).map(([name, { now, after }]) => (
            <tr key={name}>
              <th scope="row">{t(`restore_${name}`)}</th>
              <td class="number">{formatNumber(now)}</td>
              <td class="number">{formatNumber(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!empty && (
        <ul class="stack">
          {contacts.added > 0 && <li>{t('restore_added', { count: contacts.added })}</li>}
          {contacts.changed > 0 && <li>{t('restore_changed', { count: contacts.changed })}</li>}
          {contacts.removed > 0 && <li class="error">{t('restore_removed', { count: contacts.removed })}</li>}
          <li>{t(`restoreMe_${restore.me}`)}</li>
        </ul>
      )}
      {damaged !== '' && <p class="notice warn">{t('restore_leftOut', { what: damaged })}</p>}
      {older && lastChange.now !== null && (
        <p class="notice warn">{t('restore_older', { day: formatDay(lastChange.now) })}</p>
      )}
      <div class="actions">
        <button type="button" class={empty ? 'primary' : 'danger'} onClick={onConfirm}>
          {empty ? t('restore_go') : t('restore_replace')}
        </button>
        {!empty && (
          <button type="button" onClick={keepPresent}>
            {t('restore_keep')}
          </button>
        )}
        <button type="button" onClick={onLeave}>
          {t('import_discard')}
        </button>
        <p role="status">{message}</p>
      </div>
    </div>
  );
}
