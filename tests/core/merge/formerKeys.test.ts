import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formerCompanyKey, underPresentKeys } from '../../../src/core/merge/index.ts';
import { companyKey } from '../../../src/core/text/companies.ts';

const moved = (companies: Record<string, string>, ...names: string[]) =>
  underPresentKeys({ companies, moves: {} }, names, []).companies;

it.each([
  ['Nubes S.A. de C.V.', 'nubes de cv'],
  ['Nordsø A/S', 'nordso a s'],
  ['Accell NV Group', 'accell group'],
  ['Müller & Söhne GmbH & Co. KG', 'muller sohne'],
  ['Fonterra Co-operative Group Limited', 'fonterra operative group'],
])('the words about %s come from %s', (name, former) => {
  expect(formerCompanyKey(name)).toBe(former);
  expect(moved({ [former]: '62' }, name)).toEqual({ [companyKey(name)]: '62' });
});

it('gives the word to all companies that bore the key, and keeps it for one that still does', () => {
  expect(moved({ 'accell group': '30' }, 'Accell NV Group', 'Accell Group', 'Accell AB Group')).toEqual({
    'accell group': '30',
    'accell nv group': '30',
    'accell ab group': '30',
  });
});

it('never puts a former word in place of one that stands under a key of today', () => {
  expect(moved({ 'nordso a s': '03', nordso: '10' }, 'Nordsø A/S')).toEqual({ nordso: '10' });
});

const FORMS = ['GmbH', 'AG', 'S.A. de C.V.', 'A/S', 'a.s.', 'Sp. z o.o.', 'NV', 'SpA', 'Co.', 'Ltd', ''];
const NAMES = ['Nubes', 'Nordsø', 'Fjordheim', 'E&C', 'constructor', '__proto__', 'Lukas Sá', 'PT Solutions'];
const name = fc
  .tuple(fc.constantFrom(...FORMS), fc.constantFrom(...NAMES), fc.constantFrom(...FORMS))
  .map((parts) => parts.join(' ').trim());

it('loses no word about a company that somebody is at, and none that was given under a key of today', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.boolean()), { maxLength: 8 }), (given) => {
      const names = given.map(([of]) => of);
      const said = new Map(
        given.map(([of, isFormer]) => [isFormer ? formerCompanyKey(of) : companyKey(of), of]),
      );
      const settings = {
        companies: Object.fromEntries([...said.keys()].map((key) => [key, '62'])),
        moves: {},
      };
      const { companies } = underPresentKeys(settings, names, []);
      for (const [key, of] of said)
        expect([key, of, Object.hasOwn(companies, companyKey(of))]).toEqual([key, of, true]);
      // Once more changes nothing for anybody.
      const again = underPresentKeys({ companies, moves: {} }, names, []).companies;
      for (const of of names)
        if (Object.hasOwn(companies, companyKey(of))) expect(Object.hasOwn(again, companyKey(of))).toBe(true);
    }),
  );
});
