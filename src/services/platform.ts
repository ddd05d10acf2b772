import type { PresencePort } from '../messaging/presence.ts';
import type { MessageSender } from '../messaging/server.ts';

interface Event<Listener> {
  addListener(listener: Listener): void;
}

export interface Tab {
  id?: number | undefined;
  windowId?: number | undefined;
}

interface Permissions {
  permissions?: string[] | undefined;
  origins?: string[] | undefined;
}

interface Suggestion {
  content: string;
  description: string;
}

/**
 * The part of the browser's API by which the background is woken and answers outside its own pages. What only some
 * browsers have, or only after the user has allowed it, may be absent.
 */
export interface Platform {
  runtime: {
    id: string;
    getURL(path: string): string;
    onMessage: Event<(message: unknown, sender: MessageSender) => Promise<unknown> | undefined>;
    onConnect: Event<(port: PresencePort) => void>;
    onInstalled: Event<(details: { reason: string }) => void>;
    onStartup: Event<() => void>;
  };
  storage: {
    local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(values: object): Promise<void>;
      /** Chromium. */
      setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
    };
  };
  i18n: { getMessage(key: string): string };
  tabs: { create(tab: { url: string }): Promise<unknown>; update(tab: { url: string }): Promise<unknown> };
  alarms: {
    create(name: string, when: { delayInMinutes: number; periodInMinutes?: number }): unknown;
    get(name: string): Promise<unknown>;
    clear(name: string): Promise<boolean>;
    onAlarm: Event<(alarm: { name: string }) => void>;
  };
  action: { openPopup?(): Promise<void> };
  commands?: { onCommand: Event<(command: string, tab?: Tab) => void> };
  contextMenus?: {
    removeAll(): Promise<void>;
    create(item: { id: string; title: string; contexts: string[]; documentUrlPatterns?: string[] }): unknown;
    onClicked: Event<(info: { menuItemId: string | number }, tab?: Tab) => void>;
  };
  omnibox?: {
    setDefaultSuggestion(suggestion: { description: string }): void;
    onInputChanged: Event<(text: string, suggest: (found: Suggestion[]) => void) => void>;
    onInputEntered: Event<(text: string, disposition: string) => void>;
  };
  /** After the user has allowed notifications. */
  notifications?: {
    create(
      id: string,
      notification: { type: 'basic'; iconUrl: string; title: string; message: string },
    ): Promise<unknown>;
    clear(id: string): Promise<unknown>;
    onClicked: Event<(id: string) => void>;
  };
  permissions?: {
    onAdded: Event<(added: Permissions) => void>;
    onRemoved: Event<(removed: Permissions) => void>;
  };
  /** Chromium. */
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  /** Firefox. */
  sidebarAction?: { open(): Promise<void> };
}
