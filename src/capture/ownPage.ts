import type { ProfileField, ProfileKey } from '../core/model/index.ts';
import type { Draft, Offers } from './draft.ts';
import { firstText, metaContent, paragraphsOf, webUrl } from './page.ts';
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
