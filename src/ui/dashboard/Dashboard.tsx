import { useEffect, useState } from 'preact/hooks';
import type { Network } from '../../messaging/protocol.ts';
import { t } from '../text.ts';
import { Contacts } from './Contacts.tsx';
import { Files } from './Files.tsx';
import { Goals } from './Goals.tsx';
import { MeForm } from './MeForm.tsx';
import { Preferences } from './Preferences.tsx';

/** The rooms of the dashboard; each is an address of its own, so that the back button works. */
const ROOMS = ['contacts', 'goals', 'me', 'files', 'settings'] as const;
type Room = (typeof ROOMS)[number];

export function Dashboard({ network: initial }: { network: Network }) {
  const [network, setNetwork] = useState(initial);
  const [room, setRoom] = useState(roomOf(location.hash));
  useEffect(() => {
    const follow = () => setRoom(roomOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  return (
    <div class="house">
      <nav aria-label={t('nav_label')}>
        <strong>Weitblick</strong>
        <ul>
          {ROOMS.map((name) => (
            <li key={name}>
              <a href={`#/${name}`} aria-current={name === room ? 'page' : undefined}>
                {t(`nav_${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <h1>{t(`nav_${room}`)}</h1>
        {room === 'contacts' && <Contacts network={network} />}
        {room === 'goals' && (
          <Goals network={network} onChange={(goals) => setNetwork({ ...network, goals })} />
        )}
        {room === 'me' && <MeForm network={network} onChange={(me) => setNetwork({ ...network, me })} />}
        {room === 'files' && <Files network={network} />}
        {room === 'settings' && (
          <Preferences network={network} onChange={(settings) => setNetwork({ ...network, settings })} />
        )}
      </main>
    </div>
  );
}

function roomOf(hash: string): Room {
  return ROOMS.find((room) => hash === `#/${room}`) ?? 'contacts';
}
