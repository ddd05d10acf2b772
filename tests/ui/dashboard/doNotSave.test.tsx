import { act, cleanup, fireEvent, render } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { MessageFailure } from '../../../src/messaging/errors.ts';
import { DoNotSave } from '../../../src/ui/dashboard/rooms/settings/DoNotSave.tsx';

beforeEach(() => {
  browser.i18n.getMessage = ((key: string) => key) as never;
  browser.i18n.getUILanguage = () => 'en';
});
afterEach(cleanup);

let list: readonly string[] = [];
let asked: string[] = [];
/** The form over a background that knows the feed of nobody. */
function open() {
  list = [];
  asked = [];
  function Settings() {
    const [addresses, setAddresses] = useState<readonly string[]>([]);
    list = addresses;
    const add = async (address: string) => {
      asked.push(address);
      if (address.includes('/feed')) throw new MessageFailure('notAProfile');
      setAddresses((last) => [...last, address]);
    };
    const remove = (address: string) => setAddresses((last) => last.filter((other) => other !== address));
    return <DoNotSave addresses={addresses} onAdd={add} onRemove={remove} />;
  }
  const { container } = render(<Settings />, {
    container: document.body.appendChild(document.createElement('div')),
  });
  const field = () => container.querySelector('input') as HTMLInputElement;
  const add = async (address: string) => {
    fireEvent.input(field(), { target: { value: address } });
    await act(() => void fireEvent.submit(container.querySelector('form') as HTMLFormElement));
  };
  const message = () => container.querySelector('[role=alert]')?.textContent;
  return { container, field, add, message };
}

it('asks for the address that was typed, and is ready for the next', async () => {
  const { add, field } = open();
  await add('linkedin.com/in/leyla-brandt?trk=feed');
  expect([asked, field().value]).toEqual([['https://linkedin.com/in/leyla-brandt?trk=feed'], '']);
});

it('says of an address that is nobody’s profile, and keeps what was typed', async () => {
  const { add, field, message } = open();
  await add('linkedin.com/feed');
  expect([list, field().value, message()]).toEqual([[], 'linkedin.com/feed', 'error_notAProfile']);
});

it.each([
  ['a name', 'Leyla Brandt'],
  ['a script', 'javascript:alert(1)'],
  ['an address that grows too long', `a.example/${'ü'.repeat(1_000)}`],
])('says of %s that it is no address, and keeps what was typed', async (_, typed) => {
  const { add, field, message } = open();
  await add(typed);
  expect([asked, field().value, message()]).toEqual([[], typed, 'doNotSave_badAddress']);
});

it('goes on at the field when a line is taken away', async () => {
  const { add, field, container } = open();
  await add('a.example/ada');
  fireEvent.click(container.querySelector('button.icon-only') as Element);
  expect([list, document.activeElement === field()]).toEqual([[], true]);
});
