import type { ProfileField, ProfileKey } from '../../core/model/index.ts';
import { parseName } from '../../core/text/names.ts';
import { createDraft } from '../draft.ts';
import { resembles, sharesWord } from '../likeness.ts';
import { pageTitle, textOf } from '../page.ts';
import { defineSite, type Example, type ExtractResult, type RefusalReason } from '../site.ts';
import { connectionsList, offerMutuals } from './linkedin/acquaintances.ts';
import { type DetailsPage, isMemberId, profileUrl, readAddress, slugKey } from './linkedin/address.ts';
import {
  detailsName,
  generationOf,
  offerDetails,
  offerSections,
  offerShownEmployer,
  offerTopCard,
  offerWebsites,
  ownerOf,
  shownName,
  topCardOf,
} from './linkedin/cards.ts';
import { offerEmbedded, readEmbedded, readStreamedName } from './linkedin/embeddedData.ts';
import { offerPublicPage, readPublicPage } from './linkedin/publicPage.ts';

export const examples: readonly Example[] = [
  ['https://www.linkedin.com/in/jana-bergmann-4b2a/', 'jana-bergmann-4b2a'],
  ['https://de.linkedin.com/in/Jana-Bergmann-4b2a?originalSubdomain=de', 'jana-bergmann-4b2a'],
  ['https://m.linkedin.com/in/jana-bergmann-4b2a/en', 'jana-bergmann-4b2a'],
  ['https://www.linkedin.com/mwlite/in/jana-bergmann-4b2a', 'jana-bergmann-4b2a'],
  ['https://www.linkedin.com/mwlite/profile/in/jana-bergmann-4b2a', 'jana-bergmann-4b2a'],
  ['https://www.linkedin.com/in/j%C3%BCrgen-s%C3%BC%C3%9F/details/experience/', 'jürgen-süß'],
  ['https://www.linkedin.com/in/jana-bergmann-%F0%9F%9A%80-4b2a/', 'jana-bergmann-🚀-4b2a'],
  ['https://www.linkedin.com/in/Jana-🇨🇭-Bergmann™/', 'jana-🇨🇭-bergmann™'],
  ['https://www.linkedin.com/in/jana%C2%B4s-%C2%AE', 'jana´s-®'],
  ['https://www.linkedin.com/in/ACoAABexampleMemberIdX', 'ACoAABexampleMemberIdX'],
  ['https://www.linkedin.com/pub/jana-bergmann/12/345/678', 'jana-bergmann-67834512'],
  ['https://www.linkedin.com/profile/view?id=123456', '123456'],
  ['https://www.linkedin.com/in/me/', null],
  ['https://www.linkedin.com/in/j%25C3%25BCrgen/', null],
  ['https://www.linkedin.com/in/%E0%A4%A/', null],
  ['https://www.linkedin.com/in/jana%2Fbergmann/', null],
  ['https://www.linkedin.com/in/jana%00bergmann/', null],
  ['https://www.linkedin.com/feed/', null],
  ['https://www.linkedin.com/search/results/people/?keywords=jana', null],
  ['https://www.linkedin.com/company/muster-ag/', null],
  ['https://www.linkedin.com/authwall?trk=x', null],
  ['https://www.linkedin.com/sales/lead/ACwAAA,NAME_SEARCH', null],
];

const FIELDS: readonly ProfileField[] = ['headline', 'location', 'positions', 'education', 'skills', 'about'];
const PUBLIC_FIELDS: readonly ProfileField[] = ['headline', 'location', 'positions', 'education', 'about'];
const DETAILS_FIELD: Record<DetailsPage, ProfileField> = {
  experience: 'positions',
  education: 'education',
  skills: 'skills',
  languages: 'languages',
};
const WALL_TITLE =
  /^(?:sign up|sign in|log ?in|join linkedin|linkedin login|linkedin:? log ?in|security verification|anmelden|registrieren|einloggen|mitglied werden|s[’']identifier|s[’']inscrire|inscrivez-vous|connexion|iniciar? sesión|inicia sesión|registrarse|regístrate|únete|accedi|iscriviti|aanmelden|inloggen|zaloguj|dołącz|entrar|iniciar sessão|cadastre-se|registre-se|inscreva-se|logga in|gå med|log ind|tilmeld|logg inn|bli med|kirjaudu|liity|přihlá|zaregistr|oturum aç|kaydol|giriş|войти|вход|регистрац|увійти|вхід|conectați|autentific|înscrie|σύνδεση|εγγραφή|masuk|daftar|log masuk|đăng nhập|登录|登入|註冊|注册|ログイン|サインイン|登録|로그인|회원가입|เข้าสู่ระบบ|تسجيل|התחבר|הצטרף|ورود|साइन)(?![\p{L}])/iu;
const NAMELESS =
  /^(?:linkedin[- ](?:member|mitglied|lid)|membre (?:de )?linkedin|miembro de linkedin|utente linkedin|membro do linkedin|użytkownik linkedin)$/i;
