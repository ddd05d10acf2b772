import type {
  AffiliationGraph,
  Analysis,
  Digest,
  Fact,
  Reading,
  StressChange,
  StressTest,
} from '../model/index.ts';
import type { MeInContext, StrategyContext } from './context.ts';

/**
 * The analysis of a whole network, kept up to date contact by contact. Holds digests, never whole contacts; draws
 * on no clock, no storage and no randomness, so the same digests and context always give the same answers.
 */
export interface NetworkAnalysis {
  /** Contacts that are held. */
  readonly size: number;
  /** Adds a contact, or replaces the one with the same id. Reads it against the context at once. */
  put(digest: Digest): void;
  /** Takes a contact out; answers whether it was there. */
  remove(id: string): boolean;
  /** A changed user, goals, day, language or list of refused moves. Contacts are read again by `steps` or `result`. */
  setContext(context: StrategyContext): void;
  /** Everything about a held contact, with novelty and marginal value against all others; `null` for an unknown id. */
  reading(id: string): Reading | null;
  /** The same for any digest, held (by its id) or not: a profile before it is saved. */
  read(digest: Digest): Reading;
  /** What the network would gain by this contact, or, when it is held, lose without it; the strongest first. */
  marginalOf(digest: Digest): Fact[];
  /**
   * Brings the analysis up to date in small steps: after each, a few milliseconds of work, the caller may let
   * others run. Changes made in between are taken in. Afterwards `result` answers at once.
   */
  steps(): Generator<{ done: number; total: number }, void, void>;
  /** The whole analysis. Brings it up to date first, in one go, when `steps` has not. */
  result(): Analysis;
  /** What remains useful when something changes. Nothing is kept. */
  test(change: StressChange): StressTest;
  /** The same analysis for a user who has moved. Nothing is kept. */
  whatIf(me: MeInContext): Analysis;
  /** Who could know whom, for drawing; bounded, see `leftOut`. */
  graph(): AffiliationGraph;
}

/** An empty network in a context. */
export function createAnalysis(context: StrategyContext): NetworkAnalysis {
  throw new Error(`not built yet: ${context.goals.length}`);
}
