import { createReaders } from './readers.ts';
import type { Site } from './site.ts';
import aboutme from './sites/aboutme.ts';
import bluesky from './sites/bluesky.ts';
import crunchbase from './sites/crunchbase.ts';
import github from './sites/github.ts';
import linkedin from './sites/linkedin.ts';
import mastodon from './sites/mastodon.ts';
import orcid from './sites/orcid.ts';
import researchgate from './sites/researchgate.ts';
import scholar from './sites/scholar.ts';
import stackoverflow from './sites/stackoverflow.ts';
import theorg from './sites/theorg.ts';
import wellfound from './sites/wellfound.ts';
import x from './sites/x.ts';
import xing from './sites/xing.ts';
import { readAnyPage } from './sources/anyPage.ts';

/** Every site with a reader of its own; all other pages are read by the general ladder. */
export const SITES: readonly Site[] = [
  aboutme,
  bluesky,
  crunchbase,
  github,
  linkedin,
  mastodon,
  orcid,
  researchgate,
  scholar,
  stackoverflow,
  theorg,
  wellfound,
  x,
  xing,
];

export const { findSite, extractProfile, extractInSlices } = createReaders(SITES, readAnyPage);
