import {
  createContact,
  diffProfile,
  mergeCapture,
  mergeProfiles,
  positionText,
  profileKeys,
} from '../core/merge/index.ts';
import {
  applyPatch,
  type Contact,
  type Corrections,
  type Fact,
  type OwnWords,
  type Patch,
  type Profile,
  type Reading,
} from '../core/model/index.ts';
import { MessageFailure } from '../messaging/errors.ts';
import type { Capture, Change, ContactView, Preview } from '../messaging/protocol.ts';
import { findContact, getContact } from '../storage/contacts.ts';
import * as many from '../storage/many.ts';
import { changeContact, saveContact } from '../storage/save.ts';
import { getSettings } from '../storage/state.ts';
import { tiesOf } from '../storage/ties.ts';
import type { Background } from './background.ts';
import { deriverOf } from './derive.ts';
import { isListed } from './doNotSave.ts';
import type { Environment } from './environment.ts';
import { openReader, readSaved } from './read.ts';

/**
 * Saves what a page shows, in one transaction: a second save of the same person updates the first. The click
 * of a person also takes back an earlier "forget".
 * @throws MessageFailure `doNotSave` for somebody on the user's list.
 */
export async function saveCapture(
  background: Background,
  capture: Capture,
  said: { edits?: OwnWords['edits'] | undefined; corrections?: Corrections | undefined } = {},
): Promise<ContactView & { created: boolean }> {
  const db = await background.database;
  const { doNotSave } = await getSettings(db);
  if (isListed(capture.profile, doNotSave, background)) throw new MessageFailure('doNotSave');
  const keys = profileKeys(capture.profile);
  const { contact, created } = await saveContact(
    db,
    background.world,
    keys,
    (existing, { id, now, deviceId }) =>
      withWords(
        existing === undefined
          ? createContact({ ...capture, id: id(), now, deviceId })
          : mergeCapture(existing, capture, { now, deviceId }).contact,
        said,
      ),
    {
      url: capture.profile.url,
      reader: capture.reader,
      profile: capture.profile,
      provenance: capture.provenance,
    },
  );
  return { ...(await viewOf(background, contact)), created };
}

/** How the profile on a page reads and what differs from what is saved. Writes nothing. */
export async function previewCapture(
  background: Background,
  capture: Capture,
  corrections: Corrections = {},
): Promise<Preview> {
  const db = await background.database;
  const contact = await findContact(db, profileKeys(capture.profile));
  const reader = await openReader(background);
  const reading = reader.read(unsaved(background, capture, corrections));
  const doNotSave = isListed(capture.profile, (await getSettings(db)).doNotSave, background);
  if (contact === undefined) return { saved: null, reading, changes: [], doNotSave };
  return {
    doNotSave,
    saved: await viewOf(background, contact),
    reading,
    // Of somebody on the list nothing more is saved, so no news is offered either.
    changes: doNotSave
      ? []
      : changesOf(contact.profile, mergeProfiles(contact.profile, capture.profile, capture.doubtful)),
  };
}

/**
 * What the network would gain by the person on a page, or would lose without a saved contact; `null` when it would
 * take too long to say, or the contact is gone.
 */
export async function marginalOf(
  background: Background,
  of: { id: string } | { capture: Capture; corrections?: Corrections | undefined },
): Promise<{ novelty: number | null; marginal: Fact[] } | null> {
  const db = await background.database;
  const contact =
    'id' in of ? await getContact(db, of.id) : await findContact(db, profileKeys(of.capture.profile));
  if (contact === undefined && 'id' in of) return null;
  const subject = contact ?? ('capture' in of ? unsaved(background, of.capture, of.corrections) : undefined);
  if (subject === undefined) return null;
  const { derive } = deriverOf(await background.contexts.now());
  return background.analysis.marginalOf(derive(subject, await tiesOf(db, subject.id)).digest);
}

function unsaved({ world }: Environment, capture: Capture, corrections: Corrections = {}): Contact {
  const now = world.now().toISOString();
  return withWords(createContact({ ...capture, id: 'preview', now, deviceId: 'preview' }), { corrections });
}

/** A contact with its reading, or `null` when it is not there (any more). */
export async function viewContact(background: Background, id: string): Promise<ContactView | null> {
  const contact = await getContact(await background.database, id);
  return contact === undefined ? null : viewOf(background, contact);
}

async function viewOf(background: Background, contact: Contact): Promise<ContactView> {
  const [reading, ties] = await Promise.all([
    readSaved(background, contact),
    tiesOf(await background.database, contact.id),
  ]);
  return { contact, reading, ties };
}

/** Writes the user's own words; fields named in `clear` are taken away. */
export async function setOwnWords(
  background: Background,
  id: string,
  own: Patch<OwnWords>,
  clear: readonly string[] = [],
): Promise<ContactView | null> {
  const contact = await changeContact(await background.database, background.world, id, (existing) => ({
    ...existing,
    own: patchOwn(existing.own, own, clear),
  }));
  return contact === undefined ? null : viewOf(background, contact);
}

/** Most lines of a contact's log. */
const LOG_KEPT = 1_000;

/** Adds a line to the log of what was done together, the newest first; `stepDone` takes the next step away. */
export async function logContact(
  background: Background,
  entry: { id: string; text: string; day?: string | undefined; stepDone?: boolean | undefined },
): Promise<ContactView | null> {
  const day = entry.day ?? background.world.now().toISOString().slice(0, 10);
  const contact = await changeContact(await background.database, background.world, entry.id, (existing) => {
    const { nextStep, ...own } = existing.own;
    const log = [{ day, text: entry.text }, ...own.log]
      .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
      .slice(0, LOG_KEPT);
    const kept = nextStep === undefined || entry.stepDone === true ? {} : { nextStep };
    return { ...existing, own: { ...own, ...kept, log } };
  });
  return contact === undefined ? null : viewOf(background, contact);
}

/** Own words after a change; fields named in `clear` are taken away. */
export function patchOwn(own: OwnWords, patch: Patch<OwnWords>, clear: readonly string[] = []): OwnWords {
  const words = Object.entries(applyPatch(own, patch)).filter(([name]) => !clear.includes(name));
  return { tags: [], log: [], edits: {}, ...Object.fromEntries(words) };
}

/** Forgets a contact; answers whether there was one. */
export async function forgetContact(background: Background, id: string): Promise<boolean> {
  return many.forgetContact(await background.database, background.world, id);
}

/** The strongest fit of a reading, or `null` when no goal can say anything. */
export function bestFit(reading: Reading): number | null {
  const values = reading.fits.map(({ value }) => value).filter((value) => value !== null);
  return values.length === 0 ? null : Math.max(...values);
}

/** With what the user said before saving. */
function withWords(
  contact: Contact,
  {
    edits = {},
    corrections = {},
  }: { edits?: OwnWords['edits'] | undefined; corrections?: Corrections | undefined },
): Contact {
  const { own } = contact;
  return { ...contact, own: { ...own, ...corrections, edits: { ...own.edits, ...edits } } };
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
