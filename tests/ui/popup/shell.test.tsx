import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { openPopup } from '../../../src/ui/popup/open.tsx';

const profile = {
  name: { full: 'Ines <b>Falk</b>' },
  headline: 'Head of Nursing',
  positions: [],
};
let answer: (value: unknown) => void = () => {};

/** A popup over a page that was read so, whose background does not answer. */
function openOver(reading: object) {
  document.body.replaceChildren(Object.assign(document.createElement('div'), { id: 'screen' }));
  browser.tabs.query = (async () => [{ id: 1 }]) as never;
  browser.scripting.executeScript = (async () => [{ result: reading }]) as never;
  browser.runtime.sendMessage = (() => new Promise((resolve) => (answer = resolve))) as never;
  openPopup('popup');
}
const screen = () => document.getElementById('screen');

beforeEach(() => {
  browser.i18n.getMessage = ((key: string) => key) as never;
  browser.i18n.getUILanguage = () => 'en';
});
afterEach(() => answer({ ok: false, kind: 'unknown', detail: '' }));

it('says whose page it is while the background sleeps, as text alone', async () => {
  openOver({ url: '', ok: true, capture: { profile }, doubtful: [], missing: [] });
  await vi.waitFor(() => expect(screen()?.querySelector('h1')?.textContent).toBe('Ines <b>Falk</b>'));
  expect(screen()?.querySelector('.who p')?.textContent).toBe('Head of Nursing');
  // What is not known is said to be on its way.
  expect(screen()?.querySelector('main')?.getAttribute('aria-busy')).toBe('true');
});

it.each([
  ['nobody’s', { url: '', ok: false, reason: 'notAProfile' }],
  ['doubtful', { url: '', ok: false, reason: 'unsure', candidates: [{ profile, doubtful: ['name'] }] }],
])('names nobody over a page that is %s', async (_, reading) => {
  openOver(reading);
  await new Promise((turn) => setTimeout(turn, 20));
  expect(screen()?.querySelector('h1')).toBeNull();
});
