import { cleanup, fireEvent, render } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { DoNotSave } from '../../../src/ui/dashboard/settings/DoNotSave.tsx';

beforeEach(() => {
  browser.i18n.getMessage = ((key: string) => key) as never;
  browser.i18n.getUILanguage = () => 'en';
});
afterEach(cleanup);

let list: readonly string[] = [];
function open() {
  list = [];
  function Settings() {
    const [addresses, setAddresses] = useState<readonly string[]>([]);
    list = addresses;
    return <DoNotSave addresses={addresses} onChange={setAddresses} />;
  }
  const { container } = render(<Settings />, {
    container: document.body.appendChild(document.createElement('div')),
  });
  const field = () => container.querySelector('input') as HTMLInputElement;
  const add = (address: string) => {
    fireEvent.input(field(), { target: { value: address } });
    fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  };
  return { container, field, add };
}

it.each([
  ['linkedin.com/in/leyla-brandt?trk=feed#top', 'https://linkedin.com/in/leyla-brandt'],
  ['https://www.xing.com/profile/Leyla_Brandt/cv?sc_o=x', 'https://www.xing.com/profile/Leyla_Brandt/cv'],
  // Here the query says who it is.
  [
    'https://scholar.google.com/citations?user=AbCdEfGhIjK&hl=en#d=x',
    'https://scholar.google.com/citations?user=AbCdEfGhIjK&hl=en',
  ],
])('keeps of %s what names the person', (typed, kept) => {
  const { add, field } = open();
  add(typed);
  add(typed);
  expect([list, field().value]).toEqual([[kept], '']);
});

it.each([
  ['a name', 'Leyla Brandt'],
  ['a script', 'javascript:alert(1)'],
  ['an address that grows too long', `a.example/${'ü'.repeat(1_000)}`],
])('says of %s that it is no address, and keeps what was typed', (_, typed) => {
  const { add, field, container } = open();
  add(typed);
  expect([list, field().value]).toEqual([[], typed]);
  expect(container.querySelector('[role=alert]')?.textContent).toBe('doNotSave_badAddress');
});

it('goes on at the field when a line is taken away', () => {
  const { add, field, container } = open();
  add('a.example/ada');
  fireEvent.click(container.querySelector('button.icon-only') as Element);
  expect([list, document.activeElement === field()]).toEqual([[], true]);
});
