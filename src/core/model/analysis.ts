import type { Seniority } from './classification.ts';
import type { Layer, Role } from './network.ts';
import type { Place } from './profile.ts';
import type { Fact } from './reading.ts';
import type { RecognisedRole } from './roles.ts';

/**
 * What is derived of the whole network. Lists of contacts hold ids, the strongest first; whoever shows them
 * looks the names up. What cannot be told is `null` and said by a fact, never zero.
 */
export interface Analysis {
  /** Which state of the network this was computed from. */
  revision: number;
  /** The day of the analysis, ISO 8601 instant. */
  at: string;
  contacts: number;
  balance: Balance;
  /** One for each active goal, in the goals' order. */
  coverage: GoalCoverage[];
  grid: Grid;
  /** The severest first. */
  blindSpots: BlindSpot[];
  /** The standard changes: each alone and all together, to the goals' targets where they name one. */
  stressTest: StressTest[];
  dependence: Dependence[];
  diversity: Diversity[];
  structure: Structure;
  acquaintances: AcquaintanceAnalysis;
  redundancy: RedundancyGroup[];
  /** Twelve to eighteen people, diverse; fewer when there are not as many. */
  innerCircle: { contactIds: string[]; facts: Fact[] };
  /** Key persons: contacts with enough evidence, the strongest evidence first. */
  hubs: string[];
  /** Contacts who alone fill a role toward a goal, the greatest loss first, at most 20. */
  marginal: { contactId: string; loss: number; facts: Fact[] }[];
  /** People one has first, then introductions, then searches; each by gain for effort. At most 24. */
  nextMoves: NextMove[];
  /** The fewest conversations that close the most gaps. */
  plan: Plan;
  /** Ties that fell asleep with people who serve a goal, are key persons or friends; the most useful first, at most 20. */
  dormant: { contactId: string; months: number; facts: Fact[] }[];
  /** Contacts with whom there was contact in the month of the analysis. */
  conversations: number;
  /** What is missing for a better answer: no me, no goal, unclassified contacts. */
  missing: Fact[];
}

export interface Balance {
  /** Contacts whose layer is known. */
  layers: Record<Layer, number>;
  /** Contacts of whom too little is known to tell the layer. */
  unknown: number;
  internal: number;
  external: number;
  /** Contacts or the user without a known employer. */
  unknownEmployer: number;
  /** (external - internal) / (external + internal), -1 to 1 (Krackhardt and Stern 1988). */
  eiIndex: number | null;
  /** Contacts who serve a goal of the present or today's work, and a goal of the future; some serve both. */
  present: number;
  future: number;
  facts: Fact[];
}

export interface RoleCoverage {
  role: Role;
  /** Whether a goal of this kind lives on this role. */
  needed: boolean;
  /** 0 nobody to 1 well covered; grows with each holder, ever less. */
  strength: number;
  /** At most 20; `count` says how many there are. */
  contactIds: string[];
  count: number;
  /** Of these: with whom there is contact, and who are merely known or asleep. Only the first fill the role. */
  inContact: number;
  available: number;
  /** Contacts of whom too little is known to say. */
  unjudged: number;
}

export interface GoalCoverage {
  goalId: string;
  /** 0 to 1 over the needed roles; `null` when the goal has no target that anything could be measured by. */
  covered: number | null;
  /** Needed roles that somebody fills with whom there is contact, and those that somebody could fill. */
  filled: number;
  available: number;
  needed: number;
  roles: RoleCoverage[];
  /** Who serves the goal, the best fits first, at most 20. */
  contactIds: string[];
  facts: Fact[];
}

/** Functions (ISCO-08 minor or sub-major groups) by industries (NACE divisions): where somebody is known. */
export interface Grid {
  cells: GridCell[];
  /** Contacts of whom function or industry is unknown. */
  unplaced: number;
}

export interface GridCell {
  isco: string;
  nace2: string;
  count: number;
  /** Distances of the cell from the user; `null` without a known user. */
  functionDistance: number | null;
  industryDistance: number | null;
  /** Goals whose target lies here. */
  goalIds: string[];
}

