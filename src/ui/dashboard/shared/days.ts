import { currentLanguage, t } from '../../../browser/text.ts';

const DAY_MS = 86_400_000;

/** The calendar day of an instant where the user is, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}

/** `day` moved by whole days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** A calendar day as people write it, without the year when it is this one. */
export function dayWords(day: string, today: string): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(currentLanguage(), {
    day: 'numeric',
    month: 'long',
    ...(!sameYear && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(day));
}

/** How far away a day is: “today”, “in 3 days”, “2 weeks ago”. */
export function nearWords(day: string, today: string): string {
  const days = daysBetween(today, day);
  const format = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' });
  if (Math.abs(days) < 14) return format.format(days, 'day');
  if (Math.abs(days) < 60) return format.format(Math.trunc(days / 7), 'week');
  return format.format(Math.trunc(days / 30.44), 'month');
}

/** How long ago an instant is: “2 minutes ago”, “yesterday”; `now` in milliseconds. What lies ahead is just now. */
export function agoWords(instant: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000);
  if (!(minutes >= 1)) return t('sync_justNow');
  const format = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' });
  if (minutes < 60) return format.format(-minutes, 'minute');
  if (minutes < 24 * 60) return format.format(-Math.floor(minutes / 60), 'hour');
  const days = Math.floor(minutes / (24 * 60));
  return days < 60 ? format.format(-days, 'day') : format.format(-Math.floor(days / 30.44), 'month');
}

/** The day written out, for the head of a letter. */
export function longDay(instant: Date): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'full' }).format(instant);
}

/** Fewer people than these make no share: per cent of four would be an invented certainty. */
export const FEW_PEOPLE = 5;

/** A share, 0 to 1, as the language writes per cent; what is more than nothing is never shown as 0. */
export function percent(share: number): string {
  const shown = share > 0 && share < 0.01 ? 0.01 : share;
  return new Intl.NumberFormat(currentLanguage(), { style: 'percent', maximumFractionDigits: 0 }).format(
    shown,
  );
}
