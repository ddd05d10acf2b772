import type { ProfileKey } from '../core/model/index.ts';
import { hostMatches } from './readers.ts';
import { findSite, SITES } from './registry.ts';
import { keyOfPage, pageAddress } from './sources/anyPage.ts';

/**
 * Whom an address would be about: by the reader of its site, and on all other hosts the page itself (host and
 * path). `null` when the site's reader knows that it is nobody's profile, or when it is no web address.
 */
export function personOf(address: string): ProfileKey | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const known = SITES.some((site) => site.hosts.some((host) => hostMatches(url.hostname, host)));
  return known ? (findSite(url)?.key ?? null) : keyOfPage(url);
}

/** The one address under which whom an address is about would be saved; `null` when it is nobody's profile. */
export function profileAddress(address: string): string | null {
  if (personOf(address) === null) return null;
  const url = new URL(address);
  const found = findSite(url);
  return found === null ? pageAddress(url) : found.site.address(found.key, url);
}
