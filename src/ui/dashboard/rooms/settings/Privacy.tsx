import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDay, formatNumber, t } from '../../../../browser/text.ts';
import { call } from '../../../../messaging/client.ts';
import type { StoredData } from '../../../../messaging/protocol.ts';
import { errorText } from '../../../errorText.ts';
import { linkTo } from '../../links.ts';

/** What is stored on this machine, and how all of it is deleted. */
export function Privacy({
  reviewMonths,
  contactCount,
  children,
}: {
  reviewMonths: number;
  contactCount: number;
  /** Stands before the button that deletes everything. */
  children: ComponentChildren;
}) {
  const [stored, setStored] = useState<StoredData | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    call('privacy.get', {}).then(setStored, (error) => setFailure(errorText(error)));
  }, [reviewMonths, contactCount]);
  return (
    <div class="stack wide">
      <p>{t('privacy_where')}</p>
      {failure && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
      <dl class="facts stored" aria-busy={stored === null}>
        {(['contacts', 'captures', 'ties', 'goals', 'forgotten'] as const).map((kind) => (
          <div key={kind}>
            <dt>{t(`privacy_${kind}`)}</dt>
            <dd>{stored === null ? '…' : formatNumber(stored[kind])}</dd>
          </div>
        ))}
      </dl>
      {stored !== null && stored.oldest !== null && (
        <p>
          {t('privacy_oldest', { day: formatDay(stored.oldest) })}{' '}
          {stored.forReview === 0
            ? t('privacy_noneForReview', { count: reviewMonths })
            : t('privacy_forReview', { count: stored.forReview, months: reviewMonths })}{' '}
          {stored.forReview > 0 && (
            <a href={linkTo('contacts', [], { unseen: String(reviewMonths), sort: 'last' })}>
              {t('privacy_review')}
            </a>
          )}
        </p>
      )}
      {children}
      <Erase />
    </div>
  );
}

/** Deletes everything, once the user has typed the word that says so. */
function Erase() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [message, setMessage] = useState('');
  const word = t('erase_word');
  async function erase(event: Event): Promise<void> {
    event.preventDefault();
    if (typed.trim().toLowerCase() !== word.toLowerCase()) return;
    try {
      await call('privacy.erase', { everything: true });
      dialog.current?.close();
      // Nothing that a page still shows is true any more.
      location.hash = linkTo('welcome');
      location.reload();
    } catch (error) {
      setMessage(errorText(error));
    }
  }
  return (
    <div>
      <button
        type="button"
        class="danger"
        onClick={() => {
          setTyped('');
          dialog.current?.showModal();
        }}
      >
        {t('erase')}
      </button>
      <dialog ref={dialog} aria-labelledby="erase-title">
        <form class="stack wide" onSubmit={erase}>
          <h2 id="erase-title">{t('erase_title')}</h2>
          <p>
            {t('erase_what')}{' '}
            <a href={linkTo('files')} onClick={() => dialog.current?.close()}>
              {t('erase_backup')}
            </a>
          </p>
          <label>
            <span>{t('erase_type', { word })}</span>
            <input
              value={typed}
              autocomplete="off"
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          </label>
          {message && (
            <p class="error" role="alert">
              {message}
            </p>
          )}
          <div class="row">
            <button type="button" onClick={() => dialog.current?.close()}>
              {t('cancel')}
            </button>
            <button
              type="submit"
              class="danger primary"
              disabled={typed.trim().toLowerCase() !== word.toLowerCase()}
            >
              {t('erase_confirm')}
            </button>
          </div>
        </form>
      </dialog>
    </div>
  );
}
