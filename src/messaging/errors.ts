/** Kinds of failure that cross a message; each has a sentence `error_<kind>` in the catalogues. */
export const FAILURES = [
  'notAllowed',
  'badMessage',
  'tooLarge',
  'otherPerson',
  'doNotSave',
  'ownProfile',
  'notAProfile',
  'taskGone',
  'cancelled',
  'badRows',
  'noBackup',
  'nothingSelected',
  'passphraseEmpty',
  'storageFull',
  'storageNewer',
  'storageBlocked',
  'storageBroken',
  'storagePrivate',
  'storageMissing',
  'storageIndex',
  'storageRow',
  'notStorable',
  'backupTooLarge',
  'fileTooLarge',
  'extensionReloaded',
  'unknown',
] as const;
export type FailureKind = (typeof FAILURES)[number];

/** A failed message: `kind` for the code, the catalogue's sentence for the person. */
export class MessageFailure extends Error {
  override name = 'MessageFailure';
  readonly kind: FailureKind;
  constructor(kind: FailureKind, detail = '') {
    super(detail === '' ? kind : `${kind}: ${detail}`);
    this.kind = kind;
  }
}
