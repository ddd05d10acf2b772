import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { Settings } from '../../src/core/model/index.ts';
import { type Meanwhile, mount } from '../../src/ui/mount.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.replaceChildren(Object.assign(document.createElement('div'), { id: 'screen' }));
  browser.i18n.getMessage = ((key: string) => key) as never;
  browser.i18n.getUILanguage = () => 'en';
});
afterEach(() => {
  vi.useRealTimers();
});

const shown = () => document.getElementById('screen')?.textContent;

/** A screen whose background answers after so many milliseconds. */
function opened(ms: number, answer: object) {
  browser.runtime.sendMessage = (() =>
    new Promise((resolve) => setTimeout(() => resolve(answer), ms))) as never;
  return mount(() => <p>the screen</p>);
}

it('says what a long wait is for, and then shows the screen', async () => {
  const done = opened(5_000, { ok: true, output: { settings: Settings.parse({}) } });
  await vi.advanceTimersByTimeAsync(500);
  expect(shown()).toBe('');
  await vi.advanceTimersByTimeAsync(500);
  expect(shown()).toBe('opening');
  await vi.advanceTimersByTimeAsync(4_000);
  await done;
  expect(shown()).toBe('the screen');
});

it.each([
  ['the screen', { ok: true, output: { settings: Settings.parse({}) } }],
  ['error_storageNewer', { ok: false, kind: 'storageNewer', detail: '' }],
])('shows %s and nothing after it when the answer is quick', async (text, answer) => {
  const done = opened(100, answer);
  await vi.advanceTimersByTimeAsync(2_000);
  await done;
  expect(shown()).toBe(text);
});

it('leaves a trace of a screen that could not be drawn, beside the sentence', async () => {
  const traced = vi.spyOn(console, 'error').mockImplementation(() => {});
  browser.runtime.sendMessage = (async () => ({
    ok: true,
    output: { settings: Settings.parse({}) },
  })) as never;
  const fault = new TypeError('nothing there');
  await mount(() => {
    throw fault;
  });
  expect(shown()).toBe('error_unknown');
  expect(traced.mock.calls).toEqual([[fault]]);
  traced.mockRestore();
});

it('shows what can be told sooner until the screen is there, with the reason of a long wait', async () => {
  browser.runtime.sendMessage = (() =>
    new Promise((resolve) =>
      setTimeout(() => resolve({ ok: true, output: { settings: Settings.parse({}) } }), 2_000),
    )) as never;
  const sooner = new Promise<Meanwhile>((resolve) =>
    setTimeout(() => resolve(({ notice }) => <p>Ada {notice}</p>), 300),
  );
  const done = mount(() => <p>the screen</p>, sooner);
  await vi.advanceTimersByTimeAsync(200);
  expect(shown()).toBe('');
  await vi.advanceTimersByTimeAsync(200);
  expect(shown()).toBe('Ada ');
  await vi.advanceTimersByTimeAsync(600);
  expect(shown()).toBe('Ada opening');
  await vi.advanceTimersByTimeAsync(2_000);
  await done;
  expect(shown()).toBe('the screen');
});

it('never puts what could have been told sooner in place of the screen', async () => {
  const { promise: sooner, resolve } = Promise.withResolvers<Meanwhile>();
  browser.runtime.sendMessage = (async () => ({
    ok: true,
    output: { settings: Settings.parse({}) },
  })) as never;
  await mount(() => <p>the screen</p>, sooner);
  resolve(() => <p>too late</p>);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(shown()).toBe('the screen');
});