/** No such profile: the heading repeats the address in a sentence. The marks are the same in every language. */
const NOT_FOUND_MARKS =
  '[class*="not-found"], [data-test-id*="not-found"], .profile-unavailable, .error-container';
const NOT_FOUND_TITLE =
  /^(?:profile |page |profil |seite |página |perfil |profilo |pagina |profiel |strona |sidan? )?(?:was )?(?:not found|nicht gefunden|introuvable|non trouvée?|no encontrad[ao]|non trovat[ao]|não encontrad[ao]|niet gevonden|nie znalezion[oay]|hittades inte|ikke fundet|ikke funnet|ei löytynyt|nenalezen[ao]?|bulunamadı|не найден[ао]?|見つかりません|未找到|찾을 수 없)/iu;
const WALL_MARKS =
  '.authwall, [data-test-id="authwall"], form.join-form, form[action*="/uas/login"], form[action*="/checkpoint/lg"]';

export default defineSite({
  id: 'linkedin',
  version: 3,
  hosts: ['.linkedin.com'],

  identify(url) {
    const address = readAddress(url);
    return typeof address === 'string' ? null : { site: 'linkedin', id: address.id };
  },

  refusal(url): RefusalReason {
    const address = readAddress(url);
    return typeof address === 'string' ? address : 'notAProfile';
  },

  address: (key) => profileUrl(key.id),

  people: connectionsList,

  extract(doc, key, url): ExtractResult {
    const address = readAddress(url);
    const details = typeof address === 'string' ? null : address.details;
    if (details === 'other') return { ok: false, reason: 'notAProfile' };
    if (details !== null) return readDetails(doc, key, details);
    const isPublic = doc.querySelector('.top-card-layout, h1.top-card-layout__title') !== null;
    if (!isPublic && isNotFound(doc, key.id)) return { ok: false, reason: 'nothingFound' };
    const page = readPublicPage(doc, key.id);
    if (isPublic || page.person !== null) return readPublic(doc, key, page);
    return readMembers(doc, key, page.others, typeof address !== 'string' && address.aside);
  },
});

/** The page for visitors who are not signed in. */
function readPublic(doc: Document, key: ProfileKey, page: ReturnType<typeof readPublicPage>): ExtractResult {
  if (page.person === null && page.others && canonicalId(doc) !== key.id)
    return { ok: false, reason: 'otherPerson' };
  const canonical = canonicalId(doc);
  if (page.person === null && canonical !== null && canonical !== key.id)
    return { ok: false, reason: 'otherPerson' };
  const draft = createDraft(key, profileUrl(key.id));
  offerPublicPage(draft, doc, page);
  offerWebsites(draft, doc);
  if (page.person === null && canonical === null && !resembles(key.id, draft.get('name')?.full)) {
    return {
      ok: false,
      reason: isWall(doc) ? 'signInWall' : draft.has('name') ? 'otherPerson' : 'nothingFound',
    };
  }
  const result = draft.finish(PUBLIC_FIELDS);
  return !result.ok && isWall(doc) ? { ok: false, reason: 'signInWall' } : result;
}

/** The page for members, in its classic form or made of cards. */
function readMembers(doc: Document, key: ProfileKey, otherPersons: boolean, aside: boolean): ExtractResult {
  const generation = generationOf(doc);
  const embedded = readEmbedded(doc, key.id);
  const streamed = readStreamedName(doc, key.id);
  const topCard = topCardOf(doc, generation);
  const owner = ownerOf(doc, topCard);
  const shown = shownName(doc, topCard, key.id) ?? titleName(doc, topCard);
  const wall = isWall(doc);
  // A stranger whose name the site does not show.
  if (shown !== undefined && NAMELESS.test(shown)) return { ok: false, reason: 'nothingFound' };
  if (shown === undefined && embedded.own === null) {
    if (wall) return { ok: false, reason: 'signInWall' };
    return { ok: false, reason: otherPersons ? 'otherPerson' : 'stillLoading' };
  }
  const memberId = embedded.own?.memberId ?? owner.memberId;
  const isOwn =
    owner.slugs.has(key.id) ||
    (isMemberId(key.id) && owner.memberId === key.id) ||
    (embedded.own?.memberId !== undefined && embedded.own.memberId === owner.memberId);
  const isOther = owner.slugs.size > 0 && !owner.slugs.has(key.id) && !isMemberId(key.id) && !isOwn;
  const known =
    embedded.own?.name.full ?? (streamed === null ? undefined : `${streamed.given} ${streamed.family}`);
  if (
    aside &&
    shown !== undefined &&
    (known === undefined ? !resembles(key.id, shown) : !sharesWord(known, shown))
  ) {
    return { ok: false, reason: 'notAProfile' };
  }
  if (isOther) return { ok: false, reason: known === undefined ? 'otherPerson' : 'stillLoading' };
  const agrees = known !== undefined && (shown === undefined || sharesWord(known, shown));
  if (!isOwn) {
    if (isMemberId(key.id) && owner.memberId !== undefined && embedded.own === null)
      return { ok: false, reason: 'otherPerson' };
    if (known !== undefined && !agrees) return { ok: false, reason: 'stillLoading' };
    if (known === undefined && !resembles(key.id, shown))
      return { ok: false, reason: wall ? 'signInWall' : 'otherPerson' };
  }
  const draft = createDraft(key, profileUrl(key.id));
  if (embedded.own !== null) offerEmbedded(draft, embedded.own);
  if (streamed !== null && (shown === undefined || sharesWord(known ?? '', shown))) {
    draft.offer(
      'name',
      { full: shown ?? `${streamed.given} ${streamed.family}`, ...streamed },
      'embeddedData',
    );
  }
  draft.offer('name', shown, 'card', !isOwn);
  draft.offer('memberId', memberId, 'card');
  if (topCard !== null) {
    offerTopCard(draft, topCard, generation, shown);
    offerMutuals(draft, topCard);
  }
  offerSections(draft, doc, generation);
  offerWebsites(draft, doc);
  const loaded = draft.has('positions');
  if (!loaded && topCard !== null && generation === 'cards') offerShownEmployer(draft, topCard);
  const result = draft.finish(FIELDS);
  // The shown employer is no substitute for the experience, which loads as the reader scrolls.
  if (result.ok && !loaded)
    result.missing = FIELDS.filter((field) => field === 'positions' || result.missing.includes(field));
  return result;
}

