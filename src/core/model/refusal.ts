/** Why nothing was read of a page, or nobody saved from it. Each has a sentence of its own, `reason_…`. */
export const REFUSAL_REASONS = [
  'notAProfile',
  'stillLoading',
  'otherPerson',
  'signInWall',
  'ownAlias',
  'organisation',
  'manyPersons',
  /** One name, but not enough that speaks for it: it is offered with a question. */
  'unsure',
  'nothingFound',
  'tooLarge',
  'unreadable',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Where the persons of a page were found that is about several: its data, a list of people, who signs something. */
export type FoundIn = 'data' | 'list' | 'authors';
