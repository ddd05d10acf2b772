import { parsePeriod } from '../../../core/text/dates.ts';
import type { Draft, LooseEducation, LooseLanguage, LoosePosition } from '../../draft.ts';
import { withoutSeeMore } from '../../entries.ts';
import { resembles } from '../../likeness.ts';
import { firstText, pageTitle, paragraphsOf, readLines } from '../../page.ts';
import {
  addressesOf,
  educationOf,
  followersOf,
  isMasked,
  type LdNode,
  type LinkedData,
  languagesOf,
  offerPlace,
  positionsOf,
  readLinkedData,
  strings,
  titlesAreCertain,
} from '../../sources/jsonLd.ts';
import { readAddress } from './address.ts';
import { offerCounts } from './labels.ts';

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
  if (person !== null) offerPlace(draft, data, person);
  const subline = readLines(doc.querySelector('.top-card-layout__first-subline'), { split: 'leaf' });
  draft.offer(
    'location',
    unmasked(firstText(doc, '.top-card__subline-item', '.top-card-layout__first-subline .not-first-middot')),
    'card',
  );
  if (person !== null) draft.offer('followers', followersOf(data, person), 'jsonLd');
  offerCounts(draft, [...subline, ...readLines(card)]);
  draft.offer('positions', experience(doc), 'card');
  if (person !== null)
    draft.offer('positions', positionsOf(data, person), 'jsonLd', !titlesAreCertain(data, person));
  draft.offer('education', education(doc), 'card');
  if (person !== null) draft.offer('education', educationOf(data, person), 'jsonLd');
  draft.offer('languages', languages(doc), 'card');
  if (person !== null) draft.offer('languages', languagesOf(data, person), 'jsonLd');
  const about = paragraphsOf(
    doc.querySelector(
      'section[data-section="summary"] .core-section-container__content, section[data-section="summary"] p',
    ),
  );
  draft.offer('about', unmasked(about === undefined ? undefined : withoutSeeMore(about)), 'card');
  if (person !== null) draft.offer('about', strings(data, person, 'description')[0], 'jsonLd');
  if (person !== null) markRestricted(draft, person);
}

function experience(doc: Document): LoosePosition[] {
  const positions: LoosePosition[] = [];
  const section = doc.querySelector('section[data-section="experience"], section.experience');
  for (const item of section?.querySelectorAll('.experience-item, .profile-section-card') ?? []) {
    const title = unmasked(firstText(item, '.experience-item__title', '.profile-section-card__title', 'h3'));
    const group = item.closest('.experience-group');
    const company =
      unmasked(firstText(item, '.experience-item__subtitle', '.profile-section-card__subtitle', 'h4')) ??
      unmasked(firstText(group, '.experience-group-header__company', 'h3, h4'));
    if (title === undefined) continue;
    const span = parsePeriod(firstText(item, '.date-range', '.experience-item__duration') ?? '');
    const link = (
      item.querySelector('a[href*="/company/"]') ?? group?.querySelector('a[href*="/company/"]')
    )?.getAttribute('href');
    const text = paragraphsOf(
      item.querySelector(
        '.show-more-less-text__text--more, .show-more-less-text__text--less, .experience-item__description',
      ),
    );
    const places = [...item.querySelectorAll('.experience-item__location, .experience-item__meta-item')].map(
      (element) => firstText(element.parentElement, `.${element.classList[0]}`),
    );
    const place = places.find((text) => text !== undefined && parsePeriod(text) === null && !isMasked(text));
    positions.push({
      title,
      company,
      companyUrl: link ?? undefined,
      ...(span ?? {}),
      location: place,
      description: text === undefined || isMasked(text) ? undefined : withoutSeeMore(text),
    });
  }
  return positions;
}

function education(doc: Document): LooseEducation[] {
  const entries: LooseEducation[] = [];
  const items = doc.querySelectorAll(
    'section[data-section="educationsDetails"] li, section[data-section="education"] li, .education__list-item',
  );
  for (const item of items) {
    const school = unmasked(firstText(item, 'h3'));
    if (school === undefined) continue;
    const parts = [...item.querySelectorAll('h4 span, .education__item--degree-info')]
      .filter((element) => element.children.length === 0)
      .map((element) => unmasked(element.textContent?.trim()))
      .filter((text): text is string => text !== undefined && text !== '');
    const [degree, ...field] = parts.length > 0 ? parts : [unmasked(firstText(item, 'h4'))];
    const span = parsePeriod(firstText(item, '.date-range') ?? '');
    const dates =
      span !== null && span.end === undefined ? { end: span.start } : { start: span?.start, end: span?.end };
    entries.push({ school, degree: degree?.replace(/,$/, ''), field: field[0]?.replace(/,$/, ''), ...dates });
  }
  return entries;
}

function languages(doc: Document): LooseLanguage[] {
  return [...doc.querySelectorAll('section[data-section="languages"] li, section.languages li')].flatMap(
    (item) => {
      const name = unmasked(firstText(item, 'h3'));
      return name === undefined ? [] : [{ name, level: unmasked(firstText(item, 'h4')) }];
    },
  );
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
  const body = title.replace(/\s*\|\s*LinkedIn.*$/i, '');
  if (name === undefined || !body.startsWith(name)) return undefined;
  return /^\s+[-–—]\s+(.+)$/.exec(body.slice(name.length))?.[1];
}

function unmasked(text: string | undefined): string | undefined {
  return text === undefined || isMasked(text) ? undefined : text;
}

function markRestricted(draft: Draft, person: LdNode): void {
  const masked = (key: string): boolean => isMasked(JSON.stringify(person[key] ?? '').slice(0, 20_000));
  if (masked('jobTitle') || masked('worksFor')) draft.restrict('positions');
  if (masked('alumniOf')) draft.restrict('education');
  if (masked('description')) draft.restrict('about');
  if (masked('address')) draft.restrict('location');
}
