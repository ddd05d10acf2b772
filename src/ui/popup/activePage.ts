import { browser } from 'wxt/browser';
import type { Capture } from '../../messaging/protocol.ts';

/** What the reader made of the open tab. */
export type ActivePage =
  | { kind: 'profile'; tab: number; capture: Capture; doubtful: string[]; missing: string[] }
  | { kind: 'persons'; tab: number; candidates: Capture[] }
  | { kind: 'none'; reason: string };

type Answer =
  | { ok: true; capture: Capture; doubtful: string[]; missing: string[] }
  | { ok: false; reason: string; candidates?: Capture[] };

/** Reads the active tab once. The click on the toolbar gave the right to it; nothing stays in the page. */
export async function readActivePage(): Promise<ActivePage> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { kind: 'none', reason: 'notAProfile' };
  let answer: Answer | undefined;
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab.id },
      files: ['/capture.js'],
    });
    answer = frame?.result as Answer | undefined;
  } catch {
    // The browser's own pages, the stores and other extensions cannot be read: there is nothing to save there.
    return { kind: 'none', reason: 'notAProfile' };
  }
  if (!answer) return { kind: 'none', reason: 'unreadable' };
  if (answer.ok) return { kind: 'profile', tab: tab.id, ...answer };
  if (answer.candidates?.length) return { kind: 'persons', tab: tab.id, candidates: answer.candidates };
  return { kind: 'none', reason: answer.reason };
}
