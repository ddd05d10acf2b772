import type { Draft } from '../draft.ts';
import { isOrganisation, isRole } from '../kinds.ts';
import { isUnseen, pageTitle, readLines, textOf } from '../page.ts';
import { nameForm, nameIn } from '../personName.ts';
import { foldName, sameName, spells } from './spelling.ts';

export interface TeamMember {
  name: string;
  title: string | undefined;
  /** The heading that the card stands under, for the picker. */
  section: string | undefined;
  /** The card itself. */
  card: Element;
}

/** What speaks for it that the cards of one kind are persons, and against it. */
const WEIGHTS = {
  /** Address, title or heading say `team`, `people`, `staff`. */
  pageSaysTeam: 2,
  /** The cards' own classes say so. */
  classSaysPerson: 1.5,
  /** At least half show a job. */
  roles: 1.5,
  /** At least half have a given name that many people have. */
  knownNames: 1.5,
  /** Pictures carry the names. */
  pictureText: 1,
  /** Links or e-mail addresses spell the names. */
  spelledLinks: 1.5,
  /** Prices, carts, ratings. */
  prices: -5,
  /** Half or more are written `Family, Given`, as nothing but persons is. */
  reversed: 1.5,
  /** Every one of three or more is a possible name. */
  allNames: 0.5,
  /** Reading times, proceedings, source code: a list of articles, or of papers with their authors. */
  reading: -2.5,
  /** `Read more`: mostly of articles, of persons too. */
  more: -1,
  /** Neighbours of the same kind that are nobody's name: a share of them. */
  others: -2,
} as const;
const ENOUGH = 2.5;

const MARKS = 'h1, h2, h3, h4, h5, h6, a, strong, b, td, th, dt, dd, li, p, figcaption, span, div';
const TEAM_WORDS =
  /(?:^|[^\p{L}])(?:team|people|staff|members?|persons?|faculty|leadership|board|committee|researchers|scientists|students|alumni|employees|directors|founders|speakers|contributors|fellows|advis(?:o|e)rs|mitarbeiter\p{L}{0,8}|mitarbeitende|mannschaft|personen|personal|ansprechpartner\p{L}{0,4}|vorstand|leitung|geschäftsführung|kollegium|beschäftigte|équipe|equipe|membres|personnel|collaborateurs|chercheurs|direction|enseignants|equipo|miembros|personas|plantilla|profesorado|nosotros|squadra|persone|docenti|collaboratori|soci|direttivo|equipa|membros|pessoas|colaboradores|docentes|medewerkers|bestuur|leden)(?![\p{L}])|成员|成員|团队|團隊|人员|人員|师资|師資|メンバー|スタッフ|教員|구성원|교수진|команда|сотрудники|люди|اعضا|تیم|فريق|צוות|סגל/iu;
const PERSON_CLASS =
  /(?:^|[\s_-])(?:members?|persons?|people|team|staff|employees?|profiles?|mitarbeiter\w{0,5}|speakers?|vcard|authors?|faculty|contacts?|equipe|founders?|bio)(?:$|[\s_-])|(?:person|member|employee|staff)(?:card|item|name|box)/i;
const PRICE =
  /[$€£¥₹]\s?\d|\d\s?(?:[$€£¥₹]|eur|usd|chf)(?![\p{L}])|add to cart|in den warenkorb|ajouter au panier|añadir al carrito|aggiungi al carrello|adicionar ao carrinho/iu;
const READING =
  /(?:min(?:uten?)? (?:read|lesezeit)|et al\.|\barxiv\b|\bdoi\b|proceedings|conference on|journal of|view project|see project|source code|demo)/i;
const MORE =
  /^(?:read more|weiterlesen|mehr lesen|lire la suite|leer más|leggi (?:tutto|di più)|ler mais|continue reading|learn more|mehr erfahren|en savoir plus)\b/i;
const LIMITS = { marks: 6_000, text: 140, groups: 60, members: 90 } as const;

interface Mark {
  element: Element;
  name: string | null;
  shape: string;
}

