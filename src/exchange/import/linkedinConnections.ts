import { parseDay } from './days.ts';
import type { Findings } from './parsed.ts';
import { cleanPosition, toPerson } from './person.ts';
import type { Table } from './table.ts';

/** Is this the header of LinkedIn's `Connections.csv`, with or without the `URL` of newer archives? */
export function isConnectionsHeader(keys: ReadonlySet<string>): boolean {
  return ['firstname', 'lastname', 'company', 'position', 'connectedon'].every((key) => keys.has(key));
}

/**
 * LinkedIn's `Connections.csv`: the persons with their current position and the day of connection.
 * Rows of deleted members (an address at most) are passed over.
 */
export async function readConnections(table: Table, findings: Findings): Promise<void> {
  for (const row of table.rows) {
    if (row.row % 500 === 0) await findings.breathe(row.row);
    if ('repeatedHeader' in row) {
      findings.rowError(row.row, 'repeatedHeader');
      continue;
    }
    if ('tooManyCells' in row) {
      findings.rowError(row.row, 'tooManyCells', row.tooManyCells);
      continue;
    }
    const [given, family] = [row.get('firstname'), row.get('lastname')];
    const [company, title] = [row.get('company'), row.get('position')];
    const url = row.get('url');
    if (given === '' && family === '') {
      if (company === '' && title === '') findings.ignored();
      else findings.rowError(row.row, 'noName', title || company);
      continue;
    }
    if (url !== '' && findings.identify(url) === null) {
      findings.rowError(row.row, 'badUrl', url);
      continue;
    }
    const connectedOn = row.get('connectedon');
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
        emails: [row.get('emailaddress', 'email')],
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
