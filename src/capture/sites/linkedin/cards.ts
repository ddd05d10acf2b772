import { isPronouns } from '../../../core/text/names.ts';
import { countryOf } from '../../../core/text/places.ts';
import type { Draft } from '../../draft.ts';
import {
  entriesOf,
  facets,
  readEducation,
  readLanguage,
  readPositions,
  withoutSeeMore,
} from '../../entries.ts';
import { resembles } from '../../likeness.ts';
import { firstText, isUnseen, type Line, type LineOptions, readLines, textOf } from '../../page.ts';
import { splitRole } from '../../roleLine.ts';
import type { DetailsPage } from './address.ts';
import { slugKey } from './address.ts';
import { degreeIn, HEADINGS, offerCounts } from './labels.ts';

/** `classic`: the page with an h1 and named anchors. `cards`: the page made of `componentkey` cards. */
export type Generation = 'classic' | 'cards';

type SectionName = keyof typeof HEADINGS;

const CARD_NAMES: Record<SectionName, readonly string[]> = {
  about: ['About', 'HQAbout'],
  experience: ['ExperienceTopLevelSection', 'Experience'],
  education: ['EducationTopLevelSection', 'Education'],
  skills: ['Skills', 'SkillsTopLevelSection', 'SkillTopLevelSection'],
  languages: ['Languages', 'LanguagesTopLevelSection', 'LanguageTopLevelSection'],
};
const DETAILS_SCREEN: Record<DetailsPage, string> = {
  experience: 'ProfileExperienceDetails',
  education: 'ProfileEducationDetails',
  skills: 'ProfileSkillDetails',
  languages: 'ProfileLanguageDetails',
};
const ENTRY_MARKS = [
  '[componentkey^="entity-collection-item"]',
  '[data-view-name="profile-component-entity"]',
  '.pvs-list__paged-list-item',
  'li.artdeco-list__item',
];
const RUNNING_TEXT =
  '[data-testid="expandable-text-box"], .inline-show-more-text, .pvs-entity__sub-components';
const OWN_TAIL = /^\/in\/([^/]+)\/(?:overlay|details|recent-activity|edit|opportunities)\b/;
const CARD_KEY =
  /ref(ACo[A-Za-z0-9_-]+?)(?:Topcard|HQAbout|About|Experience|Education|Skills|Certification|Projects|Language|HQSuggestedForYou|Activity|Interests|Recommendations)/;

export function generationOf(doc: Document): Generation {
  return doc.querySelector('[data-sdui-screen], [componentkey*="Topcard" i], main#workspace') !== null
    ? 'cards'
    : 'classic';
}

/** The part of the page that presents the person: name, headline, place. */
export function topCardOf(doc: Document, generation: Generation): Element | null {
  if (generation === 'cards') {
    return (
      doc.querySelector('[componentkey$="Topcard" i]') ??
      doc.querySelector('[data-sdui-screen] section, main section')
    );
  }
  const heading = doc.querySelector('main h1') ?? doc.querySelector('h1');
  return heading?.closest('section') ?? heading?.parentElement ?? null;
}

/** Whose page this is, by marks that stand only on a person's own page. */
export interface PageOwner {
  slugs: Set<string>;
  memberId: string | undefined;
}

export function ownerOf(doc: Document, topCard: Element | null): PageOwner {
  const slugs = new Set<string>();
  const main = doc.querySelector('main') ?? doc.body;
  const anchors = [...(main?.querySelectorAll('a[href*="/in/"]') ?? [])].slice(0, 2_000);
  for (const anchor of anchors) {
    if (anchor.closest('aside') !== null) continue;
    const path = pathOf(anchor);
    const tail = path === null ? null : OWN_TAIL.exec(path);
    const head =
      topCard?.contains(anchor) === true && anchor.querySelector('h1,h2') !== null
        ? /^\/in\/([^/]+)/.exec(path ?? '')
        : null;
    const slug = slugKey((tail ?? head)?.[1] ?? '');
    if (slug !== null) slugs.add(slug);
  }
  const key =
    topCard?.getAttribute('componentkey') ??
    main?.querySelector('[componentkey*="refACo"]')?.getAttribute('componentkey');
  const memberId = key === null || key === undefined ? undefined : CARD_KEY.exec(key.slice(0, 500))?.[1];
  return { slugs, memberId };
}

