import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { UndoRecord } from '../core/merge/undo.ts';
import type {
  Analysis,
  CaptureRecord,
  Contact,
  Draft,
  Goal,
  LeftOut,
  ListName,
  Me,
  PackedReadings,
  PackedRows,
  Settings,
  Snapshot,
  Tie,
  TieQuestion,
  Tombstone,
} from '../core/model/index.ts';
import type { Place, StampRow, Trouble } from '../core/sync/index.ts';

/** One reading of a page as it was, kept as history; never changed afterwards. */
export type CaptureRow = CaptureRecord;

/** What was changed, and to which `rev`. */
export interface Change {
  store: 'contacts' | 'goals' | 'ties' | 'me' | 'settings';
  id: string;
  kind: 'put' | 'delete';
  rev: number;
}

/**
 * A written change, in the order of writing, so that another device can follow later; the last `CHANGES_KEPT` of each.
 * `seq` rises with every change.
 */
export interface ChangeRow extends Omit<Change, 'store'> {
  seq?: number;
  /** `packed`: the row stands for thousands of changes of one write, and has the `seq` of the last of them. */
  store: Change['store'] | 'packed';
  changes?: Change[];
  updatedAt: string;
  deviceId: string;
}

/** A sealed file on the carrier, as far as this device has to do with it. */
export interface FileRow {
  name: string;
  /**
   * `sent`: on its way, a listing has not shown it whole yet; `applied`: read, or written here and seen there; `odd`:
   * it does not open; `again`: it was read, and is to be read once more after a restore.
   */
  state: 'sent' | 'applied' | 'odd' | 'again';
  /** Its length as this device wrote or read it. */
  bytes: number;
  /** ISO 8601 instants. */
  firstSeen: string;
  lastTried?: string;
  /** One that does not open: how often it was tried, and the length that the storage showed then. */
  tries?: number;
  listed?: number;
  /** The device that wrote it. */
  by: string;
  /** Listings in which a file that was sent was missing or short. */
  missed?: number;
  /** A cover: what it is made of, and what it stands in place of. */
  parts?: string[];
  covers?: string[];
  /** A cover that stands in place of those files alone. */
  small?: true;
  /** A part: the places of its first and its last entry; absent: it may hold anybody. */
  from?: string;
  to?: string;
  /** Lines of a newer program stand in it: no cover of this one is in place of it. */
  more?: true;
  /** The cover that stands in place of this file. */
  coveredBy?: string;
  /** It tells that somebody was forgotten. */
  forgets?: true;
}

/** Another device, as its files tell of it. */
export interface KnownDevice {
  id: string;
  name: string;
  /** ISO 8601 instant of its last file. */
  seen: string;
  /** Files that it says it has written and that never arrived. */
  missing?: string[];
}

/** How this device is kept in step with others. Stays on this device: no part of backups. */
export interface SyncRecord {
  place: Place;
  space: string;
  /** The sync code as printed; all keys come from it. */
  code: string;
  epoch: string;
  /** This device among the others: 8 hexadecimal digits. */
  device: string;
  /** What the person calls it. */
  name: string;
  /** The number of the last file written here, and its name. */
  seq: number;
  prev?: string;
  /** Milliseconds that this computer's clock is behind the carrier's; 0 within two minutes. */
  offset: number;
  /** Everything that was here before is not stamped yet, or was put in place of everything: compare all of it. */
  stampAll?: 'publish' | 'join' | 'restored';
  /** A cover that is being written: what of it is there. */
  cover?: {
    after?: string;
    parts: { name: string; bytes: number }[];
    covers: string[];
    since: string;
  };
  /** The last cover: its length with its parts, and what it counted. */
  covered?: { name: string; bytes: number; alive: number; dead: number; at: string };
  devices: KnownDevice[];
  last?: string;
  trouble?: Trouble;
  /** Not before this instant: the server wants to be left alone. */
  waitUntil?: string;
  /** How often in a row it did. */
  waited?: number;
  /** Tidying is due from this instant on, unless another device was first. */
  tidyAt?: string;
  /** Files that were read and are gone though no cover says why: since when. */
  setBack?: { since: string; until: string };
  /** The program's model when what it knows was last shown; absent: 1. */
  model?: number;
  /** A change of the code that was begun here: the code that is to hold, and its epoch. */
  next?: { code: string; epoch: string; since: string };
  /** The code was made here, and the person has not been shown it yet. */
  unseen?: true;
  /**
   * Epochs that this device has ended, and since when: they are removed after a while. `code`: theirs, with which it
   * looks for a day whether another device has changed the code at the same time.
   */
  left?: { epoch: string; at: string; code?: string }[];
  /** How often in a row what was sent did not arrive as it was, and when last. */
  resent?: { count: number; at: string };
  /** How often files that were gone have been written again, and when last. */
  healed?: { count: number; at: string };
  /** The server's clock is so many milliseconds from this computer's that neither is believed. */
  apart?: number;
  /** What the person said of a mass forget: by device. */
  massForget?: { by: string; answer: 'forget' | 'keep' };
}

