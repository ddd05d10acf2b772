import type { ComponentChildren } from 'preact';
import { t } from '../../../../browser/text.ts';
import { LAYERS } from '../../../../core/model/index.ts';

/** How to read a picture and how to walk in it: the marks of the layers, then those of its own. */
export function MapLegend({
  marks,
  note,
  help,
  helpId,
}: {
  /** What else the picture shows: the mark and its words. */
  marks: readonly [mark: ComponentChildren, words: string][];
  note: string;
  help: string;
  helpId: string;
}) {
  return (
    <div class="map-legend">
      <ul>
        {LAYERS.map((layer) => (
          <li key={layer}>
            <span class={`layer layer-${layer}`}>{t(`layer_${layer}`)}</span>
          </li>
        ))}
        <li class="muted">
          <Circle class="organisation" size={12} />
          {t('layer_unknown')}
        </li>
        {marks.map(([mark, words]) => (
          <li key={words}>
            {mark}
            {words}
          </li>
        ))}
      </ul>
      <p class="muted">{note}</p>
      <p class="muted" id={helpId}>
        {help}
      </p>
    </div>
  );
}

/** A circle drawn as the class says. */
export function Circle({
  class: name,
  size = 16,
}: {
  class: 'organisation' | 'bridge' | 'ring';
  size?: number;
}) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <circle class={name} cx="8" cy="8" r="6.5" />
    </svg>
  );
}

/** A line drawn as the class says. */
export function Line({ class: name }: { class: 'known' | 'guessed' | 'way' }) {
  return (
    <svg viewBox="0 0 22 8" width={22} height={8} aria-hidden="true">
      <path class={`line-${name}`} d="M1 4 H21" />
    </svg>
  );
}
