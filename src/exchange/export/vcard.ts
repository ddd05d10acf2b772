import { effectiveEmails, effectiveProfile, isLocal } from '../../core/merge/index.ts';
import { type Contact, currentPosition } from '../../core/model/index.ts';
import { basicBirthday, NO_YEAR } from '../birthday.ts';
import { OWN_UID } from '../import/vcard.ts';
import { escapeVcard, foldLine, quoteParameter } from '../vcardLine.ts';

export type VcardVersion = '3.0' | '4.0';

/**
 * One vCard a contact (RFC 2426 or RFC 6350): name, current position, place, addresses, tags, note. Tags are
 * `CATEGORIES`, the contact's id is the `UID`; skills go as `EXPERTISE` (RFC 6715) in 4.0.
 */
export async function* writeVcards(
  contacts: Iterable<Contact> | AsyncIterable<Contact>,
  version: VcardVersion,
): AsyncGenerator<string> {
  for await (const contact of contacts) yield vcardOf(contact, version);
}

function vcardOf(contact: Contact, version: VcardVersion): string {
  const profile = effectiveProfile(contact);
  const { own } = contact;
  const modern = version === '4.0';
  const lines: string[] = ['BEGIN:VCARD', `VERSION:${version}`];
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') lines.push(`${name}:${escapeVcard(value)}`);
  };
  const { full, given, family } = profile.name;
  add('FN', full);
  lines.push(`N:${escapeVcard(family ?? '')};${escapeVcard(given ?? '')};;;`);
  if (modern) lines.push('KIND:individual');
  const position = currentPosition(profile);
  add('TITLE', position?.title);
  add('ORG', position?.company);
  const place = profile.location;
  if (place !== undefined) {
    const { text, city = '', region = '', country = '' } = place;
    const label = modern ? `;LABEL=${quoteParameter(text)}${country && `;CC=${country}`}` : ';TYPE=work';
    lines.push(`ADR${label}:;;;${escapeVcard(city)};${escapeVcard(region)};;${escapeVcard(country)}`);
    if (!modern) add('LABEL;TYPE=work', text);
  }
  for (const email of effectiveEmails(contact)) add(modern ? 'EMAIL' : 'EMAIL;TYPE=INTERNET', email);
  if (!isLocal(profile)) {
    // URIs are no text: only what would end the line is kept out, and the schema has no white space.
    lines.push(`URL:${profile.url}`);
    const { site, id } = profile.key;
    const [name, type, user] = modern
      ? ['SOCIALPROFILE', 'SERVICE-TYPE', 'USERNAME']
      : ['X-SOCIALPROFILE', 'TYPE', 'X-USER'];
    lines.push(`${name};${type}=${site};${user}=${quoteParameter(id)}:${profile.url}`);
  }
  for (const link of profile.links ?? []) lines.push(`URL:${link}`);
  if (modern) for (const skill of profile.skills) add('EXPERTISE', skill);
  if (own.tags.length > 0) lines.push(`CATEGORIES:${own.tags.map(escapeVcard).join(',')}`);
  if (own.birthday !== undefined) lines.push(birthdayLine(own.birthday, modern));
  add('NOTE', own.note);
  lines.push(`UID${modern ? ';VALUE=text' : ''}:${escapeVcard(`${OWN_UID}${contact.id}`)}`);
  // By it an address book sees that a card with the same UID is newer: also when only a tag has changed.
  lines.push(`REV:${contact.updatedAt.replace(/\.\d+Z$/, 'Z').replace(/[-:]/g, modern ? '' : '$&')}`);
  lines.push('PRODID:-//Weitblick//EN', 'END:VCARD');
  return lines.map(foldLine).join('');
}

/** 3.0 knows no day without a year: other programs read the year that stands for none. */
function birthdayLine(birthday: string, modern: boolean): string {
  if (modern) return `BDAY:${basicBirthday(birthday)}`;
  const known = !birthday.startsWith('-');
  return known ? `BDAY:${birthday}` : `BDAY;X-APPLE-OMIT-YEAR=${NO_YEAR}:${NO_YEAR}${birthday.slice(1)}`;
}
