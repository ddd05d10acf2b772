import { parsePeriod } from '../../core/text/dates.ts';
import { createDraft, type LooseEducation, type LoosePosition } from '../draft.ts';
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

  extract(doc, key, url): ExtractResult {
    const shown = [
      pageTitle(doc),
      firstText(doc, '#orcid-id', '.orcid-id', 'app-orcid-id', '[class*="orcid-id"]') ?? '',
    ].join(' ');
    const said = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(shown)?.[0];
    if ((said !== undefined && said !== key.id) || canonicalSays(doc, url, key, this.identify) === 'other')
      return { ok: false, reason: 'otherPerson' };
    const draft = createDraft(key, `https://orcid.org/${key.id}`);
    const data = readLinkedData(doc);
    const person = personOf(data, url, key, this.identify);
    if (said === undefined && person === null) return { ok: false, reason: 'stillLoading' };
    draft.offer('name', firstText(doc, 'h1.full-name', '#names h1', '.full-name'), 'card');
    const entries = [...doc.querySelectorAll('[id^="cy-affiliation-"], app-affiliation, .affiliation')].slice(
      0,
      300,
    );
    draft.offer('positions', entries.filter((entry) => !isStudy(entry)).flatMap(readPosition), 'card');
    draft.offer('education', entries.filter(isStudy).flatMap(readStudy), 'card');
    offerAbout(draft, doc, '#biography-content', '.biography-content', '[id="biography"] p');
    draft.offer(
      'location',
      firstText(doc, '#countries .value', 'app-side-bar [id*="countr"] .value'),
      'card',
    );
    if (person !== null) offerPerson(draft, data, person);
    draft.offer('links', linksIn(doc, '#websites a[href], [id*="website"] a[href]'), 'card');
    draft.offer('name', /^(.+?)\s*\(\d{4}-/.exec(pageTitle(doc))?.[1], 'title');
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

function isStudy(entry: Element): boolean {
  const section = entry.closest(
    'section, app-affiliation-stack-group, [id*="education"], [id*="employment"]',
  );
  return /education|qualification|ausbildung/i.test(
    `${section?.id ?? ''} ${textOf(section?.querySelector('h2,h3')) ?? ''} ${entry.id}`,
  );
}

/** `University: City, Country`, then `2015-03 to present | Title (Department)`. */
function readPosition(entry: Element): LoosePosition[] {
  const { organisation, span, role } = readEntry(entry);
  return organisation === undefined ? [] : [{ company: organisation, title: role, ...span }];
}

function readStudy(entry: Element): LooseEducation[] {
  const { organisation, span, role } = readEntry(entry);
  return organisation === undefined
    ? []
    : [{ school: organisation, degree: role, start: span?.start, end: span?.end }];
}

function readEntry(entry: Element): {
  organisation: string | undefined;
  span: ReturnType<typeof parsePeriod>;
  role: string | undefined;
} {
  const lines = readLines(entry).map((line) => line.text);
  const organisation = lines[0]?.split(':')[0];
  const at = lines.findIndex((line, index) => index > 0 && parsePeriod(line.split('|')[0] ?? '') !== null);
  const facts = lines[at]?.split('|').map((piece) => piece.trim()) ?? [];
  return { organisation, span: parsePeriod(facts[0] ?? ''), role: facts[1]?.replace(/\s*\([^()]*\)$/, '') };
}
