import { ArrowRight, Check, Pin as PinIcon, Puzzle, Settings as SettingsIcon } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { BROWSER, isPinned } from '../../../../browser/toolbar.ts';
import type { Goal, Settings } from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import { errorText } from '../../../errorText.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { TypeContact } from '../../../parts/TypeContact.tsx';
import { goTo, linkTo, type RoomProps } from '../../links.ts';
import { GoalForm } from '../../shared/GoalForm.tsx';
import { MeFields } from '../../shared/MeFields.tsx';
import { OwnProfile } from '../../shared/OwnProfile.tsx';
import '../../shared/goals.css';
import '../../shared/me.css';
import './welcome.css';

const STEPS = ['archive', 'me', 'goal', 'contact'] as const;
type Step = (typeof STEPS)[number];

/** What the settings keep: the last step that is behind the user. */
const BEHIND: Readonly<Record<Step, Settings['onboarding']>> = {
  archive: 'archive',
  me: 'me',
  goal: 'goal',
  contact: 'done',
};

/** The way into the product, each step of which can be skipped; whoever comes back goes on where they stopped. */
export default function Welcome({ network, place, onMe, onGoals, onSettings }: RoomProps) {
  const next = { open: 'archive', archive: 'me', me: 'goal', goal: 'contact', done: 'contact' } as const;
  const [named] = place.path;
  const step = STEPS.find((name) => name === named) ?? next[network.settings.onboarding];
  const [read, setRead] = useState(0);
  const [busy, setBusy] = useState(false);
  const imported = useImported(network);
  // The next step begins at its top, where the eyes are expected.
  useEffect(() => scrollTo(0, 0), [step]);
  const [failure, setFailure] = useState('');

  /** Leaves the step behind, done or skipped, and goes on. */
  async function goOn(): Promise<void> {
    setFailure('');
    try {
      const reached = STEPS.indexOf(step) + 1;
      const before = STEPS.findIndex((name) => BEHIND[name] === network.settings.onboarding) + 1;
      // Going back to an earlier step does not undo the later ones.
      if (reached > before)
        onSettings(await call('settings.set', { settings: { onboarding: BEHIND[step] } }));
      const following = STEPS[reached];
      location.hash = following === undefined ? linkTo('today') : linkTo('welcome', [following]);
    } catch (error) {
      setFailure(errorText(error));
    }
  }
  async function saveGoal(goal: Goal): Promise<boolean> {
    setBusy(true);
    try {
      const saved = await call('goal.set', { goal });
      onGoals([...network.goals.filter(({ id }) => id !== saved.id), saved]);
      await goOn();
      return true;
    } catch (error) {
      setFailure(errorText(error));
      return false;
    } finally {
      setBusy(false);
    }
  }
  const skip = (
    <button type="button" class="plain" onClick={() => void goOn()}>
      {t('welcome_skip')}
    </button>
  );

  return (
    <div class="welcome">
      <p class="lead measure">{t('welcome_why')}</p>
      <ol class="welcome-steps">
        {STEPS.map((name, at) => {
          const done = name === 'archive' ? imported : isDone(name, network);
          return (
            <li key={name}>
              <a
                href={linkTo('welcome', [name])}
                aria-current={name === step ? 'step' : undefined}
                class={done ? 'done' : undefined}
              >
                <span class="step-mark">
                  {done ? <Icon of={Check} label={t('welcome_done')} /> : String(at + 1)}
                </span>
                {t(`welcome_${name}`)}
              </a>
            </li>
          );
        })}
      </ol>
      {failure && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
      {step === 'archive' && (
        <section aria-label={t('welcome_archive')}>
          <div class="welcome-ways">
            <div class="stack">
              <p class="measure">{t('welcome_archiveFirst')}</p>
              <ol class="numbered">
                <li>{t('welcome_archiveOne')}</li>
                <li>{t('welcome_archiveTwo')}</li>
                <li>{t('welcome_archiveThree')}</li>
              </ol>
              <p class="muted measure">{t('welcome_archiveWhy')}</p>
              <div class="row">
                <a class="button primary" href={linkTo('files')}>
                  {t('welcome_toFiles')}
                </a>
                <button type="button" onClick={() => void goOn()}>
                  {t(imported ? 'welcome_goOn' : 'welcome_archiveLater')}
                </button>
              </div>
            </div>
            <Pin />
          </div>
        </section>
      )}
      {step === 'me' && (
        <section aria-label={t('welcome_me')}>
          <p class="measure">{t('welcome_meWhy')}</p>
          <div class="welcome-ways">
            <MeFields
              key={read}
              me={network.me}
              submit={t('welcome_next')}
              beside={skip}
              onSaved={(me) => {
                onMe(me);
                void goOn();
              }}
            />
            <div class="stack wide">
              <OwnProfile
                me={network.me}
                onRead={(me) => {
                  onMe(me);
                  setRead((times) => times + 1);
                }}
              />
            </div>
          </div>
        </section>
      )}
      {step === 'goal' && (
        <section aria-label={t('welcome_goal')} class="stack wide">
          <p class="measure">{t('welcome_goalWhy')}</p>
          {network.goals.length > 0 && (
            <p class="notice">
              <Icon of={Check} />
              <span>
                {t('welcome_goalThere', { title: network.goals[0]?.title ?? '' })}{' '}
                <a href={linkTo('welcome', ['contact'])}>{t('welcome_onward')}</a>
              </span>
            </p>
          )}
          <GoalForm
            goal={null}
            busy={busy}
            onSave={saveGoal}
            onCancel={() => void goOn()}
            cancelLabel={t('welcome_skip')}
          />
        </section>
      )}
      {step === 'contact' && (
        <section aria-label={t('welcome_contact')} class="stack wide">
          <div class="welcome-ways three">
            <section class="card stack">
              <h2>{t('welcome_save')}</h2>
              <p>{t('welcome_saveHow')}</p>
            </section>
            <section class="card stack">
              <h2>{t('welcome_import')}</h2>
              <p>{t('welcome_importHow')}</p>
              <a class="button" href={linkTo('files')}>
                {t('welcome_toFiles')}
              </a>
            </section>
            <section class="card stack">
              <h2>{t('welcome_type')}</h2>
              <p>{t('welcome_typeHow')}</p>
              <details class="more">
                <summary>{t('welcome_typeOpen')}</summary>
                <TypeContact
                  onSaved={(id) => goTo(linkTo('welcome', ['contact'], { contact: id }))}
                  onOpen={(id) => goTo(linkTo('welcome', ['contact'], { contact: id }))}
                />
              </details>
            </section>
          </div>
          <p class="notice warn measure">
            <span>{t('settings_terms')}</span>
          </p>
          <div class="row">
            <button type="button" class="primary" onClick={() => void goOn()}>
              {t('welcome_finish')}
              <Icon of={ArrowRight} />
            </button>
          </div>
        </section>
      )}
    </div>
  );
}

/** Where the icon is, which hides behind a piece of a puzzle until it is pinned. */
function Pin() {
  const [pinned, setPinned] = useState<boolean | null>(null);
  useEffect(() => {
    const look = () => void isPinned().then(setPinned);
    look();
    // Whoever comes back from pinning it is told that it is there.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return (
    <section class="card stack pin" aria-labelledby="pin">
      <h2 id="pin">{t('welcome_pinTitle')}</h2>
      <div class="pin-icons" aria-hidden="true">
        <Icon of={Puzzle} size={20} />
        <Icon of={ArrowRight} />
        <Icon of={BROWSER === 'firefox' ? SettingsIcon : PinIcon} size={20} />
      </div>
      <p>
        {t(pinned ? 'welcome_pinned' : BROWSER === 'firefox' ? 'welcome_pinFirefox' : 'welcome_pinChromium')}
      </p>
    </section>
  );
}

/** Was a file imported? */
function useImported({ contactCount }: RoomProps['network']): boolean {
  const [imported, setImported] = useState(false);
  useEffect(() => {
    // Without an answer the step is offered as if it were open.
    call('undo.list', {}).then(
      ({ steps }) => setImported(steps.some(({ kind }) => kind === 'import')),
      () => {},
    );
  }, [contactCount]);
  return imported;
}

function isDone(step: Exclude<Step, 'archive'>, network: RoomProps['network']): boolean {
  if (step === 'me') return network.me !== null;
  return step === 'goal' ? network.goals.length > 0 : network.contactCount > 0;
}
