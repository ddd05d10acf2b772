import { localIdentity } from '../../core/merge/index.ts';
import type { Place, TextEncoding } from '../../core/model/index.ts';
import { LIMITS } from '../../core/model/index.ts';
import { cut, oneLine } from '../../core/text/whitespace.ts';
import { NO_YEAR, parseBirthday } from '../birthday.ts';
import { ImportError } from '../errors.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import type { SourceFile } from '../source.ts';
import {
  beginsWithCard,
  type CardSource,
  cardSource,
  type DecodedCard,
  decodeCard,
  undeclaredEncoding,
} from '../vcardBytes.ts';
import {
  escapeVcard,
  parseVcardLine,
  type VcardProperty,
  vcardLines,
  vcardList,
  vcardParts,
  vcardText,
} from '../vcardLine.ts';
import { addressPlace } from './addressPlace.ts';
import { whoIsNamed } from './companyCard.ts';
import type { Findings } from './parsed.ts';
import { cleanPosition, line, networkIdentity, type PersonDraft, toPerson, toTags } from './person.ts';
import { isSystemGroup } from './systemGroups.ts';

/** How our own export marks the id of a contact. */
export const OWN_UID = 'weitblick:';

/** Lines of one card; more is no card. */
const LINES_PER_CARD = 5_000;

/** A file of cards, and how what says nothing of its encoding is read. */
export interface Cards {
  format: 'vcard';
  encoding: TextEncoding;
  /** Nobody says so: it was judged by the letters. */
  guessed: boolean;
  read(findings: Findings): Promise<void>;
}

/**
 * A way to read the file when it holds cards, else `null`.
 * @param chosen the user's word for the encoding of what names none.
 * @throws ImportError `wrongEncoding` when values that name no encoding are plausible in none, or in several alike.
 */
export function openVcards(source: SourceFile, chosen?: TextEncoding): Cards | null {
  let head = new Uint8Array(0);
  for (const chunk of source.chunks()) {
    if (chunk.length === 0) continue;
    head = chunk.slice(0, HEAD);
    break;
  }
  if (!beginsWithCard(head)) return null;
  const cards = cardSource(() => source.chunks());
  const found = chosen === undefined ? undeclaredEncoding(cards) : null;
  if (found !== null && !found.sure) throw new ImportError('wrongEncoding', { guess: found.encoding });
  const encoding = chosen ?? found?.encoding ?? (cards.isText ? cards.encoding : 'utf-8');
  return {
    format: 'vcard',
    encoding,
    guessed: found !== null || (cards.isText && cards.twice),
    read: (findings) => readVcards(cards, findings, encoding),
  };
}

const HEAD = 8_192;

/**
 * vCards 2.1, 3.0 and 4.0, one or many in a text of bytes. Read leniently: a line that is none is passed over, a card
 * without an end is reported. Phone numbers, pictures and keys are not taken.
 * Our own small reader: see docs/formats.md for what was measured of ical.js beside it.
 */
async function readVcards({ text, isText }: CardSource, findings: Findings, guess: string): Promise<void> {
  const decode = (of: readonly VcardProperty[]) => decodeCard(of, guess, isText);
  let card: VcardProperty[] | null = null;
  let depth = 0;
  let number = 0;
  for (const raw of unglued(vcardLines(text()))) {
    const property = parseVcardLine(raw);
    if (property === null) continue;
    const { name, value } = property;
    if (name === 'BEGIN' && /^\s*vcard\s*$/i.test(value)) {
      // A card within a card is an agent's (2.1); one after an unfinished card is the next one.
      depth = card !== null && isAgent(card) ? depth + 1 : 1;
      if (depth > 1) continue;
      if (card !== null) readOpenCard(card, number, findings, decode);
      number += 1;
      if (number > IMPORT_LIMITS.rows) throw new ImportError('tooManyRows', { count: IMPORT_LIMITS.rows });
      card = [];
      if (number % 50 === 0) await findings.breathe(number);
    } else if (name === 'END' && /^\s*vcard\s*$/i.test(value)) {
      depth -= 1;
      if (depth > 0 || card === null) continue;
      readBytes(card, number, findings, decode);
      card = null;
    } else if (name === 'AGENT' && /^\s*BEGIN:VCARD\s*$/i.test(value) && card !== null) depth += 1;
    else if (card !== null && depth === 1 && card.length < LINES_PER_CARD) card.push(property);
  }
  if (card !== null) readOpenCard(card, number, findings, decode);
  if (number === 0) throw new ImportError('damagedVcard');
}

