import {
  LOCAL_SITE,
  localIdentity,
  profileKeys,
  sha256,
  uniqueEmails,
  WEB_SITE,
} from '../../core/merge/index.ts';
import {
  type Education,
  keyText,
  LIMITS,
  type OwnWords,
  type Position,
  type Profile,
  type ProfileKey,
  type Provenance,
} from '../../core/model/index.ts';
import { parseName } from '../../core/text/names.ts';
import { parsePlace } from '../../core/text/places.ts';
import { cut, manyLines, oneLine, visible } from '../../core/text/whitespace.ts';
import type { ImportFormat, ParsedPerson, TieWords } from './parsed.ts';

/** What a reader found of one person, as the file has it; every part may be empty. */
export interface PersonDraft {
  full?: string;
  given?: string;
  family?: string;
  headline?: string;
  place?: Profile['location'] | string;
  positions?: Position[];
  education?: Education[];
  skills?: string[];
  languages?: Profile['languages'];
  about?: string;
  industry?: string;
  memberId?: string;
  /** Addresses of profiles and pages, best first. */
  urls?: string[];
  emails?: string[];
  keys?: string[];
  contactId?: string;
  /** Key and address of the profile, where the file is one of ours. */
  identity?: Pick<Profile, 'key' | 'url'>;
  /** The file's own id of the person (vCard UID). */
  localId?: string;
  own?: Partial<OwnWords>;
  tie?: TieWords;
  asOf?: string;
  /** Take the name's parts as they are: the file was written with them, not typed by a stranger. */
  exactName?: boolean;
}

/** Where the draft stands. */
export interface DraftOrigin {
  file: string;
  row: number;
  format: ImportFormat;
  /** Whom an address would be about; `null` when it is nobody's profile. */
  identify(url: string): ProfileKey | null;
}

/**
 * A person of a draft; `null` without a name. What is longer than the model takes stays as it is: the gate cuts it, and
 * tells so. Of lists one more than fits is enough for that.
 */
export function toPerson(
  draft: PersonDraft,
  { file, row, format, identify }: DraftOrigin,
): ParsedPerson | null {
  const name = draft.exactName ? exactName(draft) : readName(draft);
  if (name === null) return null;
  const emails = uniqueEmails(draft.emails ?? []);
  const found = webPages(draft.urls ?? [], identify);
  // In files that are not ours a page of the open web is mostly the employer's: all colleagues would be one person.
  const pages = draft.contactId
    ? found
    : found.map((page) => (isOpenWeb(page) ? { ...page, key: null } : page));
  const identified = strongest(pages);
  const identity = draft.identity
    ? draft.identity
    : identified?.key != null
      ? { key: identified.key, url: pageUrl(identified.key, identified.url) }
      : localIdentity(localId(name.full, emails, draft));
  const profile: Profile = {
    ...identity,
    name,
    positions: (draft.positions ?? [])
      .map(cleanPosition)
      .filter(saysSomething)
      .slice(0, LIMITS.positions + 1),
    education: (draft.education ?? []).slice(0, LIMITS.education + 1),
    skills: uniqueLines(draft.skills ?? []).slice(0, LIMITS.skills + 1),
    languages: (draft.languages ?? []).slice(0, LIMITS.languages + 1),
  };
  const headline = line(draft.headline);
  if (headline !== undefined) profile.headline = headline;
  const place = typeof draft.place === 'string' ? (parsePlace(draft.place) ?? undefined) : draft.place;
  if (place !== undefined) profile.location = place;
  const about = lines(draft.about);
  if (about !== undefined) profile.about = about;
  const industry = line(draft.industry);
  if (industry !== undefined) profile.industry = industry;
  if (draft.memberId !== undefined && draft.memberId !== '')
    profile.memberId = cut(draft.memberId, LIMITS.id);
  const own = keyText(identity.key);
  const links = pages
    .filter(
      ({ url, key }) => url !== (draft.identity?.url ?? identified?.url) && !(key && keyText(key) === own),
    )
    .map(({ url }) => url);
  if (links.length > 0) profile.links = links.slice(0, LIMITS.links + 1);
  const person: ParsedPerson = {
    file,
    row,
    format,
    profile,
    provenance: provenanceOf(profile),
    keys: [...new Set([...profileKeys(profile), ...networkKeys(pages), ...(draft.keys ?? [])])],
    pageKeys: found.filter(isOpenWeb).flatMap(({ key }) => (key === null ? [] : [keyText(key)])),
    emails,
    own: draft.own ?? {},
    tie: draft.tie !== undefined && Object.keys(draft.tie).length > 0 ? draft.tie : null,
  };
  if (draft.contactId !== undefined && draft.contactId !== '') person.contactId = cut(draft.contactId, 100);
  if (draft.asOf !== undefined) person.asOf = draft.asOf;
  return person;
}

/** One line of text, `undefined` when nothing remains. */
export function line(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const clean = oneLine(text);
  return clean === '' ? undefined : clean;
}

/** Several lines of text, `undefined` when nothing remains. */
export function lines(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const clean = manyLines(text);
  return clean === '' ? undefined : clean;
}

/** A position of given parts; empty ones are left out. */
export function cleanPosition(position: { [Part in keyof Position]: Position[Part] | undefined }): Position {
  const clean: Position = {};
  const title = line(position.title);
  const company = line(position.company);
  const industry = line(position.industry);
  const location = line(position.location);
  const description = lines(position.description);
  if (title !== undefined) clean.title = title;
  if (company !== undefined) clean.company = company;
  if (position.companyUrl !== undefined && isWebUrl(position.companyUrl))
    clean.companyUrl = position.companyUrl;
  if (industry !== undefined) clean.industry = industry;
  if (location !== undefined) clean.location = location;
  if (position.start !== undefined) clean.start = position.start;
  if (position.end !== undefined) clean.end = position.end;
  if (description !== undefined) clean.description = description;
  return clean;
}

