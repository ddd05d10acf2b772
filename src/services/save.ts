import {
  createContact,
  diffProfile,
  mergeCapture,
  mergeProfiles,
  positionText,
  profileKeys,
  tombstoneHashes,
} from '../core/merge/index.ts';
import {
  applyPatch,
  type Contact,
  type OwnWords,
  type Patch,
  type Profile,
  type Reading,
  type Tie,
} from '../core/model/index.ts';
import type { Capture, Change, ContactView, Preview } from '../messaging/protocol.ts';
import {
  CONTACT_STORES,
  deleteContacts,
  findContact,
  getContact,
  putContact,
  updateContact,
} from '../storage/contacts.ts';
import { putTie, tiesOf } from '../storage/ties.ts';
import { unwaited, write } from '../storage/transaction.ts';
import type { Environment } from './environment.ts';
import { openReader, readSaved } from './read.ts';

/**
 * Saves what a page shows, in one transaction: a second save of the same person updates the first. The click
 * of a person also takes back an earlier "forget".
 */
export async function saveCapture(
  environment: Environment,
  capture: Capture,
  edits: OwnWords['edits'] = {},
): Promise<ContactView & { created: boolean }> {
  const db = await environment.database;
  const keys = profileKeys(capture.profile);
  const { contact, created } = await write(db, environment.world, [...CONTACT_STORES], async (writing) => {
    const saved = await putContact(
      writing,
      keys,
      (existing) => withEdits(existing === undefined ? fresh(writing) : merged(existing, writing), edits),
      {
        url: capture.profile.url,
        reader: capture.reader,
        profile: capture.profile,
        provenance: capture.provenance,
      },
    );
    for (const hash of tombstoneHashes(saved.contact))
      unwaited(writing.transaction.objectStore('tombstones').delete(hash));
    return saved;
  });
  return { ...(await viewOf(environment, contact)), created };

  function fresh({ id, now, deviceId }: { id(): string; now: string; deviceId: string }): Contact {
    return createContact({ ...capture, id: id(), now, deviceId });
  }
  function merged(existing: Contact, { now, deviceId }: { now: string; deviceId: string }): Contact {
    return mergeCapture(existing, capture, { now, deviceId }).contact;
  }
}

/** How the profile on a page reads and what differs from what is saved. Writes nothing. */
export async function previewCapture(environment: Environment, capture: Capture): Promise<Preview> {
  const db = await environment.database;
  const contact = await findContact(db, profileKeys(capture.profile));
  const reader = await openReader(environment);
  const now = environment.world.now().toISOString();
  const reading = reader.read(createContact({ ...capture, id: 'preview', now, deviceId: 'preview' }));
  if (contact === undefined) return { saved: null, reading, changes: [] };
  return {
    saved: await viewOf(environment, contact),
    reading,
    changes: changesOf(contact.profile, mergeProfiles(contact.profile, capture.profile)),
  };
}

/** A contact with its reading, or `null` when it is not there (any more). */
export async function viewContact(environment: Environment, id: string): Promise<ContactView | null> {
  const contact = await getContact(await environment.database, id);
  return contact === undefined ? null : viewOf(environment, contact);
}

async function viewOf(environment: Environment, contact: Contact): Promise<ContactView> {
  const [reading, ties] = await Promise.all([
    readSaved(environment, contact),
    tiesOf(await environment.database, contact.id),
  ]);
  return { contact, reading, ties };
}

/** Writes the user's own words; fields named in `clear` are taken away. */
export async function setOwnWords(
  environment: Environment,
  id: string,
  own: Patch<OwnWords>,
  clear: readonly string[] = [],
): Promise<ContactView | null> {
  const contact = await write(await environment.database, environment.world, ['contacts'], (writing) =>
    updateContact(writing, id, (existing) => ({ ...existing, own: patchOwn(existing.own, own, clear) })),
  );
  return contact === undefined ? null : viewOf(environment, contact);
}

/** Own words after a change; fields named in `clear` are taken away. */
export function patchOwn(own: OwnWords, patch: Patch<OwnWords>, clear: readonly string[] = []): OwnWords {
  const words = Object.entries(applyPatch(own, patch)).filter(([name]) => !clear.includes(name));
  return { tags: [], log: [], edits: {}, ...Object.fromEntries(words) };
}

/** What the user says about how two people know each other. Answers the contact's view, `null` when it is gone. */
export async function setTie(environment: Environment, tie: Tie): Promise<ContactView | null> {
  const ends = [tie.from, tie.to].filter((id) => id !== 'me');
  const [subject] = ends;
  if (subject === undefined || tie.from === tie.to) return null;
  const done = await write(
    await environment.database,
    environment.world,
    ['contacts', 'ties'],
    async (writing) => {
      const there = await Promise.all(
        ends.map((id) => writing.transaction.objectStore('contacts').getKey(id)),
      );
      if (there.includes(undefined)) return false;
      await putTie(writing, tie);
      return true;
    },
  );
  return done ? viewContact(environment, subject) : null;
}

/** Forgets a contact; answers whether there was one. */
export async function forgetContact(environment: Environment, id: string): Promise<boolean> {
  const gone = await write(await environment.database, environment.world, [...CONTACT_STORES], (writing) =>
    deleteContacts(writing, [id]),
  );
  return gone.length > 0;
}

/** The strongest fit of a reading, or `null` when no goal can say anything. */
export function bestFit(reading: Reading): number | null {
  const values = reading.fits.map(({ value }) => value).filter((value) => value !== null);
  return values.length === 0 ? null : Math.max(...values);
}

function withEdits(contact: Contact, edits: OwnWords['edits']): Contact {
  return { ...contact, own: { ...contact.own, edits: { ...contact.own.edits, ...edits } } };
}

/** Differences as the popup lists them; counts that rise by themselves are no news. */
function changesOf(older: Profile, newer: Profile): Change[] {
  return diffProfile(older, newer).flatMap((change): Change[] => {
    if (change.kind === 'count') return [];
    if (change.kind === 'list') return [{ field: change.field, to: change.added.join(', ') }];
    const text = (side: typeof change.from) => (typeof side === 'object' ? positionText(side) : side);
    const [from, to] = [text(change.from), text(change.to)];
    const field = change.kind === 'position' ? 'position' : change.field;
    return [{ field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}