/** The lines, with what is glued behind a card's beginning or end (`END:VCARDBEGIN:VCARD`, `END:VCARDNULL`) apart. */
function* unglued(lines: Iterable<string>): Generator<string> {
  for (const line of lines) {
    let rest = line;
    while (MAY_BE_GLUED.test(rest)) {
      // A mark of the encoding stands where files were joined.
      rest = rest.replace(/^(?:\u00ef\u00bb\u00bf|[\0\s\ufeff])+/, '');
      const edge = /^(?:BEGIN|END)\s{0,9}:\s{0,9}VCARD/i.exec(rest)?.[0];
      if (edge === undefined || edge.length === rest.length) break;
      yield edge;
      rest = rest.slice(edge.length);
    }
    yield rest;
  }
}

/** Nearly all lines are not. */
const MAY_BE_GLUED = /^[\0\s\ufeffBE\u00ef]/i;

type Decode = (card: readonly VcardProperty[]) => DecodedCard;

function readBytes(card: readonly VcardProperty[], number: number, findings: Findings, decode: Decode): void {
  const text = decode(card);
  if ('card' in text) readCard(text.card, number, findings);
  else findings.rowError(number, 'unknownCharset', text.unreadable);
}

/** A card without an end is reported; its end may stand behind its last value, where a line break is missing. */
function readOpenCard(
  card: readonly VcardProperty[],
  number: number,
  findings: Findings,
  decode: Decode,
): void {
  const last = card.at(-1);
  const value = last?.value.trimEnd() ?? '';
  if (last === undefined || !value.toUpperCase().endsWith(END)) {
    const text = decode(card);
    findings.rowError(number, 'notReadable', nameOf('card' in text ? text.card : []));
  } else {
    const whole = { ...last, value: value.slice(0, -END.length) };
    readBytes([...card.slice(0, -1), whole], number, findings, decode);
  }
}

const END = 'END:VCARD';

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
    if (index % 50 === 0) await findings.breathe(index);
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

/** Kinds of cards that are nobody's (RFC 6350, 6.1.4; RFC 9553, 2.1.4). */
export const NOBODY = /^(?:group|org|organi[sz]ation|location|application|device|thing)$/i;

function readCard(card: readonly VcardProperty[], number: number, findings: Findings): void {
  const kind = textOf(first(card, 'KIND', 'X-KIND', 'X-ADDRESSBOOKSERVER-KIND'))?.trim() ?? '';
  const draft = NOBODY.test(kind) ? null : toDraft(card);
  if (draft === null) {
    findings.ignored();
    return;
  }
  const person = toPerson(draft, {
    file: findings.file,
    row: number,
    format: 'vcard',
    identify: findings.identify,
  });
  if (person !== null) findings.person(person);
  else if (!saysOfSomebody(draft)) findings.ignored();
  else
    findings.rowError(number, 'noName', draft.emails?.[0] ?? draft.urls?.[0] ?? draft.positions?.[0]?.title);
}

/** Does a card without a name hold anything that somebody would miss? A company's holds its own addresses. */
export function saysOfSomebody({ positions, emails, urls, own }: PersonDraft): boolean {
  if (positions?.some(({ company }) => company !== undefined)) return false;
  const lists = [emails, urls, positions?.filter(({ title }) => title !== undefined)];
  return lists.some((list) => (list?.length ?? 0) > 0) || own?.note !== undefined;
}

