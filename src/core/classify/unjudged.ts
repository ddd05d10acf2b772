import type { Career, Classification, OwnWords } from '../model/index.ts';
import { companyKey } from '../text/companies.ts';
import { corrected } from './corrections.ts';
import type { Classifier, ClassifyInput, ProfileText } from './index.ts';

/** What the evidence says where the judgement itself failed. */
export const UNJUDGED = 'not judged: the classifier failed';

const NOTHING: Classification = { function: null, seniority: null, industry: null, evidence: [UNJUDGED] };

/**
 * A profile's career. Where the classifier fails, only what the user said is known, and the career is marked
 * `unjudged`: one profile that cannot be judged must never keep the others, or its own saving, from going on.
 * `told` hears of the error, which holds nothing of the profile.
 */
export function judgeCareer(
  classifier: Pick<Classifier, 'career'>,
  profile: ProfileText,
  own: Pick<OwnWords, 'isco4' | 'nace2' | 'seniority'> = {},
  told: (error: unknown) => void = () => {},
): Career {
  try {
    return classifier.career(profile, own);
  } catch (error) {
    told(error);
    return {
      current: corrected(NOTHING, own),
      steps: profile.positions.map(({ company, start, end }) => ({
        isco4: null,
        nace2: null,
        seniority: null,
        ...(company !== undefined && { company: companyKey(company) }),
        ...(start !== undefined && { start }),
        ...(end !== undefined && { end }),
      })),
      unjudged: true,
    };
  }
}

/** What a title or label alone says; nothing where the classifier fails on it. */
export function judgeText(classifier: Pick<Classifier, 'classify'>, input: ClassifyInput): Classification {
  try {
    return classifier.classify(input);
  } catch {
    return NOTHING;
  }
}
