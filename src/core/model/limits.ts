/**
 * The longest value of each kind that is kept, in UTF-16 code units (lists: entries).
 * A page is hostile input: what is longer is cut by `capture`, and refused by the schema.
 * Stands apart from the schemas so that the in-page script can use it without zod.
 */
export const LIMITS = {
  id: 200,
  url: 2_000,
  name: 200,
  line: 500,
  text: 10_000,
  positions: 100,
  education: 50,
  skills: 200,
  languages: 50,
  links: 50,
  emails: 50,
  doNotSave: 500,
  /** Acquaintances that the page of one person names; a list of people has at most as many. */
  acquaintances: 500,
  /** Saved contacts of one name: more is a name that says nothing. */
  candidates: 10,
  /** Sources of one tie, and pages of one contact that named acquaintances: the oldest go. */
  tieSources: 10,
  namedOnPages: 20,
} as const;

/** How much is kept of what was typed and never saved: the oldest goes first. */
export const DRAFT_LIMITS = {
  /** Forms that somebody leaves unfinished within a month; more is a fault somewhere. */
  drafts: 60,
  /** A note of the longest length, and the fields around it. */
  characters: 60_000,
  /** All of them: one value of the database, read and written as a whole. */
  together: 500_000,
  /** Days after which nobody comes back to what they began to type. */
  days: 30,
} as const;
