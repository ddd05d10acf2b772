import { localIdentity } from '../../core/merge/index.ts';
import type { Place } from '../../core/model/index.ts';
import { LIMITS } from '../../core/model/index.ts';
import { parsePlace } from '../../core/text/places.ts';
import { cut, oneLine } from '../../core/text/whitespace.ts';
import { ImportError } from '../errors.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import {
  escapeVcard,
  parseVcardLine,
  type VcardProperty,
  vcardLines,
  vcardList,
  vcardParts,
  vcardText,
} from '../vcardLine.ts';
import type { Findings } from './parsed.ts';
import { cleanPosition, line, networkIdentity, type PersonDraft, toPerson, toTags } from './person.ts';

/** How our own export marks the id of a contact. */
export const OWN_UID = 'weitblick:';

/** Lines of one card; more is no card. */
const LINES_PER_CARD = 5_000;

/**
 * vCards 2.1, 3.0 and 4.0, one or many in a text. Read leniently: a line that is none is passed over, a card
 * without an end is reported. Phone numbers, pictures and keys are not taken.
 * Our own small reader: see docs/formats.md for what was measured of ical.js beside it.
 */
export async function readVcards(text: Iterable<string>, findings: Findings): Promise<void> {
  let card: VcardProperty[] | null = null;
  let depth = 0;
  let number = 0;
  for (const raw of vcardLines(text)) {
    const property = parseVcardLine(raw);
    if (property === null) continue;
    const { name, value } = property;
    if (name === 'BEGIN' && /^\s*vcard\s*$/i.test(value)) {
      // A card within a card is an agent's (2.1); one after an unfinished card is the next one.
      depth = card !== null && isAgent(card) ? depth + 1 : 1;
      if (depth > 1) continue;
      if (card !== null) findings.rowError(number, 'notReadable', nameOf(card));
      number += 1;
      if (number > IMPORT_LIMITS.rows) throw new ImportError('tooManyRows', { count: IMPORT_LIMITS.rows });
      card = [];
      if (number % 200 === 0) await findings.breathe(number);
    } else if (name === 'END' && /^\s*vcard\s*$/i.test(value)) {
      depth -= 1;
      if (depth > 0 || card === null) continue;
      readCard(card, number, findings);
      card = null;
    } else if (card !== null && depth === 1 && card.length < LINES_PER_CARD) card.push(property);
  }
  if (card !== null) findings.rowError(number, 'notReadable', nameOf(card));
  if (number === 0) throw new ImportError('damagedVcard');
}

/** Is the value a jCard (RFC 7095), or a list of them? */
export function isJcard(value: unknown): boolean {
  const [first] = Array.isArray(value) ? value : [];
  return first === 'vcard' || (Array.isArray(first) && first[0] === 'vcard');
}

/** jCards: the same properties as vCard 4.0, as JSON. */
export async function readJcards(value: unknown, findings: Findings): Promise<void> {
  const cards = Array.isArray(value) && value[0] === 'vcard' ? [value] : Array.isArray(value) ? value : [];
  if (cards.length > IMPORT_LIMITS.rows) throw new ImportError('tooManyRows', { count: IMPORT_LIMITS.rows });
  for (const [index, card] of cards.entries()) {
    if (index % 200 === 0) await findings.breathe(index);
    const properties: unknown = Array.isArray(card) && card[0] === 'vcard' ? card[1] : null;
    if (!Array.isArray(properties)) findings.rowError(index + 1, 'notReadable', '');
    else readCard(properties.slice(0, LINES_PER_CARD).flatMap(jcardProperty), index + 1, findings);
  }
}

/** `["org", {}, "text", ["Acme", "R&D"]]` as the line that vCard writes. */
function jcardProperty(property: unknown): VcardProperty[] {
  if (!Array.isArray(property) || typeof property[0] !== 'string') return [];
  const [name, parameters, , ...values] = property as [string, unknown, unknown, ...unknown[]];
  const entries = typeof parameters === 'object' && parameters !== null ? Object.entries(parameters) : [];
  const text = (part: unknown): string =>
    Array.isArray(part) ? part.map(text).join(',') : escapeVcard(String(part ?? ''));
  const value = values.map((part) => (Array.isArray(part) ? part.map(text).join(';') : text(part))).join(',');
  return [
    {
      name: name.toUpperCase(),
      group: '',
      parameters: new Map(
        entries.map(([key, of]) => [key.toUpperCase(), (Array.isArray(of) ? of : [of]).map(String)]),
      ),
      value,
    },
  ];
}

