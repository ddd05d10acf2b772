import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { enter, makeRow } from './stage.tsx';

const { files } = vi.hoisted(() => ({ files: { text: '', offered: [] as string[] } }));
vi.mock('../../../src/ui/dashboard/shared/transfer.ts', () => ({
  fetchExport: async () => ({ name: 'file.ics', blob: new Blob([files.text]) }),
  offerDownload: (name: string) => files.offered.push(name),
}));

afterEach(cleanup);

it.each([
  ['BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', [], 'No file was written'],
  ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n', ['file.ics'], 'file.ics'],
])('hands over a calendar only when something is due: %j', async (text, offered, said) => {
  Object.assign(files, { text, offered: [] });
  const { container, text: shown } = await enter('#/files/export', { rows: [makeRow('a', 'Alma Berg')] });
  const choice = await vi.waitFor(() => {
    const found = [...container.querySelectorAll('label')].find((label) =>
      label.textContent?.includes('(.ics)'),
    );
    if (found === undefined) throw new Error('not yet');
    return found;
  });
  fireEvent.click(choice.querySelector('input') as Element);
  const button = await vi.waitFor(() => {
    const found = [...container.querySelectorAll('button')].find(
      (one) => one.textContent === 'Export the calendar',
    );
    if (found === undefined) throw new Error('not yet');
    return found;
  });
  fireEvent.click(button);
  await vi.waitFor(() => expect(shown()).toContain(said));
  expect(files.offered).toEqual(offered);
});
