import { decodeAs } from '../decode.ts';
import { decoderOf, standardLabel } from '../encoding/decoder.ts';

/*
 * The fields of a message's head (RFC 5322) as far as they say who wrote to whom and when. A field is handed in as a
 * text of bytes: its characters are all below 256 until a name is made of them.
 */

/** Somebody in a head: the address in small letters, and the name that stands beside it, or nothing. */
export interface MailAddress {
  email: string;
  name: string;
}

/** Addresses of one field that are looked at; more is a circular. */
const ADDRESSES = 100;
/** Characters of one field that are looked at. */
const FIELD = 32_000;

/**
 * The addresses of a field such as `To`, in their order: names with and without quotes, comments, groups, routes.
 * What is no address (`undisclosed-recipients:;`, an Exchange path) is left out.
 */
export function mailAddresses(field: string): MailAddress[] {
  const found: MailAddress[] = [];
  let phrase = '';
  let comment = '';
  let angle: string | null = null;
  const end = () => {
    const email = asEmail(utf8OrLatin(angle ?? phrase.trim()));
    if (email !== null)
      found.push({ email, name: mailText(angle === null ? comment : phrase.trim() || comment) });
    phrase = '';
    comment = '';
    angle = null;
  };
  const text = field.slice(0, FIELD);
  let [depth, quoted, within] = [0, false, false];
  for (let at = 0; at < text.length && found.length < ADDRESSES; at++) {
    let char = text.charAt(at);
    const escaped = char === '\\' && (quoted || depth > 0);
    if (escaped) char = text.charAt(++at);
    if (!escaped && char === '"' && depth === 0) quoted = !quoted;
    else if (!escaped && !quoted && char === '(') depth += 1;
    else if (!escaped && !quoted && char === ')' && depth > 0) depth -= 1;
    else if (depth > 0) comment += char;
    else if (quoted) {
      if (within) angle += char;
      else phrase += char;
    } else if (char === '<') {
      within = true;
      angle = '';
    } else if (char === '>') within = false;
    else if (within) angle += char;
    else if (char === ',' || char === ';') end();
    // What stands before it was the name of a group.
    else if (char === ':') phrase = '';
    else phrase += char;
  }
  end();
  return found;
}

/** An address in small letters, without the route of old (`@a,@b:ada@c`); `null` for what is none. */
export function asEmail(text: string): string | null {
  const bare = text
    .slice(0, 400)
    .replace(/^@[^:]{0,200}:/, '')
    .trim()
    .toLowerCase();
  return bare.length <= 320 && /^[^\s@<>"(),;:]{1,64}@[^\s@<>"(),;:]{1,255}$/.test(bare) ? bare : null;
}

const ENCODED_WORD = /=\?([\w.:+-]{1,40})(?:\*[\w-]{1,20})?\?([BbQq])\?([^?\r\n]{0,2000})\?=/g;

/** The words of a field as text, encoded ones (RFC 2047) included; white space is collapsed. */
export function mailText(field: string): string {
  let text = '';
  let from = 0;
  // A character may be cut between two encoded words of one set, so their bytes are put together first.
  let [charset, bytes] = ['', ''];
  const close = () => {
    text += bytes === '' ? '' : inCharset(bytes, charset);
    bytes = '';
  };
  const whole = field.slice(0, FIELD);
  for (const match of whole.matchAll(ENCODED_WORD)) {
    const [, label = '', encoding = '', word = ''] = match;
    const between = whole.slice(from, match.index);
    const apart = from === 0 || /\S/.test(between);
    if (apart || label.toLowerCase() !== charset) close();
    if (apart) text += utf8OrLatin(between);
    charset = label.toLowerCase();
    bytes += /b/i.test(encoding) ? ofBase64(word) : ofQuoted(word);
    from = match.index + match[0].length;
  }
  close();
  text += utf8OrLatin(whole.slice(from));
  return text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
}

function ofBase64(word: string): string {
  try {
    return atob(word.replace(/[^A-Za-z0-9+/]/g, ''));
  } catch {
    return word;
  }
}

function ofQuoted(word: string): string {
  return word
    .replaceAll('_', ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Bytes in the set that they are said to be in; where that is unknown or wrong, what they look like. */
function inCharset(bytes: string, charset: string): string {
  try {
    return decodeAs(bytesOf(bytes), charset);
  } catch {
    return utf8OrLatin(bytes);
  }
}

/** Eight bits in a head say nothing of their set: UTF-8 where they can be, else as Windows writes. */
function utf8OrLatin(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: nearly every field is ASCII and stays as it is
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  try {
    return decodeAs(bytesOf(text), 'utf-8');
  } catch {
    return decoderOf(standardLabel('windows-1252'), { fatal: false }).decode(bytesOf(text));
  }
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The day of a `Date` field (`Tue, 5 Mar 2024 23:10:00 +0100`) or of a `From ` line (`Tue Mar  5 23:10:00 2024`) as
 * it is written there, whatever the zone; `null` for no day, and for those before 1980, which broken clocks write.
 */
export function mailDay(field: string): string | null {
  const text = field.slice(0, 200);
  const dated =
    /(?:^|[^\d:])(\d{1,2})[ \t-]{1,3}([A-Za-z]{3})[a-z]{0,7}[ \t-]{1,3}(\d{4}|\d{2})(?!\d|:)/.exec(text);
  if (dated) return asDay(dated[3], dated[2], dated[1]);
  const asctime =
    /([A-Za-z]{3})[ \t]{1,3}(\d{1,2})[ \t]{1,3}[\d:]{4,8}(?:[ \t]{1,3}[A-Z]{3,4})?[ \t]{1,3}(\d{4})/.exec(
      text,
    );
  if (asctime) return asDay(asctime[3], asctime[1], asctime[2]);
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  return iso ? valid(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null;
}

function asDay(year = '', month = '', day = ''): string | null {
  const number = Number(year);
  // RFC 5322 4.3: two digits below 50 are of this century.
  const full = year.length === 2 ? number + (number < 50 ? 2000 : 1900) : number;
  return valid(full, MONTHS.indexOf(month.toLowerCase()) + 1, Number(day));
}

function valid(year: number, month: number, day: number): string | null {
  if (year < 1980 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
