import type { ContactRow } from '../../../messaging/protocol.ts';

/** A fit from here on serves the goal, even without a role. */
const SERVES_FROM = 50;

/** Whether a contact serves a goal: has a role toward it, or fits at least half. `goals` is the order of `fits`. */
export function serves(row: ContactRow, goals: readonly string[], goalId: string): boolean {
  const at = goals.indexOf(goalId);
  if (at === -1) return false;
  return (row.roles[at] ?? 0) !== 0 || (row.fits[at] ?? 0) >= SERVES_FROM;
}
