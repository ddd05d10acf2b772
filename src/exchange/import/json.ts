import { localIdentity, nameKey } from '../../core/merge/index.ts';
import { type Education, LIMITS, type Place, type Position, type Profile } from '../../core/model/index.ts';
import { parseDate } from '../../core/text/dates.ts';
import { parsePlace } from '../../core/text/places.ts';
import { cut } from '../../core/text/whitespace.ts';
import { ImportError } from '../errors.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import type { Findings } from './parsed.ts';
import { cleanPosition, line, networkIdentity, type PersonDraft, toPerson, toTags } from './person.ts';
import { OWN_UID, userPage } from './vcard.ts';

/** Is the value a JSContact card (RFC 9553), or a list of them? */
export function isJsContact(value: unknown): boolean {
  return cardsOf(value).some((card) => text(card, '@type') === 'Card');
}

/** JSContact cards (RFC 9553); groups and organisations are passed over. */
export async function readJsContacts(value: unknown, findings: Findings): Promise<void> {
  const cards = cardsOf(value);
  if (cards.length > IMPORT_LIMITS.rows) throw new ImportError('tooManyRows', { count: IMPORT_LIMITS.rows });
  for (const [index, card] of cards.entries()) {
    if (index % 200 === 0) await findings.breathe(index);
    if (text(card, '@type') !== 'Card' || (text(card, 'kind') ?? 'individual') !== 'individual') {
      findings.ignored();
      continue;
    }
    const person = toPerson(jsContactDraft(card), {
      file: findings.file,
      row: index + 1,
      format: 'jscontact',
      identify: findings.identify,
    });
    if (person === null) findings.rowError(index + 1, 'noName');
    else findings.person(person);
  }
}

function jsContactDraft(card: unknown): PersonDraft {
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
    full: text(name, 'full') ?? joinedName(name, components),
    emails: mapValues(get(card, 'emails')).flatMap((email) => text(email, 'address') ?? []),
    urls: [...mapValues(get(card, 'onlineServices')), ...mapValues(get(card, 'links'))].flatMap(
      (link) => text(link, 'uri') ?? [],
    ),
    positions: [
      cleanPosition({ title: text(title, 'name'), company: text(organisation, 'name'), end: null }),
    ],
    skills: info
      .filter((item) => text(item, 'kind') === 'expertise')
      .flatMap((item) => text(item, 'value') ?? []),
    exactName: own,
    own: {},
  };
  if (part('given') !== '') draft.given = part('given');
  if (part('surname') !== '') draft.family = part('surname');
  const place = jsContactPlace(mapValues(get(card, 'addresses'))[0], own);
  if (place !== null) draft.place = place;
  const note = mapValues(get(card, 'notes'))
    .flatMap((item) => text(item, 'note') ?? [])
    .join('\n\n');
  const tags = toTags(Object.keys(asObject(get(card, 'keywords'))));
  draft.own = { ...(note !== '' && { note: cut(note, 20_000) }), ...(tags.length > 0 && { tags }) };
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
  const full = line(text(address, 'full')) ?? [city, region, country].filter(Boolean).join(', ');
  if (full === '') return null;
  const code = text(address, 'countryCode')?.toUpperCase() ?? (own ? undefined : parsePlace(full)?.country);
  return {
    text: cut(full, LIMITS.line),
    ...(city !== undefined && { city }),
    ...(region !== undefined && { region }),
    ...(code !== undefined && /^[A-Z]{2}$/.test(code) && { country: code }),
  };
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

/** Is the value a JSON Resume (v1.0.0)? */
export function isJsonResume(value: unknown): boolean {
  return text(get(value, 'basics'), 'name') !== undefined;
}

