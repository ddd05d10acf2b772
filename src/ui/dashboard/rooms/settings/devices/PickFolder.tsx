import { useState } from 'preact/hooks';
import { pickFolder } from '../../../../../browser/pickedFolder.ts';
import { t } from '../../../../../browser/text.ts';
import { call } from '../../../../../messaging/client.ts';
import { errorText } from '../../../../errorText.ts';
import type { Checked } from './Connect.tsx';
import { refusalText } from './refusalText.ts';
import { Refused, Step } from './Step.tsx';

/** The person picks a folder that a sync program carries to their other computers, and it is tried. */
export function PickFolder({
  code,
  onChecked,
  onBack,
}: {
  /** A code that is known already. */
  code: string;
  onChecked: (checked: Checked) => void;
  onBack: () => void;
}) {
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);

  async function pick(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setMessage('');
    try {
      // In the click itself: browsers show their window only then.
      const name = await pickFolder();
      if (name === null) return;
      const place = { kind: 'folder' as const, name: name.slice(0, 1_000) };
      const answer = await call('sync.check', { place });
      if (answer.ok) onChecked({ place, spaces: answer.spaces, code });
      else setMessage(refusalText(answer.trouble, place.kind));
    } catch (error) {
      setMessage(errorText(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Step title={t('sync_setUp_folder')}>
      <p>{t('sync_folderWhat')}</p>
      <p class="hint">{t('sync_folderAsks')}</p>
      <Refused message={message} />
      <p class="muted" role="status" hidden={!busy}>
        {busy && t('sync_checking')}
      </p>
      <div class="row">
        <button type="button" class="primary" disabled={busy} onClick={() => void pick()}>
          {t('sync_pickFolder')}
        </button>
        <button type="button" onClick={onBack} disabled={busy}>
          {t('sync_back')}
        </button>
      </div>
    </Step>
  );
}
