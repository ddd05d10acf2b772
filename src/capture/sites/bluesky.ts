import { createDraft } from '../draft.ts';
import { offerAbout, offerText } from '../ownPage.ts';
import { countIn, decodeOnce, firstText, metaContent, pageTitle, textOf } from '../page.ts';
import { before } from '../pieces.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';

export const examples: readonly Example[] = [
  ['https://bsky.app/profile/tomas-hejl.bsky.social', 'tomas-hejl.bsky.social'],
  ['https://bsky.app/profile/Tomas-Hejl.example', 'tomas-hejl.example'],
  ['https://bsky.app/profile/did:plc:abc234defghijk567lmnopqr', 'did:plc:abc234defghijk567lmnopqr'],
  ['https://bsky.app/profile/tomas-hejl.bsky.social/post/3kabc', null],
  ['https://bsky.app/search?q=x', null],
];

export default defineSite({
  id: 'bluesky',
  version: 1,
  hosts: ['bsky.app'],

  identify(url) {
    const [first, piece = '', tail] = url.pathname.split('/').filter(Boolean);
    const id = first === 'profile' && tail === undefined ? decodeOnce(piece)?.toLowerCase() : undefined;
    return id !== undefined && /^(?:did:[a-z]+:[\w.:-]{1,180}|[\w-]+(?:\.[\w-]+)+)$/.test(id)
      ? { site: 'bluesky', id }
      : null;
  },

  address: (key) => `https://bsky.app/profile/${key.id}`,

  extract(doc, key, url): ExtractResult {
    const title = pageTitle(doc);
    const handle =
      /@([\w-]+(?:\.[\w-]+)+)/.exec(firstText(doc, '[data-testid="profileHeaderHandle"]') ?? '')?.[1] ??
      /\(@([\w.-]{1,253})\)/.exec(title)?.[1];
    const isDid = key.id.startsWith('did:');
    if (handle === undefined) return { ok: false, reason: 'stillLoading' };
    if (!isDid && handle.toLowerCase() !== key.id) return { ok: false, reason: 'otherPerson' };
    const draft = createDraft(key, this.address(key, url));
    offerText(draft, 'name', doc, '[data-testid="profileHeaderDisplayName"]');
    draft.offer('name', before(title, '(@') ?? handle, 'title');
    offerAbout(draft, doc, '[data-testid="profileHeaderDescription"]');
    // The label has the exact number, the text a rounded one.
    const followers = doc.querySelector('[data-testid="profileHeaderFollowersButton"]');
    const counts = [followers?.getAttribute('aria-label'), textOf(followers)];
    const count = counts.flatMap((text) => countIn(text ?? '') ?? [])[0];
    draft.offer('followers', count, 'card');
    // The head is written once, for the page first loaded: it counts only where it names the same person.
    const fresh = metaContent(doc, 'og:title')?.includes(`@${handle}`) === true;
    draft.offer('about', fresh ? metaContent(doc, 'og:description') : undefined, 'openGraph', true);
    const did = /did:plc:[a-z2-7]{24}/.exec(`${key.id} ${firstText(doc, '#bsky_did') ?? ''}`)?.[0];
    draft.offer('memberId', did, 'card');
    return draft.finish(['about']);
  },
});
