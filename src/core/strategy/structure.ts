import type { AffiliationGraph, Digest, Structure } from '../model/index.ts';
import {
  type Affiliations,
  bridgesOf,
  communitiesOf,
  componentsOf,
  degreeOf,
  egoMeasures,
  type Graph,
  type Stay,
  subgraph,
} from '../network/index.ts';
import { edgeFact, type KnownTies } from './acquaintances.ts';
import type { Columns } from './columns.ts';
import { bestRows, precise } from './ranking.ts';
import { GRAPH } from './weights.ts';

/** The graph of who could know whom, with the row of each node. */
export interface Acquaintance {
  graph: Graph;
  rows: Int32Array;
  /** Node of each row; -1 for free rows. */
  nodeOf: Int32Array;
  cohort: number;
}

/** How many of those who came next somebody is linked with, in a network of so many contacts. */
export function cohortOf(contacts: number): number {
  return GRAPH.cohorts.find((bound) => contacts <= bound.contacts)?.cohort ?? 1;
}

/** Employers and schools with overlapping years, and the acquaintances among contacts that are known. */
export function acquaintance(
  affiliations: Affiliations,
  columns: Columns,
  { from, to, counts }: Pick<KnownTies, 'from' | 'to' | 'counts'>,
): Acquaintance {
  const rows = new Int32Array(columns.size);
  const nodeOf = new Int32Array(columns.length).fill(-1);
  let node = 0;
  for (let row = 0; row < columns.length; row++) {
    const digest = columns.digests[row];
    if (digest === undefined) continue;
    rows[node] = row;
    nodeOf[row] = node++;
  }
  const cohort = cohortOf(columns.size);
  const sure = { from: from.filter((_, edge) => counts[edge]), to: to.filter((_, edge) => counts[edge]) };
  return { graph: affiliations.graph(rows.length, nodeOf, sure, cohort), rows, nodeOf, cohort };
}

/**
 * Stays at employers and schools. A stay that is current and has no beginning is taken as this year; one of which
 * only one year is known, as that year; one without any year says where, not when.
 */
export function staysOf({ steps, schools, employer }: Digest, year: number): Stay[] {
  const stays: Stay[] = [];
  const add = (name: string | undefined, from: number | undefined, to: number | null | undefined) => {
    if (name === undefined || name === '') return;
    const end = to === null ? year : (to ?? from);
    const start = from ?? end;
    if (start === undefined || end === undefined || end < start) stays.push({ name, from: null, to: 0 });
    else stays.push({ name, from: start, to: end });
  };
  for (const { company, from, to } of steps ?? []) add(company, from, to);
  for (const { name, from, to } of schools ?? []) add(name, from, to);
  if (steps === undefined || steps.length === 0) add(employer, undefined, null);
  return stays;
}

/** Measures of the graph; `groups` are those of the drawn part. */
export function structure(
  { graph, rows, cohort }: Acquaintance,
  affiliations: Affiliations,
  groups: Structure['groups'],
  columns: Columns,
): Structure {
  const { sizes } = componentsOf(graph);
  const ego = egoMeasures(graph);
  const facts: Structure['facts'] = [{ key: 'factStructureEstimated' }];
  if (ego !== null)
    facts.push({
      key: 'factEffectiveSize',
      values: { count: Math.round(ego.effectiveSize), of: rows.length },
    });
  if (graph.size === 0 && rows.length > 1) facts.push({ key: 'factStructureNoTies' });
  if (affiliations.exceeds(cohort)) facts.push({ key: 'factStructureCohort', values: { count: cohort } });
  const bridges = bridgesOf(graph)
    .filter(({ cutOff }) => cutOff >= 2)
    .map(({ node, cutOff }) => ({ contactId: columns.id(rows[node] as number), cutOff }))
    .sort((a, b) => b.cutOff - a.cutOff || (a.contactId < b.contactId ? -1 : 1))
    .slice(0, 20);
  return {
    estimated: true,
    persons: rows.length,
    organisations: affiliations.size,
    edges: graph.size,
    components: sizes.length,
    isolated: sizes.filter((size) => size === 1).length,
    effectiveSize: ego === null ? null : precise(ego.effectiveSize),
    efficiency: ego === null ? null : precise(ego.efficiency),
    constraint: ego === null ? null : precise(ego.constraint),
    hierarchy: ego === null ? null : precise(ego.hierarchy),
    bridges: bridges.map(({ contactId, cutOff }) => ({
      contactId,
      facts: [{ key: 'factBridge', values: { count: cutOff } }],
    })),
    groups,
    facts,
  };
}

/** The drawn part: its rows in the order of their ids, and the groups among them. */
export interface Drawn {
  rows: number[];
  groups: Structure['groups'];
  /** Group of each row that is in one. */
  groupOf: Map<number, string>;
}

/**
 * The contacts that are drawn (those with the most use, or all when there are few) and their groups: at least three
 * people who hang together, the largest first, at most 30, named after the organisation that most of them share.
 */
