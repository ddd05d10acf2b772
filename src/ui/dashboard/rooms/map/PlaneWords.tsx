import { factText, formatNumber, t } from '../../../../browser/text.ts';
import type { Goal } from '../../../../core/model/index.ts';
import { linkTo } from '../../links.ts';
import type { PlaneModel } from './planeModel.ts';

interface Props {
  model: PlaneModel;
  goals: readonly Goal[];
  /** One sentence over the picture; what the picture says in full below it. */
  part: 'above' | 'below';
  /** The blind spots are of an earlier state. */
  stale: boolean;
}

const QUARTERS = ['dailyWork', 'sameCraft', 'sameWorld', 'beyondTheRim'] as const;

/** The picture in words: for everybody first, and all of it for those who do not see it. */
export function PlaneWords({ model, goals, part, stale }: Props) {
  const { quarters, unknown, areas, targets } = model;
  const missing = unknown.function.length + unknown.industry.length + unknown.both.length;
  const placed = model.dots.length;
  if (part === 'above')
    return (
      <p class="measure">
        {placed === 0
          ? t('map_nobodyPlaced', { count: missing })
          : t('map_sentence', {
              near: formatNumber(quarters.dailyWork),
              count: placed,
              far: formatNumber(quarters.beyondTheRim),
            })}
      </p>
    );
  return (
    <section class="map-words" aria-label={t('map_words')}>
      <div>
        <h2>{t('map_wordsQuarters')}</h2>
        <ul>
          {QUARTERS.map((quarter) => (
            <li key={quarter}>
              <a href={linkTo('contacts', [], { distance: quarter })}>
                {t('contacts_shown', { count: quarters[quarter] })}
              </a>{' '}
              {t(`quarterWords_${quarter}`)}
            </li>
          ))}
          {missing > 0 && (
            <li>
              <a href={linkTo('contacts', [], { distance: 'unknown' })}>
                {t('contacts_shown', { count: missing })}
              </a>{' '}
              {t('quarterWords_unknown')}
            </li>
          )}
        </ul>
      </div>
      <div>
        <h2>{t('map_wordsGoals')}</h2>
        {targets.length === 0 && <p class="muted">{t('map_noTargets')}</p>}
        <ul>
          {targets.map(({ goal }) => (
            <li key={goal.id}>
              <a href={linkTo('goals', [goal.id])}>{goal.title}</a>
            </li>
          ))}
        </ul>
        {areas.length > 0 && <h3>{t('map_wordsBlind')}</h3>}
        {stale && areas.length > 0 && <p class="muted">{t('map_stale')}</p>}
        <ol class="map-spots">
          {areas.map(({ spots }) => (
            <li key={spots[0]?.id}>
              {spots.slice(0, 3).map((spot) => (
                <p key={spot.id}>{spot.facts[0] && factText(spot.facts[0], goals)}</p>
              ))}
              {spots.length > 3 && <p class="muted">{t('map_moreSpots', { count: spots.length - 3 })}</p>}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
