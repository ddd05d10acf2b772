import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NameIndex } from '../../../src/core/network/nameIndex.ts';

function indexOf(...names: string[]): NameIndex {
  const index = new NameIndex();
  index.replace(
    0,
    names.map((_, i) => `c${i}`),
    names,
  );
  return index;
}

it.each([
  ['Xaver Yoldas', 'Xaver Yoldas'],
  ['xaver  YOLDAS', 'Xaver Yoldas'],
  ['Yoldas, Xaver', 'Xaver Yoldas'],
  ['Prof. Dr. med. Xaver Yoldas, MBA', 'Xaver Yoldas'],
  ['Xaver Yoldas', 'Dr. Xaver M. Yoldas (he/him)'],
  ['Xaver Maria Yoldas', 'Xaver Yoldas'],
  ['Xaver M. Yoldas', 'Xaver Maria Yoldas'],
  ['Jürgen Groß', 'Juergen Gross'],
  ['Jurgen Gross', 'Jürgen Groß'],
  ['Łukasz Żak', 'Lukasz Zak'],
  ['Ludwig van der Heide', 'Ludwig van der Heide'],
  ['Hans-Peter Meier', 'Hans Peter Meier'],
  ['Анна Сергеева', 'АННА СЕРГЕЕВА'],
  ['山田 太郎', '山田太郎'],
  ['王小明', '王小明'],
  ['Μαρία Παπαδοπούλου', 'μαρια παπαδοπουλου'],
  ['Zoë 🐦 Zimmer', 'Zoe Zimmer'],
  ['ليلى حداد', 'ليلى حداد'],
])('%s may be %s', (name, saved) => {
  expect(indexOf('Otto Other', saved).find(name)).toEqual(['c1']);
});

it.each([
  ['Xaver', 'Xaver Yoldas'],
  ['Yoldas', 'Xaver Yoldas'],
  ['X. Yoldas', 'Xaver Yoldas'],
  ['Xaver Y.', 'Xaver Yoldas'],
  ['Xaver Yoldas', 'X. Yoldas'],
  ['Anna Maria Schmidt', 'Anna Sophie Schmidt'],
  ['Anna Schmidt', 'Anna Müller-Schmidt'],
  ['Ann Schmidt', 'Anna Schmidt'],
  ['constructor', 'Xaver Yoldas'],
  ['12 others', 'Xaver Yoldas'],
  ['', ''],
  ['🐦', '🐦'],
])('%s is not %s', (name, saved) => {
  expect(indexOf(saved).find(name)).toEqual([]);
});

it('finds all who share a name, and follows each part of the whole', () => {
  const index = new NameIndex();
  index.replace(0, ['a', 'b'], ['Anna Müller', 'Ben Falk']);
  index.replace(1, ['c', 'd'], ['Anna Maria Müller', 'Dr. Anna Mueller']);
  expect(index.find('Anna Müller').sort()).toEqual(['a', 'c', 'd']);
  expect(index.find('Anna Mueller').sort()).toEqual(['a', 'c', 'd']);
  index.replace(1, ['c'], ['Clara Müller']);
  expect(index.find('Anna Müller')).toEqual(['a']);
  index.replace(0, [], []);
  expect([index.find('Anna Müller'), index.find('Clara Müller')]).toEqual([[], ['c']]);
});

it('finds everybody under their own name, whatever the name is', () => {
  const word = fc.constantFrom(
    'Anna',
    'Ben',
    'Müller',
    'Öz',
    '王',
    'von',
    'Dr.',
    'M.',
    'constructor',
    'О’Neil',
    '-',
  );
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), (names) => {
      const index = indexOf(...names);
      for (const [i, one] of names.entries()) {
        const found = index.find(one);
        expect(new Set(found).size).toBe(found.length);
        if (found.length > 0) expect(found).toContain(`c${i}`);
      }
    }),
  );
});
