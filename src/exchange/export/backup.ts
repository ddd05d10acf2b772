import type { Backup, CaptureRecord, Contact, Tie, Tombstone } from '../../core/model/index.ts';

/** A backup whose contacts come one after the other, so that they never have to be held at once. */
export interface BackupParts extends Omit<Backup, 'contacts' | 'ties' | 'captures' | 'tombstones'> {
  contacts: Iterable<Contact> | AsyncIterable<Contact>;
  /** Asked for after the contacts have been written. */
  ties(): Tie[];
  /** The history of captured pages; absent: the file says nothing of it. */
  captures?: Iterable<CaptureRecord> | AsyncIterable<CaptureRecord> | undefined;
  /** Hashes of whom the user has deleted; absent: the file says nothing of it. */
  tombstones?: readonly Tombstone[] | undefined;
}

/** The backup as JSON text, one contact a line, in pieces. */
export async function* writeBackup({ contacts, ...rest }: BackupParts): AsyncGenerator<string> {
  const { ties, goals, me, settings, captures, tombstones, ...head } = rest;
  yield `${JSON.stringify(head).slice(0, -1)},\n"me":${JSON.stringify(me)},\n"settings":${JSON.stringify(settings)},\n"goals":`;
  yield* jsonLines(goals);
  yield ',\n"contacts":';
  yield* jsonLines(contacts);
  yield ',\n"ties":';
  yield* jsonLines(ties());
  if (captures !== undefined) {
    yield ',\n"captures":';
    yield* jsonLines(captures);
  }
  if (tombstones !== undefined) {
    yield ',\n"tombstones":';
    yield* jsonLines(tombstones);
  }
  yield '}\n';
}

async function* jsonLines(values: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  let first = true;
  for await (const value of values) {
    yield `${first ? '[\n' : ',\n'}${JSON.stringify(value)}`;
    first = false;
  }
  yield first ? '[]' : '\n]';
}
