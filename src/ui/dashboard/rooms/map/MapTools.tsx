import { BoxSelect, Lasso, Move, ZoomIn, ZoomOut } from 'lucide';
import { t } from '../../../../browser/text.ts';
import { LAYERS, type Layer } from '../../../../core/model/index.ts';
import type { Network } from '../../../../messaging/protocol.ts';
import type { Tool } from '../../../charts/ChartCanvas.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { linkTo } from '../../links.ts';

const TOOLS = [
  { tool: 'move', icon: Move },
  { tool: 'box', icon: BoxSelect },
  { tool: 'lasso', icon: Lasso },
] as const satisfies readonly { tool: Tool; icon: unknown }[];

interface Props extends PictureToolsProps {
  network: Network;
  query: Record<string, string>;
  layers: readonly Layer[];
  goalId: string | null;
}

interface PictureToolsProps {
  tool: Tool;
  onTool: (tool: Tool) => void;
  onZoom: (factor: number) => void;
  onWhole: () => void;
  onSave: (format: 'svg' | 'png') => void;
}

/** Whom the map shows, and the tools to look, select and save with. */
export function MapTools({ network, query, layers, goalId, ...tools }: Props) {
  const goals = network.goals.filter(({ state }) => state === 'active');
  function go(changes: Record<string, string | null>): void {
    const next = Object.fromEntries(
      Object.entries({ ...query, ...changes }).filter(
        (entry): entry is [string, string] => entry[1] !== null,
      ),
    );
    location.hash = linkTo('map', [], next);
  }
  function toggle(layer: Layer): void {
    const next = LAYERS.filter((name) => (name === layer) !== layers.includes(name));
    go({ layer: next.length === 0 || next.length === LAYERS.length ? null : next.join(',') });
  }
  return (
    <div class="map-tools">
      <fieldset class="row" aria-label={t('map_layers')}>
        {LAYERS.map((layer) => (
          <button
            key={layer}
            type="button"
            class="chip map-layer"
            aria-pressed={layers.includes(layer)}
            onClick={() => toggle(layer)}
          >
            <span class={`layer layer-${layer}`}>{t(`layer_${layer}`)}</span>
          </button>
        ))}
        {goals.length > 0 && (
          <select
            aria-label={t('map_goal')}
            value={goalId ?? ''}
            onChange={({ currentTarget }) => go({ goal: currentTarget.value || null })}
          >
            <option value="">{t('map_allGoals')}</option>
            {goals.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
      </fieldset>
      <PictureTools {...tools} />
    </div>
  );
}

/** Tools that every picture has: what dragging does, how near one is, and saving it. */
export function PictureTools({ tool, onTool, onZoom, onWhole, onSave }: PictureToolsProps) {
  return (
    <div class="row">
      <fieldset class="segments" aria-label={t('map_tools')}>
        {TOOLS.map(({ tool: name, icon }) => (
          <button
            key={name}
            type="button"
            aria-pressed={tool === name}
            aria-label={t(`mapTool_${name}`)}
            title={t(`mapTool_${name}`)}
            onClick={() => onTool(name)}
          >
            <Icon of={icon} />
          </button>
        ))}
      </fieldset>
      <fieldset class="segments" aria-label={t('map_zoom')}>
        <button
          type="button"
          aria-label={t('map_zoomIn')}
          title={t('map_zoomIn')}
          onClick={() => onZoom(1.5)}
        >
          <Icon of={ZoomIn} />
        </button>
        <button
          type="button"
          aria-label={t('map_zoomOut')}
          title={t('map_zoomOut')}
          onClick={() => onZoom(1 / 1.5)}
        >
          <Icon of={ZoomOut} />
        </button>
        <button type="button" onClick={onWhole}>
          {t('map_zoomWhole')}
        </button>
      </fieldset>
      <fieldset class="segments" aria-label={t('map_save')}>
        <button
          type="button"
          title={t('map_saveSvg')}
          aria-label={t('map_saveSvg')}
          onClick={() => onSave('svg')}
        >
          SVG
        </button>
        <button
          type="button"
          title={t('map_savePng')}
          aria-label={t('map_savePng')}
          onClick={() => onSave('png')}
        >
          PNG
        </button>
      </fieldset>
    </div>
  );
}
