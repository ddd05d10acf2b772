import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { SEPARATORS, TEXT_ENCODINGS } from '../../../src/core/model/index.ts';
import type { ImportPreview } from '../../../src/messaging/files.ts';
import { HowRead } from '../../../src/ui/dashboard/rooms/files/HowRead.tsx';

beforeEach(() => {
  browser.i18n.getMessage = ((key: string) => key) as never;
  browser.i18n.getUILanguage = () => 'en';
});
afterEach(cleanup);

type Shown = Pick<ImportPreview, 'files' | 'fileErrors'>;
const table: Shown['files'][number] = {
  file: 'a.csv',
  format: 'csv',
  persons: 1,
  rows: 1,
  ignored: 0,
  encoding: 'windows-1251',
  encodingBy: 'guessed',
  separator: ';',
  separatorBy: 'guessed',
};
const refused: Shown['fileErrors'][number] = {
  file: 'b.csv',
  kind: 'wrongEncoding',
  key: 'importErrorWrongEncoding',
  values: { file: 'b.csv' },
};

function shown(preview: Shown) {
  const onRead = vi.fn();
  const { container } = render(<HowRead preview={preview} onRead={onRead} />);
  const selects = [...container.querySelectorAll('select')];
  return { container, onRead, selects, details: container.querySelector('details') };
}

describe('how files were read', () => {
  it('shows a guess opened, and hands on what the user chooses instead', () => {
    const { onRead, selects, details } = shown({ files: [table], fileErrors: [] });
    expect(details?.open).toBe(true);
    const [letters, cells] = selects;
    expect([letters?.value, cells?.value]).toEqual(['auto', 'auto']);
    expect([...(letters?.options ?? [])].map(({ value }) => value)).toEqual(['auto', ...TEXT_ENCODINGS]);
    expect([...(cells?.options ?? [])].map(({ value }) => value)).toEqual(['auto', ...SEPARATORS]);
    fireEvent.change(letters as Element, { target: { value: 'koi8-u' } });
    fireEvent.change(cells as Element, { target: { value: '\t' } });
    expect(onRead.mock.calls).toEqual([
      [{ encodings: { 'a.csv': 'koi8-u' } }],
      [{ separators: { 'a.csv': '\t' } }],
    ]);
  });

  it('keeps what was chosen, and goes back to the automatic way', () => {
    const { onRead, selects } = shown({
      files: [{ ...table, encodingBy: 'chosen', separatorBy: 'chosen' }],
      fileErrors: [],
    });
    expect(selects.map(({ value }) => value)).toEqual(['windows-1251', ';']);
    fireEvent.change(selects[0] as Element, { target: { value: 'auto' } });
    expect(onRead).toHaveBeenCalledWith({ encodings: { 'a.csv': 'auto' } });
  });

  it('offers the choice for a file that was refused for its letters, and for no other', () => {
    const other = { ...refused, file: 'c.zip', kind: 'damagedZip' };
    const { container, details } = shown({ files: [], fileErrors: [refused, other] });
    expect(details?.open).toBe(true);
    expect([...container.querySelectorAll('legend')].map(({ textContent }) => textContent)).toEqual([
      'b.csv',
    ]);
  });

  it('holds the likeliest encoding ready for a file of which it was doubtful, and reads it so at a word', () => {
    const doubtful = { ...refused, values: { file: 'b.csv', guess: 'x-mac-ce' } };
    const { container, onRead, selects } = shown({ files: [], fileErrors: [doubtful] });
    expect(selects[0]?.value).toBe('x-mac-ce');
    expect([...(selects[0]?.options ?? [])].map(({ value }) => value)).toEqual([...TEXT_ENCODINGS]);
    const button = container.querySelector('button') as Element;
    fireEvent.click(button);
    fireEvent.change(selects[0] as Element, { target: { value: 'ibm852' } });
    fireEvent.click(button);
    expect(onRead.mock.calls).toEqual([
      [{ encodings: { 'b.csv': 'x-mac-ce' } }],
      [{ encodings: { 'b.csv': 'ibm852' } }],
    ]);
  });

  it('takes no word for an encoding that it does not offer', () => {
    const odd = { ...refused, values: { file: 'b.csv', guess: 'constructor' } };
    expect(shown({ files: [], fileErrors: [odd] }).selects[0]?.value).toBe('auto');
  });

  it('is closed where nothing was guessed, and not there without a text', () => {
    expect(shown({ files: [{ ...table, encodingBy: 'shown' }], fileErrors: [] }).details?.open).toBe(false);
    cleanup();
    expect(shown({ files: [{ ...table, format: null }], fileErrors: [] }).details).toBeNull();
  });
});
