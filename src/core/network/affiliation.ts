import { type Graph, graphOf } from './graph.ts';

/** A stay at an organisation. Years are whole and both included; `from: null`: it is not known when. */
export interface Stay {
  name: string;
  from: number | null;
  to: number;
}

interface Organisation {
  key: string;
  name: string;
  /** Stays of members, in no order; a person may have several. */
  persons: number[];
  from: (number | null)[];
  to: number[];
  /** Pairs of persons with weights, worked out for a cohort; `null` when members have changed since. */
  ties: { cohort: number; pairs: Int32Array; weights: Float32Array } | null;
}

export interface AffiliationOptions {
  /** A name's key for comparison. */
  keyOf(name: string): string;
  /** What tells persons of the same year apart, so that it does not matter who was entered first. */
  idOf(person: number): string;
  /** Years together from which a tie has its full weight. */
  fullYears: number;
}

const NOBODY = { cohort: 0, pairs: new Int32Array(0), weights: new Float32Array(0) };

/**
 * Who was where and when: organisations with their members, kept up to date person by person (persons are numbers
 * of the caller). Two persons could know each other when their stays at one organisation overlap and they belong to
 * one cohort: each is linked with the `cohort` members who came next. All of it is an estimate by construction.
 */
export class Affiliations {
  private readonly organisations = new Map<string, Organisation>();
  private readonly options: AffiliationOptions;

  constructor(options: AffiliationOptions) {
    this.options = options;
  }

  /** Enters the stays of a person who has none yet. */
  add(person: number, stays: readonly Stay[]): void {
    for (const { name, from, to } of stays) {
      const key = this.options.keyOf(name);
      if (key === '') continue;
      let organisation = this.organisations.get(key);
      if (organisation === undefined) {
        organisation = { key, name, persons: [], from: [], to: [], ties: null };
        this.organisations.set(key, organisation);
      }
      organisation.persons.push(person);
      organisation.from.push(from);
      organisation.to.push(to);
      organisation.ties = null;
    }
  }

  /** Takes the stays out that were entered for a person. */
  remove(person: number, stays: readonly Stay[]): void {
    for (const { name } of stays) {
      const organisation = this.organisations.get(this.options.keyOf(name));
      if (organisation === undefined) continue;
      const { persons, from, to } = organisation;
      for (let i = persons.length - 1; i >= 0; i--)
        if (persons[i] === person) for (const column of [persons, from, to]) column.splice(i, 1);
      organisation.ties = null;
      if (persons.length === 0) this.organisations.delete(organisation.key);
    }
  }

  /** Number of organisations. */
  get size(): number {
    return this.organisations.size;
  }

  /** Organisations with the persons who stayed there; somebody who stayed twice stands there twice. */
  members(): Iterable<{ key: string; name: string; persons: readonly number[] }> {
    return this.organisations.values();
  }

  /** Has some organisation more members than a cohort links with each other? */
  exceeds(cohort: number): boolean {
    for (const { persons } of this.organisations.values()) if (persons.length > cohort + 1) return true;
    return false;
  }

  /** Works out who could have met, in pieces of so many organisations; `graph` does what is left of it. */
  *prepare(cohort: number, pieces: number): Generator<void, void, void> {
    let done = 0;
    for (const organisation of this.organisations.values()) {
      this.tiesOf(organisation, cohort);
      if (++done % pieces === 0) yield;
    }
  }

  /**
   * The graph of `order` nodes, with `nodeOf` the node of each person, and of pairs of persons who are known to know
   * each other (by their persons), with full weight. Weights rise with the years together, above 0 to 1.
   */
  graph(
    order: number,
    nodeOf: ArrayLike<number>,
    acquainted: { from: ArrayLike<number>; to: ArrayLike<number> },
    cohort: number,
  ): Graph {
    const ties = [...this.organisations.values()].map((organisation) => this.tiesOf(organisation, cohort));
    const size = ties.reduce((sum, { weights }) => sum + weights.length, acquainted.from.length);
    const from = new Int32Array(size);
    const to = new Int32Array(size);
    const weight = new Float32Array(size);
    let edge = 0;
    const link = (one: number, other: number, value: number) => {
      from[edge] = nodeOf[one] as number;
      to[edge] = nodeOf[other] as number;
      weight[edge] = value;
      edge += 1;
    };
    for (const { pairs, weights } of ties)
      for (let i = 0; i < weights.length; i++)
        link(pairs[2 * i] as number, pairs[2 * i + 1] as number, weights[i] as number);
    for (let i = 0; i < acquainted.from.length; i++)
      link(acquainted.from[i] as number, acquainted.to[i] as number, 1);
    return graphOf(order, from, to, weight);
  }

  private tiesOf(organisation: Organisation, cohort: number): NonNullable<Organisation['ties']> {
    if (organisation.ties?.cohort === cohort) return organisation.ties;
    const { persons, from, to } = organisation;
    if (persons.length < 2) return NOBODY;
    const { idOf, fullYears } = this.options;
    const pairs: number[] = [];
    const weights: number[] = [];
    const arrivals = persons
      .map((_, member) => member)
      .filter((member) => from[member] !== null)
      .sort((a, b) => {
        const years = (from[a] ?? 0) - (from[b] ?? 0);
        return years !== 0 ? years : idOf(persons[a] as number) < idOf(persons[b] as number) ? -1 : 1;
      });
    for (let i = 0; i < arrivals.length; i++) {
      const one = arrivals[i] as number;
      for (let j = i + 1; j < arrivals.length && j <= i + cohort; j++) {
        const other = arrivals[j] as number;
        // The later ones came later still: nobody after this one was there in time.
        const start = from[other] ?? 0;
        if (start > (to[one] as number)) break;
        const years = Math.min(to[one] as number, to[other] as number) - start + 1;
        if (years < 1 || persons[one] === persons[other]) continue;
        pairs.push(persons[one] as number, persons[other] as number);
        weights.push(Math.min(1, years / fullYears));
      }
    }
    organisation.ties = { cohort, pairs: Int32Array.from(pairs), weights: Float32Array.from(weights) };
    return organisation.ties;
  }
}

/** The part of a graph between chosen nodes, which are renumbered in their order. */
export function subgraph(graph: Graph, nodes: ArrayLike<number>): Graph {
  const place = new Int32Array(graph.order).fill(-1);
  for (let i = 0; i < nodes.length; i++) place[nodes[i] as number] = i;
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as number;
    for (let edge = graph.offsets[node] as number; edge < (graph.offsets[node + 1] as number); edge++) {
      const target = graph.targets[edge] as number;
      if (node < target && (place[target] as number) >= 0) {
        from.push(i);
        to.push(place[target] as number);
        weight.push(graph.weights[edge] as number);
      }
    }
  }
  return graphOf(nodes.length, from, to, weight);
}
