import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISTANCE_STEPS, distanceStep } from '../../../src/core/distance/index.ts';
import { forceLayout } from '../../../src/ui/charts/forceLayout.ts';
import { placeHeaps } from '../../../src/ui/charts/heaps.ts';
import { binIntoHexagons } from '../../../src/ui/charts/hexagons.ts';
import { placeLabels } from '../../../src/ui/charts/labels.ts';
import { hatchEllipse, layerMark } from '../../../src/ui/charts/marks.ts';
import { alongSteps, BANDS, quarterOf } from '../../../src/ui/charts/stepScale.ts';
import { SvgSurface } from '../../../src/ui/charts/surface.ts';
import {
  overlap,
  panned,
  revealing,
  toPicture,
  toScreen,
  WHOLE,
  zoomed,
} from '../../../src/ui/charts/viewport.ts';
import { insidePolygon, nextInDirection } from '../../../src/ui/charts/walk.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const coordinate = fc.double({ min: -2000, max: 2000, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });

describe('the axis of steps', () => {
  it('never places a greater distance nearer, and each in the band of its word', () => {
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        if (a <= b) expect(alongSteps(a)).toBeLessThanOrEqual(alongSteps(b));
        const band = BANDS.find(({ step }) => step === distanceStep(a));
        expect(alongSteps(a)).toBeGreaterThan(band?.start ?? 1);
        expect(alongSteps(a)).toBeLessThan(band?.end ?? 0);
      }),
    );
    expect(BANDS.map(({ step }) => step)).toEqual(DISTANCE_STEPS.map(({ step }) => step));
  });

  it.each([
    [0, 0, 'dailyWork'],
    [0.6, 0.6, 'dailyWork'],
    [0.3, 0.61, 'sameCraft'],
    [0.75, 0, 'sameWorld'],
    [1, 1, 'beyondTheRim'],
  ] as const)('%s, %s lies in %s', (what, where, quarter) => expect(quarterOf(what, where)).toBe(quarter));
});

describe('heaps', () => {
  const reach = { x: 70, y: 40 };
  const heap = (count: number, radius = 3) =>
    Array.from({ length: count }, () => ({ x: 100, y: 100, radius }));

  it('keeps a lone dot in its place, and dots apart as long as there is room', () => {
    expect(placeHeaps(heap(1), { reach })).toEqual([{ x: 100, y: 100 }]);
    const placed = placeHeaps(heap(60), { reach });
    for (let a = 0; a < placed.length; a++)
      for (let b = 0; b < a; b++) {
        const [left, right] = [placed[a], placed[b]];
        expect(
          Math.hypot((left?.x ?? 0) - (right?.x ?? 0), (left?.y ?? 0) - (right?.y ?? 0)),
        ).toBeGreaterThan(5.5);
      }
  });

  it('stays within its reach, however many there are, and is the same every time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 2, max: 9, noNaN: true }), { minLength: 1, maxLength: 3000, size: 'max' }),
        (radii) => {
          const items = radii.map((radius) => ({ x: 0, y: 0, radius }));
          const placed = placeHeaps(items, { reach });
          for (const { x, y } of placed) {
            expect(Math.abs(x)).toBeLessThanOrEqual(reach.x);
            expect(Math.abs(y)).toBeLessThanOrEqual(reach.y);
          }
          expect(placeHeaps(items, { reach })).toEqual(placed);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('leaves a hole for who stands there', () => {
    const placed = placeHeaps(heap(20), { reach, hole: { x: 100, y: 100, radius: 15 } });
    for (const { x, y } of placed) expect(Math.hypot(x - 100, y - 100)).toBeGreaterThan(12);
  });
});

describe('hexagons', () => {
  it('count every point once, in the hexagon whose centre is nearest', () => {
    fc.assert(
      fc.property(
        fc.array(point, { maxLength: 200 }),
        fc.double({ min: 2, max: 60, noNaN: true }),
        (points, radius) => {
          const hexagons = binIntoHexagons(points, radius);
          expect(hexagons.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual(
            points.map((_, at) => at),
          );
          for (const { x, y, members } of hexagons)
            for (const at of members)
              expect(Math.hypot(x - (points[at]?.x ?? 0), y - (points[at]?.y ?? 0))).toBeLessThanOrEqual(
                radius * 1.0001,
              );
        },
      ),
    );
  });
});

describe('labels', () => {
  it('never lie over one another, over what is taken, nor outside', () => {
    const limits = { left: 0, top: 0, right: 400, bottom: 300 };
    const wish = fc.record({
      x: fc.integer({ min: -20, max: 420 }),
      y: fc.integer({ min: -20, max: 320 }),
      width: fc.integer({ min: 10, max: 160 }),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        const taken = [{ left: 100, top: 100, right: 200, bottom: 160 }];
        const placed = placeLabels(
          wishes.map((made) => ({ ...made, text: '', height: 15, clear: 4 })),
          limits,
          taken,
        );
        const boxes = [...taken, ...placed.map(({ box }) => box)];
        boxes.forEach((box, at) => {
          expect(boxes.slice(at + 1).some((other) => overlap(box, other))).toBe(false);
          expect(box.left >= 0 && box.top >= 0 && box.right <= 400 && box.bottom <= 300).toBe(true);
        });
      }),
    );
  });
});

describe('zoom and pan', () => {
  const size = { width: 800, height: 600 };
  const inside = fc.record({
    x: fc.double({ min: 0, max: 800, noNaN: true }),
    y: fc.double({ min: 0, max: 600, noNaN: true }),
  });
  const step = fc.record({ factor: fc.double({ min: 0.2, max: 5, noNaN: true }), around: inside });

  it('always fill the screen, and lead back and forth', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), inside, inside, (steps, by, at) => {
        let viewport = WHOLE;
        for (const { factor, around } of steps)
          viewport = panned(zoomed(viewport, factor, around, size), by, size);
        const [start, end] = [toScreen(viewport, { x: 0, y: 0 }), toScreen(viewport, { x: 800, y: 600 })];
        expect(start.x).toBeLessThanOrEqual(1e-6);
        expect(end.x).toBeGreaterThanOrEqual(800 - 1e-6);
        expect(end.y).toBeGreaterThanOrEqual(600 - 1e-6);
        const back = toPicture(viewport, toScreen(viewport, at));
        expect(back.x).toBeCloseTo(at.x, 6);
        const shown = toScreen(revealing(viewport, at, size), at);
        expect(shown.x >= -1e-6 && shown.x <= 800 + 1e-6 && shown.y >= -1e-6 && shown.y <= 600 + 1e-6).toBe(
          true,
        );
      }),
    );
  });
});

