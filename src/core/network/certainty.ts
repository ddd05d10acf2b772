import type { Relation, Tie, TieSource } from '../model/index.ts';
import type { Evidence } from './evidence.ts';

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
export function certaintyOf(tie: Pick<Tie, 'sources'>): number {
  const best = surestOf(tie);
  return best === undefined ? 1 : sureness(best);
}

/** The source by which a tie is surest, of equally sure ones the newest; `undefined`: the user's own word. */
export function surestOf({ sources = [] }: Pick<Tie, 'sources'>): TieSource | undefined {
  let best: TieSource | undefined;
  for (const source of sources) {
    const gain = best === undefined ? 1 : sureness(source) - sureness(best);
    if (gain > 0 || (gain === 0 && best !== undefined && source.on > best.on)) best = source;
  }
  return best;
}

/** The same of what a digest keeps of a source. */
export function certaintyOfEvidence({ relation, byName }: Evidence): number {
  if (relation === 'introduced') return RELATION_SURE.said;
  return sureness({ relation, matchedBy: byName ? 'name' : 'address' });
}

function sureness({ relation, matchedBy }: Pick<TieSource, 'relation' | 'matchedBy'>): number {
  return Math.round(RELATION_SURE[relation] * MATCH_SURE[matchedBy] * 100) / 100;
}
