import { fold } from '../../core/text/fold.ts';

/** Month by the first letters of its folded name, in English, German, French, Spanish, Italian, Dutch and Portuguese. */
const MONTHS: readonly (readonly [start: string, month: number])[] = [
  ['jan', 1],
  ['ene', 1],
  ['feb', 2],
  ['fev', 2],
  ['mar', 3],
  ['mrz', 3],
  ['apr', 4],
  ['avr', 4],
  ['abr', 4],
  ['may', 5],
  ['mai', 5],
  ['jun', 6],
  ['juin', 6],
  ['jul', 7],
  ['juil', 7],
  ['aug', 8],
  ['aou', 8],
  ['ago', 8],
  ['sep', 9],
  ['oct', 10],
  ['okt', 10],
  ['nov', 11],
  ['dec', 12],
  ['dez', 12],
  ['dic', 12],
  ['gen', 1],
  ['mrt', 3],
  ['mei', 5],
  ['mag', 5],
  ['giu', 6],
  ['lug', 7],
  ['set', 9],
  ['out', 10],
  ['ott', 10],
];

/**
 * A calendar day as archives and spreadsheets write it (`12 Mar 2024`, `7-Feb-22`, `12. März 2024`,
 * `Mar 7, 2022`, `2026-08-01 02:00:00 UTC`, `12.03.2024`, `1/2/17, 3:04 PM`), as `YYYY-MM-DD`.
 * Numbers with slashes are month first, as LinkedIn wrote them, unless the first one is above 12.
 * `null` for anything else.
 */
export function parseDay(text: string): string | null {
  const clean = fold(text.slice(0, 60));
  let match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(clean);
  if (match) return day(match[1], match[2], match[3]);
  match = /^(\d{1,2})(?:\.? |-|\. ?)([a-z]{3,12})\.?(?: |-)(\d{4}|\d{2})(?!\d)/.exec(clean);
  if (match) return day(match[3], monthOf(match[2] ?? ''), match[1]);
  match = /^(?:[a-z]{3,9}, )?([a-z]{3,12})\.? (\d{1,2}),? (\d{4})(?!\d)/.exec(clean);
  if (match) return day(match[3], monthOf(match[1] ?? ''), match[2]);
  match = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)/.exec(clean);
  if (match) return day(match[3], match[2], match[1]);
  match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/.exec(clean);
  if (match)
    return Number(match[1]) > 12 ? day(match[3], match[2], match[1]) : day(match[3], match[1], match[2]);
  return null;
}

function monthOf(word: string): string {
  return String(MONTHS.findLast(([start]) => word.startsWith(start))?.[1] ?? 0);
}

function day(
  year: string | undefined,
  month: string | undefined,
  dayOfMonth: string | undefined,
): string | null {
  const y = Number(year) + (year?.length === 2 ? 2000 : 0);
  const [m, d] = [Number(month), Number(dayOfMonth)];
  const date = new Date(Date.UTC(y, m - 1, d));
  const exists = y >= 1900 && y < 2200 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return exists ? date.toISOString().slice(0, 10) : null;
}
