import { describe, expect, it } from 'vitest';
import type { AffiliationGraph, BlindSpot } from '../../../src/core/model/index.ts';
import {
  affiliationModel,
  fitted,
  layoutGraph,
} from '../../../src/ui/dashboard/rooms/map/affiliationModel.ts';
import { planeModel, planePoint, TITLE_LINE } from '../../../src/ui/dashboard/rooms/map/planeModel.ts';
import { serves } from '../../../src/ui/dashboard/shared/serves.ts';
import { makeGoal } from '../../make.ts';
import { makeRow } from './row.ts';

const size = { width: 1000, height: 500 };
const me = { isco4: '2521', nace2: '65' };

describe('the plane', () => {
  it('places who is known, sets aside who is not, and counts the quarters', () => {
    const model = planeModel(
      [
        makeRow({ id: 'near', functionDistance: 0, industryDistance: 0 }),
        makeRow({ id: 'far', functionDistance: 1, industryDistance: 1 }),
        makeRow({ id: 'craft', functionDistance: 0.25, industryDistance: 1 }),
        makeRow({ id: 'x', functionDistance: null }),
        makeRow({ id: 'y', industryDistance: null }),
        makeRow({ id: 'z', functionDistance: null, industryDistance: null }),
      ],
      [],
      [],
      me,
      size,
    );
    expect(model.quarters).toEqual({ dailyWork: 1, sameCraft: 1, sameWorld: 0, beyondTheRim: 1 });
    expect(model.dots.map(({ row }) => row.id).sort()).toEqual(['craft', 'far', 'near']);
    const ids = Object.entries(model.unknown).map(([kind, rows]) => [kind, rows.map(({ id }) => id)]);
    expect(Object.fromEntries(ids)).toEqual({ function: ['x'], industry: ['y'], both: ['z'] });
    const far = model.dots.find(({ row }) => row.id === 'far');
    expect(far?.x).toBeCloseTo(900);
    // The middle of its band, below the line that belongs to the quarter's title.
    expect(far?.y).toBeCloseTo(50 + TITLE_LINE / 2);
  });

  it('keeps the titles of the quarters free of dots', () => {
    const rows = Array.from({ length: 120 }, (_, at) =>
      makeRow({ id: `c${at}`, functionDistance: 1, industryDistance: at % 2 ? 1 : 0.5 }),
    );
    const model = planeModel(rows, [], [], me, size);
    const border = size.height * 0.4;
    for (const { y, radius } of model.dots) {
      expect(y - radius).toBeGreaterThanOrEqual(y < border ? TITLE_LINE : 0);
      if (y >= border) expect(y - radius).toBeGreaterThanOrEqual(border + TITLE_LINE);
    }
  });

  it('puts key persons in the middle of a heap, and larger', () => {
    const rows = Array.from({ length: 20 }, (_, at) =>
      makeRow({ id: `c${at}`, hub: at === 7 ? 0.9 : 0, isHub: at === 7 }),
    );
    const { dots } = planeModel(rows, [], [], me, size);
    const middle = planePoint(0.25, 1, size);
    const nearest = [...dots].sort(
      (a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y),
    )[0];
    expect(nearest?.row.id).toBe('c7');
    expect(nearest?.radius).toBeGreaterThan(dots.at(-1)?.radius ?? 99);
  });

  it('draws a target where it lies, along a line when one side is open, not at all when both are', () => {
    const goals = [
      makeGoal({ isco: '2521', nace2: '86' }, { id: 'both' }),
      makeGoal({ nace2: '86' }, { id: 'industry' }),
      makeGoal({ skills: ['FHIR'] }, { id: 'skill' }),
      makeGoal({ isco: '2521', nace2: '86' }, { id: 'again' }),
      makeGoal({ isco: '2521', nace2: '86' }, { id: 'reached', state: 'reached' }),
    ];
    const { targets } = planeModel([], goals, [], me, size);
    expect(targets.map(({ goal, x, beneath }) => [goal.id, x, beneath])).toEqual([
      ['both', 100, 0],
      ['industry', null, 0],
      ['again', 100, 1],
    ]);
    expect(planeModel([], goals, [], null, size).targets).toEqual([]);
  });

  it('gathers blind spots by place; one without a field stands at its goal', () => {
    const spot = (id: string, changes: Partial<BlindSpot> = {}): BlindSpot => ({
      id,
      goalId: 'g1',
      kind: 'role',
      severity: 1,
      facts: [],
      contactIds: [],
      ...changes,
    });
    const goals = [makeGoal({ isco: '2521', nace2: '86' })];
    const { areas } = planeModel(
      [],
      goals,
      [spot('a'), spot('b', { isco: '1330', nace2: '65' }), spot('c')],
      me,
      size,
    );
    expect(areas.map(({ spots }) => spots.map(({ id }) => id))).toEqual([['a', 'c'], ['b']]);
  });

  it('knows who serves a goal as the engine says it, whatever the fit and the role', () => {
    expect(serves(makeRow({ fits: [45], serves: [true] }), ['g1'], 'g1')).toBe(true);
    expect(serves(makeRow({ fits: [90], roles: [32], serves: [false] }), ['g1'], 'g1')).toBe(false);
    expect(serves(makeRow({ fits: [90, 10], serves: [false, true] }), ['g0', 'g1'], 'g1')).toBe(true);
    expect(serves(makeRow({ fits: [90], roles: [1], serves: [true] }), ['g1'], 'gone')).toBe(false);
  });
});

