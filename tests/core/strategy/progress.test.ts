import { describe, expect, it } from 'vitest';
import { MOST_SNAPSHOTS, Snapshot } from '../../../src/core/model/index.ts';
import { createAnalysis, progressOf, snapshotOf, withSnapshot } from '../../../src/core/strategy/index.ts';
import { makeGoal, NOW } from '../../make.ts';
import { meOf, personOf } from './scenario.ts';

const me = meOf(personOf('me', 'Kim; 2521 senior; 65; Versicherung; Hamburg DE'));
const month = (name: string, changes: Partial<Snapshot> = {}): Snapshot => ({
  month: name,
  at: `${name}-20T10:00:00.000Z`,
  contacts: 3,
  layers: { operational: 1, personal: 1, strategic: 1, beyond: 0 },
  conversations: 0,
  goals: [{ id: 'g1', covered: 0.2, filled: 0, of: 3, gaps: ['role:g1:insider', 'role:g1:doorOpener'] }],
  ...changes,
});

it('a month in a few figures fits the schema and holds no contact', () => {
  const engine = createAnalysis({ me, goals: [makeGoal({ nace2: '86' })], now: new Date(NOW) });
  engine.put(personOf('nurse', 'Ada Blum; 2221 professional; 86; Klinik; Bremen DE; last 0'));
  engine.put(personOf('old', 'Otto Rau; 2221 professional; 86; Klinik; Bremen DE; last 5'));
  const snapshot = snapshotOf(engine.result());
  expect(Snapshot.parse(snapshot)).toEqual(snapshot);
  expect(snapshot).toMatchObject({ month: '2026-11', contacts: 2, conversations: 1 });
  expect(JSON.stringify(snapshot)).not.toMatch(/Ada|nurse|Klinik/);
  expect(JSON.stringify(snapshot).length).toBeLessThan(3_000);
});

describe('the months', () => {
  it('keep the last state of each, in order', () => {
    const known = [month('2026-09'), month('2026-10')];
    expect(withSnapshot(known, month('2026-10', { contacts: 9 })).map(({ contacts }) => contacts)).toEqual([
      3, 9,
    ]);
    expect(withSnapshot(known, month('2026-08')).map(({ month: name }) => name)).toEqual([
      '2026-08',
      '2026-09',
      '2026-10',
    ]);
  });

  it('are at most five years', () => {
    let known: Snapshot[] = [];
    for (let at = 0; at < 70; at++)
      known = withSnapshot(
        known,
        month(`${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`),
      );
    expect(known).toHaveLength(MOST_SNAPSHOTS);
    expect(known.at(-1)?.month).toBe('2025-10');
  });
});

describe('progress', () => {
  const now = month('2026-11', {
    goals: [{ id: 'g1', covered: 0.5, filled: 2, of: 3, gaps: ['role:g1:doorOpener', 'place:g1:Wien'] }],
  });

  it('is since the last month and since the goal began', () => {
    const began = month('2026-05', { goals: [{ id: 'g1', covered: 0, filled: 1, of: 3, gaps: [] }] });
    const { sinceLast, sinceStart } = progressOf([began, month('2026-10'), now], now);
    expect(sinceLast).toEqual([
      expect.objectContaining({
        since: '2026-10-20',
        filled: { from: 0, to: 2, of: 3 },
        closed: ['role:g1:insider'],
        opened: ['place:g1:Wien'],
      }),
    ]);
    expect(sinceLast[0]?.facts.map(({ key }) => key)).toEqual([
      'factProgressFilled',
      'factProgressClosed',
      'factProgressOpened',
    ]);
    expect(sinceStart[0]).toMatchObject({ since: '2026-05-20', filled: { from: 1, to: 2 } });
  });

  it('says so when nothing has changed, and nothing where nothing earlier is known', () => {
    expect(progressOf([month('2026-10')], month('2026-11')).sinceLast[0]?.facts).toEqual([
      { key: 'factProgressNone', values: { goal: 'g1' } },
    ]);
    expect(progressOf([now], now).sinceLast).toEqual([]);
    const other = month('2026-10', { goals: [] });
    expect(progressOf([other], now).sinceLast).toEqual([]);
  });

  it('tells of a role that nobody fills any more', () => {
    const before = month('2026-10', { goals: [{ id: 'g1', covered: 1, filled: 3, of: 3, gaps: [] }] });
    expect(progressOf([before], now).sinceLast[0]?.facts[0]).toEqual({
      key: 'factProgressEmptied',
      values: { count: 1, goal: 'g1' },
    });
  });
});
