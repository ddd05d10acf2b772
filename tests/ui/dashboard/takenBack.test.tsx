import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { ContactView } from '../../../src/messaging/protocol.ts';
import { createHandlers } from '../../../src/services/handlers.ts';
import { makeCapture, makeContact, makeEnvironment } from '../../make.ts';
import { enter, makeRow } from './stage.tsx';

afterEach(cleanup);

const PAGE = { kind: 'extension', url: 'chrome-extension://x/dashboard.html', tab: null } as const;
const tie = { from: 'c', to: 'b', kind: 'introduced' } as const;

/** Ada's sheet, on which her tie to Bea was removed and is asked for again; `answer` is the background's. */
async function askForTie(answer: ContactView | null) {
  await enter('#/contacts?contact=b', {
    rows: [makeRow('b', 'Ada Muster'), makeRow('c', 'Bea Costa')],
    answers: {
      'contact.get': () => ({ ...shown, ties: [tie] }),
      'contact.removeTie': () => ({ removed: tie }),
      'contact.setTie': () => answer,
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: /Bea Costa/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  return said();
}

/** What the line of the undo says in the end. */
async function said() {
  const line = () => document.querySelector('.undo-place')?.textContent;
  await vi.waitFor(() => expect(line()).not.toMatch(/Undo$|^$/));
  return line();
}

const shown = await (async () => {
  const handlers = createHandlers(makeEnvironment().environment);
  const { id } = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
  const view = await handlers['contact.get']({ id }, PAGE);
  if (view === null) throw new Error('nobody was saved');
  return { ...view, contact: { ...view.contact, id: 'b' } };
})();

it('says that a removed tie is back only when it is', async () => {
  expect(await askForTie(shown)).toBe('Undone.');
  expect(await askForTie(null)).toBe(
    'The tie could not be restored: one of the two people has been forgotten since.',
  );
});

it('says that a merge stays when the user has worked on it since', async () => {
  const takenBack = async (restored: number) => {
    const [a, b] = [makeContact({}, 'a'), makeContact({ key: { site: 'xing', id: 'leyla' } }, 'b')];
    await enter('#/files/duplicates', {
      answers: {
        'merge.suggest': () => ({
          pairs: [{ a, b, reasons: [{ reason: 'sameName', value: 'x' }] }],
          total: 1,
        }),
        'merge.run': () => ({ undo: 'u' }),
        'undo.list': () => ({ steps: [] }),
        'undo.run': () => ({ restored }),
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'One person: merge' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    return said();
  };
  expect(await takenBack(2)).toBe('Undone.');
  expect(await takenBack(0)).toBe('You have worked on it since, so it stays as it is.');
});
