import type { DistanceStep } from '../distance/index.ts';
import type { GoalKind, Role } from '../model/index.ts';
import { tableOf } from '../text/table.ts';

/**
 * Every weight and threshold by which the engine judges, with its reason. They are judgements, not measurements:
 * where research gives a number or a shape it is named, all others were set so that the worked scenarios
 * (`tests/fixtures/scenarios`) come out as a person reasons them.
 */

// ---------------------------------------------------------------- what counts as near

/**
 * Up to which step of distance, in the words of `core/distance`, a function or industry is *in* a field, and up to
 * which it is still the same world. Steps, not numbers, so that a better measure of distance keeps their meaning.
 */
export const FIELD = {
  /** A function is in the field when it is the same or near: somebody who could do the work. */
  function: 'near',
  /** Industries are coarser (88 divisions): a neighbouring one still shares customers, rules and words. */
  industry: 'neighbouring',
  /** The same world of functions: enough to give advice on a step, not to do the work. */
  world: 'neighbouring',
} as const satisfies Record<string, DistanceStep>;

// ---------------------------------------------------------------- fit to a goal

/** Points of a fit, out of 100. Target and role carry it: a goal asks first *where* and *what for*. */
export const FIT_POINTS = {
  /** How near the contact is to the goal's target, graded by distance. */
  target: 50,
  /** The strongest role toward the goal; roles that this kind of goal lives on count fully, others by a half. */
  role: 25,
  /** Condensed input and open doors (strategy model: key persons). */
  hub: 10,
  /** Moderately weak ties help most (Rajkumar et al., Science 377, 2022; Granovetter 1973). */
  tie: 10,
  /** A contact without news for years is harder to ask. */
  recency: 5,
} as const;

/** Share of the target points by part of the target. Parts that the goal leaves open give theirs to the others. */
export const TARGET_SHARES = {
  function: 3,
  industry: 3,
  company: 2,
  place: 2,
  seniority: 1,
  skills: 2,
} as const;
export type TargetPart = keyof typeof TARGET_SHARES;

/**
 * What is left of a contact's match in a part in which the user has arrived already, when the contact shares what the
 * user must leave: a data engineer of an insurer who wants to be one in health care looks for health care, and the
 * colleague is no half match. Somebody who does the work elsewhere counts in full.
 */
export const ALREADY_THERE = 1 / 3;

/**
 * Nearness that a part of the target counts with while it is not known of the contact: the unknown is no match and no
 * "no". What is then learnt takes away only when it is farther than this.
 */
export const UNKNOWN_NEARNESS = 0.3;

/** Share of the recency points while no contact is noted: known people seldom have all their talks written down. */
export const UNKNOWN_RECENCY = 0.4;

/**
 * Nearness to a place that a goal names, by the step at which two places meet. Whatever is as fine as the goal
 * names it is full; another country of the same continent is abroad all the same.
 */
export const PLACE_NEARNESS = { city: 1, region: 0.7, country: 0.5, continent: 0.1, elsewhere: 0 } as const;

/** Nearness to the target place from which somebody in the right field can still stand inside the target. */
export const STILL_INSIDE = 0.5;

/**
 * Share of what the target asks about that must be known before a fit is shown. Below, the known rest would speak
 * for everything: a level alone must not look like a match in function and industry.
 */
export const KNOWN_FROM = 0.3;

/**
 * Points from which a contact serves a goal: a near match, or a fair match in a role that the goal needs. Whoever
 * reaches them in a role other than peer *serves the goal*; the word means this everywhere.
 */
export const SERVES_FROM = 40;

/** Points from which somebody is named as coming nearest to what a goal lacks: most of the way to serving it. */
export const NEAR_FROM = SERVES_FROM * 0.75;

/** Nearness of a former employee of a target company: knows it from inside, but cannot open it from within. */
export const FORMER_INSIDER = 0.5;

/** Steps of seniority below the target's by which nearness falls to zero. */
export const SENIORITY_SPAN = 4;

