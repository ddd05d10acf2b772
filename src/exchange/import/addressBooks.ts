import type { OwnWords } from '../../core/model/index.ts';
import { cut, manyLines } from '../../core/text/whitespace.ts';
import { parseDay } from './days.ts';
import { type ColumnMapping, type Findings, MAPPABLE_FIELDS, type MappableField } from './parsed.ts';
import { cleanPosition, type DraftOrigin, line, type PersonDraft, toPerson, toTags } from './person.ts';
import { headerKey, readableRows, type Table, type TableRow } from './table.ts';

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

/** Google Contacts CSV: multiple values stand as `a ::: b`, system labels begin with `*`. */
export async function readGoogle(table: Table, findings: Findings): Promise<void> {
  const numbered = (pattern: RegExp) => table.header.map(headerKey).filter((key) => pattern.test(key));
  const emailColumns = numbered(/^email\d+value$/);
  const urlColumns = numbered(/^website\d+value$/);
  await eachRow(table, findings, 'googleCsv', (row) => ({
    full:
      row.get('name') ||
      [
        row.get('firstname', 'givenname'),
        row.get('middlename', 'additionalname'),
        row.get('lastname', 'familyname'),
      ].join(' '),
    given: row.get('firstname', 'givenname'),
    family: row.get('lastname', 'familyname'),
    emails: emailColumns.flatMap((column) => several(row.get(column))),
    urls: urlColumns.flatMap((column) => several(row.get(column))),
    positions: positionOf(
      row.get('organizationtitle', 'organization1title'),
      row.get('organizationname', 'organization1name'),
    ),
    place: [row.get('address1city'), row.get('address1region'), row.get('address1country')]
      .filter(Boolean)
      .join(', '),
    own: ownWords(
      row.get('notes'),
      several(row.get('labels', 'groupmembership')).filter((label) => !label.startsWith('*')),
    ),
  }));
}

/** Outlook's column names by language: English, German, French, Spanish, Italian, Dutch, Portuguese. */
const OUTLOOK = {
  given: ['firstname', 'vorname', 'prenom', 'nombre', 'nome', 'voornaam'],
  middle: ['middlename', 'weiterevornamen', 'zweitervorname'],
  family: [
    'lastname',
    'nachname',
    'nom',
    'apellidos',
    'apellido',
    'cognome',
    'achternaam',
    'sobrenome',
    'apelido',
  ],
  company: ['company', 'firma', 'societe', 'empresa', 'organizacion', 'societa', 'bedrijf'],
  title: ['jobtitle', 'position', 'titre1', 'fonction', 'puesto', 'cargo', 'posizione', 'functie'],
  email: [
    'emailaddress',
    'emailadresse',
    'email1address',
    'adressedemessagerie',
    'direcciondecorreoelectronico',
    'indirizzopostaelettronica',
    'emailadres',
    'enderecodecorreioeletronico',
  ],
  email2: ['email2address', 'email2adresse', 'emailadresse2'],
  email3: ['email3address', 'email3adresse', 'emailadresse3'],
  url: ['webpage', 'webseite', 'personalwebpage', 'pageweb', 'paginaweb', 'webpagina'],
  note: ['notes', 'notizen', 'remarques', 'notas', 'note', 'notities'],
  categories: ['categories', 'kategorien', 'categorias', 'categorie', 'categorieen'],
  city: ['businesscity', 'ortgeschaftlich', 'villebureau', 'ciudaddeltrabajo'],
  region: ['businessstate', 'regiongeschaftlich', 'bundeslandkantongeschaftlich'],
  country: ['businesscountryregion', 'landregiongeschaftlich', 'landgeschaftlich', 'paysbureau'],
} as const;

/** Outlook's CSV, in the languages of the table. */
export function isOutlookHeader(keys: ReadonlySet<string>): boolean {
  const has = (field: keyof typeof OUTLOOK) => OUTLOOK[field].some((key) => keys.has(key));
  return has('given') && has('family') && has('company') && has('title') && has('email');
}

