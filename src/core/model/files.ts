/** The words that files, messages and screens share about importing and exporting. */

/** What a column of an unknown table can be taken for. */
export const MAPPABLE_FIELDS = [
  'fullName',
  'givenName',
  'middleName',
  'familyName',
  'company',
  'title',
  'headline',
  'location',
  'region',
  'country',
  'email',
  'email2',
  'email3',
  'url',
  'url2',
  'url3',
  'industry',
  'skills',
  'tags',
  'note',
  'connectedOn',
  'lastContact',
] as const;
export type MappableField = (typeof MAPPABLE_FIELDS)[number];

/** What can stand between the cells of a table. */
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/**
 * How the letters of a text can be written down, by the labels of the WHATWG Encoding Standard, and four that it lacks
 * (DOS, Mac of Central Europe). All of them can be chosen; which are guessed by a text's own evidence stands with the
 * reader of texts.
 */
export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'macintosh',
  'ibm850',
  'ibm437',
  'iso-8859-15',
  'windows-1250',
  'iso-8859-2',
  'ibm852',
  'x-mac-ce',
  'windows-1251',
  'koi8-u',
  'x-mac-cyrillic',
  'ibm866',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** Fields of the own profile that hold one word: the user's stays unless they take the archive's. */
export const ME_FIELDS = ['name', 'headline', 'place'] as const;
export type MeField = (typeof ME_FIELDS)[number];

export const EXPORT_FORMATS = [
  'csv',
  'vcard3',
  'vcard4',
  'ics',
  'jscontact',
  'jsonld',
  'gexf',
  'graphml',
  'markdown',
  'backup',
  'encryptedBackup',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * How much of the contacts goes out. `full`: all. `withoutNotes`: without note, log and next step.
 * `pseudonymised`: to share the picture of a network; no name, address, id, free text or own words,
 * companies and schools as numbers, years without months.
 */
export const REDACTIONS = ['full', 'withoutNotes', 'pseudonymised'] as const;
export type Redaction = (typeof REDACTIONS)[number];

/** What a damaged backup or database holds that is not whole, by kind; `fields` are single values of contacts. */
export const LEFT_OUT = [
  'contacts',
  'captures',
  'ties',
  'questions',
  'goals',
  'tombstones',
  'snapshots',
  'me',
  'settings',
  'fields',
] as const;
export type LeftOutKind = (typeof LEFT_OUT)[number];
/** How many of each were left out, or that all of them were; a kind of which nothing was is absent. */
export type LeftOut = Partial<Record<LeftOutKind, number | 'all'>>;

/** Counts one more (or `by` more) that was left out. */
export function leaveOut(leftOut: LeftOut, kind: LeftOutKind, by: number | 'all' = 1): void {
  const known = leftOut[kind] ?? 0;
  if (by === 'all' || known === 'all') leftOut[kind] = 'all';
  else if (by > 0) leftOut[kind] = known + by;
}
