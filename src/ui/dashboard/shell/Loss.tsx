import { TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import { formatDay, t } from '../../../browser/text.ts';
import { call } from '../../../messaging/client.ts';
import type { Network } from '../../../messaging/protocol.ts';
import { errorText } from '../../errorText.ts';
import { Icon } from '../../parts/Icon.tsx';
import { linkTo } from '../links.ts';

/** Says over every room that contacts are gone which were there before, and what to do about it. */
export function Loss({ lost }: { lost: Network['lost'] }) {
  const [seen, setSeen] = useState(false);
  const [failure, setFailure] = useState('');
  if (!lost || seen) return null;
  async function dismiss(): Promise<void> {
    try {
      await call('loss.dismiss', {});
      setSeen(true);
    } catch (error) {
      setFailure(errorText(error));
    }
  }
  return (
    <div class="notice fail loss" role="alert">
      <Icon of={TriangleAlert} size={20} />
      <div class="stack">
        <p>
          <strong>{t('loss', { count: lost.count, day: formatDay(lost.at) })}</strong> {t('loss_what')}
        </p>
        <p class="row">
          <a class="button primary" href={linkTo('files')}>
            {t('loss_restore')}
          </a>
          <button type="button" onClick={dismiss}>
            {t('loss_dismiss')}
          </button>
        </p>
        {failure && <p class="error">{failure}</p>}
      </div>
    </div>
  );
}
