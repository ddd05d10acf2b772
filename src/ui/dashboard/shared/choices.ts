import { t } from '../../../browser/text.ts';
import { SENIORITIES } from '../../../core/model/index.ts';

type Options = (readonly [value: string, name: string])[];

/** Levels from low to high. */
export function seniorityOptions(): Options {
  return SENIORITIES.map((seniority) => [seniority, t(`seniority_${seniority}`)] as const);
}
