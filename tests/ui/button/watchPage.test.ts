import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Envelope } from '../../../src/messaging/envelope.ts';
import { watchPage } from '../../../src/ui/button/watchPage.ts';

const JANA = 'https://www.linkedin.com/in/jana/';
const TIM = 'https://www.linkedin.com/in/tim/';
const FEED = 'https://www.linkedin.com/feed/';

let roots: ShadowRoot[] = [];
let sent: Envelope[] = [];
let unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => void unhandled.push(reason);
let answerTo: (message: Envelope) => unknown;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  roots = [];
  sent = [];
  unhandled = [];
  process.on('unhandledRejection', onUnhandled);
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
  fakeBrowser.runtime.id = 'own';
  answerTo = ({ weitblick, input }) =>
    weitblick === 'page.state'
      ? { ok: true, output: { show: (input as { url: string }).url.includes('/in/'), texts: null } }
      : { ok: true, output: null };
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: Envelope) => {
    sent.push(message);
    return answerTo(message);
  }) as never);
});
afterEach(() => {
  process.off('unhandledRejection', onUnhandled);
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.querySelector('[data-weitblick]')?.remove();
  expect(unhandled).toEqual([]);
});

function watch(url = JANA) {
  let move = (_url: string, _again = false) => {};
  watchPage({
    document,
    url,
    text: (key) => key,
    onNavigation: (callback) => {
      move = (now, again = false) => callback(now, again);
    },
  });
  return { go: (now: string, again?: boolean) => move(now, again) };
}
const host = () => document.querySelector('[data-weitblick]');
const inner = () => roots.at(-1)?.querySelector('button') as HTMLButtonElement;
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A click as a person makes it, on a button in its place. */
function click(): void {
  vi.spyOn(host() as HTMLElement, 'getBoundingClientRect').mockReturnValue({
    left: 24,
    bottom: innerHeight - 24,
  } as DOMRect);
  // What the DOM of these tests does not compute.
  vi.spyOn(globalThis, 'getComputedStyle').mockReturnValue({
    ...{ opacity: '1', visibility: 'visible', pointerEvents: 'auto' },
    ...{ filter: 'none', clipPath: 'none', maskImage: 'none' },
  } as CSSStyleDeclaration);
  const event = new MouseEvent('click', { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  inner().dispatchEvent(event);
}

it.each([1, 30, 120, 249])('appears at the same moment, be the answer there after %i ms', async (ms) => {
  const answer = answerTo;
  answerTo = async (message) => {
    await new Promise((done) => setTimeout(done, ms));
    return answer(message);
  };
  watch();
  await after(249);
  expect(host()).toBeNull();
  await after(1);
  expect(host()).not.toBeNull();
});

it('changes nothing in the page by a click, whatever becomes of it', async () => {
  watch();
  await after(250);
  const seen = () => [host()?.outerHTML, roots.at(-1)?.innerHTML, document.documentElement.children.length];
  const before = seen();
  for (const outcome of [
    () => ({ ok: true, output: null }),
    () => ({ ok: false, kind: 'doNotSave', detail: '' }),
    () => ({ ok: false, kind: 'storageFull', detail: '' }),
    () => undefined,
    () => Promise.reject(new Error('no receiver of that name')),
    () => new Promise(() => {}),
  ]) {
    answerTo = outcome;
    click();
    expect(seen()).toEqual(before);
    await after(5_000);
    expect(seen()).toEqual(before);
  }
  expect(sent.filter(({ weitblick }) => weitblick === 'page.save')).toHaveLength(6);
});

it('says to load the page anew when the extension was replaced, which is nothing about anybody', async () => {
  watch();
  await after(250);
  (fakeBrowser.runtime as { id?: string | undefined }).id = undefined;
  click();
  await after(0);
  expect(inner().textContent).toBe('button_reload');
});

it('goes with its page, asks for one address at a time, and only once a beat', async () => {
  const { go } = watch();
  await after(250);
  go(FEED);
  expect(host()).toBeNull();
  for (let step = 0; step < 500; step++) go(`https://www.linkedin.com/in/walk-${step}/`);
  await after(2_000);
  expect(sent.map(({ input }) => (input as { url: string }).url)).toEqual([
    JANA,
    FEED,
    'https://www.linkedin.com/in/walk-499/',
  ]);
  expect(host()).not.toBeNull();
});

it('shows nothing for the answer to an address that the page has left', async () => {
  const { go } = watch();
  go(FEED);
  await after(1_000);
  expect(host()).toBeNull();
  go(TIM);
  await after(250);
  expect(host()).not.toBeNull();
});

it('stays where it is when nothing but the page itself says that the address changed', async () => {
  const { go } = watch();
  await after(250);
  const first = host();
  go(JANA);
  await after(500);
  expect(host()).toBe(first);
  expect(sent).toHaveLength(1);
  // The browser forgot the badge of a page that it brings back.
  go(JANA, true);
  await after(500);
  expect(sent).toHaveLength(2);
  expect(host()).not.toBeNull();
});

it('waits for the visit to a page that is only made ready', async () => {
  const ready = vi.fn(() => true);
  Object.defineProperty(Document.prototype, 'prerendering', { get: ready, configurable: true });
  watch();
  await after(1_000);
  expect(sent).toEqual([]);
  document.dispatchEvent(new Event('prerenderingchange'));
  await after(250);
  Reflect.deleteProperty(Document.prototype, 'prerendering');
  expect(host()).not.toBeNull();
});

it.each<[string, () => void]>([
  [
    'attachShadow',
    () =>
      vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(() => {
        throw new Error('broken');
      }),
  ],
  [
    'the channel',
    () => {
      answerTo = () => Promise.reject(new Error('broken'));
    },
  ],
  [
    'the answer',
    () => {
      answerTo = () => ({ ok: true });
    },
  ],
])('stays away without an error where %s is broken', async (_, spoil) => {
  spoil();
  watch();
  await after(1_000);
  expect(host()).toBeNull();
});
