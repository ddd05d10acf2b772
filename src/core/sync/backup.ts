import type { Contact } from '../model/index.ts';
import { LOG_LIMITS } from '../model/own.ts';
import { stable } from '../model/stable.ts';
import type { Json } from './canonical.ts';
import { join, NOTHING, type Register, type State, shownNote } from './join.ts';
import { recordOf, registersOf, type Values } from './registers.ts';
import type { Stamp } from './stamp.ts';

/** What joining a backup has done. */
export interface BackupJoined {
  created: number;
  changed: number;
  ties: number;
  goals: number;
  me: boolean;
  /** Of the backup's contacts: forgotten here, and not brought back. */
  leftOut: number;
  /** The step by which all of it is taken back. */
  undo: string;
}

/** Characters of a note. */
const NOTE_LENGTH = 20_000;

/**
 * A contact that is here, joined with what a backup says of the same person; `null`: nothing of it is new. Each
 * account counts as written on the day of its last change, and field by field the later one stands; tags, log, keys,
 * addresses and events of both are put together, and notes that differ stand one under the other. What was taken away
 * here since the backup was made stays away; what is here and not in the backup stays.
 */
export function joinedWithBackup(here: Contact, there: Contact): Contact | null {
  const isSame = here.id === there.id;
  if (isSame && here.rev === there.rev && here.updatedAt === there.updatedAt) return null;
  const [mine, theirs] = [registersOf('contact', here), registersOf('contact', there)];
  const later = there.updatedAt > here.updatedAt;
  const state = join(
    stateAt(mine, here.updatedAt, HERE, isSame && !later ? theirs : null),
    stateAt(theirs, there.updatedAt, THERE, null),
  );
  const values = new Map([...state.registers].map(([path, { value }]) => [path, value]));
  const note = notesOf(mine.note, theirs.note, shownNote(state.note));
  const joined = recordOf('contact', here.id, { values, note: note.text }, here) as Contact | null;
  if (joined === null) return null;
  const whole = note.left === '' ? joined : withLine(joined, note.left, there.updatedAt.slice(0, 10));
  return stable(whole) === stable(here) ? null : whole;
}

const [HERE, THERE] = ['00000002', '00000001'];

/** A record as it stood on a day. Of what `since` has besides it says that it was taken away. */
function stateAt({ values, note }: Values, day: string, by: string, since: Values | null): State {
  const stamp: Stamp = [Math.max(0, Date.parse(day) || 0), 0, by];
  const registers = new Map<string, Register>();
  for (const [path, value] of values) registers.set(path, { stamp, value });
  for (const path of since?.values.keys() ?? [])
    if (!path.includes('/') && !registers.has(path)) registers.set(path, { stamp, value: null as Json });
  return { ...NOTHING, registers, note: note === '' ? null : { heads: [[stamp, note]], seen: [stamp] } };
}

/** Both notes, or the one that holds the other; what would make a note too long is `left`. */
function notesOf(mine: string, theirs: string, both: string): { text: string; left: string } {
  if (mine.includes(theirs)) return { text: mine, left: '' };
  if (theirs.includes(mine)) return { text: theirs, left: '' };
  return both.length <= NOTE_LENGTH ? { text: both, left: '' } : { text: mine, left: theirs };
}

/** What finds no room in the note stands in the log, of the day on which it was last changed. */
function withLine(contact: Contact, text: string, day: string): Contact {
  const line = { day, text: text.slice(0, LOG_LIMITS.entry).toWellFormed(), kind: 'note' as const };
  if (contact.own.log.some((known) => stable(known) === stable(line))) return contact;
  const log = [...contact.own.log, line].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return { ...contact, own: { ...contact.own, log: log.slice(0, 1_000) } };
}
