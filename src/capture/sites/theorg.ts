import { createDraft } from '../draft.ts';
import { canonicalSays, linesBelowName, offerAbout, offerText, personOf, roleIn } from '../ownPage.ts';
import { firstText, pageTitle } from '../page.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';
import { offerPerson, readLinkedData } from '../sources/jsonLd.ts';

export const examples: readonly Example[] = [
  ['https://theorg.com/org/polar-freight/org-chart/signe-holm', 'polar-freight/signe-holm'],
  ['https://www.theorg.com/org/polar-freight/org-chart/signe-holm/', 'polar-freight/signe-holm'],
  ['https://theorg.com/org/Polar-Freight/org-chart/Signe-Holm', 'polar-freight/signe-holm'],
  ['https://theorg.com/org/polar-freight', null],
  ['https://theorg.com/org/polar-freight/org-chart', null],
];

export default defineSite({
  id: 'theorg',
  version: 1,
  hosts: ['theorg.com', 'www.theorg.com'],

  identify(url) {
    const match = /^\/org\/([\w-]{1,90})\/org-chart\/([\w-]{1,90})\/?$/.exec(url.pathname);
    return match === null ? null : { site: 'theorg', id: `${match[1]}/${match[2]}`.toLowerCase() };
  },

  refusal: (url) =>
    /^\/org\/[^/]+\/?(?:org-chart\/?)?$/.test(url.pathname) ? 'organisation' : 'notAProfile',

  address(key) {
    const [org = '', slug = ''] = key.id.split('/');
    return `https://theorg.com/org/${org}/org-chart/${slug}`;
  },

  extract(doc, key, url): ExtractResult {
    if (canonicalSays(doc, url, key, this.identify) === 'other') return { ok: false, reason: 'otherPerson' };
    const [org = ''] = key.id.split('/');
    const draft = createDraft(key, this.address(key, url));
    const data = readLinkedData(doc);
    const person = personOf(data, url, key, this.identify);
    offerText(draft, 'name', doc, 'main h1', 'h1');
    const below = roleIn([
      ...linesBelowName(doc, 3),
      // `Signe Holm - Head of Operations at Polar Freight | The Org`
      ...(pageTitle(doc).split('|')[0] ?? '').split(/\s[-–]\s/).slice(-1),
    ]);
    const title = firstText(doc, 'p.role', '[class*="role"]') ?? below?.title;
    const company =
      firstText(doc, `main a[href$="/org/${org}" i]`, `a[href$="/org/${org}" i]`) ?? below?.company;
    draft.offer('positions', title === undefined ? undefined : [{ title, company, end: null }], 'card');
    offerAbout(draft, doc, '[data-testid="bio"]', '.bio');
    if (person !== null) offerPerson(draft, data, person);
    return draft.finish(['positions']);
  },
});
