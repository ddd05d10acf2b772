import { currentLanguage, t } from '../../../browser/text.ts';
import type { Goal } from '../../../core/model/index.ts';
import { functionName, industryName } from '../../../core/taxonomy/index.ts';
import { placeWords } from './change.ts';

/** The target in words, part by part; empty when the goal names none. */
export function targetWords({ isco, nace2, companies, place, seniority, skills }: Goal['target']): string[] {
  const language = currentLanguage();
  return [
    isco && functionName(isco, language),
    nace2 && industryName(nace2, language),
    seniority && t('target_level', { level: t(`seniority_${seniority}`) }),
    ...companies,
    place && placeWords(place),
    ...skills,
  ].filter((words) => words !== undefined && words !== '') as string[];
}

/** A title for a goal that the user gave none: its kind and the first part of its target. */
export function titleFor(kind: Goal['kind'], target: Goal['target']): string {
  const [first] = targetWords(target);
  return (first === undefined ? t(`goal_${kind}`) : `${t(`goal_${kind}`)}: ${first}`).slice(0, 200);
}
