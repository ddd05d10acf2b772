import { factText, t } from '../../browser/text.ts';
import { LAYERS, type Layer, type Reading } from '../../core/model/index.ts';

/** The layer as its shape and word; said to be unknown where nothing tells. */
export function LayerMark({ layer }: { layer: Pick<Reading['layer'], 'value' | 'known'> }) {
  return layer.known ? (
    <span class={`layer layer-${layer.value}`}>{t(`layer_${layer.value}`)}</span>
  ) : (
    <span class="layer muted">{t('layer_unknown')}</span>
  );
}

interface Props {
  layer: Reading['layer'];
  goals: readonly { id: string; title: string }[];
  /** Absent: the layer can be read, not overruled. `null` goes back to the computed one. */
  onOverrule?: ((layer: Layer | null) => void) | undefined;
}

/** Why the contact stands in this layer, and the user's own word on it. */
export function LayerReasons({ layer, goals, onOverrule }: Props) {
  return (
    <div class="layer-why">
      <p class="small">{t(`layer_${layer.value}Means`)}</p>
      <ul class="quiet">
        {layer.overruled && <li>{t('layer_overruled', { layer: t(`layer_${layer.computed}`) })}</li>}
        {layer.facts.map((fact) => (
          <li key={`${fact.key}${fact.values?.goal}`}>{factText(fact, goals)}</li>
        ))}
      </ul>
      {onOverrule && (
        <fieldset class="segments">
          <legend class="hidden">{t('layer_choose')}</legend>
          {LAYERS.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={layer.value === name}
              onClick={() => onOverrule(name === layer.computed ? null : name)}
            >
              <span class={`layer layer-${name}`}>{t(`layer_${name}`)}</span>
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
