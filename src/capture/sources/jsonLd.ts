import { parseDate } from '../../core/text/dates.ts';
import { ownValue } from '../../core/text/table.ts';
import type { Draft, LooseEducation, LooseLanguage, LoosePosition } from '../draft.ts';
import { PAGE_LIMITS } from '../page.ts';
import { piecesOf } from '../pieces.ts';
import { parseJson } from './looseJson.ts';

export { parseJson } from './looseJson.ts';

/** An object of a page's JSON-LD. Read its keys with `part`, never by dot. */
export type LdNode = { readonly [key: string]: unknown };

export interface LinkedData {
  /** Every node of type Person, in document order, references resolved on reading. */
  persons: LdNode[];
  /** The person that the page declares itself to be about (`ProfilePage.mainEntity`), if any. */
  main: LdNode | null;
  /** Persons that only sign or review something on the page. */
  mentioned: Set<LdNode>;
  /** Authors and publishers of the whole site, or of its page about itself. */
  siteAuthors: Set<LdNode>;
  /** Nodes that stand by themselves in a script or its graph, with their types: what the page is about. */
  subjects: { types: string[]; node: LdNode }[];
  /** A person's name, as shown. */
  nameOf(node: LdNode): string | undefined;
  /** The headline or name of a work. */
  headlineOf(node: LdNode): string | undefined;
  /** The value of a key, as a list, with `@id` references followed. */
  all(node: LdNode, key: string): unknown[];
}

const SIGNERS = [
  'author',
  'creator',
  'reviewedBy',
  'editor',
  'publisher',
  'contributor',
  'commentator',
  'copyrightHolder',
];

/** Kinds whose author is whom the site is about, if it is anybody's; the author of one page or post need not be. */
const SITES = ['WebSite', 'ProfilePage', 'AboutPage', 'Organization'];

/** Reads every JSON-LD script of the page; broken and oversized ones are passed over. */
export function readLinkedData(doc: Document): LinkedData {
  const byId = new Map<string, LdNode>();
  const persons: LdNode[] = [];
  const mains: unknown[] = [];
  const signers: unknown[] = [];
  const owners: unknown[] = [];
  const subjects: LinkedData['subjects'] = [];
  let total = 0;
  let scripts = 0;
  for (const script of doc.querySelectorAll('script[type*="application/ld+json" i]')) {
    if (!isLinkedData(script.getAttribute('type') ?? '')) continue;
    const text = script.textContent ?? '';
    total += text.length;
    if (++scripts > PAGE_LIMITS.scripts || text.length > PAGE_LIMITS.json || total > PAGE_LIMITS.jsonTotal)
      continue;
    const root = parseJson(text);
    for (const node of standing(root)) subjects.push({ node, types: typesOf(node) });
    visit(root, (node) => {
      const id = part(node, '@id');
      // A reference may carry a name beside its `@id`: the fullest node of an `@id` is the node itself.
      if (typeof id === 'string' && fullness(node) > fullness(byId.get(id))) byId.set(id, node);
      if (isType(node, 'Person')) persons.push(node);
      const isSite = SITES.some((type) => isType(node, type));
      for (const key of isSite ? ['reviewedBy'] : SIGNERS) signers.push(...list(part(node, key)));
      if (isSite && !isType(node, 'Organization'))
        for (const key of ['author', 'creator', 'publisher', 'copyrightHolder'])
          owners.push(...list(part(node, key)));
      if (isType(node, 'ProfilePage') || isType(node, 'AboutPage')) {
        for (const key of ['mainEntity', 'about', 'mainEntityOfPage']) mains.push(...list(part(node, key)));
      }
    });
  }
  const resolve = (value: unknown): unknown => {
    if (!isNode(value)) return value;
    const id = part(value, '@id');
    return typeof id === 'string' && !isWhole(value) ? (byId.get(id) ?? value) : value;
  };
  const main =
    mains.map(resolve).find((node): node is LdNode => isNode(node) && isType(node, 'Person')) ?? null;
  const whole = persons.filter(
    (node) => part(node, 'name') !== undefined || part(node, 'givenName') !== undefined,
  );
  // A typed reference that repeats the name is the person that it refers to.
  const resolved = new Set(whole.map(resolve).filter(isNode));
  const known = (values: unknown[]): Set<LdNode> =>
    new Set(values.map(resolve).filter((node): node is LdNode => isNode(node) && resolved.has(node)));
  const mentioned = known(signers);
  const siteAuthors = known(owners);
  if (main !== null) mentioned.delete(main);
  return {
    persons: [...resolved],
    main,
    mentioned,
    siteAuthors,
    subjects,
    nameOf: (node) => wholeName(node),
    headlineOf: (node) => text(part(node, 'headline')) ?? text(part(node, 'name')),
    all: (node, key) => list(part(node, key)).map(resolve),
  };
}

