import type { Draft } from '../draft.ts';
import { metaContent } from '../page.ts';

/** Offers the name of an OpenGraph profile page; answers whether the page is one. */
export function offerOpenGraph(draft: Draft, doc: Document): boolean {
  if (metaContent(doc, 'og:type')?.toLowerCase() !== 'profile') return false;
  const given = metaContent(doc, 'profile:first_name') ?? metaContent(doc, 'og:profile:first_name');
  const family = metaContent(doc, 'profile:last_name') ?? metaContent(doc, 'og:profile:last_name');
  const full = [given, family].filter(Boolean).join(' ');
  if (full !== '') draft.offer('name', { full, given, family }, 'openGraph');
  const title = metaContent(doc, 'og:title')?.split(/\s[|–—·-]\s/)[0];
  draft.offer('name', title, 'openGraph', true);
  draft.offer('about', metaContent(doc, 'og:description'), 'openGraph', true);
  return true;
}
