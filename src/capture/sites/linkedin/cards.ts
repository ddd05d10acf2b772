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
import { splitRole, titleAt } from '../../roleLine.ts';
import type { DetailsPage } from './address.ts';
import { slugKey } from './address.ts';
import { countedIn, degreeIn, HEADINGS, headingKey, offerCounts } from './labels.ts';

/** `classic`: the page with an h1 and named anchors. `cards`: the page made of `componentkey` cards. */
export type Generation = 'classic' | 'cards';

type SectionName = keyof typeof HEADINGS;

const OTHER_CARD = /(?:Volunteer(?:ing)?Experience|SuggestedForYou)(?:TopLevel)?(?:Section)?$/;
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
  '[data-testid="expandable-text-box"], .inline-show-more-text, [class*="inline-show-more-text"]';
/** Buttons, and links that lead elsewhere than to the own page: what they say is not the person's. */
const NOT_OWN_TEXT =
  'button, [role="button"], a[href*="/preload/"], a[href*="/messaging/"], a[href*="/search/"], a[href*="/company/"], a[href*="/school/"], a[href*="/premium/"]';
const PROFILE_BASE = 'https://www.linkedin.com/';
const OWN_TAIL = /^\/in\/([^/]+)\/(?:overlay|details|recent-activity|edit|opportunities)\b/;
/** A card's key ends with the member id and the card's name; the names are neither translated nor hashed. */
const CARD_KEY =
  /ref(ACo[A-Za-z0-9_-]{1,100}?)(?:Top[Cc]ard|HQAbout|HQSuggestedForYou|About|(?:VolunteerExperience|VolunteeringExperience|Experience|Education|Skills?|Certifications?|Projects?|Languages?|Honors?|Courses?|Publications?|Patents?|Activity|Interests|Recommendations|Featured|ContactInfo)(?:TopLevel|Detail)?(?:Section)?)$/;
/** The same, where something stands behind the card's name. */
const CARD_KEY_INSIDE =
  /ref(ACo[A-Za-z0-9_-]{1,100}?)(?:Top[Cc]ard|HQAbout|About|Experience|Education|Skills)/;
