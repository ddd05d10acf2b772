import { t } from '../../../../browser/text.ts';
import { Circle, MapLegend } from './MapLegend.tsx';

/** How to read the plane of distances. */
export function PlaneLegend({ crowded, helpId }: { crowded: boolean; helpId: string }) {
  return (
    <MapLegend
      marks={[
        [<Sizes key="sizes" />, t('legend_size')],
        [<Circle class="ring" key="ring" />, t('legend_ring')],
        [<span class="legend-hatch hatched" aria-hidden="true" key="hatch" />, t('legend_hatch')],
      ]}
      note={crowded ? t('legend_hexagons') : t('legend_heaps')}
      help={t('map_help')}
      helpId={helpId}
    />
  );
}

function Sizes() {
  return (
    <svg viewBox="0 0 30 14" width="30" height="14" aria-hidden="true">
      <circle cx="5" cy="7" r="3" />
      <circle cx="14" cy="7" r="4.5" />
      <circle cx="25" cy="7" r="5.5" />
    </svg>
  );
}
