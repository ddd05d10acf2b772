import type { ContactRow } from '../../../messaging/protocol.ts';

/** Whether a contact serves a goal, as the engine says: the word means one thing everywhere. `goals` is the order of `serves`. */
export function serves(row: Pick<ContactRow, 'serves'>, goals: readonly string[], goalId: string): boolean {
  const at = goals.indexOf(goalId);
  if (at === -1) return false;
  return row.serves[at] === true;
}
