import { Fragment } from 'preact';
import { t } from '../../../../browser/text.ts';
import type { Analysis, Settings } from '../../../../core/model/index.ts';
import { FactSentence, GoalName, type Known, Name, Say } from '../../shared/Say.tsx';

/** The fewest conversations that close the most gaps, within the hours that the user gives to them. */
export function PlanPart({
  plan,
  hours,
  known,
  onHours,
}: {
  plan: Analysis['plan'];
  hours: Settings['hoursPerMonth'];
  known: Known;
  onHours: (hours: number) => void;
}) {
  const [fact] = plan.facts;
  if (fact === undefined) return null;
  return (
    <section class="stack moves-part moves-plan">
      <h2>{t('plan_title')}</h2>
      <p>
        <FactSentence fact={fact} known={known} />
      </p>
      {plan.conversations.length > 0 && (
        <ol class="lines measure">
          {plan.conversations.map(({ contactId, through, closes }) => (
            <li key={contactId}>
              <Say
                of="plan_closes"
                contact={
                  <>
                    <Name id={contactId} known={known} />
                    {through !== undefined && (
                      <>
                        {' '}
                        <Say of="plan_through" names={<Name id={through} known={known} />} />
                      </>
                    )}
                  </>
                }
                goals={[...Map.groupBy(closes, ({ goalId }) => goalId)].map(([goalId, gaps], at) => (
                  <Fragment key={goalId}>
                    {at > 0 && '; '}
                    <Say
                      of="plan_closesFor"
                      goal={<GoalName id={goalId} known={known} />}
                      gaps={gaps.map(({ role }) => t(`planGap_${role}`)).join(', ')}
                    />
                  </Fragment>
                ))}
              />
            </li>
          ))}
        </ol>
      )}
      <label class="row">
        <span>{t('plan_hours')}</span>
        <input
          type="number"
          min={1}
          max={40}
          value={hours ?? plan.within}
          onChange={({ currentTarget }) => {
            const wanted = Math.round(Number(currentTarget.value));
            if (wanted >= 1 && wanted <= 40) onHours(wanted);
          }}
        />
      </label>
    </section>
  );
}

/** Ties that fell asleep, with since when. */
export function Dormant({ of, known }: { of: Analysis['dormant']; known: Known }) {
  if (of.length === 0) return null;
  return (
    <details class="more moves-part">
      <summary>
        {t('dormant_title')} ({of.length})
      </summary>
      <p class="muted measure">{t('dormant_why')}</p>
      <ul class="lines measure">
        {of.map(({ contactId, months, facts }) => (
          <li key={contactId}>
            <Name id={contactId} known={known} />{' '}
            <span class="muted">{t('dormant_months', { count: months })}</span>{' '}
            {facts.map((fact) => (
              <span key={`${fact.key}${fact.values?.goal}`}>
                <FactSentence fact={fact} known={known} />{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
