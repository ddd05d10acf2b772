import type { Contact } from '../core/model/index.ts';
import type { CaptureRow, Database } from './schema.ts';
import { readState, writeState } from './state.ts';
import type { Writing } from './transaction.ts';

/** How many pages of one person are kept as history. */
const CAPTURES_KEPT = 20;
/** Rows read at once: bounds memory while running over a large network. */
const PAGE = 1_000;

export async function getContact(db: Database, id: string): Promise<Contact | undefined> {
  return db.get('contacts', id);
}

/** The contact saved under any of these keys; the order of the keys decides when there are several. */
export async function findContact(db: Database, keys: readonly string[]): Promise<Contact | undefined> {
  for (const key of keys) {
    const contact = await db.getFromIndex('contacts', 'keys', key);
    if (contact) return contact;
  }
  return undefined;
}

/** All contacts in pages of a bounded size, in the order of their ids. */
export async function* contactPages(db: Database): AsyncGenerator<Contact[]> {
  let after: IDBKeyRange | null = null;
  for (;;) {
    const page: Contact[] = await db.getAll('contacts', after, PAGE);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < PAGE) return;
    after = IDBKeyRange.lowerBound(last.id, true);
  }
}

/** Stores needed by `putContact` and `deleteContact`. */
export const CONTACT_STORES = ['contacts', 'captures', 'careers', 'ties', 'tombstones'] as const;

/**
 * Writes the contact that `decide` makes of the one saved under `keys` (`undefined`: nobody yet), and its
 * capture if there is one. Keys that already belong to somebody else stay with them.
 */
export async function putContact(
  writing: Writing,
  keys: readonly string[],
  decide: (existing: Contact | undefined) => Contact,
  capture?: Omit<CaptureRow, 'contactId' | 'at'>,
): Promise<{ contact: Contact; created: boolean }> {
  const store = writing.transaction.objectStore('contacts');
  const owners = await Promise.all(keys.map((key) => store.index('keys').get(key)));
  const existing = owners.find((owner) => owner !== undefined);
  const decided = decide(existing);
  const foreign = new Set(keys.filter((_, i) => owners[i] !== undefined && owners[i]?.id !== existing?.id));
  const contact = { ...decided, keys: decided.keys.filter((key) => !foreign.has(key)) };
  await store.put(contact);
  writing.log({ store: 'contacts', id: contact.id, kind: 'put', rev: contact.rev });
  if (capture) await addCapture(writing, { ...capture, contactId: contact.id, at: writing.now });
  if (existing === undefined) await countContacts(writing, +1);
  return { contact, created: existing === undefined };
}

/** Changes one contact by id. Answers `undefined`, and writes nothing, when it is gone. */
export async function updateContact(
  writing: Writing,
  id: string,
  change: (contact: Contact) => Contact,
): Promise<Contact | undefined> {
  const store = writing.transaction.objectStore('contacts');
  const existing = await store.get(id);
  if (existing === undefined) return undefined;
  const contact: Contact = {
    ...change(existing),
    rev: existing.rev + 1,
    updatedAt: writing.now,
    deviceId: writing.deviceId,
  };
  await store.put(contact);
  writing.log({ store: 'contacts', id, kind: 'put', rev: contact.rev });
  return contact;
}

/** Forgets a contact with its captures, reading and ties. What stays are hashes of its keys. */
export async function deleteContact(
  writing: Writing,
  id: string,
  hashes: (contact: Contact) => readonly string[],
): Promise<Contact | undefined> {
  const { transaction } = writing;
  const contact = await transaction.objectStore('contacts').get(id);
  if (contact === undefined) return undefined;
  const ties = transaction.objectStore('ties');
  const [incoming, outgoing] = await Promise.all([
    ties.index('to').getAllKeys(id),
    ties.getAllKeys(IDBKeyRange.bound([id], [id, []])),
  ]);
  await Promise.all([
    transaction.objectStore('contacts').delete(id),
    transaction.objectStore('captures').delete(IDBKeyRange.bound([id], [id, []])),
    transaction.objectStore('careers').delete(id),
    ...[...incoming, ...outgoing].map((key) => ties.delete(key)),
    ...hashes(contact).map((hash) =>
      transaction.objectStore('tombstones').put({ hash, contactId: id, at: writing.now }),
    ),
    countContacts(writing, -1),
  ]);
  writing.log({ store: 'contacts', id, kind: 'delete', rev: contact.rev + 1 });
  return contact;
}

async function addCapture(writing: Writing, capture: CaptureRow): Promise<void> {
  const store = writing.transaction.objectStore('captures');
  await store.put(capture);
  const kept = await store.getAllKeys(IDBKeyRange.bound([capture.contactId], [capture.contactId, []]));
  await Promise.all(kept.slice(0, Math.max(0, kept.length - CAPTURES_KEPT)).map((key) => store.delete(key)));
}

async function countContacts({ transaction }: Writing, by: number): Promise<void> {
  await writeState(transaction, 'contactCount', ((await readState(transaction, 'contactCount')) ?? 0) + by);
}
