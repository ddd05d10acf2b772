import type { Backup, Contact, Tie } from '../../core/model/index.ts';

/** A backup whose contacts come one after the other, so that they never have to be held at once. */
export interface BackupParts extends Omit<Backup, 'contacts' | 'ties'> {
  contacts: Iterable<Contact> | AsyncIterable<Contact>;
  /** Asked for after the contacts have been written. */
  ties(): Tie[];
}

/** The backup as JSON text, one contact a line, in pieces. */
export async function* writeBackup({ contacts, ...rest }: BackupParts): AsyncGenerator<string> {
  const { ties, goals, me, settings, ...head } = rest;
  yield `${JSON.stringify(head).slice(0, -1)},\n"me":${JSON.stringify(me)},\n"settings":${JSON.stringify(settings)},\n"goals":`;
  yield* jsonLines(goals);
  yield ',\n"contacts":';
  yield* jsonLines(contacts);
  yield ',\n"ties":';
  yield* jsonLines(ties());
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
