import { type Box, overlap, type Point } from './viewport.ts';

/** A text that wants to stand beside a point; `clear` is the radius of what is drawn there. */
export interface LabelWish extends Point {
  text: string;
  width: number;
  height: number;
  clear: number;
  /** Further points that will do as well, tried in their order. */
  also?: readonly Point[];
}

export interface PlacedLabel {
  /** Index of the wish. */
  wish: number;
  /** Left edge and middle of the text. */
  x: number;
  y: number;
  box: Box;
}

/** Free paper around a label, in pixels. */
const PADDING = 2;

/**
 * Places labels in the order of the wishes, the first being the most important: to the right, left, above or below
 * their point, within the limits, never over one another nor over `taken`. One that finds no place is left out.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  limits: Box,
  taken: readonly Box[] = [],
): PlacedLabel[] {
  const occupied: Box[] = [...taken];
  const placed: PlacedLabel[] = [];
  wishes.forEach((wish, at) => {
    const { width, height, clear } = wish;
    const beside = clear + 4;
    const spots = [wish, ...(wish.also ?? [])].flatMap(({ x, y }): Point[] => [
      { x: x + beside, y },
      { x: x - beside - width, y },
      { x: x - width / 2, y: y - beside - height / 2 },
      { x: x - width / 2, y: y + beside + height / 2 },
      { x: x + beside * 0.7, y: y - beside * 0.7 - height / 2 },
      { x: x + beside * 0.7, y: y + beside * 0.7 + height / 2 },
    ]);
    for (const spot of spots) {
      const box = {
        left: spot.x - PADDING,
        right: spot.x + width + PADDING,
        top: spot.y - height / 2 - PADDING,
        bottom: spot.y + height / 2 + PADDING,
      };
      const inside =
        box.left >= limits.left &&
        box.top >= limits.top &&
        box.right <= limits.right &&
        box.bottom <= limits.bottom;
      if (!inside || occupied.some((other) => overlap(box, other))) continue;
      occupied.push(box);
      placed.push({ wish: at, ...spot, box });
      return;
    }
  });
  return placed;
}
