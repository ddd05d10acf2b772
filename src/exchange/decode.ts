import type { TextEncoding } from '../core/model/index.ts';
import { decoderOf, standardLabel } from './encoding/decoder.ts';
import { decodeMixedLine } from './encoding/mixedLine.ts';
import { repaired } from './encoding/twice.ts';
import { ImportError } from './errors.ts';

/** Bytes decoded at once; bounds the text held in memory. */
const CHUNK = 256 * 1024;
/** A line without an end is decoded in pieces of this size. */
const LINE = 1024 * 1024;

/** How the bytes of a text are to be read. */
export interface Coding {
  encoding: TextEncoding;
  /** What is valid UTF-8 is UTF-8, the rest is in the encoding. */
  mixed?: boolean;
  /** Words that were encoded twice are put right. */
  twice?: boolean;
}

/**
 * The text of a file's bytes, in pieces.
 * @throws ImportError `wrongEncoding` where the bytes are none of the encoding.
 */
export function* decodeText(
  chunks: Iterable<Uint8Array>,
  { encoding, mixed = false, twice = false }: Coding,
): Generator<string, void, undefined> {
  const texts = mixed ? decodeMixed(chunks, encoding) : decodePlain(chunks, encoding);
  if (twice) for (const text of wholeWords(texts)) yield repaired(text);
  else yield* texts;
}

/**
 * The text of all bytes in a named encoding, without byte order mark.
 * @param label any label of the WHATWG Encoding Standard (`windows-1251`, `Shift_JIS`, `latin1`), white space and
 * capitals no matter.
 * @throws ImportError `wrongEncoding` for a label that is unknown, and for bytes that the encoding does not have.
 */
export function decodeAs(bytes: Uint8Array, label: string): string {
  try {
    return decoderOf(standardLabel(label), { fatal: true }).decode(bytes);
  } catch (error) {
    // A label that nobody knows is a RangeError, bytes that do not fit are a TypeError.
    if (error instanceof RangeError || error instanceof TypeError) throw new ImportError('wrongEncoding');
    throw error;
  }
}

function* decodePlain(chunks: Iterable<Uint8Array>, encoding: TextEncoding): Generator<string> {
  const decoder = decoderOf(encoding, { fatal: true });
  try {
    for (const bytes of chunks)
      for (let at = 0; at < bytes.length; at += CHUNK)
        yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new ImportError('wrongEncoding');
    throw error;
  }
}

function* decodeMixed(chunks: Iterable<Uint8Array>, encoding: TextEncoding): Generator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let first = true;
  for (const lines of wholeLines(chunks)) {
    const start = first && lines[0] === 0xef && lines[1] === 0xbb && lines[2] === 0xbf ? 3 : 0;
    first = false;
    let text: string | null = null;
    try {
      text = utf8.decode(lines.subarray(start));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    if (text !== null) yield text;
    else for (const line of eachLine(lines.subarray(start))) yield decodeLine(line, encoding);
  }
}

function decodeLine(line: Uint8Array, encoding: TextEncoding): string {
  try {
    return decodeMixedLine(line, encoding);
  } catch (error) {
    if (error instanceof TypeError) throw new ImportError('wrongEncoding');
    throw error;
  }
}

/** The bytes in pieces that end with a line. */
function* wholeLines(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let rest = new Uint8Array(0);
  for (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += CHUNK) {
      const bytes = chunk.subarray(at, at + CHUNK);
      const both = new Uint8Array(rest.length + bytes.length);
      both.set(rest);
      both.set(bytes, rest.length);
      const end = both.length > LINE ? both.length : both.lastIndexOf(10) + 1;
      if (end > 0) yield both.subarray(0, end);
      rest = both.slice(end);
    }
  if (rest.length > 0) yield rest;
}

function* eachLine(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
    yield bytes.subarray(from, end + 1);
    from = end + 1;
  }
  if (from < bytes.length) yield bytes.subarray(from);
}

/** The texts in pieces that do not end within a word. */
function* wholeWords(texts: Iterable<string>): Generator<string> {
  let rest = '';
  for (const text of texts) {
    const both = rest + text;
    const end = both.length > LINE ? both.length : both.lastIndexOf('\n') + 1;
    if (end > 0) yield both.slice(0, end);
    rest = both.slice(end);
  }
  if (rest !== '') yield rest;
}
