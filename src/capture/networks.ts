import { createReaders } from './readers.ts';
import linkedin from './sites/linkedin.ts';
import xing from './sites/xing.ts';

/** The two networks alone, for the in-page script: the same functions as in `registry.ts`, a fraction of the size. */
export const { findSite, extractProfile } = createReaders([linkedin, xing]);
