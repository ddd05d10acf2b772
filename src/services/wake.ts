import { type MessageSender, serve } from '../messaging/server.ts';
import { createBackground } from './background.ts';
import type { Environment } from './environment.ts';
import { failureOf, handlersOf } from './handlers.ts';

/** The part of the browser's API by which the background is woken. */
export interface Platform {
  runtime: {
    id: string;
    getURL(path: string): string;
    onMessage: Event<(message: unknown, sender: MessageSender) => Promise<unknown> | undefined>;
  };
}

interface Event<Listener> {
  addListener(listener: Listener): void;
}

/**
 * Registers everything that wakes the background. All of it at once, before anything is awaited: the browser
 * starts the background for an event only when its listener was there in the first turn.
 */
export function wake(platform: Platform, environment: Environment): void {
  const own = { id: platform.runtime.id, origin: new URL(platform.runtime.getURL('/')).origin };
  const background = createBackground(environment);
  platform.runtime.onMessage.addListener(serve(handlersOf(background), own, failureOf));
  background.deriving.resume().catch((error: unknown) => console.error(error));
}
