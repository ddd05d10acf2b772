import { createDraft } from '../draft.ts';
import {
  canonicalSays,
  linesBelowName,
  offerAbout,
  offerText,
  personOf,
  placeIn,
  roleIn,
} from '../ownPage.ts';
import { firstText } from '../page.ts';
import { splitRole } from '../roleLine.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';
import { offerPerson, readLinkedData } from '../sources/jsonLd.ts';

export const examples: readonly Example[] = [
  ['https://wellfound.com/u/ravi-menon', 'ravi-menon'],
  ['https://angel.co/u/ravi-menon', 'ravi-menon'],
  ['https://wellfound.com/u/Ravi-Menon?utm=x', 'ravi-menon'],
  ['https://wellfound.com/company/some-startup', null],
  ['https://wellfound.com/login', null],
];

export default defineSite({
  id: 'wellfound',
  version: 1,
  hosts: ['wellfound.com', 'www.wellfound.com', 'angel.co', 'www.angel.co'],

  identify(url) {
    const id = /^\/u\/([\w-]{1,100})\/?$/.exec(url.pathname)?.[1]?.toLowerCase();
    return id === undefined ? null : { site: 'wellfound', id };
  },

  refusal: (url) =>
    url.pathname.startsWith('/company/')
      ? 'organisation'
      : url.pathname.startsWith('/login')
        ? 'signInWall'
        : 'notAProfile',

  address: (key) => `https://wellfound.com/u/${key.id}`,

  extract(doc, key, url): ExtractResult {
    if (canonicalSays(doc, url, key, this.identify) === 'other') return { ok: false, reason: 'otherPerson' };
    const draft = createDraft(key, this.address(key, url));
    const data = readLinkedData(doc);
    const person = personOf(data, url, key, this.identify);
    offerText(draft, 'name', doc, 'main h1', 'h1');
    const below = linesBelowName(doc);
    const role = roleIn(below);
    const headline = firstText(doc, '[data-test="ProfileHeadline"]', '.headline');
    draft.offer('headline', headline ?? role?.line, 'card');
    draft.offer('headline', firstText(doc, 'h1 + p', 'h1 + div', 'h1 ~ h2'), 'card', true);
    const said = splitRole(headline ?? '') ?? role;
    const position = said === undefined ? undefined : { title: said.title, company: said.company, end: null };
    draft.offer('positions', position === undefined ? undefined : [position], 'card');
    offerText(draft, 'location', doc, '[data-test="ProfileLocation"]');
    draft.offer('location', placeIn(below), 'card');
    offerAbout(draft, doc, '[data-test="ProfileBio"]');
    if (person !== null) offerPerson(draft, data, person);
    return draft.finish(['headline', 'location', 'positions']);
  },
});
