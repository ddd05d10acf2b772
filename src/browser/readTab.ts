import { browser } from 'wxt/browser';
import type { CompanyOnPage, FoundIn, PeopleList, RefusalReason } from '../core/model/index.ts';
import type { Capture } from '../messaging/protocol.ts';

/** What the reader made of a page; `url` is the address at which it was read. */
export type TabReading = { url: string } & (
  | { ok: true; capture: Capture; doubtful: string[]; missing: string[]; own?: boolean }
  | {
      ok: false;
      reason: RefusalReason;
      candidates?: Capture[];
      found?: FoundIn;
      report?: string;
      people?: PeopleList;
      company?: CompanyOnPage;
    }
);

/** The longest wait for a page: one that never ends to load, or keeps its reader busy, is given up. */
const PATIENCE_MS = 15_000;

/**
 * Reads a tab's page once; nothing of the reader stays in the page. Needs the right to the tab: by the click on
 * the toolbar, or by the site's host permission.
 */
export async function readTab(tabId: number): Promise<TabReading> {
  const { promise: patience, resolve: giveUp } = Promise.withResolvers<null>();
  const timer = setTimeout(giveUp, PATIENCE_MS, null);
  try {
    const read = browser.scripting.executeScript({ target: { tabId }, files: ['/capture.js'] });
    const frames = await Promise.race([read, patience]);
    if (frames === null) return { url: '', ok: false, reason: 'stillLoading' };
    return (frames[0]?.result as TabReading | undefined) ?? { url: '', ok: false, reason: 'unreadable' };
  } finally {
    clearTimeout(timer);
  }
}
