import type { ProfileKey } from '../../core/model/index.ts';
import { namedByLinks } from '../acquaintances.ts';
import { createDraft } from '../draft.ts';
import { linksIn, offerAbout } from '../ownPage.ts';
import { countIn, firstText, metaContent, pageTitle } from '../page.ts';
import { before } from '../pieces.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';
import { followersOf, readLinkedData, strings } from '../sources/jsonLd.ts';

export const examples: readonly Example[] = [
  ['https://mastodon.social/@linneasommer', 'linneasommer@mastodon.social'],
  ['https://mastodon.social/@linneasommer@chaos.social', 'linneasommer@chaos.social'],
  ['https://fosstodon.org/users/LinneaSommer', 'linneasommer@fosstodon.org'],
  ['https://mastodon.social/@linneasommer/112233445566', null],
  ['https://mastodon.social/explore', null],
];

/** Well-known servers; any other is recognised by its page. */
const HOSTS =
  'mastodon.social mastodon.online mstdn.social fosstodon.org hachyderm.io infosec.exchange mas.to chaos.social norden.social troet.cafe social.tchncs.de mastodon.world techhub.social sigmoid.social fediscience.org scholar.social ruhr.social muenchen.social piaille.fr mastodon.green'.split(
    ' ',
  );

export default defineSite({
  id: 'mastodon',
  version: 2,
  hosts: HOSTS,
  identify,

  recognise(doc, url) {
    if (doc.querySelector('link[rel="alternate"][type="application/activity+json"]') === null) return null;
    // Anybody can run a server: one that is not known speaks for its own people alone.
    const key = identify(url);
    return key?.id.endsWith(`@${url.hostname}`) ? key : null;
  },

  address(key, url) {
    const [user = '', host = ''] = key.id.split('@');
    return url.origin + (host === url.hostname ? `/@${user}` : `/@${key.id}`);
  },

  extract(doc, key, url): ExtractResult {
    const handles = [
      metaContent(doc, 'profile:username'),
      metaContent(doc, 'og:title'),
      pageTitle(doc),
      firstText(doc, '.account__header__tabs__name small', '.account__header small'),
    ];
    const said = handles.flatMap(
      (text) =>
        /@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)/
          .exec(text ?? '')
          ?.slice(1, 3)
          .join('@')
          .toLowerCase() ?? [],
    );
    if (said.length > 0 && !said.includes(key.id)) return { ok: false, reason: 'otherPerson' };
    const draft = createDraft(key, this.address(key, url));
    const named = firstText(
      doc,
      '.account__header__tabs__name h1 > span',
      '.account__header .display-name__html',
      '.p-name',
    );
    draft.offer('name', named, 'card');
    const data = readLinkedData(doc);
    const person = data.main;
    const alias = person === null ? undefined : strings(data, person, 'alternateName')[0];
    // The head is written for the page first loaded.
    const fresh = person !== null && alias?.replace(/^@/, '').toLowerCase() === key.id;
    if (fresh) draft.offer('name', strings(data, person, 'name')[0], 'jsonLd');
    const title = before(metaContent(doc, 'og:title') ?? pageTitle(doc), '(@');
    draft.offer('name', title, 'openGraph');
    offerAbout(draft, doc, '.account__header__content', '.p-note');
    const counts = firstText(doc, '.account__header a[href$="/followers"]', 'a[href$="/followers"]');
    if (fresh) draft.offer('followers', followersOf(data, person), 'jsonLd');
    draft.offer('followers', counts === undefined ? undefined : countIn(counts), 'card');
    draft.offer(
      'links',
      linksIn(
        doc,
        '.account__header__fields a[rel~="me"][href], .account-fields a[rel~="me"][href], link[rel="me"][href]',
      ),
      'card',
    );
    // `Followed by`: those of the reader's own people who follow this one.
    const familiar = doc.querySelectorAll('.account__header__familiar-followers a[href*="/@"]');
    draft.offerAcquaintances('follows', namedByLinks(familiar));
    return draft.finish(['about']);
  },
});

function identify(url: URL): ProfileKey | null {
  const match = /^\/(?:@|users\/)([\w.-]{1,60})(?:@([\w-]+(?:\.[\w-]+)+))?\/?$/.exec(url.pathname);
  if (match === null) return null;
  return { site: 'mastodon', id: `${match[1]}@${match[2] ?? url.hostname}`.toLowerCase() };
}
