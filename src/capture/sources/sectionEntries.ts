import { isDuration, isPeriodLine, type Period, parsePeriod } from '../../core/text/dates.ts';
import { parsePlace } from '../../core/text/places.ts';
import type { LooseEducation, LooseLanguage, LoosePosition } from '../draft.ts';
import { isDegree, isGrade, isLevel, isOrganisation, isRole, isSchool, isThesis } from '../kinds.ts';
import type { Line } from '../page.ts';
import { piecesOf } from '../pieces.ts';
import { splitRole } from '../roleLine.ts';

/** One entry of a section: its lines by the smallest elements, and by blocks. */
export interface Entry {
  lines: Line[];
  whole: Line[];
}

const MAX_LINE = 300;
const BULLET = /^[•◦▪●○‣*–—-]\s+/;
const DATE_EDGE = /^[\s:;,|·•–—([-]+|[\s:;,|·•–—()[\]-]+$/g;

/** A job: title, employer, span, place and what is said of it; `undefined` for lines that name none. */
export function readJob(entry: Entry): LoosePosition | undefined {
  const { span, texts } = taken(entry);
  const marked = {
    title: markedText(entry, /title|role|position|job/i),
    company: markedText(entry, /compan|employer|organi[sz]|institut|firma|arbeitgeber|workplace/i),
    location: markedText(entry, /location|place|city|ort\b/i),
  };
  const [first] = texts;
  if (first === undefined) return undefined;
  const lines = texts.filter(({ text }) => text !== marked.location);
  let title = marked.title;
  let company = marked.company;
  let used = 0;
  if (title === undefined || company === undefined) {
    const head = lines[0]?.text ?? '';
    const second = lines[1]?.text;
    const pair = roleAndCompany(head);
    if (pair !== null) {
      title ??= pair.title;
      company ??= pair.company;
      used = 1;
    } else if (second !== undefined && isShort(second) && isShort(head)) {
      const swapped =
        (isOrganisation(head) && !isRole(head)) ||
        (isRole(second) && !isRole(head) && !isOrganisation(second));
      title ??= swapped ? second : head;
      company ??= first.text === title || !swapped ? withoutPlace(second) : head;
      if (swapped) company = marked.company ?? withoutPlace(head);
      used = 2;
    } else if (isShort(head)) {
      if (isOrganisation(head) && !isRole(head)) company ??= head;
      else title ??= head;
      used = 1;
    }
  } else used = lines.filter(({ text }) => text === title || text === company).length;
  if (title === undefined && company === undefined) return undefined;
  // A line without a span, a known job or an employer is a sentence, not a job.
  if (span === null && !isRole(title ?? '') && !isOrganisation(company ?? '')) return undefined;
  const rest = lines.slice(used).filter(({ text }) => text !== title && text !== company);
  const place =
    marked.location ??
    rest.find(({ text }) => text.length <= 60 && parsePlace(text)?.country !== undefined)?.text;
  const description = rest
    .map(({ text }) => text)
    .filter((text) => text !== place)
    .join('\n');
  return {
    title,
    company,
    ...(span ?? {}),
    location: place,
    description: description === '' ? undefined : description,
  };
}

/** An education: school, degree, span. A degree, a thesis, a grade or a link alone is no school. */
export function readSchool(entry: Entry): LooseEducation | undefined {
  const { span, texts } = taken(entry);
  const marked = {
    school: markedText(entry, /school|institut|universit|company|employer|organi[sz]|hochschule/i),
    degree: markedText(entry, /degree|course|title|diploma|studytype|area/i),
  };
  const lines = texts.filter(
    ({ text, line }) =>
      text.length <= MAX_LINE &&
      !isThesis(stripped(text)) &&
      !isGrade(text) &&
      line.start.closest('li li, ul ul, ol ol') === null,
  );
  const pieces = lines.flatMap(({ text }) => splitStudy(text));
  const isMarked = marked.school !== undefined && !isDegreeOnly(marked.school);
  let school = isMarked ? marked.school : pieces.find((piece) => isSchool(piece) && !isDegreeOnly(piece));
  let degree =
    marked.degree !== undefined && marked.degree !== school
      ? marked.degree
      : pieces.find((piece) => piece !== school && isDegree(piece));
  if (school === undefined) {
    const others = pieces.filter((piece) => piece !== degree && !isDegree(piece) && isShort(piece));
    // Where no word tells, the line beside a degree is the school; a lone line is one only with a span.
    school = degree === undefined ? (span !== null ? others[0] : undefined) : others[0];
  }
  if (school === undefined) return undefined;
  if (degree === undefined) {
    const [other] = pieces.filter((piece) => piece !== school && isShort(piece) && !isPlace(piece));
    const first = lines[0]?.text;
    if (other !== undefined && other === first) degree = other;
  }
  // A lone year on an education is the year it ended.
  const dates =
    span === null ? {} : span.end === undefined && span.start !== undefined ? { end: span.start } : span;
  return { school: clean(school), degree: degree === undefined ? undefined : clean(degree), ...dates };
}

/** Skills: each line or each of its pieces; what stands before a colon names a group. */
export function skillsIn(lines: Line[]): string[] {
  return lines
    .map(({ text }) => text.replace(BULLET, ''))
    .filter((text) => text.length < 400 && !/[.!?]$/.test(text.trim()) && !/:$/.test(text.trim()))
    .flatMap((text) => {
      const colon = text.indexOf(': ');
      return piecesOf(colon > 0 && colon < 40 ? text.slice(colon + 1) : text, /[,;·•|]/);
    })
    .filter((piece) => piece.length <= 60 && /\p{L}/u.test(piece) && !/^\d{1,3}\s?%$/.test(piece));
}

/** Languages with their levels: on one line, in brackets, grouped by level, or each on a line of its own. */
export function languagesIn(lines: Line[]): LooseLanguage[] {
  const found: LooseLanguage[] = [];
  /** The level that a group of languages is introduced by (`Fluent: English, French`). */
  let group: string | undefined;
  for (const { text } of lines.slice(0, 200)) {
    if (text.length > 200) continue;
    group = undefined;
    for (const sentence of text.replace(BULLET, '').replace(/\.$/, '').split(/\.\s/)) {
      for (const part of partsOf(sentence)) {
        const at = /\s[–—-]\s|[(:[=]/.exec(part);
        const name = (at === null ? part : part.slice(0, at.index)).trim();
        const level = at === null ? '' : unbracketed(part.slice(at.index + at[0].length).trim());
        const last = found.at(-1);
        if (isLevel(name) && level !== '' && !isLevel(level)) {
          group = name;
          found.push({ name: level, level: group });
        } else if (isLevel(part) || isLevel(name)) {
          if (last !== undefined && last.level === undefined) last.level = unbracketed(part);
        } else if (name !== '' && name.split(' ').length <= 3 && /^\p{L}/u.test(name))
          found.push({ name, level: level === '' ? group : level });
      }
    }
  }
  return found;
}

function unbracketed(text: string): string {
  const bare = text.replace(/^[([]/, '');
  return /[([]/.test(bare) ? bare : bare.replace(/[)\]]$/, '');
}

const AND = /^\s(?:and|und|et|y|e|i|en)\s/i;

/** Pieces at commas, and at `and`, that stand in no brackets. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const mark = text[at];
    if (mark === '(' || mark === '[') depth++;
    else if (mark === ')' || mark === ']') depth--;
    const and = depth <= 0 && mark === ' ' ? AND.exec(text.slice(at, at + 6)) : null;
    if (mark === undefined || and !== null || (depth <= 0 && /[,;·•|]/.test(mark))) {
      const part = text.slice(from, at).trim();
      if (part !== '') parts.push(part);
      from = at + (and === null ? 1 : and[0].length - 1);
    }
  }
  return parts;
}

interface Taken {
  span: Period | null;
  texts: { text: string; line: Line }[];
}

/** The span of an entry, and its lines without it. */
function taken({ lines }: Entry): Taken {
  let span: Period | null = null;
  const texts: Taken['texts'] = [];
  for (const line of joined(lines)) {
    const text = line.text.replace(BULLET, '').slice(0, 2_000);
    if (isDuration(text)) continue;
    const found = dated(text);
    if (found.span !== null && (span === null || (span.end === undefined && found.rest === ''))) {
      span ??= found.span;
      if (found.rest !== '') texts.push({ text: found.rest, line });
    } else if (found.rest !== '' || found.span === null)
      texts.push({ text: found.span === null ? text : found.rest, line });
  }
  return { span, texts: texts.filter(({ text }) => /\p{L}/u.test(text)) };
}

/** Bits of one line that styles part (`<b>Title</b>, <i>Company</i>`) are one line again; spans of their own stay apart. */
function joined(lines: Line[]): Line[] {
  const result: Line[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    // `<span>2018</span> <span>- 2021</span>`: a span in two elements.
    const spanned = last === undefined ? '' : `${last.text} ${line.text}`;
    if (
      last !== undefined &&
      /^\D{0,20}\d{4}\D{0,4}$/.test(last.text) &&
      isPeriodLine(last.text) &&
      isPeriodLine(spanned)
    ) {
      result[result.length - 1] = { ...last, text: spanned };
      continue;
    }
    const opens = /^[,;:|·•–—(-]|^(?:at|bei|chez|en|presso|na|no|em)\s/u.test(line.text);
    const closes = last !== undefined && /[,:|·•–—(-]$/.test(last.text);
    const sameBlock =
      last !== undefined &&
      (last.block === line.block ||
        last.block.parentElement === line.block ||
        line.block.parentElement === last.block ||
        last.block.parentElement === line.block.parentElement);
    const isInline =
      last !== undefined &&
      (line.start.tagName === 'SPAN' || last.start.tagName === 'SPAN' || line.block === last.block);
    if (last !== undefined && sameBlock && isInline && (opens || closes) && !isPeriodLine(line.text))
      result[result.length - 1] = {
        ...last,
        text: `${last.text}${/^[,;:)]/.test(line.text) ? '' : ' '}${line.text}`,
      };
    else result.push(line);
  }
  return result;
}

/** A span at either end of a line, and the rest. */
function dated(text: string): { rest: string; span: Period | null } {
  if (isPeriodLine(text)) return { rest: '', span: parsePeriod(text) };
  const bare = text.replace(DATE_EDGE, '');
  if (isPeriodLine(bare)) return { rest: '', span: parsePeriod(bare) };
  if (!/(?:19|20)\d\d/.test(text.slice(0, MAX_LINE)) || text.length > MAX_LINE)
    return { rest: text, span: null };
  for (let end = Math.min(text.length - 1, 44); end >= 4; end--) {
    if (/[\p{L}\d]/u.test(text.charAt(end)) && /[\p{L}\d]/u.test(text.charAt(end - 1))) continue;
    const front = text.slice(0, end).replace(DATE_EDGE, '');
    if (front.length >= 4 && isPeriodLine(front))
      return { rest: text.slice(end).replace(DATE_EDGE, ''), span: parsePeriod(front) };
  }
  for (let start = Math.max(1, text.length - 44); start <= text.length - 4; start++) {
    if (/[\p{L}\d]/u.test(text.charAt(start)) && /[\p{L}\d]/u.test(text.charAt(start - 1))) continue;
    const back = text.slice(start).replace(DATE_EDGE, '');
    if (back.length >= 4 && isPeriodLine(back))
      return { rest: text.slice(0, start).replace(DATE_EDGE, ''), span: parsePeriod(back) };
  }
  return { rest: text, span: null };
}

/** The text of the smallest element whose class says what it is. */
function markedText({ lines }: Entry, kind: RegExp): string | undefined {
  const found = lines.find(({ block, start, text }) => {
    const names = [start, block].map((element) =>
      `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`.slice(0, 300),
    );
    return names.some((name) => kind.test(name)) && !isPeriodLine(text) && text.length <= 160;
  });
  return found === undefined
    ? undefined
    : dated(found.text)
        .rest.replace(/^[,–—|·-]\s|[,;]$/g, '')
        .trim() || undefined;
}

/** `Title at Company`, `Title, Company`, `Title – Company`, `Company: Title`, in either order. */
function roleAndCompany(text: string): { title: string; company: string } | null {
  if (text.length > 200) return null;
  const said = splitRole(text);
  if (said !== null && !/[.!?]\s/.test(text))
    return { title: said.title, company: withoutPlace(said.company) };
  // Small words that part title and employer where a job stands before them and a name behind.
  const small = /\s(?:en|em|na|no|nos|nas|à|au|aux|chez|presso|alla|w|aan de|bij de)\s(?=\p{Lu})/u.exec(text);
  if (small !== null && isRole(text.slice(0, small.index)) && !text.slice(0, small.index).includes(','))
    return {
      title: text.slice(0, small.index).trim(),
      company: withoutPlace(text.slice(small.index + small[0].length).trim()),
    };
  for (const separator of [/\s[–—|·•-]\s|\s\|\s?/, /,\s/, /:\s/]) {
    const at = separator.exec(text);
    if (at === null) continue;
    const one = text.slice(0, at.index).trim();
    const other = text.slice(at.index + at[0].length).trim();
    if (one === '' || other === '' || !isShort(one) || !isShort(other)) continue;
    const reversed =
      (isRole(other) && !isRole(one)) || (isOrganisation(one) && !isRole(one) && !isOrganisation(other));
    return reversed ? { title: other, company: one } : { title: one, company: withoutPlace(other) };
  }
  return null;
}

/** An employer's line without the town and country behind it. */
function withoutPlace(text: string): string {
  const comma = text.lastIndexOf(', ');
  if (comma < 0) return text;
  const place = parsePlace(text.slice(comma + 2));
  return place?.country === undefined || isOrganisation(text.slice(comma + 2))
    ? text
    : withoutPlace(text.slice(0, comma));
}

/** A line of an education taken apart where a school and a degree stand in it; else the line. */
function splitStudy(text: string): string[] {
  if (!(isSchool(text) && isDegree(text))) {
    const at = /\s(?:at|an der|am|à l[’']|en la|presso|na|no)\s/iu.exec(text);
    return at !== null && isSchool(text.slice(at.index)) && !isSchool(text.slice(0, at.index))
      ? [text.slice(0, at.index), text.slice(at.index + at[0].length)]
      : [text];
  }
  for (const separator of [
    /\s[–—|·•-]\s/,
    /\s(?:at|from|an der|am|bei|à|de l[’']|en la|presso|na|no|aan de)\s(?:the\s|l[’'])?/iu,
    /[;:]\s/,
    /,\s/,
    /\s\(/,
  ]) {
    for (const at of text.matchAll(new RegExp(separator, 'gu'))) {
      const one = text.slice(0, at.index).trim();
      const other = text
        .slice(at.index + at[0].length)
        .replace(/\)$/, '')
        .trim();
      if (one === '' || other === '') continue;
      if (isDegree(one) && isSchool(other) && !isSchool(one)) return [one, withoutPlace(other)];
      if (isSchool(one) && isDegree(other) && !isSchool(other)) return [withoutPlace(one), other];
    }
  }
  return [text];
}

function isDegreeOnly(text: string): boolean {
  return isDegree(text) && !isSchool(text);
}

function isPlace(text: string): boolean {
  return text.length <= 60 && parsePlace(text)?.country !== undefined && !isSchool(text);
}

function isShort(text: string): boolean {
  return (
    text.length <= 120 &&
    text.split(' ').length <= 14 &&
    !/[.!?]\s\p{L}/u.test(text) &&
    !/^https?:/.test(text)
  );
}

function stripped(text: string): string {
  return text.replace(BULLET, '').slice(0, 200);
}

function clean(text: string): string {
  return text.replace(/^[,;:–—|·-]\s|\s?[,;:–—|·-]$/g, '').trim();
}
