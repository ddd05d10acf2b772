import { useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import type { BackupJoined } from '../../../../core/sync/index.ts';
import { call } from '../../../../messaging/client.ts';
import type { ImportDone } from '../../../../messaging/files.ts';
import { errorText } from '../../../errorText.ts';
import { linkTo } from '../../links.ts';
import { focusNear } from '../../shared/focus.ts';

export type Outcome = ImportDone | BackupJoined | { restored: number };

/** What an import or a restore has done, where to go on, and the way back. */
export function ImportOutcome({ outcome, onAgain }: { outcome: Outcome; onAgain: () => void }) {
  const [message, setMessage] = useState('');
  const [undone, setUndone] = useState(false);
  const undo = 'undo' in outcome ? outcome.undo : null;

  async function takeBack(id: string): Promise<void> {
    setMessage(t('loading'));
    try {
      const { restored } = await call('undo.run', { id });
      setUndone(true);
      focusNear('.actions button', 0);
      setMessage(t('import_undone', { count: restored }));
    } catch (error) {
      setMessage(errorText(error));
    }
  }

  return (
    <div class="stack wide">
      {!undone && (
        <section class="stack">
          <h2 class="import-verdict" tabIndex={-1}>
            {sentenceOf(outcome)}
          </h2>
          <p class="measure">{t('import_whatNow')}</p>
        </section>
      )}
      <p role="status">{message}</p>
      <div class="actions">
        {!undone && (
          <a class="button primary" href={linkTo('today')}>
            {t('import_toToday')}
          </a>
        )}
        {!undone && 'duplicates' in outcome && outcome.duplicates > 0 && (
          <a class="button" href={linkTo('files', ['duplicates'])}>
            {t('import_toDuplicates', { count: outcome.duplicates })}
          </a>
        )}
        <button type="button" onClick={onAgain}>
          {t('import_again')}
        </button>
        {!undone && undo !== null && (
          <button type="button" class="plain danger" onClick={() => takeBack(undo)}>
            {t('import_undo')}
          </button>
        )}
      </div>
    </div>
  );
}

function sentenceOf(outcome: Outcome): string {
  if ('restored' in outcome) return t('restore_done', { count: outcome.restored });
  const parts = [
    outcome.created > 0 ? t('import_doneNew', { count: outcome.created }) : '',
    outcome.changed > 0 ? t('import_doneChanged', { count: outcome.changed }) : '',
    outcome.me ? t('import_doneMe') : '',
    outcome.goals > 0 ? t('import_doneGoals', { count: outcome.goals }) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0 && outcome.ties === 0 && 'leftOut' in outcome) return t('restore_joinedNothing');
  return parts.length === 0 ? t('import_doneTies', { count: outcome.ties }) : parts.join(' ');
}
