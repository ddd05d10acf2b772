import { tieKey } from '../core/merge/index.ts';
import type { Backup, Contact, Goal, Me, MeField, Tie } from '../core/model/index.ts';
import type { ImportPlan } from './plan.ts';
import { chooseMe } from './planMe.ts';
import { stable } from './stable.ts';

/** What the user chose of a plan besides the contacts and ties. */
export interface PlanChoices {
  /** Take the archive's words into the own profile, where the user has none. */
  me: boolean;
  /** Of the words that differ, those that the archive's replace. */
  meFields?: readonly MeField[];
  /** The goals that the user took over. */
  goals: Goal[];
}

/** What an import wrote, kept to take it back as a whole. */
export interface UndoRecord {
  id: string;
  at: string;
  label: string;
  created: string[];
  /** The contacts as they were before. */
  before: Contact[];
  /** `after`: what took the place of `before`, as it was written. */
  ties: { before: Tie[]; after?: Tie[]; created: Tie[] };
  /** The own profile before; absent: the import did not touch it. */
  me?: Me | null;
  /** The own profile as the import wrote it. */
  meAfter?: Me;
  goals?: string[];
}

/** What is there when an import is taken back. */
export interface Present {
  contact(id: string): Contact | undefined;
  tie(tie: Tie): Tie | undefined;
  goal(id: string): Goal | undefined;
  me: Me | null;
}

/** The record by which a plan can be taken back; to be written in the same transaction as the plan. */
export function undoRecord(
  plan: ImportPlan,
  choices: PlanChoices,
  { id, at, label }: Pick<UndoRecord, 'id' | 'at' | 'label'>,
): UndoRecord {
  const before = new Set(plan.ties.before.map(tieKey));
  const me = chosenMe(plan, choices);
  return {
    id,
    at,
    label,
    created: plan.create.map((contact) => contact.id),
    before: plan.update.map((update) => update.before),
    ties: {
      before: plan.ties.before,
      after: plan.ties.after.filter((tie) => before.has(tieKey(tie))),
      created: plan.ties.after.filter((tie) => !before.has(tieKey(tie))),
    },
    ...(plan.me !== null && me !== null && { me: plan.me.before, meAfter: me }),
    ...(choices.goals.length > 0 && { goals: choices.goals.map((goal) => goal.id) }),
  };
}

/** The own profile that is to be written; `null`: it stays as it is. */
export function chosenMe({ me }: ImportPlan, choices: PlanChoices): Me | null {
  return me !== null && choices.me ? chooseMe(me, choices.meFields ?? []) : null;
}

/** The state after a plan; the same that a transaction over the stores does. */
export function applyPlan(state: Backup, plan: ImportPlan, choices: PlanChoices): Backup {
  const after = new Map(plan.update.map((update) => [update.after.id, update.after]));
  const ties = new Map(state.ties.map((tie) => [tieKey(tie), tie]));
  for (const tie of plan.ties.after) ties.set(tieKey(tie), tie);
  return {
    ...state,
    contacts: [...state.contacts.map((contact) => after.get(contact.id) ?? contact), ...plan.create],
    ties: [...ties.values()],
    me: chosenMe(plan, choices) ?? state.me,
    goals: [...state.goals, ...choices.goals],
  };
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
      return goal !== undefined && goal.updatedAt === goal.createdAt;
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
