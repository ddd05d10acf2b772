import { UserRoundCheck } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { Profile } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import type { Network } from '../../messaging/protocol.ts';
import { becomeMe } from '../parts/becomeMe.ts';
import { Icon } from '../parts/Icon.tsx';

interface Props {
  profile: Profile;
  network: Network;
  /** The page shows its person their own profile. */
  own: boolean;
  /** Whoever is shown is a contact, who would go. */
  saved?: boolean;
  onTaken: () => void;
  onFailure: (error: unknown) => void;
}

/** While the user has not said who they are, or where the page says that it is theirs: it may be their own. */
export function OfferMe({ profile, network, own, saved = false, onTaken, onFailure }: Props) {
  const [asking, setAsking] = useState(false);
  // A contact is nobody's self unless the page says so.
  if (!own && (network.me !== null || saved)) return null;
  async function take(): Promise<void> {
    try {
      await becomeMe(profile, network.me);
      if (network.settings.onboarding === 'open' || network.settings.onboarding === 'archive')
        await call('settings.set', { settings: { onboarding: 'me' } });
      onTaken();
    } catch (error) {
      onFailure(error);
    }
  }
  if (asking)
    return (
      <div class="notice warn">
        <div class="stack">
          <span>{t('me_takeContact', { name: profile.name.full })}</span>
          <div class="row">
            <button type="button" class="primary" onClick={take}>
              {t('me_takeContactYes')}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {t('cancel')}
            </button>
          </div>
        </div>
      </div>
    );
  return (
    <>
      {own && <p>{t('me_looksOwn')}</p>}
      <button type="button" class="plain start" onClick={() => (saved ? setAsking(true) : void take())}>
        <Icon of={UserRoundCheck} />
        {t('me_take')}
      </button>
    </>
  );
}
