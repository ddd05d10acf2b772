import { canonical, hash53, type Json } from './canonical.ts';
import { NOTHING, type Note, type Register, type State, shownNote, writeNote } from './join.ts';
import type { Kind } from './kinds.ts';
import { INTO, NOTE, type Values } from './registers.ts';
import { type DeviceClock, laterStamp, nextStamp, parseStamp, printStamp, type Stamp } from './stamp.ts';

/** One register as it stands beside a record: its path, what it shows (as a hash), its stamp where it is not the row's. */
export type Cell = [path: string, hash: number, stamp?: string];

/**
 * What the database keeps beside a record: when each of its registers was written, and what of it is still to be sent.
 * The values themselves stand in the record; here is what a record cannot show.
 */
export interface StampRow {
  /** `kind:id`. */
  key: string;
  life: number;
  dead?: true;
  /** Stamp of every cell that has none of its own. */
  base: string;
  cells: Cell[];
  /** Paths that no other device has yet, each with the file that took it (`''`: none). */
  open: [path: string, file: string][];
  /** The same files, each once, for the index; an empty name: there is something to send. */
  opens: string[];
  note?: { heads: [stamp: string, text: string][]; seen: string[] };
  /** Values that the record does not show: of newer programs, or past what is shown. */
  kept?: [path: string, value: Json][];
  /** The contact that this one was merged into. */
  into?: string;
  /** The pages read of it that went over to that one: their instants. */
  moved?: string[];
  /** Who must be there before this can be shown: the ends of a tie, the contact of a capture. */
  waits?: string[];
}

/** The path of a contact's existence among those that are to be sent. */
export const EXISTENCE = '';
const NONE = hash53(canonical(null));

export function rowKey(kind: string, id: string): string {
  return `${kind}:${id}`;
}

export function ofKey(key: string): { kind: Kind; id: string } {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at) as Kind, id: key.slice(at + 1) };
}

/** What a write did to a record: what it is now; nothing: it is not there any more. */
export interface Written extends Values {
  there: boolean;
  /** A contact that went into another: what it was, though it is not there any more. */
  into?: string;
}

/**
 * The row after a write: what differs from it gets a new stamp and is to be sent. The same row when nothing differs.
 * `base`: of a record that was never stamped, the stamp of all; absent: it is new.
 */
export function stampWrite(
  known: StampRow | undefined,
  key: string,
  written: Written,
  clock: DeviceClock,
  base?: Stamp,
): StampRow {
  const { kind } = ofKey(key);
  if (kind === 'contact') {
    if (written.into !== undefined)
      return mergedAway(known ?? begin(key, written, clock, base), written, clock);
    if (!written.there) return forgotten(known, key, clock);
    if (known?.dead === true) return begin(key, written, clock, base, known.life + 1);
    if (known?.into !== undefined) return cameBack(known, written, clock);
  }
  if (known === undefined) return begin(key, written, clock, base);
  return changed(known, written, clock);
}

function begin(key: string, { values, note }: Values, clock: DeviceClock, base?: Stamp, life = 1): StampRow {
  const stamp = base ?? nextStamp(undefined, clock);
  const cells = [...values].map(([path, value]): Cell => [path, hash53(canonical(value))]);
  const row: StampRow = { key, life, base: printStamp(stamp), cells, open: [], opens: [] };
  if (note !== '') {
    cells.push([NOTE, hash53(canonical(note))]);
    row.note = packNote({ heads: [[stamp, note]], seen: [stamp] });
  }
  const paths = cells.map(([path]) => path);
  return opened(row, ofKey(key).kind === 'contact' ? [EXISTENCE, ...paths] : paths);
}

function forgotten(known: StampRow | undefined, key: string, clock: DeviceClock): StampRow {
  if (known?.dead === true) return known;
  return opened(deadRow(key, known?.life ?? 1, nextStamp(known && parseStamp(known.base), clock)), [
    EXISTENCE,
  ]);
}

function deadRow(key: string, life: number, base: Stamp): StampRow {
  return { key, life, dead: true, base: printStamp(base), cells: [], open: [], opens: [] };
}

