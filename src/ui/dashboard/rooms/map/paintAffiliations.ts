import { t } from '../../../../browser/text.ts';
import { LAYERS, type Layer } from '../../../../core/model/index.ts';
import type { Colours } from '../../../charts/colours.ts';
import { type LabelWish, placeLabels } from '../../../charts/labels.ts';
import { layerMark } from '../../../charts/marks.ts';
import type { Pen, Surface } from '../../../charts/surface.ts';
import { type Box, type Point, type Size, toScreen, type Viewport } from '../../../charts/viewport.ts';
import type { AffiliationModel } from './affiliationModel.ts';
import { paintLeader } from './planeLabels.ts';

export interface AffiliationScene {
  model: AffiliationModel;
  /** Places of the nodes at scale 1. */
  places: readonly Point[];
  viewport: Viewport;
  colours: Colours;
  /** `null`: the layer cannot be told. */
  layerOf: (id: string) => Layer | null;
  /** Who probably ties parts of the network together. */
  bridges: ReadonlySet<string>;
  hovered: number | null;
  focused: number | null;
  selected: ReadonlySet<string>;
  /** The user's way to a chosen person: numbers of nodes, whom to ask first; empty when there is none. */
  way: readonly number[];
  outline: readonly Point[] | null;
}

/** Radius of a person's dot by how many there are, in pixels. */
function personRadius({ nodes }: AffiliationModel): number {
  if (nodes.length <= 200) return 4.5;
  return nodes.length <= 800 ? 3.5 : 2.4;
}

