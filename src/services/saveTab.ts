import { keyText } from '../core/model/index.ts';
import { MessageFailure } from '../messaging/errors.ts';
import { Capture } from '../messaging/protocol.ts';
import type { Background } from './background.ts';
import { savedBadge } from './badge.ts';
import type { Platform, Tab } from './platform.ts';
import { saveCapture } from './save.ts';

/**
 * Reads a tab and saves whom it shows; the toolbar then shows how they fit. Answers why nothing was saved.
 * @throws MessageFailure when what was read is not a capture, or is another person than the tab's address names.
 */
export async function savePage(
  background: Background,
  tab: number,
): Promise<{ ok: true } | { ok: false; reason: string }> {
  const page = await background.readPage(tab);
  if (!page.ok) return { ok: false, reason: page.reason };
  const capture = Capture.safeParse(page.capture);
  if (!capture.success) throw new MessageFailure('badMessage', capture.error.issues[0]?.path.join('.') ?? '');
  const shown = background.identify(page.url);
  // What was read must be the person that the tab's address names.
  if (shown === null || keyText(shown) !== keyText(capture.data.profile.key))
    throw new MessageFailure('otherPerson');
  const { reading } = await saveCapture(background, capture.data);
  await background.showBadge(tab, savedBadge(reading));
  return { ok: true };
}

/** Saves by the keyboard or the menu. What cannot be saved is explained by the popup, which reads the page itself. */
export async function saveTab(
  background: Background,
  { action }: Pick<Platform, 'action'>,
  tab: Tab | undefined,
): Promise<void> {
  if (tab?.id === undefined) return;
  const saved = await savePage(background, tab.id).catch((): { ok: boolean } => ({ ok: false }));
  // Browsers that open no popup by themselves leave it to the user's next click.
  if (!saved.ok) await action.openPopup?.().catch(() => {});
}
