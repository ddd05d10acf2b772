import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatMonth, useCatalogue } from '../../../src/browser/text.ts';
import { parseDate } from '../../../src/core/text/dates.ts';
import { MonthField } from '../../../src/ui/parts/MonthField.tsx';

afterEach(cleanup);
beforeEach(() => useCatalogue('de', {}));

const MONTHS = Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, '0')}`);

describe.each(['de', 'en'] as const)('a month in words, %s', (language) => {
  it.each(MONTHS)('%s is read back as it was', (month) => {
    useCatalogue(language, {});
    expect(formatMonth(month)).not.toBe(month);
    expect(parseDate(formatMonth(month))).toBe(month);
  });
});

it.each(['', '2019', '2019-13', 'seit langem'])('what is no month stays: %j', (text) =>
  expect(formatMonth(text)).toBe(text),
);

/** The field over a value that its owner keeps. */
function field(value: string) {
  const told: string[] = [];
  const draw = (shown: string) => (
    <MonthField
      label="von"
      value={shown}
      onChange={(date) => {
        told.push(date);
        view.rerender(draw(date));
      }}
    />
  );
  const view = render(draw(value));
  const input = view.getByLabelText('von') as HTMLInputElement;
  const type = (text: string) => fireEvent.input(input, { target: { value: text } });
  return { input, told, type, show: (shown: string) => view.rerender(draw(shown)) };
}

it('takes a date as people write it and leaves it as it was written', () => {
  const { input, told, type } = field('2019-03');
  expect(input.value).toBe('März 2019');
  type('04/2020');
  expect(told).toEqual(['2020-04']);
  expect(input.value).toBe('04/2020');
  type('');
  expect(told).toEqual(['2020-04', '']);
  expect(input.value).toBe('');
});

it('tells nobody of what is no date, and lets no form go with it', () => {
  const { input, told, type, show } = field('2019');
  type('neulich');
  expect(told).toEqual([]);
  expect(input.value).toBe('neulich');
  expect(input.validity.valid).toBe(false);
  show('2021');
  expect(input.value).toBe('2021');
  expect(input.validity.valid).toBe(true);
});
