import { isDuration, isPeriodLine, parsePeriod } from '../core/text/dates.ts';
import type { LooseEducation, LooseLanguage, LoosePosition } from './draft.ts';
import { isGrade } from './kinds.ts';
import { type Line, type LineOptions, readLines } from './page.ts';
import { piecesOf } from './pieces.ts';

/** Kinds of employment and of workplace in the known languages; they are facets, not companies or places. */
const EMPLOYMENT =
  /^(?:full[- ]?time|part[- ]?time|self[- ]?employed|freelance|contract|internship|apprenticeship|seasonal|permanent(?: full-time)?|trainee(?:ship)?|vollzeit|teilzeit|selbstst?ändig|freiberuflich|freelancer?|befristet(?:er vertrag)?|praktikum|ausbildung|werkstudent(?:enstelle|in)?|festanstellung|saisonal|duales studium|ehrenamt(?:lich)?|temps plein|temps partiel|indépendant|cdi|cdd|stage|alternance|intérim|saisonnier|jornada completa|media jornada|jornada parcial|autónomo|profesional independiente|prácticas|contrato temporal|aprendizaje|angestellt(?:e|er)?|freiberufler(?:in)?|unternehmer(?:in)?|selbstständig(?:e|er)?|a tempo pieno|tempo pieno|a tempo parziale|part-time|lavoro autonomo|tirocinio|fulltime|parttime|voltijds?|deeltijds?|zelfstandige|zzp|pełny etat|niepełny etat|staż|umowa|samozatrudnienie|tempo integral|meio período|autônomo|estágio|heltid|deltid)$/i;
const WORKPLACE =
  /^(?:on-?site|remote|hybrid|vor ort|home ?office|sur site|à distance|hybride|presencial|en remoto|híbrido|híbrida|ibrido|in sede|da remoto|op locatie|op afstand|na miejscu|stacjonarnie|zdalnie|hybrydowo|hybrydowa|remoto|remota|remotamente|på plats|distans)$/i;
const SEE_MORE =
  /(?:see more|show more|see less|show less|mehr anzeigen|weniger anzeigen|mehr|more|voir plus|afficher plus|plus|ver más|mostrar más|más|vedi altro|altro|meer weergeven|meer|zobacz więcej|więcej|ver mais|mais)$/i;
const SKILLS_LINE =
  /^(?:skills|kenntnisse|fähigkeiten|compétences|aptitudes|conocimientos|competenze|vaardigheden|umiejętności|competências)\s*:|(?:\b(?:and|und|et|y|e|en|i)\s)\+?\d+\s(?:skills?|weitere kenntnisse|kenntnisse|compétences?|aptitudes?|more skills?|competenz[ae]|vaardighed(?:en)?|umiejętności|competências?)/i;
const NOT_A_DEGREE =
  /^(?:grade|note|abschlussnote|activities|aktivitäten|activités|résultat|actividades|nota|voto|attività|cijfer|activiteiten|atividades)\b(?:\s(?:and societies|und verbände|et associations))?\s?:/i;
/** Small words inside the names of places. */
const PARTICLES = new Set(
  'a am an at auf aan bei bij d da dal das de dei del della den der des di die do dos du e el en i im in la las le les los na nad of on op pod s sul sur the und upon van y zu zur und et and'.split(
    ' ',
  ),
);

/**
 * The entries of a section: list items by the site's own marks, else parts between rules, else the
 * outermost list items. Each is given as its lines.
 */
export function entriesOf(
  section: Element,
  marks: readonly string[],
  options: LineOptions = {},
): { lines: Line[]; root: Element }[] {
  for (const mark of [...marks, 'hr', 'li']) {
    if (mark === 'hr') {
      if (section.querySelector('hr') === null) continue;
      return split(readLines(section, options), section);
    }
    const roots = outermost([...section.querySelectorAll(mark)]);
    if (roots.length > 0) return roots.map((root) => ({ root, lines: readLines(root, options) }));
  }
  return [{ root: section, lines: readLines(section, options) }];
}