/** The persons that a page lists, by its cards, rows or entries, in document order; those of no list are left out. */
export function findTeam(doc: Document, url: URL): TeamMember[] {
  const root = doc.querySelector('main') ?? doc.body;
  if (root === null) return [];
  const groups = new Map<string, Mark[]>();
  for (const mark of marksIn(root)) {
    const group = groups.get(mark.shape) ?? [];
    group.push(mark);
    groups.set(mark.shape, group);
  }
  const page = `${decodePath(url)} ${pageTitle(doc)} ${[...root.querySelectorAll('h1')]
    .slice(0, 3)
    .map((heading) => textOf(heading)?.slice(0, 120) ?? '')
    .join(' ')}`;
  const found: TeamMember[] = [];
  const names = new Set<string>();
  const take = (members: TeamMember[]): void => {
    for (const member of members) {
      const key = foldName(member.name);
      if (names.has(key) || found.length >= LIMITS.members) continue;
      names.add(key);
      found.push(member);
    }
  };
  for (const group of [...groups.values()].slice(0, LIMITS.groups)) take(membersOf(group, page));
  if (found.length > 1) take(loneMembers(groups, found));
  return found.sort((a, b) => (a.card.compareDocumentPosition(b.card) & 4 ? -1 : 1));
}

/** Offers a member's name and title. */
export function offerMember(draft: Draft, member: TeamMember): void {
  draft.offer('name', member.name, 'card', true);
  if (member.title !== undefined) {
    draft.offer('headline', member.title, 'card', true);
    draft.offer('positions', [{ title: member.title, end: null }], 'card', true);
  }
}

/** Short texts of the page that could be a name, each with the shape of where it stands. */
function marksIn(root: Element): Mark[] {
  const marks: Mark[] = [];
  for (const element of [...root.querySelectorAll(MARKS)].slice(0, LIMITS.marks)) {
    if (element.tagName === 'DIV' && element.childElementCount > 0) continue;
    if (element.childElementCount > 6 || element.closest('nav, footer, form, dialog, [hidden]') !== null)
      continue;
    const raw = element.textContent ?? '';
    if (raw.length > LIMITS.text * 2 || isUnseen(element)) continue;
    const text = (
      element.childElementCount === 0 ? raw : (readLines(element, { split: 'leaf' })[0]?.text ?? '')
    ).trim();
    if (text === '' || text.length > LIMITS.text) continue;
    const name = nameIn(text) ?? null;
    marks.push({ element, name, shape: shapeOf(element) });
  }
  return marks;
}

/** Kind and class of an element and of the one around it. */
function shapeOf(element: Element): string {
  const kind = (one: Element | null): string => {
    const first = one?.getAttribute('class')?.slice(0, 200).trim().split(/\s+/)[0] ?? '';
    return `${one?.tagName ?? ''}.${first.replace(/\d+/g, '#')}`;
  };
  const column =
    element.tagName === 'TD'
      ? `:${[...(element.parentElement?.children ?? [])].slice(0, 30).indexOf(element)}`
      : '';
  return `${kind(element.parentElement)}>${kind(element)}${column}`;
}