/** The nodes that stand by themselves: a script's own, those of its list, those of its graph. */
function standing(root: unknown): LdNode[] {
  return list(root)
    .slice(0, 200)
    .flatMap((value) =>
      isNode(value) ? [value, ...list(part(value, '@graph')).slice(0, 500).filter(isNode)] : [],
    )
    .filter((node) => part(node, '@type') !== undefined);
}

function typesOf(node: LdNode): string[] {
  return list(part(node, '@type')).flatMap((type) =>
    typeof type === 'string' ? [type.slice(0, 200).replace(/^(?:https?:\/\/schema\.org\/|schema:)/, '')] : [],
  );
}

/** More than a reference: it says what it is. */
function isWhole(node: LdNode): boolean {
  return part(node, '@type') !== undefined && Object.keys(node).length > 3;
}

function fullness(node: LdNode | undefined): number {
  if (node === undefined) return 1;
  return Object.keys(node).length + (part(node, '@type') === undefined ? 0 : 2);
}

/** The type without its parameters (`application/ld+json; charset=utf-8`). */
function isLinkedData(type: string): boolean {
  return /^\s*application\/ld\+json\s*(?:;|$)/i.test(type);
}

/** The strings of a value: itself, its `name` or `@value`, or those of each entry. Masked ones (`****`) are dropped. */
export function strings(data: LinkedData, node: LdNode, key: string): string[] {
  return data
    .all(node, key)
    .map((value) => nameOf(value))
    .filter((text): text is string => text !== undefined && !isMasked(text));
}

/** Sites hide values from visitors behind runs of stars. */
export function isMasked(text: string): boolean {
  return /\*{3,}/.test(text);
}

/** Every address that a person node gives as its own. */
export function addressesOf(data: LinkedData, node: LdNode): string[] {
  return ['@id', 'url', 'mainEntityOfPage', 'sameAs'].flatMap((key) =>
    data.all(node, key).flatMap((value) => {
      if (typeof value === 'string') return [value];
      const id = isNode(value) ? (part(value, '@id') ?? part(value, 'url')) : undefined;
      return typeof id === 'string' ? [id] : [];
    }),
  );
}

/** Offers everything that a Person node says. */
export function offerPerson(draft: Draft, data: LinkedData, person: LdNode): void {
  const one = (key: string): string | undefined => strings(data, person, key)[0];
  const given = one('givenName');
  const family = one('familyName');
  const full =
    one('name') ?? [one('honorificPrefix'), given, one('additionalName'), family].filter(Boolean).join(' ');
  if (full !== '') draft.offer('name', { full, given, family }, 'jsonLd');
  offerPlace(draft, data, person);
  const positions = positionsOf(data, person);
  draft.offer('positions', positions, 'jsonLd', !titlesAreCertain(data, person));
  draft.offer('education', educationOf(data, person), 'jsonLd');
  draft.offer('skills', strings(data, person, 'knowsAbout'), 'jsonLd');
  draft.offer('languages', languagesOf(data, person), 'jsonLd');
  draft.offer('about', one('description'), 'jsonLd');
  draft.offer('followers', followersOf(data, person), 'jsonLd');
  draft.offer(
    'links',
    ['url', 'sameAs'].flatMap((key) =>
      data.all(person, key).flatMap((value) => (typeof value === 'string' ? [withScheme(value)] : [])),
    ),
    'jsonLd',
  );
}

