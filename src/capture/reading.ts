import type { Profile, ProfileKey, Provenance, RefusalReason } from '../core/model/index.ts';
import { isOwnPage } from './ownPage.ts';
import type { ExtractResult, Site } from './site.ts';

interface Captured {
  profile: Profile;
  provenance: Provenance;
  reader: string;
  doubtful?: string[];
}

/** An extraction in the shape that travels to the background, with the address at which it was made. */
export type PageReading = { url: string } & (
  | { ok: true; capture: Captured; missing: string[]; doubtful: string[]; own?: true }
  | { ok: false; reason: RefusalReason; candidates?: Captured[] }
);

/**
 * Names the reader that made an extraction, so that it is kept with the capture; of a page in `doc`, also says
 * whether it is its visitor's own.
 */
export function toReading(
  url: string,
  result: ExtractResult,
  found: { site: Site; key: ProfileKey } | null,
  doc?: Document,
): PageReading {
  const reader = found === null ? 'generic@2' : `${found.site.id}@${found.site.version}`;
  if (!result.ok) {
    const candidates = result.candidates?.map((candidate) => ({ ...candidate, reader }));
    return { url, ok: false, reason: result.reason, ...(candidates && { candidates }) };
  }
  const { profile, provenance, missing, doubtful } = result;
  const marks = doubtful.length > 0 && { doubtful: [...doubtful] };
  const own = doc !== undefined &&
    found !== null &&
    isOwnPage(doc, new URL(url), found.key, found.site.identify.bind(found.site)) && { own: true as const };
  return { url, ok: true, capture: { profile, provenance, reader, ...marks }, missing, doubtful, ...own };
}
