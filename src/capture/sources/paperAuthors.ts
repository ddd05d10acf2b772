import type { PeopleList } from '../../core/model/index.ts';
import { LIMITS } from '../../core/model/limits.ts';
import { acquaintancesOf, type Named } from '../acquaintances.ts';
import { elementsOf, metaContent } from '../page.ts';

/** A heading is no place for more tags than this. */
const MOST_TAGS = 3_000;

/**
 * The authors of a paper as publishers, repositories and journals name them for search engines: one
 * `<meta name="citation_author">` each, its ORCID iD right behind it (https://scholar.google.com/intl/en/scholar/inclusion.html).
 * `null` where fewer than two are named: nobody knows anybody there.
 */
export function paperAuthors(doc: Document, url: URL): PeopleList | null {
  const named: Named[] = [];
  for (const meta of elementsOf(doc, 'meta', MOST_TAGS)) {
    const name = meta.getAttribute('name')?.toLowerCase();
    const content = meta.getAttribute('content')?.slice(0, 500) ?? '';
    const last = named.at(-1);
    if (name === 'citation_author') named.push({ name: content });
    else if (name === 'citation_author_orcid' && last !== undefined) last.href ??= orcidUrl(content);
  }
  const people = acquaintancesOf('coauthor', named, url);
  if (people.length < 2) return null;
  const title = metaContent(doc, 'citation_title')?.replace(/\s+/g, ' ').slice(0, LIMITS.line);
  const page = new URL(url);
  page.hash = '';
  if (page.href.length > LIMITS.url) return null;
  return {
    kind: 'authors',
    url: page.href,
    site: page.hostname.replace(/^www\./, '').slice(-40),
    ...(title && { title }),
    people,
  };
}

/** `0000-0002-1825-0097`, bare or in its address. */
function orcidUrl(text: string): string | undefined {
  const id = /\d{4}-\d{4}-\d{4}-\d{3}[\dXx]/.exec(text)?.[0];
  return id === undefined ? undefined : `https://orcid.org/${id.toUpperCase()}`;
}
