import { nameKey } from '../../core/merge/index.ts';
import type { Education, Place, Position, Profile } from '../../core/model/index.ts';
import { isToday, type Period, parseDate, parsePeriod } from '../../core/text/dates.ts';
import { countryName, countryOf, parsePlace } from '../../core/text/places.ts';
import { withoutStreet } from './addressPlace.ts';
import { firstText, get, list, text } from './jsonValues.ts';
import type { Findings } from './parsed.ts';
import { cleanPosition, line, type PersonDraft, toPerson } from './person.ts';
import { userPage } from './vcard.ts';

/** Is the value a JSON Resume (v1.0.0), a résumé of Reactive Resume, or a FRESH one? */
export function isResume(value: unknown): boolean {
  return isReactive(value) || isFresh(value) || nameOf(get(value, 'basics')) !== undefined;
}

/** A résumé: one person with the whole career. The user's own (same name) goes into the own profile. */
export function readResume(value: unknown, findings: Findings): void {
  const draft = isReactive(value) ? reactive(value) : isFresh(value) ? fresh(value) : jsonResume(value);
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
  const { positions, education, skills, languages, name, headline, location } = person.profile;
  findings.me({
    name: name.full,
    positions,
    education,
    skills,
    languages,
    ...(headline !== undefined && { headline }),
    ...(location !== undefined && { place: location }),
  });
}

/** JSON Resume, all versions (https://jsonresume.org/schema). */
function jsonResume(value: unknown): PersonDraft {
  const basics = get(value, 'basics');
  const location = get(basics, 'location');
  return {
    full: nameOf(basics) ?? '',
    ...said('headline', firstText(basics, 'label')),
    ...said('about', text(basics, 'summary')),
    ...place(typeof location === 'string' ? { address: location } : locationOf(location)),
    emails: [text(basics, 'email') ?? ''],
    urls: [...list(get(basics, 'profiles')).map(profileAddress), firstText(basics, 'url', 'website') ?? ''],
    positions: list(get(value, 'work')).map((work) =>
      cleanPosition({
        title: firstText(work, 'position'),
        company: firstText(work, 'name', 'company'),
        companyUrl: firstText(work, 'url', 'website'),
        location: text(work, 'location'),
        description: [text(work, 'summary') ?? '', ...texts(get(work, 'highlights'))].join('\n'),
        ...held(text(work, 'startDate'), text(work, 'endDate')),
      }),
    ),
    education: list(get(value, 'education')).flatMap((item) =>
      schooling(
        text(item, 'institution'),
        text(item, 'studyType'),
        text(item, 'area'),
        held(text(item, 'startDate'), text(item, 'endDate') ?? '?'),
      ),
    ),
    skills: skillsOf(list(get(value, 'skills'))),
    languages: languagesOf(list(get(value, 'languages'))),
  };
}

/** Reactive Resume's own files: `basics` and `sections`, of its versions 3, 4 and 5 (https://rxresu.me). */
function isReactive(value: unknown): boolean {
  return typeof get(value, 'sections') === 'object' && nameOf(get(value, 'basics')) !== undefined;
}

