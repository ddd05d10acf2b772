import type { IndustryEvidence } from '../distance/industry.ts';
import type { SkillGroup } from '../distance/skillGroups.ts';
import type { Career, Seniority } from './classification.ts';
import type { MessageKey } from './messageKey.ts';
import type { Layer, Role } from './network.ts';

/**
 * A sentence of the product as a typed fact: the key of a message in the catalogues and its values.
 * The core holds no text; `ui` and `cli` turn facts into English or German.
 */
export interface Fact {
  key: MessageKey;
  values?: Record<string, string | number>;
}

/** Distances from the user: 0 the same, 1 as far as it gets; `null` where an end is unknown. */
export interface Distances {
  function: number | null;
  industry: number | null;
  place: { step: 'city' | 'region' | 'country' | 'continent' | 'elsewhere'; distance: number } | null;
  /** The contact's level minus mine, in steps of `SENIORITIES`; positive is higher. */
  seniority: number | null;
  /** Same current employer? `null` where either employer is unknown. */
  internal: boolean | null;
  /** The nearest point of my own past, when it is nearer than today. */
  past: { step: number; function: number | null; industry: number | null } | null;
}

/** What the distances from the user rest on, as far as there is a reason to name. */
export interface DistanceReasons {
  /** Groups of skills that both functions live on, at most three, the most characteristic first. */
  skills: SkillGroup[];
  industry: IndustryEvidence | null;
}

/** One addend of a fit: `points` of at most `of`; the points of all parts add up to the fit. */
export interface FitPart {
  part: 'target' | 'role' | 'hub' | 'tie' | 'recency';
  points: number;
  of: number;
  facts: Fact[];
}

export interface Fit {
  goalId: string;
  /** 0 to 100, or `null` when not enough is known to say anything. */
  value: number | null;
  /** 0 to 1: the share of what the goal's target asks about that is known of the contact. */
  confidence: number;
  parts: FitPart[];
  /** The strongest first. */
  roles: RoleFound[];
  /** Roles of which too little is known to say yes or no. */
  unjudged: Role[];
  /** Roles that the user has taken away. */
  denied: Role[];
  /** Serves the goal: fits it, in a role other than peer. */
  serves: boolean;
}

export interface RoleFound {
  role: Role;
  /** 0 to 1: how fully the contact can play the role, with what is doubtful taken off. */
  strength: number;
  /** 0 to 1: how sure what it rests on is. */
  confidence: number;
  facts: Fact[];
  /** The user's own word. */
  own?: boolean;
}

export interface HubEvidence {
  /** 0 to 1; for sizing and sorting evidence, never shown as a grade of the person. */
  strength: number;
  /** Enough evidence to speak of a key person. */
  isHub: boolean;
  evidence: { weight: number; fact: Fact }[];
}

/** Everything derived about a contact; can be thrown away and computed again. */
export interface Reading {
  contactId: string;
  career: Career;
  distances: Distances;
  reasons: DistanceReasons;
  /**
   * `known` is `false` when neither the user's word nor the profile says which layer it is; `value` is then
   * `personal` for want of a better word, counts in no balance, and should be shown as not known.
   */
  layer: { value: Layer; known: boolean; overruled: boolean; computed: Layer; facts: Fact[] };
  fits: Fit[];
  hub: HubEvidence;
  /**
   * 0 to 1: far from me and, where the whole network is at hand, unlike those already saved; `null` when function
   * and industry are unknown.
   */
  novelty: number | null;
  /** What the network gains by this contact, or would lose without; strongest first. Empty for a reading alone. */
  marginal: Fact[];
}

export type { Seniority };
