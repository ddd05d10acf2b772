import type { ProfileKey, TextEncoding } from '../../core/model/index.ts';
import type { WebCrypto } from '../cipher.ts';
import type { ColumnMapping } from './parsed.ts';

/** How files are read; what is left out has a default. */
export interface ParseOptions {
  /** For an encrypted backup. */
  passphrase?: string;
  /** Default: `globalThis.crypto`. */
  crypto?: WebCrypto;
  /** Whom an address is about, as the capture's sites know it; default: LinkedIn and XING alone. */
  identify?(url: string): ProfileKey | null;
  /** Bytes of one file at most; default: `IMPORT_LIMITS.fileBytes`. */
  fileBytes?: number;
  /** Rows of one table at most; default: `IMPORT_LIMITS.rows`. */
  rows?: number;
  /** The user's own name, as far as known. */
  meName?: string;
  /** The user's columns for a CSV that is not known, by file name. */
  mappings?: Readonly<Record<string, ColumnMapping>>;
  /** What stands between the cells, by file name; default: as it looks. */
  separators?: Readonly<Record<string, string>>;
  /** The encoding of a text, by file name; default: as it shows or is likely. */
  encodings?: Readonly<Record<string, TextEncoding>>;
  /** ISO 8601 day. Default: not known; then future events count too, and series by their first day alone. */
  today?: string;
  /** The user's own e-mail addresses; default: as the mailboxes show. */
  ownAddresses?: readonly string[];
  onProgress?(progress: ImportProgress): void;
  /** Awaited every some hundred rows, so that a page can draw; default: not at all. */
  breathe?(): Promise<void>;
  /** Stops the reading; `parseFiles` then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** How far the reading is. */
export interface ImportProgress {
  file: string;
  /** Number of the file among all, from 1; the number of all grows when a zip is opened. */
  number: number;
  of: number;
  row: number;
}
