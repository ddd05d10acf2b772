import { Trash2 } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { keyOfUrl, webUrlOf } from '../../../core/merge/keys.ts';
import { LIMITS } from '../../../core/model/limits.ts';
import { Icon } from '../../parts/Icon.tsx';
import { t } from '../../text.ts';

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
  const field = useRef<HTMLInputElement>(null);
  function add(event: Event): void {
    event.preventDefault();
    const address = addressOf(typed);
    if (address === null) {
      setMessage(t('doNotSave_badAddress'));
      return;
    }
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
                onClick={() => {
                  onChange(addresses.filter((other) => other !== address));
                  // The button goes with its line: whoever works by keyboard goes on at the field.
                  field.current?.focus();
                }}
              >
                <Icon of={Trash2} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {addresses.length < LIMITS.doNotSave && (
        <form class="log-line" onSubmit={add}>
          <label>
            <span>{t('doNotSave_address')}</span>
            <input
              ref={field}
              value={typed}
              inputMode="url"
              maxLength={LIMITS.url}
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

/** What is kept of an address: some sites name the person in the query, the two networks put only traces there. */
function addressOf(typed: string): string | null {
  const url = webUrlOf(typed);
  if (url === null) return null;
  const address = url.origin + url.pathname + (keyOfUrl(url.href) === null ? url.search : '');
  return address.length <= LIMITS.url ? address : null;
}
