import { scaleBand } from 'd3-scale';
import { DISTANCE_STEPS, type DistanceStep, distanceStep } from '../../core/distance/steps.ts';

const STEPS = DISTANCE_STEPS.map(({ step }) => step);
/** An axis of the map, 0 to 1: one band for each step of distance, all equally wide. */
const scale = scaleBand<DistanceStep>(STEPS, [0, 1]);

/** A step of distance on an axis: from `start` to `end`, 0 to 1. */
export interface Band {
  step: DistanceStep;
  start: number;
  end: number;
}

/** The bands of an axis, from the user outward. */
export const BANDS: readonly Band[] = STEPS.map((step) => {
  const start = scale(step) ?? 0;
  return { step, start, end: start + scale.bandwidth() };
});

/** The last step that counts as near; beyond it begin the far quarters of the map. */
const NEAR: DistanceStep = 'neighbouring';
/** Where the border between near and far lies on the axis. */
export const NEAR_END = (scale(NEAR) ?? 0) + scale.bandwidth();

/**
 * Where a distance (0 to 1) stands on an axis (0 to 1): in the middle of its step. Distances are estimates from
 * classifications; to show more than the step would pretend a precision that they do not have.
 */
export function alongSteps(distance: number): number {
  return (scale(distanceStep(distance)) ?? 0) + scale.bandwidth() / 2;
}

export type Quarter = 'dailyWork' | 'sameCraft' | 'sameWorld' | 'beyondTheRim';

/** The quarter of the map in which two known distances lie. */
export function quarterOf(functionDistance: number, industryDistance: number): Quarter {
  const nearFunction = alongSteps(functionDistance) < NEAR_END;
  const nearIndustry = alongSteps(industryDistance) < NEAR_END;
  if (nearFunction) return nearIndustry ? 'dailyWork' : 'sameCraft';
  return nearIndustry ? 'sameWorld' : 'beyondTheRim';
}
