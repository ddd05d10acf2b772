import type {
  Acquaintance,
  Education,
  Place,
  Position,
  Profile,
  ProfileField,
  ProfileKey,
  Provenance,
  Relation,
  Source,
} from '../core/model/index.ts';
import { LIMITS } from '../core/model/limits.ts';
import { type PersonName, parseName } from '../core/text/names.ts';
import { parsePlace } from '../core/text/places.ts';
import { cut, manyLines, oneLine } from '../core/text/whitespace.ts';
import { acquaintancesOf, type Named } from './acquaintances.ts';
import { webUrl } from './page.ts';
import type { ExtractResult } from './site.ts';

type Loose<T> = { [K in keyof T]?: T[K] | undefined };
export type LoosePosition = Loose<Position>;
export type LooseEducation = Loose<Education>;
export interface LooseLanguage {
  name: string;
  level?: string | undefined;
}

/** Values as the rungs of a ladder offer them, before cleaning. */
export interface Offers {
  name: string | Loose<PersonName>;
  headline: string;
  location: string | { text: string; countryCode?: string | undefined };
  positions: LoosePosition[];
  education: LooseEducation[];
  skills: string[];
  languages: LooseLanguage[];
  about: string;
  connections: number;
  followers: number;
  mutualConnections: number;
  degree: number;
  industry: string;
  memberId: string;
  links: (string | null | undefined)[];
}

/** A profile in the making: the first usable value of a field wins, is cleaned, cut to the limits, and keeps its source. */
export interface Draft {
  /** `doubtful` marks a value that may be wrong. Answers whether the value was taken. */
  offer<F extends ProfileField>(
    field: F,
    value: Offers[F] | null | undefined,
    source: Source,
    doubtful?: boolean,
  ): boolean;
  has(field: ProfileField): boolean;
  /** The value taken so far. */
  get<F extends ProfileField>(field: F): Profile[F] | undefined;
  /** Marks a field that the site hides from this visitor. */
  restrict(field: ProfileField): void;
  /** Adds people whom the page names as acquaintances of its person; who stands there twice counts once. */
  offerAcquaintances(relation: Relation, people: readonly Named[]): void;
  /** The result; `expected` are the fields that this kind of page usually shows. Without a name: `nothingFound`. */
  finish(expected: readonly ProfileField[]): ExtractResult;
}

