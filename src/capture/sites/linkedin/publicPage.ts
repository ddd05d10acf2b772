import { type Period, parsePeriod } from '../../../core/text/dates.ts';
import type { Draft, LooseEducation, LooseLanguage, LoosePosition } from '../../draft.ts';
import { withoutSeeMore } from '../../entries.ts';
import { isGrade } from '../../kinds.ts';
import { resembles } from '../../likeness.ts';
import { firstText, pageTitle, paragraphsOf, readLines, textOf } from '../../page.ts';
import {
  addressesOf,
  countryCodeOf,
  educationOf,
  followersOf,
  isMasked,
  type LdNode,
  type LinkedData,
  languagesOf,
  offerPlace,
  part,
  positionsOf,
  readLinkedData,
  strings,
  titlesAreCertain,
} from '../../sources/jsonLd.ts';
import { readAddress } from './address.ts';
import { countedIn, offerCounts } from './labels.ts';

export interface PublicPage {
  data: LinkedData;
  person: LdNode | null;
  /** The page describes persons, but not this one. */
  others: boolean;
}

/** Finds the person of the address among the page's linked data; post authors and commenters are persons too. */
export function readPublicPage(doc: Document, id: string): PublicPage {
  const data = readLinkedData(doc);
  const person = data.persons.find((node) => ownSlugs(data, node).includes(id)) ?? null;
  if (person !== null) return { data, person, others: false };
  const own = data.persons.filter((node) => !data.mentioned.has(node));
  const [lone] = own;
  const unaddressed =
    own.length === 1 && lone !== undefined && resembles(id, data.nameOf(lone)) ? lone : null;
  const said = data.main ?? unaddressed;
  const main = said !== null && ownSlugs(data, said).length === 0 ? said : null;
  return { data, person: main, others: main === null && data.persons.length > 0 };
}

/** Offers what a page for visitors says: sections of the page where it shows them, linked data for the rest. */
export function offerPublicPage(draft: Draft, doc: Document, { data, person }: PublicPage): void {
  const card =
    doc.querySelector('.top-card-layout, .profile-topcard') ?? doc.querySelector('main') ?? doc.body;
  if (person !== null) draft.offer('name', unmasked(strings(data, person, 'name')[0]), 'jsonLd');
  draft.offer(
    'name',
    unmasked(firstText(doc, 'h1.top-card-layout__title', '.top-card-layout__title')),
    'card',
  );
  draft.offer('headline', unmasked(firstText(doc, '.top-card-layout__headline')), 'card');
  draft.offer('headline', unmasked(headlineOfTitle(pageTitle(doc), draft.get('name')?.full)), 'title');
  const subline = readLines(
    doc.querySelector('.top-card-layout__first-subline, .profile-info-subheader, .top-card__subline-row'),
    { split: 'leaf' },
  );
  const shown = subline.find(({ text }) => isShownPlace(text))?.text;
  const country = person === null ? undefined : countryCodeOf(data, person);
  draft.offer('location', shown === undefined ? undefined : { text: shown, countryCode: country }, 'card');
  if (person !== null) offerPlace(draft, data, person);
  if (person !== null) draft.offer('followers', followersOf(data, person), 'jsonLd');
  offerCounts(draft, [...subline, ...readLines(card)], true);
  draft.offer('positions', experience(doc), 'card');
  if (person !== null)
    draft.offer('positions', positionsOf(data, person), 'jsonLd', !titlesAreCertain(data, person));
  draft.offer('positions', shownEmployers(card), 'card');
  draft.offer('education', education(doc), 'card');
  if (person !== null) draft.offer('education', educationOf(data, person), 'jsonLd');
  draft.offer(
    'education',
    topCardTexts(card, 'educationsDetails').map((school) => ({ school })),
    'card',
  );
  draft.offer('languages', languages(doc), 'card');
  if (person !== null) draft.offer('languages', languagesOf(data, person), 'jsonLd');
  const summary = doc.querySelector('[data-section="summary"], section.summary');
  draft.offer(
    'about',
    unmasked(longText(summary?.querySelector('.core-section-container__content') ?? summary)),
    'card',
  );
  if (person !== null) draft.offer('about', strings(data, person, 'description')[0], 'jsonLd');
  if (person !== null) markRestricted(draft, person);
}

/** Cards of positions and of schools. A company with several roles is a card with cards inside: the inner ones count. */
const CARDS =
  '.experience-item, .profile-section-card, .experience-group-position, .education__list-item, li';

function cardsIn(section: Element | null): Element[] {
  const cards = [...(section?.querySelectorAll(CARDS) ?? [])].slice(0, 500);
  // In document order what a card holds comes right after it.
  return cards.filter((card, at) => cards[at + 1] === undefined || !card.contains(cards[at + 1] ?? null));
}

function experience(doc: Document): LoosePosition[] {
  return cardsIn(doc.querySelector('[data-section="experience"], section.experience')).flatMap((card) => {
    const group = card.closest('.experience-group');
    const title = unmasked(firstText(card, '.experience-item__title', '.profile-section-card__title', 'h3'));
    const company = unmasked(
      firstText(group, '.experience-group-header__company') ??
        firstText(card, '.experience-item__subtitle', '.profile-section-card__subtitle', 'h4'),
    );
    if (title === undefined && company === undefined) return [];
    const link = card.querySelector('a[href*="/company/"]') ?? group?.querySelector('a[href*="/company/"]');
    const place = [
      ...card.querySelectorAll('.experience-item__location, .experience-item__meta-item, .location'),
    ]
      .filter((element) => element.querySelector(LONG_TEXT) === null && !isDated(element))
      .map((element) => unmasked(textOf(element)))
      .find((text) => text !== undefined);
    return [
      {
        title,
        company,
        companyUrl: link?.getAttribute('href') ?? undefined,
        ...(spanOf(card) ?? {}),
        location: place,
        description: unmasked(longText(card.querySelector('.experience-item__description') ?? card, true)),
      },
    ];
  });
}

