import type { Distances } from '../../core/model/index.ts';
import { t } from '../text.ts';
import { distanceWords } from './distanceWords.ts';

/** The tiny plane: function distance to the right, industry distance upward, the user at the lower left corner. */
export function Plane({ distances }: { distances: Distances }) {
  const { function: x, industry: y } = distances;
  const label = distanceWords(distances).join(', ');
  return (
    <svg class="plane" viewBox="0 0 72 72" role="img" aria-label={t('plane_label', { words: label })}>
      <rect x="6.5" y="6.5" width="59" height="59" />
      <line x1="36" y1="6.5" x2="36" y2="65.5" />
      <line x1="6.5" y1="36" x2="65.5" y2="36" />
      <path class="me" d="M7 65 h8 l-8 -8 z" />
      {x !== null && y !== null && <circle class="contact" cx={12 + x * 48} cy={60 - y * 48} r="5" />}
    </svg>
  );
}
