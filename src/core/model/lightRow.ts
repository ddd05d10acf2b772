import type { Seniority } from './classification.ts';

/**
 * What lists show of a contact whoever the user is: no distance, no fit. Derived from a contact, its career and
 * its ties; can be thrown away and made again.
 */
export interface LightRow {
  id: string;
  name: string;
  title: string;
  company: string;
  place: string;
  country: string | null;
  url: string;
  isco4: string | null;
  nace2: string | null;
  seniority: Seniority | null;
  tags: string[];
  /** The beginning of the user's note, for the search. */
  note: string;
  /** The first addresses, blanks between them, for the search. */
  emails: string;
  /** ISO 8601 day. */
  lastContact: string | null;
  nextStep: { text: string; due: string | null } | null;
  /** Days between two signs of life that the user wants to keep. */
  rhythmDays: number | null;
  /** ISO 8601 day on which the user last decided to keep the contact. */
  reviewedOn: string | null;
  /** ISO 8601 day of the last capture. */
  seen: string;
  /** ISO 8601 instants. */
  createdAt: string;
  updatedAt: string;
}

/**
 * Many light rows as one string for each column, entries apart by tabs. A hundred thousand rows are stored, sent
 * and read some fifty times faster so than as objects of their own.
 */
export interface PackedRows {
  count: number;
  columns: Record<(typeof COLUMNS)[number], string>;
}

const COLUMNS = [
  'id',
  'name',
  'title',
  'company',
  'place',
  'country',
  'url',
  'isco4',
  'nace2',
  'seniority',
  'tags',
  'note',
  'emails',
  'lastContact',
  'nextStep',
  'due',
  'rhythmDays',
  'reviewedOn',
  'seen',
  'createdAt',
  'updatedAt',
] as const;

/** Between the entries of a column, and between the tags of one row; neither occurs within any value. */
const TAB = '\t';
const INNER = '\r';

/** Rows as one text a column; tabs within values become spaces. */
export function packRows(rows: readonly LightRow[]): PackedRows {
  const columns = {} as PackedRows['columns'];
  for (const column of COLUMNS) columns[column] = rows.map((row) => clean(cell(row, column))).join(TAB);
  return { count: rows.length, columns };
}

function cell(row: LightRow, column: (typeof COLUMNS)[number]): string {
  if (column === 'tags') return row.tags.map((tag) => tag.replaceAll(INNER, ' ')).join(INNER);
  if (column === 'nextStep') return row.nextStep?.text ?? '';
  if (column === 'due') return row.nextStep?.due ?? '';
  return String(row[column] ?? '');
}

function clean(text: string): string {
  return text.includes(TAB) ? text.replaceAll(TAB, ' ') : text;
}

/** One column's entries, in the order of the rows. */
export function columnOf({ count, columns }: PackedRows, column: (typeof COLUMNS)[number]): string[] {
  // Rows that an older program packed have fewer columns.
  return count === 0 ? [] : (columns[column] ?? '').split(TAB);
}

/** The rows that were packed; missing cells are empty. */
export function unpackRows(packed: PackedRows): LightRow[] {
  const at = Object.fromEntries(COLUMNS.map((name) => [name, columnOf(packed, name)])) as Record<
    (typeof COLUMNS)[number],
    string[]
  >;
  return at.id.map((id, i) => ({
    id,
    name: at.name[i] ?? '',
    title: at.title[i] ?? '',
    company: at.company[i] ?? '',
    place: at.place[i] ?? '',
    country: at.country[i] || null,
    url: at.url[i] ?? '',
    isco4: at.isco4[i] || null,
    nace2: at.nace2[i] || null,
    seniority: (at.seniority[i] || null) as Seniority | null,
    tags: at.tags[i] ? at.tags[i].split(INNER) : [],
    note: at.note[i] ?? '',
    emails: at.emails[i] ?? '',
    lastContact: at.lastContact[i] || null,
    nextStep: at.nextStep[i] || at.due[i] ? { text: at.nextStep[i] ?? '', due: at.due[i] || null } : null,
    rhythmDays: at.rhythmDays[i] ? Number(at.rhythmDays[i]) : null,
    reviewedOn: at.reviewedOn[i] || null,
    seen: at.seen[i] ?? '',
    createdAt: at.createdAt[i] ?? '',
    updatedAt: at.updatedAt[i] ?? '',
  }));
}
