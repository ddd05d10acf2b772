import { currentLanguage, formatNumber, t } from '../../../../browser/text.ts';
import type { AcquaintanceAnalysis, Structure } from '../../../../core/model/index.ts';
import { percent } from '../../shared/days.ts';
import { FactSentence, type Known, Name } from '../../shared/Say.tsx';

/** Facts that the paragraph and the figures say already. */
const SAID: ReadonlySet<string> = new Set(['factStructureEstimated', 'factEffectiveSize']);
/** Bridges and groups shown. */
const SHOWN = 6;

/** Who knows whom as pages and the user say: figures only where enough is known, and told apart from the estimate. */
export function AcquaintancePart({ of, known }: { of: AcquaintanceAnalysis; known: Known }) {
  const { persons, effectiveSize, efficiency, constraint, brokers, facts } = of;
  return (
    <section class="stack key-part">
      <h2>
        {t('structure_real')} <span class="chip">{t('structure_realMark')}</span>
      </h2>
      {facts.map((fact) => (
        <p key={fact.key} class="muted measure">
          <FactSentence fact={fact} known={known} />
        </p>
      ))}
      {effectiveSize !== null && efficiency !== null && constraint !== null && (
        <dl class="structure">
          <div>
            <dt>{t('structure_effectiveSize')}</dt>
            <dd>{rough(effectiveSize)}</dd>
            <dd class="muted small">{t('structure_realPersons', { count: persons })}</dd>
          </div>
          <div>
            <dt>{t('structure_efficiency')}</dt>
            <dd>{percent(efficiency)}</dd>
            <dd class="muted small">{t('structure_efficiencyMeans')}</dd>
          </div>
          <div>
            <dt>{t('structure_constraint')}</dt>
            <dd>{twoDigits(constraint)}</dd>
            <dd class="muted small">{t('structure_constraintMeans')}</dd>
          </div>
        </dl>
      )}
      {brokers.length > 0 && (
        <>
          <h3>{t('structure_brokers')}</h3>
          <ul class="measure spaced">
            {brokers.slice(0, SHOWN).map(({ contactId, facts: why }) => (
              <li key={contactId}>
                <Name id={contactId} known={known} />
                <p class="muted small">
                  {why.map((fact) => (
                    <FactSentence key={fact.key} fact={fact} known={known} />
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function rough(value: number): string {
  return new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: 0 }).format(value);
}

/** Two digits that count: in a large network the figure is far below a hundredth. */
function twoDigits(value: number): string {
  return new Intl.NumberFormat(currentLanguage(), { maximumSignificantDigits: 2 }).format(value);
}

/** What shared employers and schools let one guess of who knows whom; an estimate, and called one. */
export function StructurePart({ structure, known }: { structure: Structure; known: Known }) {
  const { effectiveSize, efficiency, constraint, bridges, groups, components } = structure;
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
      figure: twoDigits(constraint),
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
