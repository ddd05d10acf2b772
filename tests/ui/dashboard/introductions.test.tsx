import { cleanup, fireEvent, render, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Tie } from '../../../src/core/model/index.ts';
import type { Envelope } from '../../../src/messaging/envelope.ts';
import { Introductions } from '../../../src/ui/dashboard/rooms/contact/Introductions.tsx';
import { makeRow } from './stage.tsx';

const people = [makeRow('b', 'Bea Costa'), makeRow('c', 'Cem Demir'), makeRow('d', 'Dea Engel')];

beforeEach(() => {
  browser.i18n.getMessage = ((key: string) =>
    key === 'introductions_remove' ? 'Remove {relation} {name}' : key) as never;
  browser.i18n.getUILanguage = () => 'en';
  browser.runtime.sendMessage = (async ({ input }: Envelope) => ({
    ok: true,
    output: { goals: [], rows: people.filter(({ id }) => (input as { ids: string[] }).ids.includes(id)) },
  })) as never;
});
afterEach(cleanup);

const ties: Tie[] = [
  { from: 'me', to: 'a', kind: 'knows' },
  { from: 'b', to: 'a', kind: 'introduced' },
  { from: 'a', to: 'c', kind: 'introduced' },
  { from: 'd', to: 'a', kind: 'knows' },
];

it('lists each tie under its sentence, and takes away the one whose button is pressed', async () => {
  const removed: [Tie, string][] = [];
  function Sheet() {
    const [left, setLeft] = useState(ties);
    return (
      <div class="panel">
        <Introductions
          contactId="a"
          ties={left}
          onTie={() => {}}
          onRemove={(tie, name) => {
            removed.push([tie, name]);
            setLeft(left.filter((other) => other !== tie));
          }}
        />
      </div>
    );
  }
  const { container } = render(<Sheet />, {
    container: document.body.appendChild(document.createElement('div')),
  });
  const removers = () =>
    within(container as HTMLElement)
      .queryAllByRole('button', { name: /^Remove/ })
      .map((button) => button.getAttribute('aria-label'));
  await vi.waitFor(() =>
    expect(removers()).toEqual([
      'Remove introductions_introduced Cem Demir',
      'Remove introductions_introducedBy Bea Costa',
      'Remove introductions_knows Dea Engel',
    ]),
  );
  const last = within(container as HTMLElement).getByRole('button', { name: /Dea Engel/ });
  last.focus();
  fireEvent.click(last);
  expect(removed).toEqual([[ties[3], 'Dea Engel']]);
  expect(removers()).toHaveLength(2);
  // Whoever works by keyboard goes on where they were: at the field after the last tie.
  expect(document.activeElement?.nodeName).toBe('SELECT');
});

it('keeps what pages say apart from what the user says, with page and day', () => {
  const sources: Tie['sources'] = [
    {
      relation: 'commonContact',
      site: 'linkedin',
      url: 'https://www.linkedin.com/in/a/',
      on: '2026-11-03',
      matchedBy: 'name',
    },
  ];
  const said: Tie['sources'] = [{ relation: 'said', on: '2026-11-03', matchedBy: 'user' }];
  const { container } = render(
    <Introductions
      contactId="a"
      ties={[
        { from: 'b', to: 'a', kind: 'knows', sources },
        { from: 'a', to: 'c', kind: 'knows', sources: [...sources, ...said] },
      ]}
      onTie={() => {}}
      onRemove={() => {}}
    />,
    { container: document.body.appendChild(document.createElement('div')) },
  );
  const lines = [...container.querySelectorAll('span.muted')].map((line) => line.textContent);
  expect(lines).toEqual(['introductions_knows', 'introductions_onPages']);
  expect([...container.querySelectorAll('.chip small')].map((page) => page.textContent)).toEqual([
    'named_page',
  ]);
});
