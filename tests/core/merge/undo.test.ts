import { describe, expect, it } from 'vitest';
import { tieKey } from '../../../src/core/merge/join.ts';
import { type Present, planUndo, type UndoRecord } from '../../../src/core/merge/undo.ts';
import type { Contact, Goal, Me, Tie } from '../../../src/core/model/index.ts';
import { makeContact, makeGoal, makeMe } from '../../make.ts';

const AT = { now: '2026-11-24T10:00:00.000Z', deviceId: 'd9' };
const contact = (id: string, rev: number): Contact => ({ ...makeContact({}, id), rev });
const tie = (from: string, to: string, more: Partial<Tie> = {}): Tie => ({
  from,
  to,
  kind: 'knows',
  ...more,
});

interface Now {
  contacts?: Contact[];
  ties?: Tie[];
  goals?: Goal[];
  me?: Me | null;
}
function undo(record: Partial<UndoRecord>, { contacts = [], ties = [], goals = [], me = null }: Now) {
  const present: Present = {
    contact: (id) => contacts.find((one) => one.id === id),
    tie: (wanted) => ties.find((one) => tieKey(one) === tieKey(wanted)),
    goal: (id) => goals.find((one) => one.id === id),
    me,
  };
  const whole = {
    id: 'u',
    at: AT.now,
    label: 'x',
    created: [],
    before: [],
    ties: { before: [], created: [] },
  };
  return planUndo({ ...whole, ...record }, present, AT);
}
const NOTHING = { delete: [], restore: [], kept: [], ties: { delete: [], restore: [] }, deleteGoals: [] };

describe('an import that is taken back', () => {
  it.each<[string, Partial<UndoRecord>, Now, object]>([
    ['of nothing does nothing', {}, {}, {}],
    ['takes whom it created', { created: ['a'] }, { contacts: [contact('a', 0)] }, { delete: ['a'] }],
    [
      'leaves whom the user has worked on',
      { created: ['a'] },
      { contacts: [contact('a', 1)] },
      { kept: ['a'] },
    ],
    ['does not mind who is gone', { created: ['a'], before: [contact('b', 2)] }, {}, {}],
    [
      'brings back whom it changed',
      { before: [contact('a', 2)] },
      { contacts: [contact('a', 3)] },
      { restore: [{ ...contact('a', 4), updatedAt: AT.now, deviceId: AT.deviceId }] },
    ],
    [
      'leaves whom the user has changed since',
      { before: [contact('a', 2)] },
      { contacts: [contact('a', 4)] },
      { kept: ['a'] },
    ],
    [
      'takes its ties, and brings back what they replaced',
      {
        ties: {
          before: [tie('a', 'c')],
          after: [tie('a', 'c', { messages: 3 })],
          created: [tie('a', 'b')],
        },
      },
      { ties: [tie('a', 'b'), tie('a', 'c', { messages: 3 })] },
      { ties: { delete: [tie('a', 'b')], restore: [tie('a', 'c')] } },
    ],
    [
      'of an older version brings back a tie of which no more is known',
      { ties: { before: [tie('a', 'c')], created: [] } },
      { ties: [tie('a', 'c', { messages: 3 })] },
      { ties: { delete: [], restore: [tie('a', 'c')] } },
    ],
    [
      'leaves ties that were said anew',
      {
        ties: { before: [tie('a', 'c')], after: [tie('a', 'c', { messages: 3 })], created: [tie('a', 'b')] },
      },
      { ties: [tie('a', 'b', { strength: 'weak' }), tie('a', 'c', { messages: 4 })] },
      {},
    ],
    [
      'leaves a tie that was said anew with the contacts that it would take along',
      { created: ['a', 'b', 'c'], ties: { before: [], created: [tie('a', 'b')] } },
      {
        contacts: [contact('a', 0), contact('b', 0), contact('c', 0)],
        ties: [tie('a', 'b', { strength: 'weak' })],
      },
      { delete: ['c'], kept: ['a', 'b'] },
    ],
    [
      'leaves ties away that were removed since',
      { ties: { before: [tie('a', 'c')], created: [tie('a', 'b')] } },
      {},
      {},
    ],
    [
      'leaves the ties of whoever stays, at either end',
      {
        created: ['a'],
        before: [contact('b', 1)],
        ties: { before: [tie('x', 'b')], created: [tie('a', 'x'), tie('x', 'a'), tie('x', 'y')] },
      },
      {
        contacts: [contact('a', 1), contact('b', 5)],
        ties: [tie('x', 'b'), tie('a', 'x'), tie('x', 'a'), tie('x', 'y')],
      },
      { kept: ['a', 'b'], ties: { delete: [tie('x', 'y')], restore: [] } },
    ],
    [
      'takes its goals that stand as they came',
      { goals: ['g1', 'g2', 'g3'] },
      { goals: [makeGoal(), makeGoal({}, { id: 'g2', updatedAt: '2026-11-25T10:00:00.000Z' })] },
      { deleteGoals: ['g1'] },
    ],
    [
      'brings back the own profile',
      { me: makeMe(), meAfter: makeMe({ name: 'B' }) },
      { me: makeMe({ name: 'B' }) },
      { me: makeMe() },
    ],
    [
      'takes an own profile where there was none',
      { me: null, meAfter: makeMe() },
      { me: makeMe() },
      { me: null },
    ],
    [
      'of an older version brings it back whatever stands',
      { me: makeMe() },
      { me: makeMe({ name: 'B' }) },
      { me: makeMe() },
    ],
    [
      'leaves an own profile that was changed since',
      { me: null, meAfter: makeMe() },
      { me: makeMe({ name: 'B' }) },
      {},
    ],
    ['leaves an own profile that it did not touch', { meAfter: makeMe() }, { me: makeMe() }, {}],
  ])('%s', (_, record, now, plan) => {
    expect(undo(record, now)).toStrictEqual({ ...NOTHING, ...plan });
  });
});
