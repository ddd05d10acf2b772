import { t } from '../../text.ts';
import type { RoomProps } from '../rooms.ts';

/** The network of affiliations. */
export default function Affiliations({ network: _network }: RoomProps) {
  return <p class="muted">{t('loading')}</p>;
}
