import { UserRoundCheck } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { effectiveProfile } from '../../core/merge/effective.ts';
import {
  type Corrections,
  currentPosition,
  type OwnWords,
  type Position,
  type Profile,
  type Reading,
} from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import type { Capture, Network } from '../../messaging/protocol.ts';
import { askForSite, hasSite } from '../moreSites.ts';
import { companyIndustry, setCompanyIndustry } from '../parts/companyIndustry.ts';
import { Icon } from '../parts/Icon.tsx';
import { lazily } from '../parts/lazily.tsx';
import { meFromProfile } from '../parts/meFromProfile.ts';
import { t } from '../text.ts';
import { Assessment } from './Assessment.tsx';
import { OpenDashboard } from './OpenDashboard.tsx';

const Correction = lazily(() => import('../parts/Correction.tsx'));

interface Props {
  capture: Capture;
  tab: number;
  doubtful: string[];
  /** The user's list says never to save this person. */
  doNotSave: boolean;
  reading: Reading;
  network: Network;
  onSaved: () => void;
  onFailure: (error: unknown) => void;
}

/** A recognised profile that is not saved yet: the card in outline, with what saving it would mean. */
export function UnsavedProfile({
  capture,
  tab,
  doubtful,
  doNotSave,
  reading: first,
  network,
  onSaved,
  onFailure,
}: Props) {
  const { profile } = capture;
  const position = currentPosition(profile);
  const [draft, setDraft] = useState<Draft>({
    name: profile.name.full,
    title: position?.title ?? profile.headline ?? '',
    company: position?.company ?? '',
    place: profile.location?.text ?? '',
  });
  const [reading, setReading] = useState(first);
  const [saving, setSaving] = useState(false);
  const [corrections, setCorrections] = useState<Corrections>({});
  const [explained, setExplained] = useState(false);
  const shown = effectiveProfile({ profile, own: { tags: [], log: [], edits: editsOf(profile, draft) } });
  const asked = useRef({ draft, corrections, companies: network.settings.companies });

  /** A corrected field is read at once, as it would be saved. */
  async function readAgain(): Promise<void> {
    const now = { draft, corrections, companies: network.settings.companies };
    const last = asked.current;
    if (draft.name.trim() === '') return;
    if (last.draft === draft && last.corrections === corrections && last.companies === now.companies) return;
    asked.current = now;
    try {
      const preview = await call('contact.preview', { capture: { ...capture, profile: shown }, corrections });
      if (asked.current === now) setReading(preview.reading);
    } catch (error) {
      onFailure(error);
    }
  }
  useEffect(() => void readAgain(), [corrections, network.settings.companies]);
  const company = draft.company.trim() || undefined;
  async function setCompany(nace2: string | null): Promise<void> {
    try {
      await setCompanyIndustry(network.settings.companies, company, nace2);
    } catch (error) {
      onFailure(error);
    }
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (saving || doNotSave) return;
    setSaving(true);
    try {
      await call('contact.save', { capture, edits: editsOf(profile, draft), corrections, tab });
      onSaved();
    } catch (error) {
      setSaving(false);
      onFailure(error);
    }
  }
  const field = (name: keyof Draft, key: keyof Profile) => (
    <label class={doubtful.includes(key) ? 'doubtful' : undefined}>
      <span class="hidden">{t(`field_${name}`)}</span>
      <input
        class={name}
        dir="auto"
        value={draft[name]}
        placeholder={t(`field_${name}`)}
        required={name === 'name'}
        maxLength={name === 'name' ? 200 : 500}
        onInput={({ currentTarget }) => setDraft({ ...draft, [name]: currentTarget.value })}
        onBlur={() => void readAgain()}
      />
      {doubtful.includes(key) && <small>{t('field_doubtful')}</small>}
    </label>
  );

  return (
    <>
      <main data-screen="unsaved">
        {doNotSave && (
          <p class="notice warn">
            <span>
              {t('doNotSave_listed')} <OpenDashboard to="settings" class="" label={t('doNotSave_settings')} />
            </span>
          </p>
        )}
        <form class="who" id="unsaved" onSubmit={save}>
          <h1 class="hidden" dir="auto">
            {draft.name}
          </h1>
          <div class="editable">
            {field('name', 'name')}
            {field('title', 'positions')}
            <div class="pair">
              {field('company', 'positions')}
              {field('place', 'location')}
            </div>
          </div>
        </form>
        <Assessment
          of={{ capture: { ...capture, profile: shown }, corrections }}
          reading={reading}
          profile={shown}
          network={network}
          onExplain={() => setExplained(!explained)}
          explained={
            explained ? (
              <section>
                <Correction
                  classification={reading.career.current}
                  own={corrections}
                  company={company}
                  companyIndustry={companyIndustry(network.settings.companies, company)}
                  onOwn={(own, clear = []) => setCorrections(corrected(corrections, own, clear))}
                  onCompany={(nace2) => void setCompany(nace2)}
                />
              </section>
            ) : undefined
          }
        />
        <section class="stack">
          <OfferMe profile={profile} network={network} onFailure={onFailure} />
          <OfferButton host={new URL(profile.url).hostname} onFailure={onFailure} />
        </section>
      </main>
      <footer class="sticky-bar">
        <OpenDashboard to="today" class="button plain" label={t('popup_openDashboard')} />
        {!doNotSave && (
          <button type="submit" form="unsaved" class="primary push" disabled={saving}>
            {t(saving ? 'button_saving' : 'button_save')}
          </button>
        )}
      </footer>
    </>
  );
}

