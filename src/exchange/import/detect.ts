import { decryptText, isEncrypted } from '../cipher.ts';
import { ImportError } from '../errors.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import type { SourceText } from '../source.ts';
import { isBackup, readBackupValue } from './backup.ts';
import type { ParseOptions } from './index.ts';
import { isConnectionsHeader, readConnections } from './linkedinConnections.ts';
import type { Findings, ImportFormat } from './parsed.ts';
import { openTable, type Table } from './table.ts';
import { isWeitblickHeader, readWeitblickCsv } from './weitblickCsv.ts';

/** A way to read one file, chosen by what stands in it. */
export interface Reading {
  format: ImportFormat;
  read(findings: Findings): Promise<void> | void;
}

interface CsvReader {
  format: ImportFormat;
  isHeader(keys: ReadonlySet<string>): boolean;
  read(table: Table, findings: Findings): Promise<void>;
  maxRows: number;
}

/** The known tables, most particular first. */
const CSV_READERS: readonly CsvReader[] = [
  {
    format: 'weitblickCsv',
    isHeader: isWeitblickHeader,
    read: readWeitblickCsv,
    maxRows: IMPORT_LIMITS.rows,
  },
  {
    format: 'linkedinConnections',
    isHeader: isConnectionsHeader,
    read: readConnections,
    maxRows: IMPORT_LIMITS.rows,
  },
];

/**
 * What the text is, by its content alone; `null` when nothing in it is known.
 * @throws ImportError `damagedJson`.
 */
export async function detectFormat(
  { head, text }: SourceText,
  _name: string,
  _zipped: boolean,
  { passphrase, crypto = globalThis.crypto }: ParseOptions,
): Promise<Reading | null> {
  const start = head.trimStart();
  if (start === '') throw new ImportError('empty');
  if (isEncrypted(start)) {
    const plain = await decryptText([...text()].join(''), passphrase, crypto);
    return { ...detectJson(plain), format: 'encryptedBackup' };
  }
  if (start.startsWith('{') || start.startsWith('[')) return detectJson([...text()].join(''));
  return detectCsv(text);
}

function detectJson(text: string): Reading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ImportError('damagedJson');
  }
  if (isBackup(value))
    return { format: 'backup', read: (findings) => findings.backup(readBackupValue(value)) };
  throw new ImportError('unknownFormat');
}

function detectCsv(text: () => Iterable<string>): Reading | null {
  const reader = CSV_READERS.find(({ isHeader, maxRows }) => openTable(text(), isHeader, maxRows) !== null);
  if (reader === undefined) return null;
  const { format, isHeader, read, maxRows } = reader;
  return {
    format,
    read: async (findings) => {
      const table = openTable(text(), isHeader, maxRows);
      if (table !== null) await read(table, findings);
    },
  };
}
