import { LIMITS } from '../../../core/model/limits.ts';
import type { RefusalReason } from '../../site.ts';

const DETAILS = ['experience', 'education', 'skills', 'languages'] as const;
export type DetailsPage = (typeof DETAILS)[number];

export interface LinkedInAddress {
  /** The slug, lower case and NFC; a member id (`ACoA…`) keeps its case. */
  id: string;
  /** A list of its own; `other` is a list that is not read. */
  details: DetailsPage | 'other' | null;
  /** A page around the profile (activity, edit form): its headings need not be the person's name. */
  aside: boolean;
}

const MEMBER_ID = /^ACo[A-Za-z0-9_-]{10,}$/;

/** Whom an address of any known shape is about, or why it is nobody's profile. */
export function readAddress(url: URL): LinkedInAddress | RefusalReason {
  const pieces = url.pathname.split('/').filter((piece) => piece !== '');
  const [first = '', ...rest] =
    pieces[0] === 'mwlite' ? pieces.slice(pieces[1] === 'profile' ? 2 : 1) : pieces;
  if (/^(?:authwall|login|uas|checkpoint|signup|reg)$/.test(first)) return 'signInWall';
  if (/^(?:company|school|showcase)$/.test(first)) return 'organisation';
  if (first === 'in') return ofSlug(rest);
  if (first === 'pub') return ofOldPath(rest);
  if (first === 'profile' && rest[0] === 'view') {
    const id = url.searchParams.get('id') ?? '';
    return /^[A-Za-z0-9_-]{1,80}$/.test(id) ? { id, details: null, aside: false } : 'notAProfile';
  }
  return 'notAProfile';
}

/** A member id instead of a slug? */
export function isMemberId(id: string): boolean {
  return MEMBER_ID.test(id);
}

/**
 * The form in which slugs are compared: the whole segment decoded once, NFC, lower case. Members put emoji, flags and
 * signs such as `®` and `´` into them, so any character may stand there but a slash or a control character; `null`
 * for those, for what is malformed or encoded twice, and for what is longer than an id may be.
 */
export function slugKey(piece: string): string | null {
  const slug = decoded(piece);
  if (slug === null || NO_SLUG.test(slug)) return null;
  if (isMemberId(slug)) return slug;
  const key = slug.toLowerCase().normalize('NFC');
  return key.length > LIMITS.id ? null : key;
}

/** Nothing but dots is a way through folders; `%41` in what was decoded is a second encoding. */
const NO_SLUG = /^\.*$|[\p{Cc}/\\\u2028\u2029]|%[0-9a-f]{2}/iu;

function decoded(piece: string): string | null {
  try {
    return decodeURIComponent(piece.slice(0, LIMITS.url)).toWellFormed().normalize('NFC').trim();
  } catch {
    return null;
  }
}

/** The one address of a profile that is kept, whatever host, tail or query it was seen with. */
export function profileUrl(id: string): string {
  return new URL(`https://www.linkedin.com/in/${encodeURIComponent(id)}/`).href;
}

function ofSlug([piece = '', tail, page]: string[]): LinkedInAddress | RefusalReason {
  const id = slugKey(piece);
  if (id === null) return 'notAProfile';
  if (id === 'me' || id === 'unavailable') return id === 'me' ? 'ownAlias' : 'notAProfile';
  const details = tail !== 'details' ? null : (DETAILS.find((name) => name === page) ?? 'other');
  const aside =
    tail !== undefined &&
    tail !== 'details' &&
    tail !== 'overlay' &&
    !/^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(tail);
  return { id, details, aside };
}

/** `/pub/name/12/345/678` stands for `/in/name-67834512`. */
function ofOldPath([name = '', ...parts]: string[]): LinkedInAddress | RefusalReason {
  const slug = slugKey(name);
  if (slug === null) return 'notAProfile';
  const [a, b, c] = parts;
  if (a === undefined) return { id: slug, details: null, aside: false };
  if (b === undefined || c === undefined || ![a, b, c].every((part) => /^[0-9a-z]{1,3}$/i.test(part)))
    return 'notAProfile';
  return {
    id: `${slug}-${c.padStart(3, '0')}${b.padStart(3, '0')}${a}`.toLowerCase(),
    details: null,
    aside: false,
  };
}
