import { canonical, type Json } from './canonical.ts';
import { compareStamps, type DeviceClock, laterStamp, nextStamp, type Stamp } from './stamp.ts';

/** One value that is merged as a whole. */
export interface Register {
  stamp: Stamp;
  /** `null`: taken away. */
  value: Json;
}

/** The versions of a note that stand, and of each device the last one that was seen when they were written. */
export interface Note {
  heads: readonly (readonly [Stamp, string])[];
  seen: readonly Stamp[];
}

/** All that is known of one record, as it is merged. */
export interface State {
  /** How often a contact was begun: 1, and one more each time that a forgotten one comes back. */
  life: number;
  /** This life has ended: the person was forgotten. Nothing else is kept then. */
  dead: boolean;
  registers: ReadonlyMap<string, Register>;
  note: Note | null;
}

export const NOTHING: State = { life: 1, dead: false, registers: new Map(), note: null };

/** The path of the earliest day: not the last writer decides, but the smaller value. */
export const CREATED_AT = 'createdAt';

/**
 * Two accounts of one record as one: commutative, associative and idempotent, so that files may come in any order,
 * twice, or late. The greater life wins; within a life to have been forgotten wins over every edit; else each register
 * for itself by its stamp.
 */
export function join(a: State, b: State): State {
  if (a.life !== b.life) return a.life > b.life ? a : b;
  if (a.dead || b.dead) return { ...NOTHING, life: a.life, dead: true };
  const registers = new Map(a.registers);
  for (const [path, register] of b.registers) {
    const known = registers.get(path);
    registers.set(path, known === undefined ? register : joinRegister(path, known, register));
  }
  return { life: a.life, dead: false, registers, note: joinNotes(a.note, b.note) };
}

/** Is nothing told by the one that the other does not know? */
export function sameState(a: State, b: State): boolean {
  if (a === b) return true;
  if (a.life !== b.life || a.dead !== b.dead || a.registers.size !== b.registers.size) return false;
  if (JSON.stringify(a.note) !== JSON.stringify(b.note)) return false;
  return [...a.registers].every(([path, { stamp, value }]) => {
    const other = b.registers.get(path);
    if (other === undefined || compareStamps(other.stamp, stamp) !== 0) return false;
    return other.value === value || canonical(other.value) === canonical(value);
  });
}

/**
 * What one contact takes over of another that was merged into it: each register that is later there (and later than
 * `after`, the day of a merge by hand, which chose between the earlier ones), and each version of the note.
 */
export function absorb(
  kept: State,
  gone: State,
  after: Stamp | null,
  clock: DeviceClock,
): { state: State; changed: boolean } {
  const later = [...gone.registers].filter(
    ([path, { stamp }]) => path !== 'into' && (after === null || compareStamps(stamp, after) > 0),
  );
  let note = kept.note;
  for (const [, text] of gone.note?.heads ?? []) if (text !== '') note = addVersion(note, text, clock);
  const state = join({ ...kept, note }, { ...NOTHING, life: kept.life, registers: new Map(later) });
  return { state, changed: !sameState(kept, state) };
}

function joinRegister(path: string, a: Register, b: Register): Register {
  const [one, other] = [canonical(a.value), canonical(b.value)];
  const later = compareStamps(a.stamp, b.stamp) || (one < other ? -1 : one > other ? 1 : 0);
  // What was never told is later than any day.
  const earlier =
    (a.value === null ? 1 : 0) - (b.value === null ? 1 : 0) || (one < other ? -1 : one > other ? 1 : 0);
  if (path === CREATED_AT && earlier !== 0) return earlier < 0 ? a : b;
  return later >= 0 ? a : b;
}

/** A version stays if the other side has it too, or has not seen it: what nobody has replaced knowingly is never lost. */
export function joinNotes(a: Note | null, b: Note | null): Note | null {
  if (a === null || b === null) return a ?? b;
  const heads = new Map<string, readonly [Stamp, string]>();
  for (const [mine, theirs] of [[a, b] as const, [b, a] as const])
    for (const head of mine.heads)
      if (has(theirs, head) || !sawIt(theirs, head[0])) heads.set(nameOf(head), head);
  return { heads: [...heads.values()].sort(newestFirst), seen: joinSeen(a.seen, b.seen) };
}

const nameOf = ([stamp, text]: readonly [Stamp, string]): string => `${stamp.join('.')} ${text}`;
const has = (note: Note, head: readonly [Stamp, string]): boolean =>
  note.heads.some((other) => nameOf(other) === nameOf(head));
const sawIt = (note: Note, stamp: Stamp): boolean =>
  note.seen.some((seen) => seen[2] === stamp[2] && compareStamps(seen, stamp) >= 0);

function newestFirst(a: readonly [Stamp, string], b: readonly [Stamp, string]): number {
  return compareStamps(b[0], a[0]) || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
}

function joinSeen(a: readonly Stamp[], b: readonly Stamp[]): Stamp[] {
  const last = new Map<string, Stamp>();
  for (const stamp of [...a, ...b]) last.set(stamp[2], laterStamp(last.get(stamp[2]) ?? stamp, stamp));
  return [...last.values()].sort((one, other) => (one[2] < other[2] ? -1 : 1));
}

/** The note with a new version in place of all those that its writer saw; `unread` versions, which were not shown, stay. */
export function writeNote(
  known: Note | null,
  text: string,
  clock: DeviceClock,
  unread: readonly (readonly [Stamp, string])[] = [],
): Note {
  const before = [...(known?.seen ?? []), ...(known?.heads ?? []).map(([stamp]) => stamp)];
  const last = before.reduce<Stamp | undefined>(
    (a, b) => (a === undefined ? b : laterStamp(a, b)),
    undefined,
  );
  const stamp = nextStamp(last, clock);
  return {
    heads: [[stamp, text] as const, ...unread].sort(newestFirst),
    seen: joinSeen(before, [stamp]),
  };
}

/** The note with one more version beside those that stand; nothing is replaced by it. */
export function addVersion(known: Note | null, text: string, clock: DeviceClock): Note {
  if (known?.heads.some(([, other]) => other === text)) return known;
  return writeNote(known, text, clock, known?.heads ?? []);
}

/** Parts two versions of a note where they are shown one under the other. */
export const BETWEEN_VERSIONS = '\n\n';

/** What is shown of a note: its versions one under the other, the newest first, each text once; empty: there is none. */
export function shownNote(note: Note | null): string {
  const texts = (note?.heads ?? []).map(([, text]) => text).filter((text) => text !== '');
  return [...new Set(texts)].join(BETWEEN_VERSIONS);
}
