import { expect, it } from 'vitest';
import { matchOptions } from '../../../src/ui/parts/matchOptions.ts';

it('finds by the spellings of a lexicon without showing them', () => {
  const options = [
    { value: '4110', name: 'Büro, allgemein', spellings: ['burokauffrau'], also: ['Office work'] },
  ];
  expect(matchOptions(options, 'Bürokauffrau')).toMatchObject([{ option: { value: '4110' }, by: null }]);
  expect(matchOptions(options, 'office')).toMatchObject([{ by: 'Office work' }]);
});