/** The name that the page shows as its own; the anchor with the slug first, for it can be nobody else's. */
export function shownName(doc: Document, topCard: Element | null, id: string): string | undefined {
  for (const anchor of [...(topCard?.querySelectorAll('a[href*="/in/"]') ?? [])].slice(0, 200)) {
    const slug = /^\/in\/([^/]+)/.exec(pathOf(anchor) ?? '')?.[1];
    if (slug === undefined || slugKey(slug) !== id) continue;
    const name = textOf(anchor.querySelector('h1,h2'));
    if (name !== undefined) return name;
  }
  return (
    textOf(topCard?.querySelector('h1')) ?? firstText(doc, 'main h1') ?? textOf(topCard?.querySelector('h2'))
  );
}

/** Offers headline, place, degree and counts from the top card. */
export function offerTopCard(
  draft: Draft,
  topCard: Element,
  generation: Generation,
  name: string | undefined,
): void {
  if (generation === 'classic') {
    draft.offer(
      'headline',
      firstText(topCard, '[data-anonymize="headline"]', '.text-body-medium.break-words', '.text-body-medium'),
      'card',
    );
    draft.offer(
      'location',
      firstText(topCard, '.text-body-small.inline.t-black--light.break-words', '[data-anonymize="location"]'),
      'card',
    );
  }
  const lines = readLines(topCard);
  const degrees = new Set(
    lines.map((line) => degreeIn(line.text)).filter((degree): degree is number => degree !== undefined),
  );
  for (const text of facetsOf(topCard, '.dist-value')) {
    const degree = degreeIn(text);
    if (degree !== undefined) degrees.add(degree);
  }
  if (
    degrees.size === 2 &&
    degrees.has(1) &&
    topCard.querySelector('a[href*="/preload/custom-invite/"]') !== null
  )
    degrees.delete(1);
  if (degrees.size === 1) draft.offer('degree', [...degrees][0], 'card');
  offerCounts(draft, lines);
  if (generation === 'cards') offerCardLines(draft, topCard, lines, name);
}

/** The employer shown by a logo in the top card, for pages whose experience is not loaded yet. */
export function offerShownEmployer(draft: Draft, topCard: Element): void {
  const [company] = logoTexts(topCard, 'company');
  if (company === undefined) return;
  const role = splitRole(draft.get('headline') ?? '');
  const title = role?.company.toLowerCase() === company.toLowerCase() ? role.title : undefined;
  draft.offer('positions', [{ title, company, end: null }], 'card', true);
}

/** Offers a section of the profile page, found by structure, else by its heading. */
export function offerSections(draft: Draft, doc: Document, generation: Generation): void {
  for (const name of ['about', 'experience', 'education', 'skills', 'languages'] as const) {
    const { section, byLabel } = findSection(doc, name, generation);
    if (section !== null) offerSection(draft, section, name, generation, byLabel);
  }
  const activity =
    doc.querySelector('#content_collections')?.closest('section') ??
    doc.querySelector('[componentkey$="Activity"]');
  if (activity !== null) offerCounts(draft, readLines(activity).slice(0, 20));
}

/** Offers the list of a `/details/…` page. */
export function offerDetails(draft: Draft, doc: Document, page: DetailsPage, generation: Generation): void {
  const screen = doc.querySelector(`[data-sdui-screen$="${DETAILS_SCREEN[page]}"]`);
  const root =
    screen?.querySelector('[data-component-type="LazyColumn"]') ??
    screen ??
    doc.querySelector('main section, main') ??
    doc.body;
  if (root !== null) offerSection(draft, root, page, generation, false);
}