/** `twitch.tv/someone` in linked data is an address that lost its scheme, not a file of this page. */
function withScheme(address: string): string {
  const host = /^([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4})\.([a-z]{2,24})(?=[/?#]|$)/i.exec(address.trim());
  const isFile =
    host !== null && /^(?:html?|php|aspx?|jsp|pdf|json|xml|md|txt|jpe?g|png)$/i.test(host[2] ?? '');
  return host === null || isFile ? address : `https://${address.trim()}`;
}

/** Offers the person's place alone. */
export function offerPlace(draft: Draft, data: LinkedData, person: LdNode): void {
  for (const key of ['address', 'homeLocation', 'workLocation']) {
    for (const value of data.all(person, key)) {
      const place = placeOf(data, value);
      if (place !== undefined && draft.offer('location', place, 'jsonLd')) return;
    }
  }
}

/** The two-letter code of the person's country, where the address gives one. */
export function countryCodeOf(data: LinkedData, person: LdNode): string | undefined {
  for (const value of data.all(person, 'address')) {
    const code = placeOf(data, value)?.countryCode;
    if (code !== undefined) return code;
  }
  return undefined;
}

/** The languages that a person node says it knows. */
export function languagesOf(data: LinkedData, person: LdNode): LooseLanguage[] {
  return strings(data, person, 'knowsLanguage').map((name) => ({ name }));
}

/** Followers by `interactionStatistic` of type FollowAction. */
export function followersOf(data: LinkedData, person: LdNode): number | undefined {
  for (const value of [
    ...data.all(person, 'interactionStatistic'),
    ...data.all(person, 'agentInteractionStatistic'),
  ]) {
    if (!isNode(value)) continue;
    const kind = data
      .all(value, 'interactionType')
      .map((entry) => (isNode(entry) ? part(entry, '@type') : entry));
    if (!kind.some((entry) => typeof entry === 'string' && /FollowAction$/.test(entry))) continue;
    const count = Number(part(value, 'userInteractionCount') ?? Number.NaN);
    if (Number.isSafeInteger(count)) return count;
  }
  return undefined;
}

/**
 * Employers (current) and titles, then former employers among `alumniOf`. Titles and employers are two
 * lists: they are joined one by one when of one length, else the first title goes to the first employer.
 */
export function positionsOf(data: LinkedData, person: LdNode): LoosePosition[] {
  const occupations = occupationsOf(data, person);
  const isTitled = data.all(person, 'jobTitle').length > 0;
  const titles = isTitled
    ? data.all(person, 'jobTitle').map((value) => nameOf(value))
    : occupations.filter(({ end }) => end === null).map(({ title }) => title);
  const employers = data.all(person, 'worksFor');
  const found = (employers.length > 0 ? employers : data.all(person, 'affiliation')).map((value) =>
    employment(data, value, true),
  );
  const untitled = found.filter((position) => position.title === undefined);
  for (const [index, position] of untitled.entries()) {
    if (index === 0 || titles.length === untitled.length) position.title = titles[index];
  }
  if (found.length === 0 && isTitled)
    found.push(...titles.map((title): LoosePosition => ({ title, end: null })));
  const held = found.map(unmasked).filter(isSaid);
  const former = data
    .all(person, 'alumniOf')
    .filter((value) => isNode(value) && !isSchool(data, value))
    .map((value) => unmasked(employment(data, value, false)))
    .filter(isSaid);
  // Beside a title an occupation says the same in other words; without one it is what the person does or did.
  const others =
    isTitled && held.length > 0
      ? []
      : occupations.filter(({ title }) => !held.some((entry) => entry.title === title));
  return [...held, ...others, ...former];
}

/** The occupations, plain or as a `Role` around one with its dates; without an end they last. */
function occupationsOf(data: LinkedData, person: LdNode): LoosePosition[] {
  return data.all(person, 'hasOccupation').flatMap((value): LoosePosition[] => {
    if (typeof value === 'string') return isMasked(value) ? [] : [{ title: text(value), end: null }];
    if (!isNode(value)) return [];
    const inner = data.all(value, 'hasOccupation')[0] ?? value;
    const title = text(part(value, 'roleName')) ?? nameOf(inner);
    const span = datesOf(value);
    if (title === undefined || isMasked(title)) return [];
    return [{ title, ...span, ...(span.end === undefined && { end: null }) }];
  });
}

/** Schools among `alumniOf`; a node that does not say its kind counts as a school. */
export function educationOf(data: LinkedData, person: LdNode): LooseEducation[] {
  return data.all(person, 'alumniOf').flatMap((value): LooseEducation[] => {
    if (typeof value === 'string') return isMasked(value) ? [] : [{ school: value }];
    if (!isNode(value) || !isSchool(data, value)) return [];
    const inner = data.all(value, 'alumniOf')[0] ?? value;
    const school = nameOf(inner);
    if (school === undefined || isMasked(school)) return [];
    const { start, end } = spanOf(data, value);
    return [{ school, start, end, degree: text(part(value, 'roleName')) }];
  });
}

/** Are titles and employers joined by more than their place in two lists of one length? */
export function titlesAreCertain(data: LinkedData, person: LdNode): boolean {
  const titles = data.all(person, 'jobTitle').length;
  const employers = data.all(person, 'worksFor').length;
  return titles === 0 || employers === 0 || titles === employers;
}

/** An employer, plain, as a `Role` around it, or with a `member` beside it. Masked values are still in it. */
function employment(data: LinkedData, value: unknown, current: boolean): LoosePosition {
  const now = current ? { end: null } : {};
  if (typeof value === 'string') return { company: value, ...now };
  if (!isNode(value)) return {};
  const wrapped = ['worksFor', 'alumniOf', 'memberOf', 'affiliation'].flatMap((key) =>
    data.all(value, key),
  )[0];
  const organisation = wrapped ?? value;
  const span = spanOf(data, value);
  return {
    title:
      wrapped === undefined
        ? undefined
        : (nameOf(part(value, 'roleName')) ?? nameOf(part(value, 'jobTitle'))),
    company: nameOf(organisation),
    companyUrl: isNode(organisation) ? text(part(organisation, 'url')) : undefined,
    location: isNode(organisation) ? locationLine(data, organisation) : undefined,
    ...now,
    ...span,
  };
}

function unmasked(position: LoosePosition): LoosePosition {
  const { title, company } = position;
  return {
    ...position,
    title: title === undefined || isMasked(title) ? undefined : title,
    company: company === undefined || isMasked(company) ? undefined : company,
  };
}

function isSaid(position: LoosePosition): boolean {
  return position.title !== undefined || position.company !== undefined;
}

function locationLine(data: LinkedData, node: LdNode): string | undefined {
  const place = data.all(node, 'location').map((value) => placeOf(data, value)?.text)[0];
  return place === undefined || isMasked(place) ? undefined : place;
}

function spanOf(data: LinkedData, node: LdNode): { start?: string; end?: string; description?: string } {
  const own = datesOf(node);
  if (own.start !== undefined || own.end !== undefined) return own;
  for (const member of data.all(node, 'member')) {
    if (!isNode(member)) continue;
    const description = text(part(member, 'description'));
    return {
      ...datesOf(member),
      ...(description !== undefined && !isMasked(description) && { description }),
    };
  }
  return {};
}

function datesOf(node: LdNode): { start?: string; end?: string } {
  const date = (key: string): string | null => {
    const value = part(node, key);
    return typeof value === 'number'
      ? parseDate(String(value))
      : typeof value === 'string'
        ? parseDate(value)
        : null;
  };
  const start = date('startDate');
  const end = date('endDate');
  return { ...(start !== null && { start }), ...(end !== null && { end }) };
}

function placeOf(data: LinkedData, value: unknown): { text: string; countryCode?: string } | undefined {
  if (typeof value === 'string') return isMasked(value) ? undefined : { text: value };
  if (!isNode(value)) return undefined;
  const inner = data.all(value, 'address')[0];
  if (inner !== undefined) return placeOf(data, inner);
  const locality = text(part(value, 'addressLocality'));
  const region = nameOf(part(value, 'addressRegion'));
  const country = nameOf(data.all(value, 'addressCountry')[0]);
  const code = country !== undefined && /^[A-Za-z]{2}$/.test(country) ? country : undefined;
  const pieces = [locality, region, code === undefined ? country : undefined].filter(
    (piece): piece is string => piece !== undefined && !isMasked(piece),
  );
  const shown =
    pieces.length > 0
      ? pieces.filter((piece, index) => index === 0 || !isWithin(piece, pieces[0] ?? '')).join(', ')
      : (nameOf(value) ?? code);
  if (shown === undefined || isMasked(shown)) return undefined;
  return { text: shown, ...(code !== undefined && { countryCode: code }) };
}

/** Some pages write the whole place where the town alone belongs. */
function isWithin(piece: string, whole: string): boolean {
  return whole.includes(',') && piecesOf(whole, ',').includes(piece);
}

function isSchool(data: LinkedData, node: LdNode): boolean {
  const inner = data.all(node, 'alumniOf')[0];
  const kinds = [node, ...(isNode(inner) ? [inner] : [])].flatMap((entry) => list(part(entry, '@type')));
  const names = kinds.filter((kind): kind is string => typeof kind === 'string');
  if (names.some((name) => /(?:School|College|University|EducationalOrganization)$/i.test(name))) return true;
  return !names.some((name) => /(?:Organization|Corporation|Business|Company)$/i.test(name));
}

/** A person's name, else its parts together. */
function wholeName(node: LdNode): string | undefined {
  const keys = ['honorificPrefix', 'givenName', 'additionalName', 'familyName'];
  const parts = keys.flatMap((key) => nameOf(part(node, key)) ?? []).join(' ');
  return text(part(node, 'name')) ?? (parts || nameOf(node));
}

function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return nameOf(value[0]);
  if (typeof value === 'string' || typeof value === 'number') return text(value);
  if (!isNode(value)) return undefined;
  return text(part(value, 'name')) ?? text(part(value, '@value')) ?? text(part(value, 'alternateName'));
}

function text(value: unknown): string | undefined {
  if (Array.isArray(value)) return text(value[0]);
  if (isNode(value)) return text(part(value, '@value'));
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const trimmed = unescapeEntities(value.slice(0, PAGE_LIMITS.line * 2)).trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Many pages escape their JSON-LD as if it were HTML. */
function unescapeEntities(value: string): string {
  return value
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#0?39;|&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
}

/** Own value of a key; a page's `__proto__` is a key like any other. */
export function part(node: LdNode, key: string): unknown {
  return ownValue(node, key);
}

/** Is it an object of JSON-LD (no list, no plain value)? */
export function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isType(node: LdNode, type: string): boolean {
  return list(part(node, '@type')).some(
    (kind) => typeof kind === 'string' && kind.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, '') === type,
  );
}

/** Calls back for every object, in document order, within the limits; without recursion. */
export function visit(root: unknown, each: (node: LdNode) => void): void {
  const stack: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  let nodes = 0;
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { value, depth } = entry;
    if (typeof value !== 'object' || value === null) continue;
    if (++nodes > PAGE_LIMITS.jsonNodes || depth > PAGE_LIMITS.jsonDepth) continue;
    const children = Array.isArray(value) ? value : Object.values(value);
    if (isNode(value)) each(value);
    for (let index = Math.min(children.length, PAGE_LIMITS.jsonNodes) - 1; index >= 0; index--) {
      const child: unknown = children[index];
      if (typeof child === 'object' && child !== null) stack.push({ value: child, depth: depth + 1 });
    }
  }
}

function list(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value.slice(0, 1_000) : [value];
}
