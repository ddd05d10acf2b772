import { functionDistance, industryDistance } from '../../../../core/distance/index.ts';
import type { BlindSpot, Goal, Layer } from '../../../../core/model/index.ts';
import type { ContactRow, RowSegment } from '../../../../messaging/protocol.ts';
import { placeHeaps } from '../../../charts/heaps.ts';
import { alongSteps, BANDS, NEAR_END, type Quarter, quarterOf } from '../../../charts/stepScale.ts';
import type { Point, Size } from '../../../charts/viewport.ts';

/** A contact on the plane: its place in pixels of the whole plane, and its radius. */
export interface Dot extends Point {
  row: ContactRow;
  radius: number;
}

/** Which distance of a contact is not known. */
export type Unknown = 'function' | 'industry' | 'both';

/** Where a goal's target lies from the user; `null` on an axis of which the target says nothing. */
export interface Target {
  goal: Goal;
  x: number | null;
  y: number | null;
  /** How many other targets lie in the same place, drawn before this one. */
  beneath: number;
}

/** Blind spots that lie in one place; `null` on an axis that none of them names. */
export interface BlindArea {
  x: number | null;
  y: number | null;
  spots: BlindSpot[];
}

export interface PlaneModel {
  size: Size;
  dots: Dot[];
  /** Contacts with a distance that is not known. */
  unknown: Record<Unknown, ContactRow[]>;
  quarters: Record<Quarter, number>;
  targets: Target[];
  areas: BlindArea[];
}

/** Radii of dots by how many there are, in pixels; the evidence as key person adds up to as much again. */
const RADII = [
  { upTo: 150, radius: 5 },
  { upTo: 600, radius: 4 },
  { upTo: Number.POSITIVE_INFINITY, radius: 2.8 },
] as const;
/** Room around the user's own mark, in pixels. */
export const USER_ROOM = 15;
/** Share of a cell that its heap may fill: the rest is paper between the heaps. */
const FILLED = 0.8;
/** Height of the line at the top of each quarter that belongs to its title, in pixels. */
export const TITLE_LINE = 26;
/** The uppermost band of each quarter: below its title there is less room for a heap. */
const TITLED = [BANDS.length - 1, BANDS.findIndex(({ end }) => end >= NEAR_END - 1e-9)];
/** More hatched areas than this hide what they are about. */
const MOST_AREAS = 6;
const LAYER_ORDER: Record<Layer, number> = {
  strategic: 0,
  beyond: 1,
  personal: 2,
  operational: 3,
};

/** Where everything stands on a plane of this size: the user at the lower left, function to the right, industry up. */
export function planeModel(
  rows: readonly ContactRow[],
  goals: readonly Goal[],
  blindSpots: readonly BlindSpot[],
  me: RowSegment['me'],
  size: Size,
): PlaneModel {
  const unknown: PlaneModel['unknown'] = { function: [], industry: [], both: [] };
  const quarters: PlaneModel['quarters'] = { dailyWork: 0, sameCraft: 0, sameWorld: 0, beyondTheRim: 0 };
  const known: Dot[] = [];
  const base = RADII.find(({ upTo }) => rows.length <= upTo)?.radius ?? 3;
  for (const row of rows) {
    const { functionDistance: what, industryDistance: where } = row;
    if (what === null || where === null) {
      unknown[what !== null ? 'industry' : where !== null ? 'function' : 'both'].push(row);
      continue;
    }
    quarters[quarterOf(what, where)] += 1;
    known.push({ row, radius: base * (1 + row.hub * 0.9), ...planePoint(what, where, size) });
  }
  // Key persons in the middle of a heap, then by layer, so that each heap reads from the inside outward.
  // The sort is stable: of equals, the order of the rows decides, which is the same every time.
  known.sort((a, b) => b.radius - a.radius || LAYER_ORDER[a.row.layer] - LAYER_ORDER[b.row.layer]);
  const placed = placeHeaps(known, {
    reach: {
      x: (size.width / BANDS.length / 2) * FILLED,
      y: Math.max(
        1,
        Math.min((size.height / BANDS.length / 2) * FILLED, (size.height / BANDS.length - TITLE_LINE) / 2),
      ),
    },
    hole: { ...planePoint(0, 0, size), radius: USER_ROOM },
  });
  return {
    size,
    dots: known.map((dot, at) => ({ ...dot, ...placed[at] })),
    unknown,
    quarters,
    targets: targetsOf(goals, me, size),
    areas: areasOf(blindSpots, goals, me, size),
  };
}

/** The point of the plane for two distances, in pixels. */
export function planePoint(functionDistance: number, industryDistance: number, size: Size): Point {
  const up = alongSteps(industryDistance);
  const band = BANDS.findIndex(({ end }) => up < end);
  return {
    x: alongSteps(functionDistance) * size.width,
    y: (1 - up) * size.height + (TITLED.includes(band) ? TITLE_LINE / 2 : 0),
  };
}

function targetsOf(goals: readonly Goal[], me: RowSegment['me'], size: Size): Target[] {
  const targets: Target[] = [];
  for (const goal of goals) {
    if (goal.state !== 'active') continue;
    const place = placeOfField(goal.target.isco, goal.target.nace2, me, size);
    if (place === null) continue;
    const beneath = targets.filter(({ x, y }) => x === place.x && y === place.y).length;
    targets.push({ goal, ...place, beneath });
  }
  return targets;
}

function areasOf(
  blindSpots: readonly BlindSpot[],
  goals: readonly Goal[],
  me: RowSegment['me'],
  size: Size,
): BlindArea[] {
  const areas = new Map<string, BlindArea>();
  for (const spot of blindSpots) {
    const target = goals.find(({ id }) => id === spot.goalId)?.target;
    const place =
      placeOfField(spot.isco, spot.nace2, me, size) ?? placeOfField(target?.isco, target?.nace2, me, size);
    if (place === null) continue;
    const key = `${place.x} ${place.y}`;
    const area = areas.get(key);
    if (area) area.spots.push(spot);
    else if (areas.size < MOST_AREAS) areas.set(key, { ...place, spots: [spot] });
  }
  return [...areas.values()];
}

/** Where a function and an industry lie from the user; `null` when neither can be told. */
function placeOfField(
  isco: string | undefined,
  nace2: string | undefined,
  me: RowSegment['me'],
  size: Size,
): { x: number | null; y: number | null } | null {
  const what = functionDistance(me?.isco4, isco);
  const where = industryDistance(me?.nace2, nace2);
  if (what === null && where === null) return null;
  return {
    x: what === null ? null : planePoint(what, 0, size).x,
    y: where === null ? null : planePoint(0, where, size).y,
  };
}
