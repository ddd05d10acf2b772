import { createDraft } from '../draft.ts';
import { linksIn, offerAbout, offerText, personOf } from '../ownPage.ts';
import { countIn, firstText, pageTitle } from '../page.ts';
import { before } from '../pieces.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';
import { followersOf, offerPlace, readLinkedData, strings } from '../sources/jsonLd.ts';

export const examples: readonly Example[] = [
  ['https://x.com/OleFalk', 'olefalk'],
  ['https://twitter.com/olefalk?lang=de', 'olefalk'],
  ['https://mobile.twitter.com/olefalk', 'olefalk'],
  ['https://x.com/olefalk/status/123', null],
  ['https://x.com/home', null],
  ['https://netflix.com/olefalk', null],
];

const RESERVED = new Set(
  'home explore i search settings messages notifications hashtag intent share compose login signup logout tos privacy jobs about download account lists bookmarks communities premium oauth who_to_follow'.split(
    ' ',
  ),
);

export default defineSite({
  id: 'x',
  version: 1,
  hosts: ['x.com', 'www.x.com', 'mobile.x.com', 'twitter.com', 'www.twitter.com', 'mobile.twitter.com'],

  identify(url) {
    const id = /^\/([A-Za-z0-9_]{1,15})\/?$/.exec(url.pathname)?.[1]?.toLowerCase();
    return id === undefined || RESERVED.has(id) ? null : { site: 'x', id };
  },

  refusal: (url) => (/^\/(?:login|signup|i\/flow)/.test(url.pathname) ? 'signInWall' : 'notAProfile'),

  address: (key) => `https://x.com/${key.id}`,

  extract(doc, key, url): ExtractResult {
    const data = readLinkedData(doc);
    const person = personOf(data, url, key, this.identify);
    const block = doc.querySelector('[data-testid="UserName"]');
    const handle = /@([A-Za-z0-9_]{1,15})/
      .exec(firstText(doc, '[data-testid="UserName"]') ?? pageTitle(doc))?.[1]
      ?.toLowerCase();
    if (handle === undefined && person === null) return { ok: false, reason: 'stillLoading' };
    if (handle !== undefined && handle !== key.id) return { ok: false, reason: 'otherPerson' };
    const draft = createDraft(key, this.address(key, url));
    draft.offer('name', firstText(block, 'span')?.replace(/@\w{1,15}$/, ''), 'card');
    // In the linked data the shown name is the given name, the handle the additional one.
    if (person !== null) {
      const shown = strings(data, person, 'name')[0] ?? strings(data, person, 'givenName')[0];
      draft.offer('name', shown, 'jsonLd');
    }
    draft.offer('name', before(pageTitle(doc), '(@'), 'title');
    offerAbout(draft, doc, '[data-testid="UserDescription"]');
    offerText(draft, 'location', doc, '[data-testid="UserLocation"]');
    offerText(draft, 'industry', doc, '[data-testid="UserProfessionalCategory"]');
    if (person !== null) {
      draft.offer('about', strings(data, person, 'description')[0], 'jsonLd');
      offerPlace(draft, data, person);
      draft.offer('followers', followersOf(data, person), 'jsonLd');
    }
    const followers = firstText(doc, 'a[href$="/verified_followers"]', 'a[href$="/followers"]');
    draft.offer('followers', followers === undefined ? undefined : countIn(followers), 'card');
    draft.offer(
      'links',
      linksIn(doc, 'a[data-testid="UserUrl"][href], [data-testid="UserUrl"] a[href]'),
      'card',
    );
    return draft.finish(['about', 'location']);
  },
});
