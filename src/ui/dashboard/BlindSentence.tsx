import type { ComponentChildren } from 'preact';
import type { BlindSpot, GoalCoverage } from '../../core/model/index.ts';
import { functionName, industryName } from '../../core/taxonomy/index.ts';
import { currentLanguage, t } from '../text.ts';
import { placeWords } from './change.ts';
import { type Known, Listed, Names, Say } from './Say.tsx';

/**
 * What is missing, in a sentence: “For *Lead a team* nobody fills the role of mentor. A and B come closest.” Several
 * missing roles of a goal make one sentence. Without `goal` the sentence stands under the goal already. `reason` is
 * the address where the need can be seen.
 */
export function BlindSentence({
  spots,
  known,
  goal = null,
  reason,
  without = [],
}: {
  /** One need, or several missing roles of one goal. */
  spots: readonly BlindSpot[];
  known: Known;
  goal?: ComponentChildren;
  reason?: string;
  /** Persons who were just named as coming closest: not again. */
  without?: readonly string[];
}) {
  const needs = spots.map((spot) => {
    const words = <strong class="blind">{needWords(spot)}</strong>;
    return reason === undefined ? words : <a href={reason}>{words}</a>;
  });
  const kind = spots.length > 1 ? 'roles' : spots[0]?.kind;
  const nearest = nearestOf(spots).filter((id) => !without.includes(id));
  return (
    <>
      <Say
        of={goal === null ? `blind_${kind}` : `blindFor_${kind}`}
        goal={goal}
        need={<Listed items={needs} />}
      />
      {nearest.length > 0 && (
        <>
          {' '}
          <Say of="blind_nearest" count={nearest.length} names={<Names ids={nearest} known={known} />} />
        </>
      )}
    </>
  );
}

/** Persons named who come nearest to filling a need. */
const NEAREST = 2;

/** Who comes nearest to filling these needs. */
export function nearestOf(spots: readonly BlindSpot[]): string[] {
  return [...new Set(spots.flatMap(({ contactIds }) => contactIds))].slice(0, NEAREST);
}

/**
 * What is missing for one goal, its missing roles together, the severest first. Roles that the goal does not live
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
  const others = spots.filter(({ kind }) => kind !== 'role').map((spot) => [spot]);
  const severest = (group: readonly BlindSpot[]) => Math.max(...group.map(({ severity }) => severity));
  return [...(roles.length > 0 ? [roles] : []), ...others].sort((a, b) => severest(b) - severest(a));
}

/** The need in the fewest words: the role, the field, the place, the company, the level, the skill. */
export function needWords({ kind, role, isco, nace2, company, skill, seniority, place }: BlindSpot): string {
  const language = currentLanguage();
  const field = [isco && functionName(isco, language), nace2 && industryName(nace2, language)]
    .filter(Boolean)
    .join(', ');
  switch (kind) {
    case 'role':
      return t(`role_${role}`);
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
