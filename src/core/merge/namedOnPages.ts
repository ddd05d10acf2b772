import { type Contact, LIMITS, type NamedOnPage } from '../model/index.ts';

/** The contact with what a page said of its acquaintances in place of what the same page said before. */
export function withNamedOnPage<C extends Pick<Contact, 'namedOnPages'>>(contact: C, named: NamedOnPage): C {
  const { namedOnPages = [] } = contact;
  const refused = isRefused(contact, named.url);
  return {
    ...contact,
    namedOnPages: newestFirst([
      { ...named, ...(refused && { refused }) },
      ...namedOnPages.filter(({ url }) => url !== named.url),
    ]),
  };
}

/** Has the user taken back what this page says of the contact's acquaintances? */
export function isRefused({ namedOnPages = [] }: Pick<Contact, 'namedOnPages'>, url: string): boolean {
  return namedOnPages.some((page) => page.url === url && page.refused === true);
}

/** What the pages of two said who are one person: each page once, the first list's word where both have it. */
export function joinNamedOnPages(
  a: readonly NamedOnPage[] = [],
  b: readonly NamedOnPage[] = [],
): NamedOnPage[] {
  return newestFirst([...a, ...b.filter(({ url }) => !a.some((page) => page.url === url))]);
}

/** At most `LIMITS.namedOnPages`; of older pages those stay that the user does not want to hear. */
function newestFirst(pages: readonly NamedOnPage[]): NamedOnPage[] {
  return [...pages]
    .sort((a, b) => Number(b.refused ?? false) - Number(a.refused ?? false) || b.on.localeCompare(a.on))
    .slice(0, LIMITS.namedOnPages)
    .sort((a, b) => b.on.localeCompare(a.on));
}
