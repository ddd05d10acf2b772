import { browser } from 'wxt/browser';

/** Ports that say no more than that a page is still there begin so, followed by the page's own name. */
const PRESENT = 'present:';

/** This page's name among those that write at the same time. */
export const writer = crypto.randomUUID();

let port: ReturnType<typeof browser.runtime.connect> | null = null;

/**
 * From now on the background notices when this page goes. A popup that is closed by a click beside it runs no line of
 * its own any more: nobody else can tell.
 */
export function bePresent(): void {
  if (port !== null) return;
  try {
    port = browser.runtime.connect({ name: PRESENT + writer });
    // A background that was stopped and woken knows of nobody: the next key tells it again.
    port.onDisconnect.addListener(() => {
      port = null;
    });
  } catch {
    // Of an extension that was reloaded; what is typed then says so itself.
    port = null;
  }
}

/** The part of a port that tells that a page is gone. */
export interface PresencePort {
  name: string;
  sender?: { id?: string | undefined; url?: string | undefined } | undefined;
  onDisconnect: { addListener(listener: () => void): void };
}

/** Makes the listener for `runtime.onConnect`: `gone` is told the name of each page of the extension that goes. */
export function watchPresence(
  own: { id: string; origin: string },
  gone: (writer: string) => void,
): (port: PresencePort) => void {
  return ({ name, sender, onDisconnect }) => {
    const ours = sender?.id === own.id && sender.url?.startsWith(`${own.origin}/`) === true;
    if (ours && name.startsWith(PRESENT)) onDisconnect.addListener(() => gone(name.slice(PRESENT.length)));
  };
}
