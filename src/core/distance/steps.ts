/** Distances in words: each step holds the distances above the step before it, up to its own. */
export const DISTANCE_STEPS = [
  { step: 'same', upTo: 0 },
  { step: 'near', upTo: 0.3 },
  { step: 'neighbouring', upTo: 0.6 },
  { step: 'distant', upTo: 0.85 },
  { step: 'far', upTo: 1 },
] as const;
export type DistanceStep = (typeof DISTANCE_STEPS)[number]['step'];

/** The word for a distance, 0 to 1. */
export function distanceStep(distance: number): DistanceStep {
  return DISTANCE_STEPS.find(({ upTo }) => distance <= upTo)?.step ?? 'far';
}

/**
 * What the words mean: the share of all pairs of different functions (or industries) that are at least as near.
 * Of 436 functions about 5 are near to one, 21 more neighbouring, 61 more distant; of 88 industries 3, 5 and 7.
 */
const NEARER_SHARES = {
  function: { near: 0.012, neighbouring: 0.06, distant: 0.2 },
  industry: { near: 0.03, neighbouring: 0.09, distant: 0.17 },
} as const;

/** A distance from how many pairs are nearer: straight lines between the borders of the steps. */
export function distanceOfShare(share: number, kind: keyof typeof NEARER_SHARES): number {
  const borders = NEARER_SHARES[kind];
  const corners: [number, number][] = [[0, 0]];
  for (const { step, upTo } of DISTANCE_STEPS) {
    if (step !== 'same' && step !== 'far') corners.push([borders[step], upTo]);
  }
  corners.push([1, 1]);
  for (let at = 1; at < corners.length; at++) {
    const [from, low] = corners[at - 1] as [number, number];
    const [to, high] = corners[at] as [number, number];
    if (share <= to) return low + ((high - low) * (share - from)) / (to - from);
  }
  return 1;
}

/** Bytes of a base64 text; `atob` is in browsers and in Node. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Numbers of a text, divided by blanks. */
export function numbersOf(text: string): Float64Array {
  return Float64Array.from(text.split(' '), Number);
}

/** Where `value` stands among rising `knots`, 0 to 1, straight lines between them. */
export function shareBelow(knots: ArrayLike<number>, value: number): number {
  const last = knots.length - 1;
  if (value <= (knots[0] as number)) return 0;
  if (value >= (knots[last] as number)) return 1;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((knots[middle] as number) <= value) low = middle;
    else high = middle;
  }
  const from = knots[low] as number;
  const to = knots[high] as number;
  return (low + (to > from ? (value - from) / (to - from) : 0)) / last;
}
