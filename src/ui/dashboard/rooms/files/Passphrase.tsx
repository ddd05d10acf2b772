import { useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import type { Sentence } from '../../../../messaging/files.ts';

/** Asks for the passphrase of an encrypted backup. */
export function Passphrase({
  sentence,
  onOpen,
  onLeave,
}: {
  sentence: Sentence & { kind: string };
  onOpen: (passphrase: string) => void;
  onLeave: () => void;
}) {
  const [passphrase, setPassphrase] = useState('');
  const wrong = sentence.kind === 'wrongPassphrase';
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') onOpen(passphrase);
      }}
    >
      <p class={wrong ? 'error' : ''} role={wrong ? 'alert' : undefined}>
        {t(sentence.key, sentence.values)}
      </p>
      <label>
        <span>{t('backup_passphrase')}</span>
        <input
          type="password"
          autocomplete="off"
          value={passphrase}
          autofocus
          onInput={(event) => setPassphrase(event.currentTarget.value)}
        />
      </label>
      <div class="row">
        <button type="submit" class="primary" disabled={passphrase === ''}>
          {t('backup_open')}
        </button>
        <button type="button" onClick={onLeave}>
          {t('import_discard')}
        </button>
      </div>
    </form>
  );
}
