import { parseName } from '../../core/text/names.ts';
import { oneLine } from '../../core/text/whitespace.ts';
import { isOrganisation, isRole } from '../kinds.ts';
import { isUnseen, type Line, metaContent, pageTitle, readLines, textOf, webUrl } from '../page.ts';
import { nameForm, nameIn } from '../personName.ts';
import { piecesOf } from '../pieces.ts';
import { type EvidenceKind, reaches, weigh } from './evidence.ts';
import { findCards, isRepresentative, nameOfCard } from './hCard.ts';
import { addressesOf, type LinkedData } from './jsonLd.ts';
import { findItems, nameOfItem } from './microdata.ts';
import {
  factsOf,
  type Heading,
  isCollectionType,
  isOrganisationType,
  isThingType,
  isWorkType,
  type PageFacts,
} from './pageFacts.ts';
import { isPageHeading, labelOf } from './sectionLabels.ts';
import { foldName, sameName, spells } from './spelling.ts';

/** A name that the page may be about, with all that speaks for and against it. */
export interface Named {
  name: string;
  kinds: Set<EvidenceKind>;
  /** The heading that shows it, if one does. */
  heading: Element | null;
}

export interface Judgement {
  /** The name with the best sum, if any is worth a question. */
  best: Named | null;
  level: 'sure' | 'unsure' | 'none';
  /** All names met, best first, for the report of a page. */
  all: Named[];
}

const PERSON_FOLDER =
  /\/(?:~[^/]{2,60}|(?:people|persons?|team|our-team|staff|members?|profiles?|users?|authors?|faculty|personen|personal|mitarbeiter(?:innen)?|mitarbeitende|ansprechpartner(?:innen)?|beschaeftigte|team-detail|equipe|membres?|personnes?|annuaire|chercheurs|auteurs?|personas?|profesorado|profesores|equipo|miembros|autore?s?|persone|docenti|docentes?|pessoas|equipa|medewerkers|directory|experts?|leadership|management|speakers?|fellows|researchers|lehrende|professor(?:en|s)?|academics?|alumni|u|in|homes?|bios?)\/(?!index)[^/]{2,100})\/?/i;
const PROFILE_HOSTS =
  /^(?:[a-z]{2,3}\.)?(?:linkedin\.com|orcid\.org|scholar\.google\.[a-z.]{2,6}|github\.com|gitlab\.com|codeberg\.org|x\.com|twitter\.com|researchgate\.net|xing\.com|instagram\.com|facebook\.com|bsky\.app|threads\.net|dblp\.org|dblp\.uni-trier\.de|medium\.com|dribbble\.com|behance\.net|keybase\.io|stackoverflow\.com|kaggle\.com|youtube\.com|semanticscholar\.org|academia\.edu|publons\.com)$/;
