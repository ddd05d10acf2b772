import {
  type Birthday,
  type Contact,
  type ContactEvent,
  EDITABLE,
  type EditableField,
  type Edits,
} from '../model/index.ts';
import { EVENTS_KEPT } from './capture.ts';
import { uniqueEmails } from './create.ts';
import { eventsOf } from './diff.ts';
import { editsAsShown, effectiveProfile } from './effective.ts';
import { mergedValue, same } from './together.ts';

/** What the user types over a contact's fields. */
export interface TypedOver {
  edits: Edits;
  /** Fields that follow again what pages and files say. */
  back?: readonly EditableField[] | undefined;
  /** What the page held of the fields: of lists, what another page has added or taken away meanwhile stays so. */
  based?: Edits | undefined;
  /** `null`: not known (any more). */
  birthday?: Birthday | null | undefined;
}

/**
 * The contact after the user has typed over some of its fields. Another job, headline or place is kept as history;
 * a typed address is one by which the person is known from now on.
 */
export function editContact(
  contact: Contact,
  { edits, back = [], based = {}, birthday }: TypedOver,
  now: string,
): Contact {
  const shown = editsAsShown(contact);
  const typed: Edits = { ...contact.own.edits };
  for (const field of EDITABLE) {
    if (back.includes(field)) delete typed[field];
    const wanted = edits[field];
    if (wanted === undefined) continue;
    const before = based[field];
    const value = before === undefined ? wanted : mergedValue(before, wanted, shown[field]);
    // What is typed as it stands already is no word of the user's on it.
    if (contact.own.edits[field] !== undefined || !same(value, shown[field]))
      Object.assign(typed, { [field]: value });
  }
  if (typed.emails !== undefined) typed.emails = uniqueEmails(typed.emails);
  const { birthday: known, ...own } = contact.own;
  const born = birthday === undefined ? known : (birthday ?? undefined);
  const changed: Contact = {
    ...contact,
    emails: uniqueEmails([...contact.emails, ...(typed.emails ?? [])]),
    own: { ...own, edits: typed, ...(born !== undefined && { birthday: born }) },
  };
  const events: ContactEvent[] = eventsOf(effectiveProfile(contact), effectiveProfile(changed), now);
  return { ...changed, events: [...contact.events, ...events].slice(-EVENTS_KEPT) };
}
