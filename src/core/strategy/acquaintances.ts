import type { AcquaintanceAnalysis, AcquaintancePath, Digest, Fact } from '../model/index.ts';
import { certaintyOfEvidence } from '../network/certainty.ts';
import { type Evidence, INTRODUCED, readEvidence } from '../network/evidence.ts';
import {
  brokeredPairs,
  degreeOf,
  egoMeasures,
  subgraph,
  type TracedGraph,
  tracedGraphOf,
  type Way,
  waysTo,
} from '../network/index.ts';
import { accessOf, Columns, isTied, REACHES } from './columns.ts';
import { bestRows, precise } from './ranking.ts';
import type { Viewpoint } from './viewpoint.ts';
import {
  ACQUAINTANCE,
  BROKERS,
  GOAL_WEIGHT_MOST,
  HORIZON,
  REAL_TIES_FROM,
  SUPERSPREADER,
} from './weights.ts';

/** Who knows whom among the contacts: a node is a row, an edge weighs how sure and how fresh the acquaintance is. */
export interface KnownTies {
  graph: TracedGraph;
  /** Ends of each edge as it was noted, and what shows it, as a number of `evidence`. */
  from: Int32Array;
  to: Int32Array;
  code: Int32Array;
  /** 1: sure enough to be counted as knowing each other, however long ago it was seen. */
  counts: Uint8Array;
  evidence: readonly Evidence[];
}

/** Edges that are compared between two pauses. */
const EDGES_AT_ONCE = 500_000;
/** Rows whose ties are gathered between two pauses. */
const SLICE = 2_000;

/**
 * All acquaintances that pages and the user name, whichever of the two the page was about; of several sources of one
 * tie the best. `today` in days since 1970-01-01.
 */
export function* knownTies(columns: Columns, today: number): Generator<void, KnownTies, void> {
  let size = 0;
  for (const { knows = [], introduced = [] } of present(columns)) size += knows.length + introduced.length;
  const from = new Int32Array(size);
  const to = new Int32Array(size);
  const code = new Int32Array(size);
  const counts = new Uint8Array(size);
  const weight = new Float64Array(size);
  const numbers = new Map<string, number>();
  const evidence: Evidence[] = [];
  const sure: number[] = [];
  const freshness: number[] = [];
  const numberOf = (text: string): number => {
    let number = numbers.get(text);
    if (number === undefined) {
      number = evidence.length;
      numbers.set(text, number);
      const read = readEvidence(text);
      evidence.push(read);
      sure.push(certaintyOfEvidence(read));
      freshness.push(freshnessOf(read.day, today));
    }
    return number;
  };
  let edges = 0;
  const enter = (row: number, id: string, text: string) => {
    const other = columns.rows.get(id);
    if (other === undefined || other === row) return;
    const number = numberOf(text);
    from[edges] = row;
    to[edges] = other;
    code[edges] = number;
    counts[edges] = Number((sure[number] as number) >= ACQUAINTANCE.countsFrom);
    weight[edges] = (sure[number] as number) * (freshness[number] as number);
    edges += 1;
  };
  for (let row = 0; row < columns.length; row++) {
    if (row % SLICE === SLICE - 1) yield;
    const digest = columns.digests[row];
    if (digest === undefined) continue;
    const { knows = [], knowsBy, introduced = [] } = digest;
    knows.forEach((id, at) => {
      enter(row, id, knowsBy?.[at] ?? '');
    });
    for (const id of introduced) enter(row, id, INTRODUCED);
  }
  yield;
  // Of equally good sources the same one is told, whoever was saved first.
  const order = [...numbers.keys()].sort();
  const rank = evidence.map(() => 0);
  order.forEach((text, at) => {
    rank[numbers.get(text) as number] = at;
  });
  for (let edge = 0; edge < edges; edge++) {
    const number = code[edge] as number;
    const sided = evidence[number]?.relation === 'follows' || evidence[number]?.relation === 'introduced';
    const backward = sided && columns.id(from[edge] as number) > columns.id(to[edge] as number);
    weight[edge] = (weight[edge] as number) * (1 - 1e-9 * (rank[number] as number) - (backward ? 1e-12 : 0));
  }
  const ends = from.subarray(0, edges);
  yield;
  const graph = tracedGraphOf(columns.length, ends, to, weight);
  yield;
  return { graph, from: ends, to: to.subarray(0, edges), code, counts, evidence };
}

