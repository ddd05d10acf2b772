import type { Layer } from '../../core/model/index.ts';
import type { Pen } from './surface.ts';
import type { Box, Point } from './viewport.ts';

/**
 * The shape of each layer, so that colour never speaks alone: square, circle, diamond, triangle. All cover the same area.
 * `null` is a layer that cannot be told: a circle, to be drawn hollow.
 */
export function layerMark(pen: Pen, layer: Layer | null, { x, y }: Point, radius: number): void {
  if (layer === 'personal' || layer === null) {
    pen.circle(x, y, radius);
    return;
  }
  if (layer === 'operational') {
    const half = radius * SQUARE;
    pen.moveTo(x - half, y - half);
    pen.lineTo(x + half, y - half);
    pen.lineTo(x + half, y + half);
    pen.lineTo(x - half, y + half);
  } else if (layer === 'beyond') {
    pen.moveTo(x, y - radius * TRIANGLE);
    pen.lineTo(x + radius * TRIANGLE * COS_30, y + (radius * TRIANGLE) / 2);
    pen.lineTo(x - radius * TRIANGLE * COS_30, y + (radius * TRIANGLE) / 2);
  } else {
    const half = radius * SQUARE * Math.SQRT2;
    pen.moveTo(x, y - half);
    pen.lineTo(x + half, y);
    pen.lineTo(x, y + half);
    pen.lineTo(x - half, y);
  }
  pen.close();
}

/** Half the side of a square with the area of a circle of radius 1. */
const SQUARE = Math.sqrt(Math.PI) / 2;

/** From the middle to a corner of an even triangle with the area of a circle of radius 1. */
const COS_30 = Math.sqrt(3) / 2;
const TRIANGLE = Math.sqrt(Math.PI / (1.5 * COS_30));

/** The user: a small house of the map, a triangle that points to what is beyond. */
export function userMark(pen: Pen, { x, y }: Point, radius: number): void {
  pen.moveTo(x - radius, y + radius);
  pen.lineTo(x - radius, y - radius);
  pen.lineTo(x + radius, y + radius);
  pen.close();
}

/** Hatching of an ellipse by lines that rise to the right, `gap` pixels apart; works without clipping. */
export function hatchEllipse(pen: Pen, centre: Point, rx: number, ry: number, gap: number): void {
  // Along a line y = c - x the ellipse is cut where a quadratic equation says.
  const reach = Math.sqrt(rx ** 2 + ry ** 2);
  const [a, ratio] = [1 / rx ** 2 + 1 / ry ** 2, 1 / ry ** 2];
  for (let c = -Math.floor((reach * Math.SQRT2) / gap) * gap; c < reach * Math.SQRT2; c += gap * Math.SQRT2) {
    const b = -2 * c * ratio;
    const root = b ** 2 - 4 * a * (c ** 2 * ratio - 1);
    if (root <= 0) continue;
    const [first, last] = [(-b - Math.sqrt(root)) / (2 * a), (-b + Math.sqrt(root)) / (2 * a)];
    pen.moveTo(centre.x + first, centre.y + c - first);
    pen.lineTo(centre.x + last, centre.y + c - last);
  }
}

/** Hatching of a box by lines that rise to the right, `gap` pixels apart. */
export function hatchBox(pen: Pen, { left, top, right, bottom }: Box, gap: number): void {
  for (let c = left + top; c < right + bottom; c += gap * Math.SQRT2) {
    // The line x + y = c inside the box.
    const from = Math.max(left, c - bottom);
    const to = Math.min(right, c - top);
    if (to <= from) continue;
    pen.moveTo(from, c - from);
    pen.lineTo(to, c - to);
  }
}

/** A closed line around corners. */
export function outlined(pen: Pen, corners: readonly Point[]): void {
  corners.forEach(({ x, y }, at) => {
    if (at === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.close();
}

/** A closed line around a box. */
export function boxOf(pen: Pen, { left, top, right, bottom }: Box): void {
  pen.moveTo(left, top);
  pen.lineTo(right, top);
  pen.lineTo(right, bottom);
  pen.lineTo(left, bottom);
  pen.close();
}
