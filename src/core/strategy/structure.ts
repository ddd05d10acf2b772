import type { AffiliationGraph, Digest, Structure } from '../model/index.ts';
import {
  affiliationGraph,
  at,
  bridgesOf,
  communitiesOf,
  componentsOf,
  degreeOf,
  egoMeasures,
  type Graph,
  type Membership,
  subgraph,
} from '../network/index.ts';
import type { Columns } from './columns.ts';
import { bestRows } from './ranking.ts';
import type { Viewpoint } from './viewpoint.ts';
import { GRAPH } from './weights.ts';

/** The affiliation graph of all contacts with what is needed to describe and draw it. */
export interface Affiliations {
  graph: Graph;
  /** Row of each node. */
  rows: number[];
  cohort: number;
  organisations: { key: string; name: string; members: number[] }[];
}

/** Builds the graph from the digests: employers and schools with years, introductions, and ties that are known. */
export function affiliations(columns: Columns, { keyOf, year }: Viewpoint): Affiliations {
  const rows: number[] = [];
  const nodeOf = new Map<string, number>();
  columns.digests.forEach((digest, row) => {
    if (digest === undefined) return;
    nodeOf.set(digest.id, rows.length);
    rows.push(row);
  });
  const organisations: Affiliations['organisations'] = [];
  const numbers = new Map<string, number>();
  const memberships: Membership[] = [];
  const acquainted: [number, number][] = [];
  rows.forEach((row, person) => {
    const digest = columns.digests[row] as Digest;
    for (const { name, from, to } of spells(digest, year)) {
      const key = keyOf(name);
      if (key === '') continue;
      let number = numbers.get(key);
      if (number === undefined) {
        number = organisations.length;
        numbers.set(key, number);
        organisations.push({ key, name, members: [] });
      }
      const members = organisations[number]?.members;
      if (members?.[members.length - 1] !== person) members?.push(person);
      if (from !== null) memberships.push({ person, organisation: number, from, to });
    }
    for (const other of [...(digest.introduced ?? []), ...(digest.knows ?? [])]) {
      const node = nodeOf.get(other);
      if (node !== undefined) acquainted.push([person, node]);
    }
  });
  const { graph, cohort } = affiliationGraph(rows.length, memberships, acquainted, GRAPH);
  return { graph, rows, cohort, organisations };
}

/**
 * Stays at employers and schools. A stay that is current and has no beginning is taken as this year; one of which
 * only one year is known, as that year; one without any year says where, not when.
 */
function spells(
  { steps, schools, employer }: Digest,
  year: number,
): { name: string; from: number | null; to: number }[] {
  const found: { name: string; from: number | null; to: number }[] = [];
  const add = (name: string | undefined, from: number | undefined, to: number | null | undefined) => {
    if (name === undefined || name === '') return;
    const end = to === null ? year : (to ?? from);
    const start = from ?? end;
    if (start === undefined || end === undefined || end < start) found.push({ name, from: null, to: 0 });
    else found.push({ name, from: start, to: end });
  };
  for (const { company, from, to } of steps ?? []) add(company, from, to);
  for (const { name, from, to } of schools ?? []) add(name, from, to);
  if ((steps ?? []).length === 0) add(employer, undefined, null);
  return found;
}

/** Measures of the affiliation graph; `groups` are those of the drawn part. */
export function structure(
  affiliated: Affiliations,
  groups: Structure['groups'],
  columns: Columns,
): Structure {
  const { graph, rows, cohort, organisations } = affiliated;
  const { sizes } = componentsOf(graph);
  const ego = egoMeasures(graph);
  const facts: Structure['facts'] = [{ key: 'factStructureEstimated' }];
  if (ego !== null)
    facts.push({
      key: 'factEffectiveSize',
      values: { count: Math.round(ego.effectiveSize), of: rows.length },
    });
  if (graph.size === 0 && rows.length > 1) facts.push({ key: 'factStructureNoTies' });
  if (cohort < GRAPH.cohort || organisations.some(({ members }) => members.length > GRAPH.cohort + 1))
    facts.push({ key: 'factStructureCohort', values: { count: cohort } });
  return {
    estimated: true,
    persons: rows.length,
    organisations: organisations.length,
    edges: graph.size,
    components: sizes.length,
    isolated: sizes.filter((size) => size === 1).length,
    effectiveSize: ego === null ? null : precise(ego.effectiveSize),
    efficiency: ego === null ? null : precise(ego.efficiency),
    constraint: ego === null ? null : precise(ego.constraint),
    hierarchy: ego === null ? null : precise(ego.hierarchy),
    bridges: bridgesOf(graph)
      .filter(({ cutOff }) => cutOff >= 2)
      .slice(0, 20)
      .map(({ node, cutOff }) => ({
        contactId: columns.id(rows[node] ?? 0),
        facts: [{ key: 'factBridge', values: { count: cutOff } }],
      })),
    groups,
    facts,
  };
}

