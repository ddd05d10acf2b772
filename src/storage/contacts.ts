import { tombstoneHashes } from '../core/merge/index.ts';
import { CaptureRecord, Contact, fitted, type Tie } from '../core/model/index.ts';
import { accepted } from './accept.ts';
import { unobserved, unwaited } from './requests.ts';
import type { CaptureRow, Database } from './schema.ts';
import { readState, writeState } from './state.ts';
import { putTie, tieName, tiesWithin } from './ties.ts';
import { StorageUnavailable } from './unavailable.ts';
import type { Writing } from './writing.ts';

/** How many pages of one person are kept as history. */
export const CAPTURES_KEPT = 20;
/** Rows read at once: bounds memory while running over a large network. */
const PAGE = 1_000;

/**
 * One contact; `undefined` when there is none of this id.
 * @throws StorageUnavailable `damagedRow` when what is stored is no contact (any more).
 */
export async function getContact(db: Database, id: string): Promise<Contact | undefined> {
  const contact = await db.get('contacts', id);
  if (contact === undefined) return undefined;
  const fit = fitted(Contact, contact);
  if (fit === null) throw new StorageUnavailable('damagedRow');
  return fit.value;
}

/** Contacts by their ids, in this order; `undefined` for an id of nobody. */
export async function getContacts(db: Database, ids: readonly string[]): Promise<(Contact | undefined)[]> {
  const { store } = db.transaction('contacts');
  return Promise.all(ids.map((id) => store.get(id)));
}

/** The contact saved under any of these keys; the order of the keys decides when there are several. */
export async function findContact(db: Database, keys: readonly string[]): Promise<Contact | undefined> {
  for (const key of keys) {
    const contact = await db.getFromIndex('contacts', 'keys', key);
    if (contact) return contact;
  }
  return undefined;
}

/** The id of whoever is saved under each of the keys; `undefined` where nobody is. */
export async function idsByKey(db: Database, keys: readonly string[]): Promise<(string | undefined)[]> {
  const index = db.transaction('contacts').store.index('keys');
  return Promise.all(keys.map((key) => index.getKey(key)));
}

/** All contacts in pages of a bounded size, in the order of their ids. */
export async function* contactPages(db: Database, most: number = PAGE): AsyncGenerator<Contact[]> {
  let after: IDBKeyRange | null = null;
  for (;;) {
    const page: Contact[] = await db.getAll('contacts', after, most);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < most) return;
    after = IDBKeyRange.lowerBound(last.id, true);
  }
}

/** Stores needed by everything here that takes a `Writing`. */
export const CONTACT_STORES = [
  'contacts',
  'captures',
  'careers',
  'ties',
  'questions',
  'goals',
  'tombstones',
  'undo',
] as const;

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
  const contact = writeContact(
    writing,
    { ...decided, keys: decided.keys.filter((key) => !foreign.has(key)) },
    existing,
  );
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
  const existing = await writing.transaction.objectStore('contacts').get(id);
  if (existing === undefined) return undefined;
  const changed = change(existing);
  if (changed === null) return undefined;
  const { now: updatedAt, deviceId } = writing;
  return writeContact(writing, { ...changed, rev: existing.rev + 1, updatedAt, deviceId }, existing);
}

/**
 * The one place where a contact is put: what its schema refuses is not stored, and each is logged. An earlier program
 * may have stored what does not fit: it is cut when the contact is next written, so that it can still be changed.
 * @throws NotStorable
 */
export function writeContact(
  writing: Writing,
  contact: Contact,
  existing?: Contact,
  // It was made by its schema a moment ago: to look twice takes as long as to store it.
  { fits = false } = {},
): Contact {
  const fit = fits ? contact : storable(contact, existing);
  unobserved(writing.transaction).objectStore('contacts').put(fit);
  writing.log({ store: 'contacts', id: fit.id, kind: 'put', rev: fit.rev });
  return fit;
}

/** Most fit, so what is there already is looked at only where the new one does not. */
function storable(contact: Contact, existing: Contact | undefined): Contact {
  const whole = Contact.safeParse(contact);
  if (whole.success) return whole.data;
  const older = existing !== undefined && !Contact.safeParse(existing).success;
  return (older && fitted(Contact, contact)?.value) || accepted(Contact, contact);
}