/** Employers that the top card names by a link, where nothing else tells of positions. */
function shownEmployers(card: Element | null): LoosePosition[] {
  return [
    ...topCardTexts(card, 'currentPositionsDetails').map((company) => ({ company, end: null })),
    ...topCardTexts(card, 'pastPositionsDetails').map((company) => ({ company })),
  ];
}

function topCardTexts(card: Element | null, section: string): string[] {
  const box = card?.querySelector(`[data-section="${section}"]`);
  const marked = [...(box?.querySelectorAll('.top-card-link__description') ?? [])];
  const items = marked.length > 0 ? marked : [...(box?.querySelectorAll('li, a') ?? [])];
  return items.slice(0, 20).flatMap((item) => unmasked(textOf(item)) ?? []);
}

function education(doc: Document): LooseEducation[] {
  const section = doc.querySelector(
    'section[data-section="educationsDetails"], section[data-section="education"], section.education',
  );
  return cardsIn(section).flatMap((item) => {
    const school = unmasked(firstText(item, 'h3', '.profile-section-card__title'));
    if (school === undefined) return [];
    const parts = [...item.querySelectorAll('h4 span, .education__item--degree-info')]
      .filter((element) => element.children.length === 0)
      .map((element) => unmasked(element.textContent?.trim()))
      .filter((text): text is string => text !== undefined && text !== '');
    const whole = unmasked(firstText(item, 'h4', '.profile-section-card__subtitle'));
    const comma = whole?.indexOf(', ') ?? -1;
    const [degree, ...field] =
      parts.length > 0 || whole === undefined
        ? parts
        : comma < 0
          ? [whole]
          : [whole.slice(0, comma), whole.slice(comma + 2)];
    const span = spanOf(item);
    const dates =
      span !== null && span.end === undefined ? { end: span.start } : { start: span?.start, end: span?.end };
    const studied = [degree, ...field].flatMap((text) => {
      const part = text?.replace(/,$/, '').trim() ?? '';
      return part === '' || isGrade(part) ? [] : [part];
    });
    return [{ school, degree: studied[0], field: studied[1], ...dates }];
  });
}

function languages(doc: Document): LooseLanguage[] {
  return cardsIn(doc.querySelector('[data-section="languages"], section.languages')).flatMap((item) => {
    const name = unmasked(firstText(item, 'h3'));
    return name === undefined ? [] : [{ name, level: unmasked(firstText(item, 'h4')) }];
  });
}

/** The dates of a card; the length of time beside them is an element of its own. */
function spanOf(card: Element): Period | null {
  const marked = card.querySelector('.date-range, .experience-item__duration, .education__item--duration');
  for (const line of readLines(marked, { split: 'leaf' })) {
    const span = parsePeriod(line.text);
    if (span !== null) return span;
  }
  return null;
}

function isDated(element: Element): boolean {
  return (
    element.querySelector('.date-range, time') !== null ||
    readLines(element, { split: 'leaf' }).some((line) => parsePeriod(line.text) !== null)
  );
}

const LONG_TEXT = '.show-more-less-text__text--more, .show-more-less-text__text--less';

/** A text that is cut short on the page and whole beside it: the whole one, without its buttons. */
function longText(box: Element | null | undefined, markedOnly = false): string | undefined {
  const whole =
    box?.querySelector('.show-more-less-text__text--more') ??
    box?.querySelector('.show-more-less-text__text--less') ??
    (markedOnly && box?.matches('.experience-item__description') !== true ? null : box);
  const text = paragraphsOf(whole, {
    skip: (element) => element.tagName === 'BUTTON' || element.tagName === 'H2',
  });
  return text === undefined ? undefined : withoutSeeMore(text) || undefined;
}

/** Not a count of followers, in whatever language. */
function isShownPlace(text: string): boolean {
  if (isMasked(text) || countedIn(text) !== undefined) return false;
  return /\p{L}/u.test(text) && (!/^[\d.,\s]+/.test(text) || /,\s\p{L}/u.test(text)) && !/^[·•|]/.test(text);
}

function ownSlugs(data: LinkedData, node: LdNode): string[] {
  return addressesOf(data, node).flatMap((href) => {
    try {
      const url = new URL(href);
      if (!/(?:^|\.)linkedin\.com$/.test(url.hostname)) return [];
      const address = readAddress(url);
      return typeof address === 'string' ? [] : [address.id];
    } catch {
      return [];
    }
  });
}

/** `Name - Headline | LinkedIn`; `undefined` for a title without a headline. */
function headlineOfTitle(title: string, name: string | undefined): string | undefined {
  const body = title.split(/\s?\|\s?LinkedIn/i)[0] ?? '';
  if (name === undefined || !body.startsWith(name)) return undefined;
  return /^\s[-–—]\s(.+)$/.exec(body.slice(name.length))?.[1];
}

function unmasked(text: string | undefined): string | undefined {
  return text === undefined || isMasked(text) ? undefined : text;
}

function markRestricted(draft: Draft, person: LdNode): void {
  const masked = (key: string): boolean => isMasked(JSON.stringify(part(person, key) ?? '').slice(0, 20_000));
  if (masked('jobTitle') || masked('worksFor')) draft.restrict('positions');
  if (masked('alumniOf')) draft.restrict('education');
  if (masked('description')) draft.restrict('about');
  if (masked('address')) draft.restrict('location');
}
