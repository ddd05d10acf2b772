import type {
  Backup,
  Goal,
  LeftOut,
  MappableField,
  Me,
  MessageKey,
  OwnWords,
  Profile,
  ProfileKey,
  Provenance,
  TextEncoding,
  Tie,
} from '../../core/model/index.ts';
import type { RowError, RowErrorKind } from '../errors.ts';
import type { CalendarEvent } from './calendarEvent.ts';
import type { MailLog, OwnBy } from './mailLog.ts';

export type ImportFormat =
  | 'linkedinConnections'
  | 'linkedinProfile'
  | 'linkedinPositions'
  | 'linkedinEducation'
  | 'linkedinSkills'
  | 'linkedinLanguages'
  | 'linkedinMessages'
  | 'linkedinInvitations'
  | 'linkedinEndorsements'
  | 'linkedinRecommendations'
  | 'linkedinJobPreferences'
  | 'weitblickCsv'
  | 'googleCsv'
  | 'outlookCsv'
  | 'csv'
  | 'vcard'
  | 'jsonResume'
  | 'jscontact'
  | 'calendar'
  | 'mailbox'
  | 'backup'
  | 'encryptedBackup';

/** One person of a file, before it is known whether the person is already saved. */
export interface ParsedPerson {
  file: string;
  row: number;
  format: ImportFormat;
  profile: Profile;
  provenance: Provenance;
  /** The contact's own id, where the file is one of ours. */
  contactId?: string;
  /** All keys of the person, those of `profile` included. */
  keys: string[];
  /** Keys of pages of the open web that are the person's, or only their employer's. */
  pageKeys: string[];
  emails: string[];
  /** Notes, tags and the like of the file; they fill what the user has left empty, and overwrite nothing. */
  own: Partial<OwnWords>;
  /** What the file says of the tie between the user and the person. */
  tie: TieWords | null;
  /** The instant up to which the file's words are right, where it says so. */
  asOf?: string;
}

export type TieWords = Partial<Omit<Tie, 'from' | 'to' | 'kind'>>;

/** Counts and dates of what passed between the user and one person; never what was said. */
export interface TieSignal {
  /** Key (`linkedin:slug`) of the person, or `name:` and the comparable name where the file has no address. */
  person: string;
  /** The person's comparable name, where the file has it beside an address that may be nobody's here. */
  name?: string;
  sent: number;
  received: number;
  /** Days in which they wrote to each other. */
  recommendations: number;
  endorsements: number;
  lastContact?: string;
  /** What calendars and mailboxes say besides; absent for every other file. */
  log?: LogSignal;
}

/** What a log is made of: meetings, the first day, and the newest days one by one. */
export interface LogSignal {
  meetings: number;
  /** ISO 8601 day; absent: no day could be read. */
  firstContact?: string;
  /** Newest first. A meeting has its title, or nothing. */
  lines: LogLine[];
}

export interface LogLine {
  day: string;
  kind: 'met' | 'wrote';
  text: string;
}

/** Where the counts of calendars and mailboxes come from. */
export interface LogSources {
  messages: number;
  /** Events with other people. */
  events: number;
  /** The user's own addresses, and how they were known. */
  own: string[];
  ownBy: OwnBy;
}

/** The user's own profile as the archive has it. Absent: the archive does not say. */
export type MeProposal = Partial<Me>;

/** A goal that the archive suggests. `titles` and `industries` are words still to be classified. */
export interface GoalProposal {
  kind: Goal['kind'];
  title: string;
  horizon: Goal['horizon'];
  companies: string[];
  titles: string[];
  industries: string[];
  place?: Goal['target']['place'];
}

/** A CSV whose columns the user must name first. */
export interface OpenMapping {
  file: string;
  header: string[];
  /** The first rows, as they stand. */
  sample: string[][];
  /** Column index by target field, as far as it can be guessed. */
  suggestion: ColumnMapping;
}

export { MAPPABLE_FIELDS, type MappableField } from '../../core/model/index.ts';
export type ColumnMapping = Partial<Record<MappableField, number>>;

export interface FileSummary {
  file: string;
  /** `null`: known to hold nothing for us, left out. */
  format: ImportFormat | null;
  rows: number;
  persons: number;
  /** Rows without any content for us (deleted members, empty cards). */
  ignored: number;
  /** How the letters are written, and whether the text shows it, its letters made it likely, or the user said so. */
  encoding?: TextEncoding;
  encodingBy?: 'shown' | 'guessed' | 'chosen';
  /** Of a table: what stands between its cells, and who says so. */
  separator?: string;
  separatorBy?: 'guessed' | 'chosen';
  /** Rows of which something was too long, or no day or number, and was cut or left out: the first, and all fields. */
  cut?: { count: number; rows: number[]; fields: string[] };
}

/** A file that was refused as a whole. */
export interface FileError {
  file: string;
  messageKey: MessageKey;
  kind: string;
  values: Record<string, string | number>;
}

/** Everything that the files say, before it is compared with what is saved. */
export interface ParsedImport {
  persons: ParsedPerson[];
  me: MeProposal | null;
  goals: GoalProposal[];
  signals: TieSignal[];
  /** Absent: there is neither a calendar nor a mailbox among the files. */
  log?: LogSources;
  /** Backups among the files, in their order; restoring is another step than importing. */
  backups: Backup[];
  /** What was damaged in them and is left out. */
  damaged?: LeftOut;
  mappings: OpenMapping[];
  files: FileSummary[];
  fileErrors: FileError[];
  /** Files of an archive that cannot be read and that nobody needs. */
  setAside: FileError[];
  rowErrors: RowError[];
  /** All row errors, also those beyond the list. */
  rowErrorCount: number;
}

/** Where the readers put what they find in one file. */
export interface Findings {
  file: string;
  /** Instant of the file's last change, where known. */
  modified?: string;
  /** Whom an address is about; `null` when it names no person for sure. */
  identify(url: string): ProfileKey | null;
  /** The user's name, when an earlier file said it. */
  meName(): string | undefined;
  person(person: ParsedPerson): void;
  me(part: MeProposal): void;
  goal(goal: GoalProposal): void;
  signal(person: string, part: Partial<Omit<TieSignal, 'person' | 'log'>>): void;
  event(event: CalendarEvent): void;
  mail(log: MailLog): void;
  backup(read: { backup: Backup; leftOut: LeftOut }): void;
  mapping(mapping: OpenMapping): void;
  rowError(row: number, kind: RowErrorKind, value?: string): void;
  ignored(): void;
  /** To be awaited once in a while: tells the progress, lets the page breathe, and stops when the user cancels. */
  breathe(row: number): Promise<void>;
}