/** A contact with everything that hangs on it, as it was before it was forgotten. */
export interface WholeContact {
  contact: Contact;
  captures: CaptureRow[];
  ties: Tie[];
}

/**
 * Takes contacts away with their captures, readings and ties. What stays are hashes of their keys (unless told not to
 * leave any), and what `forgetWithin` is for. Answers what there was; an id that nobody has is passed over.
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
      const [contact, captures, tied] = await Promise.all([
        transaction.objectStore('contacts').get(id),
        transaction.objectStore('captures').getAll(capturesOf(id)),
        tiesWithin(transaction, id),
      ]);
      return contact === undefined ? undefined : { contact, captures, ties: tied };
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
    for (const hash of tombstones ? tombstoneHashes(contact) : []) {
      unwaited(transaction.objectStore('tombstones').put({ hash, contactId: id, at: writing.now }));
      writing.mark({ kind: 'never', id: hash });
    }
    writing.log({ store: 'contacts', id, kind: 'delete', rev: contact.rev + 1 });
  }
  await countContacts(writing, -whole.length);
  return whole;
}

/**
 * Brings forgotten contacts back with the pages read of them. A contact whose keys meanwhile belong to somebody else,
 * or who was saved again, stays as it is. Answers the ids of who came back.
 */
export async function restoreContacts(
  writing: Writing,
  whole: readonly Omit<WholeContact, 'ties'>[],
): Promise<string[]> {
  const { transaction, now: updatedAt, deviceId } = writing;
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
    writeContact(writing, { ...contact, rev: contact.rev + 2, updatedAt, deviceId }, contact);
    for (const capture of captures) {
      unwaited(transaction.objectStore('captures').put(capture));
      writing.mark({ kind: 'capture', id: `${capture.contactId}@${capture.at}` });
    }
    welcome(writing, contact);
  }
  await countContacts(writing, back.length);
  return back.map(({ contact }) => contact.id);
}

/** Brings the ties of contacts back who came back, where both ends are there. */
export async function restoreTies(
  writing: Writing,
  ties: readonly Tie[],
  back: readonly string[],
): Promise<void> {
  const came = new Set(back);
  const lost = ties.filter(({ from, to }) => came.has(from) || came.has(to));
  const store = writing.transaction.objectStore('contacts');
  const ends = [...new Set(lost.flatMap(({ from, to }) => [from, to]))];
  const there = await Promise.all(ends.map((id) => (id === 'me' ? id : store.getKey(id))));
  const known = new Set(ends.filter((_, i) => there[i] !== undefined));
  for (const tie of lost) if (known.has(tie.from) && known.has(tie.to)) putTie(writing, tie);
}

/** The person is wanted again: an earlier "forget" keeps no import from them. */
export function welcome({ transaction, mark }: Writing, contact: Contact): void {
  for (const hash of tombstoneHashes(contact)) {
    unwaited(transaction.objectStore('tombstones').delete(hash));
    mark({ kind: 'never', id: hash });
  }
}

/** What pages showed of a contact, the newest first. */
export async function listCaptures(db: Database, contactId: string): Promise<CaptureRow[]> {
  return (await db.getAll('captures', capturesOf(contactId))).reverse();
}

/** The captures of one contact, as a range of keys. */
export function capturesOf(contactId: string): IDBKeyRange {
  return IDBKeyRange.bound([contactId], [contactId, []]);
}

/** The number of contacts rises or falls by so many. */
export async function countContacts({ transaction }: Writing, by: number): Promise<void> {
  if (by === 0) return;
  const count = (await readState(transaction, 'contactCount')) ?? 0;
  unwaited(writeState(transaction, 'contactCount', count + by));
}

async function addCapture(writing: Writing, capture: CaptureRow): Promise<void> {
  const store = writing.transaction.objectStore('captures');
  unwaited(store.put(accepted(CaptureRecord, capture)));
  writing.mark({ kind: 'capture', id: `${capture.contactId}@${capture.at}` });
  const kept = await store.getAllKeys(capturesOf(capture.contactId));
  await Promise.all(kept.slice(0, Math.max(0, kept.length - CAPTURES_KEPT)).map((key) => store.delete(key)));
}
