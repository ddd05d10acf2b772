import { browser } from 'wxt/browser';
import type { MessageKey } from '../core/model/index.ts';

type ToolbarState =
  | { state: 'none' }
  | { state: 'unsaved' }
  | { state: 'failed'; sentence: MessageKey }
  | { state: 'saved'; fit: number | null; layer: 'operational' | 'personal' | 'strategic' | 'beyond' };

/** Colours of `theme.css`, light: badges stand on the browser's own ground and carry white text. */
const COLOURS = {
  operational: '#4F6078',
  personal: '#86477A',
  strategic: '#0B6E69',
  beyond: '#7A6410',
  unsaved: '#59626D',
  failed: '#B42318',
} as const;

/**
 * Shows a tab's state: the best fit of a saved contact, `+` on an unsaved profile, `!` after a failed
 * save, nothing elsewhere.
 */
export async function showBadge(tabId: number, badge: ToolbarState): Promise<void> {
  const text = {
    none: '',
    unsaved: '+',
    failed: '!',
    saved: badge.state === 'saved' ? (badge.fit?.toString() ?? '·') : '',
  }[badge.state];
  const colour =
    COLOURS[badge.state === 'saved' ? badge.layer : badge.state === 'none' ? 'unsaved' : badge.state];
  try {
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setBadgeBackgroundColor({ tabId, color: colour });
    await browser.action.setTitle({ tabId, title: titleOf(badge) });
  } catch (error) {
    // The tab was closed meanwhile: there is nothing left to show.
    if (!(error instanceof Error) || !/tab/i.test(error.message)) throw error;
  }
}

function titleOf(badge: ToolbarState): string {
  const text = (key: MessageKey, value = '') =>
    browser.i18n.getMessage(key as never).replace('{value}', value);
  if (badge.state === 'none') return text('extensionName');
  if (badge.state === 'unsaved') return text('badge_unsaved');
  if (badge.state === 'failed') return text(badge.sentence);
  const layer = text(`layer_${badge.layer}`);
  return badge.fit === null
    ? text('badge_savedUnknown', layer)
    : text('badge_saved', `${badge.fit} · ${layer}`);
}

/** Does the icon stand in the toolbar, beside the address bar? `null` where the browser does not tell. */
export async function isPinned(): Promise<boolean | null> {
  const { action } = browser as unknown as {
    action?: { getUserSettings?: () => Promise<{ isOnToolbar?: boolean }> };
  };
  // A browser that cannot tell is no failure: then it is said where the icon is.
  const settings = await action?.getUserSettings?.().catch(() => null);
  return settings?.isOnToolbar ?? null;
}

/** The browser that the extension was built for: they keep the icon in different places. */
export const BROWSER: 'chromium' | 'firefox' = import.meta.env.FIREFOX ? 'firefox' : 'chromium';