function membersOf(group: Mark[], page: string): TeamMember[] {
  const named = group.filter((mark) => mark.name !== null);
  if (named.length < 2 || new Set(named.map(({ name }) => foldName(name ?? ''))).size < 2) return [];
  if (named.length < group.length * 0.5) return [];
  const cards = named
    .slice(0, LIMITS.members)
    .map((mark) => ({ ...mark, name: mark.name ?? '', card: cardOf(mark, named) }));
  const lines = cards.map(({ card }) =>
    readLines(card, { split: 'leaf' })
      .slice(0, 12)
      .map(({ text }) => text),
  );
  const share = (is: (index: number) => boolean): number =>
    cards.filter((_, index) => is(index)).length / cards.length;
  const sections = new Set(cards.map(({ card }) => sectionOf(card)).filter((text) => text !== undefined));
  const says = TEAM_WORDS.test(page) || [...sections].some((text) => TEAM_WORDS.test(text));
  const links = (card: Element): string[] =>
    [...card.querySelectorAll('a[href]')]
      .slice(0, 10)
      .map((link) => (link.getAttribute('href') ?? '').slice(0, 300));
  const spelled = share((index) => {
    const one = cards[index];
    return (
      one !== undefined &&
      [...links(one.card), one.card.getAttribute('href') ?? ''].some((href) =>
        href
          .replace(/^mailto:/i, '')
          .split(/[/@?#]/)
          .some((piece) => spells(piece.replace(/\.\w{2,5}$/, ''), one.name) > 0),
      )
    );
  });
  const pictured = share((index) => {
    const one = cards[index];
    return (
      one !== undefined &&
      [...one.card.querySelectorAll('img[alt]')]
        .slice(0, 4)
        .some((image) => sameName(nameIn(image.getAttribute('alt')?.slice(0, 200)) ?? '', one.name))
    );
  });
  const score =
    (says ? WEIGHTS.pageSaysTeam : 0) +
    (cards.some(({ card, element }) => isPersonClass(card) || isPersonClass(element))
      ? WEIGHTS.classSaysPerson
      : 0) +
    (share(
      (index) =>
        lines[index]?.some((line) => line.length <= 120 && line !== cards[index]?.name && isRole(line)) ===
        true,
    ) >= 0.5
      ? WEIGHTS.roles
      : 0) +
    (share((index) => nameForm(cards[index]?.name ?? '') === 2) >= 0.5 ? WEIGHTS.knownNames : 0) +
    (pictured >= 0.5 ? WEIGHTS.pictureText : 0) +
    (spelled >= 0.5 ? WEIGHTS.spelledLinks : 0) +
    (share((index) => lines[index]?.some((line) => PRICE.test(line)) === true) >= 0.3 ? WEIGHTS.prices : 0) +
    (share((index) => lines[index]?.some((line) => READING.test(line)) === true) >= 0.3
      ? WEIGHTS.reading
      : 0) +
    (share((index) => lines[index]?.some((line) => MORE.test(line)) === true) >= 0.3 ? WEIGHTS.more : 0) +
    (share((index) => /^\p{Lu}[^,]{1,40}, \p{Lu}/u.test(cards[index]?.name ?? '')) >= 0.5
      ? WEIGHTS.reversed
      : 0) +
    (cards.length >= 3 && named.length === group.length ? WEIGHTS.allNames : 0) +
    WEIGHTS.others * (1 - named.length / group.length);
  if (score < ENOUGH) return [];
  return cards.map(({ name, card }, index) => ({
    name,
    card,
    title: titleIn(lines[index] ?? [], name, card),
    section: sectionOf(card),
  }));
}

/** The head of a team often stands alone, in a card of another form: with a job or a portrait of that name. */
function loneMembers(groups: Map<string, Mark[]>, found: TeamMember[]): TeamMember[] {
  const lone: TeamMember[] = [];
  const names = new Set(found.map(({ name }) => foldName(name)));
  const cards = new Set(found.map(({ card }) => card));
  let looked = 0;
  for (const { element, name } of [...groups.values()].flat()) {
    if (name === null || !/^(?:H[1-6]|STRONG|B|A|FIGCAPTION)$/.test(element.tagName)) continue;
    if (names.has(foldName(name)) || isWithin(element, cards)) continue;
    if (++looked > LIMITS.members) break;
    const card = element.parentElement ?? element;
    if (found.some((known) => card.contains(known.card))) continue;
    const lines = readLines(card, { split: 'leaf' })
      .slice(0, 8)
      .map(({ text }) => text);
    const title = titleIn(lines, name, card);
    const isPictured = [...card.querySelectorAll('img[alt]')]
      .slice(0, 4)
      .some((image) => sameName(image.getAttribute('alt')?.slice(0, 200) ?? '', name));
    if ((title !== undefined && isRole(title)) || isPictured)
      lone.push({ name, title, section: sectionOf(card), card });
  }
  return lone;
}

function isWithin(element: Element, cards: ReadonlySet<Element>): boolean {
  let at: Element | null = element;
  for (let depth = 0; at !== null && depth < 12; depth++) {
    if (cards.has(at)) return true;
    at = at.parentElement;
  }
  return false;
}

function isPersonClass(element: Element): boolean {
  for (let at: Element | null = element, depth = 0; at !== null && depth < 3; depth++, at = at.parentElement)
    if (PERSON_CLASS.test(at.getAttribute('class')?.slice(0, 300) ?? '')) return true;
  return false;
}

/** The largest element around a name that holds no other name of the group. */
function cardOf(mark: Mark, group: Mark[]): Element {
  const at = group.indexOf(mark);
  const neighbours = [group[at - 1], group[at + 1]].flatMap((other) =>
    other === undefined ? [] : [other.element],
  );
  let card = mark.element;
  for (let depth = 0; depth < 8; depth++) {
    const parent = card.parentElement;
    if (parent === null || /^(?:MAIN|BODY|TBODY|TABLE)$/.test(parent.tagName)) break;
    if (
      neighbours.some((other) => parent.contains(other)) ||
      parent.querySelectorAll('h1, h2').length > (/^H[12]$/.test(mark.element.tagName) ? 1 : 0)
    )
      break;
    card = parent;
  }
  return card;
}

/** The line of a card that says what its person does: a job if one is named, else the line below the name. */
function titleIn(lines: string[], name: string, card: Element): string | undefined {
  const marked = [
    ...card.querySelectorAll(
      '[class*="title" i], [class*="role" i], [class*="position" i], [class*="job" i], [class*="function" i], [class*="funktion" i]',
    ),
  ]
    .slice(0, 6)
    .map((element) => textOf(element))
    .find((text) => text !== undefined && isTitle(text, name));
  if (marked !== undefined) return marked;
  // `Rieke Lohse – Managing Director` in one line.
  const behind = lines.find((line) => line.startsWith(name) && line.length > name.length + 2);
  const rest = behind
    ?.slice(name.length)
    .replace(/^[\s,;:|·•()–—-]{1,6}/, '')
    .replace(/\)$/, '')
    .trim();
  if (rest !== undefined && isTitle(rest, name) && (isRole(rest) || lines.length === 1)) return rest;
  const term = card.tagName === 'DD' ? textOf(card.previousElementSibling) : undefined;
  if (term !== undefined && isRole(term) && isTitle(term, name)) return term;
  const others = lines.filter((line) => isTitle(line, name) && !line.startsWith(name));
  const role = others.find(isRole);
  if (role !== undefined) return role;
  const at = lines.findIndex((line) => sameName(nameIn(line) ?? line, name));
  const next = lines.slice(at + 1).find((line) => isTitle(line, name));
  return next !== undefined && !isOrganisation(next) ? next : undefined;
}

function isTitle(text: string, name: string): boolean {
  return (
    text.length <= 120 &&
    /\p{L}{2}/u.test(text) &&
    !/@|https?:|^(?:tel|phone|fax|e-?mail|raum|room|bureau|t|m|web)\b[.:]?|^[+\d(][\d\s()/+.-]{5,}$/i.test(
      text,
    ) &&
    !sameName(nameIn(text) ?? text, name) &&
    nameForm(text) !== 2
  );
}

/** The nearest heading before a card that is none of its own. */
function sectionOf(card: Element): string | undefined {
  let at: Element | null = card;
  for (let depth = 0; at !== null && depth < 6; depth++) {
    for (
      let before = at.previousElementSibling, steps = 0;
      before !== null && steps < 40;
      steps++, before = before.previousElementSibling
    ) {
      if (!/^H[1-6]$/.test(before.tagName)) continue;
      const text = textOf(before)?.slice(0, 100);
      if (text !== undefined && nameIn(text) === undefined) return text;
    }
    at = at.parentElement;
  }
  return undefined;
}

function decodePath(url: URL): string {
  try {
    return decodeURIComponent(url.pathname)
      .slice(0, 300)
      .replace(/[/_-]+/g, ' ');
  } catch {
    return url.pathname.slice(0, 300);
  }
}
