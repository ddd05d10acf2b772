import {
  createContact,
  diffProfile,
  editContact,
  effectiveProfile,
  mergeCapture,
  mergeFields,
  mergeProfiles,
  mergeTexts,
  positionText,
  profileKeys,
  same,
  type TypedOver,
  uniqueEmails,
} from '../core/merge/index.ts';
import {
  applyPatch,
  type Contact,
  type Corrections,
  type DueKind,
  type Fact,
  keyText,
  LOG_LIMITS,
  type LogEntry,
  type LogKind,
  type OwnWords,
  type Patch,
  type Position,
  type Profile,
  type Reading,
  type Role,
} from '../core/model/index.ts';
import { MessageFailure } from '../messaging/errors.ts';
import type { Capture, Change, ContactView, Preview } from '../messaging/protocol.ts';
import type { Acquainted } from '../storage/acquaintances.ts';
import { findContact, getContact } from '../storage/contacts.ts';
import { editContact as storeEdit } from '../storage/edits.ts';
import * as many from '../storage/many.ts';
import { changeContact, saveContact } from '../storage/save.ts';
import { getSettings, getState } from '../storage/state.ts';
import { tiesOf } from '../storage/ties.ts';
import { tiesOfCapture } from './acquaintances.ts';
import { deriverOf } from './derive.ts';
import { isListed } from './doNotSave.ts';
import type { Environment } from './environment.ts';
import type { Holdings } from './holdings.ts';
import { isOwnPage, looksLikeMe } from './ownPage.ts';
import { openReader } from './read.ts';

/**
 * Saves what a page shows, in one transaction: a second save of the same person updates the first. The click
 * of a person also takes back an earlier "forget".
 * @throws MessageFailure `doNotSave` for somebody on the user's list, `ownProfile` for the user themself.
 */
export async function saveCapture(
  background: Holdings,
  capture: Capture,
  said: Said = {},
): Promise<ContactView & { created: boolean; acquainted: Acquainted | null }> {
  const db = await background.database;
  const [{ doNotSave }, me] = await Promise.all([getSettings(db), getState(db, 'me')]);
  if (isListed(capture.profile, doNotSave, background)) throw new MessageFailure('doNotSave');
  if (isOwnPage(capture.profile, me, background)) throw new MessageFailure('ownProfile');
  const keys = profileKeys(capture.profile);
  const acquaintances = await tiesOfCapture(background, capture);
  const { contact, created, acquainted } = await saveContact(
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
    acquaintances,
  );
  return { ...(await viewOf(background, contact)), created, acquainted };
}

/** How the profile on a page reads and what differs from what is saved. Writes nothing. */
export async function previewCapture(
  background: Holdings,
  capture: Capture,
  corrections: Corrections = {},
): Promise<Preview> {
  const db = await background.database;
  const contact = await findContact(db, profileKeys(capture.profile));
  const reader = await openReader(background);
  const reading = reader.read(unsaved(background, capture, corrections));
  const [settings, me] = await Promise.all([getSettings(db), getState(db, 'me')]);
  const doNotSave = isListed(capture.profile, settings.doNotSave, background);
  const isMe = isOwnPage(capture.profile, me, background);
  const likeMe = looksLikeMe(capture.profile, me);
  if (contact === undefined) return { saved: null, reading, changes: [], doNotSave, isMe, likeMe };
  return {
    doNotSave,
    isMe,
    likeMe,
    saved: await viewOf(background, contact),
    reading,
    // Of somebody on the list nothing more is saved, so no news is offered either.
    changes: doNotSave ? [] : newsOf(contact, capture),
  };
}

/**
 * What the network would gain by the person on a page, or would lose without a saved contact; `null` when it would
 * take too long to say, or the contact is gone.
 */