/** The roles that a goal of each kind lives on (strategy model, "Roles toward a goal"). */
export const ROLES_FOR_GOAL: Readonly<Record<GoalKind, readonly Role[]>> = {
  /** Who is inside, who opens the door, who has made the move. */
  changeJob: ['insider', 'doorOpener', 'pathfinder'],
  /** Who knows it, and who learns it beside me. */
  buildKnowHow: ['expert', 'peer'],
  /** Depth comes from those who have it and from the guidance of one further on. */
  reachExpertise: ['expert', 'mentor', 'peer'],
  /** Somebody who knows it, and whoever leads to them. */
  reachPerson: ['expert', 'doorOpener'],
  /** Leading is learnt from who has led, who has stepped up, and who is stepping up (Ibarra and Hunter 2007). */
  takeLeadership: ['mentor', 'pathfinder', 'peer'],
  /** Who is there, who opens the door there, who has gone there. */
  projectAbroad: ['insider', 'doorOpener', 'pathfinder'],
  /** Knowledge of the field, access to money and customers, and people who have done it. */
  foundOrInvest: ['expert', 'doorOpener', 'mentor', 'pathfinder'],
  /** The user's own words say nothing of roles: all count. */
  ownWords: ['insider', 'expert', 'doorOpener', 'pathfinder', 'mentor', 'peer'],
};

/** Sureness of a function or industry from which a role may rest on it; below, it is not known for this purpose. */
export const ROLE_SURE_FROM = 0.45;
/** The same for somebody without any post: what is read from a headline alone may be a slogan. */
export const HEADLINE_SURE_FROM = 0.6;
/** Sureness from which nothing is taken off a role. */
export const ROLE_SURE = 0.7;

/** How fully a contact plays a role, 0 to 1, by what shows it. Always rising with nearness to the target. */
export const ROLE_STRENGTH = {
  /** In a target company with work of the target's world, a leading post or one in human resources. */
  insiderFull: 1,
  /** In a target company, the work is not known; and with other work: a way in, no insider of the work. */
  insiderCompanyUnknown: 0.75,
  insiderCompanyOther: 0.4,
  /** In the target's industry: with work of its world, with unknown work, with other work. */
  insiderIndustry: 0.8,
  insiderIndustryUnknown: 0.6,
  insiderIndustryOther: 0.4,
  /** Works at the target place, in another field than the target's. */
  insiderPlace: 0.7,
  /** What is left of a role within the right field when it is not known whether the contact is at the target place. */
  placeUnknown: 0.5,
  /** Holds all target skills, or does the target function at some level of depth. */
  expertFull: 1,
  /** Holds one of several target skills: this much, and the rest by the share of skills. */
  expertSkill: 0.6,
  /** Long in the target industry, when the goal names neither function nor skill. */
  expertIndustry: 0.8,
  /** Does something near the target function; or the function itself, where the goal names skills and none are known. */
  expertNear: 0.6,
  /** Does the function, its level is not known. */
  levelUnknown: 0.8,
  /** A key person inside the target, and one next to it. */
  doorOpenerInside: 1,
  doorOpenerBeside: 0.7,
  /** Recruits, invests, advises or speaks for the target's field. */
  doorOpenerServes: 0.9,
  /** Leads the target company. */
  doorOpenerLeads: 0.8,
  pathfinder: 1,
  /** Has made the move as far as is known: an industry, a country or a level of it is not. */
  pathfinderUnknown: 0.7,
  /** Has reached the level in the target's own field; in the function elsewhere; leads the target's industry. */
  mentorInside: 1,
  mentorElsewhere: 0.7,
  /** When neither goal nor user names a field to be in. */
  mentorAnywhere: 0.4,
  peer: 1,
} as const;

/** Share of the target skills from which somebody of a far function is an expert all the same. */
export const EXPERT_SHARE = 0.5;

/** Steps above one's own level that make a mentor when the goal names no level: far enough to look back. */
export const MENTOR_STEPS = 2;

/** Steps of level within which somebody is a peer. */
export const PEER_STEPS = 1;

/**
 * Tie part of a fit, as a share. Weak and moderate ties carry more news than strong ones, whose holders know
 * what I know (Granovetter: 56 % of jobs came through people seen occasionally, 17 % often, 28 % rarely).
 */
export const TIE_SHARE = { weak: 0.8, moderate: 1, strong: 0.8, connected: 0.5 } as const;

