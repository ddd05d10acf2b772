import { isTooDeep } from '../../core/text/jsonDepth.ts';
import { ownValue } from '../../core/text/table.ts';
import { decryptText, isEncrypted } from '../cipher.ts';
import { ImportError } from '../errors.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import type { SourceText } from '../source.ts';
import {
  isGoogleHeader,
  isOutlookHeader,
  isPlausibleHeader,
  readGoogle,
  readMapped,
  readOutlook,
} from './addressBooks.ts';
import { isBackup, readBackupValue } from './backup.ts';
import { isCalendar, readCalendar } from './calendar.ts';
import { guessMapping } from './columns.ts';
import { isJsContact, readJsContacts } from './jscontact.ts';
import {
  isEducationHeader,
  isEndorsementsHeader,
  isInvitationsHeader,
  isJobPreferencesHeader,
  isLanguagesHeader,
  isMessagesHeader,
  isPositionsHeader,
  isProfileHeader,
  isRecommendationsHeader,
  isSkillsHeader,
  readEducation,
  readEndorsements,
  readInvitations,
  readJobPreferences,
  readLanguages,
  readMessages,
  readPositions,
  readProfile,
  readRecommendations,
  readSkills,
} from './linkedinArchive.ts';
import { isConnectionsHeader, readConnections } from './linkedinConnections.ts';
import { isMailCounts, readMailCounts } from './mailCounts.ts';
import type { ParseOptions } from './options.ts';
import type { ColumnMapping, Findings, ImportFormat } from './parsed.ts';
import { isResume, readResume } from './resume.ts';
import { guessSeparator } from './separator.ts';
import { type IsHeader, openTable, type Table } from './table.ts';
import { isJcard, readJcards } from './vcard.ts';
import { isWeitblickHeader, readWeitblickCsv } from './weitblickCsv.ts';

/** A way to read one file, chosen by what stands in it. */
export interface Reading {
  format: ImportFormat;
  /** Of a table: what stands between its cells. */
  separator?: string;
  read(findings: Findings): Promise<void> | void;
}

interface CsvReader {
  format: ImportFormat;
  isHeader: IsHeader;
  read(table: Table, findings: Findings): Promise<void>;
  /** Its rows are only counted, so that it may have many more. */
  isCounted?: true;
}

/** The known tables, most particular first. */
const CSV_READERS: readonly CsvReader[] = [
  { format: 'weitblickCsv', isHeader: isWeitblickHeader, read: readWeitblickCsv },
  { format: 'linkedinConnections', isHeader: isConnectionsHeader, read: readConnections },
  { format: 'linkedinMessages', isHeader: isMessagesHeader, read: readMessages, isCounted: true },
  {
    format: 'linkedinInvitations',
    isHeader: isInvitationsHeader,
    read: readInvitations,
    isCounted: true,
  },
  {
    format: 'linkedinEndorsements',
    isHeader: isEndorsementsHeader,
    read: readEndorsements,
    isCounted: true,
  },
  {
    format: 'linkedinRecommendations',
    isHeader: isRecommendationsHeader,
    read: readRecommendations,
  },
  {
    format: 'linkedinJobPreferences',
    isHeader: isJobPreferencesHeader,
    read: readJobPreferences,
  },
  { format: 'linkedinProfile', isHeader: isProfileHeader, read: readProfile },
  { format: 'linkedinPositions', isHeader: isPositionsHeader, read: readPositions },
  { format: 'linkedinEducation', isHeader: isEducationHeader, read: readEducation },
  { format: 'linkedinSkills', isHeader: isSkillsHeader, read: readSkills },
  { format: 'linkedinLanguages', isHeader: isLanguagesHeader, read: readLanguages },
  { format: 'googleCsv', isHeader: isGoogleHeader, read: readGoogle },
  { format: 'outlookCsv', isHeader: isOutlookHeader, read: readOutlook },
];

/**
 * What the text is, by its content; `null` when nothing in it is known and it stands in a zip among others.
 * @throws ImportError `empty`, `damagedJson`, `unknownFormat`, `unknownHeader`, and those of an encrypted backup.
 */
