/** One property of a vCard: `item1.EMAIL;TYPE=work:ada@example.org`. */
export interface VcardProperty {
  /** Upper case, without group. */
  name: string;
  group: string;
  /** By upper-case name; bare parameters of vCard 2.1 (`TEL;HOME`) stand under `TYPE`. */
  parameters: ReadonlyMap<string, string[]>;
  /** As in the file, of which `decodeCard` makes text; see `vcardText` and `vcardParts` then. */
  value: string;
}

/** Longest line that is looked at; pictures are longer and not for us. */
const LONGEST = 200_000;

/** Where a soft break of quoted-printable was; what they stand for is known once the character set is. */
export const SOFT_BREAK = '\ue000';
/** The same, and the next line began with a blank: content, or a fold besides. */
export const SOFT_BREAK_AND_BLANK = '\ue001';

/**
 * The logical lines of a vCard text: folded lines joined (RFC 6350 3.2), also the soft breaks of
 * quoted-printable (vCard 2.1; they are left as `SOFT_BREAK`). Cards that are indented as a whole are moved to the
 * left. A line that grows too long is cut.
 */
export function* vcardLines(chunks: Iterable<string>): Generator<string> {
  const logical = new Logical();
  let indent = '';
  let inCard = false;
  for (const whole of physicalLines(chunks)) {
    const edge = MAY_BE_EDGE.test(whole) ? EDGE.exec(whole) : null;
    // `BEGIN:VCARD` is never folded: what is indented behind it, or as it is itself, is an indented card.
    if (edge !== null && (!inCard || indent !== '' || edge[1] === '')) {
      if (logical.length > 0) yield logical.take();
      logical.add(whole.trimStart());
      // Cards may be glued: `END:VCARDBEGIN:VCARD`.
      inCard = /^B/i.test(edge[2] ?? '') || /BEGIN\s{0,9}:\s{0,9}VCARD\s*$/i.test(whole.slice(-40));
      indent = inCard ? (edge[1] ?? '') : '';
      continue;
    }
    const blank = /^[ \t]*/.exec(whole)?.[0] ?? '';
    if (blank.length > indent.length && logical.length < HEAD && BEGIN_CARD.test(logical.head))
      indent = blank;
    const physical = indent !== '' && whole.startsWith(indent) ? whole.slice(indent.length) : whole;
    // First the soft break: what follows it may begin with a blank of its own.
    if (logical.endsWithEquals() && QUOTED_PRINTABLE.test(logical.head)) {
      if (logical.length < LONGEST)
        logical.continueAs(
          physical.startsWith(' ') ? SOFT_BREAK_AND_BLANK + physical.slice(1) : SOFT_BREAK + physical,
        );
    } else if (/^[ \t]/.test(physical) && logical.length > 0) {
      if (logical.length < LONGEST) logical.add(physical.slice(1));
    } else {
      if (logical.length > 0) yield logical.take();
      logical.add(physical);
    }
  }
  if (logical.length > 0) yield logical.take();
}

/** Characters at the beginning of a logical line that say what it is. */
const HEAD = 200;
const BEGIN_CARD = /^BEGIN\s*:\s*VCARD\s*$/i;

/** A logical line in the making. Its parts are joined once: to look into it after each would take the square of time. */
class Logical {
  length = 0;
  head = '';
  #parts: string[] = [];

  add(part: string): void {
    if (part === '') return;
    this.#parts.push(part);
    if (this.length < HEAD) this.head = (this.head + part).slice(0, HEAD);
    this.length += part.length;
  }

  endsWithEquals(): boolean {
    return this.#parts.at(-1)?.endsWith('=') === true;
  }

  /** In place of the `=` at its end. */
  continueAs(part: string): void {
    const last = this.#parts.pop() ?? '';
    if (this.length <= HEAD) this.head = this.head.slice(0, -1);
    this.length -= last.length;
    const kept = last.slice(0, -1);
    if (kept !== '') {
      this.#parts.push(kept);
      this.length += kept.length;
    }
    this.add(part);
  }

  take(): string {
    const line = this.#parts.join('');
    this.#parts = [];
    this.length = 0;
    this.head = '';
    return line;
  }
}

/** Nearly all lines are none. */
const MAY_BE_EDGE = /^[ \tBE]/i;
const EDGE = /^([ \t]*)(BEGIN|END)\s{0,9}:\s{0,9}V(?:CARD|ADDRESSBOOK)/i;

