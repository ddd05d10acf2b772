import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { ImportPreview as Preview } from '../../../src/messaging/files.ts';
import { ImportPreview } from '../../../src/ui/dashboard/rooms/files/ImportPreview.tsx';
import { makeMe } from '../../make.ts';

beforeEach(() => {
  browser.i18n.getMessage = ((key: string) => key) as never;
  browser.i18n.getUILanguage = () => 'en';
});
afterEach(cleanup);

const counts = {
  new: 0,
  changed: 0,
  same: 3,
  repeated: 0,
  leftOut: 0,
  self: 0,
  ties: 0,
  unknownSignals: 0,
  duplicates: 0,
};
const preview: Preview = {
  files: [{ file: 'Profile.csv', format: 'linkedinProfile', persons: 0, rows: 1, ignored: 0 }],
  fileErrors: [],
  setAside: [],
  rowErrors: [],
  rowErrorCount: 0,
  mappings: [],
  counts,
  first: [],
  log: null,
  me: {
    after: makeMe(),
    fills: false,
    differs: [{ field: 'headline', mine: 'Builds data platforms', archive: 'Engineer' }],
  },
  goals: [],
  restore: null,
};

it("offers to confirm nothing but the user's choice where the archive only differs", () => {
  const onConfirm = vi.fn();
  const { container } = render(
    <ImportPreview preview={preview} onRead={() => {}} onConfirm={onConfirm} onLeave={() => {}} />,
  );
  const primary = () => container.querySelector('button.primary');
  // The own word stays: without a choice there is nothing to import.
  expect(primary()).toBeNull();
  const [choice, ...others] = container.querySelectorAll('input[type=checkbox]');
  expect([others.length, (choice as HTMLInputElement).checked]).toEqual([0, false]);
  fireEvent.click(choice as Element);
  fireEvent.click(primary() as Element);
  expect(onConfirm).toHaveBeenCalledWith({
    keepGoodRows: false,
    me: true,
    meFields: ['headline'],
    goals: [],
  });
});

/** The heading, and the counts under it, of a preview with these counts beside an own profile that differs. */
function headed(changes: Partial<Preview['counts']>, more: Partial<Preview> = {}) {
  const { container } = render(
    <ImportPreview
      preview={{ ...preview, counts: { ...counts, same: 0, ...changes }, ...more }}
      onRead={() => {}}
      onConfirm={() => {}}
      onLeave={() => {}}
    />,
  );
  return [
    container.querySelector('.import-verdict')?.textContent,
    [...container.querySelectorAll('.counts dt')].map(({ textContent }) => textContent),
  ];
}

it('heads files without other people by what is in them', () => {
  expect(headed({})).toEqual(['import_verdictOnlyYou', []]);
  expect(headed({}, { me: null })).toEqual(['import_verdictNobody', []]);
  expect(headed({ ties: 2 })).toEqual(['import_verdictTies_other', ['importCount_ties']]);
  expect(headed({ same: 3 })).toEqual(['import_verdictSame_other', ['importCount_new', 'importCount_same']]);
});
