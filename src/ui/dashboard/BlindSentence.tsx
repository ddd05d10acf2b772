import type { ComponentChildren } from 'preact';
import type { BlindSpot } from '../../core/model/index.ts';
import { functionName, industryName } from '../../core/taxonomy/index.ts';
import { currentLanguage, t } from '../text.ts';
import { placeWords } from './change.ts';
import { type Known, Names, Say } from './Say.tsx';

/**
 * What is missing, in a sentence: “For *Lead a team* nobody fills the role of mentor. Closest: A and B.” Without
 * `goal` the sentence stands under the goal already. `reason` is the address where the need can be seen.
 */
export function BlindSentence({
  spot,
  known,
  goal = null,
  reason,
}: {
  spot: BlindSpot;
  known: Known;
  goal?: ComponentChildren;
  reason?: string;
}) {
  const need = <strong class="blind">{needWords(spot)}</strong>;
  const kind = spot.kind === 'role' ? 'role' : spot.kind;
  return (
    <>
      <Say
        of={goal === null ? `blind_${kind}` : `blindFor_${kind}`}
        goal={goal}
        need={reason === undefined ? need : <a href={reason}>{need}</a>}
      />
      {spot.contactIds.length > 0 && (
        <>
          {' '}
          <Say
            of="blind_nearest"
            count={Math.min(2, spot.contactIds.length)}
            names={<Names ids={spot.contactIds.slice(0, 2)} known={known} />}
          />
        </>
      )}
    </>
  );
}

/** The need in the fewest words: the role, the field, the place, the company, the level, the skill. */
export function needWords({ kind, role, isco, nace2, company, skill, place }: BlindSpot): string {
  const language = currentLanguage();
  const field = [isco && functionName(isco, language), nace2 && industryName(nace2, language)]
    .filter(Boolean)
    .join(' · ');
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
      return field || t('blind_level');
  }
}
