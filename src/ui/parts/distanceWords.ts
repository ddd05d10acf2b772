import { t } from '../../browser/text.ts';
import { distanceStep } from '../../core/distance/steps.ts';
import type { DistanceReasons, Distances } from '../../core/model/index.ts';

/**
 * The distances as short phrases, function, industry, place; what is not known is said, not left out.
 * @param place where the contact is, named before the distance: `Berlin · same city`
 */
export function distanceWords({ function: what, industry, place }: Distances, where?: string): string[] {
  const step = place === null ? undefined : t(`place_${place.step}`);
  return [
    what === null ? t('function_unknown') : t(`function_${distanceStep(what)}`),
    industry === null ? t('industry_unknown') : t(`industry_${distanceStep(industry)}`),
    ...(where === undefined && step === undefined
      ? []
      : [where === undefined ? (step ?? '') : [where, step && inSentence(step)].filter(Boolean).join(' · ')]),
  ];
}

/** What the distances of function and industry rest on, each as a sentence; `null` where there is nothing to name. */
export function reasonWords({ skills, industry }: DistanceReasons): {
  function: string | null;
  industry: string | null;
} {
  const names = skills.map((group) => t(`skill_${group}`)).join(', ');
  return {
    function: names === '' ? null : t('why_skills', { skills: names }),
    industry: industry === null ? null : t(`industryWhy_${industry}`),
  };
}

/** The phrase as it stands after another: with a small letter. */
function inSentence(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1);
}
