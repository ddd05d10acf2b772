import {
  BACKUP_VERSION,
  type CaptureRecord,
  type Contact,
  type ExportFormat,
  type Goal,
  type LeftOut,
  type Me,
  type Redaction,
  Settings,
  type Snapshot,
  type Tie,
  type TieQuestion,
  type Tombstone,
} from '../../core/model/index.ts';
import type { Language } from '../../core/taxonomy/index.ts';
import { createAgeSeal, sealAge } from '../age.ts';
import type { WebCrypto } from '../cipher.ts';
import { ExportError } from '../errors.ts';
import { type BackupParts, withinLimit, writeBackup } from './backup.ts';
import { type CalendarWords, writeCalendar } from './calendar.ts';
import { writeCsv } from './csv.ts';
import { writeGexf } from './gexf.ts';
import type { Codes, GraphSource } from './graph.ts';
import { writeGraphml } from './graphml.ts';
import { writeJsContacts } from './jscontact.ts';
import { writeJsonLd } from './jsonld.ts';
import { type MarkdownWords, writeMarkdown } from './markdown.ts';
import { redactor } from './redact.ts';

import { writeVcards } from './vcard.ts';

export { EXPORT_FORMATS, type ExportFormat, REDACTIONS, type Redaction } from '../../core/model/index.ts';
export type { CalendarWords } from './calendar.ts';
export type { MarkdownWords } from './markdown.ts';
export { type ReportContent, type ReportSection, writeReport } from './report.ts';

/** Ending and media type of each format's file. */
export const EXPORT_FILES: Record<ExportFormat, { extension: string; mediaType: string }> = {
  csv: { extension: 'csv', mediaType: 'text/csv;charset=utf-8' },
  vcard3: { extension: 'vcf', mediaType: 'text/vcard;charset=utf-8' },
  vcard4: { extension: 'vcf', mediaType: 'text/vcard;charset=utf-8' },
  ics: { extension: 'ics', mediaType: 'text/calendar;charset=utf-8' },
  jscontact: { extension: 'jscontact.json', mediaType: 'application/jscontact+json' },
  jsonld: { extension: 'jsonld', mediaType: 'application/ld+json' },
  gexf: { extension: 'gexf', mediaType: 'application/gexf+xml' },
  graphml: { extension: 'graphml', mediaType: 'application/graphml+xml' },
  markdown: { extension: 'zip', mediaType: 'application/zip' },
  backup: { extension: 'json', mediaType: 'application/json' },
  encryptedBackup: { extension: 'json.age', mediaType: 'application/octet-stream' },
};

/** The name under which a file is offered: never a word of a page. `day`: `YYYY-MM-DD`. */
export function exportFileName(format: ExportFormat, day: string): string {
  const what =
    format === 'backup' || format === 'encryptedBackup'
      ? 'backup'
      : format === 'ics'
        ? 'calendar'
        : 'contacts';
  return `weitblick-${what}-${day}.${EXPORT_FILES[format].extension}`;
}

/** What is exported; contacts come one after the other and are never all held. */
export interface ExportSource {
  contacts: Iterable<Contact> | AsyncIterable<Contact>;
  ties: Tie[];
  /** Backups only: all ties, one after the other, where they are not held in `ties`. */
  tiesInTurn?: (() => AsyncIterable<Tie>) | undefined;
  /** Backups only: names on pages that may mean several contacts. */
  questions?: readonly TieQuestion[] | undefined;
  me: Me | null;
  goals: Goal[];
  settings: Settings;
  /** Backups only: the history of captured pages, and hashes of whom the user has deleted. */
  captures?: Iterable<CaptureRecord> | AsyncIterable<CaptureRecord> | undefined;
  tombstones?: readonly Tombstone[] | undefined;
  /** Backups only: the state of each month. */
  snapshots?: readonly Snapshot[] | undefined;
  /** ISO 8601 instant in UTC. */
  exportedAt: string;
}

export interface ExportOptions {
  redaction?: Redaction;
  /** These contacts alone; absent: all. */
  ids?: ReadonlySet<string>;
  /** A neutral name of what somebody does, for the pseudonymised mode. */
  functionOf?(contact: Contact): string | undefined;
  /** What is derived about each contact, for CSV and the graph formats. */
  codesOf?(contact: Contact): Codes;
  /** Markdown only: headings in the user's language. */
  words?: MarkdownWords;
  /** Calendar only: what stands in it, in the user's language. */
  calendarWords?: CalendarWords;
  /** CSV only: of headings, fixed values and the names of functions and industries. */
  language?: Language;
  /** CSV only. */
  separator?: ',' | ';';
  /** CSV only: cells as they are, also those that a spreadsheet would run. */
  raw?: boolean;
  /** Backups only: takes up what could not be held and was left out. */
  leftOut?: LeftOut;
  /** Backups only: bytes of the file at most; default: what can be read back (`BACKUP_LIMITS.fileBytes`). */
  fileBytes?: number;
  /** Backups only: characters of one record at most; default: `BACKUP_LIMITS.record`. */
  record?: number;
  /** Encrypted backup only. */
  passphrase?: string;
  crypto?: WebCrypto;
}

