import { Compass, Download, ExternalLink, KeyRound, PencilLine, Puzzle, Trash2 } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { currentLanguage, factText, formatDay, t } from '../../../../browser/text.ts';
import { effectiveEmails, effectiveProfile } from '../../../../core/merge/effective.ts';
import { isLocal } from '../../../../core/merge/keys.ts';
import {
  currentPosition,
  EDITABLE,
  type LogEntry,
  type OwnWords,
  type Reading,
  type Tie,
} from '../../../../core/model/index.ts';
import { functionName, industryName } from '../../../../core/taxonomy/index.ts';
import { call } from '../../../../messaging/client.ts';
import type { ContactView, Network } from '../../../../messaging/protocol.ts';
import { birthdayWords } from '../../../parts/BirthdayField.tsx';
import { DistanceLines } from '../../../parts/DistanceLines.tsx';
import { Fits } from '../../../parts/Fits.tsx';
import History from '../../../parts/History.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { Kept } from '../../../parts/Kept.tsx';
import { LayerMark, LayerReasons } from '../../../parts/Layer.tsx';
import { LogLines } from '../../../parts/LogLines.tsx';
import { lazily } from '../../../parts/lazily.tsx';
import { OwnFields } from '../../../parts/OwnFields.tsx';
import { Plane } from '../../../parts/Plane.tsx';
import { sourceText } from '../../../parts/sourceText.ts';
import { TieEditor } from '../../../parts/TieEditor.tsx';
import { textsOf } from '../../../parts/textsOf.ts';
import { tieWords } from '../../../parts/tieWords.ts';
import { type Own, type OwnField, useContactEdits } from '../../../parts/useContactEdits.ts';
import { linkTo, linkToContact } from '../../links.ts';
import { handOver } from '../../shared/handedOver.ts';
import { NotUndone, offerStep, offerUndo, tell } from '../../shared/undo.tsx';
import { Introductions } from './Introductions.tsx';
import { NamedOnPages } from './NamedOnPages.tsx';
import { NoteVersions } from './NoteVersions.tsx';
import { Section } from './Section.tsx';
import { Standings } from './Standings.tsx';
import { TakeAlong } from './TakeAlong.tsx';
import { Timeline } from './Timeline.tsx';

const Ways = lazily(() => import('../../../parts/Ways.tsx'));
const Correction = lazily(() => import('../../../parts/Correction.tsx'));
const EditContact = lazily(() => import('./EditContact.tsx'));

interface Props {
  view: ContactView;
  network: Network;
  onView: (view: ContactView | null) => void;
  onFailure: (error: unknown) => void;
  onClose: () => void;
}

