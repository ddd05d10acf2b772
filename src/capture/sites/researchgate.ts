import { createDraft } from '../draft.ts';
import { canonicalSays, offerAbout, offerText, personOf } from '../ownPage.ts';
import { decodeOnce, firstText } from '../page.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';
import { offerPerson, readLinkedData } from '../sources/jsonLd.ts';

export const examples: readonly Example[] = [
  ['https://www.researchgate.net/profile/Irina-Sandberg-2', 'irina-sandberg-2'],
  ['https://www.researchgate.net/profile/Irina_Sandberg2/research', 'irina_sandberg2'],
  ['https://www.researchgate.net/profile/Irina-Sandberg-2?_sg=x', 'irina-sandberg-2'],
  ['https://www.researchgate.net/publication/123_A_paper', null],
  ['https://www.researchgate.net/login', null],
];

export default defineSite({
  id: 'researchgate',
  version: 1,
  hosts: ['www.researchgate.net', 'researchgate.net'],

  identify(url) {
    const [first, piece = ''] = url.pathname.split('/').filter(Boolean);
    const id = first === 'profile' ? decodeOnce(piece)?.toLowerCase() : undefined;
    return id === undefined || id === '' || id.length > 200 ? null : { site: 'researchgate', id };
  },

  refusal: (url) =>
    /^\/(?:login|signup)/.test(url.pathname)
      ? 'signInWall'
      : /^\/(?:institution|lab)\//.test(url.pathname)
        ? 'organisation'
        : 'notAProfile',

  address: (key) => `https://www.researchgate.net/profile/${encodeURIComponent(key.id)}`,

  extract(doc, key, url): ExtractResult {
    if (canonicalSays(doc, url, key, this.identify) === 'other') return { ok: false, reason: 'otherPerson' };
    const data = readLinkedData(doc);
    const person =
      personOf(data, url, key, this.identify) ??
      (data.persons.length === 1 ? (data.persons[0] ?? null) : null);
    const draft = createDraft(key, this.address(key, url));
    if (person !== null) offerPerson(draft, data, person);
    offerText(draft, 'name', doc, 'h1 [itemprop="name"]', 'main h1', 'h1');
    const title = firstText(doc, '[itemprop="jobTitle"]');
    const company = firstText(
      doc,
      '[itemprop="worksFor"] [itemprop="name"]',
      '[itemprop="affiliation"]',
      '[itemprop="worksFor"]',
      '.institution',
    );
    draft.offer(
      'positions',
      title === undefined && company === undefined ? undefined : [{ title, company, end: null }],
      'microdata',
    );
    offerAbout(draft, doc, '[itemprop="description"]');
    return draft.finish(['positions', 'about']);
  },
});
