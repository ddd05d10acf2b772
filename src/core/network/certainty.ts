import type { Relation, Tie, TieSource } from '../model/index.ts';

/**
 * How far each kind of evidence shows that two people know each other well enough to be asked, 0 to 1. Estimates, and
 * ordered with care rather than measured.
 */
const RELATION_SURE: Readonly<Record<Relation, number>> = {
  /** The user's word; nobody knows better. */
  said: 1,
  /** Both have accepted a connection: they know of each other. Some people accept everybody. */
  commonContact: 0.85,
  /** They worked on one text; on papers of many hands they may never have met. */
  coauthor: 0.8,
  /** One organisation names both: large ones have thousands. */
  colleague: 0.5,
  /** One reads the other, who need not know. */
  follows: 0.3,
};

/** What remains of it by how the page's name was taken for this contact: namesakes who are not saved are not seen. */
const MATCH_SURE: Readonly<Record<TieSource['matchedBy'], number>> = { address: 1, user: 1, name: 0.85 };

/** How sure it is that the two of a tie know each other, 0 to 1: the best of its sources. Without any, the user said so. */
export function certaintyOf({ sources }: Pick<Tie, 'sources'>): number {
  if (sources === undefined || sources.length === 0) return 1;
  const best = Math.max(
    ...sources.map(({ relation, matchedBy }) => RELATION_SURE[relation] * MATCH_SURE[matchedBy]),
  );
  return Math.round(best * 100) / 100;
}
