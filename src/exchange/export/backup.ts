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
import { BACKUP_LIMITS } from '../limits.ts';

/** A backup whose contacts come one after the other, so that they never have to be held at once. */
export interface BackupParts
  extends Omit<Backup, 'contacts' | 'ties' | 'questions' | 'captures' | 'tombstones' | 'snapshots'> {
  contacts: Iterable<Contact> | AsyncIterable<Contact>;
  /** Asked for after the contacts have been written. */
  ties(): Iterable<Tie> | AsyncIterable<Tie>;
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
  record: number = BACKUP_LIMITS.record,
): AsyncGenerator<string> {
  const { ties, questions, goals, me, settings, captures, tombstones, snapshots, ...head } = rest;
  const whole = new Whole(leftOut, record);
  const own = me === null ? 'null' : (whole.value(Me, me, 'me') ?? 'null');
  const set = whole.value(Settings, settings, 'settings') ?? JSON.stringify(Settings.parse({}));
  yield `${JSON.stringify(head).slice(0, -1)},\n"me":${own},\n"settings":${set},\n"goals":`;
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
  most: number = BACKUP_LIMITS.fileBytes,
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

/** Lets pass what its schema takes and what is short enough to be read back, as JSON. */
class Whole {
  readonly #leftOut: LeftOut;
  readonly #most: number;

  constructor(leftOut: LeftOut, most: number) {
    this.#leftOut = leftOut;
    this.#most = most;
  }

  /** A single value; `null`: nothing of it can go in. */
  value(schema: z.ZodMiniType, value: unknown, kind: LeftOutKind): string | null {
    const fit = fitted(schema, value);
    const json = fit === null ? null : JSON.stringify(fit.value);
    const short = json !== null && json.length <= this.#most;
    leaveOut(this.#leftOut, kind, short ? (fit?.cut.length ?? 0) : 1);
    return short ? json : null;
  }

  async *items(
    schema: z.ZodMiniType,
    values: Iterable<unknown> | AsyncIterable<unknown>,
    kind: LeftOutKind,
  ): AsyncGenerator<string> {
    for await (const value of values) {
      const whole = schema.safeParse(value).success;
      // Of a person the rest is kept; a page, a tie or a goal of which a part is missing says something else.
      const fit = whole ? null : kind === 'contacts' ? fitted(schema, value) : null;
      const json = whole ? JSON.stringify(value) : fit === null ? null : JSON.stringify(fit.value);
      if (json === null || json.length > this.#most) {
        leaveOut(this.#leftOut, kind);
        continue;
      }
      if (fit !== null) leaveOut(this.#leftOut, 'fields', fit.cut.length);
      yield json;
    }
  }
}

async function* jsonLines(items: AsyncIterable<string>): AsyncGenerator<string> {
  let first = true;
  for await (const json of items) {
    yield `${first ? '[\n' : ',\n'}${json}`;
    first = false;
  }
  yield first ? '[]' : '\n]';
}
