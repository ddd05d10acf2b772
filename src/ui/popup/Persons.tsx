import { t } from '../../browser/text.ts';
import { currentPosition, type FoundIn, type Profile } from '../../core/model/index.ts';
import type { Capture } from '../../messaging/protocol.ts';

interface Props {
  candidates: readonly Capture[];
  /** Where on the page they stand. */
  found: FoundIn | undefined;
  onChoose: (candidate: Capture) => void;
}

/** Several persons on one page: the user picks. */
export default function Persons({ candidates, found, onChoose }: Props) {
  return (
    <div class="pad">
      <h1>{t('popup_manyPersons')}</h1>
      {found !== undefined && <p class="muted small">{t(`picker_${found}`)}</p>}
      <ul class="picker">
        {candidates.map((candidate) => (
          <li key={candidate.profile.key.id}>
            <button type="button" onClick={() => onChoose(candidate)}>
              <strong dir="auto">{candidate.profile.name.full}</strong>
              <span class="muted small" dir="auto">
                {jobOf(candidate.profile)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the page says that somebody does, for the choice among several. */
function jobOf(profile: Profile): string | undefined {
  const position = currentPosition(profile);
  const job = [position?.title, position?.company].filter(Boolean).join(' · ');
  return job || profile.headline;
}
