import type { Contact, Tie } from '../../core/model/index.ts';
import type { Language } from '../../core/taxonomy/index.ts';
import { neutralise } from '../cells.ts';
import { csvLine } from '../csv.ts';
import { CSV_COLUMNS, csvPerson, ID_HEADER, RAW_ID_HEADER } from '../csvColumns.ts';
import { cellIn, headingIn } from '../csvGerman.ts';
import type { Codes } from './graph.ts';

export interface CsvExportOptions {
  /** `;` is what German spreadsheets expect. */
  separator?: ',' | ';';
  /** Leave cells as they are, also those that a spreadsheet would run as a formula. */
  raw?: boolean;
  /** What is derived about each contact; columns of their own, apart from the user's corrections. */
  codesOf?: ((contact: Contact) => Codes) | undefined;
  /** Of headings, fixed values and the names of functions and industries; English when absent. */
  language?: Language;
  /** Titles of the goals that `codesOf` tells the fits to, in the same order. */
  fittedGoals?: readonly string[] | undefined;
}

/** Rows put together before they are handed on: few pieces, little memory. */
const ROWS_PER_PIECE = 500;

/**
 * The contacts as CSV (RFC 4180) with byte order mark and one row each, in pieces. What the user typed over
 * stands in place of what was captured. `ties` are those between the user (`me`) and the contacts.
 * Read again by our own import, see `csvColumns.ts`.
 */
export async function* writeCsv(
  contacts: Iterable<Contact> | AsyncIterable<Contact>,
  ties: Iterable<Tie>,
  { separator = ',', raw = false, codesOf, language = 'en', fittedGoals = [] }: CsvExportOptions = {},
): AsyncGenerator<string> {
  const tieOf = tiesOfMe(ties);
  yield `\uFEFF${csvLine([...CSV_COLUMNS.map(({ header }) => headingIn(header, language)), raw ? RAW_ID_HEADER : ID_HEADER], separator)}`;
  let piece = '';
  let rows = 0;
  for await (const contact of contacts) {
    const person = csvPerson(contact, tieOf.get(contact.id), codesOf?.(contact), language, fittedGoals);
    const cells = CSV_COLUMNS.map(({ header, write }) =>
      cellIn(header, String(write(person) ?? ''), language),
    );
    cells.push(contact.id);
    piece += csvLine(raw ? cells : cells.map(neutralise), separator);
    rows += 1;
    if (rows % ROWS_PER_PIECE === 0) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

/** The tie between the user and each contact: by contact id. */
export function tiesOfMe(ties: Iterable<Tie>): Map<string, Tie> {
  const byContact = new Map<string, Tie>();
  for (const tie of ties)
    if (tie.kind === 'knows') {
      if (tie.from === 'me') byContact.set(tie.to, tie);
      else if (tie.to === 'me' && !byContact.has(tie.from)) byContact.set(tie.from, tie);
    }
  return byContact;
}
