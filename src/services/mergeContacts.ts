import { joinContacts, pairKey, suggestDuplicates } from '../core/merge/index.ts';
import type { Contact, OwnWords, Profile } from '../core/model/index.ts';
import type { DuplicatePair, MergeChoices } from '../messaging/files.ts';
import type { Input } from '../messaging/protocol.ts';
import { lastChange } from '../storage/changes.ts';
import { contactPages, getContacts } from '../storage/contacts.ts';
import { changeSettings } from '../storage/me.ts';
import { mergeContacts } from '../storage/merges.ts';
import { getSettings } from '../storage/state.ts';
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
      const shown = all.slice(from, from + limit);
      const ids = shown.flatMap(({ a, b }) => [a, b]);
      const found = await getContacts(await environment.database, ids);
      const pairs = shown.flatMap(({ reasons }, i): DuplicatePair[] => {
        const [a, b] = [found[2 * i], found[2 * i + 1]];
        return a === undefined || b === undefined ? [] : [{ a, b, reasons }];
      });
      return { pairs, total: all.length };
    },

    /** `null`: one of the two is gone. */
    async run({ kept, other, choices }: Input<'merge.run'>): Promise<{ undo: string } | null> {
      const undo = await mergeContacts(
        await environment.database,
        world,
        { kept, other },
        (one, gone, { now, deviceId }) =>
          choose(joinContacts(one, gone, { now, deviceId }), one, gone, choices),
      );
      return undo === null ? null : { undo };
    },

    async dismiss({ a, b }: { a: string; b: string }): Promise<null> {
      await changeSettings(await environment.database, world, (settings) => {
        const known = settings.notDuplicates.filter((pair) => pair !== pairKey(a, b));
        return { ...settings, notDuplicates: [...known, pairKey(a, b)].slice(-DISMISSED_KEPT) };
      });
      return null;
    },
  };
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