export async function detectFormat(
  { head, text }: SourceText,
  file: { name: string; zipped: boolean },
  {
    passphrase,
    crypto = globalThis.crypto,
    mappings = {},
    separators = {},
    fileBytes = IMPORT_LIMITS.fileBytes,
    rows = IMPORT_LIMITS.rows,
  }: ParseOptions,
): Promise<Reading | null> {
  const start = head.trimStart();
  if (start === '') throw new ImportError('empty');
  if (isEncrypted(start)) {
    const plain = await decryptText(wholeText(text, fileBytes), passphrase, crypto);
    const reading = detectJson(plain, false);
    return reading === null ? null : { ...reading, format: 'encryptedBackup' };
  }
  if (/^[{[]/.test(start)) return detectJson(wholeText(text, fileBytes), file.zipped);
  if (isCalendar(start)) return { format: 'calendar', read: (findings) => readCalendar(text(), findings) };
  const separator = ownValue(separators, file.name) ?? guessSeparator(head);
  const known = detectCsv(text, separator, rows);
  if (known !== null || file.zipped) return known;
  return mapCsv(text, { separator, maxRows: rows }, file.name, ownValue(mappings, file.name));
}

/** A text that has to be held as a whole: unpacked, too, it may be no larger than a file. */
function wholeText(text: () => Iterable<string>, most: number): string {
  const pieces: string[] = [];
  let length = 0;
  for (const piece of text()) {
    length += piece.length;
    if (length > most) throw new ImportError('tooLarge', { megabytes: most / 2 ** 20 });
    pieces.push(piece);
  }
  return pieces.join('');
}

function detectJson(text: string, zipped: boolean): Reading | null {
  if (isTooDeep(text)) throw new ImportError('damagedJson');
  let value: unknown;
  try {
    // A half character can come by an escape alone; addresses and keys made of one would fail.
    value = JSON.parse(text, /\\ud[89a-f]/i.test(text) ? wellFormed : undefined);
  } catch {
    throw new ImportError('damagedJson');
  }
  if (isBackup(value))
    return { format: 'backup', read: (findings) => findings.backup(readBackupValue(value)) };
  if (isMailCounts(value)) return { format: 'mailbox', read: (findings) => readMailCounts(value, findings) };
  if (isJcard(value)) return { format: 'vcard', read: (findings) => readJcards(value, findings) };
  if (isJsContact(value)) return { format: 'jscontact', read: (findings) => readJsContacts(value, findings) };
  if (isResume(value)) return { format: 'jsonResume', read: (findings) => readResume(value, findings) };
  if (zipped) return null;
  throw new ImportError('unknownFormat');
}

function wellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

function detectCsv(text: () => Iterable<string>, separator: string, rows: number): Reading | null {
  for (const { format, isHeader, read, isCounted } of CSV_READERS) {
    const maxRows = isCounted ? IMPORT_LIMITS.countedRows : rows;
    const open = () => openTable(text(), isHeader, { separator, maxRows });
    if (open() === null) continue;
    return {
      format,
      separator,
      read: async (findings) => {
        const table = open();
        if (table !== null) await read(table, findings);
      },
    };
  }
  return null;
}

function namesPerson({ fullName, givenName, familyName }: ColumnMapping): boolean {
  return (fullName ?? givenName ?? familyName) !== undefined;
}

/** How many rows of an unknown table are shown for the choice of columns. */
const SAMPLE = 5;

/** A table that nobody knows: with the user's columns it is read, without them it asks for them. */
function mapCsv(
  text: () => Iterable<string>,
  options: { separator: string; maxRows: number },
  file: string,
  mapping: ColumnMapping | undefined,
): Reading {
  // The first row that names a person's columns, else the first that could be a header at all: tables begin
  // with titles and notes as well.
  const opened = (accepts: (cells: readonly string[]) => boolean) => {
    let header: string | null = null;
    return openTable(
      text(),
      (keys, cells) => {
        const names = [...keys].join('|');
        if (header === null && accepts(cells)) header = names;
        return names === header;
      },
      options,
    );
  };
  const named = (cells: readonly string[]) => isPlausibleHeader(cells) && namesPerson(guessMapping(cells));
  const open = () => opened(named) ?? opened(isPlausibleHeader) ?? opened(() => true);
  const table = open();
  if (table === null || !isPlausibleHeader(table.header))
    throw new ImportError('unknownHeader', { header: (table?.header ?? []).join(', ').slice(0, 200) });
  return {
    format: 'csv',
    separator: options.separator,
    read: async (findings) => {
      const again = open();
      if (again === null) return;
      if (mapping !== undefined) {
        await readMapped(again, mapping, findings);
        return;
      }
      const sample: string[][] = [];
      for (const row of again.rows) {
        if ('cells' in row) sample.push(row.cells.map((cell) => cell.slice(0, 200)));
        if (sample.length === SAMPLE) break;
      }
      findings.mapping({ file, header: again.header, sample, suggestion: guessMapping(again.header) });
    },
  };
}
