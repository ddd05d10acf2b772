import type { Fit, Goal } from '../../core/model/index.ts';
import { factText, formatNumber, t } from '../text.ts';

/** The fit to each goal as a bar with its number; opens to the parts that add up to it. */
export function Fits({ fits, goals }: { fits: readonly Fit[]; goals: readonly Goal[] }) {
  if (fits.length === 0) return <p class="muted">{t('fits_noGoal')}</p>;
  return (
    <ul class="fits">
      {fits.map((fit) => (
        <li key={fit.goalId}>
          <details>
            <summary>
              <span>{goals.find(({ id }) => id === fit.goalId)?.title}</span>
              {fit.value === null ? (
                <span class="muted">{t('notEnoughKnown')}</span>
              ) : (
                <>
                  <meter min={0} max={100} value={fit.value} aria-label={t('fit_label')} />
                  <strong>{formatNumber(fit.value)}</strong>
                </>
              )}
            </summary>
            <Parts fit={fit} goals={goals} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Parts({ fit, goals }: { fit: Fit; goals: readonly Goal[] }) {
  return (
    <ul class="parts">
      {fit.parts
        .filter(({ points }) => points > 0)
        .map((part) => (
          <li key={part.part}>
            <span>
              {t(`part_${part.part}`)}
              {part.facts.length > 0 && (
                <span class="muted"> {part.facts.map((fact) => factText(fact, goals)).join(' · ')}</span>
              )}
            </span>
            <strong>+{formatNumber(part.points)}</strong>
          </li>
        ))}
      {fit.confidence < 1 && (
        <li class="muted">{t('fit_known', { percent: Math.round(fit.confidence * 100) })}</li>
      )}
    </ul>
  );
}
