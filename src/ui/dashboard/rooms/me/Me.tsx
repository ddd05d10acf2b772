import { useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import type { RoomProps } from '../../links.ts';
import { MeFields } from '../../shared/MeFields.tsx';
import { OwnProfile } from '../../shared/OwnProfile.tsx';
import '../../shared/me.css';

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
