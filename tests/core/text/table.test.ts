import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownValue, tableOf } from '../../../src/core/text/table.ts';

/** Words that every plain object knows. */
const OBJECTS_OWN = Object.getOwnPropertyNames(Object.prototype);

it('a table knows its rows and nothing else', () => {
  const table = tableOf({ engineer: 2, nurse: 3 });
  expect([...table]).toEqual([
    ['engineer', 2],
    ['nurse', 3],
  ]);
  for (const word of OBJECTS_OWN) {
    expect(table.get(word), word).toBeUndefined();
    expect(table.has(word), word).toBe(false);
  }
});

it('an object gives what was put into it, under whatever name', () => {
  for (const word of OBJECTS_OWN) expect(ownValue({ nurse: 3 }, word), word).toBeUndefined();
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...OBJECTS_OWN), fc.string()), fc.integer(), (word, value) => {
      expect(ownValue(JSON.parse(`{${JSON.stringify(word)}: ${value}}`), word)).toBe(value);
    }),
  );
});
