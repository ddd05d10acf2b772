import { currentLanguage, factText, formatNumber, t } from '../../browser/text.ts';
import type { Fit, Goal } from '../../core/model/index.ts';
import { lazily } from './lazily.tsx';
import { Meter } from './Meter.tsx';
import type { RoleWord } from './useContactEdits.ts';

const RoleWords = lazily(() => import('./RoleWords.tsx'));

/** How many roles are named under a goal before it is opened. */
const ROLES_NAMED = 2;

/**
 * The fit to each goal as a bar with its number; opens to the parts that add up to it and to the user's own word on
 * the roles, where it can be given.
 */
export function Fits({
  fits,
  goals,
  onRole,
}: {
  fits: readonly Fit[];
  goals: readonly Goal[];
  onRole?: ((word: RoleWord) => void) | undefined;
}) {
  return (
    <ul class="fits">
      {fits.map((fit) => {
        const title = goals.find(({ id }) => id === fit.goalId)?.title;
        return (
          <li key={fit.goalId}>
            <details>
              <summary>
                <span>{title}</span>
                {fit.value === null ? (
                  <span class="muted">{t('notEnoughKnown')}</span>
                ) : (
                  <>
                    <Meter value={fit.value} />
                    <strong>
                      <span class="hidden">{t('fit_label')}: </span>
                      {formatNumber(fit.value)}
                    </strong>
                  </>
                )}
              </summary>
              <Parts fit={fit} goals={goals} />
              {onRole && <RoleWords fit={fit} goals={goals} onSay={onRole} />}
            </details>
            <ul class="summary-facts">
              {fit.roles.slice(0, ROLES_NAMED).map(({ role, facts }) => (
                <li key={role}>
                  {t(`role_${role}`)}: {facts[0] && factText(facts[0], goals)}
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

/** Each part with its facts and its points, `+34` of at most 50. */
function Parts({ fit, goals }: { fit: Fit; goals: readonly Goal[] }) {
  const signed = new Intl.NumberFormat(currentLanguage(), { signDisplay: 'exceptZero' });
  return (
    <ul class="parts">
      {fit.parts.map((part) => (
        <li key={part.part}>
          <span>
            {t(`part_${part.part}`)}
            {part.facts.map((fact) => (
              <span class="muted fact" key={fact.key}>
                {factText(fact, goals)}
              </span>
            ))}
          </span>
          <span class="nowrap" title={t('part_of', { most: part.of })}>
            <strong>{signed.format(part.points)}</strong>
            <span class="muted"> / {formatNumber(part.of)}</span>
          </span>
        </li>
      ))}
      {fit.confidence < 1 && (
        <li class="muted">{t('fit_known', { percent: Math.round(fit.confidence * 100) })}</li>
      )}
    </ul>
  );
}
