import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { ProfileKey, WebUrl } from './profile.ts';

const id = z.string().check(z.minLength(1), z.maxLength(100));
/** ISO 8601 calendar day. */
const Day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((text) => !Number.isNaN(Date.parse(text))),
);
const count = z.int().check(z.nonnegative());

/**
 * What makes two people acquainted. `commonContact`: a network names the one among the contacts that the user shares
 * with the other. `coauthor`: both signed a publication. `follows`: the one reads what the other posts. `colleague`: an
 * organisation names both as its people. `said`: the user's own word.
 */
export const RELATIONS = ['commonContact', 'coauthor', 'follows', 'colleague', 'said'] as const;
export const Relation = z.enum(RELATIONS);
export type Relation = z.infer<typeof Relation>;

/**
 * Somebody whom a page names as an acquaintance of the person it is about. Lives as long as the reading of the page:
 * who is not saved is counted, and their name is kept nowhere.
 */
export const Acquaintance = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(LIMITS.name)),
  /** Their profile, where the page links to it. */
  url: z.optional(WebUrl),
  relation: Relation,
});
export type Acquaintance = z.infer<typeof Acquaintance>;

/** People whom an open list names: `connections` of one person, `members` of an organisation, `authors` of a paper. */
export const PeopleList = z.strictObject({
  kind: z.enum(['connections', 'members', 'authors']),
  /** The one page that is named as the source, without the words of a search. */
  url: WebUrl,
  site: z.string().check(z.minLength(1), z.maxLength(40)),
  /** The person whose acquaintances these are; absent where the list is nobody's: then they may know each other. */
  of: z.optional(ProfileKey),
  /** The organisation or the paper, as the page names it. */
  title: z.optional(z.string().check(z.minLength(1), z.maxLength(LIMITS.line))),
  people: z.array(Acquaintance).check(z.maxLength(LIMITS.acquaintances)),
});
export type PeopleList = z.infer<typeof PeopleList>;

/** How two contacts are known to be acquainted. */
export const TieSource = z.strictObject({
  relation: Relation,
  /** The site that says so, and the page; absent where the user says it. */
  site: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  url: z.optional(WebUrl),
  /** The day on which the page was read. */
  on: Day,
  /** How the page's name was taken for a saved contact: by its link, by the name alone, by the user's click. */
  matchedBy: z.enum(['address', 'name', 'user']),
});
export type TieSource = z.infer<typeof TieSource>;

/** What one page said of a contact's acquaintances: figures, never names. */
export const NamedOnPage = z.strictObject({
  url: WebUrl,
  on: Day,
  relation: Relation,
  /** How many acquaintances the page names, or says that there are where that is more. */
  named: count,
  /** How many of the named are not in the network. */
  unsaved: count,
  /** The user has taken this page's word back: it is not listened to again. */
  refused: z.optional(z.boolean()),
});
export type NamedOnPage = z.infer<typeof NamedOnPage>;

/**
 * A name on a contact's page that several saved contacts bear; the name itself is not kept. With `answer` the question
 * is settled: `no`, none of these, so that the page does not raise it again.
 */
export const TieQuestion = z.strictObject({
  /** The page's person, then whoever may be meant; ids of contacts. */
  subject: id,
  candidates: z.array(id).check(z.minLength(1), z.maxLength(LIMITS.candidates)),
  source: z.omit(TieSource, { matchedBy: true }),
  answer: z.optional(z.literal('no')),
});
export type TieQuestion = z.infer<typeof TieQuestion>;
