import type { Seniority } from './classification.ts';
import type { Layer, OwnRole } from './network.ts';
import type { Place } from './profile.ts';

/** Raised whenever `digestOf` would write the same contact differently: stored digests of another version are redone. */
export const DIGEST_VERSION = 6;

/**
 * What the strategy engine needs of one contact, and nothing more: some 300 bytes, a plain object that survives
 * JSON and structured cloning. Derived from a contact, its career and its ties; can be thrown away and made again.
 * Every field but three is left out when unknown. Texts are names of persons, organisations, skills and places;
 * notes, headlines and descriptions stay with the contact.
 */
export interface Digest {
  id: string;
  name: string;
  /** Day on which the contact was last captured, in days since 1970-01-01. */
  seen: number;
  /** Function today: a unit group of ISCO-08, four digits, with the classifier's confidence, 0 to 1. */
  isco?: string;
  iscoSure?: number;
  /** Industry today: a division of NACE Rev. 2, two digits, with the classifier's confidence, 0 to 1. */
  nace?: string;
  naceSure?: number;
  seniority?: Seniority;
  /** Present employer, as shown. */
  employer?: string;
  /** All positions, most recent first; today's is among them. */
  steps?: DigestStep[];
  schools?: { name: string; from?: number; to?: number }[];
  place?: Place;
  /** Folded, at most `DIGEST_SKILLS`. */
  skills?: string[];
  /** Folded words of the headline and of the current titles, with a blank at both ends: skills are named there too. */
  topics?: string;
  /** Out of service: no insider of today, an expert and mentor all the same. */
  retired?: boolean;
  /** Heads a house or owns it. */
  head?: boolean;
  /** Says of themselves that they learn or want to become something. */
  learning?: boolean;
  /** Stands between groups by trade, and the fields that are served: NACE divisions and prefixes of ISCO-08. */
  hinge?: Hinge;
  servesNace?: string[];
  servesIsco?: string[];
  followers?: number;
  connections?: number;
  mutual?: number;
  /** 1: connected to the user on the network where the contact was captured. */
  degree?: 1 | 2 | 3;
  /** Number of different organisations that the contact belongs to today, when more than one. */
  affiliations?: number;
  /** The word of the current titles that says the contact stands between groups (recruiter, investor, board). */
  bridge?: string;
  tie?: DigestTie;
  /** The user's own judgement; it wins over the computed one. */
  ownLayer?: Layer;
  ownHub?: boolean;
  ownRoles?: OwnRole[];
  /** The user's own words: what they look for, what the user can offer them. */
  looksFor?: string;
  offer?: string;
  /** Ids of contacts whom this contact has introduced to the user, and of contacts whom they know. */
  introduced?: string[];
  knows?: string[];
  /**
   * What the surest source of each of `knows` says, in the same order, as `evidenceCode` writes it; `''`, and absent for
   * all of them: the user's own word.
   */
  knowsBy?: string[];
  /** How many different contacts they are known well enough to know, whoever of the two the page was about. */
  acquainted?: number;
}

/** `association`: speaks for a field (association, chamber, guild, cluster); `adviser`: helps people found or take over. */
export const HINGES = ['recruiter', 'investor', 'adviser', 'association'] as const;
export type Hinge = (typeof HINGES)[number];

/** The most skills that a digest keeps, in the profile's order. */
export const DIGEST_SKILLS = 50;

/** One position. Years are whole; `to: null` means current. */
export interface DigestStep {
  isco?: string;
  nace?: string;
  seniority?: Seniority;
  /** Heads a house or owns it. */
  head?: boolean;
  /** As shown. */
  company?: string;
  /** ISO 3166-1 alpha-2, when the position names a place. */
  country?: string;
  from?: number;
  to?: number | null;
}

/** What is known of the tie between the user and the contact; an empty object: they know each other, no more. */
export interface DigestTie {
  strength?: 'weak' | 'moderate' | 'strong';
  label?: 'dayToDay' | 'personal';
  /** Day of the last contact, in days since 1970-01-01. */
  last?: number;
  /** Year since which they are connected. */
  since?: number;
  messages?: number;
}
