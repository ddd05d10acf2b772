import { t } from '../browser/text.ts';
import { MessageFailure } from '../messaging/errors.ts';

/** What happened, what is safe, and what to do, in one sentence or two. */
export function errorText(error: unknown): string {
  return t(`error_${error instanceof MessageFailure ? error.kind : 'unknown'}`);
}
