import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { call } from '../../messaging/client.ts';
import type { Capture, ContactView, Network, Preview } from '../../messaging/protocol.ts';
import { errorText } from '../errorText.ts';
import { factText, t } from '../text.ts';
import { type ActivePage, readActivePage } from './activePage.ts';
import { SavedContact } from './SavedContact.tsx';
import { UnsavedProfile } from './UnsavedProfile.tsx';

/** The popup: who is on the page and how they fit; elsewhere the state of the network. */
export function Popup({ network }: { network: Network }) {
  const [page, setPage] = useState<ActivePage | null>(null);
  const [picked, setPicked] = useState<Capture | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const capture = picked ?? (page?.kind === 'profile' ? page.capture : null);

  useEffect(() => {
    readActivePage().then(setPage, (error) => setFailure(errorText(error)));
  }, []);
  useEffect(() => {
    if (capture) void look(capture);
  }, [capture]);

  async function look(at: Capture): Promise<void> {
    try {
      setPreview(await call('contact.preview', { capture: at }));
    } catch (error) {
      setFailure(errorText(error));
    }
  }

  function replace(view: ContactView | null): void {
    setPreview((shown) => (shown === null || view === null ? null : { ...shown, saved: view }));
    if (view === null && capture) void look(capture);
  }

  return (
    <>
      {failure && (
        <p class="error pad" role="alert">
          {failure}
        </p>
      )}
      {!failure && page === null && <p class="muted pad">{t('popup_reading')}</p>}
      {page?.kind === 'none' && <Elsewhere network={network} reason={page.reason} />}
      {page?.kind === 'persons' && picked === null && (
        <section class="pad">
          <h1>{t('popup_manyPersons')}</h1>
          <ul class="picker">
            {page.candidates.map((candidate) => (
              <li key={candidate.profile.key.id}>
                <button type="button" onClick={() => setPicked(candidate)}>
                  {candidate.profile.name.full}
                  <span class="muted"> {candidate.profile.headline}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {capture &&
        preview &&
        page &&
        page.kind !== 'none' &&
        (preview.saved ? (
          <SavedContact
            capture={capture}
            tab={page.tab}
            saved={preview.saved}
            changes={preview.changes}
            network={network}
            onChange={replace}
            onUpdated={() => look(capture)}
            onFailure={(error) => setFailure(errorText(error))}
          />
        ) : (
          <UnsavedProfile
            capture={capture}
            tab={page.tab}
            doubtful={page.kind === 'profile' ? page.doubtful : []}
            reading={preview.reading}
            network={network}
            onSaved={() => look(capture)}
            onFailure={(error) => setFailure(errorText(error))}
          />
        ))}
    </>
  );
}

function Elsewhere({ network, reason }: { network: Network; reason: string }) {
  return (
    <section class="pad stack">
      <h1>Weitblick</h1>
      <p class="muted">{t(`reason_${reason}`)}</p>
      {network.sentences.map((fact) => (
        <p key={fact.key}>{factText(fact, network.goals)}</p>
      ))}
      <OpenDashboard />
    </section>
  );
}

/** Opens the dashboard in a tab of its own. */
export function OpenDashboard({ primary = true }: { primary?: boolean }) {
  const open = () => void browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html' as never) });
  return (
    <button type="button" class={primary ? 'primary' : ''} onClick={open}>
      {t('popup_openDashboard')}
    </button>
  );
}
