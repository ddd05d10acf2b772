import { currentLanguage, t } from '../../../browser/text.ts';
import type { BlindSpot, GoalCoverage } from '../../../core/model/index.ts';
import { functionName, industryName } from '../../../core/taxonomy/index.ts';
import { placeWords } from './change.ts';

/**
 * What is missing for one goal, its missing roles together, those with merely known people together, the severest first. Roles that the goal does not live
 * on are no gap.
 */
export function groupNeeds(
  all: readonly BlindSpot[],
  { goalId, roles: covered }: GoalCoverage,
): BlindSpot[][] {
  const needed = new Set(covered.flatMap(({ role, needed }) => (needed ? [role] : [])));
  const spots = all.filter(
    (spot) =>
      spot.goalId === goalId && (spot.role === undefined || spot.kind !== 'role' || needed.has(spot.role)),
  );
  const roles = spots.filter(({ kind }) => kind === 'role');
  const contacts = spots.filter(({ kind }) => kind === 'contact');
  const others = spots.filter(({ kind }) => kind !== 'role' && kind !== 'contact').map((spot) => [spot]);
  const severest = (group: readonly BlindSpot[]) => Math.max(...group.map(({ severity }) => severity));
  return [...[roles, contacts].filter((group) => group.length > 0), ...others].sort(
    (a, b) => severest(b) - severest(a),
  );
}

/** The need in the fewest words: the role, the field, the place, the company, the level, the skill. */
export function needWords({ kind, role, isco, nace2, company, skill, seniority, place }: BlindSpot): string {
  const language = currentLanguage();
  const field = [isco && functionName(isco, language), nace2 && industryName(nace2, language)]
    .filter(Boolean)
    .join(', ');
  switch (kind) {
    case 'role':
    case 'contact':
      return role === undefined ? '' : t(`role_${role}`);
    case 'field':
      return field;
    case 'place':
      return place === undefined ? '' : placeWords(place);
    case 'company':
      return company ?? '';
    case 'skill':
      return skill ?? '';
    case 'seniority':
      return seniority === undefined ? field : t(`seniority_${seniority}`);
  }
}
