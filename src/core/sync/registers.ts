import {
  Contact,
  DUE_KINDS,
  fitted,
  Goal,
  LIMITS,
  Me,
  MOST_LISTS,
  Settings,
  Tie,
  TieQuestion,
  Tombstone,
} from '../model/index.ts';
import { ownValue, tableOf } from '../text/table.ts';
import { canonical, hash53, type Json } from './canonical.ts';
import type { Kind } from './kinds.ts';

/** A record as registers by their paths; a note is a matter of its own. */
export interface Values {
  values: ReadonlyMap<string, Json>;
  /** A contact's note; empty: none. */
  note: string;
}

/** The path under which a note's cell stands. */
export const NOTE = 'own.note';
/** The path that says of a contact into which other one it was merged: `{id}`, `{id, all: true}` or `null`. */
export const INTO = 'into';
/** The path that says whether a tie, a goal or the own profile was taken away. */
export const GONE = 'gone';

/** Lists of which every element is a register: adding here and removing there of different ones both hold. */
const ELEMENTS = tableOf<{ name: (element: Json) => Json }>({
  keys: { name: (key) => key },
  emails: { name: (email) => email },
  events: { name: (event) => event },
  'own.tags': { name: (tag) => tag },
  'own.log': { name: (line) => line },
  // One word on each role toward each goal.
  'own.roles': { name: (word) => [field(word, 'goalId'), field(word, 'role')] },
  // One place on each list and each board, one day for each kind of what is due.
  'own.lists': { name: first },
  'own.boards': { name: first },
  'own.snoozed': { name: first },
  namedOnPages: { name: (page) => field(page, 'url') },
  notDuplicates: { name: (pair) => pair },
  doNotSave: { name: (address) => address },
  companiesAsked: { name: (company) => company },
  views: { name: (view) => field(view, 'name') },
  lists: { name: (list) => field(list, 'id') },
});
/** Lists that a contact, or its own words, may be without. */
const OPTIONAL_OWN = ['roles', 'lists', 'boards', 'snoozed'] as const;
/** Of the newest lines so many are shown; the others stay where they are merged. */
const MOST = new Map([
  ['own.log', 1_000],
  ['events', 200],
  ['own.tags', 50],
  ['own.roles', 500],
  ['own.lists', MOST_LISTS],
  ['own.boards', 500],
  ['own.snoozed', DUE_KINDS.length],
  ['namedOnPages', LIMITS.namedOnPages],
  ['notDuplicates', 10_000],
  ['doNotSave', LIMITS.doNotSave],
  ['companiesAsked', 1_000],
  ['views', 50],
  ['lists', MOST_LISTS],
]);

/** Settings of the person; all others are of the device. */
const SHARED_FIELDS = ['reviewMonths', 'hoursPerMonth'] as const;
const SHARED_RECORDS = ['companies', 'rhythms', 'moves'] as const;
const SHARED_LISTS = ['notDuplicates', 'doNotSave', 'views', 'lists', 'companiesAsked'] as const;
/** Every setting that goes to the other devices; a new one is named here or among those of the device. */
export const SHARED_SETTINGS: ReadonlySet<string> = new Set([
  ...SHARED_FIELDS,
  ...SHARED_RECORDS,
  ...SHARED_LISTS,
]);

/** The settings that are here, with what of the person's lists and corrections only `there` has; what is here stands. */
export function settingsTogether(here: Settings, there: Settings): Settings {
  const lists = SHARED_LISTS.map((name) => {
    const nameOf = (element: Json) => canonical(ELEMENTS.get(name)?.name(element) ?? null);
    const [mine, theirs] = [here[name] ?? [], there[name] ?? []].map((list) => list as Json[]) as [
      Json[],
      Json[],
    ];
    const known = new Set(mine.map(nameOf));
    const all = [...mine, ...theirs.filter((element) => !known.has(nameOf(element)))];
    return [name, all.length === 0 ? here[name] : all.slice(0, MOST.get(name))] as const;
  });
  return {
    ...here,
    companies: { ...there.companies, ...here.companies },
    moves: { ...there.moves, ...here.moves },
    ...(Object.fromEntries(lists.filter(([, list]) => list !== undefined)) as Partial<Settings>),
  };
}
const DEFAULTS = Settings.parse({});

/** What stays on the device that wrote it. */
const LOCAL = new Set(['id', 'rev', 'updatedAt', 'deviceId']);
/** A tie's ends and kind are its name, and so are those whom a question is about. */
const IN_NAME = new Map<Kind, ReadonlySet<string>>([
  ['tie', new Set(['from', 'to', 'kind'])],
  ['question', new Set(['subject', 'candidates', 'people'])],
]);
/** What can be taken away without having died. */
const CAN_GO: ReadonlySet<Kind> = new Set<Kind>(['tie', 'goal', 'me', 'question']);

type Fields = Readonly<Record<string, unknown>>;
const at = (fields: Fields, name: string): unknown => ownValue(fields, name);

