import { describe, expect, it } from 'vitest';
import { matchOptions } from '../../../src/ui/parts/matchOptions.ts';
import { functionOptions, industryOptions } from '../../../src/ui/parts/taxonomyOptions.ts';
import { writtenPhrase } from '../../../src/ui/parts/writtenPhrase.ts';

it('finds by the spellings of a lexicon, and shows the one that matched where they can be written', () => {
  const option = {
    value: '4110',
    name: 'Büro, allgemein',
    spellings: ['burokauffrau'],
    also: ['Office work'],
  };
  expect(matchOptions([option], 'Bürokauffrau')).toMatchObject([{ option: { value: '4110' }, by: null }]);
  expect(matchOptions([option], 'office')).toMatchObject([{ by: 'Office work' }]);
  const written = { ...option, write: (text: string) => ({ text: text.toUpperCase(), foreign: false }) };
  expect(matchOptions([written], 'Bürokauffrau')).toMatchObject([{ by: 'BUROKAUFFRAU' }]);
});

it('never shows a name of another language, by which it finds all the same', () => {
  const option = { value: '1', name: 'Leitung', foreign: ['Management'] };
  expect(matchOptions([option], 'manag')).toMatchObject([{ option: { value: '1' }, by: null }]);
});

it('puts that first of whose name more is typed', () => {
  const write = (text: string) => ({ text, foreign: text.includes('foreign') });
  const options = [
    { value: 'a', name: 'A', spellings: ['contract manager'], write },
    { value: 'b', name: 'B', spellings: ['controller finance', 'control foreign', 'controller'], write },
  ];
  expect(matchOptions(options, 'contr').map(({ option, by }) => [option.value, by])).toEqual([
    ['b', 'controller'],
    ['a', 'contract manager'],
  ]);
});

describe('what is offered first, and why', () => {
  it.each([
    ['de', 'Contr', '2411', 'Controller'],
    ['en', 'Contr', '2411', 'Controller'],
    ['de', 'Dateninge', '2511', 'Dateningenieur'],
    ['en', 'data sc', '2511', 'Data scientist'],
    ['de', 'Ärztin', '2211', 'Ärztin'],
    ['de', 'Produktm', '2431', 'Produktmanager'],
    ['de', 'Projektl', '2421', 'Projektleiter'],
    ['en', 'cfo', '1211', 'CFO'],
    ['de', 'Pflege', '2221', null],
  ] as const)('in %s for %s: %s by %s', (language, typed, code, by) => {
    const [first] = matchOptions(functionOptions(language), typed);
    expect([first?.option.value, first?.by]).toEqual([code, by]);
  });

  it.each([
    ['de', 'Kranken', '86', 'Krankenhaus'],
    ['en', 'hosp', '86', 'Hospitals'],
  ] as const)('in %s for the industry %s: %s by %s', (language, typed, code, by) => {
    const [first] = matchOptions(industryOptions(language), typed);
    expect([first?.option.value, first?.by]).toEqual([code, by]);
  });

  it('shows no reason without an own name in the other language of the interface', () => {
    const english = functionOptions('en').map(({ name }) => name);
    for (const typed of ['manag', 'arbeit', 'finanz', 'nurs'])
      for (const { by } of matchOptions(functionOptions('de'), typed)) expect(english).not.toContain(by);
  });
});

it.each([
  ['geschaftsfuhrerin', 'Geschäftsführerin'],
  ['kaufmannische leitung', 'Kaufmännische Leitung'],
  ['leiter verkauf und marketing', 'Leiter Verkauf und Marketing'],
  ['kaufmann', 'Kaufmann'],
  ['kindergarten', 'Kindergarten'],
  ['schlosser', 'Schlosser'],
  ['wirtschaftsprufer', 'Wirtschaftsprüfer'],
  ['qualitatsmanager', 'Qualitätsmanager'],
  ['it projektleiter', 'IT Projektleiter'],
  ['fur und wider', 'Für und Wider'],
])('writes %s as %s', (folded, expected) => {
  expect(writtenPhrase(folded, 'de')).toBe(expected);
});
