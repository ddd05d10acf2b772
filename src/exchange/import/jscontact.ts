import { localIdentity } from '../../core/merge/index.ts';
import { birthdayOf, LIMITS, type Place } from '../../core/model/index.ts';
import { cut } from '../../core/text/whitespace.ts';
import { parseBirthday } from '../birthday.ts';
import { ImportError } from '../errors.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import { addressPlace } from './addressPlace.ts';
import { whoIsNamed } from './companyCard.ts';
import { asObject, get, list, listOf, mapEntries, text } from './jsonValues.ts';
import type { Findings } from './parsed.ts';
import { cleanPosition, line, networkIdentity, type PersonDraft, toPerson, toTags } from './person.ts';
import { isSystemGroup } from './systemGroups.ts';
import { NOBODY, OWN_UID, saysOfSomebody, userPage } from './vcard.ts';

/** Is the value a JSContact card (RFC 9553), or a list of them? */
export function isJsContact(value: unknown): boolean {
  return cardsOf(value).some((card) => text(card, '@type') === 'Card');
}

/** JSContact cards (RFC 9553); groups and organisations are passed over. */
export async function readJsContacts(value: unknown, findings: Findings): Promise<void> {
  const cards = cardsOf(value);
  if (cards.length > IMPORT_LIMITS.rows) throw new ImportError('tooManyRows', { count: IMPORT_LIMITS.rows });
  for (const [index, card] of cards.entries()) {
    if (index % 50 === 0) await findings.breathe(index);
    const isPerson = text(card, '@type') === 'Card' && !NOBODY.test(text(card, 'kind') ?? '');
    const draft = isPerson ? jsContactDraft(card) : null;
    if (draft === null) {
      findings.ignored();
      continue;
    }
    const person = toPerson(draft, {
      file: findings.file,
      row: index + 1,
      format: 'jscontact',
      identify: findings.identify,
    });
    if (person !== null) findings.person(person);
    else if (saysOfSomebody(draft)) findings.rowError(index + 1, 'noName', draft.emails?.[0]);
    else findings.ignored();
  }
}

/** `null`: the card of a company. */
function jsContactDraft(card: unknown): PersonDraft | null {
  const uid = text(card, 'uid') ?? '';
  const own = uid.startsWith(OWN_UID);
  const name = get(card, 'name');
  const components = list(get(name, 'components'));
  const part = (kind: string) =>
    components
      .filter((c) => text(c, 'kind') === kind)
      .map((c) => text(c, 'value') ?? '')
      .join(' ');
  const titles = mapValues(get(card, 'titles'));
  const title = titles.find((item) => (text(item, 'kind') ?? 'title') === 'title') ?? titles[0];
  const organisations = get(card, 'organizations');
  const organisation = get(organisations, text(title, 'organizationId') ?? '') ?? mapValues(organisations)[0];
  const info = mapValues(get(card, 'personalInfo'));
  const draft: PersonDraft = {
    emails: mapValues(get(card, 'emails')).flatMap((email) => text(email, 'address') ?? []),
    urls: [
      ...mapValues(get(card, 'onlineServices')).map(serviceAddress),
      ...mapValues(get(card, 'links')).flatMap((link) => text(link, 'uri') ?? []),
    ],
    positions: [
      cleanPosition({ title: text(title, 'name'), company: text(organisation, 'name'), end: null }),
    ],
    skills: info
      .filter((item) => text(item, 'kind') === 'expertise')
      .flatMap((item) => text(item, 'value') ?? []),
    exactName: own,
    own: {},
  };
  const said = { full: fullName(card), given: part('given'), family: part('surname') };
  if (own) {
    draft.full = said.full;
    if (said.given !== '') draft.given = said.given;
    if (said.family !== '') draft.family = said.family;
  } else {
    const units = list(get(organisation, 'units')).flatMap((unit) => text(unit, 'name') ?? []);
    const company = text(organisation, 'name') ?? '';
    const named = whoIsNamed({
      ...said,
      organisations: [company, [company, ...units].join(' ')],
      hasTitle: titles.length > 0,
      shownAsCompany: false,
    });
    if (named.company) return null;
    const { company: _, ...names } = named;
    Object.assign(draft, names);
  }
  const place = jsContactPlace(mapValues(get(card, 'addresses'))[0], own);
  if (place !== null) draft.place = place;
  const note = mapValues(get(card, 'notes'))
    .flatMap((item) => text(item, 'note') ?? [])
    .join('\n\n');
  const keywords = Object.keys(asObject(get(card, 'keywords')));
  const tags = toTags(own ? keywords : keywords.filter((label) => !isSystemGroup(label)));
  const birthday = birthdayIn(mapValues(get(card, 'anniversaries')));
  draft.own = {
    ...(note !== '' && { note }),
    ...(tags.length > 0 && { tags }),
    ...(birthday !== null && { birthday }),
  };
  const updated = text(card, 'updated');
  if (updated !== undefined && !Number.isNaN(Date.parse(updated)))
    draft.asOf = new Date(updated).toISOString();
  if (own) {
    draft.contactId = uid.slice(OWN_UID.length);
    const [service] = mapValues(get(card, 'onlineServices'));
    draft.identity =
      networkIdentity(
        text(service, 'service') ?? '',
        text(service, 'user') ?? '',
        text(service, 'uri') ?? '',
      ) ?? localIdentity(cut(draft.contactId, LIMITS.id));
  } else if (uid !== '') draft.localId = uid;
  return draft;
}

