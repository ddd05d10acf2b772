import { oneLine } from '../core/text/whitespace.ts';

/** `Head of Data at Acme`, `Leiterin Vertrieb bei Muster GmbH`, `Chef de projet chez Durand`; then `CTO @ Beta`. */
const JOINS = [/\s(?:at|bei(?:m| der)?|chez|presso|bij)\s/i, /\s@\s?|@\s/];
/** What a second role or a remark begins with. */
const NEXT = /[|·•;]|\s[-–—/]\s|,\s(?=[^,]{0,80}\b(?:ex|former|formerly|prev))/i;
/** What stands between a title and a company that is known: words that alone would not tell (`en`, `w`, `na`, `,`). */
const BETWEEN =
  /(?:\s(?:at|bei(?:m| der)?|chez|presso|bij|en|em|na|no|w|we|di|della|of|von|de|du|der)|,|\s@|\s[-–—|])$/i;

/** Splits a headline or role line into title and company; `null` where no such word stands between them. */
export function splitRole(text: string): { title: string; company: string } | null {
  const line = oneLine(text.slice(0, 400));
  const next = NEXT.exec(line);
  const first = (next === null ? line : line.slice(0, next.index)).trim();
  for (const join of JOINS) {
    const match = join.exec(first);
    if (match === null) continue;
    const title = first.slice(0, match.index).trim();
    const company = first.slice(match.index + match[0].length).trim();
    if (title.length < 2 || title.length > 200 || company.length < 2 || company.length > 200) continue;
    // `Looking for work at ...` and whole sentences are no role.
    const isSentence = /[.!?]$/.test(company) && company.split(' ').length > 6;
    return title.split(' ').length > 12 || isSentence ? null : { title, company };
  }
  return null;
}

/** The title in a line that names a known company behind it, in whatever language (`Jefa de obra en Obras Sur`). */
export function titleAt(text: string, company: string): string | undefined {
  const line = text.slice(0, 400);
  const at = line.toLowerCase().indexOf(company.toLowerCase());
  if (at < 3) return undefined;
  const before = line.slice(0, at).trimEnd();
  const between = BETWEEN.exec(before);
  const title = between === null ? '' : before.slice(0, between.index).trim();
  return title === '' || /[|·•]/.test(title) || title.split(' ').length > 12 ? undefined : title;
}