/**
 * Mutual connections: the benefit rises to about 10, then falls (Rajkumar et al. 2022, an experiment with 20
 * million people, for digital industries). `from` at none, 1 at the peak, falling to `least` over `fall` more.
 */
export const MUTUALS = { peak: 10, from: 0.4, least: 0.5, fall: 40 } as const;

/** Months without news after which the recency part of a fit is used up. */
export const RECENCY_MONTHS = 36;

// ---------------------------------------------------------------- key persons

/** Evidence of a key person: weights add up, at most to 1; at or above `hubFrom` we speak of one. */
export const HUB_WEIGHTS = {
  ownMark: 1,
  /** By how many persons the contact has introduced to the user: what has happened beats what a title says. */
  introductions: [0.3, 0.45, 0.6],
  bridgingRole: 0.35,
  reach: 0.25,
  affiliations: 0.2,
  /** A career through several industries; through several families of functions. */
  rangeIndustries: 0.2,
  rangeFunctions: 0.15,
  mutual: 0.15,
  /** Knows so many of the saved contacts, as far as the user has noted. */
  acquaintances: [0.1, 0.15, 0.2, 0.25, 0.3],
  /** One strong sign and a second: a title alone makes no key person. */
  hubFrom: 0.5,
  /** Followers or connections from which reach counts ("500+" is the most that sites show of connections). */
  reachFollowers: 2_000,
  reachConnections: 500,
  mutualFrom: 10,
  /** Effective number (exponential of Shannon's entropy over positions) from which a career is wide. */
  rangeFrom: 2.5,
} as const;

/** Words of titles whose holders stand between groups (folded, whole words; en, de). */
export const BRIDGING_WORDS: ReadonlySet<string> = new Set(
  (
    'recruiter recruiting headhunter investor investorin board beirat beiratin aufsichtsrat aufsichtsratin ' +
    'vorsitzender vorsitzende chair chairman chairwoman association verband editor redakteur redakteurin ' +
    'chefredakteur chefredakteurin professor professorin organiser organizer organisator organisatorin partner ' +
    'partnerin praesident prasident prasidentin president personalberater personalberaterin venture curator ' +
    'kurator kuratorin trustee stiftungsrat'
  ).split(' '),
);

/** Words before which the same word means something else: a business partner owns no firm, a vice president leads none. */
export const NOT_BRIDGING_AFTER = tableOf<readonly string[]>({
  partner:
    'business channel sales alliance solution solutions technology account people delivery success training sparring hr kunden vertriebs'.split(
      ' ',
    ),
  partnerin: ['business', 'sparring'],
  president: ['vice'],
  editor: 'video film photo image copy sound'.split(' '),
});

// ---------------------------------------------------------------- who knows whom

/**
 * Acquaintances between contacts. How sure each kind of source is stands in `core/network/certainty.ts`; here, what is
 * made of it.
 */
export const ACQUAINTANCE = {
  /**
   * Sureness from which two people are counted as knowing each other: a common contact, a co-author, a colleague by
   * address; not a follower, and not a colleague by name alone. Ways to somebody are told from the unsure ones too,
   * with what they rest on.
   */
  countsFrom: 0.45,
  /** Who knew each other three years ago still does; ten years on half of it is left: people lose sight, not memory. */
  fresh: { years: 3, until: 10, least: 0.5 },
  /** A second person in between: a favour asked of a stranger by somebody else. It stands behind every shorter way. */
  further: 0.25,
  /** Ways that are told of one person. */
  ways: 5,
  /** Wanted people with a way that an analysis keeps. */
  wanted: 12,
} as const;

/**
 * What the structure of real acquaintances rests on before a figure is told: with fewer people, or fewer than a quarter
 * of all, the figures would speak of which pages were read, not of who knows whom.
 */
export const REAL_TIES_FROM = { persons: 15, ofAll: 0.25 } as const;

/** Pairs of contacts between whom somebody stands before that is said, and how many such people are listed. */
export const BROKERS = { pairs: 3, most: 20 } as const;

/**
 * A key person is called a superspreader only where it is seen: five acquaintances among the contacts are more than a
 * team of the daily work has in common, and four employers more than one career leads together.
 */
export const SUPERSPREADER = { knows: 5, employers: 4 } as const;