/** A day of the year at least; a partial date, or an instant (RFC 9553, 2.8.1). */
function birthdayIn(anniversaries: readonly unknown[]): string | null {
  const date = get(
    anniversaries.find((one) => text(one, 'kind') === 'birth'),
    'date',
  );
  const instant = text(date, 'utc');
  if (instant !== undefined) return parseBirthday(instant);
  const part = (name: string) => {
    const value = get(date, name);
    return typeof value === 'number' && Number.isInteger(value) ? value : null;
  };
  const [year, month, day] = [part('year'), part('month'), part('day')];
  return month === null || day === null ? null : birthdayOf(year, month, day);
}

function jsContactPlace(address: unknown, own: boolean): Place | null {
  const components = list(get(address, 'components'));
  const part = (kind: string) =>
    line(
      text(
        components.find((c) => text(c, 'kind') === kind),
        'value',
      ),
    );
  const [city, region, country] = [part('locality'), part('region'), part('country')];
  const label = text(address, 'full');
  const code = text(address, 'countryCode');
  if (!own) return addressPlace({ city, region, postalCode: part('postcode'), country, code, label });
  const full = line(label) ?? [city, region, country].filter(Boolean).join(', ');
  if (full === '') return null;
  return {
    text: full,
    ...(city !== undefined && { city }),
    ...(region !== undefined && { region }),
    ...(code !== undefined && /^[A-Z]{2}$/i.test(code) && { country: code.toUpperCase() }),
  };
}

/** The page of an online service: its address, or that of the user's name on a network that is known (RFC 9553, 2.3.2). */
function serviceAddress(service: unknown): string {
  const uri = text(service, 'uri') ?? '';
  if (/^https?:/i.test(uri)) return uri;
  return userPage(text(service, 'service') ?? '', text(service, 'user') ?? '') || uri;
}

function fullName(card: unknown): string {
  const name = get(card, 'name');
  const full = text(name, 'full')?.trim() || joinedName(name, list(get(name, 'components')));
  return full !== '' ? full : (text(mapValues(get(card, 'nicknames'))[0], 'name') ?? '');
}

/** The name of its parts: as they stand where the card says so, else in the usual order (RFC 9553, 2.2.1). */
function joinedName(name: unknown, components: readonly unknown[]): string {
  const order = ['title', 'given', 'given2', 'surname', 'surname2', 'generation', 'credential'];
  const kind = (component: unknown) => text(component, 'kind') ?? '';
  const parts = components.filter((component) => order.includes(kind(component)));
  if (get(name, 'isOrdered') !== true) parts.sort((a, b) => order.indexOf(kind(a)) - order.indexOf(kind(b)));
  return parts.map((component) => text(component, 'value') ?? '').join(' ');
}

/** One card, a list, or the `entries` of an earlier draft's group. */
function cardsOf(value: unknown): unknown[] {
  const entries = get(value, 'entries');
  return Array.isArray(entries) ? entries : listOf(value);
}

/** The entries of a map: the preferred ones first, those at work before those at home. */
function mapValues(value: unknown): unknown[] {
  const rank = (entry: unknown) => {
    const pref = get(entry, 'pref');
    if (typeof pref === 'number') return pref;
    const isPrivate = get(entry, 'contexts', 'private') === true && get(entry, 'contexts', 'work') !== true;
    return isPrivate ? 102 : 101;
  };
  return mapEntries(value).sort((a, b) => rank(a) - rank(b));
}
