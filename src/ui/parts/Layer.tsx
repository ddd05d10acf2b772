import { LAYERS, type Layer, type Reading } from '../../core/model/index.ts';
import { factText, t } from '../text.ts';

interface Props {
  layer: Reading['layer'];
  goals: readonly { id: string; title: string }[];
  /** Absent: the layer can be read, not overruled. `null` goes back to the computed one. */
  onOverrule?: (layer: Layer | null) => void;
}

/** The layer with its reasons behind it; the user can overrule. */
export function LayerMark({ layer, goals, onOverrule }: Props) {
  return (
    <details class="layer-mark">
      <summary class={`layer layer-${layer.value}`}>{t(`layer_${layer.value}`)}</summary>
      <ul class="muted">
        {layer.overruled && <li>{t('layer_overruled', { layer: t(`layer_${layer.computed}`) })}</li>}
        {layer.facts.map((fact) => (
          <li key={fact.key}>{factText(fact, goals)}</li>
        ))}
      </ul>
      {onOverrule && (
        <select
          aria-label={t('layer_choose')}
          value={layer.overruled ? layer.value : ''}
          onChange={({ currentTarget }) =>
            onOverrule(LAYERS.find((name) => name === currentTarget.value) ?? null)
          }
        >
          <option value="">{t('layer_automatic')}</option>
          {LAYERS.map((name) => (
            <option key={name} value={name}>
              {t(`layer_${name}`)}
            </option>
          ))}
        </select>
      )}
    </details>
  );
}
