import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../browser/text.ts';
import { currentPosition } from '../../../core/model/index.ts';
import type { Network } from '../../../messaging/protocol.ts';
import { useNetwork } from '../../data.ts';
import { errorText } from '../../errorText.ts';
import { linkTo, linkToContact, placeOf, RAIL, type RoomName, type RoomProps } from '../links.ts';
import { UndoToast } from '../shared/undo.tsx';
import { DamagedModel } from './DamagedModel.tsx';
import { FILE_JOBS, Jobs } from './Jobs.tsx';
import { Loss } from './Loss.tsx';
import { ROOMS } from './rooms.ts';

/** The dashboard: a rail of rooms, each an address of its own, so that links and the back button work. */
export function Dashboard({ network: initial }: { network: Network }) {
  const followed = useNetwork(initial);
  const [own, setOwn] = useState<Partial<Network>>({});
  useEffect(() => setOwn({}), [followed]);
  const network = { ...followed, ...own };
  useFirstVisit(initial);
  const { room, place, contact } = placeOf(useHash());
  const Room = useLoaded<RoomProps>(room, ROOMS[room]);
  const Panel = useLoaded(contact === null ? null : 'contact', () => import('./ContactPanel.tsx'));
  const heading = useArrival(room, place.path.join('/'));
  useReturnedFocus(contact);

  return (
    <div class="house">
      {/* biome-ignore lint/a11y/useValidAnchor: within this page; the address belongs to the rooms */}
      <a
        class="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          heading.current?.focus();
        }}
      >
        {t('skip')}
      </a>
      <Rail room={room} network={network} />
      <main id="content" class={`room room-${room}`}>
        <Loss lost={followed.lost} />
        <DamagedModel sentences={followed.sentences} />
        <h1 tabIndex={-1} ref={heading}>
          {t(`nav_${room}`)}
        </h1>
        {Room instanceof Error && (
          <p class="error" role="alert">
            {errorText(Room)}
          </p>
        )}
        {typeof Room === 'function' && (
          <Room
            network={network}
            place={place}
            onGoals={(goals) => setOwn((last) => ({ ...last, goals }))}
            onMe={(me) => setOwn((last) => ({ ...last, me }))}
            onSettings={(settings) => setOwn((last) => ({ ...last, settings }))}
          />
        )}
      </main>
      {contact !== null && typeof Panel === 'function' && (
        <Panel
          key={contact}
          id={contact}
          network={network}
          onClose={() => {
            location.hash = linkToContact(null);
          }}
        />
      )}
      <div class="notices">
        {/* The room of files shows its own tasks in full. */}
        <Jobs hidden={room === 'files' ? FILE_JOBS : []} />
        <UndoToast />
      </div>
    </div>
  );
}

/** The rooms by name, and at its foot who the user is: what every distance is measured from. */
function Rail({ room, network }: { room: RoomName; network: Network }) {
  const { me } = network;
  const position = me === null ? null : currentPosition(me);
  return (
    <nav class="rail" aria-label={t('nav_label')}>
      <a class="wordmark" href={linkTo('today')}>
        <svg viewBox="0 0 32 20" width="32" height="20" aria-hidden="true">
          <path d="M1 15.5 H31" />
          <path d="M9 15.5 a7 7 0 0 1 14 0" />
          <circle cx="16" cy="3" r="1.6" />
        </svg>
        Weitblick
      </a>
      {RAIL.map((names) => (
        <ul key={names[0]}>
          {names.map((name) => (
            <li key={name}>
              <a href={linkTo(name)} aria-current={name === room ? 'page' : undefined}>
                {t(`nav_${name}`)}
              </a>
            </li>
          ))}
        </ul>
      ))}
      <a class="rail-me" href={linkTo('me')} aria-current={room === 'me' ? 'page' : undefined}>
        {me === null ? (
          <span class="rail-missing">{t('rail_sayWho')}</span>
        ) : (
          <>
            <span dir="auto">{me.name ?? t('nav_me')}</span>
            {position?.title && (
              <span class="muted" dir="auto">
                {position.title}
              </span>
            )}
          </>
        )}
      </a>
    </nav>
  );
}

/**
 * Names the page after the room and, from the second room on, brings focus and view to its heading. Within a room, at
 * another step or view of it, the heading has the focus only when what had it is gone.
 */
function useArrival(room: RoomName, path: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<RoomName | null>(null);
  useLayoutEffect(() => {
    document.title = `${t(`nav_${room}`)} · Weitblick`;
    if (before.current !== null && before.current !== room) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    before.current = room;
  }, [room]);
  const left = useRef(path);
  useEffect(() => {
    if (left.current !== path && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
    left.current = path;
  }, [path]);
  return heading;
}

/**
 * Whoever opened the panel has the focus again when it closes: what had it last outside the panel, else the line of
 * the contact that was open, else the room's heading.
 */
function useReturnedFocus(contact: string | null): void {
  const outside = useRef<HTMLElement | null>(null);
  const shown = useRef(contact);
  useEffect(() => {
    // The panel takes the focus as it appears: only the way there tells who had it before.
    const follow = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest('.panel') === null) outside.current = target;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = contact;
    if (contact !== null || before === null) return;
    const opener = outside.current?.isConnected ? outside.current : null;
    const line = `main a[href*="contact=${CSS.escape(encodeURIComponent(before))}"]`;
    const next =
      opener ?? document.querySelector<HTMLElement>(line) ?? document.querySelector<HTMLElement>('main h1');
    next?.focus({ preventScroll: true });
  }, [contact]);
}

/** Whoever opens the dashboard for the first time, and for no room in particular, is shown the way in. */
function useFirstVisit({ settings, contactCount, me }: Network): void {
  useLayoutEffect(() => {
    const untouched = settings.onboarding === 'open' && contactCount === 0 && me === null;
    if (untouched && location.hash.replace(/^#\/?/, '') === '') location.replace(linkTo('welcome'));
  }, []);
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    // The address may have changed before anybody listened.
    follow();
    return () => removeEventListener('hashchange', follow);
  }, []);
  return hash;
}

/** A component that is loaded when it is first named; `null` while it is on its way. */
function useLoaded<Props extends object>(
  name: string | null,
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> | Error | null {
  const [loaded, setLoaded] = useState<{ name: string; component: ComponentType<Props> | Error } | null>(
    null,
  );
  useEffect(() => {
    let left = false;
    if (name !== null)
      load().then(
        ({ default: component }) => !left && setLoaded({ name, component }),
        (error: Error) => !left && setLoaded({ name, component: error }),
      );
    return () => {
      left = true;
    };
  }, [name]);
  return loaded !== null && loaded.name === name ? loaded.component : null;
}