/**
 * How far somebody opens the door to a goal's target by how many of the saved people there they know: none, one (a way
 * to that one, no more), two …, five or more. Below a key person inside, whom nobody need introduce.
 */
export const DOOR_BY_ACQUAINTANCES = [0, 0, 0.5, 0.6, 0.7, 0.8] as const;

// ---------------------------------------------------------------- coverage and blind spots

/**
 * What one holder adds to the coverage of a role: strength in the role x `most` x how easily they can be asked.
 * Coverage is 1 minus the product of what each leaves open, so it grows with each holder, ever less, and one
 * person alone never covers a role: people leave.
 */
export const HOLDER_MOST = 0.6;

/** How easily a contact can be asked, 0 to 1, by what is known of the tie. */
export const REACH = {
  /** In touch within `freshMonths`, or the user says that they know each other well. */
  active: 1,
  /**
   * No contact for `freshMonths` or more: asleep, not lost. Dormant ties give as much as current ones once they are
   * woken (Levin, Walter and Murnighan, Organization Science 22, 2011), but must be woken first.
   */
  dormant: 0.6,
  /** Merely known: connected, or some mutual connections; no contact is noted. */
  connected: 0.5,
  /** Nothing is known of any tie: a page was read. */
  unknown: 0.3,
  freshMonths: 12,
} as const;

/** How much a need counts: roles that the goal lives on fully, other roles by little, named parts of the target in between. */
export const NEEDS = {
  role: 1,
  /** Somebody is known for the role, but there is no contact: a message away. */
  contact: 0.4,
  otherRole: 0.25,
  /** Function and industry at once: the crossing that the goal names. */
  field: 0.8,
  company: 0.7,
  place: 0.7,
  skill: 0.6,
  seniority: 0.5,
} as const;

/** The highest weight of a goal; a severity is need x goal weight / this. */
export const GOAL_WEIGHT_MOST = 3;

// ---------------------------------------------------------------- stress test

/**
 * How far a contact can help with somebody's work, 0 to 1: what two people share times how they can get at each other; or, when that
 * is more, the fit to the best served goal. What is shared: a craft, a market, a place to meet. It hangs on the
 * situation, and so does the way to each other.
 */
export const SHARED = { function: 0.55, industry: 0.3, place: 0.15 } as const;

/**
 * The way to each other: under one employer's roof it is given (operational ties are prescribed by the work; Ibarra
 * and Hunter 2007). Outside, it is what the tie itself carries: friends stay, colleagues who became allies mostly,
 * a mere connection fades with the employer that made it.
 */
export const ACCESS = {
  employer: 1,
  /** Same employer, but known to be in another country: one firm, not one roof. */
  employerAbroad: 0.5,
  strong: 1,
  /** Close to a colleague, and not called a friend: the daily work carries the tie, and half of it stays. */
  colleague: 0.6,
  moderate: 0.7,
  known: 0.35,
  unknown: 0.2,
} as const;

/**
 * Help of a friend, whatever changes: an ear, a name, a word put in. A tie labelled personal, or a strong one with
 * somebody who is no colleague.
 */
export const FRIEND_HELPS = 0.5;

/** What is left of a fit as help when there is no tie at all: a page was read. */
export const STRANGER_HELPS = 0.5;

/** From here on a contact counts as able to help: at least half. A fit of `SERVES_FROM` points counts as half. */
export const HELPS_FROM = 0.5;

/**
 * Share of the remaining help from which an employer or a person is a single point of failure; of an employer
 * it is said when at least `from` people can still help.
 */
export const SINGLE_POINT = { employer: 0.3, person: 0.2, from: 5 } as const;

// ---------------------------------------------------------------- the whole network

/** Shares of the balance from which a sentence names it: by layer; E-I index to either side. */
export const BALANCE = { layer: 0.6, index: 0.5, from: 5 } as const;

/** Share by one employer, industry, function or country from which a dependence is named. */
export const DEPENDENT = { employer: 0.3, industry: 0.5, function: 0.5, place: 0.9 } as const;

