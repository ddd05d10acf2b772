import { BellRing, UserRoundPlus, UserRoundSearch } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { factText, formatDay, t } from '../../browser/text.ts';
import type { Fact, RefusalReason } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import { onEvent } from '../../messaging/events.ts';
import type { DueItem, Network } from '../../messaging/protocol.ts';
import { Icon } from '../parts/Icon.tsx';
import { lazily } from '../parts/lazily.tsx';
import { CopyReport } from './CopyReport.tsx';
import { OpenDashboard, openDashboard } from './OpenDashboard.tsx';
import { QuickSearch } from './QuickSearch.tsx';

const TypeContact = lazily(async () => ({ default: (await import('../parts/TypeContact.tsx')).TypeContact }));

interface Props {
  network: Network;
  /** Why there is nobody on the page; `null` when it was not looked at. */
  reason: RefusalReason | null;
  /** What to send to who mends the reader, when it found nobody. */
  report?: string | undefined;
  /** Looks at the page; only where that does not happen by itself. */
  onLook?: () => void;
  surface: 'popup' | 'panel';
}

/** Away from profiles: the state of the network in a few sentences, what is due, and a quick search. */
export default function Elsewhere({ network, reason, report, onLook, surface }: Props) {
  const { onboarding } = network.settings;
  const beginning = onboarding !== 'done' && network.contactCount === 0;
  const sentences = useSentences(network);
  const [typing, setTyping] = useState(false);
  return (
    <>
      <main class="elsewhere" data-screen="elsewhere">
        <div class="pad stack">
          <h1 class="wordmark">Weitblick</h1>
          {network.contactCount > 0 && <QuickSearch focused={surface === 'popup' && onLook === undefined} />}
        </div>
        {beginning && (
          <section class="stack">
            <h2>{t(onboarding === 'open' ? 'popup_begin' : 'popup_continue')}</h2>
            <p>{t('popup_beginWhy')}</p>
          </section>
        )}
        <Due />
        {!beginning && sentences.length > 0 && (
          <section class="stack">
            {sentences.map((fact) => (
              <p key={fact.key}>{factText(fact, network.goals)}</p>
            ))}
          </section>
        )}
        <section class="stack">
          <button type="button" class="plain start" aria-expanded={typing} onClick={() => setTyping(!typing)}>
            <Icon of={UserRoundPlus} />
            {t('contacts_new')}
          </button>
          {typing && (
            <TypeContact
              onSaved={(id) => void openDashboard(`contacts?contact=${encodeURIComponent(id)}`)}
              onOpen={(id) => void openDashboard(`contacts?contact=${encodeURIComponent(id)}`)}
            />
          )}
          {reason !== null && <p class="quiet">{t(`reason_${reason}`)}</p>}
          {report !== undefined && <CopyReport report={report} />}
          {onLook && (
            <button type="button" onClick={onLook}>
              <Icon of={UserRoundSearch} />
              {t('popup_look')}
            </button>
          )}
        </section>
      </main>
      <footer class="sticky-bar">
        {beginning ? (
          <>
            <OpenDashboard to="today" class="button plain" label={t('popup_openDashboard')} />
            <OpenDashboard
              to="welcome"
              class="button primary push"
              label={t(onboarding === 'open' ? 'popup_beginButton' : 'popup_continueButton')}
            />
          </>
        ) : (
          <>
            <OpenDashboard to="map" class="button plain" label={t('popup_openMap')} />
            <OpenDashboard to="today" class="button primary push" label={t('popup_openDashboard')} />
          </>
        )}
      </footer>
    </>
  );
}

/** The sentences on the network; when the last analysis is old, a new one is asked for and waited for. */
function useSentences(network: Network): readonly Fact[] {
  const [newer, setNewer] = useState<readonly Fact[] | null>(null);
  useEffect(() => {
    if (network.contactCount === 0) return;
    const again = () => call('network.get', {}).then(({ sentences }) => setNewer(sentences));
    // The older sentences still hold what they say: nothing is lost when no newer ones come.
    call('analysis.get', {}).catch(() => {});
    return onEvent((event) => {
      if (event.kind === 'job' && event.job.kind === 'analyse' && event.job.state === 'done')
        again().catch(() => {});
    });
  }, [network.contactCount]);
  // What is due is named one by one above them.
  return newer ?? network.sentences;
}

/** Most reminders that the popup names; the dashboard shows all. */
const DUE_SHOWN = 3;

function Due() {
  const [due, setDue] = useState<{ due: DueItem[]; count: number } | null>(null);
  const today = new Date().toISOString().slice(0, 10);
  useEffect(() => {
    // What is due is an extra here: without it the rest still stands.
    call('due.get', { until: today }).then(setDue, () => setDue(null));
  }, []);
  if (due === null || due.count === 0) return null;
  return (
    <section class="due">
      <h2 class="sentence">
        <Icon of={BellRing} />
        {t('due_title', { count: due.count })}
      </h2>
      <ul>
        {due.due.slice(0, DUE_SHOWN).map((item) => (
          <li key={`${item.contactId}${item.kind}`}>
            <OpenDashboard
              to={`contacts?contact=${encodeURIComponent(item.contactId)}`}
              class=""
              label={
                <>
                  <span class="name" dir="auto">
                    {item.name}
                  </span>
                  <span class="quiet">
                    {item.kind === 'keepInTouch' ? t('due_keepInTouch') : item.text}{' '}
                    <time class={item.due < today ? 'late' : ''} dateTime={item.due}>
                      {item.due === today ? t('due_today') : formatDay(item.due)}
                    </time>
                  </span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
