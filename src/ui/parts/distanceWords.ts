import { distanceStep } from '../../core/distance/index.ts';
import type { Distances } from '../../core/model/index.ts';
import { t } from '../text.ts';

/** The distances as short phrases; what is not known is said, not left out. */
export function distanceWords({ function: what, industry, place }: Distances): string[] {
  return [
    what === null ? t('function_unknown') : t(`function_${distanceStep(what)}`),
    industry === null ? t('industry_unknown') : t(`industry_${distanceStep(industry)}`),
    ...(place === null ? [] : [t(`place_${place.step}`)]),
  ];
}