function reactive(value: unknown): PersonDraft {
  const basics = get(value, 'basics');
  const sections = get(value, 'sections');
  const items = (...names: string[]) =>
    names
      .flatMap((name) => list(get(sections, name, 'items')))
      .filter((item) => get(item, 'visible') !== false && get(item, 'hidden') !== true);
  const location = get(basics, 'location');
  const summary =
    firstText(basics, 'summary') ??
    text(sections, 'summary', 'content') ??
    text(value, 'summary', 'content') ??
    '';
  return {
    full: nameOf(basics) ?? '',
    ...said('headline', firstText(basics, 'headline', 'label')),
    ...said('about', withoutTags(summary)),
    ...place(typeof location === 'string' ? { address: location } : locationOf(location)),
    emails: [text(basics, 'email') ?? ''],
    urls: [...list(get(basics, 'profiles')), ...items('profiles')]
      .map(profileAddress)
      .concat(addressOf(basics)),
    positions: items('experience', 'work').flatMap((item) => {
      const roles = list(get(item, 'roles'));
      return (roles.length > 0 ? roles : [item]).map((role) =>
        cleanPosition({
          title: firstText(role, 'position', 'title') ?? firstText(item, 'position'),
          company: firstText(item, 'company', 'name'),
          companyUrl: addressOf(item),
          location: text(item, 'location'),
          description: withoutTags(firstText(role, 'summary', 'description') ?? ''),
          ...spanOf(get(role, 'date') ?? get(role, 'period') ?? get(item, 'period')),
        }),
      );
    }),
    education: items('education').flatMap((item) =>
      schooling(
        firstText(item, 'institution', 'school'),
        firstText(item, 'studyType', 'degree'),
        text(item, 'area'),
        spanOf(get(item, 'date') ?? get(item, 'period')),
      ),
    ),
    skills: skillsOf(items('skills')),
    languages: languagesOf(items('languages')),
  };
}

/** FRESH (https://github.com/fresh-standard/fresh-resume-schema). */
function isFresh(value: unknown): boolean {
  const format = text(value, 'meta', 'format') ?? '';
  return text(value, 'name') !== undefined && /^FRE?SH\b/i.test(format);
}

function fresh(value: unknown): PersonDraft {
  const info = get(value, 'info');
  const contact = get(value, 'contact');
  const { code, ...rest } = { code: text(value, 'location', 'code'), ...locationOf(get(value, 'location')) };
  const sets = list(get(value, 'skills', 'sets'));
  return {
    full: text(value, 'name') ?? '',
    ...said('headline', firstText(info, 'label')),
    ...said('about', firstText(info, 'brief', 'summary')),
    ...place({ ...rest, ...(code !== undefined && rest.address === undefined && { address: code }) }),
    emails: [text(contact, 'email') ?? ''],
    urls: [...list(get(value, 'social')).map(profileAddress), firstText(contact, 'website') ?? ''],
    positions: list(get(value, 'employment', 'history')).map((item) =>
      cleanPosition({
        title: text(item, 'position'),
        company: text(item, 'employer'),
        companyUrl: text(item, 'url'),
        location: text(item, 'location'),
        description: [text(item, 'summary') ?? '', ...texts(get(item, 'highlights'))].join('\n'),
        ...held(text(item, 'start'), text(item, 'end')),
      }),
    ),
    education: list(get(value, 'education', 'history')).flatMap((item) =>
      schooling(
        text(item, 'institution'),
        firstText(item, 'studyType', 'title'),
        text(item, 'area'),
        held(text(item, 'start'), text(item, 'end') ?? '?'),
      ),
    ),
    skills: [
      ...sets.flatMap((set) => texts(get(set, 'skills'))),
      ...skillsOf(list(get(value, 'skills', 'list'))),
    ],
    languages: languagesOf(list(get(value, 'languages'))),
  };
}

function nameOf(basics: unknown): string | undefined {
  const parts = [firstText(basics, 'firstName'), firstText(basics, 'lastName')].filter(Boolean).join(' ');
  return text(basics, 'name') ?? (parts === '' ? undefined : parts);
}

function said<Field extends string>(
  field: Field,
  value: string | undefined,
): { [Key in Field]?: string } | Record<never, never> {
  return value === undefined || value.trim() === '' ? {} : { [field]: value };
}

interface Location {
  city?: string | undefined;
  region?: string | undefined;
  country?: string | undefined;
  address?: string | undefined;
}

function locationOf(location: unknown): Location {
  return {
    city: firstText(location, 'city'),
    region: firstText(location, 'region', 'state'),
    country: firstText(location, 'countryCode', 'country'),
    address: firstText(location, 'address'),
  };
}

