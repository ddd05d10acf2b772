import { parsePeriod } from '../../core/text/dates.ts';
import { oneLine } from '../../core/text/whitespace.ts';
import type { Draft, LooseEducation, LoosePosition } from '../draft.ts';
import { outermost } from '../entries.ts';
import { firstText, paragraphsOf, textOf, webUrl } from '../page.ts';
import { isPersonName } from '../personName.ts';

/** Cards that sign a contribution: of microformats 2, of the older ones, of comments and of bylines. */
const SIGNED =
  '.h-entry, .h-review, .h-cite, .h-feed .p-author, .hentry, .hreview, .hfeed .author, .h-event, .vevent, .byline, .post-author, .comment, .comment-author, #comments, .comments, .commentlist, .entry-meta, .post-meta, .posted-by';

/** The outermost h-cards and h-resumes of a page that name a person; those of organisations are left out. */
export function findCards(doc: Document): Element[] {
  const cards = outermost([...doc.querySelectorAll('.h-resume, .h-card, .vcard')].slice(0, 500));
  return cards.filter((card) => {
    const name = nameOfCard(card);
    return (
      name !== undefined &&
      card.closest(SIGNED) === null &&
      firstText(card, '.p-org.p-name, .fn.org') !== name
    );
  });
}

/** Offers what an h-card or h-resume says. */
export function offerCard(draft: Draft, card: Element): void {
  const given = own(card, '.p-given-name');
  const family = own(card, '.p-family-name');
  draft.offer('name', { full: nameOfCard(card), given, family }, 'hCard');
  draft.offer('positions', experience(card), 'hCard');
  const title = own(card, '.p-job-title', '.p-role', '.title', '.role');
  const employers = organisationsOf(card);
  const [employer = {}] = employers;
  if (employers.some((one) => one.title !== undefined))
    draft.offer(
      'positions',
      employers.map((one) => ({ ...one, end: null })),
      'hCard',
    );
  if (title !== undefined || employer.company !== undefined)
    draft.offer('positions', [{ title, ...employer, end: null }], 'hCard');
  draft.offer('education', education(card), 'hCard');
  const place = [
    own(card, '.p-locality', '.locality'),
    own(card, '.p-region', '.region'),
    own(card, '.p-country-name', '.country-name'),
  ];
  draft.offer(
    'location',
    place.filter(Boolean).join(', ') || own(card, '.p-adr', '.p-location', '.p-label'),
    'hCard',
  );
  draft.offer(
    'skills',
    [...card.querySelectorAll('.p-skill, .p-category')].flatMap((element) => textOf(element) ?? []),
    'hCard',
  );
  draft.offer('about', paragraphsOf(card.querySelector('.p-note, .p-summary, .note')), 'hCard');
  draft.offer(
    'links',
    [...card.querySelectorAll('a.u-url[href], a[rel~="me"][href], a.url[href]')]
      .filter((link) => isOwn(card, link))
      .map((link) => link.getAttribute('href')),
    'hCard',
  );
}

/** The name on a card, whole. */
export function nameOfCard(card: Element): string | undefined {
  const parts = [own(card, '.p-given-name'), own(card, '.p-family-name')].filter(Boolean).join(' ');
  const named = own(card, '.p-name', '.fn');
  const shown = named ?? (parts || (card.children.length === 0 ? textOf(card) : undefined));
  // Microformats take the whole text of a name, what a style hides of it too.
  const [element] = [...card.querySelectorAll('.p-name, .fn')].filter((one) => isOwn(card, one));
  const whole = oneLine((element?.textContent ?? '').slice(0, 400));
  return shown !== undefined && whole.length > shown.length && whole.startsWith(shown) && isPersonName(whole)
    ? whole
    : shown;
}