/** A page that is nobody's: what was asked for is not there. */
const NOT_FOUND =
  /(?:^|[^\p{L}\d])(?:404|410)(?:[^\p{L}\d]|$)|(?:page|site|profile|user|file|document) (?:was )?(?:not|no longer|cannot be) (?:found|available)|not found|doesn[’']t exist|does not exist|nicht (?:gefunden|verfügbar|vorhanden)|existiert nicht|(?:introuvable|n[’']existe pas|n[’']existe plus)|no (?:encontrad[ao]|existe|disponible)|non (?:trovat[ao]|esiste)|não (?:encontrad[ao]|existe)|niet gevonden|nie znaleziono|не найден[ао]?|找不到|不存在|見つかりません|찾을 수 없|یافت نشد|غير موجود|לא נמצא/iu;
const SIGN_IN =
  /^(?:sign[ -]?(?:in|up)|log[ -]?(?:in|on)|login|anmelden|anmeldung|einloggen|registrieren|se connecter|connexion|s[’']identifier|iniciar sesión|acceder|inicia sesión|accedi|accesso|login|entrar|iniciar sessão|inloggen|aanmelden|zaloguj(?: się)?|logga in|log ind|logg inn|kirjaudu|přihlásit|войти|вход|ログイン|登录|登入|로그인|تسجيل الدخول|ورود|התחבר(?:ות)?)(?![\p{L}])/iu;
const INTRODUCTION =
  /(?:^|[^\p{L}])(?:i[’']m|i am|my name is|ich bin|ich heiße|mein name ist|je suis|je m[’']appelle|me llamo|mi nombre es|soy|mi chiamo|(?:io )?sono|(?:eu )?sou|meu nome é|ik ben|mijn naam is|меня зовут)\s(?=\p{L})|我是|我叫|私は|저는/giu;
const MAX_HEADINGS = 200;

/** Adds up, for every name that the page holds in a prominent place, what it says of whose page this is. */
export function judgePage(doc: Document, url: URL, data: LinkedData): Judgement {
  const names: Named[] = [];
  const add = (name: string | undefined, kind: EvidenceKind, heading: Element | null = null): void => {
    if (name === undefined || oneLine(name) === '') return;
    const shown = oneLine(name.slice(0, 400));
    let known = names.find((one) => sameName(one.name, shown));
    if (known === undefined) {
      if (names.length >= 60) return;
      known = { name: shown, kinds: new Set(), heading: null };
      names.push(known);
    }
    known.kinds.add(kind);
    known.heading ??= heading;
    // A whole name says more than a handle or the half of it.
    if (nameForm(known.name) === 0 && nameForm(shown) > 0) known.name = shown;
  };
  addMarkedUp(add, doc, url, data);
  const headings = visibleHeadings(doc);
  addShown(add, doc, headings);
  const facts = factsOf(doc, url, data, headings);
  for (const named of names) {
    support(named, doc, url, facts);
    object(named, url, data, headings, facts);
  }
  const score = ({ kinds }: Named): number => {
    const { about, person } = weigh(kinds);
    return about + Math.min(person, 4);
  };
  const all = names.sort((a, b) => score(b) - score(a));
  const best =
    all.find(({ kinds }) => reaches(kinds, 'sure')) ??
    all.find(({ kinds }) => reaches(kinds, 'unsure')) ??
    null;
  if (best === null) return { best: null, level: 'none', all };
  // Two names with as much to say for each: the page is not about one of them.
  const rival = all.find(
    (one) => one !== best && reaches(one.kinds, 'sure') && score(one) >= score(best) - 0.5,
  );
  const level = !reaches(best.kinds, 'sure') ? 'unsure' : rival === undefined ? 'sure' : 'unsure';
  return { best, level, all };
}

/** Is there nothing on the page but that what was asked for is not there, or that one has to sign in first? */
export function emptyPage(doc: Document): 'nothingFound' | 'signInWall' | null {
  const heading = textOf(doc.querySelector('main h1, h1'))?.slice(0, 200) ?? '';
  const title = pageTitle(doc).slice(0, 200);
  if (NOT_FOUND.test(title) || (heading.length < 120 && NOT_FOUND.test(heading))) return 'nothingFound';
  const asks = doc.querySelector('input[type="password"]') !== null;
  return asks && (SIGN_IN.test(title) || SIGN_IN.test(heading)) ? 'signInWall' : null;
}

type Add = (name: string | undefined, kind: EvidenceKind, heading?: Element | null) => void;

/** What the page says in marks made for machines. */
function addMarkedUp(add: Add, doc: Document, url: URL, data: LinkedData): void {
  const here = `${url.origin}${url.pathname}`.replace(/\/$/, '');
  const free = data.persons.filter((node) => !data.mentioned.has(node) && !data.siteAuthors.has(node));
  const names = new Set(free.map((node) => foldName(data.nameOf(node) ?? '')));
  for (const node of data.persons.slice(0, 200)) {
    const name = data.nameOf(node);
    if (node === data.main) add(name, 'profilePage');
    const isOwn = addressesOf(data, node).some((href) => href.split(/[?#]/)[0]?.replace(/\/$/, '') === here);
    // Authors give the address of the site as theirs, and the site's start is where articles are listed.
    if (isOwn && !data.mentioned.has(node)) add(name, 'ownAddress');
    if (names.size === 1 && free.includes(node)) add(name, 'lonePerson');
    const form = nameForm(name ?? '');
    if (data.siteAuthors.has(node) && form > 0) add(name, 'siteAuthor');
    if (data.mentioned.has(node) && form > 0) add(name, 'signer');
  }
  const items = findItems(doc);
  if (items.length === 1 && items[0] !== undefined) add(nameOfItem(items[0]), 'loneItem');
  const cards = findCards(doc);
  for (const card of cards.slice(0, 30)) {
    if (cards.length === 1) add(nameOfCard(card), 'loneCard');
    if (isRepresentative(card, url))
      add(nameOfCard(card), cards.length === 1 ? 'representativeCard' : 'loneCard');
  }
  if (metaContent(doc, 'og:type')?.toLowerCase() === 'profile') {
    const parts = ['first_name', 'last_name'].map(
      (part) => metaContent(doc, `profile:${part}`) ?? metaContent(doc, `og:profile:${part}`),
    );
    const title = metaContent(doc, 'og:title')?.split(/\s[|–—·•-]\s|\s\(?@/)[0];
    const whole = parts.filter(Boolean).join(' ');
    add(parts.every(Boolean) ? whole : (nameIn(title) ?? title ?? (whole || undefined)), 'openGraph');
  }
  const author = metaContent(doc, 'author');
  if (author !== undefined && nameForm(author) > 0) add(author, 'metaAuthor');
}

/** The names that stand in title, headings and the site's own name. */
function addShown(add: Add, doc: Document, headings: Heading[]): void {
  const title = pageTitle(doc);
  const whole = nameIn(title);
  if (whole !== undefined) add(whole, 'titleAlone');
  for (const piece of [
    ...piecesOf(title, /\s[|–—·•»«/-]+\s|[|·•»:]/u),
    ...piecesOf(title, /,\s|\s[|–—·•-]\s/),
  ].slice(0, 12))
    add(nameIn(piece), 'title');
  if (whole !== undefined) add(whole, 'title');
  const site = doc.querySelector(
    '.site-title, .navbar-brand, a[rel~="home"], .site-name, .logo, .brand, header a[href="/"], nav a[href="/"]',
  );
  add(nameIn(textOf(site)?.slice(0, 200)), 'siteName');
  add(nameIn(metaContent(doc, 'og:site_name')), 'siteName');
  const top = Math.min(
    ...headings.filter(({ element }) => /^H[1-3]$/.test(element.tagName)).map(({ level }) => level),
  );
  const first = headings
    .filter(({ element, level }) => level === top && /^H[1-3]$/.test(element.tagName))
    .slice(0, top === 1 ? 20 : 1);
  const named = first.flatMap(({ element, text }) => {
    const name = nameIn(text);
    return name === undefined ? [] : [{ element, name }];
  });
  const [only] = named;
  if (only !== undefined && named.every(({ name }) => sameName(name, only.name))) {
    add(only.name, 'heading', only.element);
    return;
  }
  const lower = headings
    .filter(({ level }) => level > top || named.length > 1 || top > 1)
    .slice(0, 40)
    .flatMap(({ element, text }) => {
      const name = nameIn(text);
      return name === undefined ? [] : [{ element, name }];
    });
  const [chief] = lower;
  if (chief === undefined) return;
  const presented = lower.find(({ element }) => element.closest(PRESENTED) !== null) ?? chief;
  const isAlone = lower.every(({ name }) => sameName(name, presented.name));
  if (isAlone || presented.element.closest(PRESENTED) !== null)
    add(presented.name, 'lowerHeading', presented.element);
}

/** Blocks in which themes present the person of a page. */
const PRESENTED =
  '[class*="profile" i], [id*="profile" i], [class*="portrait" i], [class*="avatar" i], [class*="author__" i], [class*="hero" i], [class*="intro" i], [id="about"], [class*="sidebar" i], [class*="masthead" i], [class*="banner" i], [class*="bio" i], [class*="vcard" i], header';
const NAMED =
  'h1, h2, h3, h4, [class*="author__name" i], [class*="profile-name" i], [class*="profile__name" i], [class~="name"], [class*="person-name" i], [class*="full-name" i], [class*="fullname" i], [id="name"]';

/** The headings that one sees, those of menus and footers left out, in document order. */
export function visibleHeadings(doc: Document): Heading[] {
  const found: Heading[] = [];
  for (const element of [...doc.querySelectorAll(NAMED)].slice(0, MAX_HEADINGS)) {
    if (
      isHidden(element) ||
      element.closest('nav, footer, dialog, form, .comments, #comments, .widget') !== null
    )
      continue;
    const whole = textOf(element)?.slice(0, 300);
    if (whole === undefined) continue;
    // A job in a line of its own inside the heading.
    const [line] = nameIn(whole) === undefined ? readLines(element, { split: 'leaf' }) : [];
    const text = line !== undefined && nameIn(line.text) !== undefined ? line.text : whole;
    const level = /^H[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : 3;
    found.push({ element, level, text });
  }
  return found;
}

/** Is the element, or what it stands in, not for the eye? */
function isHidden(element: Element): boolean {
  let at: Element | null = element;
  for (let depth = 0; at !== null && depth < 40; depth++) {
    if (isUnseen(at)) return true;
    at = at.parentElement;
  }
  return false;
}

/** What else on the page speaks for a name. */
function support(named: Named, doc: Document, url: URL, facts: PageFacts): void {
  const { name, kinds, heading } = named;
  const isShown = ['heading', 'lowerHeading', 'title', 'siteName', 'profilePage', 'openGraph'].some((kind) =>
    kinds.has(kind as EvidenceKind),
  );
  const labels = url.hostname.replace(/^www\d?\./, '').split('.');
  const given = foldName(parseName(name)?.given ?? '').split(' ')[0] ?? '';
  if (labels.slice(0, -1).some((label) => spells(label, name) > 0)) kinds.add('host');
  else if (given.length > 2 && labels.slice(0, -1).some((label) => foldName(label) === given))
    kinds.add('hostHint');
  const path = url.pathname.split('/').filter((piece) => piece !== '');
  const pieces = path.slice(-3).map((piece) => decoded(piece).replace(/\.\w{2,5}$/, ''));
  if (pieces.some((piece) => spells(piece.replace(/^[~@]/, ''), name) > 0)) kinds.add('slug');
  if (isShown && PERSON_FOLDER.test(url.pathname)) kinds.add('personFolder');
  const form = nameForm(name);
  if (form > 0) kinds.add('nameForm');
  if (form === 2) kinds.add('knownName');
  if (hasHonorific(heading === null ? name : (textOf(heading) ?? name))) kinds.add('honorific');
  if (isPortrayed(facts, name, heading)) kinds.add('portrait');
  for (const { href, rel } of facts.links) {
    if (/^mailto:/i.test(href)) {
      if (spells(href.slice(7).split('@')[0] ?? '', name) > 0) kinds.add('mail');
    } else if (isProfileOf(href, rel, name, url)) kinds.add('profiles');
  }
  if (!isShown) return;
  if (facts.career > 1) kinds.add('career');
  else if (facts.career === 1) kinds.add('careerHint');
  const beside = (textOf(heading) ?? '').slice(0, 300).replace(name, ' ');
  if (isRole(beside) || roleNear(doc, heading) !== undefined) kinds.add('role');
  introduce(named, facts);
}

/** What the page says of itself that speaks against its being one person's. */
function object(named: Named, url: URL, data: LinkedData, headings: Heading[], facts: PageFacts): void {
  const { name, kinds, heading } = named;
  const add = (kind: EvidenceKind): void => void kinds.add(kind);
  const types = facts.types.filter((one) => one.name !== name).map(({ type }) => type);
  const isProfile = kinds.has('profilePage') || (kinds.has('openGraph') && !types.some(isWorkType));
  if (!isProfile) {
    const isOthersPost = facts.post !== null && (heading === null || !facts.post.contains(heading));
    if (facts.isWork || isOthersPost) add('article');
    if (facts.isThing || types.some(isThingType)) add('thing');
    if (facts.isCollection || types.some(isCollectionType)) add('collection');
    if (facts.isDated || (heading === null && facts.isSigned)) add('dated');
  }
  if (facts.isInstitution) add('institution');
  // Plug-ins write the owner of a personal site as both.
  const organisations = data.subjects.filter(
    ({ types: own }) => own.some(isOrganisationType) && !own.includes('Person'),
  );
  if (isOrganisation(name) || organisations.some(({ node }) => sameName(data.nameOf(node) ?? '', name)))
    add('organisation');
  if (facts.items.some(isOrganisationType) && !kinds.has('loneItem')) add('organisation');
  const first = headings.filter(({ level }) => level === 1);
  const others = first.filter(({ text }) => {
    const own = nameIn(text);
    return (
      (own === undefined || !sameName(own, name)) &&
      !isPageHeading(text) &&
      labelOf(text) === undefined &&
      !isRole(text) &&
      !(isOrganisation(text) && (kinds.has('slug') || kinds.has('personFolder'))) &&
      !foldName(text).includes(foldName(name)) &&
      !INTRODUCES.test(text)
    );
  });
  if (
    !kinds.has('heading') &&
    !kinds.has('profilePage') &&
    // On the start of a site that is called like the person a motto stands where the name would.
    !(kinds.has('host') && url.pathname === '/') &&
    others.length > 0 &&
    others.length === first.filter(({ text }) => !isPageHeading(text)).length
  )
    add('otherSubject');
}

const INTRODUCES =
  /^(?:i[’']m|i am|i\s\p{L}|my\s|hi\b|hello|hey|hallo|ich\s|mein\s|bonjour|je\s|hola|soy|yo\s|ciao|sono|io\s|olá|eu\s|sou|welcome|willkommen|bienvenu|bienvenid|benvenut|bem-vind)/iu;

/** `Dr.`, `Prof.`, a degree or pronouns: what only the name of a person has on it. */
function hasHonorific(text: string): boolean {
  const shown = text.slice(0, 200);
  return /(?:^|[^\p{L}])(?:dr|prof|dipl|mag|pd|priv|mme|herr|frau|m\.sc|ph\.?d|msc|mba|sra?|dott|dra|ing)(?:\.|,|\s|$)|\((?:she|he|they|sie|er|elle|il|ella|él|lei|lui|ela|ele)\s?\/|教授|博士|老师|老師|先生|女士|さん|교수|박사|دکتر|مهندس|الدكتور|ד"ר|פרופ/iu.test(
    shown,
  );
}

/** Does a picture carry the name, or stand in the same block as the heading? */
function isPortrayed(facts: PageFacts, name: string, heading: Element | null): boolean {
  if (facts.pictures.some((text) => sameName(nameIn(text) ?? '', name))) return true;
  let block = heading?.parentElement ?? null;
  for (let depth = 0; block !== null && block.tagName !== 'BODY' && depth < 3; depth++) {
    const near = block.querySelectorAll('img, picture');
    if (near.length > 0) return near.length === 1;
    block = block.parentElement;
  }
  return facts.hasPortrait;
}

function isProfileOf(href: string, rel: string, name: string, url: URL): boolean {
  const address = webUrl(href, url);
  if (address === undefined || address.hostname === url.hostname) return false;
  const isKnown = PROFILE_HOSTS.test(address.hostname.replace(/^www\./, ''));
  const isMine = rel.split(' ').includes('me');
  if (!isKnown && !isMine) return false;
  return (
    isMine || address.pathname.split('/').some((piece) => spells(decoded(piece).replace(/^@/, ''), name) > 0)
  );
}

/** The job that a line beside the name says, if one does: up to four lines after it, or the one before. */
export function roleNear(doc: Document, heading: Element | null): string | undefined {
  return linesAround(doc, heading).find(({ text }) => text.length <= 160 && isRole(text))?.text;
}

/** Up to four lines after the heading, then the one before it. */
export function linesAround(doc: Document, heading: Element | null): Line[] {
  if (heading === null) return [];
  const root = blockOf(heading, doc);
  const lines = readLines(root, {
    most: 400,
    skip: (element) => /^(?:NAV|FOOTER|BUTTON|FORM)$/.test(element.tagName),
  });
  const at = lines.findIndex(({ block }) => heading === block || heading.contains(block));
  if (at < 0) return [];
  const end = lines.findLastIndex(
    ({ block }, index) => index < at + 6 && (heading === block || heading.contains(block)),
  );
  const after = lines.slice(end + 1, end + 5);
  const before = lines[at - 1];
  return [...after, ...(before === undefined ? [] : [before])];
}

function blockOf(heading: Element, doc: Document): Element {
  let block: Element = heading;
  for (let depth = 0; depth < 5 && block.parentElement !== null; depth++) {
    if (block.tagName === 'BODY' || block.tagName === 'MAIN') break;
    block = block.parentElement;
  }
  return block ?? doc.body;
}

/** `I am Lena …`, `Lena Brandt is a geologist …`: the page says itself who it is. */
function introduce({ name, kinds }: Named, { text, description }: PageFacts): void {
  const given = foldName(parseName(name)?.given ?? name).split(' ')[0] ?? '';
  if (given === '') return;
  for (const match of text.matchAll(INTRODUCTION)) {
    const next = foldName(text.slice(match.index + match[0].length, match.index + match[0].length + 60));
    if (next.startsWith(given) || /^(?:dr|prof)\b/.test(next)) {
      kinds.add('introduction');
      return;
    }
  }
  for (const passage of [text, description]) {
    const at = passage.indexOf(name);
    if (at >= 0 && isRole(passage.slice(at + name.length, at + name.length + 80))) kinds.add('role');
  }
}

function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece).slice(0, 200);
  } catch {
    return piece.slice(0, 200);
  }
}
