import { LAYERS } from '../../../core/model/index.ts';
import { t } from '../../text.ts';

/** How to read the picture, and how to walk in it. */
export function PlaneLegend({ crowded, helpId }: { crowded: boolean; helpId: string }) {
  return (
    <div class="map-legend">
      <ul>
        <LayerLegend />
        <li>
          <svg viewBox="0 0 30 14" width="30" height="14" aria-hidden="true">
            <circle cx="5" cy="7" r="3" />
            <circle cx="14" cy="7" r="4.5" />
            <circle cx="25" cy="7" r="5.5" />
          </svg>
          {t('legend_size')}
        </li>
        <li>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <circle class="ring" cx="8" cy="8" r="6.5" />
          </svg>
          {t('legend_ring')}
        </li>
        <li>
          <span class="legend-hatch hatched" aria-hidden="true" />
          {t('legend_hatch')}
        </li>
      </ul>
      <p class="muted">{crowded ? t('legend_hexagons') : t('legend_heaps')}</p>
      <p class="muted" id={helpId}>
        {t('map_help')}
      </p>
    </div>
  );
}

/** The marks of the layers. */
export function LayerLegend() {
  return (
    <>
      {LAYERS.map((layer) => (
        <li key={layer}>
          <span class={`layer layer-${layer}`}>{t(`layer_${layer}`)}</span>
        </li>
      ))}
      <li>
        <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
          <circle class="organisation" cx="8" cy="8" r="6" />
        </svg>
        <span class="muted">{t('layer_unknown')}</span>
      </li>
    </>
  );
}
