import type { ProfileField, Source } from '../../core/model/index.ts';
import { isDuration, isPeriodLine, parsePeriod } from '../../core/text/dates.ts';
import { namedByLinks } from '../acquaintances.ts';
import {
  createDraft,
  type Draft,
  type LooseEducation,
  type LooseLanguage,
  type LoosePosition,
} from '../draft.ts';
import { outermost, withoutSeeMore } from '../entries.ts';
import { resembles } from '../likeness.ts';
import {
  countIn,
  decodeOnce,
  firstText,
  metaContent,
  pageTitle,
  paragraphsOf,
  readLines,
  textOf,
} from '../page.ts';
import { piecesOf } from '../pieces.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';
import { offerPlace, readLinkedData, strings } from '../sources/jsonLd.ts';
import { mutualNames } from '../sources/mutualContacts.ts';
import { OWN_ALIAS, readProfileId } from './xing/address.ts';

export const examples: readonly Example[] = [
  ['https://www.xing.com/profile/Jana_Bergmann', 'Jana_Bergmann'],
  ['https://www.xing.com/profile/Jana_Bergmann12/cv', 'Jana_Bergmann12'],
  ['https://m.xing.com/profile/Juergen_Suess3?sc_o=x', 'Juergen_Suess3'],
  ['https://www.xing.com/profile/J%C3%BCrgen_S%C3%BC%C3%9F/web_profiles', 'Jürgen_Süß'],
  ['https://www.xing.com/profiles/Jana_Bergmann12', 'Jana_Bergmann12'],
  ['https://www.xing.com/profile/Jana_Bergmann12/cbp_timeline', 'Jana_Bergmann12'],
  ['https://www.xing.com/profile/my_profile', null],
  ['https://www.xing.com/jobs/search', null],
  ['https://www.xing.com/pages/muster-gmbh', null],
  ['https://login.xing.com/continue', null],
];

const FIELDS: readonly ProfileField[] = [
  'headline',
  'location',
  'positions',
  'education',
  'skills',
  'languages',
];
const DEGREE =
  /\b(?:master|bachelor|diplom|magister|licen[cs]e|licenciatura|laurea|ingenieur|doktor|doctor|certificate|m\.?\s?sc|b\.?\s?sc|m\.?\s?a\.|b\.?\s?a\.|mba|ph\.?d|promotion|staatsexamen|dr\.)/i;
const PLACE = /^(?:standort|ort|location|lieu)$/i;
const INDUSTRY = /^(?:branche|industry|secteur|sector)$/i;

