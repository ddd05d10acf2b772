import * as z from 'zod/mini';
import { Contact, LIMITS, Me, OwnWords, type Position, Tie } from '../../core/model/index.ts';
import { cut } from '../../core/text/whitespace.ts';
import type { MeProposal, ParsedPerson, TieWords } from './parsed.ts';

/*
 * Whatever a file says passes here before it is shown or saved: the schemas are those of the store, so that nothing
 * gets in that a backup could not give back.
 */

/** What of a person is saved as it stands. */
const Saved = z.object({
  profile: Contact.shape.profile,
  provenance: Contact.shape.provenance,
  keys: Contact.shape.keys,
  emails: Contact.shape.emails,
  own: z.partial(OwnWords),
  tie: z.nullable(z.partial(z.omit(Tie, { from: true, to: true, kind: true }))),
  contactId: z.optional(Contact.shape.id),
  asOf: z.optional(Contact.shape.createdAt),
});
const SavedMe = z.partial(Me);

/** More is wrong with nothing that is worth saving. */
const ROUNDS = 200;

export interface Settled<Value> {
  value: Value;
  /** The fields of which something was cut or left out; empty: everything fits. */
  cut: string[];
}

/**
 * A person within the model's limits: what is too long is cut, what is no day, number or address is left out.
 * `null` when not even name and key fit.
 */
export function settlePerson(person: ParsedPerson): Settled<ParsedPerson> | null {
  return isUsual(person) ? { value: person, cut: [] } : settle(Saved, person);
}

/** The part of the own profile that a file proposes, within the model's limits. */
export function settleMe(part: MeProposal): Settled<MeProposal> | null {
  return settle(SavedMe, part);
}

/**
 * Nearly every row has a name, a page, a position and a day, all of them short: that it fits is seen at a glance,
 * and the schema, which takes as long as the reading itself, need not be asked.
 */
export function isUsual({
  profile,
  provenance,
  keys,
  emails,
  own,
  tie,
  contactId,
  asOf,
}: ParsedPerson): boolean {
  for (const field of Object.keys(profile)) if (!USUAL.has(field)) return false;
  const { key, url, name, positions, education, skills, languages, headline, degree } = profile;
  return (
    contactId === undefined &&
    Object.keys(own).length === 0 &&
    /^(?:linkedin|xing|local)$/.test(key.site) &&
    isShort(key.id) &&
    url.length <= LIMITS.url &&
    /^https:\/\/\S+$/.test(url) &&
    URL.canParse(url) &&
    isShort(name.full) &&
    (name.given === undefined || isShort(name.given)) &&
    (name.family === undefined || isShort(name.family)) &&
    (headline === undefined || isShort(headline)) &&
    (degree === undefined || degree === 1) &&
    education.length + skills.length + languages.length === 0 &&
    positions.length <= 1 &&
    positions.every(isUsualPosition) &&
    Object.values(provenance).every((source) => source === 'import') &&
    keys.every(isShort) &&
    emails.every(isShort) &&
    (asOf === undefined ||
      /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/.test(
        asOf,
      )) &&
    (tie === null || isUsualTie(tie))
  );
}

const USUAL = new Set('key url name positions education skills languages headline degree'.split(' '));

function isShort(text: string): boolean {
  return text.length > 0 && text.length <= 200;
}

function isUsualPosition(position: Position): boolean {
  for (const [part, value] of Object.entries(position))
    if (part === 'end' ? value !== null : (part !== 'title' && part !== 'company') || !isShort(value ?? ''))
      return false;
  return true;
}

function isUsualTie(tie: TieWords): boolean {
  for (const [part, value] of Object.entries(tie))
    if (
      (part !== 'connectedOn' && part !== 'lastContact') ||
      !/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/.test(String(value))
    )
      return false;
  return true;
}

type Path = readonly PropertyKey[];

function settle<Value extends object>(schema: z.ZodMiniType, original: Value): Settled<Value> | null {
  if (schema.safeParse(original).success) return { value: original, cut: [] };
  const value = structuredClone(original);
  const fields = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const { error } = schema.safeParse(value);
    if (error === undefined) return { value, cut: [...fields] };
    // From behind, so that the places within a list stay right.
    for (const issue of [...error.issues].reverse()) {
      const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
      if (!mend(value, path, issue.code === 'too_big' ? Number(issue.maximum) : null)) return null;
      fields.add(fieldOf(path));
    }
  }
  return null;
}

/** Cuts what stands at the path to `most`, or takes it out; `false` when nothing would remain. */
function mend(root: object, path: Path, most: number | null): boolean {
  const key = path.at(-1);
  const holder = holderOf(root, path.slice(0, -1));
  // Gone already, with what it stood in.
  if (key === undefined) return false;
  if (holder === null) return true;
  if (Array.isArray(holder)) {
    const index = Number(key);
    const shorter = shortened(holder[index], most);
    if (shorter === undefined) holder.splice(index, 1);
    else holder[index] = shorter;
    return true;
  }
  // What is required and not there takes along what needs it.
  if (!Object.hasOwn(holder, key)) return mend(root, path.slice(0, -1), null);
  const entries = holder as Record<PropertyKey, unknown>;
  const shorter = shortened(entries[key], most);
  if (shorter === undefined) delete entries[key];
  else entries[key] = shorter;
  return true;
}

function shortened(value: unknown, most: number | null): unknown {
  if (most === null) return undefined;
  if (typeof value === 'string') return cut(value, most) || undefined;
  return Array.isArray(value) ? value.slice(0, most) : undefined;
}

function holderOf(root: object, path: Path): object | null {
  let holder: unknown = root;
  for (const key of path) {
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return null;
    holder = (holder as Record<PropertyKey, unknown>)[key];
  }
  return typeof holder === 'object' ? holder : null;
}

/** `profile.languages.3.name` is about the languages. */
function fieldOf(path: Path): string {
  const [first = '', second] = path.map(String);
  return ['profile', 'own', 'tie'].includes(first) && second !== undefined ? second : first;
}
