import { acquaintancesOf, namedByLinks } from '../acquaintances.ts';
import { createDraft, type Draft } from '../draft.ts';
import { countIn, firstText, textOf } from '../page.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';

export const examples: readonly Example[] = [
  ['https://github.com/janabergmann', 'janabergmann'],
  ['https://github.com/JanaBergmann?tab=repositories', 'janabergmann'],
  ['https://github.com/jana-b/', 'jana-b'],
  ['https://github.com/jana-b/some-repository', null],
  ['https://github.com/settings', null],
  ['https://github.com/orgs/muster', null],
  ['https://gist.github.com/jana-b', null],
];

const RESERVED = new Set(
  'about account actions apps blog business cli codespaces collections contact copilot customer-stories dashboard discussions education enterprise events explore features feed gist github home issues join login logout marketplace mobile models new nonprofits notifications orgs organizations partners pricing pulls readme readme-guides search security sessions settings showcases signup site sponsors stars status team teams topics trending users watching wiki codesearch'.split(
    ' ',
  ),
);

export default defineSite({
  id: 'github',
  version: 2,
  hosts: ['github.com', 'www.github.com'],

  identify(url) {
    const match = /^\/([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))\/?$/.exec(url.pathname);
    const id = match?.[1]?.toLowerCase();
    return id === undefined || RESERVED.has(id) ? null : { site: 'github', id };
  },

  refusal(url) {
    if (/^\/(?:orgs|organizations|enterprises)\//.test(url.pathname)) return 'organisation';
    return /^\/(?:login|join|signup|session)\b/.test(url.pathname) ? 'signInWall' : 'notAProfile';
  },

  address: (key) => `https://github.com/${key.id}`,

  extract(doc, key, url): ExtractResult {
    const own = doc.querySelector('.h-card, [itemtype$="schema.org/Person"], .vcard');
    const isOrganisation =
      doc.querySelector(
        'h1.orgname, [itemtype$="schema.org/Organization"], [data-hovercard-type="organization"].avatar, .orghead',
      ) !== null;
    if (own === null && isOrganisation) return { ok: false, reason: 'organisation' };
    const names = doc.querySelector('.p-nickname, .vcard-fullname, .p-name, [itemprop="additionalName"]');
    const card = own ?? (names === null ? null : (names.closest('main') ?? doc.body));
    if (card === null) return { ok: false, reason: 'nothingFound' };
    const nickname = firstText(card, '.p-nickname', '[itemprop="additionalName"]')?.split(' ')[0];
    if (nickname !== undefined && nickname.toLowerCase() !== key.id)
      return { ok: false, reason: 'otherPerson' };
    const draft = createDraft(key, `https://github.com/${nickname ?? key.id}`);
    draft.offer('name', firstText(card, '.p-name', '[itemprop="name"]') ?? nickname, 'hCard');
    draft.offer(
      'about',
      textOf(card.querySelector('.p-note > div, .user-profile-bio > div')) ??
        firstText(card, '.p-note', '.user-profile-bio'),
      'hCard',
    );
    draft.offer(
      'location',
      firstText(card, '[itemprop="homeLocation"] .p-label', '.p-label', '[itemprop="homeLocation"]'),
      'hCard',
    );
    const company = firstText(
      card,
      '.p-org',
      '[itemprop="worksFor"] .p-org',
      '[itemprop="worksFor"]',
    )?.replace(/^@/, '');
    const companies =
      company === undefined
        ? []
        : /^[\w-]+(?:[\s,]+@[\w-]+)+$/.test(company)
          ? (company.match(/[\w-]+/g) ?? [])
          : [company];
    draft.offer(
      'positions',
      companies.map((name) => ({ company: name, end: null })),
      'hCard',
    );
    draft.offer('followers', countIn(firstText(card, 'a[href*="tab=followers"]') ?? ''), 'hCard');
    const links = card.querySelectorAll(
      '[itemprop="url"] a[href], a[itemprop="url"][href], [itemprop="social"] a[href]',
    );
    draft.offer(
      'links',
      [...links].map((link) => link.getAttribute('href')),
      'hCard',
    );
    if (/^follow(?:ers|ing)$/.test(url.searchParams.get('tab') ?? '')) offerFollowers(draft, doc, card);
    return draft.finish(['location', 'positions', 'about']);
  },

  people(doc, url) {
    const organisation = /^\/orgs\/([A-Za-z0-9-]{1,40})\/people\/?$/.exec(url.pathname)?.[1];
    if (organisation === undefined) return null;
    const links = doc.querySelectorAll('#org-members-table li a[data-hovercard-type="user"][href]');
    const people = acquaintancesOf('colleague', namedByLinks(links), url);
    if (people.length < 2) return null;
    return {
      kind: 'members',
      url: `https://github.com/orgs/${organisation}/people`,
      site: 'github',
      title: organisation,
      people,
    };
  },
});

/** The tab of followers, or of whom they follow: each link shows a name, where there is one, and the account. */
function offerFollowers(draft: Draft, doc: Document, card: Element): void {
  const links = [...doc.querySelectorAll('main a[data-hovercard-type="user"][href]')].filter(
    (link) => !card.contains(link),
  );
  draft.offerAcquaintances(
    'follows',
    namedByLinks(links).map(({ name = '', href }) => {
      const account = /\/([A-Za-z0-9-]{1,40})\/?$/.exec(href ?? '')?.[1]?.toLowerCase();
      const words = name.split(' ');
      const named = words.length > 1 && words.at(-1)?.toLowerCase() === account;
      return { name: named ? words.slice(0, -1).join(' ') : name, href };
    }),
  );
}