/** `null`: the card of a company. */
function toDraft(card: readonly VcardProperty[]): PersonDraft | null {
  const uid = textOf(first(card, 'UID'));
  const own = uid?.startsWith(OWN_UID) ?? false;
  const name = first(card, 'N');
  const [family, given] = name ? vcardParts(name) : [];
  const organisation = first(card, 'ORG');
  const units = organisation ? vcardParts(organisation) : [];
  const company = line(units[0]);
  const title = line(textOf(first(card, 'TITLE')) ?? textOf(first(card, 'ROLE')));
  const draft: PersonDraft = {
    emails: texts(card, 'EMAIL'),
    urls: addresses(card),
    positions:
      title === undefined && company === undefined ? [] : [cleanPosition({ title, company, end: null })],
    skills: texts(card, 'EXPERTISE'),
    own: {},
    exactName: own,
  };
  // 2.1 asks for `N` alone; a nickname is better than nobody.
  const nameless = [given, family].every((part) => part === undefined || part === '');
  const full = filled(first(card, 'FN')) ?? (nameless ? filled(first(card, 'NICKNAME')) : undefined);
  if (own) {
    if (given !== undefined && given !== '') draft.given = given;
    if (family !== undefined && family !== '') draft.family = family;
    if (full !== undefined) draft.full = full;
  } else {
    const named = whoIsNamed({
      full: full === undefined ? undefined : oneLine(full),
      given,
      family,
      organisations: [units[0] ?? '', units.join(' ')],
      hasTitle: title !== undefined,
      // Apple marks a company's card by the company as its name.
      shownAsCompany: /^company$/i.test(textOf(first(card, 'X-ABSHOWAS')) ?? ''),
    });
    if (named.company) return null;
    const { company: _, ...names } = named;
    Object.assign(draft, names);
  }
  const place = placeOf(card, own);
  if (place !== null) draft.place = place;
  const note = texts(card, 'NOTE').join('\n\n');
  if (note !== '') draft.own = { ...draft.own, note: plainText(note) };
  const categories = card.filter(({ name: property }) => property === 'CATEGORIES').flatMap(vcardList);
  const tags = toTags(own ? categories : categories.filter((label) => !isSystemGroup(label)));
  if (tags.length > 0) draft.own = { ...draft.own, tags };
  const born = first(card, 'BDAY');
  const birthday =
    born === undefined
      ? null
      : parseBirthday(vcardText(born), born.parameters.get('X-APPLE-OMIT-YEAR')?.[0] ?? NO_YEAR);
  if (birthday !== null) draft.own = { ...draft.own, birthday };
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
  const parts = vcardParts(address).map((part) => line(part));
  const named = {
    code: address.parameters.get('CC')?.[0],
    label: labelOf(address, own) ?? textOf(first(card, 'LABEL')),
  };
  if (!own)
    return addressPlace({
      city: parts[3],
      region: parts[4],
      postalCode: parts[5],
      country: parts[6],
      ...named,
    });
  const [, , , city, region, , country] = parts;
  const text = named.label ?? [city, region, country].filter((part) => part !== undefined).join(', ');
  if (text === '') return null;
  const code = line(named.code) ?? country;
  return {
    text,
    ...(city !== undefined && { city }),
    ...(region !== undefined && { region }),
    ...(code !== undefined && /^[A-Z]{2}$/i.test(code) && { country: code.toUpperCase() }),
  };
}

/** RFC 6350's own example writes `\n` in a parameter, where RFC 6868 has `^n`. */
function labelOf({ parameters }: VcardProperty, own: boolean): string | undefined {
  const label = parameters.get('LABEL')?.[0];
  return own ? line(label) : label?.replace(/\\n/gi, '\n').replace(/\\([,;\\])/g, '$1');
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
