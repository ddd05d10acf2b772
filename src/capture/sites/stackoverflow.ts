import { createDraft } from '../draft.ts';
import { canonicalSays, linksIn, offerAbout, offerText } from '../ownPage.ts';
import { textOf } from '../page.ts';
import { splitRole } from '../roleLine.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';

export const examples: readonly Example[] = [
  ['https://stackoverflow.com/users/123456/nora-quist', '123456'],
  ['https://stackoverflow.com/users/123456', '123456'],
  ['https://stackoverflow.com/users/123456/nora-quist?tab=profile', '123456'],
  ['https://stackoverflow.com/questions/123456/how-to', null],
  ['https://stackoverflow.com/users/login', null],
];

export default defineSite({
  id: 'stackoverflow',
  version: 1,
  hosts: ['stackoverflow.com', 'www.stackoverflow.com'],

  identify(url) {
    const id = /^\/users\/(\d{1,12})(?:\/|$)/.exec(url.pathname)?.[1];
    return id === undefined ? null : { site: 'stackoverflow', id };
  },

  refusal: (url) => (/^\/users\/(?:login|signup)/.test(url.pathname) ? 'signInWall' : 'notAProfile'),

  address: (key) => `https://stackoverflow.com/users/${key.id}`,

  extract(doc, key, url): ExtractResult {
    if (canonicalSays(doc, url, key, this.identify) === 'other') return { ok: false, reason: 'otherPerson' };
    const draft = createDraft(key, this.address(key, url));
    const page = doc.querySelector('#mainbar-full') ?? doc.querySelector('main, #content');
    offerText(draft, 'name', page, '.fs-headline2', '[itemprop="name"]');
    offerText(draft, 'headline', page, '[itemprop="jobTitle"]', '.fs-title.fc-black-350, .fs-title');
    const role = splitRole(draft.get('headline') ?? '');
    draft.offer('positions', role === null ? undefined : [{ ...role, end: null }], 'card', true);
    const pin = page?.querySelector('.iconLocation, [class*="iconLocation"]');
    draft.offer('location', textOf(pin?.closest('li') ?? pin?.parentElement?.parentElement), 'card');
    offerText(draft, 'location', page, '[itemprop="address"]', '[itemprop="homeLocation"]');
    if (page !== null) {
      offerAbout(draft, page, '.js-about-me-content', '[itemprop="description"]');
      draft.offer('links', linksIn(page, 'a[rel~="me"][href]'), 'card');
    }
    return draft.finish(['headline', 'location', 'about']);
  },
});
