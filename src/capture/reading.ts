import type { Profile, ProfileKey, Provenance } from '../core/model/index.ts';
import type { ExtractResult, Site } from './site.ts';

/** An extraction in the shape that travels to the background. */
export type PageReading =
  | {
      ok: true;
      capture: { profile: Profile; provenance: Provenance; reader: string };
      missing: string[];
      doubtful: string[];
    }
  | {
      ok: false;
      reason: string;
      candidates?: { profile: Profile; provenance: Provenance; reader: string }[];
    };

/** Names the reader that made an extraction, so that it is kept with the capture. */
export function toReading(result: ExtractResult, found: { site: Site; key: ProfileKey } | null): PageReading {
  const reader = found === null ? 'generic@1' : `${found.site.id}@${found.site.version}`;
  if (!result.ok) {
    const candidates = result.candidates?.map((candidate) => ({ ...candidate, reader }));
    return { ok: false, reason: result.reason, ...(candidates && { candidates }) };
  }
  const { profile, provenance, missing, doubtful } = result;
  return { ok: true, capture: { profile, provenance, reader }, missing, doubtful };
}
