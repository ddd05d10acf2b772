import { withNamedOnPage } from '../core/merge/index.ts';
import type { Contact } from '../core/model/index.ts';
import type { PageTies } from '../core/network/pageTies.ts';
import { type Acquainted, writePageTies } from './acquaintances.ts';
import { CONTACT_STORES, putContact, updateContact, welcome } from './contacts.ts';
import { dropDrafts } from './drafts.ts';
import type { CaptureRow, Database } from './schema.ts';
import { type World, write } from './transaction.ts';
import type { Writing } from './writing.ts';

/**
 * Saves what a page shows, in one transaction: `decide` makes the contact of the one who is known under the keys
 * (`undefined`: nobody yet). Whoever was forgotten before is wanted again. Whom the page names as acquaintances, as far
 * as they are saved, become ties.
 */
export async function saveContact(
  db: Database,
  world: World,
  keys: readonly string[],
  decide: (existing: Contact | undefined, by: Pick<Writing, 'id' | 'now' | 'deviceId'>) => Contact,
  capture: Omit<CaptureRow, 'contactId' | 'at'>,
  acquaintances?: PageTies | null,
): Promise<{ contact: Contact; created: boolean; acquainted: Acquainted | null }> {
  return write(db, world, [...CONTACT_STORES], async (writing) => {
    const decided = (existing: Contact | undefined): Contact => {
      const contact = decide(existing, writing);
      return acquaintances ? withNamedOnPage(contact, acquaintances.named) : contact;
    };
    const saved = await putContact(writing, keys, decided, capture);
    const acquainted = acquaintances ? await writePageTies(writing, saved.contact, acquaintances) : null;
    welcome(writing, saved.contact);
    // What was typed before saving is saved with it.
    await dropDrafts(writing.transaction, keys);
    return { ...saved, acquainted };
  });
}

/** Changes one contact; `undefined`, and nothing written, when it is gone or `change` says `null`. */
export async function changeContact(
  db: Database,
  world: World,
  id: string,
  change: (contact: Contact) => Contact | null,
): Promise<Contact | undefined> {
  return write(db, world, ['contacts'], (writing) => updateContact(writing, id, change));
}
