import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../browser/text.ts';
import { keyText } from '../../core/model/index.ts';
import { onEvent } from '../../messaging/events.ts';
import type { Network } from '../../messaging/protocol.ts';
import { useNetwork } from '../data.ts';
import { errorText } from '../errorText.ts';
import { lazily } from '../parts/lazily.tsx';
import { type Look, look, lookAt, lookWithoutReading } from './look.ts';
import { OpenDashboard } from './OpenDashboard.tsx';
import { SavedContact } from './SavedContact.tsx';
import { type Named, Shell } from './Shell.tsx';

// One of them at most is shown: each is loaded when it is.
const CompanyPage = lazily(() => import('./CompanyPage.tsx'));
const Elsewhere = lazily(() => import('./Elsewhere.tsx'));
const People = lazily(() => import('./People.tsx'));
const Persons = lazily(() => import('./Persons.tsx'));
const OwnPage = lazily(() => import('./OwnPage.tsx'));
const UnsavedProfile = lazily(() => import('./UnsavedProfile.tsx'));

interface Props {
  network: Network;
  /** The first look at the open tab, begun before this view could be drawn. */
  first: Promise<Look>;
  /** Whose page it is, where that is read already. */
  who: Named | null;
  surface: 'popup' | 'panel';
}

/** Who is on the page and how they fit; elsewhere the state of the network. */
export function Popup({ network: initial, first, who, surface }: Props) {
  const network = useNetwork(initial);
  const [seen, setSeen] = useState<Look | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  /** Whose page looks like the user's own, and is not. */
  const [other, setOther] = useState<string | null>(null);

  /** A look that ends after the page has changed says nothing of the page that is there now. */
  const turn = useRef(0);
  const again = (from: Promise<Look>) => {
    const mine = ++turn.current;
    setFailure(null);
    void from.then((look) => mine === turn.current && setSeen(look));
  };
  useEffect(() => again(first), [first]);
  useEffect(() => {
    if (surface !== 'panel') return;
    return onOtherPage(() => {
      setSeen({ kind: 'waiting' });
      again(lookWithoutReading());
    });
  }, [surface]);

  // A click on the page's button saves beside the open panel, and the page may not be told what came of it.
  useEffect(() => {
    if (surface !== 'panel' || seen?.kind !== 'person' || seen.preview.saved !== null) return;
    const { capture, tab } = seen;
    return onEvent(({ kind }) => {
      if (kind === 'changed') again(lookAt(capture, tab, seen));
    });
  }, [surface, seen]);

  const fail = (error: unknown) => setFailure(errorText(error));

  return (
    <>
      {failure && (
        <p class="notice fail" role="alert">
          {failure}
        </p>
      )}
      {screen()}
    </>
  );

  function screen() {
    if (seen === null) return <Shell who={who} />;
    if (seen.kind === 'failed')
      return (
        <Plain>
          <p class="notice fail" role="alert">
            {errorText(seen.error)}
          </p>
        </Plain>
      );
    if (seen.kind === 'none')
      return <Elsewhere network={network} reason={seen.reason} report={seen.report} surface={surface} />;
    if (seen.kind === 'company')
      return (
        <CompanyPage key={seen.company.name} company={seen.company} network={network} onFailure={fail} />
      );
    if (seen.kind === 'waiting')
      return <Elsewhere network={network} reason={null} onLook={() => again(look())} surface={surface} />;
    if (seen.kind === 'people') return <People list={seen.list} onFailure={fail} />;
    if (seen.kind === 'persons')
      return (
        <Plain>
          <Persons
            candidates={seen.candidates}
            found={seen.found}
            onChoose={(candidate) => again(lookAt(candidate, seen.tab))}
          />
        </Plain>
      );
    if (seen.kind === 'kept')
      return (
        <SavedContact
          key={seen.saved.contact.id}
          page={null}
          saved={seen.saved}
          network={network}
          onView={(saved) => setSeen({ ...seen, saved })}
          onGone={() => setSeen({ kind: 'waiting' })}
          onUpdated={() => again(lookWithoutReading())}
          onLook={() => again(look())}
          onFailure={fail}
        />
      );
    const { capture, tab, preview } = seen;
    const lookAgain = () => again(lookAt(capture, tab, seen));
    const tell = (justSaved: 'created' | 'updated') => () =>
      again(lookAt(capture, tab, seen).then((next) => told(next, justSaved)));
    const looksOwn = preview.saved === null && (seen.own || preview.likeMe);
    if (preview.isMe || (looksOwn && other !== keyText(capture.profile.key)))
      return (
        <OwnPage
          capture={capture}
          saved={preview.saved}
          network={network}
          offered={!preview.isMe}
          onOther={() => setOther(keyText(capture.profile.key))}
          onChange={lookAgain}
          onFailure={fail}
        />
      );
    if (preview.saved !== null)
      return (
        <SavedContact
          key={preview.saved.contact.id}
          page={{ capture, tab, changes: preview.changes, own: seen.own }}
          justSaved={preview.justSaved}
          saved={preview.saved}
          network={network}
          onView={(saved) => setSeen({ ...seen, preview: { ...preview, saved } })}
          onGone={lookAgain}
          onUpdated={tell('updated')}
          onFailure={fail}
        />
      );
    return (
      <UnsavedProfile
        key={capture.profile.key.id}
        capture={capture}
        tab={tab}
        doubtful={seen.doubtful}
        doNotSave={preview.doNotSave}
        reading={preview.reading}
        network={network}
        own={seen.own}
        unsure={seen.unsure}
        report={seen.report}
        onSaved={tell('created')}
        onFailure={fail}
      />
    );
  }
}

/** What is seen after a save from here: it says so, as after one by the page's button. */
function told(seen: Look, justSaved: 'created' | 'updated'): Look {
  return seen.kind === 'person' && seen.preview.saved !== null
    ? { ...seen, preview: { ...seen.preview, justSaved } }
    : seen;
}

function Plain({ children }: { children: preact.ComponentChildren }) {
  return (
    <>
      <main>{children}</main>
      <footer class="sticky-bar">
        <OpenDashboard to="today" label={t('popup_openDashboard')} />
      </footer>
    </>
  );
}

/** Calls back when another page comes to the front of this window; answers how to stop. */
function onOtherPage(callback: () => void): () => void {
  let window: number | undefined;
  void browser.windows.getCurrent().then(({ id }) => {
    window = id;
  });
  const turn = ({ windowId }: { windowId: number }) => {
    if (windowId === window) callback();
  };
  // Without the right to a page its address is not told, but that it loads is.
  const move = (
    _id: number,
    change: { url?: string; status?: string },
    tab: { active: boolean; windowId: number },
  ) => {
    if (tab.active && tab.windowId === window && (change.url !== undefined || change.status === 'loading'))
      callback();
  };
  browser.tabs.onActivated.addListener(turn);
  browser.tabs.onUpdated.addListener(move as never);
  return () => {
    browser.tabs.onActivated.removeListener(turn);
    browser.tabs.onUpdated.removeListener(move as never);
  };
}