export default defineSite({
  id: 'xing',
  version: 2,
  hosts: ['.xing.com'],

  identify(url) {
    const id = readProfileId(url);
    return id === null ? null : { site: 'xing', id };
  },

  refusal(url) {
    const [first, second = ''] = url.pathname.split('/').filter(Boolean);
    if (url.hostname.startsWith('login.') || first === 'login' || first === 'signup') return 'signInWall';
    if (first === 'profile' && OWN_ALIAS.test(second)) return 'ownAlias';
    if (first === 'pages' || first === 'companies' || first === 'company') return 'organisation';
    return 'notAProfile';
  },

  address: (key) => `https://www.xing.com/profile/${encodeURIComponent(key.id)}`,

  extract(doc, key, url): ExtractResult {
    const idModule = doc.querySelector('#XingIdModule, [data-xds="Hero"], [class*="xing_id-container"]');
    const data = readLinkedData(doc);
    const person = data.main ?? (data.persons.length === 1 ? (data.persons[0] ?? null) : null);
    const draft = createDraft(key, this.address(key, url));
    const said = ownAddress(doc);
    if (said !== null && said !== key.id.toLowerCase() && !sameStem(said, key.id))
      return { ok: false, reason: 'otherPerson' };
    const names = namesOf(doc, idModule, person === null ? undefined : strings(data, person, 'name')[0]);
    const [first] = names;
    if (first === undefined || /^(?:xing|login|log in|anmelden|einloggen|registrieren)\b/i.test(first.text)) {
      const wall =
        doc.querySelector('form[action*="login"], input[type="password"]') !== null ||
        /^(?:anmelden|log ?in|einloggen)/i.test(pageTitle(doc));
      return { ok: false, reason: wall ? 'signInWall' : 'stillLoading' };
    }
    const own = names.find(({ text }) => resembles(key.id, text)) ?? (said === null ? undefined : first);
    if (own === undefined) return { ok: false, reason: 'otherPerson' };
    draft.offer('name', own.text, own.source, own.source === 'openGraph' || own.source === 'title');

    draft.offer('headline', besideIcon(idModule ?? doc, 'IconJobs'), 'card');
    draft.offer(
      'headline',
      firstText(doc, '[class*="occupationText"]', '[data-qa="profile-occupation"]'),
      'card',
    );
    draft.offer('location', besideIcon(idModule ?? doc, 'IconLocationPin'), 'card');
    draft.offer(
      'location',
      firstText(doc, '[class*="locationText"]', '[data-qa="profile-location"]'),
      'card',
    );
    if (person !== null) offerPlace(draft, data, person);
    if (idModule !== null) offerContacts(draft, idModule);
    const work = timeline(doc, 'work_experience', ['we-entry']).map(readWork);
    draft.offer(
      'positions',
      work.filter((entry) => entry.title !== undefined || entry.company !== undefined),
      'card',
    );
    draft.offer(
      'education',
      timeline(doc, 'school', ['edu-entry', 'education-entry']).flatMap(readSchool),
      'card',
    );
    draft.offer(
      'skills',
      tags(doc.querySelector('#ProfileSkillsModule, [data-qa="skills-section"]')),
      'card',
    );
    draft.offer(
      'languages',
      languages(
        doc.querySelector(
          '#ProfileLanguagesModule, [data-qa="languages-section"], [data-qa="language-skills-section"]',
        ),
      ),
      'card',
    );
    const about = doc.querySelector('#ProfileAboutMeModule, [data-qa="about-me-section"]');
    draft.offer('about', withoutHeading(about), 'card');
    draft.offer(
      'industry',
      work.find((entry) => entry.end === null)?.industry ?? describedBy(doc, INDUSTRY),
      'label',
    );
    offerMutuals(draft, doc, idModule);
    return draft.finish(FIELDS);
  },
});

/** The names that the page may show as its own, surest first; a badge beside a name is a button. */
function namesOf(
  doc: Document,
  idModule: Element | null,
  linked: string | undefined,
): { text: string; source: Source }[] {
  const heading = (root: ParentNode | null, ...selectors: string[]): string[] =>
    selectors.flatMap((selector) =>
      [...(root?.querySelectorAll(selector) ?? [])].slice(0, 5).flatMap((element) => nameIn(element) ?? []),
    );
  const title = pageTitle(doc).split(/\s[-–|]\s/)[0];
  const shared = metaContent(doc, 'og:title')?.split(/\s[-–|]\s/)[0];
  return [
    ...heading(idModule, 'h1', '[data-xds="Headline"]', 'h2')
      .slice(0, 1)
      .map((text) => ({ text, source: 'card' as const })),
    ...heading(doc, 'main h1', 'h1').map((text) => ({ text, source: 'card' as const })),
    ...(linked === undefined ? [] : [{ text: linked, source: 'jsonLd' as const }]),
    ...(shared === undefined ? [] : [{ text: shared, source: 'openGraph' as const }]),
    ...(title === undefined || title === '' ? [] : [{ text: title, source: 'title' as const }]),
  ];
}

function nameIn(heading: Element): string | undefined {
  return paragraphsOf(heading, { skip: (element) => element.tagName === 'BUTTON' })?.split('\n')[0];
}

/** `1.234 Kontakte`: a button of the head of the page. */
function offerContacts(draft: Draft, idModule: Element): void {
  for (const { text } of readLines(idModule)) {
    if (/^[\d.,]+\+?\s(?:direkte )?(?:kontakte?|contacts?)$/i.test(text))
      draft.offer('connections', countIn(text), 'card');
  }
}

/** A heading over contacts that the reader shares with the page's person; those of the person alone say less. */
const COMMON =
  /^(?:\d{1,5}\s)?(?:gemeinsame kontakte|(?:shared|mutual|common) contacts|contacts in common)(?:\s?\(?\d{1,5}\)?)?$/i;

