import { quadtree } from 'd3-quadtree';
import { useCallback, useEffect, useId, useMemo, useState } from 'preact/hooks';
import { factText, formatNumber, t } from '../../../../browser/text.ts';
import type { AffiliationGraph } from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import { onEvent } from '../../../../messaging/events.ts';
import type { Ways } from '../../../../messaging/protocol.ts';
import { ChartCanvas, type Tool } from '../../../charts/ChartCanvas.tsx';
import { useColours } from '../../../charts/colours.ts';
import type { LayoutProgress } from '../../../charts/layoutWorker.ts';
import {
  type Point,
  revealing,
  type Size,
  toScreen,
  type Viewport,
  WHOLE,
  zoomed,
} from '../../../charts/viewport.ts';
import { type Direction, insidePolygon, nextInDirection } from '../../../charts/walk.ts';
import { useAnalysis, useRows } from '../../../data.ts';
import { errorText } from '../../../errorText.ts';
import { useWays, WaysWords } from '../../../parts/Ways.tsx';
import { linkTo, linkToContact, type RoomProps } from '../../links.ts';
import { type AffiliationModel, affiliationModel, fitted, layoutGraph } from './affiliationModel.ts';
import { HoverCard } from './HoverCard.tsx';
import { Circle, Line, MapLegend } from './MapLegend.tsx';
import { MapSelection } from './MapSelection.tsx';
import { PictureTools } from './MapTools.tsx';
import { type AffiliationScene, paintAffiliations, wholeCanvas } from './paintAffiliations.ts';
import { savePicture } from './savePicture.ts';

const NO_GROUPS: never[] = [];
/** How near the pointer must come, in pixels. */
const REACH = 10;
/** Width by height of the picture at the usual width of the page; one layout serves all. */
const ASPECT = 1.7;
/** Groups named in words; the largest. */
const GROUPS_NAMED = 12;

