import type { Draft, LooseEducation, LoosePosition } from '../../draft.ts';
import { PAGE_LIMITS } from '../../page.ts';
import { isNode, type LdNode, parseJson, part, visit } from '../../sources/jsonLd.ts';
import { isMemberId, slugKey } from './address.ts';

export interface EmbeddedProfile {
  memberId: string | undefined;
  headline: string | undefined;
  about: string | undefined;
  location: { text: string; countryCode?: string | undefined } | undefined;
  industry: string | undefined;
  degree: number | undefined;
  name: { full: string; given: string; family: string };
  positions: LoosePosition[];
  education: LooseEducation[];
  skills: string[];
  languages: { name: string; level?: string | undefined }[];
}

export interface Embedded {
  /** The person of the address, when the page's data holds them. */
  own: EmbeddedProfile | null;
  /** The data holds persons at all (after a move inside the site they are of the page first loaded). */
  others: boolean;
}

/** Reads the response bodies that the classic page carries in `<code id="bpr-guid-…">`; picks by slug or member id, never the first. */
export function readEmbedded(doc: Document, id: string): Embedded {
  const byUrn = new Map<string, LdNode>();
  const entities: LdNode[] = [];
  /** Place of each entity in the collections; the list of entities itself has no order. */
  const order = new Map<string, number>();
  let total = 0;
  let scripts = 0;
  for (const code of doc.querySelectorAll('code[id^="bpr-guid-"]')) {
    // Older pages wrap the data in a comment.
    const comment = [...code.childNodes].find((node) => node.nodeType === 8);
    const text = (comment === undefined ? code.textContent : comment.nodeValue) ?? '';
    total += text.length;
    if (++scripts > PAGE_LIMITS.scripts || text.length > PAGE_LIMITS.json || total > PAGE_LIMITS.jsonTotal)
      continue;
    if (!text.includes('$type') && !text.includes('entityUrn')) continue;
    visit(parseJson(text), (node) => {
      const members = part(node, '*elements');
      if (Array.isArray(members))
        for (const urn of members.slice(0, 1_000)) if (typeof urn === 'string') order.set(urn, order.size);
      const urn = part(node, 'entityUrn');
      if (typeof urn !== 'string') return;
      entities.push(node);
      const known = byUrn.get(urn);
      if (known === undefined || Object.keys(known).length < Object.keys(node).length) byUrn.set(urn, node);
    });
  }
  const profiles = entities.filter((node) => isKind(node, 'Profile') || isKind(node, 'MiniProfile'));
  // One person can stand in several entities; the slug need not stand in the fullest.
  const members = new Set(
    profiles.filter((node) => isOwn(node, id)).flatMap((node) => memberOf(str(node, 'entityUrn')) ?? []),
  );
  const own = profiles
    .filter((node) => isOwn(node, id) || members.has(memberOf(str(node, 'entityUrn')) ?? ''))
    .sort((a, b) => rankOf(b) - rankOf(a));
  const [profile] = own;
  if (profile === undefined) return { own: null, others: profiles.length > 0 };
  const locale = localeOf(own);
  const one = (key: string): string | undefined =>
    own.map((node) => said(node, key, locale)).find((text) => text !== undefined);
  const given = one('firstName') ?? '';
  const family = one('lastName') ?? '';
  const memberId = own.map((node) => memberOf(str(node, 'entityUrn'))).find((member) => member !== undefined);
  const reached = own.flatMap((node) => walk(node, byUrn));
  const of = (kind: string): LdNode[] => {
    const inOrder = [...new Set(reached.filter((node) => isKind(node, kind)))];
    if (inOrder.length > 0) return inOrder;
    const own = entities.filter(
      (node) =>
        isKind(node, kind) && memberId !== undefined && (str(node, 'entityUrn') ?? '').includes(memberId),
    );
    const unique = [...new Map(own.map((node) => [str(node, 'entityUrn'), node])).values()];
    const rank = (node: LdNode): number => order.get(str(node, 'entityUrn') ?? '') ?? -1;
    return unique.every((node) => rank(node) >= 0)
      ? unique.sort((a, b) => rank(a) - rank(b))
      : unique.sort((a, b) => recency(b).localeCompare(recency(a)));
  };
  return {
    others: profiles.length > 1,
    own: {
      memberId,
      name: { full: [given, family].filter(Boolean).join(' '), given, family },
      headline: one('headline') ?? one('occupation'),
      about: one('summary'),
      location: own.map((node) => placeOf(node, byUrn, locale)).find((place) => place !== undefined),
      industry: own
        .map((node) => said(node, 'industryName', locale) ?? nested(node, byUrn, 'industry', 'name'))
        .find((text) => text !== undefined),
      degree: degreeOf(reached, entities, memberId),
      positions: of('Position').map(
        (node): LoosePosition => ({
          title: said(node, 'title', locale) ?? str(node, 'localizedTitle'),
          company: said(node, 'companyName', locale) ?? nested(node, byUrn, 'company', 'name'),
          companyUrl:
            nested(node, byUrn, 'company', 'url') ??
            companyAddress(str(node, 'companyUrn') ?? str(node, '*company')),
          location: said(node, 'locationName', locale) ?? said(node, 'geoLocationName', locale),
          ...span(node, true),
          description: said(node, 'description', locale),
        }),
      ),
      education: of('Education').map(
        (node): LooseEducation => ({
          school: said(node, 'schoolName', locale) ?? nested(node, byUrn, 'school', 'name'),
          degree: said(node, 'degreeName', locale),
          field: said(node, 'fieldOfStudy', locale),
          ...span(node, false),
        }),
      ),
      skills: of('Skill').flatMap((node) => said(node, 'name', locale) ?? []),
      languages: of('Language').flatMap((node) => {
        const name = said(node, 'name', locale);
        return name === undefined ? [] : [{ name, level: level(str(node, 'proficiency')) }];
      }),
    },
  };
}

