import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDuration, isPeriodLine, parseDate, parsePeriod } from '../../../src/core/text/dates.ts';

describe('spans', () => {
  it.each([
    ['Jan 2020 - Present · 4 yrs 3 mos', { start: '2020-01', end: null }],
    ['Apr. 2023–Okt. 2026 · 3 Jahre 7 Monate', { start: '2023-04', end: '2026-10' }],
    ['Jan. 2020–Heute', { start: '2020-01', end: null }],
    ['Mrz. 2019 – März 2021', { start: '2019-03', end: '2021-03' }],
    ['Jänner 2019 - Feber 2020', { start: '2019-01', end: '2020-02' }],
    ['2018–2021', { start: '2018', end: '2021' }],
    ['2018 — 2021', { start: '2018', end: '2021' }],
    ['von 01/2019 bis heute', { start: '2019-01', end: null }],
    ['2 Jahre und 3 Monate, Jan. 2020 - heute', { start: '2020-01', end: null }],
    ['5 Jahre, 1 Monat, seit Okt. 2019', { start: '2019-10', end: null }],
    ['janv. 2020 - aujourd’hui · 4 ans', { start: '2020-01', end: null }],
    ['août 2019 – déc. 2021', { start: '2019-08', end: '2021-12' }],
    ['juin 2019 à juil. 2020', { start: '2019-06', end: '2020-07' }],
    ['depuis 2018', { start: '2018', end: null }],
    ['ene. 2018 - dic. 2019 · 2 años', { start: '2018-01', end: '2019-12' }],
    ['mar. de 2020 - actualidad', { start: '2020-03', end: null }],
    ['gen 2018 - Presente · 8 anni 2 mesi', { start: '2018-01', end: null }],
    ['dal 2016 al 2019', { start: '2016', end: '2019' }],
    ['mrt. 2020 - heden · 6 jaar', { start: '2020-03', end: null }],
    ['sinds mei 2021', { start: '2021-05', end: null }],
    ['sty 2020 – obecnie · 6 lat 11 mies.', { start: '2020-01', end: null }],
    ['od czerwca 2015 do grudnia 2019', { start: '2015-06', end: '2019-12' }],
    ['out. de 2019 - o momento · 7 anos 2 meses', { start: '2019-10', end: null }],
    ['янв. 2019 – настоящее время', { start: '2019-01', end: null }],
    ['bis 2019', { end: '2019' }],
    ['2020', { start: '2020' }],
    ['2019 - 2018', null],
    ['Berlin, Germany', null],
    ['Full-time · 5 yrs 3 mos', null],
    ['Founder since the year 2020 of something', null],
    ['Agent 2020', null],
    ['13/2020', null],
    ['3020 - 3021', null],
    ['', null],
  ])('%s', (text, period) => {
    expect(parsePeriod(text)).toEqual(period);
  });

  it.each([
    '4 yrs 3 mos',
    '3 Jahre und 7 Monate',
    '1 an 2 mois',
    '5 años 1 mes',
    'Less than a year',
    '2 anni e 3 mesi',
    '6 jaar en 1 maand',
    '6 lat 11 mies.',
    '7 anos e 2 meses',
  ])('%s is a duration, no span', (text) => {
    expect([isDuration(text), isPeriodLine(text)]).toEqual([true, false]);
  });

  it('ends no earlier than it starts, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789-/. –JanMärzbisheut'), maxLength: 40 }),
        (text) => {
          const period = parsePeriod(text);
          if (period?.start && period.end)
            expect(period.end >= period.start.slice(0, period.end.length)).toBe(true);
        },
      ),
      { seed: 7 },
    );
  });
});

it.each([
  ['2020-05-06', '2020-05'],
  ['2020-05-06T10:00:00Z', '2020-05'],
  ['3. März 2020', '2020-03'],
  ['March 3, 2020', '2020-03'],
  ['05.2020', '2020-05'],
  ['2019', '2019'],
  ['2019 - 2020', null],
  ['heute', null],
])('the date %s', (text, date) => {
  expect(parseDate(text)).toBe(date);
});
