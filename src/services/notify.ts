import type { Settings } from '../core/model/index.ts';
import type { DueItem } from '../messaging/protocol.ts';
import type { Environment } from './environment.ts';
import type { Platform } from './platform.ts';

/** The name of the one notification: a new one takes the place of yesterday's. */
export const REMINDER = 'weitblick-due';
/** Names that a notification shows; it has room for about four lines. */
const NAMED = 3;

/** Tells by one notification what is due. Needs the user's permission; without it nothing is shown. */
export function notifierOf(
  platform: Pick<Platform, 'notifications' | 'runtime'>,
  { texts }: Pick<Environment, 'texts'>,
): (due: { due: DueItem[]; count: number }, settings: Pick<Settings, 'language'>) => Promise<void> {
  return async ({ due, count }, { language }) => {
    const { notifications, runtime } = platform;
    if (notifications === undefined) return;
    const text = await texts(language);
    const lines = due
      .slice(0, NAMED)
      .map(({ kind, name, text: step }) =>
        kind === 'nextStep' ? text('notify_step', { name, step }) : text('notify_touch', { name }),
      );
    if (count > lines.length) lines.push(text('notify_more', { count: count - lines.length }));
    await notifications.create(REMINDER, {
      type: 'basic',
      iconUrl: runtime.getURL('/icon/128.png'),
      title: text('factDueSteps', { count }),
      message: lines.join('\n'),
    });
  };
}
