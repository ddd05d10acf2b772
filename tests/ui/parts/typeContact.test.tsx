import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { personOf } from '../../../src/capture/personOf.ts';
import { profileKeys } from '../../../src/core/merge/keys.ts';
import type { Envelope } from '../../../src/messaging/envelope.ts';
import type { Capture } from '../../../src/messaging/protocol.ts';
import { TypeContact } from '../../../src/ui/parts/TypeContact.tsx';

let saved: Capture | undefined;
let alike: { id: string; name: string; title: string; company: string; same: boolean }[] = [];
beforeEach(() => {
  saved = undefined;
  alike = [];
  browser.i18n.getMessage = ((key: string) => key) as never;
  browser.i18n.getUILanguage = () => 'en';
  browser.runtime.sendMessage = (async ({ weitblick, input }: Envelope) => {
    if (weitblick === 'contact.alike') return { ok: true, output: { alike } };
    if (weitblick !== 'contact.save') return { ok: true, output: null };
    saved = (input as { capture: Capture }).capture;
    return { ok: true, output: { id: 'a', created: true } };
  }) as never;
});
afterEach(cleanup);

it.each(['https://www.a.example/ada/', 'a.example/team/index.html', 'linkedin.com/in/ada-a/'])(
  'saves who is typed with the address %s under the key that their page has',
  async (address) => {
    const { container } = render(<TypeContact onSaved={() => {}} onOpen={() => {}} />);
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

function typeAda(onOpen: (id: string) => void = () => {}) {
  const { container, getByRole, queryByRole } = render(<TypeContact onSaved={() => {}} onOpen={onOpen} />);
  const submit = () => fireEvent.submit(container.querySelector('form') as Element);
  const [name] = container.querySelectorAll('input');
  fireEvent.input(name as Element, { target: { value: 'Ada Albrecht' } });
  return { container, getByRole, queryByRole, submit, name: name as Element };
}
const ada = { id: 'known', name: 'Ada Albrecht', title: 'Controllerin', company: 'Elbhöhe', same: false };

it('asks before it saves somebody who is there already, and saves them all the same', async () => {
  alike = [ada];
  const onOpen = vi.fn();
  const { getByRole, submit } = typeAda(onOpen);
  submit();
  await vi.waitFor(() => getByRole('alert'));
  expect(saved).toBeUndefined();
  fireEvent.click(getByRole('button', { name: /Controllerin/ }));
  expect(onOpen).toHaveBeenCalledWith('known');
  submit();
  await vi.waitFor(() => expect(saved?.profile.name.full).toBe('Ada Albrecht'));
});

it('offers nobody new under an address that is a contact’s', async () => {
  alike = [{ ...ada, same: true }];
  const { getByRole, queryByRole, submit, name } = typeAda();
  submit();
  await vi.waitFor(() => getByRole('alert'));
  expect(queryByRole('button', { name: 'type_alikeAnyway' })).toBeNull();
  // Whoever corrects what is typed is asked about anew.
  alike = [];
  fireEvent.input(name, { target: { value: 'Ada Other' } });
  submit();
  await vi.waitFor(() => expect(saved?.profile.name.full).toBe('Ada Other'));
});
