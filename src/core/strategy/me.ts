import type { Classifier, ProfileText } from '../classify/index.ts';
import { judgeCareer } from '../classify/unjudged.ts';
import type { Career, Me } from '../model/index.ts';

/** The user's own career; what the user set about themselves wins over what the title says. */
export function careerOfMe(me: Me, classifier: Classifier): Career {
  return judgeCareer(classifier, profileOfMe(me), {
    ...(me.isco4 !== undefined && { isco4: me.isco4 }),
    ...(me.nace2 !== undefined && { nace2: me.nace2 }),
    ...(me.seniority !== undefined && { seniority: me.seniority }),
  });
}

function profileOfMe(me: Me): ProfileText {
  return {
    positions: me.positions,
    skills: me.skills,
    ...(me.headline !== undefined && { headline: me.headline }),
    ...(me.industryLabel !== undefined && { industry: me.industryLabel }),
  };
}
