import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formerCompanyKey, underPresentKeys } from '../../../src/core/merge/index.ts';
import { companyKey } from '../../../src/core/text/companies.ts';
import { makeGoal } from '../../make.ts';

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

describe('a move that was put off', () => {
  const goal = makeGoal({ companies: ['Helios', 'Accell NV Group'] });
  const search = (key: string, of = goal.id) => `search:${of}:company:${of}:${key}`;
  it.each([
    ['the search at a company', search('accell group'), search('accell nv group')],
    ['the search at one that bore its key before', search('helios'), search('helios')],
    ['the search of another goal', search('accell group', 'g9'), search('accell group', 'g9')],
    ['the search at a company that no goal names', search('accell'), search('accell')],
    [
      'the pause at a company',
      'pause:same:employer:g1:accell group',
      'pause:same:employer:g1:accell nv group',
    ],
    [
      'the pause at one that is called as before',
      'pause:same:employer:g1:helios',
      'pause:same:employer:g1:helios',
    ],
    ['a pause of no company', 'pause:same:employer:g1:', 'pause:same:employer:g1:'],
    ['any other move', 'ask:g1:accell group', 'ask:g1:accell group'],
  ])('is found again: %s', (_, id, now) => {
    const until = { [id]: '2027-01-01' };
    expect(underPresentKeys({ companies: {}, moves: until }, [], [goal]).moves).toEqual({
      [now]: '2027-01-01',
    });
  });

  it('keeps to the length that an id may have', () => {
    const company = `Accell NV ${'g'.repeat(150)}${'h'.repeat(150)}`;
    const id = `pause:same:employer:g1:${formerCompanyKey(company)}`;
    const [moved = ''] = Object.keys(
      underPresentKeys({ companies: {}, moves: { [id]: '2027-01-01' } }, [company], []).moves,
    );
    expect(moved).toBe(`pause:same:employer:g1:${companyKey(company)}`.slice(0, 200));
  });
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
