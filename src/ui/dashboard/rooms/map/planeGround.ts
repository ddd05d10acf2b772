import { t } from '../../../../browser/text.ts';
import { boxOf, hatchBox, hatchEllipse } from '../../../charts/marks.ts';
import { BANDS, NEAR_END, type Quarter } from '../../../charts/stepScale.ts';
import type { Surface } from '../../../charts/surface.ts';
import type { Box, Point } from '../../../charts/viewport.ts';
import { cut, plate, type Words, wish } from './planeLabels.ts';
import { type BlindArea, type Target, TITLE_LINE } from './planeModel.ts';
import { type PlaneScene, seenAt, sizeOf } from './planeScene.ts';

/** Steps and titles of both axes, outside the plane. */
export function paintAxes(surface: Surface, { viewport, colours }: PlaneScene, frame: Box): void {
  const size = sizeOf(frame);
  for (const { step, start, end } of BANDS) {
    const words = t(`step_${step}`);
    const style = { colour: colours.muted, size: 12 };
    const [left, right] = seenPart(
      start * size.width,
      end * size.width,
      viewport.scale,
      viewport.x,
      size.width,
    );
    if (right - left > surface.widthOf(words) + 8) {
      surface.text(
        words,
        { x: frame.left + (left + right) / 2, y: frame.bottom + 12 },
        { ...style, align: 'middle' },
      );
    }
    const [top, bottom] = seenPart(
      (1 - end) * size.height,
      (1 - start) * size.height,
      viewport.scale,
      viewport.y,
      size.height,
    );
    if (bottom - top > 16) {
      surface.text(
        words,
        { x: frame.left - 8, y: frame.top + (top + bottom) / 2 },
        { ...style, align: 'end' },
      );
    }
  }
  const title = { colour: colours.ink, size: 12, bold: true };
  surface.text(
    `${t('map_axisFunction')} →`,
    { x: frame.left + size.width / 2, y: frame.bottom + 31 },
    { ...title, align: 'middle' },
  );
  surface.text(
    `${t('map_axisIndustry')} →`,
    { x: 12, y: frame.top + size.height / 2 },
    { ...title, align: 'middle', turn: -90 },
  );
}

/** The part of a stretch of the plane that is seen, in pixels from the frame's edge. */
function seenPart(
  start: number,
  end: number,
  scale: number,
  shift: number,
  length: number,
): [number, number] {
  return [Math.max(0, start * scale + shift), Math.min(length, end * scale + shift)];
}

/** Paper, lines between the steps, and the border between near and far. */
export function paintGrid(surface: Surface, { viewport, colours }: PlaneScene, frame: Box): void {
  const size = sizeOf(frame);
  surface.shape((pen) => boxOf(pen, frame), { fill: colours.card });
  surface.shape(
    (pen) => {
      for (const { start } of BANDS.slice(1)) {
        const { x, y } = seenAt({ x: start * size.width, y: (1 - start) * size.height }, viewport, frame);
        pen.moveTo(x, frame.top);
        pen.lineTo(x, frame.bottom);
        pen.moveTo(frame.left, y);
        pen.lineTo(frame.right, y);
      }
    },
    { stroke: colours.line, dash: [1, 4] },
  );
  const border = seenAt({ x: NEAR_END * size.width, y: (1 - NEAR_END) * size.height }, viewport, frame);
  surface.shape(
    (pen) => {
      pen.moveTo(border.x, frame.top);
      pen.lineTo(border.x, frame.bottom);
      pen.moveTo(frame.left, border.y);
      pen.lineTo(frame.right, border.y);
    },
    { stroke: colours.muted, opacity: 0.55 },
  );
  surface.shape((pen) => boxOf(pen, frame), { stroke: colours.muted, opacity: 0.55, width: 2 });
}

const QUARTERS: readonly { quarter: Quarter; farFunction: boolean; farIndustry: boolean }[] = [
  { quarter: 'dailyWork', farFunction: false, farIndustry: false },
  { quarter: 'sameCraft', farFunction: false, farIndustry: true },
  { quarter: 'sameWorld', farFunction: true, farIndustry: false },
  { quarter: 'beyondTheRim', farFunction: true, farIndustry: true },
];

/** The names of the quarters, each in the upper left corner of what is seen of it. */
export function paintQuarters(
  surface: Surface,
  { viewport, colours, model }: PlaneScene,
  frame: Box,
  taken: Box[],
): void {
  const size = sizeOf(frame);
  const border = seenAt({ x: NEAR_END * size.width, y: (1 - NEAR_END) * size.height }, viewport, frame);
  for (const { quarter, farFunction, farIndustry } of QUARTERS) {
    const left = farFunction ? Math.max(frame.left, border.x) : frame.left;
    const right = farFunction ? frame.right : Math.min(frame.right, border.x);
    const top = farIndustry ? frame.top : Math.max(frame.top, border.y);
    const bottom = farIndustry ? Math.min(frame.bottom, border.y) : frame.bottom;
    if (right - left < LEAST_TITLE || bottom - top < 28) continue;
    const { words, size: letters } = fitting(surface, t(`quarter_${quarter}`), right - left - 14);
    const width = surface.widthOf(words, { size: letters, bold: true });
    const count = t('contacts_shown', { count: model.quarters[quarter] });
    const at = { x: left + 8, y: top + 14 };
    const whole = right - left > width + 40 + surface.widthOf(count);
    // Heaps end below this line; what a closer view brings here stays behind the title.
    const written = at.x + width + (whole ? 8 + surface.widthOf(count) : 0);
    plate(
      surface,
      { left: left + 1, right: Math.min(right - 1, written + 6), top: top + 1, bottom: top + TITLE_LINE - 1 },
      colours.card,
    );
    surface.text(words, at, { colour: colours.ink, size: letters, bold: true, halo: colours.card });
    let end = at.x + width;
    if (whole) {
      surface.text(count, { x: end + 8, y: at.y + 0.5 }, { colour: colours.muted, halo: colours.card });
      end += 8 + surface.widthOf(count);
    }
    taken.push({ left: at.x, right: end, top: at.y - 9, bottom: at.y + 9 });
  }
}