function changed(known: StampRow, { values, note }: Values, clock: DeviceClock): StampRow {
  const shown = new Map(values);
  if (note !== '') shown.set(NOTE, note);
  const before = new Map(known.cells.map((cell) => [cell[0], cell]));
  const paths: string[] = [];
  for (const [path, value] of shown) if (before.get(path)?.[1] !== hash53(canonical(value))) paths.push(path);
  for (const [path, hash] of before) if (hash[1] !== NONE && !shown.has(path)) paths.push(path);
  if (paths.length === 0) return known;
  for (const path of paths) {
    const stamp = path === NOTE ? '' : printStamp(nextStamp(stampIn(known, before.get(path)), clock));
    before.set(path, [path, hash53(canonical(shown.get(path))), stamp]);
  }
  // It was written here: whatever it waited for, it stands.
  const { waits: _, ...rest } = known;
  const row: StampRow = { ...rest, cells: [...before.values()] };
  if (paths.includes(NOTE)) {
    const old = unpackNote(known.note);
    // What was cut where it was shown has not been replaced by whoever wrote then.
    const unread = shownNote(old).length > 20_000 ? (old?.heads ?? []).slice(1) : [];
    row.note = packNote(writeNote(old, note, clock, unread));
  }
  return opened(
    setKept(
      row,
      (row.kept ?? []).filter(([path]) => !paths.includes(path)),
    ),
    paths,
  );
}

/** It stays as it was, unseen, so that it can come back; its note is told of as part of the other's. */
function mergedAway(known: StampRow, { values, note, into = '' }: Written, clock: DeviceClock): StampRow {
  const row = changed(known, { values, note: '' }, clock);
  const cells = new Map(row.cells.map((cell) => [cell[0], cell]));
  const stamp = printStamp(nextStamp(stampIn(row, cells.get(INTO)), clock));
  cells.set(INTO, [INTO, NONE, stamp]);
  const hidden = [...cells.values()].map(([path, , own]): Cell => [path, NONE, own ?? row.base]);
  const unshown = (row.kept ?? []).filter(([path]) => path !== INTO && !values.has(path));
  const kept: [string, Json][] = [...unshown, ...values, [INTO, { id: into }]];
  return opened({ ...setKept({ ...row, cells: hidden }, kept), into }, [
    INTO,
    ...(note === '' ? [] : [NOTE]),
  ]);
}

/** A merge was taken back: everything is as it was, and is told anew. */
function cameBack(known: StampRow, written: Written, clock: DeviceClock): StampRow {
  const { into: _, ...rest } = known;
  const anew = (path: string) => path === INTO || written.values.has(path);
  // A hash that nothing has: each of them counts as changed.
  const cells = rest.cells.map((cell): Cell => (anew(cell[0]) ? [cell[0], -1, cell[2] ?? rest.base] : cell));
  const bare = setKept(
    { ...rest, cells },
    (rest.kept ?? []).filter(([path]) => !anew(path)),
  );
  return opened(changed(bare, written, clock), [EXISTENCE, ...cells.map(([path]) => path)]);
}

/** What is known of a record: the row with the values that the record shows. */
export function stateOf(row: StampRow, { values }: Pick<Values, 'values'>): State {
  if (row.dead) return { ...NOTHING, life: row.life, dead: true };
  const kept = new Map(row.kept);
  const registers = new Map<string, Register>();
  for (const cell of row.cells) {
    const [path] = cell;
    if (path === NOTE) continue;
    const value = kept.has(path) ? (kept.get(path) ?? null) : (values.get(path) ?? null);
    registers.set(path, { stamp: stampIn(row, cell), value });
  }
  return { life: row.life, dead: false, registers, note: unpackNote(row.note) };
}

