import { t } from '../text.ts';
import type { RoomProps } from './rooms.ts';

/** What remains of the network when something changes. */
export default function ChangeTest({ network: _network }: RoomProps) {
  return <p class="muted">{t('loading')}</p>;
}