export interface BlindSpot {
  /** Stays the same while the need stays the same. */
  id: string;
  goalId: string;
  /** `contact`: the role has people, but nobody with whom there is contact now. */
  kind: 'role' | 'contact' | 'field' | 'place' | 'company' | 'seniority' | 'skill';
  role?: Role;
  isco?: string;
  nace2?: string;
  company?: string;
  skill?: string;
  seniority?: Seniority;
  place?: Place;
  /** 0 to 1: how much the goal needs it times how little of it is covered times the goal's weight. */
  severity: number;
  /** The first is the sentence that names it. */
  facts: Fact[];
  /** Who comes nearest to covering it, at most 5. */
  contactIds: string[];
}

/** What changes in a stress test; an absent part stays as it is. */
export interface StressChange {
  /** The user leaves the present employer. */
  company?: true | { to: string };
  /** The new function, ISCO-08 of any depth; `true`: any other far from today's. */
  function?: true | { isco: string };
  industry?: true | { nace2: string };
  place?: true | { place: Place };
}

export interface StressTest {
  change: StressChange;
  /** The goal whose target gave the change its aim, if one did. */
  goalId?: string;
  /**
   * Help, counted in persons who could help in full: of all who can help `before`; what is left of it `after`;
   * `share` is after / before, 0 to 1, `null` when nobody can help before. `gained` comes from who can help only
   * then.
   */
  before: number;
  after: number;
  share: number | null;
  gained: number;
  /** Who can still help, who no longer can, who can only then; at most 50 each, counts beside them. */
  stay: string[];
  lose: string[];
  gain: string[];
  counts: { stay: number; lose: number; gain: number };
  /** The counts by the contacts' industry, the largest first; `nace2` is `null` where it is not known. */
  groups?: { nace2: string | null; stay: number; lose: number; gain: number }[];
  /** An employer or a person on whom more than a fair share of the remaining help hangs. */
  singlePoints: { kind: 'employer' | 'person'; name: string; contactId?: string; share: number }[];
  /** Those of `stay`, by how they would help there, and of `lose`, by what ends; at most 50 each. */
  helps: { contactId: string; by: HelpWay }[];
  ends: { contactId: string; by: EndReason }[];
  /** What the new situation asks for, as far as the change names it, with who would fill it today. */
  there: SituationNeed[];
  facts: Fact[];
}

/** How somebody helps in a situation: as a friend, for a goal, by the same work, in the same field, under one roof, at the place. */
export type HelpWay = 'person' | 'goal' | 'work' | 'field' | 'roof' | 'place';
/** What ends: the common roof, the common work, the common field, the common place, the goal that was shared. */
export type EndReason = 'roof' | 'work' | 'field' | 'place' | 'goal';

/** A need of a new situation. `inContact`: who fills it today; `known`: who could, without contact now. At most 5 each. */
export interface SituationNeed {
  need: 'insider' | 'expert' | 'keyPerson' | 'place' | 'peer';
  inContact: string[];
  known: string[];
  /** How many there are of each. */
  counts: { inContact: number; known: number };
}

/** Share of the network by one property. */
export interface Dependence {
  by: 'employer' | 'industry' | 'function' | 'place';
  /** Herfindahl-Hirschman index of the known shares, 1/n to 1. */
  herfindahl: number | null;
  /** The largest shares, at most 8; `key` is a code, a folded employer or a country, `label` what to show. */
  largest: { key: string; label: string; count: number; share: number }[];
  known: number;
  unknown: number;
  /** What the largest share means: too few are known to tell, evenly spread, well spread, or much hangs on it. */
  verdict: 'unknown' | 'even' | 'some' | 'much';
  facts: Fact[];
}

/** Hill numbers: the effective number of kinds (Hill 1973). */
export interface Diversity {
  by: Dependence['by'];
  /** Order 0 (richness), 1 (exponential of Shannon's entropy), 2 (inverse Simpson). */
  hill: [number, number, number] | null;
  facts: Fact[];
}

