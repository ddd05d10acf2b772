import { browser } from 'wxt/browser';
import { MessageFailure } from '../messaging/errors.ts';
import { t } from './text.ts';

/** What happened, what is safe, and what to do, in one sentence or two. */
export function errorText(error: unknown): string {
  const kind = error instanceof MessageFailure ? error.kind : 'unknown';
  // Firefox that never remembers anything lets no extension keep anything either.
  if (kind === 'storageBroken' && browser.extension?.inIncognitoContext) return t('error_storagePrivate');
  return t(`error_${kind}`);
}
