import type { Career, Contact, Goal, Me, Tie } from '../model/index.ts';

/** Everything a reading depends on, gathered once for many contacts. */
export interface StrategyContext {
  /** `null` while the user has not said who they are. */
  me: { profile: Me; career: Career } | null;
  /** Active goals only. */
  goals: readonly Goal[];
  now: Date;
}

/** A contact with its career and its ties. */
export interface ContactInput {
  contact: Contact;
  career: Career;
  ties: readonly Tie[];
}