function* present({ digests }: Columns): Generator<Digest, void, void> {
  for (const digest of digests) if (digest !== undefined) yield digest;
}

const DAYS_OF_YEAR = 365.25;

/** What is left of an acquaintance that was last seen on a day, `ACQUAINTANCE.fresh.least` to 1; never dated ones stay. */
export function freshnessOf(day: number | undefined, today: number): number {
  if (day === undefined) return 1;
  const { years, until, least } = ACQUAINTANCE.fresh;
  const age = (today - day) / DAYS_OF_YEAR;
  return 1 - (1 - least) * Math.min(1, Math.max(0, (age - years) / (until - years)));
}

/** Contacts whom somebody knows surely enough to be counted. */
export function acquaintancesOf({ graph, counts }: KnownTies, row: number): number[] {
  const found: number[] = [];
  for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
    const edge = graph.edges[at] as number;
    if (counts[edge < 0 ? ~edge : edge] === 1) found.push(graph.targets[at] as number);
  }
  return found;
}

interface PathOptions {
  most?: number;
  /** Whom to ask: rows; absent: everybody whom the user knows. */
  through?: (row: number) => boolean;
}

/** The ways to the contact of a row, the best first. */
export function pathsTo(
  columns: Columns,
  known: KnownTies,
  row: number,
  { most = ACQUAINTANCE.ways, through = () => true }: PathOptions = {},
): AcquaintancePath[] {
  if (row >= known.graph.order) return [];
  return waysTo(known.graph, row, {
    access: (node) =>
      columns.tied[node] === 1 && through(node) ? (columns.access[node] as number) / 100 : 0,
    further: ACQUAINTANCE.further,
    most,
    idOf: (node) => columns.id(node),
  }).map((way) => pathOf(columns, known, way, row));
}

function pathOf(columns: Columns, known: KnownTies, way: Way, target: number): AcquaintancePath {
  const [first = target] = way.through;
  return {
    targetId: columns.id(target),
    through: way.through.map((node) => columns.id(node)),
    value: precise(way.value),
    facts: [howWell(columns.digests[first]), ...way.edges.map((edge) => edgeFact(columns, known, edge))],
  };
}

/** How well the user knows somebody, in a sentence. */
function howWell(digest: Digest | undefined): Fact {
  const { strength, label } = digest?.tie ?? {};
  const values = { contact: digest?.id ?? '' };
  if (strength === 'strong' || label === 'personal') return { key: 'factYouKnow_well', values };
  return {
    key: strength === 'moderate' || label === 'dayToDay' ? 'factYouKnow_some' : 'factYouKnow_little',
    values,
  };
}

/** How two contacts know each other, told from the one at whose end the edge is seen. */
export function edgeFact(columns: Columns, known: KnownTies, edge: number): Fact {
  const at = edge < 0 ? ~edge : edge;
  const noted: [number, number] = [known.from[at] as number, known.to[at] as number];
  const evidence = known.evidence[known.code[at] as number];
  const relation = evidence?.relation ?? 'said';
  // Who follows and who introduced is no matter of where one comes from.
  const turned = edge < 0 && relation !== 'follows' && relation !== 'introduced';
  const [one, other] = turned ? [noted[1], noted[0]] : noted;
  const values = { contact: columns.id(one), other: columns.id(other) };
  if (relation === 'said') return { key: 'factPathKnows', values };
  if (relation === 'introduced') return { key: 'factKnows_introduced', values };
  return {
    key: evidence?.byName ? `factKnowsByName_${relation}` : `factKnows_${relation}`,
    values: { ...values, site: evidence?.site ?? '', day: dayText(evidence?.day) },
  };
}

