import type { ProfileField, ProfileKey } from '../core/model/index.ts';
import { parsePlace } from '../core/text/places.ts';
import type { Draft, Offers } from './draft.ts';
import { firstText, metaContent, paragraphsOf, readLines, webUrl } from './page.ts';
import { splitRole } from './roleLine.ts';
import { addressesOf, type LdNode, type LinkedData } from './sources/jsonLd.ts';

/**
 * Whom the page says it is about, by its canonical address: `same`, `other`, or `silent`.
 * A page that moves without loading can keep the address of the person before.
 */
export function canonicalSays(
  doc: Document,
  url: URL,
  key: ProfileKey,
  identify: (url: URL) => ProfileKey | null,
): 'same' | 'other' | 'silent' {
  const href = doc.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? metaContent(doc, 'og:url');
  const address = webUrl(href, url);
  const said = address === undefined ? null : identify(address);
  return said === null ? 'silent' : said.id === key.id ? 'same' : 'other';
}

/** The person of the linked data whose own address is this profile's; `null` when none is. */
export function personOf(
  data: LinkedData,
  url: URL,
  key: ProfileKey,
  identify: (url: URL) => ProfileKey | null,
): LdNode | null {
  const own = data.persons.find((node) =>
    addressesOf(data, node).some((href) => {
      const address = webUrl(href, url);
      return address !== undefined && identify(address)?.id === key.id;
    }),
  );
  if (own !== undefined) return own;
  const says = data.main === null ? [] : addressesOf(data, data.main);
  const elsewhere = says.some((href) => {
    const address = webUrl(href, url);
    const said = address === undefined ? null : identify(address);
    return said !== null && said.id !== key.id;
  });
  return elsewhere ? null : data.main;
}

/** Links looked through for the marks of one's own page. */
const LINKS = 500;

/**
 * Does the site show this visitor their own page? Then it offers to edit it: a link below the person's own address
 * that leads to a form.
 */
export function isOwnPage(
  doc: Document,
  url: URL,
  key: ProfileKey,
  identify: (url: URL) => ProfileKey | null,
): boolean {
  const links = [...doc.querySelectorAll('a[href*="/edit"]')].slice(0, LINKS);
  return links.some((link) => {
    const href = webUrl(link.getAttribute('href'), url);
    if (href === undefined) return false;
    const address = new URL(href);
    const edits = address.pathname.split('/').includes('edit');
    return edits && address.host === url.host && identify(address)?.id === key.id;
  });
}

/**
 * The lines that stand right below the page's main heading, buttons and navigation left out: a page that marks
 * nothing else has role and place there.
 */
export function linesBelowName(doc: Document, count = 6): string[] {
  const heading = doc.querySelector('main h1, h1');
  if (heading === null) return [];
  const root = heading.closest('main, article, body') ?? heading;
  const lines = readLines(root, {
    skip: (element) => /^(?:NAV|FOOTER|ASIDE|BUTTON|FORM)$/.test(element.tagName),
  });
  const at = lines.findIndex((line) => heading.contains(line.block) || line.block === heading);
  return at < 0 ? [] : lines.slice(at + 1, at + 1 + count).map((line) => line.text);
}

/** The first of some lines that says `Role at Company`. */
export function roleIn(
  lines: readonly string[],
): { line: string; title: string; company: string } | undefined {
  for (const line of lines) {
    const role = line.length <= 200 ? splitRole(line) : null;
    if (role !== null) return { line, ...role };
  }
  return undefined;
}

/** The first of some lines that ends with a country. */
export function placeIn(lines: readonly string[]): string | undefined {
  return lines.find((line) => line.length <= 100 && parsePlace(line)?.country !== undefined);
}

/** Offers the text of the first element that matches. */
export function offerText<F extends ProfileField>(
  draft: Draft,
  field: F & (Offers[F] extends string ? F : string extends Offers[F] ? F : never),
  root: ParentNode | null,
  ...selectors: string[]
): boolean {
  return draft.offer(field, firstText(root, ...selectors) as Offers[F] | undefined, 'card');
}

/** Offers a paragraph with its line breaks. */
export function offerAbout(draft: Draft, root: ParentNode, ...selectors: string[]): void {
  for (const selector of selectors) draft.offer('about', paragraphsOf(root.querySelector(selector)), 'card');
}

/** The addresses of the links that match. */
export function linksIn(root: ParentNode, selector: string): (string | null)[] {
  return [...root.querySelectorAll(selector)].slice(0, 200).map((link) => link.getAttribute('href'));
}