export async function marginalOf(
  background: Holdings,
  of: { id: string } | { capture: Capture; corrections?: Corrections | undefined },
): Promise<{ novelty: number | null; marginal: Fact[] } | null> {
  const db = await background.database;
  const contact =
    'id' in of ? await getContact(db, of.id) : await findContact(db, profileKeys(of.capture.profile));
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
export async function viewContact(background: Holdings, id: string): Promise<ContactView | null> {
  const contact = await getContact(await background.database, id);
  return contact === undefined ? null : viewOf(background, contact);
}

/** The contact whose profile stands at a web address; `null` when nobody saved does. */
export async function viewContactAt(background: Holdings, url: string): Promise<ContactView | null> {
  const key = background.identify(url);
  const contact = key && (await findContact(await background.database, [keyText(key)]));
  return contact ? viewOf(background, contact) : null;
}

/** The contact with its reading and its ties. */
export async function viewOf(background: Holdings, contact: Contact): Promise<ContactView> {
  const [reader, ties] = await Promise.all([
    openReader(background),
    tiesOf(await background.database, contact.id),
  ]);
  return { contact, reading: reader.read(contact, ties), ties };
}

/**
 * Writes the user's own words; fields named in `clear` are taken away. `based` is what the page held of them: what
 * another page has written meanwhile stays beside it.
 * @throws MessageFailure `tooLarge` when both notes together are longer than a note may be.
 */
export function setOwnWords(
  background: Holdings,
  id: string,
  own: Patch<OwnWords>,
  {
    clear = [],
    based = {},
  }: { clear?: readonly string[] | undefined; based?: Patch<OwnWords> | undefined } = {},
): Promise<ContactView | null> {
  return changeOwn(background, id, (existing) =>
    patchOwn(existing, ...besideOthers(existing, own, clear, based)),
  );
}

/** Adds and takes away tags of one contact. */
export function tagContact(
  background: Holdings,
  { id, add = [], remove = [] }: { id: string; add?: string[] | undefined; remove?: string[] | undefined },
): Promise<ContactView | null> {
  const gone = new Set(remove);
  return changeOwn(background, id, (own) => ({
    ...own,
    tags: [...new Set([...own.tags.filter((tag) => !gone.has(tag)), ...add])].slice(0, TAGS_KEPT),
  }));
}

/** Writes the user's own word on one role toward one goal; `null` takes it back. The other words stay. */
export function setRole(
  background: Holdings,
  { id, goalId, role, says }: { id: string; goalId: string; role: Role; says: 'yes' | 'no' | null },
): Promise<ContactView | null> {
  return changeOwn(background, id, ({ roles = [], ...own }) => {
    const said = roles.filter((one) => one.goalId !== goalId || one.role !== role);
    if (says !== null) said.push({ goalId, role, is: says === 'yes' });
    return said.length === 0 ? own : { ...own, roles: said.slice(-ROLES_KEPT) };
  });
}

/** Most words on roles of a contact; the schema's own limit. */
const ROLES_KEPT = 500;

/** Most tags of a contact. */
const TAGS_KEPT = 50;

/** Changes the own words of one contact. Answers its view, `null` when it is gone. */
async function changeOwn(
  background: Holdings,
  id: string,
  change: (own: OwnWords) => OwnWords,
): Promise<ContactView | null> {
  const contact = await changeContact(await background.database, background.world, id, (existing) => ({
    ...existing,
    own: withoutOldSnooze(existing.own, change(existing.own)),
  }));
  return contact === undefined ? null : viewOf(background, contact);
}

/** Another next step was not put off. */
export function withoutOldSnooze(before: OwnWords, after: OwnWords): OwnWords {
  if (after.snoozed === undefined || same(before.nextStep, after.nextStep)) return after;
  const { snoozed, ...own } = after;
  const left = snoozed.filter(([kind]) => kind !== 'nextStep');
  return left.length === 0 ? own : { ...own, snoozed: left };
}

/** What a page wants of note and next step, with what another page has written there since `based`. */
function besideOthers(
  stored: OwnWords,
  own: Patch<OwnWords>,
  clear: readonly string[],
  based: Patch<OwnWords>,
): [own: Patch<OwnWords>, clear: readonly string[]] {
  let wanted = own;
  let gone = clear;
  const mine = clear.includes('note') ? '' : own.note;
  if (based.note !== undefined && mine !== undefined) {
    const note = mergeTexts(based.note, mine, stored.note ?? '');
    if (note.length > NOTE_LENGTH) throw new MessageFailure('tooLarge');
    gone = gone.filter((name) => name !== 'note');
    if (note.trim() === '') gone = [...gone, 'note'];
    wanted = { ...wanted, note };
  }
  // Without a step on either side there is nothing to merge: the one that is wanted stands.
  if (based.nextStep !== undefined && own.nextStep !== undefined && stored.nextStep !== undefined)
    wanted = { ...wanted, nextStep: mergeFields(based.nextStep, own.nextStep, stored.nextStep) };
  return [wanted, gone];
}

/** The longest note; the schema's own limit. */
const NOTE_LENGTH = 20_000;

/** Most lines of a contact's log. */
const LOG_KEPT = 1_000;

/** Adds a line to the log of what was done together, the newest first; `stepDone` takes the next step away. */
export async function logContact(
  background: Holdings,
  entry: {
    id: string;
    text: string;
    day?: string | undefined;
    kind?: LogKind | undefined;
    stepDone?: boolean | undefined;
  },
): Promise<ContactView | null> {
  const day = entry.day ?? background.world.now().toISOString().slice(0, 10);
  const line: LogEntry = { day, text: entry.text, ...(entry.kind !== undefined && { kind: entry.kind }) };
  return changeOwn(background, entry.id, ({ nextStep, ...own }) => {
    const log = withEntry(own.log, line);
    const kept = nextStep === undefined || entry.stepDone === true ? {} : { nextStep };
    return { ...own, ...kept, log };
  });
}

/** Takes one line of the log back, once; a next step comes back unless there is another by now. */
export function unlogContact(
  background: Holdings,
  entry: LogEntry & { id: string; nextStep?: OwnWords['nextStep'] },
): Promise<ContactView | null> {
  return changeOwn(background, entry.id, (own) => {
    const at = placeInLog(own.log, entry);
    const nextStep = own.nextStep ?? entry.nextStep;
    return {
      ...own,
      log: at === -1 ? own.log : own.log.toSpliced(at, 1),
      ...(nextStep !== undefined && { nextStep }),
    };
  });
}

/**
 * Writes an entry of the log anew; one that another page has taken away or written anew meanwhile is added beside it,
 * so that nothing typed is lost.
 */
export function relogContact(
  background: Holdings,
  { id, was, entry }: { id: string; was: LogEntry; entry: LogEntry },
): Promise<ContactView | null> {
  return changeOwn(background, id, (own) => {
    const at = placeInLog(own.log, was);
    return { ...own, log: withEntry(at === -1 ? own.log : own.log.toSpliced(at, 1), entry) };
  });
}

function placeInLog(log: readonly LogEntry[], wanted: LogEntry): number {
  return log.findIndex(
    ({ day, text, kind }) => day === wanted.day && text === wanted.text && kind === wanted.kind,
  );
}

/** @throws MessageFailure `tooLarge` when the log would be longer than one may be. */
function withEntry(log: OwnWords['log'], entry: LogEntry): OwnWords['log'] {
  const longer = [entry, ...log]
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .slice(0, LOG_KEPT);
  if (longer.reduce((sum, { text }) => sum + text.length, 0) > LOG_LIMITS.together)
    throw new MessageFailure('tooLarge');
  return longer;
}

/**
 * Types over some of a contact's fields, or lets them follow again what pages say. Answers the step by which it is
 * taken back; `null` when the contact is gone.
 */
export async function editSaved(
  background: Holdings,
  { id, ...typed }: TypedOver & { id: string },
): Promise<{ view: ContactView; undo: string } | null> {
  const edited = await storeEdit(await background.database, background.world, id, (contact, now) =>
    editContact(contact, typed, now),
  );
  return edited === undefined ? null : { view: await viewOf(background, edited.contact), undo: edited.undo };
}

/** Puts off what is due of a contact until a day; `null`: it is due as it was. */
export function snoozeContact(
  background: Holdings,
  { id, kind, until }: { id: string; kind: DueKind; until: string | null },
): Promise<ContactView | null> {
  return changeOwn(background, id, ({ snoozed = [], ...own }) => {
    const others = snoozed.filter(([known]) => known !== kind);
    const next: OwnWords['snoozed'] = until === null ? others : [...others, [kind, until]];
    return next.length === 0 ? own : { ...own, snoozed: next };
  });
}

/** Own words after a change; fields named in `clear` are taken away. */
export function patchOwn(own: OwnWords, patch: Patch<OwnWords>, clear: readonly string[] = []): OwnWords {
  const words = Object.entries(applyPatch(own, patch)).filter(([name]) => !clear.includes(name));
  return { tags: [], log: [], edits: {}, ...Object.fromEntries(words) };
}

/** Forgets a contact; answers whether there was one. */
export async function forgetContact(background: Holdings, id: string): Promise<boolean> {
  return many.forgetContact(await background.database, background.world, id);
}

/** The strongest fit of a reading, or `null` when no goal can say anything. */
export function bestFit(reading: Reading): number | null {
  const values = reading.fits.map(({ value }) => value).filter((value) => value !== null);
  return values.length === 0 ? null : Math.max(...values);
}

/** What the user said before saving. */
interface Said {
  edits?: OwnWords['edits'] | undefined;
  corrections?: Corrections | undefined;
  own?: Patch<Pick<OwnWords, 'note' | 'tags' | 'nextStep' | 'birthday'>> | undefined;
  emails?: readonly string[] | undefined;
}

/** With what the user said before saving; of somebody who was saved meanwhile, beside what is known. */
function withWords(
  contact: Contact,
  { edits = {}, corrections = {}, own: said = {}, emails = [] }: Said,
): Contact {
  const { own } = contact;
  const words: OwnWords = { ...own, ...corrections, edits: { ...own.edits, ...edits } };
  if (said.note !== undefined) words.note = mergeTexts('', said.note, own.note ?? '').slice(0, NOTE_LENGTH);
  if (said.tags !== undefined) words.tags = [...new Set([...own.tags, ...said.tags])].slice(0, TAGS_KEPT);
  if (said.nextStep !== undefined) words.nextStep = said.nextStep;
  if (said.birthday !== undefined) words.birthday = said.birthday;
  if (emails.length === 0) return { ...contact, own: words };
  const typed =
    own.edits.emails === undefined ? {} : { emails: uniqueEmails([...own.edits.emails, ...emails]) };
  return {
    ...contact,
    emails: uniqueEmails([...contact.emails, ...emails]),
    own: { ...words, edits: { ...words.edits, ...typed } },
  };
}

/** What a page shows anew: neither read before nor typed already by the user. */
function newsOf(contact: Contact, capture: Capture): Change[] {
  const { profile } = contact;
  const merged = mergeProfiles(profile, capture.profile, capture.doubtful);
  const known = new Set(listed(effectiveProfile(contact), merged).map(({ said }) => said));
  return listed(profile, merged)
    .filter(({ change, said }) => change.to === undefined || known.has(said))
    .map(({ change }) => change);
}

/**
 * Differences as the popup lists them, each with what it says without times: the user may have worded a post otherwise.
 * Counts that rise by themselves are no news. Of a post of which only the time has changed, the time is told.
 */
function listed(older: Profile, newer: Profile): { change: Change; said: string }[] {
  return diffProfile(older, newer).flatMap((change) => {
    if (change.kind === 'count') return [];
    if (change.kind === 'list') {
      const to = change.added.join(', ');
      return [{ change: { field: change.field, to }, said: `${change.field} ${to}` }];
    }
    if (change.kind === 'text') {
      const { field, from, to } = change;
      return [{ change: sidesOf(field, from, to), said: `${field} ${to}` }];
    }
    const { from, to } = change;
    const text = (post: Position | undefined) => (post === undefined ? undefined : positionText(post));
    const said = `position ${text(to)}`;
    if (from === undefined || to === undefined || text(from) !== text(to))
      return [{ change: sidesOf('position', text(from), text(to)), said }];
    const dated = (post: Position) => `${positionText(post)} (${timeOf(post)})`;
    return [{ change: sidesOf('position', dated(from), dated(to)), said }];
  });
}

function sidesOf(field: Change['field'], from: string | undefined, to: string | undefined): Change {
  return { field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** `2019-04 – 2024-05`; without an end where it is held or the page does not say. */
function timeOf({ start, end }: Position): string {
  return [start, '–', end ?? undefined].filter((part) => part !== undefined).join(' ');
}
