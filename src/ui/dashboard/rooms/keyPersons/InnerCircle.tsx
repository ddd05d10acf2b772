import { currentLanguage, t } from '../../../../browser/text.ts';
import { type Analysis, ROLES } from '../../../../core/model/index.ts';
import type { ContactRow } from '../../../../messaging/protocol.ts';
import type { SomeRows } from '../../../data.ts';
import { list } from '../../shared/change.ts';
import { FactSentence, type Known, Name } from '../../shared/Say.tsx';

/** From so many people on, a circle is one. */
const FULL = 12;

/** Twelve to eighteen people to keep close, each with what they stand for; a proposal, in alphabetical order. */
export function InnerCircle({
  circle,
  rows,
  known,
}: {
  circle: Analysis['innerCircle'];
  rows: SomeRows;
  known: Known;
}) {
  const compare = new Intl.Collator(currentLanguage()).compare;
  const people = circle.contactIds
    .flatMap((id) => rows.byId.get(id) ?? [])
    .sort((a, b) => compare(a.name, b.name));
  const alike = circle.facts.some(({ key }) => key === 'factInnerCircleAlike');
  return (
    <section class="stack key-part">
      <h2>{t('circle_title')}</h2>
      {people.length === 0 ? (
        <p class="muted measure">{t('circle_none')}</p>
      ) : (
        <>
          <p class="measure">
            {people.length < FULL
              ? t('circle_soFar', { count: people.length })
              : t(alike ? 'circle_alike' : 'circle_why', { count: people.length })}
          </p>
          {(people.length < FULL ? [] : circle.facts).map((fact) => (
            <p key={fact.key} class="muted measure">
              <FactSentence fact={fact} known={known} />
            </p>
          ))}
          <ul class="circle">
            {people.map((row) => (
              <li key={row.id}>
                <Name id={row.id} known={known} />
                <p class="muted small" dir="auto">
                  {reasonOf(row, rows.goals, known)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Why this person: the roles toward the goal that they serve best, else where they work. */
function reasonOf(row: ContactRow, goals: readonly string[], known: Known): string {
  let best = -1;
  for (let at = 0; at < goals.length; at++) {
    if ((row.roles[at] ?? 0) !== 0 && (row.fits[at] ?? 0) > (row.fits[best] ?? 0)) best = at;
  }
  const goal = known.goals.find(({ id }) => id === goals[best]);
  if (goal === undefined)
    return [t(`layer_${row.layer}`), row.title, row.company].filter(Boolean).join(' · ');
  const roles = ROLES.filter((_, bit) => ((row.roles[best] ?? 0) & (1 << bit)) !== 0);
  return t('circle_reason', { roles: list(roles.map((role) => t(`role_${role}`))), goal: goal.title });
}
