import {
  BACKUP_VERSION,
  type Contact,
  type Goal,
  type Me,
  type Settings,
  type Tie,
} from '../../core/model/index.ts';
import { encryptText, type WebCrypto } from '../cipher.ts';
import { ExportError } from '../errors.ts';
import { writeBackup } from './backup.ts';
import { writeCsv } from './csv.ts';
import { type Redaction, redactor } from './redact.ts';

export { REDACTIONS, type Redaction } from './redact.ts';

export const EXPORT_FORMATS = ['csv', 'backup', 'encryptedBackup'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Ending and media type of each format's file. */
export const EXPORT_FILES: Record<ExportFormat, { extension: string; mediaType: string }> = {
  csv: { extension: 'csv', mediaType: 'text/csv;charset=utf-8' },
  backup: { extension: 'json', mediaType: 'application/json' },
  encryptedBackup: { extension: 'weitblick.json', mediaType: 'application/json' },
};

/** The name under which a file is offered: never a word of a page. `day`: `YYYY-MM-DD`. */
export function exportFileName(format: ExportFormat, day: string): string {
  return `weitblick-${day}.${EXPORT_FILES[format].extension}`;
}

/** What is exported; contacts come one after the other and are never all held. */
export interface ExportSource {
  contacts: Iterable<Contact> | AsyncIterable<Contact>;
  ties: Tie[];
  me: Me | null;
  goals: Goal[];
  settings: Settings;
  /** ISO 8601 instant in UTC. */
  exportedAt: string;
}

export interface ExportOptions {
  redaction?: Redaction;
  /** These contacts alone; absent: all. */
  ids?: ReadonlySet<string>;
  /** A neutral name of what somebody does, for the pseudonymised mode. */
  functionOf?(contact: Contact): string | undefined;
  /** CSV only. */
  separator?: ',' | ';';
  /** CSV only: cells as they are, also those that a spreadsheet would run. */
  raw?: boolean;
  /** Encrypted backup only. */
  passphrase?: string;
  crypto?: WebCrypto;
}

/**
 * The file of a format, in pieces of text or bytes.
 * @throws ExportError `nothingSelected` for an empty selection, `passphraseEmpty`.
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
  switch (format) {
    case 'csv':
      yield* writeCsv(selected, bare ? [] : ties(), options);
      return;
    case 'backup':
    case 'encryptedBackup': {
      const { exportedAt, me, goals, settings } = source;
      const text = writeBackup({
        format: 'weitblick',
        version: BACKUP_VERSION,
        exportedAt,
        me: bare ? null : me,
        goals: bare ? [] : goals,
        settings,
        contacts: selected,
        ties,
      });
      if (format === 'backup') yield* text;
      else yield* encryptText(text, options.passphrase ?? '', options.crypto ?? globalThis.crypto);
    }
  }
}

async function* selectContacts(
  contacts: ExportSource['contacts'],
  ids: ReadonlySet<string> | undefined,
  redact: (contact: Contact) => Contact,
): AsyncGenerator<Contact> {
  for await (const contact of contacts) if (ids === undefined || ids.has(contact.id)) yield redact(contact);
}

function selectTies(ties: readonly Tie[], ids: ReadonlySet<string> | undefined): Tie[] {
  if (ids === undefined) return [...ties];
  const goesOut = (id: string) => id === 'me' || ids.has(id);
  return ties.filter(({ from, to }) => goesOut(from) && goesOut(to));
}
