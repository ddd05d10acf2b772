import { ArrowRight, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { currentLanguage, t } from '../../browser/text.ts';
import { effectiveProfile } from '../../core/merge/effective.ts';
import { currentPosition } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import type { Capture, Change, ContactView, Network } from '../../messaging/protocol.ts';
import { Icon } from '../parts/Icon.tsx';
import { jobLine } from '../parts/jobLine.ts';
import { Kept } from '../parts/Kept.tsx';
import { LayerMark, LayerReasons } from '../parts/Layer.tsx';
import { lazily } from '../parts/lazily.tsx';
import { OwnFields } from '../parts/OwnFields.tsx';
import { sourceText } from '../parts/sourceText.ts';
import { textsOf } from '../parts/textsOf.ts';
import { tieWords } from '../parts/tieWords.ts';
import { useContactEdits } from '../parts/useContactEdits.ts';
import { Assessment } from './Assessment.tsx';
import { OpenDashboard } from './OpenDashboard.tsx';

const Correction = lazily(() => import('../parts/Correction.tsx'));
const TieEditor = lazily(async () => ({ default: (await import('../parts/TieEditor.tsx')).TieEditor }));
const OfferMe = lazily(async () => ({ default: (await import('./OfferMe.tsx')).OfferMe }));
const PopupWays = lazily(() => import('./PopupWays.tsx'));
const NamedHere = lazily(() => import('./NamedHere.tsx'));
const History = lazily(() => import('../parts/History.tsx'));

interface Props {
  /**
   * What the page shows, its news, and whether it shows its person their own profile; `null` when it was not read,
   * as in the side panel.
   */
  page: { capture: Capture; tab: number; changes: Change[]; own: boolean } | null;
  /** Saved a moment ago, by the page's button, the keyboard or the menu. */
  justSaved?: 'created' | 'updated' | undefined;
  saved: ContactView;
  network: Network;
  onView: (view: ContactView) => void;
  /** The contact is not saved any more. */
  onGone: () => void;
  onUpdated: () => void;
  /** Reads the page, where that was not done. */
  onLook?: () => void;
  onFailure: (error: unknown) => void;
}

/** A saved contact: layer, distances, fit to each goal, the user's own words, what the page shows anew. */
export function SavedContact(props: Props) {
  const { page, justSaved, saved, network, onView, onGone, onUpdated, onLook, onFailure } = props;
  // A position that only ended reads the same on both sides: the new one beside it says enough.
  const changes = (page?.changes ?? []).filter(({ from, to }) => from !== to);
  const { contact, reading, ties } = saved;
  const profile = effectiveProfile(contact);
  const position = currentPosition(profile);
  const [why, setWhy] = useState(false);
  const [explained, setExplained] = useState(false);
  const [historyOpen, setHistoryOpen] = useState(false);
  const [tieOpen, setTieOpen] = useState(false);
  const [updating, setUpdating] = useState(false);
  const tie = ties.find(({ from, kind }) => from === 'me' && kind === 'knows');
  const company = position?.company;

  const edits = useContactEdits({
    id: contact.id,
    company,
    companies: network.settings.companies,
    onView: (view) => (view === null ? onGone() : onView(view)),
    onFailure,
  });
  const { attempt, setOwn } = edits;
  const update = () =>
    attempt(async () => {
      if (page === null) return;
      setUpdating(true);
      await call('contact.save', { capture: page.capture, tab: page.tab });
      onUpdated();
    });

  return (
    <>
      <main data-screen="saved">
        <header class="who">
          <h1 dir="auto">{profile.name.full}</h1>
          <button
            type="button"
            class="layer-button"
            aria-expanded={why}
            title={t('layer_why')}
            onClick={() => setWhy(!why)}
          >
            <LayerMark layer={reading.layer} />
          </button>
          <p dir="auto">{jobLine(profile)}</p>
          {why && <LayerReasons layer={reading.layer} goals={network.goals} onOverrule={edits.setLayer} />}
        </header>
        {changes.length > 0 && <Changes changes={changes} />}
        {page?.capture.acquaintances !== undefined && (
          <NamedHere {...page} news={changes.length > 0} onUpdated={onUpdated} onFailure={onFailure} />
        )}
        <Assessment
          of={{ id: contact.id }}
          reading={reading}
          profile={profile}
          network={network}
          onRole={edits.setRole}
          onExplain={() => setExplained(!explained)}
          explained={
            explained ? (
              <section>
                <Correction
                  classification={reading.career.current}
                  own={contact.own}
                  texts={textsOf(profile)}
                  {...edits.correction}
                />
              </section>
            ) : undefined
          }
        />
        <section>
          <PopupWays of={{ id: contact.id }} name={profile.name.full} goals={network.goals} />
        </section>
        <section class="own stack">
          <OwnFields own={contact.own} noteRows={1} writer={edits.writer} />
        </section>
        <section>
          <details
            class="more"
            onToggle={({ currentTarget }) => setTieOpen((currentTarget as HTMLDetailsElement).open)}
          >
            <summary>
              <span>
                {t('tie_title')} <span class="muted">{tieWords(tie)}</span>
              </span>
            </summary>
            {tieOpen && (
              <TieEditor
                contactId={contact.id}
                tie={tie}
                own={contact.own}
                onTie={edits.setTie}
                onLog={edits.log}
                onOwn={setOwn}
              />
            )}
          </details>
        </section>
        <section>
          <details
            class="more"
            onToggle={({ currentTarget }) => setHistoryOpen((currentTarget as HTMLDetailsElement).open)}
          >
            <summary>{t('history_title')}</summary>
            {historyOpen && <History contact={contact} />}
          </details>
        </section>
        {page?.own && (
          <section class="stack">
            <OfferMe
              profile={page.capture.profile}
              network={network}
              own
              saved
              onTaken={onUpdated}
              onFailure={onFailure}
            />
          </section>
        )}
        <section class="row spread source">
          <span class="quiet">{sourceText(contact)}</span>
          <Forget
            name={profile.name.full}
            onForget={() =>
              attempt(async () => {
                await call('contact.forget', { id: contact.id });
                onGone();
              })
            }
          />
        </section>
      </main>
      <footer class="sticky-bar">
        <OpenDashboard to={`map?contact=${contact.id}`} class="button plain" label={t('popup_openMap')} />
        <Kept said={edits.said || (justSaved ? t(`popup_just_${justSaved}`) : '')} />
        {onLook && (
          <button type="button" class="plain" onClick={onLook}>
            {t('popup_look')}
          </button>
        )}
        {changes.length > 0 ? (
          <button type="button" class="primary push" disabled={updating} onClick={update}>
            {updateLabel(changes)}
          </button>
        ) : (
          <OpenDashboard
            to={`contacts?contact=${contact.id}`}
            class="button primary push"
            label={t('popup_openContact')}
          />
        )}
      </footer>
    </>
  );
}

/** What the page shows differently from what is saved: the old struck through, the new beside it. */
function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <section class="changes" aria-label={t('changes_title')}>
      <h2>{t('changes_title')}</h2>
      <dl>
        {changes.map((change) => (
          <div key={`${change.field}${change.from}${change.to}`}>
            <dt>{t(`field_${change.field}`)}</dt>
            <dd>
              {change.from !== undefined && <del dir="auto">{change.from}</del>}
              {change.from !== undefined && change.to !== undefined && (
                <>
                  {' '}
                  <Icon of={ArrowRight} label={t('changes_becomes')} />{' '}
                </>
              )}
              {change.to !== undefined && <ins dir="auto">{change.to}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function updateLabel(changes: readonly Change[]): string {
  const fields = [...new Set(changes.map(({ field }) => field))];
  const [only] = fields;
  if (fields.length !== 1 || only === undefined) return t('button_updateAll');
  const name = t(`field_${only}`);
  // English writes nouns small within a phrase, German does not.
  return t('button_updateOne', { field: currentLanguage() === 'en' ? name.toLowerCase() : name });
}

/** Deletes the contact for good, asked for twice. */
function Forget({ name, onForget }: { name: string; onForget: () => void }) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" class="plain muted small forget" onClick={() => setAsking(true)}>
        <Icon of={Trash2} />
        {t('forget')}
      </button>
    );
  return (
    <div class="notice fail stack" role="alertdialog" aria-label={t('forget')}>
      <p>{t('forget_what', { name })}</p>
      <div class="row">
        <button type="button" class="danger" onClick={onForget}>
          {t('forget_confirm')}
        </button>
        <button type="button" onClick={() => setAsking(false)}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}
