import type { MessageKey } from '../core/model/index.ts';

/**
 * Why a file was refused as a whole. The sentence of each is the message `importError` + the kind with a
 * capital first letter, with the values as placeholders (and always `{file}`).
 */
export type ImportErrorKind =
  | 'empty'
  | 'tooLarge'
  | 'tooManyRows'
  | 'tooManyFiles'
  | 'cellTooLong'
  | 'truncatedZip'
  | 'damagedZip'
  | 'encryptedZip'
  | 'zipBomb'
  | 'nothingInZip'
  | 'wrongEncoding'
  | 'binary'
  | 'unclosedQuote'
  | 'unknownHeader'
  | 'unknownFormat'
  | 'otherProgram'
  | 'damagedJson'
  | 'damagedBackup'
  | 'damagedVcard'
  | 'newerVersion'
  | 'passphraseNeeded'
  | 'wrongPassphrase';

/** Why an export could not be made; the sentence is the message `exportError` + the kind. */
export type ExportErrorKind = 'nothingSelected' | 'passphraseEmpty' | 'backupTooLarge';

export type ErrorValues = Record<string, string | number>;

/** A file was refused: what is wrong with it, in codes; `ui` and `cli` hold the sentences. */
export class ImportError extends Error {
  override name = 'ImportError';
  readonly kind: ImportErrorKind;
  readonly values: ErrorValues;

  constructor(kind: ImportErrorKind, values: ErrorValues = {}) {
    super(`${kind} ${JSON.stringify(values)}`);
    this.kind = kind;
    this.values = values;
  }

  /** Key of the sentence in the message catalogues. */
  get messageKey(): MessageKey {
    return messageKey('importError', this.kind);
  }
}

/** An export was refused. */
export class ExportError extends Error {
  override name = 'ExportError';
  readonly kind: ExportErrorKind;

  constructor(kind: ExportErrorKind) {
    super(kind);
    this.kind = kind;
  }

  /** Key of the sentence in the message catalogues. */
  get messageKey(): MessageKey {
    return messageKey('exportError', this.kind);
  }
}

/**
 * What is wrong with one row; the row is left out, the others stand. The sentence is the message
 * `importErrorRow` + the kind.
 */
export type RowErrorKind =
  | 'noName'
  | 'repeatedHeader'
  | 'tooManyCells'
  | 'badUrl'
  | 'badDate'
  | 'notReadable'
  | 'unknownCharset';

export interface RowError {
  file: string;
  /** As spreadsheets count: the header row of a plain file is row 1. For vCards and JSON: number of the card. */
  row: number;
  kind: RowErrorKind;
  /** The cell in question, shortened. */
  value?: string;
}

/** Key of a row error's sentence in the message catalogues. */
export function rowMessageKey(kind: RowErrorKind): MessageKey {
  return messageKey('importErrorRow', kind);
}

function messageKey<Prefix extends string, Kind extends string>(
  prefix: Prefix,
  kind: Kind,
): `${Prefix}${Capitalize<Kind>}` {
  return `${prefix}${(kind.charAt(0).toUpperCase() + kind.slice(1)) as Capitalize<Kind>}`;
}
