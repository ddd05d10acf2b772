import { afterEach, describe, expect, it, vi } from 'vitest';
import { MAX_MESSAGE } from '../../src/messaging/envelope.ts';
import { MessageFailure } from '../../src/messaging/errors.ts';
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
    for (const message of [null, undefined, 'weitblick', 5, {}, { weitblick: 5 }, { weitblick: null }])
      expect(listen(message, POPUP)).toBeUndefined();
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

describe('what a handler gets', () => {
  const url = 'https://www.linkedin.com/in/a/';
  it.each<[string, MessageSender, string, object]>([
    ['of a page', PAGE, 'page.save', { kind: 'page', url, tab: 1 }],
    [
      'of a page whose tab names no address',
      { ...PAGE, tab: { id: 0 } },
      'page.save',
      { kind: 'page', url, tab: 0 },
    ],
    ['of the popup', POPUP, 'network.get', { kind: 'extension', url: POPUP.url, tab: null }],
    [
      'of the popup above a page',
      { ...POPUP, tab: { id: 4, url } },
      'network.get',
      { kind: 'extension', url, tab: 4 },
    ],
  ])('is who sends, as the browser tells it: %s', async (_, sender, weitblick, from) => {
    const { listen, handlers } = open();
    expect(await listen({ weitblick, input: {} }, sender)).toEqual({ ok: true, output: weitblick });
    expect(handlers[weitblick]).toHaveBeenCalledExactlyOnceWith({}, from);
  });

  it.each([
    ['page.state', PAGE, MAX_MESSAGE.page],
    ['contact.get', POPUP, MAX_MESSAGE.extension],
  ] as const)('is up to the limit in length, and no more: %s', async (weitblick, sender, most) => {
    const { listen } = open();
    const frame = JSON.stringify({ odd: '' }).length;
    const kindAt = async (length: number) => {
      const answer = await listen({ weitblick, input: { odd: 'x'.repeat(length - frame) } }, sender);
      return answer?.ok === false && answer.kind;
    };
    expect([await kindAt(most), await kindAt(most + 1)]).toEqual(['badMessage', 'tooLarge']);
  });
});

describe('what fails', () => {
  const failing = async (error: unknown, kind: 'unknown' | 'storageFull' = 'unknown') => {
    const handlers = { 'network.get': () => Promise.reject(error) } as unknown as Handlers;
    return serve(handlers, OWN, () => kind)({ weitblick: 'network.get', input: {} }, POPUP);
  };
  afterEach(() => vi.restoreAllMocks());

  it.each<[string, unknown, 'unknown' | 'storageFull', object, logged: number]>([
    [
      'of a known kind',
      new MessageFailure('taskGone', 'x'),
      'unknown',
      { kind: 'taskGone', detail: 'taskGone: x' },
      0,
    ],
    [
      'of a known kind, without more',
      new MessageFailure('badRows'),
      'unknown',
      { kind: 'badRows', detail: 'badRows' },
      0,
    ],
    [
      'in storage',
      new RangeError('private'),
      'storageFull',
      { kind: 'storageFull', detail: 'RangeError' },
      0,
    ],
    ['unforeseen', new RangeError('private'), 'unknown', { kind: 'unknown', detail: 'RangeError' }, 1],
    ['by something that is no error', 'private', 'unknown', { kind: 'unknown', detail: 'error' }, 1],
  ])('%s is told by its kind, and by no word of what was at work', async (_, error, kind, told, logged) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await failing(error, kind)).toEqual({ ok: false, ...told });
    expect(log.mock.calls).toEqual(logged === 1 ? [[error]] : []);
  });

  it.each<[string, unknown, string]>([
    ['a field of a wrong type', { id: 5 }, 'badMessage: id'],
    ['no input at all', undefined, 'badMessage'],
    ['an input that is no record', 'a', 'badMessage'],
  ])('by what was sent says where: %s', async (_, input, detail) => {
    const { listen } = open();
    expect(await listen({ weitblick: 'contact.get', input }, POPUP)).toEqual({
      ok: false,
      kind: 'badMessage',
      detail,
    });
  });
});

function capture(url: string) {
  return {
    profile: { key: KEY, url, name: { full: 'A' }, positions: [], education: [], skills: [], languages: [] },
    provenance: {},
    reader: 'linkedin@1',
  };
}
