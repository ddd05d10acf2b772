import type { ContactRow } from '../../../../messaging/protocol.ts';
import type { Colours } from '../../../charts/colours.ts';
import type { Hexagon } from '../../../charts/hexagons.ts';
import { type Box, type Point, type Size, toScreen, type Viewport } from '../../../charts/viewport.ts';
import type { BlindArea, PlaneModel } from './planeModel.ts';

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

/** Room around the plane for words and titles of the axes, in pixels. */
const EDGE = { left: 116, right: 8, top: 8, bottom: 46 };

/** The strip below for those of whom not enough is known. */
const STRIP = 62;

/** The part of the canvas that is the plane. */
export function planeFrame({ width, height }: Size, withStrip: boolean): Box {
  return {
    left: EDGE.left,
    top: EDGE.top,
    right: width - EDGE.right,
    bottom: height - EDGE.bottom - (withStrip ? STRIP : 0),
  };
}

/** Width and height of a box, 1 at least. */
export function sizeOf({ left, top, right, bottom }: Box): Size {
  return { width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** Radius on the screen: dots grow a little as one comes nearer, so that heaps open. */
export function seenRadius(radius: number, { scale }: Viewport): number {
  return radius * Math.min(2, scale ** 0.35);
}

/** A point of the plane on the canvas; an axis of which nothing is known is `null`. */
export function placedOn(viewport: Viewport, frame: Box, x: number | null, y: number | null) {
  const at = toScreen(viewport, { x: x ?? 0, y: y ?? 0 });
  return { x: x === null ? null : at.x + frame.left, y: y === null ? null : at.y + frame.top };
}

/** Where a dot is seen on the canvas. */
export function seenAt(dot: Point, viewport: Viewport, frame: Box): Point {
  const at = toScreen(viewport, dot);
  return { x: at.x + frame.left, y: at.y + frame.top };
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

/** The strip's part for each kind of not knowing, as wide as its share of the people. */
export function stripParts(model: PlaneModel, frame: Box, { height }: Size) {
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