/** The name on a details page: link back to the profile, else the page's title. */
export function detailsName(doc: Document, id: string, title: string): string | undefined {
  for (const anchor of [...doc.querySelectorAll('main a[href*="/in/"], header a[href*="/in/"]')].slice(
    0,
    200,
  )) {
    const path = pathOf(anchor);
    const slug = /^\/in\/([^/]+)\/?$/.exec(path ?? '')?.[1];
    if (slug === undefined || slugKey(slug) !== id) continue;
    const name = textOf(anchor.querySelector('h1,h2,h3')) ?? textOf(anchor);
    if (name !== undefined && /\p{L}{2}/u.test(name)) return name;
  }
  const pieces = title.split(/\s+\|\s+/).filter((piece) => !/^linkedin$/i.test(piece));
  const headings = new Set<string>(Object.values(HEADINGS).flat());
  const named = pieces.filter((piece) => !headings.has(piece.toLowerCase()));
  return named.length === 1 && (pieces.length > 1 || resembles(id, named[0])) ? named[0] : undefined;
}

function offerCardLines(draft: Draft, topCard: Element, lines: Line[], name: string | undefined): void {
  const at = Math.max(0, lines.findIndex((line) => line.text === name) + 1);
  const contact = lines.findIndex(
    (line) =>
      line.block.closest('a[href*="/overlay/contact-info"]') !== null ||
      line.block.querySelector('a[href*="/overlay/contact-info"]') !== null,
  );
  const own = lines
    .slice(at, contact < 0 ? undefined : contact)
    .filter(
      (line) => /[\p{L}\d]/u.test(line.text) && degreeIn(line.text) === undefined && !isPronouns(line.text),
    )
    .filter(
      (line) =>
        line.block.closest('button, a[href*="/preload/"], a[href*="/messaging/"], a[href*="/search/"]') ===
        null,
    )
    .filter((line) => line.text !== name);
  const employers = new Set([...logoTexts(topCard, 'company'), ...logoTexts(topCard, 'school')]);
  const [headline, ...others] = own;
  const place = contact < 0 ? undefined : own[own.length - 1];
  if (headline !== undefined && headline !== place && !isEmployerLine(headline.text, employers))
    draft.offer('headline', headline.text, 'card');
  if (
    place !== undefined &&
    (place !== headline || others.length === 0) &&
    isPlaceLine(place.text, employers)
  ) {
    draft.offer('location', place.text, 'card');
  } else if (headline !== undefined && headline === place) {
    draft.offer('headline', headline.text, 'card');
  }
}

function isEmployerLine(text: string, employers: Set<string>): boolean {
  return employers.size > 0 && facets(text).every((facet) => employers.has(facet));
}

/** A place has a comma, or is a country or an area; anything else could be a company. */
function isPlaceLine(text: string, employers: Set<string>): boolean {
  if (isEmployerLine(text, employers) || text.includes('·') || text.length > 120) return false;
  return (
    /\p{L},\s\p{L}/u.test(text) ||
    countryOf(text) !== undefined ||
    /\b(?:area|region|metropolitan|metropolregion|umgebung)\b|^(?:Großraum|Région|Área)\s/i.test(text)
  );
}

function logoTexts(topCard: Element, kind: 'company' | 'school'): string[] {
  return [...topCard.querySelectorAll(`svg[id^="${kind}-accent"]`)].slice(0, 20).flatMap((icon) => {
    for (
      let element = icon.parentElement, depth = 0;
      element !== null && element !== topCard && depth < 6;
      element = element.parentElement, depth++
    ) {
      const text = readLines(element)[0]?.text;
      if (text !== undefined) return [text];
    }
    return [];
  });
}

function facetsOf(root: Element, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((element) => (element.textContent ?? '').trim());
}

function findSection(
  doc: Document,
  name: SectionName,
  generation: Generation,
): { section: Element | null; byLabel: boolean } {
  if (generation === 'cards') {
    for (const card of CARD_NAMES[name]) {
      const section = doc.querySelector(`[componentkey$="${card}"], [data-testid^="profile_${card}_"]`);
      if (section !== null) return { section, byLabel: false };
    }
  } else {
    const anchor = doc.querySelector(`main [id="${name}"], section [id="${name}"]`);
    const section = anchor?.closest('section') ?? null;
    if (section !== null) return { section, byLabel: false };
  }
  for (const heading of [...doc.querySelectorAll('main h2')].slice(0, 200)) {
    if (heading.closest('footer, aside') !== null) continue;
    const label = sectionLabel(heading);
    if (label !== undefined && HEADINGS[name].includes(label.toLowerCase())) {
      return { section: heading.closest('section') ?? boxOf(heading), byLabel: true };
    }
  }
  return { section: null, byLabel: false };
}

