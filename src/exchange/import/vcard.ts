import { localIdentity } from '../../core/merge/index.ts';
import type { Place } from '../../core/model/index.ts';
import { LIMITS } from '../../core/model/index.ts';
import { parsePlace } from '../../core/text/places.ts';
import { cut, oneLine } from '../../core/text/whitespace.ts';
import { ImportError } from '../errors.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import {
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
 * Our own small reader, because a library that reads 2.1 (quoted-printable, bare parameters) and goes on
 * after a broken line was not to be found.
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
  const full = textOf(first(card, 'FN')) ?? textOf(first(card, 'NICKNAME'));
  if (full !== undefined && !isCompany) draft.full = own ? full : oneLine(full);
  if (given !== undefined && given !== '') draft.given = given;
  if (family !== undefined && family !== '') draft.family = family;
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
    .filter(
      ({ name }) => name === 'X-SOCIALPROFILE' || name === 'SOCIALPROFILE' || name.startsWith('X-LINKEDIN'),
    )
    .map(vcardText);
  const pages = card
    .filter(({ name }) => name === 'URL')
    .sort((a, b) => preference(a) - preference(b))
    .map(vcardText);
  return [...social.filter((text) => /^https?:\/\//i.test(text)), ...pages];
}

/** Our own cards say the country where it is known; in others it is read from the words. */
function placeOf(card: readonly VcardProperty[], own: boolean): Place | null {
  const address = first(card, 'ADR');
  if (address === undefined) return null;
  const [, , , city, region, , country] = vcardParts(address).map((part) => line(part));
  const code = line(address.parameters.get('CC')?.[0]) ?? country;
  const label = line(address.parameters.get('LABEL')?.[0]) ?? line(textOf(first(card, 'LABEL')));
  const joined = [city, region, country].filter((part) => part !== undefined).join(', ');
  const text = label ?? joined;
  if (text === '') return null;
  const known = own ? null : parsePlace(joined);
  const iso = code !== undefined && /^[A-Z]{2}$/.test(code) ? code : known?.country;
  return {
    text: cut(text, LIMITS.line),
    ...(city !== undefined && { city }),
    ...(region !== undefined && { region }),
    ...(iso !== undefined && { country: iso }),
  };
}

function first(card: readonly VcardProperty[], ...names: string[]): VcardProperty | undefined {
  const found = card.filter(({ name }) => names.includes(name));
  return found.sort((a, b) => preference(a) - preference(b))[0];
}

/** `PREF=1` of 4.0, `TYPE=pref` of the older ones; lower is better. */
function preference({ parameters }: VcardProperty): number {
  const pref = Number(parameters.get('PREF')?.[0]);
  if (pref >= 1) return pref;
  return parameters.get('TYPE')?.some((type) => /^pref$/i.test(type)) ? 1 : 101;
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
