import { parsePeriod } from '../../core/text/dates.ts';
import { createDraft, type LooseEducation, type LoosePosition } from '../draft.ts';
import { outermost } from '../entries.ts';
import { canonicalSays, linksIn, offerAbout, personOf } from '../ownPage.ts';
import { firstText, pageTitle, readLines, textOf } from '../page.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';
import { offerPerson, readLinkedData } from '../sources/jsonLd.ts';

export const examples: readonly Example[] = [
  ['https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
  ['http://www.orcid.org/0000-0002-1694-233x', '0000-0002-1694-233X'],
  ['https://orcid.org/my-orcid?orcid=0000-0002-1825-0097', null],
  ['https://orcid.org/0000-0002-1825-0098', null],
  ['https://orcid.org/signin', null],
];

export default defineSite({
  id: 'orcid',
  version: 1,
  hosts: ['orcid.org', 'www.orcid.org'],

  identify(url) {
    const id = /^\/(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])\/?$/.exec(url.pathname)?.[1]?.toUpperCase();
    return id !== undefined && hasCheckDigit(id) ? { site: 'orcid', id } : null;
  },

  refusal: (url) =>
    /^\/signin/.test(url.pathname)
      ? 'signInWall'
      : /^\/my-orcid/.test(url.pathname)
        ? 'ownAlias'
        : 'notAProfile',

  address: (key) => `https://orcid.org/${key.id}`,

  extract(doc, key, url): ExtractResult {
    const shown = [
      pageTitle(doc),
      firstText(doc, '#orcid-id', '.orcid-id', 'app-orcid-id', '[class*="orcid-id"]') ?? '',
    ].join(' ');
    const said = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(shown)?.[0];
    const canonical = canonicalSays(doc, url, key, this.identify);
    if ((said !== undefined && said !== key.id) || canonical === 'other')
      return { ok: false, reason: 'otherPerson' };
    const draft = createDraft(key, this.address(key, url));
    const data = readLinkedData(doc);
    const person = personOf(data, url, key, this.identify);
    const name = firstText(doc, 'h1.full-name', '#names h1', '.full-name');
    if (said === undefined && person === null && name === undefined)
      return { ok: false, reason: 'stillLoading' };
    draft.offer('name', name, 'card', said === undefined && canonical === 'silent');
    const entries = affiliations(doc);
    draft.offer(
      'positions',
      entries.filter((entry) => kindOf(entry) === 'work').flatMap(readPosition),
      'card',
    );
    draft.offer('education', entries.filter((entry) => kindOf(entry) === 'study').flatMap(readStudy), 'card');
    offerAbout(
      draft,
      doc,
      '#biography-content',
      '.biography-content',
      '#biography .body',
      '[id="biography"] p',
    );
    draft.offer(
      'location',
      firstText(
        doc,
        '#countries-panel .line',
        '#countries .value',
        '#countries .line',
        'app-side-bar [id*="countr"] .value',
      ),
      'card',
    );
    const keywords = doc.querySelectorAll('#keywords-panel .line, #keywords .line, #keywords .value');
    draft.offer(
      'skills',
      [...keywords].flatMap((element) => textOf(element) ?? []),
      'card',
    );
    if (person !== null) offerPerson(draft, data, person);
    draft.offer(
      'links',
      linksIn(doc, '#websites a[href], #websites-panel a[href], [id*="website"] a[href]'),
      'card',
    );
    const title = pageTitle(doc);
    draft.offer('name', title.slice(0, Math.max(0, title.search(/\(\d{4}-/))), 'title');
    return draft.finish(['positions', 'education']);
  },
});

/** ISO 7064 mod 11-2 over the first fifteen digits. */
function hasCheckDigit(id: string): boolean {
  const digits = id.replaceAll('-', '');
  let total = 0;
  for (const digit of digits.slice(0, 15)) total = (total + Number(digit)) * 2;
  const rest = (12 - (total % 11)) % 11;
  return digits[15] === (rest === 10 ? 'X' : String(rest));
}

/**
 * The entries of the affiliation panels. A panel and each of its entries carry ids that begin alike, so the
 * inner ones count; a panel without ids inside is cut at its headings.
 */
function affiliations(doc: Document): Element[] {
  const marked = [...doc.querySelectorAll('[id^="cy-affiliation-"]')].slice(0, 300);
  const inner = marked.filter((element) => element.querySelector('[id^="cy-affiliation-"]') === null);
  const entries = inner.flatMap((element) => {
    const stacks = element.querySelectorAll('app-affiliation-stack, app-panel');
    return stacks.length > 0 ? outermost([...stacks]) : [element];
  });
  return entries.length > 0
    ? entries
    : [...doc.querySelectorAll('app-affiliation-stack, .affiliation')].slice(0, 300);
}

/** By the entry's own id, its panel's, the panel's heading, or the kind that the entry names. */
function kindOf(entry: Element): 'work' | 'study' | 'other' {
  const words = [entry.id, firstText(entry, '.type') ?? ''];
  for (
    let holder = entry.parentElement, depth = 0;
    holder !== null && depth < 6;
    holder = holder.parentElement, depth++
  )
    words.push(holder.id, holder.tagName === 'SECTION' ? (textOf(holder.querySelector('h2,h3')) ?? '') : '');
  for (const word of words) {
    if (/employment|beschäftigung|emploi|empleo/i.test(word)) return 'work';
    if (/education|qualification|ausbildung|formation|educación/i.test(word)) return 'study';
    if (/professional|invited|distinction|membership|service/i.test(word)) return 'other';
  }
  return 'work';
}

/** `University: City, Country`, then `2015-03 to present | Title (Department)`. */
function readPosition(entry: Element): LoosePosition[] {
  const { organisation, place, span, role } = readEntry(entry);
  return organisation === undefined ? [] : [{ company: organisation, title: role, location: place, ...span }];
}

function readStudy(entry: Element): LooseEducation[] {
  const { organisation, span, role, department } = readEntry(entry);
  return organisation === undefined
    ? []
    : [{ school: organisation, degree: role, field: department, start: span?.start, end: span?.end }];
}

interface Affiliation {
  organisation: string | undefined;
  place: string | undefined;
  span: ReturnType<typeof parsePeriod>;
  role: string | undefined;
  department: string | undefined;
}

function readEntry(entry: Element): Affiliation {
  const lines = readLines(entry, {
    skip: (element) => element.matches('.type, app-panel-source, button'),
  }).map((line) => line.text);
  const [organisation, place] = (lines[0] ?? '').split(/\s?:\s/);
  const at = lines.findIndex((line, index) => index > 0 && parsePeriod(line.split('|')[0] ?? '') !== null);
  const facts = lines[at]?.split('|').map((piece) => piece.trim()) ?? [];
  // Without dates the line is the role alone.
  const text = at < 0 ? lines[1] : facts[1];
  const department = /\(([^()]*)\)$/.exec(text ?? '')?.[1];
  return {
    organisation: organisation || undefined,
    place: place || undefined,
    span: parsePeriod(facts[0] ?? ''),
    role: text?.replace(/\([^()]*\)$/, '').trim() || undefined,
    department,
  };
}
