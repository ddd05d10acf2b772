import { beforeAll, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  addDays,
  dayOf,
  daysBetween,
  dayWords,
  nearWords,
  percent,
} from '../../../src/ui/dashboard/shared/days.ts';

beforeAll(() => {
  fakeBrowser.i18n.getUILanguage = () => 'en';
  fakeBrowser.i18n.getMessage = () => '';
});

const TODAY = '2026-11-24';

it.each([
  ['2026-11-24', 7, '2026-12-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-29', 1, '2026-03-30'],
])('%s and %i days: %s', (day, days, then) => {
  expect(addDays(day, days)).toBe(then);
  expect(daysBetween(day, then)).toBe(days);
});

it('takes the day where the user is', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

describe('in words', () => {
  it.each([
    [TODAY, 'today'],
    ['2026-11-25', 'tomorrow'],
    ['2026-11-27', 'in 3 days'],
    ['2026-12-15', 'in 3 weeks'],
    ['2027-03-24', 'in 3 months'],
    ['2026-11-20', '4 days ago'],
  ])('%s is %s', (day, words) => expect(nearWords(day, TODAY)).toBe(words));

  it('names the year only when it is another', () => {
    expect(dayWords('2026-12-01', TODAY)).toBe('December 1');
    expect(dayWords('2027-01-30', TODAY)).toBe('January 30, 2027');
  });

  it('never calls a little nothing', () => {
    expect(percent(0.004)).toBe('1%');
    expect(percent(0)).toBe('0%');
    expect(percent(0.234)).toBe('23%');
  });
});