/** Narrower quarters bear no title, in pixels. */
const LEAST_TITLE = 60;

/** The title as large and as whole as the room allows. */
function fitting(surface: Surface, title: string, room: number): { words: string; size: number } {
  const begin = title.split(',')[0] ?? title;
  for (const [words, size] of [
    [title, 14],
    [title, 12],
    [begin, 12],
  ] as const) {
    if (surface.widthOf(words, { size, bold: true }) <= room) return { words, size };
  }
  let most = [...title].length - 1;
  while (most > 4 && surface.widthOf(cut(title, most), { size: 12, bold: true }) > room) most -= 1;
  return { words: cut(title, most), size: 12 };
}

/** A blind spot as a hatched area with its number; returns where the number stands. */
export function paintArea(
  surface: Surface,
  { viewport, colours, model }: PlaneScene,
  frame: Box,
  { x, y }: BlindArea,
  at: number,
  placed: (x: number | null, y: number | null) => { x: number | null; y: number | null },
  taken: Box[],
): Point {
  const centre = placed(x, y);
  const half = {
    x: (model.size.width / BANDS.length) * 0.46 * viewport.scale,
    y: (model.size.height / BANDS.length) * 0.36 * viewport.scale,
  };
  const line = { stroke: colours.blind, opacity: 0.5 };
  let number: Point;
  if (centre.x !== null && centre.y !== null) {
    const middle = { x: centre.x, y: centre.y };
    surface.shape((pen) => hatchEllipse(pen, middle, half.x, half.y, 7), line);
    number = { x: middle.x + half.x * 0.72, y: middle.y + half.y * 0.72 };
  } else {
    const box = {
      left: centre.x === null ? frame.left : centre.x - half.x * 0.32,
      right: centre.x === null ? frame.right : centre.x + half.x * 0.32,
      top: centre.y === null ? frame.top : centre.y - half.y * 0.36,
      bottom: centre.y === null ? frame.bottom : centre.y + half.y * 0.36,
    };
    surface.shape((pen) => hatchBox(pen, box, 7), line);
    number =
      centre.x === null
        ? { x: frame.right - 16, y: box.top + 2 }
        : // Between two heaps.
          { x: box.right - 2, y: frame.top + (frame.bottom - frame.top) / BANDS.length };
  }
  surface.shape((pen) => pen.circle(number.x, number.y, 9), { fill: colours.paper, stroke: colours.blind });
  surface.text(String(at + 1), number, { colour: colours.blind, bold: true, align: 'middle' });
  taken.push({ left: number.x - 10, right: number.x + 10, top: number.y - 10, bottom: number.y + 10 });
  return number;
}

/** On a narrower plane the names of goals are short, in pixels. */
const NARROW = 560;

/** Radius of the ring around a goal's target, in pixels. */
const TARGET_RADIUS = 34;

/** A goal's target as a ring, or as two lines where it leaves one axis open; returns the label that it needs. */
export function paintTarget(
  surface: Surface,
  { colours }: PlaneScene,
  frame: Box,
  { goal, x, y, beneath }: Target,
  placed: (x: number | null, y: number | null) => { x: number | null; y: number | null },
): Words {
  const at = placed(x, y);
  const radius = TARGET_RADIUS + beneath * 6;
  const text = cut(goal.title, frame.right - frame.left < NARROW ? 26 : 44);
  const line = { stroke: colours.accent, width: 1.5 };
  const look = { colour: colours.accent, bold: true, insists: true };
  if (at.x !== null && at.y !== null) {
    const centre = { x: at.x, y: at.y };
    surface.shape((pen) => pen.circle(centre.x, centre.y, radius), line);
    // The name of a goal must find a place, if need be further from its ring.
    const also = [60, 100].flatMap((far) => [
      { x: centre.x, y: centre.y + far },
      { x: centre.x, y: centre.y - far },
      { x: centre.x + far, y: centre.y },
      { x: centre.x - far, y: centre.y },
    ]);
    return { ...wish(surface, text, centre, radius, true), also, ...look };
  }
  // The target says nothing of one axis: it lies anywhere along a line.
  const shift = beneath * 5;
  surface.shape(
    (pen) => {
      for (const side of [-6, 6]) {
        if (at.y !== null) {
          pen.moveTo(frame.left, at.y + side + shift);
          pen.lineTo(frame.right, at.y + side + shift);
        } else if (at.x !== null) {
          pen.moveTo(at.x + side + shift, frame.top);
          pen.lineTo(at.x + side + shift, frame.bottom);
        }
      }
    },
    { ...line, width: 1, dash: [6, 4] },
  );
  const along = [0.04, 0.28, 0.5, 0.72, 0.88];
  const [anchor, ...also] = along.map((share) =>
    at.y !== null
      ? { x: frame.left + share * (frame.right - frame.left), y: at.y - 18 + shift }
      : { x: (at.x ?? 0) + 8 + shift, y: frame.top + 24 + share * (frame.bottom - frame.top) },
  ) as [Point, ...Point[]];
  return { ...wish(surface, text, anchor, 0, true), also, ...look };
}
