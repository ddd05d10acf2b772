import * as z from 'zod/mini';
import type { DuplicateReason } from '../core/merge/duplicates.ts';
import {
  type Contact,
  type ContactEvent,
  EXPORT_FORMATS,
  type Goal,
  type LeftOut,
  type MappableField,
  ME_FIELDS,
  type Me,
  type MeField,
  type MessageKey,
  REDACTIONS,
  SEPARATORS,
  TEXT_ENCODINGS,
  type TextEncoding,
} from '../core/model/index.ts';

/*
 * What the room "Files" and the background say to each other. Files travel in parts, because a message has a
 * limit: the page hands bytes in, and fetches what is exported part by part.
 */

const id = z.string().check(z.minLength(1), z.maxLength(100));

/** Bytes of a file in one message; base64 makes 4 of 3. */
export const PART_BYTES = 1_000_000;
const PART_CHARACTERS = Math.ceil(PART_BYTES / 3) * 4;

export const ImportBegin = z.strictObject({
  files: z
    .array(
      z.strictObject({
        name: z.string().check(z.minLength(1), z.maxLength(500)),
        size: z.int().check(z.nonnegative()),
        /** Instant of the last change, ISO 8601. */
        modified: z.optional(z.string().check(z.maxLength(30))),
      }),
    )
    .check(z.minLength(1), z.maxLength(200)),
});

export const ImportPart = z.strictObject({
  id,
  file: z.int().check(z.nonnegative()),
  /** Base64 of at most `PART_BYTES` bytes. */
  data: z.string().check(z.maxLength(PART_CHARACTERS)),
});

export const ImportRead = z.strictObject({
  id,
  passphrase: z.optional(z.string().check(z.maxLength(1_000))),
  /** Columns by field for tables that are not known, by the file's name. */
  mappings: z.optional(
    z.record(z.string(), z.record(z.string(), z.int().check(z.nonnegative(), z.maximum(10_000)))),
  ),
  /** How the letters of a file are written, by the file's name; `auto`: as it shows or is likely. */
  encodings: z.optional(z.record(z.string(), z.enum(['auto', ...TEXT_ENCODINGS]))),
  /** What stands between the cells of a table, by the file's name. */
  separators: z.optional(z.record(z.string(), z.enum(['auto', ...SEPARATORS]))),
  /** The files' notes and tags replace the saved ones. */
  preferFile: z.optional(z.boolean()),
  /** The user's own e-mail addresses; absent: as the mailboxes show. */
  ownAddresses: z.optional(z.array(z.string().check(z.maxLength(320))).check(z.maxLength(20))),
  /** Whoever has one name with a single contact is taken for that contact. */
  byName: z.optional(z.boolean()),
  /** What stands in the log where a calendar or mailbox has no words of its own. */
  logWords: z.optional(
    z.strictObject({
      met: z.string().check(z.minLength(1), z.maxLength(100)),
      wrote: z.string().check(z.minLength(1), z.maxLength(100)),
    }),
  ),
});

export const ImportConfirm = z.strictObject({
  id,
  /** Go on although some rows or files could not be read. */
  keepGoodRows: z.optional(z.boolean()),
  /** Take the archive's words into the own profile, where the user has none. */
  me: z.optional(z.boolean()),
  /** Of the words that differ, those that the archive's replace. */
  meFields: z.optional(z.array(z.enum(ME_FIELDS)).check(z.maxLength(ME_FIELDS.length))),
  /** The proposed goals that the user takes over, by their place in the preview. */
  goals: z.optional(z.array(z.int().check(z.nonnegative())).check(z.maxLength(100))),
});

const sentence = z.string().check(z.minLength(1), z.maxLength(200));

export const ExportBegin = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  redaction: z.enum(REDACTIONS),
  /** Absent: everybody. */
  ids: z.optional(z.array(id).check(z.maxLength(100_000))),
  separator: z.optional(z.enum([',', ';'])),
  /** CSV without the marks that keep spreadsheets from running a cell. */
  raw: z.optional(z.boolean()),
  /** Of the names of functions and industries in CSV. */
  language: z.optional(z.enum(['en', 'de'])),
  passphrase: z.optional(z.string().check(z.maxLength(1_000))),
  /** What stands in a calendar; `{name}` and `{text}` are put in. */
  calendarWords: z.optional(
    z.strictObject({ keepInTouch: sentence, review: sentence, goal: sentence, milestone: sentence }),
  ),
  /** Headings of the Markdown notes. */
  words: z.optional(z.record(z.string(), z.string().check(z.maxLength(100)))),
});

const text = z.string().check(z.maxLength(2_000));
/** The sentences of a report are ready, in the user's language; the background makes the page of them. */
export const ReportContent = z.strictObject({
  language: z.string().check(z.maxLength(20)),
  title: text,
  subtitle: z.optional(text),
  lead: z.optional(z.array(text)),
  sections: z
    .array(
      z.strictObject({
        heading: text,
        paragraphs: z.optional(z.array(text)),
        list: z.optional(z.array(text)),
        table: z.optional(z.strictObject({ columns: z.array(text), rows: z.array(z.array(text)) })),
        bars: z.optional(z.array(z.strictObject({ label: text, share: z.number(), text }))),
      }),
    )
    .check(z.maxLength(100)),
  footer: z.optional(text),
});