/**
 * The file of a format, in pieces of text or bytes.
 * @throws ExportError `nothingSelected` for an empty selection, `passphraseEmpty`, `backupTooLarge`.
 */
export async function* exportFile(
  format: ExportFormat,
  source: ExportSource,
  options: ExportOptions = {},
): AsyncGenerator<string | Uint8Array> {
  const { redaction = 'full', ids } = options;
  if (ids?.size === 0) throw new ExportError('nothingSelected');
  const redact = redactor(redaction, options.functionOf);
  const selected = selectContacts(source.contacts, ids, redact.contact);
  // Numbers of a pseudonymised export follow the order of the contacts, so ties are redacted after them.
  const ties = () => selectTies(source.ties, ids).flatMap((tie) => redact.tie(tie) ?? []);
  const bare = redaction === 'pseudonymised';
  const graph: GraphSource = {
    contacts: selected,
    ties,
    me: bare ? null : source.me,
    codesOf: bare ? undefined : options.codesOf,
  };
  switch (format) {
    case 'csv':
      // Asked before the contacts: numbers of a pseudonymised export would follow the ties.
      yield* writeCsv(selected, bare ? [] : ties(), {
        ...options,
        codesOf: graph.codesOf,
        fittedGoals: source.goals.filter(({ state }) => state === 'active').map(({ title }) => title),
      });
      return;
    case 'vcard3':
      yield* writeVcards(selected, '3.0');
      return;
    case 'vcard4':
      yield* writeVcards(selected, '4.0');
      return;
    case 'ics':
      yield* writeCalendar(
        selected,
        {
          ties: bare ? [] : ties(),
          // Of some contacts alone the goals are none of theirs.
          goals: bare || ids !== undefined ? [] : source.goals,
          settings: source.settings,
          exportedAt: source.exportedAt,
        },
        {
          codesOf: graph.codesOf,
          ...(options.calendarWords !== undefined && { words: options.calendarWords }),
        },
      );
      return;
    case 'jscontact':
      yield* writeJsContacts(selected);
      return;
    case 'jsonld':
      yield* writeJsonLd(selected, bare ? null : source.me);
      return;
    case 'gexf':
      yield* writeGexf(graph, source.exportedAt.slice(0, 10));
      return;
    case 'graphml':
      yield* writeGraphml(graph);
      return;
    case 'markdown':
      yield* writeMarkdown(selected, () => (bare ? [] : ties()), options.words);
      return;
    case 'backup':
    case 'encryptedBackup': {
      const { exportedAt, me, goals, settings } = source;
      const parts: BackupParts = {
        format: 'weitblick',
        version: BACKUP_VERSION,
        exportedAt,
        me: bare ? null : me,
        goals: bare ? [] : goals,
        settings: bare ? Settings.parse({}) : settings,
        contacts: selected,
        ties: () => (source.tiesInTurn === undefined ? ties() : redacted(source.tiesInTurn(), redact.tie)),
        // They name people who are not selected, or say more of those who are.
        ...(redaction === 'full' && ids === undefined
          ? {
              questions: source.questions,
              captures: source.captures,
              tombstones: source.tombstones,
              snapshots: source.snapshots,
            }
          : {}),
      };
      const text = writeBackup(parts, options.leftOut, options.record);
      const { passphrase = '', crypto = globalThis.crypto } = options;
      const pieces: AsyncIterable<string | Uint8Array> =
        format === 'backup' ? text : sealAge(text, await createAgeSeal(passphrase, crypto), crypto);
      yield* withinLimit(pieces, options.fileBytes);
      return;
    }
    default:
      // A format that nobody writes does not compile.
      format satisfies never;
  }
}

async function* selectContacts(
  contacts: ExportSource['contacts'],
  ids: ReadonlySet<string> | undefined,
  redact: (contact: Contact) => Contact,
): AsyncGenerator<Contact> {
  for await (const contact of contacts) if (ids === undefined || ids.has(contact.id)) yield redact(contact);
}

async function* redacted(ties: AsyncIterable<Tie>, redact: (tie: Tie) => Tie | null): AsyncGenerator<Tie> {
  for await (const tie of ties) {
    const shown = redact(tie);
    if (shown !== null) yield shown;
  }
}

function selectTies(ties: readonly Tie[], ids: ReadonlySet<string> | undefined): Tie[] {
  if (ids === undefined) return [...ties];
  const goesOut = (id: string) => id === 'me' || ids.has(id);
  return ties.filter(({ from, to }) => goesOut(from) && goesOut(to));
}
