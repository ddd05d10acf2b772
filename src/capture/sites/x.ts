import { createDraft } from '../draft.ts';
import { offerText, personOf } from '../ownPage.ts';
import { countIn, firstText, pageTitle, textOf } from '../page.ts';
import { before } from '../pieces.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';
import { followersOf, type LinkedData, offerPlace, readLinkedData, strings } from '../sources/jsonLd.ts';

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
  version: 2,
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
    // Mentions, tags and links are blocks to the page and words to the reader.
    draft.offer('about', runningText(doc.querySelector('[data-testid="UserDescription"]')), 'card');
    offerText(draft, 'location', doc, '[data-testid="UserLocation"]');
    offerText(draft, 'industry', doc, '[data-testid="UserProfessionalCategory"]');
    if (person !== null) {
      draft.offer('about', strings(data, person, 'description')[0], 'jsonLd');
      offerPlace(draft, data, person);
      draft.offer('followers', followersOf(data, person), 'jsonLd');
    }
    const followers = firstText(doc, 'a[href$="/verified_followers"]', 'a[href$="/followers"]');
    draft.offer('followers', followers === undefined ? undefined : countIn(followers), 'card');
    draft.offer('links', sharedLinks(doc, data), 'card');
    return draft.finish(['about', 'location']);
  },
});

/** The addresses behind the site's own shortener: those that the linked data or the shown text give. */
function sharedLinks(doc: Document, data: LinkedData): string[] {
  const shown = [
    ...doc.querySelectorAll('a[data-testid="UserUrl"][href], [data-testid="UserUrl"] a[href]'),
  ].slice(0, 5);
  const related = data.subjects
    .flatMap(({ node }) => data.all(node, 'relatedLink'))
    .filter((link): link is string => typeof link === 'string' && !isShortened(link));
  const links = shown.flatMap((link) => {
    const href = link.getAttribute('href') ?? '';
    if (!isShortened(href)) return [href];
    const text = (textOf(link) ?? '').replace(/\s/g, '');
    const whole = related.find((address) => text !== '' && address.includes(text.replace(/…$/, '')));
    return whole !== undefined
      ? [whole]
      : /^[\w-]+(?:\.[\w-]+)+(?:\/[^\s…]*)?$/.test(text)
        ? [`https://${text}`]
        : [];
  });
  return links.length > 0 ? links : related;
}

function isShortened(href: string): boolean {
  return /^https?:\/\/t\.co\//i.test(href);
}

/** All text of an element as it is read, whatever blocks it is made of; its own line breaks stay. */
function runningText(element: Element | null): string | undefined {
  return element === null ? undefined : (element.textContent ?? '').slice(0, 4_000);
}
