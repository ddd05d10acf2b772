import { useState } from 'preact/hooks';
import { call } from '../../messaging/client.ts';
import type { Network } from '../../messaging/protocol.ts';
import { errorText } from '../errorText.ts';
import { t } from '../text.ts';

/** Takes everything out: a table for spreadsheets, or the lossless backup. */
export default function Files({ network }: { network: Network }) {
  const [message, setMessage] = useState('');
  async function take(format: 'csv' | 'json'): Promise<void> {
    setMessage(t('loading'));
    try {
      const file = await call('network.export', { format });
      download(file.name, file.type, file.text);
      setMessage(t('files_done', { name: file.name }));
    } catch (error) {
      setMessage(errorText(error));
    }
  }
  return (
    <div class="form">
      <p>{t('files_why', { count: network.contactCount })}</p>
      <div class="row">
        <button type="button" class="primary" onClick={() => take('csv')}>
          {t('files_csv')}
        </button>
        <button type="button" onClick={() => take('json')}>
          {t('files_json')}
        </button>
      </div>
      <p role="status">{message}</p>
    </div>
  );
}

/** Hands a file to the browser's own downloads; needs no permission. */
function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