export function wholeCanvas({ width, height }: Size): Box {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** Draws the network of affiliations: persons by layer, organisations as rings with their names, bridges marked. */
export function paintAffiliations(surface: Surface, scene: AffiliationScene): void {
  const { colours, viewport } = scene;
  const frame = wholeCanvas(surface.size);
  surface.shape(
    (pen) => {
      pen.moveTo(0, 0);
      pen.lineTo(frame.right, 0);
      pen.lineTo(frame.right, frame.bottom);
      pen.lineTo(0, frame.bottom);
      pen.close();
    },
    { fill: colours.card, stroke: colours.line },
  );
  const seen = scene.places.map((place) => toScreen(viewport, place));
  const current = scene.hovered ?? scene.focused;
  surface.within(frame, () => {
    paintEdges(surface, scene, seen, current);
    const grown = Math.min(2, viewport.scale ** 0.35);
    paintOrganisations(surface, scene, seen, grown);
    paintPersons(surface, scene, seen, grown, current);
    paintNames(surface, scene, seen, grown, current);
    if (scene.way.length > 0) paintYou(surface, scene);
  });
  if (scene.outline && scene.outline.length > 1) {
    const corners = scene.outline;
    surface.shape(
      (pen) => {
        corners.forEach(({ x, y }, at) => {
          if (at === 0) pen.moveTo(x, y);
          else pen.lineTo(x, y);
        });
        pen.close();
      },
      { stroke: colours.accent, dash: [4, 3] },
    );
  }
}

/** Estimates are dotted, known acquaintances full lines; those of the node in question stand out of each. */
function paintEdges(
  surface: Surface,
  { model, colours, way }: AffiliationScene,
  seen: readonly Point[],
  current: number | null,
): void {
  const draw = (mine: boolean, known: boolean) =>
    surface.shape(
      (pen) => {
        model.edges.forEach(([from, to], at) => {
          if ((from === current || to === current) !== mine) return;
          if ((model.shown[at] !== undefined) !== known) return;
          line(pen, seen[from], seen[to]);
        });
      },
      {
        ...(mine
          ? { stroke: colours.ink, width: 1.25 }
          : { stroke: colours.muted, width: known ? 1.25 : 0.75, opacity: known ? 0.9 : 0.7 }),
        ...(!known && { dash: DOTTED }),
      },
    );
  draw(false, false);
  draw(false, true);
  if (current !== null) {
    draw(true, false);
    draw(true, true);
  }
  if (way.length === 0) return;
  const stops = [YOU, ...way.flatMap((at) => seen[at] ?? [])];
  surface.shape(
    (pen) => {
      for (let at = 1; at < stops.length; at++) line(pen, stops[at - 1], stops[at]);
    },
    { stroke: colours.accent, width: 2.5 },
  );
}

const DOTTED = [1.5, 3];
/** Where the user stands while a way is lit: tied to everybody, they are not drawn otherwise. */
const YOU: Point = { x: 22, y: 24 };

function line(pen: Pen, from: Point | undefined, to: Point | undefined): void {
  if (from === undefined || to === undefined) return;
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
}

/** The beginning of the lit way. */
function paintYou(surface: Surface, { colours }: AffiliationScene): void {
  surface.shape((pen) => pen.circle(YOU.x, YOU.y, 6), { fill: colours.accent, stroke: colours.card });
  surface.text(
    t('map_you'),
    { x: YOU.x + 12, y: YOU.y + 4 },
    { colour: colours.ink, bold: true, size: 12, halo: colours.card },
  );
}

function paintOrganisations(
  surface: Surface,
  { model, colours }: AffiliationScene,
  seen: readonly Point[],
  grown: number,
): void {
  surface.shape(
    (pen) => {
      model.nodes.forEach(({ kind, neighbours }, at) => {
        const place = seen[at];
        if (kind === 'organisation' && place)
          pen.circle(place.x, place.y, organisationRadius(neighbours.length) * grown);
      });
    },
    { fill: colours.paper, stroke: colours.muted },
  );
}

/** Radius of an organisation by the number of its people, in pixels. */
function organisationRadius(people: number): number {
  return Math.min(11, 3 + Math.sqrt(people) * 1.1);
}

function paintPersons(
  surface: Surface,
  scene: AffiliationScene,
  seen: readonly Point[],
  grown: number,
  current: number | null,
): void {
  const { model, colours } = scene;
  const persons = model.nodes.flatMap(({ id, kind }, at) => {
    const place = seen[at];
    return kind === 'person' && place ? [{ id, at, place }] : [];
  });
  const radius = personRadius(model) * grown;
  for (const layer of [...LAYERS, null]) {
    surface.shape(
      (pen) => {
        for (const { id, place } of persons)
          if (scene.layerOf(id) === layer) layerMark(pen, layer, place, radius);
      },
      layer === null
        ? { fill: colours.card, stroke: colours.muted, width: 1.25 }
        : { fill: colours[layer], stroke: colours.card, width: 0.75 },
    );
  }
  const ring = (
    chosen: (id: string, at: number) => boolean,
    extra: number,
    style: Parameters<Surface['shape']>[1],
  ) =>
    surface.shape((pen) => {
      for (const { id, at, place } of persons)
        if (chosen(id, at)) pen.circle(place.x, place.y, radius + extra);
    }, style);
  ring((id) => scene.bridges.has(id), 4, { stroke: colours.ink, dash: [2.5, 2.5], width: 1.25 });
  ring((id) => scene.selected.has(id), 3, { stroke: colours.accent, width: 2 });
  ring((_, at) => scene.way.includes(at), 4, { stroke: colours.accent, width: 2 });
  ring((_, at) => at === current, 4, { stroke: colours.ink, width: 2 });
}

/** Names at most at once. */
const MOST_ORGANISATIONS = 24;
const MOST_GROUPS = 14;

function paintNames(
  surface: Surface,
  scene: AffiliationScene,
  seen: readonly Point[],
  grown: number,
  current: number | null,
): void {
  const { model, colours, bridges } = scene;
  const frame = wholeCanvas(surface.size);
  const inside = ({ x, y }: Point) => x >= 0 && y >= 0 && x <= frame.right && y <= frame.bottom;
  const dot = personRadius(model) * grown;
  const radiusOf = ({ kind, neighbours }: AffiliationModel['nodes'][number]) =>
    kind === 'person' ? dot : organisationRadius(neighbours.length) * grown;
  const wishes: NameWish[] = [];
  const wish = (
    text: string,
    at: Point,
    clear: number,
    look: Pick<NameWish, 'colour' | 'bold' | 'size' | 'far'>,
  ) => {
    if (!inside(at)) return;
    const width = surface.widthOf(text, look);
    wishes.push({
      text,
      ...at,
      clear,
      ...look,
      width,
      height: look.size + 3,
      also: look.far ? around(at) : [],
    });
  };
  // Each node is named once, by the first of the reasons to name it.
  const named = new Set<number>();
  const name = (at: number, colour: string, bold = false) => {
    const [node, place] = [model.nodes[at], seen[at]];
    if (node === undefined || place === undefined || named.has(at)) return;
    named.add(at);
    const ringed = at === current || bridges.has(node.id) || scene.way.includes(at);
    wish(cut(node.label), place, radiusOf(node) + (ringed ? 4 : 0), { colour, bold, size: 12, far: ringed });
  };
  for (const { id, label, count } of model.groups.slice(0, MOST_GROUPS)) {
    const members = model.nodes.flatMap((node, at) => (node.group === id && seen[at] ? [seen[at]] : []));
    if (members.length < 3 || label === '') continue;
    // At its employer or school where that is drawn, else in the middle of its people.
    const anchor = model.nodes.findIndex((node) => node.kind === 'organisation' && node.label === label);
    const middle = seen[anchor] ?? {
      x: members.reduce((sum, { x }) => sum + x, 0) / members.length,
      y: members.reduce((sum, { y }) => sum + y, 0) / members.length,
    };
    named.add(anchor);
    const words = `${cut(label)} · ${t('map_groupCount', { count })}`;
    wish(words, middle, 12, { colour: colours.ink, bold: true, size: 14, far: true });
  }
  if (current !== null) {
    name(current, colours.ink, true);
    for (const at of (model.nodes[current]?.neighbours ?? []).slice(0, 14)) name(at, colours.ink);
  }
  for (const at of scene.way) name(at, colours.ink, true);
  model.nodes.forEach(({ id }, at) => {
    if (bridges.has(id)) name(at, colours.ink);
  });
  const inView = [...model.nodes.keys()].filter((at) => seen[at] && inside(seen[at]));
  const largestFirst = inView
    .flatMap((at) => (model.nodes[at]?.kind === 'organisation' ? [{ at, node: model.nodes[at] }] : []))
    .sort((a, b) => b.node.neighbours.length - a.node.neighbours.length || (a.node.id < b.node.id ? -1 : 1));
  for (const { at } of largestFirst.slice(0, MOST_ORGANISATIONS)) name(at, colours.muted);
  const persons = inView.filter((at) => model.nodes[at]?.kind === 'person');
  if (persons.length <= MOST_PERSONS) for (const at of persons) name(at, colours.ink);
  const keptClear = inView.length <= MOST_KEPT_CLEAR ? inView : largestFirst.map(({ at }) => at);
  const taken = keptClear.flatMap((at): Box[] => {
    const [node, place] = [model.nodes[at], seen[at]];
    if (node === undefined || place === undefined) return [];
    const half = radiusOf(node) + (bridges.has(node.id) ? 4 : 0);
    return [{ left: place.x - half, right: place.x + half, top: place.y - half, bottom: place.y + half }];
  });
  const placed = placeLabels(wishes, frame, taken);
  // Lines first: they pass behind the words.
  for (const { wish: at, box } of placed) {
    const label = wishes[at];
    if (label?.far) paintLeader(surface, label, box, colours.muted);
  }
  for (const { wish: at, x, y } of placed) {
    const label = wishes[at];
    if (label) surface.text(label.text, { x, y }, { ...label, halo: colours.card });
  }
}

/** Persons in view up to whom each is named. */
const MOST_PERSONS = 40;
/** With more nodes in view, names keep clear of organisations alone. */
const MOST_KEPT_CLEAR = 1_200;

/** A name with its look. */
interface NameWish extends LabelWish {
  colour: string;
  bold: boolean;
  size: number;
  /** The name of a group or a bridge: it may stand further off, at the end of a line. */
  far: boolean;
}

/** Places further off, in eight directions, for a name that matters in a crowd. */
function around({ x, y }: Point): Point[] {
  return [30, 60, 100].flatMap((far) =>
    Array.from({ length: 8 }, (_, turn) => ({
      x: x + far * Math.cos((turn * Math.PI) / 4),
      y: y + far * Math.sin((turn * Math.PI) / 4),
    })),
  );
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length <= 30 ? text : `${letters.slice(0, 29).join('').trimEnd()}…`;
}
