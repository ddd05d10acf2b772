/**
 * How much of a file is read. A file is hostile input; the largest honest ones known are a LinkedIn archive
 * of 30 000 connections (LinkedIn's own limit; 4 MB) with its messages (some 100 MB).
 */
export const IMPORT_LIMITS = {
  /** Bytes of one file as handed in, and of a text of JSON as it is unpacked; backups of our own may be larger. */
  fileBytes: 256 * 2 ** 20,
  /** Files and zip entries of one import, single messages apart. */
  files: 5_000,
  /** Single messages (`.eml`) in one zip. */
  letters: 200_000,
  /** Bytes of all entries of a zip together, unpacked. */
  unpackedBytes: 1024 * 2 ** 20,
  /** Unpacked to packed; deflate of real text stays under 30, of repeated rows under 200. */
  ratio: 300,
  /** Below this many unpacked bytes the ratio is not looked at: small files pack oddly. */
  ratioFrom: 4 * 2 ** 20,
  /** Persons of one file. */
  rows: 250_000,
  /** Rows of a file that is only counted (messages). */
  countedRows: 3_000_000,
  columns: 1_000,
  /** Characters of one cell or one vCard line. */
  cell: 2_000_000,
  /** Row errors that are listed; more are only counted. */
  rowErrors: 1_000,
} as const;

/**
 * How large a backup is written and read: one table, so that what is written can be read. It goes out and comes back in
 * pieces; 100 000 contacts with their history are some 300 MB.
 */
export const BACKUP_LIMITS = {
  /** Bytes of the file, sealed or not. */
  fileBytes: 1024 * 2 ** 20,
  /** Characters of one record as JSON: it is held while it is read. The longest log that is kept has half a million. */
  record: 32 * 2 ** 20,
} as const;
