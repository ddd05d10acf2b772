import { keyText, type Profile, type ProfileKey } from '../model/index.ts';

/**
 * The site of persons who were imported or typed without any profile address.
 * Their `profile.url` is a reserved address (RFC 2606) that is never to be shown as a link.
 */
export const LOCAL_SITE = 'local';

/** The site of persons on a page that no reader of its own knows; `id` is host and path. */
export const WEB_SITE = 'web';

/** Key and address of a person without a profile page; `id` is any text that is stable for the person. */
export function localIdentity(id: string): Pick<Profile, 'key' | 'url'> {
  return {
    key: { site: LOCAL_SITE, id },
    url: `https://local.invalid/${encodeURIComponent(id.toWellFormed())}`,
  };
}

/** Does the profile have no page that could be opened? */
export function isLocal(profile: Pick<Profile, 'key'>): boolean {
  return profile.key.site === LOCAL_SITE;
}

/**
 * Every key under which the profile is known, strongest first: `site-member:id`, `site:id`.
 * Two records that share one are the same person.
 */
export function profileKeys(profile: Pick<Profile, 'key' | 'memberId'>): string[] {
  const own = keyText(profile.key);
  return profile.memberId === undefined ? [own] : [`${profile.key.site}-member:${profile.memberId}`, own];
}

/**
 * The key of a LinkedIn or XING profile address as files hold it; `null` for any other address. The capture's
 * sites know more addresses; this is what merging and importing need at least.
 */
export function keyOfUrl(address: string): ProfileKey | null {
  const url = webUrlOf(address);
  if (url === null) return null;
  const path = url.pathname.split('/').filter((part) => part !== '');
  // Some programs write the whole address in capitals.
  const kind = path[0]?.toLowerCase();
  if (isHost(url.hostname, 'linkedin.com')) return kind === 'in' ? siteKey('linkedin', path[1]) : null;
  if (isHost(url.hostname, 'xing.com'))
    return kind === 'profile' || kind === 'profiles' ? siteKey('xing', path[1]) : null;
  return null;
}

/** An address with or without its scheme as a web address; `null` when it is none. */
export function webUrlOf(address: string): URL | null {
  const text = address.trim();
  if (text === '' || /\s/.test(text) || (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^https?:\/\//i.test(text)))
    return null;
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  return url.hostname.includes('.') ? url : null;
}

function isHost(host: string, name: string): boolean {
  return host === name || host.endsWith(`.${name}`);
}

function siteKey(site: string, segment: string | undefined): ProfileKey | null {
  if (segment === undefined) return null;
  const id = decode(segment).toLowerCase();
  return id === '' || id.length > 200 ? null : { site, id };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * An e-mail address for comparison: lower case, without what mail programs and spreadsheets put around it
 * (`mailto:x@y`, `Name <x@y>`, `<x@y>`); `null` when it is none.
 */
export function emailKey(text: string): string | null {
  if (text.length > 1_000) return null;
  const email = bareEmail(text.trim()).toLowerCase();
  return email.length <= 320 && /^[^\s@<>,;"]+@[^\s@<>,;"][^\s@<>,;".]*\.[^\s@<>,;"]+$/.test(email)
    ? email
    : null;
}

function bareEmail(text: string): string {
  const [opened, closed] = [text.lastIndexOf('<'), text.lastIndexOf('>')];
  const inner = closed > opened && opened !== -1 ? text.slice(opened + 1, closed) : text;
  const address = inner.trim().replace(/^["'(]+|(?<!["')])["')]+$/g, '');
  const bare = address.replace(/^(?:mailto|smtp):/i, '');
  // Only an address that says `mailto:` has a question after it.
  return bare === address ? bare : (bare.split('?', 1)[0] ?? '');
}
