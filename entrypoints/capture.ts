import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { toReading } from '../src/capture/reading.ts';
import { extractInSlices, findSite } from '../src/capture/registry.ts';

/** Reads the open page once, when the user asks for it, and answers what it found. */
export default defineUnlistedScript(async () => {
  const url = location.href;
  const pause = () => new Promise<void>((resume) => setTimeout(resume));
  const result = await extractInSlices(document, url, pause);
  // Between two slices the page may have become another one.
  if (location.href !== url) return { url: location.href, ok: false, reason: 'stillLoading' };
  if (!result.ok) await pause();
  return toReading(url, result, findSite(url), document);
});
