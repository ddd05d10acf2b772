import { SERVES_FROM } from '../../../core/strategy/weights.ts';
import type { ContactRow } from '../../../messaging/protocol.ts';

/**
 * Whether a contact serves a goal: by the fit alone, as for layers, balance and inner circle. `goals` is the order of
 * `fits`.
 */
export function serves(row: Pick<ContactRow, 'fits'>, goals: readonly string[], goalId: string): boolean {
  const at = goals.indexOf(goalId);
  return at !== -1 && (row.fits[at] ?? 0) >= SERVES_FROM;
}
