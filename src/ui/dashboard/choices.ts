import { SENIORITIES } from '../../core/model/index.ts';
import { functionName, ISCO_UNIT_GROUPS, industryName, NACE_CODES } from '../../core/taxonomy/index.ts';
import { currentLanguage, t } from '../text.ts';

type Options = (readonly [value: string, name: string])[];

/** The unit groups of ISCO-08 by name. */
export function functionOptions(): Options {
  return byName(ISCO_UNIT_GROUPS.map((code) => [code, functionName(code, currentLanguage())] as const));
}

/** The divisions of NACE Rev. 2 by name. */
export function industryOptions(): Options {
  return byName(NACE_CODES.map((code) => [code, industryName(code, currentLanguage())] as const));
}

/** Levels from low to high. */
export function seniorityOptions(): Options {
  return SENIORITIES.map((seniority) => [seniority, t(`seniority_${seniority}`)] as const);
}

function byName(options: Options): Options {
  return options.sort(([, a], [, b]) => a.localeCompare(b, currentLanguage()));
}