/** What is left of a deleted contact: hashes of its keys, so that an import does not bring it back. */
export type TombstoneRow = Tombstone;

/** Where a contact's light row and digest stand, and what they were made of. */
export interface CareerRow {
  contactId: string;
  /** `rev` of the contact and version of the deriver. */
  contactRev: number;
  classifier: string;
  segment: number;
}

/**
 * The light rows of some hundred contacts. `version` is the deriver's that made all of them; an older one is
 * made again in the background.
 */
export interface SegmentRow {
  segment: number;
  /** The revision that changed it last. */
  revision: number;
  version: string;
  rows: PackedRows;
}

/**
 * The digests of a segment's contacts as lines of JSON, in the order of its rows: a save exchanges one line without
 * reading the others, and all of them are read some three times faster than objects are.
 */
export interface DigestRow {
  segment: number;
  revision: number;
  lines: string;
}

/** What was computed of a segment for a user with goals on a day; valid while `revision` and `context` agree. */
export interface ReadingsRow {
  segment: number;
  revision: number;
  context: string;
  readings: PackedReadings;
}

/** A contact whose derived rows are still to be made. */
export interface PendingContact {
  id: string;
}

/** A question of whom a page means, with everybody whom it is about, and a name made of their ids. */
export interface QuestionRow extends TieQuestion {
  id: string;
  people: string[];
}

/** Contacts of one large write whose derived rows are still to be made: revision, and a number within it. */
export interface PendingMany {
  id: [revision: number, part: number];
  ids: string[];
}

export type PendingRow = PendingContact | PendingMany;

/** What an import or a step over many contacts wrote, for taking it back as a whole. */
export interface UndoRow extends UndoRecord {
  /** Absent: an import. */
  kind?: 'setMany' | 'forgetMany' | 'merge' | 'edit';
  /** A merge: the contact that went into the other, as it was. */
  removed?: Contact[];
  /** A merge: the captures that were given to the other contact. */
  moved?: [contactId: string, at: string][];
  /** Own words as they were, and the `rev` that the step gave; only these of the contact come back. */
  own?: { id: string; rev: number; own: Contact['own'] }[];
  /** A list that the step has taken away. */
  list?: ListName;
  /** The pages read of forgotten contacts. */
  captures?: CaptureRow[];
  /** Further rows of this step: it has `id/1` to `id/parts`, so that no single row grows without bound. */
  parts?: number;
  /** Questions as they were, and the names of those that took their place. */
  questions?: { before: QuestionRow[]; created: string[] };
}

