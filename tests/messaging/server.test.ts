import { describe, expect, it, vi } from 'vitest';
import { MAX_MESSAGE } from '../../src/messaging/envelope.ts';
import type { Handlers } from '../../src/messaging/protocol.ts';
import { type MessageSender, serve } from '../../src/messaging/server.ts';

const OWN = { id: 'own', origin: 'chrome-extension://own' };
const POPUP: MessageSender = { id: 'own', url: 'chrome-extension://own/popup.html' };
const PAGE: MessageSender = {
  id: 'own',
  url: 'https://www.linkedin.com/in/a/',
  tab: { id: 1, url: 'https://www.linkedin.com/in/a/' },
  frameId: 0,
};
const KEY = { site: 'linkedin', id: 'a' };

function open() {
  const handlers = new Proxy({} as Record<string, unknown>, {
    get: (all, name: string) => (all[name] ??= vi.fn(async () => name)),
  });
  const listen = serve(handlers as unknown as Handlers, OWN, () => 'unknown');
  return { listen, handlers };
}

describe('who may send what', () => {
  it.each<[string, MessageSender, string, unknown, string]>([
    ['a page may ask for its state', PAGE, 'page.state', { url: 'https://www.linkedin.com/in/a/' }, 'ok'],
    ['a page may not list contacts', PAGE, 'contact.list', { after: null }, 'notAllowed'],
    ['a page may not export', PAGE, 'export.begin', { format: 'csv', redaction: 'full' }, 'notAllowed'],
    [
      'a frame within a page may not send',
      { ...PAGE, frameId: 3 },
      'page.state',
      { url: 'https://www.linkedin.com/in/a/' },
      'notAllowed',
    ],
    ['another extension may not send', { ...POPUP, id: 'other' }, 'network.get', {}, 'notAllowed'],
    [
      'an origin that only begins like ours is a stranger',
      { id: 'own', url: 'chrome-extension://owner/x' },
      'network.get',
      {},
      'notAllowed',
    ],
    ['the popup may ask for the network', POPUP, 'network.get', {}, 'ok'],
    ['unknown messages are refused', POPUP, 'toString', {}, 'notAllowed'],
    ['unknown fields are refused', POPUP, 'network.get', { extra: 1 }, 'badMessage'],
    ['wrong types are refused', POPUP, 'contact.get', { id: 5 }, 'badMessage'],
    [
      'links other than web links are refused',
      POPUP,
      'contact.save',
      { capture: capture('javascript:alert(1)') },
      'badMessage',
    ],
    [
      'a page may not save what it likes',
      PAGE,
      'contact.save',
      { capture: capture('https://www.linkedin.com/in/a/') },
      'notAllowed',
    ],
    [
      'a profile that fits is saved',
      POPUP,
      'contact.save',
      { capture: capture('https://www.linkedin.com/in/a/') },
      'ok',
    ],
  ])('%s', async (_name, sender, weitblick, input, expected) => {
    const { listen, handlers } = open();
    const answer = await listen({ weitblick, input }, sender);
    expect(answer?.ok ? 'ok' : answer?.kind).toBe(expected);
    if (expected !== 'ok') expect(Object.keys(handlers)).toEqual([]);
  });

  it('takes little of a page', async () => {
    const { listen } = open();
    const url = `https://www.linkedin.com/in/${'a'.repeat(MAX_MESSAGE.page)}/`;
    expect(await listen({ weitblick: 'page.state', input: { url } }, PAGE)).toMatchObject({
      kind: 'tooLarge',
    });
  });

  it('refuses what is too large, before any schema sees it', async () => {
    const { listen } = open();
    const answer = await listen(
      { weitblick: 'contact.get', input: { id: 'x'.repeat(MAX_MESSAGE.extension) } },
      POPUP,
    );
    expect(answer).toMatchObject({ ok: false, kind: 'tooLarge' });
  });

  it('leaves messages of others alone', () => {
    const { listen } = open();
    expect(listen({ type: 'foreign' }, POPUP)).toBeUndefined();
    expect(listen(null, POPUP)).toBeUndefined();
  });

  it('fills no default into a change of own words', async () => {
    const { listen, handlers } = open();
    await listen({ weitblick: 'contact.setOwn', input: { id: 'a', own: { note: 'x' } } }, POPUP);
    expect(handlers['contact.setOwn']).toHaveBeenCalledWith(
      { id: 'a', own: { note: 'x' } },
      expect.anything(),
    );
  });
});

function capture(url: string) {
  return {
    profile: { key: KEY, url, name: { full: 'A' }, positions: [], education: [], skills: [], languages: [] },
    provenance: {},
    reader: 'linkedin@1',
  };
}
