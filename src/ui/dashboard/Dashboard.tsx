import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Network } from '../../messaging/protocol.ts';
import { useNetwork } from '../data.ts';
import { errorText } from '../errorText.ts';
import { t } from '../text.ts';
import {
  HIDDEN_ROOMS,
  linkTo,
  linkToContact,
  placeOf,
  ROOMS,
  type RoomName,
  type RoomProps,
} from './rooms.ts';

/** The dashboard: a rail of rooms, each an address of its own, so that links and the back button work. */
export function Dashboard({ network: initial }: { network: Network }) {
  const followed = useNetwork(initial);
  const [own, setOwn] = useState<Partial<Network>>({});
  useEffect(() => setOwn({}), [followed]);
  const network = { ...followed, ...own };
  const { room, place, contact } = placeOf(useHash());
  const Room = useLoaded<RoomProps>(room, ROOMS[room]);
  const Panel = useLoaded(contact === null ? null : 'contact', () => import('./ContactPanel.tsx'));

  return (
    <div class="house">
      <nav aria-label={t('nav_label')}>
        <strong>Weitblick</strong>
        <ul>
          {(Object.keys(ROOMS) as RoomName[])
            .filter((name) => !HIDDEN_ROOMS.includes(name))
            .map((name) => (
              <li key={name}>
                <a href={linkTo(name)} aria-current={name === room ? 'page' : undefined}>
                  {t(`nav_${name}`)}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <main>
        <h1>{t(`nav_${room}`)}</h1>
        {Room instanceof Error && (
          <p class="error" role="alert">
            {errorText(Room)}
          </p>
        )}
        {typeof Room === 'function' && (
          <Room
            network={network}
            place={place}
            onGoals={(goals) => setOwn({ ...own, goals })}
            onMe={(me) => setOwn({ ...own, me })}
            onSettings={(settings) => setOwn({ ...own, settings })}
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
    </div>
  );
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
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