/** The texts as single lines, each once, empty ones off. */
export function uniqueLines(texts: Iterable<string>): string[] {
  const unique = new Set<string>();
  for (const text of texts) {
    const clean = line(text);
    if (clean !== undefined) unique.add(clean);
  }
  return [...unique];
}

/** As the model has it. */
const MOST_TAGS = 50;

/** Tags: one line each, no more than tell that there are too many. */
export function toTags(texts: Iterable<string>): string[] {
  return uniqueLines(texts).slice(0, MOST_TAGS + 1);
}

/** Key and address of a profile as our own files name them; `null` when they do not fit the model. */
export function networkIdentity(site: string, id: string, url: string): Pick<Profile, 'key' | 'url'> | null {
  const fits = /^[a-z0-9.-]{1,40}$/.test(site) && id !== '' && id.length <= LIMITS.id && isWebUrl(url);
  return fits ? { key: { site, id }, url } : null;
}

/** Is it an address that the model takes: http or https, without white space? */
function isWebUrl(text: string): boolean {
  return text.length <= LIMITS.url && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

/** Where each field was found: all of them in the file. */
function provenanceOf(profile: Profile): Provenance {
  return Object.fromEntries(
    Object.entries(profile)
      .filter(
        ([field, value]) =>
          field !== 'key' && field !== 'url' && !(Array.isArray(value) && value.length === 0),
      )
      .map(([field]) => [field, 'import' as const]),
  );
}

function saysSomething({ title, company }: Position): boolean {
  return title !== undefined || company !== undefined;
}

function readName(draft: PersonDraft): Profile['name'] | null {
  const full = draft.full ?? [draft.given ?? '', draft.family ?? ''].join(' ');
  const parts = {
    ...(draft.given !== undefined && { given: cut(draft.given, 400) }),
    ...(draft.family !== undefined && { family: cut(draft.family, 400) }),
  };
  const name = parseName(cut(full, 800), parts);
  return name;
}

function exactName(draft: PersonDraft): Profile['name'] | null {
  // That a file looks like ours does not say that it is.
  const full = visible(draft.full ?? [draft.given ?? '', draft.family ?? ''].join(' ')).trim();
  if (full === '') return null;
  return {
    full,
    ...(draft.given !== undefined && { given: visible(draft.given) }),
    ...(draft.family !== undefined && { family: visible(draft.family) }),
  };
}

interface Page {
  url: string;
  key: ProfileKey | null;
}

function webPages(urls: readonly string[], identify: DraftOrigin['identify']): Page[] {
  const pages = new Map<string, Page>();
  for (const text of urls) {
    const trimmed = text.trim();
    if (trimmed === '') continue;
    const url = /^https?:\/\//i.test(trimmed)
      ? trimmed
      : /^[a-z0-9.-]+\.[a-z]{2,}(\/|$)/i.test(trimmed)
        ? `https://${trimmed}`
        : '';
    if (isWebUrl(url)) pages.set(url, { url, key: identify(url) });
  }
  return [...pages.values()];
}

function isOpenWeb({ key }: Page): boolean {
  return key?.site === WEB_SITE;
}

/** The page that says who it is: LinkedIn before XING before the others, as merging ranks them. */
function strongest(pages: readonly Page[]): Page | undefined {
  const rank = ({ key }: Page) =>
    key === null ? -1 : key.site === 'linkedin' ? 2 : key.site === 'xing' ? 1 : 0;
  const named = pages.filter(({ key }) => key !== null);
  return named.sort((a, b) => rank(b) - rank(a))[0];
}

/** The keys of all profiles; any other page may be the employer's and says nothing of who it is. */
function networkKeys(pages: readonly Page[]): string[] {
  return pages.flatMap(({ key }) => (key === null ? [] : [keyText(key)]));
}

/** The address of a profile in its one spelling. */
function pageUrl(key: ProfileKey, url: string): string {
  if (key.site === 'linkedin') return `https://www.linkedin.com/in/${encodeURIComponent(key.id)}/`;
  if (key.site === 'xing') return `https://www.xing.com/profile/${encodeURIComponent(key.id)}`;
  return url;
}

/** The file's own id where it looks made to be unique in the world; a number counts within its file alone. */
function localId(full: string, emails: readonly string[], draft: PersonDraft): string {
  if (draft.localId === undefined) return rowId(full, emails, draft);
  return draft.localId.length >= 16
    ? cut(draft.localId, LIMITS.id - 10)
    : sha256(JSON.stringify([LOCAL_SITE, draft.localId, cut(full, LIMITS.name)])).slice(0, 24);
}

/** The same row of a later file is the same person; two persons of one name in one file are two. */
function rowId(full: string, emails: readonly string[], draft: PersonDraft): string {
  const [position] = draft.positions ?? [];
  // As they will be stored, whatever the gate cuts.
  const facts = [
    cut(full, LIMITS.name),
    ...emails,
    cut(position?.company ?? '', LIMITS.line),
    cut(position?.title ?? '', LIMITS.line),
    draft.tie?.connectedOn ?? '',
  ];
  return sha256(JSON.stringify([LOCAL_SITE, ...facts])).slice(0, 24);
}
