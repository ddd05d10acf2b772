import { UserRoundSearch } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { readTab } from '../../../browser/readTab.ts';
import { t } from '../../../browser/text.ts';
import type { Me, Profile } from '../../../core/model/index.ts';
import { call } from '../../../messaging/client.ts';
import { errorText } from '../../errorText.ts';
import { becomeMe } from '../../parts/becomeMe.ts';
import { Icon } from '../../parts/Icon.tsx';
import { offerUndo } from './undo.tsx';

interface OpenProfile {
  id: number;
  title: string;
  address: string;
}

/** Pages of one person on the two networks, whose tabs the extension may read. */
const PROFILES = ['https://*.linkedin.com/in/*', 'https://*.xing.com/profile/*'];

/** Reads the user's own profile from an open tab, by their click. */
export function OwnProfile({ me, onRead }: { me: Me | null; onRead: (me: Me) => void }) {
  const tabs = useOpenProfiles();
  const [failure, setFailure] = useState('');

  const [asked, setAsked] = useState<Profile | null>(null);

  async function read(tab: OpenProfile): Promise<void> {
    setFailure('');
    try {
      const answer = await readTab(tab.id);
      if (!answer.ok) return setFailure(t(`reason_${answer.reason}`));
      const { profile } = answer.capture;
      const { saved, isMe } = await call('contact.preview', { capture: answer.capture });
      // A contact is nobody's self unless they say so.
      if (saved !== null && !isMe) setAsked(profile);
      else await take(profile);
    } catch (error) {
      setFailure(errorText(error));
    }
  }
  async function take(profile: Profile): Promise<void> {
    setAsked(null);
    try {
      const became = await becomeMe(profile, me);
      onRead(became.me);
      if (became.contact !== null) offerUndo(t('me_becameYou', { name: became.contact.name }), became.undo);
    } catch (error) {
      setFailure(errorText(error));
    }
  }

  return (
    <section class="card stack" aria-label={t('own_title')}>
      <h2>{t('own_title')}</h2>
      {tabs.length === 0 ? (
        <p class="muted">{t('own_none')}</p>
      ) : (
        <>
          <p class="muted">{t('own_which')}</p>
          <ul class="stack">
            {tabs.map((tab) => (
              <li key={tab.id}>
                <button type="button" class="own-tab" onClick={() => void read(tab)}>
                  <Icon of={UserRoundSearch} />
                  <span class="cut">{tab.title}</span>
                  <span class="muted small cut">{tab.address}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {asked && (
        <div class="notice warn" role="alertdialog" aria-label={t('own_title')}>
          <div class="stack">
            <span>{t('me_takeContact', { name: asked.name.full })}</span>
            <div class="row">
              <button type="button" class="primary" onClick={() => void take(asked)}>
                {t('me_takeContactYes')}
              </button>
              <button type="button" onClick={() => setAsked(null)}>
                {t('cancel')}
              </button>
            </div>
          </div>
        </div>
      )}
      {failure && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
      <p class="hint">{t('own_terms')}</p>
    </section>
  );
}

/** Most tabs that are offered. */
const TABS_SHOWN = 5;

/** Open tabs with a profile; looked up again whenever the user comes back to this one. */
function useOpenProfiles(): OpenProfile[] {
  const [tabs, setTabs] = useState<OpenProfile[]>([]);
  useEffect(() => {
    const look = () =>
      browser.tabs.query({ url: PROFILES }).then(
        (found) =>
          setTabs(
            found
              .slice(0, TABS_SHOWN)
              .flatMap(({ id, title, url }) =>
                id === undefined || url === undefined
                  ? []
                  : [{ id, title: title?.replace(/^\(\d+\)\s*/, '') ?? '', address: addressOf(url) }],
              ),
          ),
        // Firefox may not have granted the two sites: then there is nothing to offer.
        () => setTabs([]),
      );
    void look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return tabs;
}

function addressOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  try {
    return host + decodeURI(pathname).replace(/\/$/, '');
  } catch {
    // Not every address is a text (`/%ff`).
    return host + pathname;
  }
}
