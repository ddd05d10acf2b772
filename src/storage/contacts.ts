import { tombstoneHashes } from '../core/merge/index.ts';
import type { Contact, Tie } from '../core/model/index.ts';
import { dropDrafts } from './drafts.ts';
import { unwaited } from './requests.ts';
import type { CaptureRow, Database } from './schema.ts';
import { readState, writeState } from './state.ts';
import { putTie, tieName } from './ties.ts';
import type { Writing } from './transaction.ts';

/** How many pages of one person are kept as history. */
const CAPTURES_KEPT = 20;
/** Rows read at once: bounds memory while running over a large network. */
const PAGE = 1_000;

/** One contact; `undefined` when there is none of this id. */
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

/** Stores needed by `putContact`, `deleteContacts` and `restoreContacts`. */
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

/** Changes one contact by id. Answers `undefined`, and writes nothing, when it is gone or `change` says `null`. */
export async function updateContact(
  writing: Writing,
  id: string,
  change: (contact: Contact) => Contact | null,
): Promise<Contact | undefined> {
  const store = writing.transaction.objectStore('contacts');
  const existing = await store.get(id);
  if (existing === undefined) return undefined;
  const changed = change(existing);
  if (changed === null) return undefined;
  const contact: Contact = {
    ...changed,
    rev: existing.rev + 1,
    updatedAt: writing.now,
    deviceId: writing.deviceId,
  };
  await store.put(contact);
  writing.log({ store: 'contacts', id, kind: 'put', rev: contact.rev });
  return contact;
}

/** A contact with everything that hangs on it, as it was before it was forgotten. */
export interface WholeContact {
  contact: Contact;
  captures: CaptureRow[];
  ties: Tie[];
}

/**
 * Forgets contacts with their captures, readings and ties. What stays are hashes of their keys (unless told not
 * to leave any). Answers what there was; an id that nobody has is passed over.
 */
export async function deleteContacts(
  writing: Writing,
  ids: readonly string[],
  { tombstones = true } = {},
): Promise<WholeContact[]> {
  const { transaction } = writing;
  const ties = transaction.objectStore('ties');
  const found = await Promise.all(
    ids.map(async (id) => {
      const [contact, captures, incoming, outgoing] = await Promise.all([
        transaction.objectStore('contacts').get(id),
        transaction.objectStore('captures').getAll(capturesOf(id)),
        ties.index('to').getAll(id),
        ties.getAll(IDBKeyRange.bound([id], [id, []])),
      ]);
      return contact === undefined ? undefined : { contact, captures, ties: [...incoming, ...outgoing] };
    }),
  );
  const whole = found.filter((one) => one !== undefined);
  for (const { contact, ties: gone } of whole) {
    const { id } = contact;
    unwaited(transaction.objectStore('contacts').delete(id));
    unwaited(transaction.objectStore('captures').delete(capturesOf(id)));
    for (const tie of gone) {
      unwaited(ties.delete([tie.from, tie.to, tie.kind]));
      writing.log({ store: 'ties', id: tieName(tie), kind: 'delete', rev: 0 });
    }
    for (const hash of tombstones ? tombstoneHashes(contact) : [])
      unwaited(transaction.objectStore('tombstones').put({ hash, contactId: id, at: writing.now }));
    writing.log({ store: 'contacts', id, kind: 'delete', rev: contact.rev + 1 });
  }
  await dropDrafts(
    transaction,
    whole.flatMap(({ contact }) => [contact.id, ...contact.keys]),
  );
  await countContacts(writing, -whole.length);
  return whole;
}

/**
 * Brings forgotten contacts back with all that hung on them. A contact whose keys meanwhile belong to
 * somebody else, or who was saved again, stays as it is. Answers how many came back.
 */
export async function restoreContacts(writing: Writing, whole: readonly WholeContact[]): Promise<number> {
  const { transaction } = writing;
  const store = transaction.objectStore('contacts');
  const free = await Promise.all(
    whole.map(async ({ contact: { id, keys } }) => {
      const taken = await Promise.all([
        store.getKey(id),
        ...keys.map((key) => store.index('keys').getKey(key)),
      ]);
      return taken.every((owner) => owner === undefined);
    }),
  );
  const back = whole.filter((_, i) => free[i]);
  for (const { contact, captures } of back) {
    const rev = contact.rev + 2;
    unwaited(store.put({ ...contact, rev, updatedAt: writing.now, deviceId: writing.deviceId }));
    for (const capture of captures) unwaited(transaction.objectStore('captures').put(capture));
    for (const hash of tombstoneHashes(contact)) unwaited(transaction.objectStore('tombstones').delete(hash));
    writing.log({ store: 'contacts', id: contact.id, kind: 'put', rev });
  }
  const ties = back.flatMap((one) => one.ties);
  const ends = [...new Set(ties.flatMap(({ from, to }) => [from, to]))];
  const there = await Promise.all(ends.map((id) => (id === 'me' ? id : store.getKey(id))));
  const known = new Set(ends.filter((_, i) => there[i] !== undefined));
  for (const tie of ties) if (known.has(tie.from) && known.has(tie.to)) await putTie(writing, tie);
  await countContacts(writing, back.length);
  return back.length;
}

/** What pages showed of a contact, the newest first. */
export async function listCaptures(db: Database, contactId: string): Promise<CaptureRow[]> {
  return (await db.getAll('captures', capturesOf(contactId))).reverse();
}

function capturesOf(contactId: string): IDBKeyRange {
  return IDBKeyRange.bound([contactId], [contactId, []]);
}

async function addCapture(writing: Writing, capture: CaptureRow): Promise<void> {
  const store = writing.transaction.objectStore('captures');
  await store.put(capture);
  const kept = await store.getAllKeys(capturesOf(capture.contactId));
  await Promise.all(kept.slice(0, Math.max(0, kept.length - CAPTURES_KEPT)).map((key) => store.delete(key)));
}

async function countContacts({ transaction }: Writing, by: number): Promise<void> {
  await writeState(transaction, 'contactCount', ((await readState(transaction, 'contactCount')) ?? 0) + by);
}
