import type { Draft, LooseEducation, LoosePosition } from '../../draft.ts';
import { PAGE_LIMITS } from '../../page.ts';
import { isNode, type LdNode, parseJson, part, visit } from '../../sources/jsonLd.ts';
import { isMemberId, slugKey } from './address.ts';

export interface EmbeddedProfile {
  profile: LdNode;
  memberId: string | undefined;
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
    const text = (code.firstChild?.nodeType === 8 ? code.firstChild.nodeValue : code.textContent) ?? '';
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
  const profiles = [...byUrn.values()].filter(
    (node) => isKind(node, 'Profile') || isKind(node, 'MiniProfile'),
  );
  const profile = profiles
    .filter((node) => isOwn(node, id))
    .sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0];
  if (profile === undefined) return { own: null, others: profiles.length > 0 };
  const given = str(profile, 'firstName') ?? '';
  const family = str(profile, 'lastName') ?? '';
  const memberId = memberOf(str(profile, 'entityUrn'));
  const reached = walk(profile, byUrn);
  const of = (kind: string): LdNode[] => {
    const inOrder = reached.filter((node) => isKind(node, kind));
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
      profile,
      memberId,
      name: { full: [given, family].filter(Boolean).join(' '), given, family },
      positions: of('Position').map(
        (node): LoosePosition => ({
          title: str(node, 'title') ?? str(node, 'localizedTitle'),
          company: str(node, 'companyName') ?? nested(node, byUrn, 'company', 'name'),
          companyUrl:
            nested(node, byUrn, 'company', 'url') ??
            companyAddress(str(node, 'companyUrn') ?? str(node, '*company')),
          location: str(node, 'locationName') ?? str(node, 'geoLocationName'),
          ...span(node, true),
          description: str(node, 'description'),
        }),
      ),
      education: of('Education').map(
        (node): LooseEducation => ({
          school: str(node, 'schoolName') ?? nested(node, byUrn, 'school', 'name'),
          degree: str(node, 'degreeName'),
          field: str(node, 'fieldOfStudy'),
          ...span(node, false),
        }),
      ),
      skills: of('Skill').flatMap((node) => str(node, 'name') ?? []),
      languages: of('Language').flatMap((node) => {
        const name = str(node, 'name');
        return name === undefined ? [] : [{ name, level: level(str(node, 'proficiency')) }];
      }),
    },
  };
}

/** Offers what the embedded data say about the person. */
export function offerEmbedded(draft: Draft, own: EmbeddedProfile, byPart: boolean): void {
  const { profile } = own;
  draft.offer('name', own.name, 'embeddedData');
  draft.offer('memberId', own.memberId, 'embeddedData');
  if (!byPart) {
    draft.offer('headline', str(profile, 'headline'), 'embeddedData');
    draft.offer('about', str(profile, 'summary'), 'embeddedData');
    const country = str(profile, 'countryCode') ?? codeOf(part(profile, 'location'));
    const place =
      str(profile, 'geoLocationName') ?? str(profile, 'locationName') ?? nameIn(part(profile, 'geoLocation'));
    draft.offer(
      'location',
      place === undefined ? undefined : { text: place, countryCode: country },
      'embeddedData',
    );
    draft.offer(
      'industry',
      str(profile, 'industryName') ?? nameIn(part(profile, 'industry')),
      'embeddedData',
    );
  }
  draft.offer('positions', own.positions, 'embeddedData');
  draft.offer('education', own.education, 'embeddedData');
  draft.offer('skills', own.skills, 'embeddedData');
  draft.offer('languages', own.languages, 'embeddedData');
}

/**
 * The names in the streamed data of the current page generation: the one thing there with keys of its
 * own. Values of the object whose `vanityName` is the slug, `null` when there is none.
 */
export function readStreamedName(doc: Document, id: string): { given: string; family: string } | null {
  const text = doc.querySelector('script#rehydrate-data')?.textContent ?? '';
  if (text === '' || text.length > PAGE_LIMITS.json) return null;
  const plain = text.replace(/\\+"/g, '"');
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

function nameIn(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  return (
    str(value, 'defaultLocalizedName') ??
    str(value, 'defaultLocalizedNameWithoutCountryName') ??
    str(value, 'name') ??
    nameIn(part(value, 'geo'))
  );
}

function codeOf(value: unknown): string | undefined {
  const code = isNode(value) ? str(value, 'countryCode') : undefined;
  return code !== undefined && /^[a-z]{2}$/i.test(code) ? code : undefined;
}

function str(node: LdNode, key: string): string | undefined {
  const value = part(node, key);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function unescapeJson(text: string): string {
  return text.replace(/\\+u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
