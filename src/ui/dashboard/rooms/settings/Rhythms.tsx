import { t } from '../../../../browser/text.ts';
import { LAYERS, type Layer, type Settings } from '../../../../core/model/index.ts';

/** Months between two signs of life that can be chosen, with their days. */
const MONTHS = [
  [1, 30],
  [2, 60],
  [3, 90],
  [6, 180],
  [12, 365],
] as const;

/** How often the user wants to be in touch, by layer; a contact's own rhythm goes before it. */
export function Rhythms({
  rhythms,
  onChange,
}: {
  rhythms: Settings['rhythms'];
  /** `null`: none for this layer. */
  onChange: (layer: Layer, days: number | null) => void;
}) {
  return (
    <fieldset class="stack">
      <legend>{t('settings_rhythms')}</legend>
      <div class="row">
        {LAYERS.map((layer) => (
          <label key={layer}>
            <span>{t(`layer_${layer}`)}</span>
            <select
              value={String(rhythms[layer] ?? '')}
              onChange={({ currentTarget: { value } }) =>
                onChange(layer, value === '' ? null : Number(value))
              }
            >
              <option value="">{t('settings_rhythmNone')}</option>
              {MONTHS.map(([months, days]) => (
                <option key={days} value={String(days)}>
                  {t('settings_every', { count: months })}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
