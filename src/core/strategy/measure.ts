import { placeDistance, seniorityGap } from '../distance/index.ts';
import type { Digest, Distances } from '../model/index.ts';
import type { Mine, Viewpoint } from './viewpoint.ts';

const NOTHING: Distances = {
  function: null,
  industry: null,
  place: null,
  seniority: null,
  internal: null,
  past: null,
};

/** Distances of a contact from the user; all `null` while the user is unknown. */
export function measure(digest: Digest, { me, keyOf }: Viewpoint): Distances {
  if (me === null) return { ...NOTHING };
  const toFunction = me.toFunction(digest.isco);
  const toIndustry = me.toIndustry(digest.nace);
  return {
    function: toFunction,
    industry: toIndustry,
    place: placeDistance(me.place, digest.place),
    seniority: seniorityGap(me.seniority, digest.seniority),
    internal:
      me.employer === undefined || digest.employer === undefined
        ? null
        : keyOf(digest.employer) === me.employer,
    past: nearestPast(me, digest, (toFunction ?? 1) + (toIndustry ?? 1)),
  };
}

/** The point of my own past that is nearer to the contact's today than my own today is; unknown counts as far. */
function nearestPast(me: Mine, { isco, nace }: Digest, today: number): Distances['past'] {
  let best: Distances['past'] = null;
  let least = today;
  for (const { step, toFunction, toIndustry } of me.past) {
    const past = { step, function: toFunction(isco), industry: toIndustry(nace) };
    const sum = (past.function ?? 1) + (past.industry ?? 1);
    if (sum < least) {
      least = sum;
      best = past;
    }
  }
  return best;
}
