import { t } from '../text.ts';
import type { RoomProps } from './rooms.ts';

/** Three steps into the product, each of which can be skipped. */
export default function Welcome({ network: _network }: RoomProps) {
  return <p class="muted">{t('loading')}</p>;
}