/** The nearest ancestor that holds more than the heading, and no second one. */
function boxOf(heading: Element): Element | null {
  for (let box = heading.parentElement; box !== null && box.tagName !== 'MAIN'; box = box.parentElement) {
    if (box.querySelectorAll('h2').length > 1) return null;
    if (readLines(box).length > 1) return box;
  }
  return null;
}

function sectionLabel(heading: Element): string | undefined {
  return readLines(heading, { split: 'leaf' })[0]?.text;
}

function offerSection(
  draft: Draft,
  section: Element,
  name: SectionName,
  generation: Generation,
  byLabel: boolean,
): void {
  const source = byLabel ? 'label' : 'card';
  const options = lineOptions(generation);
  if (name === 'about') {
    draft.offer('about', aboutText(section, options), source);
    return;
  }
  const entries = entriesOf(section, ENTRY_MARKS, options);
  const lists = entries
    .map(({ lines }) => lines.filter((line) => !isChrome(line)))
    .filter((lines) => lines.length > 0);
  if (name === 'experience') {
    draft.offer(
      'positions',
      entries.flatMap(({ lines, root }) => {
        const kept = lines.filter((line) => !isChrome(line));
        const link = companyLink(kept, root);
        return readPositions(kept, isRunningText).map((position) => ({ ...position, companyUrl: link }));
      }),
      source,
    );
  } else if (name === 'education') {
    draft.offer(
      'education',
      lists.flatMap((lines) => readEducation(lines) ?? []),
      source,
    );
  } else if (name === 'skills') {
    draft.offer(
      'skills',
      lists.flatMap(([first]) => first?.text ?? []),
      source,
    );
  } else {
    draft.offer(
      'languages',
      lists.flatMap((lines) => readLanguage(lines) ?? []),
      source,
    );
  }
}

function aboutText(section: Element, options: LineOptions): string | undefined {
  const box = section.querySelector(
    '[data-testid="expandable-text-box"], .inline-show-more-text, [class*="inline-show-more-text"]',
  );
  const lines = readLines(box ?? section, options).filter((line) => box !== null || !isChrome(line));
  const text = lines.map((line) => line.text).join('\n');
  return withoutSeeMore(text) || undefined;
}

/** The classic page doubles every text for screen readers: the visible twin is `aria-hidden`. */
function lineOptions(generation: Generation): LineOptions {
  return { split: generation === 'classic' ? 'leaf' : 'block', skip: isUnseen };
}

/** Headings, buttons and `show all` links are the page's, not the person's. */
function isChrome(line: Line): boolean {
  if (
    /^H2$/.test(line.block.tagName) ||
    line.block.closest('h2, button, .pvs-navigation__text, .artdeco-button') !== null
  )
    return true;
  return line.block.closest('a[href*="/details/"]') !== null && line.block.closest('li') === null;
}

function isRunningText(line: Line): boolean {
  return line.block.closest(RUNNING_TEXT) !== null;
}

function companyLink(lines: Line[], root: Element): string | undefined {
  const near = lines[0]?.block.closest('a[href*="/company/"]');
  const whole = root.querySelector('hr') === null ? root.querySelector('a[href*="/company/"]') : null;
  return (near ?? whole)?.getAttribute('href') ?? undefined;
}

function pathOf(anchor: Element): string | null {
  const href = anchor.getAttribute('href');
  if (href === null || href.length > 2_000) return null;
  try {
    const url = new URL(href, 'https://www.linkedin.com/');
    return /(?:^|\.)linkedin\.com$/.test(url.hostname) ? url.pathname : null;
  } catch {
    return null;
  }
}
