import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { t, useCatalogue } from '../../src/browser/text.ts';
import { Say } from '../../src/ui/dashboard/shared/Say.tsx';
import { companyIndustry } from '../../src/ui/parts/companyIndustry.ts';

/** Any key with a text of its own here. */
const MET = 'bulk_tag';
useCatalogue('en', { [MET]: { message: 'You met {name} in 2020.' } });
afterEach(() => render(null, document.body));

it('keeps what runs from right to left, or turns its writing round, within its own place of a sentence', () => {
  expect(t(MET, { name: 'Ada' })).toBe('You met Ada in 2020.');
  expect(t(MET, { name: 'محمد' })).toBe('You met \u2068محمد\u2069 in 2020.');
  expect(t(MET, { name: 'Ada\u202e gpj.exe\u2069\u2069' })).toBe('You met \u2068Ada gpj.exe\u2069 in 2020.');
});

it('does so in sentences with elements too', () => {
  render(<Say of={MET} name={'Ada\u202e'} />, document.body);
  expect(document.body.textContent).toBe('You met \u2068Ada\u2069 in 2020.');
});

it('knows no industry of a company that is named like a part of every object', () => {
  expect(companyIndustry({ acme: '86' }, 'Acme GmbH')).toBe('86');
  expect(companyIndustry({ acme: '86' }, 'Constructor')).toBeUndefined();
  expect(companyIndustry({ acme: '86' }, undefined)).toBeUndefined();
});
