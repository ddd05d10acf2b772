/*
 * When a recurring event took place (RFC 5545 3.3.10), by days. Of a series without end only what is past is asked
 * for, newest first: it is walked backwards from today, so that its age costs nothing.
 */

/** A rule as far as it speaks of days; `null` in `readRule` for one that cannot be read. */
export interface Rule {
  frequency: 'day' | 'week' | 'month' | 'year';
  interval: number;
  count?: number;
  /** Number of the last day. */
  until?: number;
  /** Weekday, 0 is Monday; `nth` from the front or, below zero, from behind, 0 every one. */
  byDay: { weekday: number; nth: number }[];
  byMonthDay: number[];
  byYearDay: number[];
  byMonth: number[];
  bySetPos: number[];
  weekStart: number;
}

/** Periods of one rule that are looked at; a hundred years of days are twice as many. */
const PERIODS = 20_000;
/** Days that one step looks at: rules that people write take one a period, whatever names hundreds takes more. */
const DAYS_OF_STEP = 64;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Days since 1970-01-01 of an ISO 8601 day, or of `YYYYMMDD` with anything behind; `null` for none. */
export function dayNumber(text: string): number | null {
  const match = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const valid = year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return valid ? time / 86_400_000 : null;
}

/** The ISO 8601 day of a day's number. */
export function dayText(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** Reads the value of `RRULE`; `null` when it is none, or rests on numbers of weeks. */
export function readRule(value: string): Rule | null {
  const parts = new Map(
    value
      .slice(0, 1_000)
      .toUpperCase()
      .split(';')
      .map((part) => [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()]),
  );
  const frequency = { YEARLY: 'year', MONTHLY: 'month', WEEKLY: 'week' } as const;
  const named = parts.get('FREQ') ?? '';
  const often = /^(?:DAILY|HOURLY|MINUTELY|SECONDLY)$/.test(named);
  const known = named === 'YEARLY' || named === 'MONTHLY' || named === 'WEEKLY';
  if (!(often || known) || parts.has('BYWEEKNO')) return null;
  // Each once: a day that is named a hundred times is one day.
  const numbers = (name: string, most: number) => [
    ...new Set(
      (parts.get(name) ?? '')
        .split(',')
        .map(Number)
        .filter((number) => Number.isInteger(number) && number !== 0 && Math.abs(number) <= most),
    ),
  ];
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const count = Number(parts.get('COUNT'));
  const until = dayNumber(parts.get('UNTIL') ?? '');
  return {
    frequency: known ? frequency[named] : 'day',
    // More than once a day is once a day here.
    interval:
      Number.isInteger(interval) && interval > 0 && interval < 10_000 && (known || named === 'DAILY')
        ? interval
        : 1,
    ...(Number.isInteger(count) && count > 0 && { count }),
    ...(until !== null && { until }),
    byDay: [...new Set((parts.get('BYDAY') ?? '').split(','))].flatMap((text) => {
      const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text.trim());
      return match ? [{ weekday: WEEKDAYS.indexOf(match[2] ?? ''), nth: Number(match[1] ?? 0) }] : [];
    }),
    byMonthDay: numbers('BYMONTHDAY', 31),
    byYearDay: numbers('BYYEARDAY', 366),
    byMonth: numbers('BYMONTH', 12).filter((month) => month > 0),
    bySetPos: numbers('BYSETPOS', 366),
    weekStart: Math.max(0, WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO')),
  };
}

/** The steps that a whole file may take; used up, a series counts by its first day alone. */
export interface Budget {
  periods: number;
}

/**
 * The days of a series up to `today`, newest first, at most `most` of them. The first day always belongs to it.
 * @param start number of the first day
 */
export function pastDays(
  start: number,
  rule: Rule,
  { today, most, budget }: { today: number; most: number; budget: Budget },
): number[] {
  if (start > today) return [];
  const last = Math.min(today, rule.until ?? today);
  const days =
    rule.count === undefined
      ? backwards(start, rule, last, most, budget)
      : forwards(start, rule, last, budget);
  if (!days.includes(start) && days.length < most) days.push(start);
  return days.sort((a, b) => b - a).slice(0, most);
}

function backwards(start: number, rule: Rule, last: number, most: number, budget: Budget): number[] {
  const days: number[] = [];
  const from = periodsUntil(start, rule, last);
  const steps = stepsOf(rule);
  for (let period = from; period >= 0 && from - period < PERIODS && days.length < most; period--) {
    budget.periods -= steps;
    if (budget.periods < 0) break;
    for (const day of daysOf(start, rule, period).reverse()) if (day >= start && day <= last) days.push(day);
  }
  return days;
}

/** Which of so many are the last ones is known only after the first. */
function forwards(start: number, rule: Rule, last: number, budget: Budget): number[] {
  const { count = 0 } = rule;
  // The first day is one of them, whether the rule names it or not.
  const days = [start];
  const until = Math.min(periodsUntil(start, rule, last), PERIODS);
  const steps = stepsOf(rule);
  for (let period = 0; period <= until && days.length < count; period++) {
    budget.periods -= steps;
    if (budget.periods < 0) break;
    for (const day of daysOf(start, rule, period))
      if (day > start && day <= last && days.length < count) days.push(day);
  }
  return days;
}

/** The steps that one period takes, by the days that are looked at in it. */
function stepsOf({ frequency, byDay, byMonthDay, byYearDay, byMonth, bySetPos }: Rule): number {
  const inMonth = byMonthDay.length > 0 ? byMonthDay.length * (1 + byDay.length) : 1 + byDay.length * 5;
  const months = byMonth.length || (byMonthDay.length > 0 ? 12 : 1);
  const days = {
    day: 1 + byDay.length + byMonthDay.length,
    week: 1 + byDay.length,
    month: inMonth,
    year:
      byYearDay.length > 0
        ? byYearDay.length * (1 + byDay.length)
        : byMonth.length === 0 && byMonthDay.length === 0
          ? 1 + byDay.length * 53
          : months * inMonth,
  }[frequency];
  return Math.ceil((days + bySetPos.length) / DAYS_OF_STEP);
}

/** In which period from the first one a day lies. */
function periodsUntil(start: number, { frequency, interval, weekStart }: Rule, day: number): number {
  const [from, to] = [dateOf(start), dateOf(day)];
  const apart =
    frequency === 'day'
      ? day - start
      : frequency === 'week'
        ? (weekOf(day, weekStart) - weekOf(start, weekStart)) / 7
        : frequency === 'month'
          ? (to.year - from.year) * 12 + to.month - from.month
          : to.year - from.year;
  return Math.floor(apart / interval);
}

/** The days that a rule names in one period, in their order. */
function daysOf(start: number, rule: Rule, period: number): number[] {
  const days = [...new Set(namedDays(start, rule, period))].sort((a, b) => a - b);
  if (rule.bySetPos.length === 0) return days;
  const chosen = new Set(rule.bySetPos.map((at) => days[at > 0 ? at - 1 : days.length + at]));
  return days.filter((day) => chosen.has(day));
}

function namedDays(start: number, rule: Rule, period: number): number[] {
  const { frequency, interval, byDay, byMonthDay, byYearDay, byMonth, weekStart } = rule;
  const first = dateOf(start);
  const inMonth = (day: number) => byMonth.length === 0 || byMonth.includes(dateOf(day).month);
  if (frequency === 'day') {
    const day = start + period * interval;
    const ok =
      inMonth(day) &&
      (byDay.length === 0 || byDay.some(({ weekday }) => weekday === weekdayOf(day))) &&
      (byMonthDay.length === 0 || byMonthDay.some((at) => isMonthDay(day, at)));
    return ok ? [day] : [];
  }
  if (frequency === 'week') {
    const week = weekOf(start, weekStart) + period * interval * 7;
    const weekdays = byDay.length === 0 ? [weekdayOf(start)] : byDay.map(({ weekday }) => weekday);
    return weekdays.map((weekday) => week + ((weekday - weekStart + 7) % 7)).filter(inMonth);
  }
  if (frequency === 'month') {
    const months = first.year * 12 + first.month - 1 + period * interval;
    const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
    return byMonth.length === 0 || byMonth.includes(month) ? monthDays(year, month, first.day, rule) : [];
  }
  const year = first.year + period * interval;
  if (byYearDay.length > 0)
    return byYearDay
      .map((at) => (at > 0 ? number(year, 1, 1) + at - 1 : number(year + 1, 1, 1) + at))
      .filter((day) => dateOf(day).year === year && inMonth(day))
      .filter((day) => byDay.length === 0 || byDay.some(({ weekday }) => weekday === weekdayOf(day)));
  if (byMonth.length > 0) return byMonth.flatMap((month) => monthDays(year, month, first.day, rule));
  if (byMonthDay.length > 0)
    return Array.from({ length: 12 }, (_, i) => monthDays(year, i + 1, first.day, rule)).flat();
  if (byDay.length > 0) return weekdaysWithin(number(year, 1, 1), number(year + 1, 1, 1), byDay);
  return monthDays(year, first.month, first.day, rule);
}

function monthDays(year: number, month: number, own: number, { byDay, byMonthDay }: Rule): number[] {
  const [from, next] = [number(year, month, 1), number(year, month + 1, 1)];
  if (byMonthDay.length > 0)
    return byMonthDay
      .map((at) => (at > 0 ? from + at - 1 : next + at))
      .filter((day) => day >= from && day < next)
      .filter((day) => byDay.length === 0 || byDay.some(({ weekday }) => weekday === weekdayOf(day)));
  if (byDay.length > 0) return weekdaysWithin(from, next, byDay);
  const day = from + own - 1;
  return day < next ? [day] : [];
}

function weekdaysWithin(from: number, next: number, byDay: Rule['byDay']): number[] {
  return byDay.flatMap(({ weekday, nth }) => {
    const all: number[] = [];
    for (let day = from + ((weekday - weekdayOf(from) + 7) % 7); day < next; day += 7) all.push(day);
    if (nth === 0) return all;
    const day = all[nth > 0 ? nth - 1 : all.length + nth];
    return day === undefined ? [] : [day];
  });
}

function isMonthDay(day: number, at: number): boolean {
  const { year, month, day: own } = dateOf(day);
  return at > 0 ? own === at : own === number(year, month + 1, 1) - number(year, month, 1) + at + 1;
}

function number(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

function dateOf(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Monday. 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function weekOf(day: number, weekStart: number): number {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}
