import * as z from 'zod/mini';

/** The fields whose text is kept while it is typed and not yet saved: whose, and what of theirs. */
export const DRAFT_KINDS = [
  'profile',
  'note',
  'nextStep',
  'tag',
  'log',
  'entry',
  'edit',
  'list',
  'move',
  'typed',
  'me',
  'goal',
  'view',
  'doNotSave',
  'bulkTag',
] as const;

export const DraftName = z.strictObject({
  kind: z.enum(DRAFT_KINDS),
  /** A contact's id, a goal's, or the key of a profile that is not saved; a form without any says `new`. */
  subject: z.string().check(z.minLength(1), z.maxLength(300)),
});
export type DraftName = z.infer<typeof DraftName>;

/** What was typed, as the field that keeps it has written it. */
export interface Draft extends DraftName {
  text: string;
  /** ISO 8601 instant of the last key. */
  at: string;
}