/**
 * The place of a résumé. Where town and region are missing, that of `address`, if it names a known town or country:
 * the specification means a street by it, some programs write the whole place there. The country that the words name
 * wins over the code beside them, which may be that of the interface.
 */
function place({ city, region, country, address }: Location): { place?: Place } {
  const named = [city, region].filter((part) => part !== undefined).join(', ');
  if (named !== '') {
    const last = named.split(',').at(-1)?.trim() ?? '';
    const own = last.length > 2 && named.includes(',') ? countryOf(last) : undefined;
    const found = parsePlace(named, own ?? country);
    return found === null ? {} : { place: found };
  }
  const found = address === undefined ? null : parsePlace(withoutStreet(address));
  if (found?.country !== undefined) return { place: found };
  const code = country === undefined ? undefined : countryOf(country);
  return code === undefined ? {} : { place: { text: countryName(code), country: code } };
}

/** Many résumés hold the network and the user's name on it, without the address. */
function profileAddress(profile: unknown): string {
  return (
    addressOf(profile) ||
    userPage(text(profile, 'network') ?? '', firstText(profile, 'username', 'user') ?? '')
  );
}

/** An address, plain or within an object; empty where there is none. */
function addressOf(item: unknown): string {
  return (
    firstText(item, 'url', 'website') ??
    firstText(get(item, 'url'), 'href', 'url') ??
    firstText(get(item, 'website'), 'url', 'href') ??
    ''
  );
}

type Held = Pick<Position, 'start' | 'end'>;

/** Start and end as two texts; without an end it lasts, and so it does until `Present` or `heute`. */
function held(startText: string | undefined, endText: string | undefined): Held {
  const start = dateOf(startText ?? '');
  const isOpen = endText === undefined || endText.trim() === '' || isToday(endText);
  const end = isOpen ? null : dateOf(endText);
  return { ...(start !== null && { start }), ...((isOpen || end !== null) && { end }) };
}

function dateOf(written: string): string | null {
  return parseDate(/^\d{4}-\d{2}/.test(written) ? written.slice(0, 7) : written.slice(0, 60));
}

/** A span as one text (`Jan 2020 - Present`), or as an object of two. */
function spanOf(date: unknown): Held {
  if (typeof date !== 'string') {
    const [start, end] = [text(date, 'start'), text(date, 'end')];
    return start === undefined && end === undefined ? {} : held(start, end);
  }
  const span: Period | null = parsePeriod(date.slice(0, 100));
  if (span !== null) return span;
  const one = dateOf(date);
  return one === null ? {} : { start: one };
}

function schooling(
  school: string | undefined,
  degree: string | undefined,
  field: string | undefined,
  { start, end }: Held,
): Education[] {
  const [name, title, area] = [line(school), line(degree), line(field)];
  if (name === undefined) return [];
  return [
    {
      school: name,
      ...(title !== undefined && { degree: title }),
      ...(area !== undefined && { field: area }),
      ...(start !== undefined && { start }),
      ...(end != null && { end }),
    },
  ];
}

function skillsOf(skills: readonly unknown[]): string[] {
  return skills.flatMap((skill) => [text(skill, 'name') ?? '', ...texts(get(skill, 'keywords'))]);
}

function languagesOf(languages: readonly unknown[]): Profile['languages'] {
  return languages.flatMap((item) => {
    const name = line(firstText(item, 'language', 'name'));
    const level = line(firstText(item, 'fluency', 'description', 'level'));
    return name === undefined ? [] : [{ name, ...(level !== undefined && { level }) }];
  });
}

function texts(value: unknown): string[] {
  return list(value).filter((item) => typeof item === 'string');
}

/** The text of a piece of HTML, as editors of résumés keep it. */
function withoutTags(html: string): string {
  return html
    .slice(0, 100_000)
    .replace(/<[^<>]*>/g, '\n')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
