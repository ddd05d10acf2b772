import { browser } from 'wxt/browser';

/** What the background tells every open page of the extension, without being asked. */
export type NetworkEvent =
  /** Something that pages show has changed; `revision` rises with every write. */
  | { kind: 'changed'; revision: number }
  /** A long task goes on or ends. */
  | { kind: 'job'; job: Job }
  /** The state of keeping devices in step has changed: `sync.status` tells it. */
  | { kind: 'sync' };

/** A long task of the background: classifying again, analysing, importing, exporting, restoring. */
export interface Job {
  id: string;
  kind: 'classify' | 'analyse' | 'import' | 'export' | 'restore' | 'backup';
  state: 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  /** `null` while it is not known. */
  total: number | null;
}

interface EventEnvelope {
  weitblickEvent: NetworkEvent;
}

/** Tells the extension's open pages; nobody listening is no failure. */
export function announce(event: NetworkEvent): void {
  const envelope: EventEnvelope = { weitblickEvent: event };
  browser.runtime.sendMessage(envelope).catch(() => {
    // No page of ours is open.
  });
}

/** Is a message of the extension's own background or pages, and of no script in a page of the web? */
export function isFromExtension(sender: {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
}): boolean {
  // Scripts in pages have our id too, and in a side bar they have no tab either: only the addresses tell.
  const own = browser.runtime.getURL('/' as never);
  if (sender.id !== browser.runtime.id) return false;
  if (sender.origin !== undefined && `${sender.origin}/` !== own) return false;
  return sender.url === undefined || sender.url.startsWith(own);
}

/** Calls back for every event from now on; answers how to stop. */
export function onEvent(callback: (event: NetworkEvent) => void): () => void {
  const listen = (message: unknown, sender: { id?: string; url?: string }): undefined => {
    const event = (message as Partial<EventEnvelope> | null)?.weitblickEvent;
    if (event !== undefined && isFromExtension(sender)) callback(event);
  };
  browser.runtime.onMessage.addListener(listen as never);
  return () => browser.runtime.onMessage.removeListener(listen as never);
}