function readCard(card: readonly VcardProperty[], number: number, findings: Findings): void {
  const kind = first(card, 'KIND', 'X-ADDRESSBOOKSERVER-KIND');
  if (kind !== undefined && !/^individual$/i.test(vcardText(kind).trim())) {
    findings.ignored();
    return;
  }
  const draft = toDraft(card);
  const person = toPerson(draft, {
    file: findings.file,
    row: number,
    format: 'vcard',
    identify: findings.identify,
  });
  if (person !== null) findings.person(person);
  else if (draft.positions?.length || (draft.emails ?? []).length === 0) findings.ignored();
  else findings.rowError(number, 'noName', draft.emails?.[0]);
}

function toDraft(card: readonly VcardProperty[]): PersonDraft {
  const uid = textOf(first(card, 'UID'));
  const own = uid?.startsWith(OWN_UID) ?? false;
  const name = first(card, 'N');
  const [family, given] = name ? vcardParts(name) : [];
  const organisation = first(card, 'ORG');
  const company = organisation ? line(vcardParts(organisation)[0]) : undefined;
  const title = line(textOf(first(card, 'TITLE')) ?? textOf(first(card, 'ROLE')));
  // Apple marks a company's card by the company as its name.
  const isCompany = /^company$/i.test(textOf(first(card, 'X-ABSHOWAS')) ?? '');
  const draft: PersonDraft = {
    emails: texts(card, 'EMAIL'),
    urls: addresses(card),
    positions:
      title === undefined && company === undefined ? [] : [cleanPosition({ title, company, end: null })],
    skills: texts(card, 'EXPERTISE'),
    own: {},
    exactName: own,
  };
  if (given !== undefined && given !== '') draft.given = given;
  if (family !== undefined && family !== '') draft.family = family;
  // 2.1 asks for `N` alone; a nickname is better than nobody.
  const nameless = draft.given === undefined && draft.family === undefined;
  const full = filled(first(card, 'FN')) ?? (nameless ? filled(first(card, 'NICKNAME')) : undefined);
  if (full !== undefined && !isCompany) draft.full = own ? full : oneLine(full);
  const place = placeOf(card, own);
  if (place !== null) draft.place = place;
  const note = texts(card, 'NOTE').join('\n\n');
  if (note !== '') draft.own = { ...draft.own, note: cut(plainText(note), 20_000) };
  const tags = toTags(card.filter(({ name: property }) => property === 'CATEGORIES').flatMap(vcardList));
  if (tags.length > 0) draft.own = { ...draft.own, tags };
  const revision = instant(textOf(first(card, 'REV')));
  if (revision !== null) draft.asOf = revision;
  if (uid !== undefined && uid !== '') {
    if (own) {
      draft.contactId = uid.slice(OWN_UID.length);
      draft.identity = ownIdentity(draft.contactId, card);
    } else draft.localId = uid;
  }
  return draft;
}

/** Our own cards mark the profile's address with its site; without one the contact has no page. */
function ownIdentity(
  contactId: string,
  card: readonly VcardProperty[],
): NonNullable<PersonDraft['identity']> {
  const social = first(card, 'SOCIALPROFILE', 'X-SOCIALPROFILE');
  const parameter = (...names: string[]) =>
    names.flatMap((name) => social?.parameters.get(name) ?? [])[0] ?? '';
  const [site, id] = [parameter('SERVICE-TYPE', 'TYPE'), parameter('USERNAME', 'X-USER')];
  return networkIdentity(site, id, textOf(social) ?? '') ?? localIdentity(cut(contactId, LIMITS.id));
}