/** The row of a state whose record shows these values; what was to be sent of `known`, and still stands, still is. */
export function rowOf(key: string, state: State, shown: Values, known: StampRow | undefined): StampRow {
  if (state.dead) {
    const row = deadRow(key, state.life, parseStamp(known?.base ?? ''));
    return known?.dead && known.life === state.life ? opened(row, [], known.open) : row;
  }
  const stamps = [...state.registers.values()].map(({ stamp }) => printStamp(stamp));
  const base = commonest(stamps) ?? known?.base ?? printStamp([0, 0, '00000000']);
  const cells: Cell[] = [];
  const kept: [string, Json][] = [];
  const still = new Map<string, string>();
  const open = new Map(known?.life === state.life ? known.open : []);
  const before = new Map(known?.cells.map((cell) => [cell[0], known && stampIn(known, cell)]));
  for (const [path, { stamp, value }] of state.registers) {
    const seen = shown.values.get(path) ?? null;
    const text = printStamp(stamp);
    const said = canonical(seen);
    cells.push(text === base ? [path, hash53(said)] : [path, hash53(said), text]);
    if (seen !== value && said !== canonical(value)) kept.push([path, value]);
    const file = open.get(path);
    const mine = before.get(path);
    if (file !== undefined && mine !== undefined && printStamp(mine) === text) still.set(path, file);
  }
  const row: StampRow = { key, life: state.life, base, cells, open: [], opens: [] };
  if (state.note !== null) {
    row.note = packNote(state.note);
    cells.push([NOTE, hash53(canonical(shown.note === '' ? null : shown.note))]);
    const file = open.get(NOTE);
    if (file !== undefined && state.note.heads.some(([stamp]) => isOpenHead(known, stamp)))
      still.set(NOTE, file);
  }
  const existence = open.get(EXISTENCE);
  if (existence !== undefined) still.set(EXISTENCE, existence);
  const into = state.registers.get(INTO)?.value;
  if (typeof into === 'object' && into !== null && 'id' in into && typeof into.id === 'string')
    row.into = into.id;
  return opened(setKept(row, kept), [], [...still]);
}

function isOpenHead(known: StampRow | undefined, stamp: Stamp): boolean {
  const text = printStamp(stamp);
  return known?.note?.heads.some(([head]) => head === text) ?? false;
}

/** These paths are to be sent; what was before stays so, unless it is among them. */
export function opened(row: StampRow, paths: readonly string[], before = row.open): StampRow {
  const open = new Map(before);
  for (const path of paths) open.set(path, '');
  return withOpen(row, [...open]);
}

/** The file took everything that was to be sent. */
export function taken(row: StampRow, file: string): StampRow {
  return withOpen(
    row,
    row.open.map(([path, by]) => [path, by === '' ? file : by]),
  );
}

/** The file has arrived (or, with `again`, has not): what still names it is sent, or is to be sent again. */
export function arrived(row: StampRow, file: string, again = false): StampRow {
  if (again)
    return withOpen(
      row,
      row.open.map(([path, by]) => [path, by === file ? '' : by]),
    );
  return withOpen(
    row,
    row.open.filter(([, by]) => by !== file),
  );
}

function withOpen(row: StampRow, open: StampRow['open']): StampRow {
  return { ...row, open, opens: [...new Set(open.map(([, file]) => file))] };
}

/** Does the record show anything of it? */
export function isShown({ cells }: Pick<StampRow, 'cells'>): boolean {
  return cells.some(([, hash]) => hash !== NONE);
}

/** The paths that are to be sent. */
export function unsentPaths(row: StampRow): string[] {
  return row.open.filter(([, file]) => file === '').map(([path]) => path);
}

export function packNote({ heads, seen }: Note): NonNullable<StampRow['note']> {
  return { heads: heads.map(([stamp, text]) => [printStamp(stamp), text]), seen: seen.map(printStamp) };
}

export function unpackNote(note: StampRow['note']): Note | null {
  if (note === undefined) return null;
  return {
    heads: note.heads.map(([stamp, text]) => [parseStamp(stamp), text] as const),
    seen: note.seen.map(parseStamp),
  };
}

/** The latest stamp of a row: what comes next is later. */
export function latestIn(row: StampRow): Stamp {
  return row.cells.map((cell) => stampIn(row, cell)).reduce(laterStamp, parseStamp(row.base));
}

export function stampIn(row: StampRow, cell: Cell): Stamp;
export function stampIn(row: StampRow, cell: Cell | undefined): Stamp | undefined;
export function stampIn(row: StampRow, cell: Cell | undefined): Stamp | undefined {
  return cell === undefined ? undefined : parseStamp(cell[2] || row.base);
}

function setKept(row: StampRow, kept: [string, Json][]): StampRow {
  const { kept: _, ...rest } = row;
  return kept.length === 0 ? rest : { ...rest, kept };
}

/** The stamp that most have; the first of several. */
export function commonest(stamps: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  let best: string | undefined;
  for (const stamp of stamps) {
    const count = (counts.get(stamp) ?? 0) + 1;
    counts.set(stamp, count);
    if (best === undefined || count > (counts.get(best) ?? 0)) best = stamp;
  }
  return best;
}