function readDetails(doc: Document, key: ProfileKey, page: DetailsPage): ExtractResult {
  const generation = generationOf(doc);
  const embedded = readEmbedded(doc, key.id);
  const streamed = readStreamedName(doc, key.id);
  const owner = ownerOf(doc, null);
  if (owner.slugs.size > 0 && !owner.slugs.has(key.id)) return { ok: false, reason: 'otherPerson' };
  const draft = createDraft(key, profileUrl(key.id));
  if (embedded.own !== null) draft.offer('name', embedded.own.name, 'embeddedData');
  if (streamed !== null)
    draft.offer('name', { full: `${streamed.given} ${streamed.family}`.trim(), ...streamed }, 'embeddedData');
  const shown = detailsName(doc, key.id, pageTitle(doc));
  draft.offer('name', shown, 'title', !owner.slugs.has(key.id));
  draft.offer('memberId', embedded.own?.memberId ?? owner.memberId, 'card');
  if (isWall(doc)) return { ok: false, reason: 'signInWall' };
  offerDetails(draft, doc, page, generation);
  const field = DETAILS_FIELD[page];
  if (!draft.has(field))
    return {
      ok: false,
      reason: doc.querySelector('main')?.firstElementChild == null ? 'stillLoading' : 'nothingFound',
    };
  // The page need not name the person; the address does. A guess from it is marked, so that it never replaces a name.
  draft.offer('name', nameOfSlug(key.id), 'title', true);
  return draft.finish([field]);
}

/** `Jana Bergmann | LinkedIn`: the last resort on a page that has a person's card but no heading in it. */
function titleName(doc: Document, topCard: Element | null): string | undefined {
  if (topCard?.hasAttribute('componentkey') !== true) return undefined;
  return /^(.{2,100}?)(?:\s[-–—]\s.*)?\s\|\sLinkedIn$/.exec(pageTitle(doc))?.[1];
}

function canonicalId(doc: Document): string | null {
  const href =
    doc.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    doc.querySelector('meta[property="og:url"]')?.getAttribute('content');
  try {
    const address = href === null || href === undefined ? 'notAProfile' : readAddress(new URL(href));
    return typeof address === 'string' ? null : address.id;
  } catch {
    return null;
  }
}

function isNotFound(doc: Document, id: string): boolean {
  const heading = doc.querySelector('main h1, h1');
  return (
    NOT_FOUND_TITLE.test(pageTitle(doc)) ||
    heading?.closest(NOT_FOUND_MARKS) != null ||
    repeatsAddress(textOf(heading) ?? '', id) ||
    // A name is no sentence.
    /(?:[.!?。！？]|\s\p{Ll}+\s\p{Ll}+\s\p{Ll}+.{0,80})$/u.test(shortText(heading))
  );
}

/** A sentence in any language around the address that was asked for; a name is never much longer than its address. */
function repeatsAddress(text: string, id: string): boolean {
  return (
    text.length > id.length + 12 &&
    text.length < 500 &&
    text.toLowerCase().normalize('NFC').includes(id.toLowerCase())
  );
}

function shortText(element: Element | null): string {
  const text = textOf(element) ?? '';
  return text.split(' ').length > 5 ? text.slice(0, 300) : '';
}

function isWall(doc: Document): boolean {
  return WALL_TITLE.test(pageTitle(doc)) || doc.querySelector(WALL_MARKS) !== null;
}

function nameOfSlug(slug: string): string | undefined {
  if (isMemberId(slug) || slugKey(slug) === null) return undefined;
  const parts = slug.split('-').filter((part) => /^\p{L}{2,}$/u.test(part));
  if (parts.length < 2) return undefined;
  return parseName(parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' '))?.full;
}