export function drawnPart(acquainted: Acquaintance, affiliations: Affiliations, columns: Columns): Drawn {
  const rows =
    acquainted.rows.length <= GRAPH.drawn
      ? [...acquainted.rows]
      : bestRows(
          columns.held(),
          GRAPH.drawn,
          (row) => Math.max(columns.bestFit(row), (columns.hub[row] ?? 0) / 2),
          (row) => columns.id(row),
        );
  rows.sort((a, b) => (columns.id(a) < columns.id(b) ? -1 : 1));
  const part = subgraph(
    acquainted.graph,
    rows.map((row) => acquainted.nodeOf[row] as number),
  );
  const communities = communitiesOf(part);
  const members = new Map<number, number[]>();
  rows.forEach((row, place) => {
    const list = members.get(communities[place] as number);
    if (list === undefined) members.set(communities[place] as number, [row]);
    else list.push(row);
  });
  const largest = [...members.values()]
    .filter((list) => list.length >= 3)
    .sort((a, b) => b.length - a.length || (columns.id(a[0] ?? 0) < columns.id(b[0] ?? 0) ? -1 : 1))
    .slice(0, 30);
  const labels = labelsOf(largest, affiliations, columns.length);
  const groupOf = new Map<number, string>();
  const groups = largest.map((list, at) => {
    const ids = list.map((row) => columns.id(row));
    const id = `group:${ids[0]}`;
    for (const row of list) groupOf.set(row, id);
    return { id, label: labels[at] ?? '', contactIds: ids.slice(0, 200), count: ids.length };
  });
  return { rows, groups, groupOf };
}

/** The organisation that most members of each group share; at the same number the first by name. */
function labelsOf(groups: readonly number[][], affiliations: Affiliations, rows: number): string[] {
  const groupOf = new Int16Array(rows).fill(-1);
  groups.forEach((list, group) => {
    for (const row of list) groupOf[row] = group;
  });
  const best = groups.map(() => ({ name: '', count: 0 }));
  const counts = new Int32Array(groups.length);
  /** The organisation at which a row was counted last: nobody counts twice for one. */
  const counted = new Int32Array(rows).fill(-1);
  let number = 0;
  for (const { name, persons } of affiliations.members()) {
    const met: number[] = [];
    for (const row of persons) {
      const group = groupOf[row] as number;
      if (group < 0 || counted[row] === number) continue;
      counted[row] = number;
      if (counts[group] === 0) met.push(group);
      counts[group] = (counts[group] as number) + 1;
    }
    for (const group of met) {
      const count = counts[group] as number;
      counts[group] = 0;
      const found = best[group];
      if (found !== undefined && (count > found.count || (count === found.count && name < found.name)))
        Object.assign(found, { name, count });
    }
    number += 1;
  }
  return best.map(({ name }) => name);
}

/** The graph as it is drawn: the user, the chosen persons, and the organisations that at least two of them share. */
export function drawing(
  { graph, nodeOf, rows }: Acquaintance,
  affiliations: Affiliations,
  drawn: Drawn,
  columns: Columns,
  known: KnownTies,
  me: string,
): AffiliationGraph {
  const chosen = new Set(drawn.rows);
  const result: AffiliationGraph = {
    estimated: true,
    nodes: [{ id: 'me', kind: 'me', label: me, group: null }],
    edges: [],
    leftOut: rows.length - drawn.rows.length,
  };
  for (const row of drawn.rows) {
    const digest = columns.digests[row];
    if (digest === undefined) continue;
    result.nodes.push({
      id: digest.id,
      kind: 'person',
      label: digest.name,
      group: drawn.groupOf.get(row) ?? null,
    });
    if (digest.tie !== undefined || digest.degree === 1)
      result.edges.push({
        from: 'me',
        to: digest.id,
        kind: 'knows',
        weight: (columns.access[row] ?? 0) / 100,
      });
    for (let at = known.graph.offsets[row] as number; at < (known.graph.offsets[row + 1] as number); at++) {
      const other = known.graph.targets[at] as number;
      const edge = known.graph.edges[at] as number;
      // Each edge once, from the end at which it was noted.
      if (edge < 0 || !chosen.has(other)) continue;
      const fact = edgeFact(columns, known, edge);
      result.edges.push({
        from: digest.id,
        to: columns.id(other),
        kind: fact.key === 'factKnows_introduced' ? 'introduction' : 'knows',
        weight: known.graph.weights[at] as number,
        fact,
      });
    }
  }
  const present = new Set(result.nodes.map(({ id }) => id));
  result.edges = result.edges.filter(({ from, to }) => present.has(from) && present.has(to));
  for (const { key, name, persons } of affiliations.members()) {
    const shown = [...new Set(persons)].filter((row) => chosen.has(row));
    if (shown.length < 2) continue;
    result.nodes.push({ id: `org:${key}`, kind: 'organisation', label: name, group: null });
    for (const row of shown)
      result.edges.push({
        from: columns.id(row),
        to: `org:${key}`,
        kind: 'affiliation',
        weight: degreeOf(graph, nodeOf[row] as number) > 0 ? 1 : 0.5,
      });
  }
  return result;
}
