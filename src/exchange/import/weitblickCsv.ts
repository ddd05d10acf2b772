import { LOCAL_SITE, localIdentity } from '../../core/merge/index.ts';
import { LIMITS } from '../../core/model/index.ts';
import { restore } from '../cells.ts';
import { CSV_COLUMNS, ID_HEADER, type OwnCsvDraft, RAW_ID_HEADER } from '../csvColumns.ts';
import { cellFrom, headingsOf } from '../csvGerman.ts';
import type { Findings } from './parsed.ts';
import { cleanPosition, networkIdentity, type PersonDraft, toPerson, toTags } from './person.ts';
import { headerKey, readableRows, type Table } from './table.ts';

const RAW_KEY = headerKey(RAW_ID_HEADER);
const ID_KEY = headerKey(ID_HEADER);

/** Is this the header of a CSV that we wrote ourselves? */
export function isWeitblickHeader(keys: ReadonlySet<string>): boolean {
  return keys.has('name') && (keys.has(ID_KEY) || keys.has(RAW_KEY));
}

/** Our own CSV, as written by `export/csv.ts`, also after a spreadsheet has saved it with columns moved or left out. */
export async function readWeitblickCsv(table: Table, findings: Findings): Promise<void> {
  const raw = table.header.some((name) => headerKey(name) === RAW_KEY);
  const columns = CSV_COLUMNS.flatMap(({ header, read }) =>
    read ? [{ header, keys: headingsOf(header).map(headerKey), read }] : [],
  );
  for await (const row of readableRows(table, findings)) {
    const draft: OwnCsvDraft = { positions: [], urls: [], own: {}, tie: {}, place: {}, counts: {} };
    for (const { header, keys, read } of columns) {
      const cell = row.get(...keys);
      if (cell !== '') read(cellFrom(header, raw ? cell : restore(cell)), draft);
    }
    const person = toPerson(toDraft(draft, row.get(ID_KEY, RAW_KEY), findings), {
      file: findings.file,
      row: row.row,
      format: 'weitblickCsv',
      identify: findings.identify,
    });
    if (person === null) findings.rowError(row.row, 'noName');
    else findings.person({ ...person, profile: { ...person.profile, ...draft.counts } });
  }
}

function toDraft(draft: OwnCsvDraft, contactId: string, { modified }: Findings): PersonDraft {
  const { place, counts: _, own, ...rest } = draft;
  const person: PersonDraft = {
    ...rest,
    exactName: true,
    positions: draft.positions.map(cleanPosition),
    contactId,
  };
  const text = place.text ?? place.city;
  if (text !== undefined) person.place = { ...place, text };
  if (own.tags) own.tags = toTags(own.tags);
  person.own = own;
  const identity = identityOf(draft);
  if (identity !== null) person.identity = identity;
  if (modified !== undefined) person.asOf = modified;
  return person;
}

/** The first key is that of the profile; its address stands in a column of its own, unless it has none. */
function identityOf({ keys = [], urls }: OwnCsvDraft): NonNullable<PersonDraft['identity']> | null {
  const [first] = keys;
  if (first === undefined) return null;
  const [site = '', id = ''] = [first.slice(0, first.indexOf(':')), first.slice(first.indexOf(':') + 1)];
  return site === LOCAL_SITE && id !== ''
    ? localIdentity(id.slice(0, LIMITS.id))
    : networkIdentity(site, id, urls[0] ?? '');
}
