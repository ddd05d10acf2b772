import { tieKey, type UndoRecord } from '../core/merge/index.ts';
import type { Backup, Goal, Me, MeField, Tie } from '../core/model/index.ts';
import type { ImportPlan } from './plan.ts';
import { chooseMe } from './planMe.ts';

/** What the user chose of a plan besides the contacts and ties. */
export interface PlanChoices {
  /** Take the archive's words into the own profile, where the user has none. */
  me: boolean;
  /** Of the words that differ, those that the archive's replace. */
  meFields?: readonly MeField[];
  /** The goals that the user took over. */
  goals: Goal[];
}

/** The record by which a plan can be taken back; to be written in the same transaction as the plan. */
export function undoRecord(
  plan: ImportPlan,
  choices: PlanChoices,
  { id, at, label }: Pick<UndoRecord, 'id' | 'at' | 'label'>,
): UndoRecord {
  const before = new Set(plan.ties.before.map(tieKey));
  // A first import has a tie for everybody, and none in place of another.
  const isNew = (tie: Tie) => before.size === 0 || !before.has(tieKey(tie));
  const me = chosenMe(plan, choices);
  return {
    id,
    at,
    label,
    created: plan.create.map((contact) => contact.id),
    before: plan.update.map((update) => update.before),
    ties: {
      before: plan.ties.before,
      after: before.size === 0 ? [] : plan.ties.after.filter((tie) => !isNew(tie)),
      created: plan.ties.after.filter(isNew),
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
