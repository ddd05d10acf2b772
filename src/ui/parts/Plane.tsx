import { t } from '../../browser/text.ts';
import type { Distances } from '../../core/model/index.ts';
import { distanceWords } from './distanceWords.ts';

/** Inner edges of the drawing, in its own units. */
const [NEAR, FAR] = [12, 60];

/** The tiny plane: function distance to the right, industry distance upward, the user at the lower left corner. */
export function Plane({ distances }: { distances: Distances }) {
  const { function: x, industry: y } = distances;
  const label = distanceWords(distances).join(', ');
  const at = (distance: number) => NEAR + distance * (FAR - NEAR);
  const known = x !== null && y !== null;
  return (
    <svg class="plane" viewBox="0 0 72 72" role="img" aria-label={t('plane_label', { words: label })}>
      <rect x="0.5" y="0.5" width="71" height="71" rx="3" />
      <line x1="36" y1="1" x2="36" y2="71" />
      <line x1="1" y1="36" x2="71" y2="36" />
      {known && <line class="way" x1={NEAR} y1={72 - NEAR} x2={at(x)} y2={72 - at(y)} />}
      <rect class="me" x={NEAR - 4} y={72 - NEAR - 4} width="8" height="8" rx="1" />
      {known && <circle class="contact" cx={at(x)} cy={72 - at(y)} r="5" />}
      {/* One distance alone is a line on which the contact must stand, not a point. */}
      {!known && x !== null && <line class="somewhere" x1={at(x)} y1="6" x2={at(x)} y2="66" />}
      {!known && y !== null && <line class="somewhere" x1="6" y1={72 - at(y)} x2="66" y2={72 - at(y)} />}
    </svg>
  );
}
