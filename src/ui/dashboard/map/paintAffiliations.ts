import { LAYERS, type Layer } from '../../../core/model/index.ts';
import type { Colours } from '../../charts/colours.ts';
import { type LabelWish, placeLabels } from '../../charts/labels.ts';
import { layerMark } from '../../charts/marks.ts';
import type { Surface } from '../../charts/surface.ts';
import { type Box, type Point, type Size, toScreen, type Viewport } from '../../charts/viewport.ts';
import { t } from '../../text.ts';
import type { AffiliationModel } from './affiliationModel.ts';

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

function paintEdges(
  surface: Surface,
  { model, colours }: AffiliationScene,
  seen: readonly Point[],
  current: number | null,
): void {
  const draw = (mine: boolean) =>
    surface.shape(
      (pen) => {
        for (const [from, to] of model.edges) {
          if ((from === current || to === current) !== mine) continue;
          const [a, b] = [seen[from], seen[to]];
          if (a === undefined || b === undefined) continue;
          pen.moveTo(a.x, a.y);
          pen.lineTo(b.x, b.y);
        }
      },
      mine ? { stroke: colours.ink, width: 1.25 } : { stroke: colours.muted, width: 0.75, opacity: 0.35 },
    );
  draw(false);
  if (current !== null) draw(true);
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
  const wishes: (LabelWish & { bold: boolean; colour: string; size: number })[] = [];
  const wish = (text: string, at: Point, clear: number, size: number, bold: boolean, colour: string) => {
    if (inside(at))
      wishes.push({
        text,
        ...at,
        clear,
        size,
        bold,
        colour,
        width: surface.widthOf(text, { size, bold }),
        height: size + 3,
      });
  };
  if (current !== null) {
    for (const at of [current, ...(model.nodes[current]?.neighbours ?? []).slice(0, 14)]) {
      const [node, place] = [model.nodes[at], seen[at]];
      if (node && place) wish(cut(node.label), place, dot + 4, 12, at === current, colours.ink);
    }
  }
  const named = new Set<string>();
  for (const { id, label, count } of model.groups.slice(0, MOST_GROUPS)) {
    const members = model.nodes.flatMap((node, at) => (node.group === id && seen[at] ? [seen[at]] : []));
    if (members.length < 3 || label === '') continue;
    // At its employer or school where that is drawn, else in the middle of its people.
    const anchor = model.nodes.findIndex((node) => node.kind === 'organisation' && node.label === label);
    const middle = seen[anchor] ?? {
      x: members.reduce((sum, { x }) => sum + x, 0) / members.length,
      y: members.reduce((sum, { y }) => sum + y, 0) / members.length,
    };
    named.add(label);
    wish(`${cut(label)} · ${t('map_groupCount', { count })}`, middle, 14, 14, true, colours.ink);
  }
  model.nodes.forEach(({ id, label }, at) => {
    const place = seen[at];
    if (place && bridges.has(id)) wish(cut(label), place, dot + 4, 12, false, colours.ink);
  });
  model.nodes
    .map((node, at) => ({ node, place: seen[at] }))
    .filter(
      ({ node, place }) => node.kind === 'organisation' && place && inside(place) && !named.has(node.label),
    )
    .sort((a, b) => b.node.neighbours.length - a.node.neighbours.length || (a.node.id < b.node.id ? -1 : 1))
    .slice(0, MOST_ORGANISATIONS)
    .forEach(({ node, place }) => {
      if (place)
        wish(
          cut(node.label),
          place,
          organisationRadius(node.neighbours.length) * grown,
          12,
          false,
          colours.muted,
        );
    });
  const persons = model.nodes.flatMap((node, at) => {
    const place = seen[at];
    return node.kind === 'person' && place && inside(place) ? [{ node, place }] : [];
  });
  if (persons.length <= 40)
    for (const { node, place } of persons)
      if (!bridges.has(node.id)) wish(cut(node.label), place, dot, 12, false, colours.ink);
  const taken: Box[] =
    persons.length <= 150
      ? persons.map(({ place: { x, y } }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }))
      : [];
  for (const { wish: at, x, y } of placeLabels(wishes, frame, taken)) {
    const { text, size, bold, colour } = wishes[at] as (typeof wishes)[number];
    surface.text(text, { x, y }, { colour, size, bold, halo: colours.card });
  }
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length <= 30 ? text : `${letters.slice(0, 29).join('').trimEnd()}…`;
}