/** How the parts of two contacts become one: whose word stands, by field. */
export const MergeChoices = z.partial(
  z.strictObject({
    name: z.enum(['kept', 'other']),
    headline: z.enum(['kept', 'other']),
    location: z.enum(['kept', 'other']),
    industry: z.enum(['kept', 'other']),
    about: z.enum(['kept', 'other']),
    url: z.enum(['kept', 'other']),
    positions: z.enum(['kept', 'other', 'both']),
    note: z.enum(['kept', 'other', 'both']),
  }),
);
export type MergeChoices = z.infer<typeof MergeChoices>;

export const Merge = z.strictObject({ kept: id, other: id, choices: MergeChoices });

/** A sentence of the catalogue, `key` with its values. */
export interface Sentence {
  key: MessageKey;
  values: Record<string, string | number>;
}

/** A file of an import and what was found in it. */
export interface ImportFileSummary {
  file: string;
  /** `null`: holds nothing for us. */
  format: string | null;
  persons: number;
  rows: number;
  /** Rows without a name, which were passed over. */
  ignored: number;
  encoding?: TextEncoding;
  encodingBy?: 'shown' | 'guessed' | 'chosen';
  separator?: string;
  separatorBy?: 'guessed' | 'chosen';
  /** Rows of which something was cut or left out: how many, the first of them, and the fields. */
  cut?: { count: number; rows: number[]; fields: string[] };
}

/** A row of the preview, as it would be saved. */
export interface ImportPreviewRow {
  name: string;
  title: string;
  company: string;
  place: string;
  state: 'new' | 'changed';
  /** What would change, shortened: `from` and `to` of the news. */
  changes: { kind: ContactEvent['kind'] | 'other'; from: string; to: string }[];
}

/** A table whose columns the user must name. */
export interface ImportMapping {
  file: string;
  header: string[];
  sample: string[][];
  suggestion: Partial<Record<MappableField, number>>;
}

/** What an import would do; nothing of it has happened. */
export interface ImportPreview {
  files: ImportFileSummary[];
  fileErrors: (Sentence & { file: string; kind: string })[];
  /** Files of an archive that cannot be read and that nobody needs. */
  setAside: string[];
  /** The first two hundred. */
  rowErrors: Sentence[];
  rowErrorCount: number;
  mappings: ImportMapping[];
  counts: {
    new: number;
    changed: number;
    same: number;
    repeated: number;
    leftOut: number;
    /** The user themself, who is nobody's contact. */
    self: number;
    ties: number;
    unknownSignals: number;
    duplicates: number;
  };
  first: ImportPreviewRow[];
  log: LogPreview | null;
  me: MePreview | null;
  /** Goals that the archive suggests, as they would be saved. */
  goals: Goal[];
  restore: RestorePreview | null;
}

/** What calendars and mailboxes say. */
export interface LogPreview {
  /** Contacts who were met or written with; of the first of them all that is known. */
  contacts: number;
  meetings: number;
  messages: number;
  rows: { name: string; meetings: number; sent: number; received: number; first: string; last: string }[];
  /** Addresses of people who are not in the network, and how many of them have a contact's name. */
  unknown: number;
  byName: number;
  /** Are those taken by their name? */
  takesNames: boolean;
  /** Messages in the files, with whomever; 0: there is no mailbox. */
  read: number;
  own: string[];
  ownBy: 'said' | 'sent' | 'delivered' | 'most' | 'unknown';
}

/** What the archive would make of the own profile. */
export interface MePreview {
  after: Me;
  /** Does it fill anything in? */
  fills: boolean;
  /** Where the user's own word stays unless they take the archive's. */
  differs: { field: MeField; mine: string; archive: string }[];
}

/** What putting a backup in place of everything would do. */
export interface RestorePreview {
  exportedAt: string;
  contacts: { now: number; after: number; added: number; changed: number; removed: number };
  /** Of the backup's contacts: who is here too, and who was forgotten here. */
  joined: { same: number; forgotten: number };
  ties: { now: number; after: number };
  goals: { now: number; after: number };
  me: 'same' | 'changed' | 'added' | 'removed';
  lastChange: { now: string | null; after: string | null };
  /** What is damaged in the file, and does not come back. */
  leftOut: LeftOut;
}

export interface ImportDone {
  created: number;
  changed: number;
  ties: number;
  goals: number;
  me: boolean;
  duplicates: number;
  /** The step by which all of it is taken back. */
  undo: string;
}

/** A step that can be taken back. */
export interface UndoStep {
  id: string;
  at: string;
  kind: 'import' | 'merge';
  label: string;
  created: number;
  changed: number;
}

export interface ExportStarted {
  id: string;
  name: string;
  mediaType: string;
  /** How many contacts go out. */
  total: number;
}

/** The next part of an exported file: `text`, or `base64` of bytes. */
export interface ExportPart {
  text: string;
  base64: boolean;
  done: number;
  last: boolean;
  /** With the last part of a backup: what it cannot hold because it is damaged. */
  leftOut?: LeftOut;
}

export interface BackupState {
  /** Instant of the last backup; `null`: never. */
  lastAt: string | null;
  changesSince: number;
  /** By the chosen rhythm a backup should have been made by now. */
  due: boolean;
  /** Can the background hand files to the downloads on its own? */
  automatic: boolean;
  /** Automatic backups are sealed by a key of the user's passphrase. */
  encrypted: boolean;
  /** Why the last automatic backup came to nothing, as a catalogue key. */
  failure: MessageKey | null;
  /** What the last backup could not hold. */
  leftOut: LeftOut;
}

/** Two contacts that may be one person. */
export interface DuplicatePair {
  a: Contact;
  b: Contact;
  reasons: { reason: DuplicateReason; value: string }[];
}
