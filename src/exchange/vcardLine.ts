/** One property of a vCard: `item1.EMAIL;TYPE=work:ada@example.org`. */
export interface VcardProperty {
  /** Upper case, without group. */
  name: string;
  group: string;
  /** By upper-case name; bare parameters of vCard 2.1 (`TEL;HOME`) stand under `TYPE`. */
  parameters: ReadonlyMap<string, string[]>;
  /** As in the file; see `vcardText` and `vcardParts`. */
  value: string;
}

/** Longest line that is looked at; pictures are longer and not for us. */
const LONGEST = 200_000;

/**
 * The logical lines of a vCard text: folded lines joined (RFC 6350 3.2), also the soft breaks of
 * quoted-printable (vCard 2.1). A line that grows too long is cut.
 */
export function* vcardLines(chunks: Iterable<string>): Generator<string> {
  let logical = '';
  for (const physical of physicalLines(chunks)) {
    // First the soft break: what follows it may begin with a blank of its own.
    if (logical.endsWith('=') && QUOTED_PRINTABLE.test(logical.slice(0, 200))) {
      if (logical.length < LONGEST) logical = logical.slice(0, -1) + physical;
    } else if (/^[ \t]/.test(physical) && logical !== '') {
      if (logical.length < LONGEST) logical += physical.slice(1);
    } else {
      if (logical !== '') yield logical;
      logical = physical;
    }
  }
  if (logical !== '') yield logical;
}

const QUOTED_PRINTABLE = /^[^:]{0,150};(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;

function* physicalLines(chunks: Iterable<string>): Generator<string> {
  let rest = '';
  for (const chunk of chunks) {
    const text = rest + chunk;
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
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
    values.push(...splitValues(value));
    parameters.set(key, values);
  }
  return {
    name,
    group: dot === -1 ? '' : head.slice(0, dot).toLowerCase(),
    parameters,
    value: line.slice(colon + 1),
  };
}

/** The value as text: quoted-printable and character set of vCard 2.1 read, escapes taken off. */
export function vcardText(property: VcardProperty): string {
  return unescapeValue(decoded(property));
}

/** The parts of a structured value (`N`, `ORG`, `ADR`), split at `;`. */
export function vcardParts(property: VcardProperty): string[] {
  return splitValue(decoded(property), ';').map(unescapeValue);
}

/** The items of a list value (`CATEGORIES`), split at `,`. */
export function vcardList(property: VcardProperty): string[] {
  return splitValue(decoded(property), ',').map(unescapeValue);
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

const encoder = new TextEncoder();

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

function decoded({ parameters, value }: VcardProperty): string {
  const [encoding = ''] = parameters.get('ENCODING') ?? [];
  if (!/^quoted-printable$/i.test(encoding)) return value;
  const [charset = 'utf-8'] = parameters.get('CHARSET') ?? [];
  return decodeQuotedPrintable(value, charset);
}

function decodeQuotedPrintable(value: string, charset: string): string {
  const bytes: number[] = [];
  for (let i = 0; i < value.length; i++) {
    const code = value.charAt(i) === '=' ? Number.parseInt(value.slice(i + 1, i + 3), 16) : Number.NaN;
    if (Number.isNaN(code)) bytes.push(...encoder.encode(value.charAt(i)));
    else {
      bytes.push(code);
      i += 2;
    }
  }
  const all = Uint8Array.from(bytes);
  try {
    return new TextDecoder(charset, { fatal: true }).decode(all);
  } catch {
    return new TextDecoder('windows-1252').decode(all);
  }
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
