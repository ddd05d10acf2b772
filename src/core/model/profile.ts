import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';

export { LIMITS };

/** `YYYY` or `YYYY-MM`. Days are never shown on profile pages and never stored. */
export const PartialDate = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/));

const line = z.string().check(z.minLength(1), z.maxLength(LIMITS.line));
const text = z.string().check(z.minLength(1), z.maxLength(LIMITS.text));
const count = z.int().check(z.nonnegative());

/** Only http and https: a page must not be able to plant a `javascript:` link. Always one that `new URL` takes. */
export const WebUrl = z.string().check(
  z.maxLength(LIMITS.url),
  z.regex(/^https?:\/\/[^\s]+$/i),
  z.refine((url) => URL.canParse(url)),
);

/** Who a profile is about: the site's own id for the person, taken from the URL. */
export const ProfileKey = z.strictObject({
  site: z.string().check(z.minLength(1), z.maxLength(40), z.regex(/^[a-z0-9.-]+$/)),
  id: z.string().check(z.minLength(1), z.maxLength(LIMITS.id)),
});

export const Place = z.strictObject({
  text: line,
  city: z.optional(line),
  region: z.optional(line),
  /** ISO 3166-1 alpha-2, upper case. */
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
});

export const Position = z.strictObject({
  title: z.optional(line),
  company: z.optional(line),
  companyUrl: z.optional(WebUrl),
  industry: z.optional(line),
  location: z.optional(line),
  start: z.optional(PartialDate),
  /** `null`: the person still holds it. Absent: the page does not say. */
  end: z.optional(z.nullable(PartialDate)),
  description: z.optional(text),
});

export const Education = z.strictObject({
  school: line,
  degree: z.optional(line),
  field: z.optional(line),
  start: z.optional(PartialDate),
  end: z.optional(z.nullable(PartialDate)),
});

/** What one page shows of one person. A field that the page does not show is absent, never empty. */
export const Profile = z.strictObject({
  key: ProfileKey,
  url: WebUrl,
  name: z.strictObject({
    full: z.string().check(z.minLength(1), z.maxLength(LIMITS.name)),
    given: z.optional(z.string().check(z.maxLength(LIMITS.name))),
    family: z.optional(z.string().check(z.maxLength(LIMITS.name))),
  }),
  headline: z.optional(line),
  location: z.optional(Place),
  positions: z.array(Position).check(z.maxLength(LIMITS.positions)),
  education: z.array(Education).check(z.maxLength(LIMITS.education)),
  skills: z.array(line).check(z.maxLength(LIMITS.skills)),
  languages: z
    .array(z.strictObject({ name: line, level: z.optional(line) }))
    .check(z.maxLength(LIMITS.languages)),
  about: z.optional(text),
  connections: z.optional(count),
  followers: z.optional(count),
  mutualConnections: z.optional(count),
  degree: z.optional(z.union([z.literal(1), z.literal(2), z.literal(3)])),
  /** The site's own label for the industry, in the page's language. */
  industry: z.optional(line),
  /** A site-wide id that survives a change of the profile's address. */
  memberId: z.optional(z.string().check(z.maxLength(LIMITS.id))),
  links: z.optional(z.array(WebUrl).check(z.maxLength(LIMITS.links))),
});

export type ProfileKey = z.infer<typeof ProfileKey>;
export type Place = z.infer<typeof Place>;
export type Position = z.infer<typeof Position>;
export type Education = z.infer<typeof Education>;
export type Profile = z.infer<typeof Profile>;

/** The profile's fields that a person can see missing, doubtful or changed. */
export type ProfileField = Exclude<keyof Profile, 'key' | 'url'>;

/** Where a field's value was found; `typed` is the user's own hand. */
export const Source = z.enum([
  'jsonLd',
  'embeddedData',
  'card',
  'microdata',
  'hCard',
  'openGraph',
  'label',
  'title',
  'import',
  'typed',
]);
export type Source = z.infer<typeof Source>;

/** More than a profile has fields. */
const MOST_SOURCES = 40;

/** Source of each field of a profile, by field name. */
export const Provenance = z
  .record(z.string(), Source)
  .check(z.refine((sources) => Object.keys(sources).length <= MOST_SOURCES));
export type Provenance = z.infer<typeof Provenance>;
