import type { Contact, Goal, Me, Tie } from '../model/index.ts';
import { stable } from '../model/stable.ts';
import { tieKey } from './join.ts';

/** What an import wrote, kept to take it back as a whole. */
export interface UndoRecord {
  id: string;
  at: string;
  label: string;
  created: string[];
  /** The contacts as they were before. */
  before: Contact[];
  /**
   * Ties as they were, and those that are new, as they were written. `after`: what took the place of `before`; records
   * of older versions say nothing of it.
   */
  ties: { before: Tie[]; after?: Tie[]; created: Tie[] };
  /** The own profile before; absent: the import did not touch it. */
  me?: Me | null;
  /** The own profile as the import wrote it; records of older versions say nothing of it. */
  meAfter?: Me;
  goals?: string[];
  /** The goals were there before, in a backup: that they were changed once says nothing. */
  goalsJoined?: boolean;
}

/** What is there when an import is taken back. */
export interface Present {
  contact(id: string): Contact | undefined;
  tie(tie: Tie): Tie | undefined;
  goal(id: string): Goal | undefined;
  me: Me | null;
}

export interface UndoPlan {
  delete: string[];
  /** The contacts as they were, with a `rev` above the present one. */
  restore: Contact[];
  /** Contacts that the user has worked on since; they stay as they are. */
  kept: string[];
  ties: { delete: Tie[]; restore: Tie[] };
  me?: Me | null;
  deleteGoals: string[];
}

/**
 * How to take an import back: what it created goes, what it changed returns. A contact that was changed
 * since is left alone with its ties, and named; so is a tie that was said anew since, with a contact that it would
 * take along. A tie that was removed since stays away.
 */
export function planUndo(
  record: UndoRecord,
  present: Present,
  options: { now: string; deviceId: string },
): UndoPlan {
  const plan: UndoPlan = {
    delete: [],
    restore: [],
    kept: [],
    ties: { delete: [], restore: [] },
    deleteGoals: (record.goals ?? []).filter((id) => {
      const goal = present.goal(id);
      if (goal === undefined) return false;
      return record.goalsJoined === true ? goal.updatedAt <= record.at : goal.updatedAt === goal.createdAt;
    }),
  };
  const written = [...record.ties.created, ...(record.ties.after ?? [])];
  const restated = written.filter((tie) => {
    const known = present.tie(tie);
    return known !== undefined && stable(known) !== stable(tie);
  });
  const spokenOf = new Set(restated.flatMap(({ from, to }) => [from, to]));
  for (const id of record.created) {
    const contact = present.contact(id);
    if (contact === undefined) continue;
    (contact.rev === 0 && !spokenOf.has(id) ? plan.delete : plan.kept).push(id);
  }
  for (const before of record.before) {
    const contact = present.contact(before.id);
    if (contact === undefined) continue;
    if (contact.rev !== before.rev + 1) plan.kept.push(before.id);
    else
      plan.restore.push({
        ...before,
        rev: contact.rev + 1,
        updatedAt: options.now,
        deviceId: options.deviceId,
      });
  }
  const kept = new Set(plan.kept);
  const stays = new Set(restated.map(tieKey));
  const untouched = (tie: Tie) =>
    present.tie(tie) !== undefined && !stays.has(tieKey(tie)) && !kept.has(tie.from) && !kept.has(tie.to);
  plan.ties.delete = record.ties.created.filter(untouched);
  plan.ties.restore = record.ties.before.filter(untouched);
  const { me, meAfter } = record;
  if (me !== undefined && (meAfter === undefined || stable(meAfter) === stable(present.me))) plan.me = me;
  return plan;
}
