import { createReaders } from './readers.ts';
import type { Site } from './site.ts';
import github from './sites/github.ts';
import linkedin from './sites/linkedin.ts';
import xing from './sites/xing.ts';
import { readAnyPage } from './sources/anyPage.ts';

/** Every site with a reader of its own; all other pages are read by the general ladder. */
export const SITES: readonly Site[] = [linkedin, xing, github];

export const { findSite, extractProfile } = createReaders(SITES, readAnyPage);
