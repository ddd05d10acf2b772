import { browser } from 'wxt/browser';

/** What the background tells every open page of the extension, without being asked. */
export type NetworkEvent =
  /** Something that pages show has changed; `revision` rises with every write. */
  | { kind: 'changed'; revision: number }
  /** A long task goes on or ends. */
  | { kind: 'job'; job: Job };

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

/** Calls back for every event from now on; answers how to stop. */
export function onEvent(callback: (event: NetworkEvent) => void): () => void {
  const listen = (message: unknown, sender: { id?: string; tab?: unknown }): undefined => {
    const event = (message as Partial<EventEnvelope> | null)?.weitblickEvent;
    // Content scripts have our id too, but only pages and the background come without a tab of the web.
    if (event !== undefined && sender.id === browser.runtime.id && sender.tab === undefined) callback(event);
  };
  browser.runtime.onMessage.addListener(listen as never);
  return () => browser.runtime.onMessage.removeListener(listen as never);
}