/** JSON Resume: one person with the whole career. The user's own (same name) goes into the own profile. */
export function readJsonResume(value: unknown, findings: Findings): void {
  const basics = get(value, 'basics');
  const location = get(basics, 'location');
  const place = [text(location, 'city'), text(location, 'region')].filter(Boolean).join(', ');
  const headline = text(basics, 'label');
  const about = text(basics, 'summary');
  const skills = list(get(value, 'skills')).flatMap((skill) => [
    text(skill, 'name') ?? '',
    ...list(get(skill, 'keywords')).filter((word) => typeof word === 'string'),
  ]);
  const draft: PersonDraft = {
    full: text(basics, 'name') ?? '',
    emails: [text(basics, 'email') ?? ''],
    urls: [
      ...list(get(basics, 'profiles')).map(profileAddress),
      text(basics, 'url') ?? text(basics, 'website') ?? '',
    ],
    positions: list(get(value, 'work')).map(resumePosition),
    education: list(get(value, 'education')).flatMap(resumeEducation),
    skills,
    languages: list(get(value, 'languages')).flatMap((item): Profile['languages'] => {
      const [name, level] = [line(text(item, 'language')), line(text(item, 'fluency'))];
      return name === undefined ? [] : [{ name, ...(level !== undefined && { level }) }];
    }),
  };
  if (headline !== undefined) draft.headline = headline;
  if (about !== undefined) draft.about = about;
  const parsed = place === '' ? null : parsePlace(place, text(location, 'countryCode'));
  if (parsed !== null) draft.place = parsed;
  const person = toPerson(draft, {
    file: findings.file,
    row: 1,
    format: 'jsonResume',
    identify: findings.identify,
  });
  if (person === null) {
    findings.rowError(1, 'noName');
    return;
  }
  const me = findings.meName();
  if (me === undefined || nameKey(me) !== nameKey(person.profile.name.full)) {
    findings.person(person);
    return;
  }
  const {
    positions,
    education,
    skills: own,
    languages,
    name,
    headline: title,
    location: home,
  } = person.profile;
  findings.me({
    name: name.full,
    positions,
    education,
    skills: own,
    languages,
    ...(title !== undefined && { headline: title }),
    ...(home !== undefined && { place: home }),
  });
}

/** Many résumés hold the network and the user's name on it, without the address. */
function profileAddress(profile: unknown): string {
  const url = text(profile, 'url') ?? '';
  return url !== '' ? url : userPage(text(profile, 'network') ?? '', text(profile, 'username') ?? '');
}

function resumePosition(work: unknown): Position {
  const start = parseDate(text(work, 'startDate')?.slice(0, 7) ?? '');
  const endText = text(work, 'endDate');
  const end = endText === undefined || endText === '' ? null : parseDate(endText.slice(0, 7));
  return cleanPosition({
    title: text(work, 'position'),
    company: text(work, 'name') ?? text(work, 'company'),
    companyUrl: text(work, 'url') ?? text(work, 'website'),
    location: text(work, 'location'),
    description: [
      text(work, 'summary') ?? '',
      ...list(get(work, 'highlights')).filter((h) => typeof h === 'string'),
    ].join('\n'),
    ...(start !== null && { start }),
    ...((endText === undefined || endText === '' || end !== null) && { end }),
  });
}

function resumeEducation(item: unknown): Education[] {
  const school = line(text(item, 'institution'));
  if (school === undefined) return [];
  const degree = line(text(item, 'studyType'));
  const field = line(text(item, 'area'));
  const start = parseDate(text(item, 'startDate')?.slice(0, 7) ?? '');
  const end = parseDate(text(item, 'endDate')?.slice(0, 7) ?? '');
  return [
    {
      school,
      ...(degree !== undefined && { degree }),
      ...(field !== undefined && { field }),
      ...(start !== null && { start }),
      ...(end !== null && { end }),
    },
  ];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 1_000) : [];
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** The own entry of a name; never what an object inherits. */
function get(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function text(value: unknown, name: string): string | undefined {
  const entry = get(value, name);
  return typeof entry === 'string' ? entry : undefined;
}

/** The entries of a JSContact map, the preferred ones first. */
function mapValues(value: unknown): unknown[] {
  const pref = (entry: unknown) => Number(get(entry, 'pref') ?? 101);
  return Object.values(asObject(value))
    .slice(0, 1_000)
    .sort((a, b) => pref(a) - pref(b));
}
