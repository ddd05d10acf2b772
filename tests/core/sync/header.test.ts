import { expect, it } from 'vitest';
import { Header, Hello } from '../../../src/core/sync/index.ts';

const header = { v: 1, model: 1, kind: 'd', dev: '0123abcd', name: 'Laptop', seq: 1, n: 0 };
const hello = { v: 1, model: 1, space: 's', epoch: 'e', why: 'new' };

it.each([
  ['2026-03-05T10:00:00.000Z', true],
  ['2026-03-05T10:00:00Z', true],
  ['soon', false],
  ['', false],
  ['2026-03-05', false],
  ['2026-13-45T10:00:00Z', false],
  ['9999999999', false],
])('a file written at %j is taken: %s', (at, taken) => {
  expect([Header.safeParse({ ...header, at }).success, Hello.safeParse({ ...hello, at }).success]).toEqual([
    taken,
    taken,
  ]);
});
