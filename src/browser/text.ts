import { browser } from 'wxt/browser';
import type { Fact, MessageKey, Seniority, Tie } from '../core/model/index.ts';
import { functionName, industryName, type Language } from '../core/taxonomy/index.ts';
import { ownValue } from '../core/text/table.ts';

type Values = Record<string, string | number>;
type Catalogue = Record<string, { message: string }>;

/** `null`: the browser's own language decides. */
let chosen: { language: Language; catalogue: Catalogue } | null = null;

/** Uses a language other than the browser's; its catalogue is a file of the extension itself. */
export async function chooseLanguage(language: 'auto' | Language): Promise<void> {
  if (language === 'auto') chosen = null;
  else if (chosen?.language !== language) {
    const file = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json` as never));
    chosen = { language, catalogue: await file.json() };
  }
  // The background has no document; what it says is shown by the browser.
  if (typeof document !== 'undefined') document.documentElement.lang = currentLanguage();
}

/** Uses a catalogue at hand: where there is no browser. */
export function useCatalogue(language: Language, catalogue: Catalogue): void {
  chosen = { language, catalogue };
}

/** Sentences for what the browser itself shows (notifications), in the user's language. */
export async function texts(language: 'auto' | Language): Promise<typeof t> {
  await chooseLanguage(language);
  return t;
}

/** The language that is shown: the chosen one, else the browser's, English when that is neither. */
export function currentLanguage(): Language {
  if (chosen !== null) return chosen.language;
  // The catalogue in use says its own language, so that names and dates never speak another than the sentences.
  const told = browser.i18n.getMessage('catalogue_language' as never) as string;
  if (told === 'de' || told === 'en') return told;
  return browser.i18n.getUILanguage().startsWith('de') ? 'de' : 'en';
}

/** A message with its `{placeholders}` filled; with a value `count`, its `_one` or `_other` form where there is one. */
export function t(key: MessageKey, values: Values = {}): string {
  const count = typeof values.count === 'number' ? values.count : undefined;
  return messageOf(key, count).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = ownValue(values, name);
    return typeof value === 'number' ? formatNumber(value) : value === undefined ? whole : isolated(value);
  });
}

/** Hebrew, Arabic and their neighbours, which run from right to left, and the marks that turn writing round. */
const TURNS =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u200E\u200F\u202A-\u202E\u2066-\u2069\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const TURNING_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A value that may be written the other way, so that the sentence around it keeps its order (UAX #9, isolates). */
export function isolated(text: string): string {
  return TURNS.test(text) ? `\u2068${text.replace(TURNING_MARKS, '')}\u2069` : text;
}

/** The message with its `{placeholders}` still open, in the plural form for `count` where there is one. */
export function messageOf(key: MessageKey, count?: number): string {
  const form = count === undefined ? null : new Intl.PluralRules(currentLanguage()).select(count);
  // Zero is its own sentence where there is one: no language of ours has a plural form for it.
  const none = count === 0 ? lookUp(`${key}_zero`) : '';
  return none || (form && lookUp(`${key}_${form}`)) || lookUp(key) || key;
}

function lookUp(key: string): string {
  return chosen === null
    ? browser.i18n.getMessage(key as never)
    : (ownValue(chosen.catalogue, key)?.message ?? '');
}

/** A number as the language writes it. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(currentLanguage()).format(value);
}

/** A day as people write it; `YYYY-MM-DD…` in, the text itself when it is no date. */
export function formatDay(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime())
    ? instant
    : new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium' }).format(date);
}

/** A month as people write it, `Jan 2023`, `März 2023`; `YYYY-MM` in, anything else stays as it is. */
export function formatMonth(date: string): string {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(date)
    ? new Intl.DateTimeFormat(currentLanguage(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(date),
      )
    : date;
}

/** A fact of the core as a sentence; codes become names, goals their titles, contacts their names. */
export function factText(
  fact: Fact,
  goals: readonly { id: string; title: string }[] = [],
  nameOf: (contactId: string) => string | undefined = () => undefined,
): string {
  const values = factWords(fact);
  if (values.goal !== undefined) values.goal = goals.find(({ id }) => id === values.goal)?.title ?? '';
  for (const name of ['contact', 'other'] as const)
    if (values[name] !== undefined) values[name] = nameOf(String(values[name])) ?? t('contact_unknown');
  return t(fact.key, values);
}

/** A site's name as people know it, by the id of its reader; of a page without a reader of its own, that it is one. */
function siteName(id: string): string {
  const key = `site_${id || 'web'}`;
  const name = t(key as MessageKey);
  return name === key ? id.charAt(0).toUpperCase() + id.slice(1) : name;
}

/** The values of a fact in words; goals and contacts stay ids. */
export function factWords(fact: Fact): Values {
  const language = currentLanguage();
  const values: Values = { ...fact.values };
  if (values.isco !== undefined) values.isco = functionName(String(values.isco), language);
  if (values.nace !== undefined) values.nace = industryName(String(values.nace), language);
  if (values.seniority !== undefined && values.seniority !== '')
    values.seniority = t(`seniority_${values.seniority as Seniority}`);
  if (values.country !== undefined)
    values.country =
      new Intl.DisplayNames(language, { type: 'region' }).of(String(values.country)) ?? values.country;
  if (values.strength !== undefined)
    values.strength = t(`strength_${values.strength as NonNullable<Tie['strength']>}`);
  if (values.day !== undefined) values.day = formatDay(String(values.day));
  if (values.site !== undefined) values.site = siteName(String(values.site));
  return values;
}
