import type { ChangeRow, WriteTransaction } from './schema.ts';

/** A line of the change log, as its writer knows it. */
export type Logged = Pick<ChangeRow, 'store' | 'id' | 'kind' | 'rev'>;

/** What one write hands to its steps: the transaction, its time, and the change log. */
export interface Writing {
  transaction: WriteTransaction;
  now: string;
  deviceId: string;
  id(): string;
  log(change: Logged): void;
  /** This contact's derived rows are to be made again, though it has not changed itself. */
  touch(contactId: string): void;
  /** Says of this write that everything is put in place of what was there (a restore, an erasure). */
  replaceAll(kind: ChangeRow['kind']): void;
  /** Says of this write that persons are gone for good. */
  forget(): void;
}
