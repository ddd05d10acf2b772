import { type Birthday, birthdayOf } from '../core/model/index.ts';
import { parseDay } from './import/days.ts';

/**
 * A birthday as address books write it: `1990-05-04`, `19900504`, `--05-04`, `--0504`, with or without a time, or any
 * day that a table knows (`4.5.1990`). `omitted`: a year that stands for an unknown one. `null` for anything else, as
 * for a month or a year alone.
 */
export function parseBirthday(text: string, omitted?: string): Birthday | null {
  // A spreadsheet's mark of a text, and the blank that Google puts before a day without a year.
  const clean = text.slice(0, 60).trim().replace(/^'/, '').trim();
  const match = /^(\d{4}|-)-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(clean);
  if (match !== null) {
    const [, year = '-', month, day] = match;
    return birthdayOf(year === '-' || year === omitted ? null : Number(year), Number(month), Number(day));
  }
  const day = parseDay(clean);
  if (day === null) return null;
  const [year, month, date] = day.split('-').map(Number);
  return birthdayOf(year ?? null, month ?? 0, date ?? 0);
}

/** Programs that must write a year put this one, a leap year, where it is not known. */
export const NO_YEAR = '1604';

/** A birthday as vCard 4.0 writes it (RFC 6350, 4.3.1): `19900504`, `--0504`. */
export function basicBirthday(birthday: Birthday): string {
  const [month, day] = [birthday.slice(-5, -3), birthday.slice(-2)];
  return birthday.startsWith('-') ? `--${month}${day}` : `${birthday.slice(0, 4)}${month}${day}`;
}
