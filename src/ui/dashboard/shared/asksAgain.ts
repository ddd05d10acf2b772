import type { Goal } from '../../../core/model/index.ts';
import { ASK_GOAL_AFTER_DAYS } from '../../../core/strategy/weights.ts';

/** Whether it is time to ask if a goal still holds: a quarter after it was set or last confirmed. */
export function asksAgain({ confirmedOn, createdAt }: Goal, now = Date.now()): boolean {
  return now - Date.parse(confirmedOn ?? createdAt) > ASK_GOAL_AFTER_DAYS * 86_400_000;
}
