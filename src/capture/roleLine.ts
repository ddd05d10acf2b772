/** `Head of Data at Acme`, `Leiterin Vertrieb bei Muster GmbH`, `Chef de projet chez Durand`, `CTO @ Beta`. */
const AT =
  /^(.{2,200}?)\s+(?:at|bei(?:m| der)?|chez|presso|bij)\s+(.{2,200})$|^(.{2,200}?)\s*(?:\s@|@\s)\s*(.{2,200})$/i;
const NEXT = /\s*(?:\||·|•|\s[-–—]\s|;|\s\/\s|,\s(?=[^,]{0,80}\b(?:ex|former|formerly|prev))).*$/i;
/** What stands between a title and a company that is known: words that alone would not tell (`en`, `w`, `na`, `,`). */
const BETWEEN =
  /(?:\s(?:at|bei(?:m| der)?|chez|presso|bij|en|em|na|no|w|we|di|della|of|von|de|du|der)|,|\s@|\s[-–—|])\s*$/i;

/** Splits a headline or role line into title and company; `null` where no such word stands between them. */
export function splitRole(text: string): { title: string; company: string } | null {
  const first = text.slice(0, 400).replace(NEXT, '').trim();
  const match = AT.exec(first);
  const title = (match?.[1] ?? match?.[3])?.trim();
  const company = (match?.[2] ?? match?.[4])?.trim();
  if (title === undefined || company === undefined || title === '' || company === '') return null;
  // `Looking for work at ...` and whole sentences are no role.
  return title.split(' ').length > 12 || (/[.!?]$/.test(company) && company.split(' ').length > 6)
    ? null
    : { title, company };
}

/** The title in a line that names a known company behind it, in whatever language (`Jefa de obra en Obras Sur`). */
export function titleAt(text: string, company: string): string | undefined {
  const line = text.slice(0, 400);
  const at = line.toLowerCase().indexOf(company.toLowerCase());
  if (at < 3) return undefined;
  const before = line.slice(0, at);
  const between = BETWEEN.exec(before);
  const title = between === null ? '' : before.slice(0, between.index).trim();
  return title === '' || /[|·•]/.test(title) || title.split(' ').length > 12 ? undefined : title;
}
