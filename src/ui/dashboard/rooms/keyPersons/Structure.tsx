import { currentLanguage, formatNumber, t } from '../../../../browser/text.ts';
import type { Structure } from '../../../../core/model/index.ts';
import { percent } from '../../shared/days.ts';
import { FactSentence, type Known, Name } from '../../shared/Say.tsx';

/** Facts that the paragraph and the figures say already. */
const SAID: ReadonlySet<string> = new Set(['factStructureEstimated', 'factEffectiveSize']);
/** Bridges and groups shown. */
const SHOWN = 6;

/** What shared employers and schools let one guess of who knows whom; an estimate, and called one. */
export function StructurePart({ structure, known }: { structure: Structure; known: Known }) {
  const { effectiveSize, efficiency, constraint, bridges, groups, components } = structure;
  const rough = (value: number) =>
    new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: 0 }).format(value);
  const figures = [
    effectiveSize !== null && {
      name: t('structure_effectiveSize'),
      figure: rough(effectiveSize),
      meaning: t('structure_effectiveSizeMeans', {
        count: structure.persons,
        size: rough(effectiveSize),
      }),
    },
    efficiency !== null && {
      name: t('structure_efficiency'),
      figure: percent(efficiency),
      meaning: t('structure_efficiencyMeans'),
    },
    constraint !== null && {
      name: t('structure_constraint'),
      // Two digits that count: in a large network it is far below a hundredth.
      figure: new Intl.NumberFormat(currentLanguage(), { maximumSignificantDigits: 2 }).format(constraint),
      meaning: t('structure_constraintMeans'),
    },
    { name: t('structure_components'), figure: rough(components), meaning: t('structure_componentsMeans') },
  ].filter((figure) => figure !== false);
  return (
    <section class="stack key-part">
      <h2>
        {t('structure_title')} <span class="chip">{t('structure_estimate')}</span>
      </h2>
      <p class="muted measure">
        {t('structure_why', { persons: structure.persons, organisations: structure.organisations })}
      </p>
      {structure.facts
        .filter(({ key }) => !SAID.has(key))
        .map((fact) => (
          <p key={fact.key} class="muted measure">
            <FactSentence fact={fact} known={known} />
          </p>
        ))}
      <dl class="structure">
        {figures.map(({ name, figure, meaning }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span class="estimate">{figure}</span>
            </dd>
            <dd class="muted small">{meaning}</dd>
          </div>
        ))}
      </dl>
      {bridges.length > 0 && (
        <>
          <h3>{t('structure_bridges')}</h3>
          <p class="muted measure">{t('structure_bridgesWhy')}</p>
          <ul class="measure spaced">
            {bridges.slice(0, SHOWN).map(({ contactId, facts }) => (
              <li key={contactId}>
                <Name id={contactId} known={known} />
                <p class="muted small">
                  {facts.map((fact) => (
                    <FactSentence key={fact.key} fact={fact} known={known} />
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {groups.length > 0 && (
        <>
          <h3>{t('structure_groups')}</h3>
          <ul class="chips">
            {groups.slice(0, SHOWN * 2).map(({ id, label, count }) => (
              <li key={id} class="chip" dir="auto">
                {label} <span class="muted">{formatNumber(count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
