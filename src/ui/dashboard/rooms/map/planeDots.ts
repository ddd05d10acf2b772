import { t } from '../../../../browser/text.ts';
import { LAYERS, type Layer } from '../../../../core/model/index.ts';
import { SERVES_FROM } from '../../../../core/strategy/weights.ts';
import type { ContactRow } from '../../../../messaging/protocol.ts';
import { cornersOf } from '../../../charts/hexagons.ts';
import { layerMark, outlined, userMark } from '../../../charts/marks.ts';
import type { Surface } from '../../../charts/surface.ts';
import type { Box, Point } from '../../../charts/viewport.ts';
import { cut, type Words, wish } from './planeLabels.ts';
import { type Dot, planePoint, USER_ROOM } from './planeModel.ts';
import { type PlaneScene, seenAt, seenRadius, stripParts } from './planeScene.ts';

/** Where dots would lie too close, hexagons with their counts. */
export function paintHexagons(surface: Surface, scene: PlaneScene, frame: Box): void {
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

/** A dot on the canvas. */
export interface SeenDot {
  dot: Dot;
  at: Point;
  radius: number;
  /** Its middle is inside the frame. */
  whole: boolean;
}

/** The dots in view, where they are seen; of many thousands, all others are passed over quickly. */
export function seenDots({ model, viewport }: PlaneScene, frame: Box): SeenDot[] {
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

/** The dots by layer, the pale ones first, rings around those selected; adds to `boxes` what names keep off. */
export function paintDots(surface: Surface, scene: PlaneScene, seen: readonly SeenDot[], boxes: Box[]): void {
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

/** With more dots in view, names keep clear of key persons alone. */
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

/** The user's own mark, where both distances are 0. */
export function paintUser(
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

/** Names at most at once, as long as more than these are seen. */
const MOST_NAMES = 12;

/** Labels for the few that matter: key persons and those who fit a goal best; all when few are seen. */
export function nameWishes(
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
  const best = row.fits.reduce<number>((most, fit) => Math.max(most, fit ?? 0), 0);
  return (row.isHub ? 1 + row.hub : 0) + (best >= SERVES_FROM ? best / 100 : 0);
}

/** The strip of those of whom function or industry is not known. */
export function paintStrip(surface: Surface, scene: PlaneScene, frame: Box): void {
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