/** Offers common contacts: named in a sentence at the head of the page, or listed under a heading that calls them so. */
function offerMutuals(draft: Draft, doc: Document, idModule: Element | null): void {
  // The person's own words stand at the head of the page too, and may say anything.
  const own = [draft.get('headline'), draft.get('location')?.text, draft.get('name')?.full];
  const sentences = readLines(idModule).filter(
    ({ text }) => text.length < 500 && !own.some((said) => said?.includes(text)),
  );
  draft.offerAcquaintances(
    'commonContact',
    sentences.flatMap(({ text }) => mutualNames(text)).map((name) => ({ name })),
  );
  const module = doc.querySelector('#ContactsModule');
  const heading = firstText(module, 'h2', 'h3', '[data-xds="Headline"]') ?? '';
  if (module !== null && COMMON.test(heading))
    draft.offerAcquaintances('commonContact', namedByLinks(module.querySelectorAll('a[href*="/profile/"]')));
}

/** The text that stands beside an icon; the icon is the only mark. */
function besideIcon(root: ParentNode, icon: string): string | undefined {
  const svg = root.querySelector(`svg[data-xds="${icon}"], [data-xds="${icon}"]`);
  const beside = lineOf(svg?.nextElementSibling);
  if (beside !== undefined) return beside;
  for (
    let element = svg?.parentElement ?? null, depth = 0;
    element !== null && depth < 3;
    element = element.parentElement, depth++
  ) {
    const text = lineOf(element);
    if (text !== undefined) return element.querySelectorAll('svg').length > 1 ? undefined : text;
  }
  return undefined;
}

/** Several lines beside one icon are parts of one: title, company. */
function lineOf(element: Element | null | undefined): string | undefined {
  const text = readLines(element)
    .map((line) => line.text)
    .join(', ');
  return text === '' ? undefined : text;
}

/** Entries of the timeline: the innermost elements that carry the mark and a title. */
function timeline(doc: Document, member: string, visitor: string[]): Element[] {
  const visitors = visitor.flatMap((mark) => [...doc.querySelectorAll(`[data-qa="${mark}"]`)]);
  if (visitors.length > 0) return visitors;
  const module = doc.querySelector('#ProfileTimelineModule') ?? doc.querySelector('main') ?? doc.body;
  const marked = [...(module?.querySelectorAll(`[data-qa*="${member}"]`) ?? [])].slice(0, 400);
  const lone = module?.querySelector('[data-qa="timeline-headline"]') ?? null;
  // The page of one station shows it without a mark of its kind.
  if (marked.length === 0 && lone !== null && member === 'work_experience') {
    const others = module?.querySelectorAll('[data-qa="timeline-headline"]').length ?? 0;
    const isStudy = module?.querySelector('[data-qa*="school"]') != null;
    return others === 1 && !isStudy ? [stationOf(lone)] : [];
  }
  return outermost(marked).flatMap((element) => {
    const items = outermost([...element.querySelectorAll(`li, [data-qa*="${member}"]`)]).filter(
      (item) => item.querySelector('h2,h3,h4,[data-qa="timeline-headline"]') !== null,
    );
    return items.length > 0 ? items : [element];
  });
}

/** The smallest element around a station's heading that holds its period or its facts too. */
function stationOf(heading: Element): Element {
  let station = heading;
  for (
    let element = heading.parentElement;
    element !== null && element.tagName !== 'BODY';
    element = element.parentElement
  ) {
    station = element;
    if (element.querySelector('dl') !== null) break;
    if (element.tagName === 'MAIN') break;
  }
  return station;
}

function readWork(entry: Element): LoosePosition {
  const { title, meta, body, description } = parts(entry);
  return {
    title,
    company: body,
    companyUrl:
      entry.querySelector('a[href*="/pages/"], a[href*="/companies/"]')?.getAttribute('href') ?? undefined,
    industry: describedBy(entry, INDUSTRY),
    location: describedBy(entry, PLACE),
    ...(parsePeriod(meta ?? '') ?? {}),
    description,
  };
}

function readSchool(entry: Element): LooseEducation[] {
  const { title, meta, body } = parts(entry);
  if (title === undefined) return [];
  const span = parsePeriod(meta ?? '') ?? {};
  const dates = 'end' in span ? span : { end: span.start };
  if (body === undefined) return [{ school: title, ...dates }];
  const pieces = title.split(', ');
  const degree = pieces.find((piece) => DEGREE.test(piece));
  const field = pieces.filter((piece) => piece !== degree).join(', ');
  return [{ school: body, degree, field: field || undefined, ...dates }];
}

