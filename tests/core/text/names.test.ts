import { expect, it } from 'vitest';
import { isPronouns, parseName } from '../../../src/core/text/names.ts';

it.each([
  ['Jana Bergmann', 'Jana Bergmann', 'Jana', 'Bergmann'],
  ['Dr. Jana Bergmann, MBA (she/her)', 'Dr. Jana Bergmann, MBA', 'Jana', 'Bergmann'],
  [
    'Prof. Dr.-Ing. Karl-Heinz von der Lühe',
    'Prof. Dr.-Ing. Karl-Heinz von der Lühe',
    'Karl-Heinz',
    'von der Lühe',
  ],
  ['Dipl.-Ing. (FH) Peter Vogt', 'Dipl.-Ing. (FH) Peter Vogt', 'Peter', 'Vogt'],
  ['Dr. rer. nat. Eva Stein', 'Dr. rer. nat. Eva Stein', 'Eva', 'Stein'],
  ['🚀 Max Muster 🌱', '🚀 Max Muster 🌱', 'Max', 'Muster'],
  ['Jana Bergmann ✓', 'Jana Bergmann', 'Jana', 'Bergmann'],
  ['Bergmann, Jana', 'Bergmann, Jana', 'Jana', 'Bergmann'],
  ['Anna "Annie" Weber She/Her', 'Anna "Annie" Weber', 'Anna', 'Weber'],
  ['M. Night Smith', 'M. Night Smith', 'M. Night', 'Smith'],
  ['Jean-Luc de la Tour, PhD', 'Jean-Luc de la Tour, PhD', 'Jean-Luc', 'de la Tour'],
  ['John O’Neil Jr.', 'John O’Neil Jr.', 'John', 'O’Neil'],
  ['  Jana \n Bergmann\u200B ', 'Jana Bergmann', 'Jana', 'Bergmann'],
  ['Max', 'Max', 'Max', undefined],
  ['李明', '李明', undefined, undefined],
])('%s', (text, full, given, family) => {
  const name = parseName(text);
  expect([name?.full, name?.given, name?.family]).toEqual([full, given, family]);
});

it.each(['', '123', '🚀', '\u202E'])('%j is no name', (text) => {
  expect(parseName(text)).toBeNull();
});

it.each([
  ['She/Her', true],
  ['er/ihm', true],
  ['(ella)', true],
  ['they/them', true],
  ['All', false],
  ['Head of Sales', false],
])('%s are pronouns: %s', (text, are) => {
  expect(isPronouns(text)).toBe(are);
});
