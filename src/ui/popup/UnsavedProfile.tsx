import { useEffect, useRef, useState } from 'preact/hooks';
import { askForSite, hasSite } from '../../browser/moreSites.ts';
import { t } from '../../browser/text.ts';
import { effectiveProfile } from '../../core/merge/effective.ts';
import {
  type Corrections,
  currentPosition,
  keyText,
  type OwnWords,
  type Position,
  type Profile,
  type Reading,
} from '../../core/model/index.ts';
import { ownValue } from '../../core/text/table.ts';
import { call } from '../../messaging/client.ts';
import type { Capture, Network } from '../../messaging/protocol.ts';
import { companyIndustry, setCompanyIndustry } from '../parts/companyIndustry.ts';
import { Kept } from '../parts/Kept.tsx';
import { lazily } from '../parts/lazily.tsx';
import { takeNow } from '../parts/leaving.ts';
import { OwnFields } from '../parts/OwnFields.tsx';
import type { OwnWriter } from '../parts/ownWriter.ts';
import { textsOf } from '../parts/textsOf.ts';
import { useDraft } from '../parts/useDraft.ts';
import { Assessment } from './Assessment.tsx';
import { CopyReport } from './CopyReport.tsx';
import { OfferMe } from './OfferMe.tsx';
import { OpenDashboard } from './OpenDashboard.tsx';

const NamedHere = lazily(() => import('./NamedHere.tsx'));
const Correction = lazily(() => import('../parts/Correction.tsx'));

interface Props {
  capture: Capture;
  tab: number;
  doubtful: string[];
  /** The user's list says never to save this person. */
  doNotSave: boolean;
  reading: Reading;
  network: Network;
  /** The page shows its person their own profile. */
  own: boolean;
  /** Not enough speaks for the name: nothing is saved before the user has said that this is the person. */
  unsure: boolean;
  report: string | undefined;
  onSaved: () => void;
  onFailure: (error: unknown) => void;
}

