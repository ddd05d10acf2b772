import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type PresencePort, watchPresence } from '../../src/messaging/presence.ts';

const OWN = { id: 'own', origin: 'chrome-extension://own' };

function portOf(name: string, sender: PresencePort['sender']) {
  const listeners: (() => void)[] = [];
  const port: PresencePort = {
    name,
    sender,
    onDisconnect: { addListener: (one) => void listeners.push(one) },
  };
  return { port, leave: () => listeners.map((listener) => listener()) };
}

describe('the background hears that a page goes', () => {
  const popup = { id: 'own', url: 'chrome-extension://own/popup.html' };

  it('by the name that the page gave itself', () => {
    const gone = vi.fn();
    const { port, leave } = portOf('present:w1', popup);
    watchPresence(OWN, gone)(port);
    expect(gone).not.toHaveBeenCalled();
    leave();
    expect(gone.mock.calls).toEqual([['w1']]);
  });

  it.each<[string, string, PresencePort['sender']]>([
    ['a port of another purpose', 'other:w1', popup],
    ['another extension', 'present:w1', { ...popup, id: 'other' }],
    ['a page of the web', 'present:w1', { id: 'own', url: 'https://www.linkedin.com/in/a/' }],
    ['an origin that only begins like ours', 'present:w1', { id: 'own', url: 'chrome-extension://owner/x' }],
    ['nobody', 'present:w1', undefined],
    ['somebody without an address', 'present:w1', { id: 'own' }],
  ])('and not of %s', (_, name, sender) => {
    const gone = vi.fn();
    const { port, leave } = portOf(name, sender);
    watchPresence(OWN, gone)(port);
    leave();
    expect(gone).not.toHaveBeenCalled();
  });
});

describe('a page tells that it is there', () => {
  const connect = vi.fn();
  beforeEach(() => {
    vi.resetModules();
    fakeBrowser.runtime.connect = connect as never;
  });
  afterEach(() => {
    connect.mockReset();
  });

  it('once, under its own name, and anew when the background was stopped', async () => {
    const { bePresent, writer } = await import('../../src/messaging/presence.ts');
    const stopped: (() => void)[] = [];
    connect.mockImplementation(() => ({
      onDisconnect: { addListener: (one: () => void) => stopped.push(one) },
    }));
    bePresent();
    bePresent();
    expect(connect.mock.calls).toEqual([[{ name: `present:${writer}` }]]);
    for (const stop of stopped) stop();
    bePresent();
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it('and does not mind an extension that was reloaded', async () => {
    const { bePresent } = await import('../../src/messaging/presence.ts');
    connect.mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    expect(bePresent).not.toThrow();
    bePresent();
    expect(connect).toHaveBeenCalledTimes(2);
    // A port to which nobody can listen is none: the next key tries again.
    connect.mockImplementation(() => ({
      onDisconnect: {
        addListener: () => {
          throw new Error('Extension context invalidated.');
        },
      },
    }));
    bePresent();
    bePresent();
    expect(connect).toHaveBeenCalledTimes(4);
  });
});
