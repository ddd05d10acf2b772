import type { Contact } from '../core/model/index.ts';
import type { Change, WriteTransaction } from './schema.ts';
import type { Marked } from './stamping.ts';

/** What one write hands to its steps: the transaction, its time, and the change log. */
export interface Writing {
  transaction: WriteTransaction;
  /** Of this write. */
  revision: number;
  now: string;
  deviceId: string;
  id(): string;
  log(change: Change): void;
  /** This contact's derived rows are to be made again, though it has not changed itself. */
  touch(contactId: string): void;
  /** Says of this write that everything is put in place of what was there (a restore, an erasure). */
  replaceAll(kind: Change['kind']): void;
  /** Says of this write that persons are gone for good. */
  forget(): void;
  /** Says of a contact that was just taken away that it lives on in another. */
  mergedAway(contact: Contact, into: string): void;
  /** A hash by which somebody stays forgotten, a page read of a contact (`contactId@at`), or a question came or went. */
  mark(marked: Marked): void;
}