/** Whose connections a link searches: the person's own id. */
const CONNECTION_OF = /[?&]connectionOf=(?:%5B|\[)?(?:%22|")?(ACo[A-Za-z0-9_-]+)/i;
/** Lists of their own, such as `/in/<slug>/details/skills/`; one entry's address goes on behind it. */
const WHOLE_LIST = /\/details\/[a-z-]+\/?(?:[?#][\s\S]*)?$/;

/** Marks of the page made of cards; some of its forms know their cards by `data-view-name` alone. */
const CARD_PAGE =
  '[data-sdui-screen], [componentkey*="Topcard" i], main#workspace, [data-view-name="profile-top-card"], [data-view-name^="profile-card-"]';
/** The skills of an entry stand below it as a link to their list; the words alone do not tell. */
const ENTRY_SKILLS =
  '[data-field*="contextual_skills"], a[href*="skill-associations"], a[href*="/skills-associations"], [data-view-name*="contextual-skills"]';
/** On one's own page every section's head has links to its forms. */
const FORMS = 'a[href*="/edit/"], a[href*="/add-edit/"], a[href*="/add/"]';

/** Which of LinkedIn's two page designs this is. */
export function generationOf(doc: Document): Generation {
  return doc.querySelector(CARD_PAGE) !== null ? 'cards' : 'classic';
}

/** The part of the page that presents the person: name, headline, place. */
export function topCardOf(doc: Document, generation: Generation): Element | null {
  if (generation === 'cards') {
    return (
      doc.querySelector('[componentkey$="Topcard" i]') ??
      doc.querySelector('[data-view-name="profile-top-card"]') ??
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

/** Whose page it is, by the addresses within its main part; those in side columns are other people's. */
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
  return { slugs, memberId: memberIdOf(main, topCard) };
}

function memberIdOf(main: Element | null, topCard: Element | null): string | undefined {
  const cards = [
    ...(topCard === null ? [] : [topCard]),
    ...(main?.querySelectorAll('[componentkey*="refACo"]') ?? []),
  ];
  const keys = cards.slice(0, 100).flatMap((card) => card.getAttribute('componentkey')?.slice(0, 500) ?? []);
  for (const shape of [CARD_KEY, CARD_KEY_INSIDE]) {
    for (const key of keys) {
      const id = shape.exec(key)?.[1];
      if (id !== undefined) return id;
    }
  }
  const link = topCard?.querySelector('a[href*="connectionOf"]')?.getAttribute('href')?.slice(0, 2_000) ?? '';
  return CONNECTION_OF.exec(link)?.[1];
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
    textOf(topCard?.querySelector('h1')) ??
    firstText(doc, 'main h1') ??
    textOf(topCard?.querySelector('h2')) ??
    labelOf(topCard, id)
  );
}

/** The label of a link to the own profile: the name, where no heading shows it. */
function labelOf(topCard: Element | null, id: string): string | undefined {
  for (const anchor of [...(topCard?.querySelectorAll('a[aria-label]') ?? [])].slice(0, 200)) {
    const slug = /^\/in\/([^/]+)\/?$/.exec(pathOf(anchor) ?? '')?.[1];
    const label = anchor.getAttribute('aria-label')?.trim();
    if (slug !== undefined && slugKey(slug) === id && label) return label;
  }
  return undefined;
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
  const lines = readLines(topCard, { linksApart: true });
  draft.offer('degree', degreeOf(topCard, lines), 'card');
  offerCounts(draft, lines);
  if (generation === 'cards') offerCardLines(draft, topCard, lines, name);
}

/** The degree of connection. Two may stand in the page, one of them hidden by style; the buttons tell which. */
function degreeOf(topCard: Element, lines: Line[]): number | undefined {
  const found = [
    ...lines.map((line) => ({ text: line.text, element: line.block })),
    ...[...topCard.querySelectorAll('.dist-value')].map((element) => ({
      text: element.textContent ?? '',
      element,
    })),
  ].flatMap(({ text, element }) => {
    const degree = degreeIn(text);
    return degree === undefined ? [] : [{ degree, silent: element.closest('[aria-hidden="true"]') !== null }];
  });
  const spoken = found.filter(({ silent }) => !silent);
  const degrees = new Set((spoken.length > 0 ? spoken : found).map(({ degree }) => degree));
  if (degrees.size > 1 && degrees.has(1)) {
    const canConnect = topCard.querySelector('a[href*="/preload/custom-invite/"]') !== null;
    const canWrite = topCard.querySelector('a[href*="/messaging/compose"]') !== null;
    if (canConnect) degrees.delete(1);
    else if (canWrite) return 1;
  }
  return degrees.size === 1 ? [...degrees][0] : undefined;
}

/**
 * The employer shown by a logo in the top card, else the one that the headline names, for pages whose experience
 * is not loaded yet. Links to companies tell nothing: they are advertisements too.
 */
export function offerShownEmployer(draft: Draft, topCard: Element): void {
  const [company] = logoTexts(topCard, 'company');
  const headline = draft.get('headline') ?? '';
  if (company === undefined) {
    const role = splitRole(headline);
    draft.offer('positions', role === null ? undefined : [{ ...role, end: null }], 'card', true);
    return;
  }
  draft.offer('positions', [{ title: titleAt(headline, company), company, end: null }], 'card', true);
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

/**
 * Offers the addresses of a person's own sites, where the page shows them (contact details, the visitors' page).
 * E-mail addresses and telephone numbers beside them are left alone.
 */
export function offerWebsites(draft: Draft, doc: Document): void {
  const links = doc.querySelectorAll(
    '[data-sdui-screen$="ProfileContactDetailsOverlay"] a[href], .ci-websites a[href], [data-section="websites"] dd a[href]',
  );
  draft.offer(
    'links',
    [...links].slice(0, 50).flatMap((link) => ownSite(link.getAttribute('href') ?? '') ?? []),
    'card',
  );
}

/** An address as it is, or out of the site's own forwarding (`/redir/redirect?url=…`); `undefined` for the site's pages. */
function ownSite(href: string): string | undefined {
  if (!URL.canParse(href, PROFILE_BASE)) return undefined;
  const url = new URL(href, PROFILE_BASE);
  if (!/(?:^|\.)linkedin\.com$/.test(url.hostname)) return url.href;
  const target = /^\/(?:redir\/redirect|safety\/go)/.test(url.pathname) ? url.searchParams.get('url') : null;
  return target === null || !/^https?:/i.test(target) ? undefined : target;
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
  const pieces = title.split(' | ').filter((piece) => !/^linkedin$/i.test(piece));
  const headings = new Set<string>(Object.values(HEADINGS).flat());
  const named = pieces.filter((piece) => !headings.has(headingKey(piece)));
  return named.length === 1 && (pieces.length > 1 || resembles(id, named[0])) ? named[0] : undefined;
}

/**
 * Headline and place of a card's lines: name, degree, pronouns, headline, employer · school, place, `·`, contact
 * info. The place is what stands right before the contact link; nothing else in the card is marked.
 */
function offerCardLines(draft: Draft, topCard: Element, lines: Line[], name: string | undefined): void {
  const at = Math.max(0, lines.findIndex((line) => line.text === name) + 1);
  const link = topCard.querySelector('a[href*="/overlay/contact-info"]');
  const contact = link === null ? -1 : lines.findIndex((line) => link.contains(line.start));
  const employers = new Set([...logoTexts(topCard, 'company'), ...logoTexts(topCard, 'school')]);
  const place = placeBefore(lines, contact, at);
  const isPlace =
    place !== undefined && isPlaceLine(place.text, employers) && (place.parted || hasCountry(place.text));
  if (isPlace) draft.offer('location', place.text, 'card');
  const own = lines.slice(at, isPlace ? place.index : contact < 0 ? undefined : contact);
  const headline = own.find(
    (line) => isOwnLine(line) && isOwnText(line.text, name) && !isEmployerLine(line.text, employers),
  );
  draft.offer('headline', headline?.text, 'card');
}

/** The line before the contact link, and whether a `·` parts them, as it parts a place and nothing else. */
function placeBefore(
  lines: Line[],
  contact: number,
  from: number,
): { text: string; index: number; parted: boolean } | undefined {
  let index = contact - 1;
  let parted = false;
  if (/^[·•|]$/.test(lines[index]?.text ?? '')) {
    parted = true;
    index--;
  }
  const line = lines[index];
  if (line === undefined || index < from || !isOwnLine(line)) return undefined;
  const text = line.text.replace(/\s?[·•|]$/, '');
  return isOwnText(text, undefined) ? { text, index, parted: parted || text !== line.text } : undefined;
}

function isOwnLine(line: Line): boolean {
  return line.start.closest(NOT_OWN_TEXT) === null;
}

function isOwnText(text: string, name: string | undefined): boolean {
  return (
    text !== name &&
    /[\p{L}\d]/u.test(text) &&
    degreeIn(text) === undefined &&
    !isPronouns(text, true) &&
    text.split('·').every((facet) => countedIn(facet) === undefined)
  );
}

function hasCountry(text: string): boolean {
  return countryOf(text.slice(text.lastIndexOf(',') + 1)) !== undefined;
}

function isEmployerLine(text: string, employers: Set<string>): boolean {
  return employers.size > 0 && facets(text).every((facet) => employers.has(facet));
}

/** A place has a comma, or is a country or an area; anything else could be a company. */
function isPlaceLine(text: string, employers: Set<string>): boolean {
  if (isEmployerLine(text, employers) || text.includes('·') || text.length > 120) return false;
  if (countedIn(text) !== undefined) return false;
  return (
    /\p{L},\s\p{L}/u.test(text) ||
    countryOf(text) !== undefined ||
    /\b(?:area|region|metropolitan|metropolregion|umgebung)\b|^(?:Großraum|Région|Área)\s/i.test(text)
  );
}

/** The names beside the logos in the top card: the logo is an icon with a telling id, or a picture. */
function logoTexts(topCard: Element, kind: 'company' | 'school'): string[] {
  const logos = topCard.querySelectorAll(
    `svg[id^="${kind}-accent"], button img[src*="${kind}-logo"], [role="button"] img[src*="${kind}-logo"]`,
  );
  return [...logos].slice(0, 20).flatMap((icon) => {
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

function findSection(
  doc: Document,
  name: SectionName,
  generation: Generation,
): { section: Element | null; byLabel: boolean } {
  if (generation === 'cards') {
    for (const card of CARD_NAMES[name]) {
      const cards = doc.querySelectorAll(`[componentkey$="${card}"], [data-testid^="profile_${card}_"]`);
      // `VolunteerExperience` ends with `Experience` too.
      const section = [...cards].find(
        (element) => !OTHER_CARD.test(element.getAttribute('componentkey')?.slice(0, 500) ?? ''),
      );
      if (section !== undefined) return { section, byLabel: false };
    }
    const viewed = doc.querySelector(`[data-view-name="profile-card-${name}"]`);
    if (viewed !== null) return { section: viewed, byLabel: false };
  } else {
    const anchor = doc.querySelector(`main [id="${name}"], section [id="${name}"]`);
    const section = anchor?.closest('section') ?? null;
    if (section !== null) return { section, byLabel: false };
  }
  for (const heading of [...doc.querySelectorAll('main h2')].slice(0, 200)) {
    if (heading.closest('footer, aside') !== null) continue;
    const label = sectionLabel(heading);
    if (label !== undefined && HEADINGS[name].includes(headingKey(label))) {
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
  const shown = entriesOf(section, ENTRY_MARKS, options)
    .map(({ lines, root }) => ({ root, lines: lines.filter((line) => !isChrome(line)) }))
    .filter(({ lines }) => lines.length > 0);
  const lists = shown.map(({ lines }) => lines);
  if (name === 'experience') {
    draft.offer(
      'positions',
      shown.flatMap(({ lines }, at) => {
        const companyUrl = companyLink(shown, at, section);
        return readPositions(lines, isRunningText).map((position) => ({ ...position, companyUrl }));
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

/** Headings, buttons, forms, an entry's skills and `show all` links are the page's, not the person's. */
function isChrome(line: Line): boolean {
  if (
    /^H2$/.test(line.block.tagName) ||
    line.start.closest(`h2, button, .pvs-navigation__text, .artdeco-button, ${FORMS}, ${ENTRY_SKILLS}`) !==
      null
  )
    return true;
  const href = line.start.closest('a[href*="/details/"]')?.getAttribute('href');
  return (
    href !== null &&
    href !== undefined &&
    WHOLE_LIST.test(href.slice(0, 2_000)) &&
    line.block.closest('li') === null
  );
}

function isRunningText(line: Line): boolean {
  return line.start.closest(RUNNING_TEXT) !== null;
}

/**
 * The link to the company's page: around the entry's lines or inside the entry. Entries between rules have no
 * element of their own: theirs is what stands after the entry before and before the entry after.
 */
function companyLink(
  entries: { lines: Line[]; root: Element }[],
  at: number,
  section: Element,
): string | undefined {
  const entry = entries[at];
  const start = entry?.lines[0]?.start;
  if (entry === undefined || start === undefined) return undefined;
  const around = start.closest('a[href*="/company/"]');
  const links = [...entry.root.querySelectorAll('a[href*="/company/"]')].slice(0, 200);
  const before = entries[at - 1]?.lines.at(-1)?.start;
  const after = entries[at + 1]?.lines[0]?.start;
  const own =
    entry.root === section
      ? links.find(
          (link) =>
            (before === undefined || precedes(before, link)) &&
            (after === undefined || precedes(link, after)),
        )
      : links[0];
  return (around ?? own)?.getAttribute('href') ?? undefined;
}

function precedes(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & 4) !== 0 && !a.contains(b);
}

function pathOf(anchor: Element): string | null {
  const href = anchor.getAttribute('href');
  if (href === null || href.length > 2_000) return null;
  try {
    const url = new URL(href, PROFILE_BASE);
    return /(?:^|\.)linkedin\.com$/.test(url.hostname) ? url.pathname : null;
  } catch {
    return null;
  }
}