/** The affiliation graph: people who shared an employer or school in overlapping years, and introductions. */
export interface Structure {
  /** Always an estimate: who knows whom is not known, only where they could have met. */
  estimated: true;
  persons: number;
  organisations: number;
  edges: number;
  /** Parts that hang together without the user, and among them persons who hang together with nobody. */
  components: number;
  isolated: number;
  /** Of the user, by Burt (1992); `null` with fewer than two contacts. */
  effectiveSize: number | null;
  efficiency: number | null;
  constraint: number | null;
  /** How far the constraint comes from few contacts, 0 to 1. */
  hierarchy: number | null;
  /** Contacts who alone tie parts of the network together. */
  bridges: { contactId: string; facts: Fact[] }[];
  /** Groups with a name from their commonest employer or school. */
  groups: { id: string; label: string; contactIds: string[]; count: number }[];
  /** The bound that kept the graph small, when it did. */
  facts: Fact[];
}

/** Whom to ask about somebody: a way through people who know each other. */
export interface AcquaintancePath {
  targetId: string;
  /** Who stands between the user and the target, whom to ask first: one, or two where there is no shorter way. */
  through: string[];
  /** Above 0 to 1, for comparing ways alone. */
  value: number;
  /** How well the user knows the first, then how each knows the next. */
  facts: Fact[];
}

/** Who knows whom as pages and the user say; told apart from the estimate of `Structure`. */
export interface AcquaintanceAnalysis {
  /** Contacts of whom any acquaintance among the contacts is known, and the ties between them. */
  persons: number;
  ties: number;
  /** Enough is known for the figures below; else they are `null`, and nobody is named as standing between. */
  enough: boolean;
  /** Of the user among these contacts, by Burt (1992). */
  effectiveSize: number | null;
  efficiency: number | null;
  constraint: number | null;
  /** Between whom of the contacts somebody alone stands, the most first. */
  brokers: { contactId: string; facts: Fact[] }[];
  /** Key persons who are seen to know many contacts of different worlds. */
  superspreaders: { contactId: string; facts: Fact[] }[];
  /** Who knows how many of the saved people in a goal's target, two or more; the most first, at most 20 a goal. */
  doors: { goalId: string; contactId: string; count: number; contactIds: string[] }[];
  /** People who serve a goal and with whom there is no contact, each with the best way to them; the most wanted first. */
  wanted: { goalId: string; path: AcquaintancePath }[];
  facts: Fact[];
}

/** People who open the same doors. */
export interface RedundancyGroup {
  id: string;
  isco: string | null;
  nace2: string | null;
  company: string | null;
  contactIds: string[];
  count: number;
  facts: Fact[];
}

export interface NextMove {
  /** Stays the same while the suggestion stays the same, so that "later" and "not for me" hold. */
  id: string;
  kind: 'reactivate' | 'introduction' | 'search' | 'pause' | 'complete';
  goalId?: string;
  contactId?: string;
  role?: Role;
  isco?: string;
  nace2?: string;
  seniority?: Seniority;
  company?: string;
  skill?: string;
  place?: Place;
  /** Expected gain in coverage of the goal, 0 to 1, and effort, 1 (a message) to 5. */
  gain: number;
  effort: number;
  /** The first says what to do, the others why. */
  facts: Fact[];
  /** For a message: why now, the one question, what to give. */
  occasion?: Fact;
  question?: Fact;
  give?: Fact;
  /** For a search: posts to look for, associations and events of the field. */
  guide?: { posts: string[]; associations: string[]; events: string[] };
  /** People searches to be opened by the user's click. */
  links: { site: 'linkedin' | 'xing'; url: string }[];
}

export interface Plan {
  /** Gaps that are open: needed roles without anybody with whom there is contact. */
  gaps: number;
  /** The conversations, the most useful first, with what each closes. */
  conversations: {
    contactId: string;
    /** Of somebody to whom there is no tie: who can introduce the user. */
    through?: string;
    closes: { goalId: string; role: RecognisedRole }[];
  }[];
  /** Gaps that they close together. */
  closes: number;
  /** Conversations that the user's hours allow. */
  within: number;
  facts: Fact[];
}

/** The affiliation graph for drawing it. */
export interface AffiliationGraph {
  estimated: true;
  nodes: { id: string; kind: 'me' | 'person' | 'organisation'; label: string; group: string | null }[];
  /** Between node ids; `weight` 0 to 1. */
  edges: {
    from: string;
    to: string;
    kind: 'affiliation' | 'introduction' | 'knows';
    weight: number;
    /** Between two contacts: what shows that they know each other. */
    fact?: Fact;
  }[];
  /** How many persons were left out to keep it drawable. */
  leftOut: number;
}