/** Is the card the page's own by the rule of microformats: its address is the page's, or it links there with `rel=me`? */
export function isRepresentative(card: Element, page: URL): boolean {
  return [...card.querySelectorAll('a[href]')].slice(0, 50).some((link) => {
    const address = webUrl(link.getAttribute('href'), page);
    const here = webUrl(page.href, page);
    return (
      link.matches('.u-uid, .u-url, [rel~="me"], .url') &&
      address !== undefined &&
      here !== undefined &&
      address.origin === here.origin &&
      address.pathname.replace(/\/$/, '') === here.pathname.replace(/\/$/, '')
    );
  });
}

/** A property of the card itself, not of an organisation, job or school inside it. */
function own(card: Element, ...selectors: string[]): string | undefined {
  for (const selector of selectors) {
    for (const element of card.querySelectorAll(selector)) {
      const text = isOwn(card, element) ? writtenIn(element) : undefined;
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/**
 * The employers, each of which may be a card of its own inside the card, with its own address and the role there.
 * What a note mentions in passing comes last, and only where nothing else is said.
 */
function organisationsOf(card: Element): LoosePosition[] {
  const elements = [...card.querySelectorAll('.p-org, .org')].filter((element) => isOwn(card, element));
  const plain = elements.filter((element) => element.closest('.p-note, .note, .p-summary') === null);
  return (plain.length > 0 ? plain : elements).slice(0, 20).flatMap((element) => {
    const role = element.querySelector('.p-role, .p-job-title, .role, .title');
    const company =
      firstText(element, '.p-name', '.organization-name', '.fn') ??
      (role === null ? writtenIn(element) : undefined);
    if (company === undefined) return [];
    const link = element.matches('a.u-url, a.h-card') ? element : element.querySelector('a.u-url[href]');
    const title = textOf(role) ?? roleBeside(element, elements);
    const companyUrl = link?.getAttribute('href') ?? undefined;
    return [
      { ...(title !== undefined && { title }), company, ...(companyUrl !== undefined && { companyUrl }) },
    ];
  });
}

/** The role in the smallest block around an organisation that holds no other one. */
function roleBeside(element: Element, others: Element[]): string | undefined {
  const block = element.closest('li, p, dd, tr') ?? element.parentElement;
  if (
    block === null ||
    others.length < 2 ||
    others.some((other) => other !== element && block.contains(other))
  )
    return undefined;
  return firstText(block, '.p-role', '.p-job-title', '.role', '.title');
}

function isOwn(card: Element, element: Element): boolean {
  const holder = element.parentElement?.closest(
    '.h-card, .vcard, .h-resume, .h-event, .p-experience, .p-education, .p-org',
  );
  return (
    holder === card ||
    holder === null ||
    holder?.contains(card) === true ||
    (card.classList.contains('h-resume') && holder?.classList.contains('p-contact') === true)
  );
}

function writtenIn(element: Element): string | undefined {
  const value =
    element.getAttribute('data-value') ?? (element.tagName === 'DATA' ? element.getAttribute('value') : null);
  return value ?? textOf(element);
}

function experience(card: Element): LoosePosition[] {
  return [...card.querySelectorAll('.p-experience')].map((entry) => ({
    title: firstText(entry, '.p-job-title', '.p-role', '.p-name'),
    company: firstText(entry, '.p-org .p-name', '.p-org', '.p-location'),
    ...span(entry),
    description: paragraphsOf(entry.querySelector('.p-summary, .p-description')),
  }));
}

function education(card: Element): LooseEducation[] {
  return [...card.querySelectorAll('.p-education')].map((entry) => ({
    school: firstText(entry, '.p-org .p-name', '.p-org', '.p-name'),
    degree: firstText(entry, '.p-degree'),
    ...span(entry),
  }));
}

function span(entry: Element): { start?: string; end?: string | null } {
  const date = (selector: string): string => {
    const element = entry.querySelector(selector);
    return element?.getAttribute('datetime') ?? textOf(element) ?? '';
  };
  const start = parsePeriod(date('.dt-start'))?.start;
  const end = parsePeriod(date('.dt-end'))?.start;
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}