describe('the affiliations', () => {
  const KNOWS = { key: 'factPathKnows' as const, values: { contact: 'a', other: 'b' } };
  const graph: AffiliationGraph = {
    estimated: true,
    leftOut: 3,
    nodes: [
      { id: 'me', kind: 'me', label: 'Kim', group: null },
      { id: 'a', kind: 'person', label: 'A', group: 'g' },
      { id: 'b', kind: 'person', label: 'B', group: 'g' },
      { id: 'c', kind: 'person', label: 'C', group: null },
      { id: 'org:x', kind: 'organisation', label: 'X', group: null },
    ],
    edges: [
      { from: 'me', to: 'c', kind: 'knows', weight: 1 },
      { from: 'a', to: 'org:x', kind: 'affiliation', weight: 1 },
      { from: 'b', to: 'org:x', kind: 'affiliation', weight: 0.5 },
      { from: 'org:x', to: 'b', kind: 'affiliation', weight: 0.5 },
      { from: 'a', to: 'gone', kind: 'knows', weight: 1 },
      { from: 'a', to: 'b', kind: 'knows', weight: 0.85, fact: KNOWS },
    ],
  };

  it('leaves out the user, counts who stands alone, and draws each edge once', () => {
    const model = affiliationModel(graph, [{ id: 'g', label: 'X', contactIds: [], count: 2 }]);
    expect(model.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'org:x']);
    expect(model.alone).toEqual([{ id: 'c', label: 'C' }]);
    expect(model.edges).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
    expect(model.shown).toEqual([undefined, undefined, KNOWS]);
    expect(model.leftOut).toBe(3);
    expect(layoutGraph(model, 1)).toMatchObject({ count: 3, edges: [0, 2, 1, 2, 0, 1], groups: [0, 0, 0] });
  });

  it('fits any positions into the picture', () => {
    const box = { left: 10, top: 10, right: 210, bottom: 110 };
    const points = fitted([0, 0, 4000, 100, -100, 900], box);
    for (const { x, y } of points) expect(x >= 10 && x <= 210 && y >= 10 && y <= 110).toBe(true);
    expect(fitted([5, 5], box)).toEqual([{ x: 110, y: 60 }]);
    expect(fitted([], box)).toEqual([]);
  });
});