/** Elements that stand in no other of the list (the list is in document order). */
export function outermost(elements: Element[]): Element[] {
  const kept: Element[] = [];
  for (const element of elements) {
    const last = kept[kept.length - 1];
    if (last === undefined || !last.contains(element)) kept.push(element);
  }
  return kept;
}

/**
 * One experience entry: title, company · kind of employment, span · duration, place · workplace, description;
 * or a company's header with its roles, in a list or one below the other. `isText` tells the lines of running text.
 */
export function readPositions(lines: Line[], isText: (line: Line) => boolean): LoosePosition[] {
  const body = lines.filter((line) => !SKILLS_LINE.test(line.text));
  const [first] = body;
  if (first === undefined) return [];
  const spans = body.flatMap((line, index) => (!isText(line) && isPeriodLine(line.text) ? [index] : []));
  const starts = roleStarts(body, spans, isText);
  if (starts === null) {
    const position = readPosition(body, spans[0] ?? -1, isText);
    return position === undefined ? [] : [position];
  }
  const company = facets(first.text)[0];
  const place = body
    .slice(1, starts[0])
    .map((line) => placeFacet(line.text))
    .find((text) => text !== undefined);
  return starts.flatMap((start, index) => {
    const role = body.slice(start, starts[index + 1]);
    const span = role.findIndex((line) => !isText(line) && isPeriodLine(line.text));
    const position = readPosition(role, span, isText, true);
    return position === undefined ? [] : [{ ...position, company, location: position.location ?? place }];
  });
}

/** Where each role of a company begins; `null` when the lines are one position. */
function roleStarts(body: Line[], spans: number[], isText: (line: Line) => boolean): number[] | null {
  const [first] = body;
  const [span] = spans;
  if (first === undefined || span === undefined) return null;
  const isHeader = isTotal(body[1]?.text ?? '') && span > 2;
  const inList = !spans.some((at) => body[at]?.item === first.item);
  if (spans.length < 2 && !isHeader && !inList) return null;
  const listed = new Set(spans.flatMap((at) => body[at]?.item?.parentElement ?? []));
  const starts = new Set<number>();
  for (const at of spans) {
    let start = at - 1;
    while (start > 1 && isFacetsOnly(body[start]?.text ?? '')) start--;
    if (start > 0) starts.add(start);
  }
  // A role without a span is known as an item of the list that the others stand in.
  for (const [index, line] of body.entries()) {
    const opens = line.item !== body[index - 1]?.item && line.item !== first.item;
    const listOf = line.item?.parentElement ?? null;
    if (opens && listOf !== null && listed.has(listOf) && !isText(line)) {
      const spanned = spans.some((at) => body[at]?.item === line.item);
      if (!spanned) starts.add(index);
    }
  }
  return starts.size === 0 ? null : [...starts].sort((a, b) => a - b);
}

/** `Full-time · 6 yrs 3 mos`, `6 yrs`: how long somebody has been at a company in all. */
function isTotal(text: string): boolean {
  const parts = facets(text);
  return parts.some(isDuration) && parts.every((part) => isDuration(part) || EMPLOYMENT.test(part));
}

function isFacetsOnly(text: string): boolean {
  return facets(text).every((facet) => EMPLOYMENT.test(facet) || WORKPLACE.test(facet));
}

/** One education entry: school, degree and field, span. */
export function readEducation(lines: Line[]): LooseEducation | undefined {
  const [first] = lines;
  if (first === undefined) return undefined;
  const own = lines.filter((line) => line.item === first.item).map((line) => line.text);
  const at = own.findIndex(isPeriodLine);
  const second = at === 1 ? undefined : own[1];
  const degreeLine =
    second !== undefined && !NOT_A_DEGREE.test(second) && !isGrade(second) ? second : undefined;
  const span = at < 1 ? null : parsePeriod(own[at] ?? '');
  const comma = degreeLine?.indexOf(', ') ?? -1;
  const after = degreeLine === undefined || comma < 0 ? undefined : degreeLine.slice(comma + 2);
  // A lone year on an education is the year it ended.
  const dates =
    span !== null && span.end === undefined ? { end: span.start } : { start: span?.start, end: span?.end };
  return {
    school: first.text,
    degree: degreeLine === undefined ? undefined : comma < 0 ? degreeLine : degreeLine.slice(0, comma),
    field: after === undefined || isGrade(after) ? undefined : after,
    ...dates,
  };
}

