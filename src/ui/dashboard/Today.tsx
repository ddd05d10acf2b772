import { t } from '../text.ts';
import type { RoomProps } from './rooms.ts';

/** What matters now, in sentences. */
export default function Today({ network: _network }: RoomProps) {
  return <p class="muted">{t('loading')}</p>;
}
