import type { CalendarEvent } from './calendarEvent.ts';
import { type Budget, dayText, pastDays } from './recurrence.ts';

/** The meetings that somebody took part in. */
export interface Attended {
  meetings: number;
  /** ISO 8601 days. */
  first: string;
  last: string;
  /** The newest, newest first. */
  newest: { day: string; summary: string }[];
  name: string;
}

/** More people than this are an audience: nobody of them was met by being there. */
const AUDIENCE = 20;
/** Days of one series that count; two years of working days. */
const SERIES = 500;
/** Meetings of one person that are kept with their day. */
const NEWEST = 12;
/** Of one series fewer: the same line over and over says nothing. */
const NEWEST_OF_SERIES = 3;
/** Steps that all series together may take; a calendar of 50 000 series with each a year of weeks needs 2.6 million. */
const PERIODS = 5_000_000;

/** Events of any number of calendars, each once; a day of a series that was moved stands for itself. */
export class MeetingLog {
  readonly #events = new Map<string, CalendarEvent>();

  get size(): number {
    return this.#events.size;
  }

  add(event: CalendarEvent): void {
    const key = `${event.uid}\n${event.instead ?? ''}`;
    const known = this.#events.get(key);
    if (known === undefined || known.sequence <= event.sequence) this.#events.set(key, event);
  }

  /**
   * Whom the user met up to `today` (number of a day; `null`: not known, then a series counts by its first day), by
   * address.
   * @param own the user's own addresses: what they declined did not take place for them
   */
  attended(own: ReadonlySet<string>, today: number | null): Map<string, Attended> {
    const found = new Map<string, Attended>();
    const budget: Budget = { periods: PERIODS };
    const moved = new Map<string, Set<number>>();
    for (const { uid, instead } of this.#events.values())
      if (instead !== null) moved.set(uid, (moved.get(uid) ?? new Set()).add(instead));
    for (const event of this.#events.values()) {
      const { people, declined, cancelled, instead } = event;
      const others = people.filter(({ email }) => !own.has(email));
      if (cancelled || others.length === 0 || people.length > AUDIENCE) continue;
      if (declined.some((email) => own.has(email))) continue;
      const days = daysOf(event, instead === null ? moved.get(event.uid) : undefined, { today, budget });
      for (const { email, name } of others) attend(found, { email, name, days, summary: event.summary });
    }
    return found;
  }
}

function daysOf(
  { start, rule, except, also }: CalendarEvent,
  moved: ReadonlySet<number> | undefined,
  { today, budget }: { today: number | null; budget: Budget },
): number[] {
  const last = today ?? start;
  const days = rule === null ? [start] : pastDays(start, rule, { today: last, most: SERIES, budget });
  const off = new Set([...except, ...(moved ?? [])]);
  return [...new Set([...days, ...also])]
    .filter((day) => day <= last && !off.has(day))
    .sort((a, b) => b - a)
    .slice(0, SERIES);
}

function attend(
  found: Map<string, Attended>,
  { email, name, days, summary }: { email: string; name: string; days: number[]; summary: string },
): void {
  const [last, first] = [days[0], days.at(-1)];
  if (last === undefined || first === undefined) return;
  const known = found.get(email);
  const newest = days.slice(0, NEWEST_OF_SERIES).map((day) => ({ day: dayText(day), summary }));
  if (known === undefined) {
    found.set(email, {
      meetings: days.length,
      first: dayText(first),
      last: dayText(last),
      newest,
      name,
    });
    return;
  }
  known.meetings += days.length;
  if (dayText(first) < known.first) known.first = dayText(first);
  if (dayText(last) > known.last) known.last = dayText(last);
  known.name ||= name;
  known.newest = [...known.newest, ...newest].sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, NEWEST);
}