/** Everything on one person: where they stand, how they serve the goals, the user's own words, where it came from. */
export function ContactSheet({ view, network, onView, onFailure, onClose }: Props) {
  const { contact, reading, ties } = view;
  const profile = effectiveProfile(contact);
  const position = currentPosition(profile);
  const company = position?.company;
  const [why, setWhy] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const [editing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const tie = ties.find(({ from, kind }) => from === 'me' && kind === 'knows');

  const typed = EDITABLE.filter((field) => contact.own.edits[field] !== undefined).map((field) =>
    t(`field_${field}`),
  );
  const edits = useContactEdits({
    id: contact.id,
    company,
    companies: network.settings.companies,
    onView,
    onFailure,
  });
  const { attempt, setOwn } = edits;
  const removeTie = ({ from, to, kind }: Tie, name: string) =>
    void attempt(async () => {
      const { removed } = await call('contact.removeTie', { from, to, kind });
      if (removed !== null)
        offerUndo(t('introductions_removed', { name }), async () => {
          const restored = await call('contact.setTie', { tie: removed });
          if (restored === null) throw new NotUndone(t('introductions_notRestored'));
        });
      onView(await call('contact.get', { id: contact.id }));
    });
  const log = {
    contactId: contact.id,
    onChange: edits.relog,
    onDelete: (entry: LogEntry) =>
      void attempt(async () => {
        onView(await call('contact.unlog', { id: contact.id, ...entry, nextStep: undefined }));
        offerUndo(t('log_deleted', { day: formatDay(entry.day) }), async () => {
          const view = await call('contact.log', { id: contact.id, ...entry });
          if (view === null) throw new NotUndone(t('contact_gone'));
          onView(view);
        });
      }),
  };
  const keepVersion = (text: string) => {
    const { note = '' } = contact.own;
    setOwn({ note: text });
    offerUndo(t('sync_noteKept'), async () => setOwn({ note }));
  };
  const refusePage = (url: string, refused: boolean) =>
    void attempt(async () => onView(await call('acquaintances.refuse', { id: contact.id, url, refused })));
  const forget = () =>
    void attempt(async () => {
      const { forgotten, undo } = await call('contact.forgetMany', { ids: [contact.id] });
      if (forgotten === 0) tell(t('contact_gone'));
      else offerStep(t('bulk_forgotten', { count: forgotten }), undo);
      onClose();
    });

  return (
    <>
      <header class="panel-who">
        <h2 id="panel-name" dir="auto">
          {profile.name.full}
        </h2>
        <p dir="auto">
          {position?.title ?? profile.headline}
          {company !== undefined && (
            <>
              {(position?.title ?? profile.headline) && ' · '}
              <a href={linkTo('company', [company])} title={t('company_ask', { company })}>
                {company}
              </a>
            </>
          )}
        </p>
        <p class="muted" dir="auto">
          {profile.location?.text}
        </p>
        {contact.own.birthday !== undefined && (
          <p class="muted">
            {t('field_birthday')}: {birthdayWords(contact.own.birthday)}
          </p>
        )}
        <button
          type="button"
          class="plain panel-layer"
          aria-expanded={why}
          title={t('layer_why')}
          onClick={() => setWhy(!why)}
        >
          <LayerMark layer={reading.layer} />
        </button>
        {why && <LayerReasons layer={reading.layer} goals={network.goals} onOverrule={edits.setLayer} />}
        <button
          ref={editButton}
          type="button"
          class="panel-edit"
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        >
          <Icon of={PencilLine} />
          {t('edit')}
        </button>
      </header>
      {editing && (
        <EditContact
          key={contact.id}
          view={view}
          onView={onView}
          onClose={() => {
            setEditing(false);
            editButton.current?.focus();
          }}
        />
      )}

      <Standing
        reading={reading}
        network={network}
        place={profile.location?.city ?? profile.location?.region ?? profile.location?.text}
        correcting={correcting}
        onCorrect={() => setCorrecting(!correcting)}
      />
      {correcting && (
        <section>
          <Correction
            classification={reading.career.current}
            own={contact.own}
            texts={textsOf(profile)}
            {...edits.correction}
          />
        </section>
      )}

      <Section title={t('panel_goals')}>
        {reading.fits.length === 0 ? (
          <p class="quiet">
            {t('fits_noGoal')} <a href={linkTo('goals')}>{t('popup_setGoal')}</a>
          </p>
        ) : (
          <Fits fits={reading.fits} goals={network.goals} onRole={edits.setRole} />
        )}
        {reading.marginal.length > 0 && (
          <div class="sentence">
            <Icon of={Puzzle} />
            <div>
              {reading.marginal.map((fact) => (
                <p key={`${fact.key}${JSON.stringify(fact.values)}`}>{factText(fact, network.goals)}</p>
              ))}
            </div>
          </div>
        )}
      </Section>

      <section class="stack">
        <Ways
          of={{ id: contact.id }}
          name={profile.name.full}
          goals={network.goals}
          person={(id, name) => (
            <a class="name" href={linkToContact(id)} dir="auto">
              {name}
            </a>
          )}
        />
      </section>

      <Hub reading={reading} mark={contact.own.hub} onOwn={setOwn} />

      <Section title={t('panel_own')} beside={<Kept said={edits.said} />}>
        <OwnFields own={contact.own} writer={edits.writer} />
        <NoteVersions id={contact.id} note={contact.own.note} onKeep={keepVersion} />
        {(['looksFor', 'offer'] as const).map((name) => (
          <label key={name}>
            <span>{t(`own_${name}`)}</span>
            <input
              key={contact.id}
              defaultValue={contact.own[name] ?? ''}
              maxLength={500}
              dir="auto"
              onChange={({ currentTarget: { value } }) =>
                value.trim() === '' ? setOwn({}, [name]) : setOwn({ [name]: value })
              }
            />
          </label>
        ))}
      </Section>

      <Section title={t('tie_title')} aside={tieWords(tie)}>
        <TieEditor
          contactId={contact.id}
          tie={tie}
          own={contact.own}
          onTie={edits.setTie}
          onLog={edits.log}
          log={log}
          onOwn={setOwn}
        />
        <Log log={contact.own.log} edit={log} />
        <Introductions contactId={contact.id} ties={ties} onTie={edits.setTie} onRemove={removeTie} />
        <NamedOnPages pages={contact.namedOnPages ?? []} onRefuse={refusePage} />
      </Section>

      <Section title={t('panel_lists')}>
        <Standings contact={contact} network={network} onView={onView} onFailure={onFailure} />
      </Section>

      <Timeline profile={profile} career={reading.career} />

      <Section title={t('history_title')}>
        <History contact={contact} />
      </Section>

      <Section title={t('panel_source')}>
        <p class="quiet">{sourceText(contact)}</p>
        {typed.length > 0 && <p class="quiet">{t('edit_typedFields', { fields: typed.join(', ') })}</p>}
        <Links
          links={[...(isLocal(profile) ? [] : [profile.url]), ...(profile.links ?? [])]}
          emails={effectiveEmails(contact)}
        />
        <div class="row">
          <a class="button" href={linkTo('files')} onClick={() => handOver([contact.id])}>
            <Icon of={Download} />
            {t('panel_export')}
          </a>
          <TakeAlong contact={contact} />
          <button type="button" class="danger" onClick={forget}>
            <Icon of={Trash2} />
            {t('forget')}
          </button>
        </div>
      </Section>
    </>
  );
}

function Standing({
  reading,
  network,
  place,
  correcting,
  onCorrect,
}: {
  reading: Reading;
  network: Network;
  place: string | undefined;
  correcting: boolean;
  onCorrect: () => void;
}) {
  const { distances, career } = reading;
  const language = currentLanguage();
  const named = [
    career.current.function && functionName(career.current.function.isco4, language),
    career.current.industry && industryName(career.current.industry.nace2, language),
  ].filter((name) => name !== null);
  const company = distances.past && network.me?.positions[distances.past.step]?.company;
  return (
    <section class="panel-where">
      <Plane distances={distances} />
      <div>
        {network.me === null ? (
          <p>
            {t('factMeMissing')} <a href={linkTo('me')}>{t('map_sayWho')}</a>
          </p>
        ) : (
          <DistanceLines reading={reading} place={place} />
        )}
        {distances.seniority !== null && <p>{levelWords(distances.seniority)}</p>}
        {distances.internal !== null && <p>{t(distances.internal ? 'panel_internal' : 'panel_external')}</p>}
        {company && (
          <p class="quiet">
            <Icon of={Compass} /> {t('past_nearer', { company })}
          </p>
        )}
        <button
          type="button"
          class="plain muted panel-classified"
          aria-expanded={correcting}
          onClick={onCorrect}
        >
          {named.length > 0 ? named.join(' · ') : t('classified_unknown')}
          <Icon of={PencilLine} label={t('classified_explain')} />
        </button>
      </div>
    </section>
  );
}

function levelWords(steps: number): string {
  if (steps === 0) return t('panel_levelSame');
  return t(steps > 0 ? 'panel_levelAbove' : 'panel_levelBelow', { count: Math.abs(steps) });
}

/** The evidence for a key person, and the user's own mark, which wins. */
function Hub({
  reading: { hub },
  mark,
  onOwn,
}: {
  reading: Reading;
  mark: boolean | undefined;
  onOwn: (own: Own, clear?: OwnField[]) => void;
}) {
  return (
    <section class="stack">
      <div class="sentence">
        <Icon of={KeyRound} />
        <div>
          <h3>{t(hub.isHub ? 'hub_title' : 'panel_hubWeak')}</h3>
          {hub.evidence.length === 0 && <p class="quiet">{t('panel_hubNone')}</p>}
          <ul class="quiet">
            {hub.evidence.map(({ fact }) => (
              <li key={fact.key}>{factText(fact)}</li>
            ))}
          </ul>
        </div>
      </div>
      <fieldset class="segments" aria-label={t('panel_hubMark')}>
        <button type="button" aria-pressed={mark === true} onClick={() => onOwn({ hub: true })}>
          {t('panel_hubYes')}
        </button>
        <button type="button" aria-pressed={mark === undefined} onClick={() => onOwn({}, ['hub'])}>
          {t('panel_hubComputed')}
        </button>
        <button type="button" aria-pressed={mark === false} onClick={() => onOwn({ hub: false })}>
          {t('panel_hubNo')}
        </button>
      </fieldset>
    </section>
  );
}

/** Lines that the tie editor leaves out. */
const LOG_BESIDE = 3;

/** The whole log, behind its last lines. */
function Log({ log, edit }: Pick<OwnWords, 'log'> & { edit: Parameters<typeof LogLines>[0]['edit'] }) {
  if (log.length <= LOG_BESIDE) return null;
  return (
    <details class="more">
      <summary>{t('panel_log', { count: log.length - LOG_BESIDE })}</summary>
      <LogLines lines={log.slice(LOG_BESIDE)} edit={edit} />
    </details>
  );
}

function Links({ links, emails }: { links: readonly string[]; emails: readonly string[] }) {
  const web = [...new Set(links)].filter((link) => /^https?:\/\//i.test(link));
  return (
    <ul class="panel-links">
      {web.map((link) => (
        <li key={link}>
          <a href={link} target="_blank" rel="noopener noreferrer">
            <bdi>{readable(link)}</bdi>
            <Icon of={ExternalLink} />
          </a>
        </li>
      ))}
      {emails.map((email) => (
        <li key={email}>
          <a href={`mailto:${encodeURIComponent(email.toWellFormed()).replace('%40', '@')}`}>{email}</a>
        </li>
      ))}
    </ul>
  );
}

/** An address as people read it: without its protocol, other scripts as letters. */
function readable(link: string): string {
  const short = link.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
  try {
    return decodeURI(short);
  } catch {
    return short;
  }
}
