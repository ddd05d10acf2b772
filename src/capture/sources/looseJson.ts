import { isTooDeep } from '../../core/text/jsonDepth.ts';
import { PAGE_LIMITS } from '../page.ts';

/**
 * The JSON of a script, or `null`. Pages write it loosely: within CDATA or a comment, with a byte order mark, with line
 * breaks in their texts, with commas and semicolons too many, with comments, escaped as if it were HTML, several
 * values one after the other (they come as a list). What is still none then is `null`.
 * Linear in its length.
 */
export function parseJson(source: string): unknown {
  if (source.length > PAGE_LIMITS.json) return null;
  const plain = strictly(source);
  if (plain !== undefined) return plain;
  const bare = withoutWrappers(source);
  if (!/^[{[/]/.test(bare)) return null;
  if (bare.length > MOST_MENDED) return bare.length < source.trim().length ? (strictly(bare) ?? null) : null;
  const mended = strictly(mend(bare));
  if (mended !== undefined) return mended;
  return /&(?:quot|#0?34|#x22);/i.test(bare) ? (strictly(mend(unescaped(bare))) ?? null) : null;
}

/** Loose JSON is written by hand or by small programs; more of it, in characters, is not worth the time. */
const MOST_MENDED = 200_000;

function strictly(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What stands around the JSON for the sake of old browsers and XHTML, at either end, in any order. */
const OPENINGS = [
  '\ufeff',
  '<!--',
  '<![CDATA[',
  '//<![CDATA[',
  '// <![CDATA[',
  '/*<![CDATA[*/',
  '/* <![CDATA[ */',
  '//<!--',
];
const CLOSINGS = [
  '\ufeff',
  '-->',
  ']]>',
  '//]]>',
  '// ]]>',
  '/*]]>*/',
  '/* ]]> */',
  '//-->',
  '// -->',
  ';',
  ',',
];

const MOST_WRAPPERS = 20;

function withoutWrappers(source: string): string {
  let text = source.trim();
  for (let rounds = 0; rounds < MOST_WRAPPERS; rounds++) {
    const before = text.length;
    for (const opening of OPENINGS)
      if (text.startsWith(opening)) text = text.slice(opening.length).trimStart();
    // The longest first: `//]]>` ends in `]]>`.
    for (const closing of CLOSINGS.toReversed())
      if (text.endsWith(closing)) text = text.slice(0, -closing.length).trimEnd();
    if (text.endsWith('//')) text = text.slice(0, -2).trimEnd();
    if (text.length === before) break;
  }
  return text;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** The text as strict JSON, as far as one pass can tell. */
function mend(text: string): string {
  const pieces: string[] = [];
  let depth = 0;
  let values = 0;
  /** A comma that waits for what follows it. */
  let comma = false;
  let at = 0;
  const put = (piece: string) => {
    if (depth === 0) values += 1;
    if (comma || (depth === 0 && values > 1)) pieces.push(',');
    comma = false;
    pieces.push(piece);
  };
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') {
      const end = endOfString(text, at);
      put(stringOf(text.slice(at, end)));
      at = end;
    } else if (char === '{' || char === '[') {
      put(char);
      depth += 1;
      at += 1;
    } else if (char === '}' || char === ']') {
      comma = false;
      depth -= 1;
      if (depth < 0) return '';
      pieces.push(char);
      at += 1;
    } else if (char === ':') {
      pieces.push(char);
      at += 1;
    } else if (char === ',' || char === ';') {
      comma = depth > 0;
      at += 1;
    } else if (char === '/' && text.charAt(at + 1) === '*') at = after(text, '*/', at + 2);
    else if (char === '/' && text.charAt(at + 1) === '/') at = after(text, '\n', at + 2);
    else if (WHITE.test(char)) at += 1;
    else {
      const from = at;
      while (at < text.length && !BREAKS.test(text.charAt(at))) at += 1;
      if (at === from) return '';
      put(text.slice(from, at));
    }
  }
  const joined = pieces.join('');
  return values > 1 ? `[${joined}]` : joined;
}

const WHITE = /[\s\ufeff\0]/;
const BREAKS = /[\s"{}[\]:,;/\ufeff\0]/;

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** Behind the quotation mark that closes the string opened at `from`. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '"') return at + 1;
  }
  return text.length;
}

/** A string with its control characters escaped, and escapes that JSON has not taken as their letter. */
function stringOf(written: string): string {
  return written
    .replace(/\\(?:u[0-9a-f]{4}|(.)|$)/gis, (whole, letter: string | undefined) =>
      letter === undefined ? (whole === '\\' ? '' : whole) : /["\\/bfnrt]/.test(letter) ? whole : letter,
    )
    .replace(CONTROL, (char) => ESCAPES.get(char) ?? ' ');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what JSON forbids
const CONTROL = /[\u0000-\u001f]/g;

function unescaped(text: string): string {
  return text
    .replace(/&(?:quot|#0?34|#x22);/gi, '"')
    .replace(/&(?:#0?39|#x27|apos);/gi, "'")
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&amp;/gi, '&');
}
