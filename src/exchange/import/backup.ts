import type * as z from 'zod/mini';
import { companyNames, namesCompanies, underPresentKeys } from '../../core/merge/index.ts';
import {
  BACKUP_LISTS,
  BACKUP_VERSION,
  Backup,
  type BackupHead,
  type BackupRow,
  CaptureRecord,
  Contact,
  fitted,
  Goal,
  type LeftOut,
  type LeftOutKind,
  leaveOut,
  Me,
  MOST_SNAPSHOTS,
  Settings,
  Snapshot,
  Tie,
  TieQuestion,
  Tombstone,
} from '../../core/model/index.ts';
import { ownValue } from '../../core/text/table.ts';
import { ImportError } from '../errors.ts';

/** Does the JSON value claim to be one of our backups, of whatever version? */
export function isBackup(value: unknown): value is { format: 'weitblick'; version: unknown } {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'weitblick';
}

/** A backup as far as it is whole, and what was left out of it. */
export interface ReadBackup {
  backup: Backup;
  leftOut: LeftOut;
}

/**
 * A backup from its JSON value, brought up to the present version. What in it is damaged is left out and counted;
 * the rest is taken.
 * @throws ImportError `newerVersion`; `damagedBackup` with the place that does not fit, when it has no lists at all or
 * not one of its contacts is whole.
 */
export function readBackupValue(value: unknown): ReadBackup {
  if (!isBackup(value)) throw damagedAt('version');
  const about = { version: value.version, exportedAt: ownValue(value as object as Fields, 'exportedAt') };
  const first = new BackupGate(about);
  for (const part of partsOf(value)) first.take(part);
  const survey = first.surveyed();
  const second = new BackupGate(about, survey);
  const rows = { contacts: [] as Contact[], ties: [] as Tie[], captures: [] as CaptureRecord[] };
  for (const part of partsOf(value)) {
    const taken = second.take(part);
    if (taken !== null) (rows[taken.list] as BackupRow['row'][]).push(taken.row);
  }
  const { captures, ...lists } = rows;
  const { head, counts } = survey;
  const backup = { ...head, ...lists, ...(counts.captures !== null && { captures }) };
  return { backup, leftOut: second.leftOut };
}

/** A part of a backup: a member, the beginning of a list, or one item of a list. */
export interface BackupPart {
  member: string;
  kind: 'value' | 'list' | 'item';
  value: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

function* partsOf(backup: object): Generator<BackupPart> {
  for (const [member, value] of Object.entries(backup)) {
    if (!Array.isArray(value)) yield { member, kind: 'value', value };
    else {
      yield { member, kind: 'list', value: null };
      for (const item of value) yield { member, kind: 'item', value: item };
    }
  }
}

/** What stands in a backup, before any of it is taken. */
export interface BackupSurvey {
  head: BackupHead;
  /** Rows of the long lists that are whole; `null`: the file says nothing of captures. */
  counts: { contacts: number; ties: number; captures: number | null };
  /** The ids of its contacts. */
  ids: ReadonlySet<string>;
  /** Contacts stand in it before whatever hangs on them. */
  contactsFirst: boolean;
  /** What of the short parts was left out. */
  leftOut: LeftOut;
  /** Something is not whole: what hangs on contacts that were left out goes too. */
  damaged: boolean;
  /** Every row stands there just as its schema gives it back: it need not be asked again. */
  exact: boolean;
}

/**
 * Lets pass what of a backup is whole, part by part in any order. A backup is looked at twice: first all of it, which
 * makes the survey, then with the survey once more for its rows. Nothing but the short parts, ids and keys is held.
 */
export class BackupGate {
  readonly leftOut: LeftOut;
  readonly #short: LeftOut = {};
  readonly #survey: BackupSurvey | undefined;
  readonly #exportedAt: string;
  readonly #seen = new Set<string>();
  readonly #lists = new Map<string, unknown[]>();
  readonly #values = new Map<string, unknown>();
  readonly #ids = new Set<string>();
  readonly #keys = new Set<string>();
  readonly #companies = new Set<string>();
  readonly #counts = { contacts: 0, ties: 0, captures: 0 };
  #known = 0;
  #place: string | null = null;
  #damaged = false;
  #exact = true;

