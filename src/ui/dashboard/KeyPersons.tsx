import { t } from '../text.ts';
import type { RoomProps } from './rooms.ts';

/** Who gives condensed input and opens doors, with the evidence. */
export default function KeyPersons({ network: _network }: RoomProps) {
  return <p class="muted">{t('loading')}</p>;
}