/** Pages and social profiles, those of the networks first. */
function addresses(card: readonly VcardProperty[]): string[] {
  const social = card
    .filter(({ name }) => /^(X-)?SOCIALPROFILE$|^X-(LINKEDIN|XING)/.test(name))
    .map((property) => socialAddress(property));
  const pages = card
    .filter(({ name }) => name === 'URL')
    .sort((a, b) => preference(a) - preference(b))
    .map(vcardText);
  return [...social.filter((text) => /^https?:\/\//i.test(text)), ...pages];
}

/** Where the networks keep the page of a user; many cards hold the bare user name. */
const PROFILE_PAGES: readonly (readonly [service: RegExp, page: string])[] = [
  [/linkedin/i, 'https://www.linkedin.com/in/'],
  [/xing/i, 'https://www.xing.com/profile/'],
  [/github/i, 'https://github.com/'],
];

function socialAddress(property: VcardProperty): string {
  const text = vcardText(property).trim();
  if (/^https?:\/\//i.test(text)) return text;
  const service = [
    property.name,
    ...(property.parameters.get('SERVICE-TYPE') ?? []),
    ...(property.parameters.get('TYPE') ?? []),
  ].join(' ');
  // Apple writes `x-apple:name`.
  return userPage(service, text.replace(/^x-apple:/i, '')) || text;
}

/** The page of a user on a network that is named somewhere in `service`; empty when it is not known. */
export function userPage(service: string, user: string): string {
  const [, page] = PROFILE_PAGES.find(([named]) => named.test(service)) ?? [];
  return page !== undefined && /^[\p{L}\p{N}._-]{1,100}$/u.test(user) ? page + encodeURIComponent(user) : '';
}

/** Our own cards say the country where it is known; in others it is read from the words. */
function placeOf(card: readonly VcardProperty[], own: boolean): Place | null {
  const address = first(card, 'ADR');
  if (address === undefined) return null;
  const [, , , city, region, , country] = vcardParts(address).map((part) => line(part));
  const code = line(address.parameters.get('CC')?.[0]) ?? country;
  const label = labelOf(address, own) ?? line(textOf(first(card, 'LABEL')));
  const joined = [city, region, country].filter((part) => part !== undefined).join(', ');
  // Others' labels are for letters, with the street.
  const text = own ? (label ?? joined) : joined === '' ? (label ?? '') : joined;
  if (text === '') return null;
  const known = own ? null : parsePlace(joined);
  const iso = code !== undefined && /^[A-Z]{2}$/i.test(code) ? code.toUpperCase() : known?.country;
  return {
    text: cut(text, LIMITS.line),
    ...(city !== undefined && { city }),
    ...(region !== undefined && { region }),
    ...(iso !== undefined && { country: iso }),
  };
}

/** RFC 6350's own example writes `\n` in a parameter, where RFC 6868 has `^n`. */
function labelOf({ parameters }: VcardProperty, own: boolean): string | undefined {
  const label = parameters.get('LABEL')?.[0];
  return line(own ? label : label?.replace(/\\n/gi, '\n').replace(/\\([,;\\])/g, '$1'));
}

function first(card: readonly VcardProperty[], ...names: string[]): VcardProperty | undefined {
  const found = card.filter(({ name }) => names.includes(name));
  return found.sort((a, b) => preference(a) - preference(b))[0];
}

/** `PREF=1` of 4.0, `TYPE=pref` of the older ones; lower is better. */
function preference({ parameters }: VcardProperty): number {
  const pref = Number(parameters.get('PREF')?.[0]);
  if (pref >= 1) return pref;
  const types = parameters.get('TYPE') ?? [];
  if (types.some((type) => /^pref$/i.test(type))) return 1;
  // Of two addresses without a word on it, the one at work.
  return types.some((type) => /^home$/i.test(type)) ? 102 : 101;
}

function texts(card: readonly VcardProperty[], name: string): string[] {
  return card
    .filter((property) => property.name === name)
    .sort((a, b) => preference(a) - preference(b))
    .map(vcardText)
    .filter((text) => text.trim() !== '');
}

function textOf(property: VcardProperty | undefined): string | undefined {
  return property === undefined ? undefined : vcardText(property);
}

function filled(property: VcardProperty | undefined): string | undefined {
  const text = textOf(property);
  return text === undefined || text.trim() === '' ? undefined : text;
}

function plainText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  );
}

/** `20240102T030405Z` and `2024-01-02T03:04:05Z` as an instant; `null` for others. */
function instant(text: string | undefined): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2}))?/.exec(text?.trim() ?? '');
  if (match === null) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function isAgent(card: readonly VcardProperty[]): boolean {
  return card.at(-1)?.name === 'AGENT';
}

function nameOf(card: readonly VcardProperty[]): string {
  return textOf(first(card, 'FN')) ?? '';
}
