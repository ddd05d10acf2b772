import { browser } from 'wxt/browser';
import { readTab, type TabReading } from '../../browser/readTab.ts';
import type { CompanyOnPage, FoundIn, PeopleList, Profile, RefusalReason } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import type { Capture, ContactView, Preview } from '../../messaging/protocol.ts';

/** What is to be said of the open tab. */
export type Look =
  | {
      kind: 'person';
      tab: number;
      capture: Capture;
      doubtful: string[];
      preview: Preview;
      own: boolean;
      /** Not enough speaks for the name: the user is asked whether this is the person. */
      unsure: boolean;
      report: string | undefined;
    }
  /** `found`: where on the page they stand. */
  | { kind: 'persons'; tab: number; candidates: Capture[]; found: FoundIn | undefined }
  /** A company's page: whom the user knows there. */
  | { kind: 'company'; company: CompanyOnPage }
  /** A list of people who know somebody, or each other. */
  | { kind: 'people'; list: PeopleList }
  | { kind: 'none'; reason: RefusalReason; report?: string | undefined }
  /** Side panel only: the tab has changed, and pages are read when the user asks for it. */
  | { kind: 'waiting' }
  /** The same, of a page whose person is saved: shown as saved, without a look at the page. */
  | { kind: 'kept'; saved: ContactView }
  | { kind: 'failed'; error: unknown };

/**
 * Reads the active tab once, and how the person on it reads. Nothing stays in the page; never rejects. `onRead` hears
 * whose page it is, before anything is known of them here.
 */
export async function look(onRead: (profile: Profile) => void = () => {}): Promise<Look> {
  try {
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
      onRead(answer.capture.profile);
      return await lookAt(answer.capture, tab.id, answer);
    }
    const { reason, candidates = [], found, report, people, company } = answer;
    const [only] = candidates;
    if (reason === 'unsure' && only !== undefined)
      return await lookAt(only, tab.id, { doubtful: only.doubtful ?? ['name'], unsure: true, report });
    if (people !== undefined) return { kind: 'people', list: people };
    if (candidates.length > 0) return { kind: 'persons', tab: tab.id, candidates, found };
    if (company !== undefined) return { kind: 'company', company };
    return { kind: 'none', reason, report };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

/** Whom the address of the active tab is about, where the browser tells it and the person is saved; never rejects. */
export async function lookWithoutReading(): Promise<Look> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const url = tab?.url ?? '';
    const saved = /^https?:/.test(url) ? await call('contact.at', { url }) : null;
    return saved === null ? { kind: 'waiting' } : { kind: 'kept', saved };
  } catch {
    // The page can still be read when the user asks for it.
    return { kind: 'waiting' };
  }
}

/** How one person reads whom the page shows; `own`: the page shows its person their own profile. */
export async function lookAt(
  capture: Capture,
  tab: number,
  {
    doubtful = [],
    own = false,
    unsure = false,
    report,
  }: {
    doubtful?: string[];
    own?: boolean | undefined;
    unsure?: boolean;
    report?: string | undefined;
  } = {},
): Promise<Look> {
  try {
    const preview = await call('contact.preview', { capture });
    return { kind: 'person', tab, capture, doubtful, preview, own, unsure, report };
  } catch (error) {
    return { kind: 'failed', error };
  }
}
