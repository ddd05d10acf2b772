import { type Named, namedByLinks } from '../acquaintances.ts';
import { createDraft } from '../draft.ts';
import { isRole } from '../kinds.ts';
import { canonicalSays, linksIn, offerText } from '../ownPage.ts';
import { firstText, textOf } from '../page.ts';
import { piecesOf } from '../pieces.ts';
import { splitRole } from '../roleLine.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';

export const examples: readonly Example[] = [
  ['https://scholar.google.com/citations?user=AbCdEfGhIjK&hl=en', 'AbCdEfGhIjK'],
  ['https://scholar.google.de/citations?hl=de&user=AbCdEfGhIjK', 'AbCdEfGhIjK'],
  ['https://scholar.google.com/citations?view_op=search_authors&mauthors=x', null],
  ['https://scholar.google.com/scholar?q=networks', null],
];

const COUNTRIES =
  'com de at ch fr es it nl be pl se dk no fi pt ie ca cz gr hu ro ru in co.uk co.in co.jp co.kr com.au com.br com.mx com.tr com.ar com.sg com.hk com.tw co.il co.nz co.za'.split(
    ' ',
  );

export default defineSite({
  id: 'scholar',
  version: 3,
  hosts: COUNTRIES.map((ending) => `scholar.google.${ending}`),

  identify(url) {
    const id = url.pathname === '/citations' ? url.searchParams.get('user') : null;
    return id !== null && /^[A-Za-z0-9_-]{6,20}$/.test(id) ? { site: 'scholar', id } : null;
  },

  address: (key) => `https://scholar.google.com/citations?user=${key.id}`,

  extract(doc, key, url): ExtractResult {
    if (canonicalSays(doc, url, key, this.identify) === 'other') return { ok: false, reason: 'otherPerson' };
    // The sign-in page, in whatever language, has fields and no profile.
    if (doc.querySelector('#gsc_prf_in') === null && isSignIn(doc))
      return { ok: false, reason: 'signInWall' };
    const draft = createDraft(key, this.address(key, url));
    const card = doc.querySelector('#gsc_prf') ?? doc;
    offerText(draft, 'name', card, '#gsc_prf_in');
    offerText(draft, 'headline', card, '.gsc_prf_il:not(#gsc_prf_ivh):not(#gsc_prf_int)');
    const line = draft.get('headline') ?? '';
    const company = firstText(card, 'a.gsc_prf_ila', '.gsc_prf_il a[href*="view_org"]');
    if (company !== undefined && line.endsWith(company)) {
      draft.offer(
        'positions',
        [{ ...affiliation(line.slice(0, -company.length), company), end: null }],
        'card',
      );
    }
    const role = splitRole(line);
    draft.offer('positions', role === null ? undefined : [{ ...role, end: null }], 'card', true);
    const interests = [...card.querySelectorAll('a.gsc_prf_inta')].flatMap((link) => textOf(link) ?? []);
    draft.offer('skills', interests, 'card');
    draft.offer('links', linksIn(card, '#gsc_prf_ivh a[href]'), 'card');
    const coauthors = doc.querySelectorAll('#gsc_rsb_co .gsc_rsb_a_desc a[href*="user="]');
    draft.offerAcquaintances('coauthor', namedByLinks(coauthors).map(withoutNoise));
    return draft.finish(['headline', 'positions', 'skills']);
  },
});

/**
 * The institution is a link of its own. What stands before it is a title when it names one; an article is part of
 * the institution's name, a department part of neither.
 */
function affiliation(before: string, company: string): { title?: string; company: string } {
  const lead = before.trim();
  const article = /(?:^|\s)(?:the|die|der|das|la|le|l[’']|el|il|lo|o|a|de)$/iu.exec(lead);
  const named =
    article === null || !/^the$/i.test(article[0].trim()) ? company : `${article[0].trim()} ${company}`;
  const rest = (article === null ? lead : lead.slice(0, article.index))
    .trim()
    .replace(/(?:,|\s(?:at|of|in|an|bei|chez|à|en|na|no|de|da|do|presso|della)|\s?@)$/iu, '');
  const title = piecesOf(rest, ',').find(
    (piece) =>
      isRole(piece) && !/^(?:department|dept|school|faculty|institute|centre|center|lab)/i.test(piece),
  );
  return { ...(title !== undefined && { title }), company: named };
}

/** Of the address of a profile only whose it is: language and view are the reader's. */
function withoutNoise({ name, href }: Named): Named {
  const id = /[?&]user=([A-Za-z0-9_-]{6,20})/.exec(href ?? '')?.[1];
  return { name, href: id === undefined ? null : `/citations?user=${id}` };
}

function isSignIn(doc: Document): boolean {
  return (
    doc.querySelector(
      'input[type="password"], input[type="email"], form[action*="signin" i], #identifierId',
    ) !== null || /accounts\.google\.|\/signin/.test(doc.querySelector('base')?.getAttribute('href') ?? '')
  );
}
