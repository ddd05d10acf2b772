import type { PeopleList } from '../../../core/model/index.ts';
import { acquaintancesOf, type Named } from '../../acquaintances.ts';
import type { Draft } from '../../draft.ts';
import { readLines, textOf } from '../../page.ts';
import { isMutualText, mutualNames } from '../../sources/mutualContacts.ts';

/** Links of the top card to the list of common contacts; the link to all of the person's contacts is among them. */
const CONTACT_LINKS =
  'a[href*="network=" i], a[href*="facetNetwork" i], a[href*="connectionOf" i], a[href*="shared_connections"]';

/** Cards of one result each, in the forms of several years; the first form that is there is read. */
const RESULTS = [
  '[data-view-name="people-search-result"]',
  '[data-view-name="search-entity-result-universal-template"]',
  '.reusable-search__result-container',
];
const RESULT_TITLE =
  'a[data-view-name="search-result-lockup-title"][href*="/in/"], [data-view-name="search-result-lockup-title"] a[href*="/in/"], .entity-result__title-text a[href*="/in/"]';
const MOST_RESULTS = 200;
const MEMBER_ID = /^ACo[A-Za-z0-9_-]{10,180}$/;

/** Offers the common contacts whom the top card names: each in letters of their own, else in one sentence. */
export function offerMutuals(draft: Draft, topCard: Element): void {
  const named: Named[] = [];
  for (const link of [...topCard.querySelectorAll(CONTACT_LINKS)].slice(0, 20)) {
    const text = textOf(link) ?? '';
    if (text.length > 500 || !isMutualText(text) || !isSearch(link)) continue;
    const strong = [...link.querySelectorAll('strong')].slice(0, 20).flatMap((part) => textOf(part) ?? []);
    const names = strong.filter((name) => !/\d/.test(name) && !isMutualText(name));
    named.push(...(names.length > 0 ? names : mutualNames(text)).map((name) => ({ name })));
  }
  draft.offerAcquaintances('commonContact', named);
}

/** A link of the site's own to a search: a link that the person has put into their card may say anything. */
function isSearch(link: Element): boolean {
  const href = link.getAttribute('href') ?? '';
  if (!URL.canParse(href, OWN)) return false;
  const { protocol, hostname, pathname } = new URL(href, OWN);
  const own = hostname === 'linkedin.com' || hostname.endsWith('.linkedin.com');
  return protocol === 'https:' && own && /^\/search(?:\/|$)/.test(pathname);
}
const OWN = 'https://www.linkedin.com/';

/**
 * The people of a search that is restricted to the connections of one person, whose id the address names. `null` for any
 * other search: it says of nobody whom they know.
 */
export function connectionsList(doc: Document, url: URL): PeopleList | null {
  if (!/^\/search\/results\/people\/?$/.test(url.pathname)) return null;
  const id = connectionOf(url);
  if (id === null) return null;
  const people = acquaintancesOf('commonContact', resultsOf(doc), url);
  if (people.length === 0) return null;
  return {
    kind: 'connections',
    url: `https://www.linkedin.com/search/results/people/?connectionOf=${encodeURIComponent(`["${id}"]`)}`,
    site: 'linkedin',
    of: { site: 'linkedin', id },
    people,
  };
}

/** The one member whose connections are searched. */
function connectionOf(url: URL): string | null {
  const found = [...url.searchParams]
    // As the site itself spells it: what it does not know restricts nothing.
    .filter(([name]) => name === 'connectionOf' || name === 'facetConnectionOf')
    .flatMap(([, value]) => value.slice(0, 2_000).split(/[^A-Za-z0-9_-]+/))
    .filter((piece) => MEMBER_ID.test(piece));
  const ids = new Set(found);
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
}

function resultsOf(doc: Document): Named[] {
  const main = doc.querySelector('main') ?? doc.body;
  for (const form of RESULTS) {
    const cards = [...(main?.querySelectorAll(form) ?? [])].slice(0, MOST_RESULTS);
    if (cards.length > 0) return cards.flatMap((card) => personIn(card) ?? []);
  }
  return [];
}

/** The person of one result: the link of its title. Further links of the card lead to common contacts. */
function personIn(card: Element): Named | null {
  const marked = card.querySelector(RESULT_TITLE);
  const links = marked === null ? [...card.querySelectorAll('a[href*="/in/"]')].slice(0, 5) : [marked];
  for (const link of links) {
    const [line] = readLines(link, { most: 1 });
    if (line === undefined) continue;
    // Somebody whose name the site does not show has no link of their own: the first is then another's.
    if (marked === null && isMutualText(textOf(link.parentElement) ?? '')) return null;
    const href = link.getAttribute('href')?.replace(/[?#].*$/s, '');
    return { name: line.text.replace(/\s?[•·]\s?.*$/, ''), href };
  }
  return null;
}