describe('walking', () => {
  const star = [
    { x: 0, y: 0 },
    { x: 10, y: 1 },
    { x: 30, y: 0 },
    { x: -10, y: 0 },
    { x: 0, y: -10 },
    { x: 2, y: 12 },
  ];
  it.each([
    ['ArrowRight', 1],
    ['ArrowLeft', 3],
    ['ArrowUp', 4],
    ['ArrowDown', 5],
  ] as const)('%s', (direction, expected) => expect(nextInDirection(star, 0, direction)).toBe(expected));

  it('does not take a point in the same place for one further on', () => {
    expect(nextInDirection([...star, { x: 0, y: 0 }], 0, 'ArrowRight')).toBe(1);
  });

  it('stays where it is at the end of the world', () => {
    expect(nextInDirection(star, 2, 'ArrowRight')).toBeNull();
    expect(nextInDirection([], 0, 'ArrowRight')).toBeNull();
  });

  it('tells inside from outside', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
    ];
    expect(insidePolygon({ x: 5, y: 5 }, square)).toBe(true);
    expect(insidePolygon({ x: 15, y: 5 }, square)).toBe(false);
    expect(insidePolygon({ x: 5, y: 5 }, square.slice(0, 2))).toBe(false);
  });
});

describe('the layout by forces', () => {
  /** Two stars of five, joined by one edge. */
  const graph = {
    count: 12,
    edges: [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 6, 7, 6, 8, 6, 9, 6, 10, 6, 11, 5, 11],
    weights: Array.from({ length: 11 }, () => 1),
    groups: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1],
    aspect: 1.5,
  };
  const last = (of: typeof graph) => {
    let positions = new Float64Array();
    for (const step of forceLayout(of)) positions = Float64Array.from(step.positions);
    return positions;
  };
  const gap = (at: Float64Array, a: number, b: number) =>
    Math.hypot((at[a * 2] ?? 0) - (at[b * 2] ?? 0), (at[a * 2 + 1] ?? 0) - (at[b * 2 + 1] ?? 0));

  it('is the same every time, finite, and keeps neighbours nearer than strangers', () => {
    const positions = last(graph);
    expect(last(graph)).toEqual(positions);
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(gap(positions, 0, 1)).toBeLessThan(gap(positions, 1, 8));
    expect(gap(positions, 1, 2)).toBeGreaterThan(8);
  });

  it('takes an empty graph, one node, and nodes without edges', () => {
    for (const count of [0, 1, 30]) {
      const positions = last({
        count,
        edges: [],
        weights: [],
        groups: Array.from({ length: count }, () => -1),
        aspect: 1,
      });
      expect(positions.length).toBe(count * 2);
      expect(positions.every(Number.isFinite)).toBe(true);
    }
  });
});

describe('the SVG that is written', () => {
  const write = (words: string) => {
    const svg = new SvgSurface({ width: 100, height: 50 }, () => 10);
    svg.within({ left: 0, top: 0, right: 100, bottom: 50 }, () => {
      svg.shape((pen) => layerMark(pen, 'strategic', { x: 10, y: 10 }, 4), { fill: '#123456' });
      svg.shape((pen) => hatchEllipse(pen, { x: 50, y: 25 }, 20, 10, 5), { stroke: '#654321' });
      svg.shape((pen) => pen.circle(Number.NaN, 5, Number.POSITIVE_INFINITY), { fill: 'red' });
      svg.text(words, { x: 5, y: 5 }, { colour: '#000000', halo: '#ffffff' });
    });
    return svg.file(words);
  };

  it('is well formed, holds the words, and names nothing outside itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('<script>x</script>', '"&\'<', ']]>', 'a\u0000b\uD800'),
        ),
        (words) => {
          const file = write(words);
          const parsed = new DOMParser().parseFromString(file, 'image/svg+xml');
          expect(parsed.querySelector('parsererror')).toBeNull();
          expect(parsed.querySelectorAll('script, a, image, use, style, foreignObject').length).toBe(0);
          expect(file.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
            /href|https?:|NaN|Infinity/,
          );
          expect(file).not.toMatch(/<script|&(?!#\d+;)/);
        },
      ),
      { numRuns: 40 },
    );
    expect(write('Zoë & Bo')).toContain('Zoë &#38; Bo');
  });
});