/** Offers what the embedded data say about the person. */
export function offerEmbedded(draft: Draft, own: EmbeddedProfile): void {
  for (const field of [
    'name',
    'memberId',
    'headline',
    'about',
    'location',
    'industry',
    'degree',
    'positions',
    'education',
    'skills',
    'languages',
  ] as const)
    draft.offer(field, own[field], 'embeddedData');
}

/**
 * The names in the streamed data of the current page generation: the one thing there with keys of its
 * own. Values of the object whose `vanityName` is the slug, `null` when there is none.
 */
export function readStreamedName(doc: Document, id: string): { given: string; family: string } | null {
  const text = doc.querySelector('script#rehydrate-data')?.textContent ?? '';
  if (text === '' || text.length > PAGE_LIMITS.json) return null;
  // Each run of backslashes is looked at once, from its beginning.
  const plain = text.replace(/(?<!\\)\\+"/g, '"');
  let from = 0;
  for (let tries = 0; tries < 200; tries++) {
    const at = plain.indexOf('"vanityName"', from);
    if (at < 0) return null;
    from = at + 12;
    const value = /^"vanityName"\s*:\s*"([^"]{1,300})"/.exec(plain.slice(at, at + 400))?.[1];
    if (value === undefined || slugKey(unescapeJson(value)) !== id) continue;
    const open = plain.lastIndexOf('{', at);
    const close = plain.indexOf('}', at);
    const object = plain.slice(
      Math.max(open, at - 2_000),
      close < 0 ? at + 2_000 : Math.min(close, at + 2_000),
    );
    const given = /"firstName"\s*:\s*"([^"]{1,300})"/.exec(object)?.[1];
    const family = /"lastName"\s*:\s*"([^"]{0,300})"/.exec(object)?.[1];
    if (given !== undefined) return { given: unescapeJson(given), family: unescapeJson(family ?? '') };
  }
  return null;
}

/** The part of a member's URN that is the same in all of its forms. */
export function memberOf(urn: string | undefined): string | undefined {
  return urn === undefined
    ? undefined
    : /^urn:li:(?:fsd_profile|fs_profile|fs_miniProfile|fs_profileView):(ACo[A-Za-z0-9_-]+)$/.exec(urn)?.[1];
}

function isOwn(node: LdNode, id: string): boolean {
  if (isMemberId(id)) return memberOf(str(node, 'entityUrn')) === id;
  if (/^\d+$/.test(id) && str(node, 'objectUrn') === `urn:li:member:${id}`) return true;
  const slug = str(node, 'publicIdentifier');
  return slug !== undefined && slugKey(slug) === id;
}

/** `…dash.identity.profile.Position` and older `…identity.profile.Position` are both a `Position`. */
function isKind(node: LdNode, kind: string): boolean {
  const type = part(node, '$type');
  return typeof type === 'string' && type.endsWith(`.${kind}`);
}

/** Everything that is reached from a profile by references, in the order of the collections. */
function walk(profile: LdNode, byUrn: Map<string, LdNode>): LdNode[] {
  const reached = new Set<LdNode>();
  const stack: LdNode[] = [profile];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (reached.has(node) || reached.size > PAGE_LIMITS.jsonNodes) continue;
    reached.add(node);
    const next: LdNode[] = [];
    for (const [key, value] of Object.entries(node)) {
      const values: unknown[] = Array.isArray(value) ? value : [value];
      for (const entry of values) {
        const target =
          key.startsWith('*') && typeof entry === 'string'
            ? byUrn.get(entry)
            : isNode(entry)
              ? entry
              : undefined;
        if (target !== undefined && !isKind(target, 'Profile') && !isKind(target, 'MiniProfile'))
          next.push(target);
      }
    }
    stack.push(...next.reverse());
  }
  return [...reached];
}

/** Sorts by end, today last of all, then by start. */
function recency(node: LdNode): string {
  const { start = '', end } = span(node, true);
  return `${end === null ? '9999' : (end ?? '')} ${start}`;
}

function span(node: LdNode, position: boolean): { start?: string; end?: string | null } {
  const range = part(node, 'dateRange') ?? part(node, 'timePeriod');
  if (!isNode(range)) return {};
  const start = date(part(range, 'start') ?? part(range, 'startDate'));
  const end = date(part(range, 'end') ?? part(range, 'endDate'));
  return {
    ...(start !== undefined && { start }),
    ...(end !== undefined ? { end } : position && start !== undefined && { end: null }),
  };
}

