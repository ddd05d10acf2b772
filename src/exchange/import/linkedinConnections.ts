import { webUrlOf } from '../../core/merge/index.ts';
import { parseDay } from './days.ts';
import type { Findings } from './parsed.ts';
import { cleanPosition, toPerson } from './person.ts';
import { readableRows, type Table } from './table.ts';

/**
 * The columns in comparable form. All archives that were seen have English headers; the others are the words
 * of LinkedIn's interface in German, French, Spanish, Italian, Dutch and Portuguese.
 */
const COLUMNS = {
  given: ['firstname', 'vorname', 'prenom', 'nombre', 'nome', 'voornaam'],
  family: [
    'lastname',
    'nachname',
    'nom',
    'nomdefamille',
    'apellidos',
    'apellido',
    'cognome',
    'achternaam',
    'sobrenome',
  ],
  url: ['url', 'profilurl', 'profileurl', 'linkedinurl'],
  email: [
    'emailaddress',
    'email',
    'emailadresse',
    'adresseemail',
    'direcciondecorreoelectronico',
    'emailadres',
  ],
  company: ['company', 'unternehmen', 'firma', 'entreprise', 'empresa', 'azienda', 'bedrijf'],
  position: ['position', 'poste', 'cargo', 'puesto', 'posizione', 'functie', 'posicao', 'posicion'],
  connectedOn: [
    'connectedon',
    'verbundenam',
    'verbundenseit',
    'vernetztam',
    'vernetztseit',
    'connectele',
    'encontactdepuis',
    'conectadoel',
    'fechadeconexion',
    'collegatoil',
    'verbondenop',
    'conectadoem',
  ],
} as const;

/** Is this the header of LinkedIn's `Connections.csv`, with or without the `URL` of newer archives? */
export function isConnectionsHeader(keys: ReadonlySet<string>): boolean {
  return (['given', 'family', 'company', 'position', 'connectedOn'] as const).every((column) =>
    COLUMNS[column].some((key) => keys.has(key)),
  );
}

/**
 * LinkedIn's `Connections.csv`: the persons with their current position and the day of connection.
 * Rows of deleted members (an address at most) are passed over.
 */
export async function readConnections(table: Table, findings: Findings): Promise<void> {
  for await (const row of readableRows(table, findings)) {
    const [given, family] = [row.get(...COLUMNS.given), row.get(...COLUMNS.family)];
    const [company, title] = [row.get(...COLUMNS.company), row.get(...COLUMNS.position)];
    const address = row.get(...COLUMNS.url);
    const url = address === '' ? '' : (webUrlOf(address)?.href ?? address);
    if (given === '' && family === '') {
      if (company === '' && title === '') findings.ignored();
      else findings.rowError(row.row, 'noName', title || company);
      continue;
    }
    if (url !== '' && findings.identify(url) === null) {
      findings.rowError(row.row, 'badUrl', address);
      continue;
    }
    const connectedOn = row.get(...COLUMNS.connectedOn);
    const day = parseDay(connectedOn);
    if (connectedOn !== '' && day === null) {
      findings.rowError(row.row, 'badDate', connectedOn);
      continue;
    }
    const person = toPerson(
      {
        given,
        family,
        urls: [url],
        emails: [row.get(...COLUMNS.email)],
        positions: company === '' && title === '' ? [] : [cleanPosition({ title, company, end: null })],
        tie: day === null ? {} : { connectedOn: day },
        ...(findings.modified !== undefined && { asOf: findings.modified }),
      },
      { file: findings.file, row: row.row, format: 'linkedinConnections', identify: findings.identify },
    );
    if (person === null) findings.rowError(row.row, 'noName', `${given} ${family}`);
    else findings.person({ ...person, profile: { ...person.profile, degree: 1 } });
  }
}
