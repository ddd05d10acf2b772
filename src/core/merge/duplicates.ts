import { type Contact, currentPosition, keyText, type Profile } from '../model/index.ts';
import { companyKey } from '../text/companies.ts';
import { fold } from '../text/fold.ts';
import { lastOf } from '../text/steps.ts';
import { keyOfUrl } from './keys.ts';

/**
 * Why two contacts may be one person; strongest first. None is enough to join them without the user.
 * `profileLink`: the page of one links to the other. `sameEmail`: one address, different names (a shared
 * mailbox, or a changed name). `sameNameAndCompany`, `sameNameAndSchool`, `sameNameAndPlace`: as they say.
 */
const DUPLICATE_REASONS = [
  'profileLink',
  'sameEmail',
  'sameNameAndCompany',
  'sameNameAndSchool',
  'sameNameAndPlace',
] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

export interface DuplicateSuggestion {
  a: string;
  b: string;
  reasons: { reason: DuplicateReason; value: string }[];
}

/** More namesakes than this are a common name, not a person entered many times. */
const NAMESAKES = 20;
/** Contacts, and names that several have, in one step. */
const STEP = 32;
const NAMES_STEP = 4;

/**
 * Pairs of contacts that may be one person, each with its reasons, strongest first. Pairs whose ids are in
 * `dismissed` (`pairKey`) are left out. Time grows with the number of contacts, not of pairs.
 */
export function suggestDuplicates(
  contacts: Iterable<Contact>,
  dismissed: ReadonlySet<string> = new Set(),
): DuplicateSuggestion[] {
  return lastOf(duplicateSteps(contacts, dismissed));
}

/** The same in steps of less than a millisecond, so that others can have a turn between them. */
export function* duplicateSteps(
  contacts: Iterable<Contact>,
  dismissed: ReadonlySet<string> = new Set(),
): Generator<void, DuplicateSuggestion[]> {
  const pairs = new Map<string, DuplicateSuggestion>();
  const byName = new Map<string, Contact[]>();
  const byEmail = new Map<string, string[]>();
  const byKey = new Map<string, string>();
  const linked: [id: string, key: string][] = [];
  const add = (a: string, b: string, reason: DuplicateReason, value: string) => {
    const key = pairKey(a, b);
    if (a === b || dismissed.has(key)) return;
    const pair = pairs.get(key) ?? { a: a < b ? a : b, b: a < b ? b : a, reasons: [] };
    if (!pair.reasons.some((known) => known.reason === reason)) pair.reasons.push({ reason, value });
    pairs.set(key, pair);
  };
  let seen = 0;
  for (const contact of contacts) {
    for (const key of nameKeys(contact.profile.name)) push(byName, key, contact);
    for (const email of contact.emails) push(byEmail, email, contact.id);
    for (const key of contact.keys) byKey.set(key, contact.id);
    for (const link of contact.profile.links ?? []) {
      const key = keyOfUrl(link);
      if (key !== null) linked.push([contact.id, keyText(key)]);
    }
    if (++seen % STEP === 0) yield;
  }
  for (const [id, key] of linked) {
    const other = byKey.get(key);
    if (other !== undefined) add(id, other, 'profileLink', key);
  }
  for (const [email, ids] of byEmail)
    if (ids.length <= NAMESAKES) eachPair(ids, (a, b) => add(a, b, 'sameEmail', email));
  for (const [name, namesakes] of byName) {
    if (name === '' || namesakes.length < 2 || namesakes.length > NAMESAKES) continue;
    eachPair(namesakes, (a, b) => {
      for (const { reason, value } of nameReasons(a.profile, b.profile)) add(a.id, b.id, reason, value);
    });
    if (++seen % NAMES_STEP === 0) yield;
  }
  const rank = ({ reasons }: DuplicateSuggestion) =>
    Math.min(...reasons.map(({ reason }) => DUPLICATE_REASONS.indexOf(reason)));
  return [...pairs.values()].sort((x, y) => rank(x) - rank(y) || y.reasons.length - x.reasons.length);
}

/** Why two persons of the same name may be one; empty when nothing else agrees. */
function nameReasons(a: Profile, b: Profile): DuplicateSuggestion['reasons'] {
  const reasons: DuplicateSuggestion['reasons'] = [];
  const shared = (
    reason: DuplicateReason,
    ofA: readonly string[],
    ofB: readonly string[],
    key: (t: string) => string,
  ) => {
    const keys = new Set(ofA.map(key));
    const value = ofB.find((text) => keys.has(key(text)));
    if (value !== undefined) reasons.push({ reason, value });
  };
  shared('sameNameAndCompany', companies(a), companies(b), companyKey);
  shared('sameNameAndSchool', schools(a), schools(b), fold);
  shared('sameNameAndPlace', places(a), places(b), fold);
  return reasons;
}

/** A name for comparison: folded, in any order of its parts, single letters (middle initials) off. */
export function nameKey(full: string): string {
  const parts = fold(full)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  const long = parts.filter((part) => part.length > 1);
  return (long.length >= 2 ? long : parts).sort().join(' ');
}

/** The comparable forms of a name: as it is shown, and without the titles that it is shown with. */
export function nameKeys({ full, given, family }: Profile['name']): string[] {
  const bare = given !== undefined && family !== undefined ? [nameKey(`${given} ${family}`)] : [];
  return [...new Set([nameKey(full), ...bare])];
}

/** Can both be the name of one person, titles left aside? */
export function sameName(a: Profile['name'], b: Profile['name']): boolean {
  const keys = nameKeys(a);
  return nameKeys(b).some((key) => keys.includes(key));
}

/** The text under which a pair of contacts is one, in either order. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function companies(profile: Profile): string[] {
  const current = currentPosition(profile)?.company;
  const all = profile.positions.flatMap(({ company }) => (company === undefined ? [] : [company]));
  return current === undefined ? all : [current, ...all];
}

function schools(profile: Profile): string[] {
  return profile.education.map(({ school }) => school);
}

function places(profile: Profile): string[] {
  const place = profile.location;
  return place === undefined ? [] : [place.city ?? place.text];
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function eachPair<Item>(items: readonly Item[], visit: (a: Item, b: Item) => void): void {
  for (const [i, a] of items.entries()) for (const b of items.slice(i + 1)) visit(a, b);
}
