import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { personOf } from '../../../src/capture/personOf.ts';
import { profileKeys } from '../../../src/core/merge/keys.ts';
import type { Envelope } from '../../../src/messaging/envelope.ts';
import type { Capture } from '../../../src/messaging/protocol.ts';
import { TypeContact } from '../../../src/ui/parts/TypeContact.tsx';

let saved: Capture | undefined;
beforeEach(() => {
  saved = undefined;
  browser.i18n.getMessage = ((key: string) => key) as never;
  browser.i18n.getUILanguage = () => 'en';
  browser.runtime.sendMessage = (async ({ input }: Envelope) => {
    saved = (input as { capture: Capture }).capture;
    return { ok: true, output: { id: 'a', created: true } };
  }) as never;
});
afterEach(cleanup);

it.each(['https://www.a.example/ada/', 'a.example/team/index.html', 'linkedin.com/in/ada-a/'])(
  'saves who is typed with the address %s under the key that their page has',
  async (address) => {
    const { container } = render(<TypeContact onSaved={() => {}} />);
    const [name] = container.querySelectorAll('input');
    const page = container.querySelector('input[placeholder]:not([role=combobox])') as Element;
    fireEvent.input(name as Element, { target: { value: 'Ada Albrecht' } });
    fireEvent.input(page, { target: { value: address } });
    fireEvent.submit(container.querySelector('form') as Element);
    await vi.waitFor(() => expect(saved).toBeDefined());
    const key = personOf(new URL(saved?.profile.url ?? '').href);
    expect(saved && key && profileKeys(saved.profile)).toEqual([`${key?.site}:${key?.id}`]);
  },
);
