import { expect, it } from 'vitest';
import { rankBefore, renumbered } from '../../../src/core/merge/rank.ts';

const order = (...ranks: number[]) => ranks.map((rank, at) => ({ id: `t${at}`, rank }));

it.each([
  ['nothing is there', [], null, 0],
  ['it goes to the end', [2, 5.5], null, 6],
  ['the one named is gone', [2, 5.5], 'gone', 6],
  ['it goes to the beginning', [2, 5.5], 't0', 1],
  ['it goes before one between whole numbers', [2.5, 5], 't0', 2],
  ['it goes between two', [2, 5], 't1', 3.5],
  ['there is only just room', [0, 1e-6], 't1', 0.5e-6],
  ['there is no room any more', [0, 0.9e-6], 't1', null],
] as const)('the rank when %s', (_, ranks, before, rank) => {
  expect(rankBefore(order(...ranks), before)).toBe(rank);
});

it('numbers an order anew as it stands', () => {
  expect(renumbered(order(-3, 0.25, 0.26))).toEqual(order(0, 1, 2));
});