/** Who could know whom: people who were at the same employer or school in overlapping years. */
export default function Affiliations({ network, place: { query } }: RoomProps) {
  const { rows, goals } = useRows();
  const { state } = useAnalysis();
  const structure = state?.analysis?.structure;
  const { graph, failure } = useGraph();
  const model = useMemo(
    () => (graph === null ? null : affiliationModel(graph, structure?.groups ?? NO_GROUPS)),
    [graph, structure?.groups],
  );
  const layout = useLayout(model);
  const colours = useColours();
  const [canvas, setCanvas] = useState<Size>({ width: 900, height: pictureHeight() });
  const [viewport, setViewport] = useState<Viewport>(WHOLE);
  const [hovered, setHovered] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const [tool, setTool] = useState<Tool>('move');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [outline, setOutline] = useState<readonly Point[] | null>(null);
  const help = useId();
  // Whose contact stands open, else whom the address names, else where the keyboard stands.
  const chosen = query.contact ?? query.to ?? personAt(model, focused);
  const ways = useWays(chosen === null ? null : { id: chosen });
  const way = useMemo(() => wayOn(model, chosen, ways), [model, chosen, ways]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const bridges = useMemo(
    () => new Set(structure?.bridges.map(({ contactId }) => contactId) ?? []),
    [structure?.bridges],
  );
  const places = useMemo(() => {
    const { left, top, right, bottom } = wholeCanvas(canvas);
    const box = { left: left + 60, top: top + 36, right: right - 60, bottom: bottom - 36 };
    return layout === null ? [] : fitted(layout.positions, box);
  }, [layout, canvas]);
  const tree = useMemo(
    () =>
      quadtree(
        places.map((_, at) => at),
        (at) => places[at]?.x ?? 0,
        (at) => places[at]?.y ?? 0,
      ),
    [places],
  );
  const layerOf = useCallback(
    (id: string) => {
      const row = byId.get(id);
      return row?.layerKnown ? row.layer : null;
    },
    [byId],
  );
  const scene: AffiliationScene | null = model && {
    model,
    places,
    viewport,
    colours,
    layerOf,
    bridges,
    hovered,
    focused,
    selected,
    way,
    outline,
  };
  const paint = useCallback(
    (surface: Parameters<typeof paintAffiliations>[0]) => {
      if (scene) paintAffiliations(surface, scene);
    },
    scene ? Object.values(scene) : [null],
  );

  if (failure !== null)
    return (
      <p class="error" role="alert">
        {errorText(failure)}
      </p>
    );
  if (model === null || scene === null)
    return (
      <p class="muted" aria-busy="true">
        {t('loading')}
      </p>
    );
  if (model.nodes.length === 0)
    return (
      <div class="empty">
        <h2>{t('affiliations_emptyTitle')}</h2>
        <p>{t('affiliations_empty')}</p>
        <a class="button primary" href={linkTo('files')}>
          {t('contacts_import')}
        </a>
      </div>
    );

  const { nodes } = model;
  function under(at: Point): number | null {
    const x = (at.x - viewport.x) / viewport.scale;
    const y = (at.y - viewport.y) / viewport.scale;
    return tree.find(x, y, REACH / viewport.scale) ?? null;
  }
  function open(at: number): void {
    const node = nodes[at];
    if (node?.kind === 'person') location.hash = linkToContact(node.id);
    else if (node) choose(node.neighbours);
  }
  /** Selects these persons; organisations stand for nobody. */
  function choose(numbers: readonly number[], add = false): void {
    const ids = numbers.flatMap((at) => (nodes[at]?.kind === 'person' ? [nodes[at].id] : []));
    setSelected(new Set([...(add ? selected : []), ...ids]));
  }
  function pick(at: Point, add: boolean): void {
    const found = under(at);
    if (found === null) setSelected(new Set());
    else if (add) choose([found], true);
    else {
      setFocused(found);
      open(found);
    }
  }
  const zoomBy = (factor: number) =>
    setViewport((last) => zoomed(last, factor, { x: canvas.width / 2, y: canvas.height / 2 }, canvas));

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoomBy(1.5);
    else if (event.key === '-') zoomBy(1 / 1.5);
    else if (event.key === '0') setViewport(WHOLE);
    else if (event.key === 'Escape' && selected.size > 0) setSelected(new Set());
    else if (event.key === 'Enter' && focused !== null) open(focused);
    else if (event.key === ' ' && focused !== null) choose([focused], true);
    else if (event.key.startsWith('Arrow') || event.key === 'Home') {
      const seen = places.map((place) => toScreen(viewport, place));
      const next =
        focused === null || event.key === 'Home'
          ? largestOf(model as AffiliationModel)
          : nextInDirection(seen, focused, event.key as Direction);
      if (next !== null) walkTo(next);
    } else return;
    event.preventDefault();
  }
  function walkTo(at: number): void {
    setFocused(at);
    setHovered(null);
    setSaid(nodeWords(model as AffiliationModel, at, bridges));
    const place = places[at];
    if (place) setViewport((last) => revealing(last, place, canvas));
  }

  const between = way.slice(0, -1).map((at) => nodes[at]?.label ?? '');
  const wayWords = between.length === 0 ? '' : t('affiliations_way', { names: between.join(', ') });
  const shown = hovered ?? focused;
  const card = shown !== null ? byId.get(nodes[shown]?.id ?? '') : undefined;
  const place = shown !== null ? places[shown] : undefined;
  return (
    <>
      <p class="measure">
        {t('affiliations_sentence', {
          persons: nodes.filter(({ kind }) => kind === 'person').length,
          organisations: nodes.filter(({ kind }) => kind === 'organisation').length,
        })}{' '}
        <span class="estimate">{t('affiliations_estimate')}</span>{' '}
        {state?.analysis?.acquaintances.facts.slice(0, 1).map((fact) => factText(fact))}
      </p>
      <div class="map-tools">
        <p class="muted" role="status">
          {layout !== null && layout.done < 1 ? t('affiliations_layingOut') : ''}
        </p>
        <PictureTools
          tool={tool}
          onTool={setTool}
          onZoom={zoomBy}
          onWhole={() => setViewport(WHOLE)}
          onSave={(format) =>
            void savePicture(format, canvas, t('affiliations_picture'), colours, (surface) =>
              paintAffiliations(surface, { ...scene, hovered: null, focused: null, outline: null }),
            )
          }
        />
      </div>
      <div class="map-picture">
        <ChartCanvas
          label={t('affiliations_label')}
          describedBy={help}
          height={canvas.height}
          viewport={viewport}
          frame={wholeCanvas}
          tool={tool}
          paint={paint}
          onSize={(size) => {
            setCanvas((last) => (last.width === size.width && last.height === size.height ? last : size));
            setViewport(WHOLE);
          }}
          onViewport={(change) => setViewport((last) => change(last, canvas))}
          onHover={(at) => setHovered(at === null ? null : under(at))}
          onPick={pick}
          onSelect={(corners, add) => {
            const inside = places.flatMap((place, at) =>
              insidePolygon(toScreen(viewport, place), corners) ? [at] : [],
            );
            choose(inside, add);
            setTool('move');
          }}
          onKey={key}
          onFocus={(here) => !here && setFocused(null)}
          onOutline={setOutline}
          cursor={tool !== 'move' ? 'crosshair' : hovered !== null ? 'pointer' : 'default'}
        >
          {card && place && (
            <HoverCard
              row={card}
              at={toScreen(viewport, place)}
              goals={goals}
              network={network}
              canvas={canvas}
            />
          )}
        </ChartCanvas>
      </div>
      <p class="hidden" role="status">
        {said} {wayWords}
      </p>
      <MapSelection selected={selected} rows={rows} onClear={() => setSelected(new Set())} />
      <MapLegend
        marks={[
          [<Line class="known" key="known" />, t('legend_known')],
          [<Line class="guessed" key="guessed" />, t('legend_guessed')],
          [<Line class="way" key="way" />, t('legend_way')],
          [<Circle class="organisation" key="organisation" />, t('legend_organisation')],
          [<Circle class="bridge" key="bridge" />, t('legend_bridge')],
        ]}
        note={t('legend_affiliations')}
        help={t('affiliations_help')}
        helpId={help}
      />
      <section class="map-words" aria-label={t('map_words')}>
        {chosen !== null && ways !== null && (
          <WaysWords
            ways={ways}
            name={byId.get(chosen)?.name ?? t('contact_unknown')}
            goals={network.goals}
            person={(id, name) => <a href={linkToContact(id)}>{name}</a>}
          />
        )}
        <KnownTies model={model} nameOf={(id) => byId.get(id)?.name} />
        <div>
          <h2>{t('affiliations_groups')}</h2>
          {model.groups.length === 0 && <p class="muted">{t('affiliations_noGroups')}</p>}
          <ul>
            {model.groups.slice(0, GROUPS_NAMED).map(({ id, label, count }) => (
              <li key={id}>
                <button
                  type="button"
                  class="plain"
                  onClick={() => choose(nodes.flatMap((node, at) => (node.group === id ? [at] : [])))}
                >
                  {label || t('affiliations_unnamed')}
                </button>{' '}
                <span class="muted">{t('contacts_shown', { count })}</span>
              </li>
            ))}
          </ul>
          {model.alone.length > 0 && (
            <p class="muted">{t('affiliations_alone', { count: model.alone.length })}</p>
          )}
          {model.leftOut > 0 && <p class="muted">{t('affiliations_leftOut', { count: model.leftOut })}</p>}
        </div>
        <div>
          <h2>
            {t('affiliations_bridges')} <span class="muted estimate">{t('affiliations_estimateShort')}</span>
          </h2>
          {(structure?.bridges.length ?? 0) === 0 && <p class="muted">{t('affiliations_noBridges')}</p>}
          <ul>
            {structure?.bridges.slice(0, 12).map(({ contactId, facts }) => (
              <li key={contactId}>
                <a href={linkToContact(contactId)}>{byId.get(contactId)?.name ?? t('contact_unknown')}</a>{' '}
                {facts.map((fact) => factText(fact, network.goals, (id) => byId.get(id)?.name)).join(' ')}
              </li>
            ))}
          </ul>
        </div>
      </section>
    </>
  );
}

