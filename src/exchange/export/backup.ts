import type * as z from 'zod/mini';
import {
  type Backup,
  CaptureRecord,
  Contact,
  fitted,
  Goal,
  type LeftOut,
  type LeftOutKind,
  leaveOut,
  Me,
  Settings,
  Snapshot,
  Tie,
  TieQuestion,
  Tombstone,
} from '../../core/model/index.ts';
import { ExportError } from '../errors.ts';
import { IMPORT_LIMITS } from '../limits.ts';

/** A backup whose contacts come one after the other, so that they never have to be held at once. */
export interface BackupParts
  extends Omit<Backup, 'contacts' | 'ties' | 'questions' | 'captures' | 'tombstones' | 'snapshots'> {
  contacts: Iterable<Contact> | AsyncIterable<Contact>;
  /** Asked for after the contacts have been written. */
  ties(): Tie[];
  /** Names on pages that may mean several; absent: the file says nothing of them. */
  questions?: readonly TieQuestion[] | undefined;
  /** The history of captured pages; absent: the file says nothing of it. */
  captures?: Iterable<CaptureRecord> | AsyncIterable<CaptureRecord> | undefined;
  /** Hashes of whom the user has deleted; absent: the file says nothing of it. */
  tombstones?: readonly Tombstone[] | undefined;
  /** The state of each month; absent: the file says nothing of it. */
  snapshots?: readonly Snapshot[] | undefined;
}

/**
 * The backup as JSON text, one contact a line, in pieces. Only what a restore can read goes in: what does not fit is
 * cut or left out, and counted in `leftOut`.
 */
export async function* writeBackup(
  { contacts, ...rest }: BackupParts,
  leftOut: LeftOut = {},
): AsyncGenerator<string> {
  const { ties, questions, goals, me, settings, captures, tombstones, snapshots, ...head } = rest;
  const own = me === null ? null : fitted(Me, me);
  const set = fitted(Settings, settings);
  if (me !== null) leaveOut(leftOut, 'me', own === null ? 1 : own.cut.length);
  leaveOut(leftOut, 'settings', set === null ? 1 : set.cut.length);
  yield `${JSON.stringify(head).slice(0, -1)},\n"me":${JSON.stringify(own?.value ?? null)},\n"settings":${JSON.stringify(set?.value ?? Settings.parse({}))},\n"goals":`;
  const whole = new Whole(leftOut);
  yield* jsonLines(whole.items(Goal, goals, 'goals'));
  yield ',\n"contacts":';
  yield* jsonLines(whole.items(Contact, contacts, 'contacts'));
  yield ',\n"ties":';
  yield* jsonLines(whole.items(Tie, ties(), 'ties'));
  if (questions !== undefined && questions.length > 0) {
    yield ',\n"questions":';
    yield* jsonLines(whole.items(TieQuestion, questions, 'questions'));
  }
  if (captures !== undefined) {
    yield ',\n"captures":';
    yield* jsonLines(whole.items(CaptureRecord, captures, 'captures'));
  }
  if (tombstones !== undefined) {
    yield ',\n"tombstones":';
    yield* jsonLines(whole.items(Tombstone, tombstones, 'tombstones'));
  }
  if (snapshots !== undefined && snapshots.length > 0) {
    yield ',\n"snapshots":';
    yield* jsonLines(whole.items(Snapshot, snapshots, 'snapshots'));
  }
  yield '}\n';
}

/**
 * The pieces of a backup as long as they are together no larger than what can be read back.
 * @throws ExportError `backupTooLarge`
 */
export async function* withinLimit<Piece extends string | Uint8Array>(
  pieces: AsyncIterable<Piece>,
  most: number = IMPORT_LIMITS.fileBytes,
): AsyncGenerator<Piece> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += typeof piece === 'string' ? bytesOf(piece) : piece.length;
    if (bytes > most) throw new ExportError('backupTooLarge');
    yield piece;
  }
}

/** Bytes of a text in UTF-8. */
function bytesOf(text: string): number {
  // Every code unit is three bytes at most: counted only where it matters, and without a copy where it is plain.
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Both halves of a pair make four bytes: two each.
    if (unit > 0x7f) bytes += unit < 0x800 || (unit & 0xf800) === 0xd800 ? 1 : 2;
  }
  return bytes;
}

/** Lets pass what its schema takes, as the schema has it. */
class Whole {
  readonly #leftOut: LeftOut;

  constructor(leftOut: LeftOut) {
    this.#leftOut = leftOut;
  }

  async *items<Schema extends z.ZodMiniType>(
    schema: Schema,
    values: Iterable<unknown> | AsyncIterable<unknown>,
    kind: LeftOutKind,
  ): AsyncGenerator<z.output<Schema>> {
    for await (const value of values) {
      const result = schema.safeParse(value);
      if (result.success) {
        yield value as z.output<Schema>;
        continue;
      }
      // Of a person the rest is kept; a page, a tie or a goal of which a part is missing says something else.
      const fit = kind === 'contacts' ? fitted(schema, value) : null;
      leaveOut(this.#leftOut, fit === null ? kind : 'fields', fit === null ? 1 : fit.cut.length);
      if (fit !== null) yield fit.value;
    }
  }
}

async function* jsonLines(values: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  let first = true;
  for await (const value of values) {
    yield `${first ? '[\n' : ',\n'}${JSON.stringify(value)}`;
    first = false;
  }
  yield first ? '[]' : '\n]';
}