interface EntryParts {
  title: string | undefined;
  meta: string | undefined;
  body: string | undefined;
  description: string | undefined;
}

function parts(entry: Element): EntryParts {
  const heading = entry.querySelector('[data-qa="timeline-headline"], h2, h3, h4, [data-xds="Headline"]');
  const lines = readLines(entry).filter((line) => line.start.closest('dl, button') === null);
  const marked = [...entry.querySelectorAll('[data-xds="BodyCopy"]')].filter(
    (element) => element.closest('dl') === null,
  );
  const title = textOf(heading) ?? lines.find((line) => !isSpan(line.text))?.text;
  const meta = firstText(entry, '[data-xds="Meta"]') ?? lines.find((line) => isSpan(line.text))?.text;
  const rest = lines
    .map((line) => line.text)
    .filter((text) => text !== title && text !== meta && !isSpan(text));
  const body = marked.length > 0 ? textOf(marked[0]) : rest[0];
  const description =
    marked.length > 1
      ? marked
          .slice(1)
          .map((element) => paragraphsOf(element))
          .join('\n')
      : rest.filter((text) => text !== body).join('\n');
  return { title, meta, body, description: withoutSeeMore(description) || undefined };
}

function isSpan(text: string): boolean {
  return isPeriodLine(text) || isDuration(text);
}

function tags(section: Element | null): string[] {
  if (section === null) return [];
  const marked = section.querySelectorAll(
    '[data-xds="Tag"], [data-qa="skills-tags"] li, [data-qa="skills-tags"] a',
  );
  if (marked.length > 0) return outermost([...marked]).flatMap((item) => textOf(item) ?? []);
  const boxes = section.querySelectorAll('[data-qa="skills-tags"]');
  const items = boxes.length > 0 ? boxes : section.querySelectorAll('li');
  return [...items].flatMap((item) => readLines(item, { split: 'leaf' }).map((line) => line.text));
}

/** Languages as list items, as headings with a level below, or as tags. */
function languages(section: Element | null): LooseLanguage[] {
  if (section === null) return [];
  const items = section.querySelectorAll('li, [data-qa="language"]');
  if (items.length > 0) {
    return [...items].flatMap((item) => {
      const [name, level] = readLines(item, { split: 'leaf' });
      return name === undefined
        ? []
        : [{ name: name.text.replace(/[,:]$/, ''), level: level?.text.replace(/^[(]|[)]$/g, '') }];
    });
  }
  const tagged = [...section.querySelectorAll('[data-xds="Tag"]')];
  if (tagged.length > 0) {
    return tagged.flatMap((item) => {
      const [name = '', level] = piecesOf(textOf(item) ?? '', /[,(–-]/);
      return name === '' ? [] : [{ name, level: level?.replace(/\)$/, '') }];
    });
  }
  const [, ...lines] = readLines(section).filter((line) => line.start.closest('button') === null);
  const found: LooseLanguage[] = [];
  for (const line of lines) {
    const last = found[found.length - 1];
    if (line.block.closest('h2,h3,h4,h5,[data-xds="Headline"]') !== null) found.push({ name: line.text });
    else if (last !== undefined) last.level ??= line.text;
  }
  return found;
}

function withoutHeading(section: Element | null): string | undefined {
  const text = readLines(section)
    .filter((line) => line.start.closest('h1,h2,h3,button') === null)
    .map((line) => line.text)
    .join('\n');
  return withoutSeeMore(text) || undefined;
}

/** The `dd` of the first `dt` whose label matches. */
function describedBy(root: ParentNode, label: RegExp): string | undefined {
  for (const term of [...root.querySelectorAll('dt')].slice(0, 400)) {
    if (label.test(textOf(term) ?? '')) return textOf(term.nextElementSibling);
  }
  return undefined;
}

/** The id in the page's own canonical address, lower case. */
function ownAddress(doc: Document): string | null {
  const href =
    doc.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? metaContent(doc, 'og:url') ?? '';
  const piece = /xing\.com\/profiles?\/([^/?#]+)/.exec(href)?.[1];
  return piece === undefined ? null : (decodeOnce(piece)?.toLowerCase() ?? null);
}

/** Case and encoding aside the same id. */
function sameStem(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}