/** Acquaintances named in words at most; the contacts name all of theirs. */
const KNOWN_NAMED = 40;

/** The full lines of the picture, in words. */
function KnownTies({
  model,
  nameOf,
}: {
  model: AffiliationModel;
  nameOf: (id: string) => string | undefined;
}) {
  const facts = model.shown.filter((fact) => fact !== undefined);
  return (
    <div>
      <h2>
        {t('structure_real')} <span class="muted">{formatNumber(facts.length)}</span>
      </h2>
      {facts.length === 0 && <p class="muted">{t('factAcquaintancesNone')}</p>}
      {facts.length > 0 && (
        <details class="more">
          <summary>{t('affiliations_known')}</summary>
          <ul>
            {facts.slice(0, KNOWN_NAMED).map((fact) => (
              <li key={JSON.stringify(fact)}>{factText(fact, [], nameOf)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function personAt(model: AffiliationModel | null, at: number | null): string | null {
  const node = at === null ? undefined : model?.nodes[at];
  return node?.kind === 'person' ? node.id : null;
}

/** The numbers of the nodes on the best way to the chosen person; none where one of them is not drawn. */
function wayOn(model: AffiliationModel | null, chosen: string | null, ways: Ways | null): number[] {
  const [best] = ways?.paths ?? [];
  if (model === null || chosen === null || best?.targetId !== chosen) return [];
  const found = [...best.through, chosen].map((id) => model.nodes.findIndex((node) => node.id === id));
  return found.includes(-1) ? [] : found;
}

/** The graph, read again after changes. */
function useGraph(): { graph: AffiliationGraph | null; failure: unknown } {
  const [shown, setShown] = useState<{ graph: AffiliationGraph | null; failure: unknown }>({
    graph: null,
    failure: null,
  });
  useEffect(() => {
    let left = false;
    const load = () =>
      void call('graph.get', {}).then(
        (graph) => !left && setShown({ graph, failure: null }),
        (failure: unknown) =>
          !left && setShown((last) => (last.graph === null ? { graph: null, failure } : last)),
      );
    load();
    const stop = onEvent((event) => {
      if (event.kind === 'job' && event.job.kind === 'analyse' && event.job.state === 'done') load();
    });
    return () => {
      left = true;
      stop();
    };
  }, []);
  return shown;
}

/** Positions as the worker finds them; a new graph begins anew. */
function useLayout(model: AffiliationModel | null): LayoutProgress | null {
  const [layout, setLayout] = useState<LayoutProgress | null>(null);
  useEffect(() => {
    if (model === null || model.nodes.length === 0) return;
    const worker = new Worker(new URL('../../../charts/layoutWorker.ts', import.meta.url), {
      type: 'module',
    });
    worker.onmessage = ({ data }: MessageEvent<LayoutProgress>) => {
      // Without motion, the picture appears when it is finished.
      if (data.done >= 1 || !matchMedia('(prefers-reduced-motion: reduce)').matches) setLayout(data);
      if (data.done >= 1) worker.terminate();
    };
    worker.postMessage(layoutGraph(model, ASPECT));
    return () => worker.terminate();
  }, [model]);
  return layout !== null && model !== null && layout.positions.length === model.nodes.length * 2
    ? layout
    : null;
}

function largestOf({ nodes }: AffiliationModel): number | null {
  return nodes.reduce<number | null>(
    (best, { neighbours }, at) =>
      best === null || neighbours.length > (nodes[best]?.neighbours.length ?? 0) ? at : best,
    null,
  );
}

/** What a screen reader says of a node. */
function nodeWords({ nodes }: AffiliationModel, at: number, bridges: ReadonlySet<string>): string {
  const node = nodes[at];
  if (node === undefined) return '';
  const names = node.neighbours.slice(0, 6).map((other) => nodes[other]?.label ?? '');
  const kind =
    node.kind === 'organisation' ? t('affiliations_saidOrganisation', { count: node.neighbours.length }) : '';
  const bridge = bridges.has(node.id) ? t('legend_bridge') : '';
  return [node.label, kind, bridge, names.join(', ')].filter(Boolean).join('; ');
}

function pictureHeight(): number {
  return Math.round(Math.min(760, Math.max(420, window.innerHeight - 260)));
}
