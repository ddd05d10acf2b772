import { createDraft } from '../draft.ts';
import { canonicalSays, linksIn, offerAbout, offerText } from '../ownPage.ts';
import { metaContent } from '../page.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';

export const examples: readonly Example[] = [
  ['https://about.me/juliwinter', 'juliwinter'],
  ['https://about.me/Juli.Winter', 'juli.winter'],
  ['https://about.me/juliwinter/', 'juliwinter'],
  ['https://about.me/login', null],
  ['https://about.me/juliwinter/getstarted', null],
];

const RESERVED = new Set(
  'login signup about features pricing blog terms privacy jobs help support search explore pro'.split(' '),
);

export default defineSite({
  id: 'aboutme',
  version: 1,
  hosts: ['about.me', 'www.about.me'],

  identify(url) {
    const id = /^\/([\w.-]{1,60})\/?$/.exec(url.pathname)?.[1]?.toLowerCase();
    return id === undefined || RESERVED.has(id) ? null : { site: 'aboutme', id };
  },

  refusal: (url) => (/^\/(?:login|signup)/.test(url.pathname) ? 'signInWall' : 'notAProfile'),

  address: (key) => `https://about.me/${key.id}`,

  extract(doc, key, url): ExtractResult {
    if (canonicalSays(doc, url, key, this.identify) === 'other') return { ok: false, reason: 'otherPerson' };
    const draft = createDraft(key, this.address(key, url));
    offerText(draft, 'name', doc, 'h1.name', 'main h1', 'h1');
    const title = metaContent(doc, 'og:title')?.split(/\s(?:[-–|]|on)\s/)[0];
    draft.offer('name', title, 'openGraph', true);
    offerText(draft, 'headline', doc, '.headline', '.short-bio');
    offerAbout(draft, doc, '.bio', '.biography');
    draft.offer('about', metaContent(doc, 'og:description'), 'openGraph', true);
    draft.offer('links', linksIn(doc, 'a.social-link[href], .social-links a[href]'), 'card');
    return draft.finish(['about']);
  },
});