/** A recognised profile that is not saved yet: the card in outline, with what saving it would mean. */
export default function UnsavedProfile({
  capture,
  tab,
  doubtful,
  doNotSave,
  reading: first,
  network,
  own: ownPage,
  unsure,
  report,
  onSaved,
  onFailure,
}: Props) {
  const { profile } = capture;
  const onPage = shownBy(profile);
  const [draft, setDraft] = useState<Draft>(onPage);
  const [reading, setReading] = useState(first);
  const [saving, setSaving] = useState(false);
  const [corrections, setCorrections] = useState<Corrections>({});
  const [own, setOwn] = useState<Words>(NOTHING_SAID);
  const [ownOpen, setOwnOpen] = useState(false);
  const [said, setSaid] = useState('');
  const drafts = useDraft<ProfileDraft>({
    kind: 'profile',
    subject: keyText(profile.key),
    read: profileDraft,
    onBack(kept) {
      setDraft({ ...onPage, ...kept.typed });
      setCorrections(kept.corrections);
      now.current = { typed: { ...onPage, ...kept.typed }, corrections: kept.corrections, own: kept.own };
      setOwn(kept.own);
      if (wordsSaid(kept.own)) setOwnOpen(true);
      setSaid(t('draft_back'));
    },
  });
  /** Everything as typed this moment: what is drawn follows a little later. */
  const now = useRef({ typed: draft, corrections, own });
  function keep(change: Partial<typeof now.current>): void {
    now.current = { ...now.current, ...change };
    if (change.typed) setDraft(change.typed);
    if (change.corrections) setCorrections(change.corrections);
    if (change.own) setOwn(change.own);
    if (doNotSave) return;
    const { typed, corrections, own } = now.current;
    const differing = Object.entries(typed).filter(
      ([name, text]) => ownValue<string>({ ...onPage }, name) !== text,
    );
    const nothing = differing.length + Object.keys(corrections).length === 0 && !wordsSaid(own);
    // What stands in the field of tags counts, though it is not confirmed.
    const tag = tagTyped.current.replace(/^#/, '').trim();
    const tags = [...new Set([...own.tags, ...(tag === '' ? [] : [tag])])];
    const words = { ...own, tags };
    drafts.keep(
      nothing && tag === '' ? null : { typed: Object.fromEntries(differing), corrections, own: words },
    );
    setSaid(nothing ? '' : t('draft_kept'));
  }
  const tagTyped = useRef('');
  const writer: OwnWriter = {
    tagTyped(text) {
      tagTyped.current = text;
      keep({});
    },
    async note(note) {
      const { note: _, ...others } = now.current.own;
      keep({ own: note.trim() === '' ? others : { ...others, note } });
      return note;
    },
    tag({ add = [], remove = [] }) {
      const tags = [...now.current.own.tags.filter((tag) => !remove.includes(tag)), ...add];
      keep({ own: { ...now.current.own, tags } });
    },
    async step(nextStep) {
      const { nextStep: _, ...others } = now.current.own;
      keep({ own: nextStep === null ? others : { ...others, nextStep } });
    },
  };
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
      await setCompanyIndustry(company, nace2);
    } catch (error) {
      onFailure(error);
    }
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (saving || doNotSave) return;
    // What stands in a field counts, though the field was not left.
    takeNow();
    setSaving(true);
    const { typed, corrections, own } = now.current;
    try {
      const words = wordsSaid(own) ? { own } : {};
      await call('contact.save', { capture, edits: editsOf(profile, typed), corrections, ...words, tab });
      drafts.drop();
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
        onInput={({ currentTarget }) =>
          keep({ typed: { ...now.current.typed, [name]: currentTarget.value } })
        }
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
        {unsure && (
          <p class="notice ask">
            <span>
              <strong>{t('popup_unsure')}</strong> {t('popup_unsureWhy')}
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
                  texts={textsOf(shown)}
                  company={company}
                  companyIndustry={companyIndustry(network.settings.companies, company)}
                  onOwn={(own, clear = []) => keep({ corrections: corrected(corrections, own, clear) })}
                  onCompany={(nace2) => void setCompany(nace2)}
                />
              </section>
            ) : undefined
          }
        />
        {capture.acquaintances !== undefined && (
          <NamedHere capture={capture} tab={tab} news onUpdated={onSaved} onFailure={onFailure} />
        )}
        {!doNotSave && (
          <section>
            <details
              class="more"
              open={ownOpen}
              onToggle={({ currentTarget }) => setOwnOpen((currentTarget as HTMLDetailsElement).open)}
            >
              <summary>{t('own_before')}</summary>
              {ownOpen && (
                <div class="own stack">
                  <OwnFields own={own} noteRows={2} writer={writer} />
                </div>
              )}
            </details>
          </section>
        )}
        <section class="stack">
          <OfferMe
            profile={profile}
            network={network}
            own={ownPage}
            onTaken={onSaved}
            onFailure={onFailure}
          />
          <OfferButton host={new URL(profile.url).hostname} onFailure={onFailure} />
          {report !== undefined && <CopyReport report={report} />}
        </section>
      </main>
      <footer class="sticky-bar">
        <OpenDashboard to="today" class="button plain" label={t('popup_openDashboard')} />
        <Kept said={said} />
        {!doNotSave && (
          <button type="submit" form="unsaved" class="primary push" disabled={saving}>
            {t(saving ? 'button_saving' : unsure ? 'popup_unsureSave' : 'button_save')}
          </button>
        )}
      </footer>
    </>
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

type Words = Pick<OwnWords, 'note' | 'tags' | 'nextStep'>;
const NOTHING_SAID: Words = { tags: [] };
const wordsSaid = ({ note, tags, nextStep }: Words): boolean =>
  note !== undefined || nextStep !== undefined || tags.length > 0;

/** What was typed differently from the page, and what was written beside it. */
interface ProfileDraft {
  typed: Partial<Draft>;
  corrections: Corrections;
  own: Words;
}

/** A draft as this form keeps it; `null` for anything else. */
function profileDraft(kept: unknown): ProfileDraft | null {
  const { typed, corrections, own } = Object(kept) as { [Part in keyof ProfileDraft]?: unknown };
  const parts = [typed, corrections, own].map((part) => typeof part === 'object' && part !== null);
  return parts.every(Boolean) && Array.isArray((own as Partial<Words>).tags) ? (kept as ProfileDraft) : null;
}

/** What the page shows, in the fields of the card. */
function shownBy(profile: Profile): Draft {
  const position = currentPosition(profile);
  return {
    name: profile.name.full,
    title: position?.title ?? profile.headline ?? '',
    company: position?.company ?? '',
    place: profile.location?.text ?? '',
  };
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
