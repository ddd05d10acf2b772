import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { webUrlOf } from '../../../core/merge/keys.ts';
import { Icon } from '../../parts/Icon.tsx';
import { t } from '../../text.ts';

/** The list's own limit, that of the schema. */
const MOST = 500;

/** Profiles of people whom the user never wants saved, by their addresses. */
export function DoNotSave({
  addresses,
  onChange,
}: {
  addresses: readonly string[];
  onChange: (addresses: string[]) => void;
}) {
  const [typed, setTyped] = useState('');
  const [message, setMessage] = useState('');
  function add(event: Event): void {
    event.preventDefault();
    const url = webUrlOf(typed);
    if (url === null) {
      setMessage(t('doNotSave_badAddress'));
      return;
    }
    const address = url.origin + url.pathname;
    if (!addresses.includes(address)) onChange([...addresses, address]);
    setTyped('');
    setMessage('');
  }
  return (
    <div class="stack">
      <h3>{t('doNotSave_title')}</h3>
      <p class="hint">{t('doNotSave_why')}</p>
      {addresses.length > 0 && (
        <ul class="site-list">
          {addresses.map((address) => (
            <li key={address} class="row spread">
              <bdi class="cut">{address.replace(/^https?:\/\/(www\.)?/, '')}</bdi>
              <button
                type="button"
                class="icon-only"
                aria-label={t('doNotSave_remove', { address })}
                onClick={() => onChange(addresses.filter((other) => other !== address))}
              >
                <Icon of={Trash2} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {addresses.length < MOST && (
        <form class="log-line" onSubmit={add}>
          <label>
            <span>{t('doNotSave_address')}</span>
            <input
              value={typed}
              inputMode="url"
              maxLength={2000}
              placeholder="linkedin.com/in/…"
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          </label>
          <button type="submit" disabled={typed.trim() === ''}>
            {t('doNotSave_add')}
          </button>
        </form>
      )}
      <p class="error" role="alert" hidden={message === ''}>
        {message}
      </p>
    </div>
  );
}
