/** What part of a picture is seen: `screen = picture * scale + (x, y)`, in CSS pixels. */
export interface Viewport {
  scale: number;
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const WHOLE: Viewport = { scale: 1, x: 0, y: 0 };
const LARGEST_SCALE = 40;

/** A point of the picture on the screen. */
export function toScreen({ scale, x, y }: Viewport, point: Point): Point {
  return { x: point.x * scale + x, y: point.y * scale + y };
}

/** A point of the screen in the picture. */
export function toPicture({ scale, x, y }: Viewport, point: Point): Point {
  return { x: (point.x - x) / scale, y: (point.y - y) / scale };
}

/** Zooms by a factor around a point of the screen that stays where it is. */
export function zoomed(viewport: Viewport, factor: number, around: Point, size: Size): Viewport {
  const scale = Math.min(LARGEST_SCALE, Math.max(1, viewport.scale * factor));
  const fixed = toPicture(viewport, around);
  return held({ scale, x: around.x - fixed.x * scale, y: around.y - fixed.y * scale }, size);
}

export function panned(viewport: Viewport, by: Point, size: Size): Viewport {
  return held({ ...viewport, x: viewport.x + by.x, y: viewport.y + by.y }, size);
}

/** Moves the view so that a point of the picture is well inside the screen; unchanged when it is already. */
export function revealing(viewport: Viewport, point: Point, size: Size, margin = 40): Viewport {
  const at = toScreen(viewport, point);
  const shift = (value: number, end: number) =>
    value < margin ? margin - value : value > end - margin ? end - margin - value : 0;
  const by = { x: shift(at.x, size.width), y: shift(at.y, size.height) };
  return by.x === 0 && by.y === 0 ? viewport : panned(viewport, by, size);
}

/** Whether two boxes share any area. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The picture always fills the screen: no empty paper beyond its edges. */
function held({ scale, x, y }: Viewport, { width, height }: Size): Viewport {
  return {
    scale,
    x: Math.min(0, Math.max(width - width * scale, x)),
    y: Math.min(0, Math.max(height - height * scale, y)),
  };
}
