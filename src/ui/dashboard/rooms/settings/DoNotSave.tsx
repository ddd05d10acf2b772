import { Trash2 } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { webUrlOf } from '../../../../core/merge/keys.ts';
import { LIMITS } from '../../../../core/model/limits.ts';
import { errorText } from '../../../errorText.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { useTextDraft } from '../../../parts/useDraft.ts';

/** Profiles of people whom the user never wants saved, by their addresses. */
export function DoNotSave({
  addresses,
  onAdd,
  onRemove,
}: {
  addresses: readonly string[];
  /** Fails when the address is nobody's profile. */
  onAdd: (address: string) => Promise<void>;
  onRemove: (address: string) => void;
}) {
  const [typed, setTyped, dropTyped] = useTextDraft({ kind: 'doNotSave', subject: 'new' });
  const [message, setMessage] = useState('');
  const field = useRef<HTMLInputElement>(null);
  async function add(event: Event): Promise<void> {
    event.preventDefault();
    const address = webUrlOf(typed)?.href;
    if (address === undefined || address.length > LIMITS.url) {
      setMessage(t('doNotSave_badAddress'));
      return;
    }
    try {
      await onAdd(address);
      dropTyped();
      setMessage('');
    } catch (error) {
      setMessage(errorText(error));
    }
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
                  onRemove(address);
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
