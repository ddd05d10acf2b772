import { isDuration, isPeriodLine, parsePeriod } from '../core/text/dates.ts';
import type { LooseEducation, LooseLanguage, LoosePosition } from './draft.ts';
import { type Line, type LineOptions, readLines } from './page.ts';

/** Kinds of employment and of workplace in the known languages; they are facets, not companies or places. */
const EMPLOYMENT =
  /^(?:full[- ]?time|part[- ]?time|self[- ]?employed|freelance|contract|internship|apprenticeship|seasonal|permanent(?: full-time)?|trainee(?:ship)?|vollzeit|teilzeit|selbstst?ändig|freiberuflich|freelancer?|befristet(?:er vertrag)?|praktikum|ausbildung|werkstudent(?:enstelle|in)?|festanstellung|saisonal|duales studium|ehrenamt(?:lich)?|temps plein|temps partiel|indépendant|cdi|cdd|stage|alternance|intérim|saisonnier|jornada completa|media jornada|jornada parcial|autónomo|profesional independiente|prácticas|contrato temporal|aprendizaje|angestellt(?:e|er)?|freiberufler(?:in)?|unternehmer(?:in)?|selbstständig(?:e|er)?)$/i;
const WORKPLACE =
  /^(?:on-?site|remote|hybrid|vor ort|home ?office|sur site|à distance|hybride|presencial|en remoto|híbrido)$/i;
const SEE_MORE =
  /(?:^|\n|\s*(?:…|\.\.\.)\s*)(?:…|\.\.\.)?\s*(?:see more|show more|see less|show less|mehr anzeigen|weniger anzeigen|mehr|more|voir plus|afficher plus|plus|ver más|mostrar más|más)$/i;
const SKILLS_LINE =
  /^(?:skills|kenntnisse|fähigkeiten|compétences|aptitudes|conocimientos)\s*:|(?:\band|\bund|\bet|\by)\s\+?\d+\s(?:skills?|weitere kenntnisse|kenntnisse|compétences|aptitudes|more skills?)/i;

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
 * or a company's header with its roles as nested list items. `isText` tells the lines of running text.
 */
export function readPositions(lines: Line[], isText: (line: Line) => boolean): LoosePosition[] {
  const [first] = lines;
  if (first === undefined) return [];
  const own = lines.filter((line) => line.item === first.item);
  const groups = new Map<Element | null, Line[]>();
  for (const line of lines) {
    if (line.item === first.item) continue;
    const group = groups.get(line.item) ?? [];
    group.push(line);
    groups.set(line.item, group);
  }
  const nested = [...groups.values()];
  if (
    own.some((line) => isPeriodLine(line.text)) ||
    !nested.some((group) => group.some((line) => isPeriodLine(line.text)))
  ) {
    const position = readPosition(own, isText);
    if (position === undefined) return [];
    return [withText(position, nested.flat())];
  }
  const company = facets(first.text)[0];
  const place = own
    .slice(1)
    .map((line) => placeFacet(line.text))
    .find((text) => text !== undefined);
  const roles: LoosePosition[] = [];
  for (const group of nested) {
    if (!group.some((line) => isPeriodLine(line.text))) {
      const last = roles[roles.length - 1];
      if (last !== undefined) roles[roles.length - 1] = withText(last, group);
      continue;
    }
    const role = readPosition(group, isText, true);
    if (role !== undefined) roles.push({ ...role, company, location: role.location ?? place });
  }
  return roles;
}

/** One education entry: school, degree and field, span. */
export function readEducation(lines: Line[]): LooseEducation | undefined {
  const [first] = lines;
  if (first === undefined) return undefined;
  const own = lines.filter((line) => line.item === first.item).map((line) => line.text);
  const at = own.findIndex(isPeriodLine);
  const second = at === 1 ? undefined : own[1];
  const degreeLine =
    second !== undefined && !/^(?:grade|note|abschlussnote|activities|aktivitäten)\b/i.test(second)
      ? second
      : undefined;
  const span = at < 1 ? null : parsePeriod(own[at] ?? '');
  const comma = degreeLine?.indexOf(', ') ?? -1;
  // A lone year on an education is the year it ended.
  const dates =
    span !== null && span.end === undefined ? { end: span.start } : { start: span?.start, end: span?.end };
  return {
    school: first.text,
    degree: degreeLine === undefined ? undefined : comma < 0 ? degreeLine : degreeLine.slice(0, comma),
    field: degreeLine === undefined || comma < 0 ? undefined : degreeLine.slice(comma + 2),
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
  return text.split(/\s*[·•]\s*/).filter((facet) => facet !== '');
}

/** A running text without its `see more`. */
export function withoutSeeMore(text: string): string {
  return text.replace(SEE_MORE, '').trim();
}

function readPosition(
  lines: Line[],
  isText: (line: Line) => boolean,
  inCompany = false,
): LoosePosition | undefined {
  const body = lines.filter((line) => !SKILLS_LINE.test(line.text));
  const at = body.findIndex((line) => isPeriodLine(line.text));
  const before = (at < 0 ? body.filter((line) => !isText(line)).slice(0, 2) : body.slice(0, at)).map(
    (line) => line.text,
  );
  const after = at < 0 ? body.filter(isText) : body.slice(at + 1);
  const title = before[0];
  if (title === undefined) return undefined;
  const company = inCompany
    ? undefined
    : before
        .slice(1)
        .map((text) => facets(text)[0])
        .find((text) => text !== undefined && !EMPLOYMENT.test(text));
  const span = at < 0 ? null : parsePeriod(body[at]?.text ?? '');
  const [next] = after;
  const isPlace = next !== undefined && !isText(next) && looksLikePlace(next.text);
  const text = (isPlace ? after.slice(1) : after).map((line) => line.text).join('\n');
  return {
    title,
    company,
    ...(span ?? {}),
    location: isPlace ? placeFacet(next.text) : undefined,
    description: withoutSeeMore(text) || undefined,
  };
}

function withText(position: LoosePosition, lines: Line[]): LoosePosition {
  const text = lines
    .map((line) => line.text)
    .filter((line) => !SKILLS_LINE.test(line))
    .join('\n');
  const whole = [position.description, withoutSeeMore(text)].filter(Boolean).join('\n');
  return { ...position, description: whole || undefined };
}

function placeFacet(text: string): string | undefined {
  const kept = facets(text).filter((facet) => !WORKPLACE.test(facet));
  const [place] = kept;
  if (place === undefined || isDuration(place) || EMPLOYMENT.test(place) || isPeriodLine(place))
    return undefined;
  return place;
}

function looksLikePlace(text: string): boolean {
  if (facets(text).some((facet) => WORKPLACE.test(facet))) return true;
  return text.length <= 100 && text.split(' ').length <= 8 && !/[.!?:;]$|^[-•–*]/.test(text);
}

function split(lines: Line[], root: Element): { lines: Line[]; root: Element }[] {
  const groups: Line[][] = [[]];
  for (const line of lines) {
    if (line.ruled) groups.push([]);
    groups[groups.length - 1]?.push(line);
  }
  return groups.filter((group) => group.length > 0).map((group) => ({ lines: group, root }));
}
