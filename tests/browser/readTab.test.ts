import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readTab } from '../../src/browser/readTab.ts';

const reading = { url: 'https://example.org/', ok: false, reason: 'nothingFound' };
const inject = vi.fn<() => Promise<{ result?: unknown }[]>>();

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(fakeBrowser, { scripting: { executeScript: inject } });
});
afterEach(() => vi.useRealTimers());

it('answers what the reader found', async () => {
  inject.mockResolvedValue([{ result: reading }]);
  expect(await readTab(1)).toEqual(reading);
  expect(vi.getTimerCount()).toBe(0);
});

it('does not wait for ever for a page that never ends to load, or keeps its reader busy', async () => {
  inject.mockReturnValue(new Promise(() => {}));
  const answer = readTab(1);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await answer).toEqual({ url: '', ok: false, reason: 'stillLoading' });
});

it('says what the browser refuses', async () => {
  inject.mockRejectedValue(new Error('Cannot access a chrome:// URL'));
  await expect(readTab(1)).rejects.toThrow('Cannot access');
});