/** An empty profile of `key`, to be filled rung by rung; the page's own address resolves its relative links. */
export function createDraft(key: ProfileKey, url: string): Draft {
  const base = new URL(url);
  const values: Partial<Profile> = {};
  const provenance: Provenance = Object.create(null);
  const doubtful = new Set<ProfileField>();
  const restricted = new Set<ProfileField>();
  let acquaintances: Acquaintance[] = [];
  let shortened = false;

  const short = (text: string | null | undefined, max: number): string | undefined => {
    if (typeof text !== 'string') return undefined;
    const clean = oneLine(text.slice(0, max * 4));
    if (clean.length > max || text.length > max * 4) shortened = true;
    return cut(clean, max) || undefined;
  };
  const long = (text: string | null | undefined): string | undefined => {
    if (typeof text !== 'string') return undefined;
    const clean = manyLines(text.slice(0, LIMITS.text * 2));
    if (clean.length > LIMITS.text) shortened = true;
    return cut(clean, LIMITS.text) || undefined;
  };
  const line = (text: string | null | undefined): string | undefined => short(text, LIMITS.line);
  const list = <T, U>(items: readonly T[], max: number, each: (item: T) => U | undefined): U[] => {
    const kept: U[] = [];
    for (const item of items.slice(0, max * 4)) {
      const value = each(item);
      if (value === undefined) continue;
      if (kept.length === max) {
        shortened = true;
        break;
      }
      kept.push(value);
    }
    return kept;
  };
  const address = (href: string | null | undefined, query: boolean): string | undefined => {
    const found = webUrl(href, base);
    if (found === undefined) return undefined;
    if (!query) found.search = '';
    return found.href.length <= LIMITS.url ? found.href : undefined;
  };
  const count = (value: number): number | undefined =>
    Number.isSafeInteger(value) && value >= 0 ? value : undefined;

  const clean: { [F in ProfileField]: (value: Offers[F]) => Profile[F] | undefined } = {
    name(value) {
      const parts = typeof value === 'string' ? {} : value;
      const text = short(typeof value === 'string' ? value : value.full, LIMITS.name);
      const name =
        text === undefined ? null : parseName(text, definite({ given: parts.given, family: parts.family }));
      if (name === null) return undefined;
      return definite({
        full: name.full,
        given: short(name.given, LIMITS.name),
        family: short(name.family, LIMITS.name),
      });
    },
    headline: line,
    location(value): Place | undefined {
      const text = line(typeof value === 'string' ? value : value.text);
      if (text === undefined) return undefined;
      return parsePlace(text, typeof value === 'string' ? undefined : value.countryCode) ?? undefined;
    },
    positions: (items) =>
      list(items, LIMITS.positions, (item): Position | undefined => {
        const position = definite({
          title: line(item.title),
          company: line(item.company),
          companyUrl: address(item.companyUrl, false),
          industry: line(item.industry),
          location: line(item.location),
          start: item.start,
          end: item.end,
          description: long(item.description),
        });
        return position.title === undefined && position.company === undefined ? undefined : position;
      }),
    education: (items) =>
      list(items, LIMITS.education, (item): Education | undefined => {
        const school = line(item.school);
        if (school === undefined) return undefined;
        return definite({
          school,
          degree: line(item.degree),
          field: line(item.field),
          start: item.start,
          end: item.end,
        });
      }),
    skills: (items) => unique(list(items, LIMITS.skills, line), (skill) => skill.toLowerCase()),
    languages: (items) =>
      unique(
        list(items, LIMITS.languages, (item) => {
          const name = line(item.name);
          return name === undefined ? undefined : definite({ name, level: line(item.level) });
        }),
        (item) => item.name.toLowerCase(),
      ),
    about: long,
    connections: count,
    followers: count,
    mutualConnections: count,
    degree: (value) => (value === 1 || value === 2 || value === 3 ? value : undefined),
    industry: line,
    memberId: (value) => (value.length <= LIMITS.id ? short(value, LIMITS.id) : undefined),
    links: (items) => {
      const kept = unique(
        list(items, LIMITS.links, (item) => {
          const found = address(item, true);
          return found === undefined || isSame(found, url) ? undefined : found;
        }),
        (item) => item,
      );
      return kept.length === 0 ? undefined : kept;
    },
  };

  return {
    offer(field, value, source, unsure = false) {
      if (value === null || value === undefined || values[field] !== undefined) return false;
      shortened = false;
      const kept = clean[field](value);
      if (kept === undefined || (Array.isArray(kept) && kept.length === 0)) return false;
      values[field] = kept;
      provenance[field] = source;
      if (unsure || shortened) doubtful.add(field);
      return true;
    },
    has: (field) => values[field] !== undefined,
    get: (field) => values[field],
    restrict(field) {
      restricted.add(field);
    },
    offerAcquaintances(relation, people) {
      const found = acquaintancesOf(relation, people, base, acquaintances);
      acquaintances = found
        .filter((one) => one.url === undefined || !isSame(one.url, url))
        // A site tells who its own people are, and nobody else's.
        .map(({ url: link, ...one }) =>
          link === undefined || !isSameSite(link, base) ? one : { ...one, url: link },
        );
    },
    finish(expected) {
      const { name, ...rest } = values;
      if (name === undefined) return { ok: false, reason: 'nothingFound' };
      const profile: Profile = {
        positions: [],
        education: [],
        skills: [],
        languages: [],
        ...rest,
        key,
        url,
        name,
      };
      const hidden = [...restricted].filter((field) => values[field] === undefined);
      return {
        ok: true,
        profile,
        missing: expected.filter((field) => values[field] === undefined),
        provenance: { ...provenance },
        doubtful: [...doubtful],
        ...(hidden.length > 0 && { restricted: hidden }),
        ...(acquaintances.length > 0 && { acquaintances }),
      };
    },
  };
}

/** The object without its undefined properties. */
function definite<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** Hosts of one site: the same, or one within the other. Two within a third may be two people's (`x.github.io`, `x.co.uk`). */
function isSameSite(link: string, base: URL): boolean {
  const [a = '', b = ''] = [new URL(link), base].map(({ hostname }) => hostname.replace(/^www\./, ''));
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** The same address but for case and the slash at its end? */
function isSame(a: string, b: string): boolean {
  return a.replace(/\/$/, '').toLowerCase() === b.replace(/\/$/, '').toLowerCase();
}

function unique<T>(items: T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)) !== undefined);
}