function date(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  const year = Number(part(value, 'year'));
  const month = Number(part(value, 'month') ?? 0);
  if (!Number.isInteger(year) || year < 1900 || year > 2099) return undefined;
  return Number.isInteger(month) && month >= 1 && month <= 12
    ? `${year}-${String(month).padStart(2, '0')}`
    : String(year);
}

/** `NATIVE_OR_BILINGUAL` -> `Native or bilingual`. */
function level(code: string | undefined): string | undefined {
  if (code === undefined || !/^[A-Z_]+$/.test(code)) return code;
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function companyAddress(urn: string | undefined): string | undefined {
  const id =
    urn === undefined ? undefined : /^urn:li:(?:fsd_company|fs_miniCompany|company):(\d+)$/.exec(urn)?.[1];
  return id === undefined ? undefined : `https://www.linkedin.com/company/${id}/`;
}

function nested(node: LdNode, byUrn: Map<string, LdNode>, key: string, inner: string): string | undefined {
  const reference = part(node, `*${key}`);
  const target = typeof reference === 'string' ? byUrn.get(reference) : part(node, key);
  if (!isNode(target)) return undefined;
  const mini = part(target, 'miniCompany') ?? part(target, 'miniSchool');
  return str(target, inner) ?? (isNode(mini) ? str(mini, inner) : undefined);
}

/** The shown place: its own name, else that of the geographic entity; a mere country only when nothing else is said. */
function placeOf(
  profile: LdNode,
  byUrn: Map<string, LdNode>,
  locale: string | undefined,
): EmbeddedProfile['location'] {
  const location = part(profile, 'location');
  const text =
    said(profile, 'geoLocationName', locale) ??
    geoName(part(profile, 'geoLocation'), byUrn) ??
    said(profile, 'locationName', locale) ??
    geoName(location, byUrn);
  const country =
    str(profile, 'countryCode') ?? (isNode(location) ? str(location, 'countryCode') : undefined);
  const code = country !== undefined && /^[a-z]{2}$/i.test(country) ? country : undefined;
  return text === undefined ? undefined : { text, countryCode: code };
}

function geoName(value: unknown, byUrn: Map<string, LdNode>): string | undefined {
  const names = ['defaultLocalizedName', 'full', 'name', 'defaultLocalizedNameWithoutCountryName'];
  for (let node = value, depth = 0; isNode(node) && depth < 4; depth++) {
    const holder: LdNode = node;
    const name = names.map((key) => str(holder, key)).find((text) => text !== undefined);
    if (name !== undefined) return name;
    const reference = part(holder, '*geo') ?? part(holder, 'geoUrn');
    node = part(holder, 'geo') ?? (typeof reference === 'string' ? byUrn.get(reference) : undefined);
  }
  return undefined;
}

/** `DISTANCE_2` beside the person, or in the entity of the relationship with them. */
function degreeOf(reached: LdNode[], entities: LdNode[], memberId: string | undefined): number | undefined {
  const own = entities.filter(
    (node) =>
      isKind(node, 'MemberRelationship') &&
      memberId !== undefined &&
      (str(node, 'entityUrn') ?? '').includes(memberId),
  );
  let degree: number | undefined;
  for (const node of [...reached, ...own]) {
    visit(node, (inner) => {
      degree ??= degreeNumber(/^DISTANCE_([123])$/.exec(str(inner, 'memberDistance') ?? '')?.[1]);
    });
  }
  return degree;
}

function degreeNumber(digit: string | undefined): number | undefined {
  return digit === undefined ? undefined : Number(digit);
}

/** The language that the person wrote the profile in, as the keys of its translations are spelled (`ru_RU`). */
function localeOf(profiles: LdNode[]): string | undefined {
  for (const node of profiles) {
    const locale = part(node, 'primaryLocale') ?? part(node, 'defaultLocale');
    if (!isNode(locale)) continue;
    const language = str(locale, 'language');
    const country = str(locale, 'country');
    if (language !== undefined) return country === undefined ? language : `${language}_${country}`;
  }
  return undefined;
}

/** A text: under its own key, else among its translations (`multiLocaleHeadline`), the profile's own language first. */
function said(node: LdNode, key: string, locale: string | undefined): string | undefined {
  const plain = str(node, key);
  if (plain !== undefined) return plain;
  const all = part(node, `multiLocale${key.charAt(0).toUpperCase()}${key.slice(1)}`);
  if (!isNode(all)) return undefined;
  return (
    (locale === undefined ? undefined : str(all, locale)) ?? Object.keys(all).map((code) => str(all, code))[0]
  );
}

/** The fullest entity first; a short form of it last. */
function rankOf(node: LdNode): number {
  return Object.keys(node).length + (isKind(node, 'Profile') ? 1_000 : 0);
}

function str(node: LdNode, key: string): string | undefined {
  const value = part(node, key);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function unescapeJson(text: string): string {
  return text.replace(/(?<!\\)\\+u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
