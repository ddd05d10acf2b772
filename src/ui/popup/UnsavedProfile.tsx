import { useEffect, useState } from 'preact/hooks';
import {
  currentPosition,
  type OwnWords,
  type Position,
  type Profile,
  type Reading,
} from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import type { Capture, Network } from '../../messaging/protocol.ts';
import { askForSite, hasSite } from '../moreSites.ts';
import { t } from '../text.ts';
import { Assessment } from './Assessment.tsx';

interface Props {
  capture: Capture;
  tab: number;
  doubtful: string[];
  reading: Reading;
  network: Network;
  onSaved: () => void;
  onFailure: (error: unknown) => void;
}

/** A recognised profile that is not saved yet: editable, with what it would mean for the goals. */
export function UnsavedProfile({ capture, tab, doubtful, reading, network, onSaved, onFailure }: Props) {
  const { profile } = capture;
  const position = currentPosition(profile);
  const [draft, setDraft] = useState<Draft>({
    name: profile.name.full,
    title: position?.title ?? profile.headline ?? '',
    company: position?.company ?? '',
    place: profile.location?.text ?? '',
  });
  const [saving, setSaving] = useState(false);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    try {
      await call('contact.save', { capture, edits: editsOf(profile, draft), tab });
      onSaved();
    } catch (error) {
      setSaving(false);
      onFailure(error);
    }
  }

  return (
    <form onSubmit={save}>
      <div class="pad stack outline">
        {FIELDS.map(([name, key]) => (
          <label key={name}>
            <span>
              {t(`field_${name}`)}
              {doubtful.includes(key) && <em> {t('field_doubtful')}</em>}
            </span>
            <input
              value={draft[name]}
              required={name === 'name'}
              maxLength={name === 'name' ? 200 : 500}
              onInput={({ currentTarget }) => setDraft({ ...draft, [name]: currentTarget.value })}
            />
          </label>
        ))}
      </div>
      <Assessment reading={reading} network={network} />
      <OfferButton host={new URL(profile.url).hostname} onFailure={onFailure} />
      <footer class="sticky-bar">
        <span class="muted">{new URL(profile.url).hostname.replace(/^www\./, '')}</span>
        <button type="submit" class="primary" disabled={saving}>
          {t(saving ? 'button_saving' : 'button_save')}
        </button>
      </footer>
    </form>
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
  return (
    <section class="pad">
      {state === 'added' ? (
        <p role="status">{t('site_added', { site: host })}</p>
      ) : (
        <button type="button" class="plain" onClick={add}>
          {t('site_offer', { site: host })}
        </button>
      )}
    </section>
  );
}

interface Draft {
  name: string;
  title: string;
  company: string;
  place: string;
}

/** Each field of the form with the profile's field that it stands for. */
const FIELDS = [
  ['name', 'name'],
  ['title', 'positions'],
  ['company', 'positions'],
  ['place', 'location'],
] as const satisfies readonly (readonly [keyof Draft, keyof Profile])[];

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