/** A stored record as registers; `undefined`: it is not there (any more). */
export function registersOf(kind: Kind, record: unknown): Values {
  const found = new Map<string, Json>();
  const set = (path: string, value: unknown) => {
    if (value !== undefined && value !== null) found.set(path, value as Json);
  };
  if (record === undefined || record === null) {
    if (CAN_GO.has(kind)) set(GONE, true);
    return { values: found, note: '' };
  }
  const fields = record as Fields;
  if (kind === 'contact') return contactRegisters(fields as unknown as Contact);
  if (kind === 'settings') {
    for (const name of SHARED_FIELDS) if (at(fields, name) !== DEFAULTS[name]) set(name, at(fields, name));
    for (const name of SHARED_RECORDS)
      for (const [key, value] of Object.entries((at(fields, name) ?? {}) as object))
        set(`${name}.${key}`, value);
    for (const name of SHARED_LISTS) setElements(found, name, at(fields, name));
    return { values: found, note: '' };
  }
  if (kind === 'never') set('is', { contactId: fields.contactId, at: fields.at });
  else {
    set(GONE, false);
    for (const [name, value] of Object.entries(fields))
      if (name !== 'id' && !IN_NAME.get(kind)?.has(name)) set(name, value);
  }
  return { values: found, note: '' };
}

function contactRegisters(contact: Contact): Values {
  const found = new Map<string, Json>();
  const { profile, provenance, own, keys, emails, events, namedOnPages } = contact;
  const { key, url, ...shown } = profile;
  found.set('profile.key', [key, url] as Json);
  for (const name of new Set([...Object.keys(shown), ...Object.keys(provenance)])) {
    const value = at(shown, name);
    const source = ownValue(provenance, name);
    if (value === undefined && source === undefined) continue;
    found.set(`profile.${name}`, [(value ?? null) as Json, ...(source === undefined ? [] : [source])]);
  }
  for (const [name, value] of Object.entries(own)) {
    if (name === 'note' || value === undefined) continue;
    const path = `own.${name}`;
    if (ELEMENTS.has(path)) setElements(found, path, value);
    else if (name === 'edits')
      // A word of the user that there is nothing is a word: `null` alone would say that it was taken back.
      for (const [edited, text] of Object.entries(value as object))
        found.set(`own.edit.${edited}`, [text as Json]);
    else found.set(path, value as Json);
  }
  setElements(found, 'keys', keys);
  setElements(found, 'emails', emails);
  setElements(found, 'events', events);
  setElements(found, 'namedOnPages', namedOnPages);
  for (const [name, value] of Object.entries(contact))
    if (!CONTACT_PARTS.has(name) && !LOCAL.has(name) && value !== undefined) found.set(name, value as Json);
  return { values: found, note: own.note ?? '' };
}

const CONTACT_PARTS = new Set(['profile', 'provenance', 'own', 'keys', 'emails', 'events', 'namedOnPages']);

function setElements(found: Map<string, Json>, list: string, elements: unknown): void {
  if (!Array.isArray(elements)) return;
  for (const element of elements as Json[]) {
    const path = elementPath(list, element);
    // The second of two equal lines is a line too.
    let [free, count] = [path, 1];
    while (found.has(free)) free = `${path}.${++count}`;
    found.set(free, element);
  }
}

/** The path of one element of a list: the same on every device. */
export function elementPath(list: string, element: Json): string {
  const name = ELEMENTS.get(list)?.name(element) ?? element;
  return `${list}/${hash53(canonical(name)).toString(36)}`;
}

/**
 * The record that registers make; `null` when they make none: it was taken away, or a part is missing that it cannot
 * be without. What this program does not know, or does not take, is left out of the record. `present` is the record as
 * it stands here: its lists keep their order, and what is of this device stays.
 */
export function recordOf(
  kind: Exclude<Kind, 'capture'>,
  id: string,
  { values, note }: Values,
  present: unknown,
): unknown {
  const standing = new Map([...values].filter(([, value]) => value !== null));
  if (standing.get(GONE) === true && kind !== 'contact') return null;
  const here = (typeof present === 'object' && present !== null ? present : {}) as Fields;
  switch (kind) {
    case 'contact':
      return fitted(Contact, contactOf(id, standing, note, here))?.value ?? null;
    case 'settings':
      return fitted(Settings, settingsOf(standing, here))?.value ?? null;
    case 'never': {
      const is = standing.get('is');
      return typeof is === 'object' ? (fitted(Tombstone, { ...is, hash: id })?.value ?? null) : null;
    }
  }
  if (!standing.has(GONE)) return null;
  const fields = Object.fromEntries([...standing].filter(([path]) => path !== GONE));
  if (kind === 'goal') return fitted(Goal, { ...fields, id })?.value ?? null;
  if (kind === 'me') return fitted(Me, fields)?.value ?? null;
  if (kind === 'question') {
    const people = peopleOfQuestion(id);
    return people === null ? null : (fitted(TieQuestion, { ...fields, ...people })?.value ?? null);
  }
  const ends = endsOfTie(id);
  return ends === null ? null : (fitted(Tie, { ...fields, ...ends })?.value ?? null);
}

