import { UserRoundCheck } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { call } from '../../messaging/client.ts';
import type { Capture, ContactView, Network } from '../../messaging/protocol.ts';
import { becomeMe } from '../parts/becomeMe.ts';
import { Icon } from '../parts/Icon.tsx';
import { jobLine } from '../parts/jobLine.ts';
import { OpenDashboard } from './OpenDashboard.tsx';

interface Props {
  capture: Capture;
  /** The user was saved as a contact once. */
  saved: ContactView | null;
  network: Network;
  /** The page shows its person their own profile, which the user has not named as theirs: it is offered. */
  offered: boolean;
  /** It is somebody else's after all. */
  onOther: () => void;
  onChange: () => void;
  onFailure: (error: unknown) => void;
}

/** The user's own page: nobody to save, but news for who they are. */
export default function OwnPage({
  capture: { profile },
  saved,
  network,
  offered,
  onOther,
  onChange,
  onFailure,
}: Props) {
  const [said, setSaid] = useState('');
  /** Takes back what was done; answers why it could not. */
  const [undo, setUndo] = useState<(() => Promise<string | null>) | null>(null);
  const [busy, setBusy] = useState(false);

  async function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await work();
      onChange();
    } catch (error) {
      onFailure(error);
    }
    setBusy(false);
  }
  const update = () =>
    attempt(async () => {
      const became = await becomeMe(profile, network.me);
      const { onboarding } = network.settings;
      if (onboarding === 'open' || onboarding === 'archive')
        await call('settings.set', { settings: { onboarding: 'me' } });
      setSaid(t('me_updated'));
      setUndo(() => async () => {
        await became.undo();
        return null;
      });
    });
  const remove = (id: string) =>
    attempt(async () => {
      const { undo: step } = await call('contact.forgetMany', { ids: [id] });
      setSaid(t('me_contactRemoved'));
      setUndo(() => async () => {
        const { restored } = await call('undo.run', { id: step });
        return restored === 0 ? t('undo_nothing') : null;
      });
    });
  const takeBack = (work: () => Promise<string | null>) =>
    attempt(async () => {
      setSaid((await work()) ?? t('undo_done'));
      setUndo(null);
    });

  return (
    <>
      <main data-screen="own">
        <header class="who">
          <h1 dir="auto">{profile.name.full}</h1>
          <p dir="auto">{jobLine(profile)}</p>
        </header>
        <section class="stack">
          <p class="sentence">
            <Icon of={UserRoundCheck} />
            <strong>{t(offered ? 'me_looksOwn' : 'me_isYou')}</strong>
          </p>
          <p>{t(offered ? 'me_ownPageWhat' : 'me_isYouWhat')}</p>
          {offered && (
            <button type="button" class="plain start" disabled={busy} onClick={onOther}>
              {t('me_isOther')}
            </button>
          )}
          {!offered && network.settings.onboarding !== 'done' && (
            <p>
              {t('me_taken')} <OpenDashboard to="welcome" class="" label={t('popup_continueButton')} />
            </p>
          )}
          {saved !== null && (
            <div class="notice warn">
              <div class="stack">
                <span>{t('me_alsoContact')}</span>
                <div class="row">
                  <button type="button" disabled={busy} onClick={() => void remove(saved.contact.id)}>
                    {t('me_removeContact')}
                  </button>
                </div>
              </div>
            </div>
          )}
          <div class="row" role="status">
            {said}
            {undo !== null && (
              <button type="button" class="plain" disabled={busy} onClick={() => void takeBack(undo)}>
                {t('undo')}
              </button>
            )}
          </div>
        </section>
      </main>
      <footer class="sticky-bar">
        <OpenDashboard to="me" class="button plain" label={t('me_open')} />
        <button type="button" class="primary push" disabled={busy} onClick={() => void update()}>
          {t(offered ? 'me_takeFirst' : 'me_update')}
        </button>
      </footer>
    </>
  );
}
