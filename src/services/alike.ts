import { nameKeys, sameName } from '../core/merge/index.ts';
import { keyText } from '../core/model/index.ts';
import { parseName } from '../core/text/names.ts';
import type { Output } from '../messaging/protocol.ts';
import { findContact, getContacts } from '../storage/contacts.ts';
import type { Background } from './background.ts';

/** Most who are asked about. */
const SHOWN = 10;
/** Rows of a search that are looked at. */
const LOOKED_AT = 50;

/** Contacts who may be the person that the user is about to type in: by page, by name, by e-mail. */
export async function alikeTo(
  background: Background,
  typed: { name: string; email?: string | undefined; url?: string | undefined },
): Promise<Output<'contact.alike'>> {
  const { database, rows, identify } = background;
  const db = await database;
  const key = typed.url === undefined ? null : identify(typed.url);
  const known = key === null ? undefined : await findContact(db, [keyText(key)]);
  const name = parseName(typed.name);
  const wanted = name === null ? [] : nameKeys(name);
  const email = typed.email?.trim().toLowerCase() ?? '';
  const queries = [...wanted, email].filter((query) => query !== '');
  const found = new Set<string>(known === undefined ? [] : [known.id]);
  for (const query of queries)
    for (const row of (await rows.search(query, LOOKED_AT)).rows) found.add(row.id);
  const contacts = (await getContacts(db, [...found])).filter((contact) => contact !== undefined);
  const alike = contacts.filter(
    (contact) =>
      contact.id === known?.id ||
      (name !== null && sameName(contact.profile.name, name)) ||
      (contact.own.edits.name !== undefined && name !== null && sameName(contact.own.edits.name, name)) ||
      (email !== '' && contact.emails.includes(email)),
  );
  const ids = alike.slice(0, SHOWN).map(({ id }) => id);
  const { rows: shown } = await rows.rowsOf(ids);
  return {
    alike: shown.map(({ id, name, title, company }) => ({
      id,
      name,
      title,
      company,
      same: id === known?.id,
    })),
  };
}
