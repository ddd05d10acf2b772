import { whenAsked } from './whenAsked.ts';

/** A span as a profile shows it; `end: null` is "until today", an absent end is "not said". */
export interface Period {
  start?: string;
  end?: string | null;
}

/** `2024年3月`, `2024년 3월 5일`: year, month and day with their units. */
const EAST_ASIAN = /(\d{4}) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?\d{1,2} ?[日일])?)?/g;

/**
 * Month words without accents and dots, one row a month: English, German, French, Spanish, then Italian, Dutch,
 * Polish (both cases), Portuguese, Russian where it is new.
 */
const MONTH_WORDS = [
  'jan january januar janner jaenner janv janvier ene enero gen gennaio januari sty styczen stycznia janeiro янв январь января',
  'feb february februar feber fev fevr fevrier febrero febbraio februari lut luty lutego fevereiro февр фев февраль февраля',
  'mar march marz maerz mrz mars marzo mrt maart marzec marca marco март марта',
  'apr april avr avril abr abril aprile kwi kwiecien kwietnia апр апрель апреля',
  'may mai mayo mag maggio mei maj maja maio май мая',
  'jun june juni juin junio giu giugno cze czerwiec czerwca junho июн июнь июня',
  'jul july juli juil juillet julio lug luglio lip lipiec lipca julho июл июль июля',
  'aug august aou aout ago agosto augustus sie sierpien sierpnia авг август августа',
  'sep sept september septembre septiembre set setiembre settembre wrz wrzesien wrzesnia setembro сент сен сентябрь сентября',
  'oct october okt oktober octobre octubre ott ottobre paz pazdziernik pazdziernika out outubro окт октябрь октября',
  'nov november novembre noviembre lis listopad listopada novembro нояб ноя ноябрь ноября',
  'dec december dez dezember decembre dic diciembre dicembre gru grudzien grudnia dezembro дек декабрь декабря',
];
const months = whenAsked(
  () => new Map(MONTH_WORDS.flatMap((words, row) => words.split(' ').map((word) => [plain(word), row + 1]))),
);

const words = (text: string): (() => ReadonlySet<string>) => whenAsked(() => new Set(plain(text).split(' ')));

const today = words(
  "present now current currently today ongoing heute aktuell jetzt gegenwartig gegenwart laufend aujourd'hui aujourdhui actuel actuellement actualidad actualmente presente actual hoy attuale oggi attualmente heden nu obecnie teraz dzis momento atual atualmente hoje nuvarande настоящее 现在 現在 至今 目前 今 现 현재",
);
/** Words that open a span without an end. */
const since = words('since seit ab depuis desde dal sinds vanaf od sedan');
/** Words that lead to the end. */
const until = words('to until till bis a au al hasta jusqu jusque tot do ad fino ate по');
const filler = words(
  'from von vom of de del du la le el the jour ce en cours und and et y da o het van e em i время',
);

/** Units of time as the known languages write them; a number before one makes a length, not a date. */
const UNIT =
  'years?|yrs?|months?|mos?|jahre?n?|monate?n?|ans?|annees?|mois|anos?|mes(?:es|e|i)?|ann[oi]|jaar|maand(?:en)?|mnd|lata?|rok|miesi[a-z]{2,3}|mies|лет|года?|мес(?:яц\\p{L}{0,2})?|j\\.|m\\.';
const DURATION = new RegExp(
  `(?:\\b\\d{1,3}|\\bless than an?|\\bweniger als ein(?:em)?|\\bmoins d'une?|\\bmenos de une?|\\bmeno di une?|\\bminder dan een|\\beine?|\\bune?)\\s*(?:${UNIT})\\.?(?![\\p{L}\\d])`,
  'gu',
);

