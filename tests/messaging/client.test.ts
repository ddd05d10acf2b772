import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { call } from '../../src/messaging/client.ts';

const send = vi.fn();

beforeEach(() => {
  fakeBrowser.runtime.id = 'own';
  fakeBrowser.runtime.sendMessage = send as never;
});
afterEach(() => {
  send.mockReset();
});

it('sends a message and answers what the background makes of it', async () => {
  send.mockResolvedValue({ ok: true, output: { removed: null } });
  const input = { from: 'a', to: 'b', kind: 'knows' } as const;
  expect(await call('contact.removeTie', input)).toEqual({ removed: null });
  expect(send).toHaveBeenCalledWith({ weitblick: 'contact.removeTie', input });
});

describe('a message that fails says of what kind', () => {
  it.each<[string, () => void, kind: string, detail: string]>([
    [
      'the background refuses',
      () => send.mockResolvedValue({ ok: false, kind: 'taskGone', detail: 'x' }),
      'taskGone',
      'x',
    ],
    [
      'the extension was reloaded under the page (Chromium)',
      () => send.mockRejectedValue(new Error('Extension context invalidated.')),
      'extensionReloaded',
      'invalidated',
    ],
    [
      'the extension was reloaded under the page (Firefox)',
      () =>
        send.mockRejectedValue(new Error('Could not establish connection. Receiving end does not exist.')),
      'extensionReloaded',
      'Receiving end',
    ],
    [
      'the page was kept and came back (Firefox)',
      () => send.mockRejectedValue(new TypeError("can't access dead object")),
      'extensionReloaded',
      'dead object',
    ],
    [
      'the extension is gone before anything is sent',
      () => {
        fakeBrowser.runtime.id = '';
      },
      'extensionReloaded',
      'extensionReloaded',
    ],
    [
      'the browser fails otherwise',
      () => send.mockRejectedValue(new Error('out of memory')),
      'unknown',
      'out of memory',
    ],
    [
      'something that is no error is thrown',
      () => send.mockRejectedValue('invalidated'),
      'unknown',
      'invalidated',
    ],
    ['nobody answers', () => send.mockResolvedValue(undefined), 'unknown', 'no answer'],
  ])('%s', async (_, happens, kind, detail) => {
    happens();
    await expect(call('network.get', {})).rejects.toMatchObject({
      name: 'MessageFailure',
      kind,
      message: expect.stringContaining(detail),
    });
  });
});
