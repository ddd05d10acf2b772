import { quadtree } from 'd3-quadtree';
import { useCallback, useId, useMemo, useRef, useState } from 'preact/hooks';
import { factText, t } from '../../../../browser/text.ts';
import { type BlindSpot, LAYERS, type Layer } from '../../../../core/model/index.ts';
import type { ContactRow } from '../../../../messaging/protocol.ts';
import { ChartCanvas, type Tool } from '../../../charts/ChartCanvas.tsx';
import { useColours } from '../../../charts/colours.ts';
import { binIntoHexagons } from '../../../charts/hexagons.ts';
import {
  type Box,
  type Point,
  revealing,
  type Size,
  type Viewport,
  WHOLE,
  zoomed,
} from '../../../charts/viewport.ts';
import { type Direction, insidePolygon, nextInDirection } from '../../../charts/walk.ts';
import { useAnalysis, useRows } from '../../../data.ts';
import { errorText } from '../../../errorText.ts';
import { distanceWords } from '../../../parts/distanceWords.ts';
import { linkTo, linkToContact, type RoomProps } from '../../links.ts';
import { serves } from '../../shared/serves.ts';
import { HoverCard } from './HoverCard.tsx';
import { MapSelection } from './MapSelection.tsx';
import { MapTools } from './MapTools.tsx';
import { PlaneLegend } from './PlaneLegend.tsx';
import { PlaneWords } from './PlaneWords.tsx';
import { paintPlane } from './paintPlane.ts';
import { planeModel, planePoint } from './planeModel.ts';
import { type PlaneScene, planeFrame, seenAt, seenRadius, sizeOf, stripDots } from './planeScene.ts';
import { savePicture } from './savePicture.ts';

/** More dots than this at once become hexagons with counts. */
const MOST_DOTS = 2_000;
/** Radius of a hexagon in pixels, on the screen between once and twice this. */
const HEXAGON_RADIUS = 15;
/** How near the pointer must come to a dot, in pixels. */
const REACH = 12;

