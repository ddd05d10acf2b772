import { t } from '../text.ts';
import type { RoomProps } from './rooms.ts';

/** What to do next, with its reason. */
export default function NextMoves({ network: _network }: RoomProps) {
  return <p class="muted">{t('loading')}</p>;
}
