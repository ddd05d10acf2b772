import { browser } from 'wxt/browser';
import type { Capture } from '../messaging/protocol.ts';

/** What the reader made of a page; `url` is the address at which it was read. */
export type TabReading = { url: string } & (
  | { ok: true; capture: Capture; doubtful: string[]; missing: string[] }
  | { ok: false; reason: string; candidates?: Capture[] }
);

/**
 * Reads a tab's page once; nothing of the reader stays in the page. Needs the right to the tab: by the click on
 * the toolbar, or by the site's host permission.
 */
export async function readTab(tabId: number): Promise<TabReading> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, files: ['/capture.js'] });
  return (frame?.result as TabReading | undefined) ?? { url: '', ok: false, reason: 'unreadable' };
}