function dayText(day: number | undefined): string {
  return day === undefined ? '' : new Date(day * 86_400_000).toISOString().slice(0, 10);
}

const MERELY_KNOWN = REACHES.indexOf('connected');

/** Is somebody wanted only as far as a way to them helps: no tie to them, or none but a connection? */
export function outOfReach(columns: Columns, row: number): boolean {
  return columns.tied[row] === 0 || columns.reach[row] === MERELY_KNOWN;
}

/** Whom to ask for somebody: known at all, and better than the one who is asked for, who may be known too. */
export function leadsTo(columns: Columns, helper: number, other: number): boolean {
  return columns.tied[helper] === 1 && (columns.tied[other] === 0 || columns.reach[helper] !== MERELY_KNOWN);
}

/** What the acquaintances among the contacts say of the whole network. `doors` is found apart (`doors.ts`). */
export function* acquaintanceAnalysis(
  columns: Columns,
  view: Viewpoint,
  known: KnownTies,
  doors: AcquaintanceAnalysis['doors'],
): Generator<void, AcquaintanceAnalysis, void> {
  const { graph } = known;
  const nodes: number[] = [];
  for (let row = 0; row < graph.order; row++) if (degreeOf(graph, row) > 0) nodes.push(row);
  const enough =
    nodes.length >= REAL_TIES_FROM.persons && nodes.length >= columns.size * REAL_TIES_FROM.ofAll;
  const ego = enough ? egoMeasures(subgraph(graph, nodes)) : null;
  yield;
  const between = enough ? yield* brokers(columns, known, nodes) : [];
  yield;
  const spread = superspreaders(columns, known, nodes);
  yield;
  return {
    persons: nodes.length,
    ties: graph.size,
    enough,
    effectiveSize: ego === null ? null : precise(ego.effectiveSize),
    efficiency: ego === null ? null : precise(ego.efficiency),
    constraint: ego === null ? null : precise(ego.constraint),
    brokers: between,
    superspreaders: spread,
    doors,
    wanted: wanted(columns, view, known),
    facts: factsOf(nodes.length, graph.size, enough),
  };
}

function factsOf(persons: number, ties: number, enough: boolean): Fact[] {
  if (ties === 0) return [{ key: 'factAcquaintancesNone' }];
  const facts: Fact[] = [{ key: 'factAcquaintances', values: { count: ties, persons } }];
  if (!enough) facts.push({ key: 'factAcquaintancesFew' });
  return facts;
}

function* brokers(
  columns: Columns,
  { graph }: KnownTies,
  nodes: readonly number[],
): Generator<void, AcquaintanceAnalysis['brokers'], void> {
  const pairs = yield* brokeredPairs(graph, EDGES_AT_ONCE);
  return bestRows(
    nodes.filter((row) => (pairs[row] as number) >= BROKERS.pairs),
    BROKERS.most,
    (row) => pairs[row] as number,
    (row) => columns.id(row),
  ).map((row) => ({
    contactId: columns.id(row),
    facts: [{ key: 'factBroker', values: { count: pairs[row] as number } }],
  }));
}

function superspreaders(
  columns: Columns,
  known: KnownTies,
  nodes: readonly number[],
): AcquaintanceAnalysis['superspreaders'] {
  const found: { row: number; count: number; employers: number }[] = [];
  for (const row of nodes) {
    if (columns.isHub[row] !== 1 || degreeOf(known.graph, row) < SUPERSPREADER.knows) continue;
    const others = acquaintancesOf(known, row);
    const employers = new Set<number>();
    for (const other of others) {
      const employer = columns.employer[other] as number;
      if (employer >= 0) employers.add(employer);
    }
    if (others.length >= SUPERSPREADER.knows && employers.size >= SUPERSPREADER.employers)
      found.push({ row, count: others.length, employers: employers.size });
  }
  return found
    .sort((a, b) => b.count - a.count || (columns.id(a.row) < columns.id(b.row) ? -1 : 1))
    .map(({ row, count, employers }) => ({
      contactId: columns.id(row),
      facts: [{ key: 'factSuperspreader', values: { count, employers } }],
    }));
}

