import { useState } from 'preact/hooks';
import { t } from '../text.ts';
import { MeFields } from './me/MeFields.tsx';
import { OwnProfile } from './me/OwnProfile.tsx';
import type { RoomProps } from './rooms.ts';
import './me/me.css';

/** Who the user is: what every distance is measured from. */
export default function MeRoom({ network, onMe }: RoomProps) {
  const [read, setRead] = useState(0);
  return (
    <div class="me">
      <p class="measure muted">{t('me_why')}</p>
      <MeFields
        key={read}
        me={network.me}
        submit={t('save')}
        onSaved={onMe}
        aside={
          <OwnProfile
            me={network.me}
            onRead={(me) => {
              onMe(me);
              setRead((times) => times + 1);
            }}
          />
        }
      />
    </div>
  );
}
