import type {
  Acquaintance,
  FoundIn,
  PeopleList,
  Profile,
  ProfileField,
  ProfileKey,
  Provenance,
  RefusalReason,
} from '../core/model/index.ts';

export type { RefusalReason };

/** Several persons on one page: the user picks, the reader never guesses. */
export interface Candidate {
  profile: Profile;
  provenance: Provenance;
  /** Fields whose value may be wrong. */
  doubtful?: ProfileField[];
}

export type ExtractResult =
  | {
      ok: true;
      profile: Profile;
      /** Fields that this kind of page usually shows and this one did not. */
      missing: ProfileField[];
      provenance: Provenance;
      /** Fields whose value was found but may be wrong. */
      doubtful: ProfileField[];
      /** Fields that the site hides from this visitor (masked values, sign-in for more). */
      restricted?: ProfileField[];
      /** Whom the page names as acquaintances of its person. */
      acquaintances?: Acquaintance[];
    }
  | {
      ok: false;
      reason: RefusalReason;
      candidates?: Candidate[];
      /** Where the candidates were found: the page's data, a list of people on it, who signs something there. */
      found?: FoundIn;
      /** The page is nobody's, and names people who know somebody or each other. */
      people?: PeopleList;
    };

export interface Site {
  /** Equals the file's name; stands in profile keys, so it never changes. */
  id: string;
  /** Version of this reader, kept with each capture; raise it when its output changes. */
  version: number;
  /** Hosts, exact (`github.com`) or with all their subdomains (`.linkedin.com`). */
  hosts: readonly string[];
  /** Pure: whom the address is about, or `null` when it is nobody's profile. */
  identify(url: URL): ProfileKey | null;
  /** Pure: the one address of a profile that is kept, whatever host, tail or query `url` has. */
  address(key: ProfileKey, url: URL): string;
  /** Pure: why an address of this site is nobody's profile; `notAProfile` when not given. */
  refusal?(url: URL): RefusalReason;
  /** The list of people that a page which is nobody's profile shows; `null` when it is none that is known. */
  people?(doc: Document, url: URL): PeopleList | null;
  /** For software that runs on many hosts: whom a page on an unknown host is about, by its own marks. */
  recognise?(doc: Document, url: URL): ProfileKey | null;
  /** Reads the handed document only. `url` is the address it was shown at. Never throws. */
  extract(doc: Document, key: ProfileKey, url: URL): ExtractResult;
}

/** An address and the id that it must be identified as; `null` marks a refusal. */
export type Example = readonly [url: string, id: string | null];

/** Declares a site; the registry finds it by its folder. */
export function defineSite(site: Site): Site {
  return site;
}
