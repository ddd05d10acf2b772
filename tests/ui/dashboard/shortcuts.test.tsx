import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Shortcuts } from '../../../src/ui/dashboard/rooms/settings/Shortcuts.tsx';

beforeEach(() => {
  fakeBrowser.i18n.getMessage = (key: string) => key;
});
afterEach(cleanup);

it.each([
  ['both bound', ['Alt+Shift+S', 'Alt+Shift+K'], false],
  ['one taken by something else', ['', 'Alt+Shift+K'], true],
])('says which keys the browser has really bound: %s', async (_, [save = '', popup = ''], told) => {
  browser.commands = {
    getAll: async () => [
      { name: 'save', shortcut: save },
      { name: '_execute_action', shortcut: popup },
    ],
  } as never;
  const { container } = render(<Shortcuts />);
  await vi.waitFor(() => expect(container.textContent).toContain(popup));
  expect(screen.queryByText('shortcut_unbound') !== null).toBe(told);
  expect(container.textContent?.includes('shortcut_none')).toBe(told);
});

it('leads to the browser’s own page for keys', async () => {
  const openShortcutSettings = vi.fn(async () => {});
  browser.commands = { getAll: async () => [], openShortcutSettings } as never;
  render(<Shortcuts />);
  fireEvent.click(screen.getByRole('button', { name: 'shortcut_choose' }));
  expect(openShortcutSettings).toHaveBeenCalledOnce();
});
