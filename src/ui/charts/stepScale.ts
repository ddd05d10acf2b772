import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { DISTANCE_STEPS, type DistanceStep } from '../../core/distance/index.ts';

/** A step of distance on an axis: from `start` to `end`, 0 to 1. */
export interface Band {
  step: DistanceStep;
  start: number;
  end: number;
}

/**
 * The part of its band on which a step's distances stand. Most distances are the far end of their step, so that
 * end is near the middle; the rest of the band is room for heaps and words.
 */
const INNER = [0.2, 0.56] as const;
/** Widths of the bands: far steps hold as many kinds of work as near ones, so all are equally wide. */
const WIDTH = 1 / DISTANCE_STEPS.length;

/** The bands of an axis, from the user outward. */
export const BANDS: readonly Band[] = DISTANCE_STEPS.map(({ step }, at) => ({
  step,
  start: at * WIDTH,
  end: (at + 1) * WIDTH,
}));

/** Up to this step, a distance counts as near: the border between the quarters of the map. */
const NEAR_STEPS = 3;
/** Where the border between near and far lies on the axis. */
export const NEAR_END = NEAR_STEPS * WIDTH;

const scales: readonly ScaleLinear<number, number>[] = DISTANCE_STEPS.map(({ upTo }, at) => {
  const from = DISTANCE_STEPS[at - 1]?.upTo ?? upTo;
  const band = [(at + INNER[0]) * WIDTH, (at + INNER[1]) * WIDTH];
  // The user's own step holds one distance only, and stands in the middle of its band.
  return from === upTo
    ? scaleLinear([upTo, upTo + 1], [(at + 0.5) * WIDTH, (at + 0.5) * WIDTH])
    : scaleLinear([from, upTo], band).clamp(true);
});

/**
 * Where a distance (0 to 1) stands on an axis (0 to 1). Each step has a band of its own, so that the words on the
 * axis hold for everything above them, and no point lies on a border. Monotone; even within a band.
 */
export function alongSteps(distance: number): number {
  const at = DISTANCE_STEPS.findIndex(({ upTo }) => distance <= upTo);
  const scale = scales[at === -1 ? scales.length - 1 : at];
  return scale?.(distance) ?? 1;
}

export type Quarter = 'dailyWork' | 'sameCraft' | 'sameWorld' | 'beyondTheRim';

/** The quarter of the map in which two known distances lie. */
export function quarterOf(functionDistance: number, industryDistance: number): Quarter {
  const nearFunction = alongSteps(functionDistance) < NEAR_END;
  const nearIndustry = alongSteps(industryDistance) < NEAR_END;
  if (nearFunction) return nearIndustry ? 'dailyWork' : 'sameCraft';
  return nearIndustry ? 'sameWorld' : 'beyondTheRim';
}