/** What a share must rest on before anything is said of the whole network by it. */
export const SHARE_BASE = {
  /** Of fewer, one contact more or less moves a share by ten points and more. */
  known: 10,
  /** When fewer than a third are known, the others could turn any share around. */
  ofAll: 1 / 3,
  /** Among `kinds` or more, a largest share is told only so many times above an equal share: three of nine in one of three industries is no concentration. */
  aboveEqual: 1.25,
  kinds: 3,
} as const;

/** Contacts in one function, industry and employer or country from which they count as opening the same doors. */
export const REDUNDANT_FROM = 4;
/** People of the same field (function and industry) from which one more is said to add little. */
export const CROWDED_FROM = 8;

/**
 * The inner circle: top performers keep a diverse core of about 12 to 18 (Cross and Thomas, HBR 2011). Only who serves
 * a goal or is a key person can belong to it.
 */
export const INNER_CIRCLE = { least: 12, most: 18, fromBest: 300 } as const;

/** Gain, 0 to 1, from which one more person belongs in the inner circle beyond the least number: even a full fit misses it who brings nothing new. */
export const CIRCLE_GAIN = 0.55;

/**
 * Different functions, industries and employers from which a full inner circle is called varied. With fewer, most of
 * its members share one with several others and hear the same news.
 */
export const CIRCLE_VARIED = { function: 3, industry: 3, employer: 5 } as const;

/** Bounds of the affiliation graph, which keep it linear in the number of contacts. */
export const GRAPH = {
  /**
   * Within an organisation each is linked with this many of those who came next and whose time overlaps: people
   * meet their cohort, not everybody. Organisations with up to one more member are linked wholly. The larger the
   * network, the smaller the cohort: up to so many contacts, so many.
   */
  cohorts: [
    { contacts: 3_000, cohort: 15 },
    { contacts: 20_000, cohort: 5 },
    { contacts: Number.POSITIVE_INFINITY, cohort: 3 },
  ],
  /** Persons in the drawn graph and in the search for groups. */
  drawn: 2_000,
  /** Years together from which a tie of the graph has its full weight. */
  fullYears: 5,
} as const;

// ---------------------------------------------------------------- next moves

/** What each kind of move costs, 1 (a message) to 5. */
export const EFFORT = {
  reactivate: 1,
  complete: 1,
  introduction: 2,
  /** Somebody with whom there is no tie: the message goes to a common acquaintance. */
  meet: 1,
  /** A key person with whom there is no tie: a favour can only be asked for once they know each other. */
  introductionCold: 3,
  search: 4,
  pause: 1,
} as const;

/** How likely a move brings what it promises: a person known answers, a stranger seldom. */
export const CHANCE = { reactivate: 0.7, introduction: 0.5, search: 0.3 } as const;

/** The holder whom a search or an introduction is expected to bring: full in the role, newly known. */
export const EXPECTED_HOLDER = HOLDER_MOST * REACH.connected;

/** Goals of the future count a little less for what to do next. */
export const HORIZON = { present: 1, future: 0.8 } as const;

/** Coverage of a role from which nobody more is looked for. */
export const ENOUGH = 0.85;

/** The least expected gain for which a move is worth its line. */
export const LEAST_GAIN = 0.01;

/** Share of contacts without function or industry from which completing them is a move of its own. */
export const UNPLACED_FROM = 0.3;

/** Next moves listed in all, of one goal, and of one kind for one goal. */
export const MOVES = { most: 24, perGoal: 8, perKind: 3 } as const;

/** Expected gain from which completing something comes before everything else. */
export const COMPLETE_FIRST = 0.5;

/** The least gain of a talk with somebody who fits a goal wholly. */
export const LEAST_TALK = 0.1;

/** Days after the last contact from which a person is suggested again. */
export const MOVE_AFTER_DAYS = 45;

/**
 * Bounds of the plan: exact up to so many people who could close a gap, greedy above; people without a tie for whom
 * somebody is looked for who can introduce the user; hours of one conversation.
 */
export const PLAN = {
  exact: 14,
  candidates: 200,
  introduced: 60,
  most: 12,
  hours: 1,
  hoursPerMonth: 3,
} as const;

/** Dormant ties that are listed. */
export const DORMANT = 20;

/** Days after which the user is asked whether a goal still holds: a quarter. */
export const ASK_GOAL_AFTER_DAYS = 91;