/** The parts of a tie's name. */
export function endsOfTie(name: string): { from: string; to: string; kind: string } | null {
  const [, from = '', to = '', kind = ''] = /^([^>]+)>([^>]+):([a-z]+)$/i.exec(name) ?? [];
  return kind === '' ? null : { from, to, kind };
}

/** Those whom a question is about, as its name says. */
export function peopleOfQuestion(name: string): { subject: string; candidates: string[] } | null {
  try {
    const ids: unknown = JSON.parse(name);
    if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) return null;
    const [subject, ...candidates] = ids;
    return subject === undefined || candidates.length === 0 ? null : { subject, candidates };
  } catch {
    return null;
  }
}

function contactOf(id: string, values: ReadonlyMap<string, Json>, note: string, here: Fields): Fields {
  const [key = null, url = null] = listOf(values.get('profile.key'));
  const profile: [string, Json][] = [];
  const provenance: [string, Json][] = [];
  const own: [string, unknown][] = [];
  const edits: [string, Json][] = [];
  const rest: [string, Json][] = [];
  for (const [path, value] of values) {
    const [, room = '', name = ''] = /^(profile|own\.edit|own)\.([^/]+)$/.exec(path) ?? [];
    if (path === 'profile.key' || path === INTO || path === NOTE || path.includes('/')) continue;
    if (room === 'profile') {
      const [shown = null, source = null] = listOf(value);
      if (shown !== null) profile.push([name, shown]);
      if (source !== null) provenance.push([name, source]);
    } else if (room === 'own.edit') edits.push([name, listOf(value)[0] ?? null]);
    else if (room === 'own') own.push([name, value]);
    else rest.push([path, value]);
  }
  const hereOwn = (here.own ?? {}) as Fields;
  const optional = OPTIONAL_OWN.map(
    (name) => [name, elementsOf(values, `own.${name}`, hereOwn[name])] as const,
  );
  const named = elementsOf(values, 'namedOnPages', here.namedOnPages);
  return {
    ...Object.fromEntries(rest),
    updatedAt: here.updatedAt ?? values.get('createdAt'),
    rev: here.rev ?? 0,
    deviceId: here.deviceId ?? 'sync',
    id,
    keys: elementsOf(values, 'keys', here.keys),
    emails: elementsOf(values, 'emails', here.emails),
    profile: { ...Object.fromEntries(profile), key, url },
    provenance: Object.fromEntries(provenance),
    own: {
      ...Object.fromEntries(own),
      tags: elementsOf(values, 'own.tags', hereOwn.tags),
      log: elementsOf(values, 'own.log', hereOwn.log),
      ...Object.fromEntries(optional.filter(([, elements]) => elements.length > 0)),
      edits: Object.fromEntries(edits),
      ...(note !== '' && { note: note.length > 20_000 ? note.slice(0, 20_000).toWellFormed() : note }),
    },
    events: elementsOf(values, 'events', here.events),
    ...(named.length > 0 && { namedOnPages: named }),
  };
}

function settingsOf(values: ReadonlyMap<string, Json>, here: Fields): Fields {
  const shared: [string, unknown][] = [];
  for (const name of SHARED_FIELDS) shared.push([name, values.get(name) ?? DEFAULTS[name]]);
  for (const name of SHARED_RECORDS) {
    const begin = `${name}.`;
    const entries = [...values].filter(([path]) => path.startsWith(begin));
    shared.push([
      name,
      Object.fromEntries(entries.map(([path, value]) => [path.slice(begin.length), value])),
    ]);
  }
  for (const name of SHARED_LISTS) {
    const elements = elementsOf(values, name, at(here, name));
    // Only this one may be absent.
    shared.push([name, name === 'companiesAsked' && elements.length === 0 ? undefined : elements]);
  }
  const settings = Object.entries({ ...here, ...Object.fromEntries(shared) });
  return Object.fromEntries(settings.filter(([, value]) => value !== undefined));
}

/** A list's elements in the order in which they stand here; new ones follow. Logs go by day, events by time. */
function elementsOf(values: ReadonlyMap<string, Json>, list: string, present: unknown): Json[] {
  const begin = `${list}/`;
  const standing = new Map([...values].filter(([path]) => path.startsWith(begin)));
  const here = new Map<string, Json>();
  setElements(here, list, present);
  const known = [...here.keys()].filter((path) => standing.has(path));
  const added = [...standing.keys()].filter((path) => !here.has(path)).sort();
  const elements = [...known, ...added].map((path) => standing.get(path) ?? null);
  if (list === 'own.log') elements.sort((a, b) => compareText(field(b, 'day'), field(a, 'day')));
  if (list === 'namedOnPages') elements.sort((a, b) => compareText(field(b, 'on'), field(a, 'on')));
  if (list === 'events') elements.sort((a, b) => compareText(field(a, 'at'), field(b, 'at')));
  const most = MOST.get(list) ?? elements.length;
  return list === 'events' ? elements.slice(-most) : elements.slice(0, most);
}

function compareText(a: Json, b: Json): number {
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function first(value: Json): Json {
  return listOf(value)[0] ?? null;
}

function field(value: Json, name: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return (ownValue(value as Fields, name) ?? null) as Json;
}
