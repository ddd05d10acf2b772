import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { Place, Profile, WebUrl } from './profile.ts';

const id = z.string().check(z.minLength(1), z.maxLength(100));
/** ISO 8601 calendar day. */
const Day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((text) => !Number.isNaN(Date.parse(text))),
);

/** What an entry of the log tells; one without a kind is of an earlier program, or was not said. */
export const LOG_KINDS = ['met', 'called', 'wrote', 'introduced', 'note'] as const;
export const LogKind = z.enum(LOG_KINDS);
export type LogKind = z.infer<typeof LogKind>;

/** Characters of one entry, and of all entries of a contact together: one record of the database. */
export const LOG_LIMITS = { entry: 20_000, together: 500_000 } as const;

export const LogEntry = z.strictObject({
  day: Day,
  text: z.string().check(z.maxLength(LOG_LIMITS.entry)),
  kind: z.optional(LogKind),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** The last day of the log on which the two had to do with each other; a note alone is no contact. */
export function lastTogether(log: readonly LogEntry[]): string | undefined {
  return log.find(({ kind }) => kind !== 'note')?.day;
}

/**
 * `YYYY-MM-DD`, or `--MM-DD` where the year is not known (RFC 6350, 4.3.1). A day that there is: 29 February without
 * a year, or in a leap year.
 */
export const Birthday = z.string().check(z.refine(isBirthday));
export type Birthday = z.infer<typeof Birthday>;

function isBirthday(text: string): boolean {
  const [, year, month, day] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return false;
  // A leap year: whether there was a 29 February in theirs is not known.
  const date = new Date(Date.UTC(year === '-' ? 2000 : Number(year), Number(month) - 1, Number(day)));
  if (year !== '-' && (Number(year) < OLDEST || Number(year) > LATEST)) return false;
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** Years in which somebody who is in a network may be born; programs write 1604, 1900 or 0000 for an unknown one. */
const [OLDEST, LATEST] = [1850, 2150];

/** A birthday of its parts; `null` when there is no such day. A year that nobody is born in is taken as unknown. */
export function birthdayOf(year: number | null, month: number, day: number): Birthday | null {
  const two = (part: number) => String(part).padStart(2, '0');
  const known = year !== null && year >= OLDEST && year <= LATEST;
  const text = `${known ? String(year) : '-'}-${two(month)}-${two(day)}`;
  return isBirthday(text) ? text : null;
}

/** A list of the user's own, by name; the order of the lists is that in which they were made. */
export const ListName = z.strictObject({ id, name: z.string().check(z.minLength(1), z.maxLength(100)) });
export type ListName = z.infer<typeof ListName>;
export const MOST_LISTS = 100;

/** Where something stands among others, the smallest first; between two there is always room, see `rankBetween`. */
const Rank = z.number();

/** `[list, rank]`: tuples, because the database finds and orders by them as they are. */
export const Lists = z.array(z.tuple([id, Rank])).check(z.maxLength(MOST_LISTS));
export type Lists = z.infer<typeof Lists>;

/** The columns of a goal's board, in their order. */
export const STAGES = ['toAsk', 'asked', 'met', 'thanked'] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

/** `[goal, column, rank]`; a contact stands in one column of a board at most. */
export const Boards = z.array(z.tuple([id, Stage, Rank])).check(z.maxLength(500));
export type Boards = z.infer<typeof Boards>;

/** What can be due of a contact. */
export const DUE_KINDS = ['nextStep', 'keepInTouch', 'review'] as const;
export const DueKind = z.enum(DUE_KINDS);
export type DueKind = z.infer<typeof DueKind>;

/** `[what, day]`: put off until that day. */
export const Snoozed = z.array(z.tuple([DueKind, Day])).check(z.maxLength(DUE_KINDS.length));
export type Snoozed = z.infer<typeof Snoozed>;

const line = z.string().check(z.minLength(1), z.maxLength(LIMITS.line));

/**
 * What the user typed over what was read. A field that is named stands as it is, whatever a page shows: `null` and an
 * empty list say that there is nothing.
 */
export const Edits = z.partial(
  z.strictObject({
    name: Profile.shape.name,
    headline: z.nullable(line),
    location: z.nullable(Place),
    positions: Profile.shape.positions,
    education: Profile.shape.education,
    skills: Profile.shape.skills,
    links: z.array(WebUrl).check(z.maxLength(LIMITS.links)),
    emails: z.array(z.string().check(z.maxLength(320))).check(z.maxLength(LIMITS.emails)),
  }),
);
export type Edits = z.infer<typeof Edits>;
export const EDITABLE = [
  'name',
  'headline',
  'location',
  'positions',
  'education',
  'skills',
  'links',
  'emails',
] as const satisfies readonly (keyof Edits)[];
export const EditableField = z.enum(EDITABLE);
export type EditableField = (typeof EDITABLE)[number];
/** A word on every field. */
export type AllEdits = { [Field in EditableField]-?: Exclude<Edits[Field], undefined> };