  /** @throws ImportError `newerVersion`, `damagedBackup` */
  constructor(about: { version: unknown; exportedAt: unknown }, survey?: BackupSurvey) {
    const { version } = about;
    if (!Number.isInteger(version) || Number(version) < OLDEST_VERSION) throw damagedAt('version');
    if (Number(version) > BACKUP_VERSION)
      throw new ImportError('newerVersion', { version: Number(version), known: BACKUP_VERSION });
    const exportedAt = Backup.def.shape.exportedAt.safeParse(about.exportedAt);
    if (!exportedAt.success) throw damagedAt('exportedAt');
    this.#exportedAt = exportedAt.data;
    this.#survey = survey;
    this.leftOut = { ...survey?.leftOut };
  }

  /** The row of a long list that is whole; `null` for everything else, and for what is left out. */
  take({ member, kind, value }: BackupPart): BackupRow | null {
    if (kind === 'item') {
      if (member === 'contacts') return this.#contact(value);
      if (member === 'ties') return this.#tie(value);
      if (member === 'captures') return this.#capture(value);
      if (this.#survey === undefined) this.#lists.get(member)?.push(value);
      return null;
    }
    // Which of two would be meant?
    if (this.#seen.has(member)) throw damagedAt(member);
    this.#seen.add(member);
    if (this.#survey !== undefined) return null;
    if (!isMember(member) || (kind === 'value') === LISTS.has(member)) this.#damaged = true;
    if (kind === 'value') this.#values.set(member, value);
    else this.#lists.set(member, []);
    return null;
  }

  /**
   * What all the parts come to.
   * @throws ImportError `damagedBackup`
   */
  surveyed(): BackupSurvey {
    for (const list of ['contacts', 'goals', 'ties']) if (!this.#lists.has(list)) throw damagedAt(list);
    if (this.#counts.contacts === 0 && this.#known > 0) throw damagedAt(this.#place ?? 'contacts');
    const me = this.#me();
    const settings = fitted(Settings, this.#values.get('settings') ?? {});
    this.#leaveOutShort('settings', settings === null ? 1 : settings.cut.length);
    const set = settings?.value ?? Settings.parse({});
    const goals = this.#items(Goal, 'goals');
    const optional = <Name extends 'questions' | 'tombstones' | 'snapshots', Item>(
      name: Name,
      items: () => Item[],
    ) => (this.#seen.has(name) ? ({ [name]: items() } as Record<Name, Item[]>) : null);
    const head: BackupHead = {
      format: 'weitblick',
      version: BACKUP_VERSION,
      exportedAt: this.#exportedAt,
      me,
      goals,
      settings: namesCompanies(set)
        ? underPresentKeys(set, [...this.#companies, ...companyNames([], me)], goals)
        : set,
      ...optional('tombstones', () => this.#items(Tombstone, 'tombstones')),
      ...optional('snapshots', () => this.#items(Snapshot, 'snapshots').slice(-MOST_SNAPSHOTS)),
      // Last: whether anything was damaged is known.
      ...optional('questions', () => this.#questions()),
    };
    return {
      head,
      counts: { ...this.#counts, captures: this.#seen.has('captures') ? this.#counts.captures : null },
      ids: this.#ids,
      contactsFirst: [...this.#seen].find((name) => isLong(name)) === 'contacts',
      leftOut: this.#short,
      damaged: this.#damaged,
      exact: this.#exact && !this.#damaged,
    };
  }

  #contact(value: unknown): BackupRow | null {
    if (this.#survey?.exact) return { list: 'contacts', row: value as Contact };
    this.#known += 1;
    const result = Contact.safeParse(value);
    if (result.success) this.#exact &&= isSame(value, result.data);
    else this.#place ??= ['contacts', this.#known - 1, ...(result.error.issues[0]?.path ?? [])].join('.');
    const whole = result.success ? result.data : this.#mended(value);
    const row = whole === null ? null : this.#once(whole);
    if (row === null) return null;
    this.#counts.contacts += 1;
    if (this.#survey === undefined) for (const name of companyNames([row], null)) this.#companies.add(name);
    return { list: 'contacts', row };
  }

  /** A damaged contact as far as it can be taken. */
  #mended(value: unknown): Contact | null {
    const first = fitted(Contact, value);
    const fit = first ?? fitted(Contact, withBookkeeping(value, this.#exportedAt));
    if (fit === null) this.#leaveOut('contacts');
    else this.#leaveOut('fields', fit.cut.length + (first === null ? 1 : 0));
    return fit?.value ?? null;
  }

  /** Ids and keys name one contact each; a file edited by hand may say otherwise, and could not be restored. */
  #once(contact: Contact): Contact | null {
    if (this.#ids.has(contact.id)) {
      this.#exact = false;
      leaveOut(this.leftOut, 'contacts');
      return null;
    }
    this.#ids.add(contact.id);
    const free = [...new Set(contact.keys)].filter((key) => !this.#keys.has(key));
    for (const key of free) this.#keys.add(key);
    if (free.length === contact.keys.length) return contact;
    this.#exact = false;
    leaveOut(this.leftOut, 'fields');
    return { ...contact, keys: free };
  }

  #tie(value: unknown): BackupRow | null {
    const row = this.#row(Tie, value, 'ties');
    if (row === null || this.#isLoose('ties', [row.from, row.to])) return null;
    this.#counts.ties += 1;
    return { list: 'ties', row };
  }

  #capture(value: unknown): BackupRow | null {
    const row = this.#row(CaptureRecord, value, 'captures');
    if (row === null || this.#isLoose('captures', [row.contactId])) return null;
    this.#counts.captures += 1;
    return { list: 'captures', row };
  }

  #row<Row>(schema: z.ZodMiniType<Row>, value: unknown, kind: LeftOutKind): Row | null {
    if (this.#survey?.exact) return value as Row;
    const result = schema.safeParse(value);
    if (!result.success) {
      this.#leaveOut(kind);
      return null;
    }
    this.#exact &&= isSame(value, result.data);
    return result.data;
  }

  /** Of a damaged backup: what belongs to contacts who were left out. */
  #isLoose(kind: LeftOutKind, ends: readonly string[]): boolean {
    if (this.#survey?.damaged !== true) return false;
    const { ids } = this.#survey;
    if (ends.every((id) => id === 'me' || ids.has(id))) return false;
    leaveOut(this.leftOut, kind);
    return true;
  }

  #questions(): TieQuestion[] {
    const whole = this.#items(TieQuestion, 'questions');
    if (!this.#damaged) return whole;
    const near = whole.filter(({ subject, candidates }) =>
      [subject, ...candidates].every((id) => id === 'me' || this.#ids.has(id)),
    );
    this.#leaveOutShort('questions', whole.length - near.length);
    return near;
  }

  #items<Item>(schema: z.ZodMiniType<Item>, kind: LeftOutKind): Item[] {
    return (this.#lists.get(kind) ?? []).flatMap((value) => {
      const result = schema.safeParse(value);
      if (result.success) return [result.data];
      this.#leaveOutShort(kind);
      return [];
    });
  }

  #me(): Me | null {
    const value = this.#values.get('me');
    if (value === null || value === undefined) return null;
    const fit = fitted(Me, value);
    this.#leaveOutShort('me', fit === null ? 1 : fit.cut.length);
    return fit?.value ?? null;
  }

  #leaveOutShort(kind: LeftOutKind, by = 1): void {
    leaveOut(this.#short, kind, by);
    this.#leaveOut(kind, by);
  }

  #leaveOut(kind: LeftOutKind, by = 1): void {
    if (by > 0) this.#damaged = true;
    leaveOut(this.leftOut, kind, by);
  }
}

const OLDEST_VERSION = 1;

function damagedAt(place: string): ImportError {
  return new ImportError('damagedBackup', { place });
}

const LISTS = new Set(['contacts', 'goals', 'ties', 'questions', 'captures', 'tombstones', 'snapshots']);

function isLong(name: string): boolean {
  return BACKUP_LISTS.some((list) => list === name);
}

function isMember(name: string): boolean {
  return Object.hasOwn(Backup.def.shape, name);
}

/** Are two values of JSON the same? The order of members says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSame(Reflect.get(a, name), Reflect.get(b, name)))
  );
}

/** A person is not lost for a date that no clock shows: what the program itself notes of a contact can be noted anew. */
function withBookkeeping(item: unknown, exportedAt: string): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const { id, profile } = item as { id?: unknown; profile?: { key?: { site?: unknown }; url?: unknown } };
  const own = Contact.def.shape;
  const defaults = {
    keys: [],
    emails: [],
    own: {},
    source: {
      site: profile?.key?.site,
      url: profile?.url,
      capturedAt: exportedAt,
      reader: 'backup',
    },
    createdAt: exportedAt,
    updatedAt: exportedAt,
    rev: 0,
    deviceId: id,
  };
  const mended = new Map(Object.entries(item));
  for (const [name, value] of Object.entries(defaults))
    if (ownValue<z.ZodMiniType>(own, name)?.safeParse(mended.get(name)).success !== true)
      mended.set(name, value);
  return Object.fromEntries(mended);
}