/** Outlook CSV. */
export async function readOutlook(table: Table, findings: Findings): Promise<void> {
  await eachRow(table, findings, 'outlookCsv', (row) => {
    const get = (field: keyof typeof OUTLOOK) => row.get(...OUTLOOK[field]);
    return {
      full: [get('given'), get('middle'), get('family')].join(' '),
      given: get('given'),
      family: get('family'),
      emails: [get('email'), get('email2'), get('email3')],
      urls: [get('url')],
      positions: positionOf(get('title'), get('company')),
      place: [get('city'), get('region'), get('country')].filter(Boolean).join(', '),
      own: ownWords(get('note'), get('categories').split(';')),
    };
  });
}

/** Column names that are likely for each field, in comparable form; a guess for the user to confirm. */
const GUESSES: Record<MappableField, readonly string[]> = {
  fullName: [
    'name',
    'fullname',
    'displayname',
    'vollername',
    'vollstandigername',
    'contactname',
    'kontakt',
    'ansprechpartner',
    'person',
    'vorundnachname',
    'vornamenachname',
    'nachnamevorname',
    'nomcomplet',
    'nombrecompleto',
  ],
  givenName: ['firstname', 'givenname', 'vorname', 'prenom', 'nombre', 'voornaam', 'nome', 'first'],
  familyName: [
    'lastname',
    'familyname',
    'surname',
    'nachname',
    'familienname',
    'nom',
    'apellido',
    'apellidos',
    'cognome',
    'achternaam',
    'last',
  ],
  company: [
    'company',
    'organization',
    'organisation',
    'employer',
    'firma',
    'unternehmen',
    'arbeitgeber',
    'companyname',
    'currentcompany',
    'organizationname',
    'account',
    'accountname',
    'entreprise',
    'societe',
    'empresa',
    'azienda',
    'bedrijf',
  ],
  // "Title" is often a form of address; it is taken when nothing better is there.
  title: [
    'jobtitle',
    'position',
    'role',
    'currentposition',
    'currenttitle',
    'stelle',
    'stellenbezeichnung',
    'funktion',
    'beruf',
    'berufsbezeichnung',
    'jobbezeichnung',
    'jobtitel',
    'rolle',
    'poste',
    'fonction',
    'puesto',
    'cargo',
    'title',
  ],
  headline: ['headline', 'slogan', 'profilslogan'],
  location: ['location', 'city', 'place', 'ort', 'stadt', 'standort', 'wohnort', 'ville', 'ciudad', 'citta'],
  country: ['country', 'countryregion', 'land', 'staat', 'pays', 'pais', 'paese'],
  email: [
    'email',
    'emailaddress',
    'workemail',
    'email1',
    'mail',
    'emailadresse',
    'emails',
    'courriel',
    'correo',
  ],
  url: [
    'url',
    'profileurl',
    'linkedin',
    'linkedinurl',
    'linkedinprofile',
    'linkedinprofil',
    'linkedinprofileurl',
    'linkedinlink',
    'profilelink',
    'profil',
    'profilurl',
    'profile',
    'xing',
    'website',
    'webseite',
    'link',
    'personlinkedinurl',
  ],
  industry: ['industry', 'branche', 'industrie', 'sector', 'secteur'],
  skills: ['skills', 'kenntnisse', 'fahigkeiten', 'kompetenzen', 'competences'],
  tags: ['tags', 'labels', 'groups', 'categories', 'kategorien', 'gruppen', 'schlagworter'],
  note: ['note', 'notes', 'notiz', 'notizen', 'comment', 'comments', 'bemerkung', 'bemerkungen', 'kommentar'],
  connectedOn: ['connectedon', 'connected', 'verbundenseit', 'verbundenam', 'kontaktseit'],
  lastContact: ['lastcontact', 'lastcontacted', 'letzterkontakt', 'zuletztkontaktiert'],
};

/** Where no name fits as a whole: `E-Mail geschäftlich`, `XING Profil`, `Company (current)`. */
const LIKELY: Partial<Record<MappableField, { is: RegExp; not?: RegExp }>> = {
  email: { is: /mail/, not: /typ|label|name|mailing|status|opt/ },
  url: { is: /linkedin|xing|^profile?(url|link)/, not: /id$|headline|date/ },
  title: { is: /position|jobtitle|jobtitel|bezeichnung|funktion/, not: /dat|seit|start|end|level|id$/ },
  company: {
    is: /^(firm|company|unternehmen|organi[sz]ation|arbeitgeber|employer)/,
    not: /size|grosse|url|web|domain|industr|branche|phone|telefon|id$|linkedin|mail|typ/,
  },
  location: { is: /^(ort|stadt|city|wohnort|standort|place|location)/ },
  country: { is: /^(land|country|staat)/, not: /code$/ },
  note: { is: /^(notiz|note|bemerk|komment|comment)/ },
};

