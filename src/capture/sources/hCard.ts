import { parsePeriod } from '../../core/text/dates.ts';
import type { Draft, LooseEducation, LoosePosition } from '../draft.ts';
import { outermost } from '../entries.ts';
import { firstText, paragraphsOf, textOf } from '../page.ts';

/** The outermost h-cards and h-resumes of a page that name a person; those of organisations are left out. */
export function findCards(doc: Document): Element[] {
  const cards = outermost([...doc.querySelectorAll('.h-resume, .h-card, .vcard')].slice(0, 500));
  return cards.filter((card) => {
    const name = nameOf(card);
    return (
      name !== undefined &&
      card.closest('.h-entry, .h-review, .h-cite') === null &&
      firstText(card, '.p-org.p-name, .fn.org') !== name
    );
  });
}

/** Offers what an h-card or h-resume says. */
export function offerCard(draft: Draft, card: Element): void {
  const given = own(card, '.p-given-name');
  const family = own(card, '.p-family-name');
  draft.offer('name', { full: nameOf(card), given, family }, 'hCard');
  draft.offer('positions', experience(card), 'hCard');
  const title = own(card, '.p-job-title', '.p-role', '.title', '.role');
  const employer = organisationOf(card);
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

function nameOf(card: Element): string | undefined {
  const parts = [own(card, '.p-given-name'), own(card, '.p-family-name')].filter(Boolean).join(' ');
  const named = own(card, '.p-name', '.fn');
  return named ?? (parts || (card.children.length === 0 ? textOf(card) : undefined));
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

/** The employer, which may be a card of its own inside the card, with its own address. */
function organisationOf(card: Element): { company?: string; companyUrl?: string } {
  for (const element of card.querySelectorAll('.p-org, .org')) {
    if (!isOwn(card, element)) continue;
    const company = firstText(element, '.p-name', '.organization-name', '.fn') ?? writtenIn(element);
    if (company === undefined) continue;
    const link = element.matches('a.u-url, a.h-card') ? element : element.querySelector('a.u-url[href]');
    const companyUrl = link?.getAttribute('href') ?? undefined;
    return { company, ...(companyUrl !== undefined && { companyUrl }) };
  }
  return {};
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
