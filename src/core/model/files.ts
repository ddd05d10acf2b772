/** The words that files, messages and screens share about importing and exporting. */

/** What a column of an unknown table can be taken for. */
export const MAPPABLE_FIELDS = [
  'fullName',
  'givenName',
  'familyName',
  'company',
  'title',
  'headline',
  'location',
  'country',
  'email',
  'url',
  'industry',
  'skills',
  'tags',
  'note',
  'connectedOn',
  'lastContact',
] as const;
export type MappableField = (typeof MAPPABLE_FIELDS)[number];

/** Fields of the own profile that hold one word: the user's stays unless they take the archive's. */
export const ME_FIELDS = ['name', 'headline', 'place'] as const;
export type MeField = (typeof ME_FIELDS)[number];

export const EXPORT_FORMATS = [
  'csv',
  'vcard3',
  'vcard4',
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
  'goals',
  'tombstones',
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
