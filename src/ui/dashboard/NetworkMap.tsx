import { t } from '../text.ts';
import type { RoomProps } from './rooms.ts';

/** The plane of function and industry distance, and the affiliations. */
export default function NetworkMap({ network: _network }: RoomProps) {
  return <p class="muted">{t('loading')}</p>;
}
