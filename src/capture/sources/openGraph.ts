import { oneLine } from '../../core/text/whitespace.ts';
import type { Draft } from '../draft.ts';
import { metaContent } from '../page.ts';

/** Offers the name of an OpenGraph profile page; answers whether the page is one. */
export function offerOpenGraph(draft: Draft, doc: Document): boolean {
  if (metaContent(doc, 'og:type')?.toLowerCase() !== 'profile') return false;
  const given = metaContent(doc, 'profile:first_name') ?? metaContent(doc, 'og:profile:first_name');
  const family = metaContent(doc, 'profile:last_name') ?? metaContent(doc, 'og:profile:last_name');
  const full = [given, family].filter(Boolean).join(' ');
  if (full !== '') draft.offer('name', { full, given, family }, 'openGraph');
  draft.offer('name', nameOfProfile(metaContent(doc, 'og:title')), 'openGraph', true);
  const about = metaContent(doc, 'og:description');
  // Counts and an invitation, as networks write them, say nothing of the person.
  if (
    about !== undefined &&
    !/^[\d.,KMkm]{1,9}\s\p{L}{4,20}(?:,|\s·|\.)\s[\d.,KMkm]{1,9}\s\p{L}/u.test(about)
  )
    draft.offer('about', about, 'openGraph', true);
  return true;
}

/** `Lena Brandt (@lena) • Instagram photos and videos`: the name alone, without handle, site and what the site shows. */
function nameOfProfile(title: string | undefined): string | undefined {
  const shown = title === undefined ? '' : oneLine(title.slice(0, 500));
  const [first = ''] = shown.split(/\s[|–—·•-]\s|\s\(?@/);
  return (
    first
      .replace(/[’']s (?:profile|page|channel)$/i, '')
      .replace(
        /\s(?:on|auf|sur|en|su|no|op)\s(?:Instagram|Threads|TikTok|YouTube|Facebook|Pinterest|Twitch|Behance|Dribbble|Medium|X|Twitter|Flickr|SoundCloud|Vimeo)$/i,
        '',
      )
      .replace(/[|–—·•:,-]$/, '')
      .trim() || undefined
  );
}
