import type { Network } from '../../messaging/protocol.ts';
import { t } from '../text.ts';

/** One contact in full, over the room behind it. */
export default function ContactPanel({
  id: _id,
  network: _network,
  onClose: _onClose,
}: {
  id: string;
  network: Network;
  onClose: () => void;
}) {
  return <p class="muted">{t('loading')}</p>;
}
