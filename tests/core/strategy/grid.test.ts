import { expect, it } from 'vitest';
import type { Digest, Goal } from '../../../src/core/model/index.ts';
import { createAnalysis } from '../../../src/core/strategy/index.ts';
import { makeGoal, NOW } from '../../make.ts';
import { meOf } from './scenario.ts';

const me = meOf({ id: 'me', name: 'Kim', seen: 0, isco: '2521', nace: '65' });

function gridOf(people: Partial<Digest>[], goals: Goal[] = [], of: typeof me | null = me) {
  const engine = createAnalysis({ me: of, goals, now: new Date(NOW) });
  people.forEach((more, at) => {
    engine.put({ id: `p${at}`, name: `Name ${at}`, seen: 20_700, ...more });
  });
  return engine.result().grid;
}
const cellsOf = (...given: Parameters<typeof gridOf>) =>
  gridOf(...given).cells.map(({ isco, nace2, count }) => `${isco}:${nace2} ${count}`);

const nurse = { isco: '2221', nace: '86' };
const doctor = { isco: '2211', nace: '86' };
const engineer = { isco: '2512', nace: '62' };
const clerk = { isco: '4110', nace: '62' };

it.each<[string, Partial<Digest>[], string[], unplaced: number]>([
  ['nobody', [], [], 0],
  ['two of one group', [nurse, doctor], ['22:86 2'], 0],
  ['the fullest first', [engineer, nurse, doctor], ['22:86 2', '25:62 1'], 0],
  ['equally full ones by their codes', [clerk, nurse, engineer], ['22:86 1', '25:62 1', '41:62 1'], 0],
  ['equally full ones of one group', [{ ...nurse, nace: '87' }, nurse], ['22:86 1', '22:87 1'], 0],
  ['somebody without an industry', [{ isco: '2221' }, nurse], ['22:86 1'], 1],
  ['somebody without a function', [{ nace: '86' }, {}], [], 2],
])('the grid of %s', (_, people, cells, unplaced) => {
  expect(cellsOf(people)).toEqual(cells);
  expect(cellsOf(people.toReversed())).toEqual(cells);
  expect(gridOf(people).unplaced).toBe(unplaced);
});

it.each<[string, object, Record<string, string[]>]>([
  ['a field that is filled', { isco: '2221', nace2: '86' }, { '22:86': ['g1'], '25:62': [], '41:62': [] }],
  [
    'a field that is empty',
    { isco: '1120', nace2: '64' },
    { '22:86': [], '25:62': [], '41:62': [], '11:64': ['g1'] },
  ],
  ['an industry', { nace2: '62' }, { '22:86': [], '25:62': ['g1'], '41:62': ['g1'] }],
  ['a function', { isco: '2521' }, { '22:86': [], '25:62': ['g1'], '41:62': [] }],
  ['neither', { companies: ['Klinik'] }, { '22:86': [], '25:62': [], '41:62': [] }],
])('a goal that names %s marks its cells', (_, target, marked) => {
  const { cells } = gridOf([nurse, engineer, clerk], [makeGoal(target)]);
  expect(Object.fromEntries(cells.map(({ isco, nace2, goalIds }) => [`${isco}:${nace2}`, goalIds]))).toEqual(
    marked,
  );
});

it('says how far each cell is from the user, and nothing where that is not known', () => {
  const far = (...given: Parameters<typeof gridOf>) =>
    gridOf(...given).cells.map((cell) => [cell.functionDistance, cell.industryDistance]);
  expect(far([{ isco: '2512', nace: '65' }])).toEqual([[0, 0]]);
  const [[byFunction, byIndustry] = []] = far([nurse]);
  expect([byFunction, byIndustry].every((distance) => (distance ?? 0) > 0)).toBe(true);
  expect(far([nurse], [], null)).toEqual([[null, null]]);
});

it('counts nobody who was removed', () => {
  const engine = createAnalysis({ me, goals: [], now: new Date(NOW) });
  for (const [id, more] of Object.entries({ a: nurse, b: {}, c: nurse }))
    engine.put({ id, name: id, seen: 20_700, ...more });
  for (const id of ['a', 'b']) expect(engine.remove(id)).toBe(true);
  expect(engine.remove('a')).toBe(false);
  expect(engine.result().grid).toMatchObject({ cells: [{ isco: '22', nace2: '86', count: 1 }], unplaced: 0 });
});
