import { Compass, KeyRound, PencilLine, Puzzle } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { currentLanguage, factText, t } from '../../browser/text.ts';
import type { Corrections, Fact, Profile, Reading } from '../../core/model/index.ts';
import { functionName, industryName } from '../../core/taxonomy/index.ts';
import { call } from '../../messaging/client.ts';
import type { Capture, Network } from '../../messaging/protocol.ts';
import { DistanceLines } from '../parts/DistanceLines.tsx';
import { Fits } from '../parts/Fits.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Plane } from '../parts/Plane.tsx';
import type { RoleWord } from '../parts/useContactEdits.ts';
import { OpenDashboard } from './OpenDashboard.tsx';

interface Props {
  /** Whose marginal value is asked for: a saved contact's id, or the capture that is not saved. */
  of: { id: string } | { capture: Capture; corrections: Corrections };
  reading: Reading;
  profile: Profile;
  network: Network;
  /** Takes the user's own word on a role; absent while nobody is saved. */
  onRole?: ((word: RoleWord) => void) | undefined;
  /** Opens what the classification rests on, and its correction. */
  onExplain: () => void;
  explained?: ComponentChildren;
}

/** Where somebody stands from the user, and how they serve each goal. */
export function Assessment({ of, reading, profile, network, onRole, onExplain, explained }: Props) {
  const { function: what, industry } = reading.career.current;
  const language = currentLanguage();
  const known = [
    what && functionName(what.isco4, language),
    industry && industryName(industry.nace2, language),
  ].filter((name) => name !== null);
  const named = known.length > 0 ? known.join(' · ') : t('classified_unknown');
  // A page that tells little: one sentence says so, instead of one for each thing that follows from it.
  const untold = known.length === 0 && reading.fits.every(({ value }) => value === null);
  const where = placeOf(profile);
  const welcome = network.settings.onboarding !== 'done';
  const active = network.goals.some(({ state }) => state === 'active');
  return (
    <>
      <section class="where">
        <Plane distances={reading.distances} />
        <div>
          {network.me === null ? (
            <p>
              {t('factMeMissing')}{' '}
              <OpenDashboard to={welcome ? 'welcome/me' : 'me'} class="" label={t('popup_sayWho')} />
            </p>
          ) : (
            <DistanceLines reading={reading} place={where} known={!untold} brief />
          )}
          {untold && <p>{t('popup_untold')}</p>}
          <Past reading={reading} network={network} />
          <button
            type="button"
            class="plain muted classified"
            aria-expanded={explained !== undefined}
            onClick={onExplain}
          >
            {named}
            <Icon of={PencilLine} label={t('classified_explain')} />
          </button>
        </div>
      </section>
      {explained}
      {untold && active ? null : (
        <section>
          {active ? (
            <Fits fits={reading.fits} goals={network.goals} onRole={onRole} />
          ) : (
            <p>
              {t('fits_noGoal')}{' '}
              <OpenDashboard
                to={welcome ? 'welcome/goal' : 'goals/new'}
                class=""
                label={t('popup_setGoal')}
              />
            </p>
          )}
        </section>
      )}
      {reading.hub.isHub && (
        <section class="sentence">
          <Icon of={KeyRound} />
          <div>
            <h2>{t('hub_title')}</h2>
            <ul class="quiet">
              {reading.hub.evidence.map(({ fact }) => (
                <li key={fact.key}>{factText(fact)}</li>
              ))}
            </ul>
          </div>
        </section>
      )}
      {network.me !== null && active && !untold && <Marginal of={of} reading={reading} network={network} />}
    </>
  );
}

/**
 * What the network gains by this contact, or would lose without: asked for once the answer itself stands, as it
 * needs the whole network. Its place is kept, so that nothing moves when it comes.
 */
function Marginal({ of, reading, network }: Pick<Props, 'of' | 'reading' | 'network'>) {
  const [facts, setFacts] = useState<readonly Fact[] | null>(null);
  const saved = 'id' in of;
  const unread = reading.distances.function === null && reading.distances.industry === null;
  useEffect(() => {
    let left = false;
    const answer = (found: readonly Fact[]) => !left && setFacts(found);
    call('contact.marginal', of).then(
      (found) => answer(found?.marginal ?? []),
      // Everything else of the contact is there: the missing sentence says so itself.
      () => answer([]),
    );
    return () => {
      left = true;
    };
  }, [reading]);
  return (
    <section class="sentence marginal" aria-busy={facts === null}>
      <Icon of={Puzzle} />
      <div>
        {facts?.slice(0, 2).map((fact) => (
          <p key={JSON.stringify(fact)}>{factText(fact, network.goals)}</p>
        ))}
        {facts?.length === 0 && (
          <p class="muted">
            {t(unread ? 'factNotEnoughKnown' : saved ? 'marginal_noneSaved' : 'marginal_none')}
          </p>
        )}
      </div>
    </section>
  );
}

/** The point of the user's own past that is nearer than today. */
function Past({ reading, network }: { reading: Reading; network: Network }) {
  const { past } = reading.distances;
  const company = past && network.me?.positions[past.step]?.company;
  if (!company) return null;
  return (
    <p class="quiet">
      <Icon of={Compass} /> {t('past_nearer', { company })}
    </p>
  );
}

function placeOf({ location }: Profile): string | undefined {
  return location?.city ?? location?.region ?? location?.text;
}
