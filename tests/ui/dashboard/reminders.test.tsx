import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Reminders } from '../../../src/ui/dashboard/rooms/settings/Reminders.tsx';

let granted = false;
let answer = false;
let follow: () => void = () => {};
beforeEach(() => {
  fakeBrowser.i18n.getMessage = (key: string) => key;
  const event = {
    addListener(listener: () => void) {
      follow = listener;
    },
    removeListener() {},
  };
  browser.permissions = {
    contains: async () => granted,
    request: vi.fn(async () => {
      granted = answer;
      return answer;
    }),
    onAdded: event,
    onRemoved: event,
  } as never;
});
afterEach(cleanup);

function open(on: boolean) {
  const onChange = vi.fn();
  render(<Reminders on={on} onChange={onChange} />);
  return { onChange, box: screen.getByRole('checkbox') as HTMLInputElement };
}
const warning = () => screen.queryByText('settings_remindNotAllowed');

it('shows as on only what the browser allows, and asks for it by a click', async () => {
  [granted, answer] = [false, true];
  const { box, onChange } = open(true);
  await vi.waitFor(() => expect(warning()).not.toBeNull());
  expect(box.checked).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'settings_remindAllow' }));
  await vi.waitFor(() => expect(browser.permissions.request).toHaveBeenCalledOnce());
  follow();
  await vi.waitFor(() => expect([box.checked, warning()]).toEqual([true, null]));
  // They were asked for before: nothing of the settings changes.
  expect(onChange).not.toHaveBeenCalled();
});

it('notices when the permission is taken away', async () => {
  granted = true;
  const { box } = open(true);
  await vi.waitFor(() => expect(box.checked).toBe(true));
  granted = false;
  follow();
  await vi.waitFor(() => expect([box.checked, warning() !== null]).toEqual([false, true]));
});

it.each([
  [true, [[true]]],
  [false, []],
])('turns on only when the browser allows it: %s', async (allowed, calls) => {
  [granted, answer] = [false, allowed];
  const { box, onChange } = open(false);
  fireEvent.click(box);
  await vi.waitFor(() => expect(browser.permissions.request).toHaveBeenCalledOnce());
  await vi.waitFor(() => expect(onChange.mock.calls).toEqual(calls));
});
