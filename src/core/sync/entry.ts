import * as z from 'zod/mini';
import type { Json } from './canonical.ts';
import type { Register, State } from './join.ts';
import { NOTE } from './registers.ts';
import { commonest } from './row.ts';
import { parseStamp, printStamp, STAMP } from './stamp.ts';

/** The form of what stands in a file; a higher one is of a newer program, and nothing of it is read. */
export const FILE_VERSION = 1;
/** Raised with new registers: an older program keeps what it does not know. */
export const MODEL_VERSION = 2;

const stamp = z.string().check(z.regex(STAMP));
const name = z.string().check(z.maxLength(120));
/** ISO 8601, as every program of ours writes it; it is shown, and what is none cannot be. */
const instant = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T[\d:.]{1,20}Z$/),
  z.refine((text) => !Number.isNaN(Date.parse(text))),
);
/** No value of ours is a tenth as deep: what is deeper is none, and would end whoever walks through it. */
const DEEPEST = 50;
/** What was read from JSON is nothing else. */
const json = z.unknown().check(z.refine((value) => isShallow(value, DEEPEST))) as z.ZodMiniType<Json>;

function isShallow(value: unknown, deep: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return deep > 0 && Object.values(value).every((inner) => isShallow(inner, deep - 1));
}

/** One record in a file, one line. */
export const Entry = z.object({
  /** One of `KINDS`; another is of a newer program. */
  k: z.string().check(z.regex(/^[a-z]{1,20}$/)),
  /** A tie: `from>to:kind`; never: the hash; a capture: `contactId@at`; a question: the ids of its people. */
  i: z.string().check(z.minLength(1), z.maxLength(1_300)),
  /** The life of a contact; absent: the first. */
  l: z.optional(z.int().check(z.positive())),
  /** This life has ended: forgotten. */
  x: z.optional(z.literal(1)),
  /** Stamp of every register below that has none of its own. */
  t: stamp,
  r: z.optional(z.record(z.string(), json)),
  s: z.optional(z.record(z.string(), stamp)),
  /** The note: the versions that stand, and per device the last one seen. */
  h: z.optional(
    z.object({
      heads: z.array(z.tuple([stamp, z.string().check(z.maxLength(100_000))])).check(z.maxLength(100)),
      seen: z.array(stamp).check(z.maxLength(1_000)),
    }),
  ),
});
export type Entry = z.infer<typeof Entry>;

/** The first line of a file of changes (`d`), of a part of a cover (`p`) or of a cover (`c`). */
export const Header = z.object({
  v: z.int(),
  model: z.int(),
  kind: z.enum(['d', 'p', 'c', 'n']),
  dev: z.string().check(z.regex(/^[0-9a-f]{8}$/)),
  /** What the person calls the device. */
  name: z.string().check(z.maxLength(100)),
  seq: z.int().check(z.nonnegative()),
  /** The file that this device wrote before. */
  prev: z.optional(name),
  at: instant,
  n: z.int().check(z.nonnegative()),
  /** A part: the first and the last of its entries, by their places. */
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  /** A cover that stands in place of some files alone, beside the last one of everything. */
  small: z.optional(z.literal(1)),
  /** A cover: what it is made of, what it stands in place of, and how many live and were forgotten. */
  parts: z.optional(z.array(name).check(z.maxLength(10_000))),
  covers: z.optional(z.array(name).check(z.maxLength(100_000))),
  alive: z.optional(z.int()),
  dead: z.optional(z.int()),
  /** News of a changed code: the epoch in place of this one. */
  epoch: z.optional(name),
});
export type Header = z.infer<typeof Header>;

/** What says of an epoch whose it is; sealed like every other file. */
export const Hello = z.object({
  v: z.int(),
  model: z.int(),
  space: z.string(),
  epoch: z.string(),
  why: z.enum(['new', 'newCode', 'restore']),
  /** Whose the space is; absent: a person's. Any other (a team's, one day) is for a newer program to read. */
  of: z.optional(z.string().check(z.maxLength(20))),
  from: z.optional(z.string()),
  at: instant,
});
export type Hello = z.infer<typeof Hello>;

/** Some registers of a state as an entry; without `paths` all of them. */
export function entryOf(kind: string, id: string, state: State, paths?: readonly string[]): Entry {
  const named = { k: kind, i: id, ...(state.life > 1 && { l: state.life }) };
  if (state.dead) return { ...named, x: 1, t: printStamp([0, 0, '00000000']) };
  const wanted = paths === undefined ? [...state.registers.keys()] : paths;
  const chosen = wanted.flatMap((path) => {
    const register = state.registers.get(path);
    return register === undefined ? [] : [[path, register, printStamp(register.stamp)] as const];
  });
  const base = commonest(chosen.map(([, , text]) => text)) ?? printStamp([0, 0, '00000000']);
  const entry: Entry = { ...named, t: base };
  if (chosen.length > 0) entry.r = Object.fromEntries(chosen.map(([path, { value }]) => [path, value]));
  const others = chosen.filter(([, , text]) => text !== base);
  if (others.length > 0) entry.s = Object.fromEntries(others.map(([path, , text]) => [path, text]));
  if (state.note !== null && (paths === undefined || paths.includes(NOTE)))
    entry.h = {
      heads: state.note.heads.map(([at, text]): [string, string] => [printStamp(at), text]),
      seen: state.note.seen.map(printStamp),
    };
  return entry;
}

/** Where pages that were read stand in the order of what a cover walks: after every row. */
export const PAGES_READ = '~';

/** An entry's place in that order. */
export function placeOf({ k, i }: Pick<Entry, 'k' | 'i'>): string {
  return k === 'capture' ? `${PAGES_READ}${i}` : `${k}:${i}`;
}

/** What an entry tells, as a state to be joined with what is known. */
export function stateOfEntry({ l = 1, x, t, r = {}, s = {}, h }: Entry): State {
  const stamps = new Map(Object.entries(s));
  const registers = new Map<string, Register>();
  if (x !== 1)
    for (const [path, value] of Object.entries(r))
      registers.set(path, { stamp: parseStamp(stamps.get(path) ?? t), value });
  const note =
    h === undefined || x === 1
      ? null
      : {
          heads: h.heads.map(([at, text]) => [parseStamp(at), text] as const),
          seen: h.seen.map(parseStamp),
        };
  return { life: l, dead: x === 1, registers, note };
}
