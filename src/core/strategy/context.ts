import type { Career, Contact, Goal, Me, Tie } from '../model/index.ts';
import type { Language } from '../taxonomy/index.ts';

/** Everything a reading depends on, gathered once for many contacts. */
export interface StrategyContext {
  /** `null` while the user has not said who they are. */
  me: MeInContext | null;
  /** Active goals only. */
  goals: readonly Goal[];
  now: Date;
  /** Language of the people searches that next moves link to; English when absent. */
  language?: Language;
  /** Hours a month that the user gives to conversations. */
  hoursPerMonth?: number;
  /** Next moves put off or refused (`Settings.moves`): move id -> day until which it stays away, or `never`. */
  moves?: Readonly<Record<string, string>>;
}

export interface MeInContext {
  profile: Me;
  career: Career;
}

/** A contact with its career and its ties. */
export interface ContactInput {
  contact: Contact;
  career: Career;
  ties: readonly Tie[];
}
