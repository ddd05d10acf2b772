import type { Draft } from '../draft.ts';
import { paragraphsOf, textOf } from '../page.ts';

const SIGNING =
  /^(?:schema:)?(?:author|creator|reviewedBy|editor|publisher|contributor|commentator|accountablePerson|copyrightHolder|translator|illustrator|performer|organizer|director|actor|byArtist|sender|recipient)$/;
/** Whoever stands in a contribution of a page signs it, whatever the property says. */
const SIGNED =
  '[itemtype$="/Comment"], [itemtype$="/UserComments"], [itemtype$="/Review"], .comment, #comments, .byline, .post-meta, .entry-meta';

/** The microdata and RDFa items of type Person that stand in no other item. */
export function findItems(doc: Document): Element[] {
  const items = [
    ...doc.querySelectorAll('[itemtype$="schema.org/Person"], [typeof="Person"], [typeof="schema:Person"]'),
  ].slice(0, 500);
  return items.filter((item) => {
    const holder = item.parentElement?.closest('[itemscope], [typeof]');
    const role = item.getAttribute('itemprop') ?? item.getAttribute('property') ?? '';
    return (
      nameOfItem(item) !== undefined &&
      !(
        holder &&
        role
          .slice(0, 200)
          .split(/\s+/)
          .some((name) => SIGNING.test(name))
      ) &&
      item.closest(SIGNED) === null
    );
  });
}

/** Offers what a Person item says. */
export function offerItem(draft: Draft, item: Element): void {
  const one = (name: string): string | undefined => values(item, name)[0];
  draft.offer(
    'name',
    { full: nameOfItem(item), given: one('givenName'), family: one('familyName') },
    'microdata',
  );
  const title = one('jobTitle');
  const company = named(item, 'worksFor') ?? named(item, 'affiliation');
  const [organisation] = [...properties(item, 'worksFor'), ...properties(item, 'affiliation')];
  const companyUrl = organisation
    ?.querySelector('[itemprop~="url"][href], [property="url"][href], [property="schema:url"][href]')
    ?.getAttribute('href');
  if (title !== undefined || company !== undefined)
    draft.offer(
      'positions',
      [{ title, company, companyUrl: companyUrl ?? undefined, end: null }],
      'microdata',
    );
  const place = [one('addressLocality'), one('addressRegion'), one('addressCountry')]
    .filter(Boolean)
    .join(', ');
  draft.offer('location', place || named(item, 'homeLocation') || one('address'), 'microdata');
  draft.offer(
    'education',
    properties(item, 'alumniOf').map((element) => ({ school: nameIn(element) })),
    'microdata',
  );
  draft.offer('skills', values(item, 'knowsAbout'), 'microdata');
  draft.offer(
    'languages',
    values(item, 'knowsLanguage').map((name) => ({ name })),
    'microdata',
  );
  draft.offer('about', paragraphsOf(properties(item, 'description')[0]), 'microdata');
  draft.offer(
    'links',
    [...properties(item, 'url'), ...properties(item, 'sameAs')].map((element) =>
      element.getAttribute('href'),
    ),
    'microdata',
  );
}

/** The name as it stands there, else put together of its parts. */
export function nameOfItem(item: Element): string | undefined {
  const parts = ['honorificPrefix', 'givenName', 'additionalName', 'familyName'];
  return (
    values(item, 'name')[0] ?? (parts.flatMap((part) => values(item, part)[0] ?? []).join(' ') || undefined)
  );
}

function properties(item: Element, name: string): Element[] {
  const found = item.querySelectorAll(
    `[itemprop~="${name}"], [property="${name}"], [property="schema:${name}"]`,
  );
  return [...found].filter((element) => {
    const scope = element.parentElement?.closest('[itemscope], [typeof]');
    return scope === item || /^address/.test(name);
  });
}

function values(item: Element, name: string): string[] {
  return properties(item, name).flatMap(
    (element) => element.getAttribute('content') ?? textOf(element) ?? [],
  );
}

function named(item: Element, name: string): string | undefined {
  const [element] = properties(item, name);
  return element === undefined ? undefined : nameIn(element);
}

function nameIn(element: Element): string | undefined {
  const inner = element.querySelector('[itemprop~="name"], [property="name"], [property="schema:name"]');
  return (
    inner?.getAttribute('content') ?? textOf(inner) ?? element.getAttribute('content') ?? textOf(element)
  );
}
