import type { GoalKind, Role } from '../model/index.ts';

/** Points of a fit, out of 100. Target and role carry it: a goal asks first *where* and *what for*. */
export const FIT_POINTS = {
  /** How near the contact is to the goal's target, graded by distance. */
  target: 50,
  /** The strongest role toward the goal; roles for this kind of goal count fully, others by a half. */
  role: 25,
  /** Condensed input and open doors (strategy: key persons). */
  hub: 10,
  /** Moderately weak ties help most (Rajkumar et al., Science 377, 2022). */
  tie: 10,
  /** A contact without news for years is harder to ask. */
  recency: 5,
} as const;

/** Share of the target points by part of the target. Unset parts give their share to the others. */
export const TARGET_SHARES = {
  function: 3,
  industry: 3,
  company: 2,
  place: 2,
  seniority: 1,
  skills: 2,
} as const;

/** The roles that a goal of each kind lives on (strategy model, "Roles toward a goal"). */
export const ROLES_FOR_GOAL: Readonly<Record<GoalKind, readonly Role[]>> = {
  changeJob: ['insider', 'doorOpener', 'pathfinder'],
  buildKnowHow: ['expert', 'peer'],
  reachExpertise: ['expert', 'mentor', 'peer'],
  takeLeadership: ['mentor', 'pathfinder', 'peer'],
  projectAbroad: ['insider', 'doorOpener', 'pathfinder'],
  foundOrInvest: ['expert', 'doorOpener', 'mentor', 'pathfinder'],
  ownWords: ['insider', 'expert', 'doorOpener', 'pathfinder', 'mentor', 'peer'],
};

/** Tie points, as a share, by how many connections are shared: rises to about 10, then falls (ibid.). */
export const MUTUAL_PEAK = 10;

/** A distance up to which somebody counts as being in a target field. */
export const IN_FIELD = 0.35;

/** Evidence of a key person: weights add up; at or above `hubFrom` we speak of one. */
export const HUB_WEIGHTS = {
  ownMark: 1,
  introductions: 0.3,
  bridgingRole: 0.35,
  reach: 0.25,
  affiliations: 0.2,
  range: 0.2,
  mutual: 0.15,
  hubFrom: 0.5,
  /** Followers or connections from which reach counts ("500+" is the most that sites show of connections). */
  reachFollowers: 2_000,
  reachConnections: 500,
  mutualFrom: 10,
} as const;

/** Words of titles whose holders stand between groups (folded, whole words; en, de). */
export const BRIDGING_WORDS: ReadonlySet<string> = new Set(
  (
    'recruiter recruiting headhunter investor board beirat aufsichtsrat vorsitzender vorsitzende chair chairman ' +
    'chairwoman association verband editor redakteur chefredakteur professor professorin organiser organizer ' +
    'organisator partner praesident prasident president personalberater personalberaterin venture curator kurator'
  ).split(' '),
);

/** Months without news after which the recency part of a fit is used up. */
export const RECENCY_MONTHS = 36;
