import { t } from '../../../../../browser/text.ts';
import type { Place } from '../../../../../core/sync/index.ts';
import type { SyncAnswer } from '../../../../../messaging/sync.ts';
import { refusalSentence } from '../../../../../messaging/syncSentences.ts';

/** Why an attempt came to nothing, as a sentence. */
export function refusalText(
  trouble: Extract<SyncAnswer, { ok: false }>['trouble'],
  kind?: Place['kind'],
): string {
  // While nothing is set up, no changes wait: what is wrong may be the address.
  if (trouble === 'offline') return t('sync_notReached');
  return t(refusalSentence(trouble, kind), { by: t('sync_anotherDevice'), count: 0 });
}
