import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { toReading } from '../src/capture/reading.ts';
import { extractProfile, findSite } from '../src/capture/registry.ts';

/** Reads the open page once, when the user asks for it, and answers what it found. */
export default defineUnlistedScript(() => {
  const url = location.href;
  return toReading(url, extractProfile(document, url), findSite(url), document);
});
