import { type LabelWish, placeLabels } from '../../../charts/labels.ts';
import { boxOf } from '../../../charts/marks.ts';
import type { Surface } from '../../../charts/surface.ts';
import type { Box, Point } from '../../../charts/viewport.ts';
import type { PlaneScene } from './planeScene.ts';

/** A label with its look. */
export interface Words extends LabelWish {
  colour: string;
  bold?: boolean;
  /** May stand on dots, with paper around its letters, rather than nowhere. */
  insists?: boolean;
  /** Belongs to a dot: a line leads there when the label stands further off. */
  of?: Point;
}

/** Writes the labels where there is room, in their order; those that find none are left out unless they insist. */
export function paintWords(
  surface: Surface,
  { hexagons, colours }: PlaneScene,
  frame: Box,
  words: readonly Words[],
  taken: readonly Box[],
  dots: readonly Box[],
): void {
  const wishes = words.map((wish) => (wish.insists ? { ...wish, also: anywhere(wish, frame) } : wish));
  const placed = placeLabels(wishes, frame, [...taken, ...dots]);
  const found = new Set(placed.map(({ wish }) => wish));
  const insisting = [...words.keys()].filter((at) => words[at]?.insists && !found.has(at));
  const forced = placeLabels(
    insisting.map((at) => words[at] as Words),
    frame,
    [...taken, ...placed.map(({ box }) => box)],
  ).map((label) => ({ ...label, wish: insisting[label.wish] ?? 0 }));
  const labels = [...placed, ...forced];
  // Lines first: they pass behind the words.
  for (const { wish, box } of labels) {
    const of = words[wish]?.of;
    if (of) paintLeader(surface, of, box, colours.muted);
  }
  for (const { wish, x, y, box } of labels) {
    const { text, colour, bold = false } = words[wish] as Words;
    if (hexagons) plate(surface, box, colours.card);
    const lines = text.split('\n');
    lines.forEach((line, at) => {
      const middle = y + (at - (lines.length - 1) / 2) * LINE;
      surface.text(line, { x, y: middle }, { size: 12, halo: colours.card, colour, bold });
    });
  }
}

/** The wish's own places first, then everywhere in the frame, the nearest first. */
function anywhere({ x, y, also = [] }: Words, frame: Box): Point[] {
  const places: Point[] = [];
  for (let left = frame.left; left < frame.right; left += 24)
    for (let top = frame.top; top < frame.bottom; top += 16) places.push({ x: left, y: top });
  const far = (place: Point) => Math.hypot(place.x - x, place.y - y);
  return [...also, ...places.sort((a, b) => far(a) - far(b))];
}

/** A dot and its name further apart than this are joined by a line, in pixels. */
const BESIDE = 16;

/** A line from a dot to its label, where they do not stand beside one another. */
export function paintLeader(surface: Surface, dot: Point, box: Box, colour: string): void {
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

/** Height of a line of a label, and letters on one. */
const LINE = 15;
const LINE_LETTERS = 34;

/** A sentence beside its number, on at most three short lines. */
export function sentenceWish(surface: Surface, sentence: string, at: Point): LabelWish {
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

/** A label of one line at a place, kept clear of what stands there by `clear` pixels. */
export function wish(surface: Surface, text: string, at: Point, clear: number, bold = false): LabelWish {
  return { text, ...at, width: surface.widthOf(text, { size: 12, bold }), height: 15, clear };
}

/** Paper under words that would stand on hexagons. */
export function plate(surface: Surface, box: Box, colour: string): void {
  surface.shape((pen) => boxOf(pen, box), { fill: colour, opacity: 0.88 });
}

/** At most so many letters, the last of them an ellipsis when some are left out. */
export function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
