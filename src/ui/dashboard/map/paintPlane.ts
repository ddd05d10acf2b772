import { LAYERS, type Layer } from '../../../core/model/index.ts';
import type { ContactRow } from '../../../messaging/protocol.ts';
import type { Colours } from '../../charts/colours.ts';
import { cornersOf, type Hexagon } from '../../charts/hexagons.ts';
import { type LabelWish, placeLabels } from '../../charts/labels.ts';
import { hatchBox, hatchEllipse, layerMark, userMark } from '../../charts/marks.ts';
import { BANDS, NEAR_END, type Quarter } from '../../charts/stepScale.ts';
import type { Surface } from '../../charts/surface.ts';
import { type Box, type Point, type Size, toScreen, type Viewport } from '../../charts/viewport.ts';
import { t } from '../../text.ts';
import {
  type BlindArea,
  type Dot,
  type PlaneModel,
  planePoint,
  type Target,
  USER_ROOM,
} from './planeModel.ts';

/** Room around the plane for words and titles of the axes, in pixels. */
const EDGE = { left: 116, right: 8, top: 8, bottom: 46 };
/** The strip below for those of whom not enough is known. */
const STRIP = 62;

/** Everything that decides how the plane looks now. */
export interface PlaneScene {
  model: PlaneModel;
  viewport: Viewport;
  colours: Colours;
  /** Dots that are seen one by one, as indices of the model's; else `hexagons` stand for them. */
  hexagons: Hexagon[] | null;
  hexagonRadius: number;
  /** The dots of those that are not meant by the chosen goal are pale. */
  pale: (row: ContactRow) => boolean;
  /** A blind spot in words. */
  sentenceOf: (spot: BlindArea['spots'][number]) => string;
  strip: StripDot[];
  hovered: string | null;
  focused: string | null;
  /** Corners of a hexagon the keyboard stands on. */
  focusedHexagon: number | null;
  selected: ReadonlySet<string>;
  outline: readonly Point[] | null;
}

/** Somebody in the strip; positions on the canvas. */
export interface StripDot extends Point {
  row: ContactRow;
  radius: number;
}

/** The part of the canvas that is the plane. */
export function planeFrame({ width, height }: Size, withStrip: boolean): Box {
  return {
    left: EDGE.left,
    top: EDGE.top,
    right: width - EDGE.right,
    bottom: height - EDGE.bottom - (withStrip ? STRIP : 0),
  };
}

