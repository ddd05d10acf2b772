import { joinContacts, pairKey, redirectTies, suggestDuplicates, tieKey } from '../core/merge/index.ts';
import { type Contact, type OwnWords, type Profile, Settings, type Tie } from '../core/model/index.ts';
import { stable } from '../exchange/stable.ts';
import type { DuplicatePair, MergeChoices } from '../messaging/files.ts';
import type { Input } from '../messaging/protocol.ts';
import { lastChange } from '../storage/changes.ts';
import { contactPages } from '../storage/contacts.ts';
import type { UndoRow } from '../storage/schema.ts';
import { getSettings, readState, writeState } from '../storage/state.ts';
import { putTie } from '../storage/ties.ts';
import { unwaited, type Writing, write } from '../storage/transaction.ts';
import { putUndo } from '../storage/undo.ts';
import type { Environment } from './environment.ts';
import { stripped } from './importFiles.ts';

/** More dismissed pairs than this are not kept; the oldest go. */
const DISMISSED_KEPT = 10_000;

type Suggestions = ReturnType<typeof suggestDuplicates>;

/** The use cases of duplicates: suggest with reasons, merge by the user's choices, or call them two persons. */
export function createMerges(environment: Environment) {
  const { world } = environment;
  let found: { change: number; suggestions: Suggestions } | null = null;

  async function suggestions(): Promise<Suggestions> {
    const db = await environment.database;
    const change = await lastChange(db);
    if (found?.change === change) return found.suggestions;
    const [settings, contacts] = await Promise.all([getSettings(db), lightContacts()]);
    found = { change, suggestions: suggestDuplicates(contacts, new Set(settings.notDuplicates)) };
    return found.suggestions;
  }

  async function lightContacts(): Promise<Contact[]> {
    const contacts: Contact[] = [];
    for await (const page of contactPages(await environment.database))
      for (const contact of page) contacts.push(stripped(contact));
    return contacts;
  }

  return {
    async suggest({
      from,
      limit,
    }: Input<'merge.suggest'>): Promise<{ pairs: DuplicatePair[]; total: number }> {
      const all = await suggestions();
      const { store } = (await environment.database).transaction('contacts');
      const pairs = await Promise.all(
        all.slice(from, from + limit).map(async ({ a, b, reasons }) => {
          const [left, right] = await Promise.all([store.get(a), store.get(b)]);
          return left === undefined || right === undefined ? [] : [{ a: left, b: right, reasons }];
        }),
      );
      return { pairs: pairs.flat(), total: all.length };
    },

    /** `null`: one of the two is gone. */
    async run({ kept, other, choices }: Input<'merge.run'>): Promise<{ undo: string } | null> {
      if (kept === other) return null;
      const undo = world.id();
      const done = await write(
        await environment.database,
        world,
        ['contacts', 'captures', 'ties', 'undo'],
        (writing) => mergeWithin(writing, undo, kept, other, choices),
      );
      return done ? { undo } : null;
    },

    async dismiss({ a, b }: { a: string; b: string }): Promise<null> {
      await write(await environment.database, world, [], async (writing) => {
        const settings = await readState(writing.transaction, 'settings');
        const known = (settings?.notDuplicates ?? []).filter((pair) => pair !== pairKey(a, b));
        const notDuplicates = [...known, pairKey(a, b)].slice(-DISMISSED_KEPT);
        unwaited(
          writeState(writing.transaction, 'settings', {
            ...Settings.parse(settings ?? {}),
            notDuplicates,
          }),
        );
        writing.log({ store: 'settings', id: 'settings', kind: 'put', rev: 0 });
      });
      return null;
    },
  };
}

async function mergeWithin(
  writing: Writing,
  undo: string,
  keptId: string,
  otherId: string,
  choices: MergeChoices,
): Promise<boolean> {
  const { transaction, now, deviceId } = writing;
  const contacts = transaction.objectStore('contacts');
  const [kept, other] = await Promise.all([contacts.get(keptId), contacts.get(otherId)]);
  if (kept === undefined || other === undefined) return false;
  const merged = choose(joinContacts(kept, other, { now, deviceId }), kept, other, choices);

  // First the one goes: the other takes over its keys, which must be nobody's then.
  unwaited(contacts.delete(otherId));
  unwaited(contacts.put(merged));
  writing.log({ store: 'contacts', id: otherId, kind: 'delete', rev: other.rev + 1 });
  writing.log({ store: 'contacts', id: keptId, kind: 'put', rev: merged.rev });
  const ties = await moveTies(writing, otherId, keptId);
  const moved = await moveCaptures(writing, otherId, keptId);
  const count = (await readState(transaction, 'contactCount')) ?? 0;
  unwaited(writeState(transaction, 'contactCount', count - 1));
  putUndo(writing, {
    id: undo,
    at: now,
    kind: 'merge',
    label: merged.profile.name.full,
    created: [],
    before: [kept],
    removed: [other],
    ties,
    ...moved,
  });
  return true;
}

