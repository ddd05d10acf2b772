import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type {
  CaptureRecord,
  Career,
  Contact,
  Goal,
  Me,
  Settings,
  Tie,
  Tombstone,
} from '../core/model/index.ts';

/** One reading of a page as it was, kept as history; never changed afterwards. */
export type CaptureRow = CaptureRecord;

/** A written change, in the order of writing, so that another device can follow later. */
export interface ChangeRow {
  seq?: number;
  store: 'contacts' | 'goals' | 'ties' | 'me' | 'settings';
  id: string;
  kind: 'put' | 'delete';
  rev: number;
  updatedAt: string;
  deviceId: string;
}

/** What is left of a deleted contact: hashes of its keys, so that an import does not bring it back. */
export type TombstoneRow = Tombstone;

/** The derived codes of a contact, by which lists and analyses run without reading whole contacts. */
export interface CareerRow {
  contactId: string;
  /** `rev` of the contact and version of the classifier that it was derived from. */
  contactRev: number;
  classifier: string;
  career: Career;
}

/** What an import or a step over many contacts wrote, for taking it back as a whole. */
export interface UndoRow {
  id: string;
  at: string;
  label: string;
  /** Absent: an import. */
  kind?: 'setMany' | 'forgetMany';
  /** Own words as they were, and the `rev` that the step gave; only these of the contact come back. */
  own?: { id: string; rev: number; own: Contact['own'] }[];
  /** The pages read of forgotten contacts. */
  captures?: CaptureRow[];
  /** Further rows of this step: it has `id/1` to `id/parts`, so that no single row grows without bound. */
  parts?: number;
  created: string[];
  /** The contacts as they were before. */
  before: Contact[];
  ties: { before: Tie[]; created: Tie[] };
  /** Absent: the import did not touch it. */
  me?: Me | null;
  goals?: string[];
}

/** Single values, by name. */
export interface StateValues {
  me: Me;
  settings: Settings;
  deviceId: string;
  /** Number of contacts: counting the store takes 300 ms at 100 000. */
  contactCount: number;
  /** Rises by one with every write. */
  revision: number;
}

export interface Schema extends DBSchema {
  contacts: { key: string; value: Contact; indexes: { keys: string } };
  captures: { key: [string, string]; value: CaptureRow };
  careers: { key: string; value: CareerRow };
  goals: { key: string; value: Goal };
  ties: { key: [string, string, string]; value: Tie; indexes: { to: string } };
  changes: { key: number; value: ChangeRow };
  tombstones: { key: string; value: TombstoneRow };
  undo: { key: string; value: UndoRow };
  state: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;
export type StoreName = StoreNames<Schema>;
export type WriteTransaction = IDBPTransaction<Schema, StoreName[], 'readwrite'>;
export type Upgrade = IDBPTransaction<Schema, StoreName[], 'versionchange'>;

export const DATABASE_NAME = 'weitblick';
export const DATABASE_VERSION = 1;
