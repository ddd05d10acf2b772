import { parseDate } from '../../core/text/dates.ts';
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
 * also in Portuguese, Japanese, Chinese and Korean (`12 de março de 2024`, `2024年3月12日`), or as a spreadsheet's number.
 * Numbers with slashes are month first, as LinkedIn wrote them, unless the first one is above 12.
 * `null` for anything else.
 */
export function parseDay(text: string): string | null {
  const clean = fold(text.slice(0, 60));
  if (/^\d{5}(?:[.,]\d+)?$/.test(clean)) return ofSerial(clean);
  let match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(clean);
  if (match) return day(match[1], match[2], match[3]);
  match = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/.exec(clean) ?? EAST_ASIAN_DAY.exec(clean);
  if (match) return day(match[1], match[2], match[3]);
  // Portuguese and Spanish write `12 de março de 2024`.
  match = /^(\d{1,2})(?:\.? |-|\/|\. ?)(?:de )?([a-z]{3,12})\.?(?: |-|\/)(?:del? )?(\d{4}|\d{2})(?!\d)/.exec(
    clean,
  );
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

const EAST_ASIAN_DAY = new RegExp(
  `^(\\d{4}) ?(?:年|${fold('년')}) ?(\\d{1,2}) ?(?:月|${fold('월')}) ?(\\d{1,2}) ?(?:日|${fold('일')})`,
);

/** Days that a spreadsheet counts from the end of 1899; those of this century and the last half of the one before. */
const SERIALS = { from: 18_264, until: 73_050 } as const;

function ofSerial(text: string): string | null {
  const serial = Math.floor(Number(text.replace(',', '.')));
  if (serial < SERIALS.from || serial > SERIALS.until) return null;
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
}

/**
 * A month or year as archives have it, also after a spreadsheet has saved them (`Mar-20`, `43891`, `2020-03-01`), as
 * `YYYY-MM` or `YYYY`; `null` for anything else.
 */
export function parseMonth(text: string): string | null {
  const known = parseDate(text);
  if (known !== null) return known;
  const clean = fold(text.slice(0, 60));
  const short = /^([a-z]{3,4})\.?[- ](\d{2})$/.exec(clean);
  if (short !== null) return day(short[2], monthOf(short[1] ?? ''), '1')?.slice(0, 7) ?? null;
  return parseDay(text)?.slice(0, 7) ?? null;
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