/** Wanted people of a goal who are tried for a way, the best fits first. */
const TRIED = 60;

/** The best fits out of reach to whom there is a way, over all goals. */
function wanted(columns: Columns, view: Viewpoint, known: KnownTies): AcquaintanceAnalysis['wanted'] {
  const found = new Map<string, { goalId: string; value: number; path: AcquaintancePath }>();
  view.aims.forEach(({ goal: { id: goalId, weight, horizon } }, goal) => {
    const fits = columns.fit[goal] as Int8Array;
    const serves = columns.serves[goal] as Uint8Array;
    const rows: number[] = [];
    for (let row = 0; row < Math.min(columns.length, known.graph.order); row++)
      if (serves[row] === 1 && outOfReach(columns, row) && degreeOf(known.graph, row) > 0) rows.push(row);
    const tried = bestRows(
      rows,
      TRIED,
      (row) => fits[row] as number,
      (row) => columns.id(row),
    );
    for (const row of tried) {
      const value = (((fits[row] as number) * weight) / GOAL_WEIGHT_MOST) * HORIZON[horizon];
      const before = found.get(columns.id(row));
      if (before !== undefined && before.value >= value) continue;
      const [path] = pathsTo(columns, known, row, {
        most: 1,
        through: (helper) => leadsTo(columns, helper, row),
      });
      if (path !== undefined) found.set(path.targetId, { goalId, value, path });
    }
  });
  return [...found.values()]
    .sort((a, b) => b.value - a.value || (a.path.targetId < b.path.targetId ? -1 : 1))
    .slice(0, ACQUAINTANCE.wanted)
    .map(({ goalId, path }) => ({ goalId, path }));
}

/** What is known of whom somebody knows, among a few people: the ways to them, and who is next to them. */
export interface WaysAmong {
  paths: AcquaintancePath[];
  /** Those who know the person, the surest first, each with what shows it. */
  acquaintances: { contactId: string; fact: Fact }[];
  /** Does the user know the person, and how well? */
  own: Fact | null;
}

/**
 * The same for one person among few: their digest, those of their acquaintances, and of these ones' acquaintances where
 * nobody leads to them alone. Nothing else of the network is needed.
 */
export function waysAmong(people: readonly Digest[], id: string, view: Viewpoint): WaysAmong {
  const columns = new Columns(0);
  for (const digest of people) columns.put(digest, view);
  const row = columns.rows.get(id);
  if (row === undefined) return { paths: [], acquaintances: [], own: null };
  const known = drained(knownTies(columns, view.today));
  const { offsets, targets, edges, weights } = known.graph;
  const places = Array.from(
    { length: (offsets[row + 1] as number) - (offsets[row] as number) },
    (_, at) => (offsets[row] as number) + at,
  );
  const next = bestRows(
    places,
    places.length,
    (at) => weights[at] as number,
    (at) => columns.id(targets[at] as number),
  );
  return {
    paths: pathsTo(columns, known, row),
    acquaintances: next.map((at) => ({
      contactId: columns.id(targets[at] as number),
      fact: edgeFact(columns, known, edges[at] as number),
    })),
    own: columns.tied[row] === 1 ? howWell(columns.digests[row]) : null,
  };
}

/** Whom of some contacts to ask about somebody who is not saved: the closest first, with how well the user knows them. */
export function closestOf(people: readonly Digest[]): { contactId: string; facts: Fact[] }[] {
  return people
    .toSorted(
      (a, b) => Number(isTied(b)) - Number(isTied(a)) || accessOf(b) - accessOf(a) || (a.id < b.id ? -1 : 1),
    )
    .map((digest) => ({ contactId: digest.id, facts: [howWell(digest)] }));
}

function drained<T>(work: Generator<void, T, void>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