const QUOTED_PRINTABLE = /^[^:]{0,150};(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;

/** The lines of a text in pieces; of a line that does not end each piece is looked through once. */
function* physicalLines(chunks: Iterable<string>): Generator<string> {
  let parts: string[] = [];
  // At the end of a piece: a line feed may follow.
  let held = '';
  for (const chunk of chunks) {
    const lines = (held + chunk).split(/\r\n|\n|\r(?!$)/);
    const rest = lines.pop() ?? '';
    const [first] = lines;
    if (first !== undefined) {
      lines[0] = parts.join('') + first;
      parts = [];
      yield* lines;
    }
    held = rest.endsWith('\r') ? '\r' : '';
    parts.push(held === '' ? rest : rest.slice(0, -1));
  }
  const last = parts.join('');
  if (last !== '' || held !== '') yield last;
}

/** One line as a property; `null` for a line that is none. */
export function parseVcardLine(line: string): VcardProperty | null {
  const colon = endOfParameters(line);
  if (colon === -1) return null;
  const [head = '', ...rest] = splitOutsideQuotes(line.slice(0, colon));
  const dot = head.lastIndexOf('.');
  const name = head
    .slice(dot + 1)
    .trim()
    .toUpperCase();
  if (!/^[A-Z0-9-]+$/.test(name)) return null;
  const parameters = new Map<string, string[]>();
  for (const parameter of rest) {
    const equals = parameter.indexOf('=');
    const bare = equals === -1;
    const key = bare ? bareKey(parameter) : parameter.slice(0, equals).trim().toUpperCase();
    const value = bare ? parameter : parameter.slice(equals + 1);
    const values = parameters.get(key) ?? [];
    // `TYPE="work,pref"` is a list as well.
    values.push(...(key === 'TYPE' ? value.replaceAll('"', '').split(',') : splitValues(value)));
    parameters.set(key, values);
  }
  return {
    name,
    group: dot === -1 ? '' : head.slice(0, dot).toLowerCase(),
    parameters,
    value: line.slice(colon + 1),
  };
}

/** The value as text: escapes taken off. */
export function vcardText(property: VcardProperty): string {
  return unescapeValue(property.value);
}

/** The parts of a structured value (`N`, `ORG`, `ADR`), split at `;`. */
export function vcardParts(property: VcardProperty): string[] {
  return splitValue(property.value, ';').map(unescapeValue);
}

/** The items of a list value (`CATEGORIES`), split at `,`. */
export function vcardList(property: VcardProperty): string[] {
  return splitValue(property.value, ',').map(unescapeValue);
}

/** A text as vCard value: `\`, `,`, `;` and line breaks escaped, other control characters off. */
export function escapeVcard(text: string): string {
  // Nearly every text is plain.
  if (/^[\p{L}\p{N} .@/&()'"+:-]*$/u.test(text)) return text;
  return (
    text
      .replaceAll('\\', '\\\\')
      .replaceAll(',', '\\,')
      .replaceAll(';', '\\;')
      .replace(/\r\n|\n|\r/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they could end the property
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029]/g, '')
  );
}

/** A parameter's value in quotes; what cannot stand there is written as RFC 6868 says. */
export function quoteParameter(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they could end the property
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
  return `"${clean
    .replaceAll('^', '^^')
    .replace(/\r\n|\n|\r/g, '^n')
    .replaceAll('"', "^'")}"`;
}

/** The line with its CRLF, folded after 75 octets but never within a character (RFC 6350 3.2). */
export function foldLine(line: string): string {
  // At most three octets a code unit.
  if (line.length <= 25) return `${line}\r\n`;
  let folded = '';
  let octets = 0;
  let from = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    // The second half of a pair stays with the first, which has counted for both.
    const size =
      code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xdc00 && code < 0xe000 ? 0 : isPair(line, i) ? 4 : 3;
    if (octets + size > 75) {
      folded += `${line.slice(from, i)}\r\n `;
      from = i;
      octets = 1;
    }
    octets += size;
  }
  return `${folded}${line.slice(from)}\r\n`;
}

function isPair(text: string, index: number): boolean {
  const [high, low] = [text.charCodeAt(index), text.charCodeAt(index + 1)];
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}

function bareKey(parameter: string): string {
  if (/^(quoted-printable|base64|8bit|7bit|b)$/i.test(parameter)) return 'ENCODING';
  return 'TYPE';
}

function endOfParameters(line: string): number {
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i);
    if (char === '"') quoted = !quoted;
    else if (char === ':' && !quoted) return i;
  }
  // An unpaired quote in a parameter must not hide the value.
  return quoted ? line.indexOf(':') : -1;
}

function splitOutsideQuotes(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '"') quoted = !quoted;
    else if (char === ';' && !quoted) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

function splitValues(value: string): string[] {
  if (value.startsWith('"') && value.endsWith('"') && value.length > 1) return [unquote(value.slice(1, -1))];
  return value.split(',').map((part) => unquote(part.replaceAll('"', '')));
}

function unquote(value: string): string {
  return value.replace(/\^([n'^])/g, (_, char: string) => (char === 'n' ? '\n' : char === "'" ? '"' : '^'));
}

function splitValue(value: string, separator: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < value.length; i++) {
    if (value.charAt(i) === '\\') i += 1;
    else if (value.charAt(i) === separator) {
      parts.push(value.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(value.slice(from));
  return parts;
}

function unescapeValue(value: string): string {
  return value.replace(/\\(.)/gs, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char));
}