/** Six digits, as the oracle values have. */
function precise(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** The nodes that are drawn: those with the most use, or all when there are few. */
export function drawnNodes({ rows }: Affiliations, columns: Columns): number[] {
  if (rows.length <= GRAPH.drawn) return rows.map((_, node) => node);
  const nodeOf = new Map(rows.map((row, node) => [row, node]));
  return bestRows(
    columns.length,
    GRAPH.drawn,
    (row) =>
      columns.digests[row] === undefined ? null : Math.max(columns.bestFit(row), (columns.hub[row] ?? 0) / 2),
    (row) => columns.id(row),
  )
    .map((row) => nodeOf.get(row) ?? 0)
    .sort((a, b) => a - b);
}

/**
 * Groups of at least three people who hang together, the largest first, at most 30, named after the organisation
 * that most of them share. Answers the group of each drawn node beside them.
 */
export function groupsOf(
  affiliated: Affiliations,
  nodes: readonly number[],
  columns: Columns,
): { groups: Structure['groups']; of: Map<number, string> } {
  const part = subgraph(affiliated.graph, nodes);
  const communities = communitiesOf(part);
  const members = new Map<number, number[]>();
  nodes.forEach((node, place) => {
    const community = at(communities, place);
    const list = members.get(community);
    if (list === undefined) members.set(community, [node]);
    else list.push(node);
  });
  const named = organisationsByNode(affiliated);
  const groups = [...members.values()]
    .filter((list) => list.length >= 3)
    .map((list) => ({ list, ids: list.map((node) => columns.id(affiliated.rows[node] ?? 0)).sort() }))
    .sort((a, b) => b.list.length - a.list.length || ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1))
    .slice(0, 30)
    .map(({ list, ids }) => ({ list, ids, label: commonest(list, named, affiliated) }));
  const of = new Map<number, string>();
  const shown = groups.map(({ list, ids, label }) => {
    const id = `group:${ids[0]}`;
    for (const node of list) of.set(node, id);
    return { id, label, contactIds: ids.slice(0, 200), count: ids.length };
  });
  return { groups: shown, of };
}

function organisationsByNode({ organisations, rows }: Affiliations): number[][] {
  const byNode: number[][] = rows.map(() => []);
  organisations.forEach(({ members }, number) => {
    for (const node of members) byNode[node]?.push(number);
  });
  return byNode;
}

function commonest(
  nodes: readonly number[],
  named: readonly number[][],
  { organisations }: Affiliations,
): string {
  const counts = new Map<number, number>();
  for (const node of nodes)
    for (const number of new Set(named[node])) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best = '';
  let most = 0;
  for (const [number, count] of counts) {
    const name = organisations[number]?.name ?? '';
    if (count > most || (count === most && name < best)) [best, most] = [name, count];
  }
  return best;
}

/** The graph as it is drawn: the user, the chosen persons, and the organisations that at least two of them share. */
export function drawing(
  affiliated: Affiliations,
  nodes: readonly number[],
  groupOf: ReadonlyMap<number, string>,
  columns: Columns,
  me: string,
): AffiliationGraph {
  const { graph, rows, organisations } = affiliated;
  const drawn = new Set(nodes);
  const result: AffiliationGraph = {
    estimated: true,
    nodes: [{ id: 'me', kind: 'me', label: me, group: null }],
    edges: [],
    leftOut: rows.length - nodes.length,
  };
  for (const node of nodes) {
    const digest = columns.digests[rows[node] ?? 0];
    if (digest === undefined) continue;
    result.nodes.push({
      id: digest.id,
      kind: 'person',
      label: digest.name,
      group: groupOf.get(node) ?? null,
    });
    if (digest.tie !== undefined || digest.degree === 1)
      result.edges.push({
        from: 'me',
        to: digest.id,
        kind: 'knows',
        weight: (columns.lasting[rows[node] ?? 0] ?? 0) / 100,
      });
    for (const [kind, ids] of [
      ['introduction', digest.introduced],
      ['knows', digest.knows],
    ] as const)
      for (const to of ids ?? []) {
        const row = columns.rows.get(to);
        if (row !== undefined && columns.digests[row] !== undefined)
          result.edges.push({ from: digest.id, to, kind, weight: 1 });
      }
  }
  const present = new Set(result.nodes.map(({ id }) => id));
  result.edges = result.edges.filter(({ from, to }) => present.has(from) && present.has(to));
  for (const { key, name, members } of organisations) {
    const shown = members.filter((node) => drawn.has(node));
    if (shown.length < 2) continue;
    result.nodes.push({ id: `org:${key}`, kind: 'organisation', label: name, group: null });
    for (const node of shown)
      result.edges.push({
        from: columns.id(rows[node] ?? 0),
        to: `org:${key}`,
        kind: 'affiliation',
        weight: degreeOf(graph, node) > 0 ? 1 : 0.5,
      });
  }
  return result;
}
