import type { Tie } from '../core/model/index.ts';
import type { Database } from './schema.ts';
import type { Writing } from './transaction.ts';

export async function listTies(db: Database): Promise<Tie[]> {
  return db.getAll('ties');
}

/** The ties that end or begin at a contact. */
export async function tiesOf(db: Database, contactId: string): Promise<Tie[]> {
  const [incoming, outgoing] = await Promise.all([
    db.getAllFromIndex('ties', 'to', contactId),
    db.getAll('ties', IDBKeyRange.bound([contactId], [contactId, []])),
  ]);
  return [...incoming, ...outgoing];
}

/** The tie as it stands within a transaction; `undefined` when there is none. */
export function tieWithin(
  { transaction }: Writing,
  { from, to, kind }: Pick<Tie, 'from' | 'to' | 'kind'>,
): Promise<Tie | undefined> {
  return transaction.objectStore('ties').get([from, to, kind]);
}

/** Creates or replaces a tie. */
export async function putTie(writing: Writing, tie: Tie): Promise<void> {
  await writing.transaction.objectStore('ties').put(tie);
  writing.log({ store: 'ties', id: tieName(tie), kind: 'put', rev: 0 });
}

/** Takes a tie away; answers it as it was, `undefined` when there is none. */
export async function deleteTie(
  writing: Writing,
  tie: Pick<Tie, 'from' | 'to' | 'kind'>,
): Promise<Tie | undefined> {
  const store = writing.transaction.objectStore('ties');
  const key: [string, string, string] = [tie.from, tie.to, tie.kind];
  const known = await store.get(key);
  if (known === undefined) return undefined;
  await store.delete(key);
  writing.log({ store: 'ties', id: tieName(tie), kind: 'delete', rev: 0 });
  return known;
}

/** The name of a tie in the change log. */
export function tieName({ from, to, kind }: Pick<Tie, 'from' | 'to' | 'kind'>): string {
  return `${from}>${to}:${kind}`;
}

/** Both ends of a tie by its name in the change log. */
export function tieEnds(name: string): string[] {
  return name.slice(0, name.lastIndexOf(':')).split('>');
}
