import type {
  Acquaintance,
  CompanyOnPage,
  FoundIn,
  PeopleList,
  Profile,
  ProfileKey,
  Provenance,
  RefusalReason,
} from '../core/model/index.ts';
import { readCompany } from './companyPage.ts';
import { isOwnPage } from './ownPage.ts';
import { reportPage } from './pageReport.ts';
import type { ExtractResult, Site } from './site.ts';

interface Captured {
  profile: Profile;
  provenance: Provenance;
  reader: string;
  doubtful?: string[];
  acquaintances?: Acquaintance[];
}

/** An extraction in the shape that travels to the background, with the address at which it was made. */
export type PageReading = { url: string } & (
  | { ok: true; capture: Captured; missing: string[]; doubtful: string[]; own?: true }
  | {
      ok: false;
      reason: RefusalReason;
      candidates?: Captured[];
      found?: FoundIn;
      report?: string;
      people?: PeopleList;
      company?: CompanyOnPage;
    }
);

/** Name and version of the reader of a page; raise the general one's when its output changes. */
export function readerOf(found: { site: Site } | null): string {
  return found === null ? 'generic@2' : `${found.site.id}@${found.site.version}`;
}

/** Refusals that a reader may be to blame for; of the others the page says all that there is to know. */
const REPORTED = new Set([
  'nothingFound',
  'unsure',
  'manyPersons',
  'stillLoading',
  'otherPerson',
  'unreadable',
]);

/** A page that broke the reader may break its report. */
function safeReport(doc: Document, url: string, reader: string, reason: string): string {
  try {
    return reportPage(doc, new URL(url), reader, reason);
  } catch {
    return `reader: ${reader}\nanswer: ${reason}\nThe page could not be described.`;
  }
}

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
  const reader = readerOf(found);
  if (!result.ok) {
    const candidates = result.candidates?.map((candidate) => ({ ...candidate, reader }));
    const { reason, found: where, people } = result;
    const company = doc !== undefined && reason === 'organisation' ? readCompany(doc, url) : null;
    const report = doc !== undefined &&
      REPORTED.has(reason) && { report: safeReport(doc, url, reader, reason) };
    return {
      url,
      ok: false,
      reason,
      ...(candidates && { candidates }),
      ...(where && { found: where }),
      ...(people && { people }),
      ...(company && { company }),
      ...report,
    };
  }
  const { profile, provenance, missing, doubtful, acquaintances } = result;
  const marks = doubtful.length > 0 && { doubtful: [...doubtful] };
  const own = doc !== undefined &&
    found !== null &&
    isOwnPage(doc, new URL(url), found.key, found.site.identify.bind(found.site)) && { own: true as const };
  const known = acquaintances !== undefined && { acquaintances };
  const capture = { profile, provenance, reader, ...marks, ...known };
  return { url, ok: true, capture, missing, doubtful, ...own };
}