/** The network as a landscape: the user at the lower left, everybody as far away as their work is. */
export function PlaneMap({ network, place }: RoomProps) {
  const { rows: arrived, goals, me, complete, failure } = useRows();
  const all = useSettled(arrived, complete);
  const { state } = useAnalysis();
  const colours = useColours();
  const [canvas, setCanvas] = useState<Size>({ width: 900, height: mapHeight() });
  const [viewport, setViewport] = useState<Viewport>(WHOLE);
  const [hovered, setHovered] = useState<{ row: ContactRow; at: Point } | null>(null);
  const [focus, setFocus] = useState<Focus>(null);
  const [said, setSaid] = useState('');
  const [tool, setTool] = useState<Tool>('move');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [outline, setOutline] = useState<readonly Point[] | null>(null);
  const help = useId();
  const measure = useRef<CanvasRenderingContext2D | null>(null);

  const layers = layersOf(place.query.layer);
  const goalId =
    network.goals.find(({ id, state }) => id === place.query.goal && state === 'active')?.id ?? null;
  const shownGoals = useMemo(
    () => network.goals.filter(({ id }) => goalId === null || id === goalId),
    [network.goals, goalId],
  );
  const rows = useMemo(
    () =>
      layers.length === LAYERS.length
        ? all
        : all.filter(({ layer, layerKnown }) => !layerKnown || layers.includes(layer)),
    [all, layers.join()],
  );
  const withStrip = useMemo(
    () => rows.some((row) => row.functionDistance === null || row.industryDistance === null),
    [rows],
  );
  const frame = planeFrame(canvas, withStrip);
  const model = useMemo(() => {
    const spots = (state?.analysis?.blindSpots ?? []).filter(
      (spot) => goalId === null || spot.goalId === goalId,
    );
    return planeModel(rows, shownGoals, spots, me, sizeOf(planeFrame(canvas, withStrip)));
  }, [rows, shownGoals, state?.analysis?.blindSpots, goalId, me, canvas, withStrip]);
  const strip = useMemo(
    () => stripDots(model, planeFrame(canvas, withStrip), canvas),
    [model, canvas, withStrip],
  );

  const level = 2 ** Math.floor(Math.log2(viewport.scale));
  const crowded = model.dots.length > MOST_DOTS && countSeen(model.dots, viewport, frame) > MOST_DOTS;
  const hexagonRadius = HEXAGON_RADIUS / level;
  const hexagons = useMemo(
    () => (crowded ? binIntoHexagons(model.dots, hexagonRadius) : null),
    [crowded, model, hexagonRadius],
  );
  const tree = useMemo(
    () =>
      quadtree(
        model.dots,
        ({ x }) => x,
        ({ y }) => y,
      ),
    [model],
  );
  const pale = useCallback(
    (row: ContactRow) => goalId !== null && !serves(row, goals, goalId),
    [goalId, goals],
  );

  const sentenceOf = useCallback(
    (spot: BlindSpot) => (spot.facts[0] === undefined ? '' : factText(spot.facts[0], network.goals)),
    [network.goals],
  );

  const scene: PlaneScene = {
    model,
    sentenceOf,
    viewport,
    colours,
    hexagons,
    hexagonRadius,
    pale,
    strip,
    hovered: hovered?.row.id ?? null,
    focused: focus?.kind === 'dot' ? focus.id : null,
    focusedHexagon: focus?.kind === 'hexagon' && crowded ? focus.at : null,
    selected,
    outline,
  };
  const paint = useCallback((surface: Parameters<typeof paintPlane>[0]) => {
    paintPlane(surface, scene);
  }, Object.values(scene));

  if (failure)
    return (
      <p class="error" role="alert">
        {errorText(failure)}
      </p>
    );
  if (!complete && all.length === 0)
    return (
      <p class="muted" aria-busy="true">
        {t('loading')}
      </p>
    );
  if (all.length === 0) return <Empty of="nobody" />;
  if (complete && me === null) return <Empty of="me" />;

  /** Who is under a point of the canvas: a contact, or a hexagon's index. */
  function under(at: Point): { row: ContactRow; at: Point } | number | null {
    const near = strip.find((dot) => Math.hypot(dot.x - at.x, dot.y - at.y) <= Math.max(dot.radius + 2, 5));
    if (near) return { row: near.row, at: near };
    if (!inside(at, frame)) return null;
    const x = (at.x - frame.left - viewport.x) / viewport.scale;
    const y = (at.y - frame.top - viewport.y) / viewport.scale;
    if (hexagons) {
      const found = hexagons.findIndex(
        (hexagon) => Math.hypot(hexagon.x - x, hexagon.y - y) < hexagonRadius * 0.9,
      );
      return found === -1 ? null : found;
    }
    const dot = tree.find(x, y, REACH / viewport.scale);
    if (!dot) return null;
    const seen = seenAt(dot, viewport, frame);
    return Math.hypot(seen.x - at.x, seen.y - at.y) <= seenRadius(dot.radius, viewport) + 4
      ? { row: dot.row, at: seen }
      : null;
  }

  function hover(at: Point | null): void {
    const found = at === null ? null : under(at);
    setHovered((last) => {
      if (found === null || typeof found === 'number') return null;
      return last?.row.id === found.row.id && last.at.x === found.at.x && last.at.y === found.at.y
        ? last
        : found;
    });
  }

  function pick(at: Point, add: boolean): void {
    const found = under(at);
    if (typeof found === 'number') openHexagon(found);
    else if (found === null) setSelected((last) => (last.size === 0 ? last : new Set()));
    else if (add) toggle(found.row.id);
    else {
      setFocus({ kind: 'dot', id: found.row.id });
      location.hash = linkToContact(found.row.id);
    }
  }

  function toggle(id: string): void {
    setSelected((last) => {
      const next = new Set(last);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  function openHexagon(at: number): void {
    const hexagon = hexagons?.[at];
    if (!hexagon) return;
    const around = { x: hexagon.x * viewport.scale + viewport.x, y: hexagon.y * viewport.scale + viewport.y };
    setViewport(revealing(zoomed(viewport, 2, around, model.size), hexagon, model.size, 80));
    setFocus(null);
  }

  function select(corners: readonly Point[], add: boolean): void {
    const chosen = new Set(add ? selected : []);
    for (const dot of model.dots) {
      const at = seenAt(dot, viewport, frame);
      if (inside(at, frame) && insidePolygon(at, corners)) chosen.add(dot.row.id);
    }
    for (const dot of strip) if (insidePolygon(dot, corners)) chosen.add(dot.row.id);
    setSelected(chosen);
    setTool('move');
  }

  const zoomBy = (factor: number) =>
    setViewport((last) =>
      zoomed(last, factor, { x: model.size.width / 2, y: model.size.height / 2 }, model.size),
    );

  /** Everything that the arrow keys visit, on the canvas. */
  function stations(): (Point & { focus: NonNullable<Focus>; words: string })[] {
    const onPlane = hexagons
      ? hexagons.map((hexagon, at) => ({
          ...seenAt(hexagon, viewport, frame),
          focus: { kind: 'hexagon' as const, at },
          words: t('map_hexagonSaid', { count: hexagon.members.length }),
        }))
      : model.dots.map((dot) => ({
          ...seenAt(dot, viewport, frame),
          focus: { kind: 'dot' as const, id: dot.row.id },
          words: rowWords(dot.row),
        }));
    return [
      ...onPlane,
      ...strip.map((dot) => ({
        x: dot.x,
        y: dot.y,
        focus: { kind: 'dot' as const, id: dot.row.id },
        words: rowWords(dot.row),
      })),
    ];
  }

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoomBy(1.5);
    else if (event.key === '-') zoomBy(1 / 1.5);
    else if (event.key === '0') setViewport(WHOLE);
    else if (event.key === 'Escape' && (selected.size > 0 || outline)) {
      setSelected(new Set());
      setOutline(null);
    } else if (event.key === 'Enter' && focus?.kind === 'dot') location.hash = linkToContact(focus.id);
    else if (event.key === 'Enter' && focus?.kind === 'hexagon') openHexagon(focus.at);
    else if (event.key === ' ' && focus?.kind === 'dot') toggle(focus.id);
    else if (event.key.startsWith('Arrow') || event.key === 'Home') walk(event.key);
    else return;
    event.preventDefault();
  }

  function walk(name: string): void {
    const all = stations();
    const from = all.findIndex((station) => sameFocus(station.focus, focus));
    const user = seenAt(planePoint(0, 0, model.size), viewport, frame);
    let next: number | null;
    if (from === -1 || name === 'Home') {
      const distance = (at: Point) => Math.hypot(at.x - user.x, at.y - user.y);
      next = all.reduce<number | null>(
        (best, station, at) =>
          best === null || distance(station) < distance(all[best] as Point) ? at : best,
        null,
      );
    } else next = nextInDirection(all, from, name as Direction);
    const station = next === null ? undefined : all[next];
    if (station === undefined) return;
    setFocus(station.focus);
    setSaid(station.words);
    setHovered(null);
    const { focus: goal } = station;
    const dot = goal.kind === 'dot' ? model.dots.find(({ row }) => row.id === goal.id) : hexagons?.[goal.at];
    if (dot) setViewport((last) => revealing(last, dot, model.size));
  }

  function save(format: 'svg' | 'png'): void {
    measure.current ??= document.createElement('canvas').getContext('2d');
    const still: PlaneScene = { ...scene, hovered: null, focused: null, focusedHexagon: null, outline: null };
    void savePicture(format, canvas, t('map_pictureTitle', { count: rows.length }), colours, (surface) =>
      paintPlane(surface, still),
    );
  }

  const focusedRow = focus?.kind === 'dot' ? rows.find(({ id }) => id === focus.id) : undefined;
  const card = hovered ?? (focusedRow ? cardOf(focusedRow, stations()) : null);
  return (
    <>
      <PlaneWords model={model} goals={network.goals} part="above" stale={state?.state !== 'current'} />
      <MapTools
        network={network}
        query={place.query}
        layers={layers}
        goalId={goalId}
        tool={tool}
        onTool={setTool}
        onZoom={zoomBy}
        onWhole={() => setViewport(WHOLE)}
        onSave={save}
      />
      <div class="map-picture">
        <ChartCanvas
          label={t('map_label')}
          describedBy={help}
          height={canvas.height}
          viewport={viewport}
          frame={(size) => planeFrame(size, withStrip)}
          tool={tool}
          paint={paint}
          onSize={(size) => {
            setCanvas((last) => (last.width === size.width && last.height === size.height ? last : size));
            setViewport(WHOLE);
          }}
          onViewport={(change) => setViewport((last) => change(last, model.size))}
          onHover={hover}
          onPick={pick}
          onSelect={select}
          onKey={key}
          onFocus={(focused) => !focused && setFocus(null)}
          onOutline={setOutline}
          cursor={
            tool === 'move' ? (hovered ? 'pointer' : viewport.scale > 1 ? 'grab' : 'default') : 'crosshair'
          }
        >
          {card && <HoverCard {...card} goals={goals} network={network} canvas={canvas} />}
        </ChartCanvas>
        {!complete && (
          <p class="muted map-arriving" role="status">
            {t('map_arriving', { count: arrived.length })}
          </p>
        )}
      </div>
      <p class="hidden" role="status">
        {said}
      </p>
      <MapSelection selected={selected} rows={all} onClear={() => setSelected(new Set())} />
      <PlaneLegend crowded={crowded} helpId={help} />
      <PlaneWords model={model} goals={network.goals} part="below" stale={state?.state !== 'current'} />
    </>
  );
}

/** While many arrive, the first of them are shown, and then everybody: a map that moves all the time says nothing. */
function useSettled(rows: readonly ContactRow[], complete: boolean): readonly ContactRow[] {
  const shown = useRef(rows);
  if (complete || shown.current.length === 0) shown.current = rows;
  return shown.current;
}

type Focus = { kind: 'dot'; id: string } | { kind: 'hexagon'; at: number } | null;

function sameFocus(a: Focus, b: Focus): boolean {
  if (a === null || b === null) return false;
  return a.kind === 'dot' ? b.kind === 'dot' && a.id === b.id : b.kind === 'hexagon' && a.at === b.at;
}

function cardOf(row: ContactRow, stations: readonly (Point & { focus: NonNullable<Focus> })[]) {
  const at = stations.find(({ focus }) => focus.kind === 'dot' && focus.id === row.id);
  return at ? { row, at } : null;
}

/** What a screen reader says of a dot. */
function rowWords(row: ContactRow): string {
  const distances = distanceWords({
    function: row.functionDistance,
    industry: row.industryDistance,
    place: null,
    seniority: null,
    internal: null,
    past: null,
  });
  return [
    row.name,
    row.title,
    row.company,
    t(row.layerKnown ? `layer_${row.layer}` : 'layer_unknown'),
    ...distances,
  ]
    .filter(Boolean)
    .join(', ');
}

/** As much of the window as leaves the words above and a hint of those below in view. */
function mapHeight(): number {
  return Math.round(Math.min(760, Math.max(460, window.innerHeight - 250)));
}

function layersOf(text: string | undefined): readonly Layer[] {
  if (text === undefined) return LAYERS;
  const named = text.split(',');
  const layers = LAYERS.filter((layer) => named.includes(layer));
  return layers.length === 0 ? LAYERS : layers;
}

function inside({ x, y }: Point, { left, top, right, bottom }: Box): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function countSeen(dots: readonly Point[], { scale, x, y }: Viewport, frame: Box): number {
  const { width, height } = sizeOf(frame);
  const [left, top] = [-x / scale, -y / scale];
  const [right, bottom] = [left + width / scale, top + height / scale];
  let count = 0;
  for (const dot of dots) {
    if (dot.x >= left && dot.x <= right && dot.y >= top && dot.y <= bottom) count += 1;
  }
  return count;
}

function Empty({ of: what }: { of: 'nobody' | 'me' }) {
  return (
    <div class="empty">
      <h2>{t(`mapEmpty_${what}`)}</h2>
      <p>{t(`mapEmptyWhy_${what}`)}</p>
      {what === 'me' ? (
        <a class="button primary" href={linkTo('me')}>
          {t('map_sayWho')}
        </a>
      ) : (
        <a class="button primary" href={linkTo('files')}>
          {t('contacts_import')}
        </a>
      )}
    </div>
  );
}
