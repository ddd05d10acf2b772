import type * as z from 'zod/mini';
import { companyNames, namesCompanies, underPresentKeys } from '../../core/merge/index.ts';
import {
  BACKUP_VERSION,
  Backup,
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
  if (!isBackup(value) || !Number.isInteger(value.version))
    throw new ImportError('damagedBackup', { place: 'version' });
  if (Number(value.version) > BACKUP_VERSION)
    throw new ImportError('newerVersion', { version: Number(value.version), known: BACKUP_VERSION });
  const upgraded = upgrade(value);
  const result = Backup.safeParse(upgraded);
  const leftOut: LeftOut = {};
  if (result.success) return { backup: keyedAnew(eachOnce(result.data, leftOut)), leftOut };
  const place = result.error.issues[0]?.path.map(String).join('.') ?? '';
  return { backup: keyedAnew(wholePart(upgraded, place, leftOut)), leftOut };
}

/** Backups of earlier versions hold the user's words about companies under other keys. */
function keyedAnew(backup: Backup): Backup {
  const { contacts, me, goals, settings } = backup;
  if (!namesCompanies(settings)) return backup;
  const present = underPresentKeys(settings, companyNames(contacts, me), goals);
  return present === settings ? backup : { ...backup, settings: present };
}

/** The whole parts of a damaged backup; `place` is the first that does not fit. */
function wholePart(value: Record<string, unknown>, place: string, leftOut: LeftOut): Backup {
  const head = Backup.def.shape.exportedAt.safeParse(value.exportedAt);
  const lists = [value.contacts, value.goals, value.ties].every(Array.isArray);
  if (!head.success || !lists) throw new ImportError('damagedBackup', { place });
  const exportedAt = head.data;
  const known = listOf(value.contacts);
  const contacts = known.flatMap((item) => wholeContact(item, exportedAt, leftOut));
  if (contacts.length === 0 && known.length > 0) throw new ImportError('damagedBackup', { place });
  const settings = fitted(Settings, value.settings ?? {});
  leaveOut(leftOut, 'settings', settings === null ? 1 : settings.cut.length);
  const backup = eachOnce(
    {
      format: 'weitblick',
      version: BACKUP_VERSION,
      exportedAt,
      me: wholeMe(value.me, leftOut),
      goals: wholeItems(Goal, value.goals, 'goals', leftOut),
      contacts,
      ties: wholeItems(Tie, value.ties, 'ties', leftOut),
      ...(value.questions !== undefined && {
        questions: wholeItems(TieQuestion, value.questions, 'questions', leftOut),
      }),
      settings: settings?.value ?? Settings.parse({}),
      ...(value.captures !== undefined && {
        captures: wholeItems(CaptureRecord, value.captures, 'captures', leftOut),
      }),
      ...(value.tombstones !== undefined && {
        tombstones: wholeItems(Tombstone, value.tombstones, 'tombstones', leftOut),
      }),
      ...(value.snapshots !== undefined && {
        snapshots: wholeItems(Snapshot, value.snapshots, 'snapshots', leftOut).slice(-MOST_SNAPSHOTS),
      }),
    },
    leftOut,
  );
  return withoutLoose(backup, leftOut);
}

function wholeContact(item: unknown, exportedAt: string, leftOut: LeftOut): Contact[] {
  const first = fitted(Contact, item);
  const fit = first ?? fitted(Contact, withBookkeeping(item, exportedAt));
  if (fit === null) {
    leaveOut(leftOut, 'contacts');
    return [];
  }
  leaveOut(leftOut, 'fields', fit.cut.length + (first === null ? 1 : 0));
  return [fit.value];
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

function wholeMe(value: unknown, leftOut: LeftOut): Me | null {
  if (value === null || value === undefined) return null;
  const fit = fitted(Me, value);
  leaveOut(leftOut, 'me', fit === null ? 1 : fit.cut.length);
  return fit?.value ?? null;
}

function wholeItems<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  kind: LeftOutKind,
  leftOut: LeftOut,
): z.output<Schema>[] {
  return listOf(value).flatMap((item) => {
    const result = schema.safeParse(item);
    if (result.success) return [result.data as z.output<Schema>];
    leaveOut(leftOut, kind);
    return [];
  });
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Ids and keys name one contact each; a file edited by hand may say otherwise, and could not be restored. */
function eachOnce(backup: Backup, leftOut: LeftOut): Backup {
  let same = true;
  const [ids, keys] = [new Set<string>(), new Set<string>()];
  const contacts = backup.contacts.flatMap((contact) => {
    if (ids.has(contact.id)) {
      leaveOut(leftOut, 'contacts');
      same = false;
      return [];
    }
    ids.add(contact.id);
    const free = [...new Set(contact.keys)].filter((key) => !keys.has(key));
    for (const key of free) keys.add(key);
    if (free.length === contact.keys.length) return [contact];
    leaveOut(leftOut, 'fields');
    same = false;
    return [{ ...contact, keys: free }];
  });
  return same ? backup : { ...backup, contacts };
}

/** Without the ties, questions and pages of contacts who were left out. */
function withoutLoose(backup: Backup, leftOut: LeftOut): Backup {
  const ids = new Set(['me', ...backup.contacts.map(({ id }) => id)]);
  const ties = backup.ties.filter(({ from, to }) => ids.has(from) && ids.has(to));
  leaveOut(leftOut, 'ties', backup.ties.length - ties.length);
  const left: Backup = { ...backup, ties };
  if (backup.questions !== undefined) {
    left.questions = backup.questions.filter(({ subject, candidates }) =>
      [subject, ...candidates].every((id) => ids.has(id)),
    );
    leaveOut(leftOut, 'questions', backup.questions.length - left.questions.length);
  }
  if (backup.captures !== undefined) {
    left.captures = backup.captures.filter(({ contactId }) => ids.has(contactId));
    leaveOut(leftOut, 'captures', backup.captures.length - left.captures.length);
  }
  return left;
}

/** Steps from each older version to the next; version 1 is the first. */
const UPGRADES: Record<number, (backup: Record<string, unknown>) => Record<string, unknown>> = {};

function upgrade(value: object): Record<string, unknown> {
  let backup: Record<string, unknown> = { ...value };
  for (let version = Number(backup.version); version < BACKUP_VERSION; version++) {
    const step = UPGRADES[version];
    if (step === undefined) throw new ImportError('damagedBackup', { place: 'version' });
    backup = { ...step(backup), version: version + 1 };
  }
  return backup;
}
