import type { OwnWords } from '../../core/model/index.ts';
import { companyKey } from '../../core/text/companies.ts';
import { fold } from '../../core/text/fold.ts';
import { manyLines } from '../../core/text/whitespace.ts';
import { parseBirthday } from '../birthday.ts';
import { columnsOf } from './columns.ts';
import { parseDay } from './days.ts';
import type { ColumnMapping, Findings, MappableField, ParsedPerson } from './parsed.ts';
import { cleanPosition, type DraftOrigin, line, type PersonDraft, toPerson, toTags } from './person.ts';
import { headerKey, isComment, readableRows, type Table, type TableRow } from './table.ts';

/** Google Contacts, as exported today (`Organization Name`, `Labels`) or before 2024 (`Organization 1 - Name`). */
export function isGoogleHeader(keys: ReadonlySet<string>): boolean {
  const named =
    (keys.has('firstname') || keys.has('givenname')) && (keys.has('lastname') || keys.has('familyname'));
  return (
    named &&
    (keys.has('email1value') ||
      keys.has('organization1name') ||
      (keys.has('organizationname') && keys.has('labels')))
  );
}

/** Google Contacts CSV: multiple values stand as `a ::: b` in any cell, system labels begin with `*`. */
export async function readGoogle(table: Table, findings: Findings): Promise<void> {
  const numbered = (pattern: RegExp) => table.header.map(headerKey).filter((key) => pattern.test(key));
  const emailColumns = numbered(/^email\d+value$/);
  const urlColumns = numbered(/^(?:website|customfield)\d+value$/);
  const addresses = numbered(/^address\d+(?:city|country)$/).map((key) =>
    key.replace(/(?:city|country)$/, ''),
  );
  await eachRow(table, findings, 'googleCsv', (row) => {
    const first = (...headers: string[]) => several(row.get(...headers))[0] ?? '';
    const given = first('firstname', 'givenname');
    const family = first('lastname', 'familyname');
    const place = [...new Set(addresses)]
      .map((address) => [first(`${address}city`), first(`${address}region`), first(`${address}country`)])
      .find((parts) => parts.some(Boolean));
    return {
      full: first('name') || [given, first('middlename', 'additionalname'), family].join(' '),
      given,
      family,
      emails: emailColumns.flatMap((column) => several(row.get(column))),
      urls: urlColumns.flatMap((column) => several(row.get(column))),
      positions: positionOf(
        first('organizationtitle', 'organization1title'),
        first('organizationname', 'organization1name'),
      ),
      place: (place ?? []).filter(Boolean).join(', '),
      own: {
        ...ownWords(
          row.get('notes'),
          several(row.get('labels', 'groupmembership')).filter((label) => !label.startsWith('*')),
        ),
        ...born(row.get('birthday')),
      },
    };
  });
}

/** Columns that Outlook alone has, by language: with names and a company among them the file is Outlook's. */
const OUTLOOK_MARKS = new Set(
  [
    'emailaddress email2address businesscity businesscountryregion webpage',
    'emailadresse email2adresse ortgeschaftlich landregiongeschaftlich landgeschaftlich weiterevornamen',
    'adressedemessagerie adressedemessagerie2 villebureau paysregionbureau deuxiemeprenom',
    'direcciondecorreoelectronico direcciondecorreoelectronico2 ciudaddetrabajo ciudaddeltrabajo segundonombre',
    'enderecodeemail enderecodeemail2 enderecodecorreioelectronico cidadedoenderecocomercial localidadedaempresa segundonome outrosnomesapelidos',
    'indirizzopostaelettronica indirizzopostaelettronica2 cittauff paeseuff paeseareageograficauff secondonome',
    'emailadres emailadres2 werkadresplaats landregiowerk middelstenaam',
  ].flatMap((names) => names.split(' ')),
);

/** Outlook's CSV, in English, German, French, Spanish, Portuguese, Italian and Dutch. */
export function isOutlookHeader(keys: ReadonlySet<string>, cells: readonly string[]): boolean {
  if (![...keys].some((key) => OUTLOOK_MARKS.has(key))) return false;
  const { given, family, company, title, email } = columnsOf(cells);
  return [given, family, company, title, email].every((columns) => columns.length > 0);
}

/** Outlook CSV: of three addresses the one at work counts, where it is filled. */
export async function readOutlook(table: Table, findings: Findings): Promise<void> {
  const columns = columnsOf(table.header);
  const places = [...columns.places].sort((a, b) => b.country.length - a.country.length);
  await eachRow(table, findings, 'outlookCsv', ({ cells }) => {
    const first = (indices: readonly number[]) =>
      indices.map((index) => (cells[index] ?? '').trim()).find((cell) => cell !== '') ?? '';
    const each = (indices: readonly number[]) => indices.map((index) => cells[index] ?? '');
    const [given, family] = [first(columns.given), first(columns.family)];
    const place = places
      .map(({ city, region, country }) => [first(city), first(region), first(country)])
      .find((parts) => parts.some(Boolean));
    return {
      full: [given, first(columns.middle), family].join(' '),
      given,
      family,
      emails: each(columns.email).flatMap((cell) => cell.split(/[,;\s]+/)),
      urls: each(columns.url),
      positions: positionOf(first(columns.title), first(columns.company)),
      place: (place ?? []).filter(Boolean).join(', '),
      own: ownWords(
        first(columns.note),
        each(columns.tags).flatMap((cell) => cell.split(';')),
      ),
    };
  });
}

