import { expect, it } from 'vitest';
import { analyseBackup } from '../../src/cli/commands/analyse.ts';
import { movedLines, whatMoved } from '../../src/cli/moved.ts';
import { Backup } from '../../src/core/model/index.ts';
import { makeContact, makeGoal, makeMe, NOW } from '../make.ts';

const backup = Backup.parse({
  format: 'weitblick',
  version: 1,
  exportedAt: NOW,
  me: makeMe(),
  goals: [makeGoal()],
  contacts: [makeContact({}, 'c1'), makeContact({ key: { site: 'linkedin', id: 'jonas' } }, 'c2')],
  ties: [],
  settings: {},
});

it('says that nothing moved between two analyses of the same', async () => {
  const analysis = await analyseBackup(backup);
  expect(whatMoved(analysis, structuredClone(analysis))).toEqual([]);
});

it('names the fits, roles, layers, blind spots and moves that stand differently', async () => {
  const before = await analyseBackup(backup);
  const after = structuredClone(before);
  const [first] = after.contacts;
  const [fit] = first?.fits ?? [];
  const [was] = before.contacts[0]?.fits ?? [];
  if (first === undefined || fit === undefined || was === undefined) throw new Error('nobody');
  fit.value = 7;
  fit.roles = [];
  first.layer = { ...first.layer, known: true, value: 'personal' };
  after.blindSpots = [];
  after.nextMoves = [...after.nextMoves, { ...(after.nextMoves[0] as never as object), id: 'new' } as never];
  const moved = whatMoved(before, after);
  const layer = before.contacts[0]?.layer;
  expect(moved).toEqual([
    { what: 'layer', contactId: 'c1', from: layer?.known ? layer.value : null, to: 'personal' },
    { what: 'fit', contactId: 'c1', goalId: 'g1', from: String(was.value), to: '7' },
    ...was.roles.map(({ role }) => ({ what: 'role', contactId: 'c1', goalId: 'g1', from: role, to: null })),
    ...before.blindSpots.map(({ id }) => ({ what: 'blindSpot', from: id, to: null })),
    { what: 'nextMove', from: null, to: 'new' },
  ]);
  expect(movedLines(moved.slice(1, 2))).toBe(`fit\tc1\tg1\t${was.value}\t7\n`);
  expect(was.roles.length).toBeGreaterThan(0);
  expect(before.blindSpots.length).toBeGreaterThan(0);
});
