import type { Reading } from '../../core/model/index.ts';
import { functionName, industryName } from '../../core/taxonomy/index.ts';
import type { Network } from '../../messaging/protocol.ts';
import { distanceWords } from '../parts/distanceWords.ts';
import { Fits } from '../parts/Fits.tsx';
import { Plane } from '../parts/Plane.tsx';
import { currentLanguage, factText, t } from '../text.ts';

/** Where somebody stands from the user, and how they serve each goal. */
export function Assessment({ reading, network }: { reading: Reading; network: Network }) {
  const { function: what, industry } = reading.career.current;
  const language = currentLanguage();
  const known = [
    what && functionName(what.isco4, language),
    industry && industryName(industry.nace2, language),
  ].filter((name) => name !== null);
  return (
    <>
      <section class="pad row">
        <Plane distances={reading.distances} />
        <div>
          {network.me === null ? (
            <p>{t('factMeMissing')}</p>
          ) : (
            distanceWords(reading.distances).map((words) => <p key={words}>{words}</p>)
          )}
          {known.length > 0 && <p class="muted">{known.join(' · ')}</p>}
        </div>
      </section>
      <section class="pad">
        <Fits fits={reading.fits} goals={network.goals} />
      </section>
      {reading.hub.isHub && (
        <section class="pad">
          <h2>{t('hub_title')}</h2>
          <ul class="muted">
            {reading.hub.evidence.map(({ fact }) => (
              <li key={fact.key}>{factText(fact)}</li>
            ))}
          </ul>
        </section>
      )}
      {reading.marginal.length > 0 && (
        <section class="pad">
          {reading.marginal.map((fact) => (
            <p key={fact.key}>{factText(fact, network.goals)}</p>
          ))}
        </section>
      )}
    </>
  );
}
