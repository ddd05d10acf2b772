import { t } from '../../../browser/text.ts';
import type { Input } from '../../../messaging/protocol.ts';

/** What stands in an exported calendar; the places are filled where it is written. */
export function calendarWords(): NonNullable<Input<'export.begin'>['calendarWords']> {
  const places = { name: '{name}', text: '{text}' };
  return {
    keepInTouch: t('calendar_keepInTouch', places),
    review: t('calendar_review', places),
    goal: t('calendar_goal', places),
    milestone: t('calendar_milestone', places),
  };
}
