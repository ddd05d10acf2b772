import { TriangleAlert } from 'lucide';
import { t } from '../../../browser/text.ts';
import type { Network } from '../../../messaging/protocol.ts';
import { Icon } from '../../parts/Icon.tsx';

/** Says that titles are judged by the lexicon alone; nothing while the model works. */
export function DamagedModel({ sentences }: Pick<Network, 'sentences'>) {
  if (!sentences.some(({ key }) => key === 'factModelDamaged')) return null;
  return (
    <div class="notice warn" role="status">
      <Icon of={TriangleAlert} />
      <p>{t('factModelDamaged')}</p>
    </div>
  );
}