export function sizeOf({ left, top, right, bottom }: Box): Size {
  return { width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** Radius on the screen: dots grow a little as one comes nearer, so that heaps open. */
export function seenRadius(radius: number, { scale }: Viewport): number {
  return radius * Math.min(2, scale ** 0.35);
}

/** Dots of the strip stand no closer than this, in pixels; those for whom there is no room are only counted. */
const CLOSEST = 4;

/** The dots of the strip: in columns from the left, one part for each kind of not knowing; closer when many. */
export function stripDots(model: PlaneModel, frame: Box, canvas: Size): StripDot[] {
  return stripParts(model, frame, canvas).flatMap(({ rows, box }) => {
    const [width, height] = [box.right - box.left - 24, STRIP - 34];
    const lines = Math.max(
      1,
      Math.min(Math.floor(height / CLOSEST), Math.ceil(Math.sqrt((rows.length * height) / width))),
    );
    const columns = Math.min(Math.ceil(rows.length / lines), Math.floor(width / CLOSEST));
    const step = Math.min(12, width / columns, height / lines);
    return rows.slice(0, lines * columns).map((row, at) => ({
      row,
      radius: Math.min(4, step * 0.38),
      x: box.left + 6 + Math.floor(at / lines) * step,
      y: box.top + 28 + ((at % lines) + 0.5) * step,
    }));
  });
}

function stripParts(model: PlaneModel, frame: Box, { height }: Size) {
  const kinds = (['industry', 'function', 'both'] as const).filter((kind) => model.unknown[kind].length > 0);
  const total = kinds.reduce((sum, kind) => sum + model.unknown[kind].length, 0);
  const least = 150;
  const free = frame.right - frame.left - least * kinds.length;
  let left = frame.left;
  return kinds.map((kind) => {
    const width = least + (free * model.unknown[kind].length) / total;
    const box = { left, right: left + width, top: height - STRIP, bottom: height };
    left += width;
    return { kind, rows: model.unknown[kind], box };
  });
}

/** Draws the whole picture. Returns nothing; a surface of any kind will do. */
export function paintPlane(surface: Surface, scene: PlaneScene): void {
  const { model, colours } = scene;
  const withStrip = scene.strip.length > 0;
  const frame = planeFrame(surface.size, withStrip);
  paintAxes(surface, scene, frame);
  const words: Words[] = [];
  const taken: Box[] = [];
  const dots: Box[] = [];
  surface.within(frame, () => {
    paintGrid(surface, scene, frame);
    const placed = (x: number | null, y: number | null) => placedOn(scene.viewport, frame, x, y);
    const numbers = model.areas.map((area, at) => paintArea(surface, scene, frame, area, at, placed, taken));
    for (const target of model.targets) words.push(paintTarget(surface, scene, frame, target, placed));
    const seen = scene.hexagons ? [] : seenDots(scene, frame);
    if (scene.hexagons) paintHexagons(surface, scene, frame);
    else paintDots(surface, scene, seen, dots);
    paintUser(surface, scene, frame, taken);
    paintQuarters(surface, scene, frame, taken);
    const names = nameWishes(surface, scene, seen);
    words.push(...names.slice(0, NAMES_BEFORE_SENTENCES));
    if (!scene.hexagons && frame.right - frame.left > WIDE) {
      numbers.slice(0, MOST_SENTENCES).forEach((at, index) => {
        const spot = model.areas[index]?.spots[0];
        if (spot === undefined) return;
        const sentence = `${index + 1}  ${scene.sentenceOf(spot)}`;
        words.push({ ...sentenceWish(surface, sentence, at), colour: colours.blind });
      });
    }
    words.push(...names.slice(NAMES_BEFORE_SENTENCES));
    paintWords(surface, scene, frame, words, taken, dots);
  });
  if (withStrip) paintStrip(surface, scene, frame);
  if (scene.outline && scene.outline.length > 1) {
    const outline = scene.outline;
    surface.shape((pen) => outlined(pen, outline), {
      fill: colours.accent,
      opacity: 0.12,
    });
    surface.shape((pen) => outlined(pen, outline), { stroke: colours.accent, dash: [4, 3] });
  }
}

/** A label with its look. */
interface Words extends LabelWish {
  colour: string;
  bold?: boolean;
  /** May stand on dots, with paper around its letters, rather than nowhere. */
  insists?: boolean;
  /** Belongs to a dot: a line leads there when the label stands further off. */
  of?: Point;
}

function paintWords(
  surface: Surface,
  { hexagons, colours }: PlaneScene,
  frame: Box,
  words: readonly Words[],
  taken: readonly Box[],
  dots: readonly Box[],
): void {
  const placed = placeLabels(words, frame, [...taken, ...dots]);
  const found = new Set(placed.map(({ wish }) => wish));
  const insisting = [...words.keys()].filter((at) => words[at]?.insists && !found.has(at));
  const forced = placeLabels(
    insisting.map((at) => words[at] as Words),
    frame,
    [...taken, ...placed.map(({ box }) => box)],
  ).map((label) => ({ ...label, wish: insisting[label.wish] ?? 0 }));
  for (const { wish, x, y, box } of [...placed, ...forced]) {
    const { text, colour, bold = false, of } = words[wish] as Words;
    if (of) paintLeader(surface, of, box, colours.muted);
    if (hexagons) plate(surface, box, colours.card);
    const lines = text.split('\n');
    lines.forEach((line, at) => {
      const middle = y + (at - (lines.length - 1) / 2) * LINE;
      surface.text(line, { x, y: middle }, { size: 12, halo: colours.card, colour, bold });
    });
  }
}

/** A dot and its name further apart than this are joined by a line, in pixels. */
const BESIDE = 16;

function paintLeader(surface: Surface, dot: Point, box: Box, colour: string): void {
  const end = {
    x: Math.max(box.left, Math.min(box.right, dot.x)),
    y: Math.max(box.top, Math.min(box.bottom, dot.y)),
  };
  if (Math.hypot(end.x - dot.x, end.y - dot.y) < BESIDE) return;
  surface.shape(
    (pen) => {
      pen.moveTo(dot.x, dot.y);
      pen.lineTo(end.x, end.y);
    },
    { stroke: colour, width: 0.75 },
  );
}

function outlined(
  pen: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void; close(): void },
  corners: readonly Point[],
): void {
  corners.forEach(({ x, y }, at) => {
    if (at === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.close();
}

/** A point of the plane on the canvas; an axis of which nothing is known is `null`. */
function placedOn(viewport: Viewport, frame: Box, x: number | null, y: number | null) {
  const at = toScreen(viewport, { x: x ?? 0, y: y ?? 0 });
  return { x: x === null ? null : at.x + frame.left, y: y === null ? null : at.y + frame.top };
}

/** Where a dot is seen on the canvas. */
export function seenAt(dot: Point, viewport: Viewport, frame: Box): Point {
  const at = toScreen(viewport, dot);
  return { x: at.x + frame.left, y: at.y + frame.top };
}

function paintAxes(surface: Surface, { viewport, colours }: PlaneScene, frame: Box): void {
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

function paintGrid(surface: Surface, { viewport, colours }: PlaneScene, frame: Box): void {
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

function boxOf(
  pen: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void; close(): void },
  { left, top, right, bottom }: Box,
): void {
  pen.moveTo(left, top);
  pen.lineTo(right, top);
  pen.lineTo(right, bottom);
  pen.lineTo(left, bottom);
  pen.close();
}

function paintArea(
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
    y: (model.size.height / BANDS.length) * 0.46 * viewport.scale,
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
      centre.x === null ? { x: frame.right - 16, y: box.top + 2 } : { x: box.right - 2, y: frame.top + 40 };
  }
  surface.shape((pen) => pen.circle(number.x, number.y, 9), { fill: colours.paper, stroke: colours.blind });
  surface.text(String(at + 1), number, { colour: colours.blind, bold: true, align: 'middle' });
  taken.push({ left: number.x - 10, right: number.x + 10, top: number.y - 10, bottom: number.y + 10 });
  return number;
}

function paintTarget(
  surface: Surface,
  { colours }: PlaneScene,
  frame: Box,
  { goal, x, y, beneath }: Target,
  placed: (x: number | null, y: number | null) => { x: number | null; y: number | null },
): Words {
  const at = placed(x, y);
  const radius = TARGET_RADIUS + beneath * 6;
  const text = cut(goal.title, 44);
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

/** Sentences of blind spots on the picture itself, and the width from which there is room for them. */
const MOST_SENTENCES = 3;
const WIDE = 560;
/** Height of a line of a label, and letters on one. */
const LINE = 15;
const LINE_LETTERS = 34;

/** A sentence beside its number, on at most three short lines. */
function sentenceWish(surface: Surface, sentence: string, at: Point): LabelWish {
  const lines: string[] = [''];
  for (const word of sentence.split(' ')) {
    const line = lines[lines.length - 1] ?? '';
    if (line !== '' && line.length + word.length >= LINE_LETTERS) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  const shown = lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]} …`];
  const width = Math.max(...shown.map((line) => surface.widthOf(line)));
  const also = [50, 90].flatMap((far) => [
    { x: at.x + far, y: at.y + far * 0.5 },
    { x: at.x - far, y: at.y + far * 0.5 },
    { x: at.x, y: at.y + far },
    { x: at.x + far, y: at.y - far * 0.5 },
  ]);
  return { text: shown.join('\n'), ...at, width, height: shown.length * LINE, clear: 10, also };
}

/** Radius of the ring around a goal's target, in pixels. */
const TARGET_RADIUS = 34;

function wish(surface: Surface, text: string, at: Point, clear: number, bold = false): LabelWish {
  return { text, ...at, width: surface.widthOf(text, { size: 12, bold }), height: 15, clear };
}

function paintHexagons(surface: Surface, scene: PlaneScene, frame: Box): void {
  const { hexagons, viewport, colours, hexagonRadius } = scene;
  if (hexagons === null) return;
  const most = Math.max(1, ...hexagons.map(({ members }) => members.length));
  const radius = hexagonRadius * viewport.scale;
  hexagons.forEach((hexagon, at) => {
    const centre = seenAt(hexagon, viewport, frame);
    if (
      centre.x < frame.left - radius ||
      centre.x > frame.right + radius ||
      centre.y < frame.top - radius ||
      centre.y > frame.bottom + radius
    )
      return;
    const focused = scene.focusedHexagon === at;
    const corners = cornersOf(centre, radius - 1);
    surface.shape((pen) => outlined(pen, corners), {
      fill: colours.operational,
      opacity: 0.1 + 0.34 * Math.sqrt(hexagon.members.length / most),
    });
    surface.shape((pen) => outlined(pen, corners), {
      stroke: focused ? colours.ink : colours.operational,
      width: focused ? 2.5 : 0.75,
    });
    const words = String(hexagon.members.length);
    if (surface.widthOf(words, { size: 11 }) < radius * 1.6) {
      surface.text(words, centre, { colour: colours.ink, size: 11, align: 'middle' });
    }
  });
}

interface SeenDot {
  dot: Dot;
  at: Point;
  radius: number;
  /** Its middle is inside the frame. */
  whole: boolean;
}

/** The dots in view, where they are seen; of many thousands, all others are passed over quickly. */
function seenDots({ model, viewport }: PlaneScene, frame: Box): SeenDot[] {
  const { scale } = viewport;
  const [dx, dy] = [viewport.x + frame.left, viewport.y + frame.top];
  const seen: SeenDot[] = [];
  for (const dot of model.dots) {
    const x = dot.x * scale + dx;
    const y = dot.y * scale + dy;
    if (x < frame.left - 30 || x > frame.right + 30 || y < frame.top - 30 || y > frame.bottom + 30) continue;
    const whole = x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
    seen.push({ dot, at: { x, y }, radius: seenRadius(dot.radius, viewport), whole });
  }
  return seen;
}

function paintDots(surface: Surface, scene: PlaneScene, seen: readonly SeenDot[], boxes: Box[]): void {
  const { colours, pale, selected } = scene;
  for (const faded of [true, false]) {
    for (const layer of MARKS) {
      const drawn = seen.filter(({ dot }) => markOf(dot.row) === layer && pale(dot.row) === faded);
      if (drawn.length === 0) continue;
      surface.shape(
        (pen) => {
          for (const { at, radius } of drawn) layerMark(pen, layer, at, radius);
        },
        layer === null
          ? { fill: colours.card, stroke: colours.muted, width: 1.25, opacity: faded ? 0.35 : 1 }
          : faded
            ? { stroke: colours[layer], opacity: 0.35 }
            : { fill: colours[layer], stroke: colours.card, width: 0.75 },
      );
    }
  }
  paintRings(
    surface,
    scene,
    seen.filter(({ dot }) => selected.has(dot.row.id)),
  );
  const current = seen.filter(({ dot }) => dot.row.id === scene.hovered || dot.row.id === scene.focused);
  paintRings(surface, scene, current, true);
  // Names stay off the dots as long as these leave room for names at all.
  for (const { at, radius, dot } of seen) {
    if (seen.length > MOST_DOTS_KEPT_CLEAR && !dot.row.isHub) continue;
    boxes.push({ left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius });
  }
}

const MOST_DOTS_KEPT_CLEAR = 400;

/** What a dot can look like; `null`: the layer cannot be told. */
const MARKS: readonly (Layer | null)[] = [...LAYERS, null];

function markOf({ layer, layerKnown }: ContactRow): Layer | null {
  return layerKnown ? layer : null;
}

function paintRings(
  surface: Surface,
  { colours }: PlaneScene,
  dots: readonly { at: Point; radius: number }[],
  strong = false,
): void {
  if (dots.length === 0) return;
  surface.shape(
    (pen) => {
      for (const { at, radius } of dots) pen.circle(at.x, at.y, radius + 3.5);
    },
    { stroke: strong ? colours.ink : colours.accent, width: strong ? 2 : 1.5 },
  );
}

function paintUser(
  surface: Surface,
  { viewport, colours, model }: PlaneScene,
  frame: Box,
  taken: Box[],
): void {
  const at = seenAt(planePoint(0, 0, model.size), viewport, frame);
  surface.shape((pen) => pen.circle(at.x, at.y, USER_ROOM - 4), { fill: colours.ink });
  const words = t('map_you');
  surface.shape((pen) => userMark(pen, { x: at.x + 1.5, y: at.y - 1.5 }, 4), { fill: colours.card });
  surface.text(
    words,
    { x: at.x, y: at.y + USER_ROOM + 4 },
    { colour: colours.ink, bold: true, align: 'middle', halo: colours.card },
  );
  const half = surface.widthOf(words, { bold: true }) / 2 + 4;
  taken.push({ left: at.x - half, right: at.x + half, top: at.y - USER_ROOM, bottom: at.y + USER_ROOM + 12 });
}

const QUARTERS: readonly { quarter: Quarter; farFunction: boolean; farIndustry: boolean }[] = [
  { quarter: 'dailyWork', farFunction: false, farIndustry: false },
  { quarter: 'sameCraft', farFunction: false, farIndustry: true },
  { quarter: 'sameWorld', farFunction: true, farIndustry: false },
  { quarter: 'beyondTheRim', farFunction: true, farIndustry: true },
];

/** The names of the quarters, each in the upper left corner of what is seen of it. */
function paintQuarters(
  surface: Surface,
  { viewport, colours, model, hexagons }: PlaneScene,
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
    const words = t(`quarter_${quarter}`);
    const width = surface.widthOf(words, { size: 14, bold: true });
    if (right - left < width + 24 || bottom - top < 28) continue;
    const count = t('contacts_shown', { count: model.quarters[quarter] });
    const at = { x: left + 10, y: top + 14 };
    const whole = right - left > width + 40 + surface.widthOf(count);
    if (hexagons) {
      const end = at.x + width + (whole ? 8 + surface.widthOf(count) : 0);
      plate(surface, { left: left + 1, right: end + 8, top: top + 1, bottom: top + 26 }, colours.card);
    }
    surface.text(words, at, { colour: colours.ink, size: 14, bold: true, halo: colours.card });
    let end = at.x + width;
    if (whole) {
      surface.text(count, { x: end + 8, y: at.y + 0.5 }, { colour: colours.muted, halo: colours.card });
      end += 8 + surface.widthOf(count);
    }
    taken.push({ left: at.x, right: end, top: at.y - 9, bottom: at.y + 9 });
  }
}

/** Paper under words that would stand on hexagons. */
function plate(surface: Surface, box: Box, colour: string): void {
  surface.shape((pen) => boxOf(pen, box), { fill: colour, opacity: 0.88 });
}

/** The most important names are placed before the sentences of blind spots. */
const NAMES_BEFORE_SENTENCES = 4;
/** Names at most at once, as long as more than these are seen. */
const MOST_NAMES = 12;

/** Labels for the few that matter: key persons and those who fit a goal best; all when few are seen. */
function nameWishes(
  surface: Surface,
  { pale, hovered, colours }: PlaneScene,
  inView: readonly SeenDot[],
): Words[] {
  const seen = inView.filter(({ whole }) => whole);
  const few = seen.length <= MOST_NAMES * 3;
  return seen
    .filter(({ dot }) => !pale(dot.row) && dot.row.id !== hovered && (few || matters(dot) > 0))
    .sort((a, b) => matters(b.dot) - matters(a.dot) || (a.dot.row.id < b.dot.row.id ? -1 : 1))
    .slice(0, few ? seen.length : MOST_NAMES)
    .map(({ dot, at, radius }) => ({
      ...wish(surface, cut(dot.row.name, 26), at, radius),
      // Whoever matters gets a name outside the heap when there is no room in it.
      also: matters(dot) > 0 ? around(at) : [],
      of: at,
      colour: colours.ink,
    }));
}

/** Places further off, at two distances in eight directions. */
function around({ x, y }: Point): Point[] {
  return [32, 52].flatMap((far) =>
    Array.from({ length: 8 }, (_, turn) => ({
      x: x + far * 1.4 * Math.cos((turn * Math.PI) / 4),
      y: y + far * Math.sin((turn * Math.PI) / 4),
    })),
  );
}

function matters({ row }: Dot): number {
  const best = row.fits.reduce<number>((most, fit) => Math.max(most, fit ?? 0), 0) / 100;
  return (row.isHub ? 1 + row.hub : 0) + (best >= 0.6 ? best : 0);
}

function paintStrip(surface: Surface, scene: PlaneScene, frame: Box): void {
  const { colours, model, strip } = scene;
  for (const { kind, rows, box } of stripParts(model, frame, surface.size)) {
    surface.shape(
      (pen) => {
        pen.moveTo(box.left, box.top + 6);
        pen.lineTo(box.right - 12, box.top + 6);
      },
      { stroke: colours.line },
    );
    surface.text(
      t(`mapUnknown_${kind}`, { count: rows.length }),
      { x: box.left, y: box.top + 16 },
      { colour: colours.muted },
    );
  }
  for (const layer of MARKS) {
    surface.shape(
      (pen) => {
        for (const dot of strip) if (markOf(dot.row) === layer) layerMark(pen, layer, dot, dot.radius);
      },
      { stroke: layer === null ? colours.muted : colours[layer], width: 1 },
    );
  }
  const marked = strip.filter(({ row }) => scene.selected.has(row.id));
  paintRings(
    surface,
    scene,
    marked.map((dot) => ({ at: dot, radius: dot.radius })),
  );
  const current = strip.filter(({ row }) => row.id === scene.hovered || row.id === scene.focused);
  paintRings(
    surface,
    scene,
    current.map((dot) => ({ at: dot, radius: dot.radius })),
    true,
  );
}

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
