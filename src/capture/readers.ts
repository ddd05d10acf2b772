import type { ProfileKey } from '../core/model/index.ts';
import { LIMITS } from '../core/model/limits.ts';
import { isOversized } from './page.ts';
import type { ExtractResult, Site } from './site.ts';
import { paperAuthors } from './sources/paperAuthors.ts';

export interface FoundSite {
  site: Site;
  key: ProfileKey;
}

export interface Readers {
  /** Whose profile an address is, by the sites' hosts alone; `null` when it is nobody's. */
  findSite(url: string | URL): FoundSite | null;
  /** Reads a page shown at `url`. The one entry: never throws, whatever the page holds. */
  extractProfile(doc: Document, url: string): ExtractResult;
  /** The same in slices: `pause` is awaited between them, so that a large page goes on answering its user. */
  extractInSlices(doc: Document, url: string, pause: () => Promise<void>): Promise<ExtractResult>;
}

/** A reading that stops between its parts. */
export type Steps = Generator<void, ExtractResult, void>;
type Fallback = (doc: Document, url: URL) => Steps;

/** Readers over a list of sites; `fallback` reads pages of all other hosts. */
export function createReaders(sites: readonly Site[], fallback?: Fallback): Readers {
  const siteOf = (url: URL): Site | undefined =>
    sites.find((site) => site.hosts.some((host) => hostMatches(url.hostname, host)));

  return {
    findSite(address) {
      const url = toUrl(address);
      const site = url === null ? undefined : siteOf(url);
      if (url === null || site === undefined) return null;
      const key = identify(site, url);
      return key === null ? null : { site, key };
    },
    extractProfile(doc, address) {
      const reading = steps(doc, address);
      for (let step = reading.next(); ; step = reading.next()) if (step.done) return step.value;
    },
    async extractInSlices(doc, address, pause) {
      const reading = steps(doc, address);
      for (let step = reading.next(); ; step = reading.next()) {
        if (step.done) return step.value;
        await pause();
      }
    },
  };

  function* steps(doc: Document, address: string): Steps {
    try {
      const url = toUrl(address);
      if (url === null) return { ok: false, reason: 'notAProfile' };
      if (isOversized(doc)) return { ok: false, reason: 'tooLarge' };
      yield;
      const site = siteOf(url);
      if (site !== undefined) {
        const key = identify(site, url);
        if (key === null) {
          const people = site.people?.(doc, url) ?? paperAuthors(doc, url);
          const reason = site.refusal?.(url) ?? 'notAProfile';
          return { ok: false, reason, ...(people !== null && { people }) };
        }
        return site.extract(doc, key, url);
      }
      for (const candidate of sites) {
        const key = candidate.recognise?.(doc, url) ?? null;
        if (key !== null) return candidate.extract(doc, key, url);
      }
      if (fallback === undefined) return { ok: false, reason: 'notAProfile' };
      const result = yield* fallback(doc, url);
      const people = result.ok ? null : paperAuthors(doc, url);
      return result.ok || people === null ? result : { ...result, people };
    } catch {
      // A page can break any assumption; whatever it broke, nothing was read and nothing is saved.
      return { ok: false, reason: 'unreadable' };
    }
  }
}

/** A key that storage accepts, or `null`. */
function identify(site: Site, url: URL): ProfileKey | null {
  try {
    const key = site.identify(url);
    return key === null || key.id === '' || key.id.length > LIMITS.id ? null : key;
  } catch {
    return null;
  }
}

/** `github.com` matches itself alone; `.linkedin.com` matches linkedin.com and all its subdomains. */
export function hostMatches(hostname: string, host: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return host.startsWith('.') ? name === host.slice(1) || name.endsWith(host) : name === host;
}

function toUrl(address: string | URL): URL | null {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}