/** While the user has not said who they are: the page may be their own. */
function OfferMe({
  profile,
  network,
  onFailure,
}: {
  profile: Profile;
  network: Network;
  onFailure: (error: unknown) => void;
}) {
  const [done, setDone] = useState(false);
  if (network.me !== null && !done) return null;
  async function take(): Promise<void> {
    try {
      await call('me.set', { me: meFromProfile(profile) });
      if (network.settings.onboarding === 'open')
        await call('settings.set', { settings: { onboarding: 'me' } });
      setDone(true);
    } catch (error) {
      onFailure(error);
    }
  }
  return done ? (
    <p role="status">
      {t('me_taken')} <OpenDashboard to="welcome" class="" label={t('popup_continueButton')} />
    </p>
  ) : (
    <button type="button" class="plain start" onClick={take}>
      <Icon of={UserRoundCheck} />
      {t('me_take')}
    </button>
  );
}

/** On a site without the button: offers to put it there. Asks for that one site, by this click. */
function OfferButton({ host, onFailure }: { host: string; onFailure: (error: unknown) => void }) {
  const [state, setState] = useState<'unknown' | 'offer' | 'added'>('unknown');
  useEffect(() => {
    hasSite(host).then((granted) => setState(granted ? 'unknown' : 'offer'), onFailure);
  }, [host]);
  async function add(): Promise<void> {
    try {
      if (!(await askForSite(host))) return;
      await call('site.add', { host });
      setState('added');
    } catch (error) {
      onFailure(error);
    }
  }
  if (state === 'unknown') return null;
  return state === 'added' ? (
    <p role="status">{t('site_added', { site: host })}</p>
  ) : (
    <button type="button" class="plain muted small start" onClick={add}>
      {t('site_offer', { site: host })}
    </button>
  );
}

interface Draft {
  name: string;
  title: string;
  company: string;
  place: string;
}

/** The corrections after a change; what is named in `clear` is read from the page again. */
function corrected(corrections: Corrections, own: Corrections, clear: readonly string[]): Corrections {
  return Object.fromEntries(
    Object.entries({ ...corrections, ...own }).filter(([name]) => !clear.includes(name)),
  );
}

/** Only what the user typed differently becomes an edit: the rest follows later captures. */
function editsOf(profile: Profile, draft: Draft): OwnWords['edits'] {
  const edits: OwnWords['edits'] = {};
  const position = currentPosition(profile);
  const [name, title, company, place] = [draft.name, draft.title, draft.company, draft.place].map((text) =>
    text.trim(),
  );
  if (name && name !== profile.name.full) edits.name = { full: name };
  if (place && place !== profile.location?.text) edits.location = { text: place };
  const shownTitle = position?.title ?? profile.headline ?? '';
  if (title !== shownTitle || company !== (position?.company ?? '')) {
    const typed: Position = { ...position, end: null };
    if (title) typed.title = title;
    if (company) typed.company = company;
    edits.positions = [typed, ...profile.positions.filter((other) => other !== position)];
  }
  return edits;
}