/** The likely column of each field by the header's words. */
export function guessMapping(header: readonly string[]): ColumnMapping {
  const keys = header.map(headerKey);
  const mapping: ColumnMapping = {};
  const taken = new Set<number>();
  for (const field of MAPPABLE_FIELDS) {
    const index = GUESSES[field].map((guess) => keys.indexOf(guess)).find((i) => i !== -1 && !taken.has(i));
    if (index === undefined) continue;
    mapping[field] = index;
    taken.add(index);
  }
  for (const field of MAPPABLE_FIELDS) {
    const likely = LIKELY[field];
    if (likely === undefined || mapping[field] !== undefined) continue;
    const index = keys.findIndex((key, i) => !taken.has(i) && likely.is.test(key) && !likely.not?.test(key));
    if (index === -1) continue;
    mapping[field] = index;
    taken.add(index);
  }
  // With both parts of a name, a column "name" may be anything; "Name, Vorname" are its two parts.
  if (mapping.givenName !== undefined && mapping.familyName !== undefined) delete mapping.fullName;
  else if (
    mapping.givenName !== undefined &&
    mapping.fullName !== undefined &&
    keys[mapping.fullName] === 'name'
  ) {
    mapping.familyName = mapping.fullName;
    delete mapping.fullName;
  }
  return mapping;
}

/** Any CSV, by the columns that the user has named. */
export async function readMapped(table: Table, mapping: ColumnMapping, findings: Findings): Promise<void> {
  await eachRow(table, findings, 'csv', (row) => {
    const get = (field: MappableField) => {
      const column = mapping[field];
      return column === undefined ? '' : (row.cells[column] ?? '').trim();
    };
    const connectedOn = parseDay(get('connectedOn'));
    const lastContact = parseDay(get('lastContact'));
    return {
      ...(get('fullName') !== '' && { full: get('fullName') }),
      ...(get('givenName') !== '' && { given: get('givenName') }),
      ...(get('familyName') !== '' && { family: get('familyName') }),
      headline: get('headline'),
      place: [get('location'), get('country')].filter((part) => part !== '').join(', '),
      industry: get('industry'),
      emails: get('email').split(/[,;\s]+/),
      urls: get('url').split(/[\s,;]+/),
      skills: get('skills').split(/[,;\n]/),
      positions: positionOf(get('title'), get('company')),
      own: ownWords(get('note'), get('tags').split(/[,;\n]/)),
      tie: { ...(connectedOn !== null && { connectedOn }), ...(lastContact !== null && { lastContact }) },
    };
  });
}

/** A header of any table: at least two names, none of them long, no number, no address. */
export function isPlausibleHeader(cells: readonly string[]): boolean {
  const names = cells.filter((cell) => cell.trim() !== '');
  return (
    names.length >= 2 &&
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
    if (person !== null) findings.person(person);
    // An address book holds companies and bare numbers; they are no persons, and no mistake either.
    else if ((draft.emails ?? []).every((email) => email.trim() === '')) findings.ignored();
    else
      findings.rowError(
        row.row,
        'noName',
        draft.emails?.find((email) => email !== ''),
      );
  }
}

function several(cell: string): string[] {
  return cell === '' ? [] : cell.split(':::').map((part) => part.trim());
}

function positionOf(title: string, company: string): NonNullable<PersonDraft['positions']> {
  return line(title) === undefined && line(company) === undefined
    ? []
    : [cleanPosition({ title, company, end: null })];
}

/** A note and tags of a file, within the model's limits; empty ones left out. */
export function ownWords(note: string, tags: readonly string[]): Partial<OwnWords> {
  const clean = cut(manyLines(note), 20_000);
  const labels = toTags(tags);
  return { ...(clean !== '' && { note: clean }), ...(labels.length > 0 && { tags: labels }) };
}