/** Points the ties of the one to the other. */
async function moveTies({ transaction, log }: Writing, from: string, to: string): Promise<UndoRow['ties']> {
  const store = transaction.objectStore('ties');
  const of = async (id: string) => [
    ...(await store.index('to').getAll(id)),
    ...(await store.getAll(IDBKeyRange.bound([id], [id, []]))),
  ];
  const before = unique([...(await of(from)), ...(await of(to))]);
  const after = redirectTies(before, from, to);
  for (const tie of before) unwaited(store.delete([tie.from, tie.to, tie.kind]));
  for (const tie of after) {
    unwaited(store.put(tie));
    log({ store: 'ties', id: `${tie.from}>${tie.to}:${tie.kind}`, kind: 'put', rev: 0 });
  }
  return { before, created: after };
}

function unique(ties: readonly Tie[]): Tie[] {
  return [...new Map(ties.map((tie) => [tieKey(tie), tie])).values()];
}

/** Gives the captures of the one to the other. */
async function moveCaptures({ transaction }: Writing, from: string, to: string) {
  const store = transaction.objectStore('captures');
  const captures = await store.getAll(IDBKeyRange.bound([from], [from, []]));
  const taken = new Set((await store.getAllKeys(IDBKeyRange.bound([to], [to, []]))).map(([, at]) => at));
  const moved: [string, string][] = [];
  for (const capture of captures) {
    unwaited(store.delete([from, capture.at]));
    if (taken.has(capture.at)) continue;
    moved.push([to, capture.at]);
    unwaited(store.put({ ...capture, contactId: to }));
  }
  return { captures, moved };
}

/** The merged contact with the fields that the user has chosen. */
export function choose(merged: Contact, kept: Contact, other: Contact, choices: MergeChoices): Contact {
  const side = (choice: 'kept' | 'other') => (choice === 'kept' ? kept : other);
  const profile: Profile = { ...merged.profile };
  if (choices.name) profile.name = side(choices.name).profile.name;
  if (choices.url) {
    profile.key = side(choices.url).profile.key;
    profile.url = side(choices.url).profile.url;
  }
  for (const field of ['headline', 'location', 'industry', 'about'] as const) {
    const choice = choices[field];
    if (choice === undefined) continue;
    const value = side(choice).profile[field];
    if (value === undefined) delete profile[field];
    else Object.assign(profile, { [field]: value });
  }
  if (choices.positions === 'kept' || choices.positions === 'other')
    profile.positions = side(choices.positions).profile.positions;
  const own: OwnWords = { ...merged.own };
  if (choices.note === 'kept' || choices.note === 'other') {
    const { note } = side(choices.note).own;
    if (note === undefined) delete own.note;
    else own.note = note;
  }
  // What the user typed over a field would hide the choice just made.
  const edits = { ...own.edits };
  for (const field of ['name', 'headline', 'location', 'positions'] as const) {
    const choice = choices[field];
    if (choice === undefined || choice === 'both') continue;
    const edit = side(choice).own.edits[field];
    if (edit === undefined) delete edits[field];
    else Object.assign(edits, { [field]: edit });
  }
  return { ...merged, profile, own: { ...own, edits } };
}

/**
 * Takes a merge back, within a transaction over contacts, captures and ties: both persons are again as they
 * were. Answers 0, and changes nothing, when the merged contact was worked on since. A tie that was said anew since
 * stays as it was said, at the kept one.
 */
export async function takeBackMerge(writing: Writing, row: UndoRow): Promise<number> {
  const { transaction, now, deviceId } = writing;
  const [kept] = row.before;
  const [other] = row.removed ?? [];
  if (kept === undefined || other === undefined) return 0;
  const contacts = transaction.objectStore('contacts');
  const present = await contacts.get(kept.id);
  if (present === undefined || present.rev !== Math.max(kept.rev, other.rev) + 1) return 0;
  for (const [contact, rev] of [
    [kept, present.rev + 1],
    [other, other.rev + 2],
  ] as const) {
    // The kept one first: it gives back the keys that the other needs.
    unwaited(contacts.put({ ...contact, rev, updatedAt: now, deviceId }));
    writing.log({ store: 'contacts', id: contact.id, kind: 'put', rev });
  }
  const ties = transaction.objectStore('ties');
  const later = new Map((await tiesOf(writing, kept.id)).map((tie) => [tieKey(tie), tie]));
  const restated = new Set<string>();
  for (const tie of row.ties.created) {
    const known = later.get(tieKey(tie));
    if (known === undefined) continue;
    if (stable(known) === stable(tie)) unwaited(ties.delete([tie.from, tie.to, tie.kind]));
    else restated.add(tieKey(tie));
  }
  for (const tie of row.ties.before) {
    if (restated.has(tieKey(tie))) continue;
    // What was removed since, or ended at somebody who was forgotten since, stays away.
    const [moved] = redirectTies([tie], other.id, kept.id);
    if (moved === undefined || later.has(tieKey(moved))) await putTie(writing, tie);
  }
  const captures = transaction.objectStore('captures');
  for (const key of row.moved ?? []) unwaited(captures.delete(key));
  for (const capture of row.captures ?? []) unwaited(captures.put(capture));
  const count = (await readState(transaction, 'contactCount')) ?? 0;
  unwaited(writeState(transaction, 'contactCount', count + 1));
  return 2;
}

async function tiesOf({ transaction }: Writing, id: string): Promise<Tie[]> {
  const store = transaction.objectStore('ties');
  return [
    ...(await store.index('to').getAll(id)),
    ...(await store.getAll(IDBKeyRange.bound([id], [id, []]))),
  ];
}
