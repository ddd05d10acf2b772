import { LIMITS } from '../../../core/model/limits.ts';
import { decodeOnce } from '../../page.ts';
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

/** The form in which slugs are compared: decoded once, NFC, lower case; `null` when malformed. */
export function slugKey(piece: string): string | null {
  const slug = decodeOnce(piece);
  if (slug === null || slug === '' || slug.length > LIMITS.id || !/^[\p{L}\p{M}\p{N}._~'’&+-]+$/u.test(slug))
    return null;
  return isMemberId(slug) ? slug : slug.toLowerCase().normalize('NFC');
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