/** Any CSV, by the columns that the user has named. */
export async function readMapped(table: Table, mapping: ColumnMapping, findings: Findings): Promise<void> {
  const lastFirst = /^(?:nachnamevorname|namevorname|lastnamefirstname|nomprenom|nomecognome)$/.test(
    headerKey(table.header[mapping.fullName ?? -1] ?? ''),
  );
  await eachRow(table, findings, 'csv', (row) => {
    const get = (field: MappableField) => {
      const column = mapping[field];
      return column === undefined ? '' : (row.cells[column] ?? '').trim();
    };
    const connectedOn = parseDay(get('connectedOn'));
    const lastContact = parseDay(get('lastContact'));
    const list = (cell: string) => cell.split(/:::|[,;\s]+/);
    const words = (cell: string) => cell.split(/:::|[,;\n]/);
    return {
      ...namesOf(
        {
          full: get('fullName'),
          given: get('givenName'),
          middle: get('middleName'),
          family: get('familyName'),
        },
        lastFirst,
      ),
      headline: get('headline'),
      place: [get('location'), get('region'), get('country')].filter((part) => part !== '').join(', '),
      industry: get('industry'),
      emails: (['email', 'email2', 'email3'] as const).flatMap((field) => list(get(field))),
      urls: (['url', 'url2', 'url3'] as const).flatMap((field) => list(get(field))),
      skills: words(get('skills')),
      positions: positionOf(get('title'), several(get('company'))[0] ?? ''),
      own: ownWords(get('note'), words(get('tags'))),
      tie: { ...(connectedOn !== null && { connectedOn }), ...(lastContact !== null && { lastContact }) },
    };
  });
}

/** The parts of a name as a table has them; empty ones left out. */
function namesOf(
  { full, given, middle, family }: Record<'full' | 'given' | 'middle' | 'family', string>,
  lastFirst: boolean,
): Pick<PersonDraft, 'full' | 'given' | 'family'> {
  if (full !== '') {
    const [last, first, ...more] = lastFirst ? full.split(',') : [];
    const turned = first !== undefined && more.length === 0 ? `${first.trim()} ${last?.trim()}` : full;
    return { full: turned, ...(given !== '' && { given }), ...(family !== '' && { family }) };
  }
  // A column `Name` beside the given name may hold the whole name all the same.
  const tokens = family.split(/\s+/);
  if (given !== '' && tokens.length > 1 && family.toLowerCase().startsWith(`${given.toLowerCase()} `))
    return { full: family, given, family: family.slice(given.length).trim() };
  return {
    ...(middle !== '' && { full: [given, middle, family].filter(Boolean).join(' ') }),
    ...(given !== '' && { given }),
    ...(family !== '' && { family }),
  };
}

/** A header of any table: at least two names, none of them long, no number, no address. */
export function isPlausibleHeader(cells: readonly string[]): boolean {
  const names = cells.filter((cell) => cell.trim() !== '');
  return (
    names.length >= 2 &&
    !isComment(cells) &&
    names.every((name) => name.length <= 80 && !/^[\d\s.,-]+$/.test(name) && !/@|:\/\//.test(name))
  );
}

async function eachRow(
  table: Table,
  findings: Findings,
  format: DraftOrigin['format'],
  toDraft: (row: TableRow) => PersonDraft,
): Promise<void> {
  for await (const row of readableRows(table, findings)) {
    const draft = toDraft(row);
    if (findings.modified !== undefined) draft.asOf = findings.modified;
    const person = toPerson(draft, {
      file: findings.file,
      row: row.row,
      format,
      identify: findings.identify,
    });
    if (person !== null && !isCompany(person)) findings.person(person);
    // An address book holds companies and bare numbers; they are no persons, and no mistake either.
    else if (person !== null || (draft.positions ?? []).length > 0 || !hasEmail(draft)) findings.ignored();
    else
      findings.rowError(
        row.row,
        'noName',
        draft.emails?.find((email) => email.trim() !== ''),
      );
  }
}

function hasEmail({ emails = [] }: PersonDraft): boolean {
  return emails.some((email) => email.trim() !== '');
}

/** A company entered as if it were a person: its name once more as employer, with a legal form. */
function isCompany({ profile: { name, positions } }: ParsedPerson): boolean {
  const [position, ...others] = positions;
  if (position === undefined || others.length > 0 || position.title !== undefined) return false;
  const own = fold(name.full);
  return fold(position.company ?? '') === own && companyKey(name.full) !== own;
}

/** The values of a cell of Google's, which writes `a ::: b`; other tables that came through it do as well. */
function several(cell: string): string[] {
  return cell === '' ? [] : cell.split(':::').map((part) => part.trim());
}

/** Forms of address, which many tables keep under `Title`. */
const SALUTATION =
  /^(?:(?:mrs?|ms|miss|mx|herrn?|frau|hr|fru|dr|drs|prof|ing|ir|mag|dipl|med|phil|jur|rer|nat|pol|h|c|m|mme|mlle|sr|sra|srta|sig|sigra|sig\.ra|dott|dott\.ssa|dhr|mevr|pan|pani|mgr|mudr|phd|msc|bsc|mba|ba|ma)(?:[.\s/,-]{1,3}|$)){1,8}$/i;

function positionOf(title: string, company: string): NonNullable<PersonDraft['positions']> {
  const job = SALUTATION.test(title.trim()) ? '' : title;
  return line(job) === undefined && line(company) === undefined
    ? []
    : [cleanPosition({ title: job, company, end: null })];
}

function born(cell: string): Partial<OwnWords> {
  const birthday = parseBirthday(cell);
  return birthday === null ? {} : { birthday };
}

/** A note and tags of a file; empty ones left out. */
export function ownWords(note: string, tags: readonly string[]): Partial<OwnWords> {
  const clean = manyLines(note);
  const labels = toTags(tags);
  return { ...(clean !== '' && { note: clean }), ...(labels.length > 0 && { tags: labels }) };
}