const TOKEN =
  /(?<iso>\d{4})-(?<isoMonth>\d{1,2})(?:-\d{1,2}(?:t[\d:.z+-]*)?)?(?!\d)|(?:\d{1,2}[./])?(?<month>\d{1,2})[./](?<monthYear>\d{4})(?!\d)|(?:\d{1,2}\.?\s+)?(?<word>\p{L}+)\.?,?\s*(?:\d{1,2},\s*)?(?:del?\s+)?(?<wordYear>\d{4})(?!\d)|(?<year>\d{4})(?!\d)|(?<plain>\p{L}[\p{L}']*)|(?<dash>[-‐-―−~→])/gu;

/** What stands between a span and its length. */
const FACETS = /[·•|]/;

/** Longest text that is looked at: no date line is longer. */
const MAX_LENGTH = 120;

/**
 * One date, in any of the known languages or ISO form, as `YYYY` or `YYYY-MM`.
 * Answers `null` for anything that holds more or less than one date.
 */
export function parseDate(text: string): string | null {
  const found = scan(text);
  return found?.dates.length === 1 && !found.today ? (found.dates[0] ?? null) : null;
}

/**
 * A span such as `Jan 2020 - Present · 4 yrs`, `Apr. 2023–Okt. 2026`, `von 01/2019 bis heute`, `depuis 2018`.
 * Durations are ignored. A lone date is a start. Answers `null` when the text says anything else besides.
 */
export function parsePeriod(text: string): Period | null {
  for (const facet of text.slice(0, MAX_LENGTH).split(FACETS)) {
    const period = spanOf(facet);
    if (period !== null) return period;
  }
  return null;
}

/** Is the whole line a span, with or without its duration? Then it can be nothing else, such as a place. */
export function isPeriodLine(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const facets = text.split(FACETS).filter((facet) => facet.trim() !== '');
  return (
    facets.some((facet) => spanOf(facet) !== null) &&
    facets.every((facet) => spanOf(facet) !== null || isDuration(facet))
  );
}

/** `4 yrs 3 mos`, `3 Jahre und 7 Monate`: a length of time without dates. */
export function isDuration(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const rest = plain(text).replace(DURATION, '#');
  return rest.includes('#') && /^[#\s,.()&]*(?:(?:und|and|et|y|en|e|i)(?![\p{L}])[#\s,.()]*)?$/u.test(rest);
}

function spanOf(facet: string): Period | null {
  const found = scan(facet);
  if (found === null) return null;
  const [first, second, third] = found.dates;
  if (third !== undefined) return null;
  if (first === undefined) return null;
  if (second !== undefined)
    return found.today ? null : second < first.slice(0, second.length) ? null : { start: first, end: second };
  if (found.today || found.since) return { start: first, end: null };
  if (found.untilFirst) return { end: first };
  return { start: first };
}

interface Scan {
  dates: string[];
  today: boolean;
  since: boolean;
  untilFirst: boolean;
}

/** Reads every token; `null` as soon as one is neither date nor connector. */
function scan(text: string): Scan | null {
  if (text.length > MAX_LENGTH) return null;
  const scanned: Scan = { dates: [], today: false, since: false, untilFirst: false };
  const body = plain(text).replace(DURATION, ' ');
  let rest = '';
  let last = 0;
  for (const match of body.matchAll(TOKEN)) {
    rest += body.slice(last, match.index);
    last = match.index + match[0].length;
    const part = match.groups ?? {};
    if (part.dash !== undefined) continue;
    if (part.plain !== undefined) {
      if (today().has(part.plain)) scanned.today = true;
      else if (since().has(part.plain)) scanned.since = true;
      else if (until().has(part.plain)) scanned.untilFirst ||= scanned.dates.length === 0;
      else if (!filler().has(part.plain)) return null;
      continue;
    }
    const word = part.word;
    let month = Number(part.isoMonth ?? part.month ?? 0);
    if (word !== undefined) {
      month = months().get(word) ?? 0;
      if (month === 0) {
        if (since().has(word)) scanned.since = true;
        else if (until().has(word)) scanned.untilFirst ||= scanned.dates.length === 0;
        else if (!filler().has(word)) return null;
      }
    }
    const year = part.iso ?? part.monthYear ?? part.wordYear ?? part.year ?? '';
    if (year < '1900' || year > '2099' || month > 12) return null;
    scanned.dates.push(month === 0 ? year : `${year}-${String(month).padStart(2, '0')}`);
  }
  rest += body.slice(last);
  return /^[\s,.()/:']*$/.test(rest) ? scanned : null;
}

function plain(text: string): string {
  return text
    .replace(
      EAST_ASIAN,
      (_, year: string, month: string | undefined) => ` ${month ? `${month}/${year}` : year} `,
    )
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’`´]/g, "'")
    .toLowerCase();
}

/** Is the text nothing but a word for today (`Present`, `heute`, `atual`, `現在`)? */
export function isToday(text: string): boolean {
  const found = scan(text);
  return found?.today === true && found.dates.length === 0;
}
