import { useState } from 'preact/hooks';
import { formatDay, formatNumber, t } from '../../../../browser/text.ts';
import type { RestorePreview as Restore } from '../../../../messaging/files.ts';
import type { Network } from '../../../../messaging/protocol.ts';
import { errorText } from '../../../errorText.ts';
import { fetchExport, offerDownload } from '../../shared/transfer.ts';
import { leftOutText } from './leftOut.ts';

type Way = 'join' | 'replace';

/**
 * What adding a backup to what is here, or putting it in its place, would do, with a way to keep the present first.
 * Where nothing is there is nothing to choose.
 */
export function RestorePreview({
  restore,
  network,
  inStep,
  onReplace,
  onJoin,
  onLeave,
}: {
  restore: Restore;
  network: Network;
  /** Other devices have the network too. */
  inStep: boolean;
  onReplace: () => void;
  onJoin: (bringBack: boolean) => void;
  onLeave: () => void;
}) {
  const [message, setMessage] = useState('');
  const [way, setWay] = useState<Way>('join');
  const [bringBack, setBringBack] = useState(false);
  const { contacts, goals } = restore;
  const damaged = leftOutText(restore.leftOut);
  const empty = contacts.now === 0 && goals.now === 0 && network.me === null;
  const joins = !empty && way === 'join';

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
        {empty ? (
          <p class="measure">{t('restore_empty')}</p>
        ) : (
          <p class="measure">
            {t('restore_both', {
              now: formatNumber(contacts.now),
              file: formatNumber(contacts.after),
              same: formatNumber(restore.joined.same),
            })}
          </p>
        )}
      </section>
      {!empty && (
        <fieldset class="stack">
          <legend>{t('restore_way')}</legend>
          {(['join', 'replace'] as const).map((name) => (
            <label class="check" key={name}>
              <input type="radio" name="way" checked={way === name} onChange={() => setWay(name)} />
              <span>
                {t(`restoreWay_${name}`)}
                <span class="hint">{t(`restoreWay_${name}What`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {joins ? (
        <Joining restore={restore} bringBack={bringBack} onBringBack={setBringBack} />
      ) : (
        <>
          <Replacing restore={restore} empty={empty} />
          {inStep && <p class="notice">{t('restore_inStep')}</p>}
        </>
      )}
      {damaged !== '' && <p class="notice warn">{t('restore_leftOut', { what: damaged })}</p>}
      <div class="actions">
        {joins ? (
          <button type="button" class="primary" onClick={() => onJoin(bringBack)}>
            {t('restore_join')}
          </button>
        ) : (
          <button type="button" class={empty ? 'primary' : 'danger'} onClick={onReplace}>
            {empty ? t('restore_go') : t('restore_replace')}
          </button>
        )}
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

/** Who comes, whose two accounts are joined, and who was forgotten here. */
function Joining({
  restore: { contacts, joined, me },
  bringBack,
  onBringBack,
}: {
  restore: Restore;
  bringBack: boolean;
  onBringBack: (bringBack: boolean) => void;
}) {
  const { same, forgotten } = joined;
  const coming = contacts.after - same - (bringBack ? 0 : forgotten);
  return (
    <div class="stack">
      <ul class="stack">
        <li>{t('restoreJoin_new', { count: Math.max(0, coming) })}</li>
        {same > 0 && <li>{t('restoreJoin_same', { count: same })}</li>}
        {contacts.now > same && <li>{t('restoreJoin_stay', { count: contacts.now - same })}</li>}
        <li>{t(me === 'added' ? 'restoreMe_added' : 'restoreMe_same')}</li>
      </ul>
      {forgotten > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={bringBack}
            onChange={(event) => onBringBack(event.currentTarget.checked)}
          />
          <span>
            {t('restoreJoin_bringBack', { count: forgotten })}
            <span class="hint">{t('restoreJoin_bringBackWhat')}</span>
          </span>
        </label>
      )}
    </div>
  );
}

/** What there is now and what there would be, and what would be lost. */
function Replacing({ restore, empty }: { restore: Restore; empty: boolean }) {
  const { contacts, goals, ties, lastChange } = restore;
  const older = lastChange.now !== null && (lastChange.after === null || lastChange.after < lastChange.now);
  return (
    <>
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
      {older && lastChange.now !== null && (
        <p class="notice warn">{t('restore_older', { day: formatDay(lastChange.now) })}</p>
      )}
    </>
  );
}
