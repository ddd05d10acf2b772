import { browser } from 'wxt/browser';
import type { Capture } from '../../messaging/protocol.ts';
import { readTab, type TabReading } from '../readTab.ts';

/** What the reader made of the open tab. */
export type ActivePage =
  | { kind: 'profile'; tab: number; capture: Capture; doubtful: string[]; missing: string[] }
  | { kind: 'persons'; tab: number; candidates: Capture[] }
  | { kind: 'none'; reason: string };

/** Reads the active tab once. The click on the toolbar gave the right to it; nothing stays in the page. */
export async function readActivePage(): Promise<ActivePage> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { kind: 'none', reason: 'notAProfile' };
  let answer: TabReading;
  try {
    answer = await readTab(tab.id);
  } catch {
    // The browser's own pages, the stores and other extensions cannot be read: there is nothing to save there.
    return { kind: 'none', reason: 'notAProfile' };
  }
  if (answer.ok) {
    const { capture, doubtful, missing } = answer;
    return { kind: 'profile', tab: tab.id, capture, doubtful, missing };
  }
  if (answer.candidates?.length) return { kind: 'persons', tab: tab.id, candidates: answer.candidates };
  return { kind: 'none', reason: answer.reason };
}
