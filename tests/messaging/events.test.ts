import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { serveBlobs } from '../../src/browser/offscreenFile.ts';
import { onEvent } from '../../src/messaging/events.ts';

const OWN = { id: 'own', url: 'chrome-extension://own/background.js' };
const STRANGERS: [string, object][] = [
  ['a page that claims our address, but is of another origin', { ...OWN, origin: 'https://evil.example' }],
  [
    'a page that claims our origin, but not our address',
    { ...OWN, url: 'https://evil.example/', origin: 'chrome-extension://own' },
  ],
  ['another extension', { ...OWN, id: 'other' }],
  ['a content script', { id: 'own', url: 'https://www.linkedin.com/in/a/', tab: { id: 1 } }],
  ['a content script in a side bar, which has no tab', { id: 'own', url: 'https://www.linkedin.com/in/a/' }],
];
let listeners: ((message: unknown, sender: object) => unknown)[] = [];

beforeEach(() => {
  listeners = [];
  fakeBrowser.runtime.id = 'own';
  fakeBrowser.runtime.getURL = ((path: string) => `chrome-extension://own${path}`) as never;
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    listeners.push(listener as never);
  });
});
afterEach(() => vi.restoreAllMocks());

const event = { weitblickEvent: { kind: 'changed', revision: 7 } };

it('hears the background', () => {
  const heard = vi.fn();
  onEvent(heard);
  listeners[0]?.(event, OWN);
  expect(heard).toHaveBeenCalledWith(event.weitblickEvent);
});

it.each(STRANGERS)('does not hear %s', (_, sender) => {
  const heard = vi.fn();
  onEvent(heard);
  listeners[0]?.(event, sender);
  expect(heard).not.toHaveBeenCalled();
});

it.each(STRANGERS)('makes no file for %s', (_, sender) => {
  serveBlobs();
  expect(listeners[0]?.({ weitblickFile: { part: 'x' } }, sender)).toBeUndefined();
  expect(listeners[0]?.({ weitblickFile: { part: 'x' } }, OWN)).toBeInstanceOf(Promise);
});