/** One language entry: name, level. */
export function readLanguage(lines: Line[]): LooseLanguage | undefined {
  const [name, level] = lines;
  return name === undefined ? undefined : { name: name.text, level: level?.text };
}

/** Parts of a line between middle dots. */
export function facets(text: string): string[] {
  return piecesOf(text, /[·•]/);
}

/** A running text without its `see more`. */
export function withoutSeeMore(text: string): string {
  const shown = text.trim();
  const more = SEE_MORE.exec(shown);
  if (more === null) return shown;
  const rest = shown.slice(0, more.index);
  const kept = rest.trimEnd();
  const isParted = kept === '' || /(?:…|\.\.\.)$/.test(kept) || rest.slice(kept.length).includes('\n');
  return isParted
    ? kept
        .replace(/(?:…|\.\.\.)$/, '')
        .trimEnd()
        .replace(/(?:…|\.\.\.)$/, '')
        .trim()
    : shown;
}

function readPosition(
  lines: Line[],
  at: number,
  isText: (line: Line) => boolean,
  inCompany = false,
): LoosePosition | undefined {
  const firstText = lines.findIndex(isText);
  const before = (
    at < 0 ? lines.slice(0, firstText < 0 ? 2 : Math.min(firstText, 2)) : lines.slice(0, at)
  ).map((line) => line.text);
  const after = lines.slice(at < 0 ? before.length : at + 1);
  const title = before[0];
  if (title === undefined) return undefined;
  const company = inCompany
    ? undefined
    : before
        .slice(1)
        .map((text) => facets(text)[0])
        .find((text) => text !== undefined && !EMPLOYMENT.test(text));
  const span = at < 0 ? null : parsePeriod(lines[at]?.text ?? '');
  const [next] = after;
  const home = lines[Math.max(at, 0)]?.item;
  // Where the running text has a mark of its own, a short line before it is the place, whatever it looks like.
  const isParted = after.length > 1 && after.slice(1).some(isText) && (next?.text.length ?? 0) <= 80;
  const isPlace =
    next !== undefined &&
    at >= 0 &&
    !isText(next) &&
    next.item === home &&
    (isParted || looksLikePlace(next.text));
  const text = (isPlace ? after.slice(1) : after).map((line) => line.text).join('\n');
  return {
    title,
    company,
    ...(span ?? {}),
    location: isPlace ? placeFacet(next.text) : undefined,
    description: withoutSeeMore(text) || undefined,
  };
}

function placeFacet(text: string): string | undefined {
  const kept = facets(text).filter((facet) => !WORKPLACE.test(facet));
  const [place] = kept;
  if (place === undefined || isDuration(place) || EMPLOYMENT.test(place) || isPeriodLine(place))
    return undefined;
  return place;
}

/** A workplace beside it, a comma, or nothing but names: `Lyon`, `Greater Leeds Area`, `Frankfurt am Main`. */
function looksLikePlace(text: string): boolean {
  if (facets(text).some((facet) => WORKPLACE.test(facet))) return true;
  const words = text.split(/[\s,/()-]+/).filter((word) => word !== '');
  if (text.length > 100 || words.length > 8 || /[!?:;]$|^[-•–*]/.test(text)) return false;
  // `Oskar Muster C.I.`, `Acme Inc.`: a dot ends a sentence only behind a word.
  if (/\p{L}{4}\.$/u.test(text)) return false;
  return words.every(
    (word) => /^\p{Lu}/u.test(word) || PARTICLES.has(word.toLowerCase().split(/['’]/)[0] ?? ''),
  );
}

function split(lines: Line[], root: Element): { lines: Line[]; root: Element }[] {
  const groups: Line[][] = [[]];
  for (const line of lines) {
    if (line.ruled) groups.push([]);
    groups[groups.length - 1]?.push(line);
  }
  return groups.filter((group) => group.length > 0).map((group) => ({ lines: group, root }));
}
