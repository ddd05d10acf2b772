import type { MailAddress } from './mailHeaders.ts';
import type { Rule } from './recurrence.ts';

/** An event with others, as a calendar has it. */
export interface CalendarEvent {
  uid: string;
  /** Number of the day of the series that this event stands in for. */
  instead: number | null;
  /** The newer of two states of an event has the higher one. */
  sequence: number;
  /** Number of the day as it is written, whatever the zone. */
  start: number;
  summary: string;
  cancelled: boolean;
  /** Who was there: organiser and attendees who did not decline. */
  people: MailAddress[];
  /** Addresses that declined. */
  declined: string[];
  rule: Rule | null;
  /** Numbers of days on which the series did not take place. */
  except: number[];
  /** Numbers of days on which it did besides. */
  also: number[];
}