/** When the last backup was made, and how automatic ones are sealed. */
export interface BackupRecord {
  at: string | null;
  /** The last change (`ChangeRow.seq`) that it holds. */
  seq: number;
  /**
   * Absent: automatic backups are not encrypted. A key made of the passphrase, which itself is not kept: in the age
   * format, or as versions before it sealed.
   */
  seal?:
    | { salt: Uint8Array<ArrayBuffer>; work: number; key: Uint8Array<ArrayBuffer> }
    | { salt: Uint8Array<ArrayBuffer>; key: CryptoKey };
  /** Why the last automatic backup came to nothing: a key of the catalogues. */
  failure?: string;
  /** What the last automatic backup could not hold. */
  leftOut?: LeftOut;
}

/** Single values, by name. */
export interface StateValues {
  me: Me;
  settings: Settings;
  deviceId: string;
  backup: BackupRecord;
  /** What was typed and never saved, the oldest first; no part of backups. */
  drafts: Draft[];
  /** Number of contacts: counting the store takes 300 ms at 100 000. */
  contactCount: number;
  /** Rises by one with every write. */
  revision: number;
  /** The segment that new contacts go to, and how many it has taken. */
  openSegment: { segment: number; count: number };
  /** ISO 8601 day on which the user was last told what is due. */
  remindedOn: string;
  /** The user's industries by company with which every segment was last derived. */
  derivedWith: Settings['companies'];
  /** Packed rows of the change log that were left when it was last shortened. */
  packedChanges: number;
  /** Derived rows are being made in the background. */
  deriving: true;
  /** The last analysis of the whole network, with the version of what made it. */
  analysis: { version: string; analysis: Analysis };
  /** The state of each month in a few figures, the oldest first. */
  months: Snapshot[];
  sync: SyncRecord;
}

export interface Schema extends DBSchema {
  contacts: {
    key: string;
    value: Contact;
    indexes: {
      keys: string;
      /** Who stands on a list, in its order. */
      lists: [list: string, rank: number];
      /** Who stands on a goal's board, column by column, in its order. */
      boards: [goal: string, stage: string, rank: number];
      /** What is put off until when. */
      snoozed: [kind: string, until: string];
    };
  };
  captures: { key: [string, string]; value: CaptureRow };
  careers: { key: string; value: CareerRow };
  goals: { key: string; value: Goal };
  ties: { key: [string, string, string]; value: Tie; indexes: { to: string } };
  questions: { key: string; value: QuestionRow; indexes: { people: string } };
  changes: { key: number; value: ChangeRow; indexes: { of: [string, string] } };
  tombstones: { key: string; value: TombstoneRow };
  undo: { key: string; value: UndoRow };
  state: { key: string; value: unknown };
  segments: { key: number; value: SegmentRow };
  digests: { key: number; value: DigestRow };
  readings: { key: number; value: ReadingsRow };
  pending: { key: PendingRow['id']; value: PendingRow };
  registers: { key: string; value: StampRow; indexes: { opens: string; into: string; waits: string } };
  files: { key: string; value: FileRow };
}

export type Database = IDBPDatabase<Schema>;
export type StoreName = StoreNames<Schema>;
export type WriteTransaction = IDBPTransaction<Schema, StoreName[], 'readwrite'>;
export type Upgrade = IDBPTransaction<Schema, StoreName[], 'versionchange'>;

export const DATABASE_NAME = 'weitblick';
export const DATABASE_VERSION = 7;

/** Every store of the present layout, and every index. */
export const DATABASE_STORES = [
  'contacts',
  'captures',
  'careers',
  'goals',
  'ties',
  'questions',
  'changes',
  'tombstones',
  'undo',
  'state',
  'segments',
  'digests',
  'readings',
  'pending',
  'registers',
  'files',
] as const satisfies StoreName[];
export const DATABASE_INDEXES = [
  ['contacts', 'keys'],
  ['contacts', 'lists'],
  ['contacts', 'boards'],
  ['contacts', 'snoozed'],
  ['ties', 'to'],
  ['questions', 'people'],
  ['changes', 'of'],
  ['registers', 'opens'],
  ['registers', 'into'],
  ['registers', 'waits'],
] as const satisfies [StoreName, string][];
