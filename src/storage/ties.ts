import { Tie } from '../core/model/index.ts';
import { accepted } from './accept.ts';
import { unobserved } from './requests.ts';
import type { Database, WriteTransaction } from './schema.ts';
import type { Writing } from './writing.ts';

/** Ties in one request: all at once would let nobody else have a turn. */
const PAGE = 2_000;

/** All ties, in the order of their names. */
export async function listTies(db: Database): Promise<Tie[]> {
  const ties: Tie[] = [];
  for await (const page of tiePages(db)) for (const tie of page) ties.push(tie);
  return ties;
}

/** All ties in pages of a bounded size, in the order of their ends. */
export async function* tiePages(db: Database): AsyncGenerator<Tie[]> {
  for (let after: IDBKeyRange | null = null; ; ) {
    const page: Tie[] = await db.getAll('ties', after, PAGE);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < PAGE) return;
    after = IDBKeyRange.lowerBound([last.from, last.to, last.kind], true);
  }
}

/** The ties that end or begin at a contact. */
export async function tiesOf(db: Database, contactId: string): Promise<Tie[]> {
  const [incoming, outgoing] = await Promise.all([
    db.getAllFromIndex('ties', 'to', contactId),
    db.getAll('ties', IDBKeyRange.bound([contactId], [contactId, []])),
  ]);
  return [...incoming, ...outgoing];
}

/** The same within a transaction. */
export async function tiesWithin(transaction: WriteTransaction, contactId: string): Promise<Tie[]> {
  const store = transaction.objectStore('ties');
  const [incoming, outgoing] = await Promise.all([
    store.index('to').getAll(contactId),
    store.getAll(IDBKeyRange.bound([contactId], [contactId, []])),
  ]);
  return [...incoming, ...outgoing];
}

/**
 * Creates or replaces a tie.
 * @throws NotStorable
 */
export function putTie(writing: Writing, tie: Tie): void {
  unobserved(writing.transaction).objectStore('ties').put(accepted(Tie, tie));
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
